/* esp-catalogue.h — the built-in knowledge: roles, skills, ladders, moves, settings, places, glossary, sources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ESP_TYPE_CATALOGUE (esp_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (EspCatalogue, esp_catalogue, ESP, CATALOGUE, GObject)

#define ESP_CATALOGUE_ERROR (esp_catalogue_error_quark ())
GQuark esp_catalogue_error_quark (void);

typedef enum
{
  ESP_CATALOGUE_ERROR_SYNTAX,    /* not JSON, or not the format */
  ESP_CATALOGUE_ERROR_FIELD,     /* a member is missing or of the wrong type */
  ESP_CATALOGUE_ERROR_REFERENCE, /* an id that does not exist, or twice */
} EspCatalogueError;

/* What a role belongs to; the first five are program-management seats. */
typedef enum
{
  ESP_ROLE_FAMILY_PROGRAM,
  ESP_ROLE_FAMILY_PROJECT,
  ESP_ROLE_FAMILY_PRODUCT,
  ESP_ROLE_FAMILY_DELIVERY,
  ESP_ROLE_FAMILY_PMO_OFFICE,
  ESP_ROLE_FAMILY_OTHER,
} EspRoleFamily;

typedef enum
{
  ESP_ROLE_SCOPE_UNKNOWN,
  ESP_ROLE_SCOPE_INTERNAL,
  ESP_ROLE_SCOPE_EXTERNAL,
  ESP_ROLE_SCOPE_EITHER,
} EspRoleScope;

/* The shared vocabularies that make roles comparable. */
typedef enum
{
  ESP_TOPIC_STAKEHOLDER,
  ESP_TOPIC_RESPONSIBILITY,
  ESP_TOPIC_CHALLENGE,
  ESP_TOPIC_INTEREST, /* whom it suits */
  ESP_TOPIC_N_KINDS
} EspTopicKind;

typedef enum
{
  ESP_MOVE_PROMOTION,
  ESP_MOVE_LATERAL,
  ESP_MOVE_ENTRY,
  ESP_MOVE_DOWN_LEVEL,
} EspMoveKind;

/* All structs are owned by the catalogue and live as long as it does. Arrays are GPtrArray of the named struct. Texts are
 * already translated (titles to recognise a role by and the names of sources stay as written); ids are interned by
 * g_intern_string(), so that they can be compared by pointer among each other. A catalogue never changes once it is there:
 * any thread may read it. */

typedef struct
{
  const char *id;
  const char *name;
  const char *text;
} EspEntry; /* what is only a name and a paragraph: skill groups, levels of skill, levels of a ladder */

typedef struct
{
  const char  *id;
  const char  *name;
  EspTopicKind kind;
} EspTopic;

typedef struct
{
  const EspTopic *topic;
  int             weight; /* 1 takes part, 2 regular, 3 central */
  const char     *text;   /* how it is in this role; never NULL */
} EspRoleTopic;

typedef struct
{
  const char     *id;
  const char     *name;
  const char     *text;
  const EspEntry *group;
} EspSkill;

typedef struct
{
  const EspSkill *skill;
  int             level; /* 1 … 4, see esp_catalogue_get_skill_levels() */
} EspSkillLevel;

typedef struct
{
  const char *kind;     /* unit kind: "pmo", "coe", "program", "department" … */
  const char *function; /* of a department, or NULL */
  const char *text;     /* why such a role sits there */
} EspRolePlace;

typedef struct
{
  const char   *id;
  const char   *name;
  const char   *short_name; /* never NULL; the name if there is no shorter one */
  EspRoleFamily family;
  EspRoleScope  scope;      /* whom such a role usually serves */
  const char   *ladder;     /* id of a ladder, or NULL */
  const char   *level;      /* usual level id where the role is one rung of a ladder (a director), or NULL */
  const char   *summary;
  GStrv         aliases;    /* other titles; may be empty, never NULL */
  GPtrArray    *topics[ESP_TOPIC_N_KINDS]; /* EspRoleTopic */
  GPtrArray    *skills;     /* EspSkillLevel */
  GPtrArray    *places;     /* EspRolePlace */
  GStrv         path;       /* the typical way, one station a string */
  GPtrArray    *sources;    /* EspSource */
} EspRole;

typedef struct _EspRung   EspRung;
typedef struct _EspLadder EspLadder;

struct _EspLadder
{
  const char *id;
  const char *name;
  const char *text;
  GPtrArray  *rungs; /* EspRung, lowest first */
};

struct _EspRung
{
  const char      *id;    /* "ladder/level" */
  const char      *name;
  const EspLadder *ladder;
  const EspEntry  *level;
  int              rank;  /* of the level: greater is higher; comparable across ladders */
  const char      *summary;
  const char      *scope; /* how far the work of this rung reaches */
  GPtrArray       *skills;  /* EspSkillLevel */
  GPtrArray       *sources; /* EspSource */
};

typedef struct
{
  const EspRung *from;
  const EspRung *to;
  EspMoveKind    kind;
  const char    *text;  /* what the step means and asks */
  GPtrArray     *build; /* EspSkillLevel that must be built beyond the difference of the rungs; may be empty */
  GPtrArray     *sources;
} EspMove;

