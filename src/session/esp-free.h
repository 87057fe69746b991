/* esp-free.h — freeing what is large where nobody waits for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void esp_free_in_thread (gpointer       data,
                         GDestroyNotify free_func);

G_END_DECLS
