/* esp-edits-moves.c — moving positions and units, their order, and taking them out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-organization"

#include "organization/esp-edits-private.h"

#include <string.h>

#include "core/esp-i18n.h"

#define POSITIONS ESP_TABLE_POSITIONS
#define UNITS     ESP_TABLE_UNITS

/* Who reports to whom by solid lines, in compressed rows: the reports of slot i are [first[i], first[i + 1]). */
typedef struct
{
  guint32 *first; /* slots + 1 */
  EspIx   *reports;
} Reports;

static void
reports_free (Reports *self)
{
  g_free (self->first);
  g_free (self->reports);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reports, reports_free)

/* Time: O(positions) */
static Reports *
reports_new (EspOrganization *organization)
{
  Reports *self = g_new (Reports, 1);
  guint32 n_slots = esp_organization_get_n_slots (organization, POSITIONS);
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, POSITIONS, &n);

  self->first = g_new0 (guint32, n_slots + 2);
  self->reports = g_new (EspIx, n + 1);
  for (guint32 i = 0; i < n; i++)
    {
      EspIx manager = esp_position_get_manager (organization, order[i]);

      if (manager != ESP_IX_NONE)
        self->first[manager + 2]++;
    }
  for (guint32 i = 2; i < n_slots + 2; i++)
    self->first[i] += self->first[i - 1];
  for (guint32 i = 0; i < n; i++)
    {
      EspIx manager = esp_position_get_manager (organization, order[i]);

      if (manager != ESP_IX_NONE)
        self->reports[self->first[manager + 1]++] = order[i];
    }
  return self;
}

/* Appends all that hangs from @positions, until there is no more; @unit_only: only as far as it sits in the unit of what it hangs from. */
static void
add_branches (EspOrganization *organization,
              Reports         *reports,
              GArray          *positions,
              gboolean         unit_only)
{
  g_autofree guint8 *taken = g_new0 (guint8, esp_organization_get_n_slots (organization, POSITIONS) + 1);

  for (guint i = 0; i < positions->len; i++)
    taken[g_array_index (positions, EspIx, i)] = TRUE;
  for (guint i = 0; i < positions->len; i++)
    {
      EspIx ix = g_array_index (positions, EspIx, i);
      EspStr unit = esp_organization_get (organization, POSITIONS, ix, ESP_POSITION_UNIT);

      for (guint32 k = reports->first[ix]; k < reports->first[ix + 1]; k++)
        {
          EspIx report = reports->reports[k];

          if (taken[report] || (unit_only && esp_organization_get (organization, POSITIONS, report, ESP_POSITION_UNIT) != unit))
            continue;
          taken[report] = TRUE;
          g_array_append_val (positions, report);
        }
    }
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

static gboolean
refuse (GError    **error,
        const char *reason)
{
  g_set_error_literal (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_VALUE, reason);
  return FALSE;
}

/* By slot, who hangs from himself, directly or through others. Time: O(positions). */
static guint8 *
find_rings (EspOrganization *organization)
{
  guint32 n_slots = esp_organization_get_n_slots (organization, POSITIONS);
  guint8 *in_ring = g_new0 (guint8, n_slots + 1);
  g_autofree guint32 *walks = g_new0 (guint32, n_slots + 1); /* on which way up one was met first; 0: on none yet */
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, POSITIONS, &n);

  for (guint32 i = 0; i < n; i++)
    {
      EspIx ix = order[i];

      for (; ix != ESP_IX_NONE && walks[ix] == 0; ix = esp_position_get_manager (organization, ix))
        walks[ix] = i + 1;
      if (ix == ESP_IX_NONE || walks[ix] != i + 1)
        continue;
      for (; !in_ring[ix]; ix = esp_position_get_manager (organization, ix))
        in_ring[ix] = TRUE;
    }
  return in_ring;
}

/* Of several positions, those that hang from no other of them: they carry the others along. Who is in a ring is one of those. In document order, each once.
 * Time: O(positions). */
