/* test-journal.c — steps written down, found again after a crash, and repeated
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "io/esp-io.h"
#include "io/esp-journal-file.h"
#include "io/esp-journal-format.h"
#include "io/esp-journal-steps.h"
#include "io/esp-journal.h"
#include "organization/esp-edits.h"
#include "organization/random-changes.h"

#define CONTENT \
  "{ \"format\": \"espalier-organization\", \"version\": 1, \"name\": \"Two\",\n" \
  "  \"units\": [\n" \
  "    { \"id\": \"u\", \"name\": \"Unit\" } ],\n" \
  "  \"positions\": [\n" \
  "    { \"id\": \"a\", \"title\": \"Lead\" },\n" \
  "    { \"id\": \"b\", \"title\": \"Program Manager\", \"reports_to\": \"a\", \"x-kept\": [1, 2.50] } ] }\n"

typedef struct
{
  char           *folder;
  EspJournalBase *base;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("espalier-journal-XXXXXX", NULL);
  fixture->base = esp_journal_base_new (ESP_JOURNAL_FILE, "file:///tmp/two.espalier", "1:2", 123);
}

static void
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  empty_folder (fixture->folder);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  esp_journal_base_free (fixture->base);
}

static EspOrganization *
read_text (const char *text,
           gsize       length)
{
  g_autoptr (GError) error = NULL;
  EspOrganization *organization = esp_io_load_bytes (text, length, "text", NULL, &error);

  g_assert_no_error (error);
  return organization;
}

static EspOrganization *
read_again (EspOrganization *organization)
{
  g_autoptr (GBytes) bytes = esp_io_to_bytes (organization, ESP_FILE_DOCUMENT);

  return read_text (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static EspOrganization *
read_content (void)
{
  return read_text (CONTENT, sizeof CONTENT - 1);
}

static char *
write_text (EspOrganization *organization)
{
  g_autoptr (GBytes) bytes = esp_io_to_bytes (organization, ESP_FILE_DOCUMENT);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_same (EspOrganization *a,
             EspOrganization *b)
{
  g_autofree char *text_a = write_text (a);
  g_autofree char *text_b = write_text (b);

  g_assert_cmpstr (text_a, ==, text_b);
}

static char *
find_one (const char *folder,
          const char *ending)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ending))
      return g_build_filename (folder, name, NULL);
  return NULL;
}

static void
retitle (EspOrganization *organization,
         const char      *title)
{
  EspIx ix = esp_organization_find_id (organization, ESP_TABLE_POSITIONS, "b");

  esp_organization_begin (organization, title);
  esp_organization_set (organization, ESP_TABLE_POSITIONS, ix, ESP_POSITION_TITLE, esp_organization_intern (organization, title));
  esp_organization_commit (organization);
}

/* A session that ends without a word: the journal stays as it is at that moment, and nobody holds it. */
static void
crash (EspJournal      *journal,
       EspOrganization *organization)
{
  /* left behind, because the organization is not as saved */
  g_assert_true (esp_organization_is_modified (organization));
  esp_journal_free (journal);
}

static EspJournal *
begin_session (Fixture         *fixture,
               EspOrganization *organization,
               EspRecovery     *recovery)
{
  EspJournal *journal = esp_journal_new (fixture->folder, fixture->base);

  esp_journal_recover (journal, organization, recovery);
  esp_journal_attach (journal, organization, NULL, NULL);
  return journal;
}

static void
test_numbers (void)
{
  static const guint64 numbers[] = { 0, 1, 127, 128, 300, G_MAXUINT32, (guint64) G_MAXUINT32 + 1, G_MAXUINT64 };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  EspJournalCursor cursor;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    esp_journal_put_number (bytes, numbers[i]);
  cursor = (EspJournalCursor){ bytes->data, bytes->data + bytes->len };
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_assert_cmpuint (esp_journal_take_number (&cursor, G_MAXUINT64), ==, numbers[i]);
  g_assert_false (cursor.is_bad);
  g_assert_true (cursor.at == cursor.end);
  g_assert_cmpuint (esp_journal_take_number (&cursor, G_MAXUINT64), ==, 0);
  g_assert_true (cursor.is_bad);
}

