/* esp-layout-places.c — which node stands in a row, a column, a grid, or as staff
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-layout"

#include "layout/esp-layout-private.h"

static inline guint8
get_flags (const EspLayoutWork *work,
           EspNodeIx            node)
{
  return work->input->flags != NULL ? work->input->flags[node] : 0;
}

/* What hangs below @node: as its own flags say, else as @inherited. */
static inline guint8
get_arrange (const EspLayoutWork *work,
             EspNodeIx            node,
             guint8               inherited)
{
  guint8 own = get_flags (work, node) & ESP_LAYOUT_ARRANGE_MASK;

  return own != 0 ? (own >> 1) - 1 : inherited;
}

static gboolean
is_plain (const EspLayoutWork *work)
{
  if (work->input->arrange != ESP_ARRANGE_ROW)
    return FALSE;

  for (guint32 i = 0; i < work->tree->n && work->input->flags != NULL; i++)
    {
      guint8 flags = work->input->flags[i];

      if ((flags & ESP_LAYOUT_STAFF) != 0 || (flags & ESP_LAYOUT_ARRANGE_MASK) > ESP_LAYOUT_ARRANGE (ESP_ARRANGE_ROW))
        return FALSE;
    }

  return TRUE;
}

/*< private >
 * _esp_layout_measure_cells:
 * @place: only nodes of this place
 * @aspect: size along by size deep that the grid should have
 *
 * Returns: the grid for the nodes of @place in [@first, @end)
 */
EspGrid
_esp_layout_measure_cells (const EspLayoutWork *work,
                           EspNodeIx            first,
                           guint32              end,
                           guint8               place,
                           double               aspect)
{
  EspGrid grid = { ESP_NODE_NONE, 0, 0, 0.0, 0.0 };
  double gap = work->input->gaps.block_gap;
  double columns;
  guint32 n_rows;

  for (EspNodeIx i = first; i < end; i++)
    if (work->place[i] == place)
      {
        if (grid.n++ == 0)
          grid.first = i;
        grid.cell_along = MAX (grid.cell_along, work->size_along[i]);
        grid.cell_deep = MAX (grid.cell_deep, work->size_deep[i]);
      }
  if (grid.n == 0)
    return grid;

  columns = round (sqrt (grid.n * aspect * (grid.cell_deep + gap) / (grid.cell_along + gap)));
  grid.n_columns = CLAMP (columns, 1.0, grid.n);
  n_rows = (grid.n - 1) / grid.n_columns + 1;
  grid.n_columns = (grid.n - 1) / n_rows + 1;
  return grid;
}

static guint32
assign_staff (EspLayoutWork *work,
              EspNodeIx      node)
{
  EspNodeIx first = work->tree->first_child[node];
  guint32 n = work->tree->n_children[node];
  guint32 n_staff = 0;

  if ((work->mode[node] & MODE_BELOW_STAFF) != 0)
    return 0;

  while (n_staff < n && (get_flags (work, first + n_staff) & ESP_LAYOUT_STAFF) != 0)
    n_staff++;
  if (n_staff == n)
    return 0;

  for (guint32 i = 0; i < n_staff; i++)
    {
      gboolean is_back = i % 2 == 1;

      work->place[first + i] = is_back ? ESP_PLACE_STAFF_START : ESP_PLACE_STAFF_END;
      work->mode[first + i] = ESP_ARRANGE_COLUMN | MODE_BELOW_STAFF | (is_back ? MODE_BACK : 0);
    }
  return n_staff;
}

/* Puts the leaves among [@first, @end) in a grid, if they are two or more. */
static void
assign_block (EspLayoutWork *work,
              EspNodeIx      node,
              EspNodeIx      first,
              guint32        end)
{
  const guint32 *n_children = work->tree->n_children;
  EspGrid grid;
  guint32 n_leaves = 0;
  guint32 column = 0;

  for (EspNodeIx i = first; i < end; i++)
    n_leaves += n_children[i] == 0;
  if (n_leaves < 2)
    return;

  for (EspNodeIx i = first; i < end; i++)
    if (n_children[i] == 0)
      work->place[i] = ESP_PLACE_BLOCK_BEFORE;
  grid = _esp_layout_measure_cells (work, first, end, ESP_PLACE_BLOCK_BEFORE, 1.0);

  /* Two columns share the wire between them; a last one without a partner has one of its own. */
  for (EspNodeIx i = grid.first; i < end; i++)
    if (n_children[i] == 0)
      {
        if (column % 2 == 0 && column + 1 < grid.n_columns)
          work->place[i] = ESP_PLACE_BLOCK_AFTER;
        if (++column == grid.n_columns)
          column = 0;
      }

  g_array_append_val (work->grids, grid);
  work->mode[node] |= MODE_GRID;
}

static void
assign_children (EspLayoutWork *work,
                 EspNodeIx      node)
{
  EspNodeIx first = work->tree->first_child[node];
  guint32 end = first + work->tree->n_children[node];
  guint8 mode = work->mode[node];
  guint8 place = ESP_PLACE_ROW;

  first += assign_staff (work, node);
  if ((mode & MODE_ARRANGE) == ESP_ARRANGE_COLUMN)
    place = (mode & MODE_BACK) != 0 ? ESP_PLACE_COLUMN_BACK : ESP_PLACE_COLUMN;

  for (EspNodeIx i = first; i < end; i++)
    {
      work->place[i] = place;
      work->mode[i] = (mode & MODE_BELOW_STAFF) != 0 ? mode : get_arrange (work, i, mode & MODE_ARRANGE);
    }
  if ((mode & MODE_ARRANGE) == ESP_ARRANGE_BLOCK)
    assign_block (work, node, first, end);
}

/*< private >
 * _esp_layout_assign_places:
 *
 * Says of each node how it stands (place) and how what is below it does (mode), and makes the grids. Time: O(n).
 */
void
_esp_layout_assign_places (EspLayoutWork *work)
{
  const EspTree *tree = work->tree;

  memset (work->place, ESP_PLACE_ROOT, tree->n_roots);
  work->is_plain = is_plain (work);
  if (work->is_plain)
    {
      memset (work->place + tree->n_roots, ESP_PLACE_ROW, tree->n - tree->n_roots);
      return;
    }

  work->mode = g_new (guint8, tree->n);
  work->grids = g_array_new (FALSE, FALSE, sizeof (EspGrid));
  for (EspNodeIx i = 0; i < tree->n_roots; i++)
    work->mode[i] = get_arrange (work, i, work->input->arrange);
  for (EspNodeIx i = 0; i < tree->n; i++)
    if (tree->n_children[i] > 0)
      assign_children (work, i);
}
