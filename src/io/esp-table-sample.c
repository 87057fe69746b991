/* esp-table-sample.c — the beginning of a table in memory, for guessing what its columns are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-table-sample"

#include "io/esp-table-sample.h"

#include <string.h>

#include "io/esp-io-limits.h"
#include "io/esp-table-words.h"

/* Cells that are looked at: sixteen megabytes of numbers */
#define MAX_CELLS (4u << 20)

EspTableSample *
esp_table_sample_new (void)
{
  EspTableSample *self = g_new0 (EspTableSample, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->strings = esp_strings_new ();
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
esp_table_sample_free (EspTableSample *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->columns);
  esp_strings_free (self->strings);
  g_free (self);
}

/* Returns: the number of the new column */
guint
esp_table_sample_add_column (EspTableSample *self,
                             const char     *name,
                             gsize           length)
{
  const char *text = esp_words_trim (name, &length);

  g_ptr_array_add (self->names, g_strndup (text, length));
  g_ptr_array_add (self->columns, g_array_new (FALSE, TRUE, sizeof (EspStr)));

  return self->names->len - 1;
}

/* Returns: the column of that name, which is added if there is none; G_MAXUINT if there are too many */
guint
esp_table_sample_find_member (EspTableSample *self,
                              const char     *name)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_name, name));

  if (found > 0)
    return found - 1;

  if (self->names->len == ESP_IO_MAX_COLUMNS)
    return G_MAXUINT;

  found = esp_table_sample_add_column (self, name, strlen (name));
  g_hash_table_insert (self->by_name, g_strdup (name), GUINT_TO_POINTER (found + 1));

  return found;
}

/* Returns: %FALSE if the sample is as large as samples get; then there is no new row */
gboolean
esp_table_sample_begin_row (EspTableSample *self)
{
  if (self->n_cells > MAX_CELLS)
    return FALSE;

  self->n_rows++;
  self->n_cells++;
  return TRUE;
}

/* Sets a cell of the row begun last, unless the sample has become too large for it. */
void
esp_table_sample_set (EspTableSample *self,
                      guint           column,
                      const char     *text,
                      gsize           length)
{
  GArray *cells;

  text = esp_words_unwrap (esp_words_trim (text, &length), &length);
  if (length == 0 || column >= self->columns->len)
    return;

  cells = g_ptr_array_index (self->columns, column);
  if (self->n_cells + (self->n_rows - cells->len) > 2 * MAX_CELLS)
    return;

  self->n_cells += self->n_rows - cells->len;
  g_array_set_size (cells, self->n_rows);
  g_array_index (cells, EspStr, self->n_rows - 1) = esp_strings_intern (self->strings, text, length);
}

EspStr
esp_table_sample_get (EspTableSample *self,
                      guint32         row,
                      guint           column)
{
  GArray *cells = g_ptr_array_index (self->columns, column);

  return row < cells->len ? g_array_index (cells, EspStr, row) : ESP_STR_NONE;
}
