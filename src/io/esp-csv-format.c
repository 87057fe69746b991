/* esp-csv-format.c — the columns of our own tables, and how cells are kept from being run; for writer and importer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-csv-format"

#include "io/esp-csv-format.h"

#include <string.h>

static const char *column_names[ESP_N_COLUMNS] = {
  "id", "title", "name", "unit", "reports_to", "role", "level", "scope", "state", "dotted", "functional", "program", "vendor", "second",
};

const char *
esp_column_get_name (EspColumn column)
{
  g_return_val_if_fail (column < ESP_N_COLUMNS, NULL);

  return column_names[column];
}

/* Returns: whether a table begins with the header that we write */
gboolean
esp_csv_is_ours (const char *data,
                 gsize       length)
{
  for (guint i = 0; i < ESP_N_COLUMNS; i++)
    {
      gsize n = strlen (column_names[i]);
      char end = i + 1 < ESP_N_COLUMNS ? ',' : '\n';

      if (length <= n || strncmp (data, column_names[i], n) != 0)
        return FALSE;
      if (data[n] != end && !(end == '\n' && data[n] == '\r'))
        return FALSE;
      data += n + 1;
      length -= n + 1;
    }

  return TRUE;
}

/* Returns: the kind of the lines in @column, which is %ESP_COLUMN_DOTTED or a later one */
EspLineKind
esp_column_get_line_kind (EspColumn column)
{
  static const EspLineKind kinds[] = { ESP_LINE_DOTTED, ESP_LINE_FUNCTIONAL, ESP_LINE_PROGRAM, ESP_LINE_VENDOR, ESP_LINE_SECOND };

  g_return_val_if_fail (column >= ESP_COLUMN_DOTTED && column < ESP_N_COLUMNS, ESP_LINE_DOTTED);

  return kinds[column - ESP_COLUMN_DOTTED];
}

/* A sign, digits, at most one point: what spreadsheets take for a number and nothing else */
static gboolean
is_plain_number (const char *text,
                 gsize       length)
{
  gboolean has_point = FALSE;
  gsize at = length > 0 && (text[0] == '-' || text[0] == '+');
  gsize n_digits = 0;

  for (; at < length; at++)
    if (g_ascii_isdigit (text[at]))
      n_digits++;
    else if (text[at] == '.' && !has_point)
      has_point = TRUE;
    else
      return FALSE;

  return n_digits > 0;
}

/*
 * Spreadsheets run what begins with one of these characters as a formula; an apostrophe before it makes it text for them. So that reading gives back what
 * was written, a cell that has the apostrophe already gets a further one, and reading takes off exactly one.
 */
static gboolean
is_formula_after (const char *text,
                  gsize       length)
{
  while (length > 0 && *text == '\'')
    {
      text++;
      length--;
    }

  return length > 0 && *text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL && !is_plain_number (text, length);
}

/* Returns: whether @text must be written with an apostrophe before it */
gboolean
esp_cell_would_run (const char *text,
                    gsize       length)
{
  return is_formula_after (text, length);
}

/*
 * esp_cell_restore:
 * @length: (inout): of @text
 *
 * Returns: (transfer none): @text as it was before it was kept from being run
 */
const char *
esp_cell_restore (const char *text,
                  gsize      *length)
{
  if (*length == 0 || *text != '\'' || !is_formula_after (text, *length))
    return text;

  (*length)--;
  return text + 1;
}
