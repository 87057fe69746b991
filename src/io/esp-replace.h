/* esp-replace.h — files of this machine replaced as a whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "io/esp-io.h"

G_BEGIN_DECLS

gboolean esp_replace_can_do (const char      *path);
gboolean esp_replace        (const char      *path,
                             const char      *etag,
                             EspIoWriteFunc   write,
                             gpointer         write_data,
                             EspIoReadyFunc   ready,
                             gpointer         ready_data,
                             char           **new_etag,
                             GCancellable    *cancellable,
                             GError         **error);

G_END_DECLS
