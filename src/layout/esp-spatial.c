/* esp-spatial.c — the spatial index: how it is made, and what is within a rectangle
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-layout"

#include "layout/esp-spatial.h"

#include "layout/esp-layout-private.h"
#include "layout/esp-spatial-private.h"

static inline void
add_to_cell (EspSpatialCell *cell,
             gboolean        is_first,
             const EspRect  *boxes,
             const EspRect  *wires,
             double          most)
{
  cell->boxes = is_first ? *boxes : esp_rect_union (&cell->boxes, boxes);
  cell->wires = is_first ? *wires : esp_rect_union (&cell->wires, wires);
  cell->most = is_first ? most : MAX (cell->most, most);
}

static void
fill_lowest (EspSpatial *self)
{
  EspLayoutAxes axes = _esp_layout_get_axes (self->input, self->layout);

  for (EspNodeIx i = 0; i < self->layout->n; i++)
    {
      EspRect box = esp_spatial_get_box (self, i);
      EspRect zone = _esp_layout_get_zone (self->input, self->layout, &axes, i);

      add_to_cell (&self->cells[0][i / ESP_SPATIAL_FAN], i % ESP_SPATIAL_FAN == 0, &box, &zone, MAX (zone.width, zone.height));
    }
}

static void
fill_level (EspSpatial *self,
            guint       level)
{
  for (guint32 i = 0; i < self->n_cells[level - 1]; i++)
    {
      const EspSpatialCell *cell = &self->cells[level - 1][i];

      add_to_cell (&self->cells[level][i / ESP_SPATIAL_FAN], i % ESP_SPATIAL_FAN == 0, &cell->boxes, &cell->wires, cell->most);
    }
}

/**
 * esp_spatial_new:
 * @input: what was laid out
 * @layout: the layout
 *
 * Makes an index. Both arguments are borrowed and must neither change nor go while it is used.
 *
 * Time: O(n).
 *
 * Returns: (transfer full): the index
 */
EspSpatial *
esp_spatial_new (const EspLayoutInput *input,
                 const EspLayout      *layout)
{
  EspSpatial *self;
  gsize n_all = 0;
  guint32 n;

  g_return_val_if_fail (input != NULL && layout != NULL, NULL);
  g_return_val_if_fail (input->tree->n == layout->n, NULL);

  self = g_new0 (EspSpatial, 1);
  self->input = input;
  self->layout = layout;
  for (n = layout->n; n > 0; n = n > 1 ? n : 0)
    {
      n = (n - 1) / ESP_SPATIAL_FAN + 1;
      self->n_cells[self->n_levels++] = n;
      n_all += n;
    }

  self->cells[0] = g_new (EspSpatialCell, n_all);
  for (guint level = 1; level < self->n_levels; level++)
    self->cells[level] = self->cells[level - 1] + self->n_cells[level - 1];

  fill_lowest (self);
  for (guint level = 1; level < self->n_levels; level++)
    fill_level (self, level);
  return self;
}

/**
 * esp_spatial_free:
 * @self: (nullable): an index
 *
 * Frees the index, not what it was made of.
 */
void
esp_spatial_free (EspSpatial *self)
{
  if (self == NULL)
    return;

  g_free (self->cells[0]);
  g_free (self);
}

/**
 * esp_spatial_get_size:
 * @self: an index
 *
 * Returns: how many bytes it takes
 */
gsize
esp_spatial_get_size (const EspSpatial *self)
{
  gsize n = 0;

  for (guint level = 0; level < self->n_levels; level++)
    n += self->n_cells[level];
  return sizeof *self + n * sizeof (EspSpatialCell);
}

static inline EspSpatialSpot
get_top (const EspSpatial *self)
{
  return (EspSpatialSpot){ self->n_levels, 0 };
}

