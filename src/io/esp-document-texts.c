/* esp-document-texts.c — which member is which field, and what its text is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-document-texts"

#include "io/esp-document-texts.h"

#include <string.h>

/* Longer than any name of a member we know */
#define MAX_NAME 16

void
esp_texts_init (EspTexts   *self,
                EspStrings *strings)
{
  *self = (EspTexts) {
    .strings = strings,
    .parser = json_parser_new (),
    .wanted = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .decoded = g_array_new (FALSE, FALSE, sizeof (EspStr)),
    .list = g_string_new (NULL),
  };
}

void
esp_texts_clear (EspTexts *self)
{
  g_clear_object (&self->parser);
  g_clear_pointer (&self->wanted, g_array_unref);
  g_clear_pointer (&self->decoded, g_array_unref);
  g_string_free (self->list, TRUE);
  self->list = NULL;
}

/* Returns: (transfer full) (nullable): the text that @raw_text, in quotes, stands for */
char *
esp_texts_decode_one (const char *raw_text,
                      gsize       length)
{
  g_autofree char *list = g_strdup_printf ("[%.*s]", (int) length, raw_text);
  g_autoptr (JsonNode) node = json_from_string (list, NULL);

  return node != NULL ? g_strdup (json_array_get_string_element (json_node_get_array (node), 0)) : NULL;
}

/* Before the first pass over the tokens of @scanner */
void
esp_texts_begin (EspTexts       *self,
                 EspJsonScanner *scanner,
                 const char     *text)
{
  self->source = text;
  self->tokens = scanner->tokens;
  g_array_set_size (self->wanted, 0);
  g_array_set_size (self->decoded, scanner->n_tokens);
}

/* A text whose value is needed. Without an escape it is what stands there, so one that the organization knows already needs no decoding: that is most of
 * them, since ids are said again by those who refer to them. */
void
esp_texts_want (EspTexts *self,
                guint32   token)
{
  const EspJsonToken *text = &self->tokens[token];
  EspStr known = ESP_STR_NONE;

  if (text->kind != ESP_JSON_STRING || (text->flags & ESP_JSON_NO_TEXT))
    return;

  if (!(text->flags & ESP_JSON_HAS_ESCAPE))
    known = esp_strings_find (self->strings, self->source + text->start + 1, text->end - text->start - 2);
  if (known != ESP_STR_NONE)
    g_array_index (self->decoded, EspStr, token) = known;
  else
    g_array_append_val (self->wanted, token);
}

/* The index of the member that a name with escapes stands for. Names we know are short and ASCII, so only such escapes are looked at. */
static int
find_escaped (const EspMembers *members,
              const char       *raw_name,
              gsize             length)
{
  char plain[MAX_NAME];
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    {
      int c = raw_name[i];

      if (n == sizeof plain)
        return -1;
      if (c == '\\')
        {
          if (raw_name[i + 1] != 'u' || raw_name[i + 2] != '0' || raw_name[i + 3] != '0')
            return -1;
          c = g_ascii_xdigit_value (raw_name[i + 4]) << 4 | g_ascii_xdigit_value (raw_name[i + 5]);
          i += 5;
        }
      plain[n++] = c;
    }

  return esp_members_find (members, plain, n, 0);
}

static int
find_member (EspTexts         *self,
             const EspMembers *members,
             guint32           name,
             guint             guess)
{
  const EspJsonToken *token = &self->tokens[name];
  const char *raw_name = self->source + token->start + 1;
  gsize length = token->end - token->start - 2;

  if (G_UNLIKELY (token->flags & ESP_JSON_HAS_ESCAPE))
    return find_escaped (members, raw_name, length);

  return esp_members_find (members, raw_name, length, guess);
}

static void recognise_list (EspTexts     *self,
                            EspValueType  type,
                            guint32       list);

/* Tags the names of the members of an object and lists its texts. */
void
esp_texts_recognise (EspTexts         *self,
                     const EspMembers *members,
                     guint32           object)
{
  guint32 end = self->tokens[object].next;
  guint32 seen = 0;
  guint guess = 0;

  for (guint32 name = object + 1; name < end; name = self->tokens[name + 1].next)
    {
      int ix = find_member (self, members, name, guess);

      if (ix < 0)
        continue;

      guess = ix + 1;
      self->tokens[name].tag = ix + 1;
      if (seen >> ix & 1)
        {
          self->tokens[name].tag |= ESP_TAG_TWICE;
          continue;
        }
      seen |= 1u << ix;
      if (esp_value_type_is_list (members->members[ix].type))
        recognise_list (self, members->members[ix].type, name + 1);
      else
        esp_texts_want (self, name + 1);
    }
}

/* Lists are not in each other: the records of a list have no members that are lists. */
static void
recognise_list (EspTexts    *self,
                EspValueType type,
                guint32      list)
{
  const EspMembers *members = esp_format_get_record_members (type);

  if (self->tokens[list].kind != ESP_JSON_ARRAY)
    return;

  for (guint32 item = list + 1; item < self->tokens[list].next; item = self->tokens[item].next)
    if (members == NULL)
      esp_texts_want (self, item);
    else if (self->tokens[item].kind == ESP_JSON_OBJECT)
      esp_texts_recognise (self, members, item);
}

/* Decodes the texts listed in one go. */
gboolean
esp_texts_decode (EspTexts *self,
                  GError  **error)
{
  JsonArray *list;

  if (self->wanted->len == 0)
    return TRUE;

  g_string_assign (self->list, "[");
  for (guint i = 0; i < self->wanted->len; i++)
    {
      const EspJsonToken *token = &self->tokens[g_array_index (self->wanted, guint32, i)];

      if (i > 0)
        g_string_append_c (self->list, ',');
      g_string_append_len (self->list, self->source + token->start, token->end - token->start);
    }
  g_string_append_c (self->list, ']');

  if (!json_parser_load_from_data (self->parser, self->list->str, self->list->len, error))
    return FALSE;

  list = json_node_get_array (json_parser_get_root (self->parser));
  g_assert (json_array_get_length (list) == self->wanted->len);
  for (guint i = 0; i < self->wanted->len; i++)
    g_array_index (self->decoded, EspStr, g_array_index (self->wanted, guint32, i)) =
      esp_strings_intern (self->strings, json_array_get_string_element (list, i), -1);

  return TRUE;
}

EspStr
esp_texts_get (EspTexts *self,
               guint32   token)
{
  if (self->tokens[token].kind != ESP_JSON_STRING || (self->tokens[token].flags & ESP_JSON_NO_TEXT))
    return ESP_STR_NONE;

  return g_array_index (self->decoded, EspStr, token);
}
