/* esp-table-format.c — how a foreign table is written: separator, header, what stands above it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-table-format"

#include "io/esp-table-format.h"

#include <string.h>

#include "io/esp-table-words.h"

/* As much of a table as tells how it is written */
#define GUESS_BYTES (256u << 10)
#define GUESS_ROWS  200u

/* Titles and notes above a header that are looked for */
#define MAX_ABOVE 20u

/* Longer names of columns are no names */
#define MAX_HEADER 128u

typedef struct
{
  GPtrArray *rows; /* of GPtrArray of char *: trimmed cells */
  guint      n_columns; /* cells of most rows */
  double     share; /* of the rows that have as many */
  gboolean   is_broken;
} Trial;

static void
trial_clear (Trial *trial)
{
  g_clear_pointer (&trial->rows, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Trial, trial_clear)

static GPtrArray *
copy_row (const EspCell *cells,
          guint          n)
{
  GPtrArray *row = g_ptr_array_new_full (n, g_free);

  for (guint i = 0; i < n; i++)
    {
      gsize length = cells[i].length;
      const char *text = esp_words_trim (cells[i].text, &length);

      g_ptr_array_add (row, g_strndup (text, length));
    }

  return row;
}

static void
count_columns (Trial *trial)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint n_best = 0;

  for (guint i = 0; i < trial->rows->len; i++)
    {
      gpointer key = GUINT_TO_POINTER (((GPtrArray *) g_ptr_array_index (trial->rows, i))->len);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;

      g_hash_table_insert (counts, key, GUINT_TO_POINTER (n));
      if (n <= n_best)
        continue;
      n_best = n;
      trial->n_columns = GPOINTER_TO_UINT (key);
    }
  trial->share = trial->rows->len > 0 ? (double) n_best / trial->rows->len : 0.0;
}

/* Reads the beginning of the table with a separator. */
static void
try_separator (Trial      *trial,
               const char *tainted,
               gsize       length,
               gboolean    is_whole,
               char        separator,
               gboolean    has_comments)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (tainted, length, NULL);
  g_autoptr (EspSource) source = esp_source_new (stream, length, "");
  g_autoptr (EspTableReader) reader = NULL;
  const EspCell *cells;
  guint n;

  trial->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  if (!esp_source_fill (source, 0, 0, NULL, NULL))
    return;

  reader = esp_table_reader_new (source, separator);
  if (has_comments)
    esp_table_reader_skip_comments (reader);
  while (trial->rows->len < GUESS_ROWS)
    {
      if (!esp_table_reader_next (reader, &cells, &n, NULL, NULL))
        {
          trial->is_broken = is_whole;
          break;
        }
      if (n == 0)
        break;
      g_ptr_array_add (trial->rows, copy_row (cells, n));
    }
  if (!is_whole && trial->rows->len > 1 && trial->rows->len < GUESS_ROWS)
    g_ptr_array_set_size (trial->rows, trial->rows->len - 1); /* it may be cut */
  count_columns (trial);
}

/* Many cells in every row speak for a separator, rows of different lengths against it. */
static double
rate (const Trial *trial)
{
  double rating;

  if (trial->n_columns < 2)
    return 0.0;

  rating = trial->share * trial->share * (1.0 + g_bit_storage (trial->n_columns));
  return trial->is_broken ? rating / 4 : rating;
}

/* “sep=;” is how spreadsheets are told. */
static char
find_told_separator (const char *text,
                     gsize       length)
{
  if (length < 6 || g_ascii_strncasecmp (text, "sep=", 4) != 0 || (text[5] != '\n' && text[5] != '\r'))
    return '\0';

  return text[4] != '"' ? text[4] : '\0';
}

/* Whether the lines that begin with # are comments: the only one of them, above lines without, may be the header. */
static gboolean
find_comments (const char *text,
               gsize       length)
{
  const char *line_break;

  if (length == 0 || text[0] != '#')
    return FALSE;

  line_break = memchr (text, '\n', length);
  if (line_break == NULL)
    return FALSE;
  if (line_break + 1 < text + length && line_break[1] == '#')
    return TRUE;

  /* a single line: a header has what the next line is separated by */
  for (const char *separator = ",;\t|"; *separator != '\0'; separator++)
    {
      const char *end = memchr (line_break + 1, '\n', text + length - line_break - 1);
      gsize next = (end != NULL ? end : text + length) - line_break - 1;

      if (memchr (text, *separator, line_break - text) != NULL && memchr (line_break + 1, *separator, next) != NULL)
        return FALSE;
    }

  return TRUE;
}

static const char *
get_cell (const Trial *trial,
          guint        row,
          guint        column)
{
  GPtrArray *cells = g_ptr_array_index (trial->rows, row);

  return column < cells->len ? g_ptr_array_index (cells, column) : "";
}

static guint
count_filled (const Trial *trial,
              guint        row)
{
  guint n = 0;

  for (guint i = 0; i < ((GPtrArray *) g_ptr_array_index (trial->rows, row))->len; i++)
    n += *get_cell (trial, row, i) != '\0';

  return n;
}

