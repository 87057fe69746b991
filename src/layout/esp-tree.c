/* esp-tree.c — a forest in packed arrays, breadth first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-layout"

#include "layout/esp-tree.h"

/* The children of node i, in their old numbers, are children[start[i]] … children[start[i + 1] - 1]; the roots are those of n. */
static void
group_by_parent (const EspNodeIx *parents,
                 guint32          n,
                 guint32         *start,
                 EspNodeIx       *children)
{
  for (guint32 i = 0; i < n; i++)
    start[(parents[i] == ESP_NODE_NONE ? n : parents[i]) + 1]++;
  for (guint32 i = 0; i <= n; i++)
    start[i + 1] += start[i];
  for (guint32 i = 0; i < n; i++)
    children[start[parents[i] == ESP_NODE_NONE ? n : parents[i]]++] = i;
  for (guint32 i = n + 1; i > 0; i--)
    start[i] = start[i - 1];
  start[0] = 0;
}

/**
 * esp_tree_init_from_parents:
 * @self: (out caller-allocates): the forest; esp_tree_clear() frees it
 * @parents: (array length=n): parent of each node in any order, ESP_NODE_NONE for roots
 * @n: how many nodes
 * @order: (out caller-allocates) (array length=n) (nullable): the number in @parents of each node of @self
 *
 * Puts a forest in breadth-first order. Roots and siblings keep the order they have in @parents.
 *
 * Time: O(n). Errors: a parent that is no node, or a ring; @self is then empty.
 *
 * Returns: whether @parents is a forest
 */
gboolean
esp_tree_init_from_parents (EspTree         *self,
                            const EspNodeIx *parents,
                            guint32          n,
                            EspNodeIx       *order)
{
  g_autofree guint32 *start = NULL;
  g_autofree EspNodeIx *children = NULL;
  g_autofree EspNodeIx *own_order = NULL;
  guint32 end;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (parents != NULL || n == 0, FALSE);

  *self = (EspTree){ 0 };
  for (guint32 i = 0; i < n; i++)
    if (parents[i] != ESP_NODE_NONE && parents[i] >= n)
      return FALSE;

  start = g_new0 (guint32, (gsize) n + 3);
  children = g_new (EspNodeIx, n);
  group_by_parent (parents, n, start, children);
  if (order == NULL)
    order = own_order = g_new (EspNodeIx, n);

  self->n = n;
  self->n_roots = start[n + 1] - start[n];
  self->parent = g_new (EspNodeIx, n);
  self->first_child = g_new (EspNodeIx, n);
  self->n_children = g_new (guint32, n);
  for (end = 0; end < self->n_roots; end++)
    {
      order[end] = children[start[n] + end];
      self->parent[end] = ESP_NODE_NONE;
    }

  for (guint32 i = 0; i < end; i++)
    {
      self->first_child[i] = end;
      self->n_children[i] = start[order[i] + 1] - start[order[i]];
      for (guint32 c = start[order[i]]; c < start[order[i] + 1]; c++, end++)
        {
          order[end] = children[c];
          self->parent[end] = i;
        }
    }

  if (end == n)
    return TRUE;

  esp_tree_clear (self);
  return FALSE;
}

/**
 * esp_tree_clear:
 * @self: a forest whose arrays were made by esp_tree_init_from_parents() or g_malloc()
 *
 * Frees the arrays and leaves an empty forest.
 */
void
esp_tree_clear (EspTree *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->parent, g_free);
  g_clear_pointer (&self->first_child, g_free);
  g_clear_pointer (&self->n_children, g_free);
  self->n = 0;
  self->n_roots = 0;
}

/**
 * esp_tree_is_valid:
 * @self: a forest
 *
 * Checks all that EspTree promises. Time: O(n).
 *
 * Returns: whether the forest is in breadth-first order and its arrays agree
 */
gboolean
esp_tree_is_valid (const EspTree *self)
{
  guint32 end = self->n_roots;

  if (self->n_roots > self->n || (self->n > 0 && self->n_roots == 0))
    return FALSE;

  for (guint32 i = 0; i < self->n_roots; i++)
    if (self->parent[i] != ESP_NODE_NONE)
      return FALSE;

  for (guint32 i = 0; i < self->n; i++)
    {
      if (i >= end || self->first_child[i] != end || self->n_children[i] > self->n - end)
        return FALSE;

      for (guint32 c = 0; c < self->n_children[i]; c++, end++)
        if (self->parent[end] != i)
          return FALSE;
    }

  return end == self->n;
}
