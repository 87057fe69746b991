/* test-journal-disk.c — when the journal goes to the system, when to the disk, and in which thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "io/esp-journal.h"
#include "organization/esp-edits.h"

#define EDIT_FOR_US  (2200 * 1000)
#define FLUSH_IN_US  (5000 * 1000) /* far more than it takes, for machines that are busy */
#define N_EDITS      100

static GThread *main_thread;
static guint n_syncs;
static guint n_writes;

/* In the place of the functions of the system */

int
fdatasync (int fd)
{
  g_atomic_int_inc (&n_syncs);
  g_assert_true (g_thread_self () != main_thread);
  return syscall (SYS_fdatasync, fd);
}

ssize_t
pwrite (int         fd,
        const void *bytes,
        size_t      n,
        off_t       at)
{
  g_atomic_int_inc (&n_writes);
  g_assert_true (g_thread_self () != main_thread);
  return syscall (SYS_pwrite64, fd, bytes, n, at);
}

static goffset
get_size (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = g_dir_read_name (dir);
  g_autofree char *path = name != NULL ? g_build_filename (folder, name, NULL) : NULL;
  GStatBuf info;

  return path != NULL && g_stat (path, &info) == 0 ? info.st_size : 0;
}

static void
test_disk (void)
{
  g_autofree char *folder = g_dir_make_tmp ("espalier-journal-XXXXXX", NULL);
  g_autoptr (EspJournalBase) base = esp_journal_base_new (ESP_JOURNAL_NEW, NULL, NULL, 0);
  g_autoptr (EspOrganization) organization = esp_organization_new ();
  EspJournal *journal = esp_journal_new (folder, base);
  gint64 start = g_get_monotonic_time ();
  goffset size = 0;
  guint n_edits = 0;
  gint64 elapsed;

  esp_organization_begin_load (organization, 0);
  esp_organization_end_load (organization);
  esp_journal_attach (journal, organization, NULL, NULL);
  for (; g_get_monotonic_time () - start < EDIT_FOR_US; n_edits++)
    {
      gint64 edited = g_get_monotonic_time ();

      esp_edit_add_position (organization, "A", ESP_IX_NONE, ESP_IX_NONE, ESP_IX_NONE);
      /* in the hands of the system at once, whether or not the disk has been asked for */
      while (get_size (folder) == size && g_get_monotonic_time () - edited < FLUSH_IN_US)
        g_usleep (100);
      g_assert_cmpint (get_size (folder), >, size);
      size = get_size (folder);
      g_usleep (EDIT_FOR_US / N_EDITS);
    }
  elapsed = g_get_monotonic_time () - start;
  g_test_message ("%u edits in %.1f s: written %u times, %u times to the disk", n_edits, elapsed / 1e6, (guint) g_atomic_int_get (&n_writes),
                  (guint) g_atomic_int_get (&n_syncs));
  g_assert_cmpuint (g_atomic_int_get (&n_writes), >=, n_edits);
  g_assert_cmpuint (g_atomic_int_get (&n_syncs), >=, 2);
  g_assert_cmpuint (g_atomic_int_get (&n_syncs), <=, elapsed / G_USEC_PER_SEC + 1);

  esp_organization_mark_saved (organization);
  esp_journal_free (journal); /* there is nothing to keep */
  g_assert_cmpint (get_size (folder), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The last step goes to the disk, too, without another one after it. */
static void
test_last (void)
{
  g_autofree char *folder = g_dir_make_tmp ("espalier-journal-XXXXXX", NULL);
  g_autoptr (EspJournalBase) base = esp_journal_base_new (ESP_JOURNAL_NEW, NULL, NULL, 0);
  g_autoptr (EspOrganization) organization = esp_organization_new ();
  EspJournal *journal = esp_journal_new (folder, base);
  guint before;
  gint64 start;

  esp_organization_begin_load (organization, 0);
  esp_organization_end_load (organization);
  esp_journal_attach (journal, organization, NULL, NULL);
  esp_edit_add_position (organization, "A", ESP_IX_NONE, ESP_IX_NONE, ESP_IX_NONE);
  esp_journal_sync (journal);
  before = g_atomic_int_get (&n_syncs);
  start = g_get_monotonic_time ();
  esp_edit_add_position (organization, "B", ESP_IX_NONE, ESP_IX_NONE, ESP_IX_NONE);
  while (g_atomic_int_get (&n_syncs) == (int) before && g_get_monotonic_time () - start < 20 * G_USEC_PER_SEC)
    g_usleep (10 * 1000);
  g_assert_cmpuint (g_atomic_int_get (&n_syncs), ==, before + 1);
  g_assert_cmpint (g_get_monotonic_time () - start, >, G_USEC_PER_SEC / 2);

  esp_organization_mark_saved (organization);
  esp_journal_free (journal);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  main_thread = g_thread_self ();
  g_test_add_func ("/journal-disk/once-a-second", test_disk);
  g_test_add_func ("/journal-disk/last", test_last);
  return g_test_run ();
}
