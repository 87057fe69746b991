/* test-safety.c — the bar above the document, the list of differences, the questions about changes: on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-fixture.h"

#include <glib/gstdio.h>

#include "app/esp-diff-dialog.h"
#include "app/esp-notice.h"
#include "app/esp-unsaved.h"

#define THEIRS \
  "{ \"format\": \"espalier-organization\", \"version\": 1, \"name\": \"Two\",\n" \
  "  \"positions\": [\n" \
  "    { \"id\": \"a\", \"title\": \"Lead\" },\n" \
  "    { \"id\": \"b\", \"title\": \"Theirs\", \"reports_to\": \"a\" } ] }\n"

static const char *
get_notice (EspWindow *window)
{
  return esp_notice_get_text (find_widget (GTK_WIDGET (window), ESP_TYPE_NOTICE));
}

static gboolean
has_notice (gpointer window)
{
  return get_notice (window) != NULL;
}

static gboolean
has_no_notice (gpointer window)
{
  return get_notice (window) == NULL;
}

static EspDiffDialog *
find_diff_dialog (void)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (ESP_IS_DIFF_DIALOG (l->data) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

static gboolean
has_diff (gpointer page)
{
  EspDiffDialog *dialog = find_diff_dialog ();

  return dialog != NULL && g_strcmp0 (esp_diff_dialog_get_page (dialog), page) == 0;
}

static gboolean
has_no_diff (gpointer unused)
{
  return find_diff_dialog () == NULL;
}

static const char *
get_title (Fixture    *fixture,
           const char *id)
{
  EspOrganization *organization = esp_document_get_organization (esp_window_get_document (fixture->window));

  return esp_position_get_title (organization, esp_organization_find_id (organization, ESP_TABLE_POSITIONS, id));
}

static void
write_theirs (Fixture    *fixture,
              const char *text)
{
  g_usleep (30 * 1000);
  g_assert_true (g_file_replace_contents (fixture->file, text, strlen (text), NULL, FALSE, 0, NULL, NULL, NULL));
}

static void
open_ready (Fixture *fixture)
{
  open_file (fixture);
  wait_until (has_views, fixture->window);
}

/* The program ends without a word; the next one opens the file. */
static void
crash_and_open (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until (is_gone, &fixture->window);
  wait_until (is_idle, NULL);
  open_ready (fixture);
}

static void
test_recovered (Fixture       *fixture,
                gconstpointer  data)
{
  open_ready (fixture);
  g_assert_null (get_notice (fixture->window));
  edit (fixture);
  crash_and_open (fixture);
  g_assert_cmpstr (get_notice (fixture->window), ==, "Recovered 1 change that was not saved");
  g_assert_cmpstr (get_title (fixture, "a"), ==, "Chief Gardener");
  g_assert_true (is_enabled (fixture->window, "undo"));

  act (fixture->window, "win.dismiss-notice");
  g_assert_null (get_notice (fixture->window));
  g_assert_true (esp_document_get_modified (esp_window_get_document (fixture->window)));

  crash_and_open (fixture);
  act (fixture->window, "win.discard-changes");
  wait_until (has_no_notice, fixture->window);
  g_assert_cmpstr (get_title (fixture, "a"), ==, "Lead");
  g_assert_false (esp_document_get_modified (esp_window_get_document (fixture->window)));
  act (fixture->window, "win.redo"); /* thought better of it */
  g_assert_cmpstr (get_title (fixture, "a"), ==, "Chief Gardener");
}

static void
test_left (Fixture       *fixture,
           gconstpointer  data)
{
  GApplication *application = G_APPLICATION (fixture->application);
  GList *windows;

  open_sample (fixture);
  edit (fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until (is_gone, &fixture->window);
  wait_until (is_idle, NULL);

  g_application_activate (application); /* as at the start of the program: nobody did before */
  windows = gtk_application_get_windows (GTK_APPLICATION (application));
  g_assert_cmpuint (g_list_length (windows), ==, 1);
  wait_until (has_notice, windows->data);
  g_assert_cmpstr (get_notice (windows->data), ==, "Recovered 1 change that was not saved");
  gtk_window_destroy (windows->data);
  wait_until (is_idle, NULL);
}

static void
test_changed (Fixture       *fixture,
              gconstpointer  data)
{
  open_ready (fixture);
  write_theirs (fixture, THEIRS);
  wait_until (has_notice, fixture->window);
  g_assert_nonnull (strstr (get_notice (fixture->window), "“two.espalier” was changed"));
  g_assert_null (find_button (GTK_WIDGET (fixture->window), "win.keep-mine"));
  edit (fixture);
  g_assert_nonnull (find_button (GTK_WIDGET (fixture->window), "win.keep-mine"));

  act (fixture->window, "win.compare-with-file");
  wait_until (has_diff, (gpointer) "list");
  gtk_window_close (GTK_WINDOW (find_diff_dialog ()));
  wait_until (has_no_diff, NULL);

  act (fixture->window, "win.take-theirs");
  wait_until (has_no_notice, fixture->window);
  g_assert_cmpstr (get_title (fixture, "b"), ==, "Theirs");
  g_assert_cmpstr (get_title (fixture, "a"), ==, "Lead");
}

static void
test_keep_mine (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *content = NULL;

  open_ready (fixture);
  edit (fixture);
  write_theirs (fixture, THEIRS);
  wait_until (has_notice, fixture->window);
  act (fixture->window, "win.keep-mine");
  wait_until (is_not_modified, esp_window_get_document (fixture->window));
  wait_until (has_no_notice, fixture->window);
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, "Chief Gardener"));
  g_assert_null (strstr (content, "Theirs"));
}

