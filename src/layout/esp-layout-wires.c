/* esp-layout-wires.c — where the wires between a node and its children run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-layout"

#include "layout/esp-layout.h"

#include "layout/esp-layout-private.h"

#include <string.h>

/* Everything here is reckoned along and deep (see esp-layout-private.h) and turned into x and y when it is handed out. */
typedef struct
{
  const EspLayoutInput *input;
  const EspLayout      *layout;
  const EspTree        *tree;
  const EspGaps        *gaps;
  EspLayoutAxes         axes;
} Wires;

static inline EspPoint
to_world (const EspLayoutAxes *axes,
          double               along,
          double               deep)
{
  EspPoint point = { axes->is_turned ? deep : along, axes->is_turned ? along : deep };

  if (axes->flips_x)
    point.x = axes->width - point.x;
  if (axes->flips_y)
    point.y = axes->height - point.y;
  return point;
}

/* x of the result is along, y is deep. */
static inline EspRect
get_box (const Wires *wires,
         EspNodeIx    node)
{
  EspRect rect = esp_layout_get_rect (wires->input, wires->layout, node);

  if (wires->axes.flips_x)
    rect.x = wires->axes.width - rect.x - rect.width;
  if (wires->axes.flips_y)
    rect.y = wires->axes.height - rect.y - rect.height;

  return wires->axes.is_turned ? (EspRect){ rect.y, rect.x, rect.height, rect.width } : rect;
}

static inline double
get_trunk (const EspRect *box)
{
  return box->x + box->width / 2.0;
}

static inline double
get_middle (const EspRect *box)
{
  return box->y + box->height / 2.0;
}

static inline Wires
get_wires (const EspLayoutInput *input,
           const EspLayout      *layout)
{
  return (Wires){ input, layout, input->tree, &input->gaps, _esp_layout_get_axes (input, layout) };
}

/* The children that are not staff: [*first, *end). */
static guint32
get_line (const Wires *wires,
          EspNodeIx    node,
          EspNodeIx   *first,
          guint32     *end)
{
  guint32 n_staff = esp_layout_count_staff (wires->tree, wires->layout->place, node);

  *first = wires->tree->first_child[node] + n_staff;
  *end = wires->tree->first_child[node] + wires->tree->n_children[node];
  return n_staff;
}

static inline gboolean
is_column (guint8 place)
{
  return place == ESP_PLACE_COLUMN || place == ESP_PLACE_COLUMN_BACK;
}

/* Where the wire of a node in a column or a block comes from. */
static double
get_spine (const Wires   *wires,
           const EspRect *parent,
           EspNodeIx      node)
{
  double indent = MIN (wires->gaps->column_indent, parent->width) / 2.0;
  EspRect box;

  switch (wires->layout->place[node])
    {
    case ESP_PLACE_COLUMN:
      return parent->x + indent;
    case ESP_PLACE_COLUMN_BACK:
      return parent->x + parent->width - indent;
    case ESP_PLACE_BLOCK_BEFORE:
      box = get_box (wires, node);
      return box.x - wires->gaps->block_gap / 2.0;
    default:
      box = get_box (wires, node);
      return box.x + box.width + wires->gaps->block_gap / 2.0;
    }
}

/* Where a wire that comes from its side reaches a box. */
static double
get_near_edge (const Wires   *wires,
               EspNodeIx      node,
               const EspRect *box)
{
  switch (wires->layout->place[node])
    {
    case ESP_PLACE_COLUMN_BACK:
    case ESP_PLACE_BLOCK_AFTER:
    case ESP_PLACE_STAFF_START:
      return box->x + box->width;
    default:
      return box->x;
    }
}

/* The last cell of the first row of a grid without other siblings: cells are in rows, so halving finds it. */
static EspNodeIx
find_last_column (const Wires *wires,
                  EspNodeIx    first,
                  guint32      end)
{
  EspRect box = get_box (wires, first);
  EspNodeIx low = first;

  while (end - low > 1)
    {
      EspNodeIx half = low + (end - low) / 2;

      if (get_box (wires, half).y > get_middle (&box))
        end = half;
      else
        low = half;
    }
  return low;
}

static double
get_attachment (const Wires   *wires,
                const EspRect *parent,
                EspNodeIx      node)
{
  EspRect box = get_box (wires, node);

  return esp_place_is_block (wires->layout->place[node]) ? get_spine (wires, parent, node) : get_trunk (&box);
}

