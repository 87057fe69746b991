/* esp-narrow-bin.h — one child, and a word for how wide it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ESP_TYPE_WIDTH_CLASS (esp_width_class_get_type ())
GType esp_width_class_get_type (void);

/**
 * EspWidthClass:
 * @ESP_WIDTH_CLASS_NARROW: below 600 px
 * @ESP_WIDTH_CLASS_MEDIUM: 600 … 1079 px
 * @ESP_WIDTH_CLASS_WIDE: 1080 px and more
 */
typedef enum
{
  ESP_WIDTH_CLASS_NARROW,
  ESP_WIDTH_CLASS_MEDIUM,
  ESP_WIDTH_CLASS_WIDE,
} EspWidthClass;

#define ESP_TYPE_NARROW_BIN (esp_narrow_bin_get_type ())
G_DECLARE_FINAL_TYPE (EspNarrowBin, esp_narrow_bin, ESP, NARROW_BIN, GtkWidget)

GtkWidget    *esp_narrow_bin_new             (void) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget    *esp_narrow_bin_get_child       (EspNarrowBin *self);
void          esp_narrow_bin_set_child       (EspNarrowBin *self,
                                              GtkWidget    *child);
EspWidthClass esp_narrow_bin_get_width_class (EspNarrowBin *self);

EspWidthClass esp_width_class_of             (int            width,
                                              EspWidthClass  present);

G_END_DECLS
