/* esp-document-journal.c — the document's journal: what a crash left is taken up again, what is done is written down, what is not wanted is discarded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-session"

#include "session/esp-document-private.h"

#include "core/esp-i18n.h"

/* One reading, from the file to what stood there when the program ended */
typedef struct
{
  EspOrganization *organization;
  EspJournal      *journal;
  EspRecovery      recovery;
} Recovering;

static void
recovering_free (gpointer data)
{
  Recovering *recovering = data;

  g_clear_object (&recovering->organization);
  g_clear_pointer (&recovering->journal, esp_journal_free);
  esp_recovery_clear (&recovering->recovery);
  g_free (recovering);
}

/* Read with other columns, a table is another document. */
static char *
make_etag (EspDocument *self,
           const char  *etag)
{
  g_autoptr (GVariant) mapping = NULL;
  g_autofree char *text = NULL;
  g_autofree char *sum = NULL;

  if (self->mapping == NULL || etag == NULL)
    return g_strdup (etag);

  mapping = g_variant_ref_sink (esp_table_mapping_to_variant (self->mapping));
  text = g_variant_print (mapping, TRUE);
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  return g_strdup_printf ("%s %s", etag, sum);
}

static EspJournalBase *
make_base (EspDocument         *self,
           const EspLoadReport *report)
{
  g_autofree char *identity = NULL;
  g_autofree char *etag = NULL;

  if (self->sample != NULL)
    return esp_journal_base_new (ESP_JOURNAL_SAMPLE, self->sample->id, NULL, report != NULL ? report->size : 0);
  if (self->file == NULL)
    return esp_journal_base_new (ESP_JOURNAL_NEW, NULL, NULL, 0);
  identity = esp_file_get_identity (self->file);
  etag = make_etag (self, report != NULL ? report->etag : NULL);
  return esp_journal_base_new (ESP_JOURNAL_FILE, identity, etag, report != NULL ? report->size : 0);
}

static void
failed_cb (const GError *error,
           gpointer      user_data)
{
  EspDocument *self = user_data;

  g_clear_error (&self->journal_error);
  self->journal_error = g_error_copy (error);
  _esp_document_notify (self, ESP_DOCUMENT_PROP_UNPROTECTED);
}

static void
recover_worker (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Recovering *recovering = task_data;

  esp_journal_recover (recovering->journal, recovering->organization, &recovering->recovery);
  g_task_return_boolean (task, TRUE);
}

/* Takes up, in a worker, what a crash left of what was just read. @organization: (transfer full) */
void
_esp_document_recover_async (EspDocument         *self,
                             EspOrganization     *organization,
                             const EspLoadReport *report,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data); /* the last to hold it may be the worker */
  g_autoptr (EspJournalBase) base = make_base (self, report);
  Recovering *recovering = g_new0 (Recovering, 1);

  recovering->organization = organization;
  if (self->journal_name != NULL)
    recovering->journal = esp_journal_new_left (NULL, self->journal_name, base);
  else
    recovering->journal = esp_journal_new (NULL, base);
  g_clear_pointer (&self->journal_name, g_free);
  g_task_set_source_tag (task, _esp_document_recover_async);
  g_task_set_task_data (task, recovering, recovering_free);
  /* what is read again because its changes are not wanted has nothing to be taken up, nor has what was pasted */
  if (self->journal != NULL || self->bytes != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_run_in_thread (task, recover_worker);
}

/* The document is what was read, with what was taken up; from now on every step is written down. */
void
_esp_document_recover_finish (EspDocument  *self,
                              GAsyncResult *result)
{
  Recovering *recovering = g_task_get_task_data (G_TASK (result));

  g_return_if_fail (g_task_get_source_tag (G_TASK (result)) == _esp_document_recover_async);

  _esp_document_drop_edits (self);
  g_clear_pointer (&self->journal, esp_journal_discard);
  self->journal = g_steal_pointer (&recovering->journal);
  g_clear_error (&self->journal_error);
  g_free (self->set_aside);
  self->set_aside = g_steal_pointer (&recovering->recovery.set_aside);
  esp_journal_attach (self->journal, recovering->organization, failed_cb, self);
  if (self->bytes != NULL)
    esp_journal_put_content (self->journal, _("Paste a Table")); /* it stands nowhere else */
  _esp_document_set_organization (self, g_steal_pointer (&recovering->organization));
  _esp_document_set_recovered (self, recovering->recovery.n_changes);
}

