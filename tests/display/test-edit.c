/* test-edit.c — editing in the real window, by keys and by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gdk/x11/gdkx.h>

#include "edit-fixture.h"

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  EspIx added;

  focus (fixture, "b");
  press (fixture, "Insert");
  write_words (fixture, "Gardener");
  press (fixture, "Tab");
  write_words (fixture, "Bo Larch");
  press (fixture, "Return");
  added = find_titled (fixture, "Gardener");
  g_assert_cmpuint (added, !=, ESP_IX_NONE);
  g_assert_cmpstr (get_manager_title (fixture, added), ==, "Program Manager");
  g_assert_cmpstr (esp_position_get_holder (get_organization (fixture), added, 0), ==, "Bo Larch");
  g_assert_cmpuint (esp_position_get_unit (get_organization (fixture), added), ==, find_unit (fixture, "Delivery PMO"));
  g_assert_cmpuint (esp_session_get_selected_position (get_session (fixture)), ==, added);
  g_assert_cmpstr (get_focused_words (fixture), ==, "Gardener");

  press (fixture, "shift+Return");
  write_words (fixture, "Pruner");
  press (fixture, "Return");
  g_assert_cmpstr (get_manager_title (fixture, find_titled (fixture, "Pruner")), ==, "Program Manager");
  g_assert_cmpstr (get_focused_words (fixture), ==, "Pruner");

  /* Escape keeps the name it has */
  press (fixture, "Insert");
  write_words (fixture, "Nobody");
  press (fixture, "Escape");
  g_assert_cmpstr (get_focused_words (fixture), ==, "New Position");
  check_undo_name (fixture, "Add Position");
  press (fixture, "ctrl+z");
  g_assert_cmpuint (find_titled (fixture, "New Position"), ==, ESP_IX_NONE);

  press (fixture, "shift+Insert");
  write_words (fixture, "Beds");
  press (fixture, "Return");
  g_assert_cmpuint (find_unit (fixture, "Beds"), !=, ESP_IX_NONE);
  g_assert_cmpstr (get_focused_words (fixture), ==, "Beds"); /* in the structure, where a unit has a plate */
  g_assert_cmpuint (esp_unit_get_parent (get_organization (fixture), find_unit (fixture, "Beds")), ==, find_unit (fixture, "Delivery PMO"));
}

static void
test_rename (Fixture       *fixture,
             gconstpointer  data)
{
  focus (fixture, "a");
  press (fixture, "F2");
  write_words (fixture, "Head of  Beds");
  press (fixture, "Return");
  g_assert_cmpstr (esp_position_get_title (get_organization (fixture), find (fixture, "a")), ==, "Head of  Beds");
  check_undo_name (fixture, "Change Title");

  /* a name that is taken away leaves the position vacant, an empty title changes nothing */
  press (fixture, "F2 BackSpace Tab BackSpace Return");
  g_assert_cmpstr (esp_position_get_title (get_organization (fixture), find (fixture, "a")), ==, "Head of  Beds");
  g_assert_cmpint (esp_position_get_state (get_organization (fixture), find (fixture, "a")), ==, ESP_STATE_VACANT);
  check_undo_name (fixture, "Make Vacant");

  /* going elsewhere loses nothing that was written */
  press (fixture, "F2");
  write_words (fixture, "Head Gardener");
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), GTK_TYPE_POPOVER)));
  settle (fixture);
  g_assert_cmpstr (esp_position_get_title (get_organization (fixture), find (fixture, "a")), ==, "Head Gardener");
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  focus (fixture, "c");
  press (fixture, "Delete");
  g_assert_null (find_dialog (ADW_TYPE_MESSAGE_DIALOG)); /* nothing hangs from it */
  g_assert_cmpuint (find (fixture, "c"), ==, ESP_IX_NONE);
  g_assert_cmpstr (get_focused_words (fixture), ==, "Lead");
  press (fixture, "ctrl+z");
  g_assert_cmpuint (find (fixture, "c"), !=, ESP_IX_NONE);

  focus (fixture, "b");
  press (fixture, "Delete");
  answer (fixture, "cancel");
  g_assert_cmpuint (find (fixture, "b"), !=, ESP_IX_NONE);
  press (fixture, "Delete");
  answer (fixture, "keep");
  g_assert_cmpuint (find (fixture, "b"), ==, ESP_IX_NONE);
  g_assert_cmpstr (get_manager_title (fixture, find (fixture, "d")), ==, "Lead");
  check_undo_name (fixture, "Delete Program Manager");
  press (fixture, "ctrl+z");
  focus (fixture, "b");
  press (fixture, "Delete");
  answer (fixture, "delete");
  g_assert_cmpuint (find (fixture, "d"), ==, ESP_IX_NONE);
  press (fixture, "ctrl+z");
  g_assert_cmpuint (find (fixture, "d"), !=, ESP_IX_NONE);
  g_assert_false (esp_document_get_modified (esp_window_get_document (fixture->window)));
}

