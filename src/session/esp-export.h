/* esp-export.h — the chart of a session, or its people, as a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "session/esp-session.h"

G_BEGIN_DECLS

typedef enum
{
  ESP_EXPORT_PDF,
  ESP_EXPORT_SVG,
  ESP_EXPORT_PNG,
  ESP_EXPORT_CSV, /* everybody, whatever the chart shows */
  ESP_EXPORT_MARKDOWN, /* everybody, as an outline by units or by reporting lines, as the chart is */
  ESP_EXPORT_N_FORMATS
} EspExportFormat;

/**
 * EspExportOptions:
 * @format: what becomes of it
 * @is_whole: everything, nothing folded, not filtered and no branch alone; else as the chart is now
 * @show_lines: draw the secondary lines
 * @show_legend: below the chart, say what its colours, marks and lines mean
 * @is_transparent: no ground is painted
 * @scale: of a PNG: px per world px
 */
typedef struct
{
  EspExportFormat format;
  gboolean        is_whole;
  gboolean        show_lines;
  gboolean        show_legend;
  gboolean        is_transparent;
  double          scale;
} EspExportOptions;

const char *esp_export_get_ending (EspExportFormat         format);
void        esp_export_async      (EspSession             *session,
                                   const EspExportOptions *options,
                                   GFile                  *file,
                                   GCancellable           *cancellable,
                                   GAsyncReadyCallback     callback,
                                   gpointer                user_data);
gboolean    esp_export_finish     (EspSession             *session,
                                   GAsyncResult           *result,
                                   double                 *scale,
                                   GError                **error);

G_END_DECLS
