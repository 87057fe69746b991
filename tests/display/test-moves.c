/* test-moves.c — selecting several and moving cards in the real window: by hand, by keys, by cutting and pasting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gdk/x11/gdkx.h>

#include "edit-fixture.h"
#include "session/esp-session-edit.h"

#define UNITS     ESP_TABLE_UNITS
#define POSITIONS ESP_TABLE_POSITIONS

/* Hands */

static EspItem
get_item (Fixture  *fixture,
          EspTable  table,
          EspIx     ix)
{
  EspItem item = esp_scene_find (esp_session_get_scene (get_session (fixture)), table, ix);

  g_assert_cmpuint (item, !=, ESP_ITEM_NONE);
  return item;
}

static EspRect
get_rect (Fixture  *fixture,
          EspTable  table,
          EspIx     ix)
{
  EspRect rect;

  g_assert_true (esp_scene_get_item_rect (esp_session_get_scene (get_session (fixture)), get_item (fixture, table, ix), &rect));
  return rect;
}

/* Moves the pointer to a point of the chart, in small steps as a hand does */
static void
point_at_view (Fixture *fixture,
               double   x,
               double   y)
{
  GtkNative *native = GTK_NATIVE (fixture->window);
  graphene_point_t point;
  double dx, dy;

  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (fixture->chart), GTK_WIDGET (native), &GRAPHENE_POINT_INIT (x, y), &point));
  gtk_native_get_surface_transform (native, &dx, &dy);
  play (fixture, "mousemove --window %lu %d %d", gdk_x11_surface_get_xid (gtk_native_get_surface (native)), (int) (point.x + dx), (int) (point.y + dy));
}

static void
point_at (Fixture  *fixture,
          EspTable  table,
          EspIx     ix,
          double    share_x,
          double    share_y)
{
  EspRect rect = get_rect (fixture, table, ix);
  EspPoint view = esp_viewport_to_view (esp_canvas_get_viewport (ESP_CANVAS (fixture->chart)),
                                        rect.x + rect.width * share_x, rect.y + rect.height * share_y);

  point_at_view (fixture, view.x, view.y);
}

static void
take (Fixture  *fixture,
      EspTable  table,
      EspIx     ix)
{
  point_at (fixture, table, ix, 0.5, 0.3);
  play (fixture, "mousedown 1");
  point_at (fixture, table, ix, 0.55, 0.4);
}

static void
drop_on (Fixture  *fixture,
         EspTable  table,
         EspIx     ix,
         double    share_x)
{
  point_at (fixture, table, ix, share_x, 0.5);
  play (fixture, "mouseup 1");
}

static guint
count_selected (Fixture *fixture)
{
  return esp_session_get_n_selected (get_session (fixture));
}

static gboolean
is_selected (Fixture    *fixture,
             const char *id)
{
  return esp_session_is_selected (get_session (fixture), POSITIONS, find (fixture, id));
}

static void
check_in_sight (Fixture    *fixture,
                const char *id)
{
  EspRect rect = get_rect (fixture, POSITIONS, find (fixture, id));
  EspRect seen = esp_viewport_get_visible (esp_canvas_get_viewport (ESP_CANVAS (fixture->chart)), 0);

  g_assert_true (esp_rect_contains_rect (&seen, &rect));
}

/* Where in the view a card stands */
static EspPoint
get_place (Fixture *fixture,
           EspIx    position)
{
  EspRect rect = get_rect (fixture, POSITIONS, position);

  return esp_viewport_to_view (esp_canvas_get_viewport (ESP_CANVAS (fixture->chart)), rect.x, rect.y);
}

static void
check_manager (Fixture    *fixture,
               const char *id,
               const char *title)
{
  g_assert_cmpstr (get_manager_title (fixture, find (fixture, id)), ==, title);
}

static const char *
get_unit_name (Fixture    *fixture,
               const char *id)
{
  EspIx unit = esp_position_get_unit (get_organization (fixture), find (fixture, id));

  return unit != ESP_IX_NONE ? esp_unit_get_name (get_organization (fixture), unit) : NULL;
}

static guint32
get_rank (Fixture    *fixture,
          const char *id)
{
  return esp_organization_get_ranks (get_organization (fixture), POSITIONS)[find (fixture, id)];
}

/* Selecting several */

