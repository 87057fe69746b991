/* esp-names.c — names of people as they are compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-organization"

#include "organization/esp-names.h"

#include <string.h>

/* What stands in brackets behind a name (“on leave”) does not belong to it; what has digits may tell two persons of one name apart. */
static gsize
get_length (const char *name)
{
  const char *bracket = strrchr (name, '(');
  gsize length = strlen (name);

  if (bracket == NULL || bracket == name || length == 0 || name[length - 1] != ')')
    return length;
  for (const char *c = bracket; *c != '\0'; c++)
    if (g_ascii_isdigit (*c))
      return length;

  return bracket - name;
}

/**
 * esp_name_fold:
 * @name: a name as written
 *
 * “Larch, Ada”, “ada  LARCH” and “Ada Larch (on leave)” are one name.
 *
 * Returns: (transfer full): the name as it is compared
 */
char *
esp_name_fold (const char *name)
{
  g_autofree char *own = g_strndup (name, get_length (name));
  g_auto (GStrv) halves = g_strsplit (own, ",", 3);
  g_autofree char *turned = g_strv_length (halves) == 2 ? g_strdup_printf ("%s %s", halves[1], halves[0]) : g_strdup (own);
  g_autofree char *small = g_utf8_casefold (turned, -1);
  g_auto (GStrv) words = g_strsplit_set (small, " \t\n\r", -1);
  GString *folded = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (folded, "%s%s", folded->len > 0 ? " " : "", words[i]);
  return g_string_free (folded, FALSE);
}

/* The length of a text without the “.0” that programs put behind whole numbers */
static gsize
get_whole_length (const char *text)
{
  gsize n_digits = strspn (text, "0123456789");
  gsize n_zeros = n_digits > 0 && text[n_digits] == '.' ? strspn (text + n_digits + 1, "0") : 0;

  return n_zeros > 0 && text[n_digits + 1 + n_zeros] == '\0' ? n_digits : strlen (text);
}

/**
 * esp_id_fold:
 * @id: an id as written
 * @ignore_leading_zeros: 00123, 123 and 123.0 are one
 * @ignore_case: ab1 and AB1 are one
 *
 * Returns: (transfer full): the id as it is compared
 */
char *
esp_id_fold (const char *id,
             gboolean    ignore_leading_zeros,
             gboolean    ignore_case)
{
  gsize length;

  while (ignore_leading_zeros && id[0] == '0' && id[1] != '\0' && id[1] != '.')
    id++;
  length = ignore_leading_zeros ? get_whole_length (id) : strlen (id);

  return ignore_case ? g_utf8_casefold (id, length) : g_strndup (id, length);
}
