/* esp-layout-boxes.c — along the siblings: staff, columns and grids around one trunk, rows of subtrees below it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-layout"

#include "layout/esp-layout-private.h"

/* First at the trunk's end side, second at its start, and so on. The box of @node grows by the same on both sides. */
static void
place_staff (EspLayoutWork *work,
             EspNodeIx      node,
             guint32        n_staff)
{
  EspTidyBox *box = &work->boxes[node];
  EspNodeIx first = work->tree->first_child[node];
  double side_gap = work->input->gaps.staff_side;
  double reach = box->reach[AFTER];

  box->bottom += _esp_layout_staff_depth (work, node, n_staff);
  for (EspNodeIx i = first; i < first + n_staff; i++)
    {
      gboolean is_back = work->place[i] == ESP_PLACE_STAFF_START;
      const EspTidyBox *staff = &work->boxes[i];
      double near_edge = side_gap + staff->reach[is_back ? AFTER : BEFORE];

      work->along[i] = is_back ? -near_edge : near_edge;
      reach = MAX (reach, near_edge + staff->reach[is_back ? BEFORE : AFTER]);
    }
  esp_tidy_box_set_reach (box, BEFORE, reach);
  esp_tidy_box_set_reach (box, AFTER, reach);
}

/* One box around @node, its staff and its column. */
static void
place_column (EspLayoutWork *work,
              EspNodeIx      node,
              EspNodeIx      first,
              guint32        end)
{
  EspTidyBox *box = &work->boxes[node];
  gboolean is_back = (work->mode[node] & MODE_BACK) != 0;
  int outer = is_back ? BEFORE : AFTER;
  int inner = is_back ? AFTER : BEFORE;
  double indent = work->input->gaps.column_indent - work->size_along[node] / 2.0;
  double outer_reach = box->reach[outer];
  double inner_reach = MAX (box->reach[inner], -indent);

  box->bottom = work->deep[node] + work->along[node] + work->input->gaps.level;
  for (EspNodeIx i = first; i < end; i++)
    {
      double reach[2];
      double at;

      _esp_layout_get_reach (work, i, reach);
      at = indent + reach[inner];
      work->along[i] = is_back ? -at : at;
      outer_reach = MAX (outer_reach, at + reach[outer]);
    }
  esp_tidy_box_set_reach (box, outer, outer_reach);
  esp_tidy_box_set_reach (box, inner, inner_reach);
}

/* The first leaf's box becomes that of the whole grid; a single column leaves room for its wire. */
static void
set_grid_box (EspLayoutWork *work,
              const EspGrid *grid)
{
  const EspGaps *gaps = &work->input->gaps;
  EspTidyBox *box = &work->boxes[grid->first];
  guint32 n_rows = (grid->n - 1) / grid->n_columns + 1;
  double half = (grid->n_columns * (grid->cell_along + gaps->block_gap) - gaps->block_gap) / 2.0;

  box->bottom = work->deep[grid->first] + n_rows * (grid->cell_deep + gaps->block_gap) - gaps->block_gap + gaps->level;
  esp_tidy_box_set_reach (box, BEFORE, grid->n_columns == 1 ? half + gaps->block_gap : half);
  esp_tidy_box_set_reach (box, AFTER, half);
}

/* From the trunk of the grid to those of its cells; each stands at the side of its cell where its wire comes from. */
static void
place_cells (EspLayoutWork *work,
             const EspGrid *grid)
{
  double pitch = grid->cell_along + work->input->gaps.block_gap;
  double start = work->along[grid->first] - (grid->n_columns * pitch - work->input->gaps.block_gap) / 2.0;
  guint32 column = 0;

  for (EspNodeIx i = grid->first, n = 0; n < grid->n; i++)
    if (esp_place_is_block (work->place[i]))
      {
        double half = work->size_along[i] / 2.0;
        double cell = start + column * pitch;

        work->along[i] = work->place[i] == ESP_PLACE_BLOCK_AFTER ? cell + grid->cell_along - half : cell + half;
        n++;
        if (++column == grid->n_columns)
          column = 0;
      }
}

