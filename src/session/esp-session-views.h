/* esp-session-views.h — views of the chart that are saved in the document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "session/esp-session.h"

G_BEGIN_DECLS

void esp_session_save_view   (EspSession *self,
                              const char *name);
void esp_session_show_view   (EspSession *self,
                              EspIx       view);
void esp_session_rename_view (EspSession *self,
                              EspIx       view,
                              const char *name);
void esp_session_remove_view (EspSession *self,
                              EspIx       view);

G_END_DECLS
