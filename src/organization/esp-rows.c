/* esp-rows.c — one table of an organization: packed columns and the order of rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-organization"

#include "organization/esp-rows.h"

#include <string.h>

#define ID_FIELD 0 /* every table that has ids has them first */

/* Makes a table without rows; all bytes of @self are written. */
void
esp_rows_init (EspRows *self,
               guint    n_columns)
{
  *self = (EspRows) { .columns = g_new0 (guint32 *, n_columns), .n_columns = n_columns };
}

/* Frees what the table holds. */
void
esp_rows_clear (EspRows *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->columns[i]);
  g_free (self->columns);
  g_free (self->dead);
  g_free (self->order);
  g_free (self->ranks);
  g_free (self->by_id);
  g_clear_pointer (&self->twins, g_hash_table_unref);
  *self = (EspRows) { 0 };
}

/* Makes room for @n slots. Time: O(n) of what is there. */
void
esp_rows_reserve (EspRows *self,
                  guint32  n)
{
  if (n <= self->n_allocated)
    return;
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i] != NULL)
      {
        self->columns[i] = g_renew (guint32, self->columns[i], n);
        memset (self->columns[i] + self->n_allocated, 0, (gsize) (n - self->n_allocated) * sizeof (guint32));
      }
  self->n_allocated = n;
}

static guint32
grown (guint32 n)
{
  return MAX (16u, n + n / 2);
}

/* A new slot with all fields 0, not yet in the order. Amortised O(1). */
EspIx
esp_rows_append (EspRows *self)
{
  if (self->n_slots == self->n_allocated)
    esp_rows_reserve (self, grown (self->n_allocated));
  return self->n_slots++;
}

guint32
esp_rows_get (EspRows *self,
              EspIx    ix,
              EspField field)
{
  return self->columns[field] != NULL ? self->columns[field][ix] : 0;
}

static GHashTable *
get_twins (EspRows *self,
           EspStr   id)
{
  return self->twins != NULL ? g_hash_table_lookup (self->twins, GUINT_TO_POINTER (id)) : NULL;
}

static void
id_gone (EspRows *self,
         EspIx    ix,
         EspStr   id)
{
  GHashTable *twins;
  GHashTableIter iter;
  gpointer slot;
  EspIx first = ESP_IX_NONE;

  if (id == ESP_STR_NONE || id >= self->n_by_id || self->by_id[id] != ix)
    return;
  self->by_id[id] = ESP_IX_NONE;
  twins = get_twins (self, id);
  if (twins == NULL)
    return;
  g_hash_table_iter_init (&iter, twins);
  while (g_hash_table_iter_next (&iter, &slot, NULL))
    {
      EspIx other = GPOINTER_TO_UINT (slot);

      if (other != ix && self->columns[ID_FIELD][other] == id && !esp_rows_is_dead (self, other))
        first = MIN (first, other);
    }
  self->by_id[id] = first;
}

static void
add_twin (EspRows *self,
          EspStr   id,
          EspIx    ix)
{
  GHashTable *twins;

  if (self->twins == NULL)
    self->twins = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  twins = get_twins (self, id);
  if (twins == NULL)
    {
      twins = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (self->twins, GUINT_TO_POINTER (id), twins);
    }
  g_hash_table_add (twins, GUINT_TO_POINTER (ix));
}

static void
id_come (EspRows *self,
         EspIx    ix,
         EspStr   id)
{
  if (id == ESP_STR_NONE || self->by_id == NULL)
    return;
  if (id >= self->n_by_id)
    {
      guint32 n = MAX (id + 1, grown (self->n_by_id));

      self->by_id = g_renew (EspIx, self->by_id, n);
      memset (self->by_id + self->n_by_id, 0xff, (gsize) (n - self->n_by_id) * sizeof (EspIx));
      self->n_by_id = n;
    }
  if (self->by_id[id] != ESP_IX_NONE && self->by_id[id] != ix)
    {
      add_twin (self, id, self->by_id[id]);
      add_twin (self, id, ix);
    }
  self->by_id[id] = MIN (self->by_id[id], ix);
}

void
esp_rows_set (EspRows *self,
              EspIx    ix,
              EspField field,
              guint32  value)
{
  gboolean indexed = field == ID_FIELD && self->by_id != NULL && !esp_rows_is_dead (self, ix);

  if (self->columns[field] == NULL)
    {
      if (value == 0)
        return;
      self->columns[field] = g_new0 (guint32, self->n_allocated);
    }
  if (indexed)
    id_gone (self, ix, self->columns[field][ix]);
  self->columns[field][ix] = value;
  if (indexed)
    id_come (self, ix, value);
}

gboolean
esp_rows_is_dead (EspRows *self,
                  EspIx    ix)
{
  return self->dead != NULL && ix / 8 < self->dead_size && (self->dead[ix / 8] >> (ix % 8) & 1) != 0;
}

static void
set_dead (EspRows *self,
          EspIx    ix,
          gboolean dead)
{
  gsize need = self->n_slots / 8 + 1;

  if (self->dead_size < need)
    {
      if (!dead)
        return;
      self->dead = g_realloc (self->dead, need);
      memset (self->dead + self->dead_size, 0, need - self->dead_size);
      self->dead_size = need;
    }
  if (dead)
    self->dead[ix / 8] |= 1 << ix % 8;
  else
    self->dead[ix / 8] &= ~(1 << ix % 8);
}

