/* esp-document-elements.c — tokens of elements to rows of an organization, some hundred at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-document-elements"

#include "io/esp-document-elements.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "core/esp-i18n.h"
#include "io/esp-import-findings.h"
#include "io/esp-io-limits.h"

/*
 * EspElements:
 *
 * Three passes over the tokens of some hundred elements. The first finds out which member is which field and lists the texts whose value is needed; json-glib
 * then decodes all of them as one list, since one flat list costs it a fraction of what objects cost; the last pass makes a row of each element.
 * What is not known, or is known and has a value that its field cannot hold, is kept as source text behind the other members.
 */
struct _EspElements
{
  EspOrganization   *organization; /* borrowed */
  EspStrings        *strings;      /* borrowed: of the organization */
  JsonParser        *parser;

  GArray            *elements; /* of Element: those of the chunk */
  GArray            *wanted;   /* of guint32: tokens of texts to decode */
  GArray            *decoded;  /* of EspStr, by token */
  GString           *texts;    /* the list handed to json-glib */
  GArray            *words;    /* of guint32: the list being read */
  GString           *extra;    /* kept members of the row */
  GString           *record_extra;

  GString           *document_extra;
  guint32            document_seen; /* members of the document met so far */
  guint32            document_present;

  EspImportFindings  findings;
  GArray            *lines; /* of guint32, by position */
  guint32            n_skipped;

  /* of the chunk, borrowed */
  const char        *text;
  EspJsonToken      *tokens;
};

typedef struct
{
  guint32 token;
  guint32 line;
} Element;

/* One row being made */
typedef struct
{
  EspTable    table;
  EspIx       ix;
  guint32     line;
  const char *id;      /* (nullable) */
  guint32     present; /* fields whose member says nothing */
} Row;

/* Tags of the tokens of names: 0 not a member we know, otherwise its index and one */
#define TAG_TWICE 0x8000
#define TAG_IX    0x7fff

EspElements *
esp_elements_new (EspOrganization *organization)
{
  EspElements *self = g_new0 (EspElements, 1);

  self->organization = organization;
  self->strings = esp_organization_get_strings (organization);
  self->parser = json_parser_new ();
  self->elements = g_array_new (FALSE, FALSE, sizeof (Element));
  self->wanted = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->decoded = g_array_new (FALSE, FALSE, sizeof (EspStr));
  self->texts = g_string_new (NULL);
  self->words = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->extra = g_string_new (NULL);
  self->record_extra = g_string_new (NULL);
  self->document_extra = g_string_new (NULL);
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint32));
  esp_import_findings_init (&self->findings, organization, FALSE);

  return self;
}

void
esp_elements_free (EspElements *self)
{
  g_clear_object (&self->parser);
  g_array_unref (self->elements);
  g_array_unref (self->wanted);
  g_array_unref (self->decoded);
  g_string_free (self->texts, TRUE);
  g_array_unref (self->words);
  g_string_free (self->extra, TRUE);
  g_string_free (self->record_extra, TRUE);
  g_string_free (self->document_extra, TRUE);
  g_array_unref (self->lines);
  g_free (self);
}

/* Adds the element whose first token is @token and which begins in @line to the chunk. */
void
esp_elements_add (EspElements *self,
                  guint32      token,
                  guint32      line)
{
  Element element = { token, line };

  g_array_append_val (self->elements, element);
}

guint
esp_elements_get_n (EspElements *self)
{
  return self->elements->len;
}

/* Returns: positions that are kept but not shown */
guint32
esp_elements_get_n_skipped (EspElements *self)
{
  return self->n_skipped;
}

/* Returns: (transfer none) (element-type guint32): the line of each position */
GArray *
esp_elements_get_lines (EspElements *self)
{
  return self->lines;
}

