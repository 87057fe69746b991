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

/* A way longer than this crosses something whatever one does: only the shortest few are looked at, and not card by card. */
#define LONG_WAY 6000.0
#define N_LONG_WAYS 3
#define N_STEPS 64.0
#define N_STEPS_LONG 12.0

typedef struct
{
  EspPoint points[ESP_ROUTE_MAX_POINTS];
  guint    n_points;
  double   cost;
} Way;

/* All ways are found as in a chart that grows downwards; in one that grows sideways x and y change places. */
typedef struct
{
  const EspShown *shown;
  gboolean        is_turned;
  Way             ways[N_MAX_WAYS];
  guint           n_ways;
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

  g_return_if_fail (self->n_ways < N_MAX_WAYS && n <= ESP_ROUTE_MAX_POINTS);

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

static guint
count_crossings (const Finder *self,
                 const Way    *way,
                 GArray       *items)
{
  g_array_set_size (items, 0);
  for (guint i = 1; i < way->n_points; i++)
    {
      EspPoint a = way->points[i - 1];
      EspPoint b = way->points[i];
      EspRect strip = { MIN (a.x, b.x), MIN (a.y, b.y), fabs (a.x - b.x), fabs (a.y - b.y) };
      double length = MAX (strip.width, strip.height);

      /* as thin as a line, and no longer than it, so that the cards at its ends are not counted */
      if (strip.width > strip.height)
        {
          strip.y -= 1.0;
          strip.height = 2.0;
        }
      else
        {
          strip.x -= 1.0;
          strip.width = 2.0;
        }
      if (self->is_turned)
        turn_rect (&strip);
      esp_spatial_query (self->shown->spatial, &strip, length / (length > LONG_WAY ? N_STEPS_LONG : N_STEPS), items);
    }
  return items->len;
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

/**
 * esp_route_find:
 * @shown: a layout
 * @from: a card of it
 * @to: another
 * @lane: lines with different numbers run beside each other
 * @slot: −2 … 2: where at the side of a card the line begins and ends
 * @points: (out caller-allocates): the bends, from @from to @to
 *
 * Finds a way that is short, bends little and goes over cards only where every other way that is looked at does too.
 *
 * Time: O(log n) for each of some twenty ways, most of which need not be looked at.
 *
 * Returns: how many points, 2 … %ESP_ROUTE_MAX_POINTS
 */
guint
esp_route_find (const EspShown *shown,
                const EspRect  *from,
                const EspRect  *to,
                guint           lane,
                int             slot,
                EspPoint        points[ESP_ROUTE_MAX_POINTS])
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (EspSpatialItem));
  Finder self = { .shown = shown };
  EspRect a = *from;
  EspRect b = *to;
  double gap = LANE_FIRST + LANE_STEP * (lane % N_LANES);
  double ya, yb;
  guint best = 0;
  guint n_looks;
  double best_cost = G_MAXDOUBLE;

  self.is_turned = shown->input.direction == ESP_DIRECTION_RIGHT || shown->input.direction == ESP_DIRECTION_LEFT;
  if (self.is_turned)
    {
      turn_rect (&a);
      turn_rect (&b);
    }
  ya = a.y + a.height / 2.0 + LANE_STEP * slot;
  yb = b.y + b.height / 2.0 + LANE_STEP * slot;
  add_short_ways (&self, &a, &b, ya, yb, gap);
  add_long_ways (&self, &a, &b, ya, yb, gap);

  qsort (self.ways, self.n_ways, sizeof (Way), compare_ways);
  n_looks = self.ways[0].cost > LONG_WAY ? MIN (N_LONG_WAYS, self.n_ways) : self.n_ways;
  for (guint i = 0; i < n_looks && self.ways[i].cost < best_cost; i++)
    {
      double cost = self.ways[i].cost + COST_CROSSING * count_crossings (&self, &self.ways[i], items);

      if (cost < best_cost)
        {
          best_cost = cost;
          best = i;
        }
    }

  for (guint i = 0; i < self.ways[best].n_points; i++)
    {
      EspPoint point = self.ways[best].points[i];

      points[i] = self.is_turned ? (EspPoint){ point.y, point.x } : point;
    }
  return self.ways[best].n_points;
}
