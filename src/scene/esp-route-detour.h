/* esp-route-detour.h — a way around every card between two cards; private to the room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "scene/esp-shown.h"

G_BEGIN_DECLS

/**
 * EspRouteGround:
 * @shown: a layout
 * @is_turned: x and y have changed places
 * @items: (element-type EspSpatialItem): for its questions
 *
 * What ways are looked for in, as in a chart that grows downwards.
 */
typedef struct
{
  const EspShown *shown;
  gboolean        is_turned;
  GArray         *items;
} EspRouteGround;

guint    esp_route_count_crossings (const EspRouteGround *ground,
                                    const EspPoint       *points,
                                    guint                 n_points,
                                    guint                 most);
guint    esp_route_detour          (const EspRouteGround *ground,
                                    const EspRect        *a,
                                    const EspRect        *b,
                                    double                ya,
                                    double                yb,
                                    double                margin,
                                    EspPoint              points[ESP_ROUTE_MAX_POINTS]);

G_END_DECLS
