/* esp-utf16.h — UTF-16 and Windows-1252 to UTF-8
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ESP_ENCODING_UTF8,
  ESP_ENCODING_UTF16_LE,
  ESP_ENCODING_UTF16_BE,
  ESP_ENCODING_WINDOWS_1252,
} EspEncoding;

EspEncoding esp_encoding_guess            (const guint8 *tainted,
                                           gsize         length,
                                           gsize        *mark);
gsize       esp_utf16_decode              (EspEncoding   encoding,
                                           const guint8 *tainted,
                                           gsize         length,
                                           gboolean      is_last,
                                           char         *utf8,
                                           gsize        *n_read);
void        esp_windows_1252_append       (GString      *utf8,
                                           const char   *tainted,
                                           gsize         length);

G_END_DECLS
