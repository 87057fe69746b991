/* esp-settings.h — the preferences, wherever the program runs from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *esp_settings_get_default (void);

G_END_DECLS
