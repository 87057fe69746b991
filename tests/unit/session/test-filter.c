/* test-filter.c — a filter in a window: folds kept, the way out, edits, workers, and searching within it
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
set_filter (EspSession *session,
            EspFacet    facet,
            const char *value)
{
  g_autoptr (EspFilter) filter = esp_filter_with (NULL, facet, value);

  esp_session_set_filter (session, filter);
}

static void
test_folds (void)
{
  g_autoptr (EspDocument) document = open_sample ();
  g_autoptr (EspSession) session = esp_session_new (document);
  guint32 n_nodes = esp_scene_get_n_nodes (esp_session_get_scene (session));
  g_autofree char *before = NULL;
  g_autofree char *nobody = NULL;
  g_autofree char *after = NULL;
  guint scenes = 0, filters = 0;

  esp_session_fold_to_level (session, 3);
  esp_session_set_folded (session, 1, TRUE);
  esp_session_isolate (session, 0);
  before = get_folds (session);
  g_signal_connect_swapped (session, "notify::scene", G_CALLBACK (count_cb), &scenes);
  g_signal_connect_swapped (session, "filter-changed", G_CALLBACK (count_cb), &filters);

  set_filter (session, ESP_FACET_VACANT, "yes");
  g_assert_cmpuint (scenes, ==, 1);
  g_assert_cmpuint (filters, ==, 1);
  g_assert_cmpuint (esp_scene_get_n_nodes (esp_session_get_scene (session)), <, n_nodes);
  g_assert_cmpuint (esp_scene_get_counts (esp_session_get_scene (session))->positions, ==, esp_scene_get_counts (esp_session_get_scene (session))->vacant);
  for (EspNodeIx node = 0; node < esp_scene_get_n_nodes (esp_session_get_scene (session)); node++)
    g_assert_false (esp_scene_is_folded (esp_session_get_scene (session), node));
  set_filter (session, ESP_FACET_VACANT, "yes");
  g_assert_cmpuint (filters, ==, 1);

  /* nobody: the chart stays as it was, but nothing of it matches */
  set_filter (session, ESP_FACET_ROLE, "no-such-role");
  nobody = get_folds (session);
  g_assert_cmpstr (nobody, ==, before);
  g_assert_false (esp_scene_has_match (esp_session_get_scene (session)));

  set_filter (session, ESP_FACET_SCOPE, "external");
  esp_session_set_filter (session, NULL);
  after = get_folds (session);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (esp_scene_get_top (esp_session_get_scene (session)), ==, 0);
  g_assert_null (esp_session_get_filter (session));
}

/* What is asked for by another view is shown, filter or not. */
static void
test_reveal (void)
{
  g_autoptr (EspDocument) document = open_sample ();
  g_autoptr (EspSession) session = esp_session_new (document);
  guint reveals = 0;
  EspIx hidden = ESP_IX_NONE;
  guint32 n;
  const EspIx *order = esp_organization_get_order (esp_session_get_organization (session), ESP_TABLE_POSITIONS, &n);

  g_signal_connect_swapped (session, "reveal", G_CALLBACK (count_cb), &reveals);
  set_filter (session, ESP_FACET_VACANT, "yes");
  for (guint32 i = 0; i < n && hidden == ESP_IX_NONE; i++)
    if (esp_scene_find (esp_session_get_scene (session), ESP_TABLE_POSITIONS, order[i]) == ESP_ITEM_NONE)
      hidden = order[i];
  esp_session_reveal (session, ESP_TABLE_POSITIONS, hidden);
  g_assert_null (esp_session_get_filter (session));
  g_assert_cmpuint (reveals, ==, 1);
  g_assert_true (esp_scene_is_shown (esp_session_get_scene (session), esp_scene_find (esp_session_get_scene (session), ESP_TABLE_POSITIONS, hidden)));
}

static void
test_search (void)
{
  g_autoptr (EspDocument) document = open_sample ();
  g_autoptr (EspSession) session = esp_session_new (document);
  EspFinder *finder = esp_session_get_finder (session);
  guint n;

  esp_finder_set_active (finder, TRUE);
  esp_finder_set_query (finder, "manager");
  n = esp_finder_get_n_hits (finder);
  set_filter (session, ESP_FACET_SCOPE, "external");
  g_assert_cmpuint (esp_finder_get_n_hits (finder), >, 0);
  g_assert_cmpuint (esp_finder_get_n_hits (finder), <, n);
  g_assert_cmpuint (esp_finder_get_n_hits (finder) + esp_finder_get_n_elsewhere (finder), ==, n);
  esp_finder_show_elsewhere (finder);
  g_assert_null (esp_session_get_filter (session));
  g_assert_cmpuint (esp_finder_get_n_hits (finder), ==, n);
}

static void
vacate_edit (EspOrganization *organization,
             gpointer         user_data)
{
  esp_edit_vacate (organization, GPOINTER_TO_UINT (user_data));
}

static void
test_edits (void)
{
  g_autoptr (EspDocument) document = open_sample ();
  g_autoptr (EspSession) session = esp_session_new (document);
  guint32 n_vacant;

  set_filter (session, ESP_FACET_VACANT, "yes");
  n_vacant = esp_scene_get_counts (esp_session_get_scene (session))->positions;
  esp_document_edit (document, vacate_edit, GUINT_TO_POINTER (find_position (session, "ceo")), NULL);
  g_assert_cmpuint (esp_scene_get_counts (esp_session_get_scene (session))->positions, ==, n_vacant + 1);
  esp_document_undo (document);
  g_assert_cmpuint (esp_scene_get_counts (esp_session_get_scene (session))->positions, ==, n_vacant);
}

static void
test_worker (void)
{
  g_autoptr (EspDocument) document = create_large (20000);
  g_autoptr (EspDocument) sample = open_sample ();
  g_autoptr (EspSession) session = esp_session_new (document);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  wait_for_scene (session);
  esp_session_fold_to_level (session, 2);
  before = get_folds (session);
  set_filter (session, ESP_FACET_VACANT, "yes");
  g_assert_true (esp_session_get_building (session));
  set_filter (session, ESP_FACET_SEATS, "yes");
  wait_for_scene (session);
  g_assert_false (esp_scene_has_match (esp_session_get_scene (session)));
  g_assert_true (esp_filter_equal (esp_scene_get_filter (esp_session_get_scene (session)), esp_session_get_filter (session)));
  esp_session_set_filter (session, NULL);
  wait_for_scene (session);
  after = get_folds (session);
  g_assert_cmpstr (after, ==, before);

  set_filter (session, ESP_FACET_SEATS, "yes");
  esp_session_set_document (session, sample);
  g_assert_null (esp_session_get_filter (session));
  g_assert_null (esp_scene_get_filter (esp_session_get_scene (session)));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/filter/folds", test_folds);
  g_test_add_func ("/session/filter/reveal", test_reveal);
  g_test_add_func ("/session/filter/search", test_search);
  g_test_add_func ("/session/filter/edits", test_edits);
  g_test_add_func ("/session/filter/worker", test_worker);

  return g_test_run ();
}
