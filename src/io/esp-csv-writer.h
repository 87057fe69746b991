/* esp-csv-writer.h — organizations to a table of comma-separated values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "organization/esp-organization.h"

G_BEGIN_DECLS

gboolean esp_io_write_csv (EspOrganization *organization,
                           GOutputStream   *stream,
                           GCancellable    *cancellable,
                           GError         **error);

G_END_DECLS
