/* esp-json-records.h — foreign JSON to records: the objects of a list, the nodes of a tree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "io/esp-json-shape.h"
#include "io/esp-records.h"

G_BEGIN_DECLS

/**
 * EspRecordSink:
 * @add_column: a column that was not met before; %FALSE with an error without its place: there are too many
 * @take: a record of a list
 * @begin_node: a node begins in that line, in @parent or in nothing (%ESP_IX_NONE); answers its number
 * @end_node: a node has ended
 *
 * Where records go: into a sample, or into an organization.
 */
typedef struct
{
  void     (*add_column) (const char          *name,
                          gpointer             user_data);
  gboolean (*take)       (guint32              line,
                          const EspRecordCell *cells,
                          guint                n_cells,
                          gpointer             user_data,
                          GError             **error);
  EspIx    (*begin_node) (guint32              line,
                          EspIx                parent,
                          gpointer             user_data);
  void     (*end_node)   (EspIx                node,
                          const EspRecordCell *cells,
                          guint                n_cells,
                          gpointer             user_data);
} EspRecordSink;

gboolean esp_json_records_read    (EspSource            *source,
                                   const EspJsonShape   *shape,
                                   const EspRecordSink  *sink,
                                   gpointer              user_data,
                                   GCancellable         *cancellable,
                                   GError              **error);
void     esp_json_tree_find_nodes (EspJsonShape         *shape,
                                   const char           *tainted,
                                   gsize                 length);

G_END_DECLS
