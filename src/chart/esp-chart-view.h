/* esp-chart-view.h — the chart with what lies over it: zoom, map, scrollbars, and what is said when there is nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "chart/esp-chart.h"

G_BEGIN_DECLS

#define ESP_TYPE_CHART_VIEW (esp_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (EspChartView, esp_chart_view, ESP, CHART_VIEW, AdwBin)

GtkWidget  *esp_chart_view_new              (void) G_GNUC_WARN_UNUSED_RESULT;
EspSession *esp_chart_view_get_session      (EspChartView *self);
void        esp_chart_view_set_session      (EspChartView *self,
                                             EspSession   *session);
gboolean    esp_chart_view_get_show_minimap (EspChartView *self);
void        esp_chart_view_set_show_minimap (EspChartView *self,
                                             gboolean      show_minimap);
EspChart   *esp_chart_view_get_chart        (EspChartView *self);

G_END_DECLS
