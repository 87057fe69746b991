/* test-chart.c — the chart on a screen: cards as widgets, folds, panning, zooming, the keyboard, what a screen reader is told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "chart-fixture.h"

/* Tests */
static void
test_cards (Fixture       *fixture,
            gconstpointer  data)
{
  EspScene *scene = esp_session_get_scene (fixture->session);
  guint n = 0;

  g_assert_cmpint (esp_chart_get_stage (fixture->chart), ==, ESP_STAGE_CARDS);
  for (EspItem item = esp_scene_first (scene); item != ESP_ITEM_NONE; item = esp_scene_after (scene, item))
    {
      graphene_rect_t bounds = get_bounds (fixture, item);
      EspRect rect;
      EspPoint corner;

      g_assert_true (esp_scene_get_item_rect (scene, item, &rect));
      corner = esp_viewport_to_view (esp_canvas_get_viewport (ESP_CANVAS (fixture->chart)), rect.x, rect.y);
      g_assert_cmpfloat (fabs (bounds.origin.x - corner.x), <=, 0.5);
      g_assert_cmpfloat (fabs (bounds.origin.y - corner.y), <=, 0.5);
      g_assert_cmpfloat_with_epsilon (bounds.size.width, rect.width, 0.01);
      g_assert_cmpfloat_with_epsilon (bounds.size.height, rect.height, 0.01);
      n++;
    }
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpuint (esp_canvas_get_n_live (ESP_CANVAS (fixture->chart)), ==, 5);
}

/* The cards of the window stand where the picture of the same chart has them */
static void
test_svg (Fixture       *fixture,
          gconstpointer  data)
{
  EspScene *scene = esp_session_get_scene (fixture->session);
  EspRenderOptions options = ESP_RENDER_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = esp_render_svg (scene, &options, NULL, NULL, &error);
  g_autofree char *text = NULL;
  guint n = 0;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  for (EspItem item = esp_scene_first (scene); item != ESP_ITEM_NONE; item = esp_scene_after (scene, item), n++)
    {
      graphene_rect_t bounds = get_bounds (fixture, item);
      EspPoint corner = esp_viewport_to_world (esp_canvas_get_viewport (ESP_CANVAS (fixture->chart)), bounds.origin.x, bounds.origin.y);
      g_autofree char *rect = g_strdup_printf (" x=\"%g\" y=\"%g\" width=\"%g\" height=\"%g\" rx=", round (corner.x), round (corner.y),
                                               bounds.size.width, bounds.size.height);

      g_assert_nonnull (strstr (text, rect));
    }
  g_assert_cmpuint (n, ==, 5);
}

/* Children of the chart stand in the order in which the scene is read */
static void
test_reading_order (Fixture       *fixture,
                    gconstpointer  data)
{
  EspScene *scene = esp_session_get_scene (fixture->session);
  EspItem item = esp_scene_first (scene);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->chart)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (!ESP_IS_CHART_CARD (child) || !gtk_widget_get_child_visible (child))
        continue;
      g_assert_cmpuint (esp_chart_card_get_item (ESP_CHART_CARD (child)), ==, item);
      item = esp_scene_after (scene, item);
    }
  g_assert_cmpuint (item, ==, ESP_ITEM_NONE);
}

static void
assert_held (const graphene_rect_t *before,
             const graphene_rect_t *after)
{
  g_assert_cmpfloat (fabs (before->origin.x - after->origin.x), <=, 1);
  g_assert_cmpfloat (fabs (before->origin.y - after->origin.y), <=, 1);
}

