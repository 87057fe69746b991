/* test-roles.c — the comparison and the career view, as they stand on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "career/esp-career-list.h"
#include "career/esp-career-view.h"
#include "career/esp-career-ways.h"
#include "compare/esp-columns.h"
#include "compare/esp-compare-column.h"
#include "compare/esp-compare-row.h"
#include "compare/esp-compare-view.h"
#include "compare/esp-mark-chip.h"
#include "compare/esp-skill-radar.h"
#include "esp-config.h"

typedef struct
{
  EspDocument *document;
  EspSession  *session;
  GtkWidget   *window;
  GtkWidget   *view;
} Fixture;

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  return --*(int *) user_data > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Until some frames went by, and nothing is left to do */
static void
settle (Fixture *fixture)
{
  int frames = 10;

  gtk_widget_add_tick_callback (fixture->window, tick_cb, &frames, NULL);
  while (frames > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (esp_document_load_finish (ESP_DOCUMENT (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
show (Fixture *fixture,
      int      width,
      int      height)
{
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  gboolean is_loaded = FALSE;

  fixture->document = esp_document_new_for_sample (g_ptr_array_index (esp_catalogue_get_samples (esp_catalogue_get_default ()), 0));
  esp_document_load_async (fixture->document, NULL, loaded_cb, &is_loaded);
  while (!is_loaded)
    g_main_context_iteration (NULL, TRUE);
  fixture->session = esp_session_new (fixture->document);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *view = fixture->view;

  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (view != NULL) /* what is still to be done may hold it a little */
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (fixture->session);
  g_object_unref (fixture->document);
}

/* All widgets of a type below another one, in the order of the screen */
static GPtrArray *
find_all (GtkWidget *top,
          GType      type)
{
  GPtrArray *found = g_ptr_array_new ();
  GtkWidget *widget = top;

  while (widget != NULL)
    {
      GtkWidget *next = gtk_widget_get_first_child (widget);

      if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
        g_ptr_array_add (found, widget);
      while (next == NULL && widget != NULL && widget != top)
        {
          next = gtk_widget_get_next_sibling (widget);
          widget = gtk_widget_get_parent (widget);
        }
      widget = next;
    }
  return found;
}

static gboolean
says (GtkWidget  *top,
      const char *text)
{
  g_autoptr (GPtrArray) labels = find_all (top, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (labels, i)) && g_str_equal (gtk_label_get_text (g_ptr_array_index (labels, i)), text))
      return TRUE;
  return FALSE;
}

static GtkWidget *
find_button (GtkWidget  *top,
             const char *label)
{
  g_autoptr (GPtrArray) buttons = find_all (top, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (g_ptr_array_index (buttons, i)), label) == 0)
      return g_ptr_array_index (buttons, i);
  g_assert_not_reached ();
}

static GtkWidget *
find_button_with_tooltip (GtkWidget  *top,
                          const char *tooltip)
{
  g_autoptr (GPtrArray) buttons = find_all (top, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (g_ptr_array_index (buttons, i)), tooltip) == 0)
      return g_ptr_array_index (buttons, i);
  g_assert_not_reached ();
}

/* Compare */

static EspCompareView *
show_comparison (Fixture *fixture,
                 int      width)
{
  fixture->view = esp_compare_view_new (fixture->session);
  show (fixture, width, 700);
  return ESP_COMPARE_VIEW (fixture->view);
}

static void
test_first_look (Fixture       *fixture,
                 gconstpointer  data)
{
  GPtrArray *roles = esp_catalogue_get_roles (esp_catalogue_get_default ());
  EspCompareView *view = show_comparison (fixture, 1200);
  const EspComparison *comparison = esp_compare_view_get_comparison (view);

  g_assert_nonnull (comparison);
  g_assert_cmpuint (comparison->n_subjects, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (comparison->subjects[i].role == g_ptr_array_index (roles, i));
      g_assert_true (says (fixture->view, comparison->subjects[i].role->name));
    }
}

static guint
count_heads (Fixture *fixture)
{
  g_autoptr (GPtrArray) heads = find_all (fixture->view, ESP_TYPE_COMPARE_COLUMN);

  return heads->len;
}

static void
test_columns (Fixture       *fixture,
              gconstpointer  data)
{
  EspCompareView *view = show_comparison (fixture, 1200);
  const char * const *subjects;

  g_assert_cmpuint (count_heads (fixture), ==, 2);
  g_assert_true (esp_session_add_subject (fixture->session, "project-manager"));
  g_assert_true (esp_session_add_subject (fixture->session, "program-manager"));
  g_assert_cmpuint (count_heads (fixture), ==, 4);
  g_assert_false (esp_session_add_subject (fixture->session, "scrum-master"));

  g_autoptr (GPtrArray) heads = find_all (fixture->view, ESP_TYPE_COMPARE_COLUMN);
  gtk_widget_activate_action (g_ptr_array_index (heads, 0), "column.move-end", NULL);
  subjects = esp_session_get_subjects (fixture->session);
  g_assert_cmpstr (subjects[0], ==, "product-manager");
  g_assert_cmpstr (subjects[1], ==, "technical-program-manager");

  g_autoptr (GPtrArray) moved = find_all (fixture->view, ESP_TYPE_COMPARE_COLUMN);
  gtk_widget_activate_action (g_ptr_array_index (moved, 0), "column.remove", NULL);
  g_assert_cmpuint (count_heads (fixture), ==, 3);
  esp_session_remove_subject (fixture->session, "project-manager");
  esp_session_remove_subject (fixture->session, "program-manager");
  g_assert_null (esp_compare_view_get_comparison (view));
  settle (fixture);
  g_assert_true (says (fixture->view, "Choose a second role"));
}

/* By typing, and as often as wanted */
static void
test_picker (Fixture       *fixture,
             gconstpointer  data)
{
  show_comparison (fixture, 1200);

  g_autoptr (GPtrArray) buttons = find_all (fixture->view, GTK_TYPE_MENU_BUTTON);
  GtkMenuButton *button = NULL;
  const char *const typed[] = { "scrum", "VENDOR prog" };

  for (guint i = 0; i < buttons->len && button == NULL; i++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (g_ptr_array_index (buttons, i)), "Add a Role") == 0)
      button = g_ptr_array_index (buttons, i);
  g_assert_nonnull (button);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      gtk_menu_button_popup (button);
      settle (fixture);
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (button))));

      g_autoptr (GPtrArray) entries = find_all (GTK_WIDGET (gtk_menu_button_get_popover (button)), GTK_TYPE_SEARCH_ENTRY);
      g_assert_cmpstr (gtk_editable_get_text (g_ptr_array_index (entries, 0)), ==, "");
      gtk_editable_set_text (g_ptr_array_index (entries, 0), typed[i]);
      g_signal_emit_by_name (g_ptr_array_index (entries, 0), "activate");
      settle (fixture);
      g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (button))));
    }
  g_assert_cmpstr (esp_session_get_subjects (fixture->session)[2], ==, "scrum-master");
  g_assert_cmpstr (esp_session_get_subjects (fixture->session)[3], ==, "vendor-program-manager");
}

