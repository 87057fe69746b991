/* esp-document-edit.c — changing a document: edits that wait for workers, undo, what can be undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-session"

#include "session/esp-document-private.h"

typedef struct
{
  EspEditFunc    func;
  gpointer       user_data;
  GDestroyNotify destroy;
} QueuedEdit;

static void
queued_edit_free (gpointer data)
{
  QueuedEdit *edit = data;

  if (edit->destroy != NULL)
    edit->destroy (edit->user_data);
  g_free (edit);
}

static void
run_edits (EspDocument *self)
{
  while (self->n_holds == 0 && !g_queue_is_empty (&self->edits))
    {
      QueuedEdit *edit = g_queue_pop_head (&self->edits);

      if (self->organization != NULL)
        edit->func (self->organization, edit->user_data);
      queued_edit_free (edit);
    }
}

/* A document with edits that wait is busy: whoever closes it waits for them, too. */
static void
update_waiting (EspDocument *self)
{
  gboolean has_waiting = !g_queue_is_empty (&self->edits);

  if (has_waiting == self->has_waiting_edits)
    return;
  self->has_waiting_edits = has_waiting;
  if (has_waiting)
    _esp_document_mark_busy (self);
  else
    _esp_document_unmark_busy (self);
}

static void
undo_edit (EspOrganization *organization,
           gpointer         user_data)
{
  if (esp_organization_can_undo (organization))
    esp_organization_undo (organization);
}

static void
redo_edit (EspOrganization *organization,
           gpointer         user_data)
{
  if (esp_organization_can_redo (organization))
    esp_organization_redo (organization);
}

/* Forgets the edits that still wait. */
void
_esp_document_drop_edits (EspDocument *self)
{
  g_queue_clear_full (&self->edits, queued_edit_free);
  update_waiting (self);
}

/* Notifies what is new in the history of the organization. */
void
_esp_document_update_history (EspDocument *self)
{
  EspDocumentHistory old = self->history;
  EspDocumentHistory new = { 0 };

  if (self->organization != NULL)
    {
      new.modified = esp_organization_is_modified (self->organization) || self->bytes != NULL; /* what was pasted is in no file yet */
      new.can_undo = esp_organization_can_undo (self->organization);
      new.can_redo = esp_organization_can_redo (self->organization);
      new.undo_name = g_intern_string (esp_organization_get_undo_name (self->organization));
      new.redo_name = g_intern_string (esp_organization_get_redo_name (self->organization));
    }
  self->history = new;
  if (old.modified != new.modified)
    _esp_document_notify (self, ESP_DOCUMENT_PROP_MODIFIED);
  if (old.undo_name != new.undo_name)
    _esp_document_notify (self, ESP_DOCUMENT_PROP_UNDO_NAME);
  if (old.redo_name != new.redo_name)
    _esp_document_notify (self, ESP_DOCUMENT_PROP_REDO_NAME);
  if (old.can_undo != new.can_undo)
    _esp_document_notify (self, ESP_DOCUMENT_PROP_CAN_UNDO);
  if (old.can_redo != new.can_redo)
    _esp_document_notify (self, ESP_DOCUMENT_PROP_CAN_REDO);
}

/**
 * esp_document_edit:
 * @self: a document
 * @func: changes the organization
 * @user_data: (nullable): for @func
 * @destroy: (nullable): frees @user_data afterwards, also if @func is never called
 *
 * Changes the organization: at once, or, while a worker reads it (a scene is built, the file is written), as soon as that is done,
 * in the order asked for.
 */
void
esp_document_edit (EspDocument    *self,
                   EspEditFunc     func,
                   gpointer        user_data,
                   GDestroyNotify  destroy)
{
  QueuedEdit *edit;

  g_return_if_fail (ESP_IS_DOCUMENT (self));
  g_return_if_fail (func != NULL);

  edit = g_new (QueuedEdit, 1);
  *edit = (QueuedEdit){ func, user_data, destroy };
  g_queue_push_tail (&self->edits, edit);
  run_edits (self);
  update_waiting (self);
}

/**
 * esp_document_undo:
 * @self: a document
 *
 * Takes the last step back, as esp_document_edit() would.
 */
void
esp_document_undo (EspDocument *self)
{
  esp_document_edit (self, undo_edit, NULL, NULL);
}

/**
 * esp_document_redo:
 * @self: a document
 *
 * Takes the last step that was undone again.
 */
void
esp_document_redo (EspDocument *self)
{
  esp_document_edit (self, redo_edit, NULL, NULL);
}

gboolean
esp_document_get_can_undo (EspDocument *self)
{
  g_return_val_if_fail (ESP_IS_DOCUMENT (self), FALSE);

  return self->history.can_undo;
}

gboolean
esp_document_get_can_redo (EspDocument *self)
{
  g_return_val_if_fail (ESP_IS_DOCUMENT (self), FALSE);

  return self->history.can_redo;
}

const char *
esp_document_get_undo_name (EspDocument *self)
{
  g_return_val_if_fail (ESP_IS_DOCUMENT (self), NULL);

  return self->history.undo_name;
}

const char *
esp_document_get_redo_name (EspDocument *self)
{
  g_return_val_if_fail (ESP_IS_DOCUMENT (self), NULL);

  return self->history.redo_name;
}

gboolean
esp_document_get_modified (EspDocument *self)
{
  g_return_val_if_fail (ESP_IS_DOCUMENT (self), FALSE);

  return self->history.modified;
}

/**
 * esp_document_hold:
 * @self: a document
 *
 * Keeps the organization as it is until esp_document_release(), so that a worker may read it. Holds are counted.
 */
void
esp_document_hold (EspDocument *self)
{
  g_return_if_fail (ESP_IS_DOCUMENT (self));

  self->n_holds++;
}

void
esp_document_release (EspDocument *self)
{
  g_return_if_fail (ESP_IS_DOCUMENT (self));
  g_return_if_fail (self->n_holds > 0);

  self->n_holds--;
  run_edits (self);
  update_waiting (self);
}
