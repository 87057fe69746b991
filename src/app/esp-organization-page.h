/* esp-organization-page.h — the chart, what is found in it and the details of the selection beside it
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

void        esp_organization_page_set_width_class    (EspOrganizationPage *self,
                                                      EspWidthClass        width_class);
gboolean    esp_organization_page_get_show_inspector (EspOrganizationPage *self);
void        esp_organization_page_set_show_inspector (EspOrganizationPage *self,
                                                      gboolean             show);
gboolean    esp_organization_page_get_show_outline   (EspOrganizationPage *self);
void        esp_organization_page_set_show_outline   (EspOrganizationPage *self,
                                                      gboolean             show);
void        esp_organization_page_choose_view        (EspOrganizationPage *self,
                                                      gboolean             saves);
void        esp_organization_page_reveal_in_outline  (EspOrganizationPage *self);
const char *esp_organization_page_get_cover          (EspOrganizationPage *self);
void        esp_organization_page_uncover            (EspOrganizationPage *self);
void        esp_organization_page_find               (EspOrganizationPage *self);
void        esp_organization_page_choose_filter      (EspOrganizationPage *self);
void        esp_organization_page_toggle_isolated    (EspOrganizationPage *self);

G_END_DECLS
