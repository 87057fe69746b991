/* esp-find-bar.h — the bar to search the chart with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session/esp-session.h"

G_BEGIN_DECLS

#define ESP_TYPE_FIND_BAR (esp_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (EspFindBar, esp_find_bar, ESP, FIND_BAR, AdwBin)

void     esp_find_bar_set_session     (EspFindBar *self,
                                       EspSession *session);
void     esp_find_bar_set_key_capture (EspFindBar *self,
                                       GtkWidget  *widget);
void     esp_find_bar_focus           (EspFindBar *self);
gboolean esp_find_bar_get_show_list   (EspFindBar *self);
void     esp_find_bar_set_show_list   (EspFindBar *self,
                                       gboolean    show_list);

G_END_DECLS
