/* esp-position-editor.h — the fields of a position, of its holders and its lines, to be changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session/esp-session.h"

G_BEGIN_DECLS

#define ESP_TYPE_POSITION_EDITOR (esp_position_editor_get_type ())
G_DECLARE_FINAL_TYPE (EspPositionEditor, esp_position_editor, ESP, POSITION_EDITOR, AdwBin)

GtkWidget *esp_position_editor_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void       esp_position_editor_set_session (EspPositionEditor *self,
                                            EspSession        *session);
void       esp_position_editor_update      (EspPositionEditor *self);

G_END_DECLS
