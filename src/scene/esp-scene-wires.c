/* esp-scene-wires.c — the solid lines as strokes, with bends where two pieces meet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-scene"

#include "scene/esp-scene-private.h"

#include <math.h>

/* Trunk, bus, and the first and last upright wire of a block; with the stubs of the outer children. */
#define N_MAX_JOINED 4
#define N_MAX_PIECES (N_MAX_JOINED + 2)

static gboolean
is_same_point (const EspPoint *a,
               const EspPoint *b)
{
  return a->x == b->x && a->y == b->y;
}

static void
reverse (EspWire *wire)
{
  for (guint i = 0; i < wire->n_points / 2; i++)
    {
      EspPoint point = wire->points[i];

      wire->points[i] = wire->points[wire->n_points - 1 - i];
      wire->points[wire->n_points - 1 - i] = point;
    }
}

/* Joins @piece to the end of @wire if they meet there; @piece is then part of it. A bend that goes straight on is none. */
static gboolean
join (EspWire *wire,
      EspWire *piece)
{
  EspPoint *end = &wire->points[wire->n_points - 1];
  const EspPoint *before = &wire->points[wire->n_points - 2];

  if (wire->n_points + piece->n_points - 1 > ESP_WIRE_MAX_POINTS)
    return FALSE;
  if (is_same_point (end, &piece->points[piece->n_points - 1]))
    reverse (piece);
  else if (!is_same_point (end, &piece->points[0]))
    return FALSE;

  if ((before->x == end->x && end->x == piece->points[1].x) || (before->y == end->y && end->y == piece->points[1].y))
    wire->n_points--;
  for (guint i = 1; i < piece->n_points; i++)
    wire->points[wire->n_points++] = piece->points[i];
  return TRUE;
}

/* Joins pieces that meet at their ends, two at a point. */
static guint
join_pieces (EspWire *pieces,
             guint    n)
{
  for (guint i = 0; i < n; i++)
    {
      for (guint turn = 0; turn < 2; turn++)
        {
          for (guint k = i + 1; k < n; k++)
            {
              if (join (&pieces[i], &pieces[k]))
                {
                  pieces[k] = pieces[--n];
                  k = i;
                }
            }
          reverse (&pieces[i]);
        }
    }
  return n;
}

static gboolean
get_stub (const EspShown *shown,
          guint32         ix,
          EspWire        *wire)
{
  EspPoint points[ESP_LAYOUT_MAX_STUB];

  wire->n_points = esp_layout_get_stub (&shown->input, &shown->layout, ix, points);
  for (guint i = 0; i < wire->n_points; i++)
    wire->points[i] = points[i];
  wire->node = esp_shown_get_node (shown, ix);
  return wire->n_points > 1;
}

/* The first and the last child that are not staff: their stubs are at the ends of what the children share. */
static gboolean
is_outer_child (const EspShown *shown,
                guint32         ix)
{
  guint32 parent = shown->tree.parent[ix];
  guint32 first, last;

  if (parent == ESP_NODE_NONE)
    return FALSE;
  first = shown->tree.first_child[parent] + esp_layout_count_staff (&shown->tree, shown->layout.place, parent);
  last = shown->tree.first_child[parent] + shown->tree.n_children[parent] - 1;
  return ix == first || ix == last;
}

static gboolean
is_in_view (const EspWire *wire,
            const EspRect *world)
{
  EspPoint a = wire->points[0];
  EspPoint b = wire->points[wire->n_points - 1];
  EspRect rect = { MIN (a.x, b.x), MIN (a.y, b.y), fabs (a.x - b.x), fabs (a.y - b.y) };

  rect = esp_rect_grow (&rect, 1.0);
  return esp_rect_overlaps (&rect, world);
}

/* What the children of a node share, and the stubs of the outer two. In a block there may be thousands of upright wires between the first and the last:
 * those that are in view, unless they are closer together than @min_size. */
