/* esp-chart-card.h — a position's card or a unit's plate as a widget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "chart/esp-chart-colors.h"
#include "scene/esp-scene.h"

G_BEGIN_DECLS

#define ESP_TYPE_CHART_CARD (esp_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (EspChartCard, esp_chart_card, ESP, CHART_CARD, GtkWidget)

/**
 * EspChartCardMarks:
 * @ESP_CHART_CARD_SELECTED: an accent ring
 * @ESP_CHART_CARD_HIT: found by a search
 * @ESP_CHART_CARD_DIMMED: off the way that is traced
 */
typedef enum
{
  ESP_CHART_CARD_SELECTED = 1 << 0,
  ESP_CHART_CARD_HIT      = 1 << 1,
  ESP_CHART_CARD_DIMMED   = 1 << 2,
} EspChartCardMarks;

GtkWidget *esp_chart_card_new       (const EspChartColors *colors) G_GNUC_WARN_UNUSED_RESULT;
void       esp_chart_card_bind      (EspChartCard         *self,
                                     EspScene             *scene,
                                     EspItem               item,
                                     EspChartCardMarks     marks);
EspItem    esp_chart_card_get_item  (EspChartCard         *self);
EspTable   esp_chart_card_get_row   (EspChartCard         *self,
                                     EspIx                *ix);

G_END_DECLS
