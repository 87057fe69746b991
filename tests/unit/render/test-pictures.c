/* test-pictures.c — PNG, PDF and single cards: formats, sizes, limits, colours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "io/esp-io.h"
#include "render/esp-render.h"

#define PNG_HEAD 24

static EspScene *
make_scene (const char *argument,
            guint       n_levels)
{
  EspSceneOptions options = ESP_SCENE_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (EspOrganization) organization = NULL;

  if (argument != NULL)
    {
      organization = esp_io_load_argument (argument, NULL, &error);
    }
  else
    {
      g_autoptr (GString) text = g_string_new ("id,title,reports_to\n");

      options.chart = ESP_CHART_REPORTING;
      for (guint i = 0; i < n_levels; i++)
        {
          g_string_append_printf (text, "%u,Link,", i);
          if (i > 0)
            g_string_append_printf (text, "%u", i - 1);
          g_string_append_c (text, '\n');
        }
      organization = esp_io_load_bytes (text->str, text->len, "chain", NULL, &error);
    }
  g_assert_no_error (error);
  options.n_cards_first = G_MAXUINT;
  return esp_scene_new (organization, esp_catalogue_get_default (), &options, NULL);
}

static guint32
read_be (const guchar *at)
{
  return (guint32) at[0] << 24 | (guint32) at[1] << 16 | (guint32) at[2] << 8 | at[3];
}

static void
check_png (GBytes *bytes,
           double  width,
           double  height)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  g_assert_cmpuint (length, >, PNG_HEAD);
  g_assert_cmpint (memcmp (data, "\x89PNG\r\n\x1a\n", 8), ==, 0);
  g_assert_cmpuint (read_be (data + 16), ==, (guint32) width);
  g_assert_cmpuint (read_be (data + 20), ==, (guint32) height);
}

static void
test_png (void)
{
  g_autoptr (EspScene) scene = make_scene ("builtin:startup", 0);

  for (EspPalette palette = 0; palette < ESP_N_PALETTES; palette++)
    {
      EspRenderOptions options = ESP_RENDER_OPTIONS_INIT;
      EspRenderResult once, twice;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) one = NULL;
      g_autoptr (GBytes) two = NULL;

      options.palette = palette;
      options.is_transparent = palette % 2;
      one = esp_render_png (scene, &options, &once, NULL, &error);
      g_assert_no_error (error);
      check_png (one, once.width, once.height);
      g_assert_false (once.is_reduced);

      options.scale = 2.0;
      two = esp_render_png (scene, &options, &twice, NULL, &error);
      g_assert_no_error (error);
      check_png (two, twice.width, twice.height);
      g_assert_cmpfloat (twice.width, ==, 2 * once.width);
      g_assert_cmpuint (twice.n_items, ==, once.n_items);
    }
}

static void
test_png_limits (void)
{
  g_autoptr (EspScene) scene = make_scene (NULL, 400);
  EspRenderOptions options = ESP_RENDER_OPTIONS_INIT;
  EspRenderResult result;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = esp_render_png (scene, &options, &result, NULL, &error);

  g_assert_no_error (error);
  check_png (bytes, result.width, result.height);
  g_assert_true (result.is_reduced);
  g_assert_cmpfloat (result.scale, <, 1.0);
  g_assert_cmpfloat (result.height, <=, 32767);
  g_assert_cmpuint (result.n_items, ==, 400);
}

static const char *
find (GBytes     *bytes,
      const char *needle)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return memmem (data, length, needle, strlen (needle));
}

static void
check_pdf (GBytes                *bytes,
           const EspRenderResult *result)
{
  const char *box = find (bytes, "/MediaBox [");
  double left, bottom, width, height;
  char *end;

  g_assert_cmpint (memcmp (g_bytes_get_data (bytes, NULL), "%PDF-", 5), ==, 0);
  g_assert_nonnull (find (bytes, "/Font"));
  g_assert_nonnull (box);
  left = g_ascii_strtod (box + strlen ("/MediaBox ["), &end);
  bottom = g_ascii_strtod (end, &end);
  width = g_ascii_strtod (end, &end);
  height = g_ascii_strtod (end, &end);
  g_assert_cmpfloat (left, ==, 0);
  g_assert_cmpfloat (bottom, ==, 0);
  g_assert_cmpfloat_with_epsilon (width, result->width, 0.01);
  g_assert_cmpfloat_with_epsilon (height, result->height, 0.01);
}

static void
test_pdf (void)
{
  g_autoptr (EspScene) scene = make_scene ("builtin:after-acquisition", 0);
  EspRenderOptions options = ESP_RENDER_OPTIONS_INIT;
  EspRenderResult result;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = esp_render_pdf (scene, &options, &result, NULL, &error);

  g_assert_no_error (error);
  g_assert_false (result.is_reduced);
  check_pdf (bytes, &result);
}

static void
test_pdf_limits (void)
{
  g_autoptr (EspScene) scene = make_scene (NULL, 400);
  EspRenderOptions options = ESP_RENDER_OPTIONS_INIT;
  EspRenderResult result;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = esp_render_pdf (scene, &options, &result, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (result.is_reduced);
  g_assert_cmpfloat (result.height, <=, 14400.001);
  check_pdf (bytes, &result);
}

static void
test_card (void)
{
  g_autoptr (EspScene) scene = make_scene ("builtin:services-firm", 0);

  for (EspItem item = esp_scene_first (scene); item != ESP_ITEM_NONE; item = esp_scene_after (scene, item))
    {
      EspRenderOptions options = ESP_RENDER_OPTIONS_INIT;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      EspRect rect;

      options.scale = 2.0;
      options.margin = 12.0;
      g_assert_true (esp_scene_get_item_rect (scene, item, &rect));
      bytes = esp_render_card_png (scene, item, &options, &error);
      g_assert_no_error (error);
      check_png (bytes, 2 * (rect.width + 24), 2 * (rect.height + 24));
    }
}

static void
test_empty (void)
{
  EspSceneOptions scene_options = ESP_SCENE_OPTIONS_INIT;
  EspRenderOptions options = ESP_RENDER_OPTIONS_INIT;
  EspRenderResult result;
  g_autoptr (EspOrganization) organization = esp_organization_new ();
  g_autoptr (EspScene) scene = esp_scene_new (organization, esp_catalogue_get_default (), &scene_options, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = esp_render_png (scene, &options, &result, NULL, &error);
  g_autoptr (GBytes) pdf = NULL;

  g_assert_no_error (error);
  check_png (png, 72, 72);
  g_assert_cmpuint (result.n_items, ==, 0);
  pdf = esp_render_pdf (scene, &options, &result, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (result.width, ==, 54);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/png", test_png);
  g_test_add_func ("/render/png/limits", test_png_limits);
  g_test_add_func ("/render/pdf", test_pdf);
  g_test_add_func ("/render/pdf/limits", test_pdf_limits);
  g_test_add_func ("/render/card", test_card);
  g_test_add_func ("/render/empty", test_empty);
  return g_test_run ();
}
