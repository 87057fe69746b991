/* test-places.c — back and forward through what was looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "documents.h"
#include "organization/esp-edits.h"

/* In the place of a chart view: what is seen is a number that stands where the zoom does */
typedef struct
{
  double seen;
  guint  n_shown;
} View;

static void
camera_asked_cb (EspSession *session,
                 EspCamera  *camera,
                 View       *view)
{
  *camera = (EspCamera){ .is_set = TRUE, .table = ESP_TABLE_POSITIONS, .zoom = view->seen };
}

static void
camera_shown_cb (EspSession      *session,
                 const EspCamera *camera,
                 View            *view)
{
  g_assert_true (camera->is_set);
  view->seen = camera->zoom;
  view->n_shown++;
}

static void
connect_view (EspSession *session,
              View       *view)
{
  g_signal_connect (session, "camera-asked", G_CALLBACK (camera_asked_cb), view);
  g_signal_connect (session, "camera-shown", G_CALLBACK (camera_shown_cb), view);
}

static void
select_position (EspSession *session,
                 const char *id)
{
  esp_session_select (session, ESP_TABLE_POSITIONS, find_position (session, id));
}

static void
check_selected (EspSession *session,
                const char *id)
{
  g_assert_cmpuint (esp_session_get_selected_position (session), ==, find_position (session, id));
}

static EspNodeIx
find_unit_node (EspSession *session,
                const char *id)
{
  EspIx unit = esp_organization_find_id (esp_session_get_organization (session), ESP_TABLE_UNITS, id);

  return ESP_ITEM_NODE (esp_scene_find (esp_session_get_scene (session), ESP_TABLE_UNITS, unit));
}

static void
test_back_and_forward (void)
{
  g_autoptr (EspDocument) document = open_sample ();
  g_autoptr (EspSession) session = esp_session_new (document);
  EspPlaces *places = esp_session_get_places (session);
  g_autoptr (EspFilter) filter = esp_filter_with (NULL, ESP_FACET_SCOPE, "external");
  View view = { 1 };
  EspNodeIx pmo;
  g_autofree char *name = NULL;

  connect_view (session, &view);
  g_assert_false (esp_places_get_can_go_back (places));
  select_position (session, "ceo");
  view.seen = 2;
  pmo = find_unit_node (session, "pmo");
  esp_session_isolate (session, pmo);
  view.seen = 3;
  esp_session_show_role (session, "program-manager");
  view.seen = 4;
  esp_session_set_view (session, "organization");
  esp_session_set_filter (session, filter);
  view.seen = 5;
  g_assert_false (esp_places_get_can_go_forward (places));

  esp_places_go_back (places); /* before the filter */
  g_assert_null (esp_session_get_filter (session));
  g_assert_cmpfloat (view.seen, ==, 4);
  esp_places_go_back (places);
  g_assert_cmpstr (esp_session_get_view (session), ==, "compare");
  esp_places_go_back (places);
  g_assert_cmpstr (esp_session_get_view (session), ==, "organization");
  g_assert_cmpuint (esp_scene_get_top (esp_session_get_scene (session)), ==, pmo);
  g_assert_cmpfloat (view.seen, ==, 3);
  esp_places_go_back (places);
  g_assert_cmpuint (esp_scene_get_top (esp_session_get_scene (session)), ==, ESP_NODE_NONE);
  check_selected (session, "ceo");
  g_assert_cmpfloat (view.seen, ==, 2);
  name = esp_places_get_back_name (places);
  g_assert_cmpstr (name, ==, "Organization");
  esp_places_go_back (places);
  g_assert_cmpfloat (view.seen, ==, 1);
  g_assert_false (esp_places_get_can_go_back (places));
  esp_places_go_back (places);

  while (esp_places_get_can_go_forward (places))
    esp_places_go_forward (places);
  g_assert_true (esp_filter_equal (esp_session_get_filter (session), filter));
  g_assert_cmpfloat (view.seen, ==, 5);

  /* a new way from the middle */
  esp_places_go_back (places);
  esp_places_go_back (places);
  esp_session_set_view (session, "career");
  g_assert_false (esp_places_get_can_go_forward (places));
}

