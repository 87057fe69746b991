/* test-states.c — the real window's views, options, widths, and the preferences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/esp-preferences-window.h"
#include "app/esp-settings.h"
#include "widgets/esp-narrow-bin.h"
#include "window-fixture.h"

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

  ADD_WINDOW_TEST ("views-and-escape", test_views_and_escape);
  ADD_WINDOW_TEST ("options", test_options);
  ADD_WINDOW_TEST ("widths", test_widths);
  ADD_WINDOW_TEST ("preferences", test_preferences);
  g_test_add_func ("/app/preferences-persist", test_preferences_persist);
  g_test_add_func ("/app/preferences-persist/subprocess/write", test_preferences_write);
  g_test_add_func ("/app/preferences-persist/subprocess/read", test_preferences_read);

  return g_test_run ();
}
