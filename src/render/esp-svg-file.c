/* esp-svg-file.c — what stands before the drawing in an SVG: title, style sheet, glyphs and stamps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-render"

#include "render/esp-svg-pen.h"

#define FAMILIES "Cantarell,Inter,'Adwaita Sans','DejaVu Sans',sans-serif"

static void G_GNUC_PRINTF (2, 3)
put_format (EspSvgText *out,
            const char *format,
            ...)
{
  char text[256];
  va_list arguments;

  va_start (arguments, format);
  g_vsnprintf (text, sizeof text, format, arguments);
  va_end (arguments);
  esp_svg_text_append (out, text, strlen (text));
}

static void
put_px (EspSvgText *out,
        const char *property,
        double      px)
{
  esp_svg_text_append (out, property, strlen (property));
  esp_svg_text_put (out, ":");
  esp_svg_text_number (out, esp_svg_round (px));
  esp_svg_text_put (out, "px");
}

static void
put_ink (EspSvgPen  *self,
         EspSvgText *out,
         EspInk      ink)
{
  const EspInkStyle *style = &self->pen.styles->inks[ink];

  if (*style->name == '\0')
    put_format (out, "rect,path");
  else
    put_format (out, ".%s", style->name);
  esp_svg_text_put (out, "{");
  if (style->is_glyph)
    {
      put_format (out, "color:#%06x}\n", style->fill);
      return;
    }
  if (style->has_fill)
    put_format (out, "fill:#%06x", style->fill);
  else
    esp_svg_text_put (out, "fill:none");
  if (style->has_stroke)
    {
      put_format (out, ";stroke:#%06x", style->stroke);
      put_px (out, ";stroke-width", style->width);
    }
  else
    {
      esp_svg_text_put (out, ";stroke:none");
    }
  for (guint i = 0; i < style->n_dash; i++)
    {
      esp_svg_text_append (out, i == 0 ? ";stroke-dasharray:" : " ", i == 0 ? 18 : 1);
      esp_svg_text_number (out, esp_svg_round (style->dash[i]));
    }
  esp_svg_text_put (out, "}\n");
}

static void
put_word_style (EspSvgPen  *self,
                EspSvgText *out,
                EspWords    words)
{
  static const char *const anchors[] = { "start", "middle", "end" };
  const EspWordStyle *style = &self->pen.styles->words[words];

  if (*style->name != '\0')
    put_format (out, ".%s{", style->name);
  else
    put_format (out, "text{font-family:%s;", FAMILIES);
  put_format (out, "fill:#%06x;font-weight:%d", style->color, style->is_bold ? 600 : 400);
  put_px (out, ";font-size", style->size);
  put_format (out, ";text-anchor:%s", anchors[self->pen.is_mirrored ? ESP_ANCHOR_END - style->anchor : style->anchor]);
  if (*style->name == '\0')
    esp_svg_text_put (out, ";unicode-bidi:plaintext");
  esp_svg_text_put (out, "}\n");
}

static void
put_glyph (EspSvgText *out,
           EspGlyph    glyph)
{
  const EspGlyphPath *path = esp_glyph_get_path (glyph);

  esp_svg_text_put (out, "<g id=\"");
  esp_svg_text_append (out, path->id, strlen (path->id));
  esp_svg_text_put (out, "\">\n");
  if (*path->fill != '\0')
    {
      esp_svg_text_put (out, "<path class=\"y\" d=\"");
      esp_svg_text_append (out, path->fill, strlen (path->fill));
      esp_svg_text_put (out, "\"/>\n");
    }
  if (*path->stroke != '\0')
    {
      esp_svg_text_put (out, "<path class=\"z\" d=\"");
      esp_svg_text_append (out, path->stroke, strlen (path->stroke));
      esp_svg_text_put (out, "\"/>\n");
    }
  esp_svg_text_put (out, "</g>\n");
}

static void
put_style_sheet (EspSvgPen  *self,
                 EspSvgText *out)
{
  esp_svg_text_put (out, "<style>\n");
  for (EspInk ink = 0; ink < ESP_N_INKS; ink++)
    {
      if (self->used_inks[ink])
        put_ink (self, out, ink);
    }
  put_word_style (self, out, ESP_WORDS_TITLE);
  for (EspWords words = 0; words < ESP_N_WORDS; words++)
    {
      if (words != ESP_WORDS_TITLE && self->used_words[words])
        put_word_style (self, out, words);
    }
  if (self->pen.is_mirrored)
    esp_svg_text_put (out, ".o{font-size:0}\n");
  esp_svg_text_put (out, ".y{fill:currentColor;fill-rule:evenodd;stroke:none}\n"
                         ".z{fill:none;stroke:currentColor;stroke-width:1.5px;stroke-linecap:round;stroke-linejoin:round}\n"
                         "</style>\n");
}

static void
put_head (EspSvgPen     *self,
          EspSvgText    *out,
          const char    *title,
          const char    *description,
          const EspRect *page,
          double         scale)
{
  esp_svg_text_put (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"");
  esp_svg_text_attribute (out, "width", esp_svg_round (page->width * scale));
  esp_svg_text_attribute (out, "height", esp_svg_round (page->height * scale));
  esp_svg_text_put (out, " viewBox=\"");
  esp_svg_text_number (out, esp_svg_round (page->x));
  esp_svg_text_put (out, " ");
  esp_svg_text_number (out, esp_svg_round (page->y));
  esp_svg_text_put (out, " ");
  esp_svg_text_number (out, esp_svg_round (page->width));
  esp_svg_text_put (out, " ");
  esp_svg_text_number (out, esp_svg_round (page->height));
  esp_svg_text_put (out, "\" role=\"img\" aria-label=\"");
  esp_svg_text_escape (out, title, -1);
  esp_svg_text_put (out, "\">\n<title>");
  esp_svg_text_escape (out, title, -1);
  esp_svg_text_put (out, "</title>\n<desc>");
  esp_svg_text_escape (out, description, -1);
  esp_svg_text_put (out, "</desc>\n");
}

/**
 * esp_svg_pen_finish:
 * @self: a pen
 * @title: of the document
 * @description: of the document, a sentence
 * @page: what of the world it shows
 * @scale: px per world px
 * @has_ground: whether the page is painted
 *
 * Returns: (transfer full): the file
 */
