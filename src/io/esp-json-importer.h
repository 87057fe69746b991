/* esp-json-importer.h — foreign JSON to an organization
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "io/esp-json-shape.h"
#include "io/esp-source.h"
#include "io/esp-table-sample.h"

G_BEGIN_DECLS

gboolean        esp_json_looks_like           (const char              *data,
                                               gsize                    length);
gboolean        esp_json_is_document          (EspSource               *source,
                                               gboolean                *is_document,
                                               GCancellable            *cancellable,
                                               GError                 **error);
EspTableSample *esp_json_importer_take_sample (EspSource               *source,
                                               const EspImportOptions  *options,
                                               EspJsonShape           **shape,
                                               EspTableMapping        **mapping,
                                               GCancellable            *cancellable,
                                               GError                 **error);
gboolean        esp_io_read_json              (EspSource               *source,
                                               const EspImportOptions  *options,
                                               EspOrganization         *organization,
                                               EspLoadReport           *report,
                                               GCancellable            *cancellable,
                                               GError                 **error);

G_END_DECLS
