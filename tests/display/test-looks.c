/* test-looks.c — the chart seen otherwise in the real window: its options, colours, lines, the way to the top, the map, two fingers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gdk/x11/gdkx.h>
#include <math.h>

#include "app/esp-settings.h"
#include "chart/esp-chart-private.h"
#include "chart/esp-legend.h"
#include "edit-fixture.h"
#include "widgets/esp-canvas-private.h"
#include "widgets/esp-minimap.h"

#define N_MANAGERS   8 /* with two reports each: wider than the window */
#define N_FILLED     (1 + N_MANAGERS)
#define N_VACANT     (4 + 2 * N_MANAGERS)
#define N_DOTTED     2
#define N_PROGRAM    1
#define HELD_PX      1.0 /* what is held still may move so far, by rounding */
#define MOVED_PX     4.0
#define SLOW_SECONDS 1
#define STILL_FRAMES 3

static const char * const options[] = { "direction", "density", "arrange", "color-by", "show-lines", "show-frames", "show-minimap" };

/* A lead; managers m0 … m7 with x and y each, in their middle b with d and e, and c; lines between some of them */
static char *
write_wide (void)
{
  GString *text = g_string_new ("{ \"format\": \"espalier-organization\", \"version\": 1, \"name\": \"Wide\",\n"
                                "  \"units\": [ { \"id\": \"hq\", \"name\": \"Head Office\", \"kind\": \"company\" },\n"
                                "    { \"id\": \"lab\", \"name\": \"Lab\", \"parent\": \"hq\" } ],\n"
                                "  \"positions\": [\n"
                                "    { \"id\": \"a\", \"title\": \"Lead\", \"unit\": \"hq\", \"holders\": [ { \"name\": \"Ada Quince\" } ] }");
  static const char middle[] =
    ",\n    { \"id\": \"b\", \"title\": \"Program Manager\", \"unit\": \"hq\", \"reports_to\": \"a\" },\n"
    "    { \"id\": \"c\", \"title\": \"Writer\", \"unit\": \"hq\", \"reports_to\": \"a\" },\n"
    "    { \"id\": \"d\", \"title\": \"Engineer\", \"unit\": \"hq\", \"reports_to\": \"b\" },\n"
    "    { \"id\": \"e\", \"title\": \"Analyst\", \"unit\": \"hq\", \"reports_to\": \"b\" }";
  static const char * const lines[N_MANAGERS] = {
    "{ \"to\": \"m5\", \"kind\": \"dotted\" }", "{ \"to\": \"m6\", \"kind\": \"program\" }", "{ \"to\": \"m7\", \"kind\": \"dotted\" }",
  };

  for (guint i = 0; i < N_MANAGERS; i++)
    g_string_append_printf (text,
                            "%s,\n    { \"id\": \"m%u\", \"title\": \"Manager %u\", \"unit\": \"lab\", \"reports_to\": \"a\","
                            " \"holders\": [ { \"name\": \"Person %u\" } ], \"lines\": [ %s ] },\n"
                            "    { \"id\": \"x%u\", \"title\": \"Left %u\", \"unit\": \"lab\", \"reports_to\": \"m%u\" },\n"
                            "    { \"id\": \"y%u\", \"title\": \"Right %u\", \"unit\": \"lab\", \"reports_to\": \"m%u\" }",
                            i == N_MANAGERS / 2 ? middle : "", i, i, i, lines[i] != NULL ? lines[i] : "", i, i, i, i, i, i);
  g_string_append (text, " ] }\n");
  return g_string_free (text, FALSE);
}

static void
open_wide (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = write_wide ();

  open_text (fixture, text, "reporting");
}

static void
close_wide (Fixture       *fixture,
            gconstpointer  data)
{
  tear_down (fixture, data);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    g_settings_reset (esp_settings_get_default (), options[i]);
}

/* Finding */

