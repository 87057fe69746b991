/* esp-columns.h — a heading and equal columns beside it, below it, or one below the other, as the width allows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EspColumnsMode:
 * @ESP_COLUMNS_STACKED: everything one below the other, each column under its caption
 * @ESP_COLUMNS_BELOW: the heading above, the columns side by side below it
 * @ESP_COLUMNS_BESIDE: the heading at the start, the columns beside it
 */
typedef enum
{
  ESP_COLUMNS_STACKED,
  ESP_COLUMNS_BELOW,
  ESP_COLUMNS_BESIDE,
} EspColumnsMode;

#define ESP_TYPE_COLUMNS (esp_columns_get_type ())
G_DECLARE_FINAL_TYPE (EspColumns, esp_columns, ESP, COLUMNS, GtkWidget)

GtkWidget     *esp_columns_new      (GtkWidget  *heading) G_GNUC_WARN_UNUSED_RESULT;
void           esp_columns_add      (EspColumns *self,
                                     GtkWidget  *caption,
                                     GtkWidget  *column);

EspColumnsMode esp_columns_mode_for (int         width,
                                     guint       n_columns);

G_END_DECLS
