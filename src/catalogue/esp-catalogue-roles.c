/* esp-catalogue-roles.c — catalogue: roles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-catalogue"

#include "catalogue/esp-catalogue-private.h"

static GPtrArray *
load_topics (EspCatalogue    *self,
             const EspJsonAt *at,
             const char      *member,
             EspTopicKind     kind)
{
  GPtrArray *topics = _esp_catalogue_array (self, 0);
  EspJsonEach each;

  esp_json_each_init (&each, at, member, ESP_JSON_REQUIRED);
  while (esp_json_each_next (&each))
    {
      EspRoleTopic *topic = _esp_catalogue_alloc (self, sizeof *topic);

      topic->topic = _esp_read_reference (self, &each.at, "topic", ESP_CATALOGUE_TOPICS + kind, ESP_JSON_REQUIRED);
      topic->weight = esp_json_get_int (&each.at, "weight", 1, 3);
      topic->text = _esp_read_words (self, &each.at, "text", ESP_JSON_REQUIRED);
      for (guint i = 0; i < topics->len; i++)
        if (((EspRoleTopic *) g_ptr_array_index (topics, i))->topic == topic->topic)
          esp_json_fail (&each.at, "topic", ESP_CATALOGUE_ERROR_REFERENCE, "the topic stands twice");
      g_ptr_array_add (topics, topic);
    }
  return topics;
}

static GPtrArray *
load_places (EspCatalogue    *self,
             const EspJsonAt *at)
{
  GPtrArray *places = _esp_catalogue_array (self, 0);
  EspJsonEach each;

  esp_json_each_init (&each, at, "places", ESP_JSON_REQUIRED);
  while (esp_json_each_next (&each))
    {
      EspRolePlace *place = _esp_catalogue_alloc (self, sizeof *place);
      const EspPlace *kind = _esp_read_reference (self, &each.at, "kind", ESP_CATALOGUE_KINDS, ESP_JSON_REQUIRED);
      const EspPlace *function = _esp_read_reference (self, &each.at, "function", ESP_CATALOGUE_FUNCTIONS, ESP_JSON_OPTIONAL);

      place->kind = kind != NULL ? kind->id : NULL;
      place->function = function != NULL ? function->id : NULL;
      place->text = _esp_read_words (self, &each.at, "text", ESP_JSON_REQUIRED);
      for (guint i = 0; i < places->len; i++)
        {
          const EspRolePlace *other = g_ptr_array_index (places, i);

          if (other->kind == place->kind && other->function == place->function)
            esp_json_fail (&each.at, NULL, ESP_CATALOGUE_ERROR_REFERENCE, "the place stands twice");
        }
      g_ptr_array_add (places, place);
    }
  return places;
}

/* Ladder and usual level, each optional; a level alone would lead nowhere */
static void
load_rung (EspCatalogue    *self,
           const EspJsonAt *at,
           EspRole         *role)
{
  const EspLadder *ladder = _esp_read_reference (self, at, "ladder", ESP_CATALOGUE_LADDERS, ESP_JSON_OPTIONAL);
  const EspEntry *level = _esp_read_reference (self, at, "level", ESP_CATALOGUE_LEVELS, ESP_JSON_OPTIONAL);

  role->ladder = ladder != NULL ? ladder->id : NULL;
  role->level = level != NULL ? level->id : NULL;
  if (ladder != NULL && level != NULL)
    {
      g_autofree char *id = g_strconcat (ladder->id, "/", level->id, NULL);

      if (_esp_catalogue_find (self, ESP_CATALOGUE_RUNGS, id) == NULL)
        esp_json_fail (at, "level", ESP_CATALOGUE_ERROR_REFERENCE, "there is no rung “%s”", id);
    }
  else if (level != NULL)
    esp_json_fail (at, "level", ESP_CATALOGUE_ERROR_FIELD, "needs a ladder");
}

void
_esp_load_roles (EspCatalogue    *self,
                 const EspJsonAt *top)
{
  static const char *const families[] = { "program", "project", "product", "delivery", "pmo-office", "other", NULL };
  static const char *const scopes[] = { "internal", "external", "either", NULL };
  static const char *const members[ESP_TOPIC_N_KINDS] = { "stakeholders", "responsibilities", "challenges", "interests" };
  EspJsonEach each;

  esp_json_each_init (&each, top, "roles", ESP_JSON_REQUIRED);
  while (esp_json_each_next (&each))
    {
      EspRole *role = _esp_catalogue_alloc (self, sizeof *role);

      role->id = _esp_read_id (&each.at, "id");
      role->name = _esp_read_words (self, &each.at, "name", ESP_JSON_REQUIRED);
      role->short_name = _esp_read_words (self, &each.at, "short", ESP_JSON_OPTIONAL);
      if (role->short_name == NULL)
        role->short_name = role->name;
      role->family = (EspRoleFamily) esp_json_get_choice (&each.at, "family", families);
      role->scope = (EspRoleScope) (ESP_ROLE_SCOPE_INTERNAL + esp_json_get_choice (&each.at, "scope", scopes));
      load_rung (self, &each.at, role);
      role->summary = _esp_read_words (self, &each.at, "summary", ESP_JSON_REQUIRED);
      role->aliases = _esp_read_list (self, &each.at, "aliases", ESP_JSON_REQUIRED, TRUE);
      for (EspTopicKind kind = 0; kind < ESP_TOPIC_N_KINDS; kind++)
        role->topics[kind] = load_topics (self, &each.at, members[kind], kind);
      role->skills = _esp_read_skill_levels (self, &each.at, "skills", ESP_JSON_REQUIRED);
      role->places = load_places (self, &each.at);
      role->path = _esp_read_list (self, &each.at, "path", ESP_JSON_REQUIRED, TRUE);
      role->sources = _esp_read_references (self, &each.at, "sources", ESP_CATALOGUE_SOURCES, ESP_JSON_OPTIONAL);
      _esp_catalogue_add (self, ESP_CATALOGUE_ROLES, &each.at, role);
    }
}
