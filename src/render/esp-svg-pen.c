/* esp-svg-pen.c — SVG as text: one element a line, words as words, what recurs defined once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-render"

#include "render/esp-svg-pen.h"

#include <string.h>

/* Strokes of one ink that follow each other are one path, up to so many bytes a line. */
#define PATH_BYTES 2000

/* Other fonts than the table's are up to so much wider: what might come to lie over its neighbours is told its length. */
#define WIDEST_FONT 1.15

/* What is so little too long is squeezed rather than cut. */
#define SQUEEZE 1.05

/* About what a card takes, so that the text need not grow often */
#define BYTES_A_CARD 350

static EspSvgText *
get_out (EspSvgPen *self)
{
  return self->in_stamp ? &self->stamp : &self->body;
}

void
_esp_svg_pen_end_path (EspSvgPen *self)
{
  if (self->path_ink < 0)
    return;
  esp_svg_text_put (&self->body, "\"/>\n");
  self->path_ink = -1;
}

static EspSvgText *
begin_element (EspSvgPen *self)
{
  _esp_svg_pen_end_path (self);
  return get_out (self);
}

static void
put_class (EspSvgPen  *self,
           EspSvgText *out,
           EspInk      ink)
{
  const char *name = self->pen.styles->inks[ink].name;

  self->used_inks[ink] = TRUE;
  if (*name == '\0')
    return;
  esp_svg_text_put (out, " class=\"");
  esp_svg_text_append (out, name, strlen (name));
  esp_svg_text_put (out, "\"");
}

/* Within a stamp everything is relative to where it stands. */
static gint64
to_x (EspSvgPen *self,
      double     x)
{
  return esp_svg_round (x) - (self->in_stamp ? self->stamp_x : 0);
}

static gint64
to_y (EspSvgPen *self,
      double     y)
{
  return esp_svg_round (y) - (self->in_stamp ? self->stamp_y : 0);
}

static void
put_step (EspSvgText *out,
          char        letter,
          gint64      value)
{
  esp_svg_text_append (out, &letter, 1);
  esp_svg_text_number (out, value);
}

static void
put_pair (EspSvgText *out,
          char        letter,
          gint64      x,
          gint64      y)
{
  put_step (out, letter, x);
  if (y >= 0)
    esp_svg_text_put (out, " ");
  esp_svg_text_number (out, y);
}

/* A quarter of a circle, clockwise, to where dx and dy lead. */
static void
put_arc (EspSvgText *out,
         gint64      radius,
         gint64      dx,
         gint64      dy)
{
  put_step (out, 'a', radius);
  esp_svg_text_put (out, " ");
  esp_svg_text_number (out, radius);
  esp_svg_text_put (out, " 0 0 1 ");
  esp_svg_text_number (out, dx);
  if (dy >= 0)
    esp_svg_text_put (out, " ");
  esp_svg_text_number (out, dy);
}

/* A rectangle some corners of which are round, from its lower left corner upwards. */
static void
put_half_round (EspSvgText *out,
                gint64      x,
                gint64      y,
                gint64      width,
                gint64      height,
                gint64      radius,
                EspCorners  corners)
{
  gint64 top = corners & ESP_CORNERS_TOP ? radius : 0;
  gint64 bottom = corners & ESP_CORNERS_BOTTOM ? radius : 0;

  put_pair (out, 'M', x, y + height - bottom);
  put_step (out, 'v', top + bottom - height);
  if (top > 0)
    put_arc (out, top, top, -top);
  put_step (out, 'h', width - 2 * top);
  if (top > 0)
    put_arc (out, top, top, top);
  put_step (out, 'v', height - top - bottom);
  if (bottom > 0)
    put_arc (out, bottom, -bottom, bottom);
  put_step (out, 'h', 2 * bottom - width);
  if (bottom > 0)
    put_arc (out, bottom, -bottom, -bottom);
  esp_svg_text_put (out, "z");
}

static void
svg_rect (EspPen        *pen,
          EspInk         ink,
          const EspRect *rect,
          double         radius,
          EspCorners     corners)
{
  EspSvgPen *self = (EspSvgPen *) pen;
  EspSvgText *out = begin_element (self);
  gint64 x = to_x (self, rect->x);
  gint64 y = to_y (self, rect->y);

  if (radius > 0.0 && (corners == ESP_CORNERS_TOP || corners == ESP_CORNERS_BOTTOM))
    {
      esp_svg_text_put (out, "<path");
      put_class (self, out, ink);
      esp_svg_text_put (out, " d=\"");
      put_half_round (out, x, y, esp_svg_round (rect->width), esp_svg_round (rect->height), esp_svg_round (radius), corners);
      esp_svg_text_put (out, "\"/>\n");
      return;
    }

  esp_svg_text_put (out, "<rect");
  put_class (self, out, ink);
  esp_svg_text_attribute (out, "x", x);
  esp_svg_text_attribute (out, "y", y);
  esp_svg_text_attribute (out, "width", esp_svg_round (rect->width));
  esp_svg_text_attribute (out, "height", esp_svg_round (rect->height));
  if (radius > 0.0 && corners == ESP_CORNERS_ALL)
    esp_svg_text_attribute (out, "rx", esp_svg_round (radius));
  esp_svg_text_put (out, "/>\n");
}

