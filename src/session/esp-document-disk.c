/* esp-document-disk.c — the document's file in the hands of others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-session"

#include "session/esp-document-private.h"

static void
state_cb (EspDocument *self)
{
  _esp_document_notify (self, ESP_DOCUMENT_PROP_DISK);
}

/* The file that is watched is the document's own, and this is what is known of it. */
void
_esp_document_watch (EspDocument *self)
{
  const char *etag = self->report != NULL ? self->report->etag : NULL;
  EspFileState before = esp_document_get_disk (self);

  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);
  if (self->file != NULL && self->sample == NULL && etag != NULL)
    {
      self->watch = esp_file_watch_new (self->file, etag);
      g_signal_connect_swapped (self->watch, "notify::state", G_CALLBACK (state_cb), self);
    }
  if (before != ESP_FILE_SAME)
    _esp_document_notify (self, ESP_DOCUMENT_PROP_DISK);
}

/**
 * esp_document_get_disk:
 * @self: a document
 *
 * Returns: what is known of its file: whether it is as it was read or written last
 */
EspFileState
esp_document_get_disk (EspDocument *self)
{
  g_return_val_if_fail (ESP_IS_DOCUMENT (self), ESP_FILE_SAME);

  return self->watch != NULL ? esp_file_watch_get_state (self->watch) : ESP_FILE_SAME;
}

/* What a worker compares */
typedef struct
{
  EspOrganization *mine;   /* of the document, which is held */
  EspOrganization *theirs;
} Comparing;

static void
comparing_free (gpointer data)
{
  Comparing *comparing = data;

  g_object_unref (comparing->mine);
  g_object_unref (comparing->theirs);
  g_free (comparing);
}

static void
compare_worker (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Comparing *comparing = task_data;

  g_task_return_pointer (task, esp_diff_new (comparing->mine, comparing->theirs), (GDestroyNotify) esp_diff_free);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  EspDocument *self = g_task_get_source_object (task);

  esp_document_release (self);
  _esp_document_unmark_busy (self);
  g_task_return_pointer (task, g_task_propagate_pointer (G_TASK (result), NULL), (GDestroyNotify) esp_diff_free);
}

static void
theirs_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  EspDocument *self = g_task_get_source_object (task);
  GError *error = NULL;
  EspOrganization *theirs = esp_io_load_finish (result, NULL, &error);
  g_autoptr (GTask) worker = NULL;
  Comparing *comparing;

  if (theirs == NULL)
    {
      _esp_document_unmark_busy (self);
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < ESP_N_TABLES; i++)
    esp_organization_get_ranks (theirs, i);
  comparing = g_new (Comparing, 1);
  *comparing = (Comparing){ g_object_ref (self->organization), theirs };
  esp_document_hold (self);
  worker = g_task_new (NULL, NULL, compared_cb, g_steal_pointer (&task));
  g_task_set_task_data (worker, comparing, comparing_free);
  g_task_run_in_thread (worker, compare_worker);
}

/**
 * esp_document_compare_async:
 * @self: a document that is ready and has a file
 * @cancellable: (nullable): stops reading
 * @callback: called when it is compared, or not
 * @user_data: for @callback
 *
 * Compares what stands with what is in the file now, in a worker.
 */
void
esp_document_compare_async (EspDocument         *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ESP_IS_DOCUMENT (self));
  g_return_if_fail (self->organization != NULL && self->file != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, esp_document_compare_async);
  _esp_document_mark_busy (self);
  esp_io_import_async (self->file, NULL, self->mapping, NULL, NULL, cancellable, theirs_cb, g_steal_pointer (&task));
}

/**
 * esp_document_compare_finish:
 * @self: a document
 * @result: what the callback was given
 * @error: why the file could not be read
 *
 * Returns: (transfer full): what the file has that the document has not: “before” is the document, “after” the file. The document must not be edited as long as it
 * is used (esp_document_hold()).
 */
EspDiff *
esp_document_compare_finish (EspDocument   *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
