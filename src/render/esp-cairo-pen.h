/* esp-cairo-pen.h — a pen that draws with cairo and Pango
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pangocairo.h>

#include "render/esp-pen.h"

G_BEGIN_DECLS

typedef struct
{
  EspPen       pen;
  cairo_t     *cr;                   /* borrowed */
  PangoLayout *layouts[ESP_N_WORDS]; /* made when first used */
  GString     *text;
  double       scale;                /* device px per world px */
  gboolean     is_raster;
} EspCairoPen;

void esp_cairo_pen_init  (EspCairoPen     *self,
                          cairo_t         *cr,
                          const EspStyles *styles,
                          gboolean         is_mirrored,
                          double           scale,
                          gboolean         is_raster);
void esp_cairo_pen_clear (EspCairoPen     *self);

/* Adds a box with round corners to the path of @cr. */
void esp_cairo_add_rounded (cairo_t       *cr,
                            const EspRect *box,
                            double         radius,
                            EspCorners     corners);

G_END_DECLS
