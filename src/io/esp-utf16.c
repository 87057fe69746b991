/* esp-utf16.c — UTF-16 and Windows-1252 to UTF-8
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-utf16"

#include "io/esp-utf16.h"

#include <string.h>

/* As much of the beginning as tells a text without a mark */
#define GUESS_BYTES 1024

/*
 * esp_encoding_guess:
 * @tainted: the beginning of a text
 * @mark: (out): how many bytes of it are the mark, no content
 *
 * Without a mark, every second byte of a text in UTF-16 is zero where it is Latin, and separators of tables and brackets are. Windows-1252 is never the answer:
 * it differs from UTF-8 only where that is not valid.
 *
 * Returns: how the text is written
 */
EspEncoding
esp_encoding_guess (const guint8 *tainted,
                    gsize         length,
                    gsize        *mark)
{
  gsize n_pairs = MIN (length, GUESS_BYTES) / 2;
  gsize n_even = 0, n_odd = 0;

  *mark = 0;
  if (length >= 3 && memcmp (tainted, "\xef\xbb\xbf", 3) == 0)
    {
      *mark = 3;
      return ESP_ENCODING_UTF8;
    }
  if (length >= 2 && (memcmp (tainted, "\xff\xfe", 2) == 0 || memcmp (tainted, "\xfe\xff", 2) == 0))
    {
      *mark = 2;
      return tainted[0] == 0xff ? ESP_ENCODING_UTF16_LE : ESP_ENCODING_UTF16_BE;
    }

  for (gsize i = 0; i < n_pairs; i++)
    {
      n_even += tainted[2 * i] == 0;
      n_odd += tainted[2 * i + 1] == 0;
    }
  if (n_pairs > 1 && n_even * 16 <= n_odd && n_odd * 3 > n_pairs)
    return ESP_ENCODING_UTF16_LE;
  if (n_pairs > 1 && n_odd * 16 <= n_even && n_even * 3 > n_pairs)
    return ESP_ENCODING_UTF16_BE;

  return ESP_ENCODING_UTF8;
}

static gunichar
get_unit (EspEncoding   encoding,
          const guint8 *bytes)
{
  return encoding == ESP_ENCODING_UTF16_LE ? bytes[0] | (gunichar) bytes[1] << 8 : bytes[1] | (gunichar) bytes[0] << 8;
}

/*
 * esp_utf16_decode:
 * @is_last: nothing follows @length
 * @utf8: (out): has room for 3 bytes for each 2 of @length, and 3 more
 * @n_read: (out): bytes taken; fewer than @length where a character goes on behind it
 *
 * What is no character (half of a pair, an odd byte at the end) becomes U+FFFD, as it does in every program.
 *
 * Returns: how many bytes @utf8 has got
 */
gsize
esp_utf16_decode (EspEncoding   encoding,
                  const guint8 *tainted,
                  gsize         length,
                  gboolean      is_last,
                  char         *utf8,
                  gsize        *n_read)
{
  gsize at = 0, n = 0;

  while (at < length)
    {
      gunichar unit = 0xfffd;
      gsize n_bytes = 2;

      if (at + 1 == length)
        {
          if (!is_last)
            break;
          n_bytes = 1;
        }
      else
        unit = get_unit (encoding, tainted + at);

      if (unit >= 0xd800 && unit <= 0xdbff)
        {
          gunichar second = 0;

          if (at + 3 >= length && !is_last)
            break;
          if (at + 3 < length)
            second = get_unit (encoding, tainted + at + 2);
          if (second >= 0xdc00 && second <= 0xdfff)
            {
              unit = 0x10000 + ((unit - 0xd800) << 10) + (second - 0xdc00);
              n_bytes = 4;
            }
        }
      if (unit >= 0xd800 && unit <= 0xdfff)
        unit = 0xfffd;

      n += g_unichar_to_utf8 (unit, utf8 + n);
      at += n_bytes;
    }

  *n_read = at;
  return n;
}

/* Appends bytes as Windows reads them; the five that it does not use become control characters, as they do in browsers. */
void
esp_windows_1252_append (GString    *utf8,
                         const char *tainted,
                         gsize       length)
{
  static const guint16 characters[32] = {
    0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d,   0x017d, 0x8f,
    0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178,
  };

  for (gsize i = 0; i < length; i++)
    {
      guint8 byte = tainted[i];

      if (byte < 0x80)
        g_string_append_c (utf8, byte);
      else
        g_string_append_unichar (utf8, byte < 0xa0 ? characters[byte - 0x80] : byte);
    }
}
