/* esp-import-dialog.h — what the columns of a foreign table are, and what becomes of its first rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "io/esp-table-preview.h"

G_BEGIN_DECLS

/**
 * EspImportDialog:
 *
 * Signal `done (gboolean is_accepted)`: the user has decided, once. After “Open” the mapping is remembered for tables with the same headers.
 */
#define ESP_TYPE_IMPORT_DIALOG (esp_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EspImportDialog, esp_import_dialog, ESP, IMPORT_DIALOG, AdwWindow)

EspImportDialog *esp_import_dialog_new         (GtkWindow       *parent,
                                                EspTablePreview *preview,
                                                const char      *title);
EspTableMapping *esp_import_dialog_get_mapping (EspImportDialog *self);

G_END_DECLS
