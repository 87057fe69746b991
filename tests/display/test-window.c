/* test-window.c — the real window and its documents: opening, saving, closing, what goes wrong
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/esp-error-page.h"
#include "app/esp-open-popover.h"
#include "app/esp-recent.h"
#include "app/esp-settings.h"
#include "chart/esp-chart.h"
#include "window-fixture.h"

static void
test_sample (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *chart;
  GtkWidget *hint;
  GtkWidget *close;

  open_sample (fixture);
  chart = find_widget (GTK_WIDGET (fixture->window), ESP_TYPE_CHART);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Quayborne Technologies");
  g_assert_true (esp_window_can_take_over (fixture->window));
  g_assert_nonnull (esp_session_get_scene (esp_window_get_session (fixture->window)));
  g_assert_true (is_enabled (fixture->window, "save"));
  g_assert_false (is_enabled (fixture->window, "undo"));
  g_assert_true (gtk_widget_is_focus (chart) || gtk_widget_get_focus_child (chart) != NULL); /* arrows walk from the first moment */

  hint = gtk_widget_get_ancestor (find_styled (GTK_WIDGET (fixture->window), "esp-hint"), GTK_TYPE_REVEALER);
  close = gtk_widget_get_last_child (find_styled (GTK_WIDGET (fixture->window), "esp-hint"));
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (hint)));
  g_signal_emit_by_name (close, "clicked");
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (hint)));
  g_assert_false (g_settings_get_boolean (esp_settings_get_default (), "show-example-hint"));
  g_settings_reset (esp_settings_get_default (), "show-example-hint");
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *button;

  open_file (fixture);
  wait_until (has_views, fixture->window);
  button = find_button (GTK_WIDGET (fixture->window), "win.undo");
  g_assert_false (gtk_widget_get_mapped (button));
  edit (fixture);
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (fixture->window)), "• "));
  g_assert_true (is_enabled (fixture->window, "undo"));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (button), esp_document_get_undo_name (esp_window_get_document (fixture->window))));
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (button)));

  act (fixture->window, "win.undo");
  g_assert_false (is_enabled (fixture->window, "undo"));
  g_assert_true (is_enabled (fixture->window, "redo"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Two");
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (button)));
  act (fixture->window, "win.redo");
  g_assert_true (is_enabled (fixture->window, "undo"));
}

static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *changed = NULL;
  g_autofree char *back = NULL;
  g_autoptr (GPtrArray) recent = NULL;
  EspDocument *document;

  open_file (fixture);
  wait_until (has_views, fixture->window);
  document = esp_window_get_document (fixture->window);
  edit (fixture);
  act (fixture->window, "win.save");
  wait_until (is_not_modified, document);
  g_assert_true (g_file_get_contents (fixture->path, &changed, NULL, NULL));
  g_assert_nonnull (strstr (changed, "Chief Gardener"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Two");

  act (fixture->window, "win.undo");
  act (fixture->window, "win.save");
  wait_until (is_not_modified, document);
  g_assert_true (g_file_get_contents (fixture->path, &back, NULL, NULL));
  g_assert_cmpstr (back, ==, CANONICAL);

  recent = esp_recent_list (100);
  for (guint i = 0; i < recent->len; i++)
    if (g_str_has_suffix (gtk_recent_info_get_uri (g_ptr_array_index (recent, i)), fixture->path))
      return;
  g_test_fail_printf ("%s is not among %u recent files", fixture->path, recent->len);
}

static void
test_close_asks (Fixture       *fixture,
                 gconstpointer  data)
{
  open_file (fixture);
  wait_until (has_views, fixture->window);
  edit (fixture);

  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (has_dialog, NULL);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (find_dialog ()), "Two"));
  answer ("cancel");
  g_assert_nonnull (fixture->window);
  g_assert_true (esp_document_get_modified (esp_window_get_document (fixture->window)));

  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (has_dialog, NULL);
  answer ("discard");
  wait_until (is_gone, &fixture->window);
}

