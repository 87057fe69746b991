/* esp-bench.c — measures what design promises: “espalier-bench VERB …” prints one JSON object on one line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-bench"

#include "esp-bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct
{
  const char *name;
  int (*run) (const EspBenchOptions *options);
  const char *usage;
} verbs[] = {
  { "generate", esp_bench_generate, "generate --positions=N [--shape=org|chain|star|binary|caterpillar] [--lines=M] [--seed=S] FILE" },
  { "layout", esp_bench_layout, "layout --shape=SHAPE --cards=N" },
  { "frames", esp_bench_frames, "frames --positions=N [--lines=M]" },
  { "toggle", esp_bench_toggle, "toggle --positions=N" },
  { "search", esp_bench_search, "search --positions=N --query=TEXT" },
  { "open", esp_bench_open, "open FILE" },
  { "svg", esp_bench_svg, "svg --cards=N [--shape=SHAPE] [--lines=M]" },
  { "start", esp_bench_start, "start" },
};

/* The most memory the process has held, in MB of 10^6 bytes */
double
esp_bench_get_peak_mb (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) || (line = strstr (status, "VmHWM:")) == NULL)
    return 0;
  return g_ascii_strtoull (line + strlen ("VmHWM:"), NULL, 10) * 1024.0 / 1e6;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The value that @percent of @values do not exceed; sorts them. 0 without values */
double
esp_bench_percentile (GArray *values,
                      double  percent)
{
  if (values->len == 0)
    return 0;
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, MIN (values->len - 1, (guint) (values->len * percent / 100)));
}

static int
fail (const char *what,
      const char *value)
{
  fprintf (stderr, "espalier-bench: %s%s\n", what, value);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    fprintf (stderr, "  espalier-bench %s\n", verbs[i].usage);
  return 2;
}

static gboolean
take_number (const char *argument,
             const char *option,
             guint32    *value)
{
  guint64 number;

  if (!g_str_has_prefix (argument, option) ||
      !g_ascii_string_to_unsigned (argument + strlen (option), 10, 0, G_MAXINT32, &number, NULL))
    return FALSE;
  *value = number;
  return TRUE;
}

static gboolean
take_option (EspBenchOptions *options,
             const char      *argument)
{
  if (take_number (argument, "--positions=", &options->positions) || take_number (argument, "--cards=", &options->cards) ||
      take_number (argument, "--lines=", &options->lines) || take_number (argument, "--seed=", &options->seed))
    return TRUE;
  if (g_str_has_prefix (argument, "--shape="))
    return esp_shape_from_name (argument + strlen ("--shape="), &options->shape);
  if (g_str_has_prefix (argument, "--query="))
    {
      options->query = argument + strlen ("--query=");
      return TRUE;
    }
  if (g_str_has_prefix (argument, "--") || options->argument != NULL)
    return FALSE;
  options->argument = argument;
  return TRUE;
}

int
main (int argc, char **argv)
{
  EspBenchOptions options = { .seed = 1, .shape = ESP_SHAPE_ORG };

  if (argc < 2)
    return fail ("no verb", "");
  options.verb = argv[1];
  for (int i = 2; i < argc; i++)
    if (!take_option (&options, argv[i]))
      return fail ("not understood: ", argv[i]);

  g_setenv ("GSETTINGS_SCHEMA_DIR", ESP_SCHEMA_DIR, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].name, options.verb))
      return verbs[i].run (&options);
  return fail ("no such verb: ", options.verb);
}