static void
test_recover (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (EspOrganization) first = read_content ();
  g_autoptr (EspOrganization) second = read_content ();
  g_autoptr (EspOrganization) third = read_content ();
  g_autoptr (EspOrganization) untouched = read_content ();
  g_auto (EspRecovery) recovery = { 0 };
  EspJournal *journal = begin_session (fixture, first, &recovery);

  g_assert_cmpuint (recovery.n_changes, ==, 0);
  g_assert_null (find_one (fixture->folder, ".journal")); /* looking writes nothing */
  retitle (first, "One");
  retitle (first, "Zwei “2”");
  crash (journal, first);

  journal = begin_session (fixture, second, &recovery);
  g_assert_cmpuint (recovery.n_changes, ==, 2);
  g_assert_null (recovery.set_aside);
  assert_same (first, second);
  g_assert_cmpstr (esp_organization_get_undo_name (second), ==, "Zwei “2”");
  retitle (second, "Three"); /* goes on in the same journal */
  crash (journal, second);

  journal = begin_session (fixture, third, &recovery);
  g_assert_cmpuint (recovery.n_changes, ==, 3);
  assert_same (second, third);
  for (guint i = 0; i < 3; i++)
    esp_organization_undo (third);
  g_assert_false (esp_organization_is_modified (third));
  assert_same (untouched, third);
  esp_journal_free (journal);
  g_assert_null (find_one (fixture->folder, ".journal")); /* as it was saved: nothing to keep */
}

static void
test_discard (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (EspOrganization) first = read_content ();
  g_autoptr (EspOrganization) second = read_content ();
  g_autoptr (EspOrganization) third = read_content ();
  g_auto (EspRecovery) recovery = { 0 };
  EspJournal *journal = begin_session (fixture, first, &recovery);

  retitle (first, "One");
  crash (journal, first);
  journal = begin_session (fixture, second, &recovery);
  g_assert_cmpuint (recovery.n_changes, ==, 1);
  g_assert_true (esp_organization_revert (second));
  esp_journal_clear (journal);
  g_assert_null (find_one (fixture->folder, ".journal"));
  esp_organization_redo (second); /* thought better of it */
  crash (journal, second);
  journal = begin_session (fixture, third, &recovery);
  g_assert_cmpuint (recovery.n_changes, ==, 1);
  assert_same (second, third);
  esp_journal_free (journal);
}

static void
test_misfit (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (EspOrganization) first = read_content ();
  g_autoptr (EspOrganization) second = read_content ();
  g_autoptr (EspOrganization) third = read_content ();
  g_auto (EspRecovery) recovery = { 0 };
  EspJournal *journal = begin_session (fixture, first, &recovery);

  retitle (first, "One");
  crash (journal, first);

  g_free (fixture->base->etag);
  fixture->base->etag = g_strdup ("1:3");
  journal = begin_session (fixture, second, &recovery);
  g_assert_cmpuint (recovery.n_changes, ==, 0);
  g_assert_nonnull (recovery.set_aside);
  g_assert_true (g_file_test (recovery.set_aside, G_FILE_TEST_EXISTS));
  g_assert_false (esp_organization_is_modified (second));
  g_assert_false (esp_organization_can_undo (second));
  esp_recovery_clear (&recovery);
  retitle (second, "Two");
  crash (journal, second);

  journal = begin_session (fixture, third, &recovery); /* what was set aside is not looked at again */
  g_assert_cmpuint (recovery.n_changes, ==, 1);
  g_assert_null (recovery.set_aside);
  esp_organization_undo (third);
  esp_journal_free (journal);
}

