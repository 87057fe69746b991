/* esp-guess-links.c — which column names the manager, and in which one managers are found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-table-guess"

#include <string.h>

#include "io/esp-distinguished-name.h"
#include "io/esp-manager-cell.h"
#include "io/esp-table-guess-private.h"
#include "io/esp-table-words.h"
#include "organization/esp-names.h"

/*
 * A pair of columns is good if what stands in the one, the manager’s, is found in the other often. So says design rule 8; what follows keeps chance out of it:
 * a nameless counter of rows has every small number, so has a column of amounts; a column in which a value stands on many rows can be the id only if these
 * rows agree on the manager. A header that names the manager outweighs values, unless they say it clearly.
 */

/* A header that is about the manager this much makes its column the manager’s even if nothing is found: all are orphans then. */
#define SURE_MANAGER 75

/* Beside a header that is about the manager this much, others must be as well. */
#define CERTAIN_MANAGER 100
#define OTHER_MANAGER   60

/* A different manager on more of the rows of one id: it is not what they have the manager for. */
#define LEAST_CONSISTENCY 0.9

/* Where fewer managers than this are found as they are written, other ways to write them are tried; these must find more than that. */
#define SCARCE 0.2
#define OFTEN  0.5

/* Columns looked at, as managers’ and as ids: more have no meaning for people */
#define MAX_MANAGERS 16
#define MAX_LINKS    256

typedef struct
{
  int      manager;
  int      link;
  double   found; /* share of the managers named that are found */
  guint    n_named;
  double   rating;
  gboolean are_reports; /* not managers, but who reports to a row */
} Pair;

/* The different managers of a column, split up for each way to separate them */
typedef struct
{
  EspStr  value;
  guint32 n_rows;
  guint   parts[ESP_N_SEPARATORS]; /* where its parts begin in all_parts */
  guint   n_parts[ESP_N_SEPARATORS];
} Named;

typedef struct
{
  GArray *named;     /* of Named */
  GArray *all_parts; /* of EspStr; none: a part that stands nowhere in the sample */
  guint32 n_rows;    /* that name one */
} Managers;

