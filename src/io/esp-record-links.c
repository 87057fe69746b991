/* esp-record-links.c — who reports to whom, once all ids are known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-records"

#include <string.h>

#include "core/esp-i18n.h"
#include "io/esp-distinguished-name.h"
#include "io/esp-manager-cell.h"
#include "io/esp-records-private.h"
#include "io/esp-table-words.h"
#include "organization/esp-names.h"

/*
 * The same few thousand managers are named by a million rows, so each text that stands in a manager’s cell is resolved once: found as it is, or a mark that
 * means “none”, or split by the separator under which most are found in the file (design rule 9), or found when zeros and case do not count.
 */
typedef struct
{
  guint32 first; /* of its managers in @managers */
  guint32 n;
} Resolved;

typedef struct
{
  EspRecords *records;
  GArray     *by_text;   /* by EspStr: place in @resolved + 1 */
  GArray     *resolved;  /* of Resolved */
  GArray     *managers;  /* of EspStr: ids */
  GHashTable *folded;    /* (nullable): folded text to position + 1 */
  gboolean    has_separator;
  EspManagerSeparator separator;
} Links;

static EspStr
get_id (EspRecords *self,
        EspIx       position)
{
  return esp_organization_get (self->organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_ID);
}

static void
set_field (EspRecords *self,
           EspIx       position,
           EspField    field,
           guint32     value)
{
  esp_organization_load (self->organization, ESP_TABLE_POSITIONS, position, field, value);
}

static inline guint32
peek (GArray *by_str,
      EspStr  str)
{
  return str < by_str->len ? g_array_index (by_str, guint32, str) : 0;
}

static gboolean
links_are_names (EspRecords *self)
{
  const int *columns = self->mapping->columns;

  int link = columns[ESP_USE_LINK] != ESP_COLUMN_NONE ? columns[ESP_USE_LINK] : columns[ESP_USE_ID];

  return link == ESP_COLUMN_FULL_NAME || (link >= 0 && link == columns[ESP_USE_NAME]);
}

/* Blanks and letter case do not count in names, of persons as of entries in a directory; an entry is called as the person is. */
static char *
fold (EspRecords *self,
      const char *text)
{
  g_autofree char *name = links_are_names (self) ? esp_distinguished_name_get_name (text) : NULL;
  char *folded;

  if (links_are_names (self))
    return esp_name_fold (name != NULL ? name : text);

  folded = esp_distinguished_name_fold (text);
  return folded != NULL ? folded : esp_id_fold (text, self->mapping->ignore_leading_zeros, self->mapping->ignore_case);
}

/* Whether the first of what rows are called by is the name of an entry in a directory */
static gboolean
links_are_entries (EspRecords *self)
{
  GArray *by_str = self->by_link->len > 0 ? self->by_link : self->first_by_id;

  for (EspStr str = 1; str < by_str->len; str++)
    if (g_array_index (by_str, guint32, str) > 0)
      {
        g_autofree char *folded = esp_distinguished_name_fold (esp_strings_get (self->strings, str));

        return folded != NULL;
      }

  return FALSE;
}

static void
fold_all (Links  *links,
          GArray *by_str)
{
  EspRecords *self = links->records;

  for (EspStr str = 1; str < by_str->len; str++)
    {
      guint32 slot = g_array_index (by_str, guint32, str);
      char *text = slot > 0 ? fold (self, esp_strings_get (self->strings, str)) : NULL;

      if (text != NULL && !g_hash_table_contains (links->folded, text))
        g_hash_table_insert (links->folded, text, GUINT_TO_POINTER (slot));
      else
        g_free (text);
    }
}

/* The position that is named by exactly that text, + 1; 0 if there is none */
static guint32
find_exact (EspRecords *self,
            EspStr      str)
{
  guint32 slot = peek (self->by_link, str);

  return slot > 0 ? slot : peek (self->first_by_id, str);
}

