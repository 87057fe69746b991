/* esp-sample-preview.h — the chart of a built-in example, small
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "catalogue/esp-catalogue.h"

G_BEGIN_DECLS

#define ESP_TYPE_SAMPLE_PREVIEW (esp_sample_preview_get_type ())
G_DECLARE_FINAL_TYPE (EspSamplePreview, esp_sample_preview, ESP, SAMPLE_PREVIEW, GtkWidget)

GtkWidget *esp_sample_preview_new (const EspSample *sample) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