GBytes *
esp_svg_pen_finish (EspSvgPen     *self,
                    const char    *title,
                    const char    *description,
                    const EspRect *page,
                    double         scale,
                    gboolean       has_ground)
{
  EspSvgText out;

  _esp_svg_pen_end_path (self);
  esp_svg_text_init (&out);
  self->used_inks[ESP_INK_CANVAS] |= has_ground;
  put_head (self, &out, title, description, page, scale);
  put_style_sheet (self, &out);
  esp_svg_text_put (&out, "<defs>\n");
  for (EspGlyph glyph = 0; glyph < ESP_N_GLYPHS; glyph++)
    {
      if (self->used_glyphs[glyph])
        put_glyph (&out, glyph);
    }
  esp_svg_text_append (&out, self->stamps.data, self->stamps.length);
  esp_svg_text_put (&out, "</defs>\n");
  if (has_ground)
    {
      esp_svg_text_put (&out, "<rect class=\"bg\"");
      esp_svg_text_attribute (&out, "x", esp_svg_round (page->x));
      esp_svg_text_attribute (&out, "y", esp_svg_round (page->y));
      esp_svg_text_attribute (&out, "width", esp_svg_round (page->width));
      esp_svg_text_attribute (&out, "height", esp_svg_round (page->height));
      esp_svg_text_put (&out, "/>\n");
    }
  esp_svg_text_grow (&out, self->body.length + 16);
  memcpy (out.data + out.length, self->body.data, self->body.length);
  out.length += self->body.length;
  esp_svg_text_put (&out, "</svg>\n");

  return g_bytes_new_take (out.data, out.length);
}
