/* test-routes.c — secondary lines by kind, and very many of them bundled
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "organizations.h"

#define N_TEAMS 5
#define N_SEATS 40 /* in each */

static void
add_line (EspOrganization *organization,
          const char      *from,
          const char      *to,
          EspLineKind      kind)
{
  EspLine line = { .to = esp_organization_intern (organization, to), .kind = esp_organization_intern (organization, esp_line_kind_to_string (kind)) };

  esp_organization_set (organization, ESP_TABLE_POSITIONS, esp_organization_find_id (organization, ESP_TABLE_POSITIONS, from), ESP_POSITION_LINES,
                        esp_organization_add_list (organization, (const guint32 *) &line, ESP_LINE_WORDS));
}

/* A head, managers “m0” …, their reports “p0-0” …; each report has a line to the one of the same number in the next team, of a kind by the team */
static EspOrganization *
create_teams (void)
{
  g_autoptr (GString) text = g_string_new ("position head - -\n");
  EspOrganization *organization;

  for (guint team = 0; team < N_TEAMS; team++)
    {
      g_string_append_printf (text, "position m%u - head\n", team);
      for (guint i = 0; i < N_SEATS; i++)
        g_string_append_printf (text, "position p%u-%u - m%u\n", team, i, team);
    }
  organization = organization_from_text (text->str);
  esp_organization_begin (organization, "Lines");
  for (guint team = 0; team < N_TEAMS; team++)
    for (guint i = 0; i < N_SEATS; i++)
      {
        g_autofree char *from = g_strdup_printf ("p%u-%u", team, i);
        g_autofree char *to = g_strdup_printf ("p%u-%u", (team + 1) % N_TEAMS, i);

        add_line (organization, from, to, team);
      }
  esp_organization_commit (organization);
  return organization;
}

static EspScene *
open_teams (EspOrganization *organization)
{
  EspSceneOptions options = ESP_SCENE_OPTIONS_INIT;

  options.chart = ESP_CHART_REPORTING;
  options.n_cards_first = 10000;
  return esp_scene_new (organization, esp_catalogue_get_default (), &options, NULL);
}

static void
test_kinds (void)
{
  g_autoptr (EspOrganization) organization = create_teams ();
  g_autoptr (EspScene) scene = open_teams (organization);
  guint32 counts[ESP_LINE_N_KINDS];
  const EspRoute *routes;
  guint32 n;

  esp_scene_count_lines (scene, counts);
  for (guint kind = 0; kind < ESP_LINE_N_KINDS; kind++)
    g_assert_cmpuint (counts[kind], ==, N_SEATS);
  g_assert_cmpuint (esp_scene_get_n_routes (scene), ==, N_TEAMS * N_SEATS);
  esp_scene_set_hidden_lines (scene, ~(1u << ESP_LINE_PROGRAM));
  routes = esp_scene_get_routes (scene, &n);
  g_assert_cmpuint (n, ==, N_SEATS);
  for (guint32 i = 0; i < n; i++)
    g_assert_cmpint (routes[i].kind, ==, ESP_LINE_PROGRAM);
  esp_scene_count_lines (scene, counts);
  g_assert_cmpuint (counts[ESP_LINE_DOTTED], ==, N_SEATS);
  esp_scene_set_hidden_lines (scene, 0);
  g_assert_cmpuint (esp_scene_get_n_routes (scene), ==, N_TEAMS * N_SEATS);
}

static void
test_rough (void)
{
  g_autoptr (EspOrganization) organization = create_teams ();
  g_autoptr (EspScene) scene = open_teams (organization);
  g_autoptr (GPtrArray) routes = g_ptr_array_new ();
  EspRect all;
  guint n_rough = 0;

  esp_scene_get_bounds (scene, &all);
  g_assert_cmpuint (esp_scene_query_routes (scene, &all, routes), ==, N_TEAMS * N_SEATS);
  for (guint i = 0; i < routes->len; i++)
    {
      EspRoute *route = g_ptr_array_index (routes, i);

      n_rough += route->is_rough;
      esp_scene_lead_around (scene, route);
      g_assert_false (route->is_rough);
    }
  g_assert_cmpuint (n_rough, ==, routes->len);
}

static void
test_bundles (void)
{
  g_autoptr (EspOrganization) organization = create_teams ();
  g_autoptr (EspScene) scene = open_teams (organization);
  g_autoptr (GPtrArray) bundles = g_ptr_array_new ();
  EspRect all;
  guint32 n_lines = 0;

  esp_scene_get_bounds (scene, &all);
  g_assert_cmpuint (esp_scene_query_bundles (scene, &all, 1000, bundles), ==, N_TEAMS * N_SEATS);

  /* one from each team to the next */
  g_ptr_array_set_size (bundles, 0);
  esp_scene_set_folded (scene, 1, TRUE);
  esp_scene_set_folded (scene, 1, FALSE);
  g_assert_cmpuint (esp_scene_query_bundles (scene, &all, 20, bundles), ==, N_TEAMS);
  for (guint i = 0; i < bundles->len; i++)
    {
      const EspRoute *bundle = g_ptr_array_index (bundles, i);

      g_assert_cmpuint (esp_scene_get_parent (scene, ESP_ITEM_NODE (bundle->from)), ==, 0);
      g_assert_cmpuint (esp_scene_get_parent (scene, ESP_ITEM_NODE (bundle->to)), ==, 0);
      g_assert_cmpuint (bundle->n_points, >=, 2);
      n_lines += bundle->count;
    }
  g_assert_cmpuint (n_lines, ==, N_TEAMS * N_SEATS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/routes/kinds", test_kinds);
  g_test_add_func ("/scene/routes/rough", test_rough);
  g_test_add_func ("/scene/routes/bundles", test_bundles);

  return g_test_run ();
}
