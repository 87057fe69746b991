/* esp-import-findings.h — what reading a file finds, within limits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "organization/esp-findings.h"

G_BEGIN_DECLS

/**
 * EspImportFindings:
 *
 * Collects into the import findings of an organization. Skipped rows are listed one by one, however many, until the file is refused for them; of values
 * that were kept as written, and of rows with nothing in them, those beyond ESP_IO_MAX_FINDINGS are only counted.
 */
typedef struct
{
  GPtrArray *findings; /* borrowed: of the organization */
  gboolean   is_row;   /* lines are rows of a table */
  guint32    n_values;
  guint32    n_skipped;
  guint32    n_empty;  /* rows with nothing in them */
} EspImportFindings;

void     esp_import_findings_init        (EspImportFindings *self,
                                          EspOrganization   *organization,
                                          gboolean           is_row);
void     esp_import_findings_add         (EspImportFindings *self,
                                          EspFindingKind     kind,
                                          EspSeverity        severity,
                                          EspTable           table,
                                          EspIx              ix,
                                          guint32            line,
                                          const char        *id,
                                          const char        *field,
                                          char              *message,
                                          char              *fix,
                                          EspFixKind         action);
void     esp_import_findings_add_value   (EspImportFindings *self,
                                          EspTable           table,
                                          EspIx              ix,
                                          guint32            line,
                                          const char        *id,
                                          const char        *field,
                                          char              *message,
                                          char              *fix);
gboolean esp_import_findings_add_skipped (EspImportFindings *self,
                                          EspTable           table,
                                          EspIx              ix,
                                          guint32            line,
                                          char              *message,
                                          char              *fix,
                                          GError           **error);
void     esp_import_findings_add_empty   (EspImportFindings *self,
                                          guint32            line);
void     esp_import_findings_end         (EspImportFindings *self);

char    *esp_import_findings_shorten     (const char        *text,
                                          gsize              length);

G_END_DECLS
