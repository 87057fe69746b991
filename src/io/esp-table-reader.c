/* esp-table-reader.c — the bytes of a table to rows of cells
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-table-reader"

#include "io/esp-table-reader.h"

#include <string.h>

#include "core/esp-i18n.h"
#include "io/esp-io-limits.h"

/*
 * EspTableReader:
 *
 * Cells lie where they were read; doubled quotes are undone in place. A row is found as a whole before anything in it is changed, so that a row that goes
 * on past the window can be looked at again. Rows end with LF, CRLF or CR. A quote in the middle of a cell that does not begin with one is a character;
 * a cell in which text follows the closing quote is taken as it stands, quotes and all.
 *
 * A row that is not UTF-8 is Windows-1252: nothing else is read wrongly without a sign of it. A file in which some rows are the one and some the other was
 * put together from two; esp_table_reader_is_mixed() says so.
 */
struct _EspTableReader
{
  EspSource *source; /* borrowed */
  char       separator;
  gboolean   skips_comments; /* rows that begin with # and do not have the cells of a row */
  guint      n_columns;      /* of the first row */
  GPtrArray *names;          /* (nullable): of the columns, for messages */

  char      *text;   /* the window */
  gsize      length;
  gboolean   is_last;
  gsize      at;     /* where the next row begins */
  guint32    row;    /* rows given out, the header included */

  GArray    *cells;   /* of EspCell */
  GArray    *doubled; /* of guint: cells with doubled quotes */
  GString   *decoded; /* the text of a row in Windows-1252 */
  gboolean   is_loose; /* text behind a closing quote */
  guint32    n_1252;  /* rows that were */
  guint32    n_utf8;  /* rows that are not ASCII and UTF-8 */
};

typedef enum
{
  ROW_DONE,
  ROW_MORE, /* the window ends in the row */
  ROW_BAD,
} RowStatus;

EspTableReader *
esp_table_reader_new (EspSource *source,
                      char       separator)
{
  EspTableReader *self = g_new0 (EspTableReader, 1);

  self->source = source;
  self->separator = separator;
  self->text = esp_source_get_data (source, &self->length, &self->is_last);
  self->cells = g_array_new (FALSE, FALSE, sizeof (EspCell));
  self->doubled = g_array_new (FALSE, FALSE, sizeof (guint));
  self->decoded = g_string_new (NULL);

  return self;
}

void
esp_table_reader_free (EspTableReader *self)
{
  g_array_unref (self->cells);
  g_array_unref (self->doubled);
  g_string_free (self->decoded, TRUE);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_free (self);
}

/* Leaves out rows that begin with # unless they have as many cells as the first one. */
void
esp_table_reader_skip_comments (EspTableReader *self)
{
  self->skips_comments = TRUE;
}

/*
 * esp_table_reader_skip_rows:
 * @n: how many
 *
 * Goes behind rows that stand above the table; the row that comes next counts as the first one. Errors: as esp_table_reader_next().
 */
gboolean
esp_table_reader_skip_rows (EspTableReader  *self,
                            guint            n,
                            GCancellable    *cancellable,
                            GError         **error)
{
  const EspCell *cells;
  guint n_cells = 1;

  for (guint i = 0; i < n && n_cells > 0; i++)
    if (!esp_table_reader_next (self, &cells, &n_cells, cancellable, error))
      return FALSE;
  self->row = 0;
  self->n_columns = 0;

  return TRUE;
}

/* Tells how messages call the columns. */
void
esp_table_reader_set_names (EspTableReader *self,
                            GPtrArray      *names)
{
  g_clear_pointer (&self->names, g_ptr_array_unref);
  self->names = g_ptr_array_ref (names);
}

/* Returns: whether in the row last given out text stood behind a closing quote */
gboolean
esp_table_reader_is_loose (EspTableReader *self)
{
  return self->is_loose;
}

/* Returns: whether the rows read so far are in two encodings */
gboolean
esp_table_reader_is_mixed (EspTableReader *self)
{
  return self->n_1252 > 0 && self->n_utf8 > 0;
}

/* Returns: the number of the row last given out, the header being 0 */
guint32
esp_table_reader_get_row (EspTableReader *self)
{
  return self->row - 1;
}

/* Says what is wrong with the cell that is looked at: with its line in the first row, which has no number, with row and column behind it */
static RowStatus
fail (EspTableReader  *self,
      EspIoError       code,
      gsize            offset,
      const char      *what,
      GError         **error)
{
  guint column = self->cells->len;
  const char *name = self->names != NULL && column < self->names->len ? g_ptr_array_index (self->names, column) : NULL;

  if (self->row == 0)
    esp_source_set_error (self->source, error, code, offset, what);
  else if (name != NULL)
    /* Translators: FILE:row N, column “x”: what is wrong */
    g_set_error (error, ESP_IO_ERROR, code, _("%s:row %u, column “%s”: %s"), esp_source_get_name (self->source), self->row, name, what);
  else
    g_set_error (error, ESP_IO_ERROR, code, _("%s:row %u, column %u: %s"), esp_source_get_name (self->source), self->row, column + 1, what);

  return ROW_BAD;
}

