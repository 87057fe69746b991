/* esp-view-options.h — how the chart is drawn, in one popover
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "session/esp-session.h"

G_BEGIN_DECLS

#define ESP_TYPE_VIEW_OPTIONS (esp_view_options_get_type ())
G_DECLARE_FINAL_TYPE (EspViewOptions, esp_view_options, ESP, VIEW_OPTIONS, GtkPopover)

void esp_view_options_set_session (EspViewOptions *self,
                                   EspSession     *session);

G_END_DECLS
