/* esp-document-io.c — reading and writing a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-session"

#include "session/esp-document-private.h"

#include "core/esp-i18n.h"
#include "io/esp-lent-file.h"

static void
load_progress_cb (double   fraction,
                  guint32  n_rows,
                  gpointer user_data)
{
  EspDocument *self = user_data;

  if (self->fraction != fraction)
    {
      self->fraction = fraction;
      _esp_document_notify (self, ESP_DOCUMENT_PROP_FRACTION);
    }
  if (self->rows != n_rows)
    {
      self->rows = n_rows;
      _esp_document_notify (self, ESP_DOCUMENT_PROP_ROWS);
    }
}

static void
return_to_all (EspDocument  *self,
               const GError *error)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiting->len; i++)
    {
      GTask *task = g_ptr_array_index (waiting, i);

      if (error != NULL)
        g_task_return_error (task, g_error_copy (error));
      else
        g_task_return_boolean (task, TRUE);
    }
}

/* What failed to be read leaves what was there before; without that, only the reason is left. */
static void
take_failure (EspDocument *self,
              GError      *error)
{
  if (self->organization != NULL)
    {
      _esp_document_set_state (self, ESP_DOCUMENT_STATE_READY);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      _esp_document_set_state (self, ESP_DOCUMENT_STATE_UNLOADED);
      return;
    }
  g_clear_error (&self->error);
  self->error = g_error_copy (error);
  _esp_document_set_state (self, ESP_DOCUMENT_STATE_FAILED);
}

static void
end_loading (EspDocument  *self,
             const GError *error)
{
  _esp_document_unmark_busy (self);
  return_to_all (self, error);
}

static void
recovered_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (EspDocument) self = user_data;

  _esp_document_recover_finish (self, result);
  _esp_document_watch (self);
  _esp_document_set_state (self, ESP_DOCUMENT_STATE_READY);
  end_loading (self, NULL);
}

static void start_reading (EspDocument *self);

/* Answers those who called the reading off. Returns: whether somebody still waits, who asked for it since: then it begins anew */
static gboolean
read_for_others (EspDocument  *self,
                 const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;

  for (guint i = self->waiting->len; i > 0; i--)
    {
      g_autoptr (GTask) task = g_object_ref (g_ptr_array_index (self->waiting, i - 1));

      if (!g_cancellable_is_cancelled (g_task_get_cancellable (task)))
        continue;
      g_ptr_array_remove_index (self->waiting, i - 1);
      g_task_return_error (task, g_error_copy (error));
    }
  if (self->waiting->len == 0)
    return FALSE;

  start_reading (self);
  return TRUE;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (EspDocument) self = user_data;
  g_autoptr (GError) error = NULL;
  EspLoadReport *report = NULL;
  EspOrganization *organization = esp_io_load_finish (result, &report, &error);

  if (organization == NULL)
    {
      if (read_for_others (self, error))
        return;
      take_failure (self, error);
      end_loading (self, error);
      return;
    }
  g_clear_error (&self->error);
  g_clear_pointer (&self->report, esp_load_report_free);
  self->report = report;
  _esp_document_recover_async (self, organization, report, recovered_cb, g_object_ref (self));
}

/* What began empty and a crash left */
static void
begin_empty (EspDocument *self)
{
  EspOrganization *organization = esp_organization_new ();

  esp_organization_begin_load (organization, 0);
  esp_organization_end_load (organization);
  _esp_document_recover_async (self, organization, NULL, recovered_cb, g_object_ref (self));
}

/* Reads for those who wait; the first of them can call it off. */
static void
start_reading (EspDocument *self)
{
  GCancellable *cancellable = g_task_get_cancellable (g_ptr_array_index (self->waiting, 0));

  load_progress_cb (0.0, 0, self);
  if (self->file == NULL && self->bytes == NULL)
    begin_empty (self);
  else
    esp_io_import_async (self->file, self->bytes, self->mapping, load_progress_cb, self, cancellable, loaded_cb, g_object_ref (self));
}

