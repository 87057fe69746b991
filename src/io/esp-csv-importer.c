/* esp-csv-importer.c — our own tables to an organization
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-csv-importer"

#include "io/esp-csv-importer.h"

#include <string.h>

#include "core/esp-i18n.h"
#include "io/esp-csv-format.h"
#include "io/esp-document-writer.h"
#include "io/esp-import-findings.h"
#include "io/esp-io-limits.h"
#include "io/esp-table-reader.h"

/*
 * Rows become positions in their order. A row that says the same as the one before but for the name is a further holder of that position; any other row is a
 * position of its own, also if its id was there before, so that the last one never wins silently. What stands beyond the columns is kept as
 * members of the position.
 */
typedef struct
{
  EspOrganization   *organization;
  EspStrings        *strings;
  EspLoadReport     *report;
  EspImportFindings  findings;
  GArray            *unit_rows;    /* of guint8, by EspStr: the unit is there */

  /* the position that further rows may still belong to */
  gboolean           has_position;
  guint32            row;          /* its first one */
  guint32            fields[ESP_POSITION_N_FIELDS];
  GArray            *lines;        /* words of EspLine */
  GArray            *holders;      /* words of EspHolder */

  /* the row that is read */
  guint32            new_fields[ESP_POSITION_N_FIELDS];
  GArray            *new_lines;
  EspStr             new_name;
  GString           *extra;
  GString           *scratch;
} Importer;

/* The words of lists lie in arrays of guint32. */
static const guint32 *
get_words (GArray *words)
{
  return (const guint32 *) (gpointer) words->data;
}

static EspStr
intern_cell (Importer      *self,
             const EspCell *cell)
{
  gsize length = cell->length;
  const char *text = esp_cell_restore (cell->text, &length);

  return length > 0 ? esp_strings_intern (self->strings, text, length) : ESP_STR_NONE;
}

static void
add_line (Importer    *self,
          EspLineKind  kind)
{
  EspLine line = { 0 };

  if (self->scratch->len == 0)
    return;

  line.to = esp_strings_intern (self->strings, self->scratch->str, self->scratch->len);
  line.kind = esp_strings_intern (self->strings, esp_line_kind_to_string (kind), -1);
  g_array_append_vals (self->new_lines, &line, ESP_LINE_WORDS);
  g_string_truncate (self->scratch, 0);
}

/* Ids separated by “|”; a backslash takes the meaning from it and from itself. */
static void
take_lines (Importer      *self,
            EspColumn      column,
            const EspCell *cell)
{
  EspLineKind kind = esp_column_get_line_kind (column);
  gsize length = cell->length;
  const char *text = esp_cell_restore (cell->text, &length);

  g_string_truncate (self->scratch, 0);
  for (gsize i = 0; i < length; i++)
    if (text[i] == '|')
      add_line (self, kind);
    else
      {
        if (text[i] == '\\' && i + 1 < length && (text[i + 1] == '|' || text[i + 1] == '\\'))
          i++;
        g_string_append_c (self->scratch, text[i]);
      }
  add_line (self, kind);
}

/* Keeps a cell as a member of the position. */
static void
keep_cell (Importer      *self,
           const char    *name,
           const EspCell *cell)
{
  gsize length = cell->length;
  const char *text = esp_cell_restore (cell->text, &length);

  if (self->extra->len > 0)
    g_string_append (self->extra, ", ");
  g_string_append_printf (self->extra, "%s: ", name);
  g_string_truncate (self->scratch, 0);
  g_string_append_len (self->scratch, text, length);
  esp_writer_append_text (self->extra, self->scratch->str);
}

/* A column whose values are a few words; another one is kept and reported. */
static void
take_word (Importer      *self,
           EspColumn      column,
           const EspCell *cell,
           guint32        row)
{
  EspStr str = intern_cell (self, cell);
  const char *text = esp_strings_get (self->strings, str);
  EspField field = column == ESP_COLUMN_SCOPE ? ESP_POSITION_SCOPE : ESP_POSITION_STATE;
  g_autofree char *name = NULL;

  self->new_fields[field] = column == ESP_COLUMN_SCOPE ? (guint32) esp_scope_from_string (text) : (guint32) esp_state_from_string (text);
  if (self->new_fields[field] != 0 || text == NULL)
    return;

  name = g_strdup_printf ("\"%s\"", esp_field_get_name (ESP_TABLE_POSITIONS, field));
  keep_cell (self, name, cell);
  esp_import_findings_add_value (&self->findings, ESP_TABLE_POSITIONS, esp_organization_get_n_slots (self->organization, ESP_TABLE_POSITIONS) + self->has_position,
                                 row, esp_strings_get (self->strings, self->new_fields[ESP_POSITION_ID]), esp_column_get_name (column),
                                 g_strdup_printf (_("“%s” cannot be “%s”; it is kept as written."), esp_column_get_name (column), text), NULL);
}

