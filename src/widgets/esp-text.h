/* esp-text.h — labels of running text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *esp_text_new         (const char *text,
                                 const char *css_class) G_GNUC_WARN_UNUSED_RESULT;
void       esp_text_append_note (GtkBox     *box,
                                 const char *text);

G_END_DECLS