/* Adds an item, or lets the last one grow by it: neighbours that are small together are one. */
static void
add_item (GArray               *items,
          guint                 n_before,
          const EspSpatialItem *item,
          double                min_size)
{
  EspSpatialItem *last = items->len > n_before ? &g_array_index (items, EspSpatialItem, items->len - 1) : NULL;

  if (last != NULL && last->first + last->count == item->first)
    {
      EspRect both = esp_rect_union (&last->bounds, &item->bounds);

      if (both.width < min_size && both.height < min_size)
        {
          last->bounds = both;
          last->count += item->count;
          return;
        }
    }
  g_array_append_vals (items, item, 1);
}

static void
add_spot (const EspSpatial *self,
          EspSpatialSpot    spot,
          const EspRect    *bounds,
          double            min_size,
          guint             n_before,
          GArray           *items)
{
  guint64 n = 1;
  EspSpatialItem item;

  for (guint level = 0; level < spot.level; level++)
    n *= ESP_SPATIAL_FAN;
  item = (EspSpatialItem){ spot.ix * n, MIN (n, self->layout->n - spot.ix * n), *bounds };
  add_item (items, n_before, &item, min_size);
}

guint
_esp_spatial_walk (const EspSpatial *self,
                   const EspRect    *world,
                   double            min_size,
                   GArray           *items,
                   guint            *n_visits)
{
  EspSpatialSpot stack[ESP_SPATIAL_MAX_STACK];
  guint n_before = items->len;
  guint n = 0;

  if (self->n_levels > 0)
    stack[n++] = get_top (self);

  while (n > 0)
    {
      EspSpatialSpot spot = stack[--n];
      EspRect bounds = esp_spatial_get_bounds (self, spot);
      guint32 first, n_inside;

      ++*n_visits;
      if (!esp_rect_overlaps (&bounds, world))
        continue;

      if (spot.level == 0 || (bounds.width < min_size && bounds.height < min_size))
        {
          add_spot (self, spot, &bounds, min_size, n_before, items);
          continue;
        }

      n_inside = esp_spatial_get_fan (self, spot, &first);
      while (n_inside-- > 0)
        stack[n++] = (EspSpatialSpot){ spot.level - 1, first + n_inside };
    }
  return items->len - n_before;
}

/**
 * esp_spatial_query:
 * @self: an index
 * @world: a rectangle in world px
 * @min_size: in world px: neighbours that are smaller together, in width and in height, become one item; 0 for single boxes
 * @items: (element-type EspSpatialItem): items are appended, in the order of the tree, none twice
 *
 * Finds the boxes that overlap @world. In a run, those that do not may be counted in. With @min_size of four device pixels
 * the number of items depends on the size of @world on the screen, whatever the forest.
 *
 * Time: O(items × log n). Threads: any. Errors: none.
 *
 * Returns: how many items were appended
 */
guint
esp_spatial_query (const EspSpatial *self,
                   const EspRect    *world,
                   double            min_size,
                   GArray           *items)
{
  guint n_visits = 0;

  g_return_val_if_fail (self != NULL && world != NULL && items != NULL, 0);

  return _esp_spatial_walk (self, world, min_size, items, &n_visits);
}

/* One step down from every cell that is in view and large enough; FALSE, and @next is not whole, if that gives more than @max. */
static gboolean
refine (const EspSpatial *self,
        const EspRect    *world,
        double            min_size,
        guint             max,
        const GArray     *spots,
        GArray           *next,
        gboolean         *is_done)
{
  *is_done = TRUE;
  g_array_set_size (next, 0);
  for (guint i = 0; i < spots->len; i++)
    {
      EspSpatialSpot spot = g_array_index (spots, EspSpatialSpot, i);
      EspRect bounds = esp_spatial_get_bounds (self, spot);
      guint32 first, n_inside;

      if (spot.level == 0 || (bounds.width < min_size && bounds.height < min_size))
        {
          g_array_append_val (next, spot);
          continue;
        }
      n_inside = esp_spatial_get_fan (self, spot, &first);
      for (guint32 k = 0; k < n_inside; k++)
        {
          EspSpatialSpot inner = { spot.level - 1, first + k };
          EspRect inner_bounds = esp_spatial_get_bounds (self, inner);

          if (esp_rect_overlaps (&inner_bounds, world))
            g_array_append_val (next, inner);
        }
      *is_done = FALSE;
      if (next->len > max)
        return FALSE;
    }
  return TRUE;
}

