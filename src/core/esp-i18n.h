/* esp-i18n.h — translation, always in the application’s own domain
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "esp-config.h"

#define GETTEXT_PACKAGE ESP_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* libintl's own asks the domain of the process */
#undef ngettext
#define ngettext(one, many, n) g_dngettext (GETTEXT_PACKAGE, one, many, n)

G_BEGIN_DECLS

void  esp_i18n_init         (void);
char *esp_i18n_write_number (const char *number);

G_END_DECLS
