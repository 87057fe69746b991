/* reference-edits.c — what people do to an organization, done to the reference by its description alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "organization/reference-private.h"

#include <string.h>

#define POSITIONS ESP_TABLE_POSITIONS
#define UNITS     ESP_TABLE_UNITS

/* Changing one field */

static void
put (Reference  *self,
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
static void
edit (Reference  *self,
      EspTable    table,
      guint       rank,
      EspField    field,
      const char *text)
{
  EspField extra = table == POSITIONS ? ESP_POSITION_EXTRA : table == UNITS ? ESP_UNIT_EXTRA : ESP_DOCUMENT_EXTRA;
  const char *there = reference_get (self, table, rank, extra);
  g_auto (GStrv) members = g_strsplit (there != NULL ? there : "", ", ", -1);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (guint i = 0; members[i] != NULL; i++)
    if (!is_member (members[i], esp_field_get_name (table, field)))
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? ", " : "", members[i]);
  put (self, table, rank, extra, kept->len > 0 ? kept->str : NULL);
  put (self, table, rank, field, text);
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
  edit (self, table, rank, field, text);
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

static void
take_out (Reference      *self,
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

static const char *
get_id (Reference *self,
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

  return title != NULL && *title != '\0' ? title : get_id (self, table, rank) != NULL ? get_id (self, table, rank) : "";
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
  const char *manager_id = sets_manager ? get_id (self, POSITIONS, manager) : NULL;
  const char *unit_id = sets_unit ? get_id (self, UNITS, unit) : NULL;
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
      edit (self, POSITIONS, i, ESP_POSITION_REPORTS_TO, manager_id);
  if (sets_unit && with_branch)
    take_branches (self, POSITIONS, taken, TRUE);
  for (guint i = 0; i < n && sets_unit; i++)
    if (taken[i])
      edit (self, POSITIONS, i, ESP_POSITION_UNIT, unit_id);
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
  move_one (self, POSITIONS, rank, ESP_POSITION_REPORTS_TO, get_id (self, POSITIONS, manager));
  return REFERENCE_DONE;
}

int
reference_move_unit (Reference *self,
                     guint      rank,
                     guint      parent)
{
  if (closes_ring (self, UNITS, rank, parent))
    return ESP_ORGANIZATION_ERROR_RING;
  if (reference_get (self, UNITS, rank, ESP_UNIT_PARENT) == get_id (self, UNITS, parent))
    return ESP_ORGANIZATION_ERROR_VALUE;
  move_one (self, UNITS, rank, ESP_UNIT_PARENT, get_id (self, UNITS, parent));
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
        edit (self, POSITIONS, i, ESP_POSITION_REPORTS_TO, above == reference_get (self, POSITIONS, i, ESP_POSITION_ID) ? NULL : above);
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
  take_out (self, POSITIONS, taken, n);
  if (policy == ESP_REPORTS_MOVE_UP)
    move_up (self, gone);
  reference_commit (self);
}

void
reference_remove_unit (Reference *self,
                       guint      rank)
{
  g_autofree char *name = g_strdup_printf ("Delete %s", get_title (self, UNITS, rank));
  guint n = reference_get_n (self, UNITS);
  g_autofree gboolean *taken = g_new0 (gboolean, n);
  const char *id = get_id (self, UNITS, rank);
  const char *above = reference_get (self, UNITS, rank, ESP_UNIT_PARENT);

  reference_begin (self, name);
  if (reference_find (self, UNITS, id) == rank) /* of two with one id the other has nobody */
    {
      for (guint i = 0; i < n; i++)
        if (reference_get (self, UNITS, i, ESP_UNIT_PARENT) == id)
          edit (self, UNITS, i, ESP_UNIT_PARENT, above == id || above == get_id (self, UNITS, i) ? NULL : above);
      for (guint i = 0; i < reference_get_n (self, POSITIONS); i++)
        if (reference_get (self, POSITIONS, i, ESP_POSITION_UNIT) == id)
          edit (self, POSITIONS, i, ESP_POSITION_UNIT, above == id ? NULL : above);
    }
  taken[rank] = TRUE;
  take_out (self, UNITS, taken, n);
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
  take_out (self, POSITIONS, positions, n);
  move_up (self, gone);
  take_out (self, UNITS, units, n_units);
  reference_commit (self);
}

/* Lists: holders (name, share, extra), lines (to, kind, share, extra) */

static GPtrArray *
get_items (Reference *self,
           guint      rank,
           EspField   field)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *text = reference_get (self, POSITIONS, rank, field);
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", BETWEEN_ITEMS, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (items, g_strsplit (parts[i], BETWEEN_PARTS, -1));
  return items;
}

guint
reference_get_n_items (Reference *self,
                       guint      rank,
                       EspField   field)
{
  g_autoptr (GPtrArray) items = get_items (self, rank, field);

  return items->len;
}

static void
edit_items (Reference *self,
            guint      rank,
            EspField   field,
            GPtrArray *items)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *item = g_strjoinv (BETWEEN_PARTS, g_ptr_array_index (items, i));

      g_string_append_printf (text, "%s%s", i > 0 ? BETWEEN_ITEMS : "", item);
    }
  edit (self, POSITIONS, rank, field, items->len > 0 ? text->str : NULL);
}

