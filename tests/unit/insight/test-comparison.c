/* test-comparison.c — rows, marks, and that the order of the subjects does not matter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "insight/esp-comparison.h"

#include "../catalogue/small-catalogue.h"
#include "random-catalogue.h"

static const EspRow *
find_row (const EspComparison *comparison,
          EspSection           section,
          const char          *id)
{
  const EspRow *found = NULL;

  for (guint i = 0; i < comparison->sections[section]->len; i++)
    {
      const EspRow *row = g_ptr_array_index (comparison->sections[section], i);

      if (g_str_equal (row->id, id))
        {
          g_assert_null (found);
          found = row;
        }
    }
  return found;
}

/* The marks as they are defined, straight from the cells */
static void
check_marks (const EspComparison *comparison,
             EspSection           section,
             const EspRow        *row)
{
  gboolean by_words = section == ESP_SECTION_OVERVIEW || section == ESP_SECTION_PATH;
  guint n_present = 0;
  gboolean uneven = FALSE;
  gboolean words_differ = FALSE;

  for (guint i = 0; i < comparison->n_subjects; i++)
    {
      const EspCell *cell = &row->cells[i];
      gboolean weaker_elsewhere = FALSE;
      gboolean stronger_elsewhere = FALSE;

      g_assert_cmpint (cell->is_present, ==, cell->text != NULL);
      g_assert_cmpint (cell->strength > 0, ==, cell->is_present && row->has_strength);
      n_present += cell->is_present;
      for (guint k = 0; k < comparison->n_subjects; k++)
        {
          const EspCell *other = &row->cells[k];

          if (!cell->is_present || !other->is_present)
            continue;
          weaker_elsewhere = weaker_elsewhere || other->strength < cell->strength;
          stronger_elsewhere = stronger_elsewhere || other->strength > cell->strength;
          words_differ = words_differ || !g_str_equal (cell->text, other->text);
        }
      uneven = uneven || weaker_elsewhere;
      g_assert_cmpint (cell->mark == ESP_MARK_STRONGER, ==, weaker_elsewhere && !stronger_elsewhere);
    }

  g_assert_cmpuint (n_present, >, 0);
  if (n_present == 1)
    g_assert_cmpint (row->mark, ==, ESP_MARK_ONLY_HERE);
  else if (uneven)
    g_assert_cmpint (row->mark, ==, ESP_MARK_STRONGER);
  else if (n_present == comparison->n_subjects && !(by_words && words_differ))
    g_assert_cmpint (row->mark, ==, ESP_MARK_SAME);
  else
    g_assert_cmpint (row->mark, ==, ESP_MARK_DIFFERS);

  for (guint i = 0; i < comparison->n_subjects; i++)
    {
      g_assert_cmpint (row->cells[i].mark == ESP_MARK_ONLY_HERE, ==, n_present == 1 && row->cells[i].is_present);
      g_assert_cmpint (row->cells[i].mark == ESP_MARK_SAME, ==, row->mark == ESP_MARK_SAME);
    }
}

/* What a role or a rung has is in the rows, with its strength and words. */
static void
check_complete (const EspComparison *comparison,
                guint                place)
{
  static const EspSection sections[ESP_TOPIC_N_KINDS] = { ESP_SECTION_STAKEHOLDERS, ESP_SECTION_RESPONSIBILITIES, ESP_SECTION_CHALLENGES,
                                                          ESP_SECTION_INTERESTS };
  const EspSubject *subject = &comparison->subjects[place];
  GPtrArray *skills = subject->role != NULL ? subject->role->skills : subject->rung->skills;
  guint n_skills = 0;

  for (EspTopicKind kind = 0; subject->role != NULL && kind < ESP_TOPIC_N_KINDS; kind++)
    for (guint i = 0; i < subject->role->topics[kind]->len; i++)
      {
        const EspRoleTopic *topic = g_ptr_array_index (subject->role->topics[kind], i);
        const EspRow *row = find_row (comparison, sections[kind], topic->topic->id);

        g_assert_cmpint (row->cells[place].strength, ==, topic->weight);
        g_assert_cmpstr (row->cells[place].text, ==, topic->text);
      }
  for (guint i = 0; i < skills->len; i++)
    {
      const EspSkillLevel *level = g_ptr_array_index (skills, i);

      g_assert_cmpint (find_row (comparison, ESP_SECTION_SKILLS, level->skill->id)->cells[place].strength, ==, level->level);
    }
  for (guint i = 0; i < comparison->sections[ESP_SECTION_SKILLS]->len; i++)
    n_skills += ((EspRow *) g_ptr_array_index (comparison->sections[ESP_SECTION_SKILLS], i))->cells[place].is_present;
  g_assert_cmpuint (n_skills, ==, skills->len);
}

