/* esp-application.h — the application: its windows, its actions, what it is asked to open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "app/esp-window.h"

G_BEGIN_DECLS

#define ESP_TYPE_APPLICATION (esp_application_get_type ())
G_DECLARE_FINAL_TYPE (EspApplication, esp_application, ESP, APPLICATION, AdwApplication)

EspApplication *esp_application_new            (void) G_GNUC_WARN_UNUSED_RESULT;
void            esp_application_show_document  (EspApplication *self,
                                                EspDocument    *document,
                                                EspWindow      *window);
gboolean        esp_application_is_last_window (EspWindow      *window);

G_END_DECLS
