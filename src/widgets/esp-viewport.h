/* esp-viewport.h — what part of a world a view shows, and how large
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/esp-geometry.h"

G_BEGIN_DECLS

#define ESP_VIEWPORT_MARGIN   36.0 /* view px left free round what is fitted */
#define ESP_VIEWPORT_MAX_ZOOM 4.0
#define ESP_VIEWPORT_MIN_ZOOM 0.25 /* one can always step back so far, even from a world that is small */

/**
 * EspViewport:
 * @content: all there is, in world px
 * @width: of the view, in view px
 * @height: of the view, in view px
 * @x: world x of the view's left edge
 * @y: world y of the view's top edge
 * @zoom: view px per world px
 *
 * Plain values: copy it to remember a place. Read the members, change them through the functions.
 * Doubles throughout: the far end of a million cards is 250 million px away. Threads: any, one at a time.
 */
typedef struct
{
  EspRect content;
  double  width;
  double  height;
  double  x;
  double  y;
  double  zoom;
} EspViewport;

void     esp_viewport_init            (EspViewport       *self);
void     esp_viewport_set_size        (EspViewport       *self,
                                       double             width,
                                       double             height);
void     esp_viewport_set_content     (EspViewport       *self,
                                       const EspRect     *content);

EspPoint esp_viewport_to_view         (const EspViewport *self,
                                       double             world_x,
                                       double             world_y);
EspPoint esp_viewport_to_world        (const EspViewport *self,
                                       double             view_x,
                                       double             view_y);
EspRect  esp_viewport_get_visible     (const EspViewport *self,
                                       double             extra);
double   esp_viewport_get_fit_zoom    (const EspViewport *self,
                                       const EspRect     *world);
double   esp_viewport_get_min_zoom    (const EspViewport *self);
gboolean esp_viewport_shows           (const EspViewport *self,
                                       const EspRect     *world);

void     esp_viewport_pan             (EspViewport       *self,
                                       double             view_dx,
                                       double             view_dy);
void     esp_viewport_zoom_at         (EspViewport       *self,
                                       double             zoom,
                                       double             view_x,
                                       double             view_y);
void     esp_viewport_hold            (EspViewport       *self,
                                       const EspPoint    *world,
                                       const EspPoint    *view);
void     esp_viewport_fit             (EspViewport       *self,
                                       const EspRect     *world);
void     esp_viewport_center          (EspViewport       *self,
                                       double             world_x,
                                       double             world_y);
void     esp_viewport_bring_into_view (EspViewport       *self,
                                       const EspRect     *world,
                                       double             margin);
EspPoint esp_viewport_get_origin      (const EspViewport *self,
                                       double             scale);

/**
 * EspOverview:
 * @content: the world
 * @x: map px of the content's left edge
 * @y: map px of the content's top edge
 * @scale_x: map px per world px
 * @scale_y: map px per world px
 *
 * How the whole world lies on a small map. A world that is very wide or very high is stretched across, so that it is not a mere stripe.
 */
typedef struct
{
  EspRect content;
  double  x;
  double  y;
  double  scale_x;
  double  scale_y;
} EspOverview;

void     esp_overview_init            (EspOverview       *self,
                                       const EspRect     *content,
                                       double             width,
                                       double             height);
EspRect  esp_overview_to_map          (const EspOverview *self,
                                       const EspRect     *world);
EspPoint esp_overview_to_world        (const EspOverview *self,
                                       double             map_x,
                                       double             map_y);

G_END_DECLS
