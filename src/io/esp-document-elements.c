/* esp-document-elements.c — tokens of elements to rows of an organization, some hundred at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-document-elements"

#include "io/esp-document-elements.h"

#include <string.h>

#include "core/esp-i18n.h"
#include "io/esp-document-values.h"
#include "io/esp-io-limits.h"
#include "io/esp-io.h"

/*
 * EspElements:
 *
 * Three passes over the tokens of some hundred elements. The first finds out which member is which field and which texts are needed, the second decodes
 * these, the last makes a row of each element.
 */
struct _EspElements
{
  EspOrganization *organization; /* borrowed */
  EspStrings      *strings;      /* borrowed: of the organization */
  EspValues        values;
  GArray          *elements; /* of Element: those of the chunk */
  GString         *extra;    /* kept members of the row */

  GString         *document_extra;
  guint32          document_seen; /* members of the document met so far */
  guint32          document_present;

  GArray          *lines; /* of guint32, by position */
  guint32          n_skipped;
};

typedef struct
{
  guint32 token;
  guint32 line;
} Element;

EspElements *
esp_elements_new (EspOrganization *organization)
{
  EspElements *self = g_new0 (EspElements, 1);

  self->organization = organization;
  self->strings = esp_organization_get_strings (organization);
  esp_values_init (&self->values, organization);
  self->elements = g_array_new (FALSE, FALSE, sizeof (Element));
  self->extra = g_string_new (NULL);
  self->document_extra = g_string_new (NULL);
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint32));

  return self;
}

