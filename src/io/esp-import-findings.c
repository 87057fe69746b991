/* esp-import-findings.c — what reading a file finds, within limits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-import-findings"

#include "io/esp-import-findings.h"

#include "core/esp-i18n.h"
#include "io/esp-io-limits.h"
#include "io/esp-io.h"

/* As much of a value as a message shows, in bytes */
#define SHOWN_BYTES 40

void
esp_import_findings_init (EspImportFindings *self,
                          EspOrganization   *organization,
                          gboolean           is_row)
{
  *self = (EspImportFindings) { .findings = esp_organization_get_import_findings (organization), .is_row = is_row };
}

/*
 * esp_import_findings_add:
 * @line: line or row
 * @message: (transfer full): what was found
 * @fix: (transfer full) (nullable): what can be done
 *
 * Lists what was found; beyond ESP_IO_MAX_FINDINGS it is only counted.
 */
void
esp_import_findings_add (EspImportFindings *self,
                         EspFindingKind     kind,
                         EspSeverity        severity,
                         EspTable           table,
                         EspIx              ix,
                         guint32            line,
                         const char        *id,
                         const char        *field,
                         char              *message,
                         char              *fix,
                         EspFixKind         action)
{
  EspFinding *finding;

  self->n_values++;
  if (self->n_values > ESP_IO_MAX_FINDINGS)
    {
      g_free (message);
      g_free (fix);
      return;
    }

  finding = esp_finding_new (kind, severity, table, ix, id, field, message, fix);
  finding->line = line;
  finding->is_row = self->is_row;
  finding->action = action;
  g_ptr_array_add (self->findings, finding);
}

/*
 * esp_import_findings_add_value:
 * @line: line or row
 * @message: (transfer full): what is wrong with the value
 * @fix: (transfer full) (nullable): what would be right
 */
void
esp_import_findings_add_value (EspImportFindings *self,
                               EspTable           table,
                               EspIx              ix,
                               guint32            line,
                               const char        *id,
                               const char        *field,
                               char              *message,
                               char              *fix)
{
  esp_import_findings_add (self, ESP_FINDING_VALUE, ESP_SEVERITY_WARNING, table, ix, line, id, field, message, fix, ESP_FIX_NONE);
}

/*
 * esp_import_findings_add_skipped:
 *
 * Lists a row that is not shown.
 *
 * Returns: %FALSE with @error (without its place) if there are too many of them: the file is not what it is taken for
 */
gboolean
esp_import_findings_add_skipped (EspImportFindings *self,
                                 EspTable           table,
                                 EspIx              ix,
                                 guint32            line,
                                 char              *message,
                                 char              *fix,
                                 GError           **error)
{
  EspFinding *finding = esp_finding_new (ESP_FINDING_SKIPPED, ESP_SEVERITY_ERROR, table, ix, NULL, "id", message, fix);

  finding->line = line;
  finding->is_row = self->is_row;
  g_ptr_array_add (self->findings, finding);
  self->n_skipped++;
  if (self->n_skipped <= ESP_IO_MAX_FINDINGS)
    return TRUE;

  g_set_error (error, ESP_IO_ERROR, ESP_IO_ERROR_LIMIT, _("more than %u entries are not shown: this is not an organization"), ESP_IO_MAX_FINDINGS);
  return FALSE;
}

/* Lists a row with nothing in it: spreadsheets write a million of them below a table. */
void
esp_import_findings_add_empty (EspImportFindings *self,
                               guint32            line)
{
  EspFinding *finding;

  self->n_empty++;
  if (self->n_empty > ESP_IO_MAX_FINDINGS)
    return;

  finding = esp_finding_new (ESP_FINDING_SKIPPED, ESP_SEVERITY_ERROR, ESP_TABLE_POSITIONS, ESP_IX_NONE, NULL, "id",
                             g_strdup (_("There is nothing in it; it is not shown.")), NULL);
  finding->line = line;
  finding->is_row = self->is_row;
  g_ptr_array_add (self->findings, finding);
}

/* Says how many findings were only counted. */
void
esp_import_findings_end (EspImportFindings *self)
{
  guint32 n_more = self->n_values > ESP_IO_MAX_FINDINGS ? self->n_values - ESP_IO_MAX_FINDINGS : 0;
  guint32 n_empty = self->n_empty > ESP_IO_MAX_FINDINGS ? self->n_empty - ESP_IO_MAX_FINDINGS : 0;
  char *message;

  if (n_empty > 0)
    {
      message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u further row has nothing in it and is not shown.",
                                              "%u further rows have nothing in them and are not shown.", n_empty), n_empty);
      g_ptr_array_add (self->findings, esp_finding_new (ESP_FINDING_SKIPPED, ESP_SEVERITY_ERROR, ESP_TABLE_DOCUMENT, ESP_IX_NONE, NULL, NULL, message, NULL));
    }
  if (n_more == 0)
    return;

  message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u further value was kept as written.", "%u further values were kept as written.", n_more), n_more);
  g_ptr_array_add (self->findings,
                   esp_finding_new (ESP_FINDING_VALUE, ESP_SEVERITY_WARNING, ESP_TABLE_DOCUMENT, ESP_IX_NONE, NULL, NULL, message, NULL));
}

/* Returns: (transfer full): the beginning of @text, which is UTF-8, on one line */
char *
esp_import_findings_shorten (const char *text,
                             gsize       length)
{
  gsize n = MIN (length, SHOWN_BYTES);
  char *shown;

  while (n < length && n > 0 && ((guint8) text[n] & 0xc0) == 0x80)
    n--;
  shown = n < length ? g_strdup_printf ("%.*s…", (int) n, text) : g_strndup (text, n);

  return g_strdelimit (shown, "\r\n\t", ' ');
}