/**
 * esp_spatial_query_at_most:
 * @self: an index
 * @world: a rectangle in world px
 * @min_size: as in esp_spatial_query()
 * @max: at most about so many items, at least 16
 * @items: (element-type EspSpatialItem): items are appended, in the order of the tree, none twice
 *
 * As esp_spatial_query(), but where boxes stand so densely that there would be more than @max items, larger runs become one.
 *
 * Time: O(max × log n). Threads: any. Errors: none.
 *
 * Returns: how many were appended
 */
guint
esp_spatial_query_at_most (const EspSpatial *self,
                           const EspRect    *world,
                           double            min_size,
                           guint             max,
                           GArray           *items)
{
  g_autoptr (GArray) spots = NULL;
  g_autoptr (GArray) next = NULL;
  gboolean is_done = FALSE;
  guint n_before;
  EspSpatialSpot top;

  g_return_val_if_fail (self != NULL && world != NULL && items != NULL, 0);

  if (self->n_levels == 0)
    return 0;

  n_before = items->len;
  top = get_top (self);
  spots = g_array_new (FALSE, FALSE, sizeof (EspSpatialSpot));
  next = g_array_new (FALSE, FALSE, sizeof (EspSpatialSpot));
  g_array_append_val (spots, top);
  while (!is_done && refine (self, world, min_size, max, spots, next, &is_done))
    {
      GArray *swap = spots;

      spots = next;
      next = swap;
    }

  for (guint i = 0; i < spots->len; i++)
    {
      EspSpatialSpot spot = g_array_index (spots, EspSpatialSpot, i);
      EspRect bounds = esp_spatial_get_bounds (self, spot);

      if (esp_rect_overlaps (&bounds, world))
        add_spot (self, spot, &bounds, min_size, n_before, items);
    }
  return items->len - n_before;
}

/**
 * esp_spatial_query_wires:
 * @self: an index
 * @world: a rectangle in world px
 * @min_size: in world px: wires of a node which, with its box, take less than this in width and in height are left out
 * @nodes: (element-type guint32): nodes are appended, ascending, none twice
 *
 * Finds the nodes whose own wires may cross @world: ask esp_layout_add_trunk() and esp_layout_get_stub() for each. Nodes
 * without wires may be among them.
 *
 * Time: O(nodes × log n). Threads: any. Errors: none.
 *
 * Returns: how many nodes were appended
 */
guint
esp_spatial_query_wires (const EspSpatial *self,
                         const EspRect    *world,
                         double            min_size,
                         GArray           *nodes)
{
  EspLayoutAxes axes = _esp_layout_get_axes (self->input, self->layout);
  EspSpatialSpot stack[ESP_SPATIAL_MAX_STACK];
  guint n_before = nodes->len;
  guint n = 0;

  if (self->n_levels > 0)
    stack[n++] = get_top (self);

  while (n > 0)
    {
      EspSpatialSpot spot = stack[--n];
      guint32 first, n_inside;

      if (spot.level == 0)
        {
          EspRect zone = _esp_layout_get_zone (self->input, self->layout, &axes, spot.ix);

          if (MAX (zone.width, zone.height) >= min_size && esp_rect_overlaps (&zone, world))
            g_array_append_val (nodes, spot.ix);
          continue;
        }

      if (self->cells[spot.level - 1][spot.ix].most < min_size
          || !esp_rect_overlaps (&self->cells[spot.level - 1][spot.ix].wires, world))
        continue;

      n_inside = esp_spatial_get_fan (self, spot, &first);
      while (n_inside-- > 0)
        stack[n++] = (EspSpatialSpot){ spot.level - 1, first + n_inside };
    }
  return nodes->len - n_before;
}
