/* reference-edits.c — what people do to an organization, done to the reference by its description alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "organization/reference-private.h"

#include <string.h>

#define POSITIONS ESP_TABLE_POSITIONS
#define UNITS     ESP_TABLE_UNITS

/* Changing one field */

void
reference_put (Reference  *self,
               EspTable    table,
               guint       rank,
               EspField    field,
               const char *text)
{
  Row *row;

  if (g_strcmp0 (reference_get (self, table, rank, field), text) == 0)
    return;
  row = g_memdup2 (reference_row (self, table, rank), sizeof *row);
  row->fields[field] = g_intern_string (text);
  g_ptr_array_add (self->arena, row);
  g_ptr_array_index (reference_now (self)->rows[table], rank) = row;
  reference_now (self)->n_changes++;
}

/* Whether @member is "name": …; members of the documents of this test have no commas inside */
static gboolean
is_member (const char *member,
           const char *name)
{
  g_autofree char *start = g_strdup_printf ("\"%s\":", name);

  return g_str_has_prefix (member, start);
}

/* A field that is set takes the place of a member of that name that could not be read. */
void
reference_edit (Reference  *self,
                EspTable    table,
                guint       rank,
                EspField    field,
                const char *text)
{
  static const EspField extras[] = { ESP_DOCUMENT_EXTRA, ESP_UNIT_EXTRA, ESP_POSITION_EXTRA, ESP_VIEW_EXTRA };
  EspField extra = extras[table];
  const char *there = reference_get (self, table, rank, extra);
  g_auto (GStrv) members = g_strsplit (there != NULL ? there : "", ", ", -1);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (guint i = 0; members[i] != NULL; i++)
    if (!is_member (members[i], esp_field_get_name (table, field)))
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? ", " : "", members[i]);
  reference_put (self, table, rank, extra, kept->len > 0 ? kept->str : NULL);
  reference_put (self, table, rank, field, text);
}

void
reference_set (Reference  *self,
               const char *name,
               EspTable    table,
               guint       rank,
               EspField    field,
               const char *text)
{
  if (g_strcmp0 (reference_get (self, table, rank, field), text) == 0)
    return;
  reference_begin (self, name);
  reference_edit (self, table, rank, field, text);
  reference_commit (self);
}

/* Rows */

void
reference_add (Reference         *self,
               EspTable           table,
               guint              rank,
               const char *const *fields)
{
  Row *row = g_new0 (Row, 1);

  reference_begin (self, table == UNITS ? "Add Unit" : "Add Position");
  row->serial = ++self->last_serial;
  for (guint i = 0; i < esp_table_get_n_fields (table); i++)
    row->fields[i] = g_intern_string (fields[i]);
  g_ptr_array_add (self->arena, row);
  g_ptr_array_insert (reference_now (self)->rows[table], MIN (rank, reference_get_n (self, table)), row);
  reference_now (self)->n_changes++;
  reference_commit (self);
}

void
reference_reorder (Reference *self,
                   EspTable   table,
                   guint      from,
                   guint      to)
{
  GPtrArray *rows;

  reference_begin (self, "Change Order");
  rows = reference_now (self)->rows[table];
  to = MIN (to, rows->len - 1);
  if (from != to)
    {
      g_ptr_array_insert (rows, to, g_ptr_array_steal_index (rows, from));
      reference_now (self)->n_changes++;
    }
  reference_commit (self);
}

void
reference_take_out (Reference      *self,
                    EspTable        table,
                    const gboolean *gone,
                    guint           n)
{
  for (guint i = n; i > 0; i--)
    if (gone[i - 1])
      {
        g_ptr_array_remove_index (reference_now (self)->rows[table], i - 1);
        reference_now (self)->n_changes++;
      }
}

const char *
reference_get_id (Reference *self,
                  EspTable   table,
                  guint      rank)
{
  return rank == REFERENCE_NOWHERE ? NULL : reference_get (self, table, rank, 0);
}