static void
test_delete_unit (Fixture       *fixture,
                  gconstpointer  data)
{
  focus_row (fixture, ESP_TABLE_UNITS, find_unit (fixture, "Lab"));
  press (fixture, "Delete");
  g_assert_cmpuint (find_unit (fixture, "Lab"), ==, ESP_IX_NONE);
  g_assert_cmpstr (get_focused_words (fixture), ==, "Head Office");
  focus_row (fixture, ESP_TABLE_UNITS, find_unit (fixture, "Delivery PMO"));
  press (fixture, "Delete");
  answer (fixture, "keep");
  g_assert_cmpuint (esp_position_get_unit (get_organization (fixture), find (fixture, "d")), ==, find_unit (fixture, "Head Office"));
}

static void
test_role (Fixture       *fixture,
           gconstpointer  data)
{
  focus (fixture, "c");
  press (fixture, "alt+r");
  write_words (fixture, "scrum");
  press (fixture, "Return");
  g_assert_cmpstr (get_field (fixture, "c", ESP_POSITION_ROLE), ==, "scrum-master");
  check_undo_name (fixture, "Change Role");
  g_assert_cmpstr (get_focused_words (fixture), ==, "Writer");
}

/* What a card is set to is the state of the choices in its menu */
static void
test_choices (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *chart = GTK_WIDGET (fixture->chart);

  focus (fixture, "c");
  g_assert_true (gtk_widget_activate_action (chart, "edit.scope", "s", "2"));
  g_assert_cmpuint (esp_organization_get (get_organization (fixture), ESP_TABLE_POSITIONS, find (fixture, "c"), ESP_POSITION_SCOPE), ==, ESP_SCOPE_EXTERNAL);
  g_assert_true (gtk_widget_activate_action (chart, "edit.level", "s", "senior"));
  g_assert_cmpstr (get_field (fixture, "c", ESP_POSITION_LEVEL), ==, "senior");
  g_assert_true (gtk_widget_activate_action (chart, "edit.state", "s", "4"));
  g_assert_cmpint (esp_position_get_state (get_organization (fixture), find (fixture, "c")), ==, ESP_STATE_FROZEN);
  focus (fixture, "a");
  g_assert_true (gtk_widget_activate_action (chart, "edit.arrange", "s", "2"));
  check_undo_name (fixture, "Change Arrangement");
  focus_row (fixture, ESP_TABLE_UNITS, find_unit (fixture, "Lab"));
  g_assert_true (gtk_widget_activate_action (chart, "edit.kind", "s", "5"));
  g_assert_cmpint (esp_unit_get_kind (get_organization (fixture), find_unit (fixture, "Lab")), ==, ESP_UNIT_KIND_COE);
  g_assert_true (gtk_widget_activate_action (chart, "edit.function", "s", "it"));
  check_undo_name (fixture, "Change Function");
}

/* The menu opens by key, and selects what it is about */
static void
test_menu (Fixture       *fixture,
           gconstpointer  data)
{
  focus (fixture, "c");
  press (fixture, "Menu");
  g_assert_cmpuint (esp_session_get_selected_position (get_session (fixture)), ==, find (fixture, "c"));
  press (fixture, "Down Return"); /* Rename */
  write_words (fixture, "Poet");
  press (fixture, "Return");
  g_assert_cmpstr (esp_position_get_title (get_organization (fixture), find (fixture, "c")), ==, "Poet");
}

static void
test_move_to (Fixture       *fixture,
              gconstpointer  data)
{
  focus (fixture, "c");
  press (fixture, "ctrl+m");
  g_assert_true (wait_for (has_row_dialog, NULL));
  write_words (fixture, "program");
  press (fixture, "Return");
  g_assert_false (has_row_dialog (NULL));
  g_assert_cmpstr (get_manager_title (fixture, find (fixture, "c")), ==, "Program Manager");
  check_undo_name (fixture, "Move Writer");

  /* who cannot be chosen is passed over: the one who would close a ring */
  focus (fixture, "b");
  press (fixture, "ctrl+m");
  g_assert_true (wait_for (has_row_dialog, NULL));
  write_words (fixture, "engineer");
  press (fixture, "Return");
  g_assert_true (has_row_dialog (NULL));
  press (fixture, "Escape");
  g_assert_false (has_row_dialog (NULL));
  g_assert_cmpstr (get_manager_title (fixture, find (fixture, "b")), ==, "Lead");
}

