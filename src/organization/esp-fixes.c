/* esp-fixes.c — what can be done about findings by itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-organization"

#include "organization/esp-fixes.h"

#include "core/esp-i18n.h"
#include "organization/esp-edits-private.h"
#include "organization/esp-matcher.h"

#define POSITIONS ESP_TABLE_POSITIONS

/**
 * esp_fix_get_label:
 * @kind: what can be done
 *
 * Returns: (nullable): what a button calls it, and the step of undo; %NULL for %ESP_FIX_NONE
 */
const char *
esp_fix_get_label (EspFixKind kind)
{
  static const char *const labels[] = {
    NULL, N_ ("Make This a Top"), N_ ("Ignore Leading Zeros"), N_ ("Ignore Letter Case"), N_ ("Find Managers by Name"), N_ ("Give It an Id of Its Own"),
    N_ ("Remove These Lines"), N_ ("Take Out of the Unit"), N_ ("These Are Units"),
  };

  g_return_val_if_fail (kind < G_N_ELEMENTS (labels), NULL);
  return labels[kind] != NULL ? g_dgettext (GETTEXT_PACKAGE, labels[kind]) : NULL;
}

static EspStr
get (EspOrganization *organization,
     EspIx            ix,
     EspField         field)
{
  return esp_organization_get (organization, POSITIONS, ix, field);
}

static gboolean
is_missing (EspOrganization *organization,
            EspStr           id)
{
  return id != ESP_STR_NONE && esp_organization_find (organization, POSITIONS, id) == ESP_IX_NONE;
}

/* The id of what @id might mean, if it is not there as it is written; otherwise @id */
static EspStr
find_meant (EspOrganization *organization,
            EspMatcher      *matcher,
            EspStr           id)
{
  EspIx found = is_missing (organization, id) ? esp_matcher_find (matcher, esp_organization_get_string (organization, id)) : ESP_IX_NONE;

  return found != ESP_IX_NONE ? get (organization, found, ESP_POSITION_ID) : id;
}

/* The lines of a position with each far end replaced by @find; lines that it answers with nothing are left out. Returns: how many changed */
static guint
change_lines (EspOrganization *organization,
              EspIx            position,
              EspMatcher      *matcher)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 n;
  const guint32 *there = esp_organization_get_list (organization, get (organization, position, ESP_POSITION_LINES), &n);
  guint n_changed = 0;

  for (guint32 i = 0; i < n; i += ESP_LINE_WORDS)
    {
      EspLine line = *(const EspLine *) (there + i);
      EspStr to = matcher != NULL ? find_meant (organization, matcher, line.to)
                                  : is_missing (organization, line.to) || line.to == ESP_STR_NONE ? ESP_STR_NONE : line.to;

      n_changed += to != line.to || to == ESP_STR_NONE;
      line.to = to;
      if (to != ESP_STR_NONE)
        g_array_append_vals (words, &line, ESP_LINE_WORDS);
    }
  if (n_changed > 0)
    _esp_edit_set (organization, POSITIONS, position, ESP_POSITION_LINES,
                   esp_organization_add_list (organization, (const guint32 *) (gpointer) words->data, words->len));
  return n_changed;
}

/* Finds managers that are missing by another way of writing them. */
static guint
find_managers (EspOrganization *organization,
               EspFixKind       kind)
{
  g_autoptr (EspMatcher) matcher = esp_matcher_new (organization, kind);
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, POSITIONS, &n);
  guint n_changed = 0;

  for (guint32 i = 0; i < n; i++)
    {
      EspStr id = get (organization, order[i], ESP_POSITION_REPORTS_TO);
      EspStr meant = find_meant (organization, matcher, id);

      if (meant != id)
        {
          _esp_edit_set (organization, POSITIONS, order[i], ESP_POSITION_REPORTS_TO, meant);
          n_changed++;
        }
      n_changed += change_lines (organization, order[i], matcher);
    }
  return n_changed;
}

/* An id that no row has and nobody asks for: the old one with a number behind it */
static EspStr
make_id (EspOrganization *organization,
         EspStr           id)
{
  for (guint i = 2;; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s (%u)", esp_organization_get_string (organization, id), i);

      if (esp_strings_find (esp_organization_get_strings (organization), text, -1) == ESP_STR_NONE)
        return esp_organization_intern (organization, text);
    }
}

static guint
set_one (EspOrganization *organization,
         EspTable         table,
         EspIx            ix,
         EspField         field,
         guint32          value)
{
  if (esp_organization_get (organization, table, ix, field) == value)
    return 0;
  _esp_edit_set (organization, table, ix, field, value);
  return 1;
}

