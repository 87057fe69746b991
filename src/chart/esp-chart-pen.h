/* esp-chart-pen.h — lines of horizontal and vertical pieces, on whole device pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "widgets/esp-boxes.h"
#include "widgets/esp-canvas.h"

G_BEGIN_DECLS

#define ESP_CHART_PEN_MAX_ROUND 200 /* corners that one pen rounds; a rounded one costs more than many straight pieces */

/**
 * EspChartPen:
 * @boxes: straight pieces go here
 * @snapshot: corners go here
 * @paint: how
 * @width: view px, whole device px
 * @rounding: of corners, view px; 0 for square ones
 * @color: of the line
 * @n_round: corners rounded so far
 */
typedef struct
{
  EspBoxes       *boxes;
  GtkSnapshot    *snapshot;
  const EspPaint *paint;
  double          width;
  double          rounding;
  GdkRGBA         color;
  guint           n_round;
} EspChartPen;

void esp_chart_pen_init (EspChartPen    *pen,
                         EspBoxes       *boxes,
                         GtkSnapshot    *snapshot,
                         const EspPaint *paint,
                         double          width,
                         const GdkRGBA  *color);
void esp_chart_pen_draw (EspChartPen    *pen,
                         const EspPoint *points,
                         guint           n_points);

G_END_DECLS
