/* esp-generate.h — makes organizations of any size: invented people in a believable company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "esp-shapes.h"
#include "organization/esp-organization.h"

G_BEGIN_DECLS

EspOrganization *esp_generate_organization (EspShape shape,
                                            guint32  n_positions,
                                            guint32  n_lines,
                                            guint32  seed);

G_END_DECLS
