/* esp-geometry.h — points, segments, rectangles and directions in world pixels (1 = 1 px at 100 %)
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
  EspPoint from;
  EspPoint to;
} EspSegment;

/* Half-open: a rectangle contains its left and top edge, not its right and bottom one. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} EspRect;

static inline gboolean
esp_rect_is_empty (const EspRect *rect)
{
  return !(rect->width > 0.0 && rect->height > 0.0);
}

static inline gboolean
esp_rect_contains_point (const EspRect *rect,
                         double         x,
                         double         y)
{
  return x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height;
}

static inline gboolean
esp_rect_contains_rect (const EspRect *outer,
                        const EspRect *inner)
{
  return inner->x >= outer->x && inner->x + inner->width <= outer->x + outer->width
         && inner->y >= outer->y && inner->y + inner->height <= outer->y + outer->height;
}

/* Whether the two share an area; edges that only touch do not. */
static inline gboolean
esp_rect_overlaps (const EspRect *a,
                   const EspRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width
         && a->y < b->y + b->height && b->y < a->y + a->height;
}

/* The smallest rectangle around both, empty ones included. */
static inline EspRect
esp_rect_union (const EspRect *a,
                const EspRect *b)
{
  double x = MIN (a->x, b->x);
  double y = MIN (a->y, b->y);

  return (EspRect){ x, y, MAX (a->x + a->width, b->x + b->width) - x, MAX (a->y + a->height, b->y + b->height) - y };
}

/* What the two share; a rectangle without width or height if that is nothing. */
static inline EspRect
esp_rect_intersection (const EspRect *a,
                       const EspRect *b)
{
  double x = MAX (a->x, b->x);
  double y = MAX (a->y, b->y);
  double width = MIN (a->x + a->width, b->x + b->width) - x;
  double height = MIN (a->y + a->height, b->y + b->height) - y;

  return (EspRect){ x, y, MAX (width, 0.0), MAX (height, 0.0) };
}

/* Grown by @by on all four sides; negative shrinks. */
static inline EspRect
esp_rect_grow (const EspRect *rect,
               double         by)
{
  return (EspRect){ rect->x - by, rect->y - by, rect->width + 2.0 * by, rect->height + 2.0 * by };
}

G_END_DECLS
