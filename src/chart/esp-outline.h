/* esp-outline.h — the chart as a list of rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session/esp-session.h"

G_BEGIN_DECLS

#define ESP_TYPE_OUTLINE (esp_outline_get_type ())
G_DECLARE_FINAL_TYPE (EspOutline, esp_outline, ESP, OUTLINE, AdwBin)

void esp_outline_set_session   (EspOutline *self,
                                EspSession *session);
void esp_outline_set_is_narrow (EspOutline *self,
                                gboolean    is_narrow);
void esp_outline_show_selected (EspOutline *self);

G_END_DECLS
