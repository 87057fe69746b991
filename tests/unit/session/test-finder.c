/* test-finder.c — searching in a window: hits, steps, the ways to them, edits and workers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "documents.h"
#include "insight/esp-role-search.h"
#include "organization/esp-edits.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
wait_for_hits (EspFinder *finder)
{
  while (esp_finder_get_busy (finder))
    g_main_context_iteration (NULL, TRUE);
}

/* The hits are those of the search that the command line uses, in its order. */
static void
check_hits (EspSession *session)
{
  EspFinder *finder = esp_session_get_finder (session);
  EspScene *scene = esp_session_get_scene (session);
  g_autoptr (EspSearch) search = esp_role_search_new (esp_session_get_organization (session), esp_catalogue_get_default ());
  g_autoptr (GArray) hits = esp_search_run (search, esp_finder_get_query (finder));

  g_assert_cmpuint (esp_finder_get_n_hits (finder), ==, hits->len);
  for (guint i = 0; i < hits->len; i++)
    {
      g_assert_cmpuint (esp_finder_get_hit (finder, i + 1), ==, g_array_index (hits, EspIx, i));
      g_assert_true (esp_scene_is_marked (scene, esp_scene_find (scene, ESP_TABLE_POSITIONS, g_array_index (hits, EspIx, i))));
    }
  g_assert_cmpuint (esp_scene_get_n_marks (scene), ==, hits->len);
}

static void
check_current (EspSession *session,
               guint       number)
{
  EspFinder *finder = esp_session_get_finder (session);
  EspIx position = esp_finder_get_hit (finder, number);
  EspScene *scene = esp_session_get_scene (session);

  g_assert_cmpuint (esp_finder_get_current (finder), ==, number);
  g_assert_cmpuint (position, !=, ESP_IX_NONE);
  g_assert_cmpuint (esp_session_get_selected_position (session), ==, position);
  g_assert_true (esp_scene_is_shown (scene, esp_scene_find (scene, ESP_TABLE_POSITIONS, position)));
}

static void
test_steps (void)
{
  g_autoptr (EspDocument) document = open_sample ();
  g_autoptr (EspSession) session = esp_session_new (document);
  EspFinder *finder = esp_session_get_finder (session);
  guint reveals = 0;
  guint n;

  g_signal_connect_swapped (session, "reveal", G_CALLBACK (count_cb), &reveals);
  esp_finder_set_active (finder, TRUE);
  g_assert_cmpuint (reveals, ==, 0);
  esp_finder_set_query (finder, "ProGRam  manager");
  check_hits (session);
  n = esp_finder_get_n_hits (finder);
  g_assert_cmpuint (n, >, 3);
  check_current (session, 1);
  g_assert_cmpuint (reveals, ==, 1);
  esp_finder_previous (finder);
  check_current (session, n);
  esp_finder_next (finder);
  check_current (session, 1);
  esp_finder_next (finder);
  check_current (session, 2);
  esp_finder_go_to (finder, n + 1);
  check_current (session, 2);

  /* narrowed by a word that the present hit does not have to lose */
  esp_finder_set_query (finder, "manager program");
  check_hits (session);
  check_current (session, 2);

  esp_finder_set_query (finder, "no such words");
  g_assert_cmpuint (esp_finder_get_n_hits (finder), ==, 0);
  g_assert_cmpuint (esp_finder_get_current (finder), ==, 0);
  esp_finder_next (finder);
  esp_finder_previous (finder);
  g_assert_cmpuint (esp_finder_get_current (finder), ==, 0);

  esp_finder_set_query (finder, "manager");
  g_assert_true (esp_session_escape (session));
  g_assert_false (esp_finder_get_active (finder));
  g_assert_cmpstr (esp_finder_get_query (finder), ==, "");
  g_assert_cmpuint (esp_session_get_marks (session)->len, ==, 0);
}

