/* esp-io.h — opening and saving organizations: the front door of the room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "io/esp-table-mapping.h"
#include "organization/esp-organization.h"

G_BEGIN_DECLS

#define ESP_IO_ERROR (esp_io_error_quark ())
GQuark esp_io_error_quark (void);

/**
 * EspIoError:
 *
 * What is wrong with a file. Messages are whole: “FILE:LINE: what is wrong”, or “FILE:row N, column “x”: …” in tables, with FILE as the caller named it.
 * Failures of the file system keep the domain and code of GIO (not found, no permission, wrong etag …) with “FILE: ” before them.
 */
typedef enum
{
  ESP_IO_ERROR_SYNTAX,  /* not JSON, not a table, not UTF-8, broken compression */
  ESP_IO_ERROR_FORMAT,  /* well formed, but not an organization */
  ESP_IO_ERROR_VERSION, /* written for a newer Espalier */
  ESP_IO_ERROR_LIMIT,   /* larger or deeper than what is read (esp-io-limits.h) */
  ESP_IO_ERROR_COLUMN,  /* a column that was asked for is not there */
} EspIoError;

typedef enum
{
  ESP_FILE_DOCUMENT, /* our own format, *.espalier */
  ESP_FILE_TABLE,    /* comma-separated values */
  ESP_FILE_JSON,     /* read only: lists and trees in JSON that are not our own */
  ESP_FILE_OUTLINE,  /* written only: nested lists in Markdown */
} EspFileKind;

/**
 * EspImportOptions:
 * @id_column: (nullable): name of the column that is the id
 * @manager_column: (nullable): name of the column that is the manager
 * @manager_separator: (nullable): what stands between several managers in a cell
 * @ignore_leading_zeros: where a manager is not found otherwise
 * @ignore_case: where a manager is not found otherwise
 * @mapping: (nullable): what every column is, instead of what stands above
 * @is_sample: the content is the beginning of a file: that it ends in the middle is no error
 *
 * What the user said about a file that is not our own; nothing of it matters for one that is.
 */
typedef struct
{
  const char            *id_column;
  const char            *manager_column;
  const char            *manager_separator;
  gboolean               ignore_leading_zeros;
  gboolean               ignore_case;
  const EspTableMapping *mapping;
  gboolean               is_sample;
} EspImportOptions;

/**
 * EspLoadReport:
 * @kind: what the file is, found by its content
 * @is_canonical: its bytes are those that saving would write, so that saving does not reformat it
 * @is_compressed: the content was in gzip; saving to the same file would write it without
 * @etag: (nullable): the file's etag when it was read, for esp_io_save()
 * @size: of the file in bytes, as it is on disk; 0 if that is not known
 * @n_rows: elements of “positions”, or data rows of a table, read; skipped ones included
 * @n_skipped: how many of them are shown nowhere; each has a finding %ESP_FINDING_SKIPPED among the import findings of the organization
 * @n_merged_ids: ids on several rows that became one position each (job shares, second managers); the others are doubles in the organization
 * @is_ours: our own document, or a table as we write it: nothing was guessed
 * @are_units: the rows were told to be units; esp_io_load() and its kin have made them so
 * @position_lines: (element-type guint32): for each slot of %ESP_TABLE_POSITIONS its line (or data row, if @kind is a table) in the file
 *
 * What was noticed while reading a file, beside the import findings.
 */
typedef struct
{
  EspFileKind kind;
  gboolean    is_canonical;
  gboolean    is_compressed;
  char       *etag;
  guint64     size;
  guint32     n_rows;
  guint32     n_skipped;
  guint32     n_merged_ids;
  gboolean    is_ours;
  gboolean    are_units;
  GArray     *position_lines;
} EspLoadReport;

/**
 * EspIoProgressFunc:
 * @fraction: how much of the file is read, 0 … 1; below 0 if its length is not known
 * @n_rows: positions or rows read so far
 * @user_data: what the caller gave
 *
 * Told at most some hundred times a file. Runs in the thread that reads (esp_io_load()) or in the main context of the caller (esp_io_load_async()).
 */
typedef void (*EspIoProgressFunc) (double   fraction,
                                   guint32  n_rows,
                                   gpointer user_data);

