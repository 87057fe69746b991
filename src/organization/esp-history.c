/* esp-history.c — undo and redo of recorded steps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-organization"

#include "organization/esp-history.h"

typedef struct
{
  char   *name;
  GArray *ops;      /* EspOp */
  guint64 serial;   /* never used twice, so that the saved point is told from another step at the same depth */
  gint64  typed_at; /* µs; 0: was not typed and merges with nothing */
} Step;

struct _EspHistory
{
  EspHistoryApply apply;
  gpointer        user_data;
  GPtrArray      *undo; /* Step */
  GPtrArray      *redo; /* Step, the next one last */
  Step           *open;
  GArray         *marks; /* guint: where in the open step each inner one began */
  guint64         last_serial;
  guint64         ground_serial; /* of what stands when no step can be taken back */
  guint64         saved_serial;
  guint           n_lost;        /* steps to the saved point when the way there was given up, and the depth at which it was */
  guint           lost_depth;
};

static void
free_step (gpointer data)
{
  Step *step = data;

  g_free (step->name);
  g_array_unref (step->ops);
  g_free (step);
}

/* Takes back the changes of a step from the last to the one at @from, and drops none of them. */
static void
take_back (EspHistory *self,
           Step       *step,
           guint       from)
{
  for (guint i = step->ops->len; i > from; i--)
    self->apply (&g_array_index (step->ops, EspOp, i - 1), TRUE, self->user_data);
}

static Step *
get_top (EspHistory *self)
{
  return self->undo->len > 0 ? g_ptr_array_index (self->undo, self->undo->len - 1) : NULL;
}

static guint64
get_serial (EspHistory *self)
{
  Step *top = get_top (self);

  return top != NULL ? top->serial : self->ground_serial;
}

/* The change in @top of the field that @op changes; NULL if @top is about anything but the row of @op. */
static EspOp *
find_same_field (Step        *top,
                 const EspOp *op)
{
  EspOp *found = NULL;

  for (guint i = 0; i < top->ops->len; i++)
    {
      EspOp *other = &g_array_index (top->ops, EspOp, i);

      if (other->kind != ESP_OP_SET || other->table != op->table || other->ix != op->ix)
        return NULL;
      if (other->field == op->field)
        found = other;
    }
  return found;
}

/* Typing goes on: the step becomes a part of the last one, or nothing is done. */
static EspHistoryCommit
merge (EspHistory *self,
       Step       *step)
{
  Step *top = get_top (self);
  const EspOp *op = &g_array_index (step->ops, EspOp, 0);
  EspOp *same;

  if (step->typed_at == 0 || step->ops->len != 1 || op->kind != ESP_OP_SET || self->redo->len > 0 || top == NULL ||
      top->typed_at == 0 || step->typed_at - top->typed_at > ESP_HISTORY_TYPING_US || top->serial == self->saved_serial)
    return ESP_COMMIT_NOTHING;
  same = find_same_field (top, op);
  if (same == NULL)
    return ESP_COMMIT_NOTHING;
  same->after = op->after;
  top->typed_at = step->typed_at;
  top->serial = ++self->last_serial;
  /* typed back to what was there before: nothing is left to take back */
  if (same->after != same->before || top->ops->len > 1)
    return ESP_COMMIT_MERGED;
  g_ptr_array_set_size (self->undo, self->undo->len - 1);
  return ESP_COMMIT_UNMADE;
}

static const char *
get_top_name (GPtrArray *steps)
{
  return steps->len > 0 ? ((Step *) g_ptr_array_index (steps, steps->len - 1))->name : NULL;
}

EspOp
esp_op_invert (const EspOp *op)
{
  EspOp inverse = *op;

  inverse.before = op->after;
  inverse.after = op->before;
  if (op->kind == ESP_OP_INSERT)
    inverse.kind = ESP_OP_REMOVE;
  else if (op->kind == ESP_OP_REMOVE)
    inverse.kind = ESP_OP_INSERT;
  return inverse;
}

/**
 * esp_history_new:
 * @apply: carries out or takes back one change; must not record
 * @user_data: for @apply
 *
 * Returns: (transfer full): an empty history; nothing in it is modified
 */
EspHistory *
esp_history_new (EspHistoryApply apply,
                 gpointer        user_data)
{
  EspHistory *self = g_new0 (EspHistory, 1);

  self->apply = apply;
  self->user_data = user_data;
  self->undo = g_ptr_array_new_with_free_func (free_step);
  self->redo = g_ptr_array_new_with_free_func (free_step);
  self->marks = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * esp_history_free:
 * @self: (nullable): a history
 */
void
esp_history_free (EspHistory *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->open, free_step);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_array_unref (self->marks);
  g_free (self);
}

/**
 * esp_history_clear:
 * @self: a history without an open step
 *
 * Forgets all steps; what stands now counts as saved.
 */
void
esp_history_clear (EspHistory *self)
{
  g_return_if_fail (self->open == NULL);

  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  self->ground_serial = 0;
  self->saved_serial = 0;
}

