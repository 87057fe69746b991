/* esp-organization-edit.c — changing an organization: transactions and undo
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-organization"

#include "organization/esp-organization-private.h"

static EspChangeFlags
get_change_flags (const EspOp *op)
{
  if (op->kind != ESP_OP_SET)
    return op->table == ESP_TABLE_VIEWS ? ESP_CHANGE_DOCUMENT : ESP_CHANGE_SHAPE;

  switch (op->table)
    {
    case ESP_TABLE_UNITS:
      switch (op->field)
        {
        case ESP_UNIT_ID:
        case ESP_UNIT_PARENT:
        case ESP_UNIT_HEAD:
        case ESP_UNIT_STAFF:
          return ESP_CHANGE_SHAPE;
        case ESP_UNIT_KIND: /* decides whether the unit stands as staff, too */
          return ESP_CHANGE_SHAPE | ESP_CHANGE_PLACEMENT;
        case ESP_UNIT_FUNCTION:
          return ESP_CHANGE_PLACEMENT;
        default:
          return ESP_CHANGE_TEXT;
        }
    case ESP_TABLE_POSITIONS:
      switch (op->field)
        {
        case ESP_POSITION_ID:
        case ESP_POSITION_REPORTS_TO:
        case ESP_POSITION_STAFF:
        case ESP_POSITION_ARRANGE:
          return ESP_CHANGE_SHAPE;
        case ESP_POSITION_UNIT:
          return ESP_CHANGE_SHAPE | ESP_CHANGE_PLACEMENT;
        case ESP_POSITION_ROLE:
        case ESP_POSITION_LEVEL:
        case ESP_POSITION_SCOPE:
        case ESP_POSITION_STATE:
        case ESP_POSITION_HOLDERS:
          return ESP_CHANGE_PLACEMENT | ESP_CHANGE_TEXT;
        case ESP_POSITION_LINES:
          return ESP_CHANGE_LINES;
        default:
          return ESP_CHANGE_TEXT;
        }
    default:
      return ESP_CHANGE_DOCUMENT;
    }
}

static void
note_change (EspOrganization *self,
             const EspOp     *op)
{
  self->change.flags |= get_change_flags (op);
  if (op->table == ESP_TABLE_POSITIONS)
    g_array_append_val (self->change.positions, op->ix);
  else if (op->table == ESP_TABLE_UNITS)
    g_array_append_val (self->change.units, op->ix);
}

static int
compare_ix (gconstpointer a,
            gconstpointer b)
{
  EspIx x = *(const EspIx *) a;
  EspIx y = *(const EspIx *) b;

  return (x > y) - (x < y);
}

static void
make_unique (GArray *ixs)
{
  guint n = 0;

  g_array_sort (ixs, compare_ix);
  for (guint i = 0; i < ixs->len; i++)
    if (n == 0 || g_array_index (ixs, EspIx, n - 1) != g_array_index (ixs, EspIx, i))
      g_array_index (ixs, EspIx, n++) = g_array_index (ixs, EspIx, i);
  g_array_set_size (ixs, n);
}

/* From now on other threads may read the order of rows. */
static void
settle (EspOrganization *self)
{
  for (guint i = 0; i < ESP_N_TABLES; i++)
    esp_rows_settle (&self->tables[i]);
}

/* Announces what was changed since the last time, once. */
void
_esp_organization_emit_change (EspOrganization *self)
{
  EspChange change = self->change;

  settle (self);
  self->change.flags = 0;
  self->change.positions = g_array_new (FALSE, FALSE, sizeof (EspIx));
  self->change.units = g_array_new (FALSE, FALSE, sizeof (EspIx));
  make_unique (change.positions);
  make_unique (change.units);
  if (change.flags != 0)
    g_signal_emit (self, _esp_organization_changed_signal, 0, &change);
  g_array_unref (change.positions);
  g_array_unref (change.units);
}

static void
record_begin (EspOrganization *self,
              EspStepKind      kind,
              const char      *name)
{
  if (self->recorder != NULL)
    self->recorder->begin (kind, name, self->recorder_data);
}

static void
record_op (EspOrganization *self,
           const EspOp     *op,
           gboolean         reverse)
{
  EspOp done = reverse ? esp_op_invert (op) : *op;

  /* what is typed is told as a whole, as soon as it is known what step it is part of */
  if (self->recorder != NULL && !esp_history_is_typing (self->history))
    self->recorder->op (&done, self->recorder_data);
}