static void
test_add_line (Fixture       *fixture,
               gconstpointer  data)
{
  guint32 n;
  const EspLine *line;

  focus (fixture, "c");
  press (fixture, "ctrl+l");
  g_assert_true (wait_for (has_row_dialog, NULL));
  write_words (fixture, "analyst");
  press (fixture, "Return");
  line = (const EspLine *) (gpointer) esp_organization_get_list (
      get_organization (fixture), esp_organization_get (get_organization (fixture), ESP_TABLE_POSITIONS, find (fixture, "c"), ESP_POSITION_LINES), &n);
  g_assert_cmpuint (n, ==, ESP_LINE_WORDS);
  g_assert_cmpstr (esp_organization_get_string (get_organization (fixture), line->to), ==, "e");
  g_assert_cmpstr (esp_organization_get_string (get_organization (fixture), line->kind), ==, "dotted");
  press (fixture, "ctrl+l");
  g_assert_true (wait_for (has_row_dialog, NULL));
  write_words (fixture, "analyst");
  press (fixture, "Return");
  check_said (fixture, "There is already such a line.");
}

/* The inspector */

static GtkWidget *
find_child (Fixture    *fixture,
            const char *type,
            const char *name)
{
  GtkWidget *owner = find_widget (GTK_WIDGET (fixture->window), g_type_from_name (type));

  return GTK_WIDGET (gtk_widget_get_template_child (owner, g_type_from_name (type), name));
}

static void
open_inspector (Fixture    *fixture,
                const char *id)
{
  focus (fixture, id);
  if (esp_session_get_selected_position (get_session (fixture)) != find (fixture, id))
    press (fixture, "Return");
  if (!gtk_widget_get_mapped (find_child (fixture, "EspPositionEditor", "title_row")))
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-inspector", NULL);
  settle (fixture);
}

/* Written letter by letter: each is on the card at once, and all of them are one step */
static void
test_inspector_words (Fixture       *fixture,
                      gconstpointer  data)
{
  open_inspector (fixture, "c");
  gtk_widget_grab_focus (find_child (fixture, "EspPositionEditor", "title_row"));
  press (fixture, "ctrl+a");
  write_words (fixture, "Head of Words");
  g_assert_cmpstr (esp_position_get_title (get_organization (fixture), find (fixture, "c")), ==, "Head of Words");
  check_undo_name (fixture, "Change Title");
  press (fixture, "ctrl+a BackSpace"); /* a position has a title */
  g_assert_cmpstr (esp_position_get_title (get_organization (fixture), find (fixture, "c")), ==, "Head of Words");
  esp_document_undo (esp_window_get_document (fixture->window));
  g_assert_cmpstr (esp_position_get_title (get_organization (fixture), find (fixture, "c")), ==, "Writer");
  g_assert_false (esp_document_get_can_undo (esp_window_get_document (fixture->window)));

  gtk_widget_grab_focus (find_widget (find_child (fixture, "EspPositionEditor", "note_box"), GTK_TYPE_TEXT_VIEW));
  write_words (fixture, "Two words");
  g_assert_cmpstr (get_field (fixture, "c", ESP_POSITION_NOTE), ==, "Two words");
  check_undo_name (fixture, "Change Note");
  esp_document_undo (esp_window_get_document (fixture->window));
  g_assert_null (get_field (fixture, "c", ESP_POSITION_NOTE));
}

/* The first letter makes a person; the row goes on to be written in; the next row is for who shares it */
static void
test_inspector_people (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkWidget *group;
  GtkWidget *rows;

  open_inspector (fixture, "c");
  group = find_child (fixture, "EspPositionEditor", "people_group");
  gtk_widget_grab_focus (find_widget (group, ADW_TYPE_ENTRY_ROW));
  write_words (fixture, "Ada Quince");
  g_assert_cmpuint (esp_position_get_n_holders (get_organization (fixture), find (fixture, "c")), ==, 1);
  g_assert_cmpstr (esp_position_get_holder (get_organization (fixture), find (fixture, "c"), 0), ==, "Ada Quince");
  rows = gtk_widget_get_parent (find_widget (group, ADW_TYPE_ENTRY_ROW));
  gtk_widget_grab_focus (gtk_widget_get_last_child (rows));
  write_words (fixture, "Bo Larch");
  g_assert_cmpuint (esp_position_get_n_holders (get_organization (fixture), find (fixture, "c")), ==, 2);
  g_assert_cmpstr (esp_position_get_holder (get_organization (fixture), find (fixture, "c"), 1), ==, "Bo Larch");
  /* two people, and one row more */
  g_assert_nonnull (gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (gtk_widget_get_first_child (rows))));
  for (guint i = 0; i < 4 && gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), GTK_TYPE_ENTRY) == NULL; i++)
    press (fixture, "Tab");
  write_words (fixture, "0.4");
  press (fixture, "Return");
  check_undo_name (fixture, "Change Share");
  press (fixture, "ctrl+a");
  write_words (fixture, "7");
  press (fixture, "Return");
  check_said (fixture, "“7” is not a number above 0, up to 1.");
}

