/* esp-edits.c — what people do to positions and their lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-organization"

#include "organization/esp-edits-private.h"

#include "core/esp-i18n.h"

#define POSITIONS ESP_TABLE_POSITIONS

/* Sets a field and drops what was kept of the same member as source text, so that no member is written twice. */
void
_esp_edit_set (EspOrganization *organization,
               EspTable         table,
               EspIx            ix,
               EspField         field,
               guint32          value)
{
  EspField extra_field = table == POSITIONS ? ESP_POSITION_EXTRA : ESP_UNIT_EXTRA;
  g_autofree char *extra = esp_extra_without (esp_organization_get_text (organization, table, ix, extra_field),
                                              esp_field_get_name (table, field));

  if (extra != NULL)
    esp_organization_set (organization, table, ix, extra_field, *extra != '\0' ? esp_organization_intern (organization, extra) : ESP_STR_NONE);
  esp_organization_set (organization, table, ix, field, value);
}

/* One field, one step */
void
_esp_edit_set_one (EspOrganization *organization,
                   const char      *name,
                   EspTable         table,
                   EspIx            ix,
                   EspField         field,
                   guint32          value)
{
  if (esp_organization_get (organization, table, ix, field) == value)
    return;
  esp_organization_begin (organization, name);
  _esp_edit_set (organization, table, ix, field, value);
  esp_organization_commit (organization);
}

/* The text without white space at its ends, interned; %ESP_STR_NONE for nothing */
EspStr
_esp_edit_intern (EspOrganization *organization,
                  const char      *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *stripped != '\0' ? esp_organization_intern (organization, stripped) : ESP_STR_NONE;
}

/* An id that no row of the table has: the prefix and the first free number from the count of slots on */
EspStr
_esp_edit_new_id (EspOrganization *organization,
                  EspTable         table,
                  const char      *prefix)
{
  for (guint32 i = esp_organization_get_n_slots (organization, table) + 1;; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s%u", prefix, i);

      if (esp_organization_find_id (organization, table, id) == ESP_IX_NONE)
        return esp_organization_intern (organization, id);
    }
}

static EspStr
get_id (EspOrganization *organization,
        EspTable         table,
        EspIx            ix)
{
  return ix == ESP_IX_NONE ? ESP_STR_NONE : esp_organization_get (organization, table, ix, 0);
}

/**
 * esp_edit_add_position:
 * @organization: an organization
 * @title: (nullable): its title
 * @manager: whom it reports to, or %ESP_IX_NONE
 * @unit: where it sits, or %ESP_IX_NONE
 * @after: the position it stands behind in the document, or %ESP_IX_NONE for the end
 *
 * Adds a vacant position with a new id.
 *
 * Returns: the position
 */
EspIx
esp_edit_add_position (EspOrganization *organization,
                       const char      *title,
                       EspIx            manager,
                       EspIx            unit,
                       EspIx            after)
{
  EspIx ix;
  guint32 rank = after == ESP_IX_NONE ? G_MAXUINT32 : esp_organization_get_ranks (organization, POSITIONS)[after] + 1;

  esp_organization_begin (organization, _("Add Position"));
  ix = esp_organization_insert (organization, POSITIONS, _esp_edit_new_id (organization, POSITIONS, "p"), rank);
  esp_organization_set (organization, POSITIONS, ix, ESP_POSITION_TITLE, _esp_edit_intern (organization, title));
  esp_organization_set (organization, POSITIONS, ix, ESP_POSITION_REPORTS_TO, get_id (organization, POSITIONS, manager));
  esp_organization_set (organization, POSITIONS, ix, ESP_POSITION_UNIT, get_id (organization, ESP_TABLE_UNITS, unit));
  esp_organization_commit (organization);
  return ix;
}

/**
 * esp_edit_retitle:
 * @organization: an organization
 * @position: a position
 * @title: the new title
 *
 * Errors: %ESP_ORGANIZATION_ERROR_VALUE if there is nothing but white space in @title
 */
gboolean
esp_edit_retitle (EspOrganization *organization,
                  EspIx            position,
                  const char      *title,
                  GError         **error)
{
  EspStr str = _esp_edit_intern (organization, title);

  if (str == ESP_STR_NONE)
    {
      g_set_error_literal (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_VALUE, _("A position needs a title."));
      return FALSE;
    }
  _esp_edit_set_one (organization, _("Change Title"), POSITIONS, position, ESP_POSITION_TITLE, str);
  return TRUE;
}

