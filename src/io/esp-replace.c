/* esp-replace.c — files of this machine replaced as a whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-io-save"

#include "io/esp-replace.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/esp-i18n.h"
#include "io/esp-lent-file.h"

/* GIO, when it cannot make a file beside the old one (no inode left, for example), removes the old one and writes in its place. Here the old file is there until
 * the new one is whole and on the disk, whatever happens. */

#define MAX_NAMES 100

/* The new file, before it has the name of the old one */
typedef struct
{
  const char *path;   /* of the old one */
  char       *folder;
  int         fd;
  char       *name;   /* path under which it stands meanwhile; NULL: under none, and it is gone when it is closed */
} Fresh;

static void
fresh_clear (Fresh *fresh)
{
  if (fresh->fd >= 0)
    close (fresh->fd);
  if (fresh->name != NULL)
    g_unlink (fresh->name);
  g_free (fresh->name);
  g_free (fresh->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fresh, fresh_clear)

/* The folder of @file as the user knows it; %NULL if that cannot be found out */
static char *
get_folder_name (GFile *file)
{
  g_autoptr (GFile) own = esp_file_get_own (file);
  g_autoptr (GFile) folder = own != NULL ? g_file_get_parent (own) : NULL;

  return folder != NULL ? g_file_get_parse_name (folder) : NULL;
}

/* Says what could not be written, where, and why. */
static void
set_failure (GError     **error,
             const char  *path,
             int          code,
             const char  *reason)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = esp_file_get_name (file);
  g_autofree char *folder = get_folder_name (file);

  if (folder == NULL)
    g_set_error (error, G_IO_ERROR, code, _("“%s” could not be written: %s"), name, reason);
  else if (code == G_IO_ERROR_NOT_FOUND)
    g_set_error (error, G_IO_ERROR, code, _("“%s” could not be written: the folder “%s” is not there any more."), name, folder);
  else if (code == G_IO_ERROR_NO_SPACE)
    g_set_error (error, G_IO_ERROR, code, _("“%s” could not be written: there is no room left on the disk of the folder “%s”."), name, folder);
  else
    g_set_error (error, G_IO_ERROR, code, _("“%s” could not be written in the folder “%s”: %s"), name, folder, reason);
}

static gboolean
fail (GError    **error,
      const char *path)
{
  int saved_errno = errno;

  set_failure (error, path, g_io_error_from_errno (saved_errno), g_strerror (saved_errno));
  return FALSE;
}

static char *
query_etag (const char *path,
            guint64    *size)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  if (info == NULL)
    return NULL;
  if (size != NULL)
    *size = g_file_info_get_size (info);
  return g_strdup (g_file_info_get_etag (info));
}

static gboolean
check_etag (const char *path,
            const char *etag,
            GError    **error)
{
  g_autofree char *now = etag != NULL ? query_etag (path, NULL) : NULL;

  if (now == NULL || g_str_equal (now, etag))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG, _("The file was changed by another program."));
  return FALSE;
}

/* Runs @link_or_open with names that nobody has. Returns: as it does, below 0 for none */
static int
try_names (Fresh *fresh,
           int (*link_or_open) (Fresh *fresh, const char *name))
{
  int result = -1;

  for (guint i = 0; i < MAX_NAMES; i++)
    {
      g_autofree char *base = g_strdup_printf (".espalier-%08x", g_random_int ());
      g_autofree char *name = g_build_filename (fresh->folder, base, NULL);

      result = link_or_open (fresh, name);
      if (result >= 0)
        fresh->name = g_steal_pointer (&name);
      if (result >= 0 || errno != EEXIST)
        break;
    }
  return result;
}

