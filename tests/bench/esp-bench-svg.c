/* esp-bench-svg.c — how long a large chart takes to become SVG, and how long it is then
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-bench"

#include "esp-bench.h"

#include <stdio.h>

#include "esp-generate.h"
#include "render/esp-render.h"

#define RUNS 5

/* The reporting chart has one card for each position. Building and laying out the scene is told apart: a window has done that before. */
int
esp_bench_svg (const EspBenchOptions *options)
{
  EspSceneOptions scene_options = ESP_SCENE_OPTIONS_INIT;
  EspRenderOptions render_options = ESP_RENDER_OPTIONS_INIT;
  EspRenderResult result;
  g_autoptr (EspOrganization) organization = NULL;
  g_autoptr (EspScene) scene = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  gsize n_bytes = 0;
  double scene_ms;
  gint64 start;

  if (options->cards == 0)
    {
      fprintf (stderr, "espalier-bench: svg takes --cards=N\n");
      return 2;
    }
  organization = esp_generate_organization (options->shape, options->cards, options->lines, options->seed);
  scene_options.chart = ESP_CHART_REPORTING;
  scene_options.n_cards_first = G_MAXUINT;
  start = g_get_monotonic_time ();
  scene = esp_scene_new (organization, esp_catalogue_get_default (), &scene_options, NULL);
  scene_ms = (g_get_monotonic_time () - start) / 1000.0;
  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      double ms;

      start = g_get_monotonic_time ();
      bytes = esp_render_svg (scene, &render_options, &result, NULL, &error);
      ms = (g_get_monotonic_time () - start) / 1000.0;
      if (bytes == NULL)
        {
          fprintf (stderr, "espalier-bench: %s\n", error->message);
          return 2;
        }
      n_bytes = g_bytes_get_size (bytes);
      g_array_append_val (times, ms);
    }
  printf ("{\"cards\": %u, \"lines\": %u, \"runs\": %d, \"ms\": %.1f, \"bytes\": %" G_GSIZE_FORMAT ", \"scene_ms\": %.1f, \"rss_mb\": %.1f}\n",
          result.n_items, options->lines, RUNS, esp_bench_percentile (times, 50), n_bytes, scene_ms, esp_bench_get_peak_mb ());
  return 0;
}