static guint32
get_holders (EspOrganization *organization,
             EspIx            position,
             GArray         **holders)
{
  guint32 n;
  const guint32 *words = esp_organization_get_list (organization,
                                                    esp_organization_get (organization, POSITIONS, position, ESP_POSITION_HOLDERS),
                                                    &n);

  *holders = g_array_new (FALSE, FALSE, sizeof (EspHolder));
  g_array_append_vals (*holders, words, n / ESP_HOLDER_WORDS);
  return n / ESP_HOLDER_WORDS;
}

static void
set_holders (EspOrganization *organization,
             EspIx            position,
             GArray          *holders)
{
  _esp_edit_set (organization, POSITIONS, position, ESP_POSITION_HOLDERS,
                 esp_organization_add_list (organization, (const guint32 *) (gpointer) holders->data, holders->len * ESP_HOLDER_WORDS));
}

/**
 * esp_edit_rename_holder:
 * @organization: an organization
 * @position: a position
 * @nth: which of its holders; the count of holders adds one
 * @name: the new name
 *
 * A vacant position that gets a holder is filled.
 *
 * Errors: %ESP_ORGANIZATION_ERROR_VALUE if there is nothing but white space in @name
 */
gboolean
esp_edit_rename_holder (EspOrganization *organization,
                        EspIx            position,
                        guint32          nth,
                        const char      *name,
                        GError         **error)
{
  g_autoptr (GArray) holders = NULL;
  guint32 n = get_holders (organization, position, &holders);
  EspHolder holder = { .name = _esp_edit_intern (organization, name) };

  g_return_val_if_fail (nth <= n, FALSE);

  if (holder.name == ESP_STR_NONE)
    {
      g_set_error_literal (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_VALUE,
                           _("A name cannot be empty. To take the person out, make the position vacant."));
      return FALSE;
    }
  if (nth < n && g_array_index (holders, EspHolder, nth).name == holder.name)
    return TRUE;

  esp_organization_begin (organization, nth < n ? _("Rename Person") : _("Add Person"));
  if (nth < n)
    g_array_index (holders, EspHolder, nth).name = holder.name;
  else
    g_array_append_val (holders, holder);
  set_holders (organization, position, holders);
  if (esp_organization_get (organization, POSITIONS, position, ESP_POSITION_STATE) == ESP_STATE_VACANT)
    _esp_edit_set (organization, POSITIONS, position, ESP_POSITION_STATE, ESP_STATE_DEFAULT);
  esp_organization_commit (organization);
  return TRUE;
}

/**
 * esp_edit_vacate:
 * @organization: an organization
 * @position: a position
 *
 * Takes all holders out; the position stays, vacant.
 */
void
esp_edit_vacate (EspOrganization *organization,
                 EspIx            position)
{
  EspState state = esp_organization_get (organization, POSITIONS, position, ESP_POSITION_STATE);

  if (esp_position_get_state (organization, position) == ESP_STATE_VACANT)
    return;
  esp_organization_begin (organization, _("Make Vacant"));
  _esp_edit_set (organization, POSITIONS, position, ESP_POSITION_HOLDERS, 0);
  if (state != ESP_STATE_DEFAULT)
    _esp_edit_set (organization, POSITIONS, position, ESP_POSITION_STATE, ESP_STATE_VACANT);
  esp_organization_commit (organization);
}

/**
 * esp_edit_set_scope:
 * @organization: an organization
 * @position: a position
 * @scope: whom it serves
 */
void
esp_edit_set_scope (EspOrganization *organization,
                    EspIx            position,
                    EspScope         scope)
{
  _esp_edit_set_one (organization, _("Change Scope"), POSITIONS, position, ESP_POSITION_SCOPE, scope);
}

/**
 * esp_edit_set_state:
 * @organization: an organization
 * @position: a position
 * @state: its state; %ESP_STATE_DEFAULT lets the holders decide
 */
void
esp_edit_set_state (EspOrganization *organization,
                    EspIx            position,
                    EspState         state)
{
  _esp_edit_set_one (organization, _("Change State"), POSITIONS, position, ESP_POSITION_STATE, state);
}

/**
 * esp_edit_set_role:
 * @organization: an organization
 * @position: a position
 * @role_id: (nullable): id of a role, %NULL for none
 */
void
esp_edit_set_role (EspOrganization *organization,
                   EspIx            position,
                   const char      *role_id)
{
  _esp_edit_set_one (organization, _("Change Role"), POSITIONS, position, ESP_POSITION_ROLE, _esp_edit_intern (organization, role_id));
}

/**
 * esp_edit_set_level:
 * @organization: an organization
 * @position: a position
 * @level_id: (nullable): id of a level, %NULL for none
 */
void
esp_edit_set_level (EspOrganization *organization,
                    EspIx            position,
                    const char      *level_id)
{
  _esp_edit_set_one (organization, _("Change Level"), POSITIONS, position, ESP_POSITION_LEVEL, _esp_edit_intern (organization, level_id));
}

