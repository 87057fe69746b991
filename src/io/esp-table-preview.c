/* esp-table-preview.c — a foreign file before it is opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-table-preview"

#include "io/esp-table-preview.h"

#include <string.h>

#include "core/esp-i18n.h"
#include "io/esp-csv-format.h"
#include "io/esp-json-importer.h"
#include "io/esp-lent-file.h"
#include "io/esp-table-guess.h"
#include "io/esp-table-importer.h"

struct _EspTablePreview
{
  gatomicrefcount  n_refs;
  char            *name;
  GBytes          *bytes;   /* the beginning of the file, in UTF-8 */
  gboolean         is_whole;
  gboolean         is_ours;
  gboolean         is_tree;
  EspTableSample  *sample;  /* NULL if it is ours */
  EspTableMapping *guess;
};

EspTablePreview *
esp_table_preview_ref (EspTablePreview *self)
{
  g_atomic_ref_count_inc (&self->n_refs);

  return self;
}

void
esp_table_preview_unref (EspTablePreview *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;

  g_free (self->name);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  esp_table_sample_free (self->sample);
  esp_table_mapping_free (self->guess);
  g_free (self);
}

/* A table that goes on behind the window ends with its last whole line. */
static GBytes *
copy_window (EspSource *source,
             gboolean   is_table)
{
  gboolean is_last;
  gsize length;
  const char *data = esp_source_get_data (source, &length, &is_last);
  const char *line_break = is_table && !is_last ? memrchr (data, '\n', length) : NULL;

  return g_bytes_new (data, line_break != NULL ? (gsize) (line_break - data + 1) : length);
}

static gboolean
look_at_json (EspTablePreview  *self,
              EspSource        *source,
              GCancellable     *cancellable,
              GError          **error)
{
  g_autoptr (EspJsonShape) shape = NULL;

  if (!esp_json_is_document (source, &self->is_ours, cancellable, error))
    return FALSE;
  if (self->is_ours)
    return TRUE;

  self->sample = esp_json_importer_take_sample (source, NULL, &shape, &self->guess, cancellable, error);
  if (self->sample == NULL)
    return FALSE;

  self->is_tree = self->sample->is_tree;
  self->bytes = copy_window (source, FALSE);
  return TRUE;
}

static gboolean
look_at_table (EspTablePreview  *self,
               EspSource        *source,
               GCancellable     *cancellable,
               GError          **error)
{
  EspTableFormat format;
  gboolean is_last;
  gsize length;
  const char *data = esp_source_get_data (source, &length, &is_last);

  self->is_ours = esp_csv_is_ours (data, length);
  if (self->is_ours)
    return TRUE;

  self->sample = esp_table_importer_take_sample (source, &format, cancellable, error);
  if (self->sample == NULL)
    return FALSE;

  self->guess = esp_table_guess (self->sample, NULL, self->name, error);
  self->bytes = copy_window (source, TRUE);
  return self->guess != NULL;
}

static EspTablePreview *
look (EspSource     *source,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (EspTablePreview) self = g_new0 (EspTablePreview, 1);
  gsize length;
  const char *data;

  g_atomic_ref_count_init (&self->n_refs);
  self->name = g_strdup (esp_source_get_name (source));
  if (!esp_source_fill (source, 0, 0, cancellable, error))
    return NULL;

  data = esp_source_get_data (source, &length, &self->is_whole);
  if (length == 0)
    {
      g_set_error (error, ESP_IO_ERROR, ESP_IO_ERROR_FORMAT, _("%s:1: the file is empty"), self->name);
      return NULL;
    }
  if (!(esp_json_looks_like (data, length) ? look_at_json : look_at_table) (self, source, cancellable, error))
    return NULL;

  esp_source_get_data (source, &length, &self->is_whole);
  return g_steal_pointer (&self);
}

/**
 * esp_table_preview_new:
 * @file: what to look at
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Reads the beginning of a file and finds out what its columns are. Time: that of some megabytes. Threads: any. Errors: as esp_io_import().
 *
 * Returns: (transfer full): the preview; %NULL with @error set
 */
EspTablePreview *
esp_table_preview_new (GFile         *file,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFileInputStream) stream = esp_file_read (file, name, cancellable, error);
  g_autoptr (EspSource) source = NULL;

  if (stream == NULL)
    return NULL;

  source = esp_source_new (G_INPUT_STREAM (stream), -1, name);
  return look (source, cancellable, error);
}