/* Returns: (transfer full) (nullable): the text that @raw_text, in quotes, stands for */
char *
esp_elements_decode (const char *raw_text,
                     gsize       length)
{
  g_autofree char *list = g_strdup_printf ("[%.*s]", (int) length, raw_text);
  g_autoptr (JsonNode) node = json_from_string (list, NULL);

  return node != NULL ? g_strdup (json_array_get_string_element (json_node_get_array (node), 0)) : NULL;
}

/* Line breaks of white space become one space, since an element is one line; anything else stays to the letter. */
static void
append_source (GString    *out,
               const char *text,
               gsize       length)
{
  gboolean in_string = FALSE;
  gsize run = 0;

  if (memchr (text, '\n', length) == NULL && memchr (text, '\r', length) == NULL)
    {
      g_string_append_len (out, text, length);
      return;
    }

  for (gsize i = 0; i < length; i++)
    if (in_string)
      {
        if (text[i] == '\\')
          i++;
        else if (text[i] == '"')
          in_string = FALSE;
      }
    else if (text[i] == '"')
      in_string = TRUE;
    else if (strchr (" \t\r\n", text[i]) != NULL)
      {
        gsize end = esp_json_skip_space (text, length, i);
        gboolean has_break = memchr (text + i, '\n', end - i) != NULL || memchr (text + i, '\r', end - i) != NULL;

        g_string_append_len (out, text + run, (has_break ? i : end) - run);
        if (has_break)
          g_string_append_c (out, ' ');
        run = end;
        i = end - 1;
      }
  g_string_append_len (out, text + run, length - run);
}

static void
append_token_source (EspElements *self,
                     GString     *out,
                     guint32      token)
{
  append_source (out, self->text + self->tokens[token].start, self->tokens[token].end - self->tokens[token].start);
}

/* Keeps a member as source text; a member we know gets its plain name, so that an edit finds it. */
static void
keep_member (EspElements     *self,
             GString         *extra,
             const EspMember *known,
             guint32          name)
{
  if (extra->len > 0)
    g_string_append (extra, ", ");
  if (known != NULL)
    g_string_append_printf (extra, "\"%s\"", known->name);
  else
    append_token_source (self, extra, name);
  g_string_append (extra, ": ");
  append_token_source (self, extra, name + 1);
}

/* First pass */

/* A text whose value is needed. Without an escape it is what stands there, so one that the organization knows already needs no decoding: that is most of
 * them, since ids are said again by those who refer to them. */
static void
want (EspElements *self,
      guint32      token)
{
  const EspJsonToken *text = &self->tokens[token];
  EspStr known = ESP_STR_NONE;

  if (text->kind != ESP_JSON_STRING || (text->flags & ESP_JSON_NO_TEXT))
    return;

  if (!(text->flags & ESP_JSON_HAS_ESCAPE))
    known = esp_strings_find (self->strings, self->text + text->start + 1, text->end - text->start - 2);
  if (known != ESP_STR_NONE)
    g_array_index (self->decoded, EspStr, token) = known;
  else
    g_array_append_val (self->wanted, token);
}

static int
find_member (EspElements      *self,
             const EspMembers *members,
             guint32           name,
             guint             guess)
{
  const EspJsonToken *token = &self->tokens[name];
  g_autofree char *decoded = NULL;

  if (G_LIKELY (!(token->flags & ESP_JSON_HAS_ESCAPE)))
    return esp_members_find (members, self->text + token->start + 1, token->end - token->start - 2, guess);
  if (token->flags & ESP_JSON_NO_TEXT)
    return -1;

  decoded = esp_elements_decode (self->text + token->start, token->end - token->start);
  return decoded != NULL ? esp_members_find (members, decoded, strlen (decoded), guess) : -1;
}

static void recognise_list (EspElements  *self,
                            EspValueType  type,
                            guint32       list);

/* Tags the names of the members of an object and lists its texts. */
static void
recognise_object (EspElements      *self,
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
          self->tokens[name].tag |= TAG_TWICE;
          continue;
        }
      seen |= 1u << ix;
      if (esp_value_type_is_list (members->members[ix].type))
        recognise_list (self, members->members[ix].type, name + 1);
      else
        want (self, name + 1);
    }
}

