/* test-catalogue-texts.c — the loader translates exactly the texts that translators are given
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <json-glib/json-glib.h>

#include "catalogue/esp-catalogue.h"
#include "esp-config.h"

static GHashTable *asked_for; /* text → the answer; outlives the catalogue */

/* In the place of GLib's: notes what is asked for, and answers so that it can be recognised. */
const gchar *
g_dpgettext2 (const gchar *domain,
              const gchar *context,
              const gchar *text)
{
  g_assert_cmpstr (domain, ==, ESP_GETTEXT_DOMAIN);
  g_assert_cmpstr (context, ==, "catalogue");
  if (!g_hash_table_contains (asked_for, text))
    g_hash_table_insert (asked_for, g_strdup (text), g_strconcat ("«", text, "»", NULL));
  return g_hash_table_lookup (asked_for, text);
}

/* What build-aux/catalogue-texts finds by the schema */
static GHashTable *
list_texts (void)
{
  g_autofree char *script = g_build_filename (g_getenv ("ESP_SOURCE_ROOT"), "build-aux", "catalogue-texts", NULL);
  g_autofree char *folder = g_build_filename (g_getenv ("ESP_SOURCE_ROOT"), "data", "catalogue", NULL);
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  char *argv[] = { (char *) "python3", script, (char *) "--list", folder, NULL };
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int status;

  g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  lines = g_strsplit (g_strchomp (output), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JsonNode) text = json_from_string (lines[i], &error);

      g_assert_no_error (error);
      g_hash_table_add (texts, json_node_dup_string (text));
    }
  return texts;
}

static void
assert_all_in (GHashTable *some,
               GHashTable *all,
               const char *complaint)
{
  GHashTableIter iter;
  gpointer text;

  g_hash_table_iter_init (&iter, some);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    if (!g_hash_table_contains (all, text))
      g_error ("“%s” %s", (const char *) text, complaint);
}

static void
test_same_texts (void)
{
  g_autoptr (GHashTable) listed = list_texts ();
  g_autoptr (EspCatalogue) catalogue = NULL;
  g_autoptr (GError) error = NULL;

  asked_for = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  catalogue = esp_catalogue_new_from_builtin (&error);
  g_assert_no_error (error);

  g_assert_cmpuint (g_hash_table_size (listed), >, 1000);
  assert_all_in (asked_for, listed, "is translated by the loader, but the schema does not mark it");
  assert_all_in (listed, asked_for, "is marked in the schema, but not translated by the loader");
  g_clear_object (&catalogue);
  g_clear_pointer (&asked_for, g_hash_table_unref);
}

static void
test_words_and_ids (void)
{
  g_autoptr (EspCatalogue) catalogue = NULL;
  g_autoptr (GError) error = NULL;
  const EspRole *role;
  const EspSource *source;

  asked_for = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  catalogue = esp_catalogue_new_from_builtin (&error);
  g_assert_no_error (error);

  role = esp_catalogue_find_role (catalogue, "program-manager");
  g_assert_nonnull (role);
  g_assert_cmpstr (role->name, ==, "«Program manager»");
  g_assert_true (g_str_has_prefix (role->aliases[0], "«"));
  g_assert_true (g_str_has_prefix (role->path[0], "«"));
  g_assert_cmpstr (role->ladder, ==, "program");

  source = g_ptr_array_index (esp_catalogue_get_sources (catalogue), 0);
  g_assert_false (g_str_has_prefix (source->name, "«"));
  g_clear_object (&catalogue);
  g_clear_pointer (&asked_for, g_hash_table_unref);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalogue/texts/loader-and-schema-agree", test_same_texts);
  g_test_add_func ("/catalogue/texts/words-but-no-ids", test_words_and_ids);

  return g_test_run ();
}