/**
 * esp_history_begin:
 * @self: a history
 * @name: what the step does, as “Undo …” shows it
 *
 * Begins a step. While one is open, what is begun becomes a part of it, and the name of the outer one stays.
 */
void
esp_history_begin (EspHistory *self,
                   const char *name)
{
  esp_history_begin_typing (self, name, 0);
}

/**
 * esp_history_begin_typing:
 * @self: a history
 * @name: what the step does
 * @now: a clock that only goes forward, µs; 0: as esp_history_begin()
 *
 * Begins a step that was typed: if the last one was too, not longer than %ESP_HISTORY_TYPING_US before, and both change the same field of the same
 * row, the two become one. A saved point, or something that could be redone, stands between steps.
 */
void
esp_history_begin_typing (EspHistory *self,
                          const char *name,
                          gint64      now)
{
  if (self->open != NULL)
    {
      guint mark = self->open->ops->len;

      g_array_append_val (self->marks, mark);
      return;
    }
  self->open = g_new0 (Step, 1);
  self->open->name = g_strdup (name);
  self->open->ops = g_array_new (FALSE, FALSE, sizeof (EspOp));
  self->open->typed_at = now;
}

/**
 * esp_history_record:
 * @self: a history with an open step
 * @op: a change that has been carried out
 */
void
esp_history_record (EspHistory  *self,
                    const EspOp *op)
{
  g_return_if_fail (self->open != NULL);

  g_array_append_val (self->open->ops, *op);
}

/**
 * esp_history_commit:
 * @self: a history with an open step
 *
 * Ends the innermost step. An empty one leaves no trace; any other drops what could be redone.
 *
 * Returns: what has become of the outermost step; %ESP_COMMIT_NOTHING if an inner one ended
 */
EspHistoryCommit
esp_history_commit (EspHistory *self)
{
  Step *step;
  EspHistoryCommit merged;

  g_return_val_if_fail (self->open != NULL, ESP_COMMIT_NOTHING);

  if (self->marks->len > 0)
    {
      g_array_set_size (self->marks, self->marks->len - 1);
      return ESP_COMMIT_NOTHING;
    }
  step = g_steal_pointer (&self->open);
  merged = step->ops->len > 0 ? merge (self, step) : ESP_COMMIT_NOTHING;
  if (step->ops->len == 0 || merged != ESP_COMMIT_NOTHING)
    {
      free_step (step);
      return merged;
    }
  esp_history_forget_redo (self);
  step->serial = ++self->last_serial;
  g_ptr_array_add (self->undo, step);
  return ESP_COMMIT_STEP;
}

/**
 * esp_history_commit_undone:
 * @self: a history with an open step, and none that can be taken back
 *
 * Ends the step as if it were the taking back of one from before this history began: it can be done again, not taken back.
 *
 * Returns: whether anything was recorded
 */
gboolean
esp_history_commit_undone (EspHistory *self)
{
  Step *step = g_steal_pointer (&self->open);
  g_autoptr (GArray) ops = NULL;

  g_return_val_if_fail (step != NULL, FALSE);

  if (step->ops->len == 0 || self->undo->len > 0)
    {
      g_warn_if_fail (self->undo->len == 0);
      free_step (step);
      return FALSE;
    }
  ops = g_steal_pointer (&step->ops);
  step->ops = g_array_sized_new (FALSE, FALSE, sizeof (EspOp), ops->len);
  for (guint i = ops->len; i > 0; i--)
    {
      EspOp op = esp_op_invert (&g_array_index (ops, EspOp, i - 1));

      g_array_append_val (step->ops, op);
    }
  step->serial = self->ground_serial;
  self->ground_serial = ++self->last_serial;
  g_ptr_array_add (self->redo, step);
  return TRUE;
}

/**
 * esp_history_rollback:
 * @self: a history with an open step
 *
 * Takes back all that the innermost step recorded, and drops it.
 */
void
esp_history_rollback (EspHistory *self)
{
  g_return_if_fail (self->open != NULL);

  if (self->marks->len > 0)
    {
      guint mark = g_array_index (self->marks, guint, self->marks->len - 1);

      take_back (self, self->open, mark);
      g_array_set_size (self->open->ops, mark);
      g_array_set_size (self->marks, self->marks->len - 1);
      return;
    }
  take_back (self, self->open, 0);
  g_clear_pointer (&self->open, free_step);
}

/**
 * esp_history_is_open:
 * @self: a history
 *
 * Returns: whether a step is open
 */
gboolean
esp_history_is_open (EspHistory *self)
{
  return self->open != NULL;
}

/**
 * esp_history_is_nested:
 * @self: a history
 *
 * Returns: whether a step is open within another one
 */
gboolean
esp_history_is_nested (EspHistory *self)
{
  return self->marks->len > 0;
}

/**
 * esp_history_is_typing:
 * @self: a history
 *
 * Returns: whether a step is open that was begun by esp_history_begin_typing()
 */
gboolean
esp_history_is_typing (EspHistory *self)
{
  return self->open != NULL && self->open->typed_at != 0;
}

