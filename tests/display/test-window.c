/* test-window.c — the real window: documents, saving, closing, states, widths, preferences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/esp-application.h"
#include "app/esp-error-page.h"
#include "app/esp-preferences-window.h"
#include "app/esp-recent.h"
#include "app/esp-settings.h"
#include "organization/esp-edits.h"
#include "widgets/esp-narrow-bin.h"

#define CANONICAL \
  "{ \"format\": \"espalier-organization\", \"version\": 1, \"name\": \"Two\",\n" \
  "  \"positions\": [\n" \
  "    { \"id\": \"a\", \"title\": \"Lead\" },\n" \
  "    { \"id\": \"b\", \"title\": \"Program Manager\", \"reports_to\": \"a\" } ] }\n"

#define WAIT_SECONDS 20

typedef struct
{
  EspApplication *application;
  EspWindow      *window; /* borrowed: owned by GTK until it is closed */
  char           *folder;
  char           *path;
  GFile          *file;
} Fixture;

typedef gboolean (*Condition) (gpointer data);

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until @condition holds. */
static void
wait_until (Condition condition,
            gpointer  data)
{
  gint64 end = g_get_monotonic_time () + WAIT_SECONDS * G_USEC_PER_SEC;
  guint id = g_timeout_add (20, wake_cb, NULL);

  while (!condition (data) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
  g_assert_true (condition (data));
}

static gboolean
has_views (gpointer window)
{
  return g_str_equal (esp_window_get_page (window), "views");
}

static gboolean
has_error (gpointer window)
{
  return g_str_equal (esp_window_get_page (window), "error");
}

static gboolean
is_loading (gpointer window)
{
  return g_str_equal (esp_window_get_page (window), "loading");
}

static gboolean
is_gone (gpointer window_location)
{
  return *(gpointer *) window_location == NULL;
}

static gboolean
is_not_modified (gpointer document)
{
  return !esp_document_get_modified (document) && !esp_document_get_busy (document);
}

static gboolean
is_idle (gpointer unused)
{
  return !g_main_context_pending (NULL);
}

static void
act (EspWindow  *window,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
}

static gboolean
is_enabled (EspWindow  *window,
            const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

static void
open_window (Fixture     *fixture,
             EspDocument *document)
{
  fixture->window = esp_window_new (GTK_APPLICATION (fixture->application));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  esp_window_show_document (fixture->window, document);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
open_file (Fixture *fixture)
{
  g_autoptr (EspDocument) document = esp_document_new_for_file (fixture->file);

  open_window (fixture, document);
}

static void
open_sample (Fixture *fixture)
{
  g_autoptr (EspDocument) document = esp_document_new_for_sample (g_ptr_array_index (esp_catalogue_get_samples (esp_catalogue_get_default ()), 0));

  open_window (fixture, document);
  wait_until (has_views, fixture->window);
}

/* One for all tests: it is known on the bus until the program ends. */
static EspApplication *
get_application (void)
{
  static EspApplication *application;

  if (application == NULL)
    {
      g_autoptr (GError) error = NULL;

      application = esp_application_new ();
      g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }
  return application;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->application = get_application ();
  fixture->folder = g_dir_make_tmp ("espalier-test-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "two.espalier", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  g_assert_true (g_file_set_contents (fixture->path, CANONICAL, -1, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GList *windows;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  while ((windows = gtk_application_get_windows (GTK_APPLICATION (fixture->application))) != NULL)
    gtk_window_destroy (windows->data);
  wait_until (is_idle, NULL);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->file);
}

static void
retitle_edit (EspOrganization *organization,
              gpointer         user_data)
{
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, ESP_TABLE_POSITIONS, &n);

  g_assert_true (esp_edit_retitle (organization, order[0], user_data, NULL));
}

static void
edit (Fixture *fixture)
{
  esp_document_edit (esp_window_get_document (fixture->window), retitle_edit, (gpointer) "Chief Gardener", NULL);
}

/* The dialog over the window, waited for */
static AdwMessageDialog *
find_dialog (void)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

static gboolean
has_dialog (gpointer unused)
{
  return find_dialog () != NULL;
}

static void
answer (const char *response)
{
  AdwMessageDialog *dialog = find_dialog ();

  g_assert_true (adw_message_dialog_has_response (dialog, response));
  adw_message_dialog_response (dialog, response);
  /* it is gone already if its window is */
  if (find_dialog () == dialog)
    gtk_window_destroy (GTK_WINDOW (dialog));
}

/* The first widget below @root, level by level, that is what is looked for */
static gpointer
search (GtkWidget  *root,
        GType       type,
        const char *action,
        const char *style)
{
  g_autoptr (GQueue) queue = g_queue_new ();
  GtkWidget *widget;

  g_queue_push_tail (queue, root);
  while ((widget = g_queue_pop_head (queue)) != NULL)
    {
      if (g_type_is_a (G_OBJECT_TYPE (widget), type)
          && (action == NULL || g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
          && (style == NULL || gtk_widget_has_css_class (widget, style)))
        return widget;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (queue, child);
    }
  return NULL;
}

static gpointer
find_widget (GtkWidget *root,
             GType      type)
{
  return search (root, type, NULL, NULL);
}

static gpointer
find_button (GtkWidget  *root,
             const char *action)
{
  return search (root, GTK_TYPE_BUTTON, action, NULL);
}

static gpointer
find_styled (GtkWidget  *root,
             const char *style)
{
  return search (root, GTK_TYPE_WIDGET, NULL, style);
}

static void
test_sample (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *hint;
  GtkWidget *close;

  open_sample (fixture);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Quayborne Technologies");
  g_assert_true (esp_window_can_take_over (fixture->window));
  g_assert_nonnull (esp_session_get_scene (esp_window_get_session (fixture->window)));
  g_assert_true (is_enabled (fixture->window, "save"));
  g_assert_false (is_enabled (fixture->window, "undo"));

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

  open_file (fixture);
  wait_until (has_views, fixture->window);
  edit (fixture);
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (has_dialog, NULL);
  answer ("save");
  wait_until (is_gone, &fixture->window);
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
  answer ("reload");
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

static void
test_views_and_escape (Fixture       *fixture,
                       gconstpointer  data)
{
  EspSession *session;
  GtkWidget *stack;

  open_sample (fixture);
  session = esp_window_get_session (fixture->window);
  stack = find_widget (GTK_WIDGET (fixture->window), ADW_TYPE_VIEW_STACK);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "view", g_variant_new_string ("career"));
  g_assert_cmpstr (esp_session_get_view (session), ==, "career");
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (stack)), ==, "career");
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), "compare");
  g_assert_cmpstr (esp_session_get_view (session), ==, "compare");

  g_assert_cmpuint (esp_session_show_positions_of_role (session, "program-manager"), >, 1);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (stack)), ==, "organization");
  act (fixture->window, "win.escape");
  g_assert_cmpuint (esp_session_get_marks (session)->len, ==, 0);
  g_assert_true (esp_session_get_selection (session, NULL, NULL));
  act (fixture->window, "win.escape");
  g_assert_false (esp_session_get_selection (session, NULL, NULL));

  esp_window_show_welcome (fixture->window);
  g_assert_cmpstr (esp_window_get_page (fixture->window), ==, "welcome");
  act (fixture->window, "win.escape");
  g_assert_true (has_views (fixture->window));
}

