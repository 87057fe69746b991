/* esp-welcome-page.h — what a window without a document shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ESP_TYPE_WELCOME_PAGE (esp_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (EspWelcomePage, esp_welcome_page, ESP, WELCOME_PAGE, AdwBin)

G_END_DECLS