static void
put_straight (EspSvgText *out,
              gint64      dx,
              gint64      dy)
{
  if (dy == 0)
    put_step (out, 'h', dx);
  else if (dx == 0)
    put_step (out, 'v', dy);
  else
    put_pair (out, 'l', dx, dy);
}

/* Round, and shorter to write than a quarter of a circle, from which nobody can tell it at this size. */
static void
put_bend (EspSvgText *out,
          gint64      in_x,
          gint64      in_y,
          gint64      out_x,
          gint64      out_y)
{
  put_pair (out, 'q', in_x, in_y);
  if (in_x + out_x >= 0)
    esp_svg_text_put (out, " ");
  esp_svg_text_number (out, in_x + out_x);
  if (in_y + out_y >= 0)
    esp_svg_text_put (out, " ");
  esp_svg_text_number (out, in_y + out_y);
}

static gint64
get_sign (gint64 value)
{
  return (value > 0) - (value < 0);
}

/* How much of a corner between two pieces can be round: at most half of the shorter one. */
static gint64
get_corner (const gint64 *before,
            const gint64 *after,
            gint64        radius)
{
  gint64 a = MAX (ABS (before[0]), ABS (before[1])) / 2;
  gint64 b = MAX (ABS (after[0]), ABS (after[1])) / 2;

  if (before[0] * after[0] != 0 || before[1] * after[1] != 0)
    return 0;
  return MIN (radius, MIN (a, b));
}

/* Every piece is horizontal or vertical where corners are round. */
static void
put_polyline (EspSvgPen      *self,
              EspSvgText     *out,
              const EspPoint *points,
              guint           n_points,
              gint64          radius)
{
  gint64 steps[2][2] = { { 0 } };
  gint64 x = to_x (self, points[0].x);
  gint64 y = to_y (self, points[0].y);
  gint64 cut = 0;

  put_pair (out, 'M', x, y);
  for (guint i = 1; i < n_points; i++)
    {
      gint64 *step = steps[i % 2];
      gint64 *next = steps[(i + 1) % 2];
      gint64 corner = 0;

      if (i == 1)
        {
          step[0] = to_x (self, points[1].x) - x;
          step[1] = to_y (self, points[1].y) - y;
        }
      x += step[0];
      y += step[1];
      if (i + 1 < n_points)
        {
          next[0] = to_x (self, points[i + 1].x) - x;
          next[1] = to_y (self, points[i + 1].y) - y;
          corner = get_corner (step, next, radius);
        }
      put_straight (out, step[0] - get_sign (step[0]) * (cut + corner), step[1] - get_sign (step[1]) * (cut + corner));
      if (corner > 0)
        put_bend (out, get_sign (step[0]) * corner, get_sign (step[1]) * corner, get_sign (next[0]) * corner, get_sign (next[1]) * corner);
      cut = corner;
    }
}

static void
svg_line (EspPen         *pen,
          EspInk          ink,
          const EspPoint *points,
          guint           n_points,
          double          radius)
{
  EspSvgPen *self = (EspSvgPen *) pen;
  EspSvgText *out = get_out (self);

  if (self->path_ink == (int) ink && out->length - self->path_start > PATH_BYTES)
    _esp_svg_pen_end_path (self);
  if (self->path_ink != (int) ink)
    {
      _esp_svg_pen_end_path (self);
      self->path_start = out->length;
      esp_svg_text_put (out, "<path");
      put_class (self, out, ink);
      esp_svg_text_put (out, " d=\"");
      self->path_ink = self->in_stamp ? -1 : (int) ink;
    }
  put_polyline (self, out, points, n_points, esp_svg_round (radius));
  if (self->in_stamp)
    esp_svg_text_put (out, "\"/>\n");
}

static void
svg_shape (EspPen         *pen,
           EspInk          ink,
           const EspPoint *points,
           guint           n_points)
{
  EspSvgPen *self = (EspSvgPen *) pen;
  EspSvgText *out = begin_element (self);

  esp_svg_text_put (out, "<path");
  put_class (self, out, ink);
  esp_svg_text_put (out, " d=\"");
  put_polyline (self, out, points, n_points, 0);
  esp_svg_text_put (out, "z\"/>\n");
}

