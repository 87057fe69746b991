/* esp-text.c — labels of running text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-widgets"

#include "widgets/esp-text.h"

/**
 * esp_text_new:
 * @text: (nullable): what it says
 * @css_class: (nullable): a style class
 *
 * Returns: (transfer full): a label that wraps, at need inside of words, and starts where reading starts
 */
GtkWidget *
esp_text_new (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * esp_text_append_note:
 * @box: a box
 * @text: (nullable): what is said in a small voice: sources, remarks
 *
 * Appends a note; without a text, nothing.
 */
void
esp_text_append_note (GtkBox     *box,
                      const char *text)
{
  GtkWidget *label;

  if (text == NULL)
    return;
  label = esp_text_new (text, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (box, label);
}
