/* esp-findings.h — what the data doctor noticed, with place, reason and a fix
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "organization/esp-organization.h"

G_BEGIN_DECLS

typedef enum
{
  ESP_FINDING_ORPHAN,         /* reports to, or lies in, what is not in the file */
  ESP_FINDING_RING,           /* two or more that hang from each other; cut at the first */
  ESP_FINDING_SELF_REPORT,
  ESP_FINDING_DUPLICATE_ID,   /* one id on several rows */
  ESP_FINDING_MISSING,        /* a secondary line, head, unit or served unit that does not exist */
  ESP_FINDING_HEAD,           /* a head that is a position of another unit */
  ESP_FINDING_VALUE,          /* a value that the field does not take; kept as written */
  ESP_FINDING_SKIPPED,        /* a row that could not be shown */
  ESP_FINDING_OFFER,          /* what an option could mend: leading zeros, letter case */
} EspFindingKind;

typedef enum
{
  ESP_SEVERITY_NOTE,
  ESP_SEVERITY_WARNING,
  ESP_SEVERITY_ERROR,
} EspSeverity;

/**
 * EspFixKind:
 *
 * What can be done about a finding by itself, as one step of undo: esp_fix_apply().
 */
typedef enum
{
  ESP_FIX_NONE,         /* nothing that is safe */
  ESP_FIX_MAKE_TOP,     /* report to nobody */
  ESP_FIX_IGNORE_ZEROS, /* find managers whose ids differ in leading zeros */
  ESP_FIX_IGNORE_CASE,  /* find managers whose ids differ in letter case */
  ESP_FIX_TAKE_NAME,    /* find managers by the name of who holds the position */
  ESP_FIX_SPLIT,        /* give the later of two rows an id of its own */
  ESP_FIX_REMOVE_LINES, /* take away the secondary lines that lead nowhere */
  ESP_FIX_CLEAR_UNIT,   /* sit in no unit */
  ESP_FIX_MAKE_UNITS,   /* positions that nobody holds are units */
} EspFixKind;

/**
 * EspFinding:
 * @line: line (JSON) or row (table, header not counted) in the file, from 1; 0 if not known
 * @is_row: @line counts rows
 * @table: where @ix is a row
 * @ix: the row it is about, or %ESP_IX_NONE
 * @id: (nullable): its id as written
 * @field: (nullable): name of the member or column
 * @message: (transfer full): what is wrong, a sentence for people
 * @fix: (nullable): what can be done, a sentence for people
 * @action: what can be done by itself
 */
typedef struct
{
  EspFindingKind kind;
  EspSeverity    severity;
  guint32        line;
  gboolean       is_row;
  EspTable       table;
  EspIx          ix;
  char          *id;
  char          *field;
  char          *message;
  char          *fix;
  EspFixKind     action;
} EspFinding;

EspFinding *esp_finding_new            (EspFindingKind   kind,
                                        EspSeverity      severity,
                                        EspTable         table,
                                        EspIx            ix,
                                        const char      *id,
                                        const char      *field,
                                        char            *message,
                                        char            *fix);
void        esp_finding_free           (EspFinding      *finding);
const char *esp_finding_kind_to_string (EspFindingKind   kind);
const char *esp_severity_to_string     (EspSeverity      severity);

/* All findings of the organization as it stands, import findings first. @lines: (nullable): line of each position slot */
GPtrArray  *esp_findings_collect       (EspOrganization *organization,
                                        const guint32   *position_lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspFinding, esp_finding_free)

G_END_DECLS
