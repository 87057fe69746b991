/* test-document.c — reading, changing and saving documents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <unistd.h>

#include "organization/esp-edits.h"
#include "session/esp-document.h"

#define CANONICAL \
  "{ \"format\": \"espalier-organization\", \"version\": 1, \"name\": \"Two\",\n" \
  "  \"positions\": [\n" \
  "    { \"id\": \"a\", \"title\": \"Lead\" },\n" \
  "    { \"id\": \"b\", \"title\": \"Program Manager\", \"reports_to\": \"a\" } ] }\n"

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

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
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

static gboolean
load (EspDocument  *document,
      GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  esp_document_load_async (document, NULL, store_result_cb, &result);
  return esp_document_load_finish (document, wait_for (&result), error);
}

static gboolean
save (EspDocument  *document,
      gboolean      overwrite,
      GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  esp_document_save_async (document, overwrite, NULL, store_result_cb, &result);
  return esp_document_save_finish (document, wait_for (&result), error);
}

static gboolean
save_as (EspDocument  *document,
         GFile        *file,
         GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  esp_document_save_as_async (document, file, NULL, store_result_cb, &result);
  return esp_document_save_finish (document, wait_for (&result), error);
}

static char *
read_file (GFile *file)
{
  char *text = NULL;

  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  return text;
}

static EspDocument *
open_fixture (Fixture *fixture)
{
  EspDocument *document = esp_document_new_for_file (fixture->file);
  g_autoptr (GError) error = NULL;

  load (document, &error);
  g_assert_no_error (error);
  return document;
}

static void
retitle_edit (EspOrganization *organization,
              gpointer         user_data)
{
  g_autoptr (GError) error = NULL;

  esp_edit_retitle (organization, esp_organization_find_id (organization, ESP_TABLE_POSITIONS, "b"), user_data, &error);
  g_assert_no_error (error);
}

static const char *
get_title (EspDocument *document)
{
  EspOrganization *organization = esp_document_get_organization (document);

  return esp_position_get_title (organization, esp_organization_find_id (organization, ESP_TABLE_POSITIONS, "b"));
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_load (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (EspDocument) document = esp_document_new_for_file (fixture->file);
  g_autoptr (GError) error = NULL;
  guint states = 0;

  g_assert_cmpint (esp_document_get_state (document), ==, ESP_DOCUMENT_STATE_UNLOADED);
  g_assert_cmpstr (esp_document_get_title (document), ==, "two.espalier");
  g_signal_connect_swapped (document, "notify::state", G_CALLBACK (count_cb), &states);
  g_assert_true (load (document, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (states, ==, 2);
  g_assert_cmpint (esp_document_get_state (document), ==, ESP_DOCUMENT_STATE_READY);
  g_assert_cmpstr (esp_document_get_title (document), ==, "Two");
  g_assert_cmpstr (esp_document_get_subtitle (document), ==, "two.espalier");
  g_assert_false (esp_document_get_modified (document));
  g_assert_false (esp_document_get_busy (document));
  g_assert_false (esp_document_needs_place (document));
  g_assert_cmpuint (esp_organization_get_n (esp_document_get_organization (document), ESP_TABLE_POSITIONS), ==, 2);
}

static void
test_one_per_file (Fixture       *fixture,
                   gconstpointer  data)
{
  EspDocument *document = esp_document_new_for_file (fixture->file);
  g_autoptr (EspDocument) again = esp_document_new_for_file (fixture->file);
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autofree char *link = g_strconcat (path, "-link", NULL);
  g_autoptr (GFile) link_file = g_file_new_for_path (link);
  g_autoptr (EspDocument) by_link = NULL;

  g_assert_true (document == again);
  g_assert_cmpint (symlink (path, link), ==, 0);
  by_link = esp_document_new_for_file (link_file);
  g_assert_true (document == by_link);
  g_unlink (link);
  g_clear_object (&by_link);
  g_object_unref (document);
  g_assert_finalize_object (g_steal_pointer (&again));
}

static void
test_load_twice_at_once (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (EspDocument) document = esp_document_new_for_file (fixture->file);
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;

  esp_document_load_async (document, NULL, store_result_cb, &first);
  esp_document_load_async (document, NULL, store_result_cb, &second);
  g_assert_true (esp_document_load_finish (document, wait_for (&first), NULL));
  g_assert_true (esp_document_load_finish (document, wait_for (&second), NULL));
}

static void
test_broken (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (EspDocument) document = esp_document_new_for_file (fixture->file);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_replace_contents (fixture->file, "{ \"format\": 3 ", 14, NULL, FALSE, 0, NULL, NULL, NULL));
  g_assert_false (load (document, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (esp_document_get_state (document), ==, ESP_DOCUMENT_STATE_FAILED);
  g_assert_cmpstr (esp_document_get_error (document)->message, ==, error->message);
  g_assert_null (esp_document_get_organization (document));
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (EspDocument) document = esp_document_new_for_file (fixture->file);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  esp_document_load_async (document, cancellable, store_result_cb, &result);
  g_assert_false (esp_document_load_finish (document, wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (esp_document_get_state (document), ==, ESP_DOCUMENT_STATE_UNLOADED);
  g_assert_true (load (document, NULL));
}

static void
test_reload_failure_keeps (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (EspDocument) document = open_fixture (fixture);

  esp_document_edit (document, retitle_edit, (gpointer) "TPM", NULL);
  g_assert_true (g_file_replace_contents (fixture->file, "[", 1, NULL, FALSE, 0, NULL, NULL, NULL));
  g_assert_false (load (document, NULL));
  g_assert_cmpint (esp_document_get_state (document), ==, ESP_DOCUMENT_STATE_READY);
  g_assert_cmpstr (get_title (document), ==, "TPM");
  g_assert_true (esp_document_get_modified (document));
}

static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (EspDocument) document = open_fixture (fixture);
  g_autoptr (GPtrArray) modified = NULL;
  guint changes = 0, modifications = 0;

  g_signal_connect_swapped (document, "changed", G_CALLBACK (count_cb), &changes);
  g_signal_connect_swapped (document, "notify::modified", G_CALLBACK (count_cb), &modifications);
  esp_document_edit (document, retitle_edit, (gpointer) "TPM", NULL);
  esp_document_edit (document, retitle_edit, (gpointer) "Senior TPM", NULL);
  g_assert_cmpuint (changes, ==, 2);
  g_assert_cmpuint (modifications, ==, 1);
  g_assert_true (esp_document_get_can_undo (document));
  g_assert_nonnull (esp_document_get_undo_name (document));
  modified = esp_document_list_modified ();
  g_assert_cmpuint (modified->len, ==, 1);

  esp_document_undo (document);
  g_assert_cmpstr (get_title (document), ==, "TPM");
  esp_document_undo (document);
  esp_document_undo (document);
  g_assert_cmpstr (get_title (document), ==, "Program Manager");
  g_assert_false (esp_document_get_modified (document));
  g_assert_false (esp_document_get_can_undo (document));
  esp_document_redo (document);
  g_assert_cmpstr (get_title (document), ==, "TPM");
  g_assert_true (esp_document_get_modified (document));
}

static void
test_hold (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (EspDocument) document = open_fixture (fixture);

  esp_document_hold (document);
  esp_document_hold (document);
  g_assert_false (esp_document_get_busy (document));
  esp_document_edit (document, retitle_edit, g_strdup ("TPM"), g_free);
  g_assert_true (esp_document_get_busy (document)); /* whoever closes it must wait */
  esp_document_edit (document, retitle_edit, g_strdup ("Senior TPM"), g_free);
  esp_document_undo (document);
  g_assert_cmpstr (get_title (document), ==, "Program Manager");
  esp_document_release (document);
  g_assert_cmpstr (get_title (document), ==, "Program Manager");
  g_assert_true (esp_document_get_busy (document));
  esp_document_release (document);
  g_assert_cmpstr (get_title (document), ==, "TPM");
  g_assert_false (esp_document_get_busy (document));
}

