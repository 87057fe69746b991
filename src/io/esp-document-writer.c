/* esp-document-writer.c — organizations to the canonical form of our own format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-document-writer"

#include "io/esp-document-writer.h"

#include <string.h>

#include "io/esp-document-format.h"

/* Rows between two looks at the size of the buffer, and the size at which it is written out */
#define ROWS_PER_STEP 256
#define BUFFER_SIZE   (256u << 10)

/* The columns of a table, looked up once for many rows */
typedef struct
{
  EspOrganization  *organization;
  EspStrings       *strings;
  const EspMembers *members;
  const guint32    *columns[ESP_POSITION_N_FIELDS]; /* %NULL: nothing is said in any row */
  const guint32    *extra;
  const guint32    *present;
} Columns;

static void
init_columns (Columns         *self,
              EspOrganization *organization,
              EspTable         table)
{
  self->organization = organization;
  self->strings = esp_organization_get_strings (organization);
  self->members = esp_format_get_members (table);
  for (guint i = 0; i < self->members->n; i++)
    self->columns[i] = esp_organization_peek_column (organization, table, self->members->members[i].field);
  self->extra = esp_organization_peek_column (organization, table, esp_format_get_extra_field (table));
  self->present = esp_organization_peek_column (organization, table, esp_format_get_present_field (table));
}

static inline guint32
get (const guint32 *column,
     EspIx          row)
{
  return column != NULL ? column[row] : 0;
}

/* g_string_append_len() for what almost always fits */
static inline void
put (GString    *out,
     const char *text,
     gsize       length)
{
  if (G_UNLIKELY (out->len + length >= out->allocated_len))
    {
      g_string_append_len (out, text, length);
      return;
    }

  memcpy (out->str + out->len, text, length);
  out->len += length;
  out->str[out->len] = '\0';
}

#define PUT(out, literal) put (out, literal, sizeof literal - 1)

static void
put_string (GString    *out,
            const char *text)
{
  put (out, text, strlen (text));
}

static void
put_escape (GString *out,
            guint8   c)
{
  static const char named[] = "\"\\\b\f\n\r\t";
  static const char names[] = "\"\\bfnrt";
  const char *at = strchr (named, c);

  g_string_append_c (out, '\\');
  if (at != NULL)
    g_string_append_c (out, names[at - named]);
  else
    g_string_append_printf (out, "u%04x", c);
}

/*
 * esp_writer_append_text:
 *
 * Appends @text in quotes with no more escapes than JSON asks for: what is not ASCII stays as it is.
 */
void
esp_writer_append_text (GString    *out,
                        const char *text)
{
  const char *run = text;
  const char *at;

  PUT (out, "\"");
  for (at = text; *at != '\0'; at++)
    {
      if (G_LIKELY ((guint8) *at >= 0x20 && *at != '"' && *at != '\\'))
        continue;

      put (out, run, at - run);
      put_escape (out, *at);
      run = at + 1;
    }
  put (out, run, at - run);
  PUT (out, "\"");
}

static void
put_name (GString         *out,
          const EspMember *member)
{
  PUT (out, "\"");
  put (out, member->name, member->length);
  PUT (out, "\": ");
}

/* What a list is made of: { "name": "…", "share": 0.5 } */
static void
put_record (GString          *out,
            EspStrings       *strings,
            const EspMembers *members,
            const guint32    *words,
            EspStr            extra)
{
  const char *separator = "{ ";

  for (guint i = 0; i < members->n; i++)
    {
      const EspMember *member = &members->members[i];
      const char *text = esp_strings_get (strings, words[member->field]);

      if (text == NULL)
        continue;

      put (out, separator, 2);
      separator = ", ";
      put_name (out, member);
      if (member->type == ESP_VALUE_TEXT)
        esp_writer_append_text (out, text);
      else
        put_string (out, text);
    }
  if (extra != ESP_STR_NONE)
    {
      put (out, separator, 2);
      separator = ", ";
      put_string (out, esp_strings_get (strings, extra));
    }

  put_string (out, *separator == '{' ? "{}" : " }");
}

static void
put_list (const Columns *self,
          GString       *out,
          EspValueType   type,
          guint32        list)
{
  const EspMembers *members = esp_format_get_record_members (type);
  guint n_words = esp_format_get_record_words (type);
  const char *separator = "[ ";
  const guint32 *words;
  guint32 n = 0;

  words = esp_organization_get_list (self->organization, list, &n);
  if (n == 0)
    {
      PUT (out, "[]");
      return;
    }

  for (guint32 i = 0; i + n_words <= n; i += n_words)
    {
      put (out, separator, 2);
      separator = ", ";
      if (members == NULL)
        esp_writer_append_text (out, esp_strings_get (self->strings, words[i]));
      else
        put_record (out, self->strings, members, words + i, words[i + n_words - 1]);
    }
  PUT (out, " ]");
}

static void
put_value (const Columns *self,
           GString       *out,
           EspValueType   type,
           guint32        value)
{
  if (esp_value_type_is_list (type))
    put_list (self, out, type, value);
  else if (value == 0)
    PUT (out, "null");
  else if (type == ESP_VALUE_TEXT)
    esp_writer_append_text (out, esp_strings_get (self->strings, value));
  else if (type == ESP_VALUE_SCOPE)
    esp_writer_append_text (out, esp_scope_to_string (value));
  else if (type == ESP_VALUE_STATE)
    esp_writer_append_text (out, esp_state_to_string (value));
  else if (type == ESP_VALUE_ARRANGEMENT)
    esp_writer_append_text (out, esp_arrangement_to_string (value));
  else if (type == ESP_VALUE_STAFF)
    put_string (out, value == ESP_STAFF_YES ? "true" : "false");
  else
    put_string (out, esp_strings_get (self->strings, value));
}

