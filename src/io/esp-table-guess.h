/* esp-table-guess.h — which column is what, by what stands in it and by its header
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "io/esp-io.h"
#include "io/esp-table-mapping.h"
#include "io/esp-table-sample.h"

G_BEGIN_DECLS

EspTableMapping *esp_table_guess (EspTableSample          *sample,
                                  const EspImportOptions  *options,
                                  const char              *file,
                                  GError                 **error);

G_END_DECLS