static void
test_fold_by_click (Fixture       *fixture,
                    gconstpointer  data)
{
  graphene_rect_t before;
  GtkWidget *pill;

  if (!has_hands ())
    return;
  before = get_bounds (fixture, find (fixture, "b"));
  pill = find_by_class (esp_chart_get_card (fixture->chart, find (fixture, "b")), "fold");
  g_assert_nonnull (pill);

  click (fixture, pill, 1);
  g_assert_true (esp_scene_is_folded (esp_session_get_scene (fixture->session), ESP_ITEM_NODE (find (fixture, "b"))));
  {
    graphene_rect_t after = get_bounds (fixture, find (fixture, "b"));

    assert_held (&before, &after);
  }
  g_assert_null (esp_chart_get_card (fixture->chart, find (fixture, "d")));

  click (fixture, pill, 1);
  g_assert_false (esp_scene_is_folded (esp_session_get_scene (fixture->session), ESP_ITEM_NODE (find (fixture, "b"))));
  {
    graphene_rect_t after = get_bounds (fixture, find (fixture, "b"));

    assert_held (&before, &after);
  }
  g_assert_nonnull (esp_chart_get_card (fixture->chart, find (fixture, "d")));
}

/* Every frame of the way, not only its end */
static void
test_fold_holds_still (Fixture       *fixture,
                       gconstpointer  data)
{
  graphene_rect_t before = get_bounds (fixture, find (fixture, "b"));

  for (guint turn = 0; turn < 4; turn++)
    {
      esp_chart_toggle_fold (fixture->chart, find (fixture, "b"));
      for (guint i = 0; i < 20; i++)
        {
          graphene_rect_t now;

          wait_for_frame (fixture);
          now = get_bounds (fixture, find (fixture, "b"));
          assert_held (&before, &now);
        }
    }
}

static void
test_keyboard (Fixture       *fixture,
               gconstpointer  data)
{
  if (!has_hands ())
    return;
  gtk_widget_grab_focus (GTK_WIDGET (fixture->chart));
  settle (fixture);
  g_assert_cmpstr (get_focused_id (fixture), ==, "a");
  press (fixture, "Down");
  g_assert_cmpstr (get_focused_id (fixture), ==, "b");
  press (fixture, "Right");
  g_assert_cmpstr (get_focused_id (fixture), ==, "c");
  press (fixture, "Right");
  g_assert_cmpstr (get_focused_id (fixture), ==, "c");
  press (fixture, "Left");
  press (fixture, "Down");
  g_assert_cmpstr (get_focused_id (fixture), ==, "d");
  press (fixture, "Up");
  g_assert_cmpstr (get_focused_id (fixture), ==, "b");
  press (fixture, "minus");
  g_assert_true (esp_scene_is_folded (esp_session_get_scene (fixture->session), ESP_ITEM_NODE (find (fixture, "b"))));
  g_assert_cmpstr (get_focused_id (fixture), ==, "b");
  press (fixture, "plus");
  g_assert_false (esp_scene_is_folded (esp_session_get_scene (fixture->session), ESP_ITEM_NODE (find (fixture, "b"))));
  press (fixture, "End");
  g_assert_cmpstr (get_focused_id (fixture), ==, "c");
  press (fixture, "Home");
  g_assert_cmpstr (get_focused_id (fixture), ==, "a");

  press (fixture, "Return");
  g_assert_cmpuint (esp_session_get_selected_position (fixture->session), ==,
                    esp_organization_find_id (esp_session_get_organization (fixture->session), ESP_TABLE_POSITIONS, "a"));
  press (fixture, "ctrl+minus");
  g_assert_cmpfloat_with_epsilon (esp_canvas_get_zoom (ESP_CANVAS (fixture->chart)), 0.8, 0.001);
  press (fixture, "ctrl+1");
  g_assert_cmpfloat (esp_canvas_get_zoom (ESP_CANVAS (fixture->chart)), ==, 1);
}