static void
put_part (GPtrArray  *items,
          guint       nth,
          guint       part,
          const char *text)
{
  char **item = g_ptr_array_index (items, nth);

  g_free (item[part]);
  item[part] = g_strdup (text != NULL ? text : NO_PART);
}

static const char *
get_part (GPtrArray *items,
          guint      nth,
          guint      part)
{
  return ((char **) g_ptr_array_index (items, nth))[part];
}

int
reference_set_holder (Reference  *self,
                      guint       rank,
                      guint       nth,
                      const char *name)
{
  const char *fresh[] = { NO_PART, NO_PART, NO_PART, NULL };
  g_autoptr (GPtrArray) items = get_items (self, rank, ESP_POSITION_HOLDERS);
  gboolean is_new = nth == items->len;

  if (name == NULL)
    return ESP_ORGANIZATION_ERROR_VALUE;
  if (is_new)
    g_ptr_array_add (items, g_strdupv ((char **) fresh));
  if (g_strcmp0 (get_part (items, nth, 0), name) == 0)
    return REFERENCE_DONE;
  put_part (items, nth, 0, name);
  reference_begin (self, is_new ? "Add Person" : "Rename Person");
  edit_items (self, rank, ESP_POSITION_HOLDERS, items);
  if (g_strcmp0 (reference_get (self, POSITIONS, rank, ESP_POSITION_STATE), "2") == 0) /* vacant */
    edit (self, POSITIONS, rank, ESP_POSITION_STATE, NULL);
  reference_commit (self);
  return REFERENCE_DONE;
}

void
reference_set_share (Reference  *self,
                     const char *name,
                     guint       rank,
                     EspField    field,
                     guint       nth,
                     const char *share)
{
  guint part = field == ESP_POSITION_HOLDERS ? 1 : 2;
  g_autoptr (GPtrArray) items = get_items (self, rank, field);

  if (g_strcmp0 (get_part (items, nth, part), share != NULL ? share : NO_PART) == 0)
    return;
  put_part (items, nth, part, share);
  reference_begin (self, name);
  edit_items (self, rank, field, items);
  reference_commit (self);
}

void
reference_vacate (Reference *self,
                  guint      rank)
{
  const char *state = reference_get (self, POSITIONS, rank, ESP_POSITION_STATE);
  gboolean is_held = reference_get (self, POSITIONS, rank, ESP_POSITION_HOLDERS) != NULL;

  if (!is_held && (state == NULL || g_str_equal (state, "2")))
    return;
  reference_begin (self, "Make Vacant");
  edit (self, POSITIONS, rank, ESP_POSITION_HOLDERS, NULL);
  if (state != NULL)
    edit (self, POSITIONS, rank, ESP_POSITION_STATE, "2");
  reference_commit (self);
}

void
reference_remove_holder (Reference *self,
                         guint      rank,
                         guint      nth)
{
  g_autoptr (GPtrArray) items = get_items (self, rank, ESP_POSITION_HOLDERS);

  if (items->len == 1)
    {
      reference_vacate (self, rank);
      return;
    }
  g_ptr_array_remove_index (items, nth);
  reference_begin (self, "Remove Person");
  edit_items (self, rank, ESP_POSITION_HOLDERS, items);
  reference_commit (self);
}

static EspLineKind
get_kind (GPtrArray *items,
          guint      nth)
{
  static const char *const kinds[] = { "second", "dotted", "functional", "program", "vendor" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (get_part (items, nth, 1), kinds[i]))
      return i;
  return ESP_LINE_DOTTED;
}

/* A new line (@nth is their count), another end, or another kind; the other one of the two is left by naming what is there. */
int
reference_set_line (Reference   *self,
                    guint        rank,
                    guint        nth,
                    guint        to,
                    EspLineKind  kind)
{
  static const char *const kinds[] = { "second", "dotted", "functional", "program", "vendor" };
  const char *fresh[] = { NO_PART, NO_PART, NO_PART, NO_PART, NULL };
  g_autoptr (GPtrArray) items = get_items (self, rank, ESP_POSITION_LINES);
  const char *to_id = get_id (self, POSITIONS, to);
  gboolean is_new = nth == items->len;

  if (is_new)
    g_ptr_array_add (items, g_strdupv ((char **) fresh));
  if (!is_new && (to == REFERENCE_NOWHERE || g_strcmp0 (get_part (items, nth, 0), to_id) == 0) &&
      (kind == ESP_LINE_N_KINDS || get_kind (items, nth) == kind))
    return REFERENCE_DONE;
  if (to != REFERENCE_NOWHERE)
    put_part (items, nth, 0, to_id);
  if (kind != ESP_LINE_N_KINDS)
    put_part (items, nth, 1, kinds[kind]);
  if (g_strcmp0 (get_part (items, nth, 0), get_id (self, POSITIONS, rank)) == 0)
    return ESP_ORGANIZATION_ERROR_RING;
  for (guint i = 0; i < items->len; i++)
    if (i != nth && g_str_equal (get_part (items, i, 0), get_part (items, nth, 0)) && g_str_equal (get_part (items, i, 1), get_part (items, nth, 1)))
      return ESP_ORGANIZATION_ERROR_VALUE;
  reference_begin (self, is_new ? "Add Line" : "Change Line");
  edit_items (self, rank, ESP_POSITION_LINES, items);
  reference_commit (self);
  return REFERENCE_DONE;
}

