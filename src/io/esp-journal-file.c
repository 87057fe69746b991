/* esp-journal-file.c — a file that records are appended to, so that each is there whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-journal"

#include "io/esp-journal-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define ENDING       ".journal"
#define ENDING_ASIDE ".set-aside"
#define FRAME        (sizeof (guint32) + sizeof (guint64)) /* before each record */
#define MAX_NAMES    100 /* names tried when one is taken */

/* Data is asked to be on the disk at most this often; it is in the hands of the system at once. */
#define SYNC_INTERVAL G_USEC_PER_SEC

struct _EspJournalFile
{
  gatomicrefcount        ref_count;
  char                  *folder;
  char                  *name;

  /* reading */
  GBytes                *content; /* NULL: was not opened, or is being written */
  gsize                  at;      /* behind the last good record */

  /* writing: by the writer, under the mutex */
  GMutex                 mutex;
  int                    fd;      /* -1 before the first record */
  char                  *path;
  guint64                chain;   /* checksum of the last record */
  goffset                length;  /* of what is written as a whole */
  GByteArray            *pending; /* frames that are not in the file yet */
  gboolean               is_gone; /* removed: nothing is written any more */
  gboolean               has_failed;
  gboolean               is_new;  /* its name is not on the disk yet */
  gint64                 synced;  /* when; monotonic time */
  gboolean               is_dirty;

  EspJournalFailureFunc  failure;
  gpointer               failure_data;
  GDestroyNotify         failure_destroy;
};

/* What the writer is asked for */
typedef struct
{
  EspJournalFile *file;
  gboolean        must_sync;
  gboolean       *is_done; /* NULL: nobody waits */
} Job;

static GAsyncQueue *jobs; /* of Job */
static GMutex done_mutex;
static GCond done_cond;

static void
esp_journal_file_unref (EspJournalFile *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  if (self->fd >= 0)
    close (self->fd);
  if (self->failure_destroy != NULL)
    self->failure_destroy (self->failure_data);
  g_clear_pointer (&self->content, g_bytes_unref);
  g_byte_array_unref (self->pending);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self->folder);
  g_free (self->name);
  g_free (self);
}

/* FNV-1a, going on from the checksum before, so that records of an older file are not taken for those of this one */
static guint64
get_checksum (guint64       chain,
              const guint8 *bytes,
              gsize         length)
{
  guint64 sum = G_GUINT64_CONSTANT (0xcbf29ce484222325) ^ chain;

  for (gsize i = 0; i < length; i++)
    sum = (sum ^ bytes[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return sum ^ length;
}

static char *
make_path (EspJournalFile *self,
           const char     *name,
           const char     *ending)
{
  g_autofree char *base = g_strconcat (name, ending, NULL);

  return g_build_filename (self->folder, base, NULL);
}

static void
set_errno (GError    **error,
           const char *path)
{
  int saved_errno = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno), "%s: %s", path, g_strerror (saved_errno));
}

