/* test-viewport.c — pan, zoom, flights and coasting, as arithmetic
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "widgets/esp-motion.h"
#include "widgets/esp-narrow-bin.h"
#include "widgets/esp-viewport.h"

static EspViewport
make_viewport (double width,
               double height,
               double content_width,
               double content_height)
{
  EspViewport viewport;
  EspRect content = { 0, 0, content_width, content_height };

  esp_viewport_init (&viewport);
  esp_viewport_set_content (&viewport, &content);
  esp_viewport_set_size (&viewport, width, height);
  return viewport;
}

static void
test_there_and_back (void)
{
  EspViewport viewport = make_viewport (1280, 800, 5000, 3000);
  EspPoint view, world;

  esp_viewport_zoom_at (&viewport, 0.7, 300, 200);
  view = esp_viewport_to_view (&viewport, 1234, 567);
  world = esp_viewport_to_world (&viewport, view.x, view.y);
  g_assert_cmpfloat_with_epsilon (world.x, 1234, 1e-9);
  g_assert_cmpfloat_with_epsilon (world.y, 567, 1e-9);
}

static void
test_zoom_about_a_point (void)
{
  EspViewport viewport = make_viewport (1280, 800, 20000, 9000);
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  esp_viewport_center (&viewport, 10000, 4500);
  for (guint i = 0; i < 200; i++)
    {
      double x = g_rand_double_range (rand, 500, 780);
      double y = g_rand_double_range (rand, 300, 500);
      EspPoint before = esp_viewport_to_world (&viewport, x, y);
      EspPoint after;

      esp_viewport_zoom_at (&viewport, g_rand_double_range (rand, 0.2, 4), x, y);
      after = esp_viewport_to_world (&viewport, x, y);
      g_assert_cmpfloat_with_epsilon (before.x, after.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (before.y, after.y, 1e-6);
    }
}

static void
test_limits (void)
{
  /* a row of a million cards */
  EspViewport viewport = make_viewport (1280, 800, 252e6, 84);

  g_assert_cmpfloat_with_epsilon (esp_viewport_get_min_zoom (&viewport), 1208 / 252e6, 1e-12);
  esp_viewport_zoom_at (&viewport, 1e-9, 640, 400);
  g_assert_cmpfloat_with_epsilon (viewport.zoom, 1208 / 252e6, 1e-12);
  esp_viewport_zoom_at (&viewport, 100, 640, 400);
  g_assert_cmpfloat (viewport.zoom, ==, 4);

  /* what is small is not blown up by a fit */
  viewport = make_viewport (1280, 800, 228, 84);
  esp_viewport_fit (&viewport, &viewport.content);
  g_assert_cmpfloat (viewport.zoom, ==, 1);
  g_assert_true (esp_viewport_shows (&viewport, &viewport.content));

  viewport = make_viewport (1280, 800, 0, 0);
  esp_viewport_fit (&viewport, &viewport.content);
  g_assert_cmpfloat (viewport.zoom, ==, 1);
}

static void
test_fit (void)
{
  EspViewport viewport = make_viewport (1280, 800, 4000, 1000);
  EspPoint corner;

  esp_viewport_fit (&viewport, &viewport.content);
  corner = esp_viewport_to_view (&viewport, 0, 0);
  g_assert_cmpfloat_with_epsilon (corner.x, 36, 1e-6);
  corner = esp_viewport_to_view (&viewport, 4000, 1000);
  g_assert_cmpfloat_with_epsilon (corner.x, 1280 - 36, 1e-6);
  g_assert_cmpfloat_with_epsilon (corner.y, 400 + 500 * viewport.zoom, 1e-6);
}

static void
test_never_lost (void)
{
  EspViewport viewport = make_viewport (1280, 800, 4000, 1000);
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 500; i++)
    {
      EspRect visible, seen;

      if (i % 3 == 0)
        esp_viewport_zoom_at (&viewport, exp (g_rand_double_range (rand, -3, 1.3)), 100, 700);
      else
        esp_viewport_pan (&viewport, g_rand_double_range (rand, -9000, 9000), g_rand_double_range (rand, -9000, 9000));
      visible = esp_viewport_get_visible (&viewport, 0);
      seen = esp_rect_intersection (&visible, &viewport.content);
      g_assert_cmpfloat (seen.width * viewport.zoom, >=, 95.99);
      g_assert_cmpfloat (seen.height * viewport.zoom, >=, 95.99);
    }
}

