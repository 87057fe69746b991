/* esp-table-guess.c — which column is what, by what stands in it and by its header
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-table-guess"

#include "io/esp-table-guess-private.h"

#include <stdlib.h>
#include <string.h>

#include "core/esp-i18n.h"
#include "io/esp-io-limits.h"
#include "io/esp-table-words.h"

/* Uses that a header alone decides, checked by the values; the others are about links */
static const EspColumnUse plain_uses[] = {
  ESP_USE_TITLE, ESP_USE_NAME, ESP_USE_GIVEN_NAME, ESP_USE_FAMILY_NAME, ESP_USE_UNIT, ESP_USE_LEVEL, ESP_USE_STATE, ESP_USE_POSTS, ESP_USE_SCOPE,
  ESP_USE_NOTE, ESP_USE_SECOND, ESP_USE_DOTTED, ESP_USE_FUNCTIONAL, ESP_USE_PROGRAM, ESP_USE_VENDOR,
};

/* Less than this in a header is a coincidence. */
#define LEAST_RATE 45

/* A header that says “id” this clearly is believed although ids are missing or stand twice. */
#define CERTAIN_ID 100

static gboolean
is_unique (const EspColumnFacts *facts)
{
  return facts->n_filled > 0 && facts->n_distinct * 100.0 >= facts->n_filled * 95.0;
}

/* Whether what stands in a column can be what its header says */
static gboolean
values_fit (EspGuess     *self,
            guint         column,
            EspColumnUse  use)
{
  const EspColumnFacts *facts = &self->facts[column];
  guint32 n_looked = MIN (facts->n_filled, 2000);

  switch ((guint) use)
    {
    case ESP_USE_STATE:
    case ESP_USE_SCOPE:
      return facts->n_filled > 0 && facts->n_states * 2 >= n_looked && facts->n_distinct < 20;
    case ESP_USE_POSTS:
      return facts->n_filled > 0 && facts->n_numbers * 10 >= n_looked * 9;
    case ESP_USE_UNIT: /* one in which nobody is together with anybody is none */
      return !facts->is_switch && (facts->n_filled < 10 || facts->n_distinct * 10.0 < facts->n_filled * 9.0);
    case ESP_USE_TITLE:
    case ESP_USE_NAME:
    case ESP_USE_GIVEN_NAME:
    case ESP_USE_FAMILY_NAME:
      return facts->n_filled == 0 || facts->n_numbers * 2 < n_looked;
    default:
      return TRUE;
    }
}

typedef struct
{
  guint        column;
  EspColumnUse use;
  int          rate;
} Claim;

static int
compare_claims (gconstpointer a,
                gconstpointer b)
{
  const Claim *first = a, *second = b;

  if (first->rate != second->rate)
    return second->rate - first->rate;

  return first->column < second->column ? -1 : first->column > second->column;
}

/* The strongest claims of headers are granted first; each column and each use once. */
static void
grant_claims (EspGuess *self)
{
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (Claim));
  g_autofree guint8 *is_taken = g_new0 (guint8, self->n_columns + 1);

  for (guint column = 0; column < self->n_columns; column++)
    for (guint i = 0; i < G_N_ELEMENTS (plain_uses); i++)
      {
        Claim claim = { column, plain_uses[i], self->facts[column].rates[plain_uses[i]] };

        if (claim.rate >= LEAST_RATE && claim.rate >= self->facts[column].rates[ESP_USE_ID] && values_fit (self, column, claim.use))
          g_array_append_val (claims, claim);
      }
  g_array_sort (claims, compare_claims);

  if (self->mapping->columns[ESP_USE_MANAGER] != ESP_COLUMN_NONE)
    is_taken[self->mapping->columns[ESP_USE_MANAGER]] = TRUE;
  if (self->mapping->columns[ESP_USE_REPORTS] != ESP_COLUMN_NONE)
    is_taken[self->mapping->columns[ESP_USE_REPORTS]] = TRUE;
  for (guint i = 0; i < claims->len; i++)
    {
      const Claim *claim = &g_array_index (claims, Claim, i);

      if (is_taken[claim->column] || self->mapping->columns[claim->use] != ESP_COLUMN_NONE)
        continue;
      is_taken[claim->column] = TRUE;
      self->mapping->columns[claim->use] = claim->column;
    }
}