static void
svg_circle (EspPen *pen,
            EspInk  ink,
            double  x,
            double  y,
            double  radius)
{
  EspSvgPen *self = (EspSvgPen *) pen;
  EspSvgText *out = begin_element (self);

  esp_svg_text_put (out, "<circle");
  put_class (self, out, ink);
  esp_svg_text_attribute (out, "cx", to_x (self, x));
  esp_svg_text_attribute (out, "cy", to_y (self, y));
  esp_svg_text_attribute (out, "r", esp_svg_round (radius));
  esp_svg_text_put (out, "/>\n");
}

static void
svg_glyph (EspPen   *pen,
           EspInk    ink,
           EspGlyph  glyph,
           double    x,
           double    y,
           double    size)
{
  EspSvgPen *self = (EspSvgPen *) pen;
  EspSvgText *out = begin_element (self);
  const char *id = esp_glyph_get_path (glyph)->id;
  char scale[G_ASCII_DTOSTR_BUF_SIZE];

  self->used_glyphs[glyph] = TRUE;
  esp_svg_text_put (out, "<use");
  put_class (self, out, ink);
  esp_svg_text_put (out, " href=\"#");
  esp_svg_text_append (out, id, strlen (id));
  esp_svg_text_put (out, "\"");
  if (size == ESP_GLYPH_SIZE)
    {
      esp_svg_text_attribute (out, "x", to_x (self, x));
      esp_svg_text_attribute (out, "y", to_y (self, y));
    }
  else
    {
      esp_svg_text_put (out, " transform=\"translate(");
      esp_svg_text_number (out, to_x (self, x));
      esp_svg_text_put (out, " ");
      esp_svg_text_number (out, to_y (self, y));
      esp_svg_text_put (out, ")scale(");
      g_ascii_formatd (scale, sizeof scale, "%.4g", size / ESP_GLYPH_SIZE);
      esp_svg_text_append (out, scale, strlen (scale));
      esp_svg_text_put (out, ")\"");
    }
  esp_svg_text_put (out, "/>\n");
}

/* Words */

typedef struct
{
  const char *text;
  gsize       length; /* of what fits */
  double      forced; /* length that is told to the reader; 0: none */
  gboolean    is_cut;
} Line;

/* The blank at the end of a first line may hang over the edge. */
static gsize
get_trimmed (const char *text,
             gsize       length)
{
  while (length > 0 && text[length - 1] == ' ')
    length--;
  return length;
}

static void
fit_line (Line               *line,
          const EspWordStyle *style,
          const char         *text,
          gsize               length,
          double              width)
{
  gsize seen = get_trimmed (text, length);
  double taken = esp_text_measure (text, (gssize) seen, style->size, style->is_bold);

  line->text = text;
  line->length = length;
  line->is_cut = taken > width * SQUEEZE;
  if (line->is_cut)
    {
      line->length = esp_text_fit (text, (gssize) seen, style->size, style->is_bold, width);
      taken = esp_text_measure (text, (gssize) line->length, style->size, style->is_bold)
              + esp_text_measure ("…", -1, style->size, style->is_bold);
    }
  line->forced = taken * WIDEST_FONT > width ? MIN (taken, width) : 0.0;
}

static void
put_line (EspSvgText *out,
          const Line *line)
{
  esp_svg_text_escape (out, line->text, (gssize) line->length);
  if (line->is_cut)
    esp_svg_text_put (out, "…");
}

static void
put_forced (EspSvgText *out,
            const Line *line)
{
  if (line->forced > 0.0)
    esp_svg_text_attribute (out, "textLength", (esp_svg_round (line->forced) + ESP_SVG_ONE / 2) / ESP_SVG_ONE * ESP_SVG_ONE);
}

