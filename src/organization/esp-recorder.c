/* esp-recorder.c — what an organization's history offers beyond undo: somebody who writes it down, and the way to the saved point
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-organization"

#include "organization/esp-recorder.h"

#include "organization/esp-organization-private.h"

/**
 * esp_organization_set_recorder:
 * @self: an organization outside of a transaction
 * @recorder: (nullable): told of every change from now on; must live as long
 * @user_data: for its functions
 */
void
esp_organization_set_recorder (EspOrganization   *self,
                               const EspRecorder *recorder,
                               gpointer           user_data)
{
  g_return_if_fail (ESP_IS_ORGANIZATION (self));
  g_return_if_fail (!esp_organization_is_in_transaction (self));

  self->recorder = recorder;
  self->recorder_data = user_data;
}

/**
 * esp_organization_bring_back:
 * @self: an organization in a transaction
 * @table: a table
 * @ix: a row that was removed
 * @rank: its place in the order
 *
 * Inserts a row that stood in the document before, with the values it had.
 */
void
esp_organization_bring_back (EspOrganization *self,
                             EspTable         table,
                             EspIx            ix,
                             guint32          rank)
{
  EspOp op = { .kind = ESP_OP_INSERT, .table = table, .ix = ix, .after = MIN (rank, self->tables[table].n) };

  g_return_if_fail (esp_organization_is_in_transaction (self));
  g_return_if_fail (ix < self->tables[table].n_slots && !esp_organization_is_live (self, table, ix));

  _esp_organization_do_op (self, &op);
}

/**
 * esp_organization_remove_at:
 * @self: an organization in a transaction
 * @table: a table
 * @ix: any number
 * @rank: where in the order it should stand
 *
 * As esp_organization_remove(), in a time that does not depend on the rows if many go one after the other.
 *
 * Returns: %FALSE if @ix does not stand there; nothing has changed then
 */
gboolean
esp_organization_remove_at (EspOrganization *self,
                            EspTable         table,
                            EspIx            ix,
                            guint32          rank)
{
  EspOp op = { .kind = ESP_OP_REMOVE, .table = table, .ix = ix, .before = rank };

  g_return_val_if_fail (esp_organization_is_in_transaction (self), FALSE);

  if (ix == ESP_IX_NONE || esp_rows_get_at (&self->tables[table], rank) != ix)
    return FALSE;
  _esp_organization_do_op (self, &op);
  return TRUE;
}

/**
 * esp_organization_commit_undone:
 * @self: an organization in a transaction, in which no step can be taken back
 *
 * Ends the transaction as if it were the taking back of a step from before the history began: it can be done again, and the saved point is ahead.
 * Not told to a recorder, for this is how recorded steps are repeated.
 */
void
esp_organization_commit_undone (EspOrganization *self)
{
  g_return_if_fail (ESP_IS_ORGANIZATION (self));
  g_return_if_fail (self->recorder == NULL);

  esp_history_commit_undone (self->history);
  _esp_organization_emit_change (self);
}

/**
 * esp_organization_unmake:
 * @self: an organization outside of a transaction
 *
 * Takes the last step back and forgets it, and what could be done again.
 */
void
esp_organization_unmake (EspOrganization *self)
{
  g_return_if_fail (ESP_IS_ORGANIZATION (self));

  _esp_organization_undo (self);
  esp_history_forget_redo (self->history);
  _esp_organization_emit_change (self);
}

/**
 * esp_organization_forget_steps:
 * @self: an organization outside of a transaction
 *
 * Forgets all steps; what stands now counts as saved.
 */
void
esp_organization_forget_steps (EspOrganization *self)
{
  g_return_if_fail (ESP_IS_ORGANIZATION (self));

  esp_history_clear (self->history);
}

/**
 * esp_organization_get_n_unsaved:
 * @self: an organization
 *
 * Time: O(steps).
 *
 * Returns: how many steps lie between the saved point and what stands now
 */
guint
esp_organization_get_n_unsaved (EspOrganization *self)
{
  g_return_val_if_fail (ESP_IS_ORGANIZATION (self), 0);

  return esp_history_get_n_unsaved (self->history);
}

/**
 * esp_organization_get_step_name:
 * @self: an organization
 * @nth: 0 for the last step, 1 for the one before, …
 *
 * Returns: (nullable): the name of a step that can be taken back
 */
const char *
esp_organization_get_step_name (EspOrganization *self,
                                guint            nth)
{
  g_return_val_if_fail (ESP_IS_ORGANIZATION (self), NULL);

  return esp_history_get_step_name (self->history, nth);
}

/**
 * esp_organization_revert:
 * @self: an organization outside of a transaction
 *
 * Goes to the saved point, step by step, and announces it once.
 *
 * Returns: %FALSE if no steps lead there; nothing has changed then
 */
gboolean
esp_organization_revert (EspOrganization *self)
{
  int n_back;

  g_return_val_if_fail (ESP_IS_ORGANIZATION (self), FALSE);

  if (!esp_history_find_saved (self->history, &n_back))
    return FALSE;
  for (; n_back > 0; n_back--)
    _esp_organization_undo (self);
  for (; n_back < 0; n_back++)
    _esp_organization_redo (self);
  _esp_organization_emit_change (self);
  return TRUE;
}