static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (EspDocument) document = open_fixture (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *untouched = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *back = NULL;

  g_assert_true (save (document, FALSE, &error));
  untouched = read_file (fixture->file);
  g_assert_cmpstr (untouched, ==, CANONICAL);
  g_assert_false (esp_document_save_rewrites (document));

  esp_document_edit (document, retitle_edit, (gpointer) "TPM", NULL);
  g_assert_true (save (document, FALSE, &error));
  g_assert_no_error (error);
  g_assert_false (esp_document_get_modified (document));
  changed = read_file (fixture->file);
  g_assert_nonnull (strstr (changed, "\"TPM\""));

  esp_document_undo (document);
  g_assert_true (esp_document_get_modified (document));
  g_assert_true (save (document, FALSE, &error));
  back = read_file (fixture->file);
  g_assert_cmpstr (back, ==, CANONICAL);
}

static void
test_save_rewrites (Fixture       *fixture,
                    gconstpointer  data)
{
  const char *pretty = "{\n  \"format\": \"espalier-organization\",\n  \"version\": 1,\n  \"positions\": [ {\n    \"id\": \"b\" } ]\n}\n";
  g_autoptr (EspDocument) document = NULL;
  g_autofree char *untouched = NULL;

  g_assert_true (g_file_replace_contents (fixture->file, pretty, strlen (pretty), NULL, FALSE, 0, NULL, NULL, NULL));
  document = open_fixture (fixture);
  g_assert_true (esp_document_save_rewrites (document));
  esp_document_edit (document, retitle_edit, (gpointer) "TPM", NULL);
  esp_document_undo (document);
  g_assert_true (save (document, FALSE, NULL)); /* at its saved point: nothing is written, in whatever form it is */
  untouched = read_file (fixture->file);
  g_assert_cmpstr (untouched, ==, pretty);
  g_assert_true (esp_document_save_rewrites (document));
  esp_document_edit (document, retitle_edit, (gpointer) "TPM", NULL);
  g_assert_true (save (document, FALSE, NULL));
  g_assert_false (esp_document_save_rewrites (document));
}