/* The end of a cell that is taken as it stands */
static gsize
find_end (EspTableReader *self,
          gsize           at)
{
  const char *c = self->text + at;
  const char *end = self->text + self->length;

  while (c < end && *c != self->separator && *c != '\n' && *c != '\r')
    c++;

  return c - self->text;
}

/* A cell in quotes, from behind the first one; *@at becomes the place behind the last one. */
static RowStatus
find_quoted (EspTableReader  *self,
             gsize           *at,
             GError         **error)
{
  EspCell cell = { self->text + *at, 0 };
  gboolean is_doubled = FALSE;
  gsize start = *at;

  while (TRUE)
    {
      const char *quote = memchr (self->text + *at, '"', self->length - *at);

      if (quote == NULL)
        return self->is_last ? fail (self, ESP_IO_ERROR_SYNTAX, start - 1, _("a quote that is opened here is never closed"), error) : ROW_MORE;

      *at = quote - self->text + 1;
      if (*at == self->length && !self->is_last)
        return ROW_MORE;
      if (*at == self->length || self->text[*at] != '"')
        break;
      is_doubled = TRUE;
      (*at)++;
    }

  cell.length = *at - 1 - start;
  for (gsize behind = *at; behind < self->length && self->text[behind] == ' '; behind++)
    *at = behind + 1;
  if (*at < self->length && self->text[*at] != self->separator && self->text[*at] != '\n' && self->text[*at] != '\r')
    {
      *at = find_end (self, *at);
      cell.text--;
      cell.length = *at - (start - 1);
      self->is_loose = TRUE;
      is_doubled = FALSE;
    }

  g_array_append_val (self->cells, cell);
  if (is_doubled)
    {
      guint ix = self->cells->len - 1;

      g_array_append_val (self->doubled, ix);
    }

  return ROW_DONE;
}

static RowStatus
find_plain (EspTableReader *self,
            gsize          *at)
{
  EspCell cell = { self->text + *at, 0 };
  const char *end = self->text + self->length;
  const char *c = cell.text;
  char separator = self->separator;

  while (c < end && *c != separator && *c != '\n' && *c != '\r')
    c++;

  cell.length = c - cell.text;
  *at = c - self->text;
  g_array_append_val (self->cells, cell);

  return ROW_DONE;
}

/* Where the opening quote of a cell stands, blanks before it not counted; @at if the cell has none */
static gsize
find_quote (EspTableReader *self,
            gsize           at)
{
  gsize quote = at;

  while (quote < self->length && self->text[quote] == ' ')
    quote++;

  return quote < self->length && self->text[quote] == '"' ? quote : at;
}

/* Finds the cells of the row at @self->at; *@end becomes the place where the next one begins. */
static RowStatus
find_row (EspTableReader  *self,
          gsize           *end,
          GError         **error)
{
  gsize at = self->at;

  g_array_set_size (self->cells, 0);
  g_array_set_size (self->doubled, 0);
  self->is_loose = FALSE;
  while (TRUE)
    {
      RowStatus status;

      if (at < self->length && self->text[at] == ' ')
        at = find_quote (self, at);

      if (self->cells->len == ESP_IO_MAX_COLUMNS)
        return fail (self, ESP_IO_ERROR_LIMIT, at, _("more than 4,096 columns"), error);
      if (at < self->length && self->text[at] == '"')
        {
          at++;
          status = find_quoted (self, &at, error);
        }
      else
        status = find_plain (self, &at);
      if (status != ROW_DONE)
        return status;

      if (at >= self->length)
        {
          *end = at;
          return self->is_last ? ROW_DONE : ROW_MORE;
        }
      if (self->text[at] != self->separator)
        break;
      at++;
    }

  if (self->text[at] == '\r' && at + 1 == self->length && !self->is_last)
    return ROW_MORE;
  *end = at + 1 + (self->text[at] == '\r' && at + 1 < self->length && self->text[at + 1] == '\n');

  return ROW_DONE;
}

static gboolean
is_ascii (const char *text,
          gsize       length)
{
  guint64 bits = 0;

  for (; length >= 8; text += 8, length -= 8)
    {
      guint64 word;

      memcpy (&word, text, 8);
      bits |= word;
    }
  for (; length > 0; text++, length--)
    bits |= (guint8) *text;

  return !(bits & G_GUINT64_CONSTANT (0x8080808080808080));
}

/* Makes UTF-8 of the cells; they lie in @self->decoded then. */
static void
decode_cells (EspTableReader *self)
{
  gsize at = 0;

  g_string_truncate (self->decoded, 0);
  for (guint i = 0; i < self->cells->len; i++)
    {
      EspCell *cell = &g_array_index (self->cells, EspCell, i);

      esp_windows_1252_append (self->decoded, cell->text, cell->length);
      cell->length = self->decoded->len - at;
      at = self->decoded->len;
    }
  at = 0;
  for (guint i = 0; i < self->cells->len; i++)
    {
      EspCell *cell = &g_array_index (self->cells, EspCell, i);

      cell->text = self->decoded->str + at;
      at += cell->length;
    }
}

