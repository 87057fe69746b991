/* esp-i18n.h — translation macros for libraries: always the application's own domain
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "esp-config.h"

#define GETTEXT_PACKAGE ESP_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>
