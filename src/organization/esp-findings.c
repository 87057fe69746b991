/* esp-findings.c — what the data doctor noticed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-organization"

#include "organization/esp-findings.h"

/**
 * esp_finding_new:
 * @kind: what it is
 * @severity: how bad
 * @table: where @ix is a row
 * @ix: the row, or %ESP_IX_NONE
 * @id: (nullable): its id
 * @field: (nullable): the member
 * @message: (transfer full): a sentence for people
 * @fix: (nullable) (transfer full): a sentence for people
 *
 * Returns: (transfer full): a finding without a line
 */
EspFinding *
esp_finding_new (EspFindingKind kind,
                 EspSeverity    severity,
                 EspTable       table,
                 EspIx          ix,
                 const char    *id,
                 const char    *field,
                 char          *message,
                 char          *fix)
{
  EspFinding *finding = g_new0 (EspFinding, 1);

  finding->kind = kind;
  finding->severity = severity;
  finding->table = table;
  finding->ix = ix;
  finding->id = g_strdup (id);
  finding->field = g_strdup (field);
  finding->message = message;
  finding->fix = fix;
  return finding;
}

/**
 * esp_finding_free:
 * @finding: (nullable): a finding
 */
void
esp_finding_free (EspFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->id);
  g_free (finding->field);
  g_free (finding->message);
  g_free (finding->fix);
  g_free (finding);
}

/**
 * esp_finding_kind_to_string:
 * @kind: a kind
 *
 * Returns: its name, as `check --json` prints it
 */
const char *
esp_finding_kind_to_string (EspFindingKind kind)
{
  static const char *const names[] = { "orphan", "ring", "self-report", "duplicate-id", "missing",
                                       "head", "value", "skipped", "offer" };

  g_return_val_if_fail (kind < G_N_ELEMENTS (names), NULL);
  return names[kind];
}

/**
 * esp_severity_to_string:
 * @severity: a severity
 *
 * Returns: its name, as `check --json` prints it
 */
const char *
esp_severity_to_string (EspSeverity severity)
{
  static const char *const names[] = { "note", "warning", "error" };

  g_return_val_if_fail (severity < G_N_ELEMENTS (names), NULL);
  return names[severity];
}
