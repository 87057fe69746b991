/* esp-catalogue-loader.c — catalogue: from files to a checked catalogue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-catalogue"

#include "catalogue/esp-catalogue.h"

#include "catalogue/esp-catalogue-private.h"
#include "esp-config.h"

#define MAX_DEPTH 16
#define MAX_SIZE  (16 * 1024 * 1024)

typedef void (*LoadFunc) (EspCatalogue    *self,
                          const EspJsonAt *top);

static const char *const file_names[] = {
  "topics.json", "skills.json",   "places.json",   "sources.json", "ladders.json",
  "moves.json",  "roles.json",    "settings.json", "glossary.json", "samples.json",
};

/* What is referred to is read before what refers to it; the facts of sources.json speak about everything else. */
static const struct
{
  const char *file;
  LoadFunc    load;
} steps[] = {
  { "topics.json", _esp_load_topics },     { "skills.json", _esp_load_skills },     { "places.json", _esp_load_places },
  { "sources.json", _esp_load_sources },   { "ladders.json", _esp_load_ladders },   { "moves.json", _esp_load_moves },
  { "roles.json", _esp_load_roles },       { "settings.json", _esp_load_settings }, { "glossary.json", _esp_load_glossary },
  { "samples.json", _esp_load_samples },   { "sources.json", _esp_load_facts },
};

static JsonNode *
parse_file (const char  *name,
            GBytes      *bytes,
            GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) fault = NULL;
  const char *reason = NULL;
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  if (size == 0)
    reason = "is empty";
  else if (size > MAX_SIZE)
    reason = "is too large";
  else if (esp_json_is_sound (bytes, MAX_DEPTH, &reason))
    {
      if (!json_parser_load_from_data (parser, text, size, &fault))
        reason = fault->message;
      else if (json_parser_get_root (parser) == NULL || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
        reason = "is not a JSON object";
    }

  if (reason != NULL)
    {
      g_set_error (error, ESP_CATALOGUE_ERROR, ESP_CATALOGUE_ERROR_SYNTAX, "%s: $: %s", name, reason);
      return NULL;
    }
  return json_parser_steal_root (parser);
}

static void
check_format (const EspJsonAt *top)
{
  static const char *const formats[] = { "espalier-catalogue", NULL };

  esp_json_get_choice (top, "format", formats);
  esp_json_get_int (top, "version", 1, 1);
  if (top->reader->error != NULL)
    top->reader->error->code = ESP_CATALOGUE_ERROR_SYNTAX;
}

static gboolean
load_all (EspCatalogue  *self,
          GHashTable    *roots,
          GError       **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      EspJsonReader reader = { .file = steps[i].file };
      EspJsonAt top = {
        .reader = &reader,
        .object = json_node_get_object (g_hash_table_lookup (roots, steps[i].file)),
      };

      check_format (&top);
      steps[i].load (self, &top);
      if (reader.error != NULL)
        {
          g_propagate_error (error, reader.error);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * esp_catalogue_new_from_bytes:
 * @files: (element-type filename GLib.Bytes): the files of the catalogue by name, "roles.json" …; all ten are needed
 * @error: return location
 *
 * Loads and checks a catalogue: syntax, required members and their types, ids that stand twice, ids that do not exist. Members
 * that are not known are left alone. An error says "FILE: PATH: reason", the path as in `$.roles[3].skills[0].level`.
 *
 * Time: O(n), 12 ms for 430 KB, two thirds of it in json-glib; see esp_catalogue_preload(). Threads: any.
 *
 * Returns: (transfer full): the catalogue, or %NULL with an error of %ESP_CATALOGUE_ERROR
 */
EspCatalogue *
esp_catalogue_new_from_bytes (GHashTable  *files,
                              GError     **error)
{
  g_autoptr (EspCatalogue) self = NULL;
  g_autoptr (GHashTable) roots = NULL;

  g_return_val_if_fail (files != NULL, NULL);

  roots = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) json_node_unref);
  for (guint i = 0; i < G_N_ELEMENTS (file_names); i++)
    {
      GBytes *bytes = g_hash_table_lookup (files, file_names[i]);
      JsonNode *root;

      if (bytes == NULL)
        {
          g_set_error (error, ESP_CATALOGUE_ERROR, ESP_CATALOGUE_ERROR_SYNTAX, "%s: $: is missing", file_names[i]);
          return NULL;
        }
      root = parse_file (file_names[i], bytes, error);
      if (root == NULL)
        return NULL;
      g_hash_table_insert (roots, (gpointer) file_names[i], root);
    }

  self = g_object_new (ESP_TYPE_CATALOGUE, NULL);
  if (!load_all (self, roots, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * esp_catalogue_new_from_folder:
 * @folder: where the ten files are
 * @error: return location
 *
 * As esp_catalogue_new_from_bytes(); blocks while it reads.
 *
 * Returns: (transfer full): the catalogue, or %NULL with an error of %ESP_CATALOGUE_ERROR or %G_IO_ERROR
 */
EspCatalogue *
esp_catalogue_new_from_folder (GFile   *folder,
                               GError **error)
{
  g_autoptr (GHashTable) files = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  files = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);
  for (guint i = 0; i < G_N_ELEMENTS (file_names); i++)
    {
      g_autoptr (GFile) file = g_file_get_child (folder, file_names[i]);
      GBytes *bytes = g_file_load_bytes (file, NULL, NULL, error);

      if (bytes == NULL)
        {
          g_prefix_error (error, "%s: ", file_names[i]);
          return NULL;
        }
      g_hash_table_insert (files, (gpointer) file_names[i], bytes);
    }
  return esp_catalogue_new_from_bytes (files, error);
}

/**
 * esp_catalogue_new_from_builtin:
 * @error: return location
 *
 * Loads the catalogue in the program's resources. Most callers want esp_catalogue_get_default().
 *
 * Returns: (transfer full): the catalogue, or %NULL with an error of %ESP_CATALOGUE_ERROR or %G_RESOURCE_ERROR
 */
EspCatalogue *
esp_catalogue_new_from_builtin (GError **error)
{
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < G_N_ELEMENTS (file_names); i++)
    {
      g_autofree char *path = g_strconcat (ESP_APP_PATH "/catalogue/", file_names[i], NULL);
      GBytes *bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

      if (bytes == NULL)
        return NULL;
      g_hash_table_insert (files, (gpointer) file_names[i], bytes);
    }
  return esp_catalogue_new_from_bytes (files, error);
}
