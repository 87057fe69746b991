/* esp-extra.c — members kept as source text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-organization"

#include "organization/esp-extra.h"

#include <string.h>

/* Behind the string that begins at @at */
static const char *
skip_string (const char *at)
{
  for (at++; *at != '"' && *at != '\0'; at++)
    if (*at == '\\' && at[1] != '\0')
      at++;
  return *at == '"' ? at + 1 : at;
}

/* At the comma that ends the member which begins at @at, or at the end of the text */
static const char *
skip_member (const char *at)
{
  guint depth = 0;

  while (*at != '\0' && (depth > 0 || *at != ','))
    {
      if (*at == '"')
        {
          at = skip_string (at);
          continue;
        }
      if (*at == '{' || *at == '[')
        depth++;
      else if ((*at == '}' || *at == ']') && depth > 0)
        depth--;
      at++;
    }
  return at;
}

/**
 * esp_extra_without:
 * @extra: (nullable): well-formed members as source text, separated by commas
 * @name: a member's name without characters that JSON escapes
 *
 * Leaves out the members of that name, as setting the field they stand in for must do.
 *
 * Time: O(length).
 *
 * Returns: (transfer full) (nullable): the other members, to the letter; %NULL if there is no such member
 */
char *
esp_extra_without (const char *extra,
                   const char *name)
{
  g_autoptr (GString) kept = g_string_new (NULL);
  gboolean found = FALSE;
  gsize length = strlen (name);

  for (const char *at = extra; at != NULL && *at != '\0';)
    {
      const char *end;

      while (g_ascii_isspace (*at))
        at++;
      end = skip_member (at);
      if (*at == '"' && strncmp (at + 1, name, length) == 0 && at[1 + length] == '"')
        {
          found = TRUE;
        }
      else
        {
          if (kept->len > 0)
            g_string_append (kept, ", ");
          g_string_append_len (kept, at, end - at);
        }
      at = *end == ',' ? end + 1 : end;
    }
  return found ? g_string_free (g_steal_pointer (&kept), FALSE) : NULL;
}
