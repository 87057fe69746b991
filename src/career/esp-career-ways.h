/* esp-career-ways.h — from where one stands to where one wants to be, step by step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "career/esp-career-state.h"

G_BEGIN_DECLS

#define ESP_TYPE_CAREER_WAYS (esp_career_ways_get_type ())
G_DECLARE_FINAL_TYPE (EspCareerWays, esp_career_ways, ESP, CAREER_WAYS, GtkBox)

GtkWidget *esp_career_ways_new        (EspCareerState *state) G_GNUC_WARN_UNUSED_RESULT;

guint      esp_career_ways_get_n_ways (EspCareerWays  *self);

G_END_DECLS
