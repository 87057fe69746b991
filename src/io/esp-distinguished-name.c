/* esp-distinguished-name.c — names of entries in directories: “CN=Lee\\, Ann,OU=Staff,DC=example”
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-manager-cell"

#include "io/esp-distinguished-name.h"

#include <string.h>

/*
 * A name is a list of parts “attribute=value” with commas between them; a backslash takes the meaning from the character behind it, or stands before two
 * hexadecimal digits. Blanks around the signs, and letter case, do not count.
 */

/* Reads one part. Returns: behind it and its comma; %NULL if it is none */
static const char *
read_part (const char *text,
           GString    *attribute,
           GString    *value)
{
  const char *sign;

  text += strspn (text, " ");
  sign = text + strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-");
  g_string_append_len (attribute, text, sign - text);
  sign += strspn (sign, " ");
  if (attribute->len == 0 || *sign != '=')
    return NULL;

  for (text = sign + 1 + strspn (sign + 1, " "); *text != '\0' && *text != ','; text++)
    {
      if (*text != '\\' || text[1] == '\0')
        {
          g_string_append_c (value, *text);
          continue;
        }
      text++;
      if (g_ascii_isxdigit (text[0]) && g_ascii_isxdigit (text[1]))
        {
          g_string_append_c (value, (char) (g_ascii_xdigit_value (text[0]) << 4 | g_ascii_xdigit_value (text[1])));
          text++;
        }
      else
        g_string_append_c (value, *text);
    }
  g_strchomp (value->str);
  g_string_set_size (value, strlen (value->str));
  if (value->len == 0)
    return NULL;

  return *text == ',' ? text + 1 : text;
}

/*
 * esp_distinguished_name_fold:
 * @text: valid UTF-8
 *
 * Returns: (transfer full) (nullable): the name as it is compared; %NULL if @text is not one of two parts or more
 */
char *
esp_distinguished_name_fold (const char *text)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  guint n_parts = 0;

  while (*text != '\0')
    {
      g_autoptr (GString) attribute = g_string_new (NULL);
      g_autoptr (GString) value = g_string_new (NULL);

      text = read_part (text, attribute, value);
      if (text == NULL || !g_utf8_validate (value->str, value->len, NULL))
        return NULL;
      g_string_append_printf (folded, "%s=%s\n", attribute->str, value->str);
      n_parts++;
    }

  return n_parts > 1 ? g_utf8_casefold (folded->str, folded->len) : NULL;
}

/*
 * esp_distinguished_name_get_name:
 * @text: valid UTF-8
 *
 * Returns: (transfer full) (nullable): what the first part is called, “Lee, Ann”; %NULL if @text is no such name
 */
char *
esp_distinguished_name_get_name (const char *text)
{
  g_autofree char *folded = esp_distinguished_name_fold (text);
  g_autoptr (GString) attribute = g_string_new (NULL);
  g_autoptr (GString) value = g_string_new (NULL);

  if (folded == NULL)
    return NULL;

  read_part (text, attribute, value);
  return g_strdup (value->str);
}