/* Many rows that come or go one after the other, in order, move a gap along; so each of them costs no more than its distance to the one before. */
static void
move_gap (EspRows *self,
          guint32  to)
{
  EspIx *behind = self->order + self->n_gap;

  if (self->n_gap > 0 && to < self->gap)
    memmove (behind + to, self->order + to, (gsize) (self->gap - to) * sizeof (EspIx));
  else if (self->n_gap > 0)
    memmove (self->order + self->gap, behind + self->gap, (gsize) (to - self->gap) * sizeof (EspIx));
  self->gap = to;
}

/* Makes all that is allocated and not needed a gap. */
static void
open_gap (EspRows *self)
{
  if (self->n == self->n_order_allocated)
    {
      self->n_order_allocated = MAX (self->n_allocated, grown (self->n));
      self->order = g_renew (EspIx, self->order, self->n_order_allocated);
    }
  self->n_gap = self->n_order_allocated - self->n;
  memmove (self->order + self->gap + self->n_gap, self->order + self->gap, (gsize) (self->n - self->gap) * sizeof (EspIx));
}

/* Closes the gap. Must have been called by whoever changed the rows before others read them. Time: O(rows behind the gap), if there is one. */
void
esp_rows_settle (EspRows *self)
{
  if (self->n_gap > 0)
    memmove (self->order + self->gap, self->order + self->gap + self->n_gap, (gsize) (self->n - self->gap) * sizeof (EspIx));
  self->n_gap = 0;
  self->is_unsettled = FALSE;
}

/* Puts a slot that is not in the order there, and in the index of ids. Time: O(rows behind it), and of the next one O(distance). */
void
esp_rows_add (EspRows *self,
              EspIx    ix,
              guint32  rank)
{
  rank = MIN (rank, self->n);
  if (self->n_gap > 0 || (self->is_unsettled && rank < self->n) || self->n == self->n_order_allocated)
    {
      move_gap (self, rank);
      if (self->n_gap == 0)
        open_gap (self);
    }
  else
    {
      memmove (self->order + rank + 1, self->order + rank, (gsize) (self->n - rank) * sizeof (EspIx));
    }
  self->order[rank] = ix;
  self->n++;
  if (self->n_gap > 0)
    {
      self->gap++;
      self->n_gap--;
    }
  self->is_unsettled = TRUE;
  self->ranks_valid = FALSE;
  set_dead (self, ix, FALSE);
  id_come (self, ix, esp_rows_get (self, ix, ID_FIELD));
}

/* Takes the row at @rank, which must be @ix, out of the order; its values stay. Time: as esp_rows_add(). */
void
esp_rows_remove (EspRows *self,
                 EspIx    ix,
                 guint32  rank)
{
  g_return_if_fail (rank < self->n);

  move_gap (self, rank);
  g_return_if_fail (self->order[rank + self->n_gap] == ix);
  self->n_gap++;
  self->n--;
  self->is_unsettled = TRUE;
  self->ranks_valid = FALSE;
  set_dead (self, ix, TRUE);
  id_gone (self, ix, esp_rows_get (self, ix, ID_FIELD));
}

/* Moves the row at @from so that it stands at @to afterwards. */
void
esp_rows_move (EspRows *self,
               guint32  from,
               guint32  to)
{
  EspIx ix;

  g_return_if_fail (from < self->n && to < self->n);

  esp_rows_settle (self);
  ix = self->order[from];
  if (from < to)
    memmove (self->order + from, self->order + from + 1, (gsize) (to - from) * sizeof (EspIx));
  else
    memmove (self->order + to + 1, self->order + to, (gsize) (from - to) * sizeof (EspIx));
  self->order[to] = ix;
  self->ranks_valid = FALSE;
}

/* Live slots in document order, valid until the next change. */
const EspIx *
esp_rows_get_order (EspRows *self)
{
  if (self->n_gap > 0)
    esp_rows_settle (self);
  return self->order;
}

/* The row at a place in the order, without closing the gap */
EspIx
esp_rows_get_at (EspRows *self,
                 guint32  rank)
{
  return rank < self->n ? self->order[rank < self->gap ? rank : rank + self->n_gap] : ESP_IX_NONE;
}

/* Place in the order by slot; undefined for dead slots. Time: O(n) after a change of the order, else O(1). */
const guint32 *
esp_rows_get_ranks (EspRows *self)
{
  if (!self->ranks_valid)
    {
      esp_rows_settle (self);
      self->ranks = g_renew (guint32, self->ranks, MAX (1u, self->n_slots));
      for (guint32 i = 0; i < self->n; i++)
        self->ranks[self->order[i]] = i;
      self->ranks_valid = TRUE;
    }
  return self->ranks;
}

/* Makes the index of ids; from then on it is kept. Time: O(slots + strings). */
void
esp_rows_index_ids (EspRows *self,
                    guint32  n_strings)
{
  g_free (self->by_id);
  self->n_by_id = n_strings;
  self->by_id = g_new (EspIx, MAX (1u, n_strings));
  memset (self->by_id, 0xff, (gsize) n_strings * sizeof (EspIx));
  g_clear_pointer (&self->twins, g_hash_table_unref);
  esp_rows_settle (self);
  for (guint32 i = 0; i < self->n; i++)
    id_come (self, self->order[i], esp_rows_get (self, self->order[i], ID_FIELD));
}

EspIx
esp_rows_find (EspRows *self,
               EspStr   id)
{
  return id != ESP_STR_NONE && id < self->n_by_id ? self->by_id[id] : ESP_IX_NONE;
}
