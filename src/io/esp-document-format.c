/* esp-document-format.c — the members of our own format, in the order of the canonical form; for reader and writer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-document-format"

#include "io/esp-document-format.h"

#include <string.h>

#define MEMBER(text, where, what) { .name = text, .length = sizeof text - 1, .field = where, .type = what }

static const EspMember document_members[] = {
  MEMBER ("name", ESP_DOCUMENT_NAME, ESP_VALUE_TEXT),
  MEMBER ("setting", ESP_DOCUMENT_SETTING, ESP_VALUE_TEXT),
};

static const EspMember unit_members[] = {
  MEMBER ("id", ESP_UNIT_ID, ESP_VALUE_TEXT),
  MEMBER ("name", ESP_UNIT_NAME, ESP_VALUE_TEXT),
  MEMBER ("kind", ESP_UNIT_KIND, ESP_VALUE_TEXT),
  MEMBER ("function", ESP_UNIT_FUNCTION, ESP_VALUE_TEXT),
  MEMBER ("parent", ESP_UNIT_PARENT, ESP_VALUE_TEXT),
  MEMBER ("head", ESP_UNIT_HEAD, ESP_VALUE_TEXT),
  MEMBER ("staff", ESP_UNIT_STAFF, ESP_VALUE_STAFF),
};

static const EspMember position_members[] = {
  MEMBER ("id", ESP_POSITION_ID, ESP_VALUE_TEXT),
  MEMBER ("title", ESP_POSITION_TITLE, ESP_VALUE_TEXT),
  MEMBER ("unit", ESP_POSITION_UNIT, ESP_VALUE_TEXT),
  MEMBER ("role", ESP_POSITION_ROLE, ESP_VALUE_TEXT),
  MEMBER ("level", ESP_POSITION_LEVEL, ESP_VALUE_TEXT),
  MEMBER ("scope", ESP_POSITION_SCOPE, ESP_VALUE_SCOPE),
  MEMBER ("state", ESP_POSITION_STATE, ESP_VALUE_STATE),
  MEMBER ("posts", ESP_POSITION_POSTS, ESP_VALUE_POSTS),
  MEMBER ("holders", ESP_POSITION_HOLDERS, ESP_VALUE_HOLDERS),
  MEMBER ("reports_to", ESP_POSITION_REPORTS_TO, ESP_VALUE_TEXT),
  MEMBER ("staff", ESP_POSITION_STAFF, ESP_VALUE_STAFF),
  MEMBER ("lines", ESP_POSITION_LINES, ESP_VALUE_LINES),
  MEMBER ("serves", ESP_POSITION_SERVES, ESP_VALUE_TEXTS),
  MEMBER ("arrange", ESP_POSITION_ARRANGE, ESP_VALUE_ARRANGEMENT),
  MEMBER ("note", ESP_POSITION_NOTE, ESP_VALUE_TEXT),
};

static const EspMember view_members[] = {
  MEMBER ("id", ESP_VIEW_ID, ESP_VALUE_TEXT),
  MEMBER ("name", ESP_VIEW_NAME, ESP_VALUE_TEXT),
  MEMBER ("chart", ESP_VIEW_CHART, ESP_VALUE_TEXT),
  MEMBER ("top", ESP_VIEW_TOP, ESP_VALUE_TEXT),
};

static const EspMember holder_members[] = {
  MEMBER ("name", G_STRUCT_OFFSET (EspHolder, name) / sizeof (guint32), ESP_VALUE_TEXT),
  MEMBER ("share", G_STRUCT_OFFSET (EspHolder, share) / sizeof (guint32), ESP_VALUE_SHARE),
};

static const EspMember line_members[] = {
  MEMBER ("to", G_STRUCT_OFFSET (EspLine, to) / sizeof (guint32), ESP_VALUE_TEXT),
  MEMBER ("kind", G_STRUCT_OFFSET (EspLine, kind) / sizeof (guint32), ESP_VALUE_TEXT),
  MEMBER ("share", G_STRUCT_OFFSET (EspLine, share) / sizeof (guint32), ESP_VALUE_SHARE),
};

static const EspMembers table_members[ESP_N_TABLES] = {
  [ESP_TABLE_DOCUMENT] = { document_members, G_N_ELEMENTS (document_members) },
  [ESP_TABLE_UNITS] = { unit_members, G_N_ELEMENTS (unit_members) },
  [ESP_TABLE_POSITIONS] = { position_members, G_N_ELEMENTS (position_members) },
  [ESP_TABLE_VIEWS] = { view_members, G_N_ELEMENTS (view_members) },
};

static const EspMembers members_of_holder = { holder_members, G_N_ELEMENTS (holder_members) };
static const EspMembers members_of_line = { line_members, G_N_ELEMENTS (line_members) };

static const char *table_names[ESP_N_TABLES] = {
  [ESP_TABLE_UNITS] = "units",
  [ESP_TABLE_POSITIONS] = "positions",
  [ESP_TABLE_VIEWS] = "views",
};

const EspMembers *
esp_document_get_members (EspTable table)
{
  return &table_members[table];
}

/* Returns: (nullable): the members of the objects in a list, %NULL for a list of texts */
const EspMembers *
esp_document_get_record_members (EspValueType list)
{
  if (list == ESP_VALUE_HOLDERS)
    return &members_of_holder;
  if (list == ESP_VALUE_LINES)
    return &members_of_line;

  return NULL;
}

/* Returns: (nullable): the name of the list that holds the rows of @table */
const char *
esp_document_get_table_name (EspTable table)
{
  return table_names[table];
}

/* Returns: the table whose rows stand in the list called @name, %ESP_TABLE_DOCUMENT if there is none */
EspTable
esp_document_find_table (const char *name)
{
  for (guint i = 0; i < ESP_N_TABLES; i++)
    if (g_strcmp0 (table_names[i], name) == 0)
      return i;

  return ESP_TABLE_DOCUMENT;
}

EspField
esp_document_get_extra_field (EspTable table)
{
  static const EspField fields[ESP_N_TABLES] = {
    ESP_DOCUMENT_EXTRA, ESP_UNIT_EXTRA, ESP_POSITION_EXTRA, ESP_VIEW_EXTRA,
  };

  return fields[table];
}

EspField
esp_document_get_present_field (EspTable table)
{
  static const EspField fields[ESP_N_TABLES] = {
    ESP_DOCUMENT_PRESENT, ESP_UNIT_PRESENT, ESP_POSITION_PRESENT, ESP_VIEW_PRESENT,
  };

  return fields[table];
}

/*
 * esp_members_find:
 * @guess: the member that is looked at first; members mostly stand in the order of the canonical form
 *
 * Time: O(1) if @guess is near, O(members) otherwise.
 *
 * Returns: the index of the member called @name, or -1
 */
int
esp_members_find (const EspMembers *self,
                  const char       *name,
                  gsize             length,
                  guint             guess)
{
  for (guint i = 0; i < self->n; i++)
    {
      guint ix = guess + i < self->n ? guess + i : (guess + i) % self->n;
      const EspMember *member = &self->members[ix];

      if (member->length == length && memcmp (member->name, name, length) == 0)
        return ix;
    }

  return -1;
}
