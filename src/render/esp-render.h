/* esp-render.h — the chart as a file: SVG, PNG, PDF
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "scene/esp-palette.h"
#include "scene/esp-scene.h"

G_BEGIN_DECLS

#define ESP_RENDER_ERROR (esp_render_error_quark ())
GQuark esp_render_error_quark (void);

typedef enum
{
  ESP_RENDER_ERROR_TOO_LARGE, /* even drawn as small as can be read, the picture would be larger than the format allows */
  ESP_RENDER_ERROR_FAILED,    /* the picture could not be written */
} EspRenderError;

/**
 * EspRenderOptions:
 * @palette: the colours
 * @scale: px of a PNG per world px; sizes of SVG and PDF (1 world px = 1/96 inch) are multiplied by it
 * @margin: free around the chart, world px
 * @is_transparent: no ground is painted
 * @show_lines: draw the secondary lines
 * @show_legend: below the chart, say what its colours, marks and lines mean
 * @title: (nullable): of the document; the organization's name if %NULL
 *
 * What a picture shows beside the scene: folds, frames, direction and density are the scene's.
 */
typedef struct
{
  EspPalette  palette;
  double      scale;
  double      margin;
  gboolean    is_transparent;
  gboolean    show_lines;
  gboolean    show_legend;
  const char *title;
} EspRenderOptions;

#define ESP_RENDER_OPTIONS_INIT \
  { .palette = ESP_PALETTE_LIGHT, .scale = 1.0, .margin = 36.0, .show_lines = TRUE, .show_legend = TRUE }

/**
 * EspRenderResult:
 * @width: of the picture: px (SVG, PNG) or points (PDF)
 * @height: likewise
 * @scale: the scale it has, smaller than the one asked for if @is_reduced
 * @is_reduced: the picture was larger than its format allows, and was drawn smaller
 * @n_items: cards and plates drawn
 */
typedef struct
{
  double   width;
  double   height;
  double   scale;
  gboolean is_reduced;
  guint32  n_items;
} EspRenderResult;

GBytes *esp_render_svg      (EspScene                *scene,
                             const EspRenderOptions  *options,
                             EspRenderResult         *result,
                             GCancellable            *cancellable,
                             GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *esp_render_png      (EspScene                *scene,
                             const EspRenderOptions  *options,
                             EspRenderResult         *result,
                             GCancellable            *cancellable,
                             GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *esp_render_pdf      (EspScene                *scene,
                             const EspRenderOptions  *options,
                             EspRenderResult         *result,
                             GCancellable            *cancellable,
                             GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/* On somebody else's page */
void    esp_render_measure  (EspScene                *scene,
                             const EspRenderOptions  *options,
                             double                  *width,
                             double                  *height);
gboolean esp_render_draw    (EspScene                *scene,
                             const EspRenderOptions  *options,
                             cairo_t                 *cr,
                             GError                 **error);

/* One card or plate alone */
void    esp_render_card     (EspScene                *scene,
                             EspItem                  item,
                             const EspRenderOptions  *options,
                             cairo_t                 *cr);
GBytes *esp_render_card_png (EspScene                *scene,
                             EspItem                  item,
                             const EspRenderOptions  *options,
                             GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
