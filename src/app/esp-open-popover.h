/* esp-open-popover.h — recent files and built-in examples, behind the arrow of the Open button
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ESP_TYPE_OPEN_POPOVER (esp_open_popover_get_type ())
G_DECLARE_FINAL_TYPE (EspOpenPopover, esp_open_popover, ESP, OPEN_POPOVER, GtkPopover)

G_END_DECLS