/* The focus is where it was, wherever one looks */
static void
test_focus_stays (Fixture       *fixture,
                  gconstpointer  data)
{
  EspCanvas *canvas = ESP_CANVAS (fixture->chart);
  GtkWidget *card;

  esp_chart_focus_item (fixture->chart, find (fixture, "d"));
  settle (fixture);
  card = esp_chart_get_card (fixture->chart, find (fixture, "d"));
  g_assert_true (gtk_widget_is_focus (card));

  esp_canvas_pan (canvas, -5000, -5000, FALSE);
  settle (fixture);
  g_assert_true (gtk_widget_is_focus (card));
  g_assert_true (esp_chart_get_card (fixture->chart, find (fixture, "d")) == card);

  esp_canvas_zoom_to (canvas, 0.5);
  settle (fixture);
  g_assert_cmpint (esp_chart_get_stage (fixture->chart), ==, ESP_STAGE_NAMES);
  g_assert_true (gtk_widget_is_focus (card));
  g_assert_cmpuint (esp_canvas_get_n_live (canvas), ==, 1);

  /* folded into its manager, the focus goes there */
  esp_chart_toggle_fold (fixture->chart, find (fixture, "b"));
  settle (fixture);
  g_assert_cmpstr (get_focused_id (fixture), ==, "b");
  g_assert_true (gtk_widget_is_focus (esp_chart_get_card (fixture->chart, find (fixture, "b"))));
}

static void
test_click_selects (Fixture       *fixture,
                    gconstpointer  data)
{
  EspOrganization *organization = esp_session_get_organization (fixture->session);
  GtkWidget *card;

  if (!has_hands ())
    return;
  card = esp_chart_get_card (fixture->chart, find (fixture, "c"));
  click (fixture, card, 1);
  g_assert_cmpuint (esp_session_get_selected_position (fixture->session), ==, esp_organization_find_id (organization, ESP_TABLE_POSITIONS, "c"));
  g_assert_true (gtk_widget_has_css_class (card, "selected"));

  /* painted, it is a card all the same */
  esp_canvas_zoom_to (ESP_CANVAS (fixture->chart), 0.5);
  settle (fixture);
  {
    EspRect rect;
    EspPoint point;
    double x, y, dx, dy;

    esp_scene_get_item_rect (esp_session_get_scene (fixture->session), find (fixture, "e"), &rect);
    point = esp_viewport_to_view (esp_canvas_get_viewport (ESP_CANVAS (fixture->chart)), rect.x + rect.width / 2, rect.y + rect.height / 2);
    gtk_widget_translate_coordinates (GTK_WIDGET (fixture->chart), fixture->window, point.x, point.y, &x, &y);
    gtk_native_get_surface_transform (GTK_NATIVE (fixture->window), &dx, &dy);
    play (fixture, "mousemove --window %lu %d %d click 1",
          gdk_x11_surface_get_xid (gtk_native_get_surface (GTK_NATIVE (fixture->window))), (int) (x + dx), (int) (y + dy));
  }
  g_assert_cmpuint (esp_session_get_selected_position (fixture->session), ==, esp_organization_find_id (organization, ESP_TABLE_POSITIONS, "e"));
}

static void
test_wheel (Fixture       *fixture,
            gconstpointer  data)
{
  const EspViewport *viewport = esp_canvas_get_viewport (ESP_CANVAS (fixture->chart));
  graphene_rect_t before, after;
  double y;

  if (!has_hands ())
    return;
  click (fixture, esp_chart_get_card (fixture->chart, find (fixture, "a")), 1);
  y = viewport->y;
  play (fixture, "click 5");
  g_assert_cmpfloat (viewport->y, >, y);
  play (fixture, "click 4");
  g_assert_cmpfloat_with_epsilon (viewport->y, y, 1);

  /* with Ctrl: about the pointer, which is over the middle of this card */
  before = get_bounds (fixture, find (fixture, "a"));
  play (fixture, "keydown ctrl click 4 keyup ctrl");
  g_assert_cmpfloat_with_epsilon (viewport->zoom, 1.2, 0.001);
  after = get_bounds (fixture, find (fixture, "a"));
  g_assert_cmpfloat (fabs (before.origin.x + before.size.width / 2 - after.origin.x - after.size.width / 2), <=, 2);
  g_assert_cmpfloat (fabs (before.origin.y + before.size.height / 2 - after.origin.y - after.size.height / 2), <=, 2);
}

