/* esp-row-dialog.h — asks for a position or a unit, by searching
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session/esp-lookup.h"
#include "session/esp-session-edit.h"

G_BEGIN_DECLS

#define ESP_TYPE_ROW_DIALOG (esp_row_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EspRowDialog, esp_row_dialog, ESP, ROW_DIALOG, AdwWindow)

/* Each asks, and then edits what is selected */
void esp_row_dialog_move          (GtkWindow        *parent,
                                   EspSession       *session);
void esp_row_dialog_add_line      (GtkWindow        *parent,
                                   EspSession       *session);
void esp_row_dialog_set_line_end  (GtkWindow        *parent,
                                   EspSession       *session,
                                   guint             nth);
void esp_row_dialog_set_head      (GtkWindow        *parent,
                                   EspSession       *session);

G_END_DECLS
