/* esp-outline-model.h — what a chart shows, as a list of rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "session/esp-session.h"

G_BEGIN_DECLS

/**
 * EspOutlineRow:
 *
 * One row, made when somebody looks at it and the same as long as somebody does. Signal `changed ()`: what it stands for says something else, is folded or
 * opened, or hangs elsewhere.
 */
#define ESP_TYPE_OUTLINE_ROW (esp_outline_row_get_type ())
G_DECLARE_FINAL_TYPE (EspOutlineRow, esp_outline_row, ESP, OUTLINE_ROW, GObject)

EspRowKey        esp_outline_row_get_key     (EspOutlineRow   *self);

/**
 * EspOutlineModel:
 *
 * A #GListModel of #EspOutlineRow: everything that the scene of a session shows, in reading order; folds, filter and isolation are the chart's. A fold is
 * one items-changed. Four bytes a row.
 *
 * Follows the session only while it is active; before, it is empty. Signal `changing (uint position, uint removed, uint added)`: the rows are about to
 * change so.
 */
#define ESP_TYPE_OUTLINE_MODEL (esp_outline_model_get_type ())
G_DECLARE_FINAL_TYPE (EspOutlineModel, esp_outline_model, ESP, OUTLINE_MODEL, GObject)

EspOutlineModel *esp_outline_model_new       (EspSession      *session) G_GNUC_WARN_UNUSED_RESULT;
void             esp_outline_model_set_active (EspOutlineModel *self,
                                              gboolean         active);
guint            esp_outline_model_find      (EspOutlineModel *self,
                                              EspRowKey        key);
EspRowKey        esp_outline_model_get_key   (EspOutlineModel *self,
                                              guint            position);

G_END_DECLS