static void
take_cell (Importer      *self,
           guint          ix,
           const EspCell *cell,
           guint32        row)
{
  static const EspField fields[] = {
    [ESP_COLUMN_ID] = ESP_POSITION_ID,
    [ESP_COLUMN_TITLE] = ESP_POSITION_TITLE,
    [ESP_COLUMN_UNIT] = ESP_POSITION_UNIT,
    [ESP_COLUMN_REPORTS_TO] = ESP_POSITION_REPORTS_TO,
    [ESP_COLUMN_ROLE] = ESP_POSITION_ROLE,
    [ESP_COLUMN_LEVEL] = ESP_POSITION_LEVEL,
  };
  EspColumn column = ix;

  if (cell->length == 0)
    return;
  if (ix >= ESP_N_COLUMNS)
    {
      g_autofree char *name = g_strdup_printf ("\"column %u\"", ix + 1);

      keep_cell (self, name, cell);
    }
  else if (column == ESP_COLUMN_NAME)
    self->new_name = intern_cell (self, cell);
  else if (column == ESP_COLUMN_SCOPE || column == ESP_COLUMN_STATE)
    take_word (self, column, cell, row);
  else if (column >= ESP_COLUMN_DOTTED)
    take_lines (self, column, cell);
  else
    self->new_fields[fields[column]] = intern_cell (self, cell);
}

/* A unit is there as soon as a position is in it. */
static void
ensure_unit (Importer *self,
             EspStr    unit)
{
  EspIx ix;

  if (unit == ESP_STR_NONE)
    return;
  if (unit >= self->unit_rows->len)
    g_array_set_size (self->unit_rows, MAX (unit + 1, esp_strings_get_n (self->strings)));
  if (g_array_index (self->unit_rows, guint8, unit))
    return;

  g_array_index (self->unit_rows, guint8, unit) = TRUE;
  ix = esp_organization_append (self->organization, ESP_TABLE_UNITS);
  esp_organization_load (self->organization, ESP_TABLE_UNITS, ix, ESP_UNIT_ID, unit);
  esp_organization_load (self->organization, ESP_TABLE_UNITS, ix, ESP_UNIT_NAME, unit);
}

/* Loads the position that was being collected. */
static void
end_position (Importer *self)
{
  EspIx ix;

  if (!self->has_position)
    return;

  self->has_position = FALSE;
  self->fields[ESP_POSITION_HOLDERS] = esp_organization_add_list (self->organization, get_words (self->holders), self->holders->len);
  self->fields[ESP_POSITION_LINES] = esp_organization_add_list (self->organization, get_words (self->lines), self->lines->len);
  ix = esp_organization_append (self->organization, ESP_TABLE_POSITIONS);
  for (EspField field = 0; field < ESP_POSITION_N_FIELDS; field++)
    if (self->fields[field] != 0)
      esp_organization_load (self->organization, ESP_TABLE_POSITIONS, ix, field, self->fields[field]);
  ensure_unit (self, self->fields[ESP_POSITION_UNIT]);
  g_array_append_val (self->report->position_lines, self->row);
}

static void
add_holder (Importer *self)
{
  EspHolder holder = { .name = self->new_name };

  if (self->new_name != ESP_STR_NONE)
    g_array_append_vals (self->holders, &holder, ESP_HOLDER_WORDS);
}

/* Whether the row is one more holder of the position before */
static gboolean
is_job_share (Importer *self)
{
  return self->has_position && self->new_name != ESP_STR_NONE && self->holders->len > 0 &&
         memcmp (self->fields, self->new_fields, sizeof self->fields) == 0 && self->lines->len == self->new_lines->len &&
         (self->lines->len == 0 || memcmp (self->lines->data, self->new_lines->data, self->lines->len * sizeof (guint32)) == 0);
}

static gboolean
skip_row (Importer  *self,
          guint32    row,
          GError   **error)
{
  self->report->n_skipped++;

  return esp_import_findings_add_skipped (&self->findings, ESP_TABLE_POSITIONS, ESP_IX_NONE, row, g_strdup (_("The row has no id; it is not shown.")),
                                          g_strdup (_("Give it an id of its own.")), error);
}

