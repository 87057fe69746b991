/* esp-catalogue-find.c — catalogue: look up by id, and the words of the enumerations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-catalogue"

#include "catalogue/esp-catalogue.h"

#include "catalogue/esp-catalogue-private.h"
#include "core/esp-i18n.h"

/**
 * esp_catalogue_find_role:
 * @self: a catalogue
 * @id: (nullable): the id of a role
 *
 * Time: O(1).
 *
 * Returns: (transfer none) (nullable): what has that id
 */
const EspRole *
esp_catalogue_find_role (EspCatalogue *self,
                         const char   *id)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);
  return _esp_catalogue_find (self, ESP_CATALOGUE_ROLES, id);
}

/**
 * esp_catalogue_find_skill:
 * @self: a catalogue
 * @id: (nullable): the id of a skill
 *
 * Time: O(1).
 *
 * Returns: (transfer none) (nullable): what has that id
 */
const EspSkill *
esp_catalogue_find_skill (EspCatalogue *self,
                          const char   *id)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);
  return _esp_catalogue_find (self, ESP_CATALOGUE_SKILLS, id);
}

/**
 * esp_catalogue_find_ladder:
 * @self: a catalogue
 * @id: (nullable): the id of a ladder
 *
 * Time: O(1).
 *
 * Returns: (transfer none) (nullable): what has that id
 */
const EspLadder *
esp_catalogue_find_ladder (EspCatalogue *self,
                           const char   *id)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);
  return _esp_catalogue_find (self, ESP_CATALOGUE_LADDERS, id);
}

/**
 * esp_catalogue_find_level:
 * @self: a catalogue
 * @id: (nullable): the id of a level of the ladders
 *
 * Time: O(1).
 *
 * Returns: (transfer none) (nullable): what has that id
 */
const EspEntry *
esp_catalogue_find_level (EspCatalogue *self,
                          const char   *id)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);
  return _esp_catalogue_find (self, ESP_CATALOGUE_LEVELS, id);
}

/**
 * esp_catalogue_find_rung:
 * @self: a catalogue
 * @id: (nullable): the id of a rung: ladder, slash, level
 *
 * Time: O(1).
 *
 * Returns: (transfer none) (nullable): what has that id
 */
const EspRung *
esp_catalogue_find_rung (EspCatalogue *self,
                         const char   *id)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);
  return _esp_catalogue_find (self, ESP_CATALOGUE_RUNGS, id);
}

/**
 * esp_catalogue_find_setting:
 * @self: a catalogue
 * @id: (nullable): the id of a setting
 *
 * Time: O(1).
 *
 * Returns: (transfer none) (nullable): what has that id
 */
const EspSetting *
esp_catalogue_find_setting (EspCatalogue *self,
                            const char   *id)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);
  return _esp_catalogue_find (self, ESP_CATALOGUE_SETTINGS, id);
}

/**
 * esp_catalogue_find_kind:
 * @self: a catalogue
 * @id: (nullable): the id of a kind of unit
 *
 * Time: O(1).
 *
 * Returns: (transfer none) (nullable): what has that id
 */
const EspPlace *
esp_catalogue_find_kind (EspCatalogue *self,
                         const char   *id)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);
  return _esp_catalogue_find (self, ESP_CATALOGUE_KINDS, id);
}

/**
 * esp_catalogue_find_function:
 * @self: a catalogue
 * @id: (nullable): the id of a function
 *
 * Time: O(1).
 *
 * Returns: (transfer none) (nullable): what has that id
 */
const EspPlace *
esp_catalogue_find_function (EspCatalogue *self,
                             const char   *id)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);
  return _esp_catalogue_find (self, ESP_CATALOGUE_FUNCTIONS, id);
}

/**
 * esp_catalogue_find_sample:
 * @self: a catalogue
 * @id: (nullable): the id of a built-in organization
 *
 * Time: O(1).
 *
 * Returns: (transfer none) (nullable): what has that id
 */
const EspSample *
esp_catalogue_find_sample (EspCatalogue *self,
                           const char   *id)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);
  return _esp_catalogue_find (self, ESP_CATALOGUE_SAMPLES, id);
}

/**
 * esp_catalogue_find_topic:
 * @self: a catalogue
 * @kind: which vocabulary
 * @id: (nullable): the id of a topic in it
 *
 * Time: O(1).
 *
 * Returns: (transfer none) (nullable): the topic
 */
const EspTopic *
esp_catalogue_find_topic (EspCatalogue *self,
                          EspTopicKind  kind,
                          const char   *id)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (kind < ESP_TOPIC_N_KINDS, NULL);
  return _esp_catalogue_find (self, ESP_CATALOGUE_TOPICS + kind, id);
}

/**
 * esp_catalogue_find_rung_for:
 * @self: a catalogue
 * @role_id: (nullable): the id of a role
 * @level_id: (nullable): the id of a level
 *
 * From role to ladder, from ladder and level to rung. Without a level the role's usual one is taken, if it has one.
 *
 * Time: O(rungs of one ladder).
 *
 * Returns: (transfer none) (nullable): the rung
 */
