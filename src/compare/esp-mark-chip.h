/* esp-mark-chip.h — a mark of the comparison: a sign and a word on a tint
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "insight/esp-comparison.h"

G_BEGIN_DECLS

GtkWidget  *esp_mark_chip_new           (EspMark mark) G_GNUC_WARN_UNUSED_RESULT;
const char *esp_mark_chip_get_css_class (EspMark mark);

G_END_DECLS