/* From the list of differences, too; and a file that says the same */
static void
test_differences (Fixture       *fixture,
                  gconstpointer  data)
{
  open_ready (fixture);
  write_theirs (fixture, CANONICAL);
  act (fixture->window, "win.compare-with-file");
  wait_until (has_diff, (gpointer) "none");
  gtk_window_close (GTK_WINDOW (find_diff_dialog ()));
  wait_until (has_no_diff, NULL);

  write_theirs (fixture, "[");
  act (fixture->window, "win.compare-with-file");
  wait_until (has_diff, (gpointer) "failed");
  gtk_window_close (GTK_WINDOW (find_diff_dialog ()));
  wait_until (has_no_diff, NULL);

  write_theirs (fixture, THEIRS);
  act (fixture->window, "win.compare-with-file");
  wait_until (has_diff, (gpointer) "list");
  edit (fixture); /* waits until nobody reads the list */
  g_assert_cmpstr (get_title (fixture, "a"), ==, "Lead");
  gtk_window_close (GTK_WINDOW (find_diff_dialog ()));
  wait_until (has_no_diff, NULL);
  g_assert_cmpstr (get_title (fixture, "a"), ==, "Chief Gardener");
}

static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  open_ready (fixture);
  g_unlink (fixture->path);
  wait_until (has_notice, fixture->window);
  g_assert_nonnull (strstr (get_notice (fixture->window), "not there any more"));
  act (fixture->window, "win.save"); /* nothing was changed, but there is no file */
  wait_until (has_no_notice, fixture->window);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_dismissed (Fixture       *fixture,
                gconstpointer  data)
{
  open_ready (fixture);
  write_theirs (fixture, THEIRS);
  wait_until (has_notice, fixture->window);
  act (fixture->window, "win.dismiss-notice");
  g_assert_null (get_notice (fixture->window));
  edit (fixture);
  g_assert_null (get_notice (fixture->window));
  write_theirs (fixture, THEIRS " "); /* somebody writes again */
  wait_until (has_notice, fixture->window);
}

static void
test_close_says_what (Fixture       *fixture,
                      gconstpointer  data)
{
  EspDocument *document;
  g_autofree char *description = NULL;

  open_ready (fixture);
  edit (fixture);
  document = esp_window_get_document (fixture->window);
  description = esp_unsaved_describe (document);
  g_assert_cmpstr (description, ==, "1 change: Change Title");
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (has_dialog, NULL);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (find_dialog ()), description));
  answer ("discard");
  wait_until (is_gone, &fixture->window);
  wait_until (is_idle, NULL);

  open_ready (fixture); /* what was discarded does not come back */
  g_assert_null (get_notice (fixture->window));
  g_assert_cmpstr (get_title (fixture, "a"), ==, "Lead");
}

static gboolean
has_no_windows (gpointer application)
{
  return gtk_application_get_windows (application) == NULL;
}

static void
test_quit (Fixture       *fixture,
           gconstpointer  data)
{
  EspWindow *second;
  g_autofree char *content = NULL;

  /* two documents with changes, one of them in two windows */
  open_sample (fixture);
  edit (fixture);
  open_ready (fixture);
  edit (fixture);
  second = esp_window_new (GTK_APPLICATION (fixture->application));
  esp_window_show_document (second, esp_window_get_document (fixture->window));
  gtk_window_present (GTK_WINDOW (second));

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "quit", NULL);
  wait_until (has_dialog, NULL);
  g_assert_cmpstr (adw_message_dialog_get_heading (find_dialog ()), ==, "Save Changes?");
  answer ("cancel");
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (fixture->application))), ==, 3);

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "quit", NULL);
  wait_until (has_dialog, NULL);
  answer ("discard");
  wait_until (has_no_windows, fixture->application);
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, CANONICAL);
}

int
main (int argc, char **argv)
{
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  ADD_WINDOW_TEST ("recovered", test_recovered);
  ADD_WINDOW_TEST ("left", test_left);
  ADD_WINDOW_TEST ("changed", test_changed);
  ADD_WINDOW_TEST ("keep-mine", test_keep_mine);
  ADD_WINDOW_TEST ("differences", test_differences);
  ADD_WINDOW_TEST ("gone", test_gone);
  ADD_WINDOW_TEST ("dismissed", test_dismissed);
  ADD_WINDOW_TEST ("close-says-what", test_close_says_what);
  ADD_WINDOW_TEST ("quit", test_quit);
  return g_test_run ();
}
