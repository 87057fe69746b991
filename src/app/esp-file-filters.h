/* esp-file-filters.h — which files the file dialogs show, and what is said when there is no dialog
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void        esp_file_filters_add_to_open (GtkFileChooser *chooser);
void        esp_file_filters_add_to_save (GtkFileChooser *chooser);
const char *esp_file_filters_explain     (int             response);

G_END_DECLS
