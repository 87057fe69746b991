/* esp-loading-page.h — how far reading a document is, and a way out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session/esp-document.h"

G_BEGIN_DECLS

#define ESP_TYPE_LOADING_PAGE (esp_loading_page_get_type ())
G_DECLARE_FINAL_TYPE (EspLoadingPage, esp_loading_page, ESP, LOADING_PAGE, AdwBin)

void esp_loading_page_set_document (EspLoadingPage *self,
                                    EspDocument    *document);

G_END_DECLS
