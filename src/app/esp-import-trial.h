/* esp-import-trial.h — what becomes of the first rows of a foreign table, tried in a worker
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "io/esp-table-preview.h"
#include "organization/esp-findings.h"

G_BEGIN_DECLS

typedef struct _EspImportTrial EspImportTrial;

void            esp_import_trial_async          (EspTablePreview       *preview,
                                                 const EspTableMapping *mapping,
                                                 guint                  generation,
                                                 GAsyncReadyCallback    callback,
                                                 gpointer               user_data);
EspImportTrial *esp_import_trial_finish         (GAsyncResult          *result,
                                                 GError               **error) G_GNUC_WARN_UNUSED_RESULT;
guint           esp_import_trial_get_generation (GAsyncResult          *result);
void            esp_import_trial_free           (EspImportTrial        *self);

const char     *esp_import_trial_get_summary    (EspImportTrial        *self);
GPtrArray      *esp_import_trial_get_problems   (EspImportTrial        *self);
guint           esp_import_trial_get_n_problems (EspImportTrial        *self);
guint           esp_import_trial_get_n_rows     (EspImportTrial        *self);
const char     *esp_import_trial_get_row_title  (EspImportTrial        *self,
                                                 guint                  row);
char           *esp_import_trial_get_row_words  (EspImportTrial        *self,
                                                 guint                  row);
const char     *esp_import_trial_get_row_pill   (EspImportTrial        *self,
                                                 guint                  row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspImportTrial, esp_import_trial_free)

G_END_DECLS
