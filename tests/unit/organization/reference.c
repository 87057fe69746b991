/* reference.c — an organization kept as simply as can be: states and the history
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "organization/reference-private.h"

#include <string.h>

#include "organization/esp-recorder.h"

static State *
copy_state (const State *state)
{
  State *copy = g_new0 (State, 1);

  for (guint i = 0; i < ESP_N_TABLES; i++)
    copy->rows[i] = g_ptr_array_copy (state->rows[i], NULL, NULL);
  copy->n_changes = state->n_changes;
  return copy;
}

static void
free_state (gpointer data)
{
  State *state = data;

  for (guint i = 0; i < ESP_N_TABLES; i++)
    g_ptr_array_unref (state->rows[i]);
  g_free (state);
}

static void
free_step (gpointer data)
{
  Step *step = data;

  free_state (step->state);
  g_free (step->name);
  g_free (step);
}

static Step *
get_step (Reference *self,
          guint      nth)
{
  return g_ptr_array_index (self->steps, nth);
}

/* What stands now */
State *
reference_now (Reference *self)
{
  return self->open->len > 0 ? g_ptr_array_index (self->open, self->open->len - 1) : get_step (self, self->at)->state;
}

const Row *
reference_row (Reference *self,
               EspTable   table,
               guint      rank)
{
  return g_ptr_array_index (reference_now (self)->rows[table], rank);
}

/* A value of the real one as text: numbers in decimals, the items of a list behind each other, nothing as %NULL */
static char *
describe (EspOrganization *organization,
          EspTable         table,
          EspIx            ix,
          EspField         field)
{
  gboolean is_position = table == ESP_TABLE_POSITIONS;
  guint n_parts = is_position && field == ESP_POSITION_HOLDERS ? ESP_HOLDER_WORDS : is_position && field == ESP_POSITION_LINES ? ESP_LINE_WORDS : 1;
  guint32 value = esp_organization_get (organization, table, ix, field);
  GString *text;
  const guint32 *words;
  guint32 n;

  if (value == 0)
    return NULL;
  if (esp_field_is_text (table, field))
    return g_strdup (esp_organization_get_string (organization, value));
  if (!esp_field_is_list (table, field))
    return g_strdup_printf ("%u", value);
  text = g_string_new (NULL);
  words = esp_organization_get_list (organization, value, &n);
  for (guint32 i = 0; i < n; i++)
    {
      const char *part = esp_organization_get_string (organization, words[i]);

      if (i > 0)
        g_string_append (text, i % n_parts == 0 ? BETWEEN_ITEMS : BETWEEN_PARTS);
      g_string_append (text, part != NULL ? part : NO_PART);
    }
  return g_string_free (text, FALSE);
}

Reference *
reference_new (EspOrganization *organization)
{
  Reference *self = g_new0 (Reference, 1);
  Step *ground = g_new0 (Step, 1);

  self->arena = g_ptr_array_new_with_free_func (g_free);
  self->steps = g_ptr_array_new_with_free_func (free_step);
  self->open = g_ptr_array_new_with_free_func (free_state);
  ground->state = g_new0 (State, 1);
  for (guint table = 0; table < ESP_N_TABLES; table++)
    {
      guint32 n;
      const EspIx *order = esp_organization_get_order (organization, table, &n);

      ground->state->rows[table] = g_ptr_array_new ();
      for (guint32 i = 0; i < n; i++)
        {
          Row *row = g_new0 (Row, 1);

          row->serial = ++self->last_serial;
          for (guint field = 0; field < esp_table_get_n_fields (table); field++)
            {
              g_autofree char *text = describe (organization, table, order[i], field);

              row->fields[field] = g_intern_string (text);
            }
          g_ptr_array_add (self->arena, row);
          g_ptr_array_add (ground->state->rows[table], row);
        }
    }
  g_ptr_array_add (self->steps, ground);
  return self;
}

