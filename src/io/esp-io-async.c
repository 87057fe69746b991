/* esp-io-async.c — opening and saving in a thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-io-async"

#include "io/esp-io.h"

#include "core/esp-i18n.h"

/*
 * Progress: the worker leaves its last figures under a mutex and sees to it that one idle source is under way, which takes them to the caller. However fast
 * the worker is, the caller hears no more often than its main loop turns.
 */
typedef struct
{
  GFile             *file;
  GBytes            *bytes;   /* (nullable): instead of what stands in @file */
  EspTableMapping   *mapping; /* (nullable) */
  EspLoadReport     *report;

  EspIoProgressFunc  progress;
  gpointer           progress_data;
  GMainContext      *context;

  GMutex             mutex;
  GSource           *idle; /* (nullable): under way */
  double             fraction;
  guint32            n_rows;
} LoadJob;

static void
load_job_free (LoadJob *job)
{
  g_clear_pointer (&job->idle, g_source_unref);
  g_mutex_clear (&job->mutex);
  g_main_context_unref (job->context);
  g_clear_pointer (&job->report, esp_load_report_free);
  g_clear_object (&job->file);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  esp_table_mapping_free (job->mapping);
  g_free (job);
}

static gboolean
tell_progress_cb (gpointer user_data)
{
  GTask *task = user_data;
  LoadJob *job = g_task_get_task_data (task);
  double fraction;
  guint32 n_rows;

  g_mutex_lock (&job->mutex);
  g_clear_pointer (&job->idle, g_source_unref);
  fraction = job->fraction;
  n_rows = job->n_rows;
  g_mutex_unlock (&job->mutex);

  if (!g_task_get_completed (task))
    job->progress (fraction, n_rows, job->progress_data);

  return G_SOURCE_REMOVE;
}

static void
take_progress (double   fraction,
               guint32  n_rows,
               gpointer user_data)
{
  GTask *task = user_data;
  LoadJob *job = g_task_get_task_data (task);

  g_mutex_lock (&job->mutex);
  job->fraction = fraction;
  job->n_rows = n_rows;
  if (job->idle == NULL)
    {
      job->idle = g_idle_source_new ();
      g_source_set_callback (job->idle, tell_progress_cb, g_object_ref (task), g_object_unref);
      g_source_attach (job->idle, job->context);
    }
  g_mutex_unlock (&job->mutex);
}

static void
load_worker (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  LoadJob *job = task_data;
  EspImportOptions options = { .mapping = job->mapping };
  g_autoptr (GError) error = NULL;
  EspOrganization *organization;

  if (job->bytes != NULL)
    {
      gsize length;
      gconstpointer data = g_bytes_get_data (job->bytes, &length);

      organization = esp_io_import_bytes (data, length, _("Pasted table"), &options, &job->report, &error);
    }
  else
    {
      organization = esp_io_import (job->file, NULL, &options, job->progress != NULL ? take_progress : NULL, task, &job->report, cancellable, &error);
    }
  if (organization == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, organization, g_object_unref);
}

/**
 * esp_io_import_async:
 * @file: (nullable): what to read; messages call it by its base name
 * @bytes: (nullable): what to read instead
 * @mapping: (nullable): what the columns are, should it be a foreign table
 * @progress: (nullable): told in the caller's main context, until @callback
 * @progress_data: for @progress
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads an organization in a thread; nobody else knows it until it is whole. Ends with esp_io_load_finish().
 * Threads: the caller's thread needs a running main context.
 */
void
esp_io_import_async (GFile                 *file,
                     GBytes                *bytes,
                     const EspTableMapping *mapping,
                     EspIoProgressFunc      progress,
                     gpointer               progress_data,
                     GCancellable          *cancellable,
                     GAsyncReadyCallback    callback,
                     gpointer               user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  LoadJob *job = g_new0 (LoadJob, 1);

  g_return_if_fail (G_IS_FILE (file) || bytes != NULL);

  job->file = file != NULL ? g_object_ref (file) : NULL;
  job->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  job->mapping = mapping != NULL ? esp_table_mapping_copy (mapping) : NULL;
  job->progress = progress;
  job->progress_data = progress_data;
  job->context = g_main_context_ref_thread_default ();
  g_mutex_init (&job->mutex);
  g_task_set_source_tag (task, esp_io_import_async);
  g_task_set_task_data (task, job, (GDestroyNotify) load_job_free);
  g_task_run_in_thread (task, load_worker);
}

