/* esp-career-steps.c — steps between rungs, in words: the kind of move, what it means, and what it asks to build
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-career"

#include "career/esp-career-steps.h"

#include "core/esp-i18n.h"
#include "widgets/esp-strength-bar.h"
#include "widgets/esp-text.h"

static const char rung_key[] = "esp-rung";

static const char *
get_level_name (EspCatalogue *catalogue,
                int           level)
{
  GPtrArray *levels = esp_catalogue_get_skill_levels (catalogue);

  return level >= 1 && level <= (int) levels->len ? ((const EspEntry *) g_ptr_array_index (levels, level - 1))->name : _("None");
}

/* Name, bar and words in three columns; the words under the name where there is no room */
static void
attach_skill (GtkGrid        *grid,
              int             row,
              EspCatalogue   *catalogue,
              const EspSkill *skill,
              int             level,
              int             goal,
              const char     *words)
{
  GtkWidget *name = esp_text_new (skill->name, NULL);
  GtkWidget *bar = esp_strength_bar_new (level, esp_catalogue_get_skill_levels (catalogue)->len);
  GtkWidget *label = esp_text_new (words, "caption");

  esp_strength_bar_set_goal (ESP_STRENGTH_BAR (bar), goal);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_tooltip_text (name, skill->text);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_halign (bar, GTK_ALIGN_END);
  gtk_grid_attach (grid, name, 0, row, 1, 1);
  gtk_grid_attach (grid, bar, 1, row, 1, 1);
  gtk_grid_attach (grid, label, 2, row, 1, 1);
}

static GtkWidget *
make_grid (void)
{
  return g_object_new (GTK_TYPE_GRID, "column-spacing", 9, "row-spacing", 3, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);
}

/* What @skills has of a group, under its name, from @row on; returns the row behind it */
static int
attach_group (GtkGrid        *grid,
              int             row,
              EspCatalogue   *catalogue,
              const EspEntry *group,
              GPtrArray      *skills)
{
  gboolean has_heading = FALSE;

  for (guint i = 0; i < skills->len; i++)
    {
      const EspSkillLevel *level = g_ptr_array_index (skills, i);

      if (level->skill->group != group)
        continue;
      if (!has_heading)
        {
          GtkWidget *heading = esp_text_new (group->name, "caption-heading");

          gtk_widget_set_margin_top (heading, row > 0 ? 6 : 0);
          gtk_grid_attach (grid, heading, 0, row++, 3, 1);
          has_heading = TRUE;
        }
      attach_skill (grid, row++, catalogue, level->skill, level->level, 0, get_level_name (catalogue, level->level));
    }
  return row;
}

/**
 * esp_career_skills_new:
 * @catalogue: a catalogue
 * @skills: (element-type EspSkillLevel): skills of it with levels
 *
 * Returns: (transfer full): their names, bars and levels in words, each group of skills under its name once
 */
GtkWidget *
esp_career_skills_new (EspCatalogue *catalogue,
                       GPtrArray    *skills)
{
  GPtrArray *groups = esp_catalogue_get_skill_groups (catalogue);
  GtkWidget *grid = make_grid ();
  int row = 0;

  for (guint g = 0; g < groups->len; g++)
    row = attach_group (GTK_GRID (grid), row, catalogue, g_ptr_array_index (groups, g), skills);
  return grid;
}

/**
 * esp_career_build_new:
 * @catalogue: a catalogue
 * @build: (element-type EspBuild): skills of it that are to be built
 *
 * Returns: (transfer full): their names, bars with goals, and “from → to” in words
 */
GtkWidget *
esp_career_build_new (EspCatalogue *catalogue,
                      GArray       *build)
{
  GtkWidget *grid = make_grid ();

  for (guint i = 0; i < build->len; i++)
    {
      const EspBuild *skill = &g_array_index (build, EspBuild, i);
      /* Translators: from one level of a skill to another: “Working → Strong” */
      g_autofree char *words = g_strdup_printf (_("%s → %s"), get_level_name (catalogue, skill->from), get_level_name (catalogue, skill->to));

      attach_skill (GTK_GRID (grid), i, catalogue, skill->skill, skill->from, skill->to, words);
    }
  return grid;
}

static void
append_build (GtkBox        *box,
              EspCatalogue  *catalogue,
              const EspStep *step)
{
  GtkWidget *expander;
  g_autofree char *text = NULL;

  if (step->build->len == 0)
    {
      gtk_box_append (box, esp_text_new (_("Nothing new to build"), "caption"));
      return;
    }
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u skill to build", "%u skills to build", step->build->len), step->build->len);
  expander = gtk_expander_new (NULL);
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), esp_text_new (text, NULL));
  gtk_expander_set_child (GTK_EXPANDER (expander), esp_career_build_new (catalogue, step->build));
  gtk_widget_add_css_class (expander, "esp-career-build");
  gtk_box_append (box, expander);
}

static void
append_sources (GtkBox    *box,
                GPtrArray *sources)
{
  g_autofree char *text = esp_sources_to_string (sources);

  esp_text_append_note (box, text);
}

/**
 * esp_career_step_row_new:
 * @catalogue: a catalogue
 * @step: a step between two rungs of it
 * @end: which of the two the row is about
 *
 * Returns: (transfer full): a row for a list, that leads to the rung at @end
 */
GtkWidget *
esp_career_step_row_new (EspCatalogue  *catalogue,
                         const EspStep *step,
                         EspStepEnd     end)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *kind = gtk_label_new (esp_move_kind_get_name (step->move->kind));
  const EspRung *rung = end == ESP_STEP_TO ? step->move->to : step->move->from;
  /* Translators: a move: its kind, the rung it leads to or comes from, its ladder */
  g_autofree char *words = g_strdup_printf (_("%s: %s, %s"), esp_move_kind_get_name (step->move->kind), rung->name, rung->ladder->name);

  gtk_widget_set_halign (kind, GTK_ALIGN_START);
  gtk_widget_add_css_class (kind, "esp-pill");
  gtk_box_append (GTK_BOX (box), kind);
  gtk_box_append (GTK_BOX (box), esp_text_new (rung->name, "heading"));
  gtk_box_append (GTK_BOX (box), esp_text_new (step->move->text, NULL));
  append_build (GTK_BOX (box), catalogue, step);
  append_sources (GTK_BOX (box), step->move->sources);
  gtk_widget_add_css_class (row, "esp-career-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, step->move->text, -1);
  esp_career_row_set_rung (GTK_LIST_BOX_ROW (row), rung);
  return row;
}

/**
 * esp_career_row_get_rung:
 * @row: a row of the career view
 *
 * Returns: (transfer none) (nullable): the rung it leads to
 */
const EspRung *
esp_career_row_get_rung (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), rung_key);
}

void
esp_career_row_set_rung (GtkListBoxRow *row,
                         const EspRung *rung)
{
  g_object_set_data (G_OBJECT (row), rung_key, (gpointer) rung);
}
