/* convert-all.c — the tool of test-random-documents.py: converts what is in a folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: convert-all FOLDER: for each N.in writes N.out, the canonical form, N.again, the canonical form of that, and N.canonical with 1 if N.in was
 * said to be canonical already.
 */
#include "io/esp-io.h"

static gboolean
convert (const char *from,
         const char *to,
         gboolean   *is_canonical)
{
  g_autoptr (GFile) file = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (EspLoadReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EspOrganization) organization = esp_io_load (file, NULL, NULL, NULL, &report, NULL, &error);

  if (organization == NULL || !esp_io_save (organization, ESP_FILE_DOCUMENT, target, NULL, NULL, NULL, NULL, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return FALSE;
    }

  *is_canonical = report->is_canonical;
  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GDir) dir = argc == 2 ? g_dir_open (argv[1], 0, NULL) : NULL;
  gboolean is_fine = dir != NULL;

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
    if (g_str_has_suffix (name, ".in"))
      {
        g_autofree char *from = g_build_filename (argv[1], name, NULL);
        g_autofree char *stem = g_strndup (from, strlen (from) - strlen (".in"));
        g_autofree char *out = g_strconcat (stem, ".out", NULL);
        g_autofree char *again = g_strconcat (stem, ".again", NULL);
        g_autofree char *canonical = g_strconcat (stem, ".canonical", NULL);
        gboolean was_canonical = FALSE, is_canonical = FALSE;

        is_fine &= convert (from, out, &was_canonical) && convert (out, again, &is_canonical) && is_canonical &&
                   g_file_set_contents (canonical, was_canonical ? "1" : "0", 1, NULL);
      }

  return is_fine ? 0 : 1;
}