static void
test_close_saves (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *changed = NULL;
  EspSession *session;
  EspDocument *document;

  open_file (fixture);
  wait_until (has_views, fixture->window);
  session = esp_window_get_session (fixture->window);
  document = esp_window_get_document (fixture->window);
  g_object_add_weak_pointer (G_OBJECT (session), (gpointer *) &session);
  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &document);
  edit (fixture);
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (has_dialog, NULL);
  answer ("save");
  wait_until (is_gone, &fixture->window);
  /* nothing keeps them */
  wait_until (is_gone, &session);
  wait_until (is_gone, &document);
  g_assert_true (g_file_get_contents (fixture->path, &changed, NULL, NULL));
  g_assert_nonnull (strstr (changed, "Chief Gardener"));
}

/* A save that fails must not let the window close. */
static void
test_close_survives_failure (Fixture       *fixture,
                             gconstpointer  data)
{
  open_file (fixture);
  wait_until (has_views, fixture->window);
  edit (fixture);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);

  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (has_dialog, NULL);
  answer ("save");
  wait_until (has_dialog, NULL);
  g_assert_nonnull (fixture->window);
  answer ("cancel");
  g_assert_nonnull (fixture->window);
  g_assert_true (esp_document_get_modified (esp_window_get_document (fixture->window)));
}

static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  const char *other = "{ \"format\": \"espalier-organization\", \"version\": 1, \"name\": \"Somebody else’s\" }\n";
  g_autofree char *kept = NULL;
  EspDocument *document;

  open_file (fixture);
  wait_until (has_views, fixture->window);
  document = esp_window_get_document (fixture->window);
  edit (fixture);
  /* an etag is a time, and file systems know only some ms */
  g_usleep (30 * 1000);
  g_assert_true (g_file_set_contents (fixture->path, other, -1, NULL));
  act (fixture->window, "win.save");
  wait_until (has_dialog, NULL);
  g_assert_true (adw_message_dialog_has_response (find_dialog (), "copy"));
  answer ("cancel");
  g_assert_true (g_file_get_contents (fixture->path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, other);

  act (fixture->window, "win.save");
  wait_until (has_dialog, NULL);
  answer ("theirs");
  wait_until (is_not_modified, document);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Somebody else’s");
}

static void
test_error_page (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (EspDocument) broken = NULL;
  GtkWidget *page;
  GtkLabel *reason;

  open_sample (fixture);
  g_assert_true (g_file_set_contents (fixture->path, "{ \"format\": \"espalier-organization\",\n  \"version\": 1,\n  \"units\": 3 }\n", -1, NULL));
  broken = esp_document_new_for_file (fixture->file);
  esp_window_show_document (fixture->window, broken);
  wait_until (has_error, fixture->window);
  page = find_widget (GTK_WIDGET (fixture->window), ESP_TYPE_ERROR_PAGE);
  reason = find_styled (page, "esp-reason");
  g_assert_true (gtk_label_get_selectable (reason));
  g_assert_cmpstr (gtk_label_get_text (reason), ==, esp_document_get_error (broken)->message);
  g_assert_nonnull (strstr (gtk_label_get_text (reason), "two.espalier:3"));

  act (fixture->window, "win.dismiss-error");
  g_assert_true (has_views (fixture->window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Quayborne Technologies");
}

/* A file that never comes to its end: reading gets a page, and Cancel leads back. */
static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "endless.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (EspDocument) document = esp_document_new_for_file (file);
  int writer;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  writer = open (path, O_RDWR);
  g_assert_cmpint (writer, >=, 0);
  open_sample (fixture);
  esp_window_show_document (fixture->window, document);
  g_assert_true (has_views (fixture->window));
  wait_until (is_loading, fixture->window);
  g_assert_true (is_enabled (fixture->window, "cancel-load"));
  act (fixture->window, "win.cancel-load");
  g_assert_true (has_views (fixture->window));
  close (writer);
  wait_until (is_not_modified, document);
  g_assert_true (has_views (fixture->window));
}

/* What a file manager drops comes as a list of files. */
static void
test_drop (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GListModel) controllers = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  GSList files = { fixture->file, NULL };
  gboolean is_taken = FALSE;

  open_sample (fixture);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &files);
  controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->window));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &is_taken);
    }
  g_assert_true (is_taken);
  wait_until (shows_file, fixture);
}