static void
test_click (Fixture       *fixture,
            gconstpointer  data)
{
  point_at (fixture, POSITIONS, find (fixture, "c"), 0.5, 0.3);
  play (fixture, "click 1");
  g_assert_cmpuint (count_selected (fixture), ==, 1);
  point_at (fixture, POSITIONS, find (fixture, "d"), 0.5, 0.3);
  play (fixture, "keydown ctrl click 1 keyup ctrl");
  g_assert_cmpuint (count_selected (fixture), ==, 2);
  g_assert_true (is_selected (fixture, "c") && is_selected (fixture, "d"));
  play (fixture, "keydown ctrl click 1 keyup ctrl");
  g_assert_cmpuint (count_selected (fixture), ==, 1);

  /* from b to c in reading order: b, d, e, c */
  point_at (fixture, POSITIONS, find (fixture, "b"), 0.5, 0.3);
  play (fixture, "click 1");
  point_at (fixture, POSITIONS, find (fixture, "c"), 0.5, 0.3);
  play (fixture, "keydown shift click 1 keyup shift");
  g_assert_cmpuint (count_selected (fixture), ==, 4);
  g_assert_false (is_selected (fixture, "a"));
  press (fixture, "Escape");
  g_assert_cmpuint (count_selected (fixture), ==, 0);
}

static void
test_band (Fixture       *fixture,
           gconstpointer  data)
{
  EspRect d = get_rect (fixture, POSITIONS, find (fixture, "d"));
  EspRect e = get_rect (fixture, POSITIONS, find (fixture, "e"));
  const EspViewport *viewport = esp_canvas_get_viewport (ESP_CANVAS (fixture->chart));
  EspRect both = esp_rect_union (&d, &e);
  EspPoint from = esp_viewport_to_view (viewport, both.x - 12, both.y + both.height + 18);
  EspPoint to = esp_viewport_to_view (viewport, both.x + both.width - 18, both.y + 18);

  point_at_view (fixture, from.x, from.y);
  play (fixture, "keydown shift mousedown 1");
  point_at_view (fixture, from.x + 12, from.y - 12);
  point_at_view (fixture, to.x, to.y);
  g_assert_cmpuint (count_selected (fixture), ==, 2);
  play (fixture, "mouseup 1 keyup shift");
  g_assert_true (is_selected (fixture, "d") && is_selected (fixture, "e"));

  /* without Shift the ground is for moving the view */
  point_at_view (fixture, from.x, from.y);
  play (fixture, "mousedown 1");
  point_at_view (fixture, to.x, to.y);
  play (fixture, "mouseup 1");
  g_assert_cmpuint (count_selected (fixture), ==, 2);
}

static void
test_select_keys (Fixture       *fixture,
                  gconstpointer  data)
{
  focus (fixture, "b");
  press (fixture, "ctrl+shift+b");
  g_assert_cmpuint (count_selected (fixture), ==, 3);
  g_assert_true (is_selected (fixture, "b") && is_selected (fixture, "d") && is_selected (fixture, "e"));
  focus (fixture, "d");
  press (fixture, "ctrl+shift+p");
  g_assert_cmpuint (count_selected (fixture), ==, 2);
  press (fixture, "ctrl+a");
  g_assert_cmpuint (count_selected (fixture), ==, 5);
  press (fixture, "Escape");
  press (fixture, "ctrl+space");
  g_assert_cmpuint (count_selected (fixture), ==, 1);
  press (fixture, "shift+Right");
  g_assert_cmpuint (count_selected (fixture), ==, 2);
  g_assert_true (is_selected (fixture, "d") && is_selected (fixture, "e"));
  press (fixture, "shift+Left");
  g_assert_cmpuint (count_selected (fixture), ==, 1);

  /* what is done is done with all of them, as one step */
  press (fixture, "ctrl+a");
  press (fixture, "Delete");
  g_assert_cmpuint (esp_organization_get_n (get_organization (fixture), POSITIONS), ==, 0);
  press (fixture, "ctrl+z");
  g_assert_cmpuint (esp_organization_get_n (get_organization (fixture), POSITIONS), ==, 5);
}

/* By hand */

