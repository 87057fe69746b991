/* esp-unit-editor.h — the fields of a unit, to be changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session/esp-session.h"

G_BEGIN_DECLS

#define ESP_TYPE_UNIT_EDITOR (esp_unit_editor_get_type ())
G_DECLARE_FINAL_TYPE (EspUnitEditor, esp_unit_editor, ESP, UNIT_EDITOR, AdwBin)

GtkWidget *esp_unit_editor_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void       esp_unit_editor_set_session (EspUnitEditor *self,
                                        EspSession    *session);
void       esp_unit_editor_update      (EspUnitEditor *self);

G_END_DECLS
