/* test-marks.c — marks against a count by hand, on random organizations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "organizations.h"

#define N_RANDOM 60

static GArray *
pick_positions (GRand           *rand,
                EspOrganization *organization)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (EspIx));
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, ESP_TABLE_POSITIONS, &n);
  int share = g_rand_int_range (rand, 0, 4);

  for (guint32 i = 0; i < n; i++)
    if (g_rand_int_range (rand, 0, 4) < share)
      g_array_append_val (positions, order[i]);
  return positions;
}

/* Whether a node is at or below another one */
static gboolean
is_in_branch (EspScene  *scene,
              EspNodeIx  node,
              EspNodeIx  top)
{
  while (node != ESP_NODE_NONE && node != top)
    node = esp_scene_get_parent (scene, node);
  return node == top;
}

static void
check_below (EspScene *scene,
             GArray   *positions)
{
  for (EspNodeIx node = 0; node < esp_scene_get_n_nodes (scene); node++)
    {
      guint n = 0;

      for (guint i = 0; i < positions->len; i++)
        {
          EspItem item = esp_scene_find (scene, ESP_TABLE_POSITIONS, g_array_index (positions, EspIx, i));

          g_assert_true (esp_scene_is_marked (scene, item));
          n += ESP_ITEM_NODE (item) != node && is_in_branch (scene, ESP_ITEM_NODE (item), node);
        }
      g_assert_cmpuint (esp_scene_get_n_marked_below (scene, node), ==, n);
    }
}

/* What is seen of the marks, as single nodes and as one block: each mark that is in the chart once, at its card or at the one it is folded into. */
static void
check_visible (EspScene *scene,
               GArray   *positions)
{
  g_autoptr (GArray) visible = g_array_new (FALSE, FALSE, sizeof (EspVisible));
  const double sizes[] = { 0, 1e9 };
  EspRect all;

  esp_scene_get_bounds (scene, &all);
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      guint n_shown = 0, n_seen = 0;

      g_array_set_size (visible, 0);
      esp_scene_query (scene, &all, sizes[s], visible);
      for (guint i = 0; i < visible->len; i++)
        n_seen += g_array_index (visible, EspVisible, i).marks;
      for (guint i = 0; i < positions->len; i++)
        n_shown += esp_scene_get_shown (scene, esp_scene_find (scene, ESP_TABLE_POSITIONS, g_array_index (positions, EspIx, i))) != ESP_ITEM_NONE;
      g_assert_cmpuint (n_seen, ==, n_shown);
    }
}

static void
check_present (EspScene *scene,
               GArray   *positions)
{
  g_autoptr (GArray) kept = g_array_copy (positions);
  guint n = 0;

  esp_scene_keep_present (scene, kept);
  for (guint i = 0; i < positions->len; i++)
    {
      EspIx position = g_array_index (positions, EspIx, i);

      if (esp_scene_get_top (scene) != ESP_NODE_NONE &&
          !is_in_branch (scene, ESP_ITEM_NODE (esp_scene_find (scene, ESP_TABLE_POSITIONS, position)), esp_scene_get_top (scene)))
        continue;
      g_assert_cmpuint (n, <, kept->len);
      g_assert_cmpuint (g_array_index (kept, EspIx, n++), ==, position);
    }
  g_assert_cmpuint (n, ==, kept->len);
}

static void
test_random (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < N_RANDOM; round++)
    {
      g_autoptr (EspOrganization) organization = organization_at_random (rand, (guint) g_rand_int_range (rand, 1, 120));
      g_autoptr (GArray) positions = pick_positions (rand, organization);
      EspSceneOptions options = ESP_SCENE_OPTIONS_INIT;
      g_autoptr (EspScene) scene = NULL;

      options.chart = g_rand_boolean (rand) ? ESP_CHART_STRUCTURE : ESP_CHART_REPORTING;
      options.n_cards_first = 10;
      options.n_cards_levels = (guint) g_rand_int_range (rand, 1, 60);
      scene = esp_scene_new (organization, esp_catalogue_get_default (), &options, NULL);
      esp_scene_set_marks (scene, (const EspIx *) positions->data, positions->len);
      g_assert_cmpuint (esp_scene_get_n_marks (scene), ==, positions->len);
      check_below (scene, positions);
      check_visible (scene, positions);
      check_present (scene, positions);
      esp_scene_set_folded (scene, (EspNodeIx) g_rand_int_range (rand, 0, (gint32) esp_scene_get_n_nodes (scene)), g_rand_boolean (rand));
      check_visible (scene, positions);
      esp_scene_set_top (scene, (EspNodeIx) g_rand_int_range (rand, 0, (gint32) esp_scene_get_n_nodes (scene)));
      check_visible (scene, positions);
      check_present (scene, positions);
      options.chart = options.chart == ESP_CHART_STRUCTURE ? ESP_CHART_REPORTING : ESP_CHART_STRUCTURE;
      esp_scene_set_options (scene, &options);
      check_below (scene, positions);
      check_visible (scene, positions);
      esp_scene_set_marks (scene, NULL, 0);
      g_assert_cmpuint (esp_scene_get_n_marked_below (scene, 0), ==, 0);
    }
}

/* A chain and a star of a million: nothing climbs from every mark. */
static void
test_large (void)
{
  const Shape shapes[] = { SHAPE_CHAIN, SHAPE_STAR, SHAPE_ORGANIZATION };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (EspOrganization) organization = organization_of_shape (shapes[i], 1000000);
      EspSceneOptions options = ESP_SCENE_OPTIONS_INIT;
      g_autoptr (EspScene) scene = NULL;
      g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (EspIx));
      guint32 n;
      const EspIx *order = esp_organization_get_order (organization, ESP_TABLE_POSITIONS, &n);
      gint64 started;

      options.chart = ESP_CHART_REPORTING;
      scene = esp_scene_new (organization, esp_catalogue_get_default (), &options, NULL);
      g_array_append_vals (all, order, n);
      started = g_get_monotonic_time ();
      esp_scene_set_marks (scene, order, n);
      g_assert_cmpuint (esp_scene_get_n_marked_below (scene, 0), ==, n - 1);
      g_test_message ("a million marks: %.1f ms", (g_get_monotonic_time () - started) / 1e3);
      esp_scene_set_top (scene, esp_scene_get_n_nodes (scene) / 2);
      started = g_get_monotonic_time ();
      esp_scene_keep_present (scene, all);
      g_test_message ("those of half: %.1f ms", (g_get_monotonic_time () - started) / 1e3);
      g_assert_cmpuint (all->len, ==, esp_scene_get_n_marked_below (scene, esp_scene_get_top (scene)) + 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/marks/random", test_random);
  g_test_add_func ("/scene/marks/large", test_large);

  return g_test_run ();
}
