/* esp-cli-diff.c — “diff”: what one file has that another has not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-cli"

#include "cli/esp-cli-private.h"

#include <stdio.h>

#include "organization/esp-diff.h"

static const char *
get_row_name (EspTable table)
{
  static const char *const names[ESP_N_TABLES] = {
    [ESP_TABLE_DOCUMENT] = "organization", [ESP_TABLE_UNITS] = "unit", [ESP_TABLE_POSITIONS] = "position", [ESP_TABLE_VIEWS] = "view"
  };

  return names[table];
}

/* The member as it stands in files; NULL where the difference is not one of a member */
static const char *
get_field_name (const EspDiffItem *item)
{
  if (item->kind == ESP_DIFF_ADDED || item->kind == ESP_DIFF_REMOVED || item->kind == ESP_DIFF_REORDERED)
    return NULL;
  return esp_field_get_name (item->table, item->field);
}

static void
add_item (JsonBuilder       *builder,
          EspDiff           *diff,
          const EspDiffItem *item)
{
  g_autofree char *before = esp_diff_dup_value (diff, item, FALSE, FALSE);
  g_autofree char *after = esp_diff_dup_value (diff, item, TRUE, FALSE);

  json_builder_begin_object (builder);
  esp_cli_add_text (builder, "kind", esp_diff_kind_to_string (item->kind));
  esp_cli_add_text (builder, "of", get_row_name (item->table));
  esp_cli_add_text (builder, "id", esp_diff_get_id (diff, item));
  esp_cli_add_text (builder, "name", esp_diff_get_name (diff, item));
  esp_cli_add_text (builder, "field", get_field_name (item));
  esp_cli_add_text (builder, "before", before);
  esp_cli_add_text (builder, "after", after);
  json_builder_end_object (builder);
}

/* A column of a line: what would end either is a space */
static void
print_column (const char *text)
{
  g_autofree char *column = g_strdelimit (g_strdup (text != NULL ? text : ""), "\t\n\r", ' ');

  printf ("\t%s", column);
}

static void
print_item (EspDiff           *diff,
            const EspDiffItem *item)
{
  g_autofree char *before = esp_diff_dup_value (diff, item, FALSE, FALSE);
  g_autofree char *after = esp_diff_dup_value (diff, item, TRUE, FALSE);

  fputs (esp_diff_kind_to_string (item->kind), stdout);
  print_column (get_row_name (item->table));
  print_column (esp_diff_get_id (diff, item));
  print_column (esp_diff_get_name (diff, item));
  print_column (get_field_name (item));
  print_column (before);
  print_column (after);
  putchar ('\n');
}

/**
 * esp_cli_diff:
 * @options: two arguments: the files
 *
 * Returns: the exit code, %ESP_EXIT_FOUND if there are differences
 */
int
esp_cli_diff (const EspCliOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EspOrganization) before = esp_io_load_argument (g_ptr_array_index (options->arguments, 0), NULL, &error);
  g_autoptr (EspOrganization) after = before != NULL ? esp_io_load_argument (g_ptr_array_index (options->arguments, 1), NULL, &error) : NULL;
  g_autoptr (EspDiff) diff = NULL;
  int code;

  if (after == NULL)
    return esp_cli_fail_with (error);

  diff = esp_diff_new (before, after);
  code = esp_diff_get_n (diff) > 0 ? ESP_EXIT_FOUND : ESP_EXIT_DONE;
  if (options->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_array (builder);
      for (guint i = 0; i < esp_diff_get_n (diff); i++)
        add_item (builder, diff, esp_diff_get (diff, i));
      json_builder_end_array (builder);
      return esp_cli_print_json (builder, code);
    }
  for (guint i = 0; i < esp_diff_get_n (diff); i++)
    print_item (diff, esp_diff_get (diff, i));
  return code;
}
