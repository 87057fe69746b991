/* esp-organization-page.h — the chart, the details of the selection beside it, and a line for who is here for the first time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session/esp-session.h"
#include "widgets/esp-narrow-bin.h"

G_BEGIN_DECLS

#define ESP_TYPE_ORGANIZATION_PAGE (esp_organization_page_get_type ())
G_DECLARE_FINAL_TYPE (EspOrganizationPage, esp_organization_page, ESP, ORGANIZATION_PAGE, AdwBin)

void     esp_organization_page_set_width_class    (EspOrganizationPage *self,
                                                   EspWidthClass        width_class);
gboolean esp_organization_page_get_show_inspector (EspOrganizationPage *self);
void     esp_organization_page_set_show_inspector (EspOrganizationPage *self,
                                                   gboolean             show);
gboolean esp_organization_page_is_covered         (EspOrganizationPage *self);

G_END_DECLS
