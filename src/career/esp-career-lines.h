/* esp-career-lines.h — how moves are drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "career/esp-career-plane.h"

G_BEGIN_DECLS

void       esp_career_lines_draw       (EspCareerPlane *plane,
                                        EspCareerState *state,
                                        cairo_t        *cr);
GtkWidget *esp_career_lines_new_legend (void) G_GNUC_WARN_UNUSED_RESULT;
GdkRGBA    esp_career_lines_get_rgba   (EspColor        color);

G_END_DECLS