static void
test_drag (Fixture       *fixture,
           gconstpointer  data)
{
  EspPoint before, after;

  take (fixture, POSITIONS, find (fixture, "c"));
  before = get_place (fixture, find (fixture, "b"));
  drop_on (fixture, POSITIONS, find (fixture, "b"), 0.5);
  check_manager (fixture, "c", "Program Manager");
  /* the new manager keeps its place on the screen */
  after = get_place (fixture, find (fixture, "b"));
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 1);
  g_assert_cmpfloat_with_epsilon (before.y, after.y, 1);
  check_undo_name (fixture, "Move Writer");
  g_assert_cmpstr (get_focused_words (fixture), ==, "Writer");
  check_in_sight (fixture, "c");
  press (fixture, "ctrl+z");
  check_manager (fixture, "c", "Lead");

  /* Escape leaves it where it was, and so does the ground */
  take (fixture, POSITIONS, find (fixture, "c"));
  point_at (fixture, POSITIONS, find (fixture, "b"), 0.5, 0.5);
  press (fixture, "Escape");
  play (fixture, "mouseup 1");
  check_manager (fixture, "c", "Lead");
  g_assert_false (esp_document_get_can_undo (esp_window_get_document (fixture->window)));

  /* several at once */
  point_at (fixture, POSITIONS, find (fixture, "d"), 0.5, 0.3);
  play (fixture, "click 1");
  point_at (fixture, POSITIONS, find (fixture, "e"), 0.5, 0.3);
  play (fixture, "keydown ctrl click 1 keyup ctrl");
  take (fixture, POSITIONS, find (fixture, "d"));
  point_at (fixture, POSITIONS, find (fixture, "c"), 0.5, 0.5);
  drop_on (fixture, POSITIONS, find (fixture, "c"), 0.5);
  check_manager (fixture, "d", "Writer");
  check_manager (fixture, "e", "Writer");
  check_undo_name (fixture, "Move 2 Cards");
}

static void
test_drag_ring (Fixture       *fixture,
                gconstpointer  data)
{
  take (fixture, POSITIONS, find (fixture, "a"));
  drop_on (fixture, POSITIONS, find (fixture, "d"), 0.5);
  check_manager (fixture, "a", NULL);
  check_said (fixture, "“Engineer” already reports to “Lead”, directly or through others; this would close a ring.");
  g_assert_false (esp_document_get_can_undo (esp_window_get_document (fixture->window)));
}

static void
test_drag_between (Fixture       *fixture,
                   gconstpointer  data)
{
  gboolean is_column;

  g_assert_cmpuint (get_rank (fixture, "d"), <, get_rank (fixture, "e"));
  is_column = get_rect (fixture, POSITIONS, find (fixture, "d")).x == get_rect (fixture, POSITIONS, find (fixture, "e")).x;
  take (fixture, POSITIONS, find (fixture, "e"));
  point_at (fixture, POSITIONS, find (fixture, "d"), is_column ? 0.5 : -0.04, is_column ? -0.04 : 0.5);
  play (fixture, "mouseup 1");
  g_assert_cmpuint (get_rank (fixture, "e"), <, get_rank (fixture, "d"));
  check_manager (fixture, "e", "Program Manager");
  check_undo_name (fixture, "Move Analyst");
}

static void
test_drag_line (Fixture       *fixture,
                gconstpointer  data)
{
  guint32 n;

  point_at (fixture, POSITIONS, find (fixture, "c"), 0.5, 0.3);
  play (fixture, "keydown ctrl mousedown 1");
  point_at (fixture, POSITIONS, find (fixture, "c"), 0.55, 0.4);
  drop_on (fixture, POSITIONS, find (fixture, "e"), 0.5);
  play (fixture, "keyup ctrl");
  esp_organization_get_list (get_organization (fixture), esp_organization_get (get_organization (fixture), POSITIONS, find (fixture, "c"), ESP_POSITION_LINES), &n);
  g_assert_cmpuint (n, ==, ESP_LINE_WORDS);
  check_manager (fixture, "c", "Lead");
  check_undo_name (fixture, "Add Line");
}

static void
test_drag_unit (Fixture       *fixture,
                gconstpointer  data)
{
  take (fixture, POSITIONS, find (fixture, "d"));
  drop_on (fixture, UNITS, find_unit (fixture, "Lab"), 0.5);
  g_assert_cmpstr (get_unit_name (fixture, "d"), ==, "Lab");
  check_undo_name (fixture, "Move Engineer");
  check_in_sight (fixture, "d");
  press (fixture, "ctrl+z");

  take (fixture, UNITS, find_unit (fixture, "Lab"));
  drop_on (fixture, UNITS, find_unit (fixture, "Delivery PMO"), 0.5);
  g_assert_cmpuint (esp_unit_get_parent (get_organization (fixture), find_unit (fixture, "Lab")), ==, find_unit (fixture, "Delivery PMO"));
  check_undo_name (fixture, "Move Lab");
}