/* The head fits, but the rows are not those: nothing of the journal is taken. */
static void
test_other_rows (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char other[] =
    "{ \"format\": \"espalier-organization\", \"version\": 1, \"units\": [ { \"id\": \"u\", \"name\": \"Unit\" } ],"
    " \"positions\": [ { \"id\": \"b\" }, { \"id\": \"a\" } ] }";
  g_autoptr (EspOrganization) first = read_content ();
  g_autoptr (EspOrganization) second = read_text (other, sizeof other - 1);
  g_autoptr (EspOrganization) untouched = read_text (other, sizeof other - 1);
  g_auto (EspRecovery) recovery = { 0 };
  EspJournal *journal = begin_session (fixture, first, &recovery);

  esp_organization_begin (first, "Unit");
  esp_organization_set (first, ESP_TABLE_UNITS, 0, ESP_UNIT_NAME, esp_organization_intern (first, "Other"));
  esp_organization_commit (first);
  retitle (first, "One");
  crash (journal, first);

  journal = begin_session (fixture, second, &recovery);
  g_assert_cmpuint (recovery.n_changes, ==, 0);
  g_assert_nonnull (recovery.set_aside);
  g_assert_false (esp_organization_is_modified (second));
  g_assert_false (esp_organization_can_undo (second));
  g_assert_false (esp_organization_can_redo (second));
  assert_same (untouched, second);
  esp_journal_free (journal);
}

static void
test_two_processes (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (EspOrganization) first = read_content ();
  g_autoptr (EspOrganization) second = read_content ();
  g_autoptr (EspOrganization) third = read_content ();
  g_auto (EspRecovery) recovery = { 0 };
  EspJournal *journal = begin_session (fixture, first, &recovery);
  EspJournal *other;

  retitle (first, "One");
  other = begin_session (fixture, second, &recovery); /* the first one still lives */
  g_assert_cmpuint (recovery.n_changes, ==, 0);
  g_assert_null (recovery.set_aside);
  retitle (second, "Two");
  esp_organization_undo (second);
  esp_journal_free (other);
  crash (journal, first);
  journal = begin_session (fixture, third, &recovery);
  g_assert_cmpuint (recovery.n_changes, ==, 1);
  assert_same (first, third);
  esp_journal_free (journal);
}

/* The journal cut at every place: the records that are whole are repeated, and further ones follow them. */
static void
test_cut (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (EspOrganization) first = read_content ();
  g_auto (EspRecovery) recovery = { 0 };
  EspJournal *journal = begin_session (fixture, first, &recovery);
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;
  gsize length;
  guint last = 0;
  guint n_aside = 0;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %u", i);

      retitle (first, title);
    }
  crash (journal, first);
  path = find_one (fixture->folder, ".journal");
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));

  for (gsize cut = 0; cut <= length; cut++)
    for (guint broken = 0; broken < 2; broken++)
      {
        g_autoptr (EspOrganization) second = read_content ();
        g_autoptr (EspOrganization) third = read_content ();
        g_autofree char *tainted = g_memdup2 (content, length);
        guint n_changes;

        empty_folder (fixture->folder);
        if (broken == 1 && cut < length)
          tainted[cut] ^= 1 << (cut % 8);
        g_assert_true (g_file_set_contents (path, tainted, broken == 1 ? length : cut, NULL));
        journal = begin_session (fixture, second, &recovery);
        n_changes = recovery.n_changes;
        g_assert_cmpuint (n_changes, <=, 5);
        if (broken == 0)
          g_assert_cmpuint (n_changes, >=, last);
        last = broken == 0 ? n_changes : last;
        /* what cannot be read is kept, to the byte */
        if (broken == 1 && cut < length)
          g_assert_nonnull (recovery.set_aside);
        if (recovery.set_aside != NULL)
          {
            g_autofree char *kept = NULL;
            gsize n_kept;

            g_assert_true (g_file_get_contents (recovery.set_aside, &kept, &n_kept, NULL));
            g_assert_cmpmem (kept, n_kept, tainted, broken == 1 ? length : cut);
            n_aside++;
          }
        esp_recovery_clear (&recovery);
        retitle (second, "More");
        crash (journal, second);
        journal = begin_session (fixture, third, &recovery);
        g_assert_cmpuint (recovery.n_changes, ==, n_changes + 1);
        assert_same (second, third);
        esp_organization_revert (third);
        esp_journal_free (journal);
      }
  g_assert_cmpuint (last, ==, 5);
  g_assert_cmpuint (n_aside, ==, 2 * length - 6); /* nothing is cut apart at the beginning, behind the head, and behind each of five steps */
}

