/* esp-i18n.c — where the translations are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-core"

#include "core/esp-i18n.h"

#include <locale.h>

/**
 * esp_i18n_init:
 *
 * Takes up the language of the user, once, before anything else. The variable ESP_LOCALE_DIR names another folder of translations
 * than the installed one, for what runs out of the build.
 */
void
esp_i18n_init (void)
{
  const char *folder = g_getenv ("ESP_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : ESP_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE); /* for templates, which name no domain */
}

/**
 * esp_i18n_write_number:
 * @number: (nullable): a number as files have it, with a point
 *
 * Returns: (transfer full): the number as people write it: “1,5” in German; empty without one
 */
char *
esp_i18n_write_number (const char *number)
{
  return number != NULL ? g_strdup_printf ("%.10g", g_ascii_strtod (number, NULL)) : g_strdup ("");
}