/* What a search opened is folded when it is closed; the way to the selected card stays open. */
static void
test_folds (void)
{
  g_autoptr (EspDocument) document = open_sample ();
  g_autoptr (EspSession) session = esp_session_new (document);
  EspFinder *finder = esp_session_get_finder (session);
  EspScene *scene = esp_session_get_scene (session);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *kept = NULL;
  EspItem item;
  guint n_below = 0;

  esp_session_fold_below (session, ESP_NODE_NONE, TRUE);
  before = get_folds (session);
  esp_finder_set_active (finder, TRUE);
  esp_finder_set_query (finder, "technical program");
  for (guint i = 0; i < esp_finder_get_n_hits (finder); i++)
    esp_finder_next (finder);
  for (EspNodeIx root = 0; root < esp_scene_get_n_roots (scene); root++)
    n_below += esp_scene_get_n_marked_below (scene, root);
  g_assert_cmpuint (n_below, ==, esp_finder_get_n_hits (finder));
  esp_session_clear_selection (session);
  esp_finder_set_active (finder, FALSE);
  after = get_folds (session);
  g_assert_cmpstr (before, ==, after);

  esp_finder_set_active (finder, TRUE);
  esp_finder_set_query (finder, "technical program");
  esp_finder_next (finder);
  item = esp_scene_find (scene, ESP_TABLE_POSITIONS, esp_session_get_selected_position (session));
  esp_finder_set_active (finder, FALSE);
  g_assert_true (esp_scene_is_shown (scene, item));
  for (EspNodeIx node = ESP_ITEM_NODE (item); node != ESP_NODE_NONE; node = esp_scene_get_parent (scene, node))
    esp_scene_set_folded (scene, node, TRUE);
  kept = get_folds (session);
  g_assert_cmpstr (before, ==, kept);
}