static void
check_same_rows (const EspComparison *comparison,
                 const EspComparison *other,
                 const guint         *places)
{
  for (EspSection section = 0; section < ESP_N_SECTIONS; section++)
    {
      GPtrArray *rows = comparison->sections[section];

      g_assert_cmpuint (rows->len, ==, other->sections[section]->len);
      for (guint i = 0; i < rows->len; i++)
        {
          const EspRow *row = g_ptr_array_index (rows, i);
          const EspRow *there = g_ptr_array_index (other->sections[section], i);

          g_assert_cmpstr (row->id, ==, there->id);
          g_assert_cmpstr (row->name, ==, there->name);
          g_assert_cmpint (row->mark, ==, there->mark);
          for (guint k = 0; k < comparison->n_subjects; k++)
            {
              g_assert_cmpint (row->cells[places[k]].strength, ==, there->cells[k].strength);
              g_assert_cmpint (row->cells[places[k]].mark, ==, there->cells[k].mark);
              g_assert_cmpstr (row->cells[places[k]].text, ==, there->cells[k].text);
            }
        }
    }
}

static void
test_random (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 100; round++)
    {
      RandomShape shape = { 6, 12, 8 };
      g_autoptr (EspCatalogue) catalogue = random_catalogue (&shape, rand);
      guint n = g_rand_int_range (rand, ESP_COMPARISON_MIN_SUBJECTS, ESP_COMPARISON_MAX_SUBJECTS + 1);
      guint places[ESP_COMPARISON_MAX_SUBJECTS];
      EspSubject subjects[ESP_COMPARISON_MAX_SUBJECTS];
      EspSubject shuffled[ESP_COMPARISON_MAX_SUBJECTS];
      g_autoptr (EspComparison) comparison = NULL;
      g_autoptr (EspComparison) other = NULL;

      for (guint i = 0; i < n; i++)
        {
          GPtrArray *rungs = esp_catalogue_get_rungs (catalogue);
          GPtrArray *roles = esp_catalogue_get_roles (catalogue);

          subjects[i] = (EspSubject) { NULL, NULL };
          if (round % 3 == 0 || (round % 3 == 1 && i % 2 == 0))
            subjects[i].rung = g_ptr_array_index (rungs, i % rungs->len);
          else
            subjects[i].role = g_ptr_array_index (roles, i);
          places[i] = i;
        }
      for (guint i = n; i > 1; i--)
        {
          guint k = g_rand_int_range (rand, 0, i);
          guint place = places[i - 1];

          places[i - 1] = places[k];
          places[k] = place;
        }
      for (guint i = 0; i < n; i++)
        shuffled[i] = subjects[places[i]];

      comparison = esp_comparison_new (catalogue, subjects, n);
      other = esp_comparison_new (catalogue, shuffled, n);
      check_same_rows (comparison, other, places);
      for (guint i = 0; i < n; i++)
        check_complete (comparison, i);
      for (EspSection section = 0; section < ESP_N_SECTIONS; section++)
        {
          g_autoptr (GPtrArray) different = esp_comparison_get_differences (comparison, section);
          guint at = 0;

          for (guint i = 0; i < comparison->sections[section]->len; i++)
            {
              EspRow *row = g_ptr_array_index (comparison->sections[section], i);

              check_marks (comparison, section, row);
              if (row->mark != ESP_MARK_SAME)
                g_assert_true (g_ptr_array_index (different, at++) == row);
            }
          g_assert_cmpuint (different->len, ==, at);
        }
    }
}

