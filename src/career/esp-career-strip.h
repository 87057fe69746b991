/* esp-career-strip.h — the edges of the map: the names of its ladders, or of its levels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "career/esp-career-plane.h"

G_BEGIN_DECLS

#define ESP_TYPE_CAREER_STRIP (esp_career_strip_get_type ())
G_DECLARE_FINAL_TYPE (EspCareerStrip, esp_career_strip, ESP, CAREER_STRIP, GtkWidget)

GtkWidget *esp_career_strip_new (EspCareerPlane *plane,
                                 EspCareerState *state,
                                 GtkOrientation  orientation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
