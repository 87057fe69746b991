/* test-language.c — the window in German: what it says, that nothing is cut, that files stay as they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/esp-settings.h"
#include "career/esp-career-map.h"
#include "core/esp-i18n.h"
#include "widgets/esp-canvas.h"
#include "widgets/esp-narrow-bin.h"
#include "window-fixture.h"

#define HEIGHT 740
#define SETTLE_MS 400 /* until what slides has arrived, and what is measured late has its size */

static const int widths[] = { 360, 800, 1280 };

/* The chart and the map of the ladders: their content may go over every edge */
static gboolean
is_moved_about (GtkWidget *widget)
{
  return ESP_IS_CANVAS (widget) || ESP_IS_CAREER_MAP (widget);
}

/* Every label that is seen below @root */
static GPtrArray *
list_labels (gpointer root)
{
  g_autoptr (GQueue) queue = g_queue_new ();
  GPtrArray *labels = g_ptr_array_new ();
  GtkWidget *widget;

  g_queue_push_tail (queue, root);
  while ((widget = g_queue_pop_head (queue)) != NULL)
    {
      if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_mapped (widget) || is_moved_about (widget))
        continue;
      if (GTK_IS_LABEL (widget))
        g_ptr_array_add (labels, widget);
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (queue, child);
    }
  return labels;
}

static gboolean
says (gpointer    root,
      const char *text)
{
  g_autoptr (GPtrArray) labels = list_labels (root);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (gtk_label_get_text (g_ptr_array_index (labels, i)), text))
      return TRUE;
  g_test_message ("nothing says “%s”", text);
  return FALSE;
}

/* Whether a label ends in an ellipsis of its own, or crosses the edge of the window. The title of the document may. */
static gboolean
is_cut (GtkLabel  *label,
        GtkWidget *window)
{
  graphene_rect_t bounds;
  int width = gtk_widget_get_width (window);
  float left, right;

  if (gtk_label_get_ellipsize (label) != PANGO_ELLIPSIZE_NONE && pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return !g_str_equal (gtk_label_get_text (label), gtk_window_get_title (GTK_WINDOW (window)));
  if (!gtk_widget_compute_bounds (GTK_WIDGET (label), window, &bounds))
    return FALSE;
  left = bounds.origin.x;
  right = left + bounds.size.width;
  return (left < -0.5 && right > 0) || (left < width && right > width + 0.5);
}

typedef struct
{
  GtkWidget *window;
  gint64     since;
} Look;

static gboolean
is_nothing_cut (gpointer data)
{
  Look *look = data;
  g_autoptr (GPtrArray) labels = list_labels (look->window);

  if (g_get_monotonic_time () < look->since + SETTLE_MS * 1000)
    return FALSE;
  for (guint i = 0; i < labels->len; i++)
    if (is_cut (g_ptr_array_index (labels, i), look->window))
      {
        g_test_message ("cut: “%s”", gtk_label_get_text (g_ptr_array_index (labels, i)));
        return FALSE;
      }
  return labels->len > 3;
}

static void
assert_nothing_cut (Fixture    *fixture,
                    const char *what,
                    int         width)
{
  Look look = { GTK_WIDGET (fixture->window), g_get_monotonic_time () };

  g_test_message ("%s, %d px wide", what, width);
  wait_until (is_nothing_cut, &look);
}

static gboolean
has_width (gpointer window)
{
  return gtk_widget_get_width (find_widget (window, ESP_TYPE_NARROW_BIN)) > 0;
}

static gboolean
is_drawn (gpointer window)
{
  return gtk_widget_get_mapped (window) && gtk_widget_get_height (window) > 0;
}

static void
test_locale (void)
{
  g_autofree char *number = g_strdup_printf ("%'u, %.1f", 12345, 0.5);

  g_autofree char *posts = esp_i18n_write_number ("1.5");

  g_assert_cmpstr (number, ==, "12.345, 0,5");
  g_assert_cmpstr (posts, ==, "1,5");
  g_assert_cmpstr (_("Search"), ==, "Suchen");
}

static void
test_texts (Fixture       *fixture,
            gconstpointer  data)
{
  g_settings_set (esp_settings_get_default (), "window-size", "(ii)", 1280, HEIGHT);
  open_sample (fixture);
  wait_until (has_width, fixture->window);

  g_assert_true (says (fixture->window, "Organisation"));
  g_assert_true (says (fixture->window, "Vergleich"));
  g_assert_true (says (fixture->window, "Karriere"));
  g_assert_true (says (fixture->window, "Dies ist ein Beispiel."));
  g_assert_true (says (fixture->window, "Program Manager"));
  g_assert_true (says (fixture->window, "Das Unternehmen selbst"));

  g_settings_reset (esp_settings_get_default (), "window-size");
}

/* What the catalogue says, and words from the code beside it */
static void
test_catalogue (Fixture       *fixture,
                gconstpointer  data)
{
  const EspRole *role = esp_catalogue_find_role (esp_catalogue_get_default (), "technical-program-manager");

  g_assert_cmpstr (role->name, ==, "Technical Program Manager");
  g_assert_true (g_str_has_prefix (role->summary, "Die "));
  open_sample (fixture);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "view", g_variant_new_string ("compare"));
  wait_until (is_idle, NULL);
  g_assert_true (says (fixture->window, role->summary));
  g_assert_true (says (fixture->window, "Kurz gesagt"));
}

