/* esp-layout-depth.c — how far from the roots each node stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-layout"

#include "layout/esp-layout-private.h"

/* From a parent, with its staff, to the first of its column. */
static inline double
get_column_top (const EspLayoutWork *work,
                EspNodeIx            node,
                guint32              n_staff)
{
  guint8 place = work->place[node];

  return n_staff > 0 || place == ESP_PLACE_ROOT || place == ESP_PLACE_ROW ? work->input->gaps.level
                                                                           : work->input->gaps.column_top;
}

static double
get_grid_depth (const EspLayoutWork *work,
                const EspGrid       *grid)
{
  guint32 n_rows = (grid->n - 1) / grid->n_columns + 1;

  return n_rows * grid->cell_deep + (n_rows - 1) * work->input->gaps.block_gap;
}

/*< private >
 * _esp_layout_staff_depth:
 *
 * Returns: from a node's edge to the end of its staff and all below it; 0 if it has none
 */
double
_esp_layout_staff_depth (const EspLayoutWork *work,
                         EspNodeIx            node,
                         guint32              n_staff)
{
  const double *branch = work->along + work->tree->first_child[node];
  double depth = 0.0;

  for (guint32 i = 0; i < n_staff; i += 2)
    depth += work->input->gaps.staff_row + (i + 1 < n_staff ? MAX (branch[i], branch[i + 1]) : branch[i]);

  return depth;
}

static double
measure_branch (const EspLayoutWork *work,
                EspNodeIx            node,
                const EspGrid       *grid)
{
  const EspGaps *gaps = &work->input->gaps;
  EspNodeIx first = work->tree->first_child[node];
  guint32 end = first + work->tree->n_children[node];
  guint32 n_staff = esp_layout_count_staff (work->tree, work->place, node);
  double depth = work->size_deep[node] + _esp_layout_staff_depth (work, node, n_staff);
  double deepest = 0.0;

  first += n_staff;
  if (first == end)
    return depth;

  if ((work->mode[node] & MODE_ARRANGE) == ESP_ARRANGE_COLUMN)
    {
      depth += get_column_top (work, node, n_staff) + (end - first - 1) * gaps->column_gap;
      for (EspNodeIx i = first; i < end; i++)
        depth += work->along[i];
      return depth;
    }

  if (grid != NULL)
    deepest = get_grid_depth (work, grid);
  for (EspNodeIx i = first; i < end; i++)
    deepest = MAX (deepest, work->along[i]);
  return depth + gaps->level + deepest;
}

/*< private >
 * _esp_layout_measure_depths:
 *
 * Leaves in work->along how deep each branch is, its root included. Not needed if plain. Time: O(n).
 */
void
_esp_layout_measure_depths (EspLayoutWork *work)
{
  guint grid = work->grids->len;

  for (EspNodeIx i = work->tree->n; i-- > 0;)
    {
      gboolean has_grid = (work->mode[i] & MODE_GRID) != 0;

      work->along[i] = measure_branch (work, i, has_grid ? &g_array_index (work->grids, EspGrid, --grid) : NULL);
    }
}

/* Returns where the staff of @node end, or its own box if it has none. */
static double
place_staff (EspLayoutWork *work,
             EspNodeIx      node,
             guint32        n_staff)
{
  EspNodeIx first = work->tree->first_child[node];
  const double *branch = work->along + first;
  double end = work->deep[node] + work->size_deep[node];

  for (guint32 i = 0; i < n_staff; i++)
    {
      double row = i % 2 == 0 ? end + work->input->gaps.staff_row : work->deep[first + i - 1];

      work->deep[first + i] = row;
      end = MAX (end, row + branch[i]);
    }
  return end;
}

static void
place_grid (EspLayoutWork *work,
            const EspGrid *grid,
            double         deep)
{
  guint32 column = 0;

  for (EspNodeIx i = grid->first, n = 0; n < grid->n; i++)
    if (esp_place_is_block (work->place[i]))
      {
        work->deep[i] = deep;
        n++;
        if (++column == grid->n_columns)
          {
            column = 0;
            deep += grid->cell_deep + work->input->gaps.block_gap;
          }
      }
}

static void
place_children (EspLayoutWork *work,
                EspNodeIx      node,
                const EspGrid *grid)
{
  const EspGaps *gaps = &work->input->gaps;
  EspNodeIx first = work->tree->first_child[node];
  guint32 end = first + work->tree->n_children[node];
  guint32 n_staff = esp_layout_count_staff (work->tree, work->place, node);
  double deep = place_staff (work, node, n_staff);

  first += n_staff;
  if ((work->mode[node] & MODE_ARRANGE) == ESP_ARRANGE_COLUMN)
    {
      deep += get_column_top (work, node, n_staff);
      for (EspNodeIx i = first; i < end; i++)
        {
          work->deep[i] = deep;
          deep += work->along[i] + gaps->column_gap;
        }
      return;
    }

  for (EspNodeIx i = first; i < end; i++)
    work->deep[i] = deep + gaps->level;
  if (grid != NULL)
    place_grid (work, grid, deep + gaps->level);
}

/*< private >
 * _esp_layout_place_deep:
 *
 * Fills work->deep, each tree from 0. Time: O(n).
 */
void
_esp_layout_place_deep (EspLayoutWork *work)
{
  const EspTree *tree = work->tree;
  guint grid = 0;

  for (EspNodeIx i = 0; i < tree->n_roots; i++)
    work->deep[i] = 0.0;

  if (work->is_plain)
    {
      double level = work->input->gaps.level;

      for (EspNodeIx i = tree->n_roots; i < tree->n; i++)
        work->deep[i] = work->deep[tree->parent[i]] + work->size_deep[tree->parent[i]] + level;
      return;
    }

  for (EspNodeIx i = 0; i < tree->n; i++)
    if (tree->n_children[i] > 0)
      {
        gboolean has_grid = (work->mode[i] & MODE_GRID) != 0;

        place_children (work, i, has_grid ? &g_array_index (work->grids, EspGrid, grid++) : NULL);
      }
}
