/* esp-filter-popover.h — choosing what the chart is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "session/esp-session.h"

G_BEGIN_DECLS

#define ESP_TYPE_FILTER_POPOVER (esp_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (EspFilterPopover, esp_filter_popover, ESP, FILTER_POPOVER, GtkPopover)

GtkWidget *esp_filter_popover_new  (EspSession       *session) G_GNUC_WARN_UNUSED_RESULT;
void       esp_filter_popover_open (EspFilterPopover *self,
                                    EspFacet          facet);

G_END_DECLS
