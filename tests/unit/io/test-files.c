/* test-files.c — opening and saving files: whole or not at all, with etags, in threads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/esp-io.h"

static const char old_text[] = "{ \"format\": \"espalier-organization\", \"version\": 1, \"name\": \"Old\" }\n";

typedef struct
{
  char  *folder;
  char  *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("espalier-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.espalier", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  g_assert_true (g_file_set_contents (fixture->path, old_text, -1, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->file);
}

static void
assert_content (const char *path,
                const char *wanted)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, wanted);
}

/* Nothing but the files named is in the folder. */
static void
assert_n_files (Fixture *fixture,
                guint    n)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint found = 0;

  while (g_dir_read_name (dir) != NULL)
    found++;
  g_assert_cmpuint (found, ==, n);
}

static EspOrganization *
make_organization (const char *name)
{
  EspOrganization *organization = esp_organization_new ();

  esp_organization_begin_load (organization, 0);
  esp_organization_load (organization, ESP_TABLE_DOCUMENT, 0, ESP_DOCUMENT_NAME, esp_organization_intern (organization, name));
  esp_organization_end_load (organization);

  return organization;
}

/* An etag is the time of the last change, and the kernel's clock for that ticks every few milliseconds. */
static void
wait_for_tick (void)
{
  g_usleep (20000);
}

static const char new_text[] = "{ \"format\": \"espalier-organization\", \"version\": 1, \"name\": \"New\" }\n";

