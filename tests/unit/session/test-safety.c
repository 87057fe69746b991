/* test-safety.c — what becomes of a document when the program ends without a word, and when others write its file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <string.h>

#include "io/esp-table-preview.h"
#include "organization/esp-edits.h"
#include "session/esp-document.h"

#define CANONICAL \
  "{ \"format\": \"espalier-organization\", \"version\": 1, \"name\": \"Two\",\n" \
  "  \"positions\": [\n" \
  "    { \"id\": \"a\", \"title\": \"Lead\" },\n" \
  "    { \"id\": \"b\", \"title\": \"Program Manager\", \"reports_to\": \"a\" } ] }\n"

#define WAIT_SECONDS 10

typedef struct
{
  char  *folder;
  GFile *file;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("espalier-test-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "two.espalier", NULL);
  fixture->file = g_file_new_for_path (path);
  g_assert_true (g_file_set_contents (path, CANONICAL, -1, NULL));
}

static char *
get_journals (void)
{
  return g_build_filename (g_get_user_data_dir (), "espalier", "journal", NULL);
}

static guint
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
      n++;
    }
  return n;
}

static guint
count_journals (void)
{
  g_autofree char *journals = get_journals ();
  g_autoptr (GDir) dir = g_dir_open (journals, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *journals = get_journals ();

  g_assert_cmpuint (empty_folder (journals), ==, 0); /* every test leaves nothing */
  empty_folder (fixture->folder);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_object_unref (fixture->file);
}

static void
store_result_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static void
load (EspDocument *document)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  esp_document_load_async (document, NULL, store_result_cb, &result);
  esp_document_load_finish (document, wait_for (&result), &error);
  g_assert_no_error (error);
}

static gboolean
save (EspDocument  *document,
      GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  esp_document_save_async (document, FALSE, NULL, store_result_cb, &result);
  return esp_document_save_finish (document, wait_for (&result), error);
}

static EspDocument *
open_file (Fixture *fixture)
{
  EspDocument *document = esp_document_new_for_file (fixture->file);

  load (document);
  return document;
}

static EspDocument *
open_left (void)
{
  g_autoptr (GPtrArray) left = esp_document_list_left ();
  EspDocument *document;

  g_assert_cmpuint (left->len, ==, 1);
  document = g_object_ref (g_ptr_array_index (left, 0));
  load (document);
  return document;
}

static void
retitle_edit (EspOrganization *organization,
              gpointer         user_data)
{
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, ESP_TABLE_POSITIONS, &n);

  g_assert_true (esp_edit_retitle (organization, order[n - 1], user_data, NULL));
}

static void
retitle (EspDocument *document,
         const char  *title)
{
  esp_document_edit (document, retitle_edit, g_strdup (title), g_free);
}

static void
add_edit (EspOrganization *organization,
          gpointer         user_data)
{
  esp_edit_add_position (organization, "New", ESP_IX_NONE, ESP_IX_NONE, ESP_IX_NONE);
}

static const char *
get_title (EspDocument *document)
{
  EspOrganization *organization = esp_document_get_organization (document);
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, ESP_TABLE_POSITIONS, &n);

  return esp_position_get_title (organization, order[n - 1]);
}

/* The last reference goes without the changes being saved or discarded: as far as the journal is concerned, that is a crash. */
static void
crash (EspDocument **document)
{
  g_assert_finalize_object (g_steal_pointer (document));
}