static void
test_save_conflict (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (EspDocument) document = open_fixture (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  const char *other = "somebody else’s";

  esp_document_edit (document, retitle_edit, (gpointer) "TPM", NULL);
  /* an etag is a time, and file systems know only some ms */
  g_usleep (30 * 1000);
  g_assert_true (g_file_replace_contents (fixture->file, other, strlen (other), NULL, FALSE, 0, NULL, NULL, NULL));
  g_assert_false (save (document, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  g_assert_true (esp_document_get_modified (document));
  kept = read_file (fixture->file);
  g_assert_cmpstr (kept, ==, other);

  g_assert_true (save (document, TRUE, NULL));
  g_assert_false (esp_document_get_modified (document));
}

static void
test_save_as (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GFile) folder = g_file_get_parent (fixture->file);
  g_autoptr (GFile) copy = g_file_get_child (folder, "copy.espalier");
  g_autoptr (GFile) nowhere = g_file_resolve_relative_path (folder, "no/such/folder.espalier");
  g_autoptr (EspDocument) document = open_fixture (fixture);
  g_autoptr (EspDocument) found = NULL;
  g_autoptr (GError) error = NULL;

  esp_document_edit (document, retitle_edit, (gpointer) "TPM", NULL);
  g_assert_false (save_as (document, nowhere, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_equal (esp_document_get_file (document), fixture->file));
  g_assert_true (esp_document_get_modified (document));

  g_assert_true (save_as (document, copy, NULL));
  g_assert_true (g_file_equal (esp_document_get_file (document), copy));
  g_assert_cmpstr (esp_document_get_subtitle (document), ==, "copy.espalier");
  found = esp_document_new_for_file (copy);
  g_assert_true (found == document);
}

/* A file that is open elsewhere is not replaced behind the back of whoever looks at it. */
static void
test_save_over_open (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (EspDocument) open = open_fixture (fixture);
  g_autoptr (EspDocument) document = esp_document_new_empty ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  esp_document_save_as_async (document, fixture->file, NULL, store_result_cb, &result);
  g_assert_false (esp_document_save_finish (document, wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "is open in another window"));
  kept = read_file (fixture->file);
  g_assert_cmpstr (kept, ==, CANONICAL);
  g_assert_null (esp_document_get_file (document));

  g_clear_object (&open);
  g_clear_object (&result);
  esp_document_save_as_async (document, fixture->file, NULL, store_result_cb, &result);
  g_assert_true (esp_document_save_finish (document, wait_for (&result), NULL));
  g_clear_object (&result);
  /* to its own file, by this way, too */
  esp_document_save_as_async (document, fixture->file, NULL, store_result_cb, &result);
  g_assert_true (esp_document_save_finish (document, wait_for (&result), NULL));
}

static void
test_sample (void)
{
  GPtrArray *samples = esp_catalogue_get_samples (esp_catalogue_get_default ());
  const EspSample *sample = g_ptr_array_index (samples, 0);
  g_autoptr (EspDocument) document = esp_document_new_for_sample (sample);
  g_autoptr (GFile) builtin = esp_io_file_for_builtin (sample->id);
  g_autoptr (EspDocument) other = esp_document_new_for_file (builtin);
  g_autoptr (GError) error = NULL;

  g_assert_true (document != other);
  g_assert_true (esp_document_get_sample (other) == sample);
  load (document, &error);
  g_assert_no_error (error);
  g_assert_true (esp_document_needs_place (document));
  g_assert_null (esp_document_get_file (document));
  g_assert_nonnull (esp_document_get_title (document));
}

static void
test_empty (void)
{
  EspDocument *document = esp_document_new_empty ();

  g_assert_cmpint (esp_document_get_state (document), ==, ESP_DOCUMENT_STATE_READY);
  g_assert_true (esp_document_needs_place (document));
  g_assert_false (esp_document_get_modified (document));
  g_assert_finalize_object (document);
}

#define ADD(name, func) g_test_add ("/session/document/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("load", test_load);
  ADD ("one-per-file", test_one_per_file);
  ADD ("load-twice-at-once", test_load_twice_at_once);
  ADD ("broken", test_broken);
  ADD ("cancel", test_cancel);
  ADD ("reload-failure-keeps", test_reload_failure_keeps);
  ADD ("edit", test_edit);
  ADD ("hold", test_hold);
  ADD ("save", test_save);
  ADD ("save-rewrites", test_save_rewrites);
  ADD ("save-conflict", test_save_conflict);
  ADD ("save-as", test_save_as);
  ADD ("save-over-open", test_save_over_open);
  g_test_add_func ("/session/document/sample", test_sample);
  g_test_add_func ("/session/document/empty", test_empty);

  return g_test_run ();
}
