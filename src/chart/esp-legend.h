/* esp-legend.h — what the colours of the chart mean, how much of each is in view, and a lens on one of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart/esp-chart.h"

G_BEGIN_DECLS

#define ESP_TYPE_LEGEND (esp_legend_get_type ())
G_DECLARE_FINAL_TYPE (EspLegend, esp_legend, ESP, LEGEND, GtkWidget)

GtkWidget *esp_legend_new       (void) G_GNUC_WARN_UNUSED_RESULT;
EspChart  *esp_legend_get_chart (EspLegend *self);
void       esp_legend_set_chart (EspLegend *self,
                                 EspChart  *chart);

G_END_DECLS