/**
 * esp_document_load_async:
 * @self: a document with a file, one that was pasted, or one that a crash left (esp_document_list_left())
 * @cancellable: (nullable): stops reading
 * @callback: (nullable): called when it is read, or not
 * @user_data: for @callback
 *
 * Reads the file in a worker; not while it is being written. A document that is ready is read again: its changes and its history are gone once that succeeds; if it fails, everything
 * stays. If it is being read already, @callback waits for that; if that is called off, it is read again.
 */
void
esp_document_load_async (EspDocument         *self,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ESP_IS_DOCUMENT (self));
  g_return_if_fail (self->file != NULL || self->bytes != NULL || self->organization == NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, esp_document_load_async);
  if (!g_queue_is_empty (&self->savings))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_BUSY, _("The file is being written just now."));
      return;
    }
  g_ptr_array_add (self->waiting, g_steal_pointer (&task));
  if (self->waiting->len > 1)
    return;

  _esp_document_mark_busy (self);
  _esp_document_set_state (self, ESP_DOCUMENT_STATE_LOADING);
  start_reading (self);
}

/**
 * esp_document_load_finish:
 * @self: a document
 * @result: what the callback was given
 * @error: why it could not be read: %ESP_IO_ERROR with line or row and field, or %G_IO_ERROR
 *
 * Returns: whether the document is ready
 */
gboolean
esp_document_load_finish (EspDocument   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * esp_document_needs_place:
 * @self: a document
 *
 * Returns: whether saving must ask for a file first: an example, a new document, or what was read from a file that this version does not write back
 */
gboolean
esp_document_needs_place (EspDocument *self)
{
  g_return_val_if_fail (ESP_IS_DOCUMENT (self), FALSE);

  if (self->file == NULL || self->sample != NULL)
    return TRUE;
  return self->report != NULL && (self->report->kind != ESP_FILE_DOCUMENT || self->report->is_compressed);
}

/**
 * esp_document_save_rewrites:
 * @self: a document
 *
 * Returns: whether saving to its own place changes lines nobody edited, because the file was formatted otherwise; true at most once
 */
gboolean
esp_document_save_rewrites (EspDocument *self)
{
  g_return_val_if_fail (ESP_IS_DOCUMENT (self), FALSE);

  return !esp_document_needs_place (self) && self->report != NULL && !self->report->is_canonical;
}

/* One writing */
typedef struct
{
  GFile           *file;         /* NULL: the document's own */
  gboolean         overwrite;
  EspOrganization *organization; /* what is written; set when that begins */
  EspJournal      *journal;      /* borrowed: of the document, which is not read again meanwhile */
  guint64          size;
} Saving;

static void start_saving (EspDocument *self);

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_clear_object (&saving->file);
  g_clear_object (&saving->organization);
  g_free (saving);
}

/* What is known of a file that was just written by us. */
static void
take_saved (EspDocument *self,
            Saving      *saving,
            char        *etag)
{
  if (self->report == NULL)
    self->report = g_new0 (EspLoadReport, 1);
  if (self->report->kind != ESP_FILE_DOCUMENT)
    g_clear_pointer (&self->report->position_lines, g_array_unref); /* of the table, which is another file */
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->report->kind = ESP_FILE_DOCUMENT;
  self->report->is_canonical = TRUE;
  self->report->is_compressed = FALSE;
  self->report->size = saving->size;
  g_free (self->report->etag);
  self->report->etag = etag;
  esp_organization_mark_saved (self->organization);
  if (self->journal != NULL)
    esp_journal_take_saved (self->journal, etag);
  _esp_document_set_recovered (self, 0);
  _esp_document_set_file (self, saving->file);
  _esp_document_watch (self);
}

/* In the thread that writes */
static void
ready_cb (const char *etag,
          guint64     size,
          gpointer    user_data)
{
  Saving *saving = user_data;

  saving->size = size;
  if (saving->journal != NULL)
    esp_journal_announce_save (saving->journal, saving->file, etag, size);
}