void
esp_elements_free (EspElements *self)
{
  esp_values_clear (&self->values);
  g_array_unref (self->elements);
  g_string_free (self->extra, TRUE);
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

/* The id of an element, if it has one that is a text and not empty */
static EspStr
find_id (EspElements *self,
         guint32      element)
{
  const EspJsonToken *tokens = self->values.texts.tokens;

  if (tokens[element].kind != ESP_JSON_OBJECT)
    return ESP_STR_NONE;

  for (guint32 name = element + 1; name < tokens[element].next; name = tokens[name + 1].next)
    if (tokens[name].tag == ESP_POSITION_ID + 1)
      {
        EspStr id = esp_texts_get (&self->values.texts, name + 1);

        return id != ESP_STR_NONE && *esp_strings_get (self->strings, id) != '\0' ? id : ESP_STR_NONE;
      }

  return ESP_STR_NONE;
}

/* An element without an id is kept as it stands. */
static gboolean
keep_element (EspElements     *self,
              const EspNewRow *row,
              guint32          element,
              GError         **error)
{
  const char *list = esp_format_get_table_name (row->table);
  gboolean is_object = self->values.texts.tokens[element].kind == ESP_JSON_OBJECT;
  char *message, *fix;

  g_string_truncate (self->extra, 0);
  esp_values_keep (&self->values, self->extra, element);
  esp_organization_load (self->organization, row->table, row->ix, esp_format_get_extra_field (row->table),
                         esp_strings_intern (self->strings, self->extra->str, self->extra->len));

  if (is_object)
    {
      message = g_strdup_printf (_("An entry of “%s” has no id that is a text; it stays in the file and is not shown."), list);
      fix = g_strdup (_("Give it an “id” of its own."));
    }
  else
    {
      message = g_strdup_printf (_("An entry of “%s” is not an object; it stays in the file and is not shown."), list);
      fix = g_strdup (_("Write it as an object with an “id” of its own."));
    }
  if (row->table == ESP_TABLE_POSITIONS)
    self->n_skipped++;

  return esp_import_findings_add_skipped (&self->values.findings, row->table, row->ix, row->line, message, fix, error);
}

static void
take_members (EspElements *self,
              EspNewRow   *row,
              guint32      element)
{
  const EspJsonToken *tokens = self->values.texts.tokens;
  const EspMembers *members = esp_format_get_members (row->table);

  g_string_truncate (self->extra, 0);
  for (guint32 name = element + 1; name < tokens[element].next; name = tokens[name + 1].next)
    {
      guint tag = tokens[name].tag;
      const EspMember *member = tag != 0 ? &members->members[(tag & ESP_TAG_IX) - 1] : NULL;

      if (member != NULL && !(tag & ESP_TAG_TWICE) && esp_values_take (&self->values, row, member, name + 1))
        continue;

      esp_values_keep_member (&self->values, self->extra, member, name);
      if (member != NULL)
        esp_values_report (&self->values, row, NULL, member, name + 1, tag & ESP_TAG_TWICE);
    }

  if (self->extra->len > 0)
    esp_organization_load (self->organization, row->table, row->ix, esp_format_get_extra_field (row->table),
                           esp_strings_intern (self->strings, self->extra->str, self->extra->len));
  if (row->present != 0)
    esp_organization_load (self->organization, row->table, row->ix, esp_format_get_present_field (row->table), row->present);
}

static gboolean
apply_element (EspElements   *self,
               EspTable       table,
               const Element *element,
               GError       **error)
{
  EspStr id = find_id (self, element->token);
  EspNewRow row = { .table = table, .ix = esp_organization_append (self->organization, table), .line = element->line };

  if (table == ESP_TABLE_POSITIONS)
    g_array_append_val (self->lines, element->line);
  if (id == ESP_STR_NONE)
    return keep_element (self, &row, element->token, error);

  row.id = esp_strings_get (self->strings, id);
  take_members (self, &row, element->token);
  if (table == ESP_TABLE_UNITS && esp_organization_get (self->organization, table, row.ix, ESP_UNIT_NAME) == ESP_STR_NONE)
    esp_import_findings_add_value (&self->values.findings, table, row.ix, row.line, row.id, "name", g_strdup (_("The unit has no name.")),
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
esp_elements_apply (EspElements    *self,
                    EspTable        table,
                    EspJsonScanner *scanner,
                    const char     *text,
                    GError        **error)
{
  const EspMembers *members = esp_format_get_members (table);
  EspTexts *texts = &self->values.texts;

  esp_texts_begin (texts, scanner, text);
  for (guint i = 0; i < self->elements->len; i++)
    {
      guint32 token = g_array_index (self->elements, Element, i).token;

      if (scanner->tokens[token].kind == ESP_JSON_OBJECT)
        esp_texts_recognise (texts, members, token);
    }
  if (!esp_texts_decode (texts, error))
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
esp_elements_apply_member (EspElements    *self,
                           const char     *raw_name,
                           const char     *name,
                           EspJsonScanner *scanner,
                           guint32         token,
                           const char     *text,
                           guint32         line,
                           GError        **error)
{
  const EspMembers *members = esp_format_get_members (ESP_TABLE_DOCUMENT);
  int ix = name != NULL ? esp_members_find (members, name, strlen (name), 0) : -1;
  gboolean is_twice = ix >= 0 && (self->document_seen >> ix & 1);
  g_autofree char *plain_name = ix >= 0 ? g_strdup_printf ("\"%s\"", name) : NULL;
  EspNewRow row = { .table = ESP_TABLE_DOCUMENT, .line = line };
  EspTexts *texts = &self->values.texts;

  esp_texts_begin (texts, scanner, text);
  if (ix >= 0)
    esp_texts_want (texts, token);
  if (!esp_texts_decode (texts, error))
    return FALSE;

  if (ix >= 0 && !is_twice)
    {
      self->document_seen |= 1u << ix;
      if (esp_values_take (&self->values, &row, &members->members[ix], token))
        {
          set_document_present (self, row.present);
          return TRUE;
        }
    }

  if (plain_name != NULL)
    raw_name = plain_name;
  esp_values_keep_named (&self->values, self->document_extra, raw_name, strlen (raw_name), token);
  if (self->document_extra->len > ESP_IO_MAX_VALUE)
    {
      g_set_error_literal (error, ESP_IO_ERROR, ESP_IO_ERROR_LIMIT, _("the further members of the document are longer than 16 MiB"));
      return FALSE;
    }
  if (ix >= 0)
    esp_values_report (&self->values, &row, NULL, &members->members[ix], token, is_twice);

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
  esp_import_findings_end (&self->values.findings);
}
