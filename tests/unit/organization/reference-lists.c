/* reference-lists.c — people, lines, saved views and what the data doctor does, done to the reference by its description alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "organization/reference-private.h"

#define POSITIONS ESP_TABLE_POSITIONS
#define UNITS     ESP_TABLE_UNITS
#define VIEWS     ESP_TABLE_VIEWS

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
  reference_edit (self, POSITIONS, rank, field, items->len > 0 ? text->str : NULL);
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
    reference_edit (self, POSITIONS, rank, ESP_POSITION_STATE, NULL);
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
  reference_edit (self, POSITIONS, rank, ESP_POSITION_HOLDERS, NULL);
  if (state != NULL)
    reference_edit (self, POSITIONS, rank, ESP_POSITION_STATE, "2");
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
  const char *to_id = reference_get_id (self, POSITIONS, to);
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
  if (g_strcmp0 (get_part (items, nth, 0), reference_get_id (self, POSITIONS, rank)) == 0)
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

/* Saved views */

static guint
find_view (Reference  *self,
           const char *name)
{
  for (guint i = 0; i < reference_get_n (self, VIEWS); i++)
    if (g_strcmp0 (reference_get (self, VIEWS, i, ESP_VIEW_NAME), name) == 0)
      return i;
  return REFERENCE_NOWHERE;
}

/* A list that is empty is written as one. */
static void
edit_texts (Reference         *self,
            guint              rank,
            EspField           field,
            const char *const *texts)
{
  const char *before = reference_get (self, VIEWS, rank, ESP_VIEW_PRESENT);
  guint present = before != NULL ? g_ascii_strtoull (before, NULL, 10) : 0;
  g_autofree char *joined = g_strjoinv (BETWEEN_ITEMS, (char **) texts);
  g_autofree char *after = NULL;

  present = texts[0] == NULL ? present | 1u << field : present & ~(1u << field);
  after = g_strdup_printf ("%u", present);
  reference_put (self, VIEWS, rank, ESP_VIEW_PRESENT, present != 0 ? after : NULL);
  reference_edit (self, VIEWS, rank, field, texts[0] != NULL ? joined : NULL);
}

/* @name: (nullable): nothing but white space */
int
reference_save_view (Reference          *self,
                     const char         *name,
                     const char         *new_id,
                     const EspViewWords *words)
{
  guint rank = find_view (self, name);

  if (name == NULL)
    return ESP_ORGANIZATION_ERROR_VALUE;
  reference_begin (self, rank != REFERENCE_NOWHERE ? "Replace View" : "Save View");
  if (rank == REFERENCE_NOWHERE)
    {
      const char *fields[ESP_VIEW_N_FIELDS] = { new_id, name };

      rank = reference_get_n (self, VIEWS);
      reference_add (self, VIEWS, rank, fields);
    }
  reference_edit (self, VIEWS, rank, ESP_VIEW_CHART, words->chart);
  reference_edit (self, VIEWS, rank, ESP_VIEW_TOP, words->top);
  reference_edit (self, VIEWS, rank, ESP_VIEW_DIRECTION, words->direction);
  reference_edit (self, VIEWS, rank, ESP_VIEW_DENSITY, words->density);
  reference_edit (self, VIEWS, rank, ESP_VIEW_ARRANGE, words->arrange);
  reference_edit (self, VIEWS, rank, ESP_VIEW_COLOR_BY, words->color_by);
  reference_edit (self, VIEWS, rank, ESP_VIEW_FRAMES, words->frames ? "2" : "1");
  edit_texts (self, rank, ESP_VIEW_LINES, words->lines);
  edit_texts (self, rank, ESP_VIEW_FILTER, words->filter);
  edit_texts (self, rank, ESP_VIEW_FOLDED, words->folded);
  reference_edit (self, VIEWS, rank, ESP_VIEW_CENTER, words->center);
  reference_edit (self, VIEWS, rank, ESP_VIEW_ZOOM, words->zoom);
  reference_commit (self);
  return REFERENCE_DONE;
}

int
reference_rename_view (Reference  *self,
                       guint       rank,
                       const char *name)
{
  guint other = find_view (self, name);

  if (name == NULL)
    return ESP_ORGANIZATION_ERROR_VALUE;
  if (other != REFERENCE_NOWHERE && other != rank)
    return ESP_ORGANIZATION_ERROR_REFERENCE;
  reference_set (self, "Rename View", VIEWS, rank, ESP_VIEW_NAME, name);
  return REFERENCE_DONE;
}

void
reference_remove_view (Reference *self,
                       guint      rank)
{
  guint n = reference_get_n (self, VIEWS);
  g_autofree gboolean *taken = g_new0 (gboolean, n);

  taken[rank] = TRUE;
  reference_begin (self, "Delete View");
  reference_take_out (self, VIEWS, taken, n);
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
      const char *other = reference_get_id (self, POSITIONS, i);
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
          reference_edit (self, POSITIONS, i, ESP_POSITION_REPORTS_TO, meant);
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
  reference_edit (self, table, rank, field, text);
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