static const char *
get_title (Reference *self,
           EspTable   table,
           guint      rank)
{
  const char *title = reference_get (self, table, rank, 1);

  return title != NULL && *title != '\0' ? title : reference_get_id (self, table, rank) != NULL ? reference_get_id (self, table, rank) : "";
}

/* Moving */

static guint
get_above (Reference *self,
           EspTable   table,
           guint      rank)
{
  return reference_find (self, table, reference_get (self, table, rank, table == UNITS ? ESP_UNIT_PARENT : ESP_POSITION_REPORTS_TO));
}

/* Whether one comes to @above from @rank by going up, at least one step */
static gboolean
hangs_from (Reference *self,
            EspTable   table,
            guint      rank,
            guint      above)
{
  guint left = reference_get_n (self, table);

  for (guint at = get_above (self, table, rank); at != REFERENCE_NOWHERE && left > 0; at = get_above (self, table, at), left--)
    if (at == above)
      return TRUE;
  return FALSE;
}

static gboolean
closes_ring (Reference *self,
             EspTable   table,
             guint      rank,
             guint      above)
{
  return above != REFERENCE_NOWHERE && (above == rank || hangs_from (self, table, above, rank));
}

/* Who is in a ring hangs from nobody but that. */
static gboolean
is_top (Reference   *self,
        const guint *ranks,
        guint        n_ranks,
        guint        rank)
{
  for (guint i = 0; i < n_ranks; i++)
    if (ranks[i] != rank && hangs_from (self, POSITIONS, rank, ranks[i]) && !hangs_from (self, POSITIONS, rank, rank))
      return FALSE;
  return TRUE;
}

/* Adds what hangs from those taken, until there is no more. */
static void
take_branches (Reference *self,
               EspTable   table,
               gboolean  *taken,
               gboolean   unit_only)
{
  gboolean more = TRUE;

  while (more)
    {
      more = FALSE;
      for (guint i = 0; i < reference_get_n (self, table); i++)
        {
          guint above = get_above (self, table, i);

          if (taken[i] || above == REFERENCE_NOWHERE || !taken[above] ||
              (unit_only && reference_get (self, table, i, ESP_POSITION_UNIT) != reference_get (self, table, above, ESP_POSITION_UNIT)))
            continue;
          taken[i] = more = TRUE;
        }
    }
}

static char *
name_many (Reference   *self,
           const char  *what,
           const guint *ranks,
           guint        n_ranks)
{
  return n_ranks == 1 ? g_strdup_printf ("%s %s", what, get_title (self, POSITIONS, ranks[0])) : g_strdup_printf ("%s %u Positions", what, n_ranks);
}

int
reference_move (Reference   *self,
                const guint *ranks,
                guint        n_ranks,
                gboolean     sets_manager,
                guint        manager,
                gboolean     sets_unit,
                guint        unit,
                gboolean     with_branch)
{
  guint n = reference_get_n (self, POSITIONS);
  g_autofree gboolean *taken = g_new0 (gboolean, n + 1);
  g_autofree char *name = name_many (self, "Move", ranks, n_ranks);
  const char *manager_id = sets_manager ? reference_get_id (self, POSITIONS, manager) : NULL;
  const char *unit_id = sets_unit ? reference_get_id (self, UNITS, unit) : NULL;
  gboolean changes = FALSE;

  for (guint i = 0; i < n_ranks; i++)
    taken[ranks[i]] = is_top (self, ranks, n_ranks, ranks[i]);
  for (guint i = 0; i < n; i++)
    {
      if (taken[i] && sets_manager && closes_ring (self, POSITIONS, i, manager))
        return ESP_ORGANIZATION_ERROR_RING;
      changes |= taken[i] && sets_manager && reference_get (self, POSITIONS, i, ESP_POSITION_REPORTS_TO) != manager_id;
      changes |= taken[i] && sets_unit && reference_get (self, POSITIONS, i, ESP_POSITION_UNIT) != unit_id;
    }
  if (!changes)
    return ESP_ORGANIZATION_ERROR_VALUE;
  reference_begin (self, name);
  for (guint i = 0; i < n && sets_manager; i++)
    if (taken[i])
      reference_edit (self, POSITIONS, i, ESP_POSITION_REPORTS_TO, manager_id);
  if (sets_unit && with_branch)
    take_branches (self, POSITIONS, taken, TRUE);
  for (guint i = 0; i < n && sets_unit; i++)
    if (taken[i])
      reference_edit (self, POSITIONS, i, ESP_POSITION_UNIT, unit_id);
  reference_commit (self);
  return REFERENCE_DONE;
}

