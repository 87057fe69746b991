/* test-palette.c — contrast and distance of the colours, computed from the table that is drawn with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scene/esp-palette.h"

static void
assert_contrast (EspPalette palette,
                 guint32    color,
                 guint32    ground,
                 double     least)
{
  double contrast = esp_color_contrast (color, ground);

  if (contrast < least)
    g_test_message ("palette %d: #%06X on #%06X has %.2f, wanted %.2f", palette, color, ground, contrast, least);
  g_assert_cmpfloat (contrast, >=, least);
}

static void
test_contrast (void)
{
  for (EspPalette p = 0; p < ESP_N_PALETTES; p++)
    {
      double least = esp_palette_is_high_contrast (p) ? 6.5 : 3.0;
      guint32 canvas = esp_palette_get (p, ESP_COLOR_CANVAS);
      guint32 card = esp_palette_get (p, ESP_COLOR_CARD);

      for (EspColor c = ESP_COLOR_COMPANY; c <= ESP_COLOR_PROGRAM; c++)
        {
          guint32 color = esp_palette_get (p, c);
          guint32 tint = esp_palette_get_tint (p, ESP_TINT_CARD, c);
          guint32 plate = esp_palette_get_tint (p, ESP_TINT_PLATE, c);

          assert_contrast (p, color, canvas, least);
          assert_contrast (p, color, card, least);
          assert_contrast (p, color, tint, 3.0);
          assert_contrast (p, esp_palette_get (p, ESP_COLOR_TEXT), tint, 4.5);
          assert_contrast (p, esp_palette_get (p, ESP_COLOR_TEXT), plate, 4.5);
          assert_contrast (p, esp_palette_get (p, ESP_COLOR_TEXT_SECONDARY), tint, 4.9);
          assert_contrast (p, esp_palette_get (p, ESP_COLOR_TEXT_SECONDARY), plate, 4.5);
        }
      assert_contrast (p, esp_palette_get (p, ESP_COLOR_TEXT), card, 4.5);
      assert_contrast (p, esp_palette_get (p, ESP_COLOR_TEXT), canvas, 4.5);
      assert_contrast (p, esp_palette_get (p, ESP_COLOR_TEXT_SECONDARY), card, 4.5);
      assert_contrast (p, esp_palette_get (p, ESP_COLOR_TEXT_SECONDARY), canvas, 4.5);
      assert_contrast (p, esp_palette_get (p, ESP_COLOR_WIRE), canvas, 3.0);
      assert_contrast (p, esp_palette_get (p, ESP_COLOR_ACCENT), canvas, 3.0);
      assert_contrast (p, esp_palette_get (p, ESP_COLOR_WARNING), card, 3.0);
    }
}

static void
test_distance (void)
{
  for (EspPalette p = 0; p < ESP_N_PALETTES; p++)
    {
      double least = esp_palette_is_high_contrast (p) ? 20.0 : 25.0;

      for (EspSight sight = 0; sight < ESP_N_SIGHTS; sight++)
        {
          for (EspColor a = ESP_COLOR_COMPANY; a <= ESP_COLOR_PROGRAM; a++)
            {
              for (EspColor b = a + 1; b <= ESP_COLOR_PROGRAM; b++)
                {
                  double distance = esp_color_distance (esp_palette_get (p, a), esp_palette_get (p, b), sight);

                  if (distance < least)
                    g_test_message ("palette %d, sight %d: %s and %s are %.2f apart", p, sight, esp_palette_get_css_name (a),
                                    esp_palette_get_css_name (b), distance);
                  g_assert_cmpfloat (distance, >=, least);
                }
            }
        }
    }
}

/* Six steps: each lighter or each darker than the one before, told apart by everybody, with text on their tints; the far end stands out from the card. */
static void
test_scale (void)
{
  for (EspPalette p = 0; p < ESP_N_PALETTES; p++)
    {
      guint32 card = esp_palette_get (p, ESP_COLOR_CARD);

      for (EspColor c = ESP_COLOR_SCALE_1; c <= ESP_COLOR_SCALE_6; c++)
        {
          guint32 tint = esp_palette_get_tint (p, ESP_TINT_CARD, c);

          assert_contrast (p, esp_palette_get (p, ESP_COLOR_TEXT), tint, 4.5);
          assert_contrast (p, esp_palette_get (p, ESP_COLOR_TEXT_SECONDARY), tint, 4.5);
          if (c == ESP_COLOR_SCALE_6)
            continue;
          g_assert_cmpfloat (esp_color_contrast (esp_palette_get (p, c + 1), esp_palette_is_dark (p) ? 0x000000 : 0xFFFFFF), >,
                             esp_color_contrast (esp_palette_get (p, c), esp_palette_is_dark (p) ? 0x000000 : 0xFFFFFF));
          for (EspSight sight = 0; sight < ESP_N_SIGHTS; sight++)
            g_assert_cmpfloat (esp_color_distance (esp_palette_get (p, c), esp_palette_get (p, c + 1), sight), >=, 7.0);
        }
      assert_contrast (p, esp_palette_get (p, ESP_COLOR_SCALE_6), card, 6.5);
      if (esp_palette_is_dark (p)) /* in light, the border of the card is around the palest */
        assert_contrast (p, esp_palette_get (p, ESP_COLOR_SCALE_1), card, 1.6);
    }
}

/* Values worked out elsewhere, so that the formulas themselves are checked. */
static void
test_formulas (void)
{
  g_assert_cmpfloat_with_epsilon (esp_color_contrast (0x000000, 0xFFFFFF), 21.0, 0.001);
  g_assert_cmpfloat_with_epsilon (esp_color_contrast (0x777777, 0xFFFFFF), 4.478, 0.001);
  g_assert_cmpfloat_with_epsilon (esp_color_distance (0x000000, 0xFFFFFF, ESP_SIGHT_NORMAL), 100.0, 0.01);
  g_assert_cmpfloat_with_epsilon (esp_color_distance (0xFF0000, 0x00FF00, ESP_SIGHT_NORMAL), 170.6, 0.1);
  for (EspSight sight = 0; sight < ESP_N_SIGHTS; sight++)
    g_assert_cmpfloat_with_epsilon (esp_color_distance (0x808080, 0x808080, sight), 0.0, 0.0001);
  g_assert_cmpfloat (esp_color_distance (0xFF0000, 0x6B6B00, ESP_SIGHT_PROTANOPIA), <,
                     esp_color_distance (0xFF0000, 0x6B6B00, ESP_SIGHT_NORMAL));
  g_assert_cmphex (esp_color_mix (0xFF0000, 0x0000FF, 0.5), ==, 0x800080);
  g_assert_cmphex (esp_color_mix (0x123456, 0xFFFFFF, 1.0), ==, 0x123456);
  g_assert_cmphex (esp_color_mix (0x123456, 0xFFFFFF, 0.0), ==, 0xFFFFFF);
}

static void
test_css (void)
{
  g_autofree char *css = esp_palette_to_css (ESP_PALETTE_LIGHT);

  g_assert_nonnull (strstr (css, "@define-color esp_pmo #9A5200;\n"));
  g_assert_nonnull (strstr (css, "@define-color esp_pmo_card #"));
  g_assert_nonnull (strstr (css, "@define-color esp_canvas #FAFAFA;\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/contrast", test_contrast);
  g_test_add_func ("/palette/distance", test_distance);
  g_test_add_func ("/palette/scale", test_scale);
  g_test_add_func ("/palette/formulas", test_formulas);
  g_test_add_func ("/palette/css", test_css);
  return g_test_run ();
}
