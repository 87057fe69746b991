/* esp-diff-model.h — differences as a list of rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "organization/esp-diff.h"

G_BEGIN_DECLS

/**
 * EspDiffRow:
 *
 * One difference, made when it is asked for: what it is about, and what is different, in words.
 */
#define ESP_TYPE_DIFF_ROW (esp_diff_row_get_type ())
G_DECLARE_FINAL_TYPE (EspDiffRow, esp_diff_row, ESP, DIFF_ROW, GObject)

const char *esp_diff_row_get_title    (EspDiffRow *self);
const char *esp_diff_row_get_subtitle (EspDiffRow *self);

#define ESP_TYPE_DIFF_MODEL (esp_diff_model_get_type ())
G_DECLARE_FINAL_TYPE (EspDiffModel, esp_diff_model, ESP, DIFF_MODEL, GObject)

EspDiffModel *esp_diff_model_new (EspDiff *diff) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