static void
move_one (Reference  *self,
          EspTable    table,
          guint       rank,
          EspField    field,
          const char *id)
{
  g_autofree char *name = g_strdup_printf ("Move %s", get_title (self, table, rank));

  reference_set (self, name, table, rank, field, id);
}

int
reference_move_position (Reference *self,
                         guint      rank,
                         guint      manager)
{
  if (closes_ring (self, POSITIONS, rank, manager))
    return ESP_ORGANIZATION_ERROR_RING;
  move_one (self, POSITIONS, rank, ESP_POSITION_REPORTS_TO, reference_get_id (self, POSITIONS, manager));
  return REFERENCE_DONE;
}

int
reference_move_unit (Reference *self,
                     guint      rank,
                     guint      parent)
{
  if (closes_ring (self, UNITS, rank, parent))
    return ESP_ORGANIZATION_ERROR_RING;
  if (reference_get (self, UNITS, rank, ESP_UNIT_PARENT) == reference_get_id (self, UNITS, parent))
    return ESP_ORGANIZATION_ERROR_VALUE;
  move_one (self, UNITS, rank, ESP_UNIT_PARENT, reference_get_id (self, UNITS, parent));
  return REFERENCE_DONE;
}

/* Deleting */

/* To whom goes up what asks for @id, of those that have gone: the first manager above who is there, or as written */
static const char *
find_above (Reference *self,
            GPtrArray *gone,
            const char *id)
{
  for (guint left = gone->len + 1; left > 0; left--)
    {
      const Row *first = NULL;

      if (id == NULL || reference_has_id (self, POSITIONS, id))
        return id;
      for (guint i = 0; i < gone->len; i++)
        {
          const Row *row = g_ptr_array_index (gone, i);

          if (row->fields[ESP_POSITION_ID] == id && (first == NULL || row->serial < first->serial))
            first = row;
        }
      if (first == NULL)
        return id;
      id = first->fields[ESP_POSITION_REPORTS_TO];
    }
  return NULL; /* a ring */
}

static void
move_up (Reference *self,
         GPtrArray *gone)
{
  for (guint i = 0; i < reference_get_n (self, POSITIONS); i++)
    {
      const char *id = reference_get (self, POSITIONS, i, ESP_POSITION_REPORTS_TO);
      const char *above = find_above (self, gone, id);

      if (above != id)
        reference_edit (self, POSITIONS, i, ESP_POSITION_REPORTS_TO, above == reference_get (self, POSITIONS, i, ESP_POSITION_ID) ? NULL : above);
    }
}

static GPtrArray *
list_rows (Reference      *self,
           EspTable        table,
           const gboolean *taken)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < reference_get_n (self, table); i++)
    if (taken[i])
      g_ptr_array_add (rows, (gpointer) reference_row (self, table, i));
  return rows;
}

