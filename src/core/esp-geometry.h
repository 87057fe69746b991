/* esp-geometry.h — points, rectangles and directions in world pixels (1 = 1 px at 100 %)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which way a chart grows, from a node to what hangs from it. */
typedef enum
{
  ESP_DIRECTION_DOWN,
  ESP_DIRECTION_UP,
  ESP_DIRECTION_RIGHT,
  ESP_DIRECTION_LEFT,
} EspDirection;

/* World coordinates are doubles: single precision is off by 8 px at the far end of a million siblings. */
typedef struct
{
  double x;
  double y;
} EspPoint;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} EspRect;

static inline gboolean
esp_rect_overlaps (const EspRect *a,
                   const EspRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static inline gboolean
esp_rect_contains_point (const EspRect *rect,
                         double         x,
                         double         y)
{
  return x >= rect->x && y >= rect->y && x < rect->x + rect->width && y < rect->y + rect->height;
}

G_END_DECLS
