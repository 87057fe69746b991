/* esp-career-plane.h — the map itself: stations as buttons, and the lines between them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "career/esp-career-plan.h"
#include "career/esp-career-state.h"
#include "career/esp-career-station.h"
#include "scene/esp-palette.h"

G_BEGIN_DECLS

#define ESP_TYPE_CAREER_PLANE (esp_career_plane_get_type ())
G_DECLARE_FINAL_TYPE (EspCareerPlane, esp_career_plane, ESP, CAREER_PLANE, GtkWidget)

GtkWidget           *esp_career_plane_new           (EspCareerState      *state) G_GNUC_WARN_UNUSED_RESULT;

const EspCareerPlan *esp_career_plane_get_plan      (EspCareerPlane      *self);
EspCareerStation    *esp_career_plane_get_station   (EspCareerPlane      *self,
                                                     guint                stop);
gboolean             esp_career_plane_get_all_moves (EspCareerPlane      *self);
void                 esp_career_plane_set_all_moves (EspCareerPlane      *self,
                                                     gboolean             all_moves);

/* Places, in px of a plane of this size */
void                 esp_career_plane_get_size      (EspCareerPlane      *self,
                                                     int                 *width,
                                                     int                 *height);
void                 esp_career_plane_get_lane      (EspCareerPlane      *self,
                                                     guint                lane,
                                                     int                  plane_width,
                                                     int                 *x,
                                                     int                 *width);
void                 esp_career_plane_get_row       (EspCareerPlane      *self,
                                                     guint                row,
                                                     int                 *y,
                                                     int                 *height);
void                 esp_career_plane_get_ring      (EspCareerPlane      *self,
                                                     guint                stop,
                                                     double              *x,
                                                     double              *y);

EspColor             esp_career_lane_get_color      (guint                lane);

G_END_DECLS
