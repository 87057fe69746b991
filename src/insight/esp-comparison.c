/* esp-comparison.c — roles and rungs side by side, in aligned rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-insight"

#include "insight/esp-comparison.h"

#include "core/esp-i18n.h"

/* What makes the cells of a row equal */
typedef enum
{
  BY_STRENGTH, /* weights and levels */
  BY_PRESENCE,
  BY_WORDS,
} Measure;

static const char *
keep (EspComparison *self,
      const char    *text)
{
  return g_string_chunk_insert (self->texts, text);
}

/* A row without cells; either finish_row() or g_free() takes it */
static EspRow *
begin_row (const char *id,
           const char *name)
{
  EspRow *row = g_new0 (EspRow, 1);

  row->id = id;
  row->name = name;
  return row;
}

static void
set_cell (EspRow     *row,
          guint       subject,
          int         strength,
          const char *text)
{
  if (text == NULL)
    return;

  row->cells[subject].is_present = TRUE;
  row->cells[subject].strength = strength;
  row->cells[subject].text = text;
}

static EspMark
get_row_mark (const EspRow *row,
              guint         n_subjects,
              Measure       measure)
{
  const EspCell *first = NULL;
  guint n_present = 0;
  gboolean is_equal = TRUE;

  for (guint i = 0; i < n_subjects; i++)
    {
      const EspCell *cell = &row->cells[i];

      if (!cell->is_present)
        continue;

      n_present++;
      if (first == NULL)
        first = cell;
      else if (cell->strength != first->strength || (measure == BY_WORDS && !g_str_equal (cell->text, first->text)))
        is_equal = FALSE;
    }

  if (n_present == 1)
    return ESP_MARK_ONLY_HERE;
  if (!is_equal && measure == BY_STRENGTH)
    return ESP_MARK_STRONGER;
  return is_equal && n_present == n_subjects ? ESP_MARK_SAME : ESP_MARK_DIFFERS;
}

static void
mark_cells (EspRow *row,
            guint   n_subjects)
{
  int most = 0;

  for (guint i = 0; i < n_subjects; i++)
    most = MAX (most, row->cells[i].strength);

  for (guint i = 0; i < n_subjects; i++)
    {
      EspCell *cell = &row->cells[i];

      if (row->mark == ESP_MARK_SAME)
        cell->mark = ESP_MARK_SAME;
      else if (row->mark == ESP_MARK_ONLY_HERE && cell->is_present)
        cell->mark = ESP_MARK_ONLY_HERE;
      else if (row->mark == ESP_MARK_STRONGER && cell->strength == most)
        cell->mark = ESP_MARK_STRONGER;
      else
        cell->mark = ESP_MARK_DIFFERS;
    }
}

/* Marks the row and puts it at the end of its section, unless nobody has it. */
static void
finish_row (EspComparison *self,
            EspSection     section,
            EspRow        *row,
            Measure        measure)
{
  gboolean is_empty = TRUE;

  for (guint i = 0; i < self->n_subjects; i++)
    is_empty = is_empty && !row->cells[i].is_present;
  if (is_empty)
    {
      g_free (row);
      return;
    }

  row->has_strength = measure == BY_STRENGTH;
  row->mark = get_row_mark (row, self->n_subjects, measure);
  mark_cells (row, self->n_subjects);
  g_ptr_array_add (self->sections[section], row);
}

/* Overview */

typedef const char *(*TellFunc) (EspComparison    *self,
                                 const EspSubject *subject);

static const char *
tell_summary (EspComparison    *self,
              const EspSubject *subject)
{
  return subject->role != NULL ? subject->role->summary : subject->rung->summary;
}

static const char *
tell_family (EspComparison    *self,
             const EspSubject *subject)
{
  return subject->role != NULL ? esp_role_family_get_name (subject->role->family) : NULL;
}

static const char *
tell_serves (EspComparison    *self,
             const EspSubject *subject)
{
  return subject->role != NULL ? esp_role_scope_get_name (subject->role->scope) : NULL;
}

