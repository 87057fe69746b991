/* esp-subject.c — what can be compared, and the words of a comparison
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-insight"

#include "insight/esp-comparison.h"

#include "core/esp-i18n.h"

/**
 * esp_subject_find:
 * @catalogue: a catalogue
 * @id: (nullable): the id of a role ("program-manager"), or of a rung ("program/senior")
 * @subject: (out): what has that id
 *
 * Time: O(1).
 *
 * Returns: whether there is one
 */
gboolean
esp_subject_find (EspCatalogue *catalogue,
                  const char   *id,
                  EspSubject   *subject)
{
  g_return_val_if_fail (ESP_IS_CATALOGUE (catalogue), FALSE);

  subject->role = esp_catalogue_find_role (catalogue, id);
  subject->rung = subject->role == NULL ? esp_catalogue_find_rung (catalogue, id) : NULL;
  return subject->role != NULL || subject->rung != NULL;
}

const char *
esp_subject_get_id (const EspSubject *subject)
{
  return subject->role != NULL ? subject->role->id : subject->rung->id;
}

const char *
esp_subject_get_name (const EspSubject *subject)
{
  return subject->role != NULL ? subject->role->name : subject->rung->name;
}

const char *
esp_subject_get_short_name (const EspSubject *subject)
{
  return subject->role != NULL ? subject->role->short_name : subject->rung->name;
}

/**
 * esp_section_get_name:
 * @section: a section
 *
 * Returns: its heading, translated
 */
const char *
esp_section_get_name (EspSection section)
{
  switch (section)
    {
    case ESP_SECTION_OVERVIEW:
      return _("Overview");
    case ESP_SECTION_STAKEHOLDERS:
      return esp_topic_kind_get_name (ESP_TOPIC_STAKEHOLDER);
    case ESP_SECTION_PLACES:
      return _("Where placed");
    case ESP_SECTION_RESPONSIBILITIES:
      return esp_topic_kind_get_name (ESP_TOPIC_RESPONSIBILITY);
    case ESP_SECTION_SKILLS:
      return _("Skills");
    case ESP_SECTION_CHALLENGES:
      return esp_topic_kind_get_name (ESP_TOPIC_CHALLENGE);
    case ESP_SECTION_PATH:
      return C_("comparison", "Path");
    case ESP_SECTION_INTERESTS:
      return esp_topic_kind_get_name (ESP_TOPIC_INTEREST);
    case ESP_N_SECTIONS:
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * esp_mark_get_name:
 * @mark: a mark
 *
 * Returns: the word for it, translated: “Same”, “Only here” …
 */
const char *
esp_mark_get_name (EspMark mark)
{
  switch (mark)
    {
    case ESP_MARK_SAME:
      return C_("comparison", "Same");
    case ESP_MARK_ONLY_HERE:
      return C_("comparison", "Only here");
    case ESP_MARK_STRONGER:
      return C_("comparison", "Stronger here");
    case ESP_MARK_DIFFERS:
      return C_("comparison", "Differs");
    default:
      g_return_val_if_reached ("");
    }
}
