/* esp-table-importer.h — foreign tables to an organization
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "io/esp-source.h"
#include "io/esp-table-format.h"
#include "io/esp-table-sample.h"

G_BEGIN_DECLS

EspTableSample *esp_table_importer_take_sample (EspSource               *source,
                                                EspTableFormat          *format,
                                                GCancellable            *cancellable,
                                                GError                 **error);
gboolean        esp_io_read_table              (EspSource               *source,
                                                const EspImportOptions  *options,
                                                EspOrganization         *organization,
                                                EspLoadReport           *report,
                                                GCancellable            *cancellable,
                                                GError                 **error);

G_END_DECLS