static guint32
get_unit_rank (Fixture    *fixture,
               const char *name)
{
  return esp_organization_get_ranks (get_organization (fixture), UNITS)[find_unit (fixture, name)];
}

/* Beside a unit means before or behind it as one reads, from whichever side that is; the arrows, too */
static void
test_drag_mirrored (Fixture       *fixture,
                    gconstpointer  data)
{
  static const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };
  EspRowKey office = ESP_ROW_KEY (UNITS, find_unit (fixture, "Delivery PMO"));
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_SET_STAFF);

  /* an office stands beside the line: here it is to stand in it */
  command.rows = &office;
  command.n_rows = 1;
  command.value = ESP_STAFF_NO;
  esp_session_edit (get_session (fixture), &command);
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      gboolean is_mirrored = directions[i] == GTK_TEXT_DIR_RTL;
      double first = is_mirrored ? 0.95 : 0.05;

      gtk_widget_set_default_direction (directions[i]);
      settle (fixture);
      esp_canvas_zoom_fit (ESP_CANVAS (fixture->chart));
      settle (fixture);
      g_assert_true (esp_scene_get_options (esp_session_get_scene (get_session (fixture)))->mirrored == is_mirrored);
      g_assert_cmpuint (get_unit_rank (fixture, "Delivery PMO"), <, get_unit_rank (fixture, "Lab"));
      take (fixture, UNITS, find_unit (fixture, "Lab"));
      drop_on (fixture, UNITS, find_unit (fixture, "Delivery PMO"), first);
      g_assert_cmpuint (get_unit_rank (fixture, "Delivery PMO"), >, get_unit_rank (fixture, "Lab"));
      take (fixture, UNITS, find_unit (fixture, "Lab"));
      drop_on (fixture, UNITS, find_unit (fixture, "Delivery PMO"), 1 - first);
      g_assert_cmpuint (get_unit_rank (fixture, "Delivery PMO"), <, get_unit_rank (fixture, "Lab"));
      focus_row (fixture, UNITS, find_unit (fixture, "Lab"));
      press (fixture, is_mirrored ? "alt+shift+Right" : "alt+shift+Left");
      g_assert_cmpuint (get_unit_rank (fixture, "Delivery PMO"), >, get_unit_rank (fixture, "Lab"));
      press (fixture, "ctrl+z");
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static gboolean
is_open (gpointer data)
{
  Fixture *fixture = data;

  return !esp_scene_is_folded (esp_session_get_scene (get_session (fixture)), ESP_ITEM_NODE (get_item (fixture, POSITIONS, find (fixture, "b"))));
}

static void
test_drag_spring (Fixture       *fixture,
                  gconstpointer  data)
{
  focus (fixture, "b");
  press (fixture, "minus");
  g_assert_false (is_open (fixture));
  take (fixture, POSITIONS, find (fixture, "c"));
  point_at (fixture, POSITIONS, find (fixture, "b"), 0.5, 0.5);
  g_assert_true (wait_for (is_open, fixture));
  settle (fixture);
  drop_on (fixture, POSITIONS, find (fixture, "d"), 0.5);
  check_manager (fixture, "c", "Engineer");
}

/* By keys */

static void
test_reorder (Fixture       *fixture,
              gconstpointer  data)
{
  focus (fixture, "e");
  press (fixture, "alt+shift+Left");
  g_assert_cmpuint (get_rank (fixture, "e"), <, get_rank (fixture, "d"));
  check_said (fixture, "Before Engineer");
  g_assert_cmpstr (get_focused_words (fixture), ==, "Analyst");
  press (fixture, "alt+shift+Left");
  check_said (fixture, "It is the first one here.");
  press (fixture, "alt+shift+Right");
  g_assert_cmpuint (get_rank (fixture, "e"), >, get_rank (fixture, "d"));
  check_undo_name (fixture, "Move Analyst");
  check_in_sight (fixture, "e");
}

