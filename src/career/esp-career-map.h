/* esp-career-map.h — the map with its edges, scrolled together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "career/esp-career-plane.h"
#include "career/esp-career-state.h"

G_BEGIN_DECLS

#define ESP_TYPE_CAREER_MAP (esp_career_map_get_type ())
G_DECLARE_FINAL_TYPE (EspCareerMap, esp_career_map, ESP, CAREER_MAP, GtkBox)

GtkWidget      *esp_career_map_new       (EspCareerState *state) G_GNUC_WARN_UNUSED_RESULT;

EspCareerPlane *esp_career_map_get_plane (EspCareerMap   *self);

G_END_DECLS
