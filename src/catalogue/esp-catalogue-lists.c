/* esp-catalogue-lists.c — catalogue: topics, skills, places, settings, glossary, samples, sources and facts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-catalogue"

#include "catalogue/esp-catalogue-private.h"

#include "esp-config.h"

void
_esp_load_topics (EspCatalogue    *self,
                  const EspJsonAt *top)
{
  static const char *const members[ESP_TOPIC_N_KINDS] = { "stakeholders", "responsibilities", "challenges", "interests" };

  for (EspTopicKind kind = 0; kind < ESP_TOPIC_N_KINDS; kind++)
    {
      EspJsonEach each;

      esp_json_each_init (&each, top, members[kind], ESP_JSON_REQUIRED);
      while (esp_json_each_next (&each))
        {
          EspTopic *topic = _esp_catalogue_alloc (self, sizeof *topic);

          topic->id = _esp_read_id (&each.at, "id");
          topic->name = _esp_read_words (self, &each.at, "name", ESP_JSON_REQUIRED);
          topic->kind = kind;
          _esp_catalogue_add (self, ESP_CATALOGUE_TOPICS + kind, &each.at, topic);
        }
    }
}

/* The four levels of mastery: in order, so that level n is found at n - 1 */
static void
load_skill_levels (EspCatalogue    *self,
                   const EspJsonAt *top)
{
  static const char *const ids[] = { "1", "2", "3", "4" };
  GPtrArray *levels = self->tables[ESP_CATALOGUE_SKILL_LEVELS].all;
  EspJsonEach each;

  esp_json_each_init (&each, top, "levels", ESP_JSON_REQUIRED);
  while (esp_json_each_next (&each))
    {
      EspEntry *entry = _esp_catalogue_alloc (self, sizeof *entry);
      int level = esp_json_get_int (&each.at, "level", 1, G_N_ELEMENTS (ids));

      if (level != (int) levels->len + 1)
        esp_json_fail (&each.at, "level", ESP_CATALOGUE_ERROR_FIELD, "the levels must stand in order, each once");
      entry->id = ids[level - 1];
      entry->name = _esp_read_words (self, &each.at, "name", ESP_JSON_REQUIRED);
      entry->text = _esp_read_words (self, &each.at, "text", ESP_JSON_REQUIRED);
      _esp_catalogue_add (self, ESP_CATALOGUE_SKILL_LEVELS, &each.at, entry);
    }
  if (levels->len != G_N_ELEMENTS (ids))
    esp_json_fail (top, "levels", ESP_CATALOGUE_ERROR_FIELD, "there must be %u levels", (guint) G_N_ELEMENTS (ids));
}

void
_esp_load_skills (EspCatalogue    *self,
                  const EspJsonAt *top)
{
  EspJsonEach each;

  load_skill_levels (self, top);

  esp_json_each_init (&each, top, "groups", ESP_JSON_REQUIRED);
  while (esp_json_each_next (&each))
    _esp_read_entry (self, &each.at, ESP_CATALOGUE_SKILL_GROUPS);

  esp_json_each_init (&each, top, "skills", ESP_JSON_REQUIRED);
  while (esp_json_each_next (&each))
    {
      EspSkill *skill = _esp_catalogue_alloc (self, sizeof *skill);

      skill->id = _esp_read_id (&each.at, "id");
      skill->name = _esp_read_words (self, &each.at, "name", ESP_JSON_REQUIRED);
      skill->text = _esp_read_words (self, &each.at, "text", ESP_JSON_REQUIRED);
      skill->group = _esp_read_reference (self, &each.at, "group", ESP_CATALOGUE_SKILL_GROUPS, ESP_JSON_REQUIRED);
      _esp_catalogue_add (self, ESP_CATALOGUE_SKILLS, &each.at, skill);
    }
}

static EspPlace *
load_place (EspCatalogue      *self,
            const EspJsonAt   *at,
            EspCatalogueTable  table)
{
  EspPlace *place = _esp_catalogue_alloc (self, sizeof *place);

  place->id = _esp_read_id (at, "id");
  place->name = _esp_read_words (self, at, "name", ESP_JSON_REQUIRED);
  place->text = _esp_read_words (self, at, "text", ESP_JSON_REQUIRED);
  _esp_catalogue_add (self, table, at, place);
  return place;
}