void
reference_remove_line (Reference *self,
                       guint      rank,
                       guint      nth)
{
  g_autoptr (GPtrArray) items = get_items (self, rank, ESP_POSITION_LINES);

  g_ptr_array_remove_index (items, nth);
  reference_begin (self, "Delete Line");
  edit_items (self, rank, ESP_POSITION_LINES, items);
  reference_commit (self);
}

/* What the data doctor does */

/* The one id that is meant by @id, which is not there: the only one that is the same but for letter case */
static const char *
find_meant (Reference  *self,
            const char *id)
{
  g_autofree char *folded = id != NULL ? g_utf8_casefold (id, -1) : NULL;
  const char *found = NULL;

  if (id == NULL || reference_has_id (self, POSITIONS, id))
    return id;
  for (guint i = 0; i < reference_get_n (self, POSITIONS); i++)
    {
      const char *other = get_id (self, POSITIONS, i);
      g_autofree char *plain = other != NULL ? g_utf8_casefold (other, -1) : NULL;

      if (g_strcmp0 (plain, folded) != 0 || found == other)
        continue;
      if (found != NULL)
        return id;
      found = other;
    }
  return found != NULL ? found : id;
}

/* Lines to what is not there: taken out, or (@is_meant) led to what is meant */
static guint
fix_lines (Reference *self,
           guint      rank,
           gboolean   is_meant)
{
  g_autoptr (GPtrArray) items = get_items (self, rank, ESP_POSITION_LINES);
  guint n_fixed = 0;

  for (guint i = 0; i < items->len;)
    {
      g_autofree char *to = g_strdup (get_part (items, i, 0));

      if (!is_meant && !reference_has_id (self, POSITIONS, to))
        {
          g_ptr_array_remove_index (items, i);
          n_fixed++;
          continue;
        }
      if (is_meant && !g_str_equal (find_meant (self, to), to))
        {
          put_part (items, i, 0, find_meant (self, to));
          n_fixed++;
        }
      i++;
    }
  if (n_fixed > 0)
    edit_items (self, rank, ESP_POSITION_LINES, items);
  return n_fixed;
}

static guint
fix_case (Reference *self)
{
  guint n_fixed = 0;

  for (guint i = 0; i < reference_get_n (self, POSITIONS); i++)
    {
      const char *id = reference_get (self, POSITIONS, i, ESP_POSITION_REPORTS_TO);
      const char *meant = find_meant (self, id);

      if (meant != id)
        {
          edit (self, POSITIONS, i, ESP_POSITION_REPORTS_TO, meant);
          n_fixed++;
        }
      n_fixed += fix_lines (self, i, TRUE);
    }
  return n_fixed;
}

static guint
fix_field (Reference  *self,
           EspTable    table,
           guint       rank,
           EspField    field,
           const char *text)
{
  if (g_strcmp0 (reference_get (self, table, rank, field), text) == 0)
    return 0;
  edit (self, table, rank, field, text);
  return 1;
}

/* @id: the new one, for %ESP_FIX_SPLIT */
guint
reference_fix (Reference  *self,
               EspFixKind  kind,
               EspTable    table,
               guint       rank,
               const char *id)
{
  static const char *const names[] = { [ESP_FIX_MAKE_TOP] = "Make This a Top", [ESP_FIX_IGNORE_CASE] = "Ignore Letter Case", [ESP_FIX_SPLIT] = "Give It an Id of Its Own",
                                       [ESP_FIX_REMOVE_LINES] = "Remove These Lines", [ESP_FIX_CLEAR_UNIT] = "Take Out of the Unit" };
  guint n_fixed;

  reference_begin (self, names[kind]);
  switch ((guint) kind)
    {
    case ESP_FIX_MAKE_TOP: n_fixed = fix_field (self, table, rank, table == POSITIONS ? ESP_POSITION_REPORTS_TO : ESP_UNIT_PARENT, NULL); break;
    case ESP_FIX_SPLIT: n_fixed = fix_field (self, table, rank, 0, id); break;
    case ESP_FIX_CLEAR_UNIT: n_fixed = fix_field (self, POSITIONS, rank, ESP_POSITION_UNIT, NULL); break;
    case ESP_FIX_REMOVE_LINES: n_fixed = fix_lines (self, rank, FALSE); break;
    default: n_fixed = fix_case (self); break;
    }
  reference_commit (self);
  return n_fixed;
}