static int
open_named (Fresh      *fresh,
            const char *name)
{
  return g_open (name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
}

static int
link_named (Fresh      *fresh,
            const char *name)
{
  g_autofree char *self = g_strdup_printf ("/proc/self/fd/%d", fresh->fd);

  return linkat (AT_FDCWD, self, AT_FDCWD, name, AT_SYMLINK_FOLLOW);
}

/* A file without a name, where there are such: nothing is left of it if the process ends. */
static gboolean
open_fresh (Fresh   *fresh,
            GError **error)
{
  fresh->fd = g_open (fresh->folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
  if (fresh->fd < 0)
    fresh->fd = try_names (fresh, open_named);
  return fresh->fd >= 0 || fail (error, fresh->path);
}

/* Mode and owner are those of the old file; an owner who may not be set is left. */
static gboolean
make_like (Fresh             *fresh,
           const struct stat *old,
           GError           **error)
{
  struct stat new;

  if (fstat (fresh->fd, &new) != 0)
    return fail (error, fresh->path);
  if ((new.st_uid != old->st_uid || new.st_gid != old->st_gid) && fchown (fresh->fd, old->st_uid, old->st_gid) != 0)
    g_info ("%s: the owner could not be kept: %s", fresh->path, g_strerror (errno));
  if (fchmod (fresh->fd, old->st_mode & 07777) != 0)
    g_info ("%s: the mode could not be kept: %s", fresh->path, g_strerror (errno));
  return TRUE;
}

static gboolean
fill (Fresh          *fresh,
      EspIoWriteFunc  write,
      gpointer        write_data,
      GCancellable   *cancellable,
      GError        **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (fresh->fd, FALSE);
  g_autoptr (GError) failure = NULL;

  if (!write (stream, write_data, cancellable, &failure) || !g_output_stream_close (stream, cancellable, &failure))
    {
      /* the stream knows no more than a number for a file */
      if (failure->domain == G_IO_ERROR && failure->code != G_IO_ERROR_CANCELLED)
        set_failure (error, fresh->path, failure->code, failure->message);
      else
        g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return fsync (fresh->fd) == 0 || fail (error, fresh->path);
}

static void
sync_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

static gboolean
put_in_place (Fresh   *fresh,
              GError **error)
{
  if (fresh->name == NULL && try_names (fresh, link_named) < 0)
    return fail (error, fresh->path);
  if (g_rename (fresh->name, fresh->path) != 0)
    return fail (error, fresh->path);
  g_clear_pointer (&fresh->name, g_free);
  sync_folder (fresh->folder);
  return TRUE;
}

/**
 * esp_replace_can_do:
 * @path: a path; not a link
 *
 * Returns: whether it is a file, or nothing yet
 */
gboolean
esp_replace_can_do (const char *path)
{
  struct stat info;

  return stat (path, &info) != 0 ? errno == ENOENT : S_ISREG (info.st_mode);
}

/**
 * esp_replace:
 * @path: a file, or a name in a folder (esp_replace_can_do())
 * @etag: (nullable): that the file is expected to have
 * @write: (scope call): writes the content
 * @write_data: for @write
 * @ready: (nullable) (scope call): told when the content is whole, before it takes the place of the old one
 * @ready_data: for @ready
 * @new_etag: (out) (optional) (transfer full) (nullable): the etag of the new file
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Writes beside the file, waits for the disk, and renames over it.
 *
 * Time: that of @write and of the disk. Threads: any. Errors: %G_IO_ERROR; %G_IO_ERROR_WRONG_ETAG if somebody else changed the file, also meanwhile.
 *
 * Returns: %FALSE with @error set; the file is then as it was
 */
gboolean
esp_replace (const char      *path,
             const char      *etag,
             EspIoWriteFunc   write,
             gpointer         write_data,
             EspIoReadyFunc   ready,
             gpointer         ready_data,
             char           **new_etag,
             GCancellable    *cancellable,
             GError         **error)
{
  g_auto (Fresh) fresh = { .path = path, .folder = g_path_get_dirname (path), .fd = -1 };
  g_autofree char *self = NULL;
  g_autofree char *fresh_etag = NULL;
  struct stat old;
  gboolean is_new = stat (path, &old) != 0;
  guint64 size = 0;

  if (!is_new && access (path, W_OK) != 0)
    return fail (error, path);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !check_etag (path, etag, error) || !open_fresh (&fresh, error))
    return FALSE;
  if (!is_new && !make_like (&fresh, &old, error))
    return FALSE;
  if (!fill (&fresh, write, write_data, cancellable, error))
    return FALSE;

  self = fresh.name != NULL ? g_strdup (fresh.name) : g_strdup_printf ("/proc/self/fd/%d", fresh.fd);
  fresh_etag = query_etag (self, &size);
  if (ready != NULL)
    ready (fresh_etag, size, ready_data);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !check_etag (path, etag, error) || !put_in_place (&fresh, error))
    return FALSE;
  if (new_etag != NULL)
    *new_etag = g_steal_pointer (&fresh_etag);
  return TRUE;
}