static void
test_swap (Fixture       *fixture,
           gconstpointer  data)
{
  show_comparison (fixture, 1200);
  gtk_widget_activate_action (fixture->view, "compare.swap", NULL);
  g_assert_cmpstr (esp_session_get_subjects (fixture->session)[0], ==, "product-manager");
  g_assert_cmpstr (esp_session_get_subjects (fixture->session)[1], ==, "technical-program-manager");
}

static void
test_differences (Fixture       *fixture,
                  gconstpointer  data)
{
  EspCompareView *view = show_comparison (fixture, 1200);
  const EspComparison *comparison = esp_compare_view_get_comparison (view);
  g_autoptr (GPtrArray) switches = find_all (fixture->view, GTK_TYPE_SWITCH);
  guint n_hidden = 0;

  g_assert_cmpuint (switches->len, ==, 1);
  for (guint only = 0; only < 2; only++)
    {
      gtk_switch_set_active (g_ptr_array_index (switches, 0), only);
      for (EspSection section = 0; section < ESP_N_SECTIONS; section++)
        {
          g_autoptr (GPtrArray) differences = esp_comparison_get_differences (comparison, section);
          guint n_rows = comparison->sections[section]->len;

          g_assert_cmpuint (esp_compare_section_get_n_shown (esp_compare_view_get_section (view, section)), ==,
                            only ? differences->len : n_rows);
          n_hidden += n_rows - differences->len;
        }
    }
  g_assert_cmpuint (n_hidden, >, 0);
  settle (fixture);
}