static gboolean
is_the_file (int         fd,
             const char *path)
{
  struct stat opened, named;

  return fstat (fd, &opened) == 0 && stat (path, &named) == 0 && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

/* Whether the file that was just made is ours: somebody who looks for what was left behind may have been faster, and have removed it as empty. */
static gboolean
take (EspJournalFile *self)
{
  self->is_new = flock (self->fd, LOCK_EX | LOCK_NB) == 0 && is_the_file (self->fd, self->path);
  if (self->is_new)
    return TRUE;
  close (self->fd);
  self->fd = -1;
  errno = EEXIST;
  return FALSE;
}

/* A name that is taken belongs to another process, or was left behind: another one is tried. */
static gboolean
create (EspJournalFile *self,
        GError        **error)
{
  g_mkdir_with_parents (self->folder, 0700);
  for (guint i = 0; i < MAX_NAMES; i++)
    {
      g_autofree char *name = i == 0 ? g_strdup (self->name) : g_strdup_printf ("%s-%u", self->name, i);

      g_free (self->path);
      self->path = make_path (self, name, ENDING);
      self->fd = g_open (self->path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
      if (self->fd < 0 && errno != EEXIST)
        break;
      if (self->fd >= 0 && take (self))
        return TRUE;
    }
  set_errno (error, self->path);
  return FALSE;
}

static gboolean
write_all (int           fd,
           const guint8 *bytes,
           gsize         length,
           goffset       at)
{
  while (length > 0)
    {
      gssize n = pwrite (fd, bytes, length, at);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      bytes += n;
      length -= n;
      at += n;
    }
  return TRUE;
}

/* Record by record: one that does not fit leaves those before it, and nothing of itself. */
static gboolean
write_pending (EspJournalFile *self,
               GError        **error)
{
  gsize at = 0;

  if (self->fd < 0 && !create (self, error))
    return FALSE;
  while (at < self->pending->len)
    {
      guint32 length;
      gsize size;

      memcpy (&length, self->pending->data + at, sizeof length);
      size = FRAME + GUINT32_FROM_LE (length);
      if (!write_all (self->fd, self->pending->data + at, size, self->length))
        {
          set_errno (error, self->path);
          if (ftruncate (self->fd, self->length) != 0)
            g_info ("%s: half a record could not be cut off: %s", self->path, g_strerror (errno));
          break;
        }
      self->is_dirty = TRUE;
      self->length += size;
      at += size;
    }
  g_byte_array_remove_range (self->pending, 0, at);
  return self->pending->len == 0;
}

static void
flush (EspJournalFile *self)
{
  g_autoptr (GError) error = NULL;
  gboolean is_told = FALSE;

  g_mutex_lock (&self->mutex);
  if (!self->is_gone && self->pending->len > 0 && !write_pending (self, &error))
    {
      is_told = self->has_failed;
      self->has_failed = TRUE;
    }
  g_mutex_unlock (&self->mutex);
  if (error != NULL && !is_told && self->failure != NULL)
    self->failure (error, self->failure_data);
}

/* A new name is on the disk when its folder is. */
static void
sync_folder (EspJournalFile *self)
{
  int fd = g_open (self->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

static void
sync_data (EspJournalFile *self)
{
  if (!self->is_dirty || self->is_gone)
    return;
  fdatasync (self->fd);
  if (self->is_new)
    sync_folder (self);
  self->is_new = FALSE;
  self->is_dirty = FALSE;
  self->synced = g_get_monotonic_time ();
}

static void
do_job (Job        *job,
        GHashTable *dirty)
{
  EspJournalFile *file = job->file;

  flush (file);
  if (job->must_sync || g_get_monotonic_time () - file->synced >= SYNC_INTERVAL)
    {
      sync_data (file);
      g_hash_table_remove (dirty, file);
    }
  else if (file->is_dirty && !g_hash_table_contains (dirty, file))
    {
      g_atomic_ref_count_inc (&file->ref_count);
      g_hash_table_add (dirty, file);
    }
  esp_journal_file_unref (file); /* before anybody is told, so that whoever waits is the last to hold it */
  if (job->is_done != NULL)
    {
      g_mutex_lock (&done_mutex);
      *job->is_done = TRUE;
      g_cond_broadcast (&done_cond);
      g_mutex_unlock (&done_mutex);
    }
  g_free (job);
}

/* Files whose time has come. Returns: how long the next one can wait, in microseconds */
static guint64
sync_due (GHashTable *dirty)
{
  GHashTableIter iter;
  gpointer file;
  gint64 now = g_get_monotonic_time ();
  gint64 wait = SYNC_INTERVAL;

  g_hash_table_iter_init (&iter, dirty);
  while (g_hash_table_iter_next (&iter, &file, NULL))
    {
      gint64 due = ((EspJournalFile *) file)->synced + SYNC_INTERVAL - now;

      if (due <= 0)
        {
          sync_data (file);
          g_hash_table_iter_remove (&iter);
        }
      else
        {
          wait = MIN (wait, due);
        }
    }
  return wait;
}

static gpointer
write_worker (gpointer data)
{
  g_autoptr (GHashTable) dirty = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) esp_journal_file_unref, NULL);

  for (;;)
    {
      guint64 wait = sync_due (dirty);
      Job *job = g_hash_table_size (dirty) > 0 ? g_async_queue_timeout_pop (jobs, wait) : g_async_queue_pop (jobs);

      if (job != NULL)
        do_job (job, dirty);
    }
  return NULL;
}

static void
ask (EspJournalFile *self,
     gboolean        must_sync,
     gboolean       *is_done)
{
  static gsize is_started;
  Job *job = g_new (Job, 1);

  if (g_once_init_enter (&is_started))
    {
      jobs = g_async_queue_new ();
      g_thread_unref (g_thread_new ("esp-journal", write_worker, NULL));
      g_once_init_leave (&is_started, 1);
    }
  g_atomic_ref_count_inc (&self->ref_count);
  *job = (Job){ self, must_sync, is_done };
  g_async_queue_push (jobs, job);
}

/**
 * esp_journal_file_new:
 * @folder: where; it is made when it is needed
 * @name: of the file, without ending; when it is taken, a number is added
 *
 * Returns: (transfer full): a journal that comes to exist with its first record
 */
EspJournalFile *
esp_journal_file_new (const char *folder,
                      const char *name)
{
  EspJournalFile *self = g_new0 (EspJournalFile, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  self->folder = g_strdup (folder);
  self->name = g_strdup (name);
  self->fd = -1;
  self->pending = g_byte_array_new ();
  self->synced = -SYNC_INTERVAL; /* the first record is on the disk at once */
  return self;
}

/**
 * esp_journal_file_open:
 * @folder: where
 * @name: of the file, without ending
 * @error: return location for a #GError
 *
 * Opens what was left behind, to be read by esp_journal_file_next() to its end and then appended to, removed or set aside.
 *
 * Threads: any. Errors: %G_IO_ERROR_BUSY if a living process writes it; those of the system.
 *
 * Returns: (transfer full): a journal, %NULL with @error set
 */
EspJournalFile *
esp_journal_file_open (const char *folder,
                       const char *name,
                       GError    **error)
{
  g_autoptr (EspJournalFile) self = esp_journal_file_new (folder, name);
  g_autoptr (GMappedFile) mapped = NULL;

  self->path = make_path (self, name, ENDING);
  self->fd = g_open (self->path, O_RDWR | O_CLOEXEC, 0);
  if (self->fd < 0)
    {
      set_errno (error, self->path);
      return NULL;
    }
  if (flock (self->fd, LOCK_EX | LOCK_NB) != 0 || !is_the_file (self->fd, self->path))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY, "%s: in use", self->path);
      return NULL;
    }
  mapped = g_mapped_file_new_from_fd (self->fd, FALSE, error);
  if (mapped == NULL)
    return NULL;
  self->content = g_mapped_file_get_bytes (mapped);
  return g_steal_pointer (&self);
}

/**
 * esp_journal_file_set_failure:
 * @self: a journal
 * @failure: told when records cannot be written
 * @user_data: for @failure
 * @destroy: (nullable): for @user_data, in any thread
 */
void
esp_journal_file_set_failure (EspJournalFile        *self,
                              EspJournalFailureFunc  failure,
                              gpointer               user_data,
                              GDestroyNotify         destroy)
{
  self->failure = failure;
  self->failure_data = user_data;
  self->failure_destroy = destroy;
}

/**
 * esp_journal_file_next:
 * @self: a journal that was opened and not yet appended to
 *
 * Returns: (transfer full) (nullable): the next good record; %NULL at the end, or where something else stands
 */
GBytes *
esp_journal_file_next (EspJournalFile *self)
{
  gsize size;
  const guint8 *tainted;
  guint32 length;
  guint64 checksum;

  g_return_val_if_fail (self->content != NULL, NULL);

  tainted = g_bytes_get_data (self->content, &size);
  if (size - self->at < FRAME)
    return NULL;
  memcpy (&length, tainted + self->at, sizeof length);
  memcpy (&checksum, tainted + self->at + sizeof length, sizeof checksum);
  length = GUINT32_FROM_LE (length);
  checksum = GUINT64_FROM_LE (checksum);
  if (length > size - self->at - FRAME || get_checksum (self->chain, tainted + self->at + FRAME, length) != checksum)
    return NULL;
  self->chain = checksum;
  self->at += FRAME + length;
  return g_bytes_new_from_bytes (self->content, self->at - length, length);
}

/* From reading to writing: what stands behind the last good record is cut off. */
static void
start_writing (EspJournalFile *self)
{
  if (self->content == NULL)
    return;
  self->length = self->at;
  if (self->length < (goffset) g_bytes_get_size (self->content) && ftruncate (self->fd, self->length) != 0)
    g_info ("%s: what is behind the last record could not be cut off: %s", self->path, g_strerror (errno));
  g_clear_pointer (&self->content, g_bytes_unref);
}

/**
 * esp_journal_file_append:
 * @self: a journal
 * @record: (transfer full): its bytes
 *
 * Appends a record as soon as the writer comes to it.
 */
void
esp_journal_file_append (EspJournalFile *self,
                         GByteArray     *record)
{
  guint32 length = GUINT32_TO_LE (record->len);
  guint64 checksum;

  g_mutex_lock (&self->mutex);
  start_writing (self);
  self->chain = get_checksum (self->chain, record->data, record->len);
  checksum = GUINT64_TO_LE (self->chain);
  g_byte_array_append (self->pending, (const guint8 *) &length, sizeof length);
  g_byte_array_append (self->pending, (const guint8 *) &checksum, sizeof checksum);
  g_byte_array_append (self->pending, record->data, record->len);
  g_mutex_unlock (&self->mutex);
  g_byte_array_unref (record);
  ask (self, FALSE, NULL);
}

/**
 * esp_journal_file_sync:
 * @self: a journal
 *
 * Waits until all that was appended is on the disk, or cannot be written.
 */
void
esp_journal_file_sync (EspJournalFile *self)
{
  gboolean is_done = FALSE;

  ask (self, TRUE, &is_done);
  g_mutex_lock (&done_mutex);
  while (!is_done)
    g_cond_wait (&done_cond, &done_mutex);
  g_mutex_unlock (&done_mutex);
}

/**
 * esp_journal_file_remove:
 * @self: (transfer full): a journal
 *
 * Removes it: nothing of it is needed any more. Does not wait for the disk.
 */
void
esp_journal_file_remove (EspJournalFile *self)
{
  g_mutex_lock (&self->mutex);
  self->is_gone = TRUE;
  if (self->fd >= 0)
    g_unlink (self->path);
  g_mutex_unlock (&self->mutex);
  esp_journal_file_unref (self);
}

/**
 * esp_journal_file_has_rest:
 * @self: a journal that was opened and read to its end
 *
 * Returns: whether there is something behind the last good record: one that was being written, or one that is damaged; the zeros that some file systems leave
 * after a power cut are nothing
 */
gboolean
esp_journal_file_has_rest (EspJournalFile *self)
{
  gsize size;
  const guint8 *tainted;

  g_return_val_if_fail (self->content != NULL, FALSE);

  tainted = g_bytes_get_data (self->content, &size);
  for (gsize i = self->at; i < size; i++)
    if (tainted[i] != 0)
      return TRUE;
  return FALSE;
}

/* A path that nobody has, under which a journal is not found again */
static char *
make_path_aside (EspJournalFile *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%d-%H%M%S");
  char *path = NULL;

  for (guint i = 0; i < MAX_NAMES; i++)
    {
      g_autofree char *name = i == 0 ? g_strjoin ("-", self->name, time, NULL) : g_strdup_printf ("%s-%s-%u", self->name, time, i);

      g_free (path);
      path = make_path (self, name, ENDING_ASIDE);
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        break;
    }
  return path;
}

/**
 * esp_journal_file_copy_aside:
 * @self: a journal that was opened
 *
 * Keeps all of it, as it is, under a name under which it is not found again.
 *
 * Returns: (transfer full) (nullable): the path of the copy; %NULL if it could not be made
 */
char *
esp_journal_file_copy_aside (EspJournalFile *self)
{
  g_autofree char *path = make_path_aside (self);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *content;

  g_return_val_if_fail (self->content != NULL, NULL);

  content = g_bytes_get_data (self->content, &length);
  if (g_file_set_contents_full (path, content, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    return g_steal_pointer (&path);
  g_info ("%s", error->message);
  return NULL;
}

/**
 * esp_journal_file_set_aside:
 * @self: (transfer full): a journal that was opened
 *
 * Gives it a name under which it is not found again, and leaves it there.
 *
 * Returns: (transfer full): its path
 */
char *
esp_journal_file_set_aside (EspJournalFile *self)
{
  g_autofree char *path = make_path_aside (self);

  if (g_rename (self->path, path) != 0)
    {
      g_info ("%s: %s", path, g_strerror (errno));
      g_free (path);
      path = g_strdup (self->path);
    }
  esp_journal_file_unref (self);
  return g_steal_pointer (&path);
}

/**
 * esp_journal_file_close:
 * @self: (nullable) (transfer full): a journal
 *
 * Lets go of it. What was appended is written; the file stays.
 */
void
esp_journal_file_close (EspJournalFile *self)
{
  if (self != NULL)
    esp_journal_file_unref (self);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * esp_journal_file_list:
 * @folder: where
 * @prefix: what names begin with
 *
 * Returns: (transfer full) (element-type utf8): names, for esp_journal_file_open(), in order; whether they are in use is not looked at
 */
GPtrArray *
esp_journal_file_list (const char *folder,
                       const char *prefix)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ENDING))
      g_ptr_array_add (names, g_strndup (name, strlen (name) - strlen (ENDING)));
  g_ptr_array_sort (names, compare_names);
  return names;
}
