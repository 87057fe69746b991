/* test-session.c — what the views meet in: scene, selection, marks, subjects, the way back out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "documents.h"
#include "organization/esp-edits.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
retitle_edit (EspOrganization *organization,
              gpointer         user_data)
{
  g_assert_true (esp_edit_retitle (organization, GPOINTER_TO_UINT (user_data), "Chief Gardener", NULL));
}

static void
remove_edit (EspOrganization *organization,
             gpointer         user_data)
{
  esp_edit_remove_position (organization, GPOINTER_TO_UINT (user_data), ESP_REPORTS_MOVE_UP);
}

static EspIx
get_first_position (EspSession *session)
{
  guint32 n;
  const EspIx *order = esp_organization_get_order (esp_session_get_organization (session), ESP_TABLE_POSITIONS, &n);

  g_assert_cmpuint (n, >, 0);
  return order[0];
}

static void
test_scene (void)
{
  g_autoptr (EspDocument) document = open_sample ();
  g_autoptr (EspSession) session = esp_session_new (document);
  guint scenes = 0, layouts = 0;

  g_assert_nonnull (esp_session_get_scene (session));
  g_signal_connect_swapped (session, "notify::scene", G_CALLBACK (count_cb), &scenes);
  g_signal_connect_swapped (session, "layout-changed", G_CALLBACK (count_cb), &layouts);

  g_object_set (session, "chart", "reporting", NULL);
  g_assert_cmpint (esp_scene_get_options (esp_session_get_scene (session))->chart, ==, ESP_CHART_REPORTING);
  g_assert_cmpuint (scenes, ==, 1);
  g_object_set (session, "chart", "reporting", NULL);
  g_object_set (session, "chart", "no such chart", NULL);
  g_assert_cmpuint (scenes + layouts, ==, 1);
  g_object_set (session, "direction", "right", "density", "compact", "arrange", "block", "show-frames", TRUE, NULL);
  g_assert_cmpint (esp_scene_get_options (esp_session_get_scene (session))->direction, ==, ESP_DIRECTION_RIGHT);
  g_assert_cmpint (esp_scene_get_options (esp_session_get_scene (session))->density, ==, ESP_DENSITY_COMPACT);
  g_assert_cmpint (esp_scene_get_options (esp_session_get_scene (session))->arrange, ==, ESP_ARRANGEMENT_BLOCK);
  g_assert_true (esp_scene_get_options (esp_session_get_scene (session))->frames);

  scenes = layouts = 0;
  esp_document_edit (document, retitle_edit, GUINT_TO_POINTER (get_first_position (session)), NULL);
  g_assert_cmpuint (scenes + layouts, ==, 1);
}

static void
test_selection (void)
{
  g_autoptr (EspDocument) document = open_sample ();
  g_autoptr (EspSession) session = esp_session_new (document);
  EspIx first = get_first_position (session);
  guint selections = 0;

  g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (count_cb), &selections);
  g_assert_false (esp_session_get_selection (session, NULL, NULL));
  esp_session_select (session, ESP_TABLE_POSITIONS, first);
  esp_session_select (session, ESP_TABLE_POSITIONS, first);
  g_assert_cmpuint (selections, ==, 1);
  g_assert_cmpuint (esp_session_get_selected_position (session), ==, first);
  g_assert_cmpuint (esp_session_get_selected_unit (session), ==, esp_position_get_unit (esp_session_get_organization (session), first));
  esp_session_select (session, ESP_TABLE_UNITS, 0);
  g_assert_cmpuint (esp_session_get_selected_position (session), ==, ESP_IX_NONE);
  g_assert_cmpuint (esp_session_get_selected_unit (session), ==, 0);

  esp_session_select (session, ESP_TABLE_POSITIONS, first);
  esp_document_edit (document, remove_edit, GUINT_TO_POINTER (first), NULL);
  g_assert_false (esp_session_get_selection (session, NULL, NULL));
}

static void
test_marks_and_escape (void)
{
  g_autoptr (EspDocument) document = open_sample ();
  g_autoptr (EspSession) session = esp_session_new (document);
  guint reveals = 0;
  guint n;

  g_signal_connect_swapped (session, "reveal", G_CALLBACK (count_cb), &reveals);
  g_assert_cmpuint (esp_session_show_positions_of_role (session, "no-such-role"), ==, 0);
  g_assert_cmpuint (reveals, ==, 0);
  esp_session_set_view (session, "career");
  n = esp_session_show_positions_of_role (session, "technical-program-manager");
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, ==, esp_session_count_positions_of_role (session, "technical-program-manager"));
  g_assert_cmpuint (esp_session_get_marks (session)->len, ==, n);
  g_assert_cmpstr (esp_session_get_view (session), ==, "organization");
  g_assert_cmpuint (reveals, ==, 1);
  g_assert_cmpuint (esp_scene_get_n_marks (esp_session_get_scene (session)), ==, n);

  esp_session_isolate (session, 0);
  g_assert_true (esp_session_escape (session));
  g_assert_cmpuint (esp_session_get_marks (session)->len, ==, 0);
  g_assert_cmpuint (esp_scene_get_top (esp_session_get_scene (session)), ==, 0);
  g_assert_true (esp_session_escape (session));
  g_assert_cmpuint (esp_scene_get_top (esp_session_get_scene (session)), ==, ESP_NODE_NONE);
  g_assert_true (esp_session_get_selection (session, NULL, NULL));
  g_assert_true (esp_session_escape (session));
  g_assert_false (esp_session_get_selection (session, NULL, NULL));
  g_assert_false (esp_session_escape (session));
}

static void
test_rungs (void)
{
  g_autoptr (EspDocument) document = open_sample ();
  g_autoptr (EspSession) session = esp_session_new (document);
  GPtrArray *rungs = esp_catalogue_get_rungs (esp_catalogue_get_default ());
  guint n_held = 0;

  for (guint i = 0; i < rungs->len; i++)
    {
      const EspRung *rung = g_ptr_array_index (rungs, i);
      guint n = esp_session_count_positions_of_rung (session, rung->id);

      g_assert_cmpuint (esp_session_show_positions_of_rung (session, rung->id), ==, n);
      if (n == 0)
        continue;
      n_held++;
      g_assert_cmpstr (esp_session_get_selected_rung (session), ==, rung->id);
      g_assert_nonnull (esp_session_get_selected_role (session));
    }
  g_assert_cmpuint (n_held, >, 5);
  esp_session_show_rung (session, "tpm/senior");
  g_assert_cmpstr (esp_session_get_rung (session), ==, "tpm/senior");
  g_assert_cmpstr (esp_session_get_view (session), ==, "career");
}

static void
test_subjects (void)
{
  g_autoptr (EspDocument) document = open_sample ();
  g_autoptr (EspSession) session = esp_session_new (document);
  GPtrArray *roles = esp_catalogue_get_roles (esp_catalogue_get_default ());
  const char *wanted[] = { "technical-program-manager", "technical-program-manager", "no-such-role", "program-manager", NULL };
  guint signals = 0;

  g_assert_cmpuint (roles->len, >, ESP_SESSION_MAX_SUBJECTS);
  esp_session_set_subjects (session, wanted);
  g_assert_cmpuint (g_strv_length ((GStrv) esp_session_get_subjects (session)), ==, 2);
  g_signal_connect_swapped (session, "subjects-changed", G_CALLBACK (count_cb), &signals);
  for (guint i = 0; i < roles->len; i++)
    esp_session_show_role (session, ((const EspRole *) g_ptr_array_index (roles, i))->id);
  g_assert_cmpuint (g_strv_length ((GStrv) esp_session_get_subjects (session)), ==, ESP_SESSION_MAX_SUBJECTS);
  g_assert_cmpstr (esp_session_get_subjects (session)[ESP_SESSION_MAX_SUBJECTS - 1], ==,
                   ((const EspRole *) g_ptr_array_index (roles, roles->len - 1))->id);
  g_assert_cmpstr (esp_session_get_view (session), ==, "compare");
  g_assert_cmpuint (signals, >, 0);
  esp_session_remove_subject (session, esp_session_get_subjects (session)[0]);
  g_assert_cmpuint (g_strv_length ((GStrv) esp_session_get_subjects (session)), ==, ESP_SESSION_MAX_SUBJECTS - 1);
}

/* Large enough to be built in a worker: what was folded and isolated is so in the next scene, and edits wait. */
static void
test_worker (void)
{
  g_autoptr (EspDocument) document = create_large (20000);
  g_autoptr (EspSession) session = esp_session_new (document);
  EspScene *scene;
  EspNodeIx open_node, top;
  EspIx removed;

  g_assert_true (esp_session_get_building (session));
  g_assert_null (esp_session_get_scene (session));
  esp_session_reveal (session, ESP_TABLE_POSITIONS, find_position (session, "p15000"));
  wait_for_scene (session);
  scene = esp_session_get_scene (session);
  g_assert_true (esp_scene_is_shown (scene, esp_scene_find (scene, ESP_TABLE_POSITIONS, find_position (session, "p15000"))));

  open_node = ESP_ITEM_NODE (esp_scene_find (scene, ESP_TABLE_POSITIONS, find_position (session, "p999")));
  top = ESP_ITEM_NODE (esp_scene_find (scene, ESP_TABLE_POSITIONS, find_position (session, "p0")));
  esp_session_fold_below (session, ESP_NODE_NONE, TRUE);
  esp_session_set_folded (session, open_node, FALSE);
  esp_session_isolate (session, top);

  removed = find_position (session, "p19999");
  esp_document_edit (document, remove_edit, GUINT_TO_POINTER (removed), NULL);
  g_assert_true (esp_session_get_building (session));
  esp_document_edit (document, remove_edit, GUINT_TO_POINTER (find_position (session, "p19998")), NULL);
  g_assert_true (esp_organization_is_live (esp_session_get_organization (session), ESP_TABLE_POSITIONS, find_position (session, "p19998")));
  g_assert_nonnull (esp_session_get_scene (session));
  wait_for_scene (session);
  g_assert_cmpuint (find_position (session, "p19998"), ==, ESP_IX_NONE);
  g_assert_cmpuint (esp_scene_get_n_nodes (esp_session_get_scene (session)), ==, 19998);

  scene = esp_session_get_scene (session);
  open_node = ESP_ITEM_NODE (esp_scene_find (scene, ESP_TABLE_POSITIONS, find_position (session, "p999")));
  g_assert_false (esp_scene_is_folded (scene, open_node));
  g_assert_true (esp_scene_is_folded (scene, ESP_ITEM_NODE (esp_scene_find (scene, ESP_TABLE_POSITIONS, find_position (session, "p998")))));
  g_assert_cmpuint (esp_scene_get_top (scene), !=, ESP_NODE_NONE);

  /* options that change while a scene is being made: the last one counts */
  g_object_set (session, "direction", "left", NULL);
  g_object_set (session, "direction", "up", NULL);
  wait_for_scene (session);
  g_assert_cmpint (esp_scene_get_options (esp_session_get_scene (session))->direction, ==, ESP_DIRECTION_UP);
}

/* A session that goes, or looks elsewhere, while a scene is being made for it. */
static void
test_worker_left_behind (void)
{
  g_autoptr (EspDocument) document = create_large (20000);
  g_autoptr (EspDocument) sample = open_sample ();
  EspSession *session = esp_session_new (document);

  g_assert_true (esp_session_get_building (session));
  esp_session_set_document (session, sample);
  g_assert_false (esp_session_get_building (session));
  g_assert_nonnull (esp_session_get_scene (session));
  esp_session_set_document (session, document);
  g_assert_true (esp_session_get_building (session));
  wait_for_scene (session);
  g_assert_true (esp_scene_get_organization (esp_session_get_scene (session)) == esp_document_get_organization (document));
  g_object_set (session, "chart", "reporting", NULL);
  g_object_unref (session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/session/scene", test_scene);
  g_test_add_func ("/session/session/selection", test_selection);
  g_test_add_func ("/session/session/marks-and-escape", test_marks_and_escape);
  g_test_add_func ("/session/session/rungs", test_rungs);
  g_test_add_func ("/session/session/subjects", test_subjects);
  g_test_add_func ("/session/session/worker", test_worker);
  g_test_add_func ("/session/session/worker-left-behind", test_worker_left_behind);

  return g_test_run ();
}