static void
test_pick_up (Fixture       *fixture,
              gconstpointer  data)
{
  focus (fixture, "c");
  press (fixture, "alt+m");
  check_said (fixture, "Picked up: Writer. Go where it belongs with the arrows; Enter puts it there, Escape leaves it.");
  press (fixture, "Left");
  check_said (fixture, "Writer — Reports to Program Manager");
  press (fixture, "Down");
  check_said (fixture, "Writer — Reports to Engineer");
  press (fixture, "Tab");
  check_said (fixture, "Writer — Before Engineer");
  press (fixture, "Return");
  check_manager (fixture, "c", "Program Manager");
  g_assert_cmpuint (get_rank (fixture, "c"), <, get_rank (fixture, "d"));
  check_undo_name (fixture, "Move Writer");
  g_assert_cmpstr (get_focused_words (fixture), ==, "Writer");
  check_in_sight (fixture, "c");

  /* with the menu open its keys are the menu's: Escape closes it, and the card stays in the hand */
  focus (fixture, "e");
  press (fixture, "alt+m");
  focus (fixture, "a");
  press (fixture, "shift+F10");
  press (fixture, "Escape");
  press (fixture, "Return");
  check_manager (fixture, "e", "Lead");
  press (fixture, "ctrl+z");

  /* a ring is refused, and the card stays in the hand */
  focus (fixture, "b");
  press (fixture, "alt+m");
  press (fixture, "Down");
  check_said (fixture, "“Writer” already reports to “Program Manager”, directly or through others; this would close a ring.");
  press (fixture, "Return");
  check_manager (fixture, "b", "Lead");
  press (fixture, "Escape");
  press (fixture, "Return");
  check_manager (fixture, "b", "Lead");
}

static void
test_cut (Fixture       *fixture,
          gconstpointer  data)
{
  focus (fixture, "b");
  press (fixture, "ctrl+x");
  check_said (fixture, "Cut: Program Manager and 2 below. Paste it where it belongs.");
  focus (fixture, "c");
  press (fixture, "ctrl+v");
  check_manager (fixture, "b", "Writer");
  check_manager (fixture, "d", "Program Manager");
  check_undo_name (fixture, "Move Program Manager");
  check_in_sight (fixture, "b");

  /* it was pasted: there is nothing more to be */
  press (fixture, "ctrl+v");
  check_said (fixture, "Nothing was cut. Ctrl+X cuts a card.");

  /* what was cut in another document is not pasted */
  {
    g_autoptr (EspDocument) own = g_object_ref (esp_window_get_document (fixture->window));
    g_autoptr (EspDocument) other = esp_document_new_empty ();

    press (fixture, "ctrl+x");
    esp_window_show_document (fixture->window, other);
    settle (fixture);
    esp_window_show_document (fixture->window, own);
    settle (fixture);
    focus (fixture, "a");
    press (fixture, "ctrl+v");
    check_said (fixture, "Nothing was cut. Ctrl+X cuts a card.");
  }

  /* what was cut and is gone is not pasted */
  focus (fixture, "e");
  press (fixture, "ctrl+x");
  press (fixture, "Delete");
  g_assert_cmpuint (find (fixture, "e"), ==, ESP_IX_NONE);
  focus (fixture, "a");
  press (fixture, "ctrl+v");
  check_said (fixture, "Nothing was cut. Ctrl+X cuts a card.");
}

