/* esp-svg-text.c — a growing text, XML's rules for characters, the shortest numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-render"

#include "render/esp-svg-text.h"

#include <string.h>

#define FIRST_SIZE 4096
#define REPLACEMENT "\357\277\275" /* U+FFFD */

void
esp_svg_text_init (EspSvgText *self)
{
  self->data = g_malloc (FIRST_SIZE);
  self->size = FIRST_SIZE;
  self->length = 0;
}

void
esp_svg_text_clear (EspSvgText *self)
{
  g_clear_pointer (&self->data, g_free);
  self->size = 0;
  self->length = 0;
}

/* Makes room for @more bytes and a NUL. */
void
esp_svg_text_grow (EspSvgText *self,
                   gsize       more)
{
  while (self->size - self->length <= more)
    self->size *= 2;
  self->data = g_realloc (self->data, self->size);
}

/* Bytes of UTF-8 that have to be looked at: what means something in XML, what XML forbids, and the start of U+F000 … U+FFFF. */
static inline gboolean
is_special (guchar c)
{
  return c < 0x20 || c == '&' || c == '<' || c == '>' || c == '"' || c == 0x7f || c == 0xef;
}

/**
 * esp_svg_text_escape:
 * @self: a text
 * @text: UTF-8
 * @length: bytes, or -1
 *
 * Appends @text so that it can stand in an element or between double quotes. White space becomes blanks; what XML forbids becomes U+FFFD.
 */
void
esp_svg_text_escape (EspSvgText *self,
                     const char *text,
                     gssize      length)
{
  const guchar *at = (const guchar *) text;
  const guchar *end = at + (length < 0 ? strlen (text) : (gsize) length);

  while (at < end)
    {
      const guchar *from = at;

      while (at < end && !is_special (*at))
        at++;
      esp_svg_text_append (self, (const char *) from, (gsize) (at - from));
      if (at == end)
        return;

      switch (*at)
        {
        case '&':
          esp_svg_text_put (self, "&amp;");
          break;
        case '<':
          esp_svg_text_put (self, "&lt;");
          break;
        case '>':
          esp_svg_text_put (self, "&gt;");
          break;
        case '"':
          esp_svg_text_put (self, "&quot;");
          break;
        case '\t':
        case '\n':
        case '\r':
          esp_svg_text_put (self, " ");
          break;
        case 0xef:
          if (end - at >= 3 && at[1] == 0xbf && at[2] >= 0xbe)
            esp_svg_text_put (self, REPLACEMENT);
          else
            esp_svg_text_append (self, (const char *) at, (gsize) MIN (end - at, 3));
          at += MIN (end - at, 3) - 1;
          break;
        default:
          esp_svg_text_put (self, REPLACEMENT);
          break;
        }
      at++;
    }
}

/**
 * esp_svg_text_number:
 * @self: a text
 * @hundredths: a number times 100
 *
 * Appends the number in its shortest form, the same in every locale.
 */
void
esp_svg_text_number (EspSvgText *self,
                     gint64      hundredths)
{
  char digits[24];
  char *at = digits + sizeof digits;
  guint64 size = (guint64) ABS (hundredths);
  guint64 whole = size / ESP_SVG_ONE;
  guint part = (guint) (size - whole * ESP_SVG_ONE);

  if (part != 0)
    {
      if (part % 10 != 0)
        *--at = (char) ('0' + part % 10);
      *--at = (char) ('0' + part / 10);
      *--at = '.';
    }
  if (whole != 0 || part == 0)
    {
      guint32 rest;

      for (; whole > G_MAXUINT32; whole /= 10)
        *--at = (char) ('0' + whole % 10);
      rest = (guint32) whole; /* divides faster */
      do
        *--at = (char) ('0' + rest % 10);
      while ((rest /= 10) != 0);
    }
  if (hundredths < 0)
    *--at = '-';
  esp_svg_text_append (self, at, (gsize) (digits + sizeof digits - at));
}