/* Random bytes instead of records with the right checksums: nothing happens, or all of it fits. */
static void
test_hostile (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (EspOrganization) organization = read_content ();
  g_autoptr (EspOrganization) source = read_content ();
  g_autofree char *before = write_text (organization);
  g_autoptr (GByteArray) record = NULL;
  g_autoptr (EspJournalSteps) writer = esp_journal_steps_new (source);

  g_test_message ("seed %u", seed);
  esp_journal_steps_begin (writer, ESP_STEP_DO, "step");
  for (guint i = 0; i < 2; i++)
    esp_journal_steps_add (writer, &(EspOp){ .kind = ESP_OP_SET, .table = ESP_TABLE_POSITIONS, .field = ESP_POSITION_TITLE, .ix = i });
  record = esp_journal_steps_end (writer, TRUE);
  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (EspJournalSteps) steps = esp_journal_steps_new (organization);
      guint8 tainted[64];
      gsize length = MIN (record->len, sizeof tainted);

      memcpy (tainted, record->data, length);
      for (int k = g_rand_int_range (rand, 1, 4); k > 0; k--)
        tainted[g_rand_int_range (rand, 0, length)] = g_rand_int (rand);
      if (!esp_journal_steps_repeat (steps, tainted, g_rand_int_range (rand, 0, length + 1)))
        {
          g_autofree char *after = write_text (organization);

          g_assert_cmpstr (after, ==, before);
        }
      esp_organization_revert (organization);
      esp_organization_forget_steps (organization);
    }
}

static void
copy_journal (const char *from,
              const char *to)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &content, &length, NULL));
  g_assert_true (g_file_set_contents (to, content, length, NULL));
}

/* What the writer has not written yet is waited for by saying that something is going to be saved that never is. */
static void
wait_for_writer (EspJournal *journal)
{
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nowhere/at-all.espalier");

  esp_journal_announce_save (journal, nowhere, "0:0", 0);
}

static void
check_copy (EspOrganization *organization,
            const char      *content,
            Fixture         *copy)
{
  g_autoptr (EspOrganization) repeated = read_text (content, strlen (content));
  g_auto (EspRecovery) recovery = { 0 };
  EspJournal *journal = begin_session (copy, repeated, &recovery);
  gboolean is_modified = esp_organization_is_modified (organization);

  g_assert_null (recovery.set_aside);
  assert_same (organization, repeated);
  g_assert_cmpint (recovery.n_changes > 0, ==, is_modified);
  g_assert_cmpint (esp_organization_is_modified (repeated), ==, is_modified);
  if (esp_organization_can_undo (repeated))
    g_assert_cmpstr (esp_organization_get_undo_name (repeated), ==, esp_organization_get_undo_name (organization));
  if (esp_organization_can_redo (repeated))
    g_assert_cmpstr (esp_organization_get_redo_name (repeated), ==, esp_organization_get_redo_name (organization));
  if (esp_organization_revert (repeated))
    {
      g_autofree char *reverted = write_text (repeated);

      g_assert_cmpstr (reverted, ==, content);
    }
  esp_journal_free (journal);
}

