/* esp-table-importer.c — foreign tables to an organization
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-table-importer"

#include "io/esp-table-importer.h"

#include <string.h>

#include "core/esp-i18n.h"
#include "io/esp-io-limits.h"
#include "io/esp-records.h"
#include "io/esp-table-guess.h"
#include "io/esp-table-words.h"

/* Less of a table in rows of the same length is no table. */
#define LEAST_SHARE 0.5

static void
add_row (EspTableSample *sample,
         const EspCell  *cells,
         guint           n_cells)
{
  while (sample->names->len < n_cells)
    esp_table_sample_add_column (sample, "", 0);
  for (guint i = 0; i < n_cells; i++)
    esp_table_sample_set (sample, i, cells[i].text, cells[i].length);
}

/* What is wrong in the sample is said when the table is read. */
static void
read_sample (EspTableSample       *sample,
             const EspTableFormat *format,
             const char           *data,
             gsize                 length)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, length, NULL);
  g_autoptr (EspSource) source = esp_source_new (stream, length, "");
  g_autoptr (EspTableReader) reader = NULL;
  const EspCell *cells;
  guint n_cells;

  if (!esp_source_fill (source, 0, 0, NULL, NULL))
    return;
  reader = esp_table_format_new_reader (format, source, NULL, NULL);
  if (reader == NULL)
    return;

  sample->has_header = format->has_header;
  if (format->has_header)
    {
      if (!esp_table_reader_next (reader, &cells, &n_cells, NULL, NULL))
        return;
      for (guint i = 0; i < n_cells; i++)
        esp_table_sample_add_column (sample, cells[i].text, cells[i].length);
    }
  while (esp_table_reader_next (reader, &cells, &n_cells, NULL, NULL) && n_cells > 0 && esp_table_sample_begin_row (sample))
    add_row (sample, cells, n_cells);
}

static void
refuse (EspSource  *source,
        GError    **error)
{
  g_set_error (error, ESP_IO_ERROR, ESP_IO_ERROR_FORMAT,
               _("%s:1: this is neither an organization of Espalier nor a table, a list or a tree of positions"), esp_source_get_name (source));
}

/* A text that is no table has one column, or rows of any length; words that columns are called by make it one all the same. */
static gboolean
is_table (EspTableSample       *sample,
          const EspTableFormat *format)
{
  guint n_hints = 0;

  for (guint i = 0; i < sample->names->len && sample->has_header; i++)
    {
      g_autofree char *normalized = esp_words_normalize (g_ptr_array_index (sample->names, i), -1);
      int rates[ESP_N_USES];

      n_hints += esp_words_rate_header (normalized, rates) >= ESP_WORDS_HINT;
    }

  return n_hints > 0 || (format->n_columns > 1 && format->share >= LEAST_SHARE && sample->n_rows > 0);
}

/* Says what is wrong with a file that looks like no table: broken in its first rows it looks like none, under any separator if it has too many columns. */
static void
say_why_not (EspSource             *source,
             const EspTableFormat  *format,
             GCancellable          *cancellable,
             GError               **error)
{
  static const char separators[] = ",;\t|";
  EspTableFormat other = *format;

  for (guint i = 0; i < strlen (separators); i++)
    {
      g_autoptr (EspTableReader) reader = NULL;
      g_autoptr (GError) reason = NULL;
      const EspCell *cells;
      guint n_cells = 1;

      other.separator = separators[i];
      reader = esp_table_format_new_reader (&other, source, cancellable, &reason);
      for (guint row = 0; reader != NULL && row < 3 && n_cells > 0 && reason == NULL; row++)
        if (!esp_table_reader_next (reader, &cells, &n_cells, cancellable, &reason))
          break;
      if (reason != NULL && (other.separator == format->separator || g_error_matches (reason, ESP_IO_ERROR, ESP_IO_ERROR_LIMIT)))
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return;
        }
    }

  refuse (source, error);
}

/*
 * esp_table_importer_take_sample:
 * @source: the bytes; the first block is read
 * @format: (out): how the table is written
 *
 * Reads the beginning of a table; the window of @source still begins with it.
 *
 * Time: O(bytes), of some megabytes. Errors: those of @source; %ESP_IO_ERROR_FORMAT if it is no table.
 *
 * Returns: (transfer full): the sample; %NULL with @error set
 */
EspTableSample *
esp_table_importer_take_sample (EspSource       *source,
                                EspTableFormat  *format,
                                GCancellable    *cancellable,
                                GError         **error)
{
  g_autoptr (EspTableSample) sample = esp_table_sample_new ();
  gboolean is_last;
  gsize length;
  char *data;

  if (!esp_source_fill_sample (source, cancellable, error))
    return NULL;

  data = esp_source_get_data (source, &length, &is_last);
  esp_table_format_guess (data, length, is_last, format);
  read_sample (sample, format, data, length);
  if (!is_table (sample, format))
    {
      say_why_not (source, format, cancellable, error);
      return NULL;
    }

  return g_steal_pointer (&sample);
}

typedef struct
{
  EspSource      *source;
  EspTableReader *reader;
  EspRecords     *records;
  GArray         *cells; /* of EspRecordCell */
  GCancellable   *cancellable;
  guint32         n_loose;
} Importer;

/* The header, or as many names as the first row has cells */
static gboolean
read_header (Importer              *self,
             const EspTableFormat  *format,
             GError               **error)
{
  const EspCell *cells;
  guint n_cells = 0;

  if (format->has_header && !esp_table_reader_next (self->reader, &cells, &n_cells, self->cancellable, error))
    return FALSE;

  for (guint i = 0; i < MAX (n_cells, format->n_columns); i++)
    {
      gsize length = i < n_cells ? cells[i].length : 0;
      const char *name = i < n_cells ? esp_words_trim (cells[i].text, &length) : "";

      esp_records_add_column (self->records, name, length);
    }
  esp_table_reader_set_names (self->reader, esp_records_get_names (self->records));

  return TRUE;
}