/* The position that is named by a text, + 1; 0 if there is none */
static guint32
find_named (Links      *links,
            const char *text,
            gsize       length)
{
  EspRecords *self = links->records;
  guint32 slot = find_exact (self, esp_strings_find (self->strings, text, length));

  if (slot == 0 && links->folded != NULL)
    {
      g_autofree char *own = g_strndup (text, length);
      g_autofree char *folded = fold (self, own);

      slot = GPOINTER_TO_UINT (g_hash_table_lookup (links->folded, folded));
    }
  if (slot == 0)
    {
      const char *id = esp_manager_cell_find_id (text, &length);

      slot = id != NULL ? find_exact (self, esp_strings_find (self->strings, id, length)) : 0;
    }

  return slot;
}

static gboolean
is_root_mark (EspRecords *self,
              const char *text)
{
  gsize length = strlen (text);

  for (guint i = 0; self->mapping->root_marks != NULL && self->mapping->root_marks[i] != NULL; i++)
    if (strcmp (self->mapping->root_marks[i], text) == 0)
      return TRUE;

  return esp_words_is_root_mark (text, length);
}

typedef struct
{
  Links *links;
  guint  n_parts;
  guint  n_found;
} PartCount;

static void
count_part (const char *text,
            gsize       length,
            gpointer    user_data)
{
  PartCount *count = user_data;

  count->n_parts++;
  count->n_found += find_named (count->links, text, length) > 0;
}

/* Adds what each separator would find in a cell that is not a manager as a whole. */
static void
try_separators (Links      *links,
                const char *text,
                double     *found)
{
  for (EspManagerSeparator separator = 0; separator < ESP_N_SEPARATORS; separator++)
    {
      PartCount count = { .links = links };

      esp_manager_cell_split (text, separator, count_part, &count);
      if (count.n_found > 0)
        found[separator] += count.n_found;
    }
}

/* Each text counts once. */
static void
try_cell (Links  *links,
          GArray *seen,
          EspStr  str,
          double *found)
{
  guint32 *slot;

  if (str == ESP_STR_NONE || find_exact (links->records, str) > 0)
    return;
  slot = esp_records_slot (seen, str);
  if (*slot == 0)
    try_separators (links, esp_strings_get (links->records->strings, str), found);
  *slot = 1;
}

/* The separator under which most managers are found, over all cells */
static void
choose_separator (Links *links)
{
  EspRecords *self = links->records;
  guint32 n = esp_organization_get_n_slots (self->organization, ESP_TABLE_POSITIONS);
  double found[ESP_N_SEPARATORS] = { 0.0 };
  g_autoptr (GArray) seen = g_array_new (FALSE, TRUE, sizeof (guint32));

  for (EspIx ix = 0; ix < n && self->mapping->manager_separator == NULL; ix++)
    try_cell (links, seen, esp_organization_get (self->organization, ESP_TABLE_POSITIONS, ix, ESP_POSITION_REPORTS_TO), found);
  for (guint i = 0; i < self->lines->len && self->mapping->manager_separator == NULL; i++)
    try_cell (links, seen, g_array_index (self->lines, EspRecordLine, i).to, found);
  for (EspManagerSeparator separator = 0; separator < ESP_N_SEPARATORS; separator++)
    if (found[separator] > 0.0 && (!links->has_separator || found[separator] > found[links->separator]))
      {
        links->has_separator = TRUE;
        links->separator = separator;
      }
}

/* Adds the id of a manager as it stands in the file, or, if it is not there, as it is written. */
static void
add_manager (const char *text,
             gsize       length,
             gpointer    user_data)
{
  Links *links = user_data;
  EspRecords *self = links->records;
  guint32 slot = find_named (links, text, length);
  EspStr id = slot > 0 ? get_id (self, slot - 1) : ESP_STR_NONE;

  if (id == ESP_STR_NONE)
    {
      g_autofree char *own = g_strndup (text, length);

      if (is_root_mark (self, own))
        return;
      id = esp_strings_intern (self->strings, text, length);
    }
  g_array_append_val (links->managers, id);
}