void
reference_remove_positions (Reference       *self,
                            const guint     *ranks,
                            guint            n_ranks,
                            EspReportsPolicy policy)
{
  g_autofree char *name = name_many (self, "Delete", ranks, n_ranks);
  guint n = reference_get_n (self, POSITIONS);
  g_autofree gboolean *taken = g_new0 (gboolean, n + 1);
  g_autoptr (GPtrArray) gone = NULL;

  for (guint i = 0; i < n_ranks; i++)
    taken[ranks[i]] = TRUE;
  if (policy == ESP_REPORTS_REMOVE)
    take_branches (self, POSITIONS, taken, FALSE);
  gone = list_rows (self, POSITIONS, taken);
  reference_begin (self, name);
  reference_take_out (self, POSITIONS, taken, n);
  if (policy == ESP_REPORTS_MOVE_UP)
    move_up (self, gone);
  reference_commit (self);
}

/* Whom a question about deleting names: those who report to them, and (@n_all) all below */
guint
reference_count_reports (Reference   *self,
                         const guint *ranks,
                         guint        n_ranks,
                         guint       *n_all)
{
  guint n = reference_get_n (self, POSITIONS);
  g_autofree gboolean *taken = g_new0 (gboolean, n + 1);
  guint n_reports = 0;

  for (guint i = 0; i < n_ranks; i++)
    taken[ranks[i]] = TRUE;
  for (guint i = 0; i < n; i++)
    n_reports += !taken[i] && get_above (self, POSITIONS, i) != REFERENCE_NOWHERE && taken[get_above (self, POSITIONS, i)];
  take_branches (self, POSITIONS, taken, FALSE);
  *n_all = 0;
  for (guint i = 0; i < n; i++)
    *n_all += taken[i];
  *n_all -= n_ranks;
  return n_reports;
}

void
reference_remove_unit (Reference *self,
                       guint      rank)
{
  g_autofree char *name = g_strdup_printf ("Delete %s", get_title (self, UNITS, rank));
  guint n = reference_get_n (self, UNITS);
  g_autofree gboolean *taken = g_new0 (gboolean, n);
  const char *id = reference_get_id (self, UNITS, rank);
  const char *above = reference_get (self, UNITS, rank, ESP_UNIT_PARENT);

  reference_begin (self, name);
  if (reference_find (self, UNITS, id) == rank) /* of two with one id the other has nobody */
    {
      for (guint i = 0; i < n; i++)
        if (reference_get (self, UNITS, i, ESP_UNIT_PARENT) == id)
          reference_edit (self, UNITS, i, ESP_UNIT_PARENT, above == id || above == reference_get_id (self, UNITS, i) ? NULL : above);
      for (guint i = 0; i < reference_get_n (self, POSITIONS); i++)
        if (reference_get (self, POSITIONS, i, ESP_POSITION_UNIT) == id)
          reference_edit (self, POSITIONS, i, ESP_POSITION_UNIT, above == id ? NULL : above);
    }
  taken[rank] = TRUE;
  reference_take_out (self, UNITS, taken, n);
  reference_commit (self);
}

void
reference_remove_branch (Reference *self,
                         guint      rank)
{
  g_autofree char *name = g_strdup_printf ("Delete %s", get_title (self, UNITS, rank));
  guint n_units = reference_get_n (self, UNITS);
  guint n = reference_get_n (self, POSITIONS);
  g_autofree gboolean *units = g_new0 (gboolean, n_units);
  g_autofree gboolean *positions = g_new0 (gboolean, n + 1);
  g_autoptr (GPtrArray) gone = NULL;

  units[rank] = TRUE;
  take_branches (self, UNITS, units, FALSE);
  for (guint i = 0; i < n; i++)
    {
      guint unit = reference_find (self, UNITS, reference_get (self, POSITIONS, i, ESP_POSITION_UNIT));

      positions[i] = unit != REFERENCE_NOWHERE && units[unit];
    }
  gone = list_rows (self, POSITIONS, positions);
  reference_begin (self, name);
  reference_take_out (self, POSITIONS, positions, n);
  move_up (self, gone);
  reference_take_out (self, UNITS, units, n_units);
  reference_commit (self);
}