static gboolean
take_row (Importer       *self,
          const EspCell  *cells,
          guint           n_cells,
          guint32         row,
          GError        **error)
{
  g_array_set_size (self->cells, 0);
  while (esp_records_get_names (self->records)->len < n_cells)
    esp_records_add_column (self->records, NULL, 0);
  for (guint i = 0; i < n_cells; i++)
    if (cells[i].length > 0)
      {
        EspRecordCell cell = { .text = cells[i].text, .length = cells[i].length, .column = i };

        g_array_append_val (self->cells, cell);
      }
  if (esp_table_reader_is_loose (self->reader))
    esp_records_note (self->records, ESP_SEVERITY_WARNING, row, g_strdup (_("Text follows a closing quote; the cell was taken as it stands.")),
                      g_strdup (_("A quote within a cell in quotes is written twice.")));
  if (esp_records_take (self->records, row, (const EspRecordCell *) (gpointer) self->cells->data, self->cells->len, error))
    return TRUE;

  g_prefix_error (error, _("%s:row %u: "), esp_source_get_name (self->source), row);
  return FALSE;
}

static gboolean
read_rows (Importer              *self,
           const EspTableFormat  *format,
           GError               **error)
{
  while (TRUE)
    {
      const EspCell *cells;
      guint n_cells;

      if (!esp_table_reader_next (self->reader, &cells, &n_cells, self->cancellable, error))
        return FALSE;
      if (n_cells == 0)
        return TRUE;
      if (!take_row (self, cells, n_cells, esp_table_reader_get_row (self->reader) + !format->has_header, error))
        return FALSE;
    }
}

/* What is to be said of the table as a whole */
static void
say_what_was_guessed (Importer              *self,
                      const EspTableFormat  *format,
                      const EspTableMapping *mapping,
                      const EspLoadReport   *report)
{
  if (format->n_above > 0 && !format->is_told)
    esp_records_note (self->records, ESP_SEVERITY_NOTE, 0,
                      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row above the header of the table was left out.",
                                                    "%u rows above the header of the table were left out.", format->n_above), format->n_above), NULL);
  if (esp_table_reader_is_mixed (self->reader))
    esp_records_note (self->records, ESP_SEVERITY_WARNING, 0,
                      g_strdup (_("Some rows are written in UTF-8 and others are not; the latter were read as Windows-1252.")), NULL);
  if (report->n_rows > 1 && mapping->columns[ESP_USE_MANAGER] == ESP_COLUMN_NONE && mapping->columns[ESP_USE_REPORTS] == ESP_COLUMN_NONE)
    esp_records_note (self->records, ESP_SEVERITY_NOTE, 0, g_strdup (_("No column says who reports to whom; every row is a top.")),
                      g_strdup (_("Choose the column (--manager=COLUMN).")));
  if (report->n_rows > 0 && mapping->columns[ESP_USE_ID] == ESP_COLUMN_NONE)
    esp_records_note (self->records, ESP_SEVERITY_NOTE, 0, g_strdup (_("No column says what rows are called by; they are called by their numbers.")),
                      g_strdup (_("Choose the column (--id=COLUMN).")));
}

/*
 * esp_io_read_table:
 * @source: the bytes; the first block is read
 * @options: (nullable): what the user said
 * @organization: being loaded
 * @report: filled but for what the file system knows
 *
 * Reads a table whose columns are found out, or told by @options.
 *
 * Time: O(bytes), and that of guessing. Memory: some megabytes, the largest row, and what @organization keeps. Errors: #EspIoError, those of the stream,
 * and %G_IO_ERROR_CANCELLED.
 *
 * Returns: %FALSE with @error set; @organization is then good for nothing
 */
gboolean
esp_io_read_table (EspSource               *source,
                   const EspImportOptions  *options,
                   EspOrganization         *organization,
                   EspLoadReport           *report,
                   GCancellable            *cancellable,
                   GError                 **error)
{
  EspTableFormat format;
  g_autoptr (EspTableSample) sample = esp_table_importer_take_sample (source, &format, cancellable, error);
  g_autoptr (EspTableMapping) mapping = NULL;
  g_autoptr (EspTableReader) reader = NULL;
  g_autoptr (EspRecords) records = NULL;
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (EspRecordCell));
  Importer self = { .source = source, .cells = cells, .cancellable = cancellable };

  if (sample == NULL)
    return FALSE;
  mapping = options != NULL && options->mapping != NULL ? esp_table_mapping_copy (options->mapping)
                                                        : esp_table_guess (sample, options, esp_source_get_name (source), error);
  if (mapping == NULL)
    return FALSE;
  g_clear_pointer (&sample, esp_table_sample_free);
  reader = esp_table_format_new_reader (&format, source, cancellable, error);
  if (reader == NULL)
    return FALSE;

  self.reader = reader;
  self.records = records = esp_records_new (organization, report, mapping, ESP_RECORDS_TABLE);
  if (options != NULL && options->is_sample)
    error = NULL;
  if ((!read_header (&self, &format, error) || !read_rows (&self, &format, error)) && (options == NULL || !options->is_sample))
    return FALSE;
  say_what_was_guessed (&self, &format, mapping, report);
  esp_records_end (records);
  report->are_units = mapping->are_units;

  return TRUE;
}
