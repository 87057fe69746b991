/* esp-line-words.h — the kinds of secondary lines in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "organization/esp-fields.h"

G_BEGIN_DECLS

const char    *esp_line_words_get_name    (EspLineKind kind);
GtkStringList *esp_line_words_create_list (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
