/* esp-outline-cell.h — the first cell of a row of the outline: how deep it is, whether it is open, what it is called
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "scene/esp-card.h"

G_BEGIN_DECLS

#define ESP_TYPE_OUTLINE_CELL (esp_outline_cell_get_type ())
G_DECLARE_FINAL_TYPE (EspOutlineCell, esp_outline_cell, ESP, OUTLINE_CELL, GtkWidget)

GtkWidget *esp_outline_cell_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       esp_outline_cell_show (EspOutlineCell *self,
                                  EspScene       *scene,
                                  EspItem         item);
void       esp_outline_cell_tell (EspOutlineCell *self,
                                  EspScene       *scene,
                                  EspItem         item);

G_END_DECLS