static void
report_double_link (EspRecords *self,
                    EspIx       position,
                    EspStr      str)
{
  esp_import_findings_add_value (&self->findings, ESP_TABLE_POSITIONS, position, g_array_index (self->report->position_lines, guint32, position),
                                 esp_strings_get (self->strings, get_id (self, position)), "reports_to",
                                 g_strdup_printf (_("“%s” stands on more than one row; who reports there was put below the first."),
                                                  esp_strings_get (self->strings, str)),
                                 g_strdup (_("Name managers by something that stands once, such as a number.")));
}

/* The managers that a text in a cell names; found once for each text */
static Resolved
resolve (Links  *links,
         EspIx   position,
         EspStr  str)
{
  EspRecords *self = links->records;
  guint32 *slot = esp_records_slot (links->by_text, str);
  const char *text = esp_strings_get (self->strings, str);
  const char *told = self->mapping->manager_separator;
  Resolved resolved = { .first = links->managers->len };

  if (*slot > 0)
    return g_array_index (links->resolved, Resolved, *slot - 1);

  if (find_named (links, text, strlen (text)) == 0)
    {
      if (told != NULL && *told != '\0')
        esp_manager_cell_split_by (text, told, add_manager, links);
      else if (told == NULL && links->has_separator)
        esp_manager_cell_split (text, links->separator, add_manager, links);
    }
  else if (peek (self->link_is_twice, str) > 0)
    report_double_link (self, position, str);
  if (links->managers->len == resolved.first)
    add_manager (text, strlen (text), links);

  resolved.n = links->managers->len - resolved.first;
  g_array_append_val (links->resolved, resolved);
  *slot = links->resolved->len;

  return resolved;
}

static EspStr
get_manager (Links    *links,
             Resolved  resolved,
             guint32   nth)
{
  return g_array_index (links->managers, EspStr, resolved.first + nth);
}

/* The first manager of a cell becomes the solid line, further ones second lines; all to ids. */
static void
link_positions (Links *links)
{
  EspRecords *self = links->records;
  guint32 n = esp_organization_get_n_slots (self->organization, ESP_TABLE_POSITIONS);

  for (EspIx ix = 0; ix < n; ix++)
    {
      EspStr str = esp_organization_get (self->organization, ESP_TABLE_POSITIONS, ix, ESP_POSITION_REPORTS_TO);
      Resolved resolved;

      if (str == ESP_STR_NONE)
        continue;
      resolved = resolve (links, ix, str);
      set_field (self, ix, ESP_POSITION_REPORTS_TO, resolved.n > 0 ? get_manager (links, resolved, 0) : ESP_STR_NONE);
      for (guint32 i = 1; i < resolved.n; i++)
        {
          EspRecordLine line = { ix, ESP_LINE_SECOND, get_manager (links, resolved, i), ESP_STR_NONE };

          g_array_append_val (self->lines, line);
        }
    }
}

/* Who is named as reporting to a position does; who reports to another already has a second manager. */
static void
link_below (Links               *links,
            const EspRecordLine *named,
            EspStr               below,
            GArray              *more)
{
  EspRecords *self = links->records;
  EspStr manager = get_id (self, named->position);
  guint32 slot = find_exact (self, below);
  EspRecordLine line = { slot - 1, ESP_LINE_SECOND, manager, ESP_STR_NONE };
  EspStr there;

  if (slot == 0)
    {
      esp_import_findings_add_value (&self->findings, ESP_TABLE_POSITIONS, named->position,
                                     g_array_index (self->report->position_lines, guint32, named->position), esp_strings_get (self->strings, manager),
                                     "reports_to", g_strdup_printf (_("It names “%s” as reporting to it, who is not in this file."),
                                                                    esp_strings_get (self->strings, below)), NULL);
      return;
    }
  there = esp_organization_get (self->organization, ESP_TABLE_POSITIONS, line.position, ESP_POSITION_REPORTS_TO);
  if (there == ESP_STR_NONE)
    set_field (self, line.position, ESP_POSITION_REPORTS_TO, manager);
  else if (there != manager)
    g_array_append_val (more, line);
}

