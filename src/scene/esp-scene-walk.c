/* esp-scene-walk.c — nodes and items: what they are, and how to step from one to the next in reading order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-scene"

#include "scene/esp-scene-private.h"

static gboolean
is_node (EspScene  *self,
         EspNodeIx  node)
{
  return node < self->forest->tree.n;
}

static gboolean
is_item (EspScene *self,
         EspItem   item)
{
  EspNodeIx node = ESP_ITEM_NODE (item);

  return is_node (self, node) && (!ESP_ITEM_IS_HEAD (item) || esp_forest_get_head (self->forest, node) != ESP_IX_NONE);
}

/**
 * esp_scene_get_n_nodes:
 * @self: a scene
 *
 * Returns: how many nodes the forest has, folded away or not
 */
guint32
esp_scene_get_n_nodes (EspScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->forest->tree.n;
}

/**
 * esp_scene_get_n_roots:
 * @self: a scene
 *
 * Returns: how many of the first nodes are roots
 */
guint32
esp_scene_get_n_roots (EspScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->forest->tree.n_roots;
}

/**
 * esp_scene_get_parent:
 * @self: a scene
 * @node: a node
 *
 * Returns: what it hangs from; %ESP_NODE_NONE for roots
 */
EspNodeIx
esp_scene_get_parent (EspScene  *self,
                      EspNodeIx  node)
{
  g_return_val_if_fail (self != NULL && is_node (self, node), ESP_NODE_NONE);

  return self->forest->tree.parent[node];
}

/**
 * esp_scene_get_children:
 * @self: a scene
 * @node: a node
 * @n: (out) (optional): how many hang from it, folded or not
 *
 * Returns: the first of them; the others follow it
 */
EspNodeIx
esp_scene_get_children (EspScene  *self,
                        EspNodeIx  node,
                        guint32   *n)
{
  g_return_val_if_fail (self != NULL && is_node (self, node), ESP_NODE_NONE);

  if (n != NULL)
    *n = self->forest->tree.n_children[node];
  return self->forest->tree.first_child[node];
}

/**
 * esp_scene_get_level:
 * @self: a scene
 * @node: a node
 *
 * Time: O(log levels).
 *
 * Returns: 1 for roots
 */
guint
esp_scene_get_level (EspScene  *self,
                     EspNodeIx  node)
{
  g_return_val_if_fail (self != NULL && is_node (self, node), 0);

  return esp_forest_get_level (self->forest, node);
}

/**
 * esp_scene_get_n_levels:
 * @self: a scene
 *
 * Returns: the deepest level
 */
guint
esp_scene_get_n_levels (EspScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->forest->n_levels;
}

/**
 * esp_scene_get_flags:
 * @self: a scene
 * @node: a node
 *
 * Returns: what the node is; seat and vacancy of a unit are those of its docked head
 */
EspNodeFlags
esp_scene_get_flags (EspScene  *self,
                     EspNodeIx  node)
{
  g_return_val_if_fail (self != NULL && is_node (self, node), 0);

  return self->forest->flags[node] & ESP_FOREST_PUBLIC_MASK;
}

/**
 * esp_scene_get_item_flags:
 * @self: a scene
 * @item: an item
 *
 * Returns: what the row behind it is
 */
EspNodeFlags
esp_scene_get_item_flags (EspScene *self,
                          EspItem   item)
{
  g_return_val_if_fail (self != NULL && is_item (self, item), 0);

  return _esp_scene_item_flags (self, item) & ESP_FOREST_PUBLIC_MASK;
}

/**
 * esp_scene_get_unit:
 * @self: a scene
 * @node: a node
 *
 * Returns: the unit whose plate it is; %ESP_IX_NONE for the card of a position
 */
EspIx
esp_scene_get_unit (EspScene  *self,
                    EspNodeIx  node)
{
  g_return_val_if_fail (self != NULL && is_node (self, node), ESP_IX_NONE);

  return esp_forest_is_unit (self->forest, node) ? esp_forest_get_row (self->forest, node) : ESP_IX_NONE;
}

/**
 * esp_scene_get_head:
 * @self: a scene
 * @node: a node
 *
 * Returns: the position docked to its plate; %ESP_IX_NONE if there is none
 */
