/* test-scale.c — a million positions: nothing recurses, and a position costs what it may
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "organizations.h"

#define N_POSITIONS 1000000

/* Bytes a position may cost the scene; a chain keeps totals for every node, which nothing real does. */
#define MAX_BYTES 64.0
#define MAX_BYTES_CHAIN 88.0

static double
get_ms (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000.0;
}

static void
check_shape (Shape  shape,
             double max_bytes)
{
  g_autoptr (EspOrganization) organization = organization_of_shape (shape, N_POSITIONS);
  EspSceneOptions options = ESP_SCENE_OPTIONS_INIT;
  g_autoptr (EspScene) scene = NULL;
  g_autoptr (GArray) visible = g_array_new (FALSE, FALSE, sizeof (EspVisible));
  g_autoptr (GArray) wires = NULL;
  EspTotals totals;
  EspRect bounds;
  EspItem item;
  gint64 start;
  double built, opened, bytes;

  esp_catalogue_get_default ();
  options.chart = ESP_CHART_REPORTING;
  start = g_get_monotonic_time ();
  scene = esp_scene_new (organization, esp_catalogue_get_default (), &options, NULL);
  built = get_ms (start);
  start = g_get_monotonic_time ();
  esp_scene_fold_below (scene, ESP_NODE_NONE, FALSE);
  esp_scene_layout (scene);
  opened = get_ms (start);
  bytes = (double) esp_scene_get_size (scene) / N_POSITIONS;
  g_test_message ("shape %d: built and folded in %.0f ms, all laid out in %.0f ms, %.1f bytes a position", shape, built, opened, bytes);

  g_assert_cmpuint (esp_scene_get_n_shown (scene), ==, N_POSITIONS);
  g_assert_cmpfloat (bytes, <=, max_bytes);
  esp_scene_get_totals (scene, 0, &totals);
  g_assert_cmpuint (totals.total, ==, N_POSITIONS - 1);
  esp_scene_get_bounds (scene, &bounds);
  esp_scene_query (scene, &bounds, MAX (bounds.width, bounds.height) / 300.0, visible);
  g_assert_cmpuint (visible->len, >, 0);
  g_assert_cmpuint (visible->len, <, 12000);
  wires = g_array_new (FALSE, FALSE, sizeof (EspWire));
  g_assert_cmpuint (esp_scene_query_wires (scene, &bounds, MAX (bounds.width, bounds.height) / 300.0, wires), <, 12000);

  item = find_item (scene, "999999");
  g_assert_cmpuint (esp_scene_get_item_level (scene, item), >=, 2);
  esp_scene_fold_below (scene, ESP_NODE_NONE, TRUE);
  g_assert_false (esp_scene_is_shown (scene, item));
  g_assert_true (esp_scene_reveal (scene, item));
  g_assert_true (esp_scene_is_shown (scene, item));
}

static void
test_organization (void)
{
  check_shape (SHAPE_ORGANIZATION, MAX_BYTES);
}

static void
test_chain (void)
{
  check_shape (SHAPE_CHAIN, MAX_BYTES_CHAIN);
}

static void
test_star (void)
{
  check_shape (SHAPE_STAR, MAX_BYTES);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scale/organization", test_organization);
  g_test_add_func ("/scale/chain", test_chain);
  g_test_add_func ("/scale/star", test_star);
  return g_test_run ();
}
