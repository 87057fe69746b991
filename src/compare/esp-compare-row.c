/* esp-compare-row.c — one row of the comparison: what it is about, and how each subject has it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-compare"

#include "compare/esp-compare-row.h"

#include "compare/esp-columns.h"
#include "compare/esp-mark-chip.h"
#include "core/esp-i18n.h"
#include "widgets/esp-strength-bar.h"
#include "widgets/esp-text.h"

#define N_WEIGHTS 3

static const char row_key[] = "esp-compare-row";

/* Whether the words of the cell are more than the name of its strength */
static gboolean
has_own_words (EspSection section)
{
  return section != ESP_SECTION_SKILLS;
}

/* A cell of a row that all have alike, or that nobody has more of, does not ask for attention. */
static gboolean
shows_mark (const EspCell *cell)
{
  return cell->mark == ESP_MARK_ONLY_HERE || cell->mark == ESP_MARK_STRONGER;
}

static GtkWidget *
make_strength (const EspComparison *comparison,
               EspSection           section,
               const EspCell       *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  guint n_levels = esp_catalogue_get_skill_levels (comparison->catalogue)->len;
  GtkWidget *word = gtk_label_new (esp_comparison_get_strength_name (comparison, section, cell->strength));

  gtk_label_set_ellipsize (GTK_LABEL (word), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (word, "caption");
  gtk_box_append (GTK_BOX (box), esp_strength_bar_new (cell->strength, section == ESP_SECTION_SKILLS ? (int) n_levels : N_WEIGHTS));
  gtk_box_append (GTK_BOX (box), word);
  return box;
}

static GtkWidget *
make_cell (const EspComparison *comparison,
           EspSection           section,
           const EspRow        *row,
           guint                subject)
{
  const EspCell *cell = &row->cells[subject];
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 3,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  g_autofree char *words = esp_compare_row_describe_cell (comparison, section, row, subject);

  gtk_widget_add_css_class (box, "esp-cell");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (!cell->is_present)
    {
      gtk_box_append (GTK_BOX (box), esp_text_new ("—", "dim-label"));
      return box;
    }
  if (shows_mark (cell))
    {
      gtk_widget_add_css_class (box, esp_mark_chip_get_css_class (cell->mark));
      gtk_box_append (GTK_BOX (box), esp_mark_chip_new (cell->mark));
    }
  if (row->has_strength)
    gtk_box_append (GTK_BOX (box), make_strength (comparison, section, cell));
  if (has_own_words (section))
    gtk_box_append (GTK_BOX (box), esp_text_new (cell->text, NULL));
  return box;
}

static GtkWidget *
make_heading (const EspRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (box), esp_text_new (row->name, "heading"));
  gtk_box_append (GTK_BOX (box), esp_mark_chip_new (row->mark));
  gtk_widget_set_tooltip_text (box, row->text);
  return box;
}

/**
 * esp_compare_row_new:
 * @comparison: a comparison; must live as long as the row
 * @section: one of its sections
 * @row: a row of the section
 *
 * Returns: (transfer full): a row for a list
 */
GtkWidget *
esp_compare_row_new (const EspComparison *comparison,
                     EspSection           section,
                     const EspRow        *row)
{
  GtkWidget *widget = gtk_list_box_row_new ();
  GtkWidget *columns = esp_columns_new (make_heading (row));
  g_autofree char *words = esp_compare_row_describe (comparison, section, row);

  for (guint i = 0; i < comparison->n_subjects; i++)
    esp_columns_add (ESP_COLUMNS (columns), esp_text_new (esp_subject_get_name (&comparison->subjects[i]), "caption-heading"),
                     make_cell (comparison, section, row, i));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), columns);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), FALSE);
  gtk_widget_add_css_class (widget, "esp-compare-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (widget), row_key, (gpointer) row);
  return widget;
}

/**
 * esp_compare_row_get:
 * @row: a row made by esp_compare_row_new()
 *
 * Returns: (transfer none): the row of the comparison that it shows
 */
const EspRow *
esp_compare_row_get (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), row_key);
}

/**
 * esp_compare_row_describe:
 * @comparison: a comparison
 * @section: one of its sections
 * @row: a row of the section
 *
 * Returns: (transfer full): all of the row in words
 */
char *
esp_compare_row_describe (const EspComparison *comparison,
                          EspSection           section,
                          const EspRow        *row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: a row of the comparison and its mark: “Risk management. Stronger here.” */
  g_string_append_printf (text, _("%s. %s."), row->name, esp_mark_get_name (row->mark));
  for (guint i = 0; i < comparison->n_subjects; i++)
    {
      g_autofree char *cell = esp_compare_row_describe_cell (comparison, section, row, i);

      g_string_append_c (text, '\n');
      g_string_append (text, cell);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * esp_compare_row_describe_cell:
 * @comparison: a comparison
 * @section: one of its sections
 * @row: a row of the section
 * @subject: number of a subject
 *
 * Returns: (transfer full): one cell in words: “Technical program manager: Risk management, Central; Only here. …”
 */
char *
esp_compare_row_describe_cell (const EspComparison *comparison,
                               EspSection           section,
                               const EspRow        *row,
                               guint                subject)
{
  const EspCell *cell = &row->cells[subject];
  const char *name = esp_subject_get_name (&comparison->subjects[subject]);
  g_autoptr (GString) text = g_string_new (NULL);

  if (!cell->is_present)
    /* Translators: the role, and what it has not: “Product manager: no Vendor management” */
    return g_strdup_printf (_("%s: no %s"), name, row->name);
  if (row->has_strength)
    /* Translators: the role, what it has, how strongly: “Product manager: Risk management, Central” */
    g_string_append_printf (text, _("%s: %s, %s"), name, row->name, esp_comparison_get_strength_name (comparison, section, cell->strength));
  else
    /* Translators: the role, what it has: “Product manager: Usual level” */
    g_string_append_printf (text, _("%s: %s"), name, row->name);
  if (shows_mark (cell))
    g_string_append_printf (text, "; %s", esp_mark_get_name (cell->mark));
  if (has_own_words (section))
    g_string_append_printf (text, ". %s", cell->text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