static void
add_trunk (const EspShown *shown,
           guint32         ix,
           const EspRect  *world,
           double          min_size,
           GArray         *segments,
           GArray         *out)
{
  EspWire pieces[N_MAX_PIECES];
  guint32 last = shown->tree.first_child[ix] + shown->tree.n_children[ix] - 1;
  guint32 first = shown->tree.first_child[ix] + esp_layout_count_staff (&shown->tree, shown->layout.place, ix);
  gboolean is_dense;
  guint n = 0;

  g_array_set_size (segments, 0);
  esp_layout_add_trunk (&shown->input, &shown->layout, ix, segments);
  is_dense = segments->len > N_MAX_JOINED && 2.0 * shown->widths[first] < min_size;
  for (guint i = 0; i < segments->len; i++)
    {
      const EspSegment *segment = &g_array_index (segments, EspSegment, i);
      EspWire piece = { .node = esp_shown_get_node (shown, ix), .n_points = 2, .points = { segment->from, segment->to } };

      if (i < N_MAX_JOINED - 1 || i + 1 == segments->len)
        pieces[n++] = piece;
      else if (!is_dense && is_in_view (&piece, world))
        g_array_append_val (out, piece);
    }
  if (get_stub (shown, first, &pieces[n]))
    n++;
  if (last != first && get_stub (shown, last, &pieces[n]))
    n++;

  n = join_pieces (pieces, n);
  g_array_append_vals (out, pieces, n);
}

/* The tick from the upright wire of a block to a cell is seen only from near. */
static gboolean
is_tick_too_short (const EspShown *shown,
                   guint32         ix,
                   double          min_size)
{
  guint8 place = shown->layout.place[ix];

  return (place == ESP_PLACE_BLOCK_BEFORE || place == ESP_PLACE_BLOCK_AFTER) && shown->input.gaps.block_gap / 2.0 < min_size / 8.0;
}

static gboolean
contains (const GArray *ascending,
          guint32       value)
{
  guint low = 0;
  guint high = ascending->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (ascending, guint32, middle) < value)
        low = middle + 1;
      else
        high = middle;
    }
  return low < ascending->len && g_array_index (ascending, guint32, low) == value;
}

/**
 * esp_scene_query_wires:
 * @self: a scene
 * @world: a rectangle
 * @min_size: wires that take less than this in width and in height, with their card, are left out
 * @out: (element-type EspWire): strokes that may cross @world are appended
 *
 * Time: O(answers × log n).
 *
 * Returns: how many were appended
 */
guint
esp_scene_query_wires (EspScene      *self,
                       const EspRect *world,
                       double         min_size,
                       GArray        *out)
{
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) segments = g_array_new (FALSE, FALSE, sizeof (EspSegment));
  const EspShown *shown;
  guint n_before;

  g_return_val_if_fail (self != NULL && world != NULL && out != NULL, 0);

  n_before = out->len;
  shown = _esp_scene_get_shown (self);
  esp_spatial_query_wires (shown->spatial, world, min_size, nodes);
  for (guint i = 0; i < nodes->len; i++)
    {
      guint32 ix = g_array_index (nodes, guint32, i);
      EspWire stub;

      if (shown->tree.n_children[ix] > 0)
        add_trunk (shown, ix, world, min_size, segments, out);
      if (is_outer_child (shown, ix) && contains (nodes, shown->tree.parent[ix]))
        continue;
      if (!is_tick_too_short (shown, ix, min_size) && get_stub (shown, ix, &stub))
        g_array_append_val (out, stub);
    }
  return out->len - n_before;
}

/**
 * esp_scene_get_chain:
 * @self: a scene
 * @item: an item that is shown
 * @out: (element-type EspWire): one stroke for each step from @item up to its root is appended
 *
 * Time: O(levels × log n).
 *
 * Returns: how many were appended
 */
guint
esp_scene_get_chain (EspScene *self,
                     EspItem   item,
                     GArray   *out)
{
  const EspShown *shown;
  guint n = 0;

  g_return_val_if_fail (self != NULL && out != NULL, 0);

  shown = _esp_scene_get_shown (self);
  for (guint32 ix = esp_shown_find (shown, ESP_ITEM_NODE (item)); ix != ESP_NODE_NONE; ix = shown->tree.parent[ix])
    {
      EspWire wire = { .node = esp_shown_get_node (shown, ix) };
      EspPoint points[ESP_LAYOUT_MAX_ROUTE];

      wire.n_points = esp_layout_get_route (&shown->input, &shown->layout, ix, points);
      for (guint i = 0; i < wire.n_points; i++)
        wire.points[i] = points[i];
      if (wire.n_points > 1)
        {
          g_array_append_val (out, wire);
          n++;
        }
    }
  return n;
}
