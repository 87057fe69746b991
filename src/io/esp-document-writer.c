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

  g_string_append_c (out, '"');
  for (at = text; *at != '\0'; at++)
    {
      guint8 c = *at;
      const char *escape;

      if (G_LIKELY (c >= 0x20 && c != '"' && c != '\\'))
        continue;

      g_string_append_len (out, run, at - run);
      run = at + 1;
      escape = strchr ("\"\"\\\\\bb\ff\nn\rr\tt", c);
      if (escape != NULL)
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, escape[1]);
        }
      else
        g_string_append_printf (out, "\\u%04x", c);
    }
  g_string_append_len (out, run, at - run);
  g_string_append_c (out, '"');
}

static void
append_str (GString    *out,
            EspStrings *strings,
            EspStr      str)
{
  esp_writer_append_text (out, esp_strings_get (strings, str));
}

/* What a list is made of: { "name": "…", "share": 0.5 } */
static void
append_record (GString          *out,
               EspStrings       *strings,
               const EspMembers *members,
               const guint32    *words,
               EspStr            extra)
{
  const char *separator = "{ ";

  for (guint i = 0; i < members->n; i++)
    {
      const EspMember *member = &members->members[i];
      EspStr value = words[member->field];

      if (value == ESP_STR_NONE)
        continue;

      g_string_append (out, separator);
      separator = ", ";
      esp_writer_append_text (out, member->name);
      g_string_append (out, ": ");
      if (member->type == ESP_VALUE_TEXT)
        append_str (out, strings, value);
      else
        g_string_append (out, esp_strings_get (strings, value));
    }
  if (extra != ESP_STR_NONE)
    {
      g_string_append (out, separator);
      separator = ", ";
      g_string_append (out, esp_strings_get (strings, extra));
    }

  g_string_append (out, *separator == '{' ? "{}" : " }");
}

static void
append_list (EspOrganization *organization,
             GString         *out,
             EspValueType     type,
             guint32          list)
{
  const EspMembers *members = esp_format_get_record_members (type);
  guint n_words = esp_format_get_record_words (type);
  EspStrings *strings = esp_organization_get_strings (organization);
  const char *separator = "[ ";
  const guint32 *words;
  guint32 n = 0;

  words = esp_organization_get_list (organization, list, &n);
  if (n == 0)
    {
      g_string_append (out, "[]");
      return;
    }

  for (guint32 i = 0; i + n_words <= n; i += n_words)
    {
      g_string_append (out, separator);
      separator = ", ";
      if (members == NULL)
        append_str (out, strings, words[i]);
      else
        append_record (out, strings, members, words + i, words[i + n_words - 1]);
    }
  g_string_append (out, " ]");
}

static void
append_value (EspOrganization *organization,
              GString         *out,
              EspValueType     type,
              guint32          value)
{
  EspStrings *strings = esp_organization_get_strings (organization);

  if (esp_value_type_is_list (type))
    append_list (organization, out, type, value);
  else if (value == 0)
    g_string_append (out, "null");
  else if (type == ESP_VALUE_TEXT)
    append_str (out, strings, value);
  else if (type == ESP_VALUE_SCOPE)
    esp_writer_append_text (out, esp_scope_to_string (value));
  else if (type == ESP_VALUE_STATE)
    esp_writer_append_text (out, esp_state_to_string (value));
  else if (type == ESP_VALUE_ARRANGEMENT)
    esp_writer_append_text (out, esp_arrangement_to_string (value));
  else if (type == ESP_VALUE_STAFF)
    g_string_append (out, value == ESP_STAFF_YES ? "true" : "false");
  else
    g_string_append (out, esp_strings_get (strings, value));
}

static guint32
get (EspOrganization *organization,
     EspTable         table,
     EspIx            row,
     EspField         field)
{
  return esp_organization_get (organization, table, row, field);
}

/* Members of a row that have something to say; those this version does not know, or could not take, stand behind them. */
static void
append_members (EspOrganization *organization,
                EspTable         table,
                EspIx            row,
                const char     **separator,
                GString         *out)
{
  const EspMembers *members = esp_format_get_members (table);
  guint32 present = get (organization, table, row, esp_format_get_present_field (table));

  for (guint i = 0; i < members->n; i++)
    {
      const EspMember *member = &members->members[i];
      guint32 value = get (organization, table, row, member->field);

      if (value == 0 && !(present >> member->field & 1))
        continue;

      g_string_append (out, *separator);
      *separator = ", ";
      g_string_append_c (out, '"');
      g_string_append_len (out, member->name, member->length);
      g_string_append (out, "\": ");
      append_value (organization, out, member->type, value);
    }
}

static void
append_row (EspOrganization *organization,
            EspTable         table,
            EspIx            row,
            GString         *out)
{
  EspStr extra = get (organization, table, row, esp_format_get_extra_field (table));
  const char *separator = "{ ";

  /* The id is the first field of each of these tables; a row without one is an element kept as it was. */
  if (get (organization, table, row, ESP_POSITION_ID) == ESP_STR_NONE)
    {
      g_string_append (out, esp_organization_get_string (organization, extra));
      return;
    }

  append_members (organization, table, row, &separator, out);
  if (extra != ESP_STR_NONE)
    {
      g_string_append (out, separator);
      g_string_append (out, esp_organization_get_string (organization, extra));
    }
  g_string_append (out, " }");
}

/* Appends what stands before the first list. */
void
esp_writer_append_head (EspOrganization *organization,
                          GString         *out)
{
  const char *separator = ", ";

  g_string_append_printf (out, "{ \"format\": \"%s\", \"version\": %d", ESP_DOCUMENT_FORMAT, ESP_DOCUMENT_VERSION);
  append_members (organization, ESP_TABLE_DOCUMENT, 0, &separator, out);
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
  for (guint32 i = 0; i < n_rows; i++)
    {
      g_string_append (out, i == 0 && is_first ? "\n    " : ",\n    ");
      append_row (organization, table, rows[i], out);
    }
}

/* Appends what stands behind the last list. */
void
esp_writer_append_end (EspOrganization *organization,
                         GString         *out)
{
  EspStr extra = get (organization, ESP_TABLE_DOCUMENT, 0, ESP_DOCUMENT_EXTRA);

  if (extra != ESP_STR_NONE)
    {
      g_string_append (out, ",\n  ");
      g_string_append (out, esp_organization_get_string (organization, extra));
    }
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
  guint32 present = get (organization, ESP_TABLE_DOCUMENT, 0, ESP_DOCUMENT_PRESENT);
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
