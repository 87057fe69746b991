/* esp-inspector.h — what there is to know about the selected position or unit, and to change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session/esp-session.h"

G_BEGIN_DECLS

#define ESP_TYPE_INSPECTOR (esp_inspector_get_type ())
G_DECLARE_FINAL_TYPE (EspInspector, esp_inspector, ESP, INSPECTOR, AdwBin)

GtkWidget  *esp_inspector_new         (void) G_GNUC_WARN_UNUSED_RESULT;
EspSession *esp_inspector_get_session (EspInspector *self);
void        esp_inspector_set_session (EspInspector *self,
                                       EspSession   *session);

G_END_DECLS