typedef struct
{
  const char *id;
  const char *name;
  const char *summary;
  GPtrArray  *aspects; /* EspEntry: id of the aspect (same ids in all settings), its name, what it is like here */
} EspSetting;

/* A unit kind or a function, and why program managers sit there. */
typedef struct
{
  const char *id;
  const char *name;
  const char *family; /* of a function: "technology", "product", "clients", "house"; NULL for kinds */
  const char *text;
} EspPlace;

typedef struct
{
  const char *id;
  const char *term;
  const char *text;
} EspGlossaryTerm;

typedef struct
{
  const char *id;
  const char *name;
  const char *date;       /* "2015", "2024-05" … or NULL */
  char        confidence; /* 'A' the owner's own text, 'B' a named practitioner or trade body */
} EspSource;

/* A single fact with its source, shown beside what it is about. */
typedef struct
{
  const char *id;
  const char *text;
  GPtrArray  *sources; /* EspSource, at least one */
  GStrv       about;   /* "role:tpm", "ladder:pmo", "rung:tpm/senior", "skill:sql", "kind:coe", "function:it",
                        * "setting:startup", "general" */
} EspFact;

/* Built-in sample organizations, in the order of `list organizations` */
typedef struct
{
  const char *id;
  const char *name;
  const char *text;
  const char *resource; /* path in the resources */
} EspSample;

EspCatalogue          *esp_catalogue_get_default      (void);
void                   esp_catalogue_preload          (void);
EspCatalogue          *esp_catalogue_new_from_builtin (GError       **error) G_GNUC_WARN_UNUSED_RESULT;
EspCatalogue          *esp_catalogue_new_from_folder  (GFile         *folder,
                                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
EspCatalogue          *esp_catalogue_new_from_bytes   (GHashTable    *files,
                                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/* All of a kind, in catalogue order (arrays owned by the catalogue) */
GPtrArray             *esp_catalogue_get_roles        (EspCatalogue  *self);
GPtrArray             *esp_catalogue_get_skills       (EspCatalogue  *self);
GPtrArray             *esp_catalogue_get_skill_groups (EspCatalogue  *self);
GPtrArray             *esp_catalogue_get_skill_levels (EspCatalogue  *self);
GPtrArray             *esp_catalogue_get_topics       (EspCatalogue  *self,
                                                       EspTopicKind   kind);
GPtrArray             *esp_catalogue_get_levels       (EspCatalogue  *self);
GPtrArray             *esp_catalogue_get_ladders      (EspCatalogue  *self);
GPtrArray             *esp_catalogue_get_rungs        (EspCatalogue  *self);
GPtrArray             *esp_catalogue_get_moves        (EspCatalogue  *self);
GPtrArray             *esp_catalogue_get_settings     (EspCatalogue  *self);
GPtrArray             *esp_catalogue_get_kinds        (EspCatalogue  *self);
GPtrArray             *esp_catalogue_get_functions    (EspCatalogue  *self);
GPtrArray             *esp_catalogue_get_glossary     (EspCatalogue  *self);
GPtrArray             *esp_catalogue_get_sources      (EspCatalogue  *self);
GPtrArray             *esp_catalogue_get_facts        (EspCatalogue  *self);
GPtrArray             *esp_catalogue_get_facts_about  (EspCatalogue  *self,
                                                       const char    *about);
GPtrArray             *esp_catalogue_get_samples      (EspCatalogue  *self);

/* By id, O(1); NULL if there is none; id may be NULL */
const EspRole         *esp_catalogue_find_role        (EspCatalogue  *self,
                                                       const char    *id);
const EspSkill        *esp_catalogue_find_skill       (EspCatalogue  *self,
                                                       const char    *id);
const EspTopic        *esp_catalogue_find_topic       (EspCatalogue  *self,
                                                       EspTopicKind   kind,
                                                       const char    *id);
const EspLadder       *esp_catalogue_find_ladder      (EspCatalogue  *self,
                                                       const char    *id);
const EspEntry        *esp_catalogue_find_level       (EspCatalogue  *self,
                                                       const char    *id);
const EspRung         *esp_catalogue_find_rung        (EspCatalogue  *self,
                                                       const char    *id);
const EspSetting      *esp_catalogue_find_setting     (EspCatalogue  *self,
                                                       const char    *id);
const EspPlace        *esp_catalogue_find_kind        (EspCatalogue  *self,
                                                       const char    *id);
const EspPlace        *esp_catalogue_find_function    (EspCatalogue  *self,
                                                       const char    *id);
const EspSample       *esp_catalogue_find_sample      (EspCatalogue  *self,
                                                       const char    *id);

const EspRung         *esp_catalogue_find_rung_for    (EspCatalogue  *self,
                                                       const char    *role_id,
                                                       const char    *level_id);
int                    esp_catalogue_get_level_rank   (EspCatalogue  *self,
                                                       const char    *level_id);

/* The words of the enumerations, translated */
gboolean               esp_role_family_is_program_management (EspRoleFamily family);
const char            *esp_role_family_get_name       (EspRoleFamily  family);
const char            *esp_role_scope_get_name        (EspRoleScope   scope);
const char            *esp_move_kind_get_name         (EspMoveKind    kind);
const char            *esp_topic_kind_get_name        (EspTopicKind   kind);
char                  *esp_sources_to_string          (GPtrArray     *sources) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
