/* esp-rows.h — one table of an organization: packed columns and the order of rows; private to the room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "organization/esp-organization.h"

G_BEGIN_DECLS

/* Columns exist from the first value that is not 0. A dead slot keeps its values, so that undo has only to bring it to life. */
typedef struct
{
  guint32 **columns;
  guint     n_columns;
  guint32   n_slots;
  guint32   n_allocated;
  guint8   *dead;         /* bitmap by slot; NULL while none is dead */
  gsize     dead_size;
  EspIx    *order;        /* live slots in document order, with a gap while many of them come or go */
  guint32   n;
  guint32   n_order_allocated;
  guint32   gap;          /* the place before which the gap is */
  guint32   n_gap;
  gboolean  is_unsettled; /* rows have come or gone since the last esp_rows_settle() */
  guint32  *ranks;        /* by slot; made when asked for */
  gboolean  ranks_valid;
  EspIx    *by_id;        /* by EspStr: the lowest live slot of that id */
  guint32   n_by_id;
  GHashTable *twins;      /* EspStr to a set of slots that have or had an id that several had at a time; NULL: there never were any */
} EspRows;

void           esp_rows_init      (EspRows *self,
                                   guint    n_columns);
void           esp_rows_clear     (EspRows *self);
void           esp_rows_reserve   (EspRows *self,
                                   guint32  n);
EspIx          esp_rows_append    (EspRows *self);
guint32        esp_rows_get       (EspRows *self,
                                   EspIx    ix,
                                   EspField field);
void           esp_rows_set       (EspRows *self,
                                   EspIx    ix,
                                   EspField field,
                                   guint32  value);
gboolean       esp_rows_is_dead   (EspRows *self,
                                   EspIx    ix);
void           esp_rows_add       (EspRows *self,
                                   EspIx    ix,
                                   guint32  rank);
void           esp_rows_remove    (EspRows *self,
                                   EspIx    ix,
                                   guint32  rank);
void           esp_rows_move      (EspRows *self,
                                   guint32  from,
                                   guint32  to);
void           esp_rows_settle    (EspRows *self);
const EspIx   *esp_rows_get_order (EspRows *self);
EspIx          esp_rows_get_at    (EspRows *self,
                                   guint32  rank);
const guint32 *esp_rows_get_ranks (EspRows *self);
void           esp_rows_index_ids (EspRows *self,
                                   guint32  n_strings);
EspIx          esp_rows_find      (EspRows *self,
                                   EspStr   id);

G_END_DECLS