static void
end_saving (GTask  *task,
            GError *error)
{
  EspDocument *self = g_task_get_source_object (task);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
  g_object_unref (g_queue_pop_head (&self->savings));
  start_saving (self);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  g_autoptr (EspDocument) self = g_object_ref (g_task_get_source_object (task));
  g_autofree char *etag = NULL;
  GError *error = NULL;

  if (esp_io_save_finish (result, &etag, &error))
    take_saved (self, g_task_get_task_data (task), g_steal_pointer (&etag));
  else if (self->watch != NULL)
    esp_file_watch_resume (self->watch);
  esp_document_release (self);
  _esp_document_unmark_busy (self);
  end_saving (task, error);
}

/* Writes what was asked for first. A document at its saved point is not written to its own file. */
static void
start_saving (EspDocument *self)
{
  GTask *task = g_queue_peek_head (&self->savings);
  Saving *saving = task != NULL ? g_task_get_task_data (task) : NULL;
  gboolean is_own = saving != NULL && saving->file == NULL;

  if (saving == NULL)
    return;
  if (is_own && !saving->overwrite && !esp_document_get_modified (self))
    {
      end_saving (task, NULL);
      return;
    }
  if (is_own)
    saving->file = g_object_ref (self->file);
  saving->organization = g_object_ref (self->organization);
  saving->journal = self->journal;
  _esp_document_mark_busy (self);
  esp_document_hold (self);
  if (self->watch != NULL)
    esp_file_watch_pause (self->watch);
  esp_io_save_async (self->organization, ESP_FILE_DOCUMENT, saving->file,
                     is_own && !saving->overwrite && self->report != NULL ? self->report->etag : NULL,
                     ready_cb, saving, g_task_get_cancellable (task), saved_cb, task);
}

/* One writing after the other: two at a time would take each other for somebody else. */
static void
queue_saving (GTask    *task,
              GFile    *file,
              gboolean  overwrite)
{
  EspDocument *self = g_task_get_source_object (task);
  Saving *saving = g_new0 (Saving, 1);

  saving->file = file != NULL ? g_object_ref (file) : NULL;
  saving->overwrite = overwrite;
  g_task_set_task_data (task, saving, saving_free);
  g_queue_push_tail (&self->savings, task);
  if (self->savings.length == 1)
    start_saving (self);
}

/**
 * esp_document_save_async:
 * @self: a document that is ready and has a place (esp_document_needs_place())
 * @overwrite: also if somebody else wrote the file since it was read
 * @cancellable: (nullable): stops writing; the file is then as it was
 * @callback: (nullable): called when it is written, or not
 * @user_data: for @callback
 *
 * Writes the document to its own file, as a whole or not at all. A document at its saved point is not written, unless @overwrite says so.
 */
void
esp_document_save_async (EspDocument         *self,
                         gboolean             overwrite,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (ESP_IS_DOCUMENT (self));
  g_return_if_fail (self->organization != NULL);
  g_return_if_fail (!esp_document_needs_place (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, esp_document_save_async);
  queue_saving (task, NULL, overwrite);
}

/**
 * esp_document_save_as_async:
 * @self: a document that is ready
 * @file: where to; what is there is replaced
 * @cancellable: (nullable): stops writing
 * @callback: (nullable): called when it is written, or not
 * @user_data: for @callback
 *
 * Writes the document to another file, which is its place from then on. Errors: %G_IO_ERROR_BUSY if another document has that file open.
 */
void
esp_document_save_as_async (EspDocument         *self,
                            GFile               *file,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  EspDocument *other;

  g_return_if_fail (ESP_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (self->organization != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, esp_document_save_as_async);
  other = _esp_document_find (file);
  if (other != NULL && other != self)
    {
      g_autofree char *name = esp_file_get_name (file);

      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_BUSY, _("“%s” is open in another window. Close it there, or choose another name."), name);
      return;
    }
  queue_saving (g_steal_pointer (&task), file, TRUE);
}

/**
 * esp_document_save_finish:
 * @self: a document
 * @result: what the callback was given
 * @error: why it is not written; %G_IO_ERROR_WRONG_ETAG: the file was changed by somebody else since it was read
 *
 * Returns: whether the document is at its saved point
 */
gboolean
esp_document_save_finish (EspDocument   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
