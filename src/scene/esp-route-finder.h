/* esp-route-finder.h — a way from one card to another between the cards; private to the room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "scene/esp-route-detour.h"

G_BEGIN_DECLS

guint esp_route_find (const EspShown *shown,
                      const EspRect  *from,
                      const EspRect  *to,
                      guint           lane,
                      int             slot,
                      gboolean        is_rough,
                      EspPoint        points[ESP_ROUTE_MAX_POINTS]);

G_END_DECLS
