/* esp-minimap.h — the whole of a canvas in a corner, and where one is in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "widgets/esp-canvas.h"

G_BEGIN_DECLS

#define ESP_TYPE_MINIMAP (esp_minimap_get_type ())
G_DECLARE_FINAL_TYPE (EspMinimap, esp_minimap, ESP, MINIMAP, GtkWidget)

GtkWidget *esp_minimap_new        (void) G_GNUC_WARN_UNUSED_RESULT;
EspCanvas *esp_minimap_get_canvas (EspMinimap *self);
void       esp_minimap_set_canvas (EspMinimap *self,
                                   EspCanvas  *canvas);

G_END_DECLS
