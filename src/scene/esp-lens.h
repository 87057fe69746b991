/* esp-lens.h — what the colours of the chart stand for: placement, or another property sorted into a few classes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "scene/esp-card.h"

G_BEGIN_DECLS

#define ESP_LENS_MAX_CLASSES 6
#define ESP_LENS_NO_CLASS    255 /* of what stays neutral */

/* A lens has up to six classes, each with a colour of its own, in the order of the legend. */
guint    esp_lens_get_n_classes  (EspLens         lens);
EspColor esp_lens_get_color      (EspLens         lens,
                                  guint           nth);
EspGlyph esp_lens_get_glyph      (EspLens         lens,
                                  guint           nth);
char    *esp_lens_get_name       (EspLens         lens,
                                  guint           nth,
                                  EspCatalogue   *catalogue) G_GNUC_WARN_UNUSED_RESULT;

void     esp_scene_set_lens      (EspScene       *self,
                                  EspLens         lens);
guint    esp_scene_get_class     (EspScene       *self,
                                  EspItem         item);
void     esp_scene_count_classes (EspScene       *self,
                                  const EspRect  *world,
                                  guint32         counts[ESP_LENS_MAX_CLASSES]);
void     esp_card_fill_with_lens (EspCard        *card,
                                  EspScene       *scene,
                                  EspItem         item);

G_END_DECLS
