/* esp-journal-format.c — numbers and texts in the records of a journal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-journal"

#include "io/esp-journal-format.h"

#include <string.h>

void
esp_journal_put_number (GByteArray *out,
                        guint64     number)
{
  guint8 bytes[10];
  guint n = 0;

  for (; number > 0x7f; number >>= 7)
    bytes[n++] = 0x80 | (number & 0x7f);
  bytes[n++] = number;
  g_byte_array_append (out, bytes, n);
}

void
esp_journal_put_text (GByteArray *out,
                      const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  esp_journal_put_number (out, text != NULL ? length + 1 : 0);
  g_byte_array_append (out, (const guint8 *) text, length);
}

/**
 * esp_journal_put_value:
 * @out: a record
 * @organization: whose strings and lists @value is of
 * @table: a table
 * @field: a field of it
 * @value: a value of it
 *
 * Spells a value out, so that it can be taken into another organization.
 */
void
esp_journal_put_value (GByteArray      *out,
                       EspOrganization *organization,
                       EspTable         table,
                       EspField         field,
                       guint32          value)
{
  if (esp_field_is_list (table, field))
    {
      guint32 n;
      const guint32 *words = esp_organization_get_list (organization, value, &n);

      esp_journal_put_number (out, n);
      for (guint32 i = 0; i < n; i++)
        esp_journal_put_text (out, esp_organization_get_string (organization, words[i])); /* words of all lists are texts */
    }
  else if (esp_field_is_text (table, field))
    {
      esp_journal_put_text (out, esp_organization_get_string (organization, value));
    }
  else
    {
      esp_journal_put_number (out, value);
    }
}

/* 0, and a bad cursor, if there is no number up to @max */
guint64
esp_journal_take_number (EspJournalCursor *cursor,
                         guint64           max)
{
  guint64 number = 0;

  for (guint shift = 0; !cursor->is_bad && cursor->at < cursor->end && shift < 64; shift += 7)
    {
      guint8 byte = *cursor->at++;

      if (shift == 63 && byte > 1)
        break;
      number |= (guint64) (byte & 0x7f) << shift;
      if ((byte & 0x80) == 0)
        {
          if (number > max)
            break;
          return number;
        }
    }
  cursor->is_bad = TRUE;
  return 0;
}

/* The bytes of a text; NULL is no text */
static const char *
take_bytes (EspJournalCursor *cursor,
            gsize            *length)
{
  guint64 coded = esp_journal_take_number (cursor, G_MAXUINT32);
  const char *tainted = (const char *) cursor->at;

  if (coded == 0 || cursor->is_bad)
    return NULL;
  *length = coded - 1;
  if (*length > (gsize) (cursor->end - cursor->at) || !g_utf8_validate_len (tainted, *length, NULL))
    {
      cursor->is_bad = TRUE;
      return NULL;
    }
  cursor->at += *length;
  return tainted;
}

char *
esp_journal_take_text (EspJournalCursor *cursor)
{
  gsize length;
  const char *text = take_bytes (cursor, &length);

  return text != NULL ? g_strndup (text, length) : NULL;
}

EspStr
esp_journal_take_str (EspJournalCursor *cursor,
                      EspOrganization  *organization)
{
  gsize length;
  const char *text = take_bytes (cursor, &length);

  return text != NULL ? esp_strings_intern (esp_organization_get_strings (organization), text, length) : ESP_STR_NONE;
}

static guint32
take_list (EspJournalCursor *cursor,
           EspOrganization  *organization,
           guint             words_of_record)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 n = esp_journal_take_number (cursor, cursor->end - cursor->at);

  for (guint32 i = 0; i < n && !cursor->is_bad; i++)
    {
      guint32 word = esp_journal_take_str (cursor, organization);

      g_array_append_val (words, word);
    }
  if (n % words_of_record != 0)
    cursor->is_bad = TRUE;
  return !cursor->is_bad ? esp_organization_add_list (organization, (const guint32 *) (gpointer) words->data, words->len) : 0;
}

/* Greatest number that a field takes which is neither text nor list */
static guint32
get_max (EspTable table,
         EspField field)
{
  if ((table == ESP_TABLE_UNITS && field == ESP_UNIT_STAFF) || (table == ESP_TABLE_VIEWS && field == ESP_VIEW_FRAMES))
    return ESP_STAFF_YES;
  if (table != ESP_TABLE_POSITIONS)
    return G_MAXUINT32; /* bits of what was present */
  switch ((guint) field)
    {
    case ESP_POSITION_SCOPE: return ESP_SCOPE_EXTERNAL;
    case ESP_POSITION_STATE: return ESP_STATE_ELIMINATED;
    case ESP_POSITION_STAFF: return ESP_STAFF_YES;
    case ESP_POSITION_ARRANGE: return ESP_ARRANGEMENT_BLOCK;
    default: return G_MAXUINT32;
    }
}

/**
 * esp_journal_take_value:
 * @cursor: stands before a value
 * @organization: where its texts are interned
 * @table: a table
 * @field: a field of it
 *
 * Returns: the value; 0 if the cursor has become bad
 */
guint32
esp_journal_take_value (EspJournalCursor *cursor,
                        EspOrganization  *organization,
                        EspTable          table,
                        EspField          field)
{
  if (!esp_field_is_list (table, field))
    return esp_field_is_text (table, field) ? esp_journal_take_str (cursor, organization)
                                            : esp_journal_take_number (cursor, get_max (table, field));
  if (table != ESP_TABLE_POSITIONS)
    return take_list (cursor, organization, 1);
  switch ((guint) field)
    {
    case ESP_POSITION_HOLDERS: return take_list (cursor, organization, ESP_HOLDER_WORDS);
    case ESP_POSITION_LINES: return take_list (cursor, organization, ESP_LINE_WORDS);
    default: return take_list (cursor, organization, 1);
    }
}
