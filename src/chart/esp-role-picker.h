/* esp-role-picker.h — a picker of all roles, and of none
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue/esp-catalogue.h"
#include "widgets/esp-picker.h"

G_BEGIN_DECLS

GtkWidget *esp_role_picker_new (EspCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