static void
test_options (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *direction = NULL;
  EspSession *session;

  open_sample (fixture);
  session = esp_window_get_session (fixture->window);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "chart", g_variant_new_string ("reporting"));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "direction", g_variant_new_string ("right"));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-lines", NULL);
  g_assert_cmpint (esp_scene_get_options (esp_session_get_scene (session))->chart, ==, ESP_CHART_REPORTING);
  g_assert_false (esp_session_get_show_lines (session));
  direction = g_settings_get_string (esp_settings_get_default (), "direction");
  g_assert_cmpstr (direction, ==, "right");
  for (const char * const *key = (const char *[]) { "chart", "direction", "show-lines", NULL }; *key != NULL; key++)
    g_settings_reset (esp_settings_get_default (), *key);
}

static gboolean
has_answered_width (gpointer window)
{
  EspNarrowBin *bin = find_widget (window, ESP_TYPE_NARROW_BIN);
  int width = gtk_widget_get_width (GTK_WIDGET (bin));

  return width > 0 && esp_narrow_bin_get_width_class (bin) == esp_width_class_of (width, esp_narrow_bin_get_width_class (bin));
}

static void
test_widths (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    int           width;
    EspWidthClass width_class;
  } widths[] = { { 1200, ESP_WIDTH_CLASS_WIDE }, { 800, ESP_WIDTH_CLASS_MEDIUM }, { 360, ESP_WIDTH_CLASS_NARROW } };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      gboolean is_narrow = widths[i].width_class == ESP_WIDTH_CLASS_NARROW;
      EspNarrowBin *bin;
      GtkWidget *bar;

      g_settings_set (esp_settings_get_default (), "window-size", "(ii)", widths[i].width, 640);
      open_sample (fixture);
      wait_until (has_answered_width, fixture->window);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, widths[i].width);
      bin = find_widget (GTK_WIDGET (fixture->window), ESP_TYPE_NARROW_BIN);
      g_assert_cmpint (esp_narrow_bin_get_width_class (bin), ==, widths[i].width_class);
      bar = find_widget (GTK_WIDGET (fixture->window), ADW_TYPE_VIEW_SWITCHER_BAR);
      g_assert_cmpint (adw_view_switcher_bar_get_reveal (ADW_VIEW_SWITCHER_BAR (bar)), ==, is_narrow);
      g_assert_cmpint (gtk_widget_get_visible (find_widget (GTK_WIDGET (fixture->window), ADW_TYPE_SPLIT_BUTTON)), ==, !is_narrow);
      if (is_narrow)
        {
          g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-inspector", NULL);
          g_assert_false (adw_view_switcher_bar_get_reveal (ADW_VIEW_SWITCHER_BAR (bar)));
          g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-inspector", NULL);
          g_assert_true (adw_view_switcher_bar_get_reveal (ADW_VIEW_SWITCHER_BAR (bar)));
        }
      gtk_window_destroy (GTK_WINDOW (fixture->window));
    }
  g_settings_reset (esp_settings_get_default (), "window-size");
}

