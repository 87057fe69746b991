/* esp-io-save.c — files replaced as a whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-io-save"

#include "io/esp-io.h"

#include "core/esp-i18n.h"
#include "io/esp-csv-writer.h"
#include "io/esp-document-writer.h"
#include "io/esp-outline-writer.h"
#include "io/esp-lent-file.h"
#include "io/esp-replace.h"

/* Links followed before it is taken for a ring, as the kernel does */
#define MAX_LINKS 40

/* What a link points to in the end, since replacing would put a file in the place of the link. */
static GFile *
follow_links (GFile *file)
{
  GFile *at = g_object_ref (file);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autoptr (GFileInfo) info = g_file_query_info (at, G_FILE_ATTRIBUTE_STANDARD_IS_SYMLINK "," G_FILE_ATTRIBUTE_STANDARD_SYMLINK_TARGET,
                                                      G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
      g_autoptr (GFile) folder = NULL;
      g_autoptr (GFile) link = NULL;

      if (info == NULL || !g_file_info_get_is_symlink (info))
        return at;

      link = at;
      folder = g_file_get_parent (link);
      at = g_file_resolve_relative_path (folder, g_file_info_get_symlink_target (info));
    }

  return at;
}

/* Closing a replacing stream would put what is written so far in the place of the file; closing it cancelled drops it. */
static void
abandon (GOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, NULL);
}

/* What is not a file of this machine is left to GIO. */
static gboolean
replace_elsewhere (GFile           *target,
                   const char      *etag,
                   EspIoWriteFunc   write,
                   gpointer         user_data,
                   EspIoReadyFunc   ready,
                   gpointer         ready_data,
                   char           **new_etag,
                   GCancellable    *cancellable,
                   GError         **error)
{
  g_autoptr (GFileOutputStream) stream = g_file_replace (target, etag, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, cancellable, error);

  if (stream == NULL)
    {
      esp_lent_clean_error (error);
      return FALSE;
    }
  if (!write (G_OUTPUT_STREAM (stream), user_data, cancellable, error))
    {
      abandon (G_OUTPUT_STREAM (stream));
      return FALSE;
    }
  if (ready != NULL)
    ready (NULL, g_seekable_tell (G_SEEKABLE (stream)), ready_data);
  if (!g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error))
    {
      esp_lent_clean_error (error);
      return FALSE;
    }
  if (new_etag != NULL)
    *new_etag = g_file_output_stream_get_etag (stream);
  return TRUE;
}

/**
 * esp_io_replace_file:
 * @file: the file to replace or create; a link stays a link
 * @etag: (nullable): the etag the file is expected to have; %NULL: whatever is there is replaced
 * @write: (scope call): writes the content
 * @user_data: for @write
 * @ready: (nullable) (scope call): told when the content is whole, before it takes the place of the old one
 * @ready_data: for @ready
 * @new_etag: (out) (optional) (transfer full) (nullable): the etag of the new file
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Writes beside the file and renames over it, so that at any time the whole old or the whole new content is there. The file keeps its mode.
 *
 * Time: that of @write. Threads: any. Errors: %G_IO_ERROR_WRONG_ETAG if someone else changed the file; those of GIO and of @write; the file is then
 * as it was.
 *
 * Returns: %FALSE with @error set
 */
gboolean
esp_io_replace_file (GFile           *file,
                     const char      *etag,
                     EspIoWriteFunc   write,
                     gpointer         user_data,
                     EspIoReadyFunc   ready,
                     gpointer         ready_data,
                     char           **new_etag,
                     GCancellable    *cancellable,
                     GError         **error)
{
  g_autoptr (GFile) target = NULL;
  const char *path;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (write != NULL, FALSE);

  target = follow_links (file);
  path = g_file_peek_path (target);
  if (path != NULL && esp_replace_can_do (path))
    return esp_replace (path, etag, write, user_data, ready, ready_data, new_etag, cancellable, error);
  return replace_elsewhere (target, etag, write, user_data, ready, ready_data, new_etag, cancellable, error);
}

typedef gboolean (*WriteOrganizationFunc) (EspOrganization *organization,
                                           GOutputStream   *stream,
                                           GCancellable    *cancellable,
                                           GError         **error);

typedef struct
{
  EspOrganization *organization; /* borrowed */
  EspFileKind      kind;
} WriteData;

static gboolean
write_organization (GOutputStream *stream,
                    gpointer       user_data,
                    GCancellable  *cancellable,
                    GError       **error)
{
  static const WriteOrganizationFunc funcs[] = { [ESP_FILE_DOCUMENT] = esp_io_write_document, [ESP_FILE_TABLE] = esp_io_write_csv,
                                                   [ESP_FILE_OUTLINE] = esp_io_write_outline };
  WriteData *data = user_data;

  return funcs[data->kind] (data->organization, stream, cancellable, error);
}

static gboolean
write_bytes (GOutputStream *stream,
             gpointer       user_data,
             GCancellable  *cancellable,
             GError       **error)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (user_data, &length);

  return g_output_stream_write_all (stream, data, length, NULL, cancellable, error);
}

/**
 * esp_io_replace_with_bytes:
 * @file: the file to replace or create
 * @bytes: what shall be in it
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * As esp_io_replace_file(), whatever is there.
 *
 * Returns: whether it is written
 */
gboolean
esp_io_replace_with_bytes (GFile         *file,
                           GBytes        *bytes,
                           GCancellable  *cancellable,
                           GError       **error)
{
  return esp_io_replace_file (file, NULL, write_bytes, bytes, NULL, NULL, NULL, cancellable, error);
}

/**
 * esp_io_save:
 * @organization: what to write
 * @kind: in which format
 * @file: where to
 * @etag: (nullable): see esp_io_replace_file()
 * @ready: (nullable) (scope call): see esp_io_replace_file()
 * @ready_data: for @ready
 * @new_etag: (out) (optional) (transfer full) (nullable): the etag of the new file
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Saves an organization. It is not marked as saved by this.
 *
 * Time: O(bytes). Memory: a buffer. Threads: any, while nobody edits @organization. Errors: see esp_io_replace_file().
 *
 * Returns: %FALSE with @error set
 */
gboolean
esp_io_save (EspOrganization  *organization,
             EspFileKind       kind,
             GFile            *file,
             const char       *etag,
             EspIoReadyFunc    ready,
             gpointer          ready_data,
             char            **new_etag,
             GCancellable     *cancellable,
             GError          **error)
{
  WriteData data = { organization, kind };

  g_return_val_if_fail (ESP_IS_ORGANIZATION (organization), FALSE);

  return esp_io_replace_file (file, etag, write_organization, &data, ready, ready_data, new_etag, cancellable, error);
}

/**
 * esp_io_to_bytes:
 * @organization: what to write
 * @kind: in which format
 *
 * Returns: (transfer full): what esp_io_save() would write
 */
GBytes *
esp_io_to_bytes (EspOrganization *organization,
                 EspFileKind      kind)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  WriteData data = { organization, kind };

  g_return_val_if_fail (ESP_IS_ORGANIZATION (organization), NULL);

  write_organization (stream, &data, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}
