/* esp-motion.c — how a viewport moves by itself: coasting after a flick, and flights to a place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-widgets"

#include "widgets/esp-motion.h"

#include <math.h>

#define FRICTION      4.0   /* per second; what GTK's own scrolling has */
#define SLOWEST       12.0  /* view px a second; below it is at rest */
#define SLOWEST_START 160.0 /* a slow release does not coast */

/**
 * esp_ease_out:
 * @t: 0 … 1
 *
 * Returns: 0 … 1, fast at first (cubic)
 */
double
esp_ease_out (double t)
{
  double rest = 1 - CLAMP (t, 0, 1);

  return 1 - rest * rest * rest;
}

/**
 * esp_fling_start:
 * @self: a fling
 * @velocity_x: view px per second
 * @velocity_y: view px per second
 *
 * Begins to coast, or stops if that is too slow to be meant.
 */
void
esp_fling_start (EspFling *self,
                 double    velocity_x,
                 double    velocity_y)
{
  if (hypot (velocity_x, velocity_y) < SLOWEST_START)
    velocity_x = velocity_y = 0;
  *self = (EspFling) { velocity_x, velocity_y };
}

/**
 * esp_fling_step:
 * @self: a fling
 * @seconds: since the last step
 * @viewport: (inout): what moves
 *
 * Coasts on. The way does not depend on how the time is cut into steps. Running against the end of the world stops it.
 *
 * Returns: whether it is still moving
 */
gboolean
esp_fling_step (EspFling    *self,
                double       seconds,
                EspViewport *viewport)
{
  double left = exp (-FRICTION * seconds);
  double x = viewport->x;
  double y = viewport->y;

  if (self->velocity_x == 0 && self->velocity_y == 0)
    return FALSE;

  esp_viewport_pan (viewport, self->velocity_x * (1 - left) / FRICTION, self->velocity_y * (1 - left) / FRICTION);
  self->velocity_x *= viewport->x == x ? 0 : left;
  self->velocity_y *= viewport->y == y ? 0 : left;
  if (hypot (self->velocity_x, self->velocity_y) < SLOWEST)
    *self = (EspFling) { 0, 0 };
  return self->velocity_x != 0 || self->velocity_y != 0;
}

/**
 * esp_flight_start:
 * @self: a flight
 * @from: where it begins
 * @to: where it ends
 * @seconds: how long it shall take; 0 to have none
 *
 * Begins a flight.
 */
void
esp_flight_start (EspFlight         *self,
                  const EspViewport *from,
                  const EspViewport *to,
                  double             seconds)
{
  *self = (EspFlight) { *from, *to, seconds, 0 };
}

/**
 * esp_flight_step:
 * @self: a flight
 * @seconds: since the last step
 * @viewport: (inout): what moves
 *
 * Flies on: one steady zoom about the one point that both ends show at the same place of the view, or a straight pan if the
 * zoom is the same. Size and content of @viewport are left alone.
 *
 * Returns: whether it is still under way
 */
gboolean
esp_flight_step (EspFlight   *self,
                 double       seconds,
                 EspViewport *viewport)
{
  double t, u, zoom;

  if (self->seconds <= 0)
    return FALSE;

  self->elapsed += seconds;
  t = esp_ease_out (self->elapsed / self->seconds);
  zoom = self->from.zoom * pow (self->to.zoom / self->from.zoom, t);
  if (fabs (self->to.zoom / self->from.zoom - 1) < 1e-6)
    u = t;
  else /* the corner of the view is linear in 1 / zoom when one point holds still */
    u = (1 / zoom - 1 / self->from.zoom) / (1 / self->to.zoom - 1 / self->from.zoom);

  viewport->zoom = zoom;
  viewport->x = self->from.x + (self->to.x - self->from.x) * u;
  viewport->y = self->from.y + (self->to.y - self->from.y) * u;
  if (self->elapsed < self->seconds)
    return TRUE;

  viewport->zoom = self->to.zoom;
  viewport->x = self->to.x;
  viewport->y = self->to.y;
  self->seconds = 0;
  return FALSE;
}

/**
 * esp_flight_distance:
 * @from: a place
 * @to: another one
 *
 * Returns: how far apart they are, in windows as wide and high as the larger of both shows
 */
double
esp_flight_distance (const EspViewport *from,
                     const EspViewport *to)
{
  double zoom = MIN (from->zoom, to->zoom);
  double dx = (from->x + from->width / from->zoom / 2) - (to->x + to->width / to->zoom / 2);
  double dy = (from->y + from->height / from->zoom / 2) - (to->y + to->height / to->zoom / 2);

  if (from->width <= 0 || from->height <= 0)
    return 0;
  return MAX (fabs (dx) * zoom / from->width, fabs (dy) * zoom / from->height);
}
