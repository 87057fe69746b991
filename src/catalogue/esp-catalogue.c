/* esp-catalogue.c — the built-in knowledge, looked up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-catalogue"

#include "catalogue/esp-catalogue.h"

#include "catalogue/esp-catalogue-private.h"

/**
 * EspCatalogue:
 *
 * Everything the application knows without a document: roles, skills, ladders with their rungs, moves, settings, places,
 * terms and sources, checked while loading and never changed afterwards.
 *
 * Threads: any number may read one catalogue.
 */

G_DEFINE_QUARK (esp-catalogue-error-quark, esp_catalogue_error)
G_DEFINE_FINAL_TYPE (EspCatalogue, esp_catalogue, G_TYPE_OBJECT)

/* Every struct in a table starts with its id. */
static const char *
get_id (gconstpointer element)
{
  return *(const char *const *) element;
}

/* Zeroed memory that lives as long as the catalogue. */
gpointer
_esp_catalogue_alloc (EspCatalogue *self,
                      gsize         size)
{
  gpointer block = g_malloc0 (size);

  g_ptr_array_add (self->blocks, block);
  return block;
}

GPtrArray *
_esp_catalogue_array (EspCatalogue *self,
                      guint         reserved)
{
  GPtrArray *array = g_ptr_array_sized_new (reserved);

  g_ptr_array_add (self->arrays, array);
  return array;
}

void
_esp_catalogue_add (EspCatalogue      *self,
                    EspCatalogueTable  table,
                    const EspJsonAt   *at,
                    gpointer           element)
{
  const char *id = get_id (element);

  if (at->reader->error != NULL)
    return;

  if (!g_hash_table_insert (self->tables[table].by_id, (gpointer) id, element))
    esp_json_fail (at, NULL, ESP_CATALOGUE_ERROR_REFERENCE, "the id “%s” stands twice", id);
  else
    g_ptr_array_add (self->tables[table].all, element);
}

gpointer
_esp_catalogue_find (EspCatalogue      *self,
                     EspCatalogueTable  table,
                     const char        *id)
{
  return id != NULL ? g_hash_table_lookup (self->tables[table].by_id, id) : NULL;
}

static void
esp_catalogue_finalize (GObject *object)
{
  EspCatalogue *self = ESP_CATALOGUE (object);

  for (guint i = 0; i < ESP_CATALOGUE_N_TABLES; i++)
    {
      g_hash_table_unref (self->tables[i].by_id);
      g_ptr_array_unref (self->tables[i].all);
    }
  g_hash_table_unref (self->facts_about);
  g_hash_table_unref (self->ranks);
  g_ptr_array_unref (self->moves);
  g_ptr_array_unref (self->arrays);
  g_ptr_array_unref (self->blocks);
  g_string_chunk_free (self->texts);

  G_OBJECT_CLASS (esp_catalogue_parent_class)->finalize (object);
}

static void
esp_catalogue_class_init (EspCatalogueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = esp_catalogue_finalize;
}

static void
esp_catalogue_init (EspCatalogue *self)
{
  for (guint i = 0; i < ESP_CATALOGUE_N_TABLES; i++)
    {
      self->tables[i].all = g_ptr_array_new ();
      self->tables[i].by_id = g_hash_table_new (g_str_hash, g_str_equal);
    }
  self->moves = g_ptr_array_new ();
  self->facts_about = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->ranks = g_hash_table_new (g_str_hash, g_str_equal);
  self->texts = g_string_chunk_new (64 * 1024);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->arrays = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

/**
 * esp_catalogue_get_default:
 *
 * The built-in catalogue, loaded at the first call. The program's own data being broken is a fault of the build, so it ends
 * the program with the reason; a test loads it by esp_catalogue_new_from_builtin().
 *
 * Translations must be set up before. Threads: any.
 *
 * Returns: (transfer none): the catalogue, kept until the program ends
 */
EspCatalogue *
esp_catalogue_get_default (void)
{
  static EspCatalogue *catalogue;

  if (g_once_init_enter (&catalogue))
    {
      g_autoptr (GError) error = NULL;
      EspCatalogue *loaded = esp_catalogue_new_from_builtin (&error);

      if (loaded == NULL)
        g_error ("The built-in catalogue does not load: %s", error->message);
      g_once_init_leave (&catalogue, loaded);
    }
  return catalogue;
}

static gpointer
preload_worker (gpointer data)
{
  return esp_catalogue_get_default ();
}

/**
 * esp_catalogue_preload:
 *
 * Starts loading the built-in catalogue in a thread, for a program that has other things to do before it needs it. Who calls
 * esp_catalogue_get_default() meanwhile waits for the rest. Translations must be set up before.
 */
void
esp_catalogue_preload (void)
{
  g_thread_unref (g_thread_new ("catalogue", preload_worker, NULL));
}

/**
 * esp_catalogue_get_roles:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type EspRole): all roles, in catalogue order
 */
GPtrArray *
esp_catalogue_get_roles (EspCatalogue *self)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);
  return self->tables[ESP_CATALOGUE_ROLES].all;
}