/**
 * esp_edit_set_note:
 * @organization: an organization
 * @position: a position
 * @note: (nullable): free text
 */
void
esp_edit_set_note (EspOrganization *organization,
                   EspIx            position,
                   const char      *note)
{
  _esp_edit_set_one (organization, _("Change Note"), POSITIONS, position, ESP_POSITION_NOTE, _esp_edit_intern (organization, note));
}

/**
 * esp_edit_can_report_to:
 * @organization: an organization
 * @position: a position
 * @manager: whom it would report to, or %ESP_IX_NONE
 *
 * Whether the move would leave no ring behind. Time: O(managers above @manager).
 *
 * Errors: %ESP_ORGANIZATION_ERROR_RING with a reason that can be shown
 */
gboolean
esp_edit_can_report_to (EspOrganization *organization,
                        EspIx            position,
                        EspIx            manager,
                        GError         **error)
{
  guint32 left = esp_organization_get_n (organization, POSITIONS);

  if (manager == position)
    {
      g_set_error (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_RING, _("“%s” cannot report to itself."),
                   esp_position_get_title (organization, position));
      return FALSE;
    }
  /* a ring that is there already, above @manager, ends the walk by the count */
  for (EspIx ix = manager; ix != ESP_IX_NONE && left > 0; ix = esp_position_get_manager (organization, ix), left--)
    if (ix == position)
      {
        g_set_error (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_RING,
                     _("“%s” already reports to “%s”, directly or through others; this would close a ring."),
                     esp_position_get_title (organization, manager), esp_position_get_title (organization, position));
        return FALSE;
      }
  return TRUE;
}

/**
 * esp_edit_move_position:
 * @organization: an organization
 * @position: a position
 * @manager: its new manager, or %ESP_IX_NONE for the top
 *
 * Moves the position with all that hangs from it. Where it sits stays as it is.
 *
 * Errors: as esp_edit_can_report_to()
 */
gboolean
esp_edit_move_position (EspOrganization *organization,
                        EspIx            position,
                        EspIx            manager,
                        GError         **error)
{
  g_autofree char *name = NULL;

  if (!esp_edit_can_report_to (organization, position, manager, error))
    return FALSE;
  /* Translators: a step of undo; the title of a position */
  name = g_strdup_printf (_("Move %s"), esp_position_get_title (organization, position));
  _esp_edit_set_one (organization, name, POSITIONS, position, ESP_POSITION_REPORTS_TO, get_id (organization, POSITIONS, manager));
  return TRUE;
}

/**
 * esp_edit_move_to_unit:
 * @organization: an organization
 * @position: a position
 * @unit: where it sits from now on, or %ESP_IX_NONE
 */
void
esp_edit_move_to_unit (EspOrganization *organization,
                       EspIx            position,
                       EspIx            unit)
{
  /* Translators: a step of undo; the title of a position */
  g_autofree char *name = g_strdup_printf (_("Move %s"), esp_position_get_title (organization, position));

  _esp_edit_set_one (organization, name, POSITIONS, position, ESP_POSITION_UNIT, get_id (organization, ESP_TABLE_UNITS, unit));
}

/**
 * esp_edit_reorder:
 * @organization: an organization
 * @table: units or positions
 * @ix: a row
 * @rank: its new place in the document
 */
void
esp_edit_reorder (EspOrganization *organization,
                  EspTable         table,
                  EspIx            ix,
                  guint32          rank)
{
  esp_organization_begin (organization, _("Change Order"));
  esp_organization_reorder (organization, table, ix, rank);
  esp_organization_commit (organization);
}

/* All positions whose solid line ends at one of @positions, appended to it until there are no more. Time: O(positions). */
static void
add_branches (EspOrganization *organization,
              GArray          *positions)
{
  guint32 n_slots = esp_organization_get_n_slots (organization, POSITIONS);
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, POSITIONS, &n);
  g_autofree guint32 *first = g_new0 (guint32, n_slots + 2);
  g_autofree EspIx *reports = g_new (EspIx, n + 1);
  g_autofree guint8 *taken = g_new0 (guint8, n_slots + 1);

  for (guint32 i = 0; i < n; i++)
    {
      EspIx manager = esp_position_get_manager (organization, order[i]);

      if (manager != ESP_IX_NONE)
        first[manager + 2]++;
    }
  for (guint32 i = 2; i < n_slots + 2; i++)
    first[i] += first[i - 1];
  for (guint32 i = 0; i < n; i++)
    {
      EspIx manager = esp_position_get_manager (organization, order[i]);

      if (manager != ESP_IX_NONE)
        reports[first[manager + 1]++] = order[i];
    }
  for (guint i = 0; i < positions->len; i++)
    taken[g_array_index (positions, EspIx, i)] = TRUE;
  for (guint i = 0; i < positions->len; i++)
    {
      EspIx ix = g_array_index (positions, EspIx, i);

      for (guint32 k = first[ix]; k < first[ix + 1]; k++)
        if (!taken[reports[k]])
          {
            taken[reports[k]] = TRUE;
            g_array_append_val (positions, reports[k]);
          }
    }
}

