/* esp-column-facts.c — what is known of a column of a foreign table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-table-guess"

#include "io/esp-table-guess-private.h"

#include <string.h>

#include "io/esp-table-words.h"

/* Longer headers are texts, not names */
#define MAX_HEADER 128

/* More cells than these, in all columns and in one, say nothing new about what stands in them */
#define LOOK_CELLS 200000u
#define LOOK_ROWS  2000u

static gboolean
is_number (const char *text)
{
  gboolean has_digit = FALSE;

  for (; *text != '\0'; text++)
    if (g_ascii_isdigit (*text))
      has_digit = TRUE;
    else if (strchr ("+-.,%", *text) == NULL && (*text != ' ' || text[1] != '%'))
      return FALSE;

  return has_digit;
}

static gboolean
is_mail (const char *text)
{
  const char *at = strchr (text, '@');

  return at != NULL && at > text && strchr (at, '.') != NULL && strchr (text, ' ') == NULL;
}

/* Digits, signs, words that units are called by, or many words: no name of a person */
static gboolean
looks_like_label (const char *text,
                  guint      *n_words)
{
  g_autofree char *normalized = NULL;
  gboolean is_start = TRUE;

  *n_words = 0;
  if (strlen (text) > 60)
    return TRUE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_isdigit (letter) || strchr ("&/_:", (int) MIN (letter, 127)) != NULL)
        return TRUE;
      if (g_unichar_isspace (letter))
        {
          is_start = TRUE;
          continue;
        }
      if (is_start && g_unichar_islower (letter) && *n_words == 0)
        return TRUE;
      *n_words += is_start;
      is_start = FALSE;
    }
  if (*n_words > 4)
    return TRUE;

  normalized = esp_words_normalize (text, -1);
  return esp_words_is_unit_word (normalized) || strstr (normalized, " and ") != NULL || strstr (normalized, " of ") != NULL;
}

static void
look_at_cells (EspColumnFacts *facts,
               EspTableSample *sample,
               GArray         *cells)
{
  guint32 n_looked = 0, n_switches = 0;
  guint32 n = MIN (cells->len, CLAMP (LOOK_CELLS / sample->names->len, 20, LOOK_ROWS));

  for (guint32 row = 0; row < n; row++)
    {
      EspStr str = g_array_index (cells, EspStr, row);
      const char *text = esp_strings_get (sample->strings, str);
      gboolean is_plain;
      guint n_words;

      if (str == ESP_STR_NONE)
        continue;
      n_switches += strcmp (text, "true") == 0 || strcmp (text, "false") == 0;
      n_looked++;
      facts->n_objects += text[0] == '[' && text[1 + strspn (text + 1, " \t\r\n")] == '{';
      facts->n_numbers += is_number (text);
      facts->n_mails += is_mail (text);
      if (esp_words_get_state (text, strlen (text), &is_plain) != ESP_STATE_DEFAULT)
        facts->n_states++;
      else if (looks_like_label (text, &n_words))
        facts->n_labels++;
      else
        facts->n_people += n_words > 1;
    }
  facts->is_switch = n_looked > 0 && n_switches == n_looked;
}

static void
count_distinct (EspColumnFacts *facts,
                GArray         *cells,
                guint32        *marks,
                guint32         mark)
{
  for (guint32 row = 0; row < cells->len; row++)
    {
      EspStr str = g_array_index (cells, EspStr, row);

      if (str == ESP_STR_NONE)
        continue;
      facts->n_filled++;
      facts->n_distinct += marks[str] != mark;
      marks[str] = mark;
    }
}

/* A whole number written plainly; -1 for anything else */
static gint64
get_whole (EspTableSample *sample,
           EspStr          str)
{
  const char *text = esp_strings_get (sample->strings, str);

  if (text == NULL || strlen (text) > 12 || (text[0] == '0' && text[1] != '\0'))
    return -1;
  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isdigit (*c))
      return -1;

  return g_ascii_strtoll (text, NULL, 10);
}

static void
look_at_numbers (EspColumnFacts *facts,
                 EspTableSample *sample,
                 GArray         *cells)
{
  gint64 least = G_MAXINT64, greatest = -1, before = -1;
  gboolean is_counter = *facts->normalized == '\0' && cells->len == sample->n_rows && cells->len > 0 && sample->has_header;

  for (guint32 row = 0; row < cells->len; row++)
    {
      gint64 value = get_whole (sample, g_array_index (cells, EspStr, row));

      if (value < 0)
        return;
      if (row == 0 ? value > 1 : value != before + 1)
        is_counter = FALSE;
      before = value;
      least = MIN (least, value);
      greatest = MAX (greatest, value);
    }

  facts->is_counter = is_counter;
  facts->is_dense = greatest >= 0 && facts->n_distinct * 2.0 > (double) (greatest - least);
}

/* “title.label” beside “title.value”: it says the same of each record */
static gboolean
is_caption (const EspColumnFacts *facts)
{
  return facts->n_filled > 1 && facts->n_distinct == 1 && g_str_has_suffix (facts->normalized, " label");
}

/* Returns: (transfer full) (array): the facts of each column */
EspColumnFacts *
esp_column_facts_new (EspTableSample *sample)
{
  guint n = sample->names->len;
  EspColumnFacts *facts = g_new0 (EspColumnFacts, n + 1);
  g_autofree guint32 *marks = g_new0 (guint32, esp_strings_get_n (sample->strings));

  for (guint i = 0; i < n; i++)
    {
      const char *name = g_ptr_array_index (sample->names, i);
      GArray *cells = g_ptr_array_index (sample->columns, i);

      facts[i].normalized = strlen (name) > MAX_HEADER ? g_strdup ("") : esp_words_normalize (name, -1);
      esp_words_rate_header (facts[i].normalized, facts[i].rates);
      count_distinct (&facts[i], cells, marks, i + 1);
      if (is_caption (&facts[i]))
        memset (facts[i].rates, 0, sizeof facts[i].rates);
      look_at_cells (&facts[i], sample, cells);
      look_at_numbers (&facts[i], sample, cells);
    }

  return facts;
}

void
esp_column_facts_free (EspColumnFacts *facts,
                       guint           n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    g_free (facts[i].normalized);
  g_free (facts);
}
