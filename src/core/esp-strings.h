/* esp-strings.h — a pool of interned strings, for documents of millions of rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EspStr:
 *
 * The number of an interned string in its #EspStrings; 0 is “no text” (%NULL). Numbers are dense: 1 … esp_strings_get_n() - 1.
 * Two equal texts of one pool have the same number, but for those of esp_strings_append().
 */
typedef guint32 EspStr;

#define ESP_STR_NONE 0u

typedef struct _EspStrings EspStrings;

EspStrings *esp_strings_new      (void);
void        esp_strings_free     (EspStrings *self);
EspStr      esp_strings_intern   (EspStrings *self,
                                  const char *text,
                                  gssize      length);
EspStr      esp_strings_append   (EspStrings *self,
                                  const char *text,
                                  gsize       length);
void        esp_strings_prefetch (EspStrings *self,
                                  const char *text,
                                  gsize       length);
EspStr      esp_strings_find     (EspStrings *self,
                                  const char *text,
                                  gssize      length);
const char *esp_strings_get      (EspStrings *self,
                                  EspStr      str);
guint32     esp_strings_get_n    (EspStrings *self);
gsize       esp_strings_get_size (EspStrings *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspStrings, esp_strings_free)

G_END_DECLS