static gboolean
take_row (Importer       *self,
          const EspCell  *cells,
          guint           n_cells,
          guint32         row,
          GError        **error)
{
  memset (self->new_fields, 0, sizeof self->new_fields);
  g_array_set_size (self->new_lines, 0);
  g_string_truncate (self->extra, 0);
  self->new_name = ESP_STR_NONE;
  self->report->n_rows++;

  for (guint i = 0; i < MIN (n_cells, ESP_COLUMN_SCOPE); i++)
    if (cells[i].length > 0)
      esp_strings_prefetch (self->strings, cells[i].text, cells[i].length);
  for (guint i = 0; i < n_cells; i++)
    take_cell (self, i, &cells[i], row);

  if (self->new_fields[ESP_POSITION_ID] == ESP_STR_NONE)
    return skip_row (self, row, error);

  /* The state is said in every row, the model wants it where it is not plain anyway. */
  if (self->new_fields[ESP_POSITION_STATE] == (self->new_name != ESP_STR_NONE ? ESP_STATE_FILLED : ESP_STATE_VACANT))
    self->new_fields[ESP_POSITION_STATE] = ESP_STATE_DEFAULT;
  if (self->extra->len > 0)
    self->new_fields[ESP_POSITION_EXTRA] = esp_strings_intern (self->strings, self->extra->str, self->extra->len);

  if (!is_job_share (self))
    {
      end_position (self);
      memcpy (self->fields, self->new_fields, sizeof self->fields);
      g_array_set_size (self->lines, 0);
      g_array_append_vals (self->lines, self->new_lines->data, self->new_lines->len);
      g_array_set_size (self->holders, 0);
      self->row = row;
      self->has_position = TRUE;
    }
  add_holder (self);

  return TRUE;
}

static gboolean
read_rows (Importer        *self,
           EspSource       *source,
           EspTableReader  *reader,
           GCancellable    *cancellable,
           GError         **error)
{
  const EspCell *cells;
  guint n_cells;

  if (!esp_table_reader_next (reader, &cells, &n_cells, cancellable, error)) /* the header */
    return FALSE;

  while (TRUE)
    {
      if (!esp_table_reader_next (reader, &cells, &n_cells, cancellable, error))
        return FALSE;
      if (n_cells == 0)
        break;
      if (!take_row (self, cells, n_cells, esp_table_reader_get_row (reader), error))
        {
          g_prefix_error (error, _("%s:row %u: "), esp_source_get_name (source), esp_table_reader_get_row (reader));
          return FALSE;
        }
    }

  end_position (self);
  esp_import_findings_end (&self->findings);

  return TRUE;
}

/*
 * esp_io_read_csv:
 * @source: the bytes; the first block is read
 * @organization: being loaded
 * @report: filled but for what the file system knows
 *
 * Reads a table as esp_io_write_csv() writes it (esp_csv_is_ours()).
 *
 * Time: O(bytes). Memory: the largest row, and what @organization keeps. Errors: #EspIoError, those of the stream, and %G_IO_ERROR_CANCELLED.
 *
 * Returns: %FALSE with @error set; @organization is then good for nothing
 */
gboolean
esp_io_read_csv (EspSource        *source,
                 EspOrganization  *organization,
                 EspLoadReport    *report,
                 GCancellable     *cancellable,
                 GError          **error)
{
  g_autoptr (EspTableReader) reader = esp_table_reader_new (source, ',');
  Importer self = {
    .organization = organization,
    .strings = esp_organization_get_strings (organization),
    .report = report,
    .unit_rows = g_array_new (FALSE, TRUE, sizeof (guint8)),
    .lines = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .holders = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .new_lines = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .extra = g_string_new (NULL),
    .scratch = g_string_new (NULL),
  };
  gboolean is_read;

  esp_import_findings_init (&self.findings, organization, TRUE);
  report->position_lines = g_array_new (FALSE, FALSE, sizeof (guint32));
  is_read = read_rows (&self, source, reader, cancellable, error);

  g_array_unref (self.unit_rows);
  g_array_unref (self.lines);
  g_array_unref (self.holders);
  g_array_unref (self.new_lines);
  g_string_free (self.extra, TRUE);
  g_string_free (self.scratch, TRUE);

  return is_read;
}
