/* esp-cli-private.h — what the verbs share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "cli/esp-cli.h"
#include "io/esp-io.h"

G_BEGIN_DECLS

/**
 * EspCliOptions:
 * @verb: the verb
 * @arguments: (array zero-terminated=1): what is neither the verb nor an option
 * @json: --json
 * @chart: (nullable): --chart=
 * @direction: (nullable): --direction=
 * @import: what is said about a file that is not our own
 *
 * A command line, taken apart.
 */
typedef struct
{
  const char *verb;
  GPtrArray  *arguments;
  gboolean    json;
  const char *chart;
  const char *direction;
  EspImportOptions import;
} EspCliOptions;

int  esp_cli_stats   (const EspCliOptions *options);
int  esp_cli_check   (const EspCliOptions *options);
int  esp_cli_convert (const EspCliOptions *options);
int  esp_cli_diff    (const EspCliOptions *options);
int  esp_cli_find    (const EspCliOptions *options);
int  esp_cli_list    (const EspCliOptions *options);

int  esp_cli_fail       (const char      *format,
                         ...) G_GNUC_PRINTF (1, 2);
int  esp_cli_fail_with  (const GError    *error);
int  esp_cli_print_json (JsonBuilder     *builder,
                         int              code);
void esp_cli_add_text   (JsonBuilder     *builder,
                         const char      *name,
                         const char      *text);

G_END_DECLS