/* How many cells of a row are words that columns are called by; @is_sure: one of them says so beyond doubt */
static guint
count_hints (const Trial *trial,
             guint        row,
             gboolean    *is_sure)
{
  guint n = 0;

  *is_sure = FALSE;
  for (guint i = 0; i < ((GPtrArray *) g_ptr_array_index (trial->rows, row))->len; i++)
    {
      const char *text = get_cell (trial, row, i);
      g_autofree char *normalized = NULL;
      int rates[ESP_N_USES];
      int best;

      if (strlen (text) > MAX_HEADER)
        continue;
      normalized = esp_words_normalize (text, -1);
      best = esp_words_rate_header (normalized, rates);
      n += best >= ESP_WORDS_HINT;
      *is_sure = *is_sure || best >= ESP_WORDS_SURE;
    }

  return n;
}

/* The header below rows that do not look like one, such as “Date” and a date: it names columns, and more of them than any row above has cells. */
static guint
find_lower_header (const Trial *trial,
                   guint        first)
{
  guint most_filled = 0;
  gboolean is_sure;

  if (count_hints (trial, first, &is_sure) > 1)
    return first;
  for (guint row = first; row < MAX_ABOVE && row + 1 < trial->rows->len; row++)
    {
      guint n_filled = count_filled (trial, row);

      if (row > first && n_filled > most_filled && count_hints (trial, row, &is_sure) > 1)
        return row;
      most_filled = MAX (most_filled, n_filled);
    }

  return first;
}

/* Rows above the header have one filled cell where the table has three columns or more, or at least fewer than the header. */
static guint
count_above (const Trial *trial)
{
  guint n = 0;

  if (trial->n_columns < 3)
    return 0;

  while (n < MAX_ABOVE && n + 2 < trial->rows->len && count_filled (trial, n) <= 1)
    n++;

  return n < MAX_ABOVE && count_filled (trial, n) > 1 ? find_lower_header (trial, n) : 0;
}

static gboolean
looks_like_value (const char *text)
{
  char *end;

  g_ascii_strtod (text, &end);
  return (end != text && *end == '\0') || strchr (text, '@') != NULL || strstr (text, "://") != NULL;
}

/* Whether the first row names the columns: by its words; else if it has no values, and none of its cells stands below */
static gboolean
find_header (const Trial *trial,
             guint        first)
{
  GPtrArray *header = g_ptr_array_index (trial->rows, first);
  gboolean is_sure;

  if (count_hints (trial, first, &is_sure) > 1 || is_sure)
    return TRUE;
  if (header->len == 1)
    return trial->rows->len > first + 1;

  for (guint i = 0; i < header->len; i++)
    if (looks_like_value (g_ptr_array_index (header, i)))
      return FALSE;
  for (guint row = first + 1; row < trial->rows->len; row++)
    for (guint i = 0; i < header->len; i++)
      for (guint k = 0; k < MIN (header->len, 16) && *get_cell (trial, first, i) != '\0'; k++)
        if (strcmp (get_cell (trial, row, k), get_cell (trial, first, i)) == 0)
          return FALSE;

  return TRUE;
}

/*
 * esp_table_format_guess:
 * @tainted: the beginning of the table
 * @is_whole: nothing follows @length
 * @format: (out): how it is written
 *
 * Time: O(bytes), of 256 KiB at most.
 */
void
esp_table_format_guess (const char     *tainted,
                        gsize           length,
                        gboolean        is_whole,
                        EspTableFormat *format)
{
  static const char separators[] = ",;\t|";
  char told = find_told_separator (tainted, length);
  double best = -1.0;
  guint n_above;

  *format = (EspTableFormat) { .separator = ',', .n_above = told != '\0', .has_comments = find_comments (tainted, length) };
  is_whole = is_whole && length <= GUESS_BYTES;
  length = MIN (length, GUESS_BYTES);

  for (const char *separator = separators; *separator != '\0'; separator++)
    {
      g_auto (Trial) trial = { NULL };
      double rating;

      try_separator (&trial, tainted, length, is_whole, told != '\0' ? told : *separator, format->has_comments);
      rating = rate (&trial);
      if (trial.rows->len <= format->n_above || rating <= best)
        continue;

      best = rating;
      format->separator = told != '\0' ? told : *separator;
      format->n_columns = trial.n_columns;
      format->share = trial.share;
      format->is_told = told != '\0';
      n_above = told != '\0' ? 1 : count_above (&trial);
      format->n_above = n_above;
      format->has_header = find_header (&trial, n_above);
      if (told != '\0')
        break;
    }
}

/*
 * esp_table_format_new_reader:
 * @source: the bytes, filled
 *
 * Returns: (transfer full): a reader whose first row is that of the table; %NULL with @error set
 */
EspTableReader *
esp_table_format_new_reader (const EspTableFormat  *format,
                             EspSource             *source,
                             GCancellable          *cancellable,
                             GError               **error)
{
  g_autoptr (EspTableReader) reader = esp_table_reader_new (source, format->separator);

  if (format->has_comments)
    esp_table_reader_skip_comments (reader);
  if (!esp_table_reader_skip_rows (reader, format->n_above, cancellable, error))
    return NULL;

  return g_steal_pointer (&reader);
}
