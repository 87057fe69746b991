/* esp-table-sample.h — the beginning of a table in memory, for guessing what its columns are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/esp-strings.h"
#include "io/esp-table-reader.h"

G_BEGIN_DECLS

/**
 * EspTableSample:
 * @names: (element-type utf8): of the columns; empty where there is none
 * @columns: (element-type GArray): by column, the trimmed cells as #EspStr, ESP_STR_NONE where there is nothing; may be shorter than @n_rows
 * @strings: of the cells
 * @n_rows: rows in the sample
 * @has_header: the names come from the file
 * @is_tree: the rows are nodes, which say themselves what reports to what
 */
typedef struct
{
  GPtrArray  *names;
  GPtrArray  *columns;
  EspStrings *strings;
  guint32     n_rows;
  gboolean    has_header;
  gboolean    is_tree;

  GHashTable *by_name; /* of JSON members: name to column + 1 */
  gsize       n_cells;
} EspTableSample;

EspTableSample *esp_table_sample_new         (void);
void            esp_table_sample_free        (EspTableSample  *self);
guint           esp_table_sample_add_column  (EspTableSample  *self,
                                              const char      *name,
                                              gsize            length);
guint           esp_table_sample_find_member (EspTableSample  *self,
                                              const char      *name);
gboolean        esp_table_sample_begin_row   (EspTableSample  *self);
void            esp_table_sample_set         (EspTableSample  *self,
                                              guint            column,
                                              const char      *text,
                                              gsize            length);
EspStr          esp_table_sample_get         (EspTableSample  *self,
                                              guint32          row,
                                              guint            column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspTableSample, esp_table_sample_free)

G_END_DECLS