static void
svg_words (EspPen       *pen,
           const EspRun *run)
{
  EspSvgPen *self = (EspSvgPen *) pen;
  EspSvgText *out = begin_element (self);
  const EspWordStyle *style = &pen->styles->words[run->style];
  gsize length = strlen (run->text);
  guint n_lines = run->break_at > 0 && run->break_at < length ? 2 : 1;
  Line lines[2] = { { 0 } };

  self->used_words[run->style] = TRUE;
  fit_line (&lines[0], style, run->text, n_lines == 2 ? run->break_at : length, run->width);
  if (n_lines == 2)
    fit_line (&lines[1], style, run->text + run->break_at, length - run->break_at, run->width);

  esp_svg_text_put (out, "<text");
  if (*style->name != '\0')
    {
      esp_svg_text_put (out, " class=\"");
      esp_svg_text_append (out, style->name, strlen (style->name));
      esp_svg_text_put (out, "\"");
    }
  esp_svg_text_attribute (out, "x", to_x (self, run->x));
  esp_svg_text_attribute (out, "y", to_y (self, run->y));
  if (n_lines == 1)
    put_forced (out, &lines[0]);
  esp_svg_text_put (out, ">");
  if (lines[0].is_cut || lines[1].is_cut)
    {
      esp_svg_text_put (out, "<title>");
      esp_svg_text_escape (out, run->text, (gssize) length);
      esp_svg_text_put (out, "</title>");
    }
  /* the blank between two lines is there for who reads the text as one; at an end that is aligned it must not take room */
  if (n_lines == 2 && pen->is_mirrored && !lines[0].is_cut)
    lines[0].length = get_trimmed (lines[0].text, lines[0].length);
  put_line (out, &lines[0]);
  if (n_lines == 2)
    {
      if (pen->is_mirrored && run->text[run->break_at - 1] == ' ')
        esp_svg_text_put (out, "<tspan class=\"o\"> </tspan>");
      esp_svg_text_put (out, "<tspan");
      esp_svg_text_attribute (out, "x", to_x (self, run->x));
      esp_svg_text_attribute (out, "y", to_y (self, run->y + run->line_height));
      put_forced (out, &lines[1]);
      esp_svg_text_put (out, ">");
      put_line (out, &lines[1]);
      esp_svg_text_put (out, "</tspan>");
    }
  esp_svg_text_put (out, "</text>\n");
}

/* Stamps */

static void
svg_begin_stamp (EspPen *pen,
                 double  x,
                 double  y)
{
  EspSvgPen *self = (EspSvgPen *) pen;

  _esp_svg_pen_end_path (self);
  self->stamp.length = 0;
  self->stamp_x = esp_svg_round (x);
  self->stamp_y = esp_svg_round (y);
  self->in_stamp = TRUE;
}

/* The number of the stamp that was just drawn; defines it if there was none like it. */
static guint
find_stamp (EspSvgPen *self)
{
  guint id;

  esp_svg_text_append (&self->stamp, "", 1);
  id = GPOINTER_TO_UINT (g_hash_table_lookup (self->stamp_ids, self->stamp.data));
  if (id != 0)
    return id;

  id = g_hash_table_size (self->stamp_ids) + 1;
  g_hash_table_insert (self->stamp_ids, g_strdup (self->stamp.data), GUINT_TO_POINTER (id));
  esp_svg_text_put (&self->stamps, "<g id=\"a");
  esp_svg_text_number (&self->stamps, (gint64) id * ESP_SVG_ONE);
  esp_svg_text_put (&self->stamps, "\">\n");
  esp_svg_text_append (&self->stamps, self->stamp.data, self->stamp.length - 1);
  esp_svg_text_put (&self->stamps, "</g>\n");
  return id;
}

static void
svg_end_stamp (EspPen *pen)
{
  EspSvgPen *self = (EspSvgPen *) pen;

  self->in_stamp = FALSE;
  if (self->stamp.length == 0)
    return;
  esp_svg_text_put (&self->body, "<use href=\"#a");
  esp_svg_text_number (&self->body, (gint64) find_stamp (self) * ESP_SVG_ONE);
  esp_svg_text_put (&self->body, "\"");
  esp_svg_text_attribute (&self->body, "x", self->stamp_x);
  esp_svg_text_attribute (&self->body, "y", self->stamp_y);
  esp_svg_text_put (&self->body, "/>\n");
}

static const EspPenClass svg_class = {
  .rect = svg_rect,
  .line = svg_line,
  .shape = svg_shape,
  .circle = svg_circle,
  .glyph = svg_glyph,
  .words = svg_words,
  .begin_stamp = svg_begin_stamp,
  .end_stamp = svg_end_stamp,
};

/**
 * esp_svg_pen_init:
 * @self: (out caller-allocates): a pen
 * @styles: (transfer none): how things look; must outlive the pen
 * @is_mirrored: whether words start at the right
 * @n_cards: how many are expected
 */
void
esp_svg_pen_init (EspSvgPen       *self,
                  const EspStyles *styles,
                  gboolean         is_mirrored,
                  guint32          n_cards)
{
  memset (self, 0, sizeof *self);
  self->pen = (EspPen){ &svg_class, styles, is_mirrored };
  self->path_ink = -1;
  esp_svg_text_init (&self->body);
  esp_svg_text_grow (&self->body, (gsize) n_cards * BYTES_A_CARD);
  esp_svg_text_init (&self->stamps);
  esp_svg_text_init (&self->stamp);
  self->stamp_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
esp_svg_pen_clear (EspSvgPen *self)
{
  esp_svg_text_clear (&self->body);
  esp_svg_text_clear (&self->stamps);
  esp_svg_text_clear (&self->stamp);
  g_clear_pointer (&self->stamp_ids, g_hash_table_unref);
}
