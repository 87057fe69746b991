/* esp-document-format.c — the members of our own format, in the order of the canonical form; for reader and writer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-document-format"

#include "io/esp-document-format.h"

#include <string.h>

/* What the fields take, in their order, which is the order in the file; their names are the model's. */
static const guint8 document_types[] = { ESP_VALUE_TEXT, ESP_VALUE_TEXT };

static const guint8 unit_types[] = {
  [ESP_UNIT_ID] = ESP_VALUE_TEXT,
  [ESP_UNIT_NAME] = ESP_VALUE_TEXT,
  [ESP_UNIT_KIND] = ESP_VALUE_TEXT,
  [ESP_UNIT_FUNCTION] = ESP_VALUE_TEXT,
  [ESP_UNIT_PARENT] = ESP_VALUE_TEXT,
  [ESP_UNIT_HEAD] = ESP_VALUE_TEXT,
  [ESP_UNIT_STAFF] = ESP_VALUE_STAFF,
};

static const guint8 position_types[] = {
  [ESP_POSITION_ID] = ESP_VALUE_TEXT,
  [ESP_POSITION_TITLE] = ESP_VALUE_TEXT,
  [ESP_POSITION_UNIT] = ESP_VALUE_TEXT,
  [ESP_POSITION_ROLE] = ESP_VALUE_TEXT,
  [ESP_POSITION_LEVEL] = ESP_VALUE_TEXT,
  [ESP_POSITION_SCOPE] = ESP_VALUE_SCOPE,
  [ESP_POSITION_STATE] = ESP_VALUE_STATE,
  [ESP_POSITION_POSTS] = ESP_VALUE_POSTS,
  [ESP_POSITION_HOLDERS] = ESP_VALUE_HOLDERS,
  [ESP_POSITION_REPORTS_TO] = ESP_VALUE_TEXT,
  [ESP_POSITION_STAFF] = ESP_VALUE_STAFF,
  [ESP_POSITION_LINES] = ESP_VALUE_LINES,
  [ESP_POSITION_SERVES] = ESP_VALUE_TEXTS,
  [ESP_POSITION_ARRANGE] = ESP_VALUE_ARRANGEMENT,
  [ESP_POSITION_NOTE] = ESP_VALUE_TEXT,
};

static const guint8 view_types[] = {
  [ESP_VIEW_ID] = ESP_VALUE_TEXT,
  [ESP_VIEW_NAME] = ESP_VALUE_TEXT,
  [ESP_VIEW_CHART] = ESP_VALUE_TEXT,
  [ESP_VIEW_TOP] = ESP_VALUE_TEXT,
  [ESP_VIEW_DIRECTION] = ESP_VALUE_TEXT,
  [ESP_VIEW_DENSITY] = ESP_VALUE_TEXT,
  [ESP_VIEW_ARRANGE] = ESP_VALUE_TEXT,
  [ESP_VIEW_COLOR_BY] = ESP_VALUE_TEXT,
  [ESP_VIEW_FRAMES] = ESP_VALUE_STAFF,
  [ESP_VIEW_LINES] = ESP_VALUE_TEXTS,
  [ESP_VIEW_FILTER] = ESP_VALUE_TEXTS,
  [ESP_VIEW_FOLDED] = ESP_VALUE_TEXTS,
  [ESP_VIEW_CENTER] = ESP_VALUE_TEXT,
  [ESP_VIEW_ZOOM] = ESP_VALUE_POSTS,
};

static const struct
{
  const guint8 *types;
  guint         n;
} table_types[ESP_N_TABLES] = {
  [ESP_TABLE_DOCUMENT] = { document_types, G_N_ELEMENTS (document_types) },
  [ESP_TABLE_UNITS] = { unit_types, G_N_ELEMENTS (unit_types) },
  [ESP_TABLE_POSITIONS] = { position_types, G_N_ELEMENTS (position_types) },
  [ESP_TABLE_VIEWS] = { view_types, G_N_ELEMENTS (view_types) },
};

#define RECORD_MEMBER(record, member, what) \
  { .name = #member, .length = sizeof #member - 1, .field = G_STRUCT_OFFSET (record, member) / sizeof (guint32), .type = what }

static const EspMembers holder_members = {
  2,
  { RECORD_MEMBER (EspHolder, name, ESP_VALUE_TEXT), RECORD_MEMBER (EspHolder, share, ESP_VALUE_SHARE) },
};

static const EspMembers line_members = {
  3,
  { RECORD_MEMBER (EspLine, to, ESP_VALUE_TEXT), RECORD_MEMBER (EspLine, kind, ESP_VALUE_TEXT), RECORD_MEMBER (EspLine, share, ESP_VALUE_SHARE) },
};

static const char *table_names[ESP_N_TABLES] = {
  [ESP_TABLE_UNITS] = "units",
  [ESP_TABLE_POSITIONS] = "positions",
  [ESP_TABLE_VIEWS] = "views",
};

/* Returns: the members of a row of @table. Threads: any. */
const EspMembers *
esp_format_get_members (EspTable table)
{
  static EspMembers members[ESP_N_TABLES];
  static gsize is_made = 0;

  if (g_once_init_enter (&is_made))
    {
      for (guint t = 0; t < ESP_N_TABLES; t++)
        for (guint i = 0; i < table_types[t].n; i++)
          {
            const char *name = esp_field_get_name (t, i);

            members[t].members[i] = (EspMember) { .name = name, .length = strlen (name), .field = i, .type = table_types[t].types[i] };
            members[t].n = i + 1;
          }
      g_once_init_leave (&is_made, 1);
    }

  return &members[table];
}

/* Returns: (nullable): the members of the objects in a list, %NULL for a list of texts */
const EspMembers *
esp_format_get_record_members (EspValueType list)
{
  if (list == ESP_VALUE_HOLDERS)
    return &holder_members;
  if (list == ESP_VALUE_LINES)
    return &line_members;

  return NULL;
}

/* Returns: words of one record; the last one is its extra where there are members */
guint
esp_format_get_record_words (EspValueType list)
{
  if (list == ESP_VALUE_HOLDERS)
    return ESP_HOLDER_WORDS;
  if (list == ESP_VALUE_LINES)
    return ESP_LINE_WORDS;

  return 1;
}

gboolean
esp_value_type_is_list (EspValueType type)
{
  return type == ESP_VALUE_HOLDERS || type == ESP_VALUE_LINES || type == ESP_VALUE_TEXTS;
}

/* Returns: (nullable): the name of the list that holds the rows of @table */
const char *
esp_format_get_table_name (EspTable table)
{
  return table_names[table];
}

/* Returns: the table whose rows stand in the list called @name, %ESP_TABLE_DOCUMENT if there is none */
EspTable
esp_format_find_table (const char *name)
{
  for (guint i = 0; i < ESP_N_TABLES; i++)
    if (g_strcmp0 (table_names[i], name) == 0)
      return i;

  return ESP_TABLE_DOCUMENT;
}

EspField
esp_format_get_extra_field (EspTable table)
{
  static const EspField fields[ESP_N_TABLES] = {
    ESP_DOCUMENT_EXTRA, ESP_UNIT_EXTRA, ESP_POSITION_EXTRA, ESP_VIEW_EXTRA,
  };

  return fields[table];
}

EspField
esp_format_get_present_field (EspTable table)
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
