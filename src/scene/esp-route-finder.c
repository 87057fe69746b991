/* esp-route-finder.c — a way from one card to another between the cards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-scene"

#include "scene/esp-route-finder.h"

#include <math.h>

/* Lines leave a card at its side and run this far from cards; lanes of different lines are 6 px apart. The bus of the solid wires, in the middle of a
 * level gap, is out of their way. */
#define LANE_FIRST 9.0
#define LANE_STEP 6.0
#define N_LANES 3

/* What crossing a card, and a bend, are worth in px of way. */
#define COST_CROSSING 600.0
#define COST_BEND 24.0

#define N_MAX_WAYS 32
#define N_WAY_POINTS 6
#define N_MOST_CROSSINGS 16

/* Around cards: so far from them in parts of the least gap between cards. */
#define RING_PARTS 4.0

typedef struct
{
  EspPoint points[N_WAY_POINTS];
  guint    n_points;
  double   cost;
} Way;

/* All ways are found as in a chart that grows downwards; in one that grows sideways x and y change places. */
typedef struct
{
  EspRouteGround ground;
  Way            ways[N_MAX_WAYS];
  guint          n_ways;
} Finder;

static void
turn_rect (EspRect *rect)
{
  *rect = (EspRect){ rect->y, rect->x, rect->height, rect->width };
}

/* Adds a way, without points that lie on a straight piece. */
static void
add_way (Finder         *self,
         const EspPoint *points,
         guint           n)
{
  Way *way;

  g_return_if_fail (self->n_ways < N_MAX_WAYS && n <= N_WAY_POINTS);

  way = &self->ways[self->n_ways++];
  way->n_points = 0;
  way->cost = 0.0;
  for (guint i = 0; i < n; i++)
    {
      EspPoint *last = way->n_points > 0 ? &way->points[way->n_points - 1] : NULL;
      EspPoint *before = way->n_points > 1 ? &way->points[way->n_points - 2] : NULL;

      if (last != NULL)
        way->cost += fabs (points[i].x - last->x) + fabs (points[i].y - last->y);
      if (last != NULL && last->x == points[i].x && last->y == points[i].y)
        continue;
      if (before != NULL && ((before->x == last->x && last->x == points[i].x) || (before->y == last->y && last->y == points[i].y)))
        *last = points[i];
      else
        way->points[way->n_points++] = points[i];
    }
  way->cost += COST_BEND * way->n_points;
}

static int
compare_ways (gconstpointer a,
              gconstpointer b)
{
  double x = ((const Way *) a)->cost;
  double y = ((const Way *) b)->cost;

  return x < y ? -1 : x > y;
}

/* Ways with one piece along the levels: beside both cards, or between them. */
static void
add_short_ways (Finder        *self,
                const EspRect *a,
                const EspRect *b,
                double         ya,
                double         yb,
                double         gap)
{
  double right = MAX (a->x + a->width, b->x + b->width) + gap;
  double left = MIN (a->x, b->x) - gap;
  gboolean is_before = a->x + a->width <= b->x;
  double xa = is_before ? a->x + a->width : a->x;
  double xb = is_before ? b->x : b->x + b->width;
  double step = is_before ? gap : -gap;

  add_way (self, (EspPoint[]){ { a->x + a->width, ya }, { right, ya }, { right, yb }, { b->x + b->width, yb } }, 4);
  add_way (self, (EspPoint[]){ { a->x, ya }, { left, ya }, { left, yb }, { b->x, yb } }, 4);
  if (!is_before && b->x + b->width > a->x)
    return;
  add_way (self, (EspPoint[]){ { xa, ya }, { xa + step, ya }, { xa + step, yb }, { xb, yb } }, 4);
  add_way (self, (EspPoint[]){ { xa, ya }, { xb - step, ya }, { xb - step, yb }, { xb, yb } }, 4);
}

