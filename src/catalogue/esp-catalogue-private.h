/* esp-catalogue-private.h — how a catalogue is kept, for the files that read it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue/esp-json-reader.h"

G_BEGIN_DECLS

/* What has an id of its own and can be looked up. Every struct kept in one of these tables begins with `const char *id`. */
typedef enum
{
  ESP_CATALOGUE_ROLES,
  ESP_CATALOGUE_SKILLS,
  ESP_CATALOGUE_SKILL_GROUPS,
  ESP_CATALOGUE_SKILL_LEVELS,
  ESP_CATALOGUE_LEVELS,
  ESP_CATALOGUE_LADDERS,
  ESP_CATALOGUE_RUNGS,
  ESP_CATALOGUE_SETTINGS,
  ESP_CATALOGUE_ASPECTS,
  ESP_CATALOGUE_KINDS,
  ESP_CATALOGUE_FUNCTIONS,
  ESP_CATALOGUE_GLOSSARY,
  ESP_CATALOGUE_SOURCES,
  ESP_CATALOGUE_FACTS,
  ESP_CATALOGUE_SAMPLES,
  ESP_CATALOGUE_TOPICS, /* + EspTopicKind */
  ESP_CATALOGUE_N_TABLES = ESP_CATALOGUE_TOPICS + ESP_TOPIC_N_KINDS
} EspCatalogueTable;

typedef struct
{
  GPtrArray  *all;   /* in catalogue order */
  GHashTable *by_id; /* id → element of @all */
} EspIdTable;

struct _EspCatalogue
{
  GObject       parent_instance;

  EspIdTable      tables[ESP_CATALOGUE_N_TABLES];
  GPtrArray    *moves;       /* EspMove */
  GHashTable   *facts_about; /* "role:ID" … → GPtrArray of EspFact */
  GHashTable   *ranks;       /* level id, interned → rank */

  GStringChunk *texts;       /* what was not translated */
  GPtrArray    *blocks;      /* everything allocated: freed together with the catalogue */
  GPtrArray    *arrays;      /* every GPtrArray inside a struct, likewise */
};

/* Keeping */
gpointer       _esp_catalogue_alloc       (EspCatalogue      *self,
                                           gsize              size);
GPtrArray     *_esp_catalogue_array       (EspCatalogue      *self,
                                           guint              reserved);
void           _esp_catalogue_add         (EspCatalogue      *self,
                                           EspCatalogueTable  table,
                                           const EspJsonAt   *at,
                                           gpointer           element);
gpointer       _esp_catalogue_find        (EspCatalogue      *self,
                                           EspCatalogueTable  table,
                                           const char        *id);

/* Reading members that more than one file needs */
const char    *_esp_read_id               (const EspJsonAt   *at,
                                           const char        *member);
const char    *_esp_read_words            (EspCatalogue      *self,
                                           const EspJsonAt   *at,
                                           const char        *member,
                                           EspJsonNeed        need);
const char    *_esp_read_name             (EspCatalogue      *self,
                                           const EspJsonAt   *at,
                                           const char        *member,
                                           EspJsonNeed        need);
GStrv          _esp_read_list             (EspCatalogue      *self,
                                           const EspJsonAt   *at,
                                           const char        *member,
                                           EspJsonNeed        need,
                                           gboolean           translate);
gconstpointer  _esp_read_reference        (EspCatalogue      *self,
                                           const EspJsonAt   *at,
                                           const char        *member,
                                           EspCatalogueTable  table,
                                           EspJsonNeed        need);
GPtrArray     *_esp_read_references       (EspCatalogue      *self,
                                           const EspJsonAt   *at,
                                           const char        *member,
                                           EspCatalogueTable  table,
                                           EspJsonNeed        need);
GPtrArray     *_esp_read_skill_levels     (EspCatalogue      *self,
                                           const EspJsonAt   *at,
                                           const char        *member,
                                           EspJsonNeed        need);
EspEntry      *_esp_read_entry            (EspCatalogue      *self,
                                           const EspJsonAt   *at,
                                           EspCatalogueTable  table);

/* One function a file of the catalogue, in the order they are read: each may refer to what stands above it */
void           _esp_load_topics           (EspCatalogue      *self,
                                           const EspJsonAt   *top);
void           _esp_load_skills           (EspCatalogue      *self,
                                           const EspJsonAt   *top);
void           _esp_load_places           (EspCatalogue      *self,
                                           const EspJsonAt   *top);
void           _esp_load_settings         (EspCatalogue      *self,
                                           const EspJsonAt   *top);
void           _esp_load_glossary         (EspCatalogue      *self,
                                           const EspJsonAt   *top);
void           _esp_load_samples          (EspCatalogue      *self,
                                           const EspJsonAt   *top);
void           _esp_load_sources          (EspCatalogue      *self,
                                           const EspJsonAt   *top);
void           _esp_load_ladders          (EspCatalogue      *self,
                                           const EspJsonAt   *top);
void           _esp_load_moves            (EspCatalogue      *self,
                                           const EspJsonAt   *top);
void           _esp_load_roles            (EspCatalogue      *self,
                                           const EspJsonAt   *top);
void           _esp_load_facts            (EspCatalogue      *self,
                                           const EspJsonAt   *top);

G_END_DECLS
