/* esp-placement-private.h — what the words of placements need to know
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "insight/esp-placement.h"

G_BEGIN_DECLS

EspOrganization *_esp_placements_get_organization (EspPlacements *self);
EspCatalogue    *_esp_placements_get_catalogue    (EspPlacements *self);

G_END_DECLS
