/* esp-rename-popover.h — a card's words, to be written beside it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "session/esp-session.h"

G_BEGIN_DECLS

#define ESP_TYPE_RENAME_POPOVER (esp_rename_popover_get_type ())
G_DECLARE_FINAL_TYPE (EspRenamePopover, esp_rename_popover, ESP, RENAME_POPOVER, GtkPopover)

GtkWidget *esp_rename_popover_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       esp_rename_popover_open (EspRenamePopover *self,
                                    EspSession       *session,
                                    EspTable          table,
                                    EspIx             ix);

G_END_DECLS