/* The cells of a row: the groups in its columns */
static GPtrArray *
find_cells (GtkListBoxRow *row)
{
  GPtrArray *cells = g_ptr_array_new ();
  GtkWidget *columns = gtk_list_box_row_get_child (row);

  for (GtkWidget *child = gtk_widget_get_first_child (columns); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_css_class (child, "esp-cell"))
      g_ptr_array_add (cells, child);
  return cells;
}

static void
test_marks (Fixture       *fixture,
            gconstpointer  data)
{
  const char *const subjects[] = { "technical-program-manager", "product-manager", "program-manager", NULL };
  guint n_seen[4] = { 0 };
  EspCompareView *view;
  const EspComparison *comparison;

  esp_session_set_subjects (fixture->session, subjects);
  view = show_comparison (fixture, 1200);
  comparison = esp_compare_view_get_comparison (view);
  for (EspSection section = 0; section < ESP_N_SECTIONS; section++)
    for (guint i = 0; i < comparison->sections[section]->len; i++)
      {
        const EspRow *row = g_ptr_array_index (comparison->sections[section], i);
        GtkListBoxRow *widget = gtk_list_box_get_row_at_index (esp_compare_section_get_list (esp_compare_view_get_section (view, section)), i);
        g_autoptr (GPtrArray) cells = find_cells (widget);
        g_autofree char *words = esp_compare_row_describe (comparison, section, row);

        g_assert_true (esp_compare_row_get (widget) == row);
        gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, words);
        g_assert_cmpuint (cells->len, ==, 3);
        for (guint k = 0; k < 3; k++)
          {
            const EspCell *cell = &row->cells[k];
            gboolean is_tinted = cell->mark == ESP_MARK_ONLY_HERE || cell->mark == ESP_MARK_STRONGER;
            g_autofree char *cell_words = esp_compare_row_describe_cell (comparison, section, row, k);

            gtk_test_accessible_assert_property (g_ptr_array_index (cells, k), GTK_ACCESSIBLE_PROPERTY_LABEL, cell_words);
            g_assert_true (g_str_has_prefix (cell_words, esp_subject_get_name (&comparison->subjects[k])));
            if (is_tinted)
              g_assert_nonnull (strstr (cell_words, esp_mark_get_name (cell->mark)));
            for (EspMark mark = ESP_MARK_SAME; mark <= ESP_MARK_DIFFERS; mark++)
              g_assert_true (gtk_widget_has_css_class (g_ptr_array_index (cells, k), esp_mark_chip_get_css_class (mark))
                             == (is_tinted && mark == cell->mark));
            n_seen[cell->mark]++;
          }
      }
  for (EspMark mark = ESP_MARK_SAME; mark <= ESP_MARK_DIFFERS; mark++)
    g_assert_cmpuint (n_seen[mark], >, 0);
}

/* Heads and cells begin and end at the same places, at every width that has them side by side. */
static void
test_alignment (Fixture       *fixture,
                gconstpointer  data)
{
  EspCompareView *view = show_comparison (fixture, GPOINTER_TO_INT (data));
  g_autoptr (GPtrArray) heads = find_all (fixture->view, ESP_TYPE_COMPARE_COLUMN);
  GtkListBox *list = esp_compare_section_get_list (esp_compare_view_get_section (view, ESP_SECTION_STAKEHOLDERS));
  g_autoptr (GPtrArray) cells = find_cells (gtk_list_box_get_row_at_index (list, 0));

  g_assert_cmpint (gtk_widget_get_width (fixture->view), ==, GPOINTER_TO_INT (data));
  for (guint i = 0; i < 2; i++)
    {
      graphene_rect_t head, cell;

      g_assert_true (gtk_widget_compute_bounds (g_ptr_array_index (heads, i), fixture->view, &head));
      g_assert_true (gtk_widget_compute_bounds (g_ptr_array_index (cells, i), fixture->view, &cell));
      g_assert_cmpfloat_with_epsilon (head.origin.x, cell.origin.x, 0.5);
      g_assert_cmpfloat_with_epsilon (head.size.width, cell.size.width, 0.5);
      g_assert_cmpfloat (cell.origin.x + cell.size.width, <=, GPOINTER_TO_INT (data));
    }
}

static void
test_modes (void)
{
  g_assert_cmpint (esp_columns_mode_for (320, 2), ==, ESP_COLUMNS_STACKED);
  g_assert_cmpint (esp_columns_mode_for (560, 2), ==, ESP_COLUMNS_BELOW);
  g_assert_cmpint (esp_columns_mode_for (560, 4), ==, ESP_COLUMNS_STACKED);
  g_assert_cmpint (esp_columns_mode_for (1200, 4), ==, ESP_COLUMNS_BESIDE);
}

