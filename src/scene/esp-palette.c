/* esp-palette.c — the colours of the chart, and the arithmetic that checks them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-scene"

#include "scene/esp-palette.h"

#include <math.h>

typedef struct
{
  const char *css_name;
  guint32     colors[ESP_N_PALETTES];
} PaletteRow;

static const PaletteRow rows[ESP_N_COLORS] = {
  /*                                              light     dark      hc light  hc dark */
  [ESP_COLOR_CANVAS]         = { "canvas",         { 0xFAFAFA, 0x242424, 0xFFFFFF, 0x000000 } },
  [ESP_COLOR_CARD]           = { "card",           { 0xFFFFFF, 0x383838, 0xFFFFFF, 0x242424 } },
  [ESP_COLOR_CARD_BORDER]    = { "card_border",    { 0xD5D8DD, 0x4C5058, 0x4F5763, 0xA6ADB8 } },
  [ESP_COLOR_TEXT]           = { "text",           { 0x2E3436, 0xFFFFFF, 0x000000, 0xFFFFFF } },
  [ESP_COLOR_TEXT_SECONDARY] = { "text_secondary", { 0x5B626D, 0xB8BEC8, 0x2E3436, 0xE6E9ED } },
  [ESP_COLOR_WIRE]           = { "wire",           { 0x868E9A, 0x727985, 0x4F5763, 0xA6ADB8 } },
  [ESP_COLOR_COMPANY]        = { "company",        { 0x6F7987, 0x858D9A, 0x4F5763, 0xA6ADB8 } },
  [ESP_COLOR_DEPARTMENT]     = { "department",     { 0x3584E4, 0xBED3EF, 0x1258B0, 0xD5E5FA } },
  [ESP_COLOR_PMO]            = { "pmo",            { 0x9A5200, 0xFF7A1F, 0x7A3E00, 0xFF9A4D } },
  [ESP_COLOR_COE]            = { "coe",            { 0x0B4D38, 0x22D8A2, 0x003826, 0x40F2BC } },
  [ESP_COLOR_PROGRAM]        = { "program",        { 0x61105F, 0xD860D8, 0x4A0848, 0xF08CF0 } },
  [ESP_COLOR_ACCENT]         = { "accent",         { 0x3584E4, 0x78AEED, 0x1A5FB4, 0x99C1F1 } },
  [ESP_COLOR_ERROR]          = { "error",          { 0xC01C28, 0xFF7B63, 0xA51D2D, 0xFF9F8E } },
  [ESP_COLOR_WARNING]        = { "warning",        { 0x9C6E03, 0xF8E45C, 0x6B4B00, 0xF8E45C } },
  [ESP_COLOR_SUCCESS]        = { "success",        { 0x1B8553, 0x8FF0A4, 0x0F5132, 0x8FF0A4 } },
  [ESP_COLOR_HIT]            = { "hit",            { 0xF5C211, 0xF5C211, 0xF5C211, 0xF5C211 } },
  [ESP_COLOR_SCALE_1]        = { "scale_1",        { 0xD6E6F7, 0x2A5C91, 0xD6E6F7, 0x2A5C91 } },
  [ESP_COLOR_SCALE_2]        = { "scale_2",        { 0xB6D3EE, 0x3B79BC, 0xB6D3EE, 0x3B79BC } },
  [ESP_COLOR_SCALE_3]        = { "scale_3",        { 0x7FB1DE, 0x5593D2, 0x7FB1DE, 0x5593D2 } },
  [ESP_COLOR_SCALE_4]        = { "scale_4",        { 0x3F86C4, 0x7FB1DE, 0x3F86C4, 0x7FB1DE } },
  [ESP_COLOR_SCALE_5]        = { "scale_5",        { 0x1F66AD, 0xA9CBEB, 0x1F66AD, 0xA9CBEB } },
  [ESP_COLOR_SCALE_6]        = { "scale_6",        { 0x0B3F78, 0xD6E6F7, 0x0B3F78, 0xD6E6F7 } },
};

/* Per cent of the colour over the ground it stands on, for light and dark palettes. */
static const guint8 tints[ESP_N_TINTS][2] = {
  [ESP_TINT_CARD] = { 8, 10 },   [ESP_TINT_PLATE] = { 12, 18 },  [ESP_TINT_FRAME] = { 5, 8 }, [ESP_TINT_BLOCK] = { 35, 35 },
  [ESP_TINT_BORDER] = { 60, 60 }, [ESP_TINT_EDGE] = { 40, 40 },   [ESP_TINT_HIT] = { 30, 25 },
};