static void
test_bring_into_view (void)
{
  EspViewport viewport = make_viewport (1000, 800, 5000, 5000);
  EspRect card = { 3000, 2000, 228, 102 };
  EspViewport before;

  esp_viewport_bring_into_view (&viewport, &card, 36);
  g_assert_cmpfloat_with_epsilon (viewport.x, 3000 + 228 + 36 - 1000, 1e-9);
  g_assert_cmpfloat_with_epsilon (viewport.y, 2000 + 102 + 36 - 800, 1e-9);
  before = viewport;
  esp_viewport_bring_into_view (&viewport, &card, 36);
  g_assert_cmpfloat (viewport.x, ==, before.x);
  g_assert_cmpfloat (viewport.y, ==, before.y);
}

static void
test_resize_keeps_the_middle (void)
{
  EspViewport viewport = make_viewport (1000, 800, 5000, 5000);
  EspPoint middle;

  esp_viewport_center (&viewport, 2000, 2000);
  esp_viewport_set_size (&viewport, 600, 500);
  middle = esp_viewport_to_world (&viewport, 300, 250);
  g_assert_cmpfloat_with_epsilon (middle.x, 2000, 1e-9);
  g_assert_cmpfloat_with_epsilon (middle.y, 2000, 1e-9);
}

static void
test_device_grid (void)
{
  EspViewport viewport = make_viewport (1000, 800, 5000, 5000);

  esp_viewport_center (&viewport, 2000.37, 2000.81);
  for (guint i = 0; i < 20; i++)
    {
      EspPoint origin = esp_viewport_get_origin (&viewport, 2);
      double grain = viewport.zoom * 2;

      g_assert_cmpfloat_with_epsilon (origin.x * grain, round (origin.x * grain), 1e-6);
      g_assert_cmpfloat (fabs (origin.x - viewport.x) * grain, <=, 0.5 + 1e-6);
      esp_viewport_zoom_at (&viewport, viewport.zoom * 0.93, 500, 400);
    }
}