static void
test_radar (Fixture       *fixture,
            gconstpointer  data)
{
  EspCompareView *view = show_comparison (fixture, 1200);
  const EspComparison *comparison = esp_compare_view_get_comparison (view);
  g_autoptr (GPtrArray) radars = find_all (fixture->view, ESP_TYPE_SKILL_RADAR);
  GPtrArray *rows = comparison->sections[ESP_SECTION_SKILLS];
  EspSkillRadar *radar = g_ptr_array_index (radars, 0);
  guint n = 0;
  double sum = 0;

  for (guint i = 0; i < rows->len && g_str_equal (((EspRow *) g_ptr_array_index (rows, i))->group, ((EspRow *) g_ptr_array_index (rows, 0))->group); i++)
    {
      sum += ((EspRow *) g_ptr_array_index (rows, i))->cells[1].strength;
      n++;
    }
  g_assert_cmpuint (esp_skill_radar_get_n_axes (radar), >, 2);
  g_assert_cmpfloat_with_epsilon (esp_skill_radar_get_value (radar, 0, 1), sum / n, 1e-9);
}

/* Career */

static EspCareerView *
show_career (Fixture *fixture,
             int      width)
{
  fixture->view = esp_career_view_new (fixture->session);
  show (fixture, width, 700);
  return ESP_CAREER_VIEW (fixture->view);
}

static EspCareerStation *
get_station (EspCareerView *view,
             const char    *rung_id)
{
  EspCareerPlane *plane = esp_career_map_get_plane (esp_career_view_get_map (view));
  guint stop = esp_career_plan_find (esp_career_plane_get_plan (plane), esp_catalogue_find_rung (esp_catalogue_get_default (), rung_id));

  return esp_career_plane_get_station (plane, stop);
}

static void
test_plan (void)
{
  EspCatalogue *catalogue = esp_catalogue_get_default ();
  g_autoptr (EspCareerPlan) plan = esp_career_plan_new (catalogue);

  g_assert_cmpuint (plan->stops->len, ==, esp_catalogue_get_rungs (catalogue)->len);
  for (guint i = 0; i < plan->stops->len; i++)
    {
      const EspCareerStop *stop = esp_career_plan_get_stop (plan, i);
      const EspCareerLane *lane = &g_array_index (plan->lanes, EspCareerLane, stop->lane);

      g_assert_cmpuint (esp_career_plan_find (plan, stop->rung), ==, i);
      g_assert_true (lane->ladder == stop->rung->ladder);
      g_assert_cmpuint (stop->track, >=, lane->first_track);
      g_assert_cmpuint (stop->track, <, lane->first_track + lane->n_tracks);
      g_assert_cmpint (g_array_index (plan->rows, EspCareerRow, stop->row).rank, ==, stop->rung->rank);
      for (guint k = 0; k < i; k++)
        g_assert_false (esp_career_plan_get_stop (plan, k)->track == stop->track && esp_career_plan_get_stop (plan, k)->row == stop->row);
      for (EspDirection direction = ESP_DIRECTION_DOWN; direction <= ESP_DIRECTION_LEFT; direction++)
        g_assert_cmpuint (esp_career_plan_get_neighbour (plan, i, direction), !=, i);
    }
}

/* All stations can be reached by the arrow keys from the first one. */
static void
test_plan_is_connected (void)
{
  g_autoptr (EspCareerPlan) plan = esp_career_plan_new (esp_catalogue_get_default ());
  g_autofree gboolean *is_seen = g_new0 (gboolean, plan->stops->len);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first = 0;

  is_seen[first] = TRUE;
  g_array_append_val (queue, first);
  for (guint i = 0; i < queue->len; i++)
    for (EspDirection direction = ESP_DIRECTION_DOWN; direction <= ESP_DIRECTION_LEFT; direction++)
      {
        guint next = esp_career_plan_get_neighbour (plan, g_array_index (queue, guint, i), direction);

        if (next == ESP_CAREER_STOP_NONE || is_seen[next])
          continue;
        is_seen[next] = TRUE;
        g_array_append_val (queue, next);
      }
  g_assert_cmpuint (queue->len, ==, plan->stops->len);
}