/* Machado, Oliveira and Fernandes 2009, severity 1.0, for linear RGB. */
static const double sights[ESP_N_SIGHTS][3][3] = {
  [ESP_SIGHT_NORMAL] = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  [ESP_SIGHT_PROTANOPIA] = { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
  [ESP_SIGHT_DEUTERANOPIA] = { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
  [ESP_SIGHT_TRITANOPIA] = { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
};

static void
to_linear (guint32 color,
           double  rgb[3])
{
  for (int i = 0; i < 3; i++)
    {
      double c = ((color >> (16 - 8 * i)) & 0xff) / 255.0;

      rgb[i] = c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
    }
}

static double
get_luminance (guint32 color)
{
  double rgb[3];

  to_linear (color, rgb);
  return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
}

static double
lab_root (double t)
{
  return t > 216.0 / 24389.0 ? cbrt (t) : (24389.0 / 27.0 * t + 16.0) / 116.0;
}

/* sRGB as seen by @sight, in CIELAB with the white of D65 */
static void
to_lab (guint32  color,
        EspSight sight,
        double   lab[3])
{
  double rgb[3], seen[3], x, y, z;

  to_linear (color, rgb);
  for (int i = 0; i < 3; i++)
    {
      seen[i] = sights[sight][i][0] * rgb[0] + sights[sight][i][1] * rgb[1] + sights[sight][i][2] * rgb[2];
      seen[i] = CLAMP (seen[i], 0.0, 1.0);
    }

  x = lab_root ((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
  y = lab_root (0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
  z = lab_root ((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);

  lab[0] = 116.0 * y - 16.0;
  lab[1] = 500.0 * (x - y);
  lab[2] = 200.0 * (y - z);
}

/* What a tint is mixed into */
static EspColor
get_ground (EspTint tint)
{
  switch (tint)
    {
    case ESP_TINT_PLATE:
    case ESP_TINT_FRAME:
    case ESP_TINT_BLOCK:
    case ESP_TINT_BORDER:
    case ESP_TINT_EDGE:
      return ESP_COLOR_CANVAS;

    case ESP_TINT_CARD:
    case ESP_TINT_HIT:
    case ESP_N_TINTS:
    default:
      return ESP_COLOR_CARD;
    }
}

/**
 * esp_palette_get:
 * @palette: which set
 * @color: what it is for
 *
 * Returns: the colour, 0xRRGGBB
 */
guint32
esp_palette_get (EspPalette palette,
                 EspColor   color)
{
  g_return_val_if_fail (palette < ESP_N_PALETTES && color < ESP_N_COLORS, 0);

  return rows[color].colors[palette];
}

/**
 * esp_palette_get_css_name:
 * @color: what it is for
 *
 * Returns: the name without its prefix: “text_secondary”; style sheets call it `@esp_text_secondary`
 */
const char *
esp_palette_get_css_name (EspColor color)
{
  g_return_val_if_fail (color < ESP_N_COLORS, NULL);

  return rows[color].css_name;
}

/**
 * esp_palette_to_css:
 * @palette: which set
 *
 * Writes the set as GTK colour definitions, one `@define-color esp_NAME #RRGGBB;` a line, and for each of the five kinds and the six of the scale its tints
 * `esp_NAME_card`, `esp_NAME_plate`, `esp_NAME_border`, `esp_NAME_frame`, `esp_NAME_edge`, mixed into opaque colours.
 *
 * Returns: (transfer full): the text
 */
char *
esp_palette_to_css (EspPalette palette)
{
  static const struct
  {
    EspTint     tint;
    const char *name;
  } kinds[] = { { ESP_TINT_CARD, "card" }, { ESP_TINT_PLATE, "plate" }, { ESP_TINT_BORDER, "border" }, { ESP_TINT_FRAME, "frame" }, { ESP_TINT_EDGE, "edge" } };
  GString *css = g_string_new (NULL);

  g_return_val_if_fail (palette < ESP_N_PALETTES, NULL);

  for (guint i = 0; i < ESP_N_COLORS; i++)
    g_string_append_printf (css, "@define-color esp_%s #%06X;\n", rows[i].css_name, rows[i].colors[palette]);
  for (guint i = ESP_COLOR_COMPANY; i <= ESP_COLOR_SCALE_6; i++)
    {
      if (i > ESP_COLOR_PROGRAM && i < ESP_COLOR_SCALE_1)
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        g_string_append_printf (css, "@define-color esp_%s_%s #%06X;\n", rows[i].css_name, kinds[k].name,
                                esp_palette_get_tint (palette, kinds[k].tint, i));
    }
  g_string_append_printf (css, "@define-color esp_hit_fill #%06X;\n", esp_palette_get_tint (palette, ESP_TINT_HIT, ESP_COLOR_HIT));

  return g_string_free (css, FALSE);
}

/**
 * esp_palette_get_tint:
 * @palette: which set
 * @tint: what for
 * @color: the colour that is mixed in
 *
 * Returns: an opaque colour: @color over the ground where such a thing stands (a card's tint: the card;
 *   plates, frames, borders: the canvas)
 */
guint32
esp_palette_get_tint (EspPalette palette,
                      EspTint    tint,
                      EspColor   color)
{
  g_return_val_if_fail (palette < ESP_N_PALETTES && tint < ESP_N_TINTS && color < ESP_N_COLORS, 0);

  return esp_color_mix (rows[color].colors[palette], rows[get_ground (tint)].colors[palette],
                        tints[tint][esp_palette_is_dark (palette)] / 100.0);
}

EspPalette
esp_palette_choose (gboolean dark,
                    gboolean high_contrast)
{
  if (high_contrast)
    return dark ? ESP_PALETTE_HIGH_CONTRAST_DARK : ESP_PALETTE_HIGH_CONTRAST_LIGHT;
  return dark ? ESP_PALETTE_DARK : ESP_PALETTE_LIGHT;
}

/**
 * esp_palette_is_dark:
 * @palette: which set
 *
 * Returns: whether its ground is dark
 */
gboolean
esp_palette_is_dark (EspPalette palette)
{
  return palette == ESP_PALETTE_DARK || palette == ESP_PALETTE_HIGH_CONTRAST_DARK;
}

/**
 * esp_palette_is_high_contrast:
 * @palette: which set
 *
 * Returns: whether it is one of the two sets for high contrast
 */
gboolean
esp_palette_is_high_contrast (EspPalette palette)
{
  return palette == ESP_PALETTE_HIGH_CONTRAST_LIGHT || palette == ESP_PALETTE_HIGH_CONTRAST_DARK;
}

/**
 * esp_color_of_unit_kind:
 * @kind: kind of a unit
 *
 * Returns: which of the five it has
 */
EspColor
esp_color_of_unit_kind (EspUnitKind kind)
{
  switch (kind)
    {
    case ESP_UNIT_KIND_COMPANY:
    case ESP_UNIT_KIND_DIVISION:
      return ESP_COLOR_COMPANY;
    case ESP_UNIT_KIND_PMO:
      return ESP_COLOR_PMO;
    case ESP_UNIT_KIND_COE:
      return ESP_COLOR_COE;
    case ESP_UNIT_KIND_PROGRAM:
      return ESP_COLOR_PROGRAM;
    case ESP_UNIT_KIND_DEPARTMENT:
    case ESP_UNIT_KIND_TEAM:
    default:
      return ESP_COLOR_DEPARTMENT;
    }
}

/**
 * esp_color_mix:
 * @color: what is mixed in
 * @ground: what it is mixed into
 * @amount: how much, 0 … 1
 *
 * Returns: the opaque colour that @color with the opacity @amount gives over @ground
 */
guint32
esp_color_mix (guint32 color,
               guint32 ground,
               double  amount)
{
  guint32 mixed = 0;

  for (int shift = 16; shift >= 0; shift -= 8)
    {
      double c = (color >> shift) & 0xff;
      double g = (ground >> shift) & 0xff;

      mixed |= (guint32) lround (c * amount + g * (1.0 - amount)) << shift;
    }
  return mixed;
}

/**
 * esp_color_contrast:
 * @a: a colour
 * @b: another
 *
 * Returns: the contrast ratio of WCAG 2, 1 … 21
 */
double
esp_color_contrast (guint32 a,
                    guint32 b)
{
  double la = get_luminance (a);
  double lb = get_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

/**
 * esp_color_distance:
 * @a: a colour
 * @b: another
 * @sight: who looks
 *
 * Returns: ΔE of CIE 1976, the distance in CIELAB of what @sight sees
 */
double
esp_color_distance (guint32  a,
                    guint32  b,
                    EspSight sight)
{
  double la[3], lb[3];

  g_return_val_if_fail (sight < ESP_N_SIGHTS, 0.0);

  to_lab (a, sight, la);
  to_lab (b, sight, lb);
  return sqrt ((la[0] - lb[0]) * (la[0] - lb[0]) + (la[1] - lb[1]) * (la[1] - lb[1]) + (la[2] - lb[2]) * (la[2] - lb[2]));
}
