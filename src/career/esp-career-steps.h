/* esp-career-steps.h — steps between rungs, in words: the kind of move, what it means, and what it asks to build
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "insight/esp-paths.h"

G_BEGIN_DECLS

/* Which end of a step a row is about */
typedef enum
{
  ESP_STEP_TO,
  ESP_STEP_FROM,
} EspStepEnd;

GtkWidget     *esp_career_skills_new   (EspCatalogue  *catalogue,
                                        GPtrArray     *skills) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget     *esp_career_build_new    (EspCatalogue  *catalogue,
                                        GArray        *build) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget     *esp_career_step_row_new (EspCatalogue  *catalogue,
                                        const EspStep *step,
                                        EspStepEnd     end) G_GNUC_WARN_UNUSED_RESULT;
const EspRung *esp_career_row_get_rung (GtkListBoxRow *row);
void           esp_career_row_set_rung (GtkListBoxRow *row,
                                        const EspRung *rung);

G_END_DECLS
