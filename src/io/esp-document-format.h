/* esp-document-format.h — the members of our own format, in the order of the canonical form; for reader and writer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "organization/esp-organization.h"

G_BEGIN_DECLS

#define ESP_DOCUMENT_FORMAT  "espalier-organization"
#define ESP_DOCUMENT_VERSION 1

/* Bit of ESP_DOCUMENT_PRESENT: the list of @table stood in the file although it is empty */
#define ESP_DOCUMENT_HAS_TABLE(table) (1u << (ESP_DOCUMENT_N_FIELDS + (table)))

typedef enum
{
  ESP_VALUE_TEXT,
  ESP_VALUE_SCOPE,
  ESP_VALUE_STATE,
  ESP_VALUE_ARRANGEMENT,
  ESP_VALUE_STAFF,
  ESP_VALUE_POSTS, /* a number, not below 0 */
  ESP_VALUE_SHARE, /* a number, 0 … 1 */
  ESP_VALUE_HOLDERS,
  ESP_VALUE_LINES,
  ESP_VALUE_TEXTS,
} EspValueType;

/**
 * EspMember:
 * @name: as it stands in the file
 * @length: of @name in bytes
 * @field: field of the table, or word of the record
 * @type: what values it takes
 */
typedef struct
{
  const char  *name;
  guint8       length;
  guint8       field;
  EspValueType type;
} EspMember;

#define ESP_MAX_MEMBERS ESP_POSITION_N_FIELDS

typedef struct
{
  guint     n;
  EspMember members[ESP_MAX_MEMBERS];
} EspMembers;

const EspMembers *esp_format_get_members         (EspTable          table);
const EspMembers *esp_format_get_record_members  (EspValueType      list);
guint             esp_format_get_record_words    (EspValueType      list);
gboolean          esp_value_type_is_list           (EspValueType      type);
const char       *esp_format_get_table_name      (EspTable          table);
EspTable          esp_format_find_table          (const char       *name);
EspField          esp_format_get_extra_field     (EspTable          table);
EspField          esp_format_get_present_field   (EspTable          table);
int               esp_members_find                 (const EspMembers *self,
                                                    const char       *name,
                                                    gsize             length,
                                                    guint             guess);

G_END_DECLS