static void
place_block (EspLayoutWork *work,
             EspNodeIx      node,
             EspNodeIx      first,
             guint32        end,
             const EspGrid *grid)
{
  guint32 n = 0;

  work->kids[n++] = grid->first;
  for (EspNodeIx i = first; i < end; i++)
    if (!esp_place_is_block (work->place[i]))
      work->kids[n++] = i;

  set_grid_box (work, grid);
  _esp_layout_tidy_row (work, node, work->kids, ESP_NODE_NONE, n);
  place_cells (work, grid);
}

static void
place_children (EspLayoutWork *work,
                EspNodeIx      node,
                const EspGrid *grid)
{
  EspNodeIx first = work->tree->first_child[node];
  guint32 end = first + work->tree->n_children[node];
  guint32 n_staff = esp_layout_count_staff (work->tree, work->place, node);

  if (n_staff > 0)
    place_staff (work, node, n_staff);

  first += n_staff;
  if ((work->mode[node] & MODE_ARRANGE) == ESP_ARRANGE_COLUMN)
    place_column (work, node, first, end);
  else if (grid != NULL)
    place_block (work, node, first, end, grid);
  else
    _esp_layout_tidy_row (work, node, NULL, first, end - first);
}

static inline void
init_box (EspLayoutWork *work,
          EspNodeIx      node)
{
  float half = work->size_along[node] / 2.0f;

  work->boxes[node] = (EspTidyBox){
    .bottom = work->deep[node] + work->size_deep[node] + work->input->gaps.level,
    .reach = { half, half },
    .next = { ESP_NODE_NONE, ESP_NODE_NONE },
    .end = { node, node },
  };
}

/* A leaf's box is made when its parent needs it, while it is at hand. */
static inline void
init_leaves (EspLayoutWork *work,
             EspNodeIx      first,
             guint32        end)
{
  for (EspNodeIx i = first; i < end; i++)
    if (work->tree->n_children[i] == 0)
      init_box (work, i);
}

/* Grids are in the order of the nodes that have them. */
static const EspGrid *
find_grid (const EspLayoutWork *work,
           EspNodeIx            node)
{
  EspNodeIx first = work->tree->first_child[node];
  guint low = 0;
  guint high;

  if ((work->mode[node] & MODE_GRID) == 0)
    return NULL;

  for (high = work->grids->len; high - low > 1;)
    {
      guint half = low + (high - low) / 2;

      if (g_array_index (work->grids, EspGrid, half).first < first + work->tree->n_children[node])
        low = half;
      else
        high = half;
    }
  return &g_array_index (work->grids, EspGrid, low);
}

/* All below @node is laid out. */
static inline void
place_node (EspLayoutWork *work,
            EspNodeIx      node)
{
  EspNodeIx first = work->tree->first_child[node];
  guint32 n = work->tree->n_children[node];

  init_box (work, node);
  init_leaves (work, first, first + n);
  if (work->is_plain)
    _esp_layout_tidy_row (work, node, NULL, first, n);
  else
    place_children (work, node, find_grid (work, node));
}

/* Lays out the tree of @root, which has children: children before parents, branch after branch, so that the outlines to
 * compare are still at hand. Needs no stack, since the next sibling is the next node. */
static gboolean
place_tree (EspLayoutWork *work,
            EspNodeIx      root)
{
  const EspTree *tree = work->tree;
  EspNodeIx node = root;
  EspNodeIx next = tree->first_child[root];
  guint n_placed = 0;

  for (;;)
    {
      guint32 end = tree->first_child[node] + tree->n_children[node];

      while (next < end && tree->n_children[next] == 0)
        next++;
      if (next < end)
        {
          node = next;
          next = tree->first_child[node];
          continue;
        }

      place_node (work, node);
      if (node == root)
        return TRUE;
      if (++n_placed % 4096 == 0 && esp_layout_work_is_cancelled (work))
        return FALSE;

      next = node + 1;
      node = tree->parent[node];
    }
}

/*< private >
 * _esp_layout_place_along:
 *
 * Fills work->along: for each node how far its trunk is from its parent's. Time: O(n).
 *
 * Returns: FALSE if cancelled
 */
gboolean
_esp_layout_place_along (EspLayoutWork *work)
{
  const EspTree *tree = work->tree;

  init_leaves (work, 0, tree->n_roots);
  for (EspNodeIx i = 0; i < tree->n_roots; i++)
    if (tree->n_children[i] > 0 && (esp_layout_work_is_cancelled (work) || !place_tree (work, i)))
      return FALSE;
  return TRUE;
}