/**
 * esp_edit_remove_position:
 * @organization: an organization
 * @position: a position
 * @policy: what becomes of its reports
 *
 * Units that it heads, and secondary lines to it, keep its id as written, so that undo brings all of it back; a unit without that head finds another.
 *
 * Time: O(positions).
 */
void
esp_edit_remove_position (EspOrganization *organization,
                          EspIx            position,
                          EspReportsPolicy policy)
{
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (EspIx));
  /* Translators: a step of undo; the title of a position */
  g_autofree char *name = g_strdup_printf (_("Delete %s"), esp_position_get_title (organization, position));
  EspStr id = esp_organization_get (organization, POSITIONS, position, ESP_POSITION_ID);
  EspStr above = esp_organization_get (organization, POSITIONS, position, ESP_POSITION_REPORTS_TO);

  g_array_append_val (gone, position);
  if (policy == ESP_REPORTS_REMOVE)
    add_branches (organization, gone);

  esp_organization_begin (organization, name);
  if (policy == ESP_REPORTS_MOVE_UP)
    {
      guint32 n;
      const EspIx *order = esp_organization_get_order (organization, POSITIONS, &n);

      for (guint32 i = 0; i < n; i++)
        if (order[i] != position && esp_organization_get (organization, POSITIONS, order[i], ESP_POSITION_REPORTS_TO) == id)
          _esp_edit_set (organization, POSITIONS, order[i], ESP_POSITION_REPORTS_TO, above != id ? above : ESP_STR_NONE);
    }
  for (guint i = 0; i < gone->len; i++)
    esp_organization_remove (organization, POSITIONS, g_array_index (gone, EspIx, i));
  esp_organization_commit (organization);
}

/**
 * esp_edit_add_line:
 * @organization: an organization
 * @position: a position
 * @to: the far end
 * @kind: what kind of secondary line
 *
 * Errors: %ESP_ORGANIZATION_ERROR_RING for a line to itself; %ESP_ORGANIZATION_ERROR_VALUE if the same line is there
 */
gboolean
esp_edit_add_line (EspOrganization *organization,
                   EspIx            position,
                   EspIx            to,
                   EspLineKind      kind,
                   GError         **error)
{
  guint32 n;
  const guint32 *words = esp_organization_get_list (organization,
                                                    esp_organization_get (organization, POSITIONS, position, ESP_POSITION_LINES), &n);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (EspLine));
  EspLine line = { .to = get_id (organization, POSITIONS, to),
                   .kind = esp_organization_intern (organization, esp_line_kind_to_string (kind)) };

  if (to == position)
    {
      g_set_error (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_RING, _("“%s” cannot report to itself."),
                   esp_position_get_title (organization, position));
      return FALSE;
    }
  g_array_append_vals (lines, words, n / ESP_LINE_WORDS);
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, EspLine, i).to == line.to && g_array_index (lines, EspLine, i).kind == line.kind)
      {
        g_set_error_literal (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_VALUE, _("There is already such a line."));
        return FALSE;
      }
  g_array_append_val (lines, line);
  _esp_edit_set_one (organization, _("Add Line"), POSITIONS, position, ESP_POSITION_LINES,
                     esp_organization_add_list (organization, (const guint32 *) (gpointer) lines->data, lines->len * ESP_LINE_WORDS));
  return TRUE;
}

/**
 * esp_edit_remove_line:
 * @organization: an organization
 * @position: a position
 * @nth: which of its secondary lines
 */
void
esp_edit_remove_line (EspOrganization *organization,
                      EspIx            position,
                      guint32          nth)
{
  guint32 n;
  const guint32 *words = esp_organization_get_list (organization,
                                                    esp_organization_get (organization, POSITIONS, position, ESP_POSITION_LINES), &n);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (EspLine));

  g_return_if_fail (nth < n / ESP_LINE_WORDS);

  g_array_append_vals (lines, words, n / ESP_LINE_WORDS);
  g_array_remove_index (lines, nth);
  _esp_edit_set_one (organization, _("Delete Line"), POSITIONS, position, ESP_POSITION_LINES,
                     esp_organization_add_list (organization, (const guint32 *) (gpointer) lines->data, lines->len * ESP_LINE_WORDS));
}