/* Lists are not in each other: the records of a list have no members that are lists. */
static void
recognise_list (EspElements  *self,
                EspValueType  type,
                guint32       list)
{
  const EspMembers *members = esp_format_get_record_members (type);

  if (self->tokens[list].kind != ESP_JSON_ARRAY)
    return;

  for (guint32 item = list + 1; item < self->tokens[list].next; item = self->tokens[item].next)
    if (members == NULL)
      want (self, item);
    else if (self->tokens[item].kind == ESP_JSON_OBJECT)
      recognise_object (self, members, item);
}

/* Before the first pass over the tokens of @scanner */
static void
begin_tokens (EspElements    *self,
              EspJsonScanner *scanner,
              const char     *text)
{
  self->text = text;
  self->tokens = scanner->tokens;
  g_array_set_size (self->wanted, 0);
  g_array_set_size (self->decoded, scanner->n_tokens);
}

/* Decodes the texts listed in one go. */
static gboolean
decode_wanted (EspElements  *self,
               GError      **error)
{
  JsonArray *list;

  if (self->wanted->len == 0)
    return TRUE;

  g_string_assign (self->texts, "[");
  for (guint i = 0; i < self->wanted->len; i++)
    {
      const EspJsonToken *token = &self->tokens[g_array_index (self->wanted, guint32, i)];

      if (i > 0)
        g_string_append_c (self->texts, ',');
      g_string_append_len (self->texts, self->text + token->start, token->end - token->start);
    }
  g_string_append_c (self->texts, ']');

  if (!json_parser_load_from_data (self->parser, self->texts->str, self->texts->len, error))
    return FALSE;

  list = json_node_get_array (json_parser_get_root (self->parser));
  g_assert (json_array_get_length (list) == self->wanted->len);
  for (guint i = 0; i < self->wanted->len; i++)
    g_array_index (self->decoded, EspStr, g_array_index (self->wanted, guint32, i)) =
      esp_strings_intern (self->strings, json_array_get_string_element (list, i), -1);

  return TRUE;
}

/* Last pass */

static EspStr
take_text (EspElements *self,
           guint32      token)
{
  if (self->tokens[token].kind != ESP_JSON_STRING || (self->tokens[token].flags & ESP_JSON_NO_TEXT))
    return ESP_STR_NONE;

  return g_array_index (self->decoded, EspStr, token);
}

static EspStr
take_number (EspElements *self,
             guint32      token,
             double       greatest)
{
  const char *text = self->text + self->tokens[token].start;
  gsize length = self->tokens[token].end - self->tokens[token].start;
  double number;

  if (self->tokens[token].kind != ESP_JSON_NUMBER || length > ESP_IO_MAX_NUMBER)
    return ESP_STR_NONE;

  number = g_ascii_strtod (text, NULL);
  if (!isfinite (number) || number < 0 || number > greatest)
    return ESP_STR_NONE;

  return esp_strings_intern (self->strings, text, length);
}

