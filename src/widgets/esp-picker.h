/* esp-picker.h — a popover to choose one of many by typing or by looking through groups
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * EspPicker:
 *
 * Signal `picked (const char *id)`: somebody chose; the popover is closed already.
 */
#define ESP_TYPE_PICKER (esp_picker_get_type ())
G_DECLARE_FINAL_TYPE (EspPicker, esp_picker, ESP, PICKER, GtkPopover)

GtkWidget *esp_picker_new          (const char         *placeholder) G_GNUC_WARN_UNUSED_RESULT;
void       esp_picker_add          (EspPicker          *self,
                                    const char         *id,
                                    const char         *name,
                                    const char         *group,
                                    const char * const *words);
void       esp_picker_set_disabled (EspPicker          *self,
                                    const char * const *ids);

G_END_DECLS
