/* esp-error-page.h — why a file could not be opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ESP_TYPE_ERROR_PAGE (esp_error_page_get_type ())
G_DECLARE_FINAL_TYPE (EspErrorPage, esp_error_page, ESP, ERROR_PAGE, AdwBin)

void esp_error_page_set_error (EspErrorPage *self,
                               const char   *name,
                               const GError *error);

G_END_DECLS