/* Secondary lines as they stand in cells become one for each far end. */
static void
link_lines (Links *links,
            guint  n)
{
  EspRecords *self = links->records;
  guint n_kept = 0;
  g_autoptr (GArray) more = g_array_new (FALSE, FALSE, sizeof (EspRecordLine));

  for (guint i = 0; i < n; i++)
    {
      EspRecordLine line = g_array_index (self->lines, EspRecordLine, i);
      Resolved resolved = resolve (links, line.position, line.to);

      for (guint32 k = 0; k < resolved.n; k++)
        {
          EspStr to = get_manager (links, resolved, k);

          if (line.is_below)
            {
              link_below (links, &line, to, more);
              continue;
            }
          line.to = to;
          g_array_append_val (more, line);
        }
      n_kept++;
    }
  g_array_remove_range (self->lines, 0, n_kept);
  if (more->len > 0)
    g_array_append_vals (self->lines, more->data, more->len);
}

/* Gives ids to positions that have none, and to nodes of a tree whose id was there before. */
static void
make_ids (EspRecords *self)
{
  guint32 n = esp_organization_get_n_slots (self->organization, ESP_TABLE_POSITIONS);
  g_autoptr (GArray) last = g_array_new (FALSE, TRUE, sizeof (guint32)); /* by EspStr: how often a text was met */
  const char *kind = self->is_table ? "row" : self->is_tree ? "node" : "entry";
  gboolean has_ids = self->mapping->columns[ESP_USE_ID] != ESP_COLUMN_NONE && self->n_without_id < n;

  for (EspIx ix = 0; ix < n && (self->is_tree || self->n_without_id > 0); ix++)
    {
      EspStr id = get_id (self, ix), new_id = ESP_STR_NONE;
      guint32 line = g_array_index (self->report->position_lines, guint32, ix);
      guint32 nth = 1;

      if (id != ESP_STR_NONE)
        {
          guint32 *slot = esp_records_slot (self->is_tree ? last : self->first_by_id, id);

          if (!self->is_tree || *slot == 0)
            {
              *slot = MAX (*slot, 1);
              continue;
            }
          nth = ++*slot;
        }
      while (new_id == ESP_STR_NONE)
        {
          g_autofree char *text = id != ESP_STR_NONE ? g_strdup_printf ("%s (%u)", esp_strings_get (self->strings, id), nth)
                                  : nth == 1 ? g_strdup_printf ("%s-%u", kind, self->is_table ? line : ix + 1)
                                             : g_strdup_printf ("%s-%u-%u", kind, self->is_table ? line : ix + 1, nth);

          /* a text that is not in the file at all is no id either */
          if (esp_strings_find (self->strings, text, -1) == ESP_STR_NONE)
            new_id = esp_strings_intern (self->strings, text, -1);
          nth++;
        }
      if (id != ESP_STR_NONE)
        *esp_records_slot (last, id) = nth - 1;
      set_field (self, ix, ESP_POSITION_ID, new_id);
      if (id != ESP_STR_NONE)
        esp_import_findings_add_value (&self->findings, ESP_TABLE_POSITIONS, ix, line, esp_strings_get (self->strings, new_id), "id",
                                       g_strdup_printf (_("The id “%s” was there before; this one is called “%s”."), esp_strings_get (self->strings, id),
                                                        esp_strings_get (self->strings, new_id)),
                                       NULL);
      else if (has_ids && !self->is_tree)
        esp_import_findings_add_value (&self->findings, ESP_TABLE_POSITIONS, ix, line, esp_strings_get (self->strings, new_id), "id",
                                       g_strdup_printf (_("It has no id; it is called “%s”."), esp_strings_get (self->strings, new_id)), NULL);
    }
}

/* What lies in a node reports to it. */
static void
link_nodes (EspRecords *self)
{
  for (EspIx ix = 0; ix < self->parents->len; ix++)
    {
      EspIx parent = g_array_index (self->parents, EspIx, ix);

      if (parent != ESP_IX_NONE)
        set_field (self, ix, ESP_POSITION_REPORTS_TO, get_id (self, parent));
    }
}

