/* esp-cairo-pen.c — the same picture by cairo and Pango, for PNG, PDF and the clipboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-render"

#include "render/esp-cairo-pen.h"

#include <math.h>
#include <string.h>

#define FAMILIES "Cantarell,Inter,Adwaita Sans,DejaVu Sans,sans-serif"

/* Words smaller than this on a raster cannot be told from dirt. */
#define SMALLEST_WORDS 1.5

/* Corners rounder than this are drawn round, others square. */
#define SMALLEST_CORNER 4.0

/* What is set to find out how wide a font is beside the table of the scene; a font is made narrower by so much at most. */
#define SPECIMEN "Senior Technical Program Manager, Infrastructure and Operations"
#define NARROWEST 0.8

#define KAPPA 0.5522847498 /* of a quarter of a circle as a Bézier curve */

static void
set_color (cairo_t *cr,
           guint32  color)
{
  cairo_set_source_rgb (cr, ((color >> 16) & 0xff) / 255.0, ((color >> 8) & 0xff) / 255.0, (color & 0xff) / 255.0);
}

/* Never thinner than a pixel on a raster. */
static double
get_width (EspCairoPen       *self,
           const EspInkStyle *style)
{
  return self->is_raster ? MAX (style->width, 1.0 / self->scale) : style->width;
}

/* Fills and strokes the path that was just made. */
static void
paint (EspCairoPen *self,
       EspInk       ink)
{
  const EspInkStyle *style = &self->pen.styles->inks[ink];

  if (style->has_fill)
    {
      set_color (self->cr, style->fill);
      if (style->has_stroke)
        cairo_fill_preserve (self->cr);
      else
        cairo_fill (self->cr);
    }
  if (style->has_stroke)
    {
      set_color (self->cr, style->stroke);
      cairo_set_line_width (self->cr, get_width (self, style));
      cairo_set_dash (self->cr, style->dash, (int) style->n_dash, 0.0);
      cairo_stroke (self->cr);
    }
}

static void
add_corner (cairo_t *cr,
            double   x,
            double   y,
            double   radius,
            int      quarter)
{
  cairo_arc (cr, x, y, radius, (quarter - 1) * G_PI_2, quarter * G_PI_2);
}

void
esp_cairo_add_rounded (cairo_t       *cr,
                       const EspRect *box,
                       double         radius,
                       EspCorners     corners)
{
  double top = corners & ESP_CORNERS_TOP ? radius : 0.0;
  double bottom = corners & ESP_CORNERS_BOTTOM ? radius : 0.0;

  cairo_new_sub_path (cr);
  add_corner (cr, box->x + box->width - top, box->y + top, top, 0);
  add_corner (cr, box->x + box->width - bottom, box->y + box->height - bottom, bottom, 1);
  add_corner (cr, box->x + bottom, box->y + box->height - bottom, bottom, 2);
  add_corner (cr, box->x + top, box->y + top, top, 3);
  cairo_close_path (cr);
}

/* The stroke of a box lies inside of its edge. */
static void
cairo_pen_rect (EspPen        *pen,
                EspInk         ink,
                const EspRect *rect,
                double         radius,
                EspCorners     corners)
{
  EspCairoPen *self = (EspCairoPen *) pen;
  const EspInkStyle *style = &pen->styles->inks[ink];
  double inset = style->has_stroke ? get_width (self, style) / 2.0 : 0.0;
  EspRect box = esp_rect_grow (rect, -MIN (inset, MIN (rect->width, rect->height) / 4.0));

  if (radius > 0.0 && corners != ESP_CORNERS_NONE)
    esp_cairo_add_rounded (self->cr, &box, MIN (radius - inset, MIN (box.width, box.height) / 2.0), corners);
  else
    cairo_rectangle (self->cr, box.x, box.y, box.width, box.height);
  paint (self, ink);
}

/* Puts the middle of a stroke where its edges fall between device pixels. */
static EspPoint
snap (EspCairoPen *self,
      double       device_width,
      EspPoint     point)
{
  double shift = fmod (round (device_width), 2.0) == 1.0 ? 0.5 : 0.0;

  if (!self->is_raster)
    return point;
  cairo_user_to_device (self->cr, &point.x, &point.y);
  point.x = round (point.x - shift) + shift;
  point.y = round (point.y - shift) + shift;
  cairo_device_to_user (self->cr, &point.x, &point.y);
  return point;
}