static const guint8 *
find_cell (const guint8 *places,
           gsize         n)
{
  const guint8 *before = memchr (places, ESP_PLACE_BLOCK_BEFORE, n);
  const guint8 *after = memchr (places, ESP_PLACE_BLOCK_AFTER, n);

  return before == NULL || (after != NULL && after < before) ? after : before;
}

/* From where to where the wire runs which the children of a row, or the columns of a block, hang from. A grid comes before
 * the row, whatever the order of leaves and others. */
static void
get_bus (const Wires   *wires,
         const EspRect *parent,
         EspNodeIx      first,
         guint32        end,
         double        *from,
         double        *to)
{
  const guint8 *place = wires->layout->place;
  const guint8 *cell = find_cell (place + first, end - first);
  const guint8 *row = memrchr (place + first, ESP_PLACE_ROW, end - first);
  EspNodeIx head = cell != NULL ? cell - place : first;
  EspNodeIx tail = row != NULL ? row - place : find_last_column (wires, first, end);

  *from = MIN (get_trunk (parent), get_attachment (wires, parent, head));
  *to = MAX (get_trunk (parent), get_attachment (wires, parent, tail));
}

static void
add_segment (const Wires *wires,
             GArray      *segments,
             double       from_along,
             double       from_deep,
             double       to_along,
             double       to_deep)
{
  EspSegment segment = {
    to_world (&wires->axes, from_along, from_deep),
    to_world (&wires->axes, to_along, to_deep),
  };

  g_array_append_val (segments, segment);
}

static void
add_column (const Wires   *wires,
            const EspRect *box,
            gboolean       has_staff,
            EspNodeIx      first,
            guint32        end,
            GArray        *segments)
{
  EspRect last = get_box (wires, end - 1);
  double spine = get_spine (wires, box, first);
  double start = box->y + box->height;

  if (has_staff)
    {
      start = get_box (wires, first).y - wires->gaps->level / 2.0;
      add_segment (wires, segments, get_trunk (box), box->y + box->height, get_trunk (box), start);
      add_segment (wires, segments, get_trunk (box), start, spine, start);
    }
  add_segment (wires, segments, spine, start, spine, get_middle (&last));
}

/* How deep the wires along the columns of a grid go: the lowest of the last row. */
static double
get_lowest_middle (const Wires *wires,
                   EspNodeIx    first,
                   guint32      end)
{
  const guint8 *place = wires->layout->place;
  double lowest = 0.0;
  double top = -1.0;

  for (EspNodeIx i = end; i-- > first;)
    if (esp_place_is_block (place[i]))
      {
        EspRect box = get_box (wires, i);

        if (top >= 0.0 && box.y != top)
          break;
        top = box.y;
        lowest = MAX (lowest, get_middle (&box));
      }
  return lowest;
}

/* The cells of a grid in their order, where other children stand between them; NULL where they follow one another. */
static EspNodeIx *
list_cells (const Wires *wires,
            EspNodeIx    first,
            guint32      end,
            guint32     *n)
{
  const guint8 *place = wires->layout->place;
  EspNodeIx *cells;

  *n = end - first;
  if (memchr (place + first, ESP_PLACE_ROW, end - first) == NULL)
    return NULL;

  cells = g_new (EspNodeIx, *n);
  *n = 0;
  for (EspNodeIx i = first; i < end; i++)
    if (esp_place_is_block (place[i]))
      cells[(*n)++] = i;
  return cells;
}

static guint32
count_columns (const Wires     *wires,
               EspNodeIx        first,
               guint32          end,
               const EspNodeIx *cells,
               guint32          n)
{
  double top;
  guint32 n_columns = 1;

  if (cells == NULL)
    return find_last_column (wires, first, end) - first + 1;

  top = get_box (wires, cells[0]).y;
  while (n_columns < n && get_box (wires, cells[n_columns]).y == top)
    n_columns++;
  return n_columns;
}

