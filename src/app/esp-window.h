/* esp-window.h — one window: a document in three views
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session/esp-session.h"

G_BEGIN_DECLS

#define ESP_TYPE_WINDOW (esp_window_get_type ())
G_DECLARE_FINAL_TYPE (EspWindow, esp_window, ESP, WINDOW, AdwApplicationWindow)

EspWindow   *esp_window_new           (GtkApplication *application) G_GNUC_WARN_UNUSED_RESULT;
EspSession  *esp_window_get_session   (EspWindow      *self);
EspDocument *esp_window_get_document  (EspWindow      *self);
const char  *esp_window_get_page      (EspWindow      *self);
gboolean     esp_window_can_take_over (EspWindow      *self);
void         esp_window_show_document (EspWindow      *self,
                                       EspDocument    *document);
void         esp_window_show_welcome  (EspWindow      *self);
void         esp_window_toast         (EspWindow      *self,
                                       const char     *text);

G_END_DECLS
