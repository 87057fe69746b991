/* esp-line-words.c — the kinds of secondary lines in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-line-words.h"

#include "core/esp-i18n.h"

/**
 * esp_line_words_get_name:
 * @kind: a kind of line
 *
 * Returns: what it is called
 */
const char *
esp_line_words_get_name (EspLineKind kind)
{
  switch (kind)
    {
    case ESP_LINE_SECOND:
      return C_("line", "Second manager");
    case ESP_LINE_FUNCTIONAL:
      return C_("line", "Functional line");
    case ESP_LINE_PROGRAM:
      return C_("line", "Program line");
    case ESP_LINE_VENDOR:
      return C_("line", "Vendor line");
    case ESP_LINE_DOTTED:
    case ESP_LINE_N_KINDS:
    default:
      return C_("line", "Dotted line");
    }
}

/**
 * esp_line_words_create_list:
 *
 * Returns: (transfer full): the names of all kinds, in the order of #EspLineKind
 */
GtkStringList *
esp_line_words_create_list (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint kind = 0; kind < ESP_LINE_N_KINDS; kind++)
    gtk_string_list_append (list, esp_line_words_get_name (kind));
  return list;
}