static void
test_fling (void)
{
  EspViewport once = make_viewport (1000, 800, 50000, 50000);
  EspViewport often;
  EspFling fling = { 0, 0 };
  double x;
  guint steps = 0;

  esp_viewport_center (&once, 25000, 25000);
  often = once;
  x = once.x;

  esp_fling_start (&fling, 100, 0);
  g_assert_false (esp_fling_step (&fling, 0.1, &once));
  g_assert_cmpfloat (once.x, ==, x);

  esp_fling_start (&fling, 2000, -500);
  esp_fling_step (&fling, 0.2, &once);
  esp_fling_start (&fling, 2000, -500);
  for (guint i = 0; i < 20; i++)
    esp_fling_step (&fling, 0.01, &often);
  g_assert_cmpfloat_with_epsilon (once.x, often.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (once.y, often.y, 1e-6);
  g_assert_cmpfloat (once.x, >, x);

  while (esp_fling_step (&fling, 1 / 60.0, &often))
    g_assert_cmpuint (++steps, <, 300);
  g_assert_cmpfloat_with_epsilon (often.x, x + 500, 6);
}

static void
test_flight (void)
{
  EspViewport from = make_viewport (1000, 800, 50000, 50000);
  EspViewport to, now;
  EspFlight flight;
  EspPoint fixed = { 20100, 20080 };
  EspPoint where;
  guint steps = 0;

  esp_viewport_center (&from, 20000, 20000);
  to = now = from;
  where = esp_viewport_to_view (&from, fixed.x, fixed.y);
  esp_viewport_zoom_at (&to, 0.25, where.x, where.y);

  esp_flight_start (&flight, &from, &to, 0.19);
  while (esp_flight_step (&flight, 1 / 60.0, &now))
    {
      EspPoint seen = esp_viewport_to_view (&now, fixed.x, fixed.y);

      g_assert_cmpfloat_with_epsilon (seen.x, where.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (seen.y, where.y, 1e-6);
      g_assert_cmpfloat (now.zoom, <, 1);
      g_assert_cmpfloat (now.zoom, >, 0.25);
      g_assert_cmpuint (++steps, <, 20);
    }
  g_assert_cmpfloat (now.zoom, ==, to.zoom);
  g_assert_cmpfloat (now.x, ==, to.x);
  g_assert_cmpuint (steps, ==, 11);
  g_assert_cmpfloat (esp_flight_distance (&from, &from), ==, 0);
  g_assert_cmpfloat (esp_flight_distance (&from, &to), <, 1);
}

static void
test_overview (void)
{
  EspRect stripe = { -100, 50, 1600000, 900 };
  EspRect square = { 0, 0, 1800, 1200 };
  EspOverview overview;
  EspRect map;
  EspPoint world;

  esp_overview_init (&overview, &stripe, 168, 108);
  map = esp_overview_to_map (&overview, &stripe);
  g_assert_cmpfloat_with_epsilon (map.width, 168, 1e-6);
  g_assert_cmpfloat_with_epsilon (map.height, 54, 1e-6);
  world = esp_overview_to_world (&overview, map.x + 84, map.y + 27);
  g_assert_cmpfloat_with_epsilon (world.x, 799900, 1e-3);
  g_assert_cmpfloat_with_epsilon (world.y, 500, 1e-6);

  esp_overview_init (&overview, &square, 180, 120);
  g_assert_cmpfloat (overview.scale_x, ==, overview.scale_y);
}

static void
test_width_classes (void)
{
  g_assert_cmpint (esp_width_class_of (360, ESP_WIDTH_CLASS_NARROW), ==, ESP_WIDTH_CLASS_NARROW);
  g_assert_cmpint (esp_width_class_of (599, ESP_WIDTH_CLASS_NARROW), ==, ESP_WIDTH_CLASS_NARROW);
  g_assert_cmpint (esp_width_class_of (600, ESP_WIDTH_CLASS_NARROW), ==, ESP_WIDTH_CLASS_MEDIUM);
  g_assert_cmpint (esp_width_class_of (577, ESP_WIDTH_CLASS_MEDIUM), ==, ESP_WIDTH_CLASS_MEDIUM);
  g_assert_cmpint (esp_width_class_of (575, ESP_WIDTH_CLASS_MEDIUM), ==, ESP_WIDTH_CLASS_NARROW);
  g_assert_cmpint (esp_width_class_of (1079, ESP_WIDTH_CLASS_MEDIUM), ==, ESP_WIDTH_CLASS_MEDIUM);
  g_assert_cmpint (esp_width_class_of (1080, ESP_WIDTH_CLASS_MEDIUM), ==, ESP_WIDTH_CLASS_WIDE);
  g_assert_cmpint (esp_width_class_of (1057, ESP_WIDTH_CLASS_WIDE), ==, ESP_WIDTH_CLASS_WIDE);
  g_assert_cmpint (esp_width_class_of (1055, ESP_WIDTH_CLASS_WIDE), ==, ESP_WIDTH_CLASS_MEDIUM);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/widgets/viewport/there-and-back", test_there_and_back);
  g_test_add_func ("/widgets/viewport/zoom-about-a-point", test_zoom_about_a_point);
  g_test_add_func ("/widgets/viewport/limits", test_limits);
  g_test_add_func ("/widgets/viewport/fit", test_fit);
  g_test_add_func ("/widgets/viewport/never-lost", test_never_lost);
  g_test_add_func ("/widgets/viewport/bring-into-view", test_bring_into_view);
  g_test_add_func ("/widgets/viewport/resize-keeps-the-middle", test_resize_keeps_the_middle);
  g_test_add_func ("/widgets/viewport/device-grid", test_device_grid);
  g_test_add_func ("/widgets/motion/fling", test_fling);
  g_test_add_func ("/widgets/motion/flight", test_flight);
  g_test_add_func ("/widgets/overview", test_overview);
  g_test_add_func ("/widgets/width-classes", test_width_classes);

  return g_test_run ();
}