static GArray *
get_tops (EspOrganization *organization,
          const EspIx     *positions,
          guint32          n_positions)
{
  enum { UNKNOWN, FREE, BELOW };
  GArray *tops = g_array_new (FALSE, FALSE, sizeof (EspIx));
  g_autofree guint8 *states = g_new0 (guint8, esp_organization_get_n_slots (organization, POSITIONS) + 1);
  g_autofree guint8 *chosen = g_new0 (guint8, esp_organization_get_n_slots (organization, POSITIONS) + 1);
  g_autofree guint8 *in_ring = find_rings (organization);
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, POSITIONS, &n);

  for (guint32 i = 0; i < n_positions; i++)
    chosen[positions[i]] = TRUE;
  for (guint32 i = 0; i < n; i++)
    {
      EspIx ix = order[i];
      guint8 state = FREE;
      guint32 n_steps = 0;

      if (!chosen[ix])
        continue;
      /* whether somebody above is chosen; a ring ends the walk by the count. What was found is noted on the way, so that no way is gone twice */
      while ((ix = esp_position_get_manager (organization, ix)) != ESP_IX_NONE && states[ix] == UNKNOWN && !chosen[ix] && n_steps < n)
        n_steps++;
      if (ix != ESP_IX_NONE)
        state = chosen[ix] ? BELOW : states[ix] != UNKNOWN ? states[ix] : FREE;
      for (ix = esp_position_get_manager (organization, order[i]); n_steps > 0; n_steps--, ix = esp_position_get_manager (organization, ix))
        states[ix] = state;
      if (state != BELOW || in_ring[order[i]])
        g_array_append_val (tops, order[i]);
    }
  return tops;
}

/**
 * esp_edit_can_move:
 * @organization: an organization
 * @positions: (array length=n_positions): positions
 * @to: where they would go
 *
 * Whether esp_edit_move() would do it. What hangs from another one of @positions goes along with it.
 *
 * Time: O(positions).
 *
 * Errors: %ESP_ORGANIZATION_ERROR_RING, or %ESP_ORGANIZATION_ERROR_VALUE if all are there already; with a reason that can be shown
 */
gboolean
esp_edit_can_move (EspOrganization      *organization,
                   const EspIx          *positions,
                   guint32               n_positions,
                   const EspDestination *to,
                   GError              **error)
{
  EspStr manager = to->sets_manager ? _esp_edit_get_id (organization, POSITIONS, to->manager) : ESP_STR_NONE;
  EspStr unit = to->sets_unit ? _esp_edit_get_id (organization, UNITS, to->unit) : ESP_STR_NONE;
  gboolean changes = FALSE;

  for (guint32 i = 0; i < n_positions; i++)
    {
      if (to->sets_manager && !esp_edit_can_report_to (organization, positions[i], to->manager, error))
        return FALSE;
      changes |= to->sets_manager && esp_organization_get (organization, POSITIONS, positions[i], ESP_POSITION_REPORTS_TO) != manager;
      changes |= to->sets_unit && esp_organization_get (organization, POSITIONS, positions[i], ESP_POSITION_UNIT) != unit;
    }
  if (changes)
    return TRUE;
  if (n_positions == 1 && to->sets_manager && to->manager != ESP_IX_NONE)
    {
      g_set_error (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_VALUE, _("“%s” reports to “%s” already."),
                   esp_position_get_title (organization, positions[0]), esp_position_get_title (organization, to->manager));
      return FALSE;
    }
  if (n_positions == 1 && to->sets_unit && !to->sets_manager && to->unit != ESP_IX_NONE)
    {
      g_set_error (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_VALUE, _("“%s” sits in “%s” already."),
                   esp_position_get_title (organization, positions[0]), esp_unit_get_name (organization, to->unit));
      return FALSE;
    }
  return refuse (error, _("That is where it is already."));
}

/**
 * esp_edit_move:
 * @organization: an organization
 * @positions: (array length=n_positions): positions
 * @to: where they go
 *
 * Moves positions with all that hangs from them, as one step. Where @to names a unit and wants branches, what hangs from them and sits in the
 * same unit moves there, too.
 *
 * Time: O(positions).
 *
 * Errors: as esp_edit_can_move(); then nothing has changed
 */
gboolean
esp_edit_move (EspOrganization      *organization,
               const EspIx          *positions,
               guint32               n_positions,
               const EspDestination *to,
               GError              **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GArray) tops = NULL;

  g_return_val_if_fail (n_positions > 0, FALSE);

  tops = get_tops (organization, positions, n_positions);
  if (!esp_edit_can_move (organization, (const EspIx *) (gpointer) tops->data, tops->len, to, error))
    return FALSE;
  name = n_positions == 1
             /* Translators: a step of undo; the title of a position */
             ? g_strdup_printf (_("Move %s"), esp_position_get_title (organization, positions[0]))
             : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Move %u Position", "Move %u Positions", n_positions), n_positions);
  esp_organization_begin (organization, name);
  if (to->sets_manager)
    for (guint i = 0; i < tops->len; i++)
      _esp_edit_set (organization, POSITIONS, g_array_index (tops, EspIx, i), ESP_POSITION_REPORTS_TO,
                     _esp_edit_get_id (organization, POSITIONS, to->manager));
  if (to->sets_unit)
    {
      if (to->with_branch)
        {
          g_autoptr (Reports) reports = reports_new (organization);

          add_branches (organization, reports, tops, TRUE);
        }
      for (guint i = 0; i < tops->len; i++)
        _esp_edit_set (organization, POSITIONS, g_array_index (tops, EspIx, i), ESP_POSITION_UNIT, _esp_edit_get_id (organization, UNITS, to->unit));
    }
  esp_organization_commit (organization);
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
  _esp_edit_set_one (organization, name, POSITIONS, position, ESP_POSITION_REPORTS_TO, _esp_edit_get_id (organization, POSITIONS, manager));
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

  _esp_edit_set_one (organization, name, POSITIONS, position, ESP_POSITION_UNIT, _esp_edit_get_id (organization, UNITS, unit));
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

