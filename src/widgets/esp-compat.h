/* esp-compat.h — what newer GTK has and the oldest we build on has not, or the other way round
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     esp_compat_announce     (GtkWidget  *widget,
                                  const char *message);
void     esp_compat_get_color    (GtkWidget  *widget,
                                  GdkRGBA    *color);
gboolean esp_compat_lookup_color (GtkWidget  *widget,
                                  const char *name,
                                  GdkRGBA    *color);
void     esp_compat_scroll_to    (GtkWidget  *list,
                                  guint       position);

G_END_DECLS