/* Rounds the corner at @b on the way from @a to @c, to at most half of either piece. */
static void
add_bend (cairo_t        *cr,
          const EspPoint *a,
          const EspPoint *b,
          const EspPoint *c,
          double          radius)
{
  double before = hypot (b->x - a->x, b->y - a->y);
  double after = hypot (c->x - b->x, c->y - b->y);
  double r = MIN (radius, MIN (before, after) / 2.0);
  EspPoint in, out;

  if (r <= 0.0)
    {
      cairo_line_to (cr, b->x, b->y);
      return;
    }
  in = (EspPoint){ (b->x - a->x) / before, (b->y - a->y) / before };
  out = (EspPoint){ (c->x - b->x) / after, (c->y - b->y) / after };
  cairo_line_to (cr, b->x - in.x * r, b->y - in.y * r);
  cairo_curve_to (cr, b->x - in.x * r * (1 - KAPPA), b->y - in.y * r * (1 - KAPPA),
                  b->x + out.x * r * (1 - KAPPA), b->y + out.y * r * (1 - KAPPA), b->x + out.x * r, b->y + out.y * r);
}

static void
cairo_pen_line (EspPen         *pen,
                EspInk          ink,
                const EspPoint *points,
                guint           n_points,
                double          radius)
{
  EspCairoPen *self = (EspCairoPen *) pen;
  double device_width = get_width (self, &pen->styles->inks[ink]) * self->scale;
  EspPoint before, at, after;

  if (self->is_raster && radius * self->scale < SMALLEST_CORNER)
    radius = 0.0;

  before = snap (self, device_width, points[0]);
  at = n_points > 1 ? snap (self, device_width, points[1]) : before;
  cairo_move_to (self->cr, before.x, before.y);
  for (guint i = 2; i < n_points; i++)
    {
      after = snap (self, device_width, points[i]);
      add_bend (self->cr, &before, &at, &after, radius);
      before = at;
      at = after;
    }
  cairo_line_to (self->cr, at.x, at.y);
  paint (self, ink);
}

static void
cairo_pen_shape (EspPen         *pen,
                 EspInk          ink,
                 const EspPoint *points,
                 guint           n_points)
{
  EspCairoPen *self = (EspCairoPen *) pen;

  for (guint i = 0; i < n_points; i++)
    cairo_line_to (self->cr, points[i].x, points[i].y);
  cairo_close_path (self->cr);
  paint (self, ink);
}

static void
cairo_pen_circle (EspPen *pen,
                  EspInk  ink,
                  double  x,
                  double  y,
                  double  radius)
{
  EspCairoPen *self = (EspCairoPen *) pen;

  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, x, y, radius, 0, 2 * G_PI);
  paint (self, ink);
}

static void
add_glyph_path (cairo_t    *cr,
                const char *path)
{
  double at[6];
  char step;

  while ((step = esp_glyph_path_next (&path, at)) != '\0')
    {
      if (step == 'M')
        cairo_move_to (cr, at[0], at[1]);
      else if (step == 'L')
        cairo_line_to (cr, at[0], at[1]);
      else if (step == 'C')
        cairo_curve_to (cr, at[0], at[1], at[2], at[3], at[4], at[5]);
      else
        cairo_close_path (cr);
    }
}