EspIx
esp_scene_get_head (EspScene  *self,
                    EspNodeIx  node)
{
  g_return_val_if_fail (self != NULL && is_node (self, node), ESP_IX_NONE);

  return _esp_scene_get_head (self, node);
}

/**
 * esp_scene_get_totals:
 * @self: a scene
 * @node: a node
 * @totals: (out caller-allocates): what is below it, folded or not
 */
void
esp_scene_get_totals (EspScene  *self,
                      EspNodeIx  node,
                      EspTotals *totals)
{
  g_return_if_fail (self != NULL && is_node (self, node) && totals != NULL);

  esp_forest_get_totals (self->forest, node, totals);
}

/**
 * esp_scene_get_row:
 * @self: a scene
 * @item: an item
 * @table: (out) (optional): where the row is
 *
 * Returns: the unit or position behind the item
 */
EspIx
esp_scene_get_row (EspScene *self,
                   EspItem   item,
                   EspTable *table)
{
  EspNodeIx node = ESP_ITEM_NODE (item);
  gboolean is_unit;

  g_return_val_if_fail (self != NULL && is_item (self, item), ESP_IX_NONE);

  is_unit = esp_forest_is_unit (self->forest, node) && !ESP_ITEM_IS_HEAD (item);
  if (table != NULL)
    *table = is_unit ? ESP_TABLE_UNITS : ESP_TABLE_POSITIONS;
  return ESP_ITEM_IS_HEAD (item) ? esp_forest_get_head (self->forest, node) : esp_forest_get_row (self->forest, node);
}

/**
 * esp_scene_find:
 * @self: a scene
 * @table: units or positions
 * @ix: a row
 *
 * Returns: its item; %ESP_ITEM_NONE if it is not in this chart
 */
EspItem
esp_scene_find (EspScene *self,
                EspTable  table,
                EspIx     ix)
{
  const EspForest *forest;
  EspNodeIx node = ESP_NODE_NONE;

  g_return_val_if_fail (self != NULL, ESP_ITEM_NONE);

  forest = self->forest;
  if (table == ESP_TABLE_UNITS && ix < forest->n_unit_slots)
    node = forest->nodes_of_units[ix];
  else if (table == ESP_TABLE_POSITIONS && ix < forest->n_position_slots)
    node = forest->nodes_of_positions[ix];
  if (node == ESP_NODE_NONE)
    return ESP_ITEM_NONE;
  return table == ESP_TABLE_POSITIONS && esp_forest_is_unit (forest, node) ? ESP_ITEM_HEAD (node) : ESP_ITEM (node);
}

/**
 * esp_scene_get_item_level:
 * @self: a scene
 * @item: an item
 *
 * Returns: its level, 1 for roots; a docked head is one below its unit
 */
guint
esp_scene_get_item_level (EspScene *self,
                          EspItem   item)
{
  g_return_val_if_fail (self != NULL && is_item (self, item), 0);

  return esp_forest_get_level (self->forest, ESP_ITEM_NODE (item)) + (ESP_ITEM_IS_HEAD (item) ? 1 : 0);
}

/**
 * esp_scene_get_item_position:
 * @self: a scene
 * @item: an item
 * @n: (out) (optional): how many siblings it is among, itself included
 *
 * Returns: which of them it is, from 1; a docked head is the first below its unit
 */
guint32
esp_scene_get_item_position (EspScene *self,
                             EspItem   item,
                             guint32  *n)
{
  const EspTree *tree;
  EspNodeIx node = ESP_ITEM_NODE (item);
  EspNodeIx parent;
  gboolean has_head;

  g_return_val_if_fail (self != NULL && is_item (self, item), 0);

  tree = &self->forest->tree;
  parent = ESP_ITEM_IS_HEAD (item) ? node : tree->parent[node];
  has_head = parent != ESP_NODE_NONE && esp_forest_get_head (self->forest, parent) != ESP_IX_NONE;
  if (n != NULL)
    *n = (parent == ESP_NODE_NONE ? tree->n_roots : tree->n_children[parent]) + has_head;
  if (ESP_ITEM_IS_HEAD (item))
    return 1;
  return node - (parent == ESP_NODE_NONE ? 0 : tree->first_child[parent]) + has_head + 1;
}