/* Ways that leave by a side, go to a gap between levels, along it, and come to the other card from a side. */
static void
add_long_ways (Finder        *self,
               const EspRect *a,
               const EspRect *b,
               double         ya,
               double         yb,
               double         gap)
{
  double lanes[] = { a->y - gap, a->y + a->height + gap, b->y - gap, b->y + b->height + gap };

  for (guint sides = 0; sides < 4; sides++)
    {
      double xa = sides & 1 ? a->x : a->x + a->width;
      double xb = sides & 2 ? b->x : b->x + b->width;
      double out_a = sides & 1 ? xa - gap : xa + gap;
      double out_b = sides & 2 ? xb - gap : xb + gap;

      for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
        add_way (self, (EspPoint[]){ { xa, ya }, { out_a, ya }, { out_a, lanes[i] }, { out_b, lanes[i] }, { out_b, yb }, { xb, yb } }, 6);
    }
}

/* The way that runs over the fewest cards of those that bend little; the index of it, and whether it runs over any */
static guint
choose_way (Finder   *self,
            gboolean *is_clear)
{
  double best_cost = G_MAXDOUBLE;
  guint best = 0;

  *is_clear = FALSE;
  for (guint i = 0; i < self->n_ways && self->ways[i].cost < best_cost; i++)
    {
      guint n_crossings = esp_route_count_crossings (&self->ground, self->ways[i].points, self->ways[i].n_points, N_MOST_CROSSINGS);
      double cost = self->ways[i].cost + COST_CROSSING * n_crossings;

      if (cost >= best_cost)
        continue;
      best_cost = cost;
      best = i;
      *is_clear = n_crossings == 0;
    }
  return best;
}

static double
get_ring (const EspShown *shown,
          guint           lane)
{
  const EspGaps *gaps = &shown->input.gaps;
  double least = MIN (MIN (gaps->column_gap, gaps->block_gap), MIN (gaps->staff_row, gaps->sibling));

  return least * (1 + lane % N_LANES) / RING_PARTS;
}

/**
 * esp_route_find:
 * @shown: a layout
 * @from: a card of it
 * @to: another
 * @lane: lines with different numbers run beside each other
 * @slot: −2 … 2: where at the side of a card the line begins and ends
 * @is_rough: nobody looks closely: the way may run over cards
 * @points: (out caller-allocates): the bends, from @from to @to
 *
 * Finds a way that is short and bends little; where all of those run over cards, one around the cards.
 *
 * Time: O(log n) for each of some twenty ways, most of which need not be looked at, and for each card that is gone around; O(1) if rough.
 *
 * Returns: how many points, 2 … %ESP_ROUTE_MAX_POINTS
 */
guint
esp_route_find (const EspShown *shown,
                const EspRect  *from,
                const EspRect  *to,
                guint           lane,
                int             slot,
                gboolean        is_rough,
                EspPoint        points[ESP_ROUTE_MAX_POINTS])
{
  g_autoptr (GArray) items = NULL;
  Finder self = { 0 };
  EspRect a = *from;
  EspRect b = *to;
  double gap = LANE_FIRST + LANE_STEP * (lane % N_LANES);
  gboolean is_clear = is_rough;
  guint best = 0, n = 0;
  double ya, yb;

  self.ground.shown = shown;
  self.ground.is_turned = shown->input.direction == ESP_DIRECTION_RIGHT || shown->input.direction == ESP_DIRECTION_LEFT;
  if (self.ground.is_turned)
    {
      turn_rect (&a);
      turn_rect (&b);
    }
  ya = a.y + a.height / 2.0 + LANE_STEP * slot;
  yb = b.y + b.height / 2.0 + LANE_STEP * slot;
  add_short_ways (&self, &a, &b, ya, yb, gap);
  if (!is_rough)
    add_long_ways (&self, &a, &b, ya, yb, gap);
  qsort (self.ways, self.n_ways, sizeof (Way), compare_ways);
  if (!is_rough)
    {
      items = g_array_new (FALSE, FALSE, sizeof (EspSpatialItem));
      self.ground.items = items;
      best = choose_way (&self, &is_clear);
    }
  if (!is_clear)
    n = esp_route_detour (&self.ground, &a, &b, ya, yb, get_ring (shown, lane), points);
  for (guint i = 0; n == 0 && i < self.ways[best].n_points; i++)
    points[i] = self.ways[best].points[i];
  n = n > 0 ? n : self.ways[best].n_points;
  for (guint i = 0; self.ground.is_turned && i < n; i++)
    points[i] = (EspPoint){ points[i].y, points[i].x };
  return n;
}
