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

static gboolean
is_like_id (const char *text,
            gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (text[i]) || text[i] == '@')
      return TRUE;

  return FALSE;
}

/* Returns: where the bracket that ends @text is opened; 0 if there is none, or nothing before it */
static gsize
find_opening (const char *text,
              gsize       length)
{
  char closing = text[length - 1];
  char opening = closing == ')' ? '(' : closing == ']' ? '[' : closing == '>' ? '<' : '\0';
  gsize at = length - 1;

  while (at > 0 && (opening == '\0' || text[at] != opening))
    at--;

  return at;
}

/*
 * esp_manager_cell_find_id:
 * @length: (inout): of @text
 *
 * Returns: (nullable) (transfer none): “17” of “Ann Lee (17)”, “17 - Ann Lee” and the like, the address of “Ann Lee <ann@…>”; %NULL if there is no such thing
 */
const char *
esp_manager_cell_find_id (const char *text,
                          gsize      *length)
{
  const char *begin = text;
  const char *dash;
  gsize opening, n;

  if (*length < 3)
    return NULL;

  opening = find_opening (text, *length);
  dash = memmem (text, *length, " - ", 3);
  if (opening > 0)
    {
      begin = text + opening + 1;
      n = *length - opening - 2;
    }
  else if (dash != NULL && is_like_id (text, dash - text))
    {
      n = dash - text;
    }
  else if (dash != NULL)
    {
      begin = dash + 3;
      n = text + *length - begin;
    }
  else
    return NULL;
  if (!is_like_id (begin, n))
    return NULL;

  *length = n;
  return esp_words_trim (begin, length);
}
