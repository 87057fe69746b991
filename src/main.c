/* main.c — sets up the language and hands over to the command line or to the application
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/esp-application.h"
#include "cli/esp-cli.h"
#include "core/esp-i18n.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (EspApplication) application = NULL;

  esp_i18n_init ();

  /* a verb starts no display: nothing of GTK may have run before this */
  if (argc > 1 && esp_cli_is_verb (argv[1]))
    return esp_cli_run (argc, argv);

  application = esp_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
