/* test-ways.c — the keyboard is never lost; stand-ins, kinds of lines, bad data, saved views in the real chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "chart-fixture.h"
#include "session/esp-session-views.h"

#define N_WIDE 101 /* a manager and a hundred reports */

/* Whether the keyboard is at a card of the chart that is shown */
static void
assert_focused (Fixture *fixture)
{
  EspItem item = esp_chart_get_focus_item (fixture->chart);
  GtkWidget *card;

  g_assert_cmpuint (item, !=, ESP_ITEM_NONE);
  g_assert_true (esp_scene_is_shown (esp_session_get_scene (fixture->session), item));
  card = esp_chart_get_card (fixture->chart, item);
  g_assert_nonnull (card);
  g_assert_true (gtk_widget_is_focus (card));
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (EspFilter) filter = esp_filter_with (NULL, ESP_FACET_LEVEL, "senior");

  esp_chart_focus_item (fixture->chart, find (fixture, "e"));
  settle (fixture);
  assert_focused (fixture);
  esp_session_set_filter (fixture->session, filter);
  settle (fixture);
  g_assert_cmpuint (find (fixture, "e"), ==, ESP_ITEM_NONE);
  assert_focused (fixture);
  esp_session_set_filter (fixture->session, NULL);
  settle (fixture);
  assert_focused (fixture);
}

static void
test_isolate (Fixture       *fixture,
              gconstpointer  data)
{
  esp_chart_focus_item (fixture->chart, find (fixture, "c"));
  settle (fixture);
  esp_session_isolate (fixture->session, ESP_ITEM_NODE (find (fixture, "b")));
  settle (fixture);
  assert_focused (fixture);
  esp_session_isolate (fixture->session, ESP_NODE_NONE);
  settle (fixture);
  assert_focused (fixture);
}

static void
test_zoom (Fixture       *fixture,
           gconstpointer  data)
{
  static const double zooms[] = { 0.5, 0.2, 0.05, 2, 1 };

  esp_chart_focus_item (fixture->chart, find (fixture, "d"));
  settle (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      esp_canvas_zoom_to (ESP_CANVAS (fixture->chart), zooms[i]);
      settle (fixture);
      g_assert_cmpstr (get_focused_id (fixture), ==, "d");
      assert_focused (fixture);
    }
}

static void
test_direction (Fixture       *fixture,
                gconstpointer  data)
{
  esp_chart_focus_item (fixture->chart, find (fixture, "e"));
  settle (fixture);
  for (const char * const *direction = (const char *[]) { "right", "up", "left", "down", NULL }; *direction != NULL; direction++)
    {
      g_object_set (fixture->session, "direction", *direction, NULL);
      settle (fixture);
      g_assert_cmpstr (get_focused_id (fixture), ==, "e");
      assert_focused (fixture);
    }
  g_object_set (fixture->session, "chart", "structure", NULL);
  settle (fixture);
  g_assert_cmpstr (get_focused_id (fixture), ==, "e");
  assert_focused (fixture);
}

static void
test_stand_in (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GString) text = g_string_new ("{ \"format\": \"espalier-organization\", \"version\": 1, \"positions\": [ { \"id\": \"boss\", \"title\": \"Boss\" }");
  EspItem stand_in;

  for (guint i = 1; i < N_WIDE; i++)
    g_string_append_printf (text, ",\n{ \"id\": \"p%u\", \"title\": \"Seat %u\", \"reports_to\": \"boss\" }", i, i);
  g_string_append (text, " ] }\n");
  open_text (&fixture, "wide.espalier", text->str, "reporting");
  esp_canvas_zoom_to (ESP_CANVAS (fixture.chart), 1);
  if (has_hands ())
    {
      esp_chart_focus_item (fixture.chart, find (&fixture, "boss"));
      settle (&fixture);
      press (&fixture, "End");
      stand_in = esp_chart_get_focus_item (fixture.chart);
      g_assert_cmpuint (esp_scene_get_n_more (esp_session_get_scene (fixture.session), ESP_ITEM_NODE (stand_in)), ==, 40);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (esp_chart_get_card (fixture.chart, stand_in)), GTK_ACCESSIBLE_PROPERTY_LABEL, "+40 more");
      assert_focused (&fixture);
      press (&fixture, "Return");
      g_assert_cmpuint (esp_scene_get_n_shown (esp_session_get_scene (fixture.session)), ==, N_WIDE);
      g_assert_cmpuint (esp_session_get_n_selected (fixture.session), ==, 0);
      g_assert_cmpstr (get_focused_id (&fixture), ==, "p61");
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (esp_chart_get_card (fixture.chart, stand_in)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Seat 61, vacant");
      assert_focused (&fixture);
    }
  tear_down (&fixture, NULL);
}

