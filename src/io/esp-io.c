/* esp-io.c — opening and saving organizations: the front door of the room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-io"

#include "io/esp-io.h"

#include <gio/gunixinputstream.h>
#include <string.h>
#include <unistd.h>

#include "core/esp-i18n.h"
#include "io/esp-csv-format.h"
#include "io/esp-csv-importer.h"
#include "io/esp-document-reader.h"
#include "io/esp-json-importer.h"
#include "io/esp-lent-file.h"
#include "io/esp-source.h"
#include "io/esp-table-importer.h"
#include "organization/esp-fixes.h"

#define BUILTIN_PREFIX "builtin:"
#define BUILTIN_URI    "resource://" ESP_APP_PATH "/organizations/"

G_DEFINE_QUARK (esp-io-error-quark, esp_io_error)

void
esp_load_report_free (EspLoadReport *report)
{
  if (report == NULL)
    return;

  g_free (report->etag);
  g_clear_pointer (&report->position_lines, g_array_unref);
  g_free (report);
}

/**
 * esp_io_file_for_builtin:
 * @name: id of a built-in organization
 *
 * Returns: (transfer full): its file, which may not exist
 */
GFile *
esp_io_file_for_builtin (const char *name)
{
  g_autofree char *escaped = NULL;
  g_autofree char *uri = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  escaped = g_uri_escape_string (name, NULL, FALSE);
  uri = g_strdup_printf ("%s%s.json", BUILTIN_URI, escaped);

  return g_file_new_for_uri (uri);
}

/**
 * esp_io_file_for_argument:
 * @argument: `builtin:NAME`, a path or a URI, as it stands on a command line
 *
 * Returns: (transfer full): the file, which may not exist
 */
GFile *
esp_io_file_for_argument (const char *argument)
{
  g_return_val_if_fail (argument != NULL, NULL);

  if (g_str_has_prefix (argument, BUILTIN_PREFIX))
    return esp_io_file_for_builtin (argument + strlen (BUILTIN_PREFIX));

  return g_file_new_for_commandline_arg (argument);
}

/**
 * esp_io_is_builtin:
 * @file: a file
 *
 * Returns: whether @file is a part of the application and cannot be saved to
 */
gboolean
esp_io_is_builtin (GFile *file)
{
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  return g_file_has_uri_scheme (file, "resource");
}

static gboolean
read_source (EspSource               *source,
             const EspImportOptions  *options,
             EspOrganization         *organization,
             EspLoadReport           *report,
             GCancellable            *cancellable,
             GError                 **error)
{
  gboolean is_last;
  gsize length;
  char *data;

  if (!esp_source_fill (source, 0, 0, cancellable, error))
    return FALSE;

  data = esp_source_get_data (source, &length, &is_last);
  report->is_compressed = esp_source_is_compressed (source);
  if (length == 0)
    {
      g_set_error (error, ESP_IO_ERROR, ESP_IO_ERROR_FORMAT, _("%s:1: the file is empty"), esp_source_get_name (source));
      return FALSE;
    }

  if (esp_json_looks_like (data, length))
    {
      gboolean is_document;

      if (!esp_json_is_document (source, &is_document, cancellable, error))
        return FALSE;
      report->is_ours = is_document;
      report->kind = is_document ? ESP_FILE_DOCUMENT : ESP_FILE_JSON;
      return is_document ? esp_io_read_document (source, organization, report, cancellable, error)
                         : esp_io_read_json (source, options, organization, report, cancellable, error);
    }

  report->kind = ESP_FILE_TABLE;
  report->is_ours = esp_csv_is_ours (data, length);
  if (report->is_ours)
    return esp_io_read_csv (source, organization, report, cancellable, error);

  return esp_io_read_table (source, options, organization, report, cancellable, error);
}

/* Positions that a file of @size bytes may have, so that the columns need not grow often */
static guint32
guess_n_positions (goffset size)
{
  return size > 0 ? MIN (size / 256, G_MAXINT32) : 0;
}

/* What was told to be units, as it was read: no step of undo */
static void
make_units (EspOrganization *organization)
{
  esp_organization_begin (organization, "");
  esp_fix_make_units (organization);
  esp_organization_commit (organization);
  esp_organization_end_load (organization);
}

static EspOrganization *
load_stream (GInputStream            *stream,
             goffset                  size,
             const char              *name,
             const char              *etag,
             const EspImportOptions  *options,
             EspIoProgressFunc        progress,
             gpointer                 progress_data,
             EspLoadReport          **report,
             GCancellable            *cancellable,
             GError                 **error)
{
  g_autoptr (EspOrganization) organization = esp_organization_new ();
  g_autoptr (EspLoadReport) own_report = g_new0 (EspLoadReport, 1);
  g_autoptr (EspSource) source = esp_source_new (stream, size, name);

  esp_source_set_progress (source, progress, progress_data);
  esp_organization_begin_load (organization, guess_n_positions (size));
  if (!read_source (source, options, organization, own_report, cancellable, error))
    return NULL;

  esp_organization_end_load (organization);
  if (own_report->are_units)
    make_units (organization);
  own_report->etag = g_strdup (etag);
  own_report->size = MAX (size, 0);
  if (report != NULL)
    *report = g_steal_pointer (&own_report);

  return g_steal_pointer (&organization);
}

