/* esp-viewport.c — what part of a world a view shows, and how large
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-widgets"

#include "widgets/esp-viewport.h"

#include <math.h>

/* So much of the content, in view px, stays in the view whatever one does: nobody pans into nothing */
#define KEPT_IN_VIEW 96.0

/* A map is filled at least so far in both directions */
#define OVERVIEW_FILL 0.5

/* The place of an interval (view @size at @at) that keeps at least KEPT_IN_VIEW of [@start, @start + @length] */
static double
clamp_axis (double at,
            double size,
            double start,
            double length,
            double kept)
{
  kept = MIN (kept, MIN (length, size));
  return CLAMP (at, start + kept - size, start + length - kept);
}

static void
clamp_place (EspViewport *self)
{
  double kept = KEPT_IN_VIEW / self->zoom;

  self->x = clamp_axis (self->x, self->width / self->zoom, self->content.x, self->content.width, kept);
  self->y = clamp_axis (self->y, self->height / self->zoom, self->content.y, self->content.height, kept);
}

static void
set_zoom (EspViewport *self,
          double       zoom)
{
  self->zoom = CLAMP (zoom, esp_viewport_get_min_zoom (self), ESP_VIEWPORT_MAX_ZOOM);
}

/**
 * esp_viewport_init:
 * @self: an uninitialised viewport
 *
 * An empty view of an empty world at 100 %.
 */
void
esp_viewport_init (EspViewport *self)
{
  *self = (EspViewport) { .zoom = 1 };
}

/**
 * esp_viewport_set_size:
 * @self: a viewport
 * @width: view px
 * @height: view px
 *
 * Takes a new size of the view; what was in its middle stays there.
 */
void
esp_viewport_set_size (EspViewport *self,
                       double       width,
                       double       height)
{
  if (self->width > 0 && self->height > 0)
    {
      self->x += (self->width - width) / self->zoom / 2;
      self->y += (self->height - height) / self->zoom / 2;
    }
  self->width = width;
  self->height = height;
  set_zoom (self, self->zoom);
  clamp_place (self);
}

/**
 * esp_viewport_set_content:
 * @self: a viewport
 * @content: all there is, in world px
 *
 * Takes a new size of the world. The place stays as far as something is still seen.
 */
void
esp_viewport_set_content (EspViewport   *self,
                          const EspRect *content)
{
  self->content = *content;
  set_zoom (self, self->zoom);
  clamp_place (self);
}

/**
 * esp_viewport_to_view:
 * @self: a viewport
 * @world_x: world px
 * @world_y: world px
 *
 * Returns: the same point in view px
 */
EspPoint
esp_viewport_to_view (const EspViewport *self,
                      double             world_x,
                      double             world_y)
{
  return (EspPoint) { (world_x - self->x) * self->zoom, (world_y - self->y) * self->zoom };
}

/**
 * esp_viewport_to_world:
 * @self: a viewport
 * @view_x: view px
 * @view_y: view px
 *
 * Returns: the same point in world px
 */
EspPoint
esp_viewport_to_world (const EspViewport *self,
                       double             view_x,
                       double             view_y)
{
  return (EspPoint) { self->x + view_x / self->zoom, self->y + view_y / self->zoom };
}

/**
 * esp_viewport_get_visible:
 * @self: a viewport
 * @extra: view px more on every side
 *
 * Returns: the part of the world that is seen
 */
EspRect
esp_viewport_get_visible (const EspViewport *self,
                          double             extra)
{
  double world = extra / self->zoom;

  return (EspRect) { self->x - world, self->y - world,
                     self->width / self->zoom + 2 * world, self->height / self->zoom + 2 * world };
}

/**
 * esp_viewport_get_fit_zoom:
 * @self: a viewport
 * @world: a rectangle
 *
 * Returns: the zoom at which @world fills the view up to its margin; at most 1
 */
double
esp_viewport_get_fit_zoom (const EspViewport *self,
                           const EspRect     *world)
{
  double width = MAX (self->width - 2 * ESP_VIEWPORT_MARGIN, 1);
  double height = MAX (self->height - 2 * ESP_VIEWPORT_MARGIN, 1);
  double zoom = 1;

  if (world->width > 0)
    zoom = MIN (zoom, width / world->width);
  if (world->height > 0)
    zoom = MIN (zoom, height / world->height);
  return zoom;
}

/**
 * esp_viewport_get_min_zoom:
 * @self: a viewport
 *
 * Returns: the zoom at which all is seen, and %ESP_VIEWPORT_MIN_ZOOM where that is larger
 */
double
esp_viewport_get_min_zoom (const EspViewport *self)
{
  return MIN (esp_viewport_get_fit_zoom (self, &self->content), ESP_VIEWPORT_MIN_ZOOM);
}

/**
 * esp_viewport_shows:
 * @self: a viewport
 * @world: a rectangle
 *
 * Returns: whether @world is seen, all of it
 */
gboolean
esp_viewport_shows (const EspViewport *self,
                    const EspRect     *world)
{
  const double slack = 0.5 / self->zoom;

  return world->x >= self->x - slack && world->y >= self->y - slack &&
         world->x + world->width <= self->x + self->width / self->zoom + slack &&
         world->y + world->height <= self->y + self->height / self->zoom + slack;
}

/**
 * esp_viewport_pan:
 * @self: a viewport
 * @view_dx: view px; positive shows what is further right
 * @view_dy: view px; positive shows what is further down
 *
 * Moves the view over the world.
 */