/* “Name” beside “Last name” is the given one, single words beside “First name” are the family’s. */
static void
settle_names (EspGuess *self)
{
  int *columns = self->mapping->columns;

  if (columns[ESP_USE_FAMILY_NAME] != ESP_COLUMN_NONE && columns[ESP_USE_GIVEN_NAME] == ESP_COLUMN_NONE)
    {
      columns[ESP_USE_GIVEN_NAME] = columns[ESP_USE_NAME];
      columns[ESP_USE_NAME] = ESP_COLUMN_NONE;
    }
  if (columns[ESP_USE_GIVEN_NAME] != ESP_COLUMN_NONE && columns[ESP_USE_FAMILY_NAME] == ESP_COLUMN_NONE && columns[ESP_USE_NAME] != ESP_COLUMN_NONE &&
      self->facts[columns[ESP_USE_NAME]].n_people * 2 < MIN (self->facts[columns[ESP_USE_NAME]].n_filled, 2000))
    {
      columns[ESP_USE_FAMILY_NAME] = columns[ESP_USE_NAME];
      columns[ESP_USE_NAME] = ESP_COLUMN_NONE;
    }
  if (columns[ESP_USE_GIVEN_NAME] == ESP_COLUMN_NONE || columns[ESP_USE_FAMILY_NAME] == ESP_COLUMN_NONE)
    columns[ESP_USE_GIVEN_NAME] = columns[ESP_USE_FAMILY_NAME] = ESP_COLUMN_NONE;
}

/* Whether a column called “name” has the names of people, and not of seats or parts of an organization */
static gboolean
names_people (EspGuess *self,
              guint     column)
{
  const EspColumnFacts *facts = &self->facts[column];
  int manager = self->mapping->columns[ESP_USE_MANAGER];
  gboolean is_tree = self->sample->is_tree || (manager != ESP_COLUMN_NONE && strstr (self->facts[manager].normalized, "parent") != NULL);
  guint32 n_looked = MIN (facts->n_filled, 2000);

  if (facts->rates[ESP_USE_NAME] > 110)
    return TRUE;

  return is_tree ? facts->n_people * 10 >= n_looked * 6 : facts->n_labels * 10 < n_looked * 3;
}

static gboolean
is_used (EspGuess *self,
         guint     column)
{
  for (EspColumnUse use = 0; use < ESP_N_USES; use++)
    if (self->mapping->columns[use] == (int) column)
      return TRUE;

  return (int) column == self->full_name;
}

/* A column of names that no use claims: “Organization name” in a table of organizations; without a header any text */
static int
find_label (EspGuess *self)
{
  int best = ESP_COLUMN_NONE;

  for (guint column = 0; column < self->n_columns; column++)
    {
      const EspColumnFacts *facts = &self->facts[column];

      if (is_used (self, column) || (self->sample->has_header && !esp_words_is_label (facts->normalized)) || facts->n_filled == 0 || facts->n_numbers > 0)
        continue;
      if (best == ESP_COLUMN_NONE || facts->n_distinct > self->facts[best].n_distinct)
        best = column;
    }

  return best;
}

/* A unit for each row is what the rows are: parts of an organization, called by it. */
static void
settle_parts (EspGuess *self)
{
  int *columns = self->mapping->columns;
  int unit = columns[ESP_USE_UNIT];

  if (columns[ESP_USE_TITLE] != ESP_COLUMN_NONE || columns[ESP_USE_NAME] != ESP_COLUMN_NONE || unit == ESP_COLUMN_NONE || unit == columns[ESP_USE_ID])
    return;
  if (self->facts[unit].n_filled == 0 || self->facts[unit].n_distinct < self->facts[unit].n_filled)
    return;

  columns[ESP_USE_TITLE] = unit;
  columns[ESP_USE_UNIT] = ESP_COLUMN_NONE;
}

/* A table with names and no titles lists people or parts of an organization; the latter are called by their names, and nobody holds them. */
static void
settle_title (EspGuess *self)
{
  int *columns = self->mapping->columns;
  int name = columns[ESP_USE_NAME];

  if (columns[ESP_USE_TITLE] != ESP_COLUMN_NONE)
    return;
  if (name == ESP_COLUMN_NONE)
    {
      if (columns[ESP_USE_FAMILY_NAME] == ESP_COLUMN_NONE)
        columns[ESP_USE_TITLE] = find_label (self);
      return;
    }
  if (names_people (self, name))
    return;

  columns[ESP_USE_TITLE] = name;
  if (columns[ESP_USE_GIVEN_NAME] == ESP_COLUMN_NONE)
    columns[ESP_USE_NAME] = ESP_COLUMN_NONE;
}