static void
test_nothing_cut (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char *const views[] = { "organization", "compare", "career" };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_settings_set (esp_settings_get_default (), "window-size", "(ii)", widths[i], HEIGHT);
      open_sample (fixture);
      wait_until (has_width, fixture->window);
      wait_until (is_drawn, fixture->window);
      for (guint k = 0; k < G_N_ELEMENTS (views); k++)
        {
          g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "view", g_variant_new_string (views[k]));
          assert_nothing_cut (fixture, views[k], widths[i]);
        }
      g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "view", g_variant_new_string ("organization"));
      if (widths[i] == 360)
        act (fixture->window, "win.show-inspector");
      assert_nothing_cut (fixture, "details", widths[i]);
      gtk_window_destroy (GTK_WINDOW (fixture->window));
    }
  g_settings_reset (esp_settings_get_default (), "window-size");
}

/* Numbers of files have a point in every language. */
static void
test_file (Fixture       *fixture,
           gconstpointer  data)
{
  static const char share[] = "{ \"format\": \"espalier-organization\", \"version\": 1, \"name\": \"Two\",\n"
                              "  \"positions\": [\n"
                              "    { \"id\": \"a\", \"title\": \"Lead\" },\n"
                              "    { \"id\": \"b\", \"title\": \"Program Manager\", \"posts\": 1.5, \"reports_to\": \"a\" } ] }\n";
  g_autofree char *saved = NULL;

  g_assert_true (g_file_set_contents (fixture->path, share, -1, NULL));
  open_file (fixture);
  wait_until (has_views, fixture->window);
  edit (fixture);
  act (fixture->window, "win.save");
  wait_until (is_not_modified, esp_window_get_document (fixture->window));
  g_assert_true (g_file_get_contents (fixture->path, &saved, NULL, NULL));
  g_assert_nonnull (strstr (saved, "\"posts\": 1.5"));
  g_assert_nonnull (strstr (saved, "Chief Gardener"));
}

int
main (int    argc,
      char **argv)
{
  esp_i18n_init ();
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }

  g_test_add_func ("/language/locale", test_locale);
  g_test_add ("/language/texts", Fixture, NULL, set_up, test_texts, tear_down);
  g_test_add ("/language/catalogue", Fixture, NULL, set_up, test_catalogue, tear_down);
  g_test_add ("/language/nothing-cut", Fixture, NULL, set_up, test_nothing_cut, tear_down);
  g_test_add ("/language/file", Fixture, NULL, set_up, test_file, tear_down);

  return g_test_run ();
}
