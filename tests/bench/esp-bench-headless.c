/* esp-bench-headless.c — measurements without a display: generate, layout, search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-bench"

#include "esp-bench.h"

#include <stdio.h>

#include "catalogue/esp-catalogue.h"
#include "esp-generate.h"
#include "insight/esp-role-search.h"
#include "io/esp-io.h"

#define RUNS 9

static int
fail (const char *message)
{
  fprintf (stderr, "espalier-bench: %s\n", message);
  return 2;
}

int
esp_bench_generate (const EspBenchOptions *options)
{
  g_autoptr (EspOrganization) organization = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  EspFileKind kind;

  if (options->positions == 0 || options->argument == NULL)
    return fail ("generate takes --positions=N and a file");
  if (g_str_has_suffix (options->argument, ".csv"))
    kind = ESP_FILE_TABLE;
  else if (g_str_has_suffix (options->argument, ".espalier"))
    kind = ESP_FILE_DOCUMENT;
  else
    return fail ("the file ends in .espalier or .csv");

  organization = esp_generate_organization (options->shape, options->positions, options->lines, options->seed);
  file = g_file_new_for_commandline_arg (options->argument);
  if (!esp_io_save (organization, kind, file, NULL, NULL, NULL, NULL, NULL, &error))
    return fail (error->message);
  printf ("{\"positions\": %u, \"units\": %u, \"lines\": %u, \"shape\": \"%s\", \"seed\": %u}\n", options->positions,
          esp_organization_get_n (organization, ESP_TABLE_UNITS), options->lines, esp_shape_get_name (options->shape), options->seed);
  return 0;
}

int
esp_bench_layout (const EspBenchOptions *options)
{
  EspShapeForest forest;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  double first = 0;

  if (options->cards == 0)
    return fail ("layout takes --cards=N");
  esp_shape_forest_init (&forest, options->shape, options->cards, options->seed);
  for (guint i = 0; i < RUNS; i++)
    {
      EspLayoutInput input = { .tree = &forest.tree, .width = forest.width, .height = forest.height, .gaps = ESP_GAPS_INIT, .aspect = 1.6 };
      EspLayout layout;
      gint64 start = g_get_monotonic_time ();
      double ms;

      esp_layout_run (&input, &layout, NULL);
      ms = (g_get_monotonic_time () - start) / 1000.0;
      if (i == 0)
        first = ms;
      g_array_append_val (times, ms);
      esp_layout_clear (&layout);
    }
  printf ("{\"shape\": \"%s\", \"cards\": %u, \"runs\": %d, \"median_ms\": %.2f, \"first_ms\": %.2f, \"rss_mb\": %.1f}\n",
          esp_shape_get_name (options->shape), options->cards, RUNS, esp_bench_percentile (times, 50), first, esp_bench_get_peak_mb ());
  esp_shape_forest_clear (&forest);
  return 0;
}

/* The search is prepared when the search bar opens; a keystroke is one run. The model gives all hits at once, so the first is there with the last. */
int
esp_bench_search (const EspBenchOptions *options)
{
  g_autoptr (EspOrganization) organization = NULL;
  g_autoptr (EspSearch) search = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  gint64 start;
  double prepare_ms, all_ms;
  guint n_hits = 0;

  if (options->positions == 0 || options->query == NULL)
    return fail ("search takes --positions=N and --query=TEXT");
  organization = esp_generate_organization (ESP_SHAPE_ORG, options->positions, 0, options->seed);
  start = g_get_monotonic_time ();
  search = esp_role_search_new (organization, esp_catalogue_get_default ());
  prepare_ms = (g_get_monotonic_time () - start) / 1000.0;
  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (GArray) hits = NULL;
      double ms;

      start = g_get_monotonic_time ();
      hits = esp_search_run (search, options->query);
      ms = (g_get_monotonic_time () - start) / 1000.0;
      g_array_append_val (times, ms);
      n_hits = hits->len;
    }
  all_ms = esp_bench_percentile (times, 50);
  printf ("{\"positions\": %u, \"hits\": %u, \"first_ms\": %.2f, \"all_ms\": %.2f, \"prepare_ms\": %.2f}\n", options->positions, n_hits, all_ms,
          all_ms, prepare_ms);
  return 0;
}