void
reference_free (Reference *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->noted, free_state);
  g_free (self->open_name);
  g_ptr_array_unref (self->open);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->arena);
  g_free (self);
}

/* The first that came of those with the id; they are asked for by what is written, and an id that is not there is nobody */
guint
reference_find (Reference  *self,
                EspTable    table,
                const char *id)
{
  guint found = REFERENCE_NOWHERE;

  for (guint i = 0; id != NULL && i < reference_get_n (self, table); i++)
    if (g_strcmp0 (reference_get (self, table, i, 0), id) == 0 &&
        (found == REFERENCE_NOWHERE || reference_row (self, table, i)->serial < reference_row (self, table, found)->serial))
      found = i;
  return found;
}

static void
compare_row (Reference       *self,
             EspOrganization *organization,
             EspTable         table,
             guint            rank)
{
  EspIx ix = esp_organization_get_order (organization, table, NULL)[rank];

  for (guint field = 0; field < esp_table_get_n_fields (table); field++)
    {
      g_autofree char *text = describe (organization, table, ix, field);

      g_assert_cmpstr (text, ==, reference_get (self, table, rank, field));
    }
  if (table == ESP_TABLE_DOCUMENT)
    return;
  g_assert_true (esp_organization_is_live (organization, table, ix));
  g_assert_cmpuint (esp_organization_get_ranks (organization, table)[ix], ==, rank);
  if (esp_organization_get (organization, table, ix, 0) != ESP_STR_NONE)
    {
      EspIx found = esp_organization_find_id (organization, table, reference_get (self, table, rank, 0));

      g_assert_cmpuint (esp_organization_get_ranks (organization, table)[found], ==, reference_find (self, table, reference_get (self, table, rank, 0)));
    }
}

static guint
get_n_unsaved (Reference *self)
{
  if (self->saved >= 0)
    return ABS (self->saved - (int) self->at);
  return self->n_lost + ABS ((int) self->lost_at - (int) self->at);
}

/* All that can be seen of the real one is as here. */
void
reference_compare (Reference       *self,
                   EspOrganization *organization)
{
  gboolean can_redo = self->at + 1 < self->steps->len;

  for (guint table = 0; table < ESP_N_TABLES; table++)
    {
      g_assert_cmpuint (esp_organization_get_n (organization, table), ==, reference_get_n (self, table));
      for (guint i = 0; i < reference_get_n (self, table); i++)
        compare_row (self, organization, table, i);
    }
  g_assert_cmpint (esp_organization_is_in_transaction (organization), ==, self->open->len > 0);
  g_assert_cmpstr (esp_organization_get_undo_name (organization), ==, self->at > 0 ? get_step (self, self->at)->name : NULL);
  g_assert_cmpstr (esp_organization_get_redo_name (organization), ==, can_redo ? get_step (self, self->at + 1)->name : NULL);
  g_assert_cmpint (esp_organization_can_undo (organization), ==, self->at > 0);
  g_assert_cmpint (esp_organization_can_redo (organization), ==, can_redo);
  g_assert_cmpint (esp_organization_is_modified (organization), ==, self->saved != (int) self->at);
  g_assert_cmpuint (esp_organization_get_n_unsaved (organization), ==, get_n_unsaved (self));
}

/* Remembers what stands now, for reference_compare_change(). */
void
reference_note (Reference *self)
{
  g_clear_pointer (&self->noted, free_state);
  self->noted = copy_state (reference_now (self));
}

static const Row *
find_serial (const State *state,
             EspTable     table,
             guint        serial)
{
  for (guint i = 0; i < state->rows[table]->len; i++)
    if (((const Row *) g_ptr_array_index (state->rows[table], i))->serial == serial)
      return g_ptr_array_index (state->rows[table], i);
  return NULL;
}