/**
 * EspIoWriteFunc:
 * @stream: where to write
 * @user_data: what the caller gave
 *
 * Writes a whole file.
 */
typedef gboolean (*EspIoWriteFunc) (GOutputStream *stream,
                                    gpointer       user_data,
                                    GCancellable  *cancellable,
                                    GError       **error);

/**
 * EspIoReadyFunc:
 * @etag: (nullable): that the file will have, if that is known
 * @size: that the file will have, in bytes
 * @user_data: what the caller gave
 *
 * Told that all is written, and takes the place of the file next. Runs in the thread that writes.
 */
typedef void (*EspIoReadyFunc) (const char *etag,
                                guint64     size,
                                gpointer    user_data);

void             esp_load_report_free    (EspLoadReport       *report);

/* builtin:NAME, a path or a URI. “-” is for esp_io_load_argument() alone. */
GFile           *esp_io_file_for_argument (const char         *argument);
GFile           *esp_io_file_for_builtin (const char          *name);
gboolean         esp_io_is_builtin       (GFile               *file);

/* Reading */
EspOrganization *esp_io_load             (GFile               *file,
                                          const char          *name,
                                          EspIoProgressFunc    progress,
                                          gpointer             progress_data,
                                          EspLoadReport      **report,
                                          GCancellable        *cancellable,
                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;
EspOrganization *esp_io_load_argument    (const char          *argument,
                                          EspLoadReport      **report,
                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;
EspOrganization *esp_io_load_bytes       (gconstpointer        tainted,
                                          gsize                length,
                                          const char          *name,
                                          EspLoadReport      **report,
                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;
EspOrganization *esp_io_import           (GFile               *file,
                                          const char          *name,
                                          const EspImportOptions *options,
                                          EspIoProgressFunc    progress,
                                          gpointer             progress_data,
                                          EspLoadReport      **report,
                                          GCancellable        *cancellable,
                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;
EspOrganization *esp_io_import_argument  (const char          *argument,
                                          const EspImportOptions *options,
                                          EspLoadReport      **report,
                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;
EspOrganization *esp_io_import_bytes     (gconstpointer        tainted,
                                          gsize                length,
                                          const char          *name,
                                          const EspImportOptions *options,
                                          EspLoadReport      **report,
                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void             esp_io_load_async       (GFile               *file,
                                          EspIoProgressFunc    progress,
                                          gpointer             progress_data,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
void             esp_io_import_async      (GFile               *file,
                                          GBytes              *bytes,
                                          const EspTableMapping *mapping,
                                          EspIoProgressFunc    progress,
                                          gpointer             progress_data,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
EspOrganization *esp_io_load_finish      (GAsyncResult        *result,
                                          EspLoadReport      **report,
                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writing: the file is replaced as a whole or not at all */
gboolean         esp_io_save             (EspOrganization     *organization,
                                          EspFileKind          kind,
                                          GFile               *file,
                                          const char          *etag,
                                          EspIoReadyFunc       ready,
                                          gpointer             ready_data,
                                          char               **new_etag,
                                          GCancellable        *cancellable,
                                          GError             **error);
void             esp_io_save_async       (EspOrganization     *organization,
                                          EspFileKind          kind,
                                          GFile               *file,
                                          const char          *etag,
                                          EspIoReadyFunc       ready,
                                          gpointer             ready_data,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
gboolean         esp_io_save_finish      (GAsyncResult        *result,
                                          char               **new_etag,
                                          GError             **error);
gboolean         esp_io_replace_file     (GFile               *file,
                                          const char          *etag,
                                          EspIoWriteFunc       write,
                                          gpointer             user_data,
                                          EspIoReadyFunc       ready,
                                          gpointer             ready_data,
                                          char               **new_etag,
                                          GCancellable        *cancellable,
                                          GError             **error);
gboolean         esp_io_replace_with_bytes (GFile             *file,
                                          GBytes              *bytes,
                                          GCancellable        *cancellable,
                                          GError             **error);
GBytes          *esp_io_to_bytes         (EspOrganization     *organization,
                                          EspFileKind          kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspLoadReport, esp_load_report_free)

G_END_DECLS
