/* esp-extra.h — members kept as source text: "name": value, "name": value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *esp_extra_without (const char *extra,
                         const char *name);

G_END_DECLS
