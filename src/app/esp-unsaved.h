/* esp-unsaved.h — what would be lost, and the question about several documents at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/esp-window.h"

G_BEGIN_DECLS

char *esp_unsaved_describe (EspDocument     *document) G_GNUC_WARN_UNUSED_RESULT;
void  esp_unsaved_quit     (GtkApplication  *application);

G_END_DECLS
