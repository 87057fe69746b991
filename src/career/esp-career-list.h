/* esp-career-list.h — the ladders as a list, where there is no room for the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "career/esp-career-state.h"

G_BEGIN_DECLS

/**
 * EspCareerList:
 *
 * Signal `activated ()`: somebody chose a rung, which is the one looked at now.
 */
#define ESP_TYPE_CAREER_LIST (esp_career_list_get_type ())
G_DECLARE_FINAL_TYPE (EspCareerList, esp_career_list, ESP, CAREER_LIST, GtkBox)

GtkWidget *esp_career_list_new (EspCareerState *state) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
