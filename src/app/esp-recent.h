/* esp-recent.h — the files that were opened and saved lately
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       esp_recent_add  (GFile *file);
GPtrArray *esp_recent_list (guint  n_max) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
