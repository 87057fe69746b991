/* esp-views-popover.h — the views that are saved in the document: chosen, saved, renamed, deleted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "session/esp-session.h"

G_BEGIN_DECLS

#define ESP_TYPE_VIEWS_POPOVER (esp_views_popover_get_type ())
G_DECLARE_FINAL_TYPE (EspViewsPopover, esp_views_popover, ESP, VIEWS_POPOVER, GtkPopover)

GtkWidget *esp_views_popover_new  (EspSession      *session) G_GNUC_WARN_UNUSED_RESULT;

void       esp_views_popover_open (EspViewsPopover *self,
                                   gboolean         saves);

G_END_DECLS