static void
test_told (Fixture       *fixture,
           gconstpointer  data)
{
  EspScene *scene = esp_session_get_scene (fixture->session);
  GtkAccessible *card = GTK_ACCESSIBLE (esp_chart_get_card (fixture->chart, find (fixture, "b")));
  g_autofree char *label = esp_card_get_label (scene, find (fixture, "b"));
  g_autofree char *description = esp_card_get_description (scene, find (fixture, "b"));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->chart), GTK_ACCESSIBLE_ROLE_TREE);
  gtk_test_accessible_assert_role (card, GTK_ACCESSIBLE_ROLE_TREE_ITEM);
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LEVEL, 2);
  gtk_test_accessible_assert_relation (card, GTK_ACCESSIBLE_RELATION_POS_IN_SET, 1);
  gtk_test_accessible_assert_relation (card, GTK_ACCESSIBLE_RELATION_SET_SIZE, 2);
  gtk_test_accessible_assert_state (card, GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  gtk_test_accessible_assert_state (card, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  g_assert_nonnull (strstr (description, "PMO"));
  g_assert_nonnull (strstr (description, "1 of 2"));

  esp_chart_select (fixture->chart, find (fixture, "b"));
  esp_chart_toggle_fold (fixture->chart, find (fixture, "b"));
  settle (fixture);
  gtk_test_accessible_assert_state (card, GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  gtk_test_accessible_assert_state (card, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
}

static void
retitle (EspOrganization *organization,
         gpointer         user_data)
{
  esp_edit_retitle (organization, esp_organization_find_id (organization, ESP_TABLE_POSITIONS, "b"),
                    "Principal Technical Program Manager, Platforms", NULL);
}

/* An edit shows at once, and moves nothing from under the hand */
static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  graphene_rect_t before, after;
  g_autofree char *label = NULL;

  esp_chart_select (fixture->chart, find (fixture, "b"));
  settle (fixture);
  before = get_bounds (fixture, find (fixture, "b"));
  esp_document_edit (esp_session_get_document (fixture->session), retitle, NULL, NULL);
  settle (fixture);
  after = get_bounds (fixture, find (fixture, "b"));
  assert_held (&before, &after);
  g_assert_cmpfloat (after.size.height, >, before.size.height); /* two lines now */
  label = esp_card_get_label (esp_session_get_scene (fixture->session), find (fixture, "b"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (esp_chart_get_card (fixture->chart, find (fixture, "b"))),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

/* A lens dims all but the seats of one colour, without any opacity */
static void
test_lens (Fixture       *fixture,
           gconstpointer  data)
{
  esp_chart_set_lens (fixture->chart, ESP_COLOR_PMO);
  settle (fixture);
  g_assert_false (gtk_widget_has_css_class (esp_chart_get_card (fixture->chart, find (fixture, "b")), "dimmed"));
  g_assert_true (gtk_widget_has_css_class (esp_chart_get_card (fixture->chart, find (fixture, "c")), "dimmed"));
  esp_chart_set_lens (fixture->chart, ESP_N_COLORS);
  settle (fixture);
  g_assert_false (gtk_widget_has_css_class (esp_chart_get_card (fixture->chart, find (fixture, "c")), "dimmed"));
}

static guint
count_by_class (GtkWidget  *widget,
                const char *style)
{
  guint n = gtk_widget_has_css_class (widget, style);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_by_class (child, style);
  return n;
}

/* Colours stand for something else: cards and legend follow, what is told stays */
static void
test_color_by (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *legend = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (fixture->view), ESP_TYPE_CHART_VIEW, "legend"));
  GtkWidget *list = gtk_widget_get_first_child (gtk_widget_get_first_child (legend));
  EspScene *scene = esp_session_get_scene (fixture->session);
  g_autofree char *told = esp_card_get_label (scene, find (fixture, "b"));
  g_autofree char *told_now = NULL;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_next_sibling (list)), TRUE);
  g_assert_true (gtk_widget_get_visible (list));
  g_assert_cmpuint (count_by_class (legend, "legend-entry"), ==, 5);
  g_assert_true (gtk_widget_has_css_class (esp_chart_get_card (fixture->chart, find (fixture, "b")), "pmo"));

  g_object_set (fixture->session, "color-by", "level", NULL);
  settle (fixture);
  g_assert_true (esp_session_get_scene (fixture->session) == scene);
  g_assert_cmpuint (count_by_class (legend, "legend-entry"), ==, 6);
  g_assert_nonnull (find_by_class (legend, "scale_6"));
  g_assert_true (gtk_widget_has_css_class (esp_chart_get_card (fixture->chart, find (fixture, "b")), "scale_3"));
  g_assert_false (gtk_widget_has_css_class (esp_chart_get_card (fixture->chart, find (fixture, "c")), "seat"));
  told_now = esp_card_get_label (scene, find (fixture, "b"));
  g_assert_cmpstr (told, ==, told_now);

  /* the first class has nobody: everything is dim, until another lens takes over */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_first_child (list)), TRUE);
  settle (fixture);
  g_assert_true (gtk_widget_has_css_class (esp_chart_get_card (fixture->chart, find (fixture, "b")), "dimmed"));
  g_object_set (fixture->session, "color-by", "span", NULL);
  settle (fixture);
  g_assert_false (gtk_widget_has_css_class (esp_chart_get_card (fixture->chart, find (fixture, "b")), "dimmed"));
  g_assert_true (gtk_widget_has_css_class (esp_chart_get_card (fixture->chart, find (fixture, "b")), "scale_1"));
  g_object_set (fixture->session, "color-by", "no-such-lens", NULL);
  g_assert_cmpuint (esp_scene_get_options (scene)->color_by, ==, ESP_LENS_SPAN);
  g_object_set (fixture->session, "color-by", "placement", NULL);
  settle (fixture);
  g_assert_cmpuint (count_by_class (legend, "legend-entry"), ==, 5);
  g_assert_true (gtk_widget_has_css_class (esp_chart_get_card (fixture->chart, find (fixture, "b")), "pmo"));
}

