/* esp-route-detour.c — a way around every card between two cards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-scene"

#include "scene/esp-route-detour.h"

#include <math.h>

/* Around each card there is a ring that no other card touches, as narrow as the least gap between cards. A way goes straight ahead until a card is in front
 * of it, along the ring of that to its corner, and straight ahead again: first to the column of its end, then to the row of it, and so on. */

#define N_MAX_PHASES 12
#define HALF_LINE    0.25  /* px: half of how broad a line is for this */
#define FIRST_LOOK   600.0 /* px that are looked ahead at first */
#define LONG_WAY     6000.0

typedef struct
{
  const EspRouteGround *ground;
  double                margin;
  EspPoint             *points;
  guint                 n_points;
} Walker;

static void
turn_rect (EspRect *rect)
{
  *rect = (EspRect){ rect->y, rect->x, rect->height, rect->width };
}

static void
query (const EspRouteGround *ground,
       EspRect               strip)
{
  if (ground->is_turned)
    turn_rect (&strip);
  g_array_set_size (ground->items, 0);
  esp_spatial_query (ground->shown->spatial, &strip, HALF_LINE, ground->items);
}

static EspRect
get_strip (const EspPoint *a,
           const EspPoint *b)
{
  EspRect strip = { MIN (a->x, b->x), MIN (a->y, b->y), fabs (a->x - b->x), fabs (a->y - b->y) };

  /* no longer than the line, so that the cards at its ends are not met */
  if (strip.width > strip.height)
    {
      strip.y -= HALF_LINE;
      strip.height = 2 * HALF_LINE;
    }
  else
    {
      strip.x -= HALF_LINE;
      strip.width = 2 * HALF_LINE;
    }
  return strip;
}

/* The point of a level or upright line so far from its begin */
static EspPoint
get_point (const EspPoint *a,
           const EspPoint *b,
           double          distance)
{
  double share = MIN (distance / (fabs (b->x - a->x) + fabs (b->y - a->y)), 1.0);

  return (EspPoint){ a->x + (b->x - a->x) * share, a->y + (b->y - a->y) * share };
}

/**
 * esp_route_count_crossings:
 * @ground: where
 * @points: a way
 * @n_points: its points
 * @most: stops counting there
 *
 * Returns: how many cards it runs over; one may count twice in a long line
 */
guint
esp_route_count_crossings (const EspRouteGround *ground,
                           const EspPoint       *points,
                           guint                 n_points,
                           guint                 most)
{
  guint n = 0;

  for (guint i = 1; i < n_points; i++)
    {
      double length = fabs (points[i].x - points[i - 1].x) + fabs (points[i].y - points[i - 1].y);

      /* a long line may meet thousands */
      for (double done = 0.0, look = FIRST_LOOK; done < length && n < most; done += look, look *= 2.0)
        {
          EspPoint a = get_point (&points[i - 1], &points[i], done);
          EspPoint b = get_point (&points[i - 1], &points[i], done + look);

          query (ground, get_strip (&a, &b));
          n += ground->items->len;
        }
    }
  return n;
}

static void
add_point (Walker *self,
           double  x,
           double  y)
{
  EspPoint *last = &self->points[self->n_points - 1];
  EspPoint *before = self->n_points > 1 ? &self->points[self->n_points - 2] : NULL;

  if (last->x == x && last->y == y)
    return;
  if (before != NULL && ((before->x == last->x && last->x == x) || (before->y == last->y && last->y == y)))
    *last = (EspPoint){ x, y };
  else if (self->n_points < ESP_ROUTE_MAX_POINTS)
    self->points[self->n_points++] = (EspPoint){ x, y };
}

static gboolean
is_full (const Walker *self)
{
  return self->n_points >= ESP_ROUTE_MAX_POINTS;
}

/* The card that is met first on the way from @at along x (or y) to @goal: looks near first, farther when nothing is there. */
static gboolean
find_obstacle (const Walker   *self,
               const EspPoint *at,
               gboolean        is_along_x,
               double          goal,
               EspRect        *obstacle)
{
  double from = is_along_x ? at->x : at->y;
  double sign = goal > from ? 1.0 : -1.0;
  double length = fabs (goal - from);

  for (double done = 0.0, look = FIRST_LOOK; done < length; done += look, look *= 2.0)
    {
      double start = from + sign * done;
      double end = from + sign * MIN (done + look, length);
      EspPoint a = is_along_x ? (EspPoint){ start, at->y } : (EspPoint){ at->x, start };
      EspPoint b = is_along_x ? (EspPoint){ end, at->y } : (EspPoint){ at->x, end };
      double nearest = G_MAXDOUBLE;

      query (self->ground, get_strip (&a, &b));
      for (guint i = 0; i < self->ground->items->len; i++)
        {
          EspRect rect = g_array_index (self->ground->items, EspSpatialItem, i).bounds;
          double near_edge, distance;

          if (self->ground->is_turned)
            turn_rect (&rect);
          if (is_along_x)
            near_edge = sign > 0 ? rect.x : rect.x + rect.width;
          else
            near_edge = sign > 0 ? rect.y : rect.y + rect.height;
          distance = sign * (near_edge - from);
          if (distance < nearest)
            {
              nearest = distance;
              *obstacle = rect;
            }
        }
      if (nearest < G_MAXDOUBLE)
        return TRUE;
    }
  return FALSE;
}

