/* esp-canvas-place.c — going to places on the canvas
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-widgets"

#include "widgets/esp-canvas.h"

#include <adwaita.h>
#include <math.h>

#include "widgets/esp-canvas-private.h"

#define FLIGHT_SECONDS 0.2
#define LONGEST_FLIGHT 3.0 /* windows; a longer jump cross-fades */

/* A picture of what is seen now, to fade from */
static void
take_picture (EspCanvas *self)
{
  EspCanvasPrivate *priv = _esp_canvas_get_private (self);
  g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (GTK_WIDGET (self));
  g_autoptr (GdkPaintable) picture = gdk_paintable_get_current_image (live);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  g_clear_pointer (&priv->faded, gsk_render_node_unref);
  gdk_paintable_snapshot (picture, snapshot, priv->viewport.width, priv->viewport.height);
  priv->faded = gtk_snapshot_free_to_node (snapshot);
}

/**
 * esp_canvas_set_place:
 * @self: a canvas
 * @place: where to go
 * @animate: fly there, if the user wants things to move; a long way is not flown but faded
 *
 * Goes to a place.
 */
void
esp_canvas_set_place (EspCanvas         *self,
                      const EspViewport *place,
                      gboolean           animate)
{
  EspCanvasPrivate *priv = _esp_canvas_get_private (self);
  EspViewport to = priv->viewport;

  g_return_if_fail (ESP_IS_CANVAS (self));

  esp_canvas_stop (self);
  to.x = place->x;
  to.y = place->y;
  to.zoom = place->zoom;
  esp_viewport_pan (&to, 0, 0);
  animate = animate && priv->has_size && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
            adw_get_enable_animations (GTK_WIDGET (self));
  if (animate && esp_flight_distance (&priv->viewport, &to) <= LONGEST_FLIGHT)
    {
      esp_flight_start (&priv->flight, &priv->viewport, &to, FLIGHT_SECONDS);
    }
  else
    {
      if (animate)
        {
          take_picture (self);
          esp_canvas_animate (self, FLIGHT_SECONDS);
        }
      priv->viewport = to;
    }
  esp_canvas_queue_update (self);
}

/* Where it is, or where it is flying to: several steps of a key add up */
static EspViewport
get_target (EspCanvas *self)
{
  EspCanvasPrivate *priv = _esp_canvas_get_private (self);

  return priv->flight.seconds > 0 ? priv->flight.to : priv->viewport;
}

/**
 * esp_canvas_pan:
 * @self: a canvas
 * @view_dx: view px
 * @view_dy: view px
 * @animate: glide there
 *
 * Moves the view over the world.
 */
void
esp_canvas_pan (EspCanvas *self,
                double     view_dx,
                double     view_dy,
                gboolean   animate)
{
  EspViewport place = get_target (self);

  esp_viewport_pan (&place, view_dx, view_dy);
  esp_canvas_set_place (self, &place, animate);
}

/**
 * esp_canvas_zoom_at:
 * @self: a canvas
 * @zoom: view px per world px
 * @view_x: view px
 * @view_y: view px
 * @animate: glide there
 *
 * Zooms; what is at a point of the view stays there.
 */
void
esp_canvas_zoom_at (EspCanvas *self,
                    double     zoom,
                    double     view_x,
                    double     view_y,
                    gboolean   animate)
{
  EspViewport place = get_target (self);

  esp_viewport_zoom_at (&place, zoom, view_x, view_y);
  esp_canvas_set_place (self, &place, animate);
}

/**
 * esp_canvas_zoom_to:
 * @self: a canvas
 * @zoom: view px per world px
 *
 * Zooms about the middle of the view.
 */
void
esp_canvas_zoom_to (EspCanvas *self,
                    double     zoom)
{
  const EspViewport *viewport = esp_canvas_get_viewport (self);

  esp_canvas_zoom_at (self, zoom, viewport->width / 2, viewport->height / 2, TRUE);
}

/* A step of the zoom keys; passing 100 % stops there */
static double
get_next_zoom (double zoom,
               double factor)
{
  double next = zoom * factor;

  if ((zoom - 1) * (next - 1) < 0 && fabs (zoom - 1) > 0.001)
    return 1;
  return next;
}

/**
 * esp_canvas_zoom_in:
 * @self: a canvas
 *
 * One step closer.
 */
void
esp_canvas_zoom_in (EspCanvas *self)
{
  EspViewport place = get_target (self);

  esp_canvas_zoom_to (self, get_next_zoom (place.zoom, ESP_CANVAS_ZOOM_STEP));
}

/**
 * esp_canvas_zoom_out:
 * @self: a canvas
 *
 * One step back.
 */
void
esp_canvas_zoom_out (EspCanvas *self)
{
  EspViewport place = get_target (self);

  esp_canvas_zoom_to (self, get_next_zoom (place.zoom, 1 / ESP_CANVAS_ZOOM_STEP));
}

/**
 * esp_canvas_zoom_fit:
 * @self: a canvas
 *
 * Shows everything.
 */
void
esp_canvas_zoom_fit (EspCanvas *self)
{
  EspViewport place = *esp_canvas_get_viewport (self);

  esp_viewport_fit (&place, &place.content);
  esp_canvas_set_place (self, &place, TRUE);
}

/**
 * esp_canvas_bring_into_view:
 * @self: a canvas
 * @world: a rectangle
 * @animate: glide there
 *
 * Moves the view as little as possible so that @world is seen.
 */
void
esp_canvas_bring_into_view (EspCanvas     *self,
                            const EspRect *world,
                            gboolean       animate)
{
  EspViewport place = get_target (self);
  double x = place.x;
  double y = place.y;

  esp_viewport_bring_into_view (&place, world, ESP_VIEWPORT_MARGIN);
  if (place.x != x || place.y != y)
    esp_canvas_set_place (self, &place, animate);
}

/**
 * esp_canvas_center_on:
 * @self: a canvas
 * @world: a rectangle
 * @animate: glide there
 *
 * Puts @world into the middle of the view.
 */
void
esp_canvas_center_on (EspCanvas     *self,
                      const EspRect *world,
                      gboolean       animate)
{
  EspViewport place = get_target (self);

  esp_viewport_center (&place, world->x + world->width / 2, world->y + world->height / 2);
  esp_canvas_set_place (self, &place, animate);
}

/**
 * esp_canvas_stop:
 * @self: a canvas
 *
 * Ends coasting, flights and fading at once: the hand wins.
 */
void
esp_canvas_stop (EspCanvas *self)
{
  EspCanvasPrivate *priv = _esp_canvas_get_private (self);

  priv->fling = (EspFling) { 0, 0 };
  priv->flight.seconds = 0;
  priv->transition_seconds = 0;
  g_clear_pointer (&priv->faded, gsk_render_node_unref);
}

/**
 * esp_canvas_is_moving:
 * @self: a canvas
 *
 * Returns: whether the view flies or coasts
 */
gboolean
esp_canvas_is_moving (EspCanvas *self)
{
  EspCanvasPrivate *priv = _esp_canvas_get_private (self);

  return priv->flight.seconds > 0 || priv->fling.velocity_x != 0 || priv->fling.velocity_y != 0;
}