static void
write_theirs (Fixture    *fixture,
              const char *text)
{
  g_usleep (30 * 1000); /* an etag is a time, and file systems know only some ms */
  g_assert_true (g_file_replace_contents (fixture->file, text, strlen (text), NULL, FALSE, 0, NULL, NULL, NULL));
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
wait_for_disk (EspDocument  *document,
               EspFileState  state)
{
  gint64 end = g_get_monotonic_time () + WAIT_SECONDS * G_USEC_PER_SEC;
  guint id = g_timeout_add (20, wake_cb, NULL);

  while (esp_document_get_disk (document) != state && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
  g_assert_cmpint (esp_document_get_disk (document), ==, state);
}

static void
turn_for (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * 1000;
  guint id = g_timeout_add (20, wake_cb, NULL);

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
}

static void
test_recover (Fixture       *fixture,
              gconstpointer  data)
{
  EspDocument *document = open_file (fixture);

  g_assert_cmpuint (esp_document_get_recovered (document), ==, 0);
  retitle (document, "One");
  retitle (document, "Two");
  crash (&document);

  document = open_file (fixture);
  g_assert_cmpuint (esp_document_get_recovered (document), ==, 2);
  g_assert_null (esp_document_get_set_aside (document));
  g_assert_cmpstr (get_title (document), ==, "Two");
  g_assert_true (esp_document_get_modified (document));
  esp_document_undo (document);
  g_assert_cmpuint (esp_document_get_recovered (document), ==, 0); /* somebody goes on */
  g_assert_cmpstr (get_title (document), ==, "One");
  crash (&document);

  document = open_file (fixture);
  g_assert_cmpuint (esp_document_get_recovered (document), ==, 1);
  esp_document_redo (document);
  g_assert_cmpstr (get_title (document), ==, "Two");
  g_assert_true (save (document, NULL));
  crash (&document);

  document = open_file (fixture);
  g_assert_cmpuint (esp_document_get_recovered (document), ==, 0);
  g_assert_cmpstr (get_title (document), ==, "Two");
  crash (&document);
}

static void
test_discard (Fixture       *fixture,
              gconstpointer  data)
{
  EspDocument *document = open_file (fixture);

  retitle (document, "One");
  crash (&document);
  document = open_file (fixture);
  g_assert_cmpuint (esp_document_get_recovered (document), ==, 1);
  esp_document_discard (document);
  g_assert_cmpuint (esp_document_get_recovered (document), ==, 0);
  g_assert_false (esp_document_get_modified (document));
  g_assert_cmpstr (get_title (document), ==, "Program Manager");
  crash (&document);

  /* the way back is lost: the file is read again */
  document = open_file (fixture);
  retitle (document, "One");
  g_assert_true (save (document, NULL));
  esp_document_undo (document);
  retitle (document, "Two");
  esp_document_discard (document);
  while (esp_document_get_busy (document))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (get_title (document), ==, "One");
  g_assert_false (esp_document_get_modified (document));
  g_assert_false (esp_document_get_can_undo (document));
  crash (&document);
}

static void
test_abandon (Fixture       *fixture,
              gconstpointer  data)
{
  EspDocument *document = open_file (fixture);

  retitle (document, "One");
  esp_document_abandon (document);
  crash (&document);
  document = open_file (fixture);
  g_assert_cmpstr (get_title (document), ==, "Program Manager");
  crash (&document);
}

static void
test_reload (Fixture       *fixture,
             gconstpointer  data)
{
  EspDocument *document = open_file (fixture);

  retitle (document, "One");
  load (document);
  g_assert_cmpstr (get_title (document), ==, "Program Manager");
  g_assert_cmpuint (esp_document_get_recovered (document), ==, 0);
  retitle (document, "Two"); /* written down again */
  crash (&document);
  document = open_file (fixture);
  g_assert_cmpstr (get_title (document), ==, "Two");
  esp_document_discard (document);
  crash (&document);
}

static void
test_set_aside (Fixture       *fixture,
                gconstpointer  data)
{
  EspDocument *document = open_file (fixture);
  g_autofree char *path = NULL;

  retitle (document, "One");
  crash (&document);
  write_theirs (fixture, CANONICAL " ");
  document = open_file (fixture);
  g_assert_cmpuint (esp_document_get_recovered (document), ==, 0);
  path = g_strdup (esp_document_get_set_aside (document));
  g_assert_nonnull (path);
  g_assert_cmpstr (get_title (document), ==, "Program Manager");
  g_assert_false (esp_document_get_modified (document));
  crash (&document);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  EspDocument *document = esp_document_new_empty ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) left = NULL;

  left = esp_document_list_left ();
  g_assert_cmpuint (left->len, ==, 0);
  esp_document_edit (document, add_edit, NULL, NULL);
  retitle (document, "Chief");
  crash (&document);

  document = open_left ();
  g_assert_cmpuint (esp_document_get_recovered (document), ==, 2);
  g_assert_cmpstr (get_title (document), ==, "Chief");
  g_assert_true (esp_document_needs_place (document));
  g_clear_pointer (&left, g_ptr_array_unref);
  left = esp_document_list_left (); /* it is not left any more */
  g_assert_cmpuint (left->len, ==, 0);
  esp_document_save_as_async (document, fixture->file, NULL, store_result_cb, &result);
  g_assert_true (esp_document_save_finish (document, wait_for (&result), NULL));
  g_clear_object (&result);
  retitle (document, "After saving");
  crash (&document);

  document = open_file (fixture);
  g_assert_cmpstr (get_title (document), ==, "After saving");
  esp_document_discard (document);
  g_assert_cmpstr (get_title (document), ==, "Chief");
  crash (&document);
}

/* What was pasted stands nowhere else: it comes back with its changes, and as often as it must. Saved, it is a file like any other. */
static void
test_pasted (Fixture       *fixture,
             gconstpointer  data)
{
  static const char table[] = "name,title,manager\nAda Quince,Lead,\nBo Larch,Program Manager,Ada Quince\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (table, strlen (table));
  EspDocument *document = esp_document_new_for_bytes (bytes);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  load (document);
  g_assert_true (esp_document_get_modified (document)); /* it is in no file */
  g_assert_cmpuint (esp_organization_get_n (esp_document_get_organization (document), ESP_TABLE_POSITIONS), ==, 2);
  crash (&document); /* closed without a change: nobody wants it */
  g_assert_cmpuint (count_journals (), ==, 0);

  document = esp_document_new_for_bytes (bytes);
  load (document);
  retitle (document, "Not wanted");
  esp_document_discard (document);
  retitle (document, "Gardener");
  esp_document_undo (document);
  retitle (document, "Chief");
  before = esp_io_to_bytes (esp_document_get_organization (document), ESP_FILE_DOCUMENT);
  crash (&document);
  for (guint i = 0; i < 2; i++)
    {
      document = open_left ();
      g_assert_cmpuint (esp_document_get_recovered (document), ==, 2); /* pasted, and changed */
      g_assert_cmpstr (esp_document_get_undo_name (document), ==, "Change Title");
      after = esp_io_to_bytes (esp_document_get_organization (document), ESP_FILE_DOCUMENT);
      g_assert_true (g_bytes_equal (before, after));
      g_clear_pointer (&after, g_bytes_unref);
      if (i == 0)
        crash (&document);
    }

  esp_document_save_as_async (document, fixture->file, NULL, store_result_cb, &result);
  g_assert_true (esp_document_save_finish (document, wait_for (&result), NULL));
  g_clear_object (&result);
  crash (&document);
  document = esp_document_new_for_bytes (bytes);
  load (document);
  esp_document_save_as_async (document, fixture->file, NULL, store_result_cb, &result);
  g_assert_true (esp_document_save_finish (document, wait_for (&result), NULL));
  g_clear_object (&result);
  write_theirs (fixture, CANONICAL);
  load (document); /* from the file, and not what was pasted once */
  g_assert_cmpstr (esp_document_get_title (document), ==, "Two");
  retitle (document, "After all");
  crash (&document);
  document = open_file (fixture);
  g_assert_cmpuint (esp_document_get_recovered (document), ==, 1);
  esp_document_discard (document);
  crash (&document);
}

/* A table that was read by certain columns and saved as a document is a document. */
static void
test_table (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "table.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (EspTablePreview) preview = NULL;
  EspDocument *document;
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_true (g_file_set_contents (path, "name,title,manager\nAda Quince,Lead,\nBo Larch,Program Manager,Ada Quince\n", -1, NULL));
  preview = esp_table_preview_new (file, NULL, NULL);
  document = esp_document_new_for_file (file);
  esp_document_set_mapping (document, esp_table_preview_get_guess (preview));
  load (document);
  esp_document_save_as_async (document, fixture->file, NULL, store_result_cb, &result);
  g_assert_true (esp_document_save_finish (document, wait_for (&result), NULL));
  g_clear_object (&result);
  load (document);
  retitle (document, "Once more");
  crash (&document);
  document = open_file (fixture);
  g_assert_cmpuint (esp_document_get_recovered (document), ==, 1);
  g_assert_cmpstr (get_title (document), ==, "Once more");
  esp_document_discard (document);
  crash (&document);
}

static void
test_sample (Fixture       *fixture,
             gconstpointer  data)
{
  const EspSample *sample = g_ptr_array_index (esp_catalogue_get_samples (esp_catalogue_get_default ()), 0);
  EspDocument *document = esp_document_new_for_sample (sample);

  load (document);
  retitle (document, "Changed");
  crash (&document);
  document = open_left ();
  g_assert_true (esp_document_get_sample (document) == sample);
  g_assert_cmpuint (esp_document_get_recovered (document), ==, 1);
  g_assert_cmpstr (get_title (document), ==, "Changed");
  esp_document_abandon (document);
  crash (&document);
}

static void
test_others (Fixture       *fixture,
             gconstpointer  data)
{
  EspDocument *document = open_file (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (EspDiff) diff = NULL;

  retitle (document, "Mine");
  g_assert_true (save (document, NULL));
  turn_for (500);
  g_assert_cmpint (esp_document_get_disk (document), ==, ESP_FILE_SAME); /* what one writes oneself is nothing new */

  write_theirs (fixture, CANONICAL);
  wait_for_disk (document, ESP_FILE_CHANGED);
  esp_document_compare_async (document, NULL, store_result_cb, &result);
  diff = esp_document_compare_finish (document, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (esp_diff_get_n (diff), ==, 1);
  g_assert_cmpint (esp_diff_get (diff, 0)->kind, ==, ESP_DIFF_RETITLED);
  g_clear_pointer (&diff, esp_diff_free);
  g_clear_object (&result);

  retitle (document, "Still mine");
  g_assert_false (save (document, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  g_clear_error (&error);
  g_assert_true (esp_document_get_modified (document));
  wait_for_disk (document, ESP_FILE_CHANGED);

  load (document); /* theirs */
  g_assert_cmpint (esp_document_get_disk (document), ==, ESP_FILE_SAME);
  g_assert_cmpstr (get_title (document), ==, "Program Manager");
  g_assert_true (g_file_delete (fixture->file, NULL, NULL));
  wait_for_disk (document, ESP_FILE_GONE);
  retitle (document, "Here");
  g_assert_true (save (document, &error)); /* and the file is there again */
  turn_for (500);
  g_assert_cmpint (esp_document_get_disk (document), ==, ESP_FILE_SAME);
  crash (&document);
}

/* Asked for again while it is written: the second waits for the first, and neither takes the other for somebody else. */
static void
test_save_twice (Fixture       *fixture,
                 gconstpointer  data)
{
  EspDocument *document = open_file (fixture);
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GAsyncResult) reading = NULL;
  g_autoptr (GError) error = NULL;

  retitle (document, "One");
  esp_document_save_async (document, FALSE, NULL, store_result_cb, &first);
  retitle (document, "Two"); /* waits for the first */
  esp_document_save_async (document, FALSE, NULL, store_result_cb, &second);
  esp_document_load_async (document, NULL, store_result_cb, &reading);
  g_assert_false (esp_document_load_finish (document, wait_for (&reading), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_assert_true (esp_document_save_finish (document, wait_for (&first), NULL));
  g_assert_true (esp_document_save_finish (document, wait_for (&second), NULL));
  g_assert_cmpstr (get_title (document), ==, "Two");
  g_assert_false (esp_document_get_modified (document));
  g_clear_object (&first);
  g_clear_object (&second);
  g_clear_object (&reading);
  crash (&document);
  document = open_file (fixture);
  g_assert_cmpstr (get_title (document), ==, "Two");
  crash (&document);
}

/* A folder that is gone: the save fails, the document stays, and the journal knows all of it. */
static void
test_vanished (Fixture       *fixture,
               gconstpointer  data)
{
  EspDocument *document = open_file (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *moved = g_strconcat (fixture->folder, "-moved", NULL);

  retitle (document, "Safe");
  g_assert_cmpint (g_rename (fixture->folder, moved), ==, 0);
  g_assert_false (save (document, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (esp_document_get_modified (document));
  g_assert_cmpstr (get_title (document), ==, "Safe");
  crash (&document);
  g_assert_cmpint (g_rename (moved, fixture->folder), ==, 0);

  document = open_file (fixture);
  g_assert_cmpuint (esp_document_get_recovered (document), ==, 1);
  g_assert_cmpstr (get_title (document), ==, "Safe");
  g_assert_true (save (document, NULL));
  crash (&document);
}

static void
test_unprotected (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *journals = get_journals ();
  EspDocument *document = open_file (fixture);

  g_rmdir (journals);
  g_assert_true (g_file_set_contents (journals, "in the way", -1, NULL));
  g_assert_null (esp_document_get_unprotected (document));
  retitle (document, "One");
  while (esp_document_get_unprotected (document) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_unlink (journals);
  retitle (document, "Two");
  crash (&document);
  document = open_file (fixture);
  g_assert_cmpstr (get_title (document), ==, "Two");
  g_assert_null (esp_document_get_unprotected (document));
  esp_document_discard (document);
  crash (&document);
}

#define ADD(name, func) g_test_add ("/session/safety/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("espalier-home-XXXXXX", NULL);
  g_autofree char *journals = NULL;
  g_autofree char *folder = g_build_filename (home, "espalier", NULL);
  int result;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  journals = get_journals ();
  g_mkdir_with_parents (journals, 0700);
  g_test_init (&argc, &argv, NULL);
  ADD ("recover", test_recover);
  ADD ("discard", test_discard);
  ADD ("abandon", test_abandon);
  ADD ("reload", test_reload);
  ADD ("set-aside", test_set_aside);
  ADD ("new", test_new);
  ADD ("pasted", test_pasted);
  ADD ("table", test_table);
  ADD ("sample", test_sample);
  ADD ("others", test_others);
  ADD ("save-twice", test_save_twice);
  ADD ("vanished", test_vanished);
  ADD ("unprotected", test_unprotected);
  result = g_test_run ();
  g_rmdir (journals);
  g_rmdir (folder);
  g_rmdir (home);
  return result;
}
