/* esp-settings.c — the preferences, wherever the program runs from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-settings.h"

#include <glib/gstdio.h>

#include "esp-config.h"

/* GSettings ends the program over a schema that is not installed, and reads schemas from folders alone. So the program carries its
 * own, and shows it to GSettings in a folder for as long as that reads it. */
static GSettingsSchema *
load_own_schema (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (ESP_APP_PATH "/gschemas.compiled", G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autoptr (GSettingsSchemaSource) source = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  if (bytes == NULL)
    g_error ("The program's own settings schema is missing: %s", error->message);
  folder = g_dir_make_tmp ("espalier-XXXXXX", &error);
  if (folder != NULL)
    {
      path = g_build_filename (folder, "gschemas.compiled", NULL);
      if (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error))
        source = g_settings_schema_source_new_from_directory (folder, g_settings_schema_source_get_default (), TRUE, &error);
      g_unlink (path);
      g_rmdir (folder);
    }
  if (source == NULL)
    g_error ("The settings schema is not installed, and cannot be read from a folder: %s", error->message);
  return g_settings_schema_source_lookup (source, ESP_APP_ID, FALSE);
}

/**
 * esp_settings_get_default:
 *
 * The preferences of the user. If the schema is not installed (the program runs from its build folder), the program's own is used.
 *
 * Returns: (transfer none): settings, kept until the program ends
 */
GSettings *
esp_settings_get_default (void)
{
  static GSettings *settings;

  if (settings == NULL)
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr (GSettingsSchema) schema = NULL;

      if (source != NULL)
        schema = g_settings_schema_source_lookup (source, ESP_APP_ID, TRUE);
      if (schema == NULL)
        schema = load_own_schema ();
      settings = g_settings_new_full (schema, NULL, NULL);
    }
  return settings;
}