static void
test_etag (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (EspLoadReport) report = NULL;
  g_autoptr (EspOrganization) old = esp_io_load (fixture->file, NULL, NULL, NULL, &report, NULL, NULL);
  g_autoptr (EspOrganization) organization = make_organization ("New");
  g_autoptr (EspLoadReport) again = NULL;
  g_autoptr (EspOrganization) reloaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *etag = NULL;

  g_assert_nonnull (old);
  g_assert_nonnull (report->etag);
  g_assert_true (report->is_canonical);
  wait_for_tick ();
  g_assert_true (esp_io_save (organization, ESP_FILE_DOCUMENT, fixture->file, report->etag, NULL, NULL, &etag, NULL, &error));
  g_assert_no_error (error);
  assert_content (fixture->path, new_text);
  g_assert_cmpstr (etag, !=, report->etag);
  reloaded = esp_io_load (fixture->file, NULL, NULL, NULL, &again, NULL, NULL);
  g_assert_nonnull (reloaded);
  g_assert_cmpstr (again->etag, ==, etag);

  /* someone else writes */
  wait_for_tick ();
  g_assert_true (g_file_set_contents (fixture->path, "theirs", -1, NULL));
  g_assert_false (esp_io_save (organization, ESP_FILE_DOCUMENT, fixture->file, etag, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  assert_content (fixture->path, "theirs");
  assert_n_files (fixture, 1);
}

static void
test_mode_and_link (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (EspOrganization) organization = make_organization ("New");
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *far_link = g_build_filename (fixture->folder, "far", NULL);
  g_autofree char *fresh = g_build_filename (fixture->folder, "fresh", NULL);
  g_autoptr (GFile) link_file = g_file_new_for_path (far_link);
  g_autoptr (GFile) fresh_file = g_file_new_for_path (fresh);
  GStatBuf info;

  g_assert_cmpint (symlink ("a.espalier", link), ==, 0);
  g_assert_cmpint (symlink (link, far_link), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  g_assert_true (esp_io_save (organization, ESP_FILE_DOCUMENT, link_file, NULL, NULL, NULL, NULL, NULL, NULL));
  assert_content (fixture->path, new_text);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (far_link, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0640);

  umask (022);
  g_assert_true (esp_io_save (organization, ESP_FILE_TABLE, fresh_file, NULL, NULL, NULL, NULL, NULL, NULL));
  g_assert_cmpint (g_stat (fresh, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0644);
  assert_n_files (fixture, 4);
}

static gboolean
fail_midway (GOutputStream *stream,
             gpointer       user_data,
             GCancellable  *cancellable,
             GError       **error)
{
  g_assert_true (g_output_stream_write_all (stream, "half", 4, NULL, cancellable, error));
  if (user_data != NULL)
    g_cancellable_cancel (cancellable);
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no more");

  return user_data != NULL;
}

static void
test_failures (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFile) nowhere = g_file_new_build_filename (fixture->folder, "no", "such", "folder", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (EspOrganization) organization = make_organization ("New");
  g_autoptr (GError) error = NULL;

  g_assert_false (esp_io_replace_file (fixture->file, NULL, fail_midway, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_clear_error (&error);
  assert_content (fixture->path, old_text);

  g_assert_false (esp_io_replace_file (fixture->file, NULL, fail_midway, fixture, NULL, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  assert_content (fixture->path, old_text);

  g_assert_false (esp_io_save (organization, ESP_FILE_DOCUMENT, nowhere, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (esp_io_save (organization, ESP_FILE_DOCUMENT, folder, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  assert_n_files (fixture, 1);
}

/* Runs the rest of a test as somebody whom permissions hold up. Returns: %FALSE if there is nobody to be */
static gboolean
become_nobody (Fixture *fixture)
{
  struct stat info;

  if (getuid () != 0)
    return TRUE;
  /* in the sandbox of a build nobody may take away what is in the folder of temporary files */
  if (stat (g_get_tmp_dir (), &info) != 0 || (info.st_mode & S_IWOTH) == 0)
    return FALSE;
  return chown (fixture->folder, 65534, 65534) == 0 && chown (fixture->path, 65534, 65534) == 0 && setresgid (65534, 65534, 65534) == 0 &&
         setresuid (65534, 65534, 65534) == 0;
}

static void
assert_refused (Fixture    *fixture,
                const char *why)
{
  g_autoptr (EspOrganization) organization = make_organization ("New");
  g_autoptr (GError) error = NULL;

  g_assert_false (esp_io_save (organization, ESP_FILE_DOCUMENT, fixture->file, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_nonnull (strstr (error->message, "“a.espalier”"));
  g_assert_nonnull (strstr (error->message, fixture->folder));
  g_assert_nonnull (strstr (error->message, why));
  assert_content (fixture->path, old_text);
  assert_n_files (fixture, 1);
}

/* A file that may not be written, and a folder in which nothing may be made */
static void
test_permissions (Fixture       *fixture,
                  gconstpointer  data)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }
  if (!become_nobody (fixture))
    {
      g_test_skip ("nobody else can be asked to save");
      return;
    }
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  assert_refused (fixture, g_strerror (EACCES));
  g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  assert_refused (fixture, g_strerror (EACCES));
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
}

/* The file keeps its owner and its group; another name of the old file keeps the old content, whole. */
static void
test_owner_and_names (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (EspOrganization) organization = make_organization ("New");
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *dangling = g_build_filename (fixture->folder, "dangling", NULL);
  g_autofree char *target = g_build_filename (fixture->folder, "target", NULL);
  g_autoptr (GFile) dangling_file = g_file_new_for_path (dangling);
  gboolean is_owned = chown (fixture->path, 4711, 4712) == 0; /* only root may */
  GStatBuf info;

  g_assert_cmpint (link (fixture->path, other), ==, 0);
  g_assert_true (esp_io_save (organization, ESP_FILE_DOCUMENT, fixture->file, NULL, NULL, NULL, NULL, NULL, NULL));
  assert_content (fixture->path, new_text);
  assert_content (other, old_text);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  if (is_owned)
    {
      g_assert_cmpint (info.st_uid, ==, 4711);
      g_assert_cmpint (info.st_gid, ==, 4712);
    }

  /* a link to what is not there yet makes it */
  g_assert_cmpint (symlink ("target", dangling), ==, 0);
  g_assert_true (esp_io_save (organization, ESP_FILE_DOCUMENT, dangling_file, NULL, NULL, NULL, NULL, NULL, NULL));
  g_assert_true (g_file_test (dangling, G_FILE_TEST_IS_SYMLINK));
  assert_content (target, new_text);
  assert_n_files (fixture, 4);
}

/* As on a full disk: the system takes a part and then no more. */
static void
test_full (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *name = g_strnfill (1 << 20, 'n');
  g_autoptr (EspOrganization) organization = make_organization (name);
  g_autoptr (GError) error = NULL;
  struct rlimit before, limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = (struct rlimit) { 100000, before.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (esp_io_save (organization, ESP_FILE_DOCUMENT, fixture->file, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_nonnull (error);
  assert_content (fixture->path, old_text);
  assert_n_files (fixture, 1);
}

static void
test_arguments (void)
{
  g_autoptr (GFile) builtin = esp_io_file_for_argument ("builtin:startup");
  g_autoptr (GFile) path = esp_io_file_for_argument ("startup");
  g_autoptr (EspLoadReport) report = NULL;
  g_autoptr (EspOrganization) organization = esp_io_load_argument ("builtin:startup", &report, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (esp_io_is_builtin (builtin));
  g_assert_false (esp_io_is_builtin (path));
  g_assert_nonnull (organization);
  g_assert_true (report->is_canonical);
  g_assert_null (esp_io_load_argument ("builtin:nobody", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, "builtin:nobody: "));
  g_clear_error (&error);
  g_assert_null (esp_io_load_argument ("/no/such/file", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, "/no/such/file: "));
}

typedef struct
{
  GMainLoop       *loop;
  GThread         *thread;
  guint            n_told;
  double           fraction;
  EspOrganization *organization;
  EspLoadReport   *report;
  GError          *error;
} Waiting;

static void
progress_cb (double   fraction,
             guint32  n_rows,
             gpointer user_data)
{
  Waiting *waiting = user_data;

  g_assert_true (waiting->thread == g_thread_self ());
  g_assert_cmpfloat (fraction, >=, waiting->fraction);
  g_assert_cmpfloat (fraction, <=, 1.0);
  waiting->fraction = fraction;
  waiting->n_told++;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Waiting *waiting = user_data;

  waiting->organization = esp_io_load_finish (result, &waiting->report, &waiting->error);
  g_main_loop_quit (waiting->loop);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Waiting *waiting = user_data;
  g_autofree char *etag = NULL;

  g_assert_true (esp_io_save_finish (result, &etag, &waiting->error) == (etag != NULL));
  g_main_loop_quit (waiting->loop);
}

static void
test_async (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Waiting waiting = { .loop = loop, .thread = g_thread_self () };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *note = g_strnfill (5 << 20, 'n');
  g_autoptr (EspOrganization) large = make_organization (note);

  esp_io_save_async (large, ESP_FILE_DOCUMENT, fixture->file, NULL, NULL, NULL, NULL, saved_cb, &waiting);
  g_main_loop_run (loop);
  g_assert_no_error (waiting.error);

  esp_io_load_async (fixture->file, progress_cb, &waiting, NULL, loaded_cb, &waiting);
  g_main_loop_run (loop);
  g_assert_no_error (waiting.error);
  g_assert_nonnull (waiting.organization);
  g_assert_true (waiting.report->is_canonical);
  g_assert_cmpstr (esp_organization_get_text (waiting.organization, ESP_TABLE_DOCUMENT, 0, ESP_DOCUMENT_NAME), ==, note);
  g_assert_finalize_object (waiting.organization);
  esp_load_report_free (waiting.report);

  esp_io_save_async (large, ESP_FILE_DOCUMENT, fixture->file, "wrong", NULL, NULL, NULL, saved_cb, &waiting);
  g_main_loop_run (loop);
  g_assert_error (waiting.error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  g_clear_error (&waiting.error);

  g_cancellable_cancel (cancellable);
  esp_io_load_async (fixture->file, progress_cb, &waiting, cancellable, loaded_cb, &waiting);
  g_main_loop_run (loop);
  g_assert_error (waiting.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&waiting.error);

  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/files/etag", Fixture, NULL, set_up, test_etag, tear_down);
  g_test_add ("/files/mode-and-link", Fixture, NULL, set_up, test_mode_and_link, tear_down);
  g_test_add ("/files/failures", Fixture, NULL, set_up, test_failures, tear_down);
  g_test_add ("/files/permissions", Fixture, NULL, set_up, test_permissions, tear_down);
  g_test_add ("/files/owner-and-names", Fixture, NULL, set_up, test_owner_and_names, tear_down);
  g_test_add ("/files/full", Fixture, NULL, set_up, test_full, tear_down);
  g_test_add_func ("/files/arguments", test_arguments);
  g_test_add ("/files/async", Fixture, NULL, set_up, test_async, tear_down);

  return g_test_run ();
}
