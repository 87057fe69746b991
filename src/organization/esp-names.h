/* esp-names.h — names of people as they are compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *esp_name_fold (const char *name);
char *esp_id_fold   (const char *id,
                     gboolean    ignore_leading_zeros,
                     gboolean    ignore_case);

G_END_DECLS
