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
 * EspFinding:
 * @line: line (JSON) or row (table, header not counted) in the file, from 1; 0 if not known
 * @is_row: @line counts rows
 * @table: where @ix is a row
 * @ix: the row it is about, or %ESP_IX_NONE
 * @id: (nullable): its id as written
 * @field: (nullable): name of the member or column
 * @message: (transfer full): what is wrong, a sentence for people
 * @fix: (nullable): what can be done, a sentence for people
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
