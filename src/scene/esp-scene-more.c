/* esp-scene-more.c — very wide managers: some of what hangs from them, and a stand-in for the rest
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-scene"

#include "scene/esp-scene-private.h"

/* How many of what hangs from a node are shown while it is open; the last of them is a stand-in if that is not all. */
guint32
_esp_scene_get_n_open (EspScene  *self,
                       EspNodeIx  node)
{
  guint32 n = self->forest->tree.n_children[node];
  guint32 most = self->options.n_children_max;

  if (most == 0 || n <= most + 1)
    return n;
  if (self->wide != NULL && g_hash_table_contains (self->wide, GUINT_TO_POINTER (self->forest->rows[node])))
    return n;
  return most + 1;
}

/* Who is shown for a node as far as its siblings go: itself, or the stand-in among them. */
EspNodeIx
_esp_scene_get_stand_in (EspScene  *self,
                         EspNodeIx  node)
{
  const EspTree *tree = &self->forest->tree;
  EspNodeIx parent = tree->parent[node];
  guint32 n_open;

  if (parent == ESP_NODE_NONE || node == self->top)
    return node;
  n_open = _esp_scene_get_n_open (self, parent);
  return n_open == tree->n_children[parent] ? node : MIN (node, tree->first_child[parent] + n_open - 1);
}

/* The head that is docked to a plate that is shown as one */
EspIx
_esp_scene_get_head (EspScene  *self,
                     EspNodeIx  node)
{
  return esp_scene_get_n_more (self, node) > 0 ? ESP_IX_NONE : esp_forest_get_head (self->forest, node);
}

/* Shows all that hangs from a node, or only some again; says whether something changed. */
gboolean
_esp_scene_set_wide (EspScene  *self,
                     EspNodeIx  node,
                     gboolean   is_wide)
{
  guint32 row = self->forest->rows[node];

  if (is_wide && _esp_scene_get_n_open (self, node) == self->forest->tree.n_children[node])
    return FALSE;
  if (!is_wide)
    return self->wide != NULL && g_hash_table_remove (self->wide, GUINT_TO_POINTER (row));
  if (self->wide == NULL)
    self->wide = g_hash_table_new (NULL, NULL);
  return g_hash_table_add (self->wide, GUINT_TO_POINTER (row));
}

/**
 * esp_scene_get_n_more:
 * @self: a scene
 * @node: a node
 *
 * Of a very wide manager only some are shown (#EspSceneOptions), and a stand-in for the rest: “+380 more”. It has the number of the first that is not
 * shown.
 *
 * Returns: how many it stands for; 0 for what is shown as itself
 */
guint32
esp_scene_get_n_more (EspScene  *self,
                      EspNodeIx  node)
{
  const EspTree *tree;
  EspNodeIx parent;
  guint32 n_open;

  g_return_val_if_fail (self != NULL && node < self->forest->tree.n, 0);

  tree = &self->forest->tree;
  parent = tree->parent[node];
  if (parent == ESP_NODE_NONE || node == self->top)
    return 0;
  n_open = _esp_scene_get_n_open (self, parent);
  if (n_open == tree->n_children[parent] || node != tree->first_child[parent] + n_open - 1)
    return 0;
  return tree->n_children[parent] - n_open + 1;
}

/**
 * esp_scene_show_more:
 * @self: a scene
 * @node: a stand-in
 *
 * Shows what it stands for, until what it hangs from is folded.
 *
 * Returns: whether that changed anything
 */
gboolean
esp_scene_show_more (EspScene  *self,
                     EspNodeIx  node)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (esp_scene_get_n_more (self, node) == 0)
    return FALSE;
  _esp_scene_set_wide (self, self->forest->tree.parent[node], TRUE);
  _esp_scene_invalidate (self);
  return TRUE;
}

/**
 * esp_scene_list_wide:
 * @self: a scene
 *
 * Returns: (transfer full) (element-type guint32): the rows (%ESP_SCENE_ROW_IX) of what all is shown of by esp_scene_show_more() or esp_scene_reveal()
 */
GArray *
esp_scene_list_wide (EspScene *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (self != NULL, rows);

  if (self->wide == NULL)
    return rows;
  g_hash_table_iter_init (&iter, self->wide);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint32 row = GPOINTER_TO_UINT (key);

      g_array_append_val (rows, row);
    }
  return rows;
}

/**
 * esp_scene_take_wide:
 * @self: a scene
 * @rows: (element-type guint32): as esp_scene_list_wide() of another scene of the same organization has them
 *
 * Shows all that hangs from these.
 */
void
esp_scene_take_wide (EspScene *self,
                     GArray   *rows)
{
  g_return_if_fail (self != NULL && rows != NULL);

  if (rows->len == 0)
    return;
  if (self->wide == NULL)
    self->wide = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (self->wide, GUINT_TO_POINTER (g_array_index (rows, guint32, i)));
  _esp_scene_invalidate (self);
}