void
_esp_load_places (EspCatalogue    *self,
                  const EspJsonAt *top)
{
  static const char *const families[] = { "technology", "product", "clients", "house", NULL };
  EspJsonEach each;

  esp_json_each_init (&each, top, "kinds", ESP_JSON_REQUIRED);
  while (esp_json_each_next (&each))
    load_place (self, &each.at, ESP_CATALOGUE_KINDS);

  esp_json_each_init (&each, top, "functions", ESP_JSON_REQUIRED);
  while (esp_json_each_next (&each))
    {
      EspPlace *place = load_place (self, &each.at, ESP_CATALOGUE_FUNCTIONS);

      place->family = families[esp_json_get_choice (&each.at, "family", families)];
    }
}

void
_esp_load_settings (EspCatalogue    *self,
                    const EspJsonAt *top)
{
  EspJsonEach each;

  esp_json_each_init (&each, top, "aspects", ESP_JSON_REQUIRED);
  while (esp_json_each_next (&each))
    {
      EspEntry *aspect = _esp_catalogue_alloc (self, sizeof *aspect);

      aspect->id = _esp_read_id (&each.at, "id");
      aspect->name = _esp_read_words (self, &each.at, "name", ESP_JSON_REQUIRED);
      _esp_catalogue_add (self, ESP_CATALOGUE_ASPECTS, &each.at, aspect);
    }

  esp_json_each_init (&each, top, "settings", ESP_JSON_REQUIRED);
  while (esp_json_each_next (&each))
    {
      EspSetting *setting = _esp_catalogue_alloc (self, sizeof *setting);
      EspJsonEach part;

      setting->id = _esp_read_id (&each.at, "id");
      setting->name = _esp_read_words (self, &each.at, "name", ESP_JSON_REQUIRED);
      setting->summary = _esp_read_words (self, &each.at, "summary", ESP_JSON_REQUIRED);
      setting->aspects = _esp_catalogue_array (self, 0);

      esp_json_each_init (&part, &each.at, "aspects", ESP_JSON_REQUIRED);
      while (esp_json_each_next (&part))
        {
          const EspEntry *aspect = _esp_read_reference (self, &part.at, "aspect", ESP_CATALOGUE_ASPECTS, ESP_JSON_REQUIRED);
          EspEntry *here = _esp_catalogue_alloc (self, sizeof *here);

          if (aspect != NULL)
            *here = *aspect;
          here->text = _esp_read_words (self, &part.at, "text", ESP_JSON_REQUIRED);
          for (guint i = 0; i < setting->aspects->len; i++)
            if (((EspEntry *) g_ptr_array_index (setting->aspects, i))->id == here->id)
              esp_json_fail (&part.at, "aspect", ESP_CATALOGUE_ERROR_REFERENCE, "the aspect stands twice");
          g_ptr_array_add (setting->aspects, here);
        }
      _esp_catalogue_add (self, ESP_CATALOGUE_SETTINGS, &each.at, setting);
    }
}

void
_esp_load_glossary (EspCatalogue    *self,
                    const EspJsonAt *top)
{
  EspJsonEach each;

  esp_json_each_init (&each, top, "terms", ESP_JSON_REQUIRED);
  while (esp_json_each_next (&each))
    {
      EspGlossaryTerm *term = _esp_catalogue_alloc (self, sizeof *term);

      term->id = _esp_read_id (&each.at, "id");
      term->term = _esp_read_words (self, &each.at, "term", ESP_JSON_REQUIRED);
      term->text = _esp_read_words (self, &each.at, "text", ESP_JSON_REQUIRED);
      _esp_catalogue_add (self, ESP_CATALOGUE_GLOSSARY, &each.at, term);
    }
}