static guint32
take_scalar (EspElements  *self,
             EspValueType  type,
             guint32       token)
{
  const char *text;

  switch (type)
    {
    case ESP_VALUE_TEXT:
      return take_text (self, token);
    case ESP_VALUE_SCOPE:
    case ESP_VALUE_STATE:
    case ESP_VALUE_ARRANGEMENT:
      text = esp_strings_get (self->strings, take_text (self, token));
      return type == ESP_VALUE_SCOPE   ? (guint32) esp_scope_from_string (text)
             : type == ESP_VALUE_STATE ? (guint32) esp_state_from_string (text)
                                       : (guint32) esp_arrangement_from_string (text);
    case ESP_VALUE_STAFF:
      return self->tokens[token].kind == ESP_JSON_TRUE    ? ESP_STAFF_YES
             : self->tokens[token].kind == ESP_JSON_FALSE ? ESP_STAFF_NO
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

/* A value that the field cannot hold, or a member that stands twice; @list: (nullable): in which list the member stands. */
static void
report_value (EspElements     *self,
              const Row       *row,
              const EspMember *list,
              const EspMember *member,
              guint32          token,
              gboolean         is_twice)
{
  g_autofree char *field = list != NULL ? g_strdup_printf ("%s.%s", list->name, member->name) : g_strdup (member->name);
  g_autofree char *value = esp_import_findings_shorten (self->text + self->tokens[token].start, self->tokens[token].end - self->tokens[token].start);
  char *message = is_twice ? g_strdup_printf (_("“%s” stands twice; the first one counts, the other one is kept as written"), field)
                           : g_strdup_printf (_("“%s” cannot be %s; it is kept as written"), field, value);

  esp_import_findings_add_value (&self->findings, row->table, row->ix, row->line, row->id, field, message,
                                 is_twice ? NULL : g_strdup (describe_type (member->type)));
}

/* Whether the items of a list are all of the kind it takes; a line must say where it goes. */
static gboolean
has_shape (EspElements  *self,
           EspValueType  type,
           guint32       list)
{
  if (self->tokens[list].kind != ESP_JSON_ARRAY)
    return FALSE;

  for (guint32 item = list + 1; item < self->tokens[list].next; item = self->tokens[item].next)
    {
      gboolean has_target = type != ESP_VALUE_LINES;

      if (type == ESP_VALUE_TEXTS && take_text (self, item) == ESP_STR_NONE)
        return FALSE;
      if (type == ESP_VALUE_TEXTS)
        continue;
      if (self->tokens[item].kind != ESP_JSON_OBJECT)
        return FALSE;

      for (guint32 name = item + 1; name < self->tokens[item].next && !has_target; name = self->tokens[name + 1].next)
        has_target = self->tokens[name].tag == G_STRUCT_OFFSET (EspLine, to) / sizeof (guint32) + 1 && take_text (self, name + 1) != ESP_STR_NONE;
      if (!has_target)
        return FALSE;
    }

  return TRUE;
}

static void
take_record (EspElements     *self,
             const Row       *row,
             const EspMember *list,
             guint32          object)
{
  const EspMembers *members = esp_format_get_record_members (list->type);
  guint n_words = esp_format_get_record_words (list->type);
  guint32 words[ESP_LINE_WORDS] = { 0 };

  g_string_truncate (self->record_extra, 0);
  for (guint32 name = object + 1; name < self->tokens[object].next; name = self->tokens[name + 1].next)
    {
      guint tag = self->tokens[name].tag;
      const EspMember *member = tag != 0 ? &members->members[(tag & TAG_IX) - 1] : NULL;

      if (member != NULL && !(tag & TAG_TWICE))
        words[member->field] = take_scalar (self, member->type, name + 1);
      if (member != NULL && !(tag & TAG_TWICE) && words[member->field] != 0)
        continue;

      keep_member (self, self->record_extra, member, name);
      if (member != NULL && self->tokens[name + 1].kind != ESP_JSON_NULL)
        report_value (self, row, list, member, name + 1, tag & TAG_TWICE);
    }

  if (self->record_extra->len > 0)
    words[n_words - 1] = esp_strings_intern (self->strings, self->record_extra->str, self->record_extra->len);
  g_array_append_vals (self->words, words, n_words);
}

static guint32
take_list (EspElements     *self,
           const Row       *row,
           const EspMember *member,
           guint32          list)
{
  g_array_set_size (self->words, 0);
  for (guint32 item = list + 1; item < self->tokens[list].next; item = self->tokens[item].next)
    if (member->type == ESP_VALUE_TEXTS)
      {
        EspStr text = take_text (self, item);

        g_array_append_val (self->words, text);
      }
    else
      take_record (self, row, member, item);

  return esp_organization_add_list (self->organization, (const guint32 *) (gpointer) self->words->data, self->words->len);
}

/* Returns: whether the field holds the value now */
static gboolean
take_member (EspElements     *self,
             Row             *row,
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
  else if (self->tokens[token].kind == ESP_JSON_NULL)
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

/* The id of an element, if it has one that is a text and not empty */
static EspStr
find_id (EspElements *self,
         guint32      element)
{
  if (self->tokens[element].kind != ESP_JSON_OBJECT)
    return ESP_STR_NONE;

  for (guint32 name = element + 1; name < self->tokens[element].next; name = self->tokens[name + 1].next)
    if (self->tokens[name].tag == ESP_POSITION_ID + 1)
      {
        EspStr id = take_text (self, name + 1);

        return id != ESP_STR_NONE && *esp_strings_get (self->strings, id) != '\0' ? id : ESP_STR_NONE;
      }

  return ESP_STR_NONE;
}

/* An element without an id is kept as it stands. */
static gboolean
keep_element (EspElements  *self,
              const Row    *row,
              guint32       element,
              GError      **error)
{
  const char *list = esp_format_get_table_name (row->table);
  gboolean is_object = self->tokens[element].kind == ESP_JSON_OBJECT;
  char *message;

  g_string_truncate (self->extra, 0);
  append_token_source (self, self->extra, element);
  esp_organization_load (self->organization, row->table, row->ix, esp_format_get_extra_field (row->table),
                         esp_strings_intern (self->strings, self->extra->str, self->extra->len));

  message = is_object ? g_strdup_printf (_("An entry of “%s” has no id that is a text; it stays in the file and is not shown"), list)
                      : g_strdup_printf (_("An entry of “%s” is not an object; it stays in the file and is not shown"), list);
  if (row->table == ESP_TABLE_POSITIONS)
    self->n_skipped++;

  return esp_import_findings_add_skipped (&self->findings, row->table, row->ix, row->line, message, g_strdup (_("Give it an “id” of its own.")), error);
}

static void
take_members (EspElements *self,
              Row         *row,
              guint32      element)
{
  const EspMembers *members = esp_format_get_members (row->table);

  g_string_truncate (self->extra, 0);
  for (guint32 name = element + 1; name < self->tokens[element].next; name = self->tokens[name + 1].next)
    {
      guint tag = self->tokens[name].tag;
      const EspMember *member = tag != 0 ? &members->members[(tag & TAG_IX) - 1] : NULL;

      if (member != NULL && !(tag & TAG_TWICE) && take_member (self, row, member, name + 1))
        continue;

      keep_member (self, self->extra, member, name);
      if (member != NULL)
        report_value (self, row, NULL, member, name + 1, tag & TAG_TWICE);
    }

  if (self->extra->len > 0)
    esp_organization_load (self->organization, row->table, row->ix, esp_format_get_extra_field (row->table),
                           esp_strings_intern (self->strings, self->extra->str, self->extra->len));
  if (row->present != 0)
    esp_organization_load (self->organization, row->table, row->ix, esp_format_get_present_field (row->table), row->present);
}

static gboolean
apply_element (EspElements    *self,
               EspTable        table,
               const Element  *element,
               GError        **error)
{
  EspStr id = find_id (self, element->token);
  Row row = { .table = table, .ix = esp_organization_append (self->organization, table), .line = element->line };

  if (table == ESP_TABLE_POSITIONS)
    g_array_append_val (self->lines, element->line);
  if (id == ESP_STR_NONE)
    return keep_element (self, &row, element->token, error);

  row.id = esp_strings_get (self->strings, id);
  take_members (self, &row, element->token);
  if (table == ESP_TABLE_UNITS && esp_organization_get (self->organization, table, row.ix, ESP_UNIT_NAME) == ESP_STR_NONE)
    esp_import_findings_add_value (&self->findings, table, row.ix, row.line, row.id, "name", g_strdup (_("The unit has no name")),
                                   g_strdup (_("Give it a “name”.")));

  return TRUE;
}

/*
 * esp_elements_apply:
 * @table: which rows the elements become
 * @scanner: has the tokens of all elements added since the last call
 * @text: what their offsets count in
 *
 * Makes rows of the elements of the chunk, and empties it.
 *
 * Time: O(bytes). Memory: a few times the bytes of the chunk, and what the organization keeps. Errors: too many elements that cannot be shown.
 */
gboolean
esp_elements_apply (EspElements     *self,
                    EspTable         table,
                    EspJsonScanner  *scanner,
                    const char      *text,
                    GError         **error)
{
  const EspMembers *members = esp_format_get_members (table);

  begin_tokens (self, scanner, text);
  for (guint i = 0; i < self->elements->len; i++)
    {
      guint32 token = g_array_index (self->elements, Element, i).token;

      if (self->tokens[token].kind == ESP_JSON_OBJECT)
        recognise_object (self, members, token);
    }
  if (!decode_wanted (self, error))
    return FALSE;

  for (guint i = 0; i < self->elements->len; i++)
    if (!apply_element (self, table, &g_array_index (self->elements, Element, i), error))
      return FALSE;
  g_array_set_size (self->elements, 0);

  return TRUE;
}

static void
set_document_present (EspElements *self,
                      guint32      bits)
{
  self->document_present |= bits;
  if (self->document_present != 0)
    esp_organization_load (self->organization, ESP_TABLE_DOCUMENT, 0, ESP_DOCUMENT_PRESENT, self->document_present);
}

/*
 * esp_elements_apply_member:
 * @raw_name: the name as it stands in the file, in quotes
 * @name: (nullable): the name, decoded
 * @token: the value
 *
 * Takes one member of the document itself.
 */
gboolean
esp_elements_apply_member (EspElements     *self,
                           const char      *raw_name,
                           const char      *name,
                           EspJsonScanner  *scanner,
                           guint32          token,
                           const char      *text,
                           guint32          line,
                           GError         **error)
{
  const EspMembers *members = esp_format_get_members (ESP_TABLE_DOCUMENT);
  int ix = name != NULL ? esp_members_find (members, name, strlen (name), 0) : -1;
  gboolean is_twice = ix >= 0 && (self->document_seen >> ix & 1);
  Row row = { .table = ESP_TABLE_DOCUMENT, .line = line };

  begin_tokens (self, scanner, text);
  if (ix >= 0)
    want (self, token);
  if (!decode_wanted (self, error))
    return FALSE;

  if (ix >= 0 && !is_twice)
    {
      self->document_seen |= 1u << ix;
      if (take_member (self, &row, &members->members[ix], token))
        {
          set_document_present (self, row.present);
          return TRUE;
        }
    }

  if (self->document_extra->len > 0)
    g_string_append (self->document_extra, ", ");
  if (ix >= 0)
    g_string_append_printf (self->document_extra, "\"%s\": ", name);
  else
    g_string_append_printf (self->document_extra, "%s: ", raw_name);
  append_token_source (self, self->document_extra, token);
  if (ix >= 0)
    report_value (self, &row, NULL, &members->members[ix], token, is_twice);

  return TRUE;
}

/* Says that the list of a table stood in the file and was empty. */
void
esp_elements_add_empty_table (EspElements *self,
                              EspTable     table)
{
  set_document_present (self, ESP_DOCUMENT_HAS_TABLE (table));
}

/* Ends the document: what was kept of its own members goes into the organization. */
void
esp_elements_end (EspElements *self)
{
  if (self->document_extra->len > 0)
    esp_organization_load (self->organization, ESP_TABLE_DOCUMENT, 0, ESP_DOCUMENT_EXTRA,
                           esp_strings_intern (self->strings, self->document_extra->str, self->document_extra->len));
  esp_import_findings_end (&self->findings);
}
