/* esp-career-panel.h — all about the rung looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "career/esp-career-state.h"

G_BEGIN_DECLS

#define ESP_TYPE_CAREER_PANEL (esp_career_panel_get_type ())
G_DECLARE_FINAL_TYPE (EspCareerPanel, esp_career_panel, ESP, CAREER_PANEL, GtkWidget)

GtkWidget *esp_career_panel_new (EspCareerState *state) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