static const char *
tell_reach (EspComparison    *self,
            const EspSubject *subject)
{
  return subject->rung != NULL ? subject->rung->scope : NULL;
}

static const char *
tell_ladder (EspComparison    *self,
             const EspSubject *subject)
{
  const EspLadder *ladder;

  if (subject->rung != NULL)
    return subject->rung->ladder->name;
  ladder = esp_catalogue_find_ladder (self->catalogue, subject->role->ladder);
  return ladder != NULL ? ladder->name : NULL;
}

static const char *
tell_level (EspComparison    *self,
            const EspSubject *subject)
{
  const EspEntry *level;

  if (subject->rung != NULL)
    return subject->rung->level->name;
  level = esp_catalogue_find_level (self->catalogue, subject->role->level);
  return level != NULL ? level->name : NULL;
}

static const char *
tell_aliases (EspComparison    *self,
              const EspSubject *subject)
{
  g_autofree char *text = NULL;

  if (subject->role == NULL || subject->role->aliases[0] == NULL)
    return NULL;
  text = g_strjoinv (", ", subject->role->aliases);
  return keep (self, text);
}

static void
add_told_row (EspComparison *self,
              EspSection     section,
              const char    *id,
              const char    *name,
              TellFunc       tell)
{
  EspRow *row = begin_row (id, name);

  for (guint i = 0; i < self->n_subjects; i++)
    set_cell (row, i, 0, tell (self, &self->subjects[i]));
  finish_row (self, section, row, BY_WORDS);
}

static void
add_overview (EspComparison *self)
{
  add_told_row (self, ESP_SECTION_OVERVIEW, "summary", _("In short"), tell_summary);
  add_told_row (self, ESP_SECTION_OVERVIEW, "family", _("Kind of work"), tell_family);
  add_told_row (self, ESP_SECTION_OVERVIEW, "serves", _("Serves"), tell_serves);
  add_told_row (self, ESP_SECTION_OVERVIEW, "reach", _("Reach"), tell_reach);
  add_told_row (self, ESP_SECTION_OVERVIEW, "ladder", _("Ladder"), tell_ladder);
  add_told_row (self, ESP_SECTION_OVERVIEW, "level", _("Usual level"), tell_level);
  add_told_row (self, ESP_SECTION_OVERVIEW, "aliases", _("Also called"), tell_aliases);
}

/* Topics: stakeholders, responsibilities, challenges, whom it suits */

static void
add_topics (EspComparison *self,
            EspSection     section,
            EspTopicKind   kind)
{
  GPtrArray *topics = esp_catalogue_get_topics (self->catalogue, kind);

  for (guint t = 0; t < topics->len; t++)
    {
      const EspTopic *topic = g_ptr_array_index (topics, t);
      EspRow *row = begin_row (topic->id, topic->name);

      for (guint i = 0; i < self->n_subjects; i++)
        {
          const EspRole *role = self->subjects[i].role;

          for (guint k = 0; role != NULL && k < role->topics[kind]->len; k++)
            {
              const EspRoleTopic *here = g_ptr_array_index (role->topics[kind], k);

              if (here->topic == topic)
                set_cell (row, i, here->weight, here->text);
            }
        }
      finish_row (self, section, row, BY_STRENGTH);
    }
}

/* Where placed: a row for each kind of unit, and for each function in it */

static void
add_place (EspComparison  *self,
           const EspPlace *kind,
           const EspPlace *function)
{
  EspRow *row = begin_row (kind->id, kind->name);

  row->text = kind->text;
  if (function != NULL)
    {
      g_autofree char *id = g_strconcat (kind->id, "/", function->id, NULL);
      /* Translators: a kind of unit and what it does: “Department, Infrastructure” */
      g_autofree char *name = g_strdup_printf (_("%s, %s"), kind->name, function->name);

      row->id = keep (self, id);
      row->name = keep (self, name);
      row->text = function->text;
    }

  for (guint i = 0; i < self->n_subjects; i++)
    {
      const EspRole *role = self->subjects[i].role;

      for (guint k = 0; role != NULL && k < role->places->len; k++)
        {
          const EspRolePlace *place = g_ptr_array_index (role->places, k);

          if (place->kind == kind->id && place->function == (function != NULL ? function->id : NULL))
            set_cell (row, i, 0, place->text);
        }
    }
  finish_row (self, ESP_SECTION_PLACES, row, BY_PRESENCE);
}