static void
test_other_chart (Fixture       *fixture,
                  gconstpointer  data)
{
  EspScene *scene;

  g_object_set (fixture->session, "chart", "structure", NULL);
  wait_for_scene (fixture);
  settle (fixture);
  scene = esp_session_get_scene (fixture->session);
  g_assert_cmpint (esp_scene_get_options (scene)->chart, ==, ESP_CHART_STRUCTURE);
  g_assert_cmpuint (esp_canvas_get_n_live (ESP_CANVAS (fixture->chart)), >=, 5);
}

/* Many */

static char *
write_table (guint n,
             guint span)
{
  GString *text = g_string_new ("id,title,name,reports_to\n");

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, "%u,Engineer %u,Person %u,", i, i % 97, i);
      if (i > 0)
        g_string_append_printf (text, "%u", (i - 1) / span);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
test_many (void)
{
  Fixture fixture = { 0 };
  g_autofree char *text = write_table (100000, 7);
  EspCanvas *canvas;
  guint budget, most = 0;

  open_text (&fixture, "many.csv", text, "reporting");
  canvas = ESP_CANVAS (fixture.chart);
  esp_session_fold_to_level (fixture.session, 100);
  settle (&fixture);
  g_assert_cmpuint (esp_scene_get_n_shown (esp_session_get_scene (fixture.session)), ==, 100000);

  budget = esp_canvas_get_card_budget (canvas);
  for (guint step = 0; step < 8; step++)
    {
      esp_chart_show_item (fixture.chart, find (&fixture, step % 2 ? "70000" : "2500"));
      settle (&fixture);
      esp_canvas_zoom_to (canvas, pow (0.5, step));
      settle (&fixture);
      for (guint i = 0; i < 12; i++)
        {
          guint n_children = 0;

          esp_canvas_pan (canvas, step % 2 ? -133 : 177, step % 3 ? 11 : -15, FALSE);
          wait_for_frame (&fixture);
          most = MAX (most, esp_canvas_get_n_live (canvas));
          for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (canvas)); child != NULL; child = gtk_widget_get_next_sibling (child))
            n_children++;
          g_assert_cmpuint (n_children, <=, budget + 40);
        }
    }
  g_test_message ("at most %u of %u cards", most, budget);
  g_assert_cmpuint (most, <=, budget + 2);
  g_assert_cmpuint (most, >, 5);

  esp_canvas_zoom_fit (canvas);
  settle (&fixture);
  g_assert_cmpint (esp_chart_get_stage (fixture.chart), ==, ESP_STAGE_WALL);
  g_assert_cmpuint (esp_canvas_get_n_live (canvas), ==, 1); /* the one with the focus */
  tear_down (&fixture, NULL);
}

