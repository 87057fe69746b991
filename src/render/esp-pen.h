/* esp-pen.h — what a picture is made of, whatever it is written as; private to the room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "render/esp-ink.h"

G_BEGIN_DECLS

typedef struct _EspPen EspPen;

/* Which edges of a rectangle have round corners. */
typedef enum
{
  ESP_CORNERS_NONE   = 0,
  ESP_CORNERS_TOP    = 1 << 0,
  ESP_CORNERS_BOTTOM = 1 << 1,
  ESP_CORNERS_ALL    = ESP_CORNERS_TOP | ESP_CORNERS_BOTTOM,
} EspCorners;

/**
 * EspRun:
 * @style: how it looks
 * @x: where it starts, is centred, or ends, as the style says; from the right where the page is right-to-left
 * @y: the baseline
 * @width: room for each line; what is longer is cut with an ellipsis
 * @text: UTF-8
 * @break_at: byte at which a second line starts; 0 = one line
 * @line_height: from the first baseline to the second
 *
 * One or two lines of text. All coordinates are in world px.
 */
typedef struct
{
  EspWords    style;
  double      x;
  double      y;
  double      width;
  const char *text;
  guint       break_at;
  double      line_height;
} EspRun;

/**
 * EspPenClass:
 *
 * What a format does. Things come back to front; parts between @begin_stamp and @end_stamp are one small picture that recurs at other places, and never
 * have words.
 */
typedef struct
{
  void (*rect)        (EspPen         *self,
                       EspInk          ink,
                       const EspRect  *rect,
                       double          radius,
                       EspCorners      corners);
  void (*line)        (EspPen         *self,
                       EspInk          ink,
                       const EspPoint *points,
                       guint           n_points,
                       double          radius);
  void (*shape)       (EspPen         *self,
                       EspInk          ink,
                       const EspPoint *points,
                       guint           n_points);
  void (*circle)      (EspPen         *self,
                       EspInk          ink,
                       double          x,
                       double          y,
                       double          radius);
  void (*glyph)       (EspPen         *self,
                       EspInk          ink,
                       EspGlyph        glyph,
                       double          x,
                       double          y,
                       double          size);
  void (*words)       (EspPen         *self,
                       const EspRun   *run);
  void (*begin_stamp) (EspPen         *self,
                       double          x,
                       double          y);
  void (*end_stamp)   (EspPen         *self);
} EspPenClass;

struct _EspPen
{
  const EspPenClass *klass;
  const EspStyles   *styles;
  gboolean           is_mirrored; /* words start at the right */
};

static inline void
esp_pen_rect (EspPen        *self,
              EspInk         ink,
              const EspRect *rect,
              double         radius,
              EspCorners     corners)
{
  self->klass->rect (self, ink, rect, radius, corners);
}

static inline void
esp_pen_line (EspPen         *self,
              EspInk          ink,
              const EspPoint *points,
              guint           n_points,
              double          radius)
{
  self->klass->line (self, ink, points, n_points, radius);
}

static inline void
esp_pen_shape (EspPen         *self,
               EspInk          ink,
               const EspPoint *points,
               guint           n_points)
{
  self->klass->shape (self, ink, points, n_points);
}

static inline void
esp_pen_circle (EspPen *self,
                EspInk  ink,
                double  x,
                double  y,
                double  radius)
{
  self->klass->circle (self, ink, x, y, radius);
}

static inline void
esp_pen_glyph (EspPen   *self,
               EspInk    ink,
               EspGlyph  glyph,
               double    x,
               double    y,
               double    size)
{
  self->klass->glyph (self, ink, glyph, x, y, size);
}

static inline void
esp_pen_words (EspPen       *self,
               const EspRun *run)
{
  self->klass->words (self, run);
}

static inline void
esp_pen_begin_stamp (EspPen *self,
                     double  x,
                     double  y)
{
  if (self->klass->begin_stamp != NULL)
    self->klass->begin_stamp (self, x, y);
}

static inline void
esp_pen_end_stamp (EspPen *self)
{
  if (self->klass->end_stamp != NULL)
    self->klass->end_stamp (self);
}

G_END_DECLS