static void
add_places (EspComparison *self)
{
  GPtrArray *kinds = esp_catalogue_get_kinds (self->catalogue);
  GPtrArray *functions = esp_catalogue_get_functions (self->catalogue);

  for (guint i = 0; i < kinds->len; i++)
    {
      add_place (self, g_ptr_array_index (kinds, i), NULL);
      for (guint k = 0; k < functions->len; k++)
        add_place (self, g_ptr_array_index (kinds, i), g_ptr_array_index (functions, k));
    }
}

/* Skills, group by group */

static void
add_skill (EspComparison  *self,
           const EspSkill *skill)
{
  EspRow *row = begin_row (skill->id, skill->name);

  row->group = skill->group->name;
  row->text = skill->text;
  for (guint i = 0; i < self->n_subjects; i++)
    {
      const EspSubject *subject = &self->subjects[i];
      GPtrArray *levels = subject->role != NULL ? subject->role->skills : subject->rung->skills;

      for (guint k = 0; k < levels->len; k++)
        {
          const EspSkillLevel *level = g_ptr_array_index (levels, k);

          if (level->skill == skill)
            set_cell (row, i, level->level, esp_comparison_get_strength_name (self, ESP_SECTION_SKILLS, level->level));
        }
    }
  finish_row (self, ESP_SECTION_SKILLS, row, BY_STRENGTH);
}

static void
add_skills (EspComparison *self)
{
  GPtrArray *groups = esp_catalogue_get_skill_groups (self->catalogue);
  GPtrArray *skills = esp_catalogue_get_skills (self->catalogue);

  for (guint i = 0; i < groups->len; i++)
    for (guint k = 0; k < skills->len; k++)
      {
        const EspSkill *skill = g_ptr_array_index (skills, k);

        if (skill->group == g_ptr_array_index (groups, i))
          add_skill (self, skill);
      }
}

/* Path: the stations of roles, numbered from the start; of rungs, the rungs before and after */

static const char *
join_rungs (EspComparison *self,
            const EspRung *rung,
            gboolean       after)
{
  GPtrArray *moves = esp_catalogue_get_moves (self->catalogue);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < moves->len; i++)
    {
      const EspMove *move = g_ptr_array_index (moves, i);

      if ((after ? move->from : move->to) != rung)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, after ? move->to->name : move->from->name);
    }
  return text->len > 0 ? keep (self, text->str) : NULL;
}

static const char *
tell_before (EspComparison    *self,
             const EspSubject *subject)
{
  return subject->rung != NULL ? join_rungs (self, subject->rung, FALSE) : NULL;
}

static const char *
tell_after (EspComparison    *self,
            const EspSubject *subject)
{
  return subject->rung != NULL ? join_rungs (self, subject->rung, TRUE) : NULL;
}

static void
add_stations (EspComparison *self,
              guint          station)
{
  g_autofree char *id = g_strdup_printf ("path-%u", station + 1);
  /* Translators: the first, second … station of a career */
  g_autofree char *name = g_strdup_printf (_("Step %u"), station + 1);
  EspRow *row = begin_row (keep (self, id), keep (self, name));

  for (guint i = 0; i < self->n_subjects; i++)
    {
      const EspRole *role = self->subjects[i].role;

      if (role != NULL && station < g_strv_length (role->path))
        set_cell (row, i, 0, role->path[station]);
    }
  finish_row (self, ESP_SECTION_PATH, row, BY_WORDS);
}