static void
test_keyboard (Fixture       *fixture,
               gconstpointer  data)
{
  EspCareerView *view = show_career (fixture, 1200);
  GtkWidget *plane = GTK_WIDGET (esp_career_map_get_plane (esp_career_view_get_map (view)));
  const struct
  {
    GtkDirectionType direction;
    const char      *rung;
  } steps[] = {
    { GTK_DIR_UP, "tpm/staff" },        { GTK_DIR_RIGHT, "tpm/manager" },  { GTK_DIR_UP, "tpm/senior-manager" }, { GTK_DIR_UP, "tpm/director" },
    { GTK_DIR_RIGHT, "program/director" }, { GTK_DIR_LEFT, "tpm/director" }, { GTK_DIR_DOWN, "tpm/principal" },    { GTK_DIR_DOWN, "tpm/staff" },
  };

  gtk_widget_grab_focus (GTK_WIDGET (get_station (view, "tpm/senior")));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_assert_true (gtk_widget_child_focus (plane, steps[i].direction));
      g_assert_true (gtk_widget_get_focus_child (plane) == GTK_WIDGET (get_station (view, steps[i].rung)));
    }
  g_assert_false (gtk_widget_child_focus (plane, GTK_DIR_TAB_FORWARD));
  gtk_widget_activate (GTK_WIDGET (get_station (view, "tpm/staff")));
  while (esp_session_get_rung (fixture->session) == NULL) /* a button is seen pressed for a while */
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (esp_session_get_rung (fixture->session), ==, "tpm/staff");
}

/* The names of ladders and levels stand beside what they name, also when stations grow. */
static void
test_edges (Fixture       *fixture,
            gconstpointer  data)
{
  EspCareerView *view = show_career (fixture, 1200);
  GtkWidget *map = GTK_WIDGET (esp_career_view_get_map (view));
  const char *const goals[] = { NULL, "tpm/senior-director" };

  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      const EspRung *goal = esp_catalogue_find_rung (esp_catalogue_get_default (), goals[i]);
      g_autoptr (GPtrArray) labels = find_all (map, GTK_TYPE_LABEL);
      guint n_found = 0;

      esp_career_state_set_goal (esp_career_view_get_state (view), goal);
      settle (fixture);
      for (guint k = 0; k < labels->len; k++)
        {
          const char *text = gtk_label_get_text (g_ptr_array_index (labels, k));
          graphene_rect_t place, lowest, highest;

          g_assert_true (gtk_widget_compute_bounds (g_ptr_array_index (labels, k), map, &place));
          g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (get_station (view, "product/mid")), map, &lowest));
          g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (get_station (view, "product/vp")), map, &highest));
          if (g_str_equal (text, "Experienced"))
            g_assert_cmpfloat_with_epsilon (place.origin.y + place.size.height / 2, lowest.origin.y + lowest.size.height / 2, 4);
          else if (g_str_equal (text, "Vice president"))
            g_assert_cmpfloat_with_epsilon (place.origin.y + place.size.height / 2, highest.origin.y + highest.size.height / 2, 4);
          else if (g_str_equal (text, "Product management"))
            g_assert_cmpfloat_with_epsilon (place.origin.x, highest.origin.x, 7);
          else
            continue;
          n_found++;
        }
      g_assert_cmpuint (n_found, ==, 3);
    }
}

static void
test_panel (Fixture       *fixture,
            gconstpointer  data)
{
  EspCareerView *view = show_career (fixture, 1200);
  const EspRung *rung = esp_catalogue_find_rung (esp_catalogue_get_default (), "program/senior");
  guint n = esp_session_count_positions_of_rung (fixture->session, rung->id);
  g_autofree char *count = g_strdup_printf ("%u positions here", n);

  g_assert_true (says (fixture->view, "Choose a station"));
  g_signal_emit_by_name (get_station (view, rung->id), "clicked");
  settle (fixture);
  g_assert_true (says (fixture->view, rung->name));
  g_assert_true (says (fixture->view, rung->summary));
  g_assert_true (says (fixture->view, rung->scope));
  g_assert_cmpuint (esp_career_station_get_count (get_station (view, rung->id)), ==, n);
  g_assert_cmpuint (n, >, 1);
  g_assert_true (gtk_widget_get_sensitive (find_button (fixture->view, count)));
  g_assert_true (esp_career_station_get_flags (get_station (view, rung->id)) & ESP_STATION_SELECTED);

  GPtrArray *next = esp_paths_get_next (esp_career_state_get_paths (esp_career_view_get_state (view)), rung);
  for (guint i = 0; i < next->len; i++)
    {
      const EspMove *move = ((const EspStep *) g_ptr_array_index (next, i))->move;

      g_assert_true (says (fixture->view, move->text));
      g_assert_true (esp_career_station_get_flags (get_station (view, move->to->id)) & ESP_STATION_LINKED);
    }
}

