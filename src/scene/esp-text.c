/* esp-text.c — how wide a text is, by a table instead of by a font
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-scene"

#include "scene/esp-card.h"

#include <string.h>

/* Advance widths of U+0020 … U+007E in thousandths of the font size: what humanist sans faces have on average. */
static const guint16 advances[2][95] = {
  {
      270, 330, 440, 750, 610, 970, 740, 260, 350, 350, 480, 710, 290, 390, 290, 340,
      620, 530, 580, 600, 620, 590, 610, 580, 610, 610, 300, 300, 710, 710, 710, 480,
      1000, 660, 660, 670, 740, 610, 570, 740, 740, 280, 350, 630, 530, 860, 750, 770,
      600, 780, 660, 590, 590, 700, 640, 980, 640, 600, 660, 370, 340, 370, 710, 500,
      500, 560, 600, 510, 600, 570, 350, 600, 600, 260, 260, 540, 280, 930, 600, 590,
      600, 600, 390, 490, 380, 600, 540, 800, 530, 540, 490, 500, 300, 500, 710,
  },
  {
      280, 370, 500, 760, 640, 1010, 790, 290, 390, 390, 500, 710, 330, 410, 330, 370,
      660, 580, 620, 640, 660, 630, 650, 610, 650, 650, 340, 340, 710, 710, 710, 510,
      1000, 720, 710, 690, 780, 640, 630, 770, 790, 330, 400, 710, 580, 940, 800, 810,
      670, 810, 710, 650, 640, 750, 710, 1050, 700, 680, 690, 410, 370, 410, 710, 500,
      500, 600, 650, 530, 650, 610, 400, 650, 650, 310, 310, 600, 320, 970, 650, 630,
      650, 650, 450, 540, 430, 640, 580, 870, 570, 580, 540, 550, 320, 550, 710,
  },
};

/* Thousandths of the font size; most characters are in the table. */
static inline guint
get_ascii_advance (guchar   c,
                   gboolean bold)
{
  return c >= 0x20 && c < 0x7f ? advances[bold][c - 0x20] : 0;
}

static guint
get_advance (gunichar c,
             gboolean bold)
{
  if (c < 0x80)
    return get_ascii_advance ((guchar) c, bold);
  if (g_unichar_iszerowidth (c))
    return 0;
  if (g_unichar_iswide (c))
    return 1000;
  if (g_unichar_ispunct (c))
    return c == 0x2026 || c == 0x2014 ? 900 : 450;
  if (g_unichar_isupper (c))
    return bold ? 740 : 690;
  return bold ? 640 : 600;
}

/**
 * esp_text_measure:
 * @text: UTF-8
 * @length: bytes, or -1
 * @size: of the font in px
 * @bold: whether it is a heading
 *
 * Returns: the width in px that the text is taken to have
 */
double
esp_text_measure (const char *text,
                  gssize      length,
                  double      size,
                  gboolean    bold)
{
  const char *end;
  guint sum = 0;

  g_return_val_if_fail (text != NULL, 0.0);

  end = text + (length < 0 ? strlen (text) : (gsize) length);
  while (text < end)
    {
      guchar c = (guchar) *text;

      if (c < 0x80)
        {
          sum += get_ascii_advance (c, bold != FALSE);
          text++;
        }
      else
        {
          sum += get_advance (g_utf8_get_char (text), bold != FALSE);
          text = g_utf8_next_char (text);
        }
    }
  return sum * size / 1000.0;
}

/**
 * esp_text_fit:
 * @text: UTF-8
 * @length: bytes, or -1
 * @size: of the font in px
 * @bold: whether it is a heading
 * @width: room in px
 *
 * Returns: how many bytes of @text fit: all of them, or so many that an ellipsis fits after them; no blank stands before it
 */
gsize
esp_text_fit (const char *text,
              gssize      length,
              double      size,
              gboolean    bold,
              double      width)
{
  gsize n_bytes;
  const char *end, *at;
  double ellipsis, sum = 0.0;
  gsize n_fit = 0;

  g_return_val_if_fail (text != NULL, 0);

  n_bytes = length < 0 ? strlen (text) : (gsize) length;
  if (esp_text_measure (text, (gssize) n_bytes, size, bold) <= width)
    return n_bytes;

  end = text + n_bytes;
  ellipsis = esp_text_measure ("…", -1, size, bold);
  for (at = text; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      sum += get_advance (c, bold != FALSE) * size / 1000.0;
      if (sum + ellipsis > width)
        break;
      if (c != ' ')
        n_fit = (gsize) (g_utf8_next_char (at) - text);
    }
  return n_fit;
}

/**
 * esp_text_break:
 * @text: UTF-8
 * @size: of the font in px
 * @bold: whether it is a heading
 * @width: room in px
 *
 * Breaks a title in two: after the last blank or hyphen that leaves a first line that fits, or after the first one if none does.
 *
 * Returns: the byte at which the second line starts; 0 if the text fits on one line or cannot be broken
 */
gsize
esp_text_break (const char *text,
                double      size,
                gboolean    bold,
                double      width)
{
  gsize at_best = 0;
  guint sum = 0;
  guint room;

  g_return_val_if_fail (text != NULL && size > 0.0, 0);

  room = (guint) MAX (0.0, width / size * 1000.0);
  for (const char *at = text; *at != '\0';)
    {
      guchar c = (guchar) *at;
      const char *next = c < 0x80 ? at + 1 : g_utf8_next_char (at);
      gboolean breaks = (c == ' ' || c == '-' || c == '/') && *next != '\0' && *next != ' ' && at > text;

      /* the blank itself may hang over the edge */
      if (c == ' ' && breaks && (sum <= room || at_best == 0))
        at_best = (gsize) (next - text);
      sum += c < 0x80 ? get_ascii_advance (c, bold != FALSE) : get_advance (g_utf8_get_char (at), bold != FALSE);
      if (c != ' ' && breaks && (sum <= room || at_best == 0))
        at_best = (gsize) (next - text);
      if (sum > room && at_best != 0)
        return at_best;
      at = next;
    }
  return sum > room ? at_best : 0;
}