static gboolean
check_text (EspTableReader  *self,
            gsize            end,
            GError         **error)
{
  const char *row = self->text + self->at;
  gsize length = end - self->at;
  const char *nul = memchr (row, '\0', length);

  if (nul != NULL)
    {
      g_array_set_size (self->cells, 0);
      fail (self, ESP_IO_ERROR_SYNTAX, nul - self->text, _("this is neither text nor compressed text"), error);
      return FALSE;
    }
  if (is_ascii (row, length))
    return TRUE;

  if (g_utf8_validate_len (row, length, NULL))
    {
      self->n_utf8++;
      return TRUE;
    }

  self->n_1252++;
  decode_cells (self);
  return TRUE;
}

/* Makes one quote of two. */
static void
undouble (EspCell *cell)
{
  char *to = (char *) cell->text;

  for (gsize i = 0; i < cell->length; i++)
    {
      *to++ = cell->text[i];
      if (cell->text[i] == '"')
        i++;
    }
  cell->length = to - cell->text;
}

/* The row at self->at, read on until it is whole */
static gboolean
complete_row (EspTableReader  *self,
              gsize           *end,
              GCancellable    *cancellable,
              GError         **error)
{
  while (TRUE)
    {
      RowStatus status = find_row (self, end, error);

      if (status == ROW_BAD)
        return FALSE;
      if (status == ROW_DONE)
        return TRUE;
      if (!esp_source_fill (self->source, self->at, self->row, cancellable, error))
        return FALSE;
      self->at = 0;
      self->text = esp_source_get_data (self->source, &self->length, &self->is_last);
    }
}

/* Goes behind the lines that begin with #, whatever quotes stand in them; before the first row no other lines do. */
static gboolean
skip_first_comments (EspTableReader  *self,
                     GCancellable    *cancellable,
                     GError         **error)
{
  while (TRUE)
    {
      gsize end = self->at;

      while (end < self->length && self->text[end] != '\n' && self->text[end] != '\r')
        end++;
      if (end < self->length || self->is_last)
        {
          if (end > self->at && self->text[self->at] != '#')
            return TRUE;
          if (end == self->length)
            {
              self->at = end;
              return TRUE;
            }
          self->at = end + 1;
          continue;
        }
      if (!esp_source_fill (self->source, self->at, 0, cancellable, error))
        return FALSE;
      self->at = 0;
      self->text = esp_source_get_data (self->source, &self->length, &self->is_last);
    }
}

static gboolean
is_blank (EspTableReader *self,
          gsize           end)
{
  if (self->skips_comments && self->text[self->at] == '#' && self->cells->len != self->n_columns)
    return TRUE;

  return self->cells->len == 1 && g_array_index (self->cells, EspCell, 0).length == 0 && self->text[self->at] != '"' && end > self->at;
}

/*
 * esp_table_reader_next:
 * @cells: (out) (transfer none) (array length=n_cells): the cells of the row, valid until the next call
 * @n_cells: (out): how many, 0 at the end
 *
 * Reads the next row. Lines without anything in them are no rows, comments are none if esp_table_reader_skip_comments() was called.
 *
 * Time: O(bytes of the row). Memory: none a cell. Errors: #EspIoError, those of the source.
 *
 * Returns: %FALSE with @error set
 */
gboolean
esp_table_reader_next (EspTableReader  *self,
                       const EspCell  **cells,
                       guint           *n_cells,
                       GCancellable    *cancellable,
                       GError         **error)
{
  gsize end = 0;

  *n_cells = 0;
  if (self->skips_comments && self->n_columns == 0 && !skip_first_comments (self, cancellable, error))
    return FALSE;
  do
    {
      self->at = MAX (self->at, end);
      if (self->at == self->length && self->is_last)
        return TRUE;
      if (!complete_row (self, &end, cancellable, error))
        return FALSE;
      if (self->at == self->length)
        return TRUE;
    }
  while (is_blank (self, end));

  if (self->row > ESP_IO_MAX_ROWS)
    {
      fail (self, ESP_IO_ERROR_LIMIT, self->at, _("more than 16,000,000 rows"), error);
      return FALSE;
    }
  if (!check_text (self, end, error))
    return FALSE;
  for (guint i = 0; i < self->doubled->len; i++)
    undouble (&g_array_index (self->cells, EspCell, g_array_index (self->doubled, guint, i)));
  if (self->n_columns == 0)
    self->n_columns = self->cells->len;
  *cells = (const EspCell *) (gpointer) self->cells->data;
  *n_cells = self->cells->len;
  self->at = end;
  self->row++;

  return TRUE;
}
