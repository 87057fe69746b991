/* esp-comparison.h — roles and rungs side by side, in aligned rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue/esp-catalogue.h"

G_BEGIN_DECLS

#define ESP_COMPARISON_MIN_SUBJECTS 2
#define ESP_COMPARISON_MAX_SUBJECTS 6

/* What is compared: exactly one of @role and @rung is set. */
typedef struct
{
  const EspRole *role;
  const EspRung *rung;
} EspSubject;

typedef enum
{
  ESP_SECTION_OVERVIEW,
  ESP_SECTION_STAKEHOLDERS,
  ESP_SECTION_PLACES,
  ESP_SECTION_RESPONSIBILITIES,
  ESP_SECTION_SKILLS,
  ESP_SECTION_CHALLENGES,
  ESP_SECTION_PATH,
  ESP_SECTION_INTERESTS, /* whom it suits */
  ESP_N_SECTIONS
} EspSection;

/**
 * EspMark:
 * @ESP_MARK_SAME: all subjects have it, equally strong (of topics and places the words do not count, as every role has its own);
 *   rows of overview and path: with the same words
 * @ESP_MARK_ONLY_HERE: exactly one subject has it
 * @ESP_MARK_STRONGER: two or more have it, and some more strongly than others
 * @ESP_MARK_DIFFERS: anything else: some lack it while the others are equal, or the words differ
 *
 * What a row shows. Of a cell: %ESP_MARK_ONLY_HERE (the one that has it), %ESP_MARK_STRONGER (as strong as any, and stronger than
 * at least one other that has it), %ESP_MARK_SAME (the row is), else %ESP_MARK_DIFFERS.
 */
typedef enum
{
  ESP_MARK_SAME,
  ESP_MARK_ONLY_HERE,
  ESP_MARK_STRONGER,
  ESP_MARK_DIFFERS,
} EspMark;

/**
 * EspCell:
 * @is_present: whether the subject has it
 * @strength: weight 1 … 3 of a topic, level 1 … 4 of a skill; 0 for plain text and if absent
 * @text: (nullable): how it is for this subject; %NULL if absent. Of a skill: the name of the level
 * @mark: see #EspMark
 */
typedef struct
{
  gboolean    is_present;
  int         strength;
  const char *text;
  EspMark     mark;
} EspCell;

/**
 * EspRow:
 * @id: id of the topic or skill; of other rows a fixed word ("summary", "path-1", "pmo", "department/it" …), unique in its section
 * @name: what the row is about, translated
 * @group: (nullable): the group of a skill; rows of one group stand together
 * @text: (nullable): what the skill or the place is, for a tooltip
 * @mark: see #EspMark
 * @has_strength: whether the cells have a strength
 * @cells: (array): one a subject, in the order of the subjects
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *group;
  const char *text;
  EspMark     mark;
  gboolean    has_strength;
  EspCell     cells[ESP_COMPARISON_MAX_SUBJECTS];
} EspRow;

/**
 * EspComparison:
 * @n_subjects: 2 … 6
 * @subjects: (array length=n_subjects): what is compared, in the order asked for
 * @sections: (element-type EspRow): rows of each section; in catalogue order, whatever the order of the subjects. May be empty:
 *   rungs have no stakeholders. A row exists if at least one subject has it.
 *
 * Plain data. Texts belong to the catalogue or to the comparison, and live as long as it does.
 */
typedef struct
{
  guint       n_subjects;
  EspSubject  subjects[ESP_COMPARISON_MAX_SUBJECTS];
  GPtrArray  *sections[ESP_N_SECTIONS];

  /*< private >*/
  EspCatalogue *catalogue;
  GStringChunk *texts;
} EspComparison;

gboolean       esp_subject_find                   (EspCatalogue        *catalogue,
                                                   const char          *id,
                                                   EspSubject          *subject);
const char    *esp_subject_get_id                 (const EspSubject    *subject);
const char    *esp_subject_get_name               (const EspSubject    *subject);
const char    *esp_subject_get_short_name         (const EspSubject    *subject);

EspComparison *esp_comparison_new                 (EspCatalogue        *catalogue,
                                                   const EspSubject    *subjects,
                                                   guint                n_subjects) G_GNUC_WARN_UNUSED_RESULT;
void           esp_comparison_free                (EspComparison       *self);
GPtrArray     *esp_comparison_get_differences     (const EspComparison *self,
                                                   EspSection           section) G_GNUC_WARN_UNUSED_RESULT;

/* Words, translated */
const char    *esp_section_get_name               (EspSection           section);
const char    *esp_mark_get_name                  (EspMark              mark);
const char    *esp_comparison_get_strength_name   (const EspComparison *self,
                                                   EspSection           section,
                                                   int                  strength);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspComparison, esp_comparison_free)

G_END_DECLS