/* Steps, undo and redo across saves, and after each some a crash: what is repeated on the saved file is what stood. */
static void
test_random (Fixture       *fixture,
             gconstpointer  data)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (EspOrganization) organization = read_content ();
  g_autofree char *content = write_text (organization);
  g_auto (EspRecovery) recovery = { 0 };
  EspJournal *journal = begin_session (fixture, organization, &recovery);
  Fixture copy = { .folder = g_dir_make_tmp ("espalier-journal-XXXXXX", NULL), .base = fixture->base };
  guint n_checked = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 4000; i++)
    {
      g_autofree char *path = NULL;

      random_step (organization, rand);
      if (g_rand_int_range (rand, 0, 60) == 0) /* saved */
        {
          g_autoptr (GFile) file = g_file_new_for_uri (fixture->base->place);

          g_free (content);
          content = write_text (organization);
          esp_journal_announce_save (journal, file, "1:2", 123);
          esp_organization_mark_saved (organization);
          esp_journal_take_saved (journal, "1:2");
          g_assert_null (find_one (fixture->folder, ".journal"));
        }
      if (g_rand_int_range (rand, 0, 8) != 0)
        continue;
      wait_for_writer (journal);
      path = find_one (fixture->folder, ".journal");
      if (path != NULL)
        {
          g_autofree char *name = g_path_get_basename (path);
          g_autofree char *to = g_build_filename (copy.folder, name, NULL);

          empty_folder (copy.folder);
          copy_journal (path, to);
          check_copy (organization, content, &copy);
          n_checked++;
        }
    }
  g_assert_cmpuint (n_checked, >, 100);
  empty_folder (copy.folder);
  g_rmdir (copy.folder);
  g_free (copy.folder);
  esp_organization_mark_saved (organization);
  esp_journal_free (journal);
}

#define N_MANY 200000

static EspOrganization *
make_many (void)
{
  EspOrganization *organization = esp_organization_new ();

  esp_organization_begin_load (organization, N_MANY);
  for (guint32 i = 0; i < N_MANY; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      EspIx ix = esp_organization_append (organization, ESP_TABLE_POSITIONS);

      esp_organization_load (organization, ESP_TABLE_POSITIONS, ix, ESP_POSITION_ID, esp_organization_intern (organization, id));
      esp_organization_load (organization, ESP_TABLE_POSITIONS, ix, ESP_POSITION_REPORTS_TO, esp_organization_intern (organization, i % 3 == 0 ? "p0" : "p1"));
    }
  esp_organization_end_load (organization);
  return organization;
}

/* A step of more than a hundred thousand changes is repeated as fast as it was done. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (EspOrganization) first = make_many ();
  g_autoptr (EspOrganization) second = make_many ();
  g_auto (EspRecovery) recovery = { 0 };
  EspJournal *journal = begin_session (fixture, first, &recovery);

  esp_edit_remove_position (first, 1, ESP_REPORTS_REMOVE);
  esp_organization_undo (first);
  esp_organization_redo (first);
  g_assert_cmpuint (esp_organization_get_n (first, ESP_TABLE_POSITIONS), <, N_MANY / 2);
  crash (journal, first);
  journal = begin_session (fixture, second, &recovery);
  g_assert_cmpuint (recovery.n_changes, ==, 1);
  assert_same (first, second);
  esp_organization_undo (second);
  g_assert_cmpuint (esp_organization_get_n (second, ESP_TABLE_POSITIONS), ==, N_MANY);
  esp_journal_free (journal);
}

/* A crash between the replacing of the file and the clearing of the journal, and one just before the replacing */
static void
test_saving (Fixture       *fixture,
             gconstpointer  data)
{
  for (guint is_replaced = 0; is_replaced < 2; is_replaced++)
    {
      g_autoptr (EspOrganization) first = read_content ();
      g_autofree char *path = g_build_filename (fixture->folder, "two.espalier", NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autofree char *uri = g_file_get_uri (file);
      g_auto (EspRecovery) recovery = { 0 };
      g_autofree char *etag = NULL;
      g_autoptr (GFileInfo) info = NULL;
      g_autoptr (EspOrganization) second = NULL;
      EspJournal *journal;

      g_free (fixture->base->place);
      fixture->base->place = g_strdup (uri);
      fixture->base->size = 123;
      g_free (fixture->base->etag);
      fixture->base->etag = g_strdup ("1:2");
      journal = begin_session (fixture, first, &recovery);
      retitle (first, "Saved");
      g_assert_true (esp_io_save (first, ESP_FILE_DOCUMENT, file, NULL, NULL, NULL, &etag, NULL, NULL));
      info = g_file_query_info (file, "*", 0, NULL, NULL);
      esp_journal_announce_save (journal, file, is_replaced ? etag : "9:9", g_file_info_get_size (info));
      crash (journal, first);

      if (is_replaced)
        {
          g_free (fixture->base->etag);
          fixture->base->etag = g_strdup (etag);
          fixture->base->size = g_file_info_get_size (info);
          second = read_again (first);
        }
      else
        {
          second = read_content ();
        }
      journal = begin_session (fixture, second, &recovery);
      g_assert_cmpuint (recovery.n_changes, ==, is_replaced ? 0 : 1);
      g_assert_null (recovery.set_aside);
      assert_same (first, second);
      esp_organization_revert (second);
      esp_journal_free (journal);
      g_assert_null (find_one (fixture->folder, ".journal"));
      g_unlink (path);
    }
}

static void
failed_cb (const GError *error,
           gpointer      user_data)
{
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  (*(guint *) user_data)++;
}

static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (EspOrganization) first = read_content ();
  g_autoptr (EspOrganization) second = read_content ();
  g_autofree char *folder = g_build_filename (fixture->folder, "journal", NULL);
  g_auto (EspRecovery) recovery = { 0 };
  EspJournal *journal = esp_journal_new (folder, fixture->base);
  guint n_failures = 0;

  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  esp_journal_attach (journal, first, failed_cb, &n_failures);
  retitle (first, "One");
  while (n_failures == 0)
    g_main_context_iteration (NULL, TRUE);
  retitle (first, "Two");
  wait_for_writer (journal);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_failures, ==, 1); /* said once */

  g_unlink (folder);
  retitle (first, "Three"); /* and what could not be written before comes with it */
  crash (journal, first);
  journal = esp_journal_new (folder, fixture->base);
  esp_journal_recover (journal, second, &recovery);
  g_assert_cmpuint (recovery.n_changes, ==, 3);
  assert_same (first, second);
  esp_journal_attach (journal, second, NULL, NULL);
  esp_organization_revert (second);
  esp_journal_free (journal);
  g_rmdir (folder);
}

