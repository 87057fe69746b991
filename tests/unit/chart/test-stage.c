/* test-stage.c — which stage is drawn at which zoom, and that it does not flicker
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "chart/esp-stage.h"

static void
test_thresholds (void)
{
  static const struct
  {
    double   zoom;
    guint    n;
    EspStage stage;
  } rows[] = {
    { 1, 20, ESP_STAGE_CARDS },      { 0.75, 20, ESP_STAGE_CARDS },    { 0.74, 20, ESP_STAGE_NAMES },   { 1, 121, ESP_STAGE_NAMES },
    { 0.36, 400, ESP_STAGE_NAMES },  { 0.35, 400, ESP_STAGE_BLOCKS },  { 0.5, 401, ESP_STAGE_BLOCKS },  { 0.08, 4000, ESP_STAGE_BLOCKS },
    { 0.079, 10, ESP_STAGE_WALL },   { 0.2, 4001, ESP_STAGE_WALL },    { 4, 1000000, ESP_STAGE_WALL },  { 1e-6, 0, ESP_STAGE_WALL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (esp_stage_choose (ESP_STAGE_NONE, rows[i].zoom, rows[i].n, 120), ==, rows[i].stage);
}

/* Between the two zooms of a border the present stage stays, whichever it is */
static void
test_hysteresis (void)
{
  g_assert_cmpint (esp_stage_choose (ESP_STAGE_CARDS, 0.72, 20, 120), ==, ESP_STAGE_CARDS);
  g_assert_cmpint (esp_stage_choose (ESP_STAGE_NAMES, 0.72, 20, 120), ==, ESP_STAGE_NAMES);
  g_assert_cmpint (esp_stage_choose (ESP_STAGE_CARDS, 0.68, 20, 120), ==, ESP_STAGE_NAMES);
  g_assert_cmpint (esp_stage_choose (ESP_STAGE_BLOCKS, 0.35, 20, 120), ==, ESP_STAGE_BLOCKS);
  g_assert_cmpint (esp_stage_choose (ESP_STAGE_NAMES, 0.35, 20, 120), ==, ESP_STAGE_NAMES);
  g_assert_cmpint (esp_stage_choose (ESP_STAGE_WALL, 0.075, 20, 120), ==, ESP_STAGE_WALL);

  /* the number of widgets is a limit that nothing stretches */
  g_assert_cmpint (esp_stage_choose (ESP_STAGE_CARDS, 1, 120, 120), ==, ESP_STAGE_CARDS);
  g_assert_cmpint (esp_stage_choose (ESP_STAGE_CARDS, 1, 121, 120), ==, ESP_STAGE_NAMES);
  g_assert_cmpint (esp_stage_choose (ESP_STAGE_NAMES, 1, 115, 120), ==, ESP_STAGE_NAMES);
  g_assert_cmpint (esp_stage_choose (ESP_STAGE_NAMES, 1, 110, 120), ==, ESP_STAGE_CARDS);
}

/* Asked again with its own answer it gives the same answer: nothing moves by itself */
static void
test_settles (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 10000; i++)
    {
      EspStage present = g_rand_int_range (rand, ESP_STAGE_CARDS, ESP_STAGE_NONE + 1);
      double zoom = g_rand_double_range (rand, 0.02, 1.5);
      guint n = g_rand_int_range (rand, 0, i % 2 ? 6000 : 500);
      EspStage stage = esp_stage_choose (present, zoom, n, 120);

      g_assert_cmpint (stage, !=, ESP_STAGE_NONE);
      g_assert_cmpint (esp_stage_choose (stage, zoom, n, 120), ==, stage);
      if (stage == ESP_STAGE_CARDS)
        g_assert_cmpuint (n, <=, 120);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/stage/thresholds", test_thresholds);
  g_test_add_func ("/chart/stage/hysteresis", test_hysteresis);
  g_test_add_func ("/chart/stage/settles", test_settles);

  return g_test_run ();
}
