/* esp-svg-text.h — a growing text, and XML and numbers written into it; private to the room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* Numbers are kept in hundredths, so that what is written relative to what was written before never drifts. */
#define ESP_SVG_ONE 100

typedef struct
{
  char *data; /* ends in NUL */
  gsize length;
  gsize size;
} EspSvgText;

void  esp_svg_text_init    (EspSvgText       *self);
void  esp_svg_text_clear   (EspSvgText       *self);
void  esp_svg_text_grow    (EspSvgText       *self,
                            gsize             more);
void  esp_svg_text_escape  (EspSvgText       *self,
                            const char       *text,
                            gssize            length);
void  esp_svg_text_number  (EspSvgText       *self,
                            gint64            hundredths);

static inline void
esp_svg_text_append (EspSvgText *self,
                     const char *bytes,
                     gsize       length)
{
  if (self->size - self->length <= length)
    esp_svg_text_grow (self, length);
  memcpy (self->data + self->length, bytes, length);
  self->length += length;
}

/* For texts whose length the compiler knows. */
#define esp_svg_text_put(self, literal) esp_svg_text_append ((self), "" literal, sizeof (literal) - 1)

/* A number after the name of an attribute */
#define esp_svg_text_attribute(self, name, value) \
  G_STMT_START \
  { \
    esp_svg_text_put ((self), " " name "=\""); \
    esp_svg_text_number ((self), (value)); \
    esp_svg_text_put ((self), "\""); \
  } \
  G_STMT_END

static inline gint64
esp_svg_round (double value)
{
  return (gint64) (value * ESP_SVG_ONE + (value < 0.0 ? -0.5 : 0.5));
}

G_END_DECLS