static EspScene *
get_scene (Fixture *fixture)
{
  return esp_session_get_scene (get_session (fixture));
}

static EspItem
find_item (Fixture    *fixture,
           const char *id)
{
  return esp_scene_find (get_scene (fixture), ESP_TABLE_POSITIONS, find (fixture, id));
}

/* Where the corner of a card is drawn in the view, now */
static EspPoint
get_corner (Fixture    *fixture,
            const char *id)
{
  EspRect rect;

  g_assert_true (_esp_chart_get_rect (fixture->chart, find_item (fixture, id), &rect));
  return esp_viewport_to_view (esp_canvas_get_viewport (ESP_CANVAS (fixture->chart)), rect.x, rect.y);
}

static void
check_corner (Fixture        *fixture,
              const char     *id,
              const EspPoint *expected)
{
  EspPoint corner = get_corner (fixture, id);

  g_assert_cmpfloat (fabs (corner.x - expected->x), <=, HELD_PX);
  g_assert_cmpfloat (fabs (corner.y - expected->y), <=, HELD_PX);
}

static gboolean
is_dimmed (Fixture    *fixture,
           const char *id)
{
  GtkWidget *card = esp_chart_get_card (fixture->chart, find_item (fixture, id));

  g_assert_nonnull (card);
  return gtk_widget_has_css_class (card, "dimmed");
}

static gpointer
find_controller (GtkWidget *widget,
                 GType      type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint n = g_list_model_get_n_items (controllers);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller; /* the widget keeps it */
    }
  return NULL;
}

/* Doing */

static gboolean
is_later (gpointer frame)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (((gpointer *) frame)[0]);

  return gdk_frame_clock_get_frame_counter (clock) > *(gint64 *) ((gpointer *) frame)[1];
}

/* One frame is drawn. */
static void
draw_frame (Fixture *fixture)
{
  gint64 counter = gdk_frame_clock_get_frame_counter (gtk_widget_get_frame_clock (GTK_WIDGET (fixture->chart)));
  gpointer frame[] = { fixture->chart, &counter };

  gtk_widget_queue_draw (GTK_WIDGET (fixture->chart));
  g_assert_true (wait_for (is_later, frame));
}

static gboolean
has_arrived (gpointer data)
{
  Fixture *fixture = data;
  EspCanvas *canvas = ESP_CANVAS (fixture->chart);

  return !esp_session_get_building (get_session (fixture)) && !esp_canvas_is_moving (canvas) && esp_canvas_get_progress (canvas) == 1;
}

/* Until nothing moves, and every card is there */
static void
arrive (Fixture *fixture)
{
  g_assert_true (wait_for (has_arrived, fixture));
  for (guint i = 0; i < STILL_FRAMES; i++)
    draw_frame (fixture);
  g_assert_true (wait_for (has_arrived, fixture));
}

static void
show (Fixture    *fixture,
      const char *id)
{
  esp_chart_show_item (fixture->chart, find_item (fixture, id));
  arrive (fixture);
}

static void
select_card (Fixture    *fixture,
             const char *id)
{
  esp_chart_focus_item (fixture->chart, find_item (fixture, id));
  esp_chart_select (fixture->chart, find_item (fixture, id));
  arrive (fixture);
}

static void
act (Fixture    *fixture,
     const char *action,
     const char *value)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action, value != NULL ? g_variant_new_string (value) : NULL);
  arrive (fixture);
}

/* Tests */

