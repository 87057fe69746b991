/* esp-records.h — records of a foreign file (rows of a table, objects of a list, nodes of a tree) to positions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "io/esp-io.h"
#include "io/esp-table-mapping.h"
#include "organization/esp-findings.h"

G_BEGIN_DECLS

typedef struct _EspRecords EspRecords;

typedef enum
{
  ESP_RECORDS_TABLE, /* rows; cells that are empty may be left out */
  ESP_RECORDS_LIST,  /* objects */
  ESP_RECORDS_TREE,  /* objects in objects, which say what reports to what */
} EspRecordsKind;

/**
 * EspRecordCell:
 * @column: which one
 * @text: valid UTF-8, not terminated
 * @length: of @text
 * @is_json: it is a value in JSON that is no text: a number, a list
 *
 * One value of a record.
 */
typedef struct
{
  const char *text;
  guint32     length;
  guint32     column;
  gboolean    is_json;
} EspRecordCell;

EspRecords *esp_records_new          (EspOrganization        *organization,
                                      EspLoadReport          *report,
                                      const EspTableMapping  *mapping,
                                      EspRecordsKind          kind);
void        esp_records_free         (EspRecords             *self);
guint       esp_records_add_column   (EspRecords             *self,
                                      const char             *name,
                                      gsize                   length);
GPtrArray  *esp_records_get_names    (EspRecords             *self);

/* Rows and list elements, one after the other */
gboolean    esp_records_take         (EspRecords             *self,
                                      guint32                 line,
                                      const EspRecordCell    *cells,
                                      guint                   n_cells,
                                      GError                **error);

/* Nodes of a tree: a place when a node begins, its values when it ends */
EspIx       esp_records_begin_node   (EspRecords             *self,
                                      guint32                 line,
                                      EspIx                   parent);
void        esp_records_end_node     (EspRecords             *self,
                                      EspIx                   node,
                                      const EspRecordCell    *cells,
                                      guint                   n_cells);

void        esp_records_note         (EspRecords             *self,
                                      EspSeverity             severity,
                                      guint32                 line,
                                      char                   *message,
                                      char                   *fix);
void        esp_records_end          (EspRecords             *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspRecords, esp_records_free)

G_END_DECLS