/* Units by keys: another place, another order, a head, another name, away with what is in them or without */
static void
test_units (Fixture       *fixture,
            gconstpointer  data)
{
  focus_row (fixture, UNITS, find_unit (fixture, "Lab"));
  press (fixture, "alt+m");
  focus_row (fixture, UNITS, find_unit (fixture, "Delivery PMO"));
  check_said (fixture, "Lab — Becomes part of Delivery PMO");
  press (fixture, "Return");
  g_assert_cmpuint (esp_unit_get_parent (get_organization (fixture), find_unit (fixture, "Lab")), ==, find_unit (fixture, "Delivery PMO"));
  check_undo_name (fixture, "Move Lab");

  press (fixture, "ctrl+x");
  focus_row (fixture, UNITS, find_unit (fixture, "Head Office"));
  press (fixture, "ctrl+v");
  g_assert_cmpuint (esp_unit_get_parent (get_organization (fixture), find_unit (fixture, "Lab")), ==, find_unit (fixture, "Head Office"));

  /* a unit cannot be part of itself, nor of a position */
  focus_row (fixture, UNITS, find_unit (fixture, "Head Office"));
  press (fixture, "ctrl+x");
  focus_row (fixture, UNITS, find_unit (fixture, "Lab"));
  press (fixture, "ctrl+v");
  g_assert_cmpuint (esp_unit_get_parent (get_organization (fixture), find_unit (fixture, "Head Office")), ==, ESP_IX_NONE);
  focus (fixture, "c");
  press (fixture, "ctrl+v");
  check_said (fixture, "A unit is part of another unit, not of a position.");
  press (fixture, "Escape");

  focus_row (fixture, UNITS, find_unit (fixture, "Delivery PMO"));
  press (fixture, "F2");
  write_words (fixture, "Office");
  press (fixture, "Return");
  g_assert_cmpuint (find_unit (fixture, "Office"), !=, ESP_IX_NONE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->chart), "chart.choose-head", NULL);
  g_assert_true (wait_for (has_row_dialog, NULL));
  settle (fixture);
  write_words (fixture, "Engineer");
  press (fixture, "Return");
  g_assert_cmpstr (esp_organization_get_text (get_organization (fixture), UNITS, find_unit (fixture, "Office"), ESP_UNIT_HEAD), ==, "d");

  focus_row (fixture, UNITS, find_unit (fixture, "Office"));
  press (fixture, "Delete");
  answer (fixture, "keep");
  g_assert_cmpuint (find_unit (fixture, "Office"), ==, ESP_IX_NONE);
  g_assert_cmpuint (find (fixture, "d"), !=, ESP_IX_NONE);
}

/* In a chart of more than a hundred, from one end to the other: what was moved is in sight with its new manager */
static void
test_far (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (EspDocument) document = esp_document_new_for_sample (g_ptr_array_index (esp_catalogue_get_samples (esp_catalogue_get_default ()), 0));
  const EspIx *order;
  EspIx moved, manager;
  EspRect rect, seen;
  guint32 n;

  esp_window_show_document (fixture->window, document);
  while (esp_window_get_document (fixture->window) != document || esp_session_get_scene (get_session (fixture)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  settle (fixture);
  order = esp_organization_get_order (get_organization (fixture), POSITIONS, &n);
  g_assert_cmpuint (n, >, 100);
  moved = order[n - 1];
  manager = order[20];
  esp_session_reveal (get_session (fixture), POSITIONS, moved);
  settle (fixture);
  focus_row (fixture, POSITIONS, moved);
  press (fixture, "ctrl+x");
  esp_session_reveal (get_session (fixture), POSITIONS, manager);
  settle (fixture);
  focus_row (fixture, POSITIONS, manager);
  press (fixture, "ctrl+v");
  g_assert_cmpuint (esp_position_get_manager (get_organization (fixture), moved), ==, manager);
  seen = esp_viewport_get_visible (esp_canvas_get_viewport (ESP_CANVAS (fixture->chart)), 0);
  rect = get_rect (fixture, POSITIONS, moved);
  g_assert_true (esp_rect_contains_rect (&seen, &rect));
  rect = get_rect (fixture, POSITIONS, manager);
  g_assert_true (esp_rect_overlaps (&seen, &rect));
  press (fixture, "ctrl+z");
  g_assert_cmpuint (esp_position_get_manager (get_organization (fixture), moved), !=, manager);
}

#define ADD(path, chart, func) g_test_add ("/moves/" path, Fixture, chart, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *hands = g_find_program_in_path ("xdotool");

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check () || hands == NULL || !GDK_IS_X11_DISPLAY (gdk_display_get_default ()))
    {
      g_print ("1..0 # SKIP no display, or no xdotool\n");
      return 0;
    }
  adw_init ();
  ADD ("select/click", "reporting", test_click);
  ADD ("select/band", "reporting", test_band);
  ADD ("select/keys", "reporting", test_select_keys);
  ADD ("drag/manager", "reporting", test_drag);
  ADD ("drag/ring", "reporting", test_drag_ring);
  ADD ("drag/between", "reporting", test_drag_between);
  ADD ("drag/line", "reporting", test_drag_line);
  ADD ("drag/unit", "structure", test_drag_unit);
  ADD ("drag/mirrored", "structure", test_drag_mirrored);
  ADD ("drag/spring", "reporting", test_drag_spring);
  ADD ("keys/reorder", "reporting", test_reorder);
  ADD ("keys/pick-up", "reporting", test_pick_up);
  ADD ("keys/cut", "reporting", test_cut);
  ADD ("keys/units", "structure", test_units);
  ADD ("keys/far", "structure", test_far);
  return g_test_run ();
}
