/* esp-render.h — a scene as a file: SVG, PNG, PDF
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "scene/esp-palette.h"
#include "scene/esp-scene.h"

G_BEGIN_DECLS

#define ESP_RENDER_ERROR (esp_render_error_quark ())
GQuark esp_render_error_quark (void);

typedef enum
{
  ESP_RENDER_ERROR_EMPTY, /* nothing to draw */
  ESP_RENDER_ERROR_CAIRO, /* a surface could not be made */
} EspRenderError;

/**
 * EspRenderOptions:
 * @palette: which set of colours
 * @scale: px of a PNG per world px, made smaller where the picture would be too large; vector formats ignore it
 * @margin: world px kept free around
 * @is_transparent: no ground is painted
 * @show_lines: secondary lines too
 * @title: (nullable): for the file's own title; the organization's name if %NULL
 */
typedef struct
{
  EspPalette  palette;
  double      scale;
  double      margin;
  gboolean    is_transparent;
  gboolean    show_lines;
  const char *title;
} EspRenderOptions;

/* light, 1.0, 36, opaque, with lines */
#define ESP_RENDER_OPTIONS_INIT { .palette = ESP_PALETTE_LIGHT, .scale = 1.0, .margin = 36.0, .show_lines = TRUE }

/* What is shown of the scene, whole: folded branches stay folded; fold nothing for all of it. */
GBytes *esp_render_svg      (EspScene               *scene,
                             const EspRenderOptions *options,
                             GError                **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *esp_render_png      (EspScene               *scene,
                             const EspRenderOptions *options,
                             double                 *scale,
                             GError                **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *esp_render_pdf      (EspScene               *scene,
                             const EspRenderOptions *options,
                             double                 *scale,
                             GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/* One card or plate alone, for the clipboard */
GBytes *esp_render_card_png (EspScene               *scene,
                             EspItem                 item,
                             const EspRenderOptions *options,
                             GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
