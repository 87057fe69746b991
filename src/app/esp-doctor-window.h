/* esp-doctor-window.h — what the data doctor noticed, where, why, and what can be done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session/esp-session.h"

G_BEGIN_DECLS

#define ESP_TYPE_DOCTOR_WINDOW (esp_doctor_window_get_type ())
G_DECLARE_FINAL_TYPE (EspDoctorWindow, esp_doctor_window, ESP, DOCTOR_WINDOW, AdwWindow)

GtkWindow *esp_doctor_window_new (GtkWindow  *parent,
                                  EspSession *session);

G_END_DECLS