/* Nobody's first sight is dust: the first root, at 100 %, top centre */
static void
test_opening (void)
{
  Fixture fixture = { 0 };
  g_autofree char *text = write_table (2000, 30);
  EspScene *scene;
  graphene_rect_t bounds;

  open_text (&fixture, "wide.csv", text, "reporting");
  scene = esp_session_get_scene (fixture.session);
  g_assert_cmpfloat (esp_canvas_get_zoom (ESP_CANVAS (fixture.chart)), ==, 1);
  bounds = get_bounds (&fixture, esp_scene_first (scene));
  g_assert_cmpfloat (fabs (bounds.origin.y - 36), <=, 1);
  g_assert_cmpfloat (fabs (bounds.origin.x + bounds.size.width / 2 - gtk_widget_get_width (GTK_WIDGET (fixture.chart)) / 2.0), <=, 1);
  tear_down (&fixture, NULL);
}

static void
test_empty (void)
{
  Fixture fixture = { 0 };
  GtkWidget *ghost;

  open_text (&fixture, "empty.espalier", "{ \"format\": \"espalier-organization\", \"version\": 1, \"positions\": [] }\n", "reporting");
  ghost = find_by_class (GTK_WIDGET (fixture.view), "ghost-card");
  g_assert_true (gtk_widget_get_visible (ghost));
  g_signal_emit_by_name (ghost, "clicked");
  wait_for_scene (&fixture);
  settle (&fixture);
  g_assert_false (gtk_widget_get_visible (ghost));
  g_assert_cmpuint (esp_canvas_get_n_live (ESP_CANVAS (fixture.chart)), ==, 1);
  tear_down (&fixture, NULL);
}

#define ADD(name, func) g_test_add ("/chart/" name, Fixture, NULL, set_up, func, tear_down)

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

  ADD ("cards", test_cards);
  ADD ("as-svg", test_svg);
  ADD ("reading-order", test_reading_order);
  ADD ("fold-by-click", test_fold_by_click);
  ADD ("fold-holds-still", test_fold_holds_still);
  ADD ("keyboard", test_keyboard);
  ADD ("focus-stays", test_focus_stays);
  ADD ("click-selects", test_click_selects);
  ADD ("wheel", test_wheel);
  ADD ("told", test_told);
  ADD ("edit", test_edit);
  ADD ("lens", test_lens);
  ADD ("color-by", test_color_by);
  ADD ("other-chart", test_other_chart);
  g_test_add_func ("/chart/many", test_many);
  g_test_add_func ("/chart/opening", test_opening);
  g_test_add_func ("/chart/empty", test_empty);

  return g_test_run ();
}