/**
 * esp_edit_place_beside:
 * @organization: an organization
 * @table: units or positions
 * @ix: a row
 * @other: another row of the table
 * @is_after: behind it, or before it
 *
 * Puts a row right beside another one in the order of the document, which is the order of siblings.
 */
void
esp_edit_place_beside (EspOrganization *organization,
                       EspTable         table,
                       EspIx            ix,
                       EspIx            other,
                       gboolean         is_after)
{
  const guint32 *ranks = esp_organization_get_ranks (organization, table);
  guint32 from, to;

  g_return_if_fail (ix != other);

  from = ranks[ix];
  to = ranks[other] + (is_after ? 1 : 0);
  esp_edit_reorder (organization, table, ix, from < to ? to - 1 : to);
}

static int
compare_latest (gconstpointer a,
                gconstpointer b)
{
  EspIx x = *(const EspIx *) a;
  EspIx y = *(const EspIx *) b;

  return (x < y) - (x > y);
}

/* After rows have gone: what reported to one of them reports to the first manager above that is still there. */
static void
move_up (EspOrganization *organization,
         GArray          *gone)
{
  g_autoptr (GHashTable) above = g_hash_table_new (NULL, NULL); /* id → id of the manager; of several with one id, of the first that came */
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, POSITIONS, &n);

  g_array_sort (gone, compare_latest);
  for (guint i = 0; i < gone->len; i++)
    {
      EspIx ix = g_array_index (gone, EspIx, i);

      g_hash_table_insert (above, GUINT_TO_POINTER (esp_organization_get (organization, POSITIONS, ix, ESP_POSITION_ID)),
                           GUINT_TO_POINTER (esp_organization_get (organization, POSITIONS, ix, ESP_POSITION_REPORTS_TO)));
    }
  for (guint32 i = 0; i < n; i++)
    {
      EspStr id = esp_organization_get (organization, POSITIONS, order[i], ESP_POSITION_REPORTS_TO);
      EspStr to = id;
      gpointer next;
      guint left = gone->len + 1;

      /* another row with the same id may be there yet; a ring of those that have gone ends by the count */
      while (to != ESP_STR_NONE && esp_organization_find (organization, POSITIONS, to) == ESP_IX_NONE && left-- > 0 &&
             g_hash_table_lookup_extended (above, GUINT_TO_POINTER (to), NULL, &next))
        to = GPOINTER_TO_UINT (next);
      if (esp_organization_find (organization, POSITIONS, to) == ESP_IX_NONE && g_hash_table_contains (above, GUINT_TO_POINTER (to)))
        to = ESP_STR_NONE;
      if (to == id)
        continue;
      if (to == esp_organization_get (organization, POSITIONS, order[i], ESP_POSITION_ID))
        to = ESP_STR_NONE;
      _esp_edit_set (organization, POSITIONS, order[i], ESP_POSITION_REPORTS_TO, to);
    }
}

/**
 * esp_edit_count_reports:
 * @organization: an organization
 * @positions: (array length=n_positions): positions
 * @n_all: (out) (optional): positions that hang from them at any depth
 *
 * How many would be asked about if @positions were deleted. Time: O(positions).
 *
 * Returns: positions that report to one of @positions and are none of them
 */
guint32
esp_edit_count_reports (EspOrganization *organization,
                        const EspIx     *positions,
                        guint32          n_positions,
                        guint32         *n_all)
{
  g_autoptr (Reports) reports = reports_new (organization);
  g_autoptr (GArray) branch = g_array_new (FALSE, FALSE, sizeof (EspIx));
  g_autofree guint8 *chosen = g_new0 (guint8, esp_organization_get_n_slots (organization, POSITIONS) + 1);
  guint32 n = 0;

  for (guint32 i = 0; i < n_positions; i++)
    chosen[positions[i]] = TRUE;
  for (guint32 i = 0; i < n_positions; i++)
    for (guint32 k = reports->first[positions[i]]; k < reports->first[positions[i] + 1]; k++)
      n += !chosen[reports->reports[k]];
  if (n_all != NULL)
    {
      g_array_append_vals (branch, positions, n_positions);
      add_branches (organization, reports, branch, FALSE);
      *n_all = branch->len - n_positions;
    }
  return n;
}

