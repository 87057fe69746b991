/* esp-document-values.h — values of members to fields of a row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "io/esp-document-texts.h"
#include "io/esp-import-findings.h"

G_BEGIN_DECLS

/**
 * EspNewRow:
 * @line: where its element begins
 * @id: (nullable): its id
 * @present: fields whose member stands there and says nothing
 *
 * One row being made.
 */
typedef struct
{
  EspTable    table;
  EspIx       ix;
  guint32     line;
  const char *id;
  guint32     present;
} EspNewRow;

/**
 * EspValues:
 *
 * What is not known, or is known and has a value that its field cannot hold, is kept as source text.
 */
typedef struct
{
  EspOrganization   *organization; /* borrowed */
  EspTexts           texts;
  EspImportFindings  findings;
  GArray            *words;        /* of guint32: the list being read */
  GString           *record_extra; /* kept members of the record being read */
} EspValues;

void     esp_values_init        (EspValues       *self,
                                 EspOrganization *organization);
void     esp_values_clear       (EspValues       *self);

gboolean esp_values_take        (EspValues       *self,
                                 EspNewRow       *row,
                                 const EspMember *member,
                                 guint32          token);
void     esp_values_report      (EspValues       *self,
                                 const EspNewRow *row,
                                 const EspMember *list,
                                 const EspMember *member,
                                 guint32          token,
                                 gboolean         is_twice);
void     esp_values_keep_member (EspValues       *self,
                                 GString         *extra,
                                 const EspMember *known,
                                 guint32          name);
void     esp_values_keep_named  (EspValues       *self,
                                 GString         *extra,
                                 const char      *name,
                                 gsize            length,
                                 guint32          value);
void     esp_values_keep        (EspValues       *self,
                                 GString         *extra,
                                 guint32          value);

G_END_DECLS
