/* esp-file-filters.c — which files the file dialogs show, and what is said when there is no dialog
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-file-filters.h"

#include "core/esp-i18n.h"

static void
add_filter (GtkFileChooser     *chooser,
            const char         *name,
            const char * const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

/**
 * esp_file_filters_add_to_open:
 * @chooser: a dialog that opens files
 *
 * Adds what can be opened, and all files.
 */
void
esp_file_filters_add_to_open (GtkFileChooser *chooser)
{
  const char * const readable[] = { "*.espalier", "*.json", "*.csv", "*.tsv", "*.txt", "*.jsonl", "*.espalier.gz", "*.json.gz", "*.csv.gz", "*.tsv.gz", NULL };
  const char * const all[] = { "*", NULL };

  add_filter (chooser, _("Organizations"), readable);
  add_filter (chooser, _("All Files"), all);
}

/**
 * esp_file_filters_add_to_save:
 * @chooser: a dialog that saves a file
 *
 * Adds our own format.
 */
void
esp_file_filters_add_to_save (GtkFileChooser *chooser)
{
  const char * const own[] = { "*.espalier", NULL };

  add_filter (chooser, _("Espalier Organizations"), own);
}

/**
 * esp_file_filters_explain:
 * @response: what a file dialog has answered
 *
 * A sandbox has no file dialog of its own. The one of the desktop says that it was cancelled when it was; otherwise it never came up.
 *
 * Returns: (transfer none) (nullable): what to tell a user who has not seen a dialog; %NULL if there was one
 */
const char *
esp_file_filters_explain (int response)
{
  if (response != GTK_RESPONSE_DELETE_EVENT || !g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    return NULL;
  return _("The file dialog of the desktop did not open. It needs a desktop portal, and none answers.");
}