/* The last item at or below @node that is shown. */
static EspItem
get_deepest (EspScene  *self,
             EspNodeIx  node)
{
  const EspForest *forest = self->forest;

  while (esp_scene_can_fold (self, node) && (forest->flags[node] & ESP_NODE_FOLDED) == 0)
    node = forest->tree.first_child[node] + _esp_scene_get_n_open (self, node) - 1;
  return _esp_scene_get_head (self, node) != ESP_IX_NONE ? ESP_ITEM_HEAD (node) : ESP_ITEM (node);
}

/**
 * esp_scene_first:
 * @self: a scene
 *
 * Returns: where reading begins; %ESP_ITEM_NONE in an empty chart
 */
EspItem
esp_scene_first (EspScene *self)
{
  g_return_val_if_fail (self != NULL, ESP_ITEM_NONE);

  if (self->top != ESP_NODE_NONE)
    return ESP_ITEM (self->top);
  return self->forest->tree.n > 0 ? ESP_ITEM (0) : ESP_ITEM_NONE;
}

/**
 * esp_scene_last:
 * @self: a scene
 *
 * Time: O(levels).
 *
 * Returns: where reading ends; %ESP_ITEM_NONE in an empty chart
 */
EspItem
esp_scene_last (EspScene *self)
{
  g_return_val_if_fail (self != NULL, ESP_ITEM_NONE);

  if (self->top != ESP_NODE_NONE)
    return get_deepest (self, self->top);
  return self->forest->tree.n > 0 ? get_deepest (self, self->forest->tree.n_roots - 1) : ESP_ITEM_NONE;
}

/**
 * esp_scene_parent:
 * @self: a scene
 * @item: an item
 *
 * Returns: the plate of a docked head; else the plate or card it hangs from; %ESP_ITEM_NONE at the top
 */
EspItem
esp_scene_parent (EspScene *self,
                  EspItem   item)
{
  EspNodeIx node = ESP_ITEM_NODE (item);

  g_return_val_if_fail (self != NULL && is_item (self, item), ESP_ITEM_NONE);

  if (ESP_ITEM_IS_HEAD (item))
    return ESP_ITEM (node);
  if (node == self->top || self->forest->tree.parent[node] == ESP_NODE_NONE)
    return ESP_ITEM_NONE;
  return ESP_ITEM (self->forest->tree.parent[node]);
}

/**
 * esp_scene_first_child:
 * @self: a scene
 * @item: an item
 *
 * Returns: the docked head of a plate; else the first that hangs from it; %ESP_ITEM_NONE if nothing is shown below. What a head's reports hang from is the
 *   plate, so a docked head has no children.
 */
EspItem
esp_scene_first_child (EspScene *self,
                       EspItem   item)
{
  EspNodeIx node = ESP_ITEM_NODE (item);

  g_return_val_if_fail (self != NULL && is_item (self, item), ESP_ITEM_NONE);

  if (ESP_ITEM_IS_HEAD (item))
    return ESP_ITEM_NONE;
  if (_esp_scene_get_head (self, node) != ESP_IX_NONE)
    return ESP_ITEM_HEAD (node);
  if (!esp_scene_can_fold (self, node) || (self->forest->flags[node] & ESP_NODE_FOLDED) != 0)
    return ESP_ITEM_NONE;
  return ESP_ITEM (self->forest->tree.first_child[node]);
}

/**
 * esp_scene_next:
 * @self: a scene
 * @item: an item
 *
 * Returns: the next sibling; %ESP_ITEM_NONE after the last
 */
EspItem
esp_scene_next (EspScene *self,
                EspItem   item)
{
  const EspTree *tree;
  EspNodeIx node = ESP_ITEM_NODE (item);
  EspNodeIx parent;

  g_return_val_if_fail (self != NULL && is_item (self, item), ESP_ITEM_NONE);

  tree = &self->forest->tree;
  if (ESP_ITEM_IS_HEAD (item))
    return tree->n_children[node] > 0 && (self->forest->flags[node] & ESP_NODE_FOLDED) == 0 ? ESP_ITEM (tree->first_child[node]) : ESP_ITEM_NONE;
  if (node == self->top)
    return ESP_ITEM_NONE;

  parent = tree->parent[node];
  if (parent == ESP_NODE_NONE)
    return node + 1 < tree->n_roots ? ESP_ITEM (node + 1) : ESP_ITEM_NONE;
  return node + 1 < tree->first_child[parent] + _esp_scene_get_n_open (self, parent) ? ESP_ITEM (node + 1) : ESP_ITEM_NONE;
}

