/* esp-diff-words.c — differences in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-organization"

#include "core/esp-i18n.h"
#include "organization/esp-diff-private.h"

/**
 * esp_diff_kind_to_string:
 * @kind: a kind
 *
 * Returns: its name, as programs read it
 */
const char *
esp_diff_kind_to_string (EspDiffKind kind)
{
  static const char *const names[] = { "added", "removed", "moved", "renamed", "retitled", "reordered", "changed" };

  g_return_val_if_fail (kind < G_N_ELEMENTS (names), NULL);

  return names[kind];
}

static EspOrganization *
get_side (EspDiff           *self,
          const EspDiffItem *item,
          EspIx             *ix)
{
  *ix = item->after != ESP_IX_NONE ? item->after : item->before;
  return item->after != ESP_IX_NONE ? self->after : self->before;
}

/**
 * esp_diff_get_id:
 * @self: a comparison
 * @item: one of its differences
 *
 * Returns: (nullable): the id of the row; %NULL for the document, and for what could not be read as a row
 */
const char *
esp_diff_get_id (EspDiff           *self,
                 const EspDiffItem *item)
{
  EspIx ix;
  EspOrganization *organization = get_side (self, item, &ix);

  return item->table != ESP_TABLE_DOCUMENT ? esp_organization_get_text (organization, item->table, ix, 0) : NULL;
}

/**
 * esp_diff_get_name:
 * @self: a comparison
 * @item: one of its differences
 *
 * Returns: what people call the row, in the second organization unless it is only in the first
 */
const char *
esp_diff_get_name (EspDiff           *self,
                   const EspDiffItem *item)
{
  EspIx ix;
  EspOrganization *organization = get_side (self, item, &ix);
  const char *name = NULL;

  switch (item->table)
    {
    case ESP_TABLE_UNITS: return esp_unit_get_name (organization, ix);
    case ESP_TABLE_POSITIONS: return esp_position_get_title (organization, ix);
    case ESP_TABLE_VIEWS: name = esp_organization_get_text (organization, ESP_TABLE_VIEWS, ix, ESP_VIEW_NAME); break;
    case ESP_TABLE_DOCUMENT:
    default: name = esp_organization_get_text (organization, ESP_TABLE_DOCUMENT, ix, ESP_DOCUMENT_NAME); break;
    }
  return name != NULL ? name : "";
}

static const char *
get_field_label (EspTable table,
                 EspField field)
{
  static const char *const document[] = { N_("Name"), N_("Setting"), N_("Further members") };
  static const char *const units[] = { N_("Id"), N_("Name"), N_("Kind"), N_("Function"), N_("Part of"), N_("Head"), N_("Staff"), N_("Further members") };
  static const char *const positions[] = {
    N_("Id"), N_("Title"), N_("Unit"), N_("Role"), N_("Level"), N_("Scope"), N_("State"), N_("Posts"), N_("Holders"), N_("Reports to"), N_("Staff"),
    N_("Secondary lines"), N_("Serves"), N_("Arrangement"), N_("Note"), N_("Further members")
  };
  static const char *const views[] = {
    N_("Id"), N_("Name"), N_("Chart"), N_("Top"), N_("Direction"), N_("Density"), N_("Arrangement"), N_("Color by"), N_("Unit frames"),
    N_("Secondary lines"), N_("Filter"), N_("Folded"), N_("In the middle"), N_("Zoom"), N_("Further members")
  };
  static const char *const *const labels[ESP_N_TABLES] = { document, units, positions, views };

  return _(labels[table][field]);
}

/**
 * esp_diff_get_label:
 * @item: a difference
 *
 * Returns: what is different: a field, or what happened to the row
 */
const char *
esp_diff_get_label (const EspDiffItem *item)
{
  gboolean is_unit = item->table == ESP_TABLE_UNITS;

  switch (item->kind)
    {
    case ESP_DIFF_ADDED:
      return is_unit ? _("Unit added") : item->table == ESP_TABLE_POSITIONS ? _("Position added") : _("View added");
    case ESP_DIFF_REMOVED:
      return is_unit ? _("Unit removed") : item->table == ESP_TABLE_POSITIONS ? _("Position removed") : _("View removed");
    case ESP_DIFF_REORDERED:
      return _("Stands elsewhere in the order");
    case ESP_DIFF_MOVED:
    case ESP_DIFF_RENAMED:
    case ESP_DIFF_RETITLED:
    case ESP_DIFF_CHANGED:
    default:
      return get_field_label (item->table, item->field);
    }
}