static void
test_elsewhere (void)
{
  g_autoptr (EspDocument) document = open_sample ();
  g_autoptr (EspSession) session = esp_session_new (document);
  EspFinder *finder = esp_session_get_finder (session);
  EspScene *scene = esp_session_get_scene (session);
  guint n;

  esp_finder_set_active (finder, TRUE);
  esp_finder_set_query (finder, "manager");
  n = esp_finder_get_n_hits (finder);
  g_assert_cmpuint (esp_finder_get_n_elsewhere (finder), ==, 0);
  esp_session_isolate (session, ESP_ITEM_NODE (esp_scene_find (scene, ESP_TABLE_UNITS, esp_organization_find_id (
                                                                 esp_session_get_organization (session), ESP_TABLE_UNITS, "pmo"))));
  g_assert_cmpuint (esp_finder_get_n_hits (finder), >, 0);
  g_assert_cmpuint (esp_finder_get_n_hits (finder), <, n);
  g_assert_cmpuint (esp_finder_get_n_hits (finder) + esp_finder_get_n_elsewhere (finder), ==, n);
  for (guint i = 0; i < esp_finder_get_n_hits (finder); i++)
    esp_finder_next (finder);
  g_assert_cmpuint (esp_scene_get_top (scene), !=, ESP_NODE_NONE);
  esp_finder_show_elsewhere (finder);
  g_assert_cmpuint (esp_scene_get_top (scene), ==, ESP_NODE_NONE);
  check_hits (session);
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

/* Hits follow edits, without moving the chart. */
static void
test_edits (void)
{
  g_autoptr (EspDocument) document = open_sample ();
  g_autoptr (EspSession) session = esp_session_new (document);
  EspFinder *finder = esp_session_get_finder (session);
  guint reveals = 0;
  EspIx first, second;
  guint n;

  esp_finder_set_active (finder, TRUE);
  esp_finder_set_query (finder, "manager");
  n = esp_finder_get_n_hits (finder);
  first = esp_finder_get_hit (finder, 1);
  second = esp_finder_get_hit (finder, 2);
  esp_finder_go_to (finder, 2);
  g_signal_connect_swapped (session, "reveal", G_CALLBACK (count_cb), &reveals);
  esp_document_edit (document, remove_edit, GUINT_TO_POINTER (first), NULL);
  g_assert_cmpuint (esp_finder_get_n_hits (finder), ==, n - 1);
  check_hits (session);
  check_current (session, 1);
  g_assert_cmpuint (esp_finder_get_hit (finder, 1), ==, second);
  esp_document_undo (document);
  check_hits (session);
  check_current (session, 2);
  g_assert_cmpuint (reveals, ==, 0);

  esp_finder_set_query (finder, "chief gardener");
  g_assert_cmpuint (esp_finder_get_n_hits (finder), ==, 0);
  esp_document_edit (document, retitle_edit, GUINT_TO_POINTER (second), NULL);
  g_assert_cmpuint (esp_finder_get_n_hits (finder), ==, 1);
  g_assert_cmpuint (esp_finder_get_current (finder), ==, 0);
  g_assert_cmpuint (reveals, ==, 0);
}

/* Marks that another view asked for are hits to step through, too. */
static void
test_marks (void)
{
  g_autoptr (EspDocument) document = open_sample ();
  g_autoptr (EspSession) session = esp_session_new (document);
  EspFinder *finder = esp_session_get_finder (session);
  guint n;

  esp_finder_set_active (finder, TRUE);
  esp_finder_set_query (finder, "manager");
  n = esp_session_show_positions_of_role (session, "technical-program-manager");
  g_assert_cmpuint (n, >, 1);
  g_assert_false (esp_finder_get_active (finder));
  g_assert_cmpstr (esp_finder_get_query (finder), ==, "");
  g_assert_cmpuint (esp_finder_get_n_hits (finder), ==, n);
  check_current (session, 1);
  esp_finder_next (finder);
  check_current (session, 2);
  g_assert_true (esp_session_escape (session));
  g_assert_cmpuint (esp_finder_get_n_hits (finder), ==, 0);
}

/* In a worker: only the newest words count, and edits wait. */
static void
test_worker (void)
{
  g_autoptr (EspDocument) document = create_large (20000);
  g_autoptr (EspDocument) sample = open_sample ();
  g_autoptr (EspSession) session = esp_session_new (document);
  EspFinder *finder = esp_session_get_finder (session);
  guint reveals = 0;

  wait_for_scene (session);
  g_signal_connect_swapped (session, "reveal", G_CALLBACK (count_cb), &reveals);
  esp_finder_set_active (finder, TRUE);
  esp_finder_set_query (finder, "s");
  g_assert_true (esp_finder_get_busy (finder));
  esp_finder_set_query (finder, "seat");
  esp_finder_set_query (finder, "seat 1999");
  wait_for_hits (finder);
  g_assert_cmpuint (reveals, ==, 1);
  g_assert_cmpuint (esp_finder_get_n_hits (finder), ==, 12); /* 1999, 11999, 19990 … 19999 */
  check_hits (session);
  check_current (session, 1);

  esp_finder_set_query (finder, "seat");
  esp_document_edit (document, remove_edit, GUINT_TO_POINTER (find_position (session, "p19999")), NULL);
  g_assert_cmpuint (find_position (session, "p19999"), !=, ESP_IX_NONE);
  wait_for_hits (finder);
  g_assert_cmpuint (find_position (session, "p19999"), ==, ESP_IX_NONE);
  wait_for_scene (session);
  wait_for_hits (finder);
  g_assert_cmpuint (esp_finder_get_n_hits (finder), ==, 19999);

  /* looking elsewhere, and going away, while words are looked for */
  esp_finder_set_query (finder, "seat 7");
  esp_session_set_document (session, sample);
  g_assert_cmpuint (esp_finder_get_n_hits (finder), ==, 0);
  esp_finder_set_active (finder, TRUE);
  esp_finder_set_query (finder, "manager");
  wait_for_hits (finder);
  check_hits (session);
  check_current (session, 1);
  esp_session_set_document (session, document);
  esp_finder_set_active (finder, TRUE);
  esp_finder_set_query (finder, "seat 7");
  g_clear_object (&session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/finder/steps", test_steps);
  g_test_add_func ("/session/finder/folds", test_folds);
  g_test_add_func ("/session/finder/elsewhere", test_elsewhere);
  g_test_add_func ("/session/finder/edits", test_edits);
  g_test_add_func ("/session/finder/marks", test_marks);
  g_test_add_func ("/session/finder/worker", test_worker);

  return g_test_run ();
}
