/* esp-filter-bar.h — the filters of the chart, a chip each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session/esp-session.h"

G_BEGIN_DECLS

#define ESP_TYPE_FILTER_BAR (esp_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (EspFilterBar, esp_filter_bar, ESP, FILTER_BAR, AdwBin)

void esp_filter_bar_set_session (EspFilterBar *self,
                                 EspSession   *session);

G_END_DECLS
