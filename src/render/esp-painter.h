/* esp-painter.h — walks a scene and says to a pen what to draw; private to the room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "render/esp-legend.h"
#include "render/esp-render.h"

G_BEGIN_DECLS

/**
 * EspPage:
 * @rect: what of the world the picture takes, with its margin, on whole px
 * @chart: around everything that belongs to the chart
 * @legend: below it; without entries if there is none
 */
typedef struct
{
  EspRect   rect;
  EspRect   chart;
  EspLegend legend;
} EspPage;

void     esp_painter_get_page     (EspScene               *scene,
                                   const EspStyles        *styles,
                                   const EspRenderOptions *options,
                                   EspPage                *page);
gboolean esp_painter_paint        (EspPen                 *pen,
                                   EspScene               *scene,
                                   const EspPage          *page,
                                   const EspRenderOptions *options,
                                   GCancellable           *cancellable,
                                   guint32                *n_items,
                                   GError                **error);

/* Parts of it */
void     esp_painter_paint_card   (EspPen                 *pen,
                                   EspScene               *scene,
                                   EspItem                 item);
void     esp_painter_paint_routes (EspPen                 *pen,
                                   EspScene               *scene);
void     esp_painter_paint_line   (EspPen                 *pen,
                                   EspLineKind             kind,
                                   gboolean                is_thin,
                                   const EspPoint         *points,
                                   guint                   n_points);
void     esp_painter_paint_mark   (EspPen                 *pen,
                                   EspLineKind             kind,
                                   const EspPoint         *before,
                                   const EspPoint         *end);
void     esp_painter_paint_place  (EspPen                 *pen,
                                   const EspRect          *rect,
                                   EspColor                color);
double   esp_painter_get_baseline (const EspStyles        *styles,
                                   EspWords                words,
                                   double                  top,
                                   double                  height);

G_END_DECLS
