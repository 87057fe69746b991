/* esp-export-dialog.h — asks what the chart becomes as a file, and writes it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session/esp-session.h"

G_BEGIN_DECLS

#define ESP_TYPE_EXPORT_DIALOG (esp_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EspExportDialog, esp_export_dialog, ESP, EXPORT_DIALOG, AdwWindow)

GtkWindow *esp_export_dialog_new   (GtkWindow       *parent,
                                    EspSession      *session);
void       esp_export_dialog_write (EspExportDialog *self,
                                    GFile           *file);

G_END_DECLS
