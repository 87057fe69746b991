/* esp-chart-snap.h — world to view, on whole device pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <math.h>

#include "widgets/esp-canvas.h"

G_BEGIN_DECLS

/* Whatever is drawn lies near the view: further away floats would not be exact, and nobody sees it */
#define ESP_SNAP_FAR 1e5

static inline double
esp_snap_x (const EspPaint *paint,
            double          world_x)
{
  double x = floor ((world_x - paint->origin.x) * paint->zoom * paint->scale + 0.5) / paint->scale;

  return CLAMP (x, -ESP_SNAP_FAR, ESP_SNAP_FAR);
}

static inline double
esp_snap_y (const EspPaint *paint,
            double          world_y)
{
  double y = floor ((world_y - paint->origin.y) * paint->zoom * paint->scale + 0.5) / paint->scale;

  return CLAMP (y, -ESP_SNAP_FAR, ESP_SNAP_FAR);
}

/* A width of world px: at least one device px */
static inline double
esp_snap_length (const EspPaint *paint,
                 double          world)
{
  return MAX (floor (world * paint->zoom * paint->scale + 0.5), 1) / paint->scale;
}

/* Both edges on the grid, at least one device px in between */
static inline graphene_rect_t
esp_snap_rect (const EspPaint *paint,
               const EspRect  *world)
{
  double left = esp_snap_x (paint, world->x);
  double top = esp_snap_y (paint, world->y);
  double right = esp_snap_x (paint, world->x + world->width);
  double bottom = esp_snap_y (paint, world->y + world->height);
  double least = 1 / paint->scale;

  return GRAPHENE_RECT_INIT (left, top, MAX (right - left, least), MAX (bottom - top, least));
}

G_END_DECLS
