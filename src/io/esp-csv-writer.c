/* esp-csv-writer.c — organizations to a table of comma-separated values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-csv-writer"

#include "io/esp-csv-writer.h"

#include <string.h>

#include "io/esp-csv-format.h"

/*
 * Quoting is that of RFC 4180. Lines end with LF alone: spreadsheets read both, and with CRLF the last column of every row would end in a CR for the tools
 * that work by lines. There is no mark of UTF-8 either, since it would become a part of the first column’s name for most of them.
 *
 * Units are written by their id, as managers are: names of units need not be unique, and reading the table back must find as many.
 */

#define BUFFER_SIZE (256u << 10)

typedef struct
{
  EspOrganization *organization;
  GString         *out;
  GString         *targets; /* of one kind of line */
} Writer;

static gboolean
needs_quotes (const char *text,
              gsize       length)
{
  return text[0] == ' ' || text[length - 1] == ' ' || strpbrk (text, ",\"\r\n") != NULL;
}

static void
append_cell (GString    *out,
             const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;
  gboolean is_quoted = length > 0 && needs_quotes (text, length);

  if (length == 0)
    return;

  if (is_quoted)
    g_string_append_c (out, '"');
  if (esp_cell_would_run (text, length))
    g_string_append_c (out, '\'');
  for (const char *quote = is_quoted ? strchr (text, '"') : NULL; quote != NULL; quote = strchr (text, '"'))
    {
      g_string_append_len (out, text, quote - text + 1);
      g_string_append_c (out, '"');
      text = quote + 1;
    }
  g_string_append (out, text);
  if (is_quoted)
    g_string_append_c (out, '"');
}

/* The far ends of the lines of one kind; “|” within an id is escaped. A kind we do not know counts as dotted, as it is drawn. */
static const char *
join_targets (Writer        *self,
              const guint32 *words,
              guint32        n_words,
              EspLineKind    kind)
{
  g_string_truncate (self->targets, 0);
  for (guint32 i = 0; i + ESP_LINE_WORDS <= n_words; i += ESP_LINE_WORDS)
    {
      const EspLine *line = (const EspLine *) (words + i);
      const char *to = esp_organization_get_string (self->organization, line->to);

      if (to == NULL || esp_line_kind_from_string (esp_organization_get_string (self->organization, line->kind)) != kind)
        continue;

      if (self->targets->len > 0)
        g_string_append_c (self->targets, '|');
      for (; *to != '\0'; to++)
        {
          if (*to == '|' || *to == '\\')
            g_string_append_c (self->targets, '\\');
          g_string_append_c (self->targets, *to);
        }
    }

  return self->targets->str;
}

static const char *
get_text (Writer   *self,
          EspIx     row,
          EspField  field)
{
  return esp_organization_get_text (self->organization, ESP_TABLE_POSITIONS, row, field);
}

static void
append_row (Writer *self,
            EspIx   row,
            EspStr  holder)
{
  EspOrganization *organization = self->organization;
  const char *cells[ESP_COLUMN_DOTTED] = {
    [ESP_COLUMN_ID] = get_text (self, row, ESP_POSITION_ID),
    [ESP_COLUMN_TITLE] = get_text (self, row, ESP_POSITION_TITLE),
    [ESP_COLUMN_NAME] = esp_organization_get_string (organization, holder),
    [ESP_COLUMN_UNIT] = get_text (self, row, ESP_POSITION_UNIT),
    [ESP_COLUMN_REPORTS_TO] = get_text (self, row, ESP_POSITION_REPORTS_TO),
    [ESP_COLUMN_ROLE] = get_text (self, row, ESP_POSITION_ROLE),
    [ESP_COLUMN_LEVEL] = get_text (self, row, ESP_POSITION_LEVEL),
    [ESP_COLUMN_SCOPE] = esp_scope_to_string (esp_organization_get (organization, ESP_TABLE_POSITIONS, row, ESP_POSITION_SCOPE)),
    [ESP_COLUMN_STATE] = esp_state_to_string (esp_position_get_state (organization, row)),
  };
  guint32 n_words = 0;
  const guint32 *words = esp_organization_get_list (
    organization, esp_organization_get (organization, ESP_TABLE_POSITIONS, row, ESP_POSITION_LINES), &n_words);

  for (EspColumn column = 0; column < ESP_N_COLUMNS; column++)
    {
      if (column > 0)
        g_string_append_c (self->out, ',');
      if (column < ESP_COLUMN_DOTTED)
        append_cell (self->out, cells[column]);
      else if (n_words > 0)
        append_cell (self->out, join_targets (self, words, n_words, esp_column_get_line_kind (column)));
    }
  g_string_append_c (self->out, '\n');
}

/* One row for each holder, one for a position without. What could not be read as a position has no id, and no row. */
static void
append_position (Writer *self,
                 EspIx   row)
{
  guint32 n_words = 0;
  const guint32 *words = esp_organization_get_list (
    self->organization, esp_organization_get (self->organization, ESP_TABLE_POSITIONS, row, ESP_POSITION_HOLDERS), &n_words);

  if (esp_organization_get (self->organization, ESP_TABLE_POSITIONS, row, ESP_POSITION_ID) == ESP_STR_NONE)
    return;

  if (n_words == 0)
    append_row (self, row, ESP_STR_NONE);
  for (guint32 i = 0; i + ESP_HOLDER_WORDS <= n_words; i += ESP_HOLDER_WORDS)
    append_row (self, row, ((const EspHolder *) (words + i))->name);
}

/**
 * esp_io_write_csv:
 * @organization: what to write
 * @stream: where to
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError
 *
 * Writes the positions as a table, one row for each holder, in the columns of #EspColumn. Cells that a spreadsheet would run as a formula get an
 * apostrophe before them.
 *
 * Time: O(bytes). Memory: a buffer. Threads: any, while nobody edits @organization. Errors: those of @stream.
 *
 * Returns: %FALSE with @error set; then a part may be written
 */
gboolean
esp_io_write_csv (EspOrganization *organization,
                  GOutputStream   *stream,
                  GCancellable    *cancellable,
                  GError         **error)
{
  g_autoptr (GString) out = g_string_sized_new (BUFFER_SIZE * 2);
  g_autoptr (GString) targets = g_string_new (NULL);
  Writer self = { organization, out, targets };
  const EspIx *rows;
  guint32 n = 0;

  g_return_val_if_fail (ESP_IS_ORGANIZATION (organization), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  for (EspColumn column = 0; column < ESP_N_COLUMNS; column++)
    {
      if (column > 0)
        g_string_append_c (out, ',');
      g_string_append (out, esp_column_get_name (column));
    }
  g_string_append_c (out, '\n');

  rows = esp_organization_get_order (organization, ESP_TABLE_POSITIONS, &n);
  for (guint32 i = 0; i < n; i++)
    {
      append_position (&self, rows[i]);
      if (out->len < BUFFER_SIZE && i + 1 < n)
        continue;
      if (!g_output_stream_write_all (stream, out->str, out->len, NULL, cancellable, error))
        return FALSE;
      g_string_truncate (out, 0);
    }

  return g_output_stream_write_all (stream, out->str, out->len, NULL, cancellable, error);
}