/* A document that begins empty and was not read */
void
_esp_document_start_journal (EspDocument *self)
{
  g_autoptr (EspJournalBase) base = make_base (self, NULL);

  self->journal = esp_journal_new (NULL, base);
  esp_journal_attach (self->journal, self->organization, failed_cb, self);
}

void
_esp_document_set_recovered (EspDocument *self,
                             guint        n_changes)
{
  if (self->recovered == n_changes)
    return;
  self->recovered = n_changes;
  _esp_document_notify (self, ESP_DOCUMENT_PROP_RECOVERED);
}

/**
 * esp_document_get_recovered:
 * @self: a document
 *
 * Returns: how many steps were taken up from a journal when it was read; 0 as soon as somebody goes on from there
 */
guint
esp_document_get_recovered (EspDocument *self)
{
  g_return_val_if_fail (ESP_IS_DOCUMENT (self), 0);

  return self->recovered;
}

/**
 * esp_document_accept_recovered:
 * @self: a document
 *
 * What was taken up is seen; it stays as changes that are not saved.
 */
void
esp_document_accept_recovered (EspDocument *self)
{
  g_return_if_fail (ESP_IS_DOCUMENT (self));

  _esp_document_set_recovered (self, 0);
}

/**
 * esp_document_get_set_aside:
 * @self: a document
 *
 * Returns: (nullable): path of a journal that was found and does not fit the file, or not all of which could be read
 */
const char *
esp_document_get_set_aside (EspDocument *self)
{
  g_return_val_if_fail (ESP_IS_DOCUMENT (self), NULL);

  return self->set_aside;
}

/**
 * esp_document_get_unprotected:
 * @self: a document
 *
 * Returns: (nullable): why changes cannot be written down as they are made
 */
const GError *
esp_document_get_unprotected (EspDocument *self)
{
  g_return_val_if_fail (ESP_IS_DOCUMENT (self), NULL);

  return self->journal_error;
}

static void
discard_edit (EspOrganization *organization,
              gpointer         user_data)
{
  EspDocument *self = user_data;

  if (self->journal == NULL)
    return; /* nobody wants the document any more */
  if (esp_organization_revert (organization))
    esp_journal_clear (self->journal);
  else
    esp_document_load_async (self, NULL, NULL, NULL);
  _esp_document_set_recovered (self, 0);
}

/**
 * esp_document_discard:
 * @self: a document that is ready
 *
 * Goes back to what is saved, as esp_document_edit() would. The steps there can be done again, unless the way was lost; then the file is read again.
 */
void
esp_document_discard (EspDocument *self)
{
  g_return_if_fail (ESP_IS_DOCUMENT (self));

  esp_document_edit (self, discard_edit, g_object_ref (self), g_object_unref);
}

/**
 * esp_document_abandon:
 * @self: a document that nobody wants any more
 *
 * Its changes are not written down further, and not taken up when it is opened next.
 */
void
esp_document_abandon (EspDocument *self)
{
  g_return_if_fail (ESP_IS_DOCUMENT (self));
  g_return_if_fail (g_queue_is_empty (&self->savings));

  g_clear_pointer (&self->journal, esp_journal_discard);
}

/**
 * esp_document_list_left:
 *
 * Finds documents that were never saved and that a crash left behind.
 *
 * Returns: (transfer full) (element-type EspDocument): they, to be read (esp_document_load_async())
 */
GPtrArray *
esp_document_list_left (void)
{
  g_autoptr (GPtrArray) journals = esp_journal_list_left (NULL);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < journals->len; i++)
    {
      const EspJournalLeft *left = g_ptr_array_index (journals, i);
      g_autoptr (EspDocument) document = NULL;

      if (left->base->kind == ESP_JOURNAL_NEW)
        {
          document = g_object_new (ESP_TYPE_DOCUMENT, NULL);
          _esp_document_update (document);
        }
      else
        {
          g_autoptr (GFile) file = left->base->place != NULL ? esp_io_file_for_builtin (left->base->place) : NULL;

          document = file != NULL ? esp_document_new_for_file (file) : NULL;
        }
      if (document == NULL || (left->base->kind == ESP_JOURNAL_SAMPLE && esp_document_get_sample (document) == NULL))
        continue; /* an example that there is no more */
      document->journal_name = g_strdup (left->name);
      g_ptr_array_add (list, g_steal_pointer (&document));
    }
  return list;
}