/* The name of what an id refers to; the id where there is none */
static const char *
get_reference (EspOrganization *organization,
               EspTable         target,
               EspStr           id,
               gboolean         in_words)
{
  EspIx ix = in_words ? esp_organization_find (organization, target, id) : ESP_IX_NONE;

  if (ix == ESP_IX_NONE)
    return esp_organization_get_string (organization, id);
  return target == ESP_TABLE_UNITS ? esp_unit_get_name (organization, ix) : esp_position_get_title (organization, ix);
}

/* What the first word of a record names a row of, as get_target() */
static guint
get_list_target (EspTable table,
                 EspField field)
{
  if (table == ESP_TABLE_POSITIONS && field == ESP_POSITION_LINES)
    return ESP_TABLE_POSITIONS;
  return table == ESP_TABLE_POSITIONS && field == ESP_POSITION_SERVES ? ESP_TABLE_UNITS : ESP_N_TABLES;
}

static char *
dup_list (EspOrganization *organization,
          EspTable         table,
          EspField         field,
          guint32          list,
          gboolean         in_words)
{
  GString *text = g_string_new (NULL);
  guint32 n;
  const guint32 *words = esp_organization_get_list (organization, list, &n);
  guint target = get_list_target (table, field);
  guint step = table != ESP_TABLE_POSITIONS ? 1 : field == ESP_POSITION_HOLDERS ? ESP_HOLDER_WORDS : field == ESP_POSITION_LINES ? ESP_LINE_WORDS : 1;

  for (guint32 i = 0; i + step <= n; i += step)
    {
      const char *first = target < ESP_N_TABLES ? get_reference (organization, target, words[i], in_words)
                                                : esp_organization_get_string (organization, words[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", first != NULL ? first : "");
      for (guint k = 1; k < step; k++) /* kind, share and what else is said of it, as written */
        if (words[i + k] != ESP_STR_NONE)
          g_string_append_printf (text, " (%s)", esp_organization_get_string (organization, words[i + k]));
    }
  if (text->len > 0)
    return g_string_free (text, FALSE);
  g_string_free (text, TRUE);
  return NULL;
}

static const char *
get_number_name (EspTable table,
                 EspField field,
                 guint32  value)
{
  static const char *const staff[] = { [ESP_STAFF_DEFAULT] = NULL, [ESP_STAFF_NO] = "false", [ESP_STAFF_YES] = "true" };

  if (table == ESP_TABLE_POSITIONS && field == ESP_POSITION_SCOPE)
    return esp_scope_to_string (value);
  if (table == ESP_TABLE_POSITIONS && field == ESP_POSITION_STATE)
    return esp_state_to_string (value);
  if (table == ESP_TABLE_POSITIONS && field == ESP_POSITION_ARRANGE)
    return esp_arrangement_to_string (value);
  return value < G_N_ELEMENTS (staff) ? staff[value] : NULL;
}

/* The table that the field names a row of; ESP_N_TABLES: none */
static guint
get_target (EspTable table,
            EspField field)
{
  if (table == ESP_TABLE_POSITIONS && field == ESP_POSITION_UNIT)
    return ESP_TABLE_UNITS;
  if (table == ESP_TABLE_POSITIONS && field == ESP_POSITION_REPORTS_TO)
    return ESP_TABLE_POSITIONS;
  if (table == ESP_TABLE_UNITS && field == ESP_UNIT_PARENT)
    return ESP_TABLE_UNITS;
  if (table == ESP_TABLE_UNITS && field == ESP_UNIT_HEAD)
    return ESP_TABLE_POSITIONS;
  return ESP_N_TABLES;
}

/**
 * esp_diff_dup_value:
 * @self: a comparison
 * @item: one of its differences
 * @is_after: of the second organization
 * @in_words: rows that are referred to by their names, not by their ids
 *
 * Returns: (transfer full) (nullable): the value of the field; %NULL if it is not said, or the difference is not one of a field
 */
char *
esp_diff_dup_value (EspDiff           *self,
                    const EspDiffItem *item,
                    gboolean           is_after,
                    gboolean           in_words)
{
  EspOrganization *organization = is_after ? self->after : self->before;
  guint target = get_target (item->table, item->field);
  guint32 value;

  if (item->kind == ESP_DIFF_ADDED || item->kind == ESP_DIFF_REMOVED || item->kind == ESP_DIFF_REORDERED)
    return NULL;
  value = esp_organization_get (organization, item->table, is_after ? item->after : item->before, item->field);
  if (esp_field_is_list (item->table, item->field))
    return dup_list (organization, item->table, item->field, value, in_words);
  if (!esp_field_is_text (item->table, item->field))
    return g_strdup (get_number_name (item->table, item->field, value));
  return g_strdup (target < ESP_N_TABLES ? get_reference (organization, target, value, in_words) : esp_organization_get_string (organization, value));
}