/**
 * esp_edit_remove_positions:
 * @organization: an organization
 * @positions: (array length=n_positions): positions, each once
 * @policy: what becomes of their reports
 *
 * Units that they head, and secondary lines to them, keep their ids as written, so that undo brings all of it back; a unit without that head finds
 * another.
 *
 * Time: O(positions), and O(n log n) of those that go.
 */
void
esp_edit_remove_positions (EspOrganization *organization,
                           const EspIx     *positions,
                           guint32          n_positions,
                           EspReportsPolicy policy)
{
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (EspIx));
  g_autofree char *name = NULL;

  g_return_if_fail (n_positions > 0);

  g_array_append_vals (gone, positions, n_positions);
  if (policy == ESP_REPORTS_REMOVE)
    {
      g_autoptr (Reports) reports = reports_new (organization);

      add_branches (organization, reports, gone, FALSE);
    }
  name = n_positions == 1
             /* Translators: a step of undo; the title of a position */
             ? g_strdup_printf (_("Delete %s"), esp_position_get_title (organization, positions[0]))
             : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Delete %u Position", "Delete %u Positions", n_positions), n_positions);
  esp_organization_begin (organization, name);
  esp_organization_remove_rows (organization, POSITIONS, gone);
  if (policy == ESP_REPORTS_MOVE_UP)
    move_up (organization, gone);
  esp_organization_commit (organization);
}

/**
 * esp_edit_remove_position:
 * @organization: an organization
 * @position: a position
 * @policy: what becomes of its reports
 *
 * As esp_edit_remove_positions(), for one.
 */
void
esp_edit_remove_position (EspOrganization *organization,
                          EspIx            position,
                          EspReportsPolicy policy)
{
  esp_edit_remove_positions (organization, &position, 1, policy);
}

/* By slot, whether a unit is @unit or a part of it. Time: O(units). */
static guint8 *
find_parts (EspOrganization *organization,
            EspIx            unit)
{
  enum { UNKNOWN = 2, WALKED };
  guint32 n_slots = esp_organization_get_n_slots (organization, UNITS);
  guint8 *states = g_malloc (n_slots + 1);
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, UNITS, &n);

  memset (states, UNKNOWN, n_slots + 1);
  states[unit] = TRUE;
  for (guint32 i = 0; i < n; i++)
    {
      EspIx ix = order[i];
      gboolean is_part;

      for (; ix != ESP_IX_NONE && states[ix] == UNKNOWN; ix = esp_unit_get_parent (organization, ix))
        states[ix] = WALKED;
      is_part = ix != ESP_IX_NONE && states[ix] == TRUE; /* a ring comes back to where it was walked */
      for (ix = order[i]; ix != ESP_IX_NONE && states[ix] == WALKED; ix = esp_unit_get_parent (organization, ix))
        states[ix] = is_part;
    }
  return states;
}

/**
 * esp_edit_remove_unit_branch:
 * @organization: an organization
 * @unit: a unit
 *
 * Removes the unit with all its units and positions. Who reported to one of them from outside reports to the first manager above who is still there.
 *
 * Time: O(positions + units), and O(n log n) of those that go.
 */
void
esp_edit_remove_unit_branch (EspOrganization *organization,
                             EspIx            unit)
{
  /* Translators: a step of undo; the name of a unit */
  g_autofree char *name = g_strdup_printf (_("Delete %s"), esp_unit_get_name (organization, unit));
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (EspIx));
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (EspIx));
  g_autofree guint8 *is_part = find_parts (organization, unit);
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, UNITS, &n);

  for (guint32 i = 0; i < n; i++)
    if (is_part[order[i]])
      g_array_append_val (units, order[i]);
  order = esp_organization_get_order (organization, POSITIONS, &n);
  for (guint32 i = 0; i < n; i++)
    {
      EspIx of = esp_position_get_unit (organization, order[i]);

      if (of != ESP_IX_NONE && is_part[of])
        g_array_append_val (positions, order[i]);
    }
  esp_organization_begin (organization, name);
  esp_organization_remove_rows (organization, POSITIONS, positions);
  move_up (organization, positions);
  esp_organization_remove_rows (organization, UNITS, units);
  esp_organization_commit (organization);
}
