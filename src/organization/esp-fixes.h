/* esp-fixes.h — what can be done about findings by itself: each a named step of undo
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "organization/esp-findings.h"

G_BEGIN_DECLS

const char *esp_fix_get_label   (EspFixKind        kind);
guint       esp_fix_apply       (EspOrganization  *organization,
                                 const EspFinding *finding);
guint       esp_fix_make_units  (EspOrganization  *organization);

G_END_DECLS