static void
test_left (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (EspJournalBase) base = esp_journal_base_new (ESP_JOURNAL_SAMPLE, "small", NULL, 55);
  g_autoptr (EspOrganization) first = read_content ();
  g_autoptr (EspOrganization) second = read_content ();
  g_autoptr (EspOrganization) of_file = read_content ();
  g_autoptr (GPtrArray) left = NULL;
  g_auto (EspRecovery) recovery = { 0 };
  EspJournal *journal = esp_journal_new (fixture->folder, base);
  const EspJournalLeft *found;

  esp_journal_attach (journal, first, NULL, NULL);
  retitle (first, "One");
  wait_for_writer (journal);
  left = esp_journal_list_left (fixture->folder);
  g_assert_cmpuint (left->len, ==, 0); /* it is being written */
  g_clear_pointer (&left, g_ptr_array_unref);
  crash (journal, first);
  journal = begin_session (fixture, of_file, &recovery);
  retitle (of_file, "Of a file");
  crash (journal, of_file);

  left = esp_journal_list_left (fixture->folder);
  g_assert_cmpuint (left->len, ==, 1);
  found = g_ptr_array_index (left, 0);
  g_assert_cmpint (found->base->kind, ==, ESP_JOURNAL_SAMPLE);
  g_assert_cmpstr (found->base->place, ==, "small");
  journal = esp_journal_new_left (fixture->folder, found->name, base);
  esp_journal_recover (journal, second, &recovery);
  g_assert_cmpuint (recovery.n_changes, ==, 1);
  assert_same (first, second);
  esp_journal_free (journal);
}

#define ADD(name, function) g_test_add ("/journal/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal/numbers", test_numbers);
  ADD ("recover", test_recover);
  ADD ("discard", test_discard);
  ADD ("misfit", test_misfit);
  ADD ("other-rows", test_other_rows);
  ADD ("two-processes", test_two_processes);
  ADD ("cut", test_cut);
  g_test_add_func ("/journal/hostile", test_hostile);
  ADD ("random", test_random);
  ADD ("many", test_many);
  ADD ("saving", test_saving);
  ADD ("failure", test_failure);
  ADD ("left", test_left);
  return g_test_run ();
}
