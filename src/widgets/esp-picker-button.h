/* esp-picker-button.h — a button that shows what was chosen and opens a picker to choose something else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "widgets/esp-picker.h"

G_BEGIN_DECLS

/**
 * EspPickerFunc:
 * @user_data: data given to esp_picker_button_set_func()
 *
 * Returns: (transfer full): the picker, when it is first wanted
 */
typedef GtkWidget *(*EspPickerFunc) (gpointer user_data);

#define ESP_TYPE_PICKER_BUTTON (esp_picker_button_get_type ())
G_DECLARE_FINAL_TYPE (EspPickerButton, esp_picker_button, ESP, PICKER_BUTTON, GtkButton)

GtkWidget  *esp_picker_button_new        (void) G_GNUC_WARN_UNUSED_RESULT;

EspPicker  *esp_picker_button_get_picker (EspPickerButton *self);
const char *esp_picker_button_get_text   (EspPickerButton *self);
void        esp_picker_button_set_text   (EspPickerButton *self,
                                          const char      *text);
void        esp_picker_button_set_func   (EspPickerButton *self,
                                          EspPickerFunc    func,
                                          gpointer         user_data);

G_END_DECLS
