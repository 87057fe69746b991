/* esp-skill-radar.h — how strong each subject is in each group of skills, as a star
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "insight/esp-comparison.h"

G_BEGIN_DECLS

#define ESP_TYPE_SKILL_RADAR (esp_skill_radar_get_type ())
G_DECLARE_FINAL_TYPE (EspSkillRadar, esp_skill_radar, ESP, SKILL_RADAR, GtkWidget)

GtkWidget *esp_skill_radar_new        (const EspComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *esp_skill_radar_new_legend (const EspComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

guint      esp_skill_radar_get_n_axes (EspSkillRadar       *self);
double     esp_skill_radar_get_value  (EspSkillRadar       *self,
                                       guint                axis,
                                       guint                subject);

G_END_DECLS
