/* esp-scene-fold.c — what is folded away, and how to get to see it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-scene"

#include "scene/esp-scene-private.h"

/* Sets or clears the fold without any question about the layout; says whether something changed. */
static gboolean
apply_fold (EspScene  *self,
            EspNodeIx  node,
            gboolean   folded)
{
  guint16 *flags = &self->forest->flags[node];

  if (self->forest->tree.n_children[node] == 0 || ((*flags & ESP_NODE_FOLDED) != 0) == (folded != FALSE))
    return FALSE;
  *flags ^= ESP_NODE_FOLDED;
  if (folded)
    _esp_scene_set_wide (self, node, FALSE);
  return TRUE;
}

/* Folds everything at or below a level, opens everything above it. */
static gboolean
apply_level (EspScene *self,
             guint     level)
{
  const EspForest *forest = self->forest;
  EspNodeIx end = level == 0 || level > forest->n_levels ? forest->tree.n : forest->level_starts[level - 1];
  gboolean changed = FALSE;

  for (EspNodeIx node = 0; node < forest->tree.n; node++)
    changed |= apply_fold (self, node, node >= end);
  return changed;
}

/**
 * esp_scene_can_fold:
 * @self: a scene
 * @node: a node
 *
 * Returns: whether anything hangs from it; a docked head does not count, and nothing hangs from a stand-in
 */
gboolean
esp_scene_can_fold (EspScene  *self,
                    EspNodeIx  node)
{
  g_return_val_if_fail (self != NULL && node < self->forest->tree.n, FALSE);

  return self->forest->tree.n_children[node] > 0 && esp_scene_get_n_more (self, node) == 0;
}

/**
 * esp_scene_is_folded:
 * @self: a scene
 * @node: a node
 *
 * Returns: whether what hangs from it is folded away
 */
gboolean
esp_scene_is_folded (EspScene  *self,
                     EspNodeIx  node)
{
  g_return_val_if_fail (self != NULL && node < self->forest->tree.n, FALSE);

  return (self->forest->flags[node] & ESP_NODE_FOLDED) != 0;
}

/**
 * esp_scene_set_folded:
 * @self: a scene
 * @node: a node
 * @folded: whether to fold away what hangs from it
 *
 * What is below keeps its own folds.
 *
 * Returns: whether that changed anything
 */
gboolean
esp_scene_set_folded (EspScene  *self,
                      EspNodeIx  node,
                      gboolean   folded)
{
  g_return_val_if_fail (self != NULL && node < self->forest->tree.n, FALSE);

  if (!esp_scene_can_fold (self, node) || !apply_fold (self, node, folded))
    return FALSE;
  _esp_scene_invalidate (self);
  return TRUE;
}

/**
 * esp_scene_fold_below:
 * @self: a scene
 * @node: a node; %ESP_NODE_NONE for the whole chart
 * @folded: whether to fold, or to open
 *
 * Folds or opens the node and everything below it.
 *
 * Time: O(nodes below).
 */
void
esp_scene_fold_below (EspScene  *self,
                      EspNodeIx  node,
                      gboolean   folded)
{
  EspNodeIx first, end;
  gboolean changed = FALSE;

  g_return_if_fail (self != NULL && (node == ESP_NODE_NONE || node < self->forest->tree.n));

  first = node == ESP_NODE_NONE ? 0 : node;
  end = node == ESP_NODE_NONE ? self->forest->tree.n_roots : node + 1;
  while (first < end)
    {
      for (EspNodeIx i = first; i < end; i++)
        changed |= apply_fold (self, i, folded);
      esp_tree_descend (&self->forest->tree, &first, &end);
    }
  if (changed)
    _esp_scene_invalidate (self);
}

/**
 * esp_scene_fold_to_level:
 * @self: a scene
 * @level: the deepest level that is shown, from 1; 0 opens everything
 */
void
esp_scene_fold_to_level (EspScene *self,
                         guint     level)
{
  g_return_if_fail (self != NULL);

  if (apply_level (self, level))
    _esp_scene_invalidate (self);
}

/**
 * esp_scene_fold_first:
 * @self: a scene
 *
 * Folds as at first open: everything is shown if it fits the one number of cards of the options, else as many whole levels as fit the other, at least one.
 */