/* Members of a row that have something to say. */
static const char *
put_members (const Columns *self,
             GString       *out,
             EspIx          row,
             const char    *separator)
{
  guint32 present = get (self->present, row);

  for (guint i = 0; i < self->members->n; i++)
    {
      const EspMember *member = &self->members->members[i];
      guint32 value = get (self->columns[i], row);

      if (value == 0 && !(present >> member->field & 1))
        continue;

      put (out, separator, 2);
      separator = ", ";
      put_name (out, member);
      put_value (self, out, member->type, value);
    }

  return separator;
}

/* Members this version does not know, or could not take, stand behind the others. */
static void
put_row (const Columns *self,
         GString       *out,
         EspIx          row)
{
  const char *extra = esp_strings_get (self->strings, get (self->extra, row));
  const char *separator;

  /* The id is the first field of each of these tables; a row without one is an element kept as it was. */
  if (get (self->columns[ESP_POSITION_ID], row) == ESP_STR_NONE)
    {
      put_string (out, extra);
      return;
    }

  separator = put_members (self, out, row, "{ ");
  if (extra != NULL)
    {
      put (out, separator, 2);
      put_string (out, extra);
    }
  PUT (out, " }");
}

/* Appends what stands before the first list. */
void
esp_writer_append_head (EspOrganization *organization,
                          GString         *out)
{
  Columns columns;

  init_columns (&columns, organization, ESP_TABLE_DOCUMENT);
  g_string_append_printf (out, "{ \"format\": \"%s\", \"version\": %d", ESP_DOCUMENT_FORMAT, ESP_DOCUMENT_VERSION);
  put_members (&columns, out, 0, ", ");
}

/* Appends the name of a list and its bracket. */
void
esp_writer_append_begin (EspTable table,
                           GString *out)
{
  g_string_append_printf (out, ",\n  \"%s\": [", esp_format_get_table_name (table));
}

/*
 * esp_writer_append_rows:
 * @rows: the rows to append, in this order
 * @is_first: the first of @rows is the first of its list
 */
void
esp_writer_append_rows (EspOrganization *organization,
                          EspTable         table,
                          const EspIx     *rows,
                          guint32          n_rows,
                          gboolean         is_first,
                          GString         *out)
{
  Columns columns;

  init_columns (&columns, organization, table);
  for (guint32 i = 0; i < n_rows; i++)
    {
      put_string (out, i == 0 && is_first ? "\n    " : ",\n    ");
      put_row (&columns, out, rows[i]);
    }
}

/* Appends what stands behind the last list. */
void
esp_writer_append_end (EspOrganization *organization,
                         GString         *out)
{
  const char *extra = esp_organization_get_text (organization, ESP_TABLE_DOCUMENT, 0, ESP_DOCUMENT_EXTRA);

  if (extra != NULL)
    g_string_append_printf (out, ",\n  %s", extra);
  g_string_append (out, " }\n");
}

static gboolean
flush (GString       *out,
       gsize          at_least,
       GOutputStream *stream,
       GCancellable  *cancellable,
       GError       **error)
{
  if (out->len < at_least)
    return TRUE;
  if (!g_output_stream_write_all (stream, out->str, out->len, NULL, cancellable, error))
    return FALSE;

  g_string_truncate (out, 0);
  return TRUE;
}

static gboolean
write_table (EspOrganization *organization,
             EspTable         table,
             GString         *out,
             GOutputStream   *stream,
             GCancellable    *cancellable,
             GError         **error)
{
  guint32 present = esp_organization_get (organization, ESP_TABLE_DOCUMENT, 0, ESP_DOCUMENT_PRESENT);
  guint32 n = 0;
  const EspIx *rows = esp_organization_get_order (organization, table, &n);

  if (n == 0 && !(present & ESP_DOCUMENT_HAS_TABLE (table)))
    return TRUE;

  esp_writer_append_begin (table, out);
  for (guint32 i = 0; i < n; i += ROWS_PER_STEP)
    {
      esp_writer_append_rows (organization, table, rows + i, MIN (ROWS_PER_STEP, n - i), i == 0, out);
      if (!flush (out, BUFFER_SIZE, stream, cancellable, error))
        return FALSE;
    }
  g_string_append (out, n == 0 ? "]" : " ]");

  return TRUE;
}

/**
 * esp_io_write_document:
 * @organization: what to write
 * @stream: where to
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Writes the canonical form: the same organization always gives the same bytes, and reading them gives the same organization.
 *
 * Time: O(bytes). Memory: a buffer of 256 KiB. Threads: any, while nobody edits @organization. Errors: those of @stream.
 *
 * Returns: %FALSE with @error set; then a part may be written
 */
gboolean
esp_io_write_document (EspOrganization *organization,
                    GOutputStream   *stream,
                    GCancellable    *cancellable,
                    GError         **error)
{
  g_autoptr (GString) out = g_string_sized_new (BUFFER_SIZE * 2);

  g_return_val_if_fail (ESP_IS_ORGANIZATION (organization), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  esp_writer_append_head (organization, out);
  for (EspTable table = ESP_TABLE_UNITS; table < ESP_N_TABLES; table++)
    if (!write_table (organization, table, out, stream, cancellable, error))
      return FALSE;
  esp_writer_append_end (organization, out);

  return flush (out, 0, stream, cancellable, error);
}
