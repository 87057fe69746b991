/* esp-import-memory.c — what the columns of tables were told to be, remembered for each set of headers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-import-memory.h"

#include "app/esp-settings.h"

#define KEY "import-mappings"

/* Sets of headers that are remembered; the one not used for longest goes first. */
#define MAX_REMEMBERED 40

/**
 * esp_import_memory_recall:
 * @preview: a foreign table
 *
 * Returns: (transfer full) (nullable): what its columns were told to be the last time; %NULL if nothing is remembered
 */
EspTableMapping *
esp_import_memory_recall (EspTablePreview *preview)
{
  g_autoptr (GVariant) list = g_settings_get_value (esp_settings_get_default (), KEY);
  g_autofree char *key = esp_table_preview_get_key (preview);
  EspTableMapping *mapping = NULL;
  GVariantIter iter;
  const char *name;
  GVariant *entry;

  g_variant_iter_init (&iter, list);
  while (mapping == NULL && g_variant_iter_next (&iter, "(&s@a{sv})", &name, &entry))
    {
      if (g_str_equal (name, key))
        mapping = esp_table_mapping_new_from_variant (entry, esp_table_preview_get_n_columns (preview));
      g_variant_unref (entry);
    }
  return mapping;
}

/**
 * esp_import_memory_remember:
 * @preview: a foreign table
 * @mapping: what its columns were told to be
 *
 * Remembers that for tables with the same headers.
 */
void
esp_import_memory_remember (EspTablePreview       *preview,
                            const EspTableMapping *mapping)
{
  g_autoptr (GVariant) list = g_settings_get_value (esp_settings_get_default (), KEY);
  g_autofree char *key = esp_table_preview_get_key (preview);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *name;
  GVariant *entry;
  guint n = 1;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sa{sv})"));
  g_variant_builder_add (&builder, "(s@a{sv})", key, esp_table_mapping_to_variant (mapping));
  g_variant_iter_init (&iter, list);
  while (g_variant_iter_next (&iter, "(&s@a{sv})", &name, &entry))
    {
      if (n < MAX_REMEMBERED && !g_str_equal (name, key))
        {
          g_variant_builder_add (&builder, "(s@a{sv})", name, entry);
          n++;
        }
      g_variant_unref (entry);
    }
  g_settings_set_value (esp_settings_get_default (), KEY, g_variant_builder_end (&builder));
}
