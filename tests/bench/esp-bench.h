/* esp-bench.h — the measurements of the bench program; each prints one JSON object on one line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "esp-shapes.h"

G_BEGIN_DECLS

typedef struct
{
  const char *verb;
  const char *argument; /* or NULL */
  guint32     positions;
  guint32     cards;
  guint32     lines;
  guint32     seed;
  EspShape    shape;
  const char *query;
} EspBenchOptions;

int    esp_bench_generate (const EspBenchOptions *options);
int    esp_bench_layout   (const EspBenchOptions *options);
int    esp_bench_svg      (const EspBenchOptions *options);
int    esp_bench_search   (const EspBenchOptions *options);
int    esp_bench_open     (const EspBenchOptions *options);
int    esp_bench_frames   (const EspBenchOptions *options);
int    esp_bench_toggle   (const EspBenchOptions *options);
int    esp_bench_start    (const EspBenchOptions *options);

double esp_bench_get_peak_mb (void);
double esp_bench_percentile  (GArray *values,
                              double  percent);

G_END_DECLS
