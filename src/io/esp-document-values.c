/* esp-document-values.c — values of members to fields of a row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-document-values"

#include "io/esp-document-values.h"

#include <math.h>
#include <string.h>

#include "core/esp-i18n.h"
#include "io/esp-io-limits.h"

void
esp_values_init (EspValues       *self,
                 EspOrganization *organization)
{
  self->organization = organization;
  esp_texts_init (&self->texts, esp_organization_get_strings (organization));
  esp_import_findings_init (&self->findings, organization, FALSE);
  self->words = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->record_extra = g_string_new (NULL);
}

void
esp_values_clear (EspValues *self)
{
  esp_texts_clear (&self->texts);
  g_clear_pointer (&self->words, g_array_unref);
  g_string_free (self->record_extra, TRUE);
  self->record_extra = NULL;
}

void
esp_values_keep (EspValues *self,
                 GString   *out,
                 guint32    token)
{
  esp_json_append_on_one_line (out, self->texts.source + self->texts.tokens[token].start, self->texts.tokens[token].end - self->texts.tokens[token].start);
}

/*
 * esp_values_keep_named:
 * @extra: the members kept so far
 * @name: the name as it is written, in quotes
 *
 * Keeps a member as source text.
 */
void
esp_values_keep_named (EspValues  *self,
                       GString    *extra,
                       const char *name,
                       gsize       length,
                       guint32     value)
{
  if (extra->len > 0)
    g_string_append (extra, ", ");
  esp_json_append_on_one_line (extra, name, length);
  g_string_append (extra, ": ");
  esp_values_keep (self, extra, value);
}

/*
 * esp_values_keep_member:
 * @known: (nullable): the member, if it is one we know; it gets its plain name, so that an edit finds it
 * @name: token of its name
 *
 * Keeps a member as source text.
 */
void
esp_values_keep_member (EspValues       *self,
                        GString         *extra,
                        const EspMember *known,
                        guint32          name)
{
  const EspJsonToken *token = &self->texts.tokens[name];
  g_autofree char *plain = known != NULL ? g_strdup_printf ("\"%s\"", known->name) : NULL;

  if (plain != NULL)
    esp_values_keep_named (self, extra, plain, strlen (plain), name + 1);
  else
    esp_values_keep_named (self, extra, self->texts.source + token->start, token->end - token->start, name + 1);
}

static EspStr
take_number (EspValues *self,
             guint32    token,
             double     greatest)
{
  const char *text = self->texts.source + self->texts.tokens[token].start;
  gsize length = self->texts.tokens[token].end - self->texts.tokens[token].start;
  double number;

  if (self->texts.tokens[token].kind != ESP_JSON_NUMBER || length > ESP_IO_MAX_NUMBER)
    return ESP_STR_NONE;

  number = g_ascii_strtod (text, NULL);
  if (!isfinite (number) || number < 0 || number > greatest)
    return ESP_STR_NONE;

  return esp_strings_intern (self->texts.strings, text, length);
}

static guint32
take_scalar (EspValues   *self,
             EspValueType type,
             guint32      token)
{
  const char *text;

  switch (type)
    {
    case ESP_VALUE_TEXT:
      return esp_texts_get (&self->texts, token);
    case ESP_VALUE_SCOPE:
    case ESP_VALUE_STATE:
    case ESP_VALUE_ARRANGEMENT:
      text = esp_strings_get (self->texts.strings, esp_texts_get (&self->texts, token));
      return type == ESP_VALUE_SCOPE   ? (guint32) esp_scope_from_string (text)
             : type == ESP_VALUE_STATE ? (guint32) esp_state_from_string (text)
                                       : (guint32) esp_arrangement_from_string (text);
    case ESP_VALUE_STAFF:
      return self->texts.tokens[token].kind == ESP_JSON_TRUE    ? ESP_STAFF_YES
             : self->texts.tokens[token].kind == ESP_JSON_FALSE ? ESP_STAFF_NO
                                                          : ESP_STAFF_DEFAULT;
    case ESP_VALUE_POSTS:
      return take_number (self, token, G_MAXDOUBLE);
    case ESP_VALUE_SHARE:
      return take_number (self, token, 1.0);
    case ESP_VALUE_HOLDERS:
    case ESP_VALUE_LINES:
    case ESP_VALUE_TEXTS:
    default:
      g_return_val_if_reached (0);
    }
}

static const char *
describe_type (EspValueType type)
{
  switch (type)
    {
    case ESP_VALUE_TEXT: return _("It takes a text.");
    case ESP_VALUE_SCOPE: return _("It takes “internal” or “external”.");
    case ESP_VALUE_STATE: return _("It takes “filled”, “vacant”, “undisclosed”, “frozen” or “eliminated”.");
    case ESP_VALUE_ARRANGEMENT: return _("It takes “row”, “column” or “block”.");
    case ESP_VALUE_STAFF: return _("It takes true or false.");
    case ESP_VALUE_POSTS: return _("It takes a number that is not below 0.");
    case ESP_VALUE_SHARE: return _("It takes a number from 0 to 1.");
    case ESP_VALUE_HOLDERS: return _("It takes a list of objects with a “name”.");
    case ESP_VALUE_LINES: return _("It takes a list of objects with a “to”.");
    case ESP_VALUE_TEXTS: return _("It takes a list of texts.");
    default: g_return_val_if_reached (NULL);
    }
}