static void
test_recent (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *popover;
  GtkListBoxRow *row;
  GtkListBox *list;

  esp_recent_add (fixture->file);
  wait_until (has_recent, NULL);
  open_sample (fixture);
  popover = find_widget (GTK_WIDGET (fixture->window), ESP_TYPE_OPEN_POPOVER);
  gtk_popover_popup (GTK_POPOVER (popover));
  list = find_styled (popover, "esp-recent");
  row = gtk_list_box_get_row_at_index (list, 0);
  g_assert_nonnull (row);
  g_signal_emit_by_name (list, "row-activated", row);
  wait_until (shows_file, fixture);
}

/* What a start without a file shows is a preference. */
static void
test_start (Fixture       *fixture,
            gconstpointer  data)
{
  GSettings *settings = esp_settings_get_default ();
  g_autofree char *uri = g_file_get_uri (fixture->file);

  g_settings_set_string (settings, "start-with", "choice");
  g_application_activate (G_APPLICATION (fixture->application));
  fixture->window = ESP_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (fixture->application)));
  g_assert_cmpstr (esp_window_get_page (fixture->window), ==, "welcome");
  gtk_window_destroy (GTK_WINDOW (fixture->window));

  g_settings_set_string (settings, "start-with", "last-file");
  g_settings_set_string (settings, "last-file", uri);
  g_application_activate (G_APPLICATION (fixture->application));
  fixture->window = ESP_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (fixture->application)));
  wait_until (shows_file, fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));

  g_settings_reset (settings, "start-with");
  g_settings_reset (settings, "last-file");
  g_application_activate (G_APPLICATION (fixture->application));
  fixture->window = ESP_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (fixture->application)));
  wait_until (has_views, fixture->window);
  g_assert_nonnull (esp_document_get_sample (esp_window_get_document (fixture->window)));
}

/* As from the command line: a built-in name, and a file; each in a window. */
static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GFile) builtin = g_file_new_for_commandline_arg ("builtin:startup");
  GFile *files[] = { builtin, fixture->file };
  GList *windows;

  g_application_open (G_APPLICATION (fixture->application), files, G_N_ELEMENTS (files), "");
  windows = gtk_application_get_windows (GTK_APPLICATION (fixture->application));
  g_assert_cmpuint (g_list_length (windows), ==, 2);
  for (GList *l = windows; l != NULL; l = l->next)
    wait_until (has_views, l->data);
}

static void
test_one_window_per_file (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (EspDocument) again = NULL;

  open_file (fixture);
  wait_until (has_views, fixture->window);
  again = esp_document_new_for_file (fixture->file);
  esp_application_show_document (fixture->application, again, NULL);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (fixture->application))), ==, 1);
}

static void
test_take_over (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (EspDocument) document = esp_document_new_for_file (fixture->file);

  open_sample (fixture);
  edit (fixture);
  g_assert_false (esp_window_can_take_over (fixture->window));
  act (fixture->window, "win.undo");
  g_assert_true (esp_window_can_take_over (fixture->window));
  esp_application_show_document (fixture->application, document, fixture->window);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (fixture->application))), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }

  ADD_WINDOW_TEST ("sample", test_sample);
  ADD_WINDOW_TEST ("undo", test_undo);
  ADD_WINDOW_TEST ("save", test_save);
  ADD_WINDOW_TEST ("close-asks", test_close_asks);
  ADD_WINDOW_TEST ("close-saves", test_close_saves);
  ADD_WINDOW_TEST ("close-survives-failure", test_close_survives_failure);
  ADD_WINDOW_TEST ("conflict", test_conflict);
  ADD_WINDOW_TEST ("error-page", test_error_page);
  ADD_WINDOW_TEST ("cancel", test_cancel);
  ADD_WINDOW_TEST ("drop", test_drop);
  ADD_WINDOW_TEST ("recent", test_recent);
  ADD_WINDOW_TEST ("start", test_start);
  ADD_WINDOW_TEST ("open", test_open);
  ADD_WINDOW_TEST ("one-window-per-file", test_one_window_per_file);
  ADD_WINDOW_TEST ("take-over", test_take_over);

  return g_test_run ();
}
