/* esp-card-copy.h — a card on the clipboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "scene/esp-scene.h"

G_BEGIN_DECLS

void     esp_card_copy_text    (GtkWidget *widget,
                                EspScene  *scene,
                                EspItem    item);
gboolean esp_card_copy_picture (GtkWidget *widget,
                                EspScene  *scene,
                                EspItem    item);

G_END_DECLS