static void
test_trace (Fixture       *fixture,
            gconstpointer  data)
{
  show (fixture, "b");
  select_card (fixture, "e");
  g_assert_false (is_dimmed (fixture, "d"));
  act (fixture, "trace", NULL);
  for (const char * const *id = (const char *[]) { "a", "b", "e", NULL }; *id != NULL; id++)
    g_assert_false (is_dimmed (fixture, *id));
  for (const char * const *id = (const char *[]) { "c", "d", NULL }; *id != NULL; id++)
    g_assert_true (is_dimmed (fixture, *id));

  /* the way is that of the selection */
  select_card (fixture, "c");
  g_assert_false (is_dimmed (fixture, "a"));
  g_assert_false (is_dimmed (fixture, "c"));
  g_assert_true (is_dimmed (fixture, "b"));
  g_assert_true (is_dimmed (fixture, "e"));
  act (fixture, "trace", NULL);
  g_assert_false (is_dimmed (fixture, "b"));

  /* the same by the menu of the card */
  esp_chart_focus_item (fixture->chart, find_item (fixture, "d"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->chart), "chart.trace", NULL));
  arrive (fixture);
  g_assert_cmpuint (esp_session_get_selected_position (get_session (fixture)), ==, find (fixture, "d"));
  g_assert_false (is_dimmed (fixture, "b"));
  g_assert_true (is_dimmed (fixture, "e"));
}

/* Clicks at a share of the width and height of the map. */
static void
click_map (Fixture   *fixture,
           GtkWidget *map,
           double     share_x,
           double     share_y)
{
  double x, y, dx, dy;

  g_assert_true (gtk_widget_translate_coordinates (map, GTK_WIDGET (fixture->window), share_x * gtk_widget_get_width (map),
                                                   share_y * gtk_widget_get_height (map), &x, &y));
  gtk_native_get_surface_transform (GTK_NATIVE (fixture->window), &dx, &dy);
  play (fixture, "mousemove --window %lu %d %d click 1",
        gdk_x11_surface_get_xid (gtk_native_get_surface (GTK_NATIVE (fixture->window))), (int) (x + dx), (int) (y + dy));
  arrive (fixture);
}

static double
get_middle (Fixture *fixture)
{
  const EspViewport *viewport = esp_canvas_get_viewport (ESP_CANVAS (fixture->chart));
  EspPoint middle = esp_viewport_to_world (viewport, viewport->width / 2, viewport->height / 2);

  return (middle.x - viewport->content.x) / viewport->content.width;
}

static void
test_minimap (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *map = find_widget (GTK_WIDGET (fixture->window), ESP_TYPE_MINIMAP);

  g_assert_true (gtk_widget_get_mapped (map));
  click_map (fixture, map, 0.9, 0.5);
  g_assert_cmpfloat (get_middle (fixture), >, 0.8);
  click_map (fixture, map, 0.5, 0.5);
  g_assert_cmpfloat_with_epsilon (get_middle (fixture), 0.5, 0.05);
  click_map (fixture, map, 0.1, 0.5);
  g_assert_cmpfloat (get_middle (fixture), <, 0.2);

  esp_canvas_zoom_fit (ESP_CANVAS (fixture->chart));
  arrive (fixture);
  g_assert_false (gtk_widget_get_visible (map));
  esp_canvas_zoom_to (ESP_CANVAS (fixture->chart), 1);
  arrive (fixture);
  g_assert_true (gtk_widget_get_visible (map));
  act (fixture, "show-minimap", NULL);
  g_assert_false (gtk_widget_get_visible (map));
  play (fixture, "mousemove 1279 799"); /* a window that goes away under its tooltip leaves GTK 4.8 with a tooltip of nobody */
}