/* Reports a value that the field cannot hold, or a member that stands twice; @list: (nullable): in which list the member stands. */
void
esp_values_report (EspValues       *self,
                   const EspNewRow *row,
                   const EspMember *list,
                   const EspMember *member,
                   guint32          token,
                   gboolean         is_twice)
{
  g_autofree char *field = list != NULL ? g_strdup_printf ("%s.%s", list->name, member->name) : g_strdup (member->name);
  g_autofree char *value = esp_import_findings_shorten (self->texts.source + self->texts.tokens[token].start, self->texts.tokens[token].end - self->texts.tokens[token].start);
  char *message = is_twice ? g_strdup_printf (_("“%s” stands twice; the first one counts, the other one is kept as written."), field)
                           : g_strdup_printf (_("“%s” cannot be %s; it is kept as written."), field, value);

  esp_import_findings_add_value (&self->findings, row->table, row->ix, row->line, row->id, field, message,
                                 is_twice ? NULL : g_strdup (describe_type (member->type)));
}

/* Whether the items of a list are all of the kind it takes; a line must say where it goes. */
static gboolean
has_shape (EspValues   *self,
           EspValueType type,
           guint32      list)
{
  if (self->texts.tokens[list].kind != ESP_JSON_ARRAY)
    return FALSE;

  for (guint32 item = list + 1; item < self->texts.tokens[list].next; item = self->texts.tokens[item].next)
    {
      gboolean has_target = type != ESP_VALUE_LINES;

      if (type == ESP_VALUE_TEXTS && esp_texts_get (&self->texts, item) == ESP_STR_NONE)
        return FALSE;
      if (type == ESP_VALUE_TEXTS)
        continue;
      if (self->texts.tokens[item].kind != ESP_JSON_OBJECT)
        return FALSE;

      for (guint32 name = item + 1; name < self->texts.tokens[item].next && !has_target; name = self->texts.tokens[name + 1].next)
        has_target = self->texts.tokens[name].tag == G_STRUCT_OFFSET (EspLine, to) / sizeof (guint32) + 1 && esp_texts_get (&self->texts, name + 1) != ESP_STR_NONE;
      if (!has_target)
        return FALSE;
    }

  return TRUE;
}

static void
take_record (EspValues       *self,
             const EspNewRow *row,
             const EspMember *list,
             guint32          object)
{
  const EspMembers *members = esp_format_get_record_members (list->type);
  guint n_words = esp_format_get_record_words (list->type);
  guint32 words[ESP_LINE_WORDS] = { 0 };

  g_string_truncate (self->record_extra, 0);
  for (guint32 name = object + 1; name < self->texts.tokens[object].next; name = self->texts.tokens[name + 1].next)
    {
      guint tag = self->texts.tokens[name].tag;
      const EspMember *member = tag != 0 ? &members->members[(tag & ESP_TAG_IX) - 1] : NULL;

      if (member != NULL && !(tag & ESP_TAG_TWICE))
        words[member->field] = take_scalar (self, member->type, name + 1);
      if (member != NULL && !(tag & ESP_TAG_TWICE) && words[member->field] != 0)
        continue;

      esp_values_keep_member (self, self->record_extra, member, name);
      if (member != NULL && self->texts.tokens[name + 1].kind != ESP_JSON_NULL)
        esp_values_report (self, row, list, member, name + 1, tag & ESP_TAG_TWICE);
    }

  if (self->record_extra->len > 0)
    words[n_words - 1] = esp_strings_intern (self->texts.strings, self->record_extra->str, self->record_extra->len);
  g_array_append_vals (self->words, words, n_words);
}

static guint32
take_list (EspValues       *self,
           const EspNewRow *row,
           const EspMember *member,
           guint32          list)
{
  g_array_set_size (self->words, 0);
  for (guint32 item = list + 1; item < self->texts.tokens[list].next; item = self->texts.tokens[item].next)
    if (member->type == ESP_VALUE_TEXTS)
      {
        EspStr text = esp_texts_get (&self->texts, item);

        g_array_append_val (self->words, text);
      }
    else
      take_record (self, row, member, item);

  return esp_organization_add_list (self->organization, (const guint32 *) (gpointer) self->words->data, self->words->len);
}

/* Returns: whether the field holds the value now */
gboolean
esp_values_take (EspValues       *self,
                 EspNewRow       *row,
                 const EspMember *member,
                 guint32          token)
{
  gboolean is_list = esp_value_type_is_list (member->type);
  guint32 value;

  if (is_list)
    {
      if (!has_shape (self, member->type, token))
        return FALSE;
      value = take_list (self, row, member, token);
    }
  else if (self->texts.tokens[token].kind == ESP_JSON_NULL)
    value = 0;
  else
    {
      value = take_scalar (self, member->type, token);
      if (value == 0)
        return FALSE;
    }

  if (value == 0)
    row->present |= 1u << member->field;
  else
    esp_organization_load (self->organization, row->table, row->ix, member->field, value);

  return TRUE;
}
