/* esp-spatial-find.c — which box is here, nearest, next; and what a branch takes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-layout"

#include "layout/esp-spatial.h"

#include "layout/esp-spatial-private.h"

/* How far a rectangle is from what is looked for; G_MAXDOUBLE: not there at all. Never more for a cell than for what is in it. */
typedef double (*Measure) (const EspRect *rect, const void *target);

typedef struct
{
  EspSpatialSpot spot;
  double         distance;
} Candidate;

/* The nearest node, by looking into the nearest cell first and never into one that is farther than what was found. */
static EspNodeIx
find_least (const EspSpatial *self,
            Measure           measure,
            const void       *target)
{
  Candidate stack[ESP_SPATIAL_MAX_STACK];
  EspNodeIx best = ESP_NODE_NONE;
  double least = G_MAXDOUBLE;
  guint n = 0;

  if (self->n_levels > 0)
    stack[n++] = (Candidate){ { self->n_levels, 0 }, 0.0 };

  while (n > 0)
    {
      Candidate here = stack[--n];
      guint32 first, n_inside;
      guint bottom = n;

      if (here.distance >= least)
        continue;

      if (here.spot.level == 0)
        {
          best = here.spot.ix;
          least = here.distance;
          continue;
        }

      n_inside = esp_spatial_get_fan (self, here.spot, &first);
      for (guint32 i = first; i < first + n_inside; i++)
        {
          Candidate inside = { { here.spot.level - 1, i }, 0.0 };
          EspRect rect = esp_spatial_get_bounds (self, inside.spot);
          guint at = n;

          inside.distance = measure (&rect, target);
          if (inside.distance >= least)
            continue;

          for (n++; at > bottom && stack[at - 1].distance <= inside.distance; at--)
            stack[at] = stack[at - 1];
          stack[at] = inside;
        }
    }
  return best;
}

static inline double
get_gap (double from,
         double length,
         double other_from,
         double other_length)
{
  return MAX (MAX (other_from - (from + length), from - (other_from + other_length)), 0.0);
}

static double
measure_to_point (const EspRect *rect,
                  const void    *target)
{
  const EspPoint *point = target;
  double across = get_gap (rect->x, rect->width, point->x, 0.0);
  double down = get_gap (rect->y, rect->height, point->y, 0.0);

  return across * across + down * down;
}

/**
 * esp_spatial_hit:
 * @self: an index
 * @x: in world px
 * @y: in world px
 *
 * Time: O(log n), as long as the cells of neighbours do not overlap.
 *
 * Returns: the node whose box is at the point, or ESP_NODE_NONE
 */
EspNodeIx
esp_spatial_hit (const EspSpatial *self,
                 double            x,
                 double            y)
{
  EspSpatialSpot stack[ESP_SPATIAL_MAX_STACK];
  guint n = 0;

  g_return_val_if_fail (self != NULL, ESP_NODE_NONE);

  if (self->n_levels > 0)
    stack[n++] = (EspSpatialSpot){ self->n_levels, 0 };

  while (n > 0)
    {
      EspSpatialSpot spot = stack[--n];
      EspRect bounds = esp_spatial_get_bounds (self, spot);
      guint32 first, n_inside;

      if (!esp_rect_contains_point (&bounds, x, y))
        continue;
      if (spot.level == 0)
        return spot.ix;

      n_inside = esp_spatial_get_fan (self, spot, &first);
      while (n_inside-- > 0)
        stack[n++] = (EspSpatialSpot){ spot.level - 1, first + n_inside };
    }
  return ESP_NODE_NONE;
}

/**
 * esp_spatial_nearest:
 * @self: an index
 * @x: in world px
 * @y: in world px
 *
 * Time: O(log n) where boxes are spread evenly.
 *
 * Returns: the node whose box is at the point or nearest to it; ESP_NODE_NONE if there is no node
 */
EspNodeIx
esp_spatial_nearest (const EspSpatial *self,
                     double            x,
                     double            y)
{
  EspPoint point = { x, y };

  g_return_val_if_fail (self != NULL, ESP_NODE_NONE);

  return find_least (self, measure_to_point, &point);
}

