/* esp-records-private.h — what the files of the records share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "io/esp-import-findings.h"
#include "io/esp-records.h"

G_BEGIN_DECLS

/**
 * EspRecord:
 * @fields: of the position; %ESP_POSITION_REPORTS_TO is what stands in the cell, one manager or several
 * @name: of the person
 * @link: what managers are named by, if that is not the id
 * @extra: what has no field, as members
 * @has_name: there was a place for a name, even if it was empty
 * @is_empty: no value at all
 *
 * One record, taken apart.
 */
typedef struct
{
  guint32   fields[ESP_POSITION_N_FIELDS];
  EspStr    name;
  EspStr    link;
  GString  *extra;
  gboolean  has_name;
  gboolean  is_empty;
} EspRecord;

/* A secondary line, or a further manager, as it stands in a cell; or who reports to the position */
typedef struct
{
  EspIx       position;
  EspLineKind kind;
  EspStr      to;
  EspStr      extra;
  gboolean    is_below; /* @to reports to @position */
} EspRecordLine;

/* A further person in a position that is there already */
typedef struct
{
  EspIx  position;
  EspStr name;
  EspStr share;
  EspStr extra;
} EspRecordHolder;

struct _EspRecords
{
  EspOrganization   *organization; /* borrowed */
  EspStrings        *strings;      /* borrowed: of the organization */
  EspLoadReport     *report;       /* borrowed */
  EspTableMapping   *mapping;
  EspImportFindings  findings;
  gboolean           is_table;
  gboolean           is_tree;

  GArray            *uses;         /* by column: bits of EspColumnUse */
  GPtrArray         *names;        /* by column: as the file has it */
  GPtrArray         *member_names; /* by column: as a member, in quotes */
  GHashTable        *taken_names;  /* of member_names */

  EspRecord          record;       /* the one that is read */
  EspStr             last_extra;   /* of the record before */
  GString           *scratch;
  GArray            *new_lines;    /* of EspRecordLine: of the record that is read */

  GArray            *first_by_id;  /* by EspStr: position + 1 */
  GArray            *unit_rows;    /* by EspStr: unit + 1 */
  GArray            *by_link;      /* by EspStr: position + 1, if links are not ids */
  GArray            *link_is_twice; /* by EspStr: of guint8 */
  GArray            *parents;      /* by position: of a tree */
  GArray            *lines;        /* of EspRecordLine */
  GArray            *holders;      /* of EspRecordHolder */
  GArray            *merged;       /* of EspStr: ids of rows that went into others */
  guint32            n_without_id;
  gboolean           has_people;   /* names are told, if only of vacancies */
};

gboolean  esp_record_read         (EspRecords          *self,
                                   const EspRecordCell *cells,
                                   guint                n_cells,
                                   EspIx                position,
                                   guint32              line);
guint32  *esp_records_slot        (GArray              *by_str,
                                   EspStr               str);
EspIx     esp_records_append      (EspRecords          *self,
                                   guint32              line);
void      esp_records_load        (EspRecords          *self,
                                   EspIx                position);
void      esp_records_merge       (EspRecords          *self,
                                   EspIx                first,
                                   guint32              line,
                                   EspIx               *position);
void      esp_records_link        (EspRecords          *self);
void      esp_records_add_lists   (EspRecords          *self);

G_END_DECLS
