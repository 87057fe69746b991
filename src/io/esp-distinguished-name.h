/* esp-distinguished-name.h — names of entries in directories: “CN=Lee\\, Ann,OU=Staff,DC=example”
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *esp_distinguished_name_fold     (const char *text);
char *esp_distinguished_name_get_name (const char *text);

G_END_DECLS
