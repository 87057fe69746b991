/* esp-fields.c — the names of values as they stand in files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-organization"

#include "organization/esp-fields.h"

static const char *const scopes[] = { NULL, "internal", "external" };
static const char *const states[] = { NULL, "filled", "vacant", "undisclosed", "frozen", "eliminated" };
static const char *const arrangements[] = { NULL, "row", "column", "block" };
static const char *const unit_kinds[] = { "company", "division", "department", "team", "pmo", "coe", "program" };
static const char *const line_kinds[] = { "second", "dotted", "functional", "program", "vendor" };

static const char *
name_of (const char *const *names,
         guint              n_names,
         guint              value)
{
  return value < n_names ? names[value] : NULL;
}

static guint
value_of (const char *const *names,
          guint              n_names,
          const char        *text,
          guint              fallback)
{
  if (text == NULL)
    return fallback;
  for (guint i = 0; i < n_names; i++)
    if (g_strcmp0 (names[i], text) == 0)
      return i;
  return fallback;
}

/**
 * esp_scope_to_string:
 * @scope: a scope
 *
 * Returns: (nullable): its name in files, %NULL for %ESP_SCOPE_UNKNOWN
 */
const char *
esp_scope_to_string (EspScope scope)
{
  return name_of (scopes, G_N_ELEMENTS (scopes), scope);
}

/**
 * esp_scope_from_string:
 * @text: (nullable): a name as it stands in files
 *
 * Returns: the scope, %ESP_SCOPE_UNKNOWN if there is no such name
 */
EspScope
esp_scope_from_string (const char *text)
{
  return value_of (scopes, G_N_ELEMENTS (scopes), text, ESP_SCOPE_UNKNOWN);
}

/**
 * esp_state_to_string:
 * @state: a state
 *
 * Returns: (nullable): its name in files, %NULL for %ESP_STATE_DEFAULT
 */
const char *
esp_state_to_string (EspState state)
{
  return name_of (states, G_N_ELEMENTS (states), state);
}

/**
 * esp_state_from_string:
 * @text: (nullable): a name as it stands in files
 *
 * Returns: the state, %ESP_STATE_DEFAULT if there is no such name
 */
EspState
esp_state_from_string (const char *text)
{
  return value_of (states, G_N_ELEMENTS (states), text, ESP_STATE_DEFAULT);
}

/**
 * esp_arrangement_to_string:
 * @arrange: an arrangement
 *
 * Returns: (nullable): its name in files, %NULL for %ESP_ARRANGEMENT_DEFAULT
 */
const char *
esp_arrangement_to_string (EspArrangement arrange)
{
  return name_of (arrangements, G_N_ELEMENTS (arrangements), arrange);
}

/**
 * esp_arrangement_from_string:
 * @text: (nullable): a name as it stands in files
 *
 * Returns: the arrangement, %ESP_ARRANGEMENT_DEFAULT if there is no such name
 */
EspArrangement
esp_arrangement_from_string (const char *text)
{
  return value_of (arrangements, G_N_ELEMENTS (arrangements), text, ESP_ARRANGEMENT_DEFAULT);
}

/**
 * esp_unit_kind_to_string:
 * @kind: a unit kind
 *
 * Returns: its name in files
 */
const char *
esp_unit_kind_to_string (EspUnitKind kind)
{
  return name_of (unit_kinds, G_N_ELEMENTS (unit_kinds), kind);
}

/**
 * esp_unit_kind_from_string:
 * @text: (nullable): a name as it stands in files
 *
 * Returns: the kind, %ESP_UNIT_KIND_DEPARTMENT if there is no such name
 */
EspUnitKind
esp_unit_kind_from_string (const char *text)
{
  return value_of (unit_kinds, G_N_ELEMENTS (unit_kinds), text, ESP_UNIT_KIND_DEPARTMENT);
}

/**
 * esp_line_kind_to_string:
 * @kind: a kind of secondary line
 *
 * Returns: its name in files
 */
