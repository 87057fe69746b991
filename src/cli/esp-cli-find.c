/* esp-cli-find.c — “find”: positions by words, as the window finds them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-cli"

#include "cli/esp-cli-private.h"

#include <stdio.h>

#include "catalogue/esp-catalogue.h"
#include "insight/esp-role-search.h"

static const char *
get_unit_name (EspOrganization *organization,
               EspIx            position)
{
  EspIx unit = esp_position_get_unit (organization, position);

  return unit != ESP_IX_NONE ? esp_unit_get_name (organization, unit) : NULL;
}

/* Titles of the managers above, highest first; a ring ends where it closes */
static void
add_path (JsonBuilder     *builder,
          EspOrganization *organization,
          EspIx            position)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  g_hash_table_add (seen, GUINT_TO_POINTER (position));
  for (EspIx ix = esp_position_get_manager (organization, position);
       ix != ESP_IX_NONE && g_hash_table_add (seen, GUINT_TO_POINTER (ix));
       ix = esp_position_get_manager (organization, ix))
    g_ptr_array_add (titles, (gpointer) esp_position_get_title (organization, ix));

  json_builder_set_member_name (builder, "path");
  json_builder_begin_array (builder);
  for (guint i = titles->len; i > 0; i--)
    json_builder_add_string_value (builder, g_ptr_array_index (titles, i - 1));
  json_builder_end_array (builder);
}

static void
add_hit (JsonBuilder     *builder,
         EspOrganization *organization,
         EspIx            position)
{
  json_builder_begin_object (builder);
  esp_cli_add_text (builder, "id", esp_organization_get_text (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_ID));
  esp_cli_add_text (builder, "title", esp_position_get_title (organization, position));
  json_builder_set_member_name (builder, "holders");
  json_builder_begin_array (builder);
  for (guint32 i = 0, n = esp_position_get_n_holders (organization, position); i < n; i++)
    json_builder_add_string_value (builder, esp_position_get_holder (organization, position, i));
  json_builder_end_array (builder);
  esp_cli_add_text (builder, "unit", get_unit_name (organization, position));
  esp_cli_add_text (builder, "role", esp_organization_get_text (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_ROLE));
  add_path (builder, organization, position);
  json_builder_end_object (builder);
}

static void
print_hit (EspOrganization *organization,
           EspIx            position)
{
  g_autofree char *holders = esp_position_get_holders_text (organization, position);
  const char *unit = get_unit_name (organization, position);
  const char *id = esp_organization_get_text (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_ID);

  printf ("%s\t%s\t%s\t%s\n", id != NULL ? id : "", esp_position_get_title (organization, position), holders, unit != NULL ? unit : "");
}

/**
 * esp_cli_find:
 * @options: two arguments: the file and the words
 *
 * Returns: the exit code, %ESP_EXIT_FOUND without a hit
 */
int
esp_cli_find (const EspCliOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EspOrganization) organization = esp_io_import_argument (g_ptr_array_index (options->arguments, 0), &options->import, NULL, &error);
  g_autoptr (EspSearch) search = NULL;
  g_autoptr (GArray) hits = NULL;
  int code;

  if (organization == NULL)
    return esp_cli_fail_with (error);

  search = esp_role_search_new (organization, esp_catalogue_get_default ());
  hits = esp_search_run (search, g_ptr_array_index (options->arguments, 1));
  code = hits->len > 0 ? ESP_EXIT_DONE : ESP_EXIT_FOUND;

  if (options->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_array (builder);
      for (guint i = 0; i < hits->len; i++)
        add_hit (builder, organization, g_array_index (hits, EspIx, i));
      json_builder_end_array (builder);
      return esp_cli_print_json (builder, code);
    }
  for (guint i = 0; i < hits->len; i++)
    print_hit (organization, g_array_index (hits, EspIx, i));
  return code;
}