/* Straight on along x (or y) to @goal, around what is in the way on the side that is nearer to @across. */
static EspPoint
walk (Walker   *self,
      EspPoint  at,
      gboolean  is_along_x,
      double    goal,
      double    across)
{
  EspRect card;

  while (!is_full (self) && (is_along_x ? at.x : at.y) != goal)
    {
      double sign = goal > (is_along_x ? at.x : at.y) ? 1.0 : -1.0;
      double m = self->margin;
      double before, low, high, here;

      if (!find_obstacle (self, &at, is_along_x, goal, &card))
        {
          at = is_along_x ? (EspPoint){ goal, at.y } : (EspPoint){ at.x, goal };
          add_point (self, at.x, at.y);
          break;
        }
      here = is_along_x ? at.y : at.x;
      low = (is_along_x ? card.y : card.x) - m;
      high = (is_along_x ? card.y + card.height : card.x + card.width) + m;
      before = is_along_x ? (sign > 0 ? card.x - m : card.x + card.width + m) : (sign > 0 ? card.y - m : card.y + card.height + m);
      before = sign > 0 ? MAX (before, is_along_x ? at.x : at.y) : MIN (before, is_along_x ? at.x : at.y);
      here = fabs (low - here) + fabs (low - across) <= fabs (high - here) + fabs (high - across) ? low : high;
      if (is_along_x)
        {
          add_point (self, before, at.y);
          at = (EspPoint){ before, here };
        }
      else
        {
          add_point (self, at.x, before);
          at = (EspPoint){ here, before };
        }
      add_point (self, at.x, at.y);
    }
  return at;
}

/* From the side of one card to the side of the other; whether it arrived. */
static gboolean
go (Walker         *self,
    const EspPoint *start,
    const EspPoint *out,
    const EspPoint *in,
    const EspPoint *end,
    gboolean        is_along_x)
{
  EspPoint at = *out;

  self->points[0] = *start;
  self->n_points = 1;
  add_point (self, at.x, at.y);
  for (guint phase = 0; phase < N_MAX_PHASES && !is_full (self) && (at.x != in->x || at.y != in->y); phase++, is_along_x = !is_along_x)
    at = walk (self, at, is_along_x, is_along_x ? in->x : in->y, is_along_x ? in->y : in->x);
  if (at.x != in->x || at.y != in->y)
    return FALSE;
  add_point (self, end->x, end->y);
  return !is_full (self);
}

static double
get_cost (const EspPoint *points,
          guint           n_points)
{
  double cost = 24.0 * n_points;

  for (guint i = 1; i < n_points; i++)
    cost += fabs (points[i].x - points[i - 1].x) + fabs (points[i].y - points[i - 1].y);
  return cost;
}

/**
 * esp_route_detour:
 * @ground: where
 * @a: a card
 * @b: another
 * @ya: where at its side the way begins
 * @yb: where at its side it ends
 * @margin: how far from cards it runs; less than the least gap between cards
 * @points: (out caller-allocates): the bends, from @a to @b
 *
 * Finds a way that runs over no card, from each side to each side, and takes the best.
 *
 * Time: O(log n) for each card it runs around.
 *
 * Returns: how many points; 0 if none of the ways arrives
 */
guint
esp_route_detour (const EspRouteGround *ground,
                  const EspRect        *a,
                  const EspRect        *b,
                  double                ya,
                  double                yb,
                  double                margin,
                  EspPoint              points[ESP_ROUTE_MAX_POINTS])
{
  EspPoint buffer[ESP_ROUTE_MAX_POINTS];
  Walker walker = { ground, margin, buffer, 0 };
  double best = G_MAXDOUBLE;
  guint n_best = 0;

  /* a long way has many cards to run around: the sides that face each other do, if there is a way from them */
  gboolean is_long = fabs (a->x - b->x) + fabs (ya - yb) > LONG_WAY;

  for (guint nth = 0; nth < 24; nth++)
    {
      guint way = nth < 8 ? nth : nth - 8;
      gboolean a_is_left = (way & 1) != 0, b_is_left = (way & 2) != 0, is_backwards = (way & 8) != 0;
      EspPoint start = { a_is_left ? a->x : a->x + a->width, ya };
      EspPoint end = { b_is_left ? b->x : b->x + b->width, yb };
      EspPoint out = { start.x + (a_is_left ? -margin : margin), ya };
      EspPoint in = { end.x + (b_is_left ? -margin : margin), yb };
      gboolean is_facing = a_is_left == (b->x < a->x) && b_is_left == (a->x < b->x);
      gboolean has_arrived;
      double cost;

      if ((nth == 8 || nth == 16) && n_best > 0) /* the ways back are only for when there is no way forth */
        break;
      if (nth < 8 ? is_long && !is_facing : nth < 16 && (!is_long || is_facing))
        continue;
      has_arrived = is_backwards ? go (&walker, &end, &in, &out, &start, (way & 4) == 0) : go (&walker, &start, &out, &in, &end, (way & 4) == 0);
      if (!has_arrived)
        continue;
      cost = get_cost (buffer, walker.n_points);
      if (cost >= best || esp_route_count_crossings (ground, buffer, walker.n_points, 1) > 0)
        continue;
      best = cost;
      n_best = walker.n_points;
      for (guint i = 0; i < n_best; i++)
        points[i] = buffer[is_backwards ? n_best - 1 - i : i];
    }
  return n_best;
}
