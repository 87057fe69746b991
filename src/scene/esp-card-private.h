/* esp-card-private.h — words that several parts of a card need; private to the room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "scene/esp-card.h"

G_BEGIN_DECLS

const char *_esp_card_put            (EspCard    *card,
                                      const char *format,
                                      ...) G_GNUC_PRINTF (2, 3);
const char *_esp_card_get_level_name (EspScene  *scene,
                                      EspIx      position);
const char *_esp_card_get_kind_name  (EspScene  *scene,
                                      EspIx      unit);
char       *_esp_card_get_finding    (EspScene  *scene,
                                      EspItem    item);
char       *_esp_card_get_fold_note  (EspScene  *scene,
                                      EspNodeIx  node);
char       *_esp_card_count_found    (guint32    n);
GStrv       _esp_card_count_unit     (EspScene  *scene,
                                      EspItem    item);

G_END_DECLS
