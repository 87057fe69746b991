/* esp-chart.h — the chart of a session's scene
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart/esp-stage.h"
#include "scene/esp-palette.h"
#include "scene/esp-scene.h"
#include "session/esp-session.h"
#include "widgets/esp-canvas.h"

G_BEGIN_DECLS

#define ESP_TYPE_CHART (esp_chart_get_type ())
G_DECLARE_FINAL_TYPE (EspChart, esp_chart, ESP, CHART, EspCanvas)

GtkWidget  *esp_chart_new             (void) G_GNUC_WARN_UNUSED_RESULT;

EspSession *esp_chart_get_session     (EspChart   *self);
void        esp_chart_set_session     (EspChart   *self,
                                       EspSession *session);

double      esp_chart_get_top_inset   (EspChart   *self);
void        esp_chart_set_top_inset   (EspChart   *self,
                                       double      top_inset);

EspColor    esp_chart_get_lens        (EspChart   *self);
void        esp_chart_set_lens        (EspChart   *self,
                                       EspColor    lens);

EspScene   *esp_chart_get_scene       (EspChart   *self);
EspStage    esp_chart_get_stage       (EspChart   *self);
GtkWidget  *esp_chart_get_card        (EspChart   *self,
                                       EspItem     item);

/* The keyboard is at one item */
EspItem     esp_chart_get_focus_item  (EspChart   *self);
void        esp_chart_focus_item      (EspChart   *self,
                                       EspItem     item);

void        esp_chart_select          (EspChart   *self,
                                       EspItem     item);
void        esp_chart_toggle_fold     (EspChart   *self,
                                       EspItem     item);
void        esp_chart_show_item       (EspChart   *self,
                                       EspItem     item);
void        esp_chart_toggle_isolated (EspChart   *self);
void        esp_chart_open_menu       (EspChart   *self,
                                       EspItem     item);
void        esp_chart_go_to_opening   (EspChart   *self);

G_END_DECLS
