/* main.c — sets up the language and hands over to the command line or to the application
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <locale.h>

#include "app/esp-application.h"
#include "cli/esp-cli.h"
#include "core/esp-i18n.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (EspApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ESP_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE); /* for templates, which name no domain */

  /* a verb starts no display: nothing of GTK may have run before this */
  if (argc > 1 && esp_cli_is_verb (argv[1]))
    return esp_cli_run (argc, argv);

  application = esp_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