static void
add_path (EspComparison *self)
{
  guint n_stations = 0;

  for (guint i = 0; i < self->n_subjects; i++)
    if (self->subjects[i].role != NULL)
      n_stations = MAX (n_stations, g_strv_length (self->subjects[i].role->path));

  for (guint station = 0; station < n_stations; station++)
    add_stations (self, station);
  add_told_row (self, ESP_SECTION_PATH, "before", _("Comes from"), tell_before);
  add_told_row (self, ESP_SECTION_PATH, "after", _("Leads to"), tell_after);
}

/**
 * esp_comparison_new:
 * @catalogue: a catalogue; a reference is kept
 * @subjects: (array length=n_subjects): what to compare, of @catalogue
 * @n_subjects: %ESP_COMPARISON_MIN_SUBJECTS … %ESP_COMPARISON_MAX_SUBJECTS
 *
 * Lays subjects side by side. The rows, their order and their marks do not depend on the order of the subjects; only the cells
 * follow it.
 *
 * Time: O(subjects · catalogue), well below a millisecond.
 *
 * Returns: (transfer full): the comparison
 */
EspComparison *
esp_comparison_new (EspCatalogue     *catalogue,
                    const EspSubject *subjects,
                    guint             n_subjects)
{
  EspComparison *self;

  g_return_val_if_fail (ESP_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (n_subjects >= ESP_COMPARISON_MIN_SUBJECTS && n_subjects <= ESP_COMPARISON_MAX_SUBJECTS, NULL);

  self = g_new0 (EspComparison, 1);
  self->catalogue = g_object_ref (catalogue);
  self->texts = g_string_chunk_new (1024);
  self->n_subjects = n_subjects;
  for (guint i = 0; i < n_subjects; i++)
    self->subjects[i] = subjects[i];
  for (EspSection section = 0; section < ESP_N_SECTIONS; section++)
    self->sections[section] = g_ptr_array_new_with_free_func (g_free);

  add_overview (self);
  add_topics (self, ESP_SECTION_STAKEHOLDERS, ESP_TOPIC_STAKEHOLDER);
  add_places (self);
  add_topics (self, ESP_SECTION_RESPONSIBILITIES, ESP_TOPIC_RESPONSIBILITY);
  add_skills (self);
  add_topics (self, ESP_SECTION_CHALLENGES, ESP_TOPIC_CHALLENGE);
  add_path (self);
  add_topics (self, ESP_SECTION_INTERESTS, ESP_TOPIC_INTEREST);
  return self;
}

void
esp_comparison_free (EspComparison *self)
{
  for (EspSection section = 0; section < ESP_N_SECTIONS; section++)
    g_ptr_array_unref (self->sections[section]);
  g_string_chunk_free (self->texts);
  g_object_unref (self->catalogue);
  g_free (self);
}

/**
 * esp_comparison_get_differences:
 * @self: a comparison
 * @section: one of its sections
 *
 * Returns: (transfer container) (element-type EspRow): the rows of the section that are not %ESP_MARK_SAME, in their order
 */
GPtrArray *
esp_comparison_get_differences (const EspComparison *self,
                                EspSection           section)
{
  GPtrArray *rows = self->sections[section];
  GPtrArray *different = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      EspRow *row = g_ptr_array_index (rows, i);

      if (row->mark != ESP_MARK_SAME)
        g_ptr_array_add (different, row);
    }
  return different;
}

/**
 * esp_comparison_get_strength_name:
 * @self: a comparison
 * @section: one of its sections
 * @strength: strength of a cell in it
 *
 * Returns: (nullable): the word for it, translated; %NULL for 0
 */
const char *
esp_comparison_get_strength_name (const EspComparison *self,
                                  EspSection           section,
                                  int                  strength)
{
  if (section == ESP_SECTION_SKILLS && strength >= 1 && strength <= 4)
    return ((EspEntry *) g_ptr_array_index (esp_catalogue_get_skill_levels (self->catalogue), strength - 1))->name;

  switch (strength)
    {
    case 1:
      return C_("weight", "Now and then");
    case 2:
      return C_("weight", "Regular");
    case 3:
      return C_("weight", "Central");
    default:
      return NULL;
    }
}