static void
test_no_role (Fixture       *fixture,
              gconstpointer  data)
{
  EspOrganization *organization = esp_session_get_organization (fixture->session);
  guint n;
  const EspIx *order = esp_organization_get_order (organization, ESP_TABLE_POSITIONS, &n);
  guint i = 0;

  while (i < n && esp_organization_get (organization, ESP_TABLE_POSITIONS, order[i], ESP_POSITION_ROLE) != ESP_STR_NONE)
    i++;
  g_assert_cmpuint (i, <, n);
  esp_session_select (fixture->session, ESP_TABLE_POSITIONS, order[i]);
  show_career (fixture, 1200);
  g_assert_true (says (fixture->view, "This position has no role yet"));
}

static void
test_ways (Fixture       *fixture,
           gconstpointer  data)
{
  EspCareerView *view = show_career (fixture, 1200);
  EspCareerState *state = esp_career_view_get_state (view);
  const EspRung *from = esp_catalogue_find_rung (esp_catalogue_get_default (), "tpm/mid");
  const EspRung *goal = esp_catalogue_find_rung (esp_catalogue_get_default (), "program/director");
  g_autoptr (GPtrArray) expected = esp_paths_find (esp_career_state_get_paths (state), from, goal, ESP_CAREER_MAX_WAYS);

  esp_session_set_rung (fixture->session, from->id);
  settle (fixture);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (fixture->view, "I Am Here")), TRUE);
  g_assert_cmpstr (esp_session_get_from_rung (fixture->session), ==, from->id);
  esp_session_set_rung (fixture->session, goal->id);
  settle (fixture);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (fixture->view, "I Want to Be There")), TRUE);
  settle (fixture);

  g_autoptr (GPtrArray) found = find_all (fixture->view, ESP_TYPE_CAREER_WAYS);
  GPtrArray *ways = esp_career_state_get_ways (state);
  g_assert_cmpuint (ways->len, ==, expected->len);
  g_assert_cmpuint (esp_career_ways_get_n_ways (g_ptr_array_index (found, 0)), ==, expected->len);
  for (guint lit = 0; lit < expected->len; lit++)
    {
      const EspPath *path = g_ptr_array_index (expected, lit);

      esp_career_state_set_lit (state, lit);
      g_assert_true (esp_career_state_get_way (state) == g_ptr_array_index (ways, lit));
      settle (fixture);
      for (guint i = 0; i < path->steps->len; i++)
        {
          const EspMove *move = ((const EspStep *) g_ptr_array_index (path->steps, i))->move;

          g_assert_true (((const EspStep *) g_ptr_array_index (esp_career_state_get_way (state)->steps, i))->move == move);
          g_assert_true (esp_career_station_get_flags (get_station (view, move->to->id)) & ESP_STATION_ON_WAY);
          g_assert_true (says (g_ptr_array_index (found, 0), move->to->name));
        }
    }
  g_assert_true (esp_career_station_get_flags (get_station (view, from->id)) & ESP_STATION_HERE);
  g_assert_true (esp_career_station_get_flags (get_station (view, goal->id)) & ESP_STATION_GOAL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (fixture->view, "I Want to Be There")), FALSE);
  g_assert_null (esp_career_state_get_way (state));
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  EspCareerView *view = show_career (fixture, 1200);
  EspCareerPlane *plane = esp_career_map_get_plane (esp_career_view_get_map (view));
  const EspCareerPlan *plan = esp_career_plane_get_plan (plane);

  for (guint i = 0; i < plan->stops->len; i++)
    {
      const EspRung *rung = esp_career_plan_get_stop (plan, i)->rung;
      guint n = esp_session_count_positions_of_rung (fixture->session, rung->id);
      g_autofree char *words = n == 0 ? g_strdup_printf ("%s. %s, %s.", rung->name, rung->ladder->name, rung->level->name)
                                      : g_strdup_printf ("%s. %s, %s. %u %s.", rung->name, rung->ladder->name, rung->level->name, n,
                                                         n == 1 ? "position here" : "positions here");

      gtk_test_accessible_assert_role (esp_career_plane_get_station (plane, i), GTK_ACCESSIBLE_ROLE_BUTTON);
      gtk_test_accessible_assert_property (esp_career_plane_get_station (plane, i), GTK_ACCESSIBLE_PROPERTY_LABEL, words);
    }
}