const char *
esp_line_kind_to_string (EspLineKind kind)
{
  return name_of (line_kinds, G_N_ELEMENTS (line_kinds), kind);
}

/**
 * esp_line_kind_from_string:
 * @text: (nullable): a name as it stands in files
 *
 * Returns: the kind, %ESP_LINE_DOTTED if there is no such name
 */
EspLineKind
esp_line_kind_from_string (const char *text)
{
  return value_of (line_kinds, G_N_ELEMENTS (line_kinds), text, ESP_LINE_DOTTED);
}

/**
 * esp_table_get_n_fields:
 * @table: a table
 *
 * Returns: how many fields its rows have
 */
guint
esp_table_get_n_fields (EspTable table)
{
  static const guint n_fields[ESP_N_TABLES] = {
    [ESP_TABLE_DOCUMENT] = ESP_DOCUMENT_N_FIELDS,
    [ESP_TABLE_UNITS] = ESP_UNIT_N_FIELDS,
    [ESP_TABLE_POSITIONS] = ESP_POSITION_N_FIELDS,
    [ESP_TABLE_VIEWS] = ESP_VIEW_N_FIELDS,
  };

  g_return_val_if_fail (table < ESP_N_TABLES, 0);
  return n_fields[table];
}

/**
 * esp_field_is_list:
 * @table: a table
 * @field: a field of it
 *
 * Returns: whether values of the field are lists (esp_organization_get_list())
 */
gboolean
esp_field_is_list (EspTable table,
                   EspField field)
{
  if (table == ESP_TABLE_VIEWS)
    return field == ESP_VIEW_LINES || field == ESP_VIEW_FILTER || field == ESP_VIEW_FOLDED;
  return table == ESP_TABLE_POSITIONS &&
         (field == ESP_POSITION_HOLDERS || field == ESP_POSITION_LINES || field == ESP_POSITION_SERVES);
}

/**
 * esp_field_is_text:
 * @table: a table
 * @field: a field of it
 *
 * Returns: whether values of the field are #EspStr
 */
gboolean
esp_field_is_text (EspTable table,
                   EspField field)
{
  switch (table)
    {
    case ESP_TABLE_DOCUMENT:
      return field != ESP_DOCUMENT_PRESENT;
    case ESP_TABLE_UNITS:
      return field != ESP_UNIT_STAFF && field != ESP_UNIT_PRESENT;
    case ESP_TABLE_POSITIONS:
      return field != ESP_POSITION_SCOPE && field != ESP_POSITION_STATE && field != ESP_POSITION_STAFF &&
             field != ESP_POSITION_ARRANGE && field != ESP_POSITION_PRESENT && !esp_field_is_list (table, field);
    case ESP_TABLE_VIEWS:
      return field != ESP_VIEW_FRAMES && field != ESP_VIEW_PRESENT && !esp_field_is_list (table, field);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * esp_field_get_name:
 * @table: a table
 * @field: a field of it
 *
 * Returns: (nullable): the member's name in files; %NULL for *_EXTRA and *_PRESENT, which are no members
 */
const char *
esp_field_get_name (EspTable table,
                    EspField field)
{
  static const char *const document[ESP_DOCUMENT_N_FIELDS] = { "name", "setting" };
  static const char *const units[ESP_UNIT_N_FIELDS] = { "id", "name", "kind", "function", "parent", "head", "staff" };
  static const char *const positions[ESP_POSITION_N_FIELDS] = {
    "id", "title", "unit", "role", "level", "scope", "state", "posts", "holders", "reports_to", "staff", "lines", "serves", "arrange", "note"
  };
  static const char *const views[ESP_VIEW_N_FIELDS] = {
    "id", "name", "chart", "top", "direction", "density", "arrange", "color_by", "frames", "lines", "filter", "folded", "center", "zoom"
  };
  static const char *const *const names[ESP_N_TABLES] = { document, units, positions, views };

  g_return_val_if_fail (table < ESP_N_TABLES && (guint) field < esp_table_get_n_fields (table), NULL);
  return names[table][field];
}
