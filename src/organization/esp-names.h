/* esp-names.h — names of people as they are compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *esp_name_fold (const char *name);

G_END_DECLS