/* Units that are named by the ids of rows hang where their rows report to. */
static void
link_units (EspRecords *self)
{
  guint32 n = esp_organization_get_n_slots (self->organization, ESP_TABLE_POSITIONS);

  for (EspIx ix = 0; ix < n; ix++)
    {
      EspStr id = get_id (self, ix);
      EspStr manager = esp_organization_get (self->organization, ESP_TABLE_POSITIONS, ix, ESP_POSITION_REPORTS_TO);
      guint32 unit = peek (self->unit_rows, id);

      if (unit > 0 && manager != ESP_STR_NONE && peek (self->first_by_id, id) == ix + 1)
        esp_organization_load (self->organization, ESP_TABLE_UNITS, unit - 1, ESP_UNIT_PARENT, manager);
    }
}

/* Finds the managers of all positions, and the far ends of their lines. */
void
esp_records_link (EspRecords *self)
{
  Links links = { .records = self };
  guint n_lines = self->lines->len;

  make_ids (self);
  if (self->is_tree)
    link_nodes (self);

  links.by_text = g_array_new (FALSE, TRUE, sizeof (guint32));
  links.resolved = g_array_new (FALSE, FALSE, sizeof (Resolved));
  links.managers = g_array_new (FALSE, FALSE, sizeof (EspStr));
  if (self->mapping->ignore_leading_zeros || self->mapping->ignore_case || links_are_names (self) || links_are_entries (self))
    {
      links.folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      fold_all (&links, self->by_link);
      if (!links_are_names (self) || self->mapping->columns[ESP_USE_LINK] == ESP_COLUMN_NONE)
        fold_all (&links, self->first_by_id);
    }

  if (!self->is_tree)
    {
      choose_separator (&links);
      link_positions (&links);
    }
  link_lines (&links, n_lines);
  if (self->mapping->ids_are_units)
    link_units (self);

  g_array_unref (links.by_text);
  g_array_unref (links.resolved);
  g_array_unref (links.managers);
  g_clear_pointer (&links.folded, g_hash_table_unref);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const EspRecordLine *first = a, *second = b;

  return first->position < second->position ? -1 : first->position > second->position;
}

static int
compare_holders (gconstpointer a,
                 gconstpointer b)
{
  const EspRecordHolder *first = a, *second = b;

  return first->position < second->position ? -1 : first->position > second->position;
}

static void
add_lines (EspRecords *self)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_sort (self->lines, compare_lines); /* GLib’s sort keeps the order of equals */
  for (guint i = 0; i < self->lines->len;)
    {
      EspIx position = g_array_index (self->lines, EspRecordLine, i).position;

      g_array_set_size (words, 0);
      for (; i < self->lines->len && g_array_index (self->lines, EspRecordLine, i).position == position; i++)
        {
          const EspRecordLine *line = &g_array_index (self->lines, EspRecordLine, i);
          EspLine new_line = { .to = line->to, .extra = line->extra,
                               .kind = esp_strings_intern (self->strings, esp_line_kind_to_string (line->kind), -1) };

          g_array_append_vals (words, &new_line, ESP_LINE_WORDS);
        }
      set_field (self, position, ESP_POSITION_LINES,
                 esp_organization_add_list (self->organization, (const guint32 *) (gpointer) words->data, words->len));
    }
}

/* Gives positions the lists that grew while rows were read. */
void
esp_records_add_lists (EspRecords *self)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint32));

  add_lines (self);
  g_array_sort (self->holders, compare_holders);
  for (guint i = 0; i < self->holders->len;)
    {
      EspIx position = g_array_index (self->holders, EspRecordHolder, i).position;
      guint32 n;
      const guint32 *there = esp_organization_get_list (
        self->organization, esp_organization_get (self->organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_HOLDERS), &n);

      g_array_set_size (words, 0);
      g_array_append_vals (words, there, n);
      for (; i < self->holders->len && g_array_index (self->holders, EspRecordHolder, i).position == position; i++)
        {
          const EspRecordHolder *further = &g_array_index (self->holders, EspRecordHolder, i);
          EspHolder holder = { .name = further->name, .share = further->share, .extra = further->extra };

          g_array_append_vals (words, &holder, ESP_HOLDER_WORDS);
        }
      set_field (self, position, ESP_POSITION_HOLDERS,
                 esp_organization_add_list (self->organization, (const guint32 *) (gpointer) words->data, words->len));
    }
}
