/* esp-import-memory.h — what the columns of tables were told to be, remembered for each set of headers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "io/esp-table-preview.h"

G_BEGIN_DECLS

EspTableMapping *esp_import_memory_recall   (EspTablePreview       *preview);
void             esp_import_memory_remember (EspTablePreview       *preview,
                                             const EspTableMapping *mapping);

G_END_DECLS