/**
 * esp_io_import:
 * @file: what to read
 * @name: (nullable): what messages call it; %NULL: its base name
 * @options: (nullable): what the user said about it, should it not be our own
 * @progress: (nullable) (scope call): told in this thread
 * @progress_data: for @progress
 * @report: (out) (optional) (transfer full): what was noticed
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Reads an organization, whatever format its content has; gzip is seen through.
 *
 * Time: O(bytes). Memory: a few megabytes, and what the organization keeps. Threads: any. Errors: #EspIoError and those of GIO.
 *
 * Returns: (transfer full): the organization, which no other thread knows; %NULL with @error set
 */
EspOrganization *
esp_io_import (GFile                   *file,
               const char              *name,
               const EspImportOptions  *options,
               EspIoProgressFunc        progress,
               gpointer                 progress_data,
               EspLoadReport          **report,
               GCancellable            *cancellable,
               GError                 **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autofree char *base_name = NULL;
  const char *etag = NULL;
  goffset size = -1;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  base_name = g_file_get_basename (file);
  name = name != NULL ? name : base_name;
  stream = esp_file_read (file, name, cancellable, error);
  if (stream == NULL)
    return NULL;

  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_ETAG_VALUE, cancellable, NULL);
  if (info != NULL && g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_STANDARD_SIZE))
    size = g_file_info_get_size (info);
  /* a built-in file has none, and newer GLib does not like to be asked then */
  if (info != NULL)
    etag = g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ETAG_VALUE);

  return load_stream (G_INPUT_STREAM (stream), size, name, etag, options, progress, progress_data, report, cancellable, error);
}

/**
 * esp_io_load:
 *
 * As esp_io_import(), with what is found out about the file.
 *
 * Returns: (transfer full): the organization; %NULL with @error set
 */
EspOrganization *
esp_io_load (GFile              *file,
             const char         *name,
             EspIoProgressFunc   progress,
             gpointer            progress_data,
             EspLoadReport     **report,
             GCancellable       *cancellable,
             GError            **error)
{
  return esp_io_import (file, name, NULL, progress, progress_data, report, cancellable, error);
}

/**
 * esp_io_import_bytes:
 * @tainted: (array length=length): the content of a file
 * @length: of @tainted
 * @name: what messages call it
 * @options: (nullable): what the user said about it
 * @report: (out) (optional) (transfer full): what was noticed
 * @error: return location for a #GError
 *
 * Reads an organization from memory, as esp_io_import() does.
 *
 * Returns: (transfer full): the organization; %NULL with @error set
 */
EspOrganization *
esp_io_import_bytes (gconstpointer            tainted,
                     gsize                    length,
                     const char              *name,
                     const EspImportOptions  *options,
                     EspLoadReport          **report,
                     GError                 **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (tainted, length, NULL);

  return load_stream (stream, length, name, NULL, options, NULL, NULL, report, NULL, error);
}

/**
 * esp_io_load_bytes:
 *
 * As esp_io_import_bytes(), with what is found out about the content.
 *
 * Returns: (transfer full): the organization; %NULL with @error set
 */
EspOrganization *
esp_io_load_bytes (gconstpointer    tainted,
                   gsize            length,
                   const char      *name,
                   EspLoadReport  **report,
                   GError         **error)
{
  return esp_io_import_bytes (tainted, length, name, NULL, report, error);
}

/**
 * esp_io_import_argument:
 * @argument: `builtin:NAME`, a path, a URI, or `-` for standard input
 * @options: (nullable): what the command line says about it
 * @report: (out) (optional) (transfer full): what was noticed
 * @error: return location for a #GError
 *
 * Reads what a command line names, and calls it as the command line does.
 *
 * Returns: (transfer full): the organization; %NULL with @error set
 */
EspOrganization *
esp_io_import_argument (const char              *argument,
                        const EspImportOptions  *options,
                        EspLoadReport          **report,
                        GError                 **error)
{
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (argument != NULL, NULL);

  if (strcmp (argument, "-") == 0)
    {
      g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);

      return load_stream (stream, -1, argument, NULL, options, NULL, NULL, report, NULL, error);
    }

  file = esp_io_file_for_argument (argument);
  return esp_io_import (file, argument, options, NULL, NULL, report, NULL, error);
}

/**
 * esp_io_load_argument:
 *
 * As esp_io_import_argument(), with what is found out about the file.
 *
 * Returns: (transfer full): the organization; %NULL with @error set
 */
EspOrganization *
esp_io_load_argument (const char      *argument,
                      EspLoadReport  **report,
                      GError         **error)
{
  return esp_io_import_argument (argument, NULL, report, error);
}