/* The wires along the columns of a grid, from the bus to their lowest cell: one for each two columns that share it. */
static void
add_spines (const Wires   *wires,
            const EspRect *parent,
            double         bus,
            EspNodeIx      first,
            guint32        end,
            GArray        *segments)
{
  guint32 n;
  g_autofree EspNodeIx *cells = list_cells (wires, first, end, &n);
  guint32 n_columns = n > 0 ? count_columns (wires, first, end, cells, n) : 0;
  guint32 last_row = n > 0 ? (n - 1) / n_columns : 0;
  guint32 n_last = n - last_row * n_columns;

  for (guint32 column = 0; column < n_columns; column += 2)
    {
      guint32 row = column < n_last ? last_row : last_row - 1;
      guint32 n_sharing = MIN (2, MIN (n_columns - column, n - row * n_columns - column));
      double spine = 0.0;
      double bottom = bus;

      for (guint32 i = 0; i < n_sharing; i++)
        {
          guint32 ordinal = row * n_columns + column + i;
          EspNodeIx cell = cells != NULL ? cells[ordinal] : first + ordinal;
          EspRect box = get_box (wires, cell);

          spine = get_spine (wires, parent, cell);
          bottom = MAX (bottom, get_middle (&box));
        }
      add_segment (wires, segments, spine, bus, spine, bottom);
    }
}

static void
add_row (const Wires   *wires,
         const EspRect *box,
         EspNodeIx      first,
         guint32        end,
         GArray        *segments)
{
  double bus = get_box (wires, first).y - wires->gaps->level / 2.0;
  double from, to;

  get_bus (wires, box, first, end, &from, &to);
  add_segment (wires, segments, get_trunk (box), box->y + box->height, get_trunk (box), bus);
  if (from < to)
    add_segment (wires, segments, from, bus, to, bus);
  if (find_cell (wires->layout->place + first, end - first) != NULL)
    add_spines (wires, box, bus, first, end, segments);
}

/**
 * esp_layout_add_trunk:
 * @input: what was laid out
 * @self: the layout
 * @node: a parent
 * @segments: (element-type EspSegment): horizontal and vertical segments are appended, in world px: up to three, and in a
 *   block one for each two columns after them
 *
 * Says where the wires of @node run that several of its children share: the trunk down from its edge, the bus over its row or
 * to the columns of its block, the spine along each column. The rest is each child's esp_layout_get_stub().
 *
 * Time: O(log n + columns), and a look at one byte for each child; O(children) if a block has others between its cells.
 *
 * Returns: how many were appended; 0 for a leaf
 */
guint
esp_layout_add_trunk (const EspLayoutInput *input,
                      const EspLayout      *self,
                      EspNodeIx             node,
                      GArray               *segments)
{
  guint n_before = segments->len;
  Wires wires = get_wires (input, self);
  EspNodeIx first;
  guint32 end;
  guint32 n_staff;
  EspRect box;

  g_return_val_if_fail (node < self->n, 0);

  if (input->tree->n_children[node] == 0)
    return 0;

  n_staff = get_line (&wires, node, &first, &end);
  box = get_box (&wires, node);
  if (is_column (self->place[first]))
    add_column (&wires, &box, n_staff > 0, first, end, segments);
  else
    add_row (&wires, &box, first, end, segments);
  return segments->len - n_before;
}

/**
 * esp_layout_get_stub:
 * @input: what was laid out
 * @self: the layout
 * @node: a child
 * @points: (out caller-allocates): its bends in world px, from the shared wires to its box
 *
 * Says where the piece of wire runs that only @node needs.
 *
 * Time: O(log n).
 *
 * Returns: how many points, 2; 0 for a root
 */
guint
esp_layout_get_stub (const EspLayoutInput *input,
                     const EspLayout      *self,
                     EspNodeIx             node,
                     EspPoint              points[ESP_LAYOUT_MAX_STUB])
{
  Wires wires = get_wires (input, self);
  EspPoint route[ESP_LAYOUT_MAX_ROUTE];
  guint n = esp_layout_get_route (input, self, node, route);

  if (n == 0)
    return 0;
  if (self->place[node] == ESP_PLACE_ROW)
    {
      EspRect box = get_box (&wires, node);

      points[0] = to_world (&wires.axes, get_trunk (&box), box.y - wires.gaps->level / 2.0);
      points[1] = route[n - 1];
      return 2;
    }

  points[0] = route[n - 2];
  points[1] = route[n - 1];
  return 2;
}