/**
 * esp_catalogue_get_skills:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type EspSkill): all skills, in catalogue order
 */
GPtrArray *
esp_catalogue_get_skills (EspCatalogue *self)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);
  return self->tables[ESP_CATALOGUE_SKILLS].all;
}

/**
 * esp_catalogue_get_skill_groups:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type EspEntry): the groups of skills
 */
GPtrArray *
esp_catalogue_get_skill_groups (EspCatalogue *self)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);
  return self->tables[ESP_CATALOGUE_SKILL_GROUPS].all;
}

/**
 * esp_catalogue_get_skill_levels:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type EspEntry): the four levels of mastery, the lowest first: level n is at n - 1
 */
GPtrArray *
esp_catalogue_get_skill_levels (EspCatalogue *self)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);
  return self->tables[ESP_CATALOGUE_SKILL_LEVELS].all;
}

/**
 * esp_catalogue_get_topics:
 * @self: a catalogue
 * @kind: which vocabulary
 *
 * Returns: (transfer none) (element-type EspTopic): the vocabulary, in the order in which views show it
 */
GPtrArray *
esp_catalogue_get_topics (EspCatalogue *self,
                          EspTopicKind  kind)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (kind < ESP_TOPIC_N_KINDS, NULL);
  return self->tables[ESP_CATALOGUE_TOPICS + kind].all;
}

/**
 * esp_catalogue_get_levels:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type EspEntry): the levels shared by all ladders; see esp_catalogue_get_level_rank()
 */
GPtrArray *
esp_catalogue_get_levels (EspCatalogue *self)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);
  return self->tables[ESP_CATALOGUE_LEVELS].all;
}

/**
 * esp_catalogue_get_ladders:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type EspLadder): all ladders
 */
GPtrArray *
esp_catalogue_get_ladders (EspCatalogue *self)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);
  return self->tables[ESP_CATALOGUE_LADDERS].all;
}

/**
 * esp_catalogue_get_rungs:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type EspRung): all rungs, ladder by ladder, the lowest first
 */
GPtrArray *
esp_catalogue_get_rungs (EspCatalogue *self)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);
  return self->tables[ESP_CATALOGUE_RUNGS].all;
}

/**
 * esp_catalogue_get_moves:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type EspMove): all moves between rungs
 */
GPtrArray *
esp_catalogue_get_moves (EspCatalogue *self)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);
  return self->moves;
}

/**
 * esp_catalogue_get_settings:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type EspSetting): all settings
 */
GPtrArray *
esp_catalogue_get_settings (EspCatalogue *self)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);
  return self->tables[ESP_CATALOGUE_SETTINGS].all;
}

/**
 * esp_catalogue_get_kinds:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type EspPlace): the kinds of unit
 */
GPtrArray *
esp_catalogue_get_kinds (EspCatalogue *self)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);
  return self->tables[ESP_CATALOGUE_KINDS].all;
}

/**
 * esp_catalogue_get_functions:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type EspPlace): the functions of departments
 */
GPtrArray *
esp_catalogue_get_functions (EspCatalogue *self)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);
  return self->tables[ESP_CATALOGUE_FUNCTIONS].all;
}

/**
 * esp_catalogue_get_glossary:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type EspGlossaryTerm): all terms
 */
GPtrArray *
esp_catalogue_get_glossary (EspCatalogue *self)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);
  return self->tables[ESP_CATALOGUE_GLOSSARY].all;
}

/**
 * esp_catalogue_get_sources:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type EspSource): all sources
 */
GPtrArray *
esp_catalogue_get_sources (EspCatalogue *self)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);
  return self->tables[ESP_CATALOGUE_SOURCES].all;
}

/**
 * esp_catalogue_get_facts:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type EspFact): all facts
 */
GPtrArray *
esp_catalogue_get_facts (EspCatalogue *self)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);
  return self->tables[ESP_CATALOGUE_FACTS].all;
}

/**
 * esp_catalogue_get_facts_about:
 * @self: a catalogue
 * @about: what is spoken of, in the form of #EspFact's `about`: "role:ID", "general" …
 *
 * Time: O(1).
 *
 * Returns: (transfer none) (nullable) (element-type EspFact): what is known about it; %NULL if nothing
 */
GPtrArray *
esp_catalogue_get_facts_about (EspCatalogue *self,
                               const char   *about)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);
  return about != NULL ? g_hash_table_lookup (self->facts_about, about) : NULL;
}

/**
 * esp_catalogue_get_samples:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type EspSample): the built-in organizations; the first is opened at the first run
 */
GPtrArray *
esp_catalogue_get_samples (EspCatalogue *self)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);
  return self->tables[ESP_CATALOGUE_SAMPLES].all;
}