/**
 * esp_scene_previous:
 * @self: a scene
 * @item: an item
 *
 * Returns: the sibling before it; %ESP_ITEM_NONE before the first
 */
EspItem
esp_scene_previous (EspScene *self,
                    EspItem   item)
{
  const EspTree *tree;
  EspNodeIx node = ESP_ITEM_NODE (item);
  EspNodeIx parent;

  g_return_val_if_fail (self != NULL && is_item (self, item), ESP_ITEM_NONE);

  tree = &self->forest->tree;
  if (ESP_ITEM_IS_HEAD (item) || node == self->top)
    return ESP_ITEM_NONE;

  parent = tree->parent[node];
  if (parent == ESP_NODE_NONE)
    return node > 0 ? ESP_ITEM (node - 1) : ESP_ITEM_NONE;
  if (node > tree->first_child[parent])
    return ESP_ITEM (node - 1);
  return esp_forest_get_head (self->forest, parent) != ESP_IX_NONE ? ESP_ITEM_HEAD (parent) : ESP_ITEM_NONE;
}

/**
 * esp_scene_after:
 * @self: a scene
 * @item: an item that is shown
 *
 * Time: O(levels).
 *
 * Returns: the next in reading order; %ESP_ITEM_NONE at the end
 */
EspItem
esp_scene_after (EspScene *self,
                 EspItem   item)
{
  EspItem next;

  g_return_val_if_fail (self != NULL && is_item (self, item), ESP_ITEM_NONE);

  next = esp_scene_first_child (self, item);
  while (next == ESP_ITEM_NONE && item != ESP_ITEM_NONE)
    {
      next = esp_scene_next (self, item);
      item = esp_scene_parent (self, item);
    }
  return next;
}

/**
 * esp_scene_before:
 * @self: a scene
 * @item: an item that is shown
 *
 * Time: O(levels).
 *
 * Returns: the one before in reading order; %ESP_ITEM_NONE at the beginning
 */
EspItem
esp_scene_before (EspScene *self,
                  EspItem   item)
{
  EspItem previous;

  g_return_val_if_fail (self != NULL && is_item (self, item), ESP_ITEM_NONE);

  previous = esp_scene_previous (self, item);
  if (previous == ESP_ITEM_NONE)
    return esp_scene_parent (self, item);
  return ESP_ITEM_IS_HEAD (previous) ? previous : get_deepest (self, ESP_ITEM_NODE (previous));
}

/**
 * esp_scene_list_shown:
 * @self: a scene
 * @rows: (inout) (element-type guint32): emptied, then filled with the rows of what is shown (%ESP_SCENE_ROW_IX), in reading order
 *
 * What esp_scene_after() walks through, all at once and by what outlives the numbers of nodes. Time: O(shown).
 */
void
esp_scene_list_shown (EspScene *self,
                      GArray   *rows)
{
  const EspForest *forest;
  const EspTree *tree;
  EspNodeIx node;

  g_return_if_fail (self != NULL && rows != NULL);

  forest = self->forest;
  tree = &forest->tree;
  g_array_set_size (rows, 0);
  node = self->top != ESP_NODE_NONE ? self->top : tree->n > 0 ? 0 : ESP_NODE_NONE;
  while (node != ESP_NODE_NONE)
    {
      EspIx head = _esp_scene_get_head (self, node);

      g_array_append_val (rows, forest->rows[node]);
      if (head != ESP_IX_NONE)
        g_array_append_val (rows, head);
      if (esp_scene_can_fold (self, node) && (forest->flags[node] & ESP_NODE_FOLDED) == 0)
        {
          node = tree->first_child[node];
          continue;
        }
      /* the next sibling of it or of what is above it: siblings stand side by side */
      while (node != ESP_NODE_NONE)
        {
          EspNodeIx parent = tree->parent[node];
          EspNodeIx end = parent == ESP_NODE_NONE ? tree->n_roots : tree->first_child[parent] + _esp_scene_get_n_open (self, parent);

          if (node == self->top)
            {
              node = ESP_NODE_NONE;
            }
          else if (node + 1 < end)
            {
              node++;
              break;
            }
          else
            {
              node = parent;
            }
        }
    }
}
