/* test-lent.c — what is known of a file that the document portal lends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "io/esp-io.h"
#include "io/esp-lent-file.h"

static char *runtime; /* stands for the folder of the session, where the portal has its files */

static GFile *
lend (const char *id,
      const char *name,
      const char *host_path)
{
  g_autofree char *folder = g_build_filename (runtime, "doc", id, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "x", 1, NULL));
  if (host_path != NULL && setxattr (path, "user.document-portal.host-path", host_path, strlen (host_path), 0) != 0)
    {
      g_test_skip_printf ("this file system keeps no attributes: %s", g_strerror (errno));
      return NULL;
    }
  return g_file_new_for_path (path);
}

static void
drop (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_true (g_file_delete (folder, NULL, NULL));
}

static void
test_recognized (void)
{
  static const struct
  {
    const char *path;
    gboolean    is_lent;
  } cases[] = {
    { "/run/user/1000/doc/4f1c2ab9/Nord & Süd.espalier", TRUE },
    { "/run/user/0/doc/4f1c2ab9/folder/a.espalier", TRUE },
    { "/run/user/1000/doc/by-app/org.example.App/4f1c2ab9/a.csv", TRUE },
    { "/run/flatpak/doc/4f1c2ab9/a.espalier", TRUE },
    { "/run/user/1000/doc/a.espalier", FALSE },
    { "/run/user/1000/gvfs/doc/a/b", FALSE },
    { "/home/ada/run/user/1000/doc/4f1c2ab9/a.espalier", FALSE },
    { "/home/ada/doc/4f1c2ab9/a.espalier", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (cases[i].path);

      g_assert_true (esp_file_is_lent (file) == cases[i].is_lent);
    }
}

static void
test_own (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/home/ada/Nord & Süd.espalier");
  g_autoptr (GFile) own = esp_file_get_own (file);
  g_autofree char *name = esp_file_get_name (file);
  g_autofree char *place = esp_file_get_place (file);
  g_autofree char *identity = esp_file_get_identity (file);
  g_autofree char *uri = g_file_get_uri (file);

  g_assert_true (own == file);
  g_assert_cmpstr (name, ==, "Nord & Süd.espalier");
  g_assert_cmpstr (place, ==, "/home/ada/Nord & Süd.espalier");
  g_assert_cmpstr (identity, ==, uri);
}

static void
test_elsewhere (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("sftp://example.org/a%20b.espalier");
  g_autofree char *name = esp_file_get_name (file);
  g_autofree char *identity = esp_file_get_identity (file);

  g_assert_false (esp_file_is_lent (file));
  g_assert_cmpstr (name, ==, "a b.espalier");
  g_assert_cmpstr (identity, ==, "sftp://example.org/a%20b.espalier");
}

static void
assert_known_as (const char *folder,
                 const char *name,
                 const char *wanted)
{
  g_autoptr (GFile) file = g_file_new_build_filename (folder, name, NULL);
  g_autoptr (GFile) other = g_file_new_build_filename (folder, wanted, NULL);
  g_autofree char *identity = esp_file_get_identity (file);
  g_autofree char *uri = g_file_get_uri (other);

  g_assert_cmpstr (identity, ==, uri);
}

/* By whatever links one comes to a file, it is the same one; also before it is there. */
static void
test_links (void)
{
  g_autofree char *tmp = g_dir_make_tmp ("espalier-links-XXXXXX", NULL);
  g_autofree char *folder = realpath (tmp, NULL);
  g_autofree char *real = g_build_filename (folder, "real", NULL);
  g_autofree char *file = g_build_filename (real, "a.espalier", NULL);
  g_autofree char *link = g_build_filename (folder, "link.espalier", NULL);
  g_autofree char *folder_link = g_build_filename (folder, "other", NULL);

  g_assert_cmpint (g_mkdir (real, 0700), ==, 0);
  g_assert_cmpint (symlink ("real", folder_link), ==, 0);
  g_assert_cmpint (symlink ("other/a.espalier", link), ==, 0);
  assert_known_as (folder, "other/a.espalier", "real/a.espalier");
  g_assert_true (g_file_set_contents (file, "{}", -1, NULL));
  assert_known_as (folder, "other/a.espalier", "real/a.espalier");
  assert_known_as (folder, "link.espalier", "real/a.espalier");
  assert_known_as (folder, "real/a.espalier", "real/a.espalier");
  assert_known_as (folder, "nowhere/a.espalier", "nowhere/a.espalier");
  g_unlink (link);
  g_unlink (folder_link);
  g_unlink (file);
  g_rmdir (real);
  g_rmdir (folder);
}

/* An older portal does not tell: there is the name, and no place. */
static void
test_untold (void)
{
  g_autoptr (GFile) file = lend ("11aa22bb", "Süd.espalier", NULL);
  g_autoptr (GFile) own = esp_file_get_own (file);
  g_autofree char *name = esp_file_get_name (file);
  g_autofree char *place = esp_file_get_place (file);
  g_autofree char *identity = esp_file_get_identity (file);
  g_autofree char *uri = g_file_get_uri (file);

  g_assert_true (esp_file_is_lent (file));
  g_assert_null (own);
  g_assert_cmpstr (name, ==, "Süd.espalier");
  g_assert_null (place);
  g_assert_cmpstr (identity, ==, uri);
  drop (file);
}

/* A newer one does, and the same file lent twice is one file. */
static void
test_told (void)
{
  g_autoptr (GFile) first = lend ("11aa22bb", "Süd.espalier", "/home/ada/Süd.espalier");
  g_autoptr (GFile) second = first != NULL ? lend ("33cc44dd", "Süd.espalier", "/home/ada/Süd.espalier") : NULL;
  g_autofree char *place = NULL;
  g_autofree char *identity = NULL;
  g_autofree char *other = NULL;

  if (second == NULL)
    return;
  place = esp_file_get_place (first);
  identity = esp_file_get_identity (first);
  other = esp_file_get_identity (second);
  g_assert_cmpstr (place, ==, "/home/ada/Süd.espalier");
  g_assert_cmpstr (identity, ==, "file:///home/ada/S%C3%BCd.espalier");
  g_assert_cmpstr (identity, ==, other);
  drop (first);
  drop (second);
}

/* What is told must be a path. */
static void
test_told_badly (void)
{
  g_autoptr (GFile) file = lend ("11aa22bb", "a.espalier", "../a.espalier");
  g_autofree char *place = NULL;

  if (file == NULL)
    return;
  place = esp_file_get_place (file);
  g_assert_null (place);
  drop (file);
}

static void
test_text (void)
{
  static const char *const texts[][2] = {
    { "Error opening file /run/user/1000/doc/4f1c2ab9/a b.espalier: No such file or directory",
      "Error opening file a b.espalier: No such file or directory" },
    { "“/run/flatpak/doc/4f1c2ab9/a” and /run/user/0/doc/5/b", "“a” and b" },
    { "/home/ada/a.espalier: no", "/home/ada/a.espalier: no" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *clean = esp_lent_clean_text (texts[i][0]);

      g_assert_cmpstr (clean, ==, texts[i][1]);
    }
}

/* Neither reading nor writing tells in its errors where a file is lent. */
static void
test_errors (void)
{
  g_autofree char *path = g_build_filename (runtime, "doc", "99ff", "gone.espalier", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) write_error = NULL;
  g_autoptr (EspOrganization) organization = esp_io_load (file, NULL, NULL, NULL, NULL, NULL, &error);
  g_autoptr (EspOrganization) empty = esp_organization_new ();

  g_assert_null (organization);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "gone.espalier"));
  g_assert_null (strstr (error->message, runtime));
  g_assert_null (strstr (error->message, "99ff"));

  g_assert_false (esp_io_save (empty, ESP_FILE_DOCUMENT, file, NULL, NULL, NULL, NULL, NULL, &write_error));
  g_assert_nonnull (write_error);
  g_assert_null (strstr (write_error->message, "99ff"));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *doc = NULL;
  int status;

  runtime = g_dir_make_tmp ("espalier-XXXXXX", NULL);
  g_assert_nonnull (runtime);
  g_setenv ("XDG_RUNTIME_DIR", runtime, TRUE);
  doc = g_build_filename (runtime, "doc", NULL);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lent/recognized", test_recognized);
  g_test_add_func ("/lent/own", test_own);
  g_test_add_func ("/lent/elsewhere", test_elsewhere);
  g_test_add_func ("/lent/links", test_links);
  g_test_add_func ("/lent/untold", test_untold);
  g_test_add_func ("/lent/told", test_told);
  g_test_add_func ("/lent/told-badly", test_told_badly);
  g_test_add_func ("/lent/text", test_text);
  g_test_add_func ("/lent/errors", test_errors);
  status = g_test_run ();
  g_rmdir (doc);
  g_rmdir (runtime);
  g_free (runtime);
  return status;
}