static void
test_options (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *action;
    const char *value;
    gsize       offset; /* in the scene's options */
    guint       expected;
  } cases[] = {
    { "direction", "right", G_STRUCT_OFFSET (EspSceneOptions, direction), ESP_DIRECTION_RIGHT },
    { "direction", "up", G_STRUCT_OFFSET (EspSceneOptions, direction), ESP_DIRECTION_UP },
    { "direction", "left", G_STRUCT_OFFSET (EspSceneOptions, direction), ESP_DIRECTION_LEFT },
    { "direction", "down", G_STRUCT_OFFSET (EspSceneOptions, direction), ESP_DIRECTION_DOWN },
    { "arrange", "column", G_STRUCT_OFFSET (EspSceneOptions, arrange), ESP_ARRANGEMENT_COLUMN },
    { "arrange", "block", G_STRUCT_OFFSET (EspSceneOptions, arrange), ESP_ARRANGEMENT_BLOCK },
    { "arrange", "row", G_STRUCT_OFFSET (EspSceneOptions, arrange), ESP_ARRANGEMENT_ROW },
    { "density", "compact", G_STRUCT_OFFSET (EspSceneOptions, density), ESP_DENSITY_COMPACT },
    { "density", "spacious", G_STRUCT_OFFSET (EspSceneOptions, density), ESP_DENSITY_SPACIOUS },
  };
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->window));
  guint32 n_frames;
  EspPoint corner;

  g_object_set (settings, "gtk-enable-animations", FALSE, NULL); /* only where it ends is asked */
  show (fixture, "m4");
  select_card (fixture, "m4");
  corner = get_corner (fixture, "m4");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = NULL;

      act (fixture, cases[i].action, cases[i].value);
      g_object_get (get_session (fixture), cases[i].action, &value, NULL);
      g_assert_cmpstr (value, ==, cases[i].value);
      g_assert_cmpuint (G_STRUCT_MEMBER (guint, esp_scene_get_options (get_scene (fixture)), cases[i].offset), ==, cases[i].expected);
      g_assert_cmpuint (esp_session_get_selected_position (get_session (fixture)), ==, find (fixture, "m4"));
      check_corner (fixture, "m4", &corner);
    }
  esp_scene_get_frames (get_scene (fixture), &n_frames);
  g_assert_cmpuint (n_frames, ==, 0);
  act (fixture, "show-frames", NULL);
  esp_scene_get_frames (get_scene (fixture), &n_frames);
  g_assert_cmpuint (n_frames, >=, 2); /* of both units */
  check_corner (fixture, "m4", &corner);
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
}

/* One branch stands otherwise than the others */
static void
test_branch (Fixture       *fixture,
             gconstpointer  data)
{
  show (fixture, "m1");
  select_card (fixture, "m1");
  g_assert_cmpfloat_with_epsilon (get_corner (fixture, "x1").x, get_corner (fixture, "y1").x, HELD_PX);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->chart), "edit.arrange", "s", "1"));
  arrive (fixture);
  g_assert_cmpfloat_with_epsilon (get_corner (fixture, "x1").y, get_corner (fixture, "y1").y, HELD_PX);
  g_assert_cmpfloat (get_corner (fixture, "x1").x, <, get_corner (fixture, "y1").x);
  g_assert_cmpfloat_with_epsilon (get_corner (fixture, "x2").x, get_corner (fixture, "y2").x, HELD_PX);
  act (fixture, "undo", NULL);
  g_assert_cmpfloat_with_epsilon (get_corner (fixture, "x1").x, get_corner (fixture, "y1").x, HELD_PX);
}

/* What the legend says that there is of the first two classes: filled, vacant */
static void
get_counts (GtkWidget *list,
            guint      counts[2])
{
  GtkWidget *entry = gtk_widget_get_first_child (list);

  for (guint i = 0; i < 2; i++, entry = gtk_widget_get_next_sibling (entry))
    counts[i] = atoi (gtk_label_get_label (GTK_LABEL (gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (entry))))));
}

/* The same, counted card by card */
static void
count_in_view (Fixture *fixture,
               guint    counts[2])
{
  EspScene *scene = get_scene (fixture);
  EspRect visible = esp_viewport_get_visible (esp_canvas_get_viewport (ESP_CANVAS (fixture->chart)), 0);

  counts[0] = counts[1] = 0;
  for (EspItem item = esp_scene_first (scene); item != ESP_ITEM_NONE; item = esp_scene_after (scene, item))
    {
      EspRect rect;

      if (esp_scene_get_item_rect (scene, item, &rect) && esp_rect_overlaps (&rect, &visible))
        counts[(esp_scene_get_item_flags (scene, item) & ESP_NODE_VACANT) != 0]++;
    }
}

