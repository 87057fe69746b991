/* esp-compare-facts.c — what is known of the roles from elsewhere, and how far it can be trusted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-compare"

#include "compare/esp-compare-facts.h"

#include "compare/esp-columns.h"
#include "core/esp-i18n.h"
#include "widgets/esp-text.h"

static void
append_sources (GtkWidget *box,
                GPtrArray *sources)
{
  g_autofree char *text = esp_sources_to_string (sources);

  esp_text_append_note (GTK_BOX (box), text);
}

/* The facts about a role, each with its sources, then what its description rests on */
static GtkWidget *
make_column (EspCatalogue  *catalogue,
             const EspRole *role)
{
  g_autofree char *about = g_strconcat ("role:", role->id, NULL);
  GPtrArray *facts = esp_catalogue_get_facts_about (catalogue, about);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_widget_add_css_class (box, "esp-cell");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, role->name, -1);
  for (guint i = 0; facts != NULL && i < facts->len; i++)
    {
      const EspFact *fact = g_ptr_array_index (facts, i);

      gtk_box_append (GTK_BOX (box), esp_text_new (fact->text, NULL));
      append_sources (box, fact->sources);
    }
  if (role->sources->len > 0)
    {
      gtk_box_append (GTK_BOX (box), esp_text_new (_("What is said here rests on"), "caption-heading"));
      append_sources (box, role->sources);
    }
  if (gtk_widget_get_first_child (box) == NULL)
    gtk_box_append (GTK_BOX (box), esp_text_new ("—", "dim-label"));
  return box;
}

/**
 * esp_compare_facts_new_row:
 * @catalogue: a catalogue
 * @comparison: a comparison of roles of it
 *
 * Returns: (transfer full): a row for a list
 */
GtkWidget *
esp_compare_facts_new_row (EspCatalogue        *catalogue,
                           const EspComparison *comparison)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *heading = esp_text_new (_("Known from elsewhere"), "heading");
  GtkWidget *columns = esp_columns_new (heading);

  gtk_label_set_yalign (GTK_LABEL (heading), 0);
  for (guint i = 0; i < comparison->n_subjects; i++)
    esp_columns_add (ESP_COLUMNS (columns), esp_text_new (comparison->subjects[i].role->name, "caption-heading"),
                     make_column (catalogue, comparison->subjects[i].role));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), columns);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "esp-compare-row");
  return row;
}