/* The column that its header and its values make an id, whatever managers are found in */
static int
find_id_by_header (EspGuess *self,
                   int       least)
{
  int best = ESP_COLUMN_NONE;

  for (guint column = 0; column < self->n_columns; column++)
    {
      const EspColumnFacts *facts = &self->facts[column];

      if ((int) column == self->mapping->columns[ESP_USE_MANAGER] || (int) column == self->full_name || facts->is_counter)
        continue;
      if (facts->rates[ESP_USE_ID] < least || facts->n_filled == 0)
        continue;
      if (self->sample->is_tree && (best == ESP_COLUMN_NONE || facts->rates[ESP_USE_ID] > self->facts[best].rates[ESP_USE_ID]))
        {
          best = column; /* which nobody names: a few ids, or doubles, do no harm */
          continue;
        }
      if (facts->n_filled * 2.0 < self->sample->n_rows)
        continue;
      if (facts->rates[ESP_USE_ID] < CERTAIN_ID && (!is_unique (facts) || facts->n_filled * 100.0 < self->sample->n_rows * 95.0))
        continue;
      if (best == ESP_COLUMN_NONE || facts->rates[ESP_USE_ID] > self->facts[best].rates[ESP_USE_ID])
        best = column;
    }

  return best;
}

/* Managers that are named by name, mail address or title: the row keeps the id of its own, if it has one. */
static void
settle_id (EspGuess *self)
{
  int *columns = self->mapping->columns;
  int link = columns[ESP_USE_LINK];
  const EspColumnFacts *facts;

  if (self->forced_id != ESP_COLUMN_NONE)
    {
      columns[ESP_USE_ID] = self->forced_id;
      columns[ESP_USE_LINK] = ESP_COLUMN_NONE;
      return;
    }
  if (link == ESP_COLUMN_NONE)
    {
      columns[ESP_USE_ID] = find_id_by_header (self, ESP_WORDS_HINT);
      return;
    }

  facts = &self->facts[link];
  if (link == self->full_name || link == columns[ESP_USE_NAME] || link == columns[ESP_USE_TITLE] || facts->n_mails * 2 > MIN (facts->n_filled, 2000))
    columns[ESP_USE_ID] = find_id_by_header (self, ESP_WORDS_HINT);
  if (link == self->full_name)
    columns[ESP_USE_LINK] = ESP_COLUMN_FULL_NAME;
  else if (columns[ESP_USE_ID] == ESP_COLUMN_NONE || columns[ESP_USE_ID] == link)
    {
      columns[ESP_USE_ID] = link;
      columns[ESP_USE_LINK] = ESP_COLUMN_NONE;
    }
}

/* An id on many rows that share the name of a unit is that of the unit. */
static void
settle_units (EspGuess *self)
{
  int *columns = self->mapping->columns;
  int id = columns[ESP_USE_ID], unit = columns[ESP_USE_UNIT];
  const EspColumnFacts *facts;

  if (id == ESP_COLUMN_NONE || unit == ESP_COLUMN_NONE || unit == id || columns[ESP_USE_MANAGER] == ESP_COLUMN_NONE)
    return;

  facts = &self->facts[id];
  self->mapping->ids_are_units = facts->n_distinct * 10.0 < facts->n_filled * 7.0 && esp_guess_get_consistency (self, unit, id) > 0.95;
}

/* What a program put before each row is not kept: it would make any two rows differ. */
static void
find_counter (EspGuess *self)
{
  for (guint column = 0; column < self->n_columns; column++)
    if (self->facts[column].is_counter && !is_used (self, column) && self->mapping->columns[ESP_USE_COUNTER] == ESP_COLUMN_NONE)
      self->mapping->columns[ESP_USE_COUNTER] = column;
}

static int
find_column (EspGuess    *self,
             const char  *name,
             const char  *file,
             GError     **error)
{
  for (guint i = 0; i < self->sample->names->len; i++)
    if (strcmp (g_ptr_array_index (self->sample->names, i), name) == 0)
      return i;
  for (guint i = 0; i < self->sample->names->len; i++)
    {
      g_autofree char *plain = g_utf8_casefold (g_ptr_array_index (self->sample->names, i), -1);
      g_autofree char *wanted = g_utf8_casefold (name, -1);

      if (strcmp (plain, wanted) == 0)
        return i;
    }

  g_set_error (error, ESP_IO_ERROR, ESP_IO_ERROR_COLUMN, _("%s:1: there is no column “%s”"), file, name);
  return ESP_COLUMN_NONE;
}