static void
record_end (EspOrganization *self,
            gboolean         is_kept)
{
  if (self->recorder != NULL)
    self->recorder->end (is_kept, self->recorder_data);
}

static void
record_typing (EspOrganization *self,
               EspStepKind      kind)
{
  GArray *ops = esp_history_get_last_ops (self->history);

  record_begin (self, kind, esp_history_get_undo_name (self->history));
  for (guint i = 0; i < ops->len; i++)
    record_op (self, &g_array_index (ops, EspOp, i), FALSE);
  record_end (self, TRUE);
}

/* A recorder knows steps alone: typing that became a part of the last one is told as that step done otherwise. */
static void
commit_typing (EspOrganization *self)
{
  g_autofree char *name = g_strdup (esp_history_get_undo_name (self->history));

  switch (esp_history_commit (self->history))
    {
    case ESP_COMMIT_STEP:
      record_typing (self, ESP_STEP_DO);
      break;
    case ESP_COMMIT_MERGED:
      record_typing (self, ESP_STEP_REPLACE);
      break;
    case ESP_COMMIT_UNMADE:
      record_begin (self, ESP_STEP_UNMAKE, name);
      record_end (self, TRUE);
      break;
    case ESP_COMMIT_NOTHING:
    default:
      break;
    }
}

void
_esp_organization_apply_op (const EspOp *op,
                            gboolean     reverse,
                            gpointer     user_data)
{
  EspOrganization *self = user_data;
  EspRows *rows = &self->tables[op->table];

  switch ((EspOpKind) op->kind)
    {
    case ESP_OP_SET:
      esp_rows_set (rows, op->ix, op->field, reverse ? op->before : op->after);
      break;
    case ESP_OP_INSERT:
      if (reverse)
        esp_rows_remove (rows, op->ix, op->after);
      else
        esp_rows_add (rows, op->ix, op->after);
      break;
    case ESP_OP_REMOVE:
      if (reverse)
        esp_rows_add (rows, op->ix, op->before);
      else
        esp_rows_remove (rows, op->ix, op->before);
      break;
    case ESP_OP_REORDER:
      esp_rows_move (rows, reverse ? op->after : op->before, reverse ? op->before : op->after);
      break;
    default:
      g_assert_not_reached ();
    }
  note_change (self, op);
  record_op (self, op, reverse);
}

/* Carries out a change as a part of the open step. */
void
_esp_organization_do_op (EspOrganization *self,
                         const EspOp     *op)
{
  esp_history_record (self->history, op);
  _esp_organization_apply_op (op, FALSE, self);
}

/**
 * esp_organization_begin:
 * @self: an organization
 * @name: what the transaction does, as “Undo …” shows it
 *
 * Begins a transaction. Inside of one, what is begun becomes a part of it: several edits are one step, under the name of the outermost.
 */
void
esp_organization_begin (EspOrganization *self,
                        const char      *name)
{
  gboolean is_inner;

  g_return_if_fail (ESP_IS_ORGANIZATION (self));

  is_inner = esp_history_is_open (self->history);
  esp_history_begin (self->history, name);
  if (!is_inner)
    record_begin (self, ESP_STEP_DO, name);
}

/**
 * esp_organization_begin_typing:
 * @self: an organization
 * @name: what the transaction does
 *
 * As esp_organization_begin(), for a change that is one of many while somebody types: changes of the same field of the same row that follow each
 * other within 600 ms are one step of undo. Each of them is announced.
 */
void
esp_organization_begin_typing (EspOrganization *self,
                               const char      *name)
{
  g_return_if_fail (ESP_IS_ORGANIZATION (self));

  esp_history_begin_typing (self->history, name, g_get_monotonic_time ());
}

/**
 * esp_organization_commit:
 * @self: an organization in a transaction
 *
 * Ends the innermost transaction. The outermost one is announced, once; if nothing was changed there is neither a step nor a signal.
 */
void
esp_organization_commit (EspOrganization *self)
{
  gboolean is_kept;

  g_return_if_fail (ESP_IS_ORGANIZATION (self));

  if (esp_history_is_typing (self->history) && !esp_history_is_nested (self->history))
    {
      commit_typing (self);
      _esp_organization_emit_change (self);
      return;
    }
  is_kept = esp_history_commit (self->history) != ESP_COMMIT_NOTHING;
  if (esp_history_is_open (self->history))
    return;
  record_end (self, is_kept);
  _esp_organization_emit_change (self);
}

/**
 * esp_organization_rollback:
 * @self: an organization in a transaction
 *
 * Takes back all of the innermost transaction. Nothing is announced of it, for nothing has changed.
 */
