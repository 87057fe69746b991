/* esp-document-texts.h — which member is which field, and what its text is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "io/esp-document-format.h"
#include "io/esp-json-scanner.h"

G_BEGIN_DECLS

/* Tags of the tokens of names: 0 not a member we know, otherwise its index and one; and whether the member stood there before */
#define ESP_TAG_TWICE 0x8000
#define ESP_TAG_IX    0x7fff

/**
 * EspTexts:
 *
 * json-glib decodes the texts of some hundred elements as one list, since one flat list costs it a fraction of what objects cost.
 */
typedef struct
{
  EspStrings   *strings; /* borrowed */
  JsonParser   *parser;
  GArray       *wanted;  /* of guint32: tokens of texts to decode */
  GArray       *decoded; /* of EspStr, by token */
  GString      *list;    /* what is handed to json-glib */

  const char   *source;  /* of the tokens, borrowed */
  EspJsonToken *tokens;  /* borrowed */
} EspTexts;

void     esp_texts_init       (EspTexts         *self,
                               EspStrings       *strings);
void     esp_texts_clear      (EspTexts         *self);

void     esp_texts_begin      (EspTexts         *self,
                               EspJsonScanner   *scanner,
                               const char       *source);
void     esp_texts_recognise  (EspTexts         *self,
                               const EspMembers *members,
                               guint32           object);
void     esp_texts_want       (EspTexts         *self,
                               guint32           token);
gboolean esp_texts_decode     (EspTexts         *self,
                               GError          **error);
EspStr   esp_texts_get        (EspTexts         *self,
                               guint32           token);

char    *esp_texts_decode_one (const char       *raw_text,
                               gsize             length);

G_END_DECLS
