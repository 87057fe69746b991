/* esp-compare-column.h — the head of a column of the comparison: a role, and what can be done with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "session/esp-session.h"

G_BEGIN_DECLS

#define ESP_TYPE_COMPARE_COLUMN (esp_compare_column_get_type ())
G_DECLARE_FINAL_TYPE (EspCompareColumn, esp_compare_column, ESP, COMPARE_COLUMN, GtkBox)

GtkWidget *esp_compare_column_new              (EspSession       *session,
                                                EspCatalogue     *catalogue,
                                                const EspRole    *role) G_GNUC_WARN_UNUSED_RESULT;
void       esp_compare_column_update_positions (EspCompareColumn *self);

GtkWidget *esp_compare_new_role_picker         (EspSession       *session,
                                                EspCatalogue     *catalogue) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