void
esp_organization_rollback (EspOrganization *self)
{
  gboolean is_typing;

  g_return_if_fail (ESP_IS_ORGANIZATION (self));

  is_typing = esp_history_is_typing (self->history);
  esp_history_rollback (self->history);
  if (esp_history_is_open (self->history))
    return;
  settle (self);
  if (!is_typing)
    record_end (self, FALSE);
  self->change.flags = 0;
  g_array_set_size (self->change.positions, 0);
  g_array_set_size (self->change.units, 0);
}

/**
 * esp_organization_is_in_transaction:
 * @self: an organization
 *
 * Returns: whether a transaction is open
 */
gboolean
esp_organization_is_in_transaction (EspOrganization *self)
{
  return esp_history_is_open (self->history);
}

/**
 * esp_organization_set:
 * @self: an organization in a transaction
 * @table: a table
 * @ix: a row that stands in the document
 * @field: a field of it
 * @value: the new value; setting the old one does nothing
 */
void
esp_organization_set (EspOrganization *self,
                      EspTable         table,
                      EspIx            ix,
                      EspField         field,
                      guint32          value)
{
  EspOp op = { .kind = ESP_OP_SET, .table = table, .field = field, .ix = ix, .after = value };

  g_return_if_fail (esp_organization_is_in_transaction (self));
  g_return_if_fail (esp_organization_is_live (self, table, ix));

  op.before = esp_organization_get (self, table, ix, field);
  if (op.before != value)
    _esp_organization_do_op (self, &op);
}

/**
 * esp_organization_insert:
 * @self: an organization in a transaction
 * @table: a table with ids
 * @id: the id of the new row
 * @rank: its place in the order; a greater number is the end
 *
 * Returns: the new row
 */
EspIx
esp_organization_insert (EspOrganization *self,
                         EspTable         table,
                         EspStr           id,
                         guint32          rank)
{
  return esp_organization_insert_row (self, table, &id, 1, rank);
}

/**
 * esp_organization_insert_row:
 * @self: an organization in a transaction
 * @table: a table
 * @values: (array length=n_values): its first fields; the others are 0
 * @n_values: at most the number of fields
 * @rank: its place in the order; a greater number is the end
 *
 * Inserts a row that has values already; as one change, however many they are.
 *
 * Returns: the new row
 */
EspIx
esp_organization_insert_row (EspOrganization *self,
                             EspTable         table,
                             const guint32   *values,
                             guint            n_values,
                             guint32          rank)
{
  EspRows *rows = &self->tables[table];
  EspOp op = { .kind = ESP_OP_INSERT, .table = table, .after = MIN (rank, rows->n) };

  g_return_val_if_fail (esp_organization_is_in_transaction (self), ESP_IX_NONE);
  g_return_val_if_fail (n_values <= esp_table_get_n_fields (table), ESP_IX_NONE);

  op.ix = esp_rows_append (rows);
  for (guint i = 0; i < n_values; i++)
    esp_rows_set (rows, op.ix, i, values[i]); /* before the row comes to life, so that undo need not know */
  _esp_organization_do_op (self, &op);
  return op.ix;
}

/**
 * esp_organization_remove:
 * @self: an organization in a transaction
 * @table: a table
 * @ix: a row that stands in the document
 *
 * Takes the row out. What refers to it keeps the id as written.
 */
void
esp_organization_remove (EspOrganization *self,
                         EspTable         table,
                         EspIx            ix)
{
  EspOp op = { .kind = ESP_OP_REMOVE, .table = table, .ix = ix };

  g_return_if_fail (esp_organization_is_in_transaction (self));
  g_return_if_fail (esp_organization_is_live (self, table, ix));

  op.before = esp_organization_get_ranks (self, table)[ix];
  _esp_organization_do_op (self, &op);
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b,
               gpointer      ranks)
{
  guint32 x = ((const guint32 *) ranks)[*(const EspIx *) a];
  guint32 y = ((const guint32 *) ranks)[*(const EspIx *) b];

  return (x < y) - (x > y);
}

/**
 * esp_organization_remove_rows:
 * @self: an organization in a transaction
 * @table: a table
 * @rows: (inout) (element-type EspIx): rows that stand in the document, each once; sorted afterwards, the last one first
 *
 * As esp_organization_remove(), for many. Time: O(rows log rows) of those that go, and once O(rows of the table).
 */