static void
test_legend (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *legend = find_widget (GTK_WIDGET (fixture->window), ESP_TYPE_LEGEND);
  GtkWidget *list = gtk_widget_get_first_child (gtk_widget_get_first_child (legend));
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (gtk_widget_get_next_sibling (list));
  GtkToggleButton *vacant;
  guint counts[2], expected[2];

  act (fixture, "color-by", "vacancy");
  gtk_toggle_button_set_active (button, TRUE);
  esp_canvas_zoom_fit (ESP_CANVAS (fixture->chart));
  arrive (fixture);
  settle (fixture); /* counts come a little later */
  get_counts (list, counts);
  g_assert_cmpuint (counts[0], ==, N_FILLED);
  g_assert_cmpuint (counts[1], ==, N_VACANT);

  esp_canvas_zoom_to (ESP_CANVAS (fixture->chart), 1);
  show (fixture, "b");
  settle (fixture);
  get_counts (list, counts);
  count_in_view (fixture, expected);
  g_assert_cmpuint (counts[0], ==, expected[0]);
  g_assert_cmpuint (counts[1], ==, expected[1]);
  g_assert_cmpuint (counts[1], <, N_VACANT);

  vacant = GTK_TOGGLE_BUTTON (gtk_widget_get_next_sibling (gtk_widget_get_first_child (list)));
  gtk_toggle_button_set_active (vacant, TRUE);
  arrive (fixture);
  g_assert_true (is_dimmed (fixture, "a"));
  g_assert_false (is_dimmed (fixture, "b"));
  gtk_toggle_button_set_active (button, FALSE); /* nothing is dim without a reason to be seen */
  arrive (fixture);
  g_assert_false (is_dimmed (fixture, "a"));
}

static void
test_lines (Fixture       *fixture,
            gconstpointer  data)
{
  const GPtrArray *routes = fixture->chart->routes;

  esp_canvas_zoom_fit (ESP_CANVAS (fixture->chart));
  arrive (fixture);
  g_assert_cmpuint (routes->len, ==, N_DOTTED + N_PROGRAM);
  act (fixture, "lines-dotted", NULL);
  g_assert_cmpuint (routes->len, ==, N_PROGRAM);
  g_assert_cmpint (((const EspRoute *) g_ptr_array_index (routes, 0))->kind, ==, ESP_LINE_PROGRAM);
  act (fixture, "lines-program", NULL);
  g_assert_cmpuint (routes->len, ==, 0);
  act (fixture, "lines-dotted", NULL);
  g_assert_cmpuint (routes->len, ==, N_DOTTED);
  act (fixture, "show-lines", NULL);
  g_assert_cmpuint (routes->len, ==, 0);
  act (fixture, "show-lines", NULL);
  g_assert_cmpuint (routes->len, ==, N_DOTTED);
  act (fixture, "lines-program", NULL);
  g_assert_cmpuint (routes->len, ==, N_DOTTED + N_PROGRAM);
}

static gboolean
is_fatal_cb (const char     *domain,
             GLogLevelFlags  level,
             const char     *message,
             gpointer        data)
{
  return g_strcmp0 (domain, "Gdk") != 0;
}

static void
silence_cb (const char     *domain,
            GLogLevelFlags  level,
            const char     *message,
            gpointer        data)
{
}