static void
test_inspector_choices (Fixture       *fixture,
                        gconstpointer  data)
{
  AdwComboRow *row;

  open_inspector (fixture, "b");
  row = ADW_COMBO_ROW (find_child (fixture, "EspPositionEditor", "level_row"));
  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (row)), ==, "Senior");
  adw_combo_row_set_selected (row, 0);
  g_assert_null (get_field (fixture, "b", ESP_POSITION_LEVEL));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_child (fixture, "EspPositionEditor", "state_row")), ESP_STATE_FROZEN);
  g_assert_cmpint (esp_position_get_state (get_organization (fixture), find (fixture, "b")), ==, ESP_STATE_FROZEN);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_child (fixture, "EspPositionEditor", "staff_row")), 1);
  check_undo_name (fixture, "Change Place Beside the Line");
  gtk_editable_set_text (GTK_EDITABLE (find_child (fixture, "EspPositionEditor", "posts_row")), "2.5");
  g_signal_emit_by_name (find_child (fixture, "EspPositionEditor", "posts_row"), "apply");
  g_assert_cmpstr (get_field (fixture, "b", ESP_POSITION_POSTS), ==, "2.5");

  /* only looking changes nothing */
  for (guint i = 0; i < 4; i++)
    press (fixture, "ctrl+z");
  g_assert_false (esp_document_get_modified (esp_window_get_document (fixture->window)));
  open_inspector (fixture, "a");
  open_inspector (fixture, "b");
  open_inspector (fixture, "e");
  g_assert_false (esp_document_get_modified (esp_window_get_document (fixture->window)));
  g_assert_false (esp_document_get_can_undo (esp_window_get_document (fixture->window)));
}

static void
test_inspector_lines (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *row;
  guint32 n;
  const EspLine *line;

  test_add_line (fixture, data);
  open_inspector (fixture, "c");
  row = find_widget (find_child (fixture, "EspPositionEditor", "lines_group"), ADW_TYPE_EXPANDER_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Analyst");
  adw_combo_row_set_selected (find_widget (row, ADW_TYPE_COMBO_ROW), ESP_LINE_PROGRAM);
  line = (const EspLine *) (gpointer) esp_organization_get_list (
      get_organization (fixture), esp_organization_get (get_organization (fixture), ESP_TABLE_POSITIONS, find (fixture, "c"), ESP_POSITION_LINES), &n);
  g_assert_cmpstr (esp_organization_get_string (get_organization (fixture), line->kind), ==, "program");
  check_undo_name (fixture, "Change Line");
}

static void
test_inspector_unit (Fixture       *fixture,
                     gconstpointer  data)
{
  open_inspector (fixture, "c");
  focus_row (fixture, ESP_TABLE_UNITS, find_unit (fixture, "Lab"));
  press (fixture, "Return");
  gtk_widget_grab_focus (find_child (fixture, "EspUnitEditor", "name_row"));
  press (fixture, "ctrl+a");
  write_words (fixture, "Greenhouse");
  g_assert_cmpuint (find_unit (fixture, "Greenhouse"), !=, ESP_IX_NONE);
  check_undo_name (fixture, "Rename Unit");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_child (fixture, "EspUnitEditor", "function_row")), 1);
  check_undo_name (fixture, "Change Function");
}

#define ADD(path, chart, func) g_test_add ("/edit/" path, Fixture, chart, set_up, func, tear_down)

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
  ADD ("add", "reporting", test_add);
  ADD ("add-in-structure", "structure", test_add);
  ADD ("rename", "reporting", test_rename);
  ADD ("delete", "reporting", test_delete);
  ADD ("delete-unit", "structure", test_delete_unit);
  ADD ("role", "reporting", test_role);
  ADD ("choices", "structure", test_choices);
  ADD ("menu", "reporting", test_menu);
  ADD ("move-to", "reporting", test_move_to);
  ADD ("add-line", "reporting", test_add_line);
  ADD ("inspector/words", "reporting", test_inspector_words);
  ADD ("inspector/people", "reporting", test_inspector_people);
  ADD ("inspector/choices", "reporting", test_inspector_choices);
  ADD ("inspector/lines", "reporting", test_inspector_lines);
  ADD ("inspector/unit", "structure", test_inspector_unit);
  return g_test_run ();
}
