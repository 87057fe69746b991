/* esp-cli-stats.c — “stats”: what a file names, counted; “check”: what is wrong with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-cli"

#include "cli/esp-cli-private.h"

#include <stdio.h>

#include "core/esp-i18n.h"
#include "organization/esp-findings.h"
#include "organization/esp-statistics.h"

static void
add_cycles (JsonBuilder     *builder,
            EspOrganization *organization,
            GPtrArray       *cycles)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < cycles->len; i++)
    {
      GArray *cycle = g_ptr_array_index (cycles, i);

      json_builder_begin_array (builder);
      for (guint k = 0; k < cycle->len; k++)
        json_builder_add_string_value (builder, esp_organization_get_text (organization, ESP_TABLE_POSITIONS,
                                                                           g_array_index (cycle, EspIx, k), ESP_POSITION_ID));
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

static void
add_skipped (JsonBuilder *builder,
             GPtrArray   *findings)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    {
      const EspFinding *finding = g_ptr_array_index (findings, i);

      if (finding->kind != ESP_FINDING_SKIPPED)
        continue;
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "row");
      json_builder_add_int_value (builder, finding->line);
      esp_cli_add_text (builder, "reason", finding->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static guint
count_skipped (GPtrArray *findings)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += ((const EspFinding *) g_ptr_array_index (findings, i))->kind == ESP_FINDING_SKIPPED;
  return n;
}

/**
 * esp_cli_stats:
 * @options: one argument: the file
 *
 * Returns: the exit code
 */
int
esp_cli_stats (const EspCliOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EspLoadReport) report = NULL;
  g_autoptr (EspOrganization) organization = esp_io_import_argument (g_ptr_array_index (options->arguments, 0), &options->import, &report, &error);
  g_autoptr (EspStatistics) statistics = NULL;
  GPtrArray *findings;

  if (organization == NULL)
    return esp_cli_fail_with (error);

  statistics = esp_statistics_new (organization);
  findings = esp_organization_get_import_findings (organization);
  const struct
  {
    const char *name;
    guint32     value;
    GPtrArray  *cycles; /* instead of a value */
  } figures[] = {
    { "rows", report->n_rows },
    { "positions", statistics->positions },
    { "holders", statistics->holders },
    { "vacant", statistics->vacant },
    { "units", statistics->units },
    { "roots", statistics->roots },
    { "orphans", statistics->orphans },
    { "missing_managers", statistics->missing_managers },
    { "self_reports", statistics->self_reports },
    { "cycles", 0, statistics->cycles },
    { "levels", statistics->levels },
    { "leaves", statistics->leaves },
    { "max_span", statistics->max_span },
    { "secondary_lines", statistics->secondary_lines },
    { "duplicate_ids", statistics->duplicate_ids + report->n_merged_ids },
  };

  if (options->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
        {
          json_builder_set_member_name (builder, figures[i].name);
          if (figures[i].cycles != NULL)
            add_cycles (builder, organization, figures[i].cycles);
          else
            json_builder_add_int_value (builder, figures[i].value);
        }
      json_builder_set_member_name (builder, "skipped");
      add_skipped (builder, findings);
      json_builder_end_object (builder);
      return esp_cli_print_json (builder, ESP_EXIT_DONE);
    }

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    printf ("%s\t%u\n", figures[i].name, figures[i].cycles != NULL ? figures[i].cycles->len : figures[i].value);
  printf ("skipped\t%u\n", count_skipped (findings));
  return ESP_EXIT_DONE;
}

static void
add_finding (JsonBuilder      *builder,
             const EspFinding *finding)
{
  json_builder_begin_object (builder);
  esp_cli_add_text (builder, "kind", esp_finding_kind_to_string (finding->kind));
  esp_cli_add_text (builder, "severity", esp_severity_to_string (finding->severity));
  json_builder_set_member_name (builder, "where");
  json_builder_begin_object (builder);
  if (finding->line > 0)
    {
      json_builder_set_member_name (builder, finding->is_row ? "row" : "line");
      json_builder_add_int_value (builder, finding->line);
    }
  if (finding->id != NULL)
    esp_cli_add_text (builder, "id", finding->id);
  if (finding->field != NULL)
    esp_cli_add_text (builder, "field", finding->field);
  json_builder_end_object (builder);
  esp_cli_add_text (builder, "message", finding->message);
  esp_cli_add_text (builder, "fix", finding->fix);
  json_builder_end_object (builder);
}

static void
print_finding (const char       *file,
               const EspFinding *finding)
{
  printf ("%s", file);
  if (finding->line > 0 && finding->is_row)
    printf (_(":row %u"), finding->line);
  else if (finding->line > 0)
    printf (":%u", finding->line);
  printf (": %s: %s", esp_severity_to_string (finding->severity), finding->message);
  if (finding->fix != NULL)
    printf (" %s", finding->fix);
  printf ("\n");
}

/**
 * esp_cli_check:
 * @options: one argument: the file
 *
 * Returns: the exit code, %ESP_EXIT_FOUND with findings
 */
int
esp_cli_check (const EspCliOptions *options)
{
  const char *file = g_ptr_array_index (options->arguments, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (EspLoadReport) report = NULL;
  g_autoptr (EspOrganization) organization = esp_io_import_argument (file, &options->import, &report, &error);
  g_autoptr (GPtrArray) findings = NULL;
  int code;

  if (organization == NULL)
    return esp_cli_fail_with (error);

  findings = esp_findings_collect (organization, report->position_lines != NULL ? (const guint32 *) (gpointer) report->position_lines->data : NULL);
  if (report->kind == ESP_FILE_TABLE)
    for (guint i = 0; i < findings->len; i++)
      ((EspFinding *) g_ptr_array_index (findings, i))->is_row = TRUE;
  code = findings->len > 0 ? ESP_EXIT_FOUND : ESP_EXIT_DONE;

  if (options->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_array (builder);
      for (guint i = 0; i < findings->len; i++)
        add_finding (builder, g_ptr_array_index (findings, i));
      json_builder_end_array (builder);
      return esp_cli_print_json (builder, code);
    }
  for (guint i = 0; i < findings->len; i++)
    print_finding (file, g_ptr_array_index (findings, i));
  return code;
}