/* Without fingers on the glass the middle between them is where the canvas knew it last: that is set by hand; and GTK misses their event. */
static void
test_pinch (Fixture       *fixture,
            gconstpointer  data)
{
  EspCanvas *canvas = ESP_CANVAS (fixture->chart);
  const EspViewport *viewport = esp_canvas_get_viewport (canvas);
  EspCanvasPrivate *priv = _esp_canvas_get_private (canvas);
  GtkGesture *pinch = find_controller (GTK_WIDGET (canvas), GTK_TYPE_GESTURE_ZOOM);
  guint silence = g_log_set_handler ("Gdk", G_LOG_LEVEL_CRITICAL | G_LOG_FLAG_FATAL, silence_cb, NULL);
  EspPoint held, middle;

  g_test_log_set_fatal_handler (is_fatal_cb, NULL);
  g_assert_nonnull (pinch);
  show (fixture, "b");
  middle = get_corner (fixture, "b");
  priv->drag_x = middle.x;
  priv->drag_y = middle.y;
  held = esp_viewport_to_world (viewport, middle.x, middle.y);
  g_signal_emit_by_name (pinch, "begin", NULL);
  for (double scale = 1.1; scale < 2; scale += 0.2)
    {
      EspPoint now;

      g_signal_emit_by_name (pinch, "scale-changed", scale);
      draw_frame (fixture);
      g_assert_cmpfloat_with_epsilon (esp_canvas_get_zoom (canvas), scale, 0.001);
      now = esp_viewport_to_view (viewport, held.x, held.y);
      g_assert_cmpfloat (hypot (now.x - middle.x, now.y - middle.y), <=, HELD_PX);
    }
  g_signal_emit_by_name (pinch, "scale-changed", 1000.0);
  draw_frame (fixture);
  g_assert_cmpfloat (esp_canvas_get_zoom (canvas), ==, ESP_VIEWPORT_MAX_ZOOM);
  g_signal_emit_by_name (pinch, "scale-changed", 0.000001);
  draw_frame (fixture);
  g_assert_cmpfloat (esp_canvas_get_zoom (canvas), ==, esp_viewport_get_min_zoom (viewport));
  g_signal_emit_by_name (pinch, "scale-changed", 0.8);
  g_signal_emit_by_name (pinch, "end", NULL);
  arrive (fixture);
  g_assert_cmpfloat_with_epsilon (esp_canvas_get_zoom (canvas), 0.8, 0.001);
  g_test_log_set_fatal_handler (NULL, NULL);
  g_log_remove_handler ("Gdk", silence);
}