/* Who reports to whom was said of positions; as units they are parts of each other. What this version does not know goes with what goes. */
static void
make_unit (EspOrganization *organization,
           EspIx            position,
           gboolean         takes_extra)
{
  EspIx unit = esp_organization_insert (organization, ESP_TABLE_UNITS, get (organization, position, ESP_POSITION_ID), G_MAXUINT32);
  EspStr title = get (organization, position, ESP_POSITION_TITLE);

  esp_organization_set (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_NAME, title != ESP_STR_NONE ? title : get (organization, position, ESP_POSITION_ID));
  esp_organization_set (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_PARENT, get (organization, position, ESP_POSITION_REPORTS_TO));
  if (takes_extra)
    esp_organization_set (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_EXTRA, get (organization, position, ESP_POSITION_EXTRA));
}

static gboolean
has_extra (EspOrganization *organization,
           EspIx            position,
           const char      *name)
{
  g_autofree char *others = esp_extra_without (esp_organization_get_text (organization, POSITIONS, position, ESP_POSITION_EXTRA), name);

  return others != NULL;
}

/* What only positions have cannot go with them; nor can what this version does not know and a unit would be asked for. */
static gboolean
can_be_unit (EspOrganization *organization,
             EspIx            position)
{
  static const EspField fields[] = { ESP_POSITION_HOLDERS, ESP_POSITION_LINES, ESP_POSITION_SERVES, ESP_POSITION_ROLE, ESP_POSITION_POSTS, ESP_POSITION_LEVEL,
                                     ESP_POSITION_SCOPE, ESP_POSITION_NOTE };
  EspStr id = get (organization, position, ESP_POSITION_ID);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (get (organization, position, fields[i]) != 0)
      return FALSE;
  return id != ESP_STR_NONE && esp_organization_find (organization, POSITIONS, id) == position && !has_extra (organization, position, "name") &&
         !has_extra (organization, position, "parent");
}

/**
 * esp_fix_make_units:
 * @organization: an organization in a transaction
 *
 * Makes units of the positions; one that somebody holds, or that has what a unit does not have, stays, in the unit that is made of it.
 *
 * Time: O(positions). Returns: how many units were made
 */
guint
esp_fix_make_units (EspOrganization *organization)
{
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (EspIx));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, POSITIONS, &n);
  g_autofree EspIx *positions = g_memdup2 (order, n * sizeof (EspIx));
  guint n_made = 0;

  for (guint32 i = 0; i < n; i++)
    {
      EspStr id = get (organization, positions[i], ESP_POSITION_ID);
      gboolean goes = can_be_unit (organization, positions[i]);

      if (id == ESP_STR_NONE || !g_hash_table_add (seen, GUINT_TO_POINTER (id)) ||
          esp_organization_find (organization, ESP_TABLE_UNITS, id) != ESP_IX_NONE)
        continue;
      make_unit (organization, positions[i], goes);
      n_made++;
      if (goes)
        g_array_append_val (gone, positions[i]);
      else
        _esp_edit_set (organization, POSITIONS, positions[i], ESP_POSITION_UNIT, id);
    }
  esp_organization_remove_rows (organization, POSITIONS, gone);
  return n_made;
}

static guint
apply (EspOrganization  *organization,
       const EspFinding *finding)
{
  switch (finding->action)
    {
    case ESP_FIX_MAKE_TOP:
      return set_one (organization, finding->table, finding->ix, finding->table == POSITIONS ? ESP_POSITION_REPORTS_TO : ESP_UNIT_PARENT, ESP_STR_NONE);
    case ESP_FIX_IGNORE_ZEROS:
    case ESP_FIX_IGNORE_CASE:
    case ESP_FIX_TAKE_NAME:
      return find_managers (organization, finding->action);
    case ESP_FIX_SPLIT:
      return set_one (organization, finding->table, finding->ix, 0,
                      make_id (organization, esp_organization_get (organization, finding->table, finding->ix, 0)));
    case ESP_FIX_REMOVE_LINES:
      return change_lines (organization, finding->ix, NULL);
    case ESP_FIX_CLEAR_UNIT:
      return set_one (organization, POSITIONS, finding->ix, ESP_POSITION_UNIT, ESP_STR_NONE);
    case ESP_FIX_MAKE_UNITS:
      return esp_fix_make_units (organization);
    case ESP_FIX_NONE:
    default:
      return 0;
    }
}

/**
 * esp_fix_apply:
 * @organization: an organization outside of a transaction
 * @finding: one of esp_findings_collect(), made since the last change
 *
 * Does what can be done about a finding, as one step of undo.
 *
 * Time: O(positions + lines).
 *
 * Returns: how much was changed; 0: nothing, and there is no step
 */
guint
esp_fix_apply (EspOrganization  *organization,
               const EspFinding *finding)
{
  guint n;

  g_return_val_if_fail (ESP_IS_ORGANIZATION (organization), 0);
  if (finding->action == ESP_FIX_NONE || (finding->ix != ESP_IX_NONE && !esp_organization_is_live (organization, finding->table, finding->ix)))
    return 0;

  esp_organization_begin (organization, esp_fix_get_label (finding->action));
  n = apply (organization, finding);
  esp_organization_commit (organization);
  return n;
}