/* Takes the columns that the user named. */
static gboolean
take_forced (EspGuess    *self,
             const char  *file,
             GError     **error)
{
  self->forced_id = self->forced_manager = ESP_COLUMN_NONE;
  if (self->options == NULL)
    return TRUE;

  if (self->options->id_column != NULL)
    {
      self->forced_id = find_column (self, self->options->id_column, file, error);
      if (self->forced_id == ESP_COLUMN_NONE)
        return FALSE;
    }
  if (self->options->manager_column != NULL)
    {
      self->forced_manager = find_column (self, self->options->manager_column, file, error);
      if (self->forced_manager == ESP_COLUMN_NONE)
        return FALSE;
    }

  return TRUE;
}

static int
find_best (const EspColumnFacts *facts,
           guint                 n_columns,
           EspColumnUse          use)
{
  int best = ESP_COLUMN_NONE;

  for (guint i = 0; i < n_columns; i++)
    if (facts[i].rates[use] >= LEAST_RATE && (best == ESP_COLUMN_NONE || facts[i].rates[use] > facts[best].rates[use]))
      best = i;

  return best;
}

/* Adds a column of full names to a sample that has them in two. Returns: the column */
static int
add_full_names (EspTableSample *sample)
{
  EspColumnFacts *facts = esp_column_facts_new (sample);
  guint n = sample->names->len;
  int family = find_best (facts, n, ESP_USE_FAMILY_NAME);
  int given = find_best (facts, n, ESP_USE_GIVEN_NAME);
  GArray *names;

  if (given == ESP_COLUMN_NONE)
    given = find_best (facts, n, ESP_USE_NAME);
  else if (family == ESP_COLUMN_NONE)
    family = find_best (facts, n, ESP_USE_NAME);
  esp_column_facts_free (facts, n);
  if (family == ESP_COLUMN_NONE || given == ESP_COLUMN_NONE || given == family || n == ESP_IO_MAX_COLUMNS)
    return ESP_COLUMN_NONE;

  n = esp_table_sample_add_column (sample, "", 0);
  names = g_ptr_array_index (sample->columns, n);
  g_array_set_size (names, sample->n_rows);
  for (guint32 row = 0; row < sample->n_rows; row++)
    {
      const char *first = esp_strings_get (sample->strings, esp_table_sample_get (sample, row, given));
      const char *last = esp_strings_get (sample->strings, esp_table_sample_get (sample, row, family));
      g_autofree char *name = first != NULL && last != NULL ? g_strdup_printf ("%s %s", first, last) : NULL;

      g_array_index (names, EspStr, row) = esp_strings_intern (sample->strings, name, -1);
    }

  return n;
}

static void
take_options (EspGuess *self)
{
  EspTableMapping *mapping = self->mapping;

  if (self->options == NULL)
    return;

  mapping->ignore_leading_zeros = self->options->ignore_leading_zeros;
  mapping->ignore_case = self->options->ignore_case;
  mapping->manager_separator = g_strdup (self->options->manager_separator);
}

/*
 * esp_table_guess:
 * @sample: the beginning of the table; a column may be added to it
 * @options: (nullable): what the user said
 * @file: what messages call the file
 *
 * Finds out what the columns of a table are: managers and ids by what is found where (design rule 8), the others by their headers.
 *
 * Time: some hundred operations a cell at worst. Errors: %ESP_IO_ERROR_COLUMN if the user named a column that there is not.
 *
 * Returns: (transfer full): the mapping
 */
EspTableMapping *
esp_table_guess (EspTableSample          *sample,
                 const EspImportOptions  *options,
                 const char              *file,
                 GError                 **error)
{
  EspGuess self = { .sample = sample, .options = options, .mapping = esp_table_mapping_new () };
  gboolean is_taken;

  self.full_name = sample->is_tree ? ESP_COLUMN_NONE : add_full_names (sample);
  self.n_columns = sample->names->len;
  self.facts = esp_column_facts_new (sample);
  esp_guess_grow_marks (&self);
  is_taken = take_forced (&self, file, error);
  if (is_taken)
    {
      if (!sample->is_tree)
        esp_guess_links (&self);
      grant_claims (&self);
      settle_names (&self);
      settle_id (&self);
      settle_parts (&self);
      settle_title (&self);
      settle_units (&self);
      find_counter (&self);
      take_options (&self);
    }

  g_free (self.marks);
  g_free (self.first_rows);
  esp_column_facts_free (self.facts, self.n_columns);
  if (!is_taken)
    g_clear_pointer (&self.mapping, esp_table_mapping_free);

  return self.mapping;
}
