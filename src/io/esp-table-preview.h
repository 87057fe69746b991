/* esp-table-preview.h — a foreign file before it is opened: its columns, what they seem to be, and what would become of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "io/esp-io.h"

G_BEGIN_DECLS

/**
 * EspTablePreview:
 *
 * The beginning of a file (some megabytes, mostly all of it), looked at. Never changes; any thread may use it.
 */
typedef struct _EspTablePreview EspTablePreview;

EspTablePreview       *esp_table_preview_new             (GFile                  *file,
                                                          GCancellable           *cancellable,
                                                          GError                **error) G_GNUC_WARN_UNUSED_RESULT;
EspTablePreview       *esp_table_preview_new_for_bytes   (GBytes                 *bytes,
                                                          const char             *name,
                                                          GError                **error) G_GNUC_WARN_UNUSED_RESULT;
EspTablePreview       *esp_table_preview_ref             (EspTablePreview        *self);
void                   esp_table_preview_unref           (EspTablePreview        *self);

gboolean               esp_table_preview_is_ours         (EspTablePreview        *self);
gboolean               esp_table_preview_is_whole        (EspTablePreview        *self);
gboolean               esp_table_preview_is_tree         (EspTablePreview        *self);
const EspTableMapping *esp_table_preview_get_guess       (EspTablePreview        *self);
guint                  esp_table_preview_get_n_columns   (EspTablePreview        *self);
const char            *esp_table_preview_get_column_name (EspTablePreview        *self,
                                                          guint                   column);
guint32                esp_table_preview_get_n_rows      (EspTablePreview        *self);
const char            *esp_table_preview_get_cell        (EspTablePreview        *self,
                                                          guint32                 row,
                                                          guint                   column);
char                  *esp_table_preview_get_key         (EspTablePreview        *self);
EspOrganization       *esp_table_preview_apply           (EspTablePreview        *self,
                                                          const EspTableMapping  *mapping,
                                                          EspLoadReport         **report,
                                                          GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspTablePreview, esp_table_preview_unref)

G_END_DECLS