const EspRung *
esp_catalogue_find_rung_for (EspCatalogue *self,
                             const char   *role_id,
                             const char   *level_id)
{
  const EspRole *role;
  const EspLadder *ladder;

  g_return_val_if_fail (ESP_IS_CATALOGUE (self), NULL);

  role = _esp_catalogue_find (self, ESP_CATALOGUE_ROLES, role_id);
  if (role == NULL || role->ladder == NULL)
    return NULL;

  if (level_id == NULL)
    level_id = role->level;
  ladder = _esp_catalogue_find (self, ESP_CATALOGUE_LADDERS, role->ladder);
  for (guint i = 0; level_id != NULL && i < ladder->rungs->len; i++)
    {
      const EspRung *rung = g_ptr_array_index (ladder->rungs, i);

      if (g_str_equal (rung->level->id, level_id))
        return rung;
    }
  return NULL;
}

/**
 * esp_catalogue_get_level_rank:
 * @self: a catalogue
 * @level_id: (nullable): the id of a level
 *
 * Time: O(1).
 *
 * Returns: how high the level is, comparable across ladders; -1 if there is no such level
 */
int
esp_catalogue_get_level_rank (EspCatalogue *self,
                              const char   *level_id)
{
  gpointer rank;

  g_return_val_if_fail (ESP_IS_CATALOGUE (self), -1);

  if (level_id != NULL && g_hash_table_lookup_extended (self->ranks, level_id, NULL, &rank))
    return GPOINTER_TO_INT (rank);
  return -1;
}

/**
 * esp_role_family_is_program_management:
 * @family: a family of roles
 *
 * Returns: whether seats of this family are program-management seats: every family but “other”
 */
gboolean
esp_role_family_is_program_management (EspRoleFamily family)
{
  return family <= ESP_ROLE_FAMILY_PMO_OFFICE;
}

/**
 * esp_role_family_get_name:
 * @family: a family of roles
 *
 * Returns: its name, translated
 */
const char *
esp_role_family_get_name (EspRoleFamily family)
{
  switch (family)
    {
    case ESP_ROLE_FAMILY_PROGRAM:
      return _("Program management");
    case ESP_ROLE_FAMILY_PROJECT:
      return _("Project management");
    case ESP_ROLE_FAMILY_PRODUCT:
      return _("Product management");
    case ESP_ROLE_FAMILY_DELIVERY:
      return _("Delivery management");
    case ESP_ROLE_FAMILY_PMO_OFFICE:
      return _("Project office");
    case ESP_ROLE_FAMILY_OTHER:
      return _("Other roles");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * esp_role_scope_get_name:
 * @scope: whom a role serves
 *
 * Returns: the word for it, translated
 */
const char *
esp_role_scope_get_name (EspRoleScope scope)
{
  switch (scope)
    {
    case ESP_ROLE_SCOPE_UNKNOWN:
      return _("Not known");
    case ESP_ROLE_SCOPE_INTERNAL:
      return _("Internal");
    case ESP_ROLE_SCOPE_EXTERNAL:
      return _("External");
    case ESP_ROLE_SCOPE_EITHER:
      return _("Internal or external");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * esp_move_kind_get_name:
 * @kind: a kind of move
 *
 * Returns: its name, translated
 */
const char *
esp_move_kind_get_name (EspMoveKind kind)
{
  switch (kind)
    {
    case ESP_MOVE_PROMOTION:
      return _("Promotion");
    case ESP_MOVE_LATERAL:
      return _("Lateral move");
    case ESP_MOVE_ENTRY:
      return _("Way in");
    case ESP_MOVE_DOWN_LEVEL:
      return _("One level down");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * esp_topic_kind_get_name:
 * @kind: a vocabulary
 *
 * Returns: the heading for it, translated
 */
const char *
esp_topic_kind_get_name (EspTopicKind kind)
{
  switch (kind)
    {
    case ESP_TOPIC_STAKEHOLDER:
      return _("Stakeholders");
    case ESP_TOPIC_RESPONSIBILITY:
      return _("Responsibilities");
    case ESP_TOPIC_CHALLENGE:
      return _("Challenges");
    case ESP_TOPIC_INTEREST:
      return _("Whom it suits");
    case ESP_TOPIC_N_KINDS:
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * esp_sources_to_string:
 * @sources: (element-type EspSource): sources
 *
 * Returns: (nullable) (transfer full): the sources, one a line: name, date, and how far each can be trusted, translated; %NULL if
 *   there are none
 */
char *
esp_sources_to_string (GPtrArray *sources)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      const EspSource *source = g_ptr_array_index (sources, i);
      const char *trust = source->confidence == 'A' ? _("confidence A: the owner’s own text")
                                                    : _("confidence B: a named practitioner or trade body");

      if (i > 0)
        g_string_append_c (text, '\n');
      if (source->date != NULL)
        /* Translators: name of a source, its date, how far it can be trusted */
        g_string_append_printf (text, _("%s (%s), %s"), source->name, source->date, trust);
      else
        /* Translators: name of a source, how far it can be trusted */
        g_string_append_printf (text, _("%s, %s"), source->name, trust);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
