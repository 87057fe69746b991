/* esp-table-reader.h — the bytes of a table to rows of cells
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "io/esp-source.h"

G_BEGIN_DECLS

typedef struct _EspTableReader EspTableReader;

/**
 * EspCell:
 * @text: valid UTF-8 without NUL, not terminated
 * @length: in bytes
 *
 * One cell, without its quotes.
 */
typedef struct
{
  const char *text;
  gsize       length;
} EspCell;

EspTableReader *esp_table_reader_new     (EspSource       *source,
                                          char             separator);
void            esp_table_reader_free    (EspTableReader  *self);

void            esp_table_reader_skip_comments (EspTableReader *self);
gboolean        esp_table_reader_skip_rows     (EspTableReader *self,
                                                guint           n,
                                                GCancellable   *cancellable,
                                                GError        **error);
void            esp_table_reader_set_names     (EspTableReader *self,
                                                GPtrArray      *names);

gboolean        esp_table_reader_next    (EspTableReader  *self,
                                          const EspCell  **cells,
                                          guint           *n_cells,
                                          GCancellable    *cancellable,
                                          GError         **error);
guint32         esp_table_reader_get_row (EspTableReader  *self);
gboolean        esp_table_reader_is_loose (EspTableReader *self);
gboolean        esp_table_reader_is_mixed (EspTableReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspTableReader, esp_table_reader_free)

G_END_DECLS
