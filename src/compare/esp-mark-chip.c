/* esp-mark-chip.c — a mark of the comparison: a sign and a word on a tint
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-compare"

#include "compare/esp-mark-chip.h"

static const struct
{
  const char *sign;
  const char *css_class;
} looks[] = {
  [ESP_MARK_SAME] = { "=", "esp-mark-same" },
  [ESP_MARK_ONLY_HERE] = { "◆", "esp-mark-only-here" },
  [ESP_MARK_STRONGER] = { "▲", "esp-mark-stronger" },
  [ESP_MARK_DIFFERS] = { "≠", "esp-mark-differs" },
};

/**
 * esp_mark_chip_new:
 * @mark: a mark
 *
 * Returns: (transfer full): the mark as a sign and a word; screen readers hear the word alone
 */
GtkWidget *
esp_mark_chip_new (EspMark mark)
{
  g_autofree char *text = g_strconcat (looks[mark].sign, "\u00a0", esp_mark_get_name (mark), NULL);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "esp-mark");
  gtk_widget_add_css_class (label, looks[mark].css_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, esp_mark_get_name (mark), -1);
  return label;
}

const char *
esp_mark_chip_get_css_class (EspMark mark)
{
  return looks[mark].css_class;
}
