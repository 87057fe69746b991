/* esp-role-search.h — a search for positions that knows what roles are called
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue/esp-catalogue.h"
#include "organization/esp-search.h"

G_BEGIN_DECLS

EspSearch *esp_role_search_new (EspOrganization *organization,
                                EspCatalogue    *catalogue) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