static gboolean
is_told (GArray *rows,
         EspIx   ix)
{
  gboolean found = FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      if (i > 0)
        g_assert_cmpuint (g_array_index (rows, EspIx, i - 1), <, g_array_index (rows, EspIx, i)); /* each once */
      found |= g_array_index (rows, EspIx, i) == ix;
    }
  return found;
}

/* What was announced names every row that is not as it was noted. @change: (nullable): nothing was */
void
reference_compare_change (Reference       *self,
                          EspOrganization *organization,
                          const EspChange *change)
{
  const State *now = reference_now (self);

  for (guint table = 0; table < ESP_N_TABLES; table++)
    {
      gboolean is_same = now->rows[table]->len == self->noted->rows[table]->len;

      for (guint i = 0; i < now->rows[table]->len; i++)
        {
          const Row *row = g_ptr_array_index (now->rows[table], i);
          const Row *before = find_serial (self->noted, table, row->serial);

          is_same = is_same && row == g_ptr_array_index (self->noted->rows[table], i);
          if (before != NULL && memcmp (row, before, sizeof *row) == 0)
            continue;
          g_assert_nonnull (change);
          if (table == ESP_TABLE_POSITIONS || table == ESP_TABLE_UNITS)
            g_assert_true (is_told (table == ESP_TABLE_UNITS ? change->units : change->positions, esp_organization_get_order (organization, table, NULL)[i]));
        }
      g_assert_true (is_same || (change != NULL && change->flags != 0));
    }
}

guint
reference_get_n (Reference *self,
                 EspTable   table)
{
  return reference_now (self)->rows[table]->len;
}

const char *
reference_get (Reference *self,
               EspTable   table,
               guint      rank,
               EspField   field)
{
  return reference_row (self, table, rank)->fields[field];
}

gboolean
reference_has_id (Reference  *self,
                  EspTable    table,
                  const char *id)
{
  return reference_find (self, table, id) != REFERENCE_NOWHERE;
}

void
reference_begin (Reference  *self,
                 const char *name)
{
  State *state = copy_state (reference_now (self));

  if (self->open->len == 0)
    {
      g_free (self->open_name);
      self->open_name = g_strdup (name);
      state->n_changes = 0;
    }
  g_ptr_array_add (self->open, state);
}

/* The way to the saved point is given up with what could be done again. */
static void
forget_redo (Reference *self)
{
  if (self->saved > (int) self->at)
    {
      self->n_lost = self->saved - self->at;
      self->lost_at = self->at;
      self->saved = -1;
    }
  else if (self->saved < 0 && self->at < self->lost_at)
    {
      self->n_lost += self->lost_at - self->at;
      self->lost_at = self->at;
    }
  g_ptr_array_set_size (self->steps, self->at + 1);
}

void
reference_commit (Reference *self)
{
  State *state = g_ptr_array_steal_index (self->open, self->open->len - 1);
  Step *step;

  if (self->open->len > 0)
    {
      free_state (g_ptr_array_index (self->open, self->open->len - 1));
      g_ptr_array_index (self->open, self->open->len - 1) = state;
      return;
    }
  if (state->n_changes == 0)
    {
      free_state (state);
      return;
    }
  forget_redo (self);
  step = g_new0 (Step, 1);
  step->state = state;
  step->name = g_strdup (self->open_name);
  g_ptr_array_add (self->steps, step);
  self->at++;
}

void
reference_rollback (Reference *self)
{
  g_ptr_array_set_size (self->open, self->open->len - 1);
}

void
reference_undo (Reference *self)
{
  self->at -= self->at > 0 ? 1 : 0;
}

void
reference_redo (Reference *self)
{
  self->at += self->at + 1 < self->steps->len ? 1 : 0;
}

void
reference_mark_saved (Reference *self)
{
  self->saved = self->at;
}

gboolean
reference_revert (Reference *self)
{
  if (self->saved < 0)
    return FALSE;
  self->at = self->saved;
  return TRUE;
}