static void
test_role_and_rung (void)
{
  g_autoptr (GHashTable) files = small_catalogue_files (NULL, NULL, NULL);
  g_autoptr (EspCatalogue) catalogue = esp_catalogue_new_from_bytes (files, NULL);
  EspSubject subjects[2];
  g_autoptr (EspComparison) comparison = NULL;
  const EspRow *row;

  g_assert_true (esp_subject_find (catalogue, "program-manager", &subjects[0]));
  g_assert_true (esp_subject_find (catalogue, "program/junior", &subjects[1]));
  g_assert_cmpstr (esp_subject_get_id (&subjects[1]), ==, "program/junior");
  g_assert_cmpstr (esp_subject_get_short_name (&subjects[0]), ==, "PM");
  comparison = esp_comparison_new (catalogue, subjects, 2);

  row = find_row (comparison, ESP_SECTION_SKILLS, "planning");
  g_assert_cmpint (row->mark, ==, ESP_MARK_STRONGER);
  g_assert_cmpint (row->cells[0].mark, ==, ESP_MARK_STRONGER);
  g_assert_cmpstr (row->cells[0].text, ==, "Strong");
  g_assert_cmpstr (row->group, ==, "Craft");
  g_assert_null (find_row (comparison, ESP_SECTION_SKILLS, "networks"));

  row = find_row (comparison, ESP_SECTION_OVERVIEW, "ladder");
  g_assert_cmpint (row->mark, ==, ESP_MARK_SAME);
  g_assert_cmpstr (row->cells[1].text, ==, "Program");
  row = find_row (comparison, ESP_SECTION_OVERVIEW, "level");
  g_assert_cmpint (row->mark, ==, ESP_MARK_DIFFERS);
  row = find_row (comparison, ESP_SECTION_PLACES, "department/it");
  g_assert_cmpint (row->mark, ==, ESP_MARK_ONLY_HERE);
  g_assert_cmpstr (row->name, ==, "Department, IT");
  row = find_row (comparison, ESP_SECTION_PATH, "after");
  g_assert_cmpstr (row->cells[1].text, ==, "Senior Program Manager");
  g_assert_null (find_row (comparison, ESP_SECTION_PATH, "before"));
  row = find_row (comparison, ESP_SECTION_PATH, "path-2");
  g_assert_cmpstr (row->name, ==, "Step 2");
  g_assert_cmpstr (row->cells[0].text, ==, "Manager");

  g_assert_cmpstr (esp_comparison_get_strength_name (comparison, ESP_SECTION_SKILLS, 4), ==, "Leading");
  g_assert_cmpstr (esp_comparison_get_strength_name (comparison, ESP_SECTION_CHALLENGES, 3), ==, "Central");
  g_assert_null (esp_comparison_get_strength_name (comparison, ESP_SECTION_SKILLS, 0));
}

static void
test_subject (void)
{
  g_autoptr (GHashTable) files = small_catalogue_files (NULL, NULL, NULL);
  g_autoptr (EspCatalogue) catalogue = esp_catalogue_new_from_bytes (files, NULL);
  EspSubject subject;

  g_assert_false (esp_subject_find (catalogue, NULL, &subject));
  g_assert_false (esp_subject_find (catalogue, "program/vp", &subject));
  for (EspSection section = 0; section < ESP_N_SECTIONS; section++)
    g_assert_cmpstr (esp_section_get_name (section), !=, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison/random", test_random);
  g_test_add_func ("/comparison/role-and-rung", test_role_and_rung);
  g_test_add_func ("/comparison/subject", test_subject);
  return g_test_run ();
}
