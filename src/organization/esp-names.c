/* esp-names.c — names of people as they are compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-organization"

#include "organization/esp-names.h"

/**
 * esp_name_fold:
 * @name: a name as written
 *
 * “Larch, Ada” and “ada  LARCH” are one name.
 *
 * Returns: (transfer full): the name as it is compared
 */
char *
esp_name_fold (const char *name)
{
  g_auto (GStrv) halves = g_strsplit (name, ",", 3);
  g_autofree char *turned = g_strv_length (halves) == 2 ? g_strdup_printf ("%s %s", halves[1], halves[0]) : g_strdup (name);
  g_autofree char *small = g_utf8_casefold (turned, -1);
  g_auto (GStrv) words = g_strsplit_set (small, " \t\n\r", -1);
  GString *folded = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (folded, "%s%s", folded->len > 0 ? " " : "", words[i]);
  return g_string_free (folded, FALSE);
}
