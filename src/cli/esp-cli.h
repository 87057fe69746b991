/* esp-cli.h — the verbs of the command line: no display, no session bus, no settings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Exit codes of every verb */
#define ESP_EXIT_DONE   0
#define ESP_EXIT_FOUND  1 /* done, with something found (or nothing, for “find”) */
#define ESP_EXIT_FAILED 2 /* wrong usage, unreadable or refused input, output not written */

gboolean esp_cli_is_verb (const char *word);
int      esp_cli_run     (int         argc,
                          char      **argv);
char    *esp_cli_usage   (void);

G_END_DECLS