void
_esp_load_samples (EspCatalogue    *self,
                   const EspJsonAt *top)
{
  EspJsonEach each;

  esp_json_each_init (&each, top, "samples", ESP_JSON_REQUIRED);
  while (esp_json_each_next (&each))
    {
      EspSample *sample = _esp_catalogue_alloc (self, sizeof *sample);
      const char *file = esp_json_get_string (&each.at, "file", ESP_JSON_REQUIRED);
      g_autofree char *resource = g_strconcat (ESP_APP_PATH "/", file, NULL);

      sample->id = _esp_read_id (&each.at, "id");
      sample->name = _esp_read_words (self, &each.at, "name", ESP_JSON_REQUIRED);
      sample->text = _esp_read_words (self, &each.at, "text", ESP_JSON_REQUIRED);
      sample->resource = g_string_chunk_insert (self->texts, resource);
      _esp_catalogue_add (self, ESP_CATALOGUE_SAMPLES, &each.at, sample);
    }
}

void
_esp_load_sources (EspCatalogue    *self,
                   const EspJsonAt *top)
{
  static const char *const confidences[] = { "A", "B", NULL };
  EspJsonEach each;

  esp_json_each_init (&each, top, "sources", ESP_JSON_REQUIRED);
  while (esp_json_each_next (&each))
    {
      EspSource *source = _esp_catalogue_alloc (self, sizeof *source);

      source->id = _esp_read_id (&each.at, "id");
      source->name = _esp_read_name (self, &each.at, "name", ESP_JSON_REQUIRED);
      source->date = _esp_read_name (self, &each.at, "date", ESP_JSON_OPTIONAL);
      source->confidence = confidences[esp_json_get_choice (&each.at, "confidence", confidences)][0];
      _esp_catalogue_add (self, ESP_CATALOGUE_SOURCES, &each.at, source);
    }
}

/* Whether something of the catalogue has the name "role:ID", "ladder:ID" …, or it is "general" */
static gboolean
is_known (EspCatalogue *self,
          const char   *about)
{
  static const struct
  {
    const char        *prefix;
    EspCatalogueTable  table;
  } kinds[] = {
    { "role:", ESP_CATALOGUE_ROLES },       { "ladder:", ESP_CATALOGUE_LADDERS },   { "rung:", ESP_CATALOGUE_RUNGS },
    { "skill:", ESP_CATALOGUE_SKILLS },     { "kind:", ESP_CATALOGUE_KINDS },       { "function:", ESP_CATALOGUE_FUNCTIONS },
    { "setting:", ESP_CATALOGUE_SETTINGS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (about, kinds[i].prefix))
      return _esp_catalogue_find (self, kinds[i].table, about + strlen (kinds[i].prefix)) != NULL;

  return g_str_equal (about, "general");
}

static void
index_fact (EspCatalogue    *self,
            const EspJsonAt *at,
            EspFact         *fact)
{
  for (guint i = 0; fact->about[i] != NULL; i++)
    {
      const char *about = fact->about[i];
      GPtrArray *facts = g_hash_table_lookup (self->facts_about, about);

      if (!is_known (self, about))
        esp_json_fail (at, "about", ESP_CATALOGUE_ERROR_REFERENCE, "there is no “%s”", about);
      if (facts == NULL)
        g_hash_table_insert (self->facts_about, (gpointer) about, facts = g_ptr_array_new ());
      g_ptr_array_add (facts, fact);
    }
}

void
_esp_load_facts (EspCatalogue    *self,
                 const EspJsonAt *top)
{
  EspJsonEach each;

  esp_json_each_init (&each, top, "facts", ESP_JSON_REQUIRED);
  while (esp_json_each_next (&each))
    {
      EspFact *fact = _esp_catalogue_alloc (self, sizeof *fact);

      fact->id = _esp_read_id (&each.at, "id");
      fact->text = _esp_read_words (self, &each.at, "text", ESP_JSON_REQUIRED);
      fact->sources = _esp_read_references (self, &each.at, "sources", ESP_CATALOGUE_SOURCES, ESP_JSON_REQUIRED);
      fact->about = _esp_read_list (self, &each.at, "about", ESP_JSON_REQUIRED, FALSE);
      if (fact->sources->len == 0)
        esp_json_fail (&each.at, "sources", ESP_CATALOGUE_ERROR_FIELD, "a fact needs a source");
      index_fact (self, &each.at, fact);
      _esp_catalogue_add (self, ESP_CATALOGUE_FACTS, &each.at, fact);
    }
}
