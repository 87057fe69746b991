/* esp-tree.h — a forest in packed arrays, breadth first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/esp-types.h"

G_BEGIN_DECLS

/**
 * EspTree:
 * @n: how many nodes
 * @n_roots: the first so many nodes are the roots
 * @parent: (array length=n): the parent of each node, ESP_NODE_NONE for roots
 * @first_child: (array length=n): where the children of each node begin; for a leaf, where they would
 * @n_children: (array length=n): how many children each node has
 *
 * A forest in breadth-first order: first the roots, then the children of node 0, those of node 1, and so on. Therefore the
 * children of a node are contiguous, first_child[0] is @n_roots, first_child[i + 1] is first_child[i] + n_children[i], a
 * parent has a smaller index than its children, and the nodes of one depth below any node are contiguous too.
 */
typedef struct
{
  guint32    n;
  guint32    n_roots;
  EspNodeIx *parent;
  EspNodeIx *first_child;
  guint32   *n_children;
} EspTree;

gboolean esp_tree_init_from_parents (EspTree         *self,
                                     const EspNodeIx *parents,
                                     guint32          n,
                                     EspNodeIx       *order);
void     esp_tree_clear             (EspTree         *self);
gboolean esp_tree_is_valid          (const EspTree   *self);

/* Calls for the whole depth: the nodes [*first, *end) are of one depth; moves on to their children. */
static inline void
esp_tree_descend (const EspTree *self,
                  EspNodeIx     *first,
                  EspNodeIx     *end)
{
  EspNodeIx last = *end - 1;

  *first = self->first_child[*first];
  *end = self->first_child[last] + self->n_children[last];
}

G_END_DECLS