static void
cairo_pen_glyph (EspPen   *pen,
                 EspInk    ink,
                 EspGlyph  glyph,
                 double    x,
                 double    y,
                 double    size)
{
  EspCairoPen *self = (EspCairoPen *) pen;
  const EspGlyphPath *path = esp_glyph_get_path (glyph);

  cairo_save (self->cr);
  cairo_translate (self->cr, x, y);
  cairo_scale (self->cr, size / ESP_GLYPH_SIZE, size / ESP_GLYPH_SIZE);
  set_color (self->cr, pen->styles->inks[ink].fill);
  cairo_set_fill_rule (self->cr, CAIRO_FILL_RULE_EVEN_ODD);
  add_glyph_path (self->cr, path->fill);
  cairo_fill (self->cr);
  cairo_set_line_width (self->cr, 1.5);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (self->cr, NULL, 0, 0.0);
  add_glyph_path (self->cr, path->stroke);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

/* Words */

/* How much smaller a font is set so that it takes the room that the table of the scene says. */
static double
get_fit (PangoLayout        *layout,
         const EspWordStyle *style)
{
  double expected = esp_text_measure (SPECIMEN, -1, style->size, style->is_bold);
  int width;

  pango_layout_set_text (layout, SPECIMEN, -1);
  pango_layout_get_size (layout, &width, NULL);
  return width > 0 ? CLAMP (expected * PANGO_SCALE / width, NARROWEST, 1.0) : 1.0;
}

static PangoLayout *
create_layout (EspCairoPen        *self,
               const EspWordStyle *style)
{
  PangoLayout *layout = pango_cairo_create_layout (self->cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FAMILIES);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (pango_layout_get_context (layout), options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (pango_layout_get_context (layout), FALSE);
  pango_context_set_base_dir (pango_layout_get_context (layout), self->pen.is_mirrored ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_font_description_set_weight (font, style->is_bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (font, style->size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_set_absolute_size (font, style->size * get_fit (layout, style) * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static PangoLayout *
get_layout (EspCairoPen *self,
            EspWords     words)
{
  if (self->layouts[words] == NULL)
    self->layouts[words] = create_layout (self, &self->pen.styles->words[words]);
  return self->layouts[words];
}

/* A line in which characters that stand for nothing to be seen are blanks. */
static const char *
clean (EspCairoPen *self,
       const char  *text,
       gsize        length)
{
  g_string_truncate (self->text, 0);
  g_string_append_len (self->text, text, (gssize) length);
  for (gsize i = 0; i < length; i++)
    {
      if ((guchar) self->text->str[i] < 0x20 || self->text->str[i] == 0x7f)
        self->text->str[i] = ' ';
    }
  return self->text->str;
}

static void
show_line (EspCairoPen  *self,
           const EspRun *run,
           const char   *text,
           gsize         length,
           double        y)
{
  EspAnchor anchor = self->pen.styles->words[run->style].anchor;
  PangoLayout *layout = get_layout (self, run->style);
  PangoLayoutLine *line;
  PangoRectangle extents;
  double x = run->x;

  if (self->pen.is_mirrored && anchor != ESP_ANCHOR_MIDDLE)
    anchor = anchor == ESP_ANCHOR_START ? ESP_ANCHOR_END : ESP_ANCHOR_START;
  pango_layout_set_width (layout, (int) MIN (run->width * PANGO_SCALE, G_MAXINT));
  pango_layout_set_text (layout, clean (self, text, length), -1);
  line = pango_layout_get_line_readonly (layout, 0);
  pango_layout_line_get_extents (line, NULL, &extents);
  if (anchor != ESP_ANCHOR_START)
    x -= (double) extents.width / PANGO_SCALE / (anchor == ESP_ANCHOR_MIDDLE ? 2.0 : 1.0);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout_line (self->cr, line);
}

static void
cairo_pen_words (EspPen       *pen,
                 const EspRun *run)
{
  EspCairoPen *self = (EspCairoPen *) pen;
  const EspWordStyle *style = &pen->styles->words[run->style];
  gsize length = strlen (run->text);
  gsize second = run->break_at > 0 ? MIN (run->break_at, length) : length;
  gsize first = second;

  if (self->is_raster && style->size * self->scale < SMALLEST_WORDS)
    return;

  while (first > 0 && run->text[first - 1] == ' ')
    first--;
  set_color (self->cr, style->color);
  show_line (self, run, run->text, first, run->y);
  if (second < length)
    show_line (self, run, run->text + second, length - second, run->y + run->line_height);
  cairo_new_path (self->cr);
}

static const EspPenClass cairo_class = {
  .rect = cairo_pen_rect,
  .line = cairo_pen_line,
  .shape = cairo_pen_shape,
  .circle = cairo_pen_circle,
  .glyph = cairo_pen_glyph,
  .words = cairo_pen_words,
};

/**
 * esp_cairo_pen_init:
 * @self: (out caller-allocates): a pen
 * @cr: (transfer none): where to draw; one of its units is one world px
 * @styles: (transfer none): how things look; must outlive the pen
 * @is_mirrored: whether words start at the right
 * @scale: px or points of the page per world px
 * @is_raster: whether the page is made of px
 */
void
esp_cairo_pen_init (EspCairoPen     *self,
                    cairo_t         *cr,
                    const EspStyles *styles,
                    gboolean         is_mirrored,
                    double           scale,
                    gboolean         is_raster)
{
  *self = (EspCairoPen){ .pen = { &cairo_class, styles, is_mirrored }, .cr = cr, .scale = scale, .is_raster = is_raster };
  self->text = g_string_new (NULL);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
}

void
esp_cairo_pen_clear (EspCairoPen *self)
{
  for (guint i = 0; i < ESP_N_WORDS; i++)
    g_clear_object (&self->layouts[i]);
  g_string_free (self->text, TRUE);
}