/**
 * esp_history_get_last_ops:
 * @self: a history
 *
 * Returns: (transfer none) (nullable) (element-type EspOp): the changes of the step that would be taken back, as they were carried out
 */
GArray *
esp_history_get_last_ops (EspHistory *self)
{
  Step *top = get_top (self);

  return top != NULL ? top->ops : NULL;
}

/**
 * esp_history_get_undo_name:
 * @self: a history
 *
 * Returns: (nullable): what esp_history_undo() would take back, %NULL if nothing
 */
const char *
esp_history_get_undo_name (EspHistory *self)
{
  return get_top_name (self->undo);
}

/**
 * esp_history_get_redo_name:
 * @self: a history
 *
 * Returns: (nullable): what esp_history_redo() would do again, %NULL if nothing
 */
const char *
esp_history_get_redo_name (EspHistory *self)
{
  return get_top_name (self->redo);
}

/**
 * esp_history_undo:
 * @self: a history without an open step
 *
 * Takes back the last step.
 *
 * Returns: whether there was one
 */
gboolean
esp_history_undo (EspHistory *self)
{
  Step *step;

  g_return_val_if_fail (self->open == NULL, FALSE);

  if (self->undo->len == 0)
    return FALSE;
  step = g_ptr_array_steal_index (self->undo, self->undo->len - 1);
  take_back (self, step, 0);
  g_ptr_array_add (self->redo, step);
  return TRUE;
}

/**
 * esp_history_redo:
 * @self: a history without an open step
 *
 * Does again what was taken back last.
 *
 * Returns: whether there was anything
 */
gboolean
esp_history_redo (EspHistory *self)
{
  Step *step;

  g_return_val_if_fail (self->open == NULL, FALSE);

  if (self->redo->len == 0)
    return FALSE;
  step = g_ptr_array_steal_index (self->redo, self->redo->len - 1);
  for (guint i = 0; i < step->ops->len; i++)
    self->apply (&g_array_index (step->ops, EspOp, i), FALSE, self->user_data);
  g_ptr_array_add (self->undo, step);
  return TRUE;
}

/**
 * esp_history_forget_redo:
 * @self: a history without an open step
 *
 * Gives up what can be done again; with it, maybe, the way to the saved point.
 */
void
esp_history_forget_redo (EspHistory *self)
{
  int n_back;

  if (esp_history_find_saved (self, &n_back))
    {
      if (n_back < 0)
        {
          self->n_lost = -n_back;
          self->lost_depth = self->undo->len;
        }
    }
  else if (self->undo->len < self->lost_depth)
    {
      /* the ways part even before that now */
      self->n_lost += self->lost_depth - self->undo->len;
      self->lost_depth = self->undo->len;
    }
  g_ptr_array_set_size (self->redo, 0);
}

/**
 * esp_history_is_modified:
 * @self: a history
 *
 * Returns: whether what stands differs from the saved point by any step
 */
gboolean
esp_history_is_modified (EspHistory *self)
{
  return get_serial (self) != self->saved_serial;
}

/**
 * esp_history_mark_saved:
 * @self: a history
 *
 * Makes what stands now the saved point.
 */
void
esp_history_mark_saved (EspHistory *self)
{
  self->saved_serial = get_serial (self);
}

/**
 * esp_history_get_n_unsaved:
 * @self: a history
 *
 * Time: O(steps).
 *
 * Returns: how many steps lie between the saved point and what stands now, whichever way they go
 */
guint
esp_history_get_n_unsaved (EspHistory *self)
{
  int n_back;

  if (esp_history_find_saved (self, &n_back))
    return ABS (n_back);
  return self->n_lost + (guint) ABS ((int) self->undo->len - (int) self->lost_depth);
}

/**
 * esp_history_find_saved:
 * @self: a history
 * @n_back: (out): how many steps to take back to come to the saved point; below 0: how many to do again
 *
 * Time: O(steps).
 *
 * Returns: whether steps lead there at all; they do not after the way was given up for another step
 */
gboolean
esp_history_find_saved (EspHistory *self,
                        int        *n_back)
{
  for (guint i = self->undo->len; i > 0; i--)
    if (((Step *) g_ptr_array_index (self->undo, i - 1))->serial == self->saved_serial)
      {
        *n_back = self->undo->len - i;
        return TRUE;
      }
  *n_back = self->undo->len;
  if (self->ground_serial == self->saved_serial)
    return TRUE;
  for (guint i = self->redo->len; i > 0; i--)
    if (((Step *) g_ptr_array_index (self->redo, i - 1))->serial == self->saved_serial)
      {
        *n_back = -(int) (self->redo->len - i + 1);
        return TRUE;
      }
  return FALSE;
}

/**
 * esp_history_get_step_name:
 * @self: a history
 * @nth: 0 for the last step, 1 for the one before, …
 *
 * Returns: (nullable): the name of a step that can be taken back
 */
const char *
esp_history_get_step_name (EspHistory *self,
                           guint       nth)
{
  return nth < self->undo->len ? ((Step *) g_ptr_array_index (self->undo, self->undo->len - 1 - nth))->name : NULL;
}