void
esp_viewport_pan (EspViewport *self,
                  double       view_dx,
                  double       view_dy)
{
  self->x += view_dx / self->zoom;
  self->y += view_dy / self->zoom;
  clamp_place (self);
}

/**
 * esp_viewport_zoom_at:
 * @self: a viewport
 * @zoom: view px per world px
 * @view_x: view px
 * @view_y: view px
 *
 * Zooms; what was at the given point of the view stays under it (as far as something else would not be lost).
 */
void
esp_viewport_zoom_at (EspViewport *self,
                      double       zoom,
                      double       view_x,
                      double       view_y)
{
  EspPoint world = esp_viewport_to_world (self, view_x, view_y);
  EspPoint view = { view_x, view_y };

  set_zoom (self, zoom);
  esp_viewport_hold (self, &world, &view);
}

/**
 * esp_viewport_hold:
 * @self: a viewport
 * @world: a point of the world
 * @view: where in the view it shall be
 *
 * Moves the view so that a point of the world is seen at a point of the view.
 */
void
esp_viewport_hold (EspViewport    *self,
                   const EspPoint *world,
                   const EspPoint *view)
{
  self->x = world->x - view->x / self->zoom;
  self->y = world->y - view->y / self->zoom;
  clamp_place (self);
}

/**
 * esp_viewport_fit:
 * @self: a viewport
 * @world: what to show
 *
 * Zooms so that @world is seen, in the middle, with a margin; never past 100 %.
 */
void
esp_viewport_fit (EspViewport   *self,
                  const EspRect *world)
{
  set_zoom (self, esp_viewport_get_fit_zoom (self, world));
  esp_viewport_center (self, world->x + world->width / 2, world->y + world->height / 2);
}

/**
 * esp_viewport_center:
 * @self: a viewport
 * @world_x: world px
 * @world_y: world px
 *
 * Puts a point of the world into the middle of the view.
 */
void
esp_viewport_center (EspViewport *self,
                     double       world_x,
                     double       world_y)
{
  EspPoint world = { world_x, world_y };
  EspPoint view = { self->width / 2, self->height / 2 };

  esp_viewport_hold (self, &world, &view);
}

static double
bring_axis (double at,
            double size,
            double start,
            double length,
            double margin)
{
  if (length + 2 * margin > size) /* does not fit: its start is what one reads first */
    return start - MIN (margin, MAX (0, (size - length) / 2));
  if (start - margin < at)
    return start - margin;
  if (start + length + margin > at + size)
    return start + length + margin - size;
  return at;
}

/**
 * esp_viewport_bring_into_view:
 * @self: a viewport
 * @world: a rectangle
 * @margin: view px that shall stay free round it
 *
 * Moves the view as little as possible so that @world is seen.
 */
void
esp_viewport_bring_into_view (EspViewport   *self,
                              const EspRect *world,
                              double         margin)
{
  double free = margin / self->zoom;

  self->x = bring_axis (self->x, self->width / self->zoom, world->x, world->width, free);
  self->y = bring_axis (self->y, self->height / self->zoom, world->y, world->height, free);
  clamp_place (self);
}

/**
 * esp_viewport_get_origin:
 * @self: a viewport
 * @scale: device px per view px
 *
 * The place of the view on the grid of device pixels, for drawing: cards and lines keep their distances while one pans,
 * and whole world px fall on whole device px at 100 %.
 *
 * Returns: world px of the view's top left corner
 */
EspPoint
esp_viewport_get_origin (const EspViewport *self,
                         double             scale)
{
  double grain = self->zoom * scale;

  return (EspPoint) { floor (self->x * grain + 0.5) / grain, floor (self->y * grain + 0.5) / grain };
}

/**
 * esp_overview_init:
 * @self: an uninitialised overview
 * @content: the world
 * @width: of the map, px
 * @height: of the map, px
 *
 * Lays the world onto a map, in its middle.
 */
void
esp_overview_init (EspOverview   *self,
                   const EspRect *content,
                   double         width,
                   double         height)
{
  double across = width / MAX (content->width, 1);
  double down = height / MAX (content->height, 1);
  double scale = MIN (MIN (across, down), 1);

  self->content = *content;
  self->scale_x = CLAMP (across * OVERVIEW_FILL, scale, 1);
  self->scale_y = CLAMP (down * OVERVIEW_FILL, scale, 1);
  self->x = (width - content->width * self->scale_x) / 2;
  self->y = (height - content->height * self->scale_y) / 2;
}

/**
 * esp_overview_to_map:
 * @self: an overview
 * @world: a rectangle
 *
 * Returns: the same on the map
 */
EspRect
esp_overview_to_map (const EspOverview *self,
                     const EspRect     *world)
{
  return (EspRect) { self->x + (world->x - self->content.x) * self->scale_x,
                     self->y + (world->y - self->content.y) * self->scale_y,
                     world->width * self->scale_x,
                     world->height * self->scale_y };
}

/**
 * esp_overview_to_world:
 * @self: an overview
 * @map_x: px
 * @map_y: px
 *
 * Returns: the same point in the world
 */
EspPoint
esp_overview_to_world (const EspOverview *self,
                       double             map_x,
                       double             map_y)
{
  return (EspPoint) { self->content.x + (map_x - self->x) / self->scale_x,
                      self->content.y + (map_y - self->y) / self->scale_y };
}