/**
 * esp_io_load_async:
 *
 * As esp_io_import_async(), with what is found out about the file.
 */
void
esp_io_load_async (GFile               *file,
                   EspIoProgressFunc    progress,
                   gpointer             progress_data,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  esp_io_import_async (file, NULL, NULL, progress, progress_data, cancellable, callback, user_data);
}

/**
 * esp_io_load_finish:
 * @result: what the callback was given
 * @report: (out) (optional) (transfer full): what was noticed
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the organization; %NULL with @error set, as by esp_io_load()
 */
EspOrganization *
esp_io_load_finish (GAsyncResult   *result,
                    EspLoadReport **report,
                    GError        **error)
{
  GTask *task = G_TASK (result);
  LoadJob *job = g_task_get_task_data (task);
  EspOrganization *organization = g_task_propagate_pointer (task, error);

  g_return_val_if_fail (g_task_get_source_tag (task) == esp_io_import_async, NULL);

  if (organization != NULL && report != NULL)
    *report = g_steal_pointer (&job->report);

  return organization;
}

typedef struct
{
  EspOrganization *organization;
  EspFileKind      kind;
  GFile           *file;
  char            *etag;
  EspIoReadyFunc   ready;
  gpointer         ready_data;
} SaveJob;

static void
save_job_free (SaveJob *job)
{
  g_clear_object (&job->organization);
  g_clear_object (&job->file);
  g_free (job->etag);
  g_free (job);
}

static void
save_worker (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  SaveJob *job = task_data;
  g_autoptr (GError) error = NULL;
  char *new_etag = NULL;

  if (esp_io_save (job->organization, job->kind, job->file, job->etag, job->ready, job->ready_data, &new_etag, cancellable, &error))
    g_task_return_pointer (task, new_etag, g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * esp_io_save_async:
 * @organization: what to write
 * @kind: in which format
 * @file: where to
 * @etag: (nullable): see esp_io_replace_file()
 * @ready: (nullable): told in the thread; see esp_io_replace_file()
 * @ready_data: for @ready
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Saves an organization in a thread. Until @callback nobody may edit @organization; reading it is fine.
 */
void
esp_io_save_async (EspOrganization     *organization,
                   EspFileKind          kind,
                   GFile               *file,
                   const char          *etag,
                   EspIoReadyFunc       ready,
                   gpointer             ready_data,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  SaveJob *job = g_new0 (SaveJob, 1);

  g_return_if_fail (ESP_IS_ORGANIZATION (organization));
  g_return_if_fail (G_IS_FILE (file));

  job->organization = g_object_ref (organization);
  job->kind = kind;
  job->file = g_object_ref (file);
  job->etag = g_strdup (etag);
  job->ready = ready;
  job->ready_data = ready_data;
  g_task_set_source_tag (task, esp_io_save_async);
  g_task_set_task_data (task, job, (GDestroyNotify) save_job_free);
  g_task_set_check_cancellable (task, FALSE); /* a file that is replaced is replaced */
  g_task_run_in_thread (task, save_worker);
}

/**
 * esp_io_save_finish:
 * @result: what the callback was given
 * @new_etag: (out) (optional) (transfer full) (nullable): the etag of the new file
 * @error: return location for a #GError
 *
 * Returns: %FALSE with @error set, as by esp_io_save()
 */
gboolean
esp_io_save_finish (GAsyncResult  *result,
                    char         **new_etag,
                    GError       **error)
{
  GTask *task = G_TASK (result);
  g_autofree char *etag = NULL;
  gboolean is_saved;

  g_return_val_if_fail (g_task_get_source_tag (task) == esp_io_save_async, FALSE);

  is_saved = !g_task_had_error (task);
  etag = g_task_propagate_pointer (task, error);
  if (is_saved && new_etag != NULL)
    *new_etag = g_steal_pointer (&etag);

  return is_saved;
}