static void
test_preferences (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWindow *preferences = esp_preferences_window_new (NULL);
  AdwComboRow *scheme = find_widget (GTK_WIDGET (preferences), ADW_TYPE_COMBO_ROW);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  adw_combo_row_set_selected (scheme, 2);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_FORCE_DARK);
  adw_combo_row_set_selected (scheme, 1);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_FORCE_LIGHT);
  adw_combo_row_set_selected (scheme, 0);
  g_assert_cmpint (adw_style_manager_get_color_scheme (manager), ==, ADW_COLOR_SCHEME_DEFAULT);
  gtk_window_destroy (preferences);
}

static void
test_preferences_write (void)
{
  g_settings_set_string (esp_settings_get_default (), "color-scheme", "dark");
  g_settings_sync ();
}

static void
test_preferences_read (void)
{
  g_autofree char *scheme = g_settings_get_string (esp_settings_get_default (), "color-scheme");

  g_assert_cmpstr (scheme, ==, "dark");
}

/* Two processes, one after the other, with settings in a file between them */
static void
test_preferences_persist (void)
{
  g_autofree char *folder = g_dir_make_tmp ("espalier-test-XXXXXX", NULL);
  g_autofree char *backend = g_strdup (g_getenv ("GSETTINGS_BACKEND"));
  g_autofree char *config = g_strdup (g_getenv ("XDG_CONFIG_HOME"));

  g_setenv ("GSETTINGS_BACKEND", "keyfile", TRUE);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_test_trap_subprocess ("/app/preferences-persist/subprocess/write", 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_subprocess ("/app/preferences-persist/subprocess/read", 0, 0);
  g_test_trap_assert_passed ();
  g_setenv ("GSETTINGS_BACKEND", backend != NULL ? backend : "memory", TRUE);
  if (config != NULL)
    g_setenv ("XDG_CONFIG_HOME", config, TRUE);
}

#define ADD(name, func) g_test_add ("/app/window/" name, Fixture, NULL, set_up, func, tear_down)

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

  ADD ("sample", test_sample);
  ADD ("undo", test_undo);
  ADD ("save", test_save);
  ADD ("close-asks", test_close_asks);
  ADD ("close-saves", test_close_saves);
  ADD ("close-survives-failure", test_close_survives_failure);
  ADD ("conflict", test_conflict);
  ADD ("error-page", test_error_page);
  ADD ("cancel", test_cancel);
  ADD ("one-window-per-file", test_one_window_per_file);
  ADD ("take-over", test_take_over);
  ADD ("views-and-escape", test_views_and_escape);
  ADD ("options", test_options);
  ADD ("widths", test_widths);
  ADD ("preferences", test_preferences);
  g_test_add_func ("/app/preferences-persist", test_preferences_persist);
  g_test_add_func ("/app/preferences-persist/subprocess/write", test_preferences_write);
  g_test_add_func ("/app/preferences-persist/subprocess/read", test_preferences_read);

  return g_test_run ();
}
