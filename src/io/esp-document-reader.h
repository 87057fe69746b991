/* esp-document-reader.h — our own format to an organization
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "io/esp-io.h"
#include "io/esp-source.h"

G_BEGIN_DECLS

gboolean esp_io_read_document (EspSource       *source,
                            EspOrganization *organization,
                            EspLoadReport   *report,
                            GCancellable    *cancellable,
                            GError         **error);

G_END_DECLS