void
esp_scene_fold_first (EspScene *self)
{
  const EspForest *forest;
  guint32 n_cards = 0;
  guint level = 1;

  g_return_if_fail (self != NULL);

  forest = self->forest;
  for (guint i = 0; i < forest->n_levels; i++)
    {
      for (EspNodeIx node = forest->level_starts[i]; node < forest->level_starts[i + 1]; node++)
        n_cards += esp_forest_get_head (forest, node) != ESP_IX_NONE ? 2 : 1;
      if (n_cards <= self->options.n_cards_levels)
        level = i + 1;
    }
  if (apply_level (self, n_cards <= self->options.n_cards_first ? 0 : level))
    _esp_scene_invalidate (self);
}

/**
 * esp_scene_reveal:
 * @self: a scene
 * @item: an item
 *
 * Opens the way to an item, past stand-ins, too, and leaves an isolated branch if the item is not in it.
 *
 * Time: O(levels).
 *
 * Returns: whether that changed anything
 */
gboolean
esp_scene_reveal (EspScene *self,
                  EspItem   item)
{
  EspNodeIx node = ESP_ITEM_NODE (item);
  gboolean changed = FALSE;
  gboolean is_in_top;

  g_return_val_if_fail (self != NULL && node < self->forest->tree.n, FALSE);

  is_in_top = node == self->top;
  for (EspNodeIx child = node; (node = self->forest->tree.parent[child]) != ESP_NODE_NONE; child = node)
    {
      is_in_top |= node == self->top;
      changed |= apply_fold (self, node, FALSE);
      if (_esp_scene_get_stand_in (self, child) != child || esp_scene_get_n_more (self, child) > 0)
        changed |= _esp_scene_set_wide (self, node, TRUE);
    }
  if (self->top != ESP_NODE_NONE && !is_in_top)
    {
      self->top = ESP_NODE_NONE;
      changed = TRUE;
    }
  if (changed)
    _esp_scene_invalidate (self);
  return changed;
}

/**
 * esp_scene_get_shown:
 * @self: a scene
 * @item: an item
 *
 * Time: O(levels).
 *
 * Returns: @item if it is shown; else the card or plate around it that is, or the stand-in for it; %ESP_ITEM_NONE outside of the isolated branch
 */
EspItem
esp_scene_get_shown (EspScene *self,
                     EspItem   item)
{
  EspNodeIx node = ESP_ITEM_NODE (item);
  gboolean is_in_top;

  g_return_val_if_fail (self != NULL && node < self->forest->tree.n, ESP_ITEM_NONE);

  is_in_top = self->top == ESP_NODE_NONE || node == self->top;
  while (node != self->top && self->forest->tree.parent[node] != ESP_NODE_NONE)
    {
      EspNodeIx shown = _esp_scene_get_stand_in (self, node);

      if (shown != node || esp_scene_get_n_more (self, node) > 0)
        item = ESP_ITEM (shown);
      node = self->forest->tree.parent[node];
      is_in_top |= node == self->top;
      if (self->forest->flags[node] & ESP_NODE_FOLDED)
        item = ESP_ITEM (node);
    }
  return is_in_top ? item : ESP_ITEM_NONE;
}

/**
 * esp_scene_is_shown:
 * @self: a scene
 * @item: an item
 *
 * Returns: whether it is neither folded away nor outside of the isolated branch
 */
gboolean
esp_scene_is_shown (EspScene *self,
                    EspItem   item)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return esp_scene_get_shown (self, item) == item;
}

/**
 * esp_scene_get_top:
 * @self: a scene
 *
 * Returns: the node whose branch is isolated; %ESP_NODE_NONE if everything is shown
 */
EspNodeIx
esp_scene_get_top (EspScene *self)
{
  g_return_val_if_fail (self != NULL, ESP_NODE_NONE);

  return self->top;
}

/**
 * esp_scene_set_top:
 * @self: a scene
 * @top: a node, or %ESP_NODE_NONE to show everything
 *
 * Isolates a branch. Levels and totals stay those of the whole.
 */
void
esp_scene_set_top (EspScene  *self,
                   EspNodeIx  top)
{
  g_return_if_fail (self != NULL && (top == ESP_NODE_NONE || top < self->forest->tree.n));

  if (self->top == top)
    return;
  self->top = top;
  _esp_scene_invalidate (self);
}
