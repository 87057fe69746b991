/* esp-hit-list.h — the results of a search, each with the way to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session/esp-session.h"

G_BEGIN_DECLS

#define ESP_TYPE_HIT_LIST (esp_hit_list_get_type ())
G_DECLARE_FINAL_TYPE (EspHitList, esp_hit_list, ESP, HIT_LIST, AdwBin)

void esp_hit_list_set_session (EspHitList *self,
                               EspSession *session);

G_END_DECLS
