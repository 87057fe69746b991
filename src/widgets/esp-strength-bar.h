/* esp-strength-bar.h — so many parts of a few: how strong something is, and how much is still to be built
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ESP_TYPE_STRENGTH_BAR (esp_strength_bar_get_type ())
G_DECLARE_FINAL_TYPE (EspStrengthBar, esp_strength_bar, ESP, STRENGTH_BAR, GtkWidget)

GtkWidget *esp_strength_bar_new      (int             value,
                                      int             n_parts) G_GNUC_WARN_UNUSED_RESULT;
int        esp_strength_bar_get_goal (EspStrengthBar *self);
void       esp_strength_bar_set_goal (EspStrengthBar *self,
                                      int             goal);

G_END_DECLS