/* What is typed is one place, what is stepped through are several; clearing the selection is none. */
static void
test_search (void)
{
  g_autoptr (EspDocument) document = open_sample ();
  g_autoptr (EspSession) session = esp_session_new (document);
  EspPlaces *places = esp_session_get_places (session);
  EspFinder *finder = esp_session_get_finder (session);
  EspIx first;

  select_position (session, "ceo");
  esp_session_clear_selection (session);
  select_position (session, "ceo");
  esp_finder_set_active (finder, TRUE);
  esp_finder_set_query (finder, "m");
  esp_finder_set_query (finder, "ma quire");
  esp_finder_set_query (finder, "infra");
  esp_finder_set_query (finder, "infrastructure technical");
  first = esp_session_get_selected_position (session);
  esp_finder_next (finder);
  esp_places_go_back (places);
  g_assert_cmpuint (esp_session_get_selected_position (session), ==, first);
  esp_places_go_back (places);
  check_selected (session, "ceo");
}

static void
remove_edit (EspOrganization *organization,
             gpointer         user_data)
{
  esp_edit_remove_position (organization, GPOINTER_TO_UINT (user_data), ESP_REPORTS_MOVE_UP);
}

/* What is gone is left out; another document has no places yet. */
static void
test_gone (void)
{
  g_autoptr (EspDocument) document = open_sample ();
  g_autoptr (EspDocument) other = open_sample ();
  g_autoptr (EspSession) session = esp_session_new (document);
  EspPlaces *places = esp_session_get_places (session);
  EspIx gone = find_position (session, "cto");

  select_position (session, "cto");
  select_position (session, "ceo");
  esp_document_edit (document, remove_edit, GUINT_TO_POINTER (gone), NULL);
  esp_places_go_back (places);
  g_assert_false (esp_session_get_selection (session, NULL, NULL));
  esp_places_go_forward (places);
  check_selected (session, "ceo");
  for (guint i = 0; i < 500; i++)
    select_position (session, i % 2 == 0 ? "coo" : "ceo");
  for (guint i = 0; i < 500; i++)
    esp_places_go_back (places);
  g_assert_false (esp_places_get_can_go_back (places));
  esp_session_set_document (session, other);
  g_assert_false (esp_places_get_can_go_back (places));
  g_assert_false (esp_places_get_can_go_forward (places));
}

/* A place whose chart takes a while to be made: what was seen of it is shown then. */
static void
test_worker (void)
{
  g_autoptr (EspDocument) document = create_large (20000);
  g_autoptr (EspSession) session = esp_session_new (document);
  EspPlaces *places = esp_session_get_places (session);
  g_autoptr (EspFilter) filter = esp_filter_with (NULL, ESP_FACET_ROLE, "");
  View view = { 1 };

  wait_for_scene (session);
  connect_view (session, &view);
  esp_session_fold_below (session, ESP_NODE_NONE, TRUE);
  esp_session_reveal (session, ESP_TABLE_POSITIONS, find_position (session, "p15000"));
  view.seen = 2;
  esp_session_set_filter (session, filter);
  wait_for_scene (session);
  esp_session_isolate (session, 1);
  view.seen = 3;
  view.n_shown = 0;
  esp_places_go_back (places);
  esp_places_go_back (places);
  g_assert_true (esp_session_get_building (session));
  wait_for_scene (session);
  g_assert_cmpuint (view.n_shown, >, 0);
  g_assert_cmpfloat (view.seen, ==, 2);
  check_selected (session, "p15000");
  g_assert_true (esp_scene_is_shown (esp_session_get_scene (session),
                                     esp_scene_find (esp_session_get_scene (session), ESP_TABLE_POSITIONS, find_position (session, "p15000"))));
}

/* Taking the filter away shows what was seen before it, unless something else was selected. */
static void
test_filter (void)
{
  g_autoptr (EspDocument) document = open_sample ();
  g_autoptr (EspSession) session = esp_session_new (document);
  g_autoptr (EspFilter) one = esp_filter_with (NULL, ESP_FACET_SCOPE, "external");
  g_autoptr (EspFilter) two = esp_filter_with (NULL, ESP_FACET_VACANT, "yes");
  View view = { 1 };

  connect_view (session, &view);
  esp_session_set_filter (session, one);
  view.seen = 2;
  esp_session_set_filter (session, two);
  view.seen = 3;
  esp_session_set_filter (session, NULL);
  g_assert_cmpfloat (view.seen, ==, 1);
  esp_session_set_filter (session, two);
  view.seen = 4;
  select_position (session, "ceo");
  esp_session_set_filter (session, NULL);
  g_assert_cmpfloat (view.seen, ==, 4);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/places/back-and-forward", test_back_and_forward);
  g_test_add_func ("/session/places/search", test_search);
  g_test_add_func ("/session/places/gone", test_gone);
  g_test_add_func ("/session/places/worker", test_worker);
  g_test_add_func ("/session/places/filter", test_filter);

  return g_test_run ();
}