/* One page at a time: a list, and a rung with a way back */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  EspCareerView *view = show_career (fixture, 360);
  g_autoptr (GPtrArray) lists = find_all (fixture->view, ESP_TYPE_CAREER_LIST);
  g_autoptr (GPtrArray) rows = find_all (g_ptr_array_index (lists, 0), ADW_TYPE_ACTION_ROW);
  AdwLeaflet *leaflet = ADW_LEAFLET (gtk_widget_get_first_child (fixture->view));

  g_assert_cmpint (gtk_widget_get_width (fixture->view), ==, 360);
  g_assert_true (adw_leaflet_get_folded (leaflet));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (esp_career_view_get_map (view))));
  g_assert_true (gtk_widget_get_mapped (g_ptr_array_index (lists, 0)));
  g_assert_cmpstr (adw_leaflet_get_visible_child_name (leaflet), ==, "ladders");
  g_signal_emit_by_name (g_ptr_array_index (rows, rows->len - 1), "activated");
  g_assert_cmpstr (adw_leaflet_get_visible_child_name (leaflet), ==, "rung");
  g_assert_nonnull (esp_session_get_rung (fixture->session));
  gtk_widget_activate (find_button_with_tooltip (fixture->view, "Back to the Ladders"));
  while (g_strcmp0 (adw_leaflet_get_visible_child_name (leaflet), "ladders") != 0)
    g_main_context_iteration (NULL, TRUE);
  esp_session_select (fixture->session, ESP_TABLE_POSITIONS, 0); /* nothing jumps that was not asked to */
  g_assert_cmpstr (adw_leaflet_get_visible_child_name (leaflet), ==, "ladders");
  esp_session_show_rung (fixture->session, "tpm/mid");
  g_assert_cmpstr (adw_leaflet_get_visible_child_name (leaflet), ==, "rung");
  settle (fixture);
  g_assert_cmpint (gtk_widget_get_width (fixture->view), ==, 360);
}

/* With text twice as large, both views are still no wider than a telephone. */
static void
test_large_text (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi, least;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  if (data != NULL)
    show_comparison (fixture, 360);
  else
    show_career (fixture, 360);
  esp_session_set_rung (fixture->session, "program/senior");
  esp_session_set_from_rung (fixture->session, "engineering/associate");
  settle (fixture);
  gtk_widget_measure (fixture->view, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

/* As the application does on starting */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, ESP_APP_PATH "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()), ESP_APP_PATH "/icons");
}

#define ADD(name, data, func) g_test_add ("/roles/" name, Fixture, data, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  adw_init ();
  load_style ();

  ADD ("compare/first-look", NULL, test_first_look);
  ADD ("compare/columns", NULL, test_columns);
  ADD ("compare/picker", NULL, test_picker);
  ADD ("compare/swap", NULL, test_swap);
  ADD ("compare/differences", NULL, test_differences);
  ADD ("compare/marks", NULL, test_marks);
  ADD ("compare/alignment/wide", GINT_TO_POINTER (1200), test_alignment);
  ADD ("compare/alignment/medium", GINT_TO_POINTER (600), test_alignment);
  ADD ("compare/alignment/narrow", GINT_TO_POINTER (360), test_alignment);
  ADD ("compare/radar", NULL, test_radar);
  g_test_add_func ("/roles/compare/modes", test_modes);
  g_test_add_func ("/roles/career/plan", test_plan);
  g_test_add_func ("/roles/career/plan-is-connected", test_plan_is_connected);
  ADD ("career/keyboard", NULL, test_keyboard);
  ADD ("career/edges", NULL, test_edges);
  ADD ("career/panel", NULL, test_panel);
  ADD ("career/no-role", NULL, test_no_role);
  ADD ("career/ways", NULL, test_ways);
  ADD ("career/names", NULL, test_names);
  ADD ("career/narrow", NULL, test_narrow);
  ADD ("compare/large-text", "compare", test_large_text);
  ADD ("career/large-text", NULL, test_large_text);

  return g_test_run ();
}
