/* esp-table-format.h — how a foreign table is written: separator, header, what stands above it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "io/esp-table-reader.h"

G_BEGIN_DECLS

/**
 * EspTableFormat:
 * @separator: between cells
 * @n_above: rows above the table: titles, “sep=;”
 * @has_comments: lines that begin with # are none of it
 * @has_header: the first row names the columns
 * @n_columns: cells of most rows
 * @share: of the rows, how many have as many
 * @is_told: the only row above is “sep=;”
 */
typedef struct
{
  char     separator;
  guint    n_above;
  gboolean has_comments;
  gboolean has_header;
  guint    n_columns;
  double   share;
  gboolean is_told;
} EspTableFormat;

void            esp_table_format_guess      (const char            *tainted,
                                             gsize                  length,
                                             gboolean               is_whole,
                                             EspTableFormat        *format);
EspTableReader *esp_table_format_new_reader (const EspTableFormat  *format,
                                             EspSource             *source,
                                             GCancellable          *cancellable,
                                             GError               **error);

G_END_DECLS