typedef struct
{
  EspRect      from;
  EspDirection direction;
} Way;

/* What counts is how far ahead it is, and three times as much how far aside. A box is that way if it reaches farther than the
 * one we come from. */
static double
measure_way (const EspRect *rect,
             const void    *target)
{
  const Way *way = target;
  const EspRect *from = &way->from;
  gboolean is_vertical = way->direction == ESP_DIRECTION_DOWN || way->direction == ESP_DIRECTION_UP;
  double middle = is_vertical ? from->y + from->height / 2.0 : from->x + from->width / 2.0;
  double far_edge, ahead, aside;

  switch (way->direction)
    {
    case ESP_DIRECTION_DOWN:
      far_edge = rect->y + rect->height - middle;
      break;
    case ESP_DIRECTION_UP:
      far_edge = middle - rect->y;
      break;
    case ESP_DIRECTION_RIGHT:
      far_edge = rect->x + rect->width - middle;
      break;
    case ESP_DIRECTION_LEFT:
    default:
      far_edge = middle - rect->x;
      break;
    }
  if (far_edge <= (is_vertical ? from->height : from->width) / 2.0)
    return G_MAXDOUBLE;

  ahead = MAX (far_edge - (is_vertical ? rect->height : rect->width), 0.0);
  aside = is_vertical ? get_gap (from->x, from->width, rect->x, rect->width)
                      : get_gap (from->y, from->height, rect->y, rect->height);
  return ahead + 3.0 * aside;
}

/**
 * esp_spatial_next:
 * @self: an index
 * @node: where to start
 * @direction: which way
 *
 * Finds the box one comes to next: near, rather ahead than aside, and reaching farther that way than the box of @node.
 *
 * Time: O(log n) where boxes are spread evenly.
 *
 * Returns: the node, or ESP_NODE_NONE if none is that way
 */
EspNodeIx
esp_spatial_next (const EspSpatial *self,
                  EspNodeIx         node,
                  EspDirection      direction)
{
  Way way;

  g_return_val_if_fail (self != NULL && node < self->layout->n, ESP_NODE_NONE);

  way = (Way){ esp_spatial_get_box (self, node), direction };
  return find_least (self, measure_way, &way);
}

/* Around the boxes of the nodes [first, end), using whole cells where there are. */
static EspRect
get_run_bounds (const EspSpatial *self,
                EspNodeIx         first,
                guint32           end)
{
  EspRect bounds = esp_spatial_get_box (self, first);

  while (first < end)
    {
      EspSpatialSpot spot = { 0, first };
      guint32 size = 1;
      EspRect more;

      while (spot.level < self->n_levels && spot.ix % ESP_SPATIAL_FAN == 0 && end - first >= size * (guint64) ESP_SPATIAL_FAN)
        {
          spot.ix /= ESP_SPATIAL_FAN;
          spot.level++;
          size *= ESP_SPATIAL_FAN;
        }
      more = esp_spatial_get_bounds (self, spot);
      bounds = esp_rect_union (&bounds, &more);
      first += size;
    }
  return bounds;
}

/**
 * esp_spatial_get_branch:
 * @self: an index
 * @node: root of a branch
 *
 * Time: O(log n) for each level below @node.
 *
 * Returns: the rectangle around the boxes of @node and of all that is below it, in world px
 */
EspRect
esp_spatial_get_branch (const EspSpatial *self,
                        EspNodeIx         node)
{
  EspNodeIx first = node;
  guint32 end = node + 1;
  EspRect bounds;

  g_return_val_if_fail (self != NULL && node < self->layout->n, (EspRect){ 0 });

  bounds = esp_spatial_get_box (self, node);
  for (esp_tree_descend (self->input->tree, &first, &end); first < end; esp_tree_descend (self->input->tree, &first, &end))
    {
      EspRect level = get_run_bounds (self, first, end);

      bounds = esp_rect_union (&bounds, &level);
    }
  return bounds;
}
