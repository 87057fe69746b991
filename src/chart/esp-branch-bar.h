/* esp-branch-bar.h — the way to the branch that is shown alone, as buttons
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "session/esp-session.h"

G_BEGIN_DECLS

#define ESP_TYPE_BRANCH_BAR (esp_branch_bar_get_type ())
G_DECLARE_FINAL_TYPE (EspBranchBar, esp_branch_bar, ESP, BRANCH_BAR, AdwBin)

void esp_branch_bar_set_session (EspBranchBar *self,
                                 EspSession   *session);

G_END_DECLS