static void
managers_clear (Managers *self)
{
  g_clear_pointer (&self->named, g_array_unref);
  g_clear_pointer (&self->all_parts, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Managers, managers_clear)

typedef struct
{
  EspGuess *guess;
  Managers *managers;
} PartTarget;

static void
add_part (const char *text,
          gsize       length,
          gpointer    user_data)
{
  PartTarget *target = user_data;
  EspStr str = esp_strings_find (target->guess->sample->strings, text, length);

  g_array_append_val (target->managers->all_parts, str);
}

static void
split_named (EspGuess *self,
             Managers *managers,
             Named    *named)
{
  const char *text = esp_strings_get (self->sample->strings, named->value);
  PartTarget target = { self, managers };

  for (EspManagerSeparator separator = 0; separator < ESP_N_SEPARATORS; separator++)
    {
      named->parts[separator] = managers->all_parts->len;
      esp_manager_cell_split (text, separator, add_part, &target);
      named->n_parts[separator] = managers->all_parts->len - named->parts[separator];
    }
}

/* Collects what a column names as managers; what usually means “none” does not count unless nothing else is there. */
static void
collect_managers (EspGuess *self,
                  guint     column,
                  Managers *managers)
{
  EspStrings *strings = self->sample->strings;
  GArray *cells = g_ptr_array_index (self->sample->columns, column);
  g_autofree guint32 *ix = g_new0 (guint32, esp_strings_get_n (strings));

  managers->named = g_array_new (FALSE, FALSE, sizeof (Named));
  managers->all_parts = g_array_new (FALSE, FALSE, sizeof (EspStr));
  for (guint32 row = 0; row < cells->len; row++)
    {
      EspStr str = g_array_index (cells, EspStr, row);
      Named named = { .value = str };

      if (str == ESP_STR_NONE)
        continue;
      if (ix[str] == 0)
        {
          const char *text = esp_strings_get (strings, str);

          if (esp_words_is_root_mark (text, strlen (text)))
            continue;
          g_array_append_val (managers->named, named);
          ix[str] = managers->named->len;
        }
      g_array_index (managers->named, Named, ix[str] - 1).n_rows++;
      managers->n_rows++;
    }
  for (guint i = 0; i < managers->named->len; i++)
    split_named (self, managers, &g_array_index (managers->named, Named, i));
}

/* Marks every text of a column, folded if that is wanted. */
static void
mark_column (EspGuess *self,
             guint     column)
{
  GArray *cells = g_ptr_array_index (self->sample->columns, column);

  self->mark++;
  for (guint32 row = 0; row < cells->len; row++)
    {
      EspStr str = g_array_index (cells, EspStr, row);

      if (str != ESP_STR_NONE)
        self->marks[self->folded != NULL ? self->folded[str] : str] = self->mark;
    }
}

static inline gboolean
is_marked (EspGuess *self,
           EspStr    str)
{
  return str != ESP_STR_NONE && self->marks[self->folded != NULL ? self->folded[str] : str] == self->mark;
}

/* Of the rows that name a manager, the share whose manager is found in the column; of several in one cell each counts its part */
static double
count_found (EspGuess *self,
             Managers *managers,
             guint     link)
{
  double whole = 0.0, split[ESP_N_SEPARATORS] = { 0.0 }, best = 0.0;

  if (managers->n_rows == 0)
    return 0.0;

  mark_column (self, link);
  for (guint i = 0; i < managers->named->len; i++)
    {
      const Named *named = &g_array_index (managers->named, Named, i);

      if (is_marked (self, named->value))
        {
          whole += named->n_rows;
          continue;
        }
      for (EspManagerSeparator separator = 0; separator < ESP_N_SEPARATORS; separator++)
        {
          guint n_found = 0;

          for (guint k = 0; k < named->n_parts[separator]; k++)
            n_found += is_marked (self, g_array_index (managers->all_parts, EspStr, named->parts[separator] + k));
          if (n_found > 0)
            split[separator] += (double) named->n_rows * n_found / named->n_parts[separator];
        }
    }
  for (EspManagerSeparator separator = 0; separator < ESP_N_SEPARATORS; separator++)
    best = MAX (best, split[separator]);

  return (whole + best) / managers->n_rows;
}

/* Makes room for a mark and a row of every text of the sample. */
void
esp_guess_grow_marks (EspGuess *self)
{
  gsize n = esp_strings_get_n (self->sample->strings);

  self->marks = g_renew (guint32, self->marks, n);
  self->first_rows = g_renew (guint32, self->first_rows, n);
  memset (self->marks, 0, n * sizeof (guint32));
  self->mark = 0;
}

/*
 * esp_guess_get_consistency:
 *
 * Returns: of the values of the column @per that stand on several rows, the share of rows that agree with the first of them on the column @of; 1 without such
 */
double
esp_guess_get_consistency (EspGuess *self,
                           guint     of,
                           guint     per)
{
  EspTableSample *sample = self->sample;
  guint32 n_again = 0, n_agree = 0;

  self->mark++;
  for (guint32 row = 0; row < sample->n_rows; row++)
    {
      EspStr str = esp_table_sample_get (sample, row, per);
      EspStr value = esp_table_sample_get (sample, row, of);

      if (str == ESP_STR_NONE || value == ESP_STR_NONE)
        continue;
      if (self->marks[str] != self->mark)
        {
          self->marks[str] = self->mark;
          self->first_rows[str] = row;
          continue;
        }
      n_again++;
      n_agree += value == esp_table_sample_get (sample, self->first_rows[str], of);
    }

  return n_again > 0 ? (double) n_agree / n_again : 1.0;
}

static gboolean
is_unique (const EspColumnFacts *facts)
{
  return facts->n_filled > 0 && facts->n_distinct * 10.0 >= facts->n_filled * 9.0;
}

/* Whether a column may be what rows are called by */
static gboolean
may_be_link (EspGuess *self,
             guint     column,
             guint     manager)
{
  const EspColumnFacts *facts = &self->facts[column];
  static const EspColumnUse other_uses[] = { ESP_USE_LEVEL, ESP_USE_POSTS, ESP_USE_STATE, ESP_USE_SCOPE, ESP_USE_NOTE };

  if (self->forced_id != ESP_COLUMN_NONE)
    return column == (guint) self->forced_id;
  if (column == manager || facts->n_filled == 0 || facts->is_counter || facts->rates[ESP_USE_MANAGER] >= SURE_MANAGER)
    return FALSE;
  if (facts->rates[ESP_USE_ID] < ESP_WORDS_HINT)
    for (guint i = 0; i < G_N_ELEMENTS (other_uses); i++)
      if (facts->rates[other_uses[i]] >= SURE_MANAGER)
        return FALSE;

  return is_unique (facts) || esp_guess_get_consistency (self, manager, column) >= LEAST_CONSISTENCY;
}

/* Whether the headers have a word in common that says something: “pborg seq”, “pborg managed by” */
static gboolean
share_word (EspGuess *self,
            guint     a,
            guint     b)
{
  g_auto (GStrv) first = g_strsplit (self->facts[a].normalized, " ", -1);
  g_auto (GStrv) second = g_strsplit (self->facts[b].normalized, " ", -1);

  for (guint i = 0; first[i] != NULL; i++)
    if (strlen (first[i]) > 2 && g_strv_contains ((const char *const *) second, first[i]))
      return TRUE;

  return FALSE;
}

/* Most found; then the header’s words; then how few values stand twice */
static gboolean
is_better_link (EspGuess   *self,
                const Pair *new_pair,
                const Pair *best)
{
  const EspColumnFacts *facts = &self->facts[new_pair->link], *best_facts = &self->facts[best->link];

  if (new_pair->found != best->found)
    return new_pair->found > best->found;
  if (facts->rates[ESP_USE_ID] != best_facts->rates[ESP_USE_ID])
    return facts->rates[ESP_USE_ID] > best_facts->rates[ESP_USE_ID];

  return facts->n_distinct > best_facts->n_distinct;
}

/* In a dense column of numbers another number is found by chance; a column of the manager’s own kind, whose rows agree on it, says more. */
static gboolean
is_meant_rather (EspGuess   *self,
                 const Pair *new_pair,
                 const Pair *best)
{
  const EspColumnFacts *facts = &self->facts[new_pair->link];

  return self->facts[best->link].is_dense && is_unique (&self->facts[best->link]) && facts->n_distinct * 10.0 < facts->n_filled * 7.0 &&
         new_pair->found > 0.3 && share_word (self, new_pair->manager, new_pair->link) && !share_word (self, best->manager, best->link);
}

/* Of the rows that name a manager, how many name themselves */
static guint32
count_self (EspGuess *self,
            guint     manager,
            guint     link)
{
  guint32 n_self = 0;

  for (guint32 row = 0; row < self->sample->n_rows; row++)
    {
      EspStr str = esp_table_sample_get (self->sample, row, manager);

      n_self += str != ESP_STR_NONE && str == esp_table_sample_get (self->sample, row, link);
    }

  return n_self;
}

/* Whether a column says who reports to a row: by its header, and since hardly two rows say the same and some name several */
static gboolean
names_reports (EspGuess       *self,
               guint           column,
               const Managers *managers)
{
  gboolean has_several = FALSE;

  if (!esp_words_is_child_member (self->facts[column].normalized) || managers->named->len < managers->n_rows)
    return FALSE;
  for (guint i = 0; i < managers->named->len && !has_several; i++)
    {
      const Named *named = &g_array_index (managers->named, Named, i);

      has_several = named->n_parts[ESP_SEPARATOR_LIST] > 0;
      for (EspManagerSeparator separator = 0; separator < ESP_N_SEPARATORS; separator++)
        has_several = has_several || named->n_parts[separator] > 1;
    }

  return has_several;
}

/* The best link for a column of managers */
static gboolean
find_link (EspGuess *self,
           guint     manager,
           gboolean  are_reports,
           Pair     *best)
{
  g_auto (Managers) managers = { NULL };
  Pair rather = { .link = ESP_COLUMN_NONE };

  *best = (Pair) { .manager = manager, .link = ESP_COLUMN_NONE };
  collect_managers (self, manager, &managers);
  best->n_named = managers.n_rows;
  best->are_reports = self->forced_manager == ESP_COLUMN_NONE && names_reports (self, manager, &managers);
  if (best->are_reports != are_reports)
    return FALSE;
  for (guint link = 0; link < MIN (self->n_columns, MAX_LINKS); link++)
    {
      Pair pair = { .manager = manager, .link = link, .n_named = managers.n_rows };

      if (!may_be_link (self, link, manager))
        continue;
      pair.found = count_found (self, &managers, link);
      if (pair.n_named > 1 && count_self (self, manager, link) * 2 > pair.n_named && self->forced_id == ESP_COLUMN_NONE)
        continue; /* the same thing twice, not a manager */
      if (pair.found > 0.0 && (best->link == ESP_COLUMN_NONE || is_better_link (self, &pair, best)))
        *best = pair;
    }
  if (best->link == ESP_COLUMN_NONE)
    return FALSE;

  for (guint link = 0; link < MIN (self->n_columns, MAX_LINKS) && self->forced_id == ESP_COLUMN_NONE; link++)
    {
      Pair pair = { .manager = manager, .link = link, .n_named = managers.n_rows };

      if (link == (guint) best->link || !may_be_link (self, link, manager))
        continue;
      pair.found = count_found (self, &managers, link);
      if (is_meant_rather (self, &pair, best) && pair.found > rather.found)
        rather = pair;
    }
  if (rather.link != ESP_COLUMN_NONE)
    *best = rather;

  return TRUE;
}

/* Without a word for it: most of what the column names is found in a column without doubles, and hardly any row names itself. */
static gboolean
is_manager_by_values (EspGuess   *self,
                      const Pair *pair)
{
  const EspColumnFacts *manager = &self->facts[pair->manager], *link = &self->facts[pair->link];
  gboolean is_numeric = manager->n_numbers * 2 > MIN (manager->n_filled, 100);

  if (link->n_distinct < link->n_filled || link->n_filled * 10.0 < self->sample->n_rows * 9.0 || pair->found < (is_numeric ? 0.9 : 0.5))
    return FALSE;
  if (is_numeric && self->sample->has_header && link->rates[ESP_USE_ID] < ESP_WORDS_HINT)
    return FALSE;
  if (is_numeric && (pair->n_named == self->sample->n_rows || manager->rates[ESP_USE_LEVEL] > 0 || manager->rates[ESP_USE_POSTS] > 0))
    return FALSE;

  return count_self (self, pair->manager, pair->link) * 5 <= pair->n_named;
}

/* Takes the best pair of columns of one kind: those whose header speaks of a manager, or all others. */
static gboolean
find_pair (EspGuess *self,
           gboolean  by_header,
           Pair     *best)
{
  gboolean has_best = FALSE;
  guint n_tried = 0;
  int least = 1;

  for (guint column = 0; column < self->n_columns; column++)
    if (self->facts[column].rates[ESP_USE_MANAGER] >= CERTAIN_MANAGER && self->facts[column].n_filled > 0)
      least = OTHER_MANAGER;

  for (guint column = 0; column < self->n_columns && n_tried < MAX_MANAGERS; column++)
    {
      int rate = self->facts[column].rates[ESP_USE_MANAGER];
      Pair pair;

      if (self->forced_manager != ESP_COLUMN_NONE ? column != (guint) self->forced_manager : by_header ? rate < least : rate > 0)
        continue;
      if ((int) column == self->forced_id || (int) column == self->full_name || self->facts[column].n_filled == 0 || self->facts[column].is_counter)
        continue;
      if (self->facts[column].n_objects * 2 > MIN (self->facts[column].n_filled, 2000) && self->forced_manager == ESP_COLUMN_NONE)
        continue;

      n_tried++;
      if (!find_link (self, column, FALSE, &pair) && (rate < SURE_MANAGER || pair.are_reports) && self->forced_manager == ESP_COLUMN_NONE)
        continue;
      if (!by_header && !is_manager_by_values (self, &pair))
        continue;
      pair.rating = MAX (rate, 0) / 100.0 + pair.found;
      if (has_best && pair.rating <= best->rating)
        continue;
      *best = pair;
      has_best = TRUE;
    }

  return has_best;
}

/* Where rows do not say whom they report to, they may say who reports to them. */
static void
find_reports (EspGuess *self)
{
  Pair pair;

  for (guint column = 0; column < self->n_columns; column++)
    if (esp_words_is_child_member (self->facts[column].normalized) && find_link (self, column, TRUE, &pair) && pair.found > OFTEN)
      {
        self->mapping->columns[ESP_USE_REPORTS] = column;
        self->mapping->columns[ESP_USE_LINK] = pair.link;
        return;
      }
}

/* Other ways to write a manager, for when hardly any is found as written */
typedef enum
{
  FOLD_IDS,      /* leading zeros, letter case and the blanks in names of entries do not count */
  FOLD_NAMES,    /* “Lee, Ann” is “Ann Lee”; so is an entry of that name */
  FOLD_INNER, /* “Ann Lee (17)” is 17 */
  N_FOLDS
} Fold;

static char *
fold_text (const char *text,
           Fold        fold)
{
  gsize length = strlen (text);
  g_autofree char *name = NULL;
  const char *id;

  switch (fold)
    {
    case FOLD_IDS:
      name = esp_distinguished_name_fold (text);
      return name != NULL ? g_steal_pointer (&name) : esp_id_fold (text, TRUE, TRUE);
    case FOLD_NAMES:
      name = esp_distinguished_name_get_name (text);
      return esp_name_fold (name != NULL ? name : text);
    case FOLD_INNER:
      id = esp_manager_cell_find_id (text, &length);
      return id != NULL ? g_strndup (id, length) : g_strdup (text);
    case N_FOLDS:
    default:
      g_assert_not_reached ();
    }
}

static void
fold_texts (EspGuess *self,
            Fold      fold)
{
  EspStrings *strings = self->sample->strings;
  guint32 n = esp_strings_get_n (strings);

  self->folded = g_new0 (EspStr, 2 * (gsize) n);
  for (EspStr str = 1; str < n; str++)
    {
      g_autofree char *folded = fold_text (esp_strings_get (strings, str), fold);

      self->folded[str] = esp_strings_intern (strings, folded, -1);
    }
  for (EspStr str = n; str < esp_strings_get_n (strings); str++)
    self->folded[str] = str;
  esp_guess_grow_marks (self);
}

/* Looks for managers that are written in another way than where they are found. */
static gboolean
find_folded_pair (EspGuess *self,
                  Pair     *best)
{
  gboolean has_best = FALSE;

  for (Fold fold = 0; fold < N_FOLDS; fold++)
    {
      Pair pair;

      fold_texts (self, fold);
      if (find_pair (self, TRUE, &pair) && pair.found > (has_best ? best->found : 0.0))
        {
          *best = pair;
          has_best = TRUE;
        }
      g_clear_pointer (&self->folded, g_free);
    }

  return has_best;
}

/*
 * esp_guess_links:
 *
 * Sets the manager’s column, or that of who reports to a row, and the one where these are found. Time: O(cells × pairs looked at).
 */
void
esp_guess_links (EspGuess *self)
{
  Pair pair, folded;
  gboolean has_pair = find_pair (self, TRUE, &pair);

  if ((has_pair && pair.found < SCARCE) || (!has_pair && self->forced_manager != ESP_COLUMN_NONE))
    if (find_folded_pair (self, &folded) && (!has_pair || pair.found == 0.0 || folded.found > OFTEN))
      {
        pair = folded;
        has_pair = TRUE;
      }
  if (!has_pair)
    has_pair = find_pair (self, FALSE, &pair);
  if (!has_pair)
    {
      find_reports (self);
      return;
    }

  self->mapping->columns[ESP_USE_MANAGER] = pair.manager;
  self->mapping->columns[ESP_USE_LINK] = pair.link;
}
