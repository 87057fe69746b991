/* test-disks.c — saving on disks that are full, without room for one more name, read-only or gone: the old file stays as it was
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/esp-io.h"
#include "io/esp-journal.h"

#define OLD "{ \"format\": \"espalier-organization\", \"version\": 1, \"name\": \"Old\" }\n"

/* Why disks cannot be made here; NULL: they can */
static char *no_disks;

typedef struct
{
  char            *folder;
  char            *path;
  GFile           *file;
  EspOrganization *organization; /* larger than the disk, if asked for */
} Fixture;

/* A name space of our own, in which anybody may mount what is in memory */
static void
enter_name_space (void)
{
  g_autofree char *uids = g_strdup_printf ("0 %u 1", (guint) getuid ());
  g_autofree char *gids = g_strdup_printf ("0 %u 1", (guint) getgid ());

  if (unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0)
    {
      no_disks = g_strdup_printf ("no name space of one's own: %s", g_strerror (errno));
      return;
    }
  /* files of the kernel: written at once, never replaced */
  g_file_set_contents_full ("/proc/self/setgroups", "deny", -1, G_FILE_SET_CONTENTS_NONE, 0, NULL);
  g_file_set_contents_full ("/proc/self/uid_map", uids, -1, G_FILE_SET_CONTENTS_NONE, 0, NULL);
  g_file_set_contents_full ("/proc/self/gid_map", gids, -1, G_FILE_SET_CONTENTS_NONE, 0, NULL);
  if (mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0)
    no_disks = g_strdup_printf ("no mounts of one's own: %s", g_strerror (errno));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  options)
{
  fixture->folder = g_dir_make_tmp ("espalier-disk-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "old.espalier", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->organization = esp_organization_new ();
  if (no_disks == NULL && mount ("none", fixture->folder, "tmpfs", 0, options) != 0)
    no_disks = g_strdup_printf ("no disk in memory: %s", g_strerror (errno));
  g_assert_true (g_file_set_contents (fixture->path, OLD, -1, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  options)
{
  g_unlink (fixture->path);
  umount2 (fixture->folder, MNT_DETACH);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_clear_object (&fixture->organization);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static gboolean
skip (void)
{
  if (no_disks != NULL)
    g_test_skip (no_disks);
  return no_disks != NULL;
}

static void
add_positions (EspOrganization *organization,
               guint            n)
{
  g_autofree char *note = g_strnfill (1000, 'n');

  esp_organization_begin (organization, "Many");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      EspIx ix = esp_organization_insert (organization, ESP_TABLE_POSITIONS, esp_organization_intern (organization, id), i);

      esp_organization_set (organization, ESP_TABLE_POSITIONS, ix, ESP_POSITION_NOTE, esp_organization_intern (organization, note));
    }
  esp_organization_commit (organization);
}

static void
assert_fails (Fixture     *fixture,
              GIOErrorEnum  code,
              const char   *why)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *etag = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GDir) dir = NULL;
  guint n_files = 0;

  g_assert_false (esp_io_save (fixture->organization, ESP_FILE_DOCUMENT, fixture->file, NULL, NULL, NULL, &etag, NULL, &error));
  g_assert_error (error, G_IO_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "“old.espalier”")); /* what, where and why */
  g_assert_nonnull (strstr (error->message, fixture->folder));
  g_assert_nonnull (strstr (error->message, why));
  g_assert_null (etag);
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, OLD);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, 1); /* nothing half-written beside it */
}

static void
test_full (Fixture       *fixture,
           gconstpointer  options)
{
  if (skip ())
    return;
  add_positions (fixture->organization, 200);
  assert_fails (fixture, G_IO_ERROR_NO_SPACE, "no room left");
  /* with room, the same save succeeds */
  g_assert_cmpint (mount ("none", fixture->folder, "tmpfs", MS_REMOUNT, "size=4m"), ==, 0);
  g_assert_true (esp_io_save (fixture->organization, ESP_FILE_DOCUMENT, fixture->file, NULL, NULL, NULL, NULL, NULL, NULL));
}

/* Not even a name is left: here the old file would be removed by g_file_replace(). */
static void
test_no_names (Fixture       *fixture,
               gconstpointer  options)
{
  if (!skip ())
    assert_fails (fixture, G_IO_ERROR_NO_SPACE, "no room left");
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  options)
{
  if (skip ())
    return;
  g_assert_cmpint (mount ("none", fixture->folder, "tmpfs", MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  assert_fails (fixture, G_IO_ERROR_READ_ONLY, g_strerror (EROFS));
}

static void
test_vanished (Fixture       *fixture,
               gconstpointer  options)
{
  g_autoptr (GError) error = NULL;

  if (skip ())
    return;
  g_assert_cmpint (umount2 (fixture->folder, MNT_DETACH), ==, 0);
  g_rmdir (fixture->folder);
  g_assert_false (esp_io_save (fixture->organization, ESP_FILE_DOCUMENT, fixture->file, "1:1", NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "is not there any more"));
  g_assert_nonnull (strstr (error->message, fixture->folder));
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
}

static void
failed_cb (const GError *error,
           gpointer      user_data)
{
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  (*(guint *) user_data)++;
}

/* The journal on a full disk: it says so once, and what is in it stays whole. */
static void
test_journal (Fixture       *fixture,
              gconstpointer  options)
{
  g_autoptr (EspJournalBase) base = esp_journal_base_new (ESP_JOURNAL_NEW, NULL, NULL, 0);
  g_autoptr (EspOrganization) repeated = esp_organization_new ();
  g_autoptr (GPtrArray) left = NULL;
  g_auto (EspRecovery) recovery = { 0 };
  EspJournal *journal = esp_journal_new (fixture->folder, base);
  guint n_failures = 0;

  if (skip ())
    {
      esp_journal_free (journal);
      return;
    }
  esp_journal_attach (journal, fixture->organization, failed_cb, &n_failures);
  add_positions (fixture->organization, 10);
  add_positions (fixture->organization, 100);
  while (n_failures == 0)
    g_main_context_iteration (NULL, TRUE);
  esp_journal_free (journal);

  left = esp_journal_list_left (fixture->folder);
  g_assert_cmpuint (left->len, ==, 1);
  journal = esp_journal_new_left (fixture->folder, ((EspJournalLeft *) g_ptr_array_index (left, 0))->name, base);
  esp_journal_recover (journal, repeated, &recovery);
  g_assert_cmpuint (recovery.n_changes, ==, 1);
  g_assert_cmpuint (esp_organization_get_n (repeated, ESP_TABLE_POSITIONS), ==, 10);
  esp_journal_free (journal);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  enter_name_space ();
  g_test_add ("/disks/full", Fixture, "size=64k", set_up, test_full, tear_down);
  g_test_add ("/disks/no-names", Fixture, "nr_inodes=2", set_up, test_no_names, tear_down);
  g_test_add ("/disks/read-only", Fixture, "size=64k", set_up, test_read_only, tear_down);
  g_test_add ("/disks/vanished", Fixture, "size=64k", set_up, test_vanished, tear_down);
  g_test_add ("/disks/journal", Fixture, "size=64k", set_up, test_journal, tear_down);
  return g_test_run ();
}