void
esp_organization_remove_rows (EspOrganization *self,
                              EspTable         table,
                              GArray          *rows)
{
  g_autofree guint32 *ranks = NULL;

  g_return_if_fail (esp_organization_is_in_transaction (self));

  /* what stands before the last row keeps its place when that goes */
  ranks = g_memdup2 (esp_organization_get_ranks (self, table), (gsize) self->tables[table].n_slots * sizeof (guint32));
  g_array_sort_with_data (rows, compare_ranks, ranks);
  for (guint i = 0; i < rows->len; i++)
    {
      EspIx ix = g_array_index (rows, EspIx, i);
      EspOp op = { .kind = ESP_OP_REMOVE, .table = table, .ix = ix, .before = ranks[ix] };

      g_return_if_fail (esp_organization_is_live (self, table, ix));
      _esp_organization_do_op (self, &op);
    }
}

/**
 * esp_organization_reorder:
 * @self: an organization in a transaction
 * @table: a table
 * @ix: a row that stands in the document
 * @rank: where in the order it shall stand afterwards
 */
void
esp_organization_reorder (EspOrganization *self,
                          EspTable         table,
                          EspIx            ix,
                          guint32          rank)
{
  EspOp op = { .kind = ESP_OP_REORDER, .table = table, .ix = ix };

  g_return_if_fail (esp_organization_is_in_transaction (self));
  g_return_if_fail (esp_organization_is_live (self, table, ix));

  op.before = esp_organization_get_ranks (self, table)[ix];
  op.after = MIN (rank, self->tables[table].n - 1);
  if (op.before != op.after)
    _esp_organization_do_op (self, &op);
}

/**
 * esp_organization_can_undo:
 * @self: an organization
 *
 * Returns: whether there is a step to take back
 */
gboolean
esp_organization_can_undo (EspOrganization *self)
{
  return esp_history_get_undo_name (self->history) != NULL;
}

/**
 * esp_organization_can_redo:
 * @self: an organization
 *
 * Returns: whether there is a step to do again
 */
gboolean
esp_organization_can_redo (EspOrganization *self)
{
  return esp_history_get_redo_name (self->history) != NULL;
}

/**
 * esp_organization_get_undo_name:
 * @self: an organization
 *
 * Returns: (nullable): what esp_organization_undo() takes back
 */
const char *
esp_organization_get_undo_name (EspOrganization *self)
{
  return esp_history_get_undo_name (self->history);
}

/**
 * esp_organization_get_redo_name:
 * @self: an organization
 *
 * Returns: (nullable): what esp_organization_redo() does again
 */
const char *
esp_organization_get_redo_name (EspOrganization *self)
{
  return esp_history_get_redo_name (self->history);
}

/* Takes the last step back, if there is one, without announcing it. */
void
_esp_organization_undo (EspOrganization *self)
{
  if (!esp_organization_can_undo (self))
    return;
  record_begin (self, ESP_STEP_UNDO, esp_history_get_undo_name (self->history));
  esp_history_undo (self->history);
  record_end (self, TRUE);
}

/* Does the next step again, if there is one, without announcing it. */
void
_esp_organization_redo (EspOrganization *self)
{
  if (!esp_organization_can_redo (self))
    return;
  record_begin (self, ESP_STEP_REDO, esp_history_get_redo_name (self->history));
  esp_history_redo (self->history);
  record_end (self, TRUE);
}

/**
 * esp_organization_undo:
 * @self: an organization outside of a transaction
 *
 * Takes back the last step, exactly, and announces it.
 */
void
esp_organization_undo (EspOrganization *self)
{
  g_return_if_fail (ESP_IS_ORGANIZATION (self));
  _esp_organization_undo (self);
  _esp_organization_emit_change (self);
}

/**
 * esp_organization_redo:
 * @self: an organization outside of a transaction
 *
 * Does again what was taken back last, and announces it.
 */
void
esp_organization_redo (EspOrganization *self)
{
  g_return_if_fail (ESP_IS_ORGANIZATION (self));
  _esp_organization_redo (self);
  _esp_organization_emit_change (self);
}

/**
 * esp_organization_is_modified:
 * @self: an organization
 *
 * Returns: whether it differs from the saved point by any step
 */
gboolean
esp_organization_is_modified (EspOrganization *self)
{
  return esp_history_is_modified (self->history);
}

/**
 * esp_organization_mark_saved:
 * @self: an organization
 *
 * Makes what stands now the saved point.
 */
void
esp_organization_mark_saved (EspOrganization *self)
{
  esp_history_mark_saved (self->history);
}
