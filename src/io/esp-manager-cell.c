/* esp-manager-cell.c — several managers in one cell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-manager-cell"

#include "io/esp-manager-cell.h"

#include <string.h>

#include "io/esp-table-words.h"

static void
tell_part (const char         *text,
           gsize               length,
           EspManagerPartFunc  func,
           gpointer            user_data)
{
  text = esp_words_trim (text, &length);
  if (length > 0)
    func (text, length, user_data);
}

/*
 * esp_manager_cell_split_by:
 * @separator: not empty
 *
 * Tells the parts, if there are two or more of them.
 */
void
esp_manager_cell_split_by (const char         *text,
                           const char         *separator,
                           EspManagerPartFunc  func,
                           gpointer            user_data)
{
  gsize length = strlen (separator);
  const char *end = strstr (text, separator);

  if (end == NULL)
    return;

  for (; end != NULL; end = strstr (text, separator))
    {
      tell_part (text, end - text, func, user_data);
      text = end + length;
    }
  tell_part (text, strlen (text), func, user_data);
}

/* One value of a list, in quotes of either kind or without. Returns: behind it */
static const char *
read_item (const char *at,
           GString    *item)
{
  char quote = *at == '"' || *at == '\'' ? *at : '\0';

  g_string_truncate (item, 0);
  if (quote == '\0')
    {
      gsize length = strcspn (at, ",]");

      g_string_append_len (item, at, length);
      return at + length;
    }

  for (at++; *at != '\0' && *at != quote; at++)
    {
      guint64 character = 0;

      if (*at == '\\' && at[1] == 'u' && g_ascii_isxdigit (at[2]) && g_ascii_isxdigit (at[3]) && g_ascii_isxdigit (at[4]) && g_ascii_isxdigit (at[5]))
        {
          for (guint i = 2; i < 6; i++)
            character = character << 4 | g_ascii_xdigit_value (at[i]);
          g_string_append_unichar (item, character == 0 || (character >= 0xd800 && character <= 0xdfff) ? 0xfffd : (gunichar) character);
          at += 5;
          continue;
        }
      if (*at == '\\' && at[1] != '\0')
        at++;
      g_string_append_c (item, *at);
    }

  return *at == quote ? at + 1 : at;
}

static void
split_list (const char         *text,
            EspManagerPartFunc  func,
            gpointer            user_data)
{
  gsize length = strlen (text);
  g_autoptr (GString) item = NULL;

  if (length < 2 || text[0] != '[' || text[length - 1] != ']')
    return;

  item = g_string_new (NULL);
  for (const char *at = text + 1; *at != '\0' && *at != ']';)
    {
      while (*at == ' ' || *at == ',' || *at == '\n' || *at == '\t' || *at == '\r')
        at++;
      if (*at == ']' || *at == '\0')
        break;
      at = read_item (at, item);
      tell_part (item->str, item->len, func, user_data);
      at += strcspn (at, ",]");
    }
}

/*
 * esp_manager_cell_split:
 * @text: a cell
 *
 * Tells the parts of a cell, if there are two or more of them; a list may have one.
 */
void
esp_manager_cell_split (const char          *text,
                        EspManagerSeparator  separator,
                        EspManagerPartFunc   func,
                        gpointer             user_data)
{
  static const char *const separators[] = { "|", ";", "\n", "," };

  if (separator == ESP_SEPARATOR_LIST)
    split_list (text, func, user_data);
  else
    esp_manager_cell_split_by (text, separators[separator], func, user_data);
}

/*
 * esp_manager_cell_fold:
 *
 * Returns: (transfer full): the text as it is compared if leading zeros, or letter case, do not count
 */
char *
esp_manager_cell_fold (const char *text,
                       gboolean    ignore_leading_zeros,
                       gboolean    ignore_case)
{
  while (ignore_leading_zeros && text[0] == '0' && text[1] != '\0')
    text++;

  return ignore_case ? g_utf8_casefold (text, -1) : g_strdup (text);
}
