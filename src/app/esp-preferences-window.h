/* esp-preferences-window.h — the preferences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ESP_TYPE_PREFERENCES_WINDOW (esp_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (EspPreferencesWindow, esp_preferences_window, ESP, PREFERENCES_WINDOW, AdwPreferencesWindow)

GtkWindow *esp_preferences_window_new (GtkWindow *parent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
