/* esp-delete-dialog.h — what shall become of the reports of those that are deleted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session/esp-session.h"

G_BEGIN_DECLS

void esp_delete_dialog_ask (GtkWindow  *parent,
                            EspSession *session);

G_END_DECLS