static void
test_pan (Fixture       *fixture,
          gconstpointer  data)
{
  EspCanvas *canvas = ESP_CANVAS (fixture->chart);
  const EspViewport *viewport = esp_canvas_get_viewport (canvas);
  GtkEventController *scroll = find_controller (GTK_WIDGET (canvas), GTK_TYPE_EVENT_CONTROLLER_SCROLL);
  gboolean is_taken = FALSE;
  EspViewport before;

  g_assert_nonnull (scroll);
  g_assert_true (gtk_event_controller_scroll_get_flags (GTK_EVENT_CONTROLLER_SCROLL (scroll)) & GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  show (fixture, "m4");
  before = *viewport;
  g_signal_emit_by_name (scroll, "scroll", 1.0, -0.5, &is_taken);
  draw_frame (fixture);
  g_assert_true (is_taken);
  g_assert_cmpfloat (viewport->x, >, before.x);
  g_assert_cmpfloat (viewport->y, <, before.y);
  g_assert_cmpfloat (viewport->zoom, ==, before.zoom);
  g_signal_emit_by_name (scroll, "scroll", -1.0, 0.5, &is_taken);
  draw_frame (fixture);
  g_assert_cmpfloat_with_epsilon (viewport->x, before.x, 0.001);
  g_assert_cmpfloat_with_epsilon (viewport->y, before.y, 0.001);

  /* let go in motion it coasts, and comes to rest */
  g_signal_emit_by_name (scroll, "decelerate", 900.0, 0.0);
  g_assert_true (esp_canvas_is_moving (canvas));
  arrive (fixture);
  g_assert_cmpfloat (viewport->x, >, before.x + 10);
  g_assert_cmpfloat_with_epsilon (viewport->y, before.y, 0.001);

  /* the next touch stops it at once */
  g_signal_emit_by_name (scroll, "decelerate", -900.0, 0.0);
  draw_frame (fixture);
  g_signal_emit_by_name (scroll, "scroll", 0.0, 0.1, &is_taken);
  g_assert_false (esp_canvas_is_moving (canvas));
}

/* Folds a branch, slowly enough for every machine, until another card is seen to move. */
static void
begin_folding (Fixture    *fixture,
               const char *id,
               const char *moving)
{
  EspCanvas *canvas = ESP_CANVAS (fixture->chart);
  EspPoint before = get_corner (fixture, moving);
  EspPoint now = before;

  esp_chart_toggle_fold (fixture->chart, find_item (fixture, id));
  g_assert_cmpfloat (esp_canvas_get_progress (canvas), ==, 0);
  _esp_canvas_get_private (canvas)->transition_seconds = SLOW_SECONDS;
  while (hypot (now.x - before.x, now.y - before.y) < MOVED_PX)
    {
      draw_frame (fixture);
      now = get_corner (fixture, moving);
    }
  g_assert_cmpfloat (esp_canvas_get_progress (canvas), <, 1);
}

/* Back from where it is drawn, not from where it was going to */
static void
test_second_click (Fixture       *fixture,
                   gconstpointer  data)
{
  EspPoint before, held, half, now;
  double rest;

  show (fixture, "m1");
  before = get_corner (fixture, "m2");
  held = get_corner (fixture, "m1");
  begin_folding (fixture, "m1", "m2");
  half = get_corner (fixture, "m2");
  esp_chart_toggle_fold (fixture->chart, find_item (fixture, "m1"));
  check_corner (fixture, "m2", &half);
  check_corner (fixture, "m1", &held);
  rest = hypot (half.x - before.x, half.y - before.y);
  while (esp_canvas_get_progress (ESP_CANVAS (fixture->chart)) < 1)
    {
      draw_frame (fixture);
      check_corner (fixture, "m1", &held);
      now = get_corner (fixture, "m2");
      g_assert_cmpfloat (hypot (now.x - before.x, now.y - before.y), <=, rest + HELD_PX);
      rest = hypot (now.x - before.x, now.y - before.y);
    }
  g_assert_false (esp_scene_is_folded (get_scene (fixture), ESP_ITEM_NODE (find_item (fixture, "m1"))));
  check_corner (fixture, "m2", &before);

  /* on another card, which moves: it stays where it was clicked */
  begin_folding (fixture, "m1", "m2");
  half = get_corner (fixture, "m2");
  esp_chart_toggle_fold (fixture->chart, find_item (fixture, "m2"));
  do
    {
      check_corner (fixture, "m2", &half);
      draw_frame (fixture);
    }
  while (esp_canvas_get_progress (ESP_CANVAS (fixture->chart)) < 1);
  check_corner (fixture, "m2", &half);
  g_assert_true (esp_scene_is_folded (get_scene (fixture), ESP_ITEM_NODE (find_item (fixture, "m2"))));
}

#define ADD(name, func) g_test_add ("/looks/" name, Fixture, NULL, open_wide, func, close_wide)

int
main (int   argc,
      char *argv[])
{
  g_autofree char *hands = g_find_program_in_path ("xdotool");

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check () || hands == NULL || !GDK_IS_X11_DISPLAY (gdk_display_get_default ()))
    {
      g_print ("1..0 # SKIP no display, or no xdotool\n");
      return 0;
    }
  adw_init ();

  ADD ("trace", test_trace);
  ADD ("minimap", test_minimap);
  ADD ("options", test_options);
  ADD ("branch", test_branch);
  ADD ("legend", test_legend);
  ADD ("lines", test_lines);
  ADD ("pinch", test_pinch);
  ADD ("pan", test_pan);
  ADD ("second-click", test_second_click);

  return g_test_run ();
}
