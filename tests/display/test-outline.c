/* test-outline.c — the outline of a million rows: shown, folded, opened, selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../unit/session/documents.h"
#include "chart/esp-outline.h"

#define N_POSITIONS 1000000

typedef struct
{
  GtkWidget   *window;
  EspSession  *session;
  GListModel  *rows;
  GtkWidget   *view;
} Fixture;

static gpointer
find_widget (GtkWidget *root,
             GType      type)
{
  g_autoptr (GQueue) queue = g_queue_new ();
  GtkWidget *widget;

  g_queue_push_tail (queue, root);
  while ((widget = g_queue_pop_head (queue)) != NULL)
    {
      if (g_type_is_a (G_OBJECT_TYPE (widget), type))
        return widget;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (queue, child);
    }
  return NULL;
}

static gboolean
drawn_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       n_frames)
{
  return --*(guint *) n_frames > 0;
}

/* Two frames: one that lays out and draws, one that says that it did. */
static void
draw (Fixture *fixture)
{
  guint n_frames = 2;

  gtk_widget_add_tick_callback (fixture->window, drawn_cb, &n_frames, NULL);
  gtk_widget_queue_draw (fixture->window);
  while (n_frames > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
tell (const char *what,
      gint64      started)
{
  g_test_message ("%s: %.1f ms", what, (g_get_monotonic_time () - started) / 1e3);
}

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (fixture->rows);
}

static void
set_up (Fixture *fixture)
{
  g_autoptr (EspDocument) document = create_large (N_POSITIONS);
  EspOutline *outline = g_object_new (ESP_TYPE_OUTLINE, NULL);

  fixture->session = esp_session_new (document);
  wait_for_scene (fixture->session);
  esp_scene_fold_to_level (esp_session_get_scene (fixture->session), 0);
  esp_outline_set_session (outline, fixture->session);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 800);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (outline));
  fixture->view = find_widget (GTK_WIDGET (outline), GTK_TYPE_COLUMN_VIEW);
  fixture->rows = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (fixture->view)));
}

static void
test_million (void)
{
  Fixture fixture;
  GtkSingleSelection *selection;
  EspIx last;
  gint64 started;

  set_up (&fixture);
  selection = GTK_SINGLE_SELECTION (fixture.rows);
  g_assert_cmpuint (count_rows (&fixture), ==, 0);
  gtk_window_present (GTK_WINDOW (fixture.window));
  draw (&fixture);
  g_assert_cmpuint (count_rows (&fixture), ==, N_POSITIONS);
  gtk_widget_set_visible (fixture.window, FALSE);
  g_assert_cmpuint (count_rows (&fixture), ==, 0);
  started = g_get_monotonic_time ();
  gtk_window_present (GTK_WINDOW (fixture.window));
  draw (&fixture);
  tell ("a million rows shown, with two frames", started);

  started = g_get_monotonic_time ();
  draw (&fixture);
  tell ("two frames alone", started);

  last = find_position (fixture.session, "p999999");
  started = g_get_monotonic_time ();
  esp_session_select (fixture.session, ESP_TABLE_POSITIONS, last);
  draw (&fixture);
  tell ("a row far away selected, with two frames", started);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), !=, GTK_INVALID_LIST_POSITION);

  /* the selected row goes with the fold, and comes back selected */
  started = g_get_monotonic_time ();
  esp_session_set_folded (fixture.session, 0, TRUE);
  draw (&fixture);
  tell ("everything folded, with two frames", started);
  g_assert_cmpuint (count_rows (&fixture), ==, 1);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, GTK_INVALID_LIST_POSITION);
  g_assert_cmpuint (esp_session_get_selected_position (fixture.session), ==, last);
  started = g_get_monotonic_time ();
  esp_session_set_folded (fixture.session, 0, FALSE);
  draw (&fixture);
  tell ("and opened, with two frames", started);
  g_assert_cmpuint (count_rows (&fixture), ==, N_POSITIONS);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), !=, GTK_INVALID_LIST_POSITION);

  started = g_get_monotonic_time ();
  esp_session_set_folded (fixture.session, 1, TRUE);
  draw (&fixture);
  tell ("a branch of 111,111 folded, with two frames", started);
  g_assert_cmpuint (count_rows (&fixture), <, N_POSITIONS);

  gtk_window_destroy (GTK_WINDOW (fixture.window));
  g_object_unref (fixture.session);
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
  adw_init ();
  g_test_add_func ("/chart/outline/million", test_million);

  return g_test_run ();
}