/**
 * esp_layout_get_route:
 * @input: what was laid out
 * @self: the layout
 * @node: a child
 * @points: (out caller-allocates): the bends in world px, from the parent's edge to the child's
 *
 * Says how the wire gets from the parent of @node to @node. All pieces are horizontal or vertical.
 *
 * Time: O(log n).
 *
 * Returns: how many points, at least 2; 0 for a root
 */
guint
esp_layout_get_route (const EspLayoutInput *input,
                      const EspLayout      *self,
                      EspNodeIx             node,
                      EspPoint              points[ESP_LAYOUT_MAX_ROUTE])
{
  Wires wires = get_wires (input, self);
  EspNodeIx parent;
  EspRect from, to;
  guint8 place;
  double trunk, edge, bus, end;
  EspNodeIx first;
  guint32 line_end;
  gboolean has_staff;
  guint n = 0;

  g_return_val_if_fail (node < self->n, 0);

  parent = input->tree->parent[node];
  if (parent == ESP_NODE_NONE)
    return 0;

  from = get_box (&wires, parent);
  to = get_box (&wires, node);
  place = self->place[node];
  has_staff = get_line (&wires, parent, &first, &line_end) > 0;
  trunk = get_trunk (&from);
  edge = from.y + from.height;
  bus = get_box (&wires, first).y - wires.gaps->level / 2.0;
  end = place == ESP_PLACE_ROW ? get_trunk (&to) : get_near_edge (&wires, node, &to);

  if (is_column (place) && !has_staff)
    trunk = get_spine (&wires, &from, node);
  points[n++] = to_world (&wires.axes, trunk, edge);

  if (place == ESP_PLACE_ROW && trunk != end)
    {
      points[n++] = to_world (&wires.axes, trunk, bus);
      points[n++] = to_world (&wires.axes, end, bus);
    }
  else if (esp_place_is_block (place) || (is_column (place) && has_staff))
    {
      points[n++] = to_world (&wires.axes, trunk, bus);
      trunk = get_spine (&wires, &from, node);
      points[n++] = to_world (&wires.axes, trunk, bus);
    }

  if (place == ESP_PLACE_ROW)
    points[n++] = to_world (&wires.axes, end, to.y);
  else
    {
      points[n++] = to_world (&wires.axes, trunk, get_middle (&to));
      points[n++] = to_world (&wires.axes, end, get_middle (&to));
    }
  return n;
}

/*< private >
 * _esp_layout_get_zone:
 *
 * Returns: a rectangle around a box, its stub and its trunk, in world px
 */
EspRect
_esp_layout_get_zone (const EspLayoutInput *input,
                      const EspLayout      *layout,
                      const EspLayoutAxes  *axes,
                      EspNodeIx             node)
{
  Wires wires = { input, layout, input->tree, &input->gaps, *axes };
  EspRect box = get_box (&wires, node);
  double from = box.x;
  double to = box.x + box.width;
  double end = box.y + box.height;
  double start = box.y;
  EspPoint a, b;

  if (input->tree->n_children[node] > 0)
    {
      EspNodeIx first;
      guint32 line_end;

      get_line (&wires, node, &first, &line_end);
      if (is_column (layout->place[first]))
        end = get_box (&wires, line_end - 1).y + get_box (&wires, line_end - 1).height / 2.0;
      else
        {
          double bus_from, bus_to;

          get_bus (&wires, &box, first, line_end, &bus_from, &bus_to);
          from = MIN (from, bus_from);
          to = MAX (to, bus_to);
          end = get_box (&wires, first).y - wires.gaps->level / 2.0;
          if (find_cell (layout->place + first, line_end - first) != NULL)
            end = MAX (end, get_lowest_middle (&wires, first, line_end));
        }
    }

  if (layout->place[node] == ESP_PLACE_ROW)
    start -= wires.gaps->level / 2.0;
  else if (input->tree->parent[node] != ESP_NODE_NONE)
    {
      EspRect parent = get_box (&wires, input->tree->parent[node]);
      double at = layout->place[node] >= ESP_PLACE_STAFF_END ? get_trunk (&parent) : get_spine (&wires, &parent, node);

      from = MIN (from, at);
      to = MAX (to, at);
    }

  a = to_world (axes, from, start);
  b = to_world (axes, to, end);
  return (EspRect){ MIN (a.x, b.x), MIN (a.y, b.y), fabs (b.x - a.x), fabs (b.y - a.y) };
}