/**
 * esp_table_preview_new_for_bytes:
 * @bytes: what was pasted
 * @name: what messages call it
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the preview; %NULL with @error set
 */
EspTablePreview *
esp_table_preview_new_for_bytes (GBytes      *bytes,
                                 const char  *name,
                                 GError     **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (EspSource) source = esp_source_new (stream, g_bytes_get_size (bytes), name);

  return look (source, NULL, error);
}

/**
 * esp_table_preview_is_ours:
 * @self: a preview
 *
 * Returns: whether the file is our own: there is nothing to ask, and there are no columns
 */
gboolean
esp_table_preview_is_ours (EspTablePreview *self)
{
  return self->is_ours;
}

/**
 * esp_table_preview_is_whole:
 * @self: a preview
 *
 * Returns: whether the preview has all of the file
 */
gboolean
esp_table_preview_is_whole (EspTablePreview *self)
{
  return self->is_whole;
}

/**
 * esp_table_preview_is_tree:
 * @self: a preview
 *
 * Returns: whether the file says by its form who reports to whom: there is no column for that
 */
gboolean
esp_table_preview_is_tree (EspTablePreview *self)
{
  return self->is_tree;
}

/**
 * esp_table_preview_get_guess:
 * @self: a preview of a foreign file
 *
 * Returns: (transfer none): what the columns seem to be
 */
const EspTableMapping *
esp_table_preview_get_guess (EspTablePreview *self)
{
  return self->guess;
}

/**
 * esp_table_preview_get_n_columns:
 * @self: a preview
 *
 * Returns: how many columns there are
 */
guint
esp_table_preview_get_n_columns (EspTablePreview *self)
{
  return self->sample != NULL ? self->sample->names->len : 0;
}

/**
 * esp_table_preview_get_column_name:
 * @self: a preview
 * @column: a column
 *
 * Returns: (transfer none): what the file calls it; empty if it does not
 */
const char *
esp_table_preview_get_column_name (EspTablePreview *self,
                                   guint            column)
{
  g_return_val_if_fail (column < esp_table_preview_get_n_columns (self), "");

  return g_ptr_array_index (self->sample->names, column);
}

/**
 * esp_table_preview_get_n_rows:
 * @self: a preview
 *
 * Returns: how many rows were looked at
 */
guint32
esp_table_preview_get_n_rows (EspTablePreview *self)
{
  return self->sample != NULL ? self->sample->n_rows : 0;
}

/**
 * esp_table_preview_get_cell:
 * @self: a preview
 * @row: a row, from 0
 * @column: a column
 *
 * Returns: (transfer none): what stands there; empty if nothing does
 */
const char *
esp_table_preview_get_cell (EspTablePreview *self,
                            guint32          row,
                            guint            column)
{
  const char *text = esp_strings_get (self->sample->strings, esp_table_sample_get (self->sample, row, column));

  return text != NULL ? text : "";
}

/**
 * esp_table_preview_get_key:
 * @self: a preview
 *
 * Returns: (transfer full): the same for every file with these columns
 */
char *
esp_table_preview_get_key (EspTablePreview *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < esp_table_preview_get_n_columns (self); i++)
    {
      const char *name = esp_table_preview_get_column_name (self, i);

      g_checksum_update (checksum, (const guchar *) name, strlen (name) + 1);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * esp_table_preview_apply:
 * @self: a preview of a foreign file
 * @mapping: what the columns shall be
 * @report: (out) (optional) (transfer full): what was noticed
 * @error: return location for a #GError
 *
 * Makes of the rows looked at what opening the file with @mapping makes of them. Time: that of opening so much. Threads: any.
 *
 * Returns: (transfer full): the organization; %NULL with @error set
 */
EspOrganization *
esp_table_preview_apply (EspTablePreview        *self,
                         const EspTableMapping  *mapping,
                         EspLoadReport         **report,
                         GError                **error)
{
  EspImportOptions options = { .mapping = mapping, .is_sample = !self->is_whole };
  gsize length;
  gconstpointer data = g_bytes_get_data (self->bytes, &length);

  return esp_io_import_bytes (data, length, self->name, &options, report, error);
}