/* What is wrong with the data is marked on the card, with the reason for whoever asks. */
static void
test_bad_data (void)
{
  static const struct
  {
    const char *id;
    gboolean    has_mark;
    const char *reason; /* part of it */
  } cases[] = {
    { "orphan", TRUE, "nobody-there" },
    { "self", TRUE, "itself" },
    { "ring1", TRUE, "ring" },
    { "vacant", FALSE, "vacant" },
    { "well", FALSE, NULL },
  };
  Fixture fixture = { 0 };

  open_text (&fixture, "bad.espalier",
             "{ \"format\": \"espalier-organization\", \"version\": 1, \"positions\": [\n"
             "{ \"id\": \"well\", \"title\": \"Well\", \"holders\": [ { \"name\": \"Ada\" } ] },\n"
             "{ \"id\": \"orphan\", \"title\": \"Orphan\", \"reports_to\": \"nobody-there\", \"holders\": [ { \"name\": \"Bea\" } ] },\n"
             "{ \"id\": \"self\", \"title\": \"Self\", \"reports_to\": \"self\", \"holders\": [ { \"name\": \"Cai\" } ] },\n"
             "{ \"id\": \"ring1\", \"title\": \"First\", \"reports_to\": \"ring2\", \"holders\": [ { \"name\": \"Dai\" } ] },\n"
             "{ \"id\": \"ring2\", \"title\": \"Second\", \"reports_to\": \"ring1\", \"holders\": [ { \"name\": \"Eva\" } ] },\n"
             "{ \"id\": \"vacant\", \"title\": \"Empty\", \"reports_to\": \"well\" } ] }\n", "reporting");
  esp_canvas_zoom_to (ESP_CANVAS (fixture.chart), 1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EspScene *scene = esp_session_get_scene (fixture.session);
      EspItem item = find (&fixture, cases[i].id);
      g_autofree char *description = esp_card_get_description (scene, item);
      g_autofree char *tooltip = esp_card_get_tooltip (scene, item);
      GtkWidget *card, *mark;

      esp_chart_focus_item (fixture.chart, item);
      settle (&fixture);
      card = esp_chart_get_card (fixture.chart, item);
      mark = find_by_class (card, "finding");
      g_assert_cmpint (mark != NULL && gtk_widget_get_visible (mark), ==, cases[i].has_mark);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
      if (cases[i].reason != NULL)
        g_assert_nonnull (strstr (tooltip, cases[i].reason));
      if (cases[i].has_mark)
        g_assert_nonnull (strstr (description, cases[i].reason));
    }
  tear_down (&fixture, NULL);
}

static void
test_view (Fixture       *fixture,
           gconstpointer  data)
{
  EspCanvas *canvas = ESP_CANVAS (fixture->chart);
  guint32 n;
  const EspIx *views;
  double zoom;
  EspItem before, after;
  EspPoint middle;

  esp_chart_show_item (fixture->chart, find (fixture, "d"));
  esp_canvas_zoom_to (canvas, 1.5);
  settle (fixture);
  zoom = esp_canvas_get_zoom (canvas);
  middle = esp_viewport_to_world (esp_canvas_get_viewport (canvas), 500, 350);
  before = esp_scene_nearest (esp_session_get_scene (fixture->session), middle.x, middle.y);
  esp_session_save_view (fixture->session, "Near");
  esp_canvas_zoom_fit (canvas);
  esp_session_set_folded (fixture->session, ESP_ITEM_NODE (find (fixture, "b")), TRUE);
  settle (fixture);
  views = esp_organization_get_order (esp_session_get_organization (fixture->session), ESP_TABLE_VIEWS, &n);
  g_assert_cmpuint (n, ==, 1);
  esp_session_show_view (fixture->session, views[0]);
  settle (fixture);
  g_assert_cmpfloat_with_epsilon (esp_canvas_get_zoom (canvas), zoom, 0.001);
  middle = esp_viewport_to_world (esp_canvas_get_viewport (canvas), 500, 350);
  after = esp_scene_nearest (esp_session_get_scene (fixture->session), middle.x, middle.y);
  g_assert_cmpuint (after, ==, before);
  g_assert_true (esp_scene_is_shown (esp_session_get_scene (fixture->session), find (fixture, "d")));
}

/* Nothing moves when nothing shall move. */
static void
test_still (Fixture       *fixture,
            gconstpointer  data)
{
  GtkSettings *settings = gtk_settings_get_for_display (gtk_widget_get_display (fixture->window));

  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  esp_chart_toggle_fold (fixture->chart, find (fixture, "b"));
  g_assert_cmpfloat (esp_canvas_get_progress (ESP_CANVAS (fixture->chart)), ==, 1);
  esp_canvas_zoom_fit (ESP_CANVAS (fixture->chart));
  g_assert_cmpfloat (esp_canvas_get_progress (ESP_CANVAS (fixture->chart)), ==, 1);
  g_assert_false (esp_canvas_is_moving (ESP_CANVAS (fixture->chart)));
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  settle (fixture);
}

#define ADD(name, func) g_test_add ("/ways/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GtkCssProvider) style = NULL;

  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check () || !GDK_IS_X11_DISPLAY (gdk_display_get_default ()))
    {
      g_print ("1..0 # SKIP no display, or not X11\n");
      return 0;
    }
  adw_init ();
  style = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (style, ESP_APP_PATH "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  ADD ("filter-keeps-focus", test_filter);
  ADD ("isolation-keeps-focus", test_isolate);
  ADD ("zoom-keeps-focus", test_zoom);
  ADD ("other-layouts-keep-focus", test_direction);
  ADD ("saved-view", test_view);
  ADD ("reduced-motion", test_still);
  g_test_add_func ("/ways/stand-in", test_stand_in);
  g_test_add_func ("/ways/bad-data", test_bad_data);

  return g_test_run ();
}
