/* test-svg.c — SVG of charts: every card is there once, where the scene has it, and says what it should, whatever the names are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "io/esp-io.h"
#include "render/esp-render.h"
#include "scene/esp-card.h"
#include "svg-reader.h"

#define N_CHAIN 100000

static EspOrganization *
load (const char *argument)
{
  g_autoptr (GError) error = NULL;
  EspOrganization *organization = esp_io_load_argument (argument, NULL, &error);

  g_assert_no_error (error);
  return organization;
}

static EspOrganization *
load_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  EspOrganization *organization = esp_io_load_bytes (text, strlen (text), "test", NULL, &error);

  g_assert_no_error (error);
  return organization;
}

static EspScene *
make_scene (EspOrganization *organization,
            EspChartKind     chart,
            EspDirection     direction,
            EspDensity       density)
{
  EspSceneOptions options = ESP_SCENE_OPTIONS_INIT;

  options.chart = chart;
  options.direction = direction;
  options.density = density;
  options.frames = TRUE;
  options.n_cards_first = G_MAXUINT;
  return esp_scene_new (organization, esp_catalogue_get_default (), &options, NULL);
}

static EspScene *
make_mirrored_scene (EspOrganization *organization)
{
  EspSceneOptions options = ESP_SCENE_OPTIONS_INIT;

  options.mirrored = TRUE;
  options.n_cards_first = G_MAXUINT;
  return esp_scene_new (organization, esp_catalogue_get_default (), &options, NULL);
}

static GBytes *
render (EspScene *scene)
{
  EspRenderOptions options = ESP_RENDER_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;
  GBytes *bytes = esp_render_svg (scene, &options, NULL, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static SvgFile *
read_back (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  SvgFile *file = svg_file_read (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (file->n_missing_ids, ==, 0);
  return file;
}

/* Counts, so that each text must be there as often as it should, and no oftener */
static void
count (GHashTable *counts,
       const char *text,
       int         by)
{
  g_hash_table_insert (counts, g_strdup (text), GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (counts, text)) + by));
}

static void
assert_all_zero (GHashTable *counts)
{
  GHashTableIter iter;
  gpointer text, n;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &text, &n))
    {
      if (GPOINTER_TO_INT (n) != 0)
        g_error ("“%s” is %d times too often in the picture", (char *) text, GPOINTER_TO_INT (n));
    }
}

static void
check_words (SvgFile  *file,
             EspScene *scene)
{
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) holders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < file->words->len; i++)
    {
      const SvgWords *words = g_ptr_array_index (file->words, i);

      if (*words->style == '\0' || strchr ("qx", *words->style) != NULL)
        count (titles, words->whole, 1);
      else if (*words->style == 'h')
        count (holders, words->whole, 1);
    }
  for (EspItem item = esp_scene_first (scene); item != ESP_ITEM_NONE; item = esp_scene_after (scene, item))
    {
      EspCard card;

      esp_card_fill (&card, scene, item);
      count (titles, card.title, -1);
      if (!card.is_unit && card.holder != NULL)
        count (holders, card.holder, -1);
    }
  assert_all_zero (titles);
  assert_all_zero (holders);
}

static void
check_boxes (SvgFile  *file,
             EspScene *scene)
{
  for (EspItem item = esp_scene_first (scene); item != ESP_ITEM_NONE; item = esp_scene_after (scene, item))
    {
      EspRect rect, node;

      g_assert_true (esp_scene_get_item_rect (scene, item, &rect));
      g_assert_true (esp_scene_get_node_rect (scene, ESP_ITEM_NODE (item), &node));
      if (ESP_ITEM_IS_HEAD (item))
        g_assert_true (svg_file_starts (file, rect.x, node.y + node.height - 12));
      else if (esp_scene_get_head (scene, ESP_ITEM_NODE (item)) != ESP_IX_NONE)
        g_assert_true (svg_file_starts (file, node.x, rect.y + rect.height));
      else
        g_assert_true (svg_file_has_box (file, node.x, node.y, node.width, node.height));
    }
}

static void
test_samples (void)
{
  static const char *const samples[] = { "builtin:startup", "builtin:large-technology-company", "builtin:services-firm",
                                         "builtin:after-acquisition" };

  for (guint s = 0; s < G_N_ELEMENTS (samples); s++)
    {
      g_autoptr (EspOrganization) organization = load (samples[s]);

      for (guint i = 0; i < 2 * 4 * 3; i++)
        {
          g_autoptr (EspScene) scene = make_scene (organization, i % 2, i / 2 % 4, i / 8);
          g_autoptr (GBytes) bytes = render (scene);
          g_autoptr (SvgFile) file = read_back (bytes);

          check_words (file, scene);
          check_boxes (file, scene);
        }
    }
}

static void
test_mirrored (void)
{
  g_autoptr (EspOrganization) organization = load ("builtin:after-acquisition");
  g_autoptr (EspScene) scene = make_mirrored_scene (organization);
  g_autoptr (GBytes) bytes = render (scene);
  g_autoptr (SvgFile) file = read_back (bytes);

  check_words (file, scene);
  check_boxes (file, scene);
}

static void
test_same_bytes (void)
{
  g_autoptr (EspOrganization) organization = load ("builtin:services-firm");
  g_autoptr (EspScene) one = make_scene (organization, ESP_CHART_STRUCTURE, ESP_DIRECTION_DOWN, ESP_DENSITY_COMFORTABLE);
  g_autoptr (EspScene) two = make_scene (organization, ESP_CHART_STRUCTURE, ESP_DIRECTION_DOWN, ESP_DENSITY_COMFORTABLE);
  g_autoptr (GBytes) a = render (one);
  g_autoptr (GBytes) b = render (two);

  g_assert_true (g_bytes_equal (a, b));
}

/* One element a line: a line opens with a tag, and elements with content end on their line or hold others. */
static void
test_lines (void)
{
  g_autoptr (EspOrganization) organization = load ("builtin:services-firm");
  g_autoptr (EspScene) scene = make_scene (organization, ESP_CHART_STRUCTURE, ESP_DIRECTION_DOWN, ESP_DENSITY_COMFORTABLE);
  g_autoptr (GBytes) bytes = render (scene);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean in_style = FALSE;

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      if (strcmp (lines[i], "</style>") == 0)
        in_style = FALSE;
      if (!in_style)
        g_assert_cmpint (*lines[i], ==, '<');
      if (g_str_has_prefix (lines[i], "<text"))
        g_assert_true (g_str_has_suffix (lines[i], "</text>"));
      if (strcmp (lines[i], "<style>") == 0)
        in_style = TRUE;
    }
}

/* Numbers to one decimal, so that a last bit does not matter */
static gboolean
round_number (const GMatchInfo *match,
              GString          *result,
              gpointer          user_data)
{
  g_autofree char *number = g_match_info_fetch (match, 0);
  char rounded[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (result, g_ascii_formatd (rounded, sizeof rounded, "%.1f", g_ascii_strtod (number, NULL)));
  return FALSE;
}

static char *
round_numbers (const char *text)
{
  g_autoptr (GRegex) number = g_regex_new ("[0-9]*\\.[0-9]+", 0, 0, NULL);

  return g_regex_replace_eval (number, text, -1, 0, 0, round_number, NULL, NULL);
}

static void
test_golden (void)
{
  g_autofree char *source = g_build_filename (g_getenv ("ESP_SOURCE_ROOT"), "tests", "data", "small-chart.espalier", NULL);
  g_autofree char *golden = g_build_filename (g_getenv ("ESP_SOURCE_ROOT"), "tests", "data", "small-chart.svg", NULL);
  g_autoptr (EspOrganization) organization = load (source);
  g_autoptr (EspScene) scene = make_scene (organization, ESP_CHART_STRUCTURE, ESP_DIRECTION_DOWN, ESP_DENSITY_COMFORTABLE);
  g_autoptr (GBytes) bytes = render (scene);
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *rounded = round_numbers (text);
  g_autofree char *rounded_expected = NULL;

  if (g_getenv ("ESP_UPDATE_GOLDEN") != NULL)
    {
      g_assert_true (g_file_set_contents (golden, text, -1, NULL));
      g_test_skip ("the picture was written again; look at it");
      return;
    }
  g_file_get_contents (golden, &expected, NULL, &error);
  g_assert_no_error (error);
  rounded_expected = round_numbers (expected);
  g_assert_cmpstr (rounded, ==, rounded_expected);
}

static void
test_hostile (void)
{
  static const char *const titles[] = { "</text><script>alert(1)</script>", "a&b;\\\"c' ]]>", "\\u0001\\u0008bell\\u001f\\u007f", "\\ufffe\\uffff",
                                        "\\u202eback\\u2066to front", "tab\\tline\\nend", "👩🏽‍💻 Leiterin der Türme", "שלום, עולם" };
  g_autoptr (GString) text = g_string_new ("{ \"format\": \"espalier-organization\", \"version\": 1, \"name\": \"<&\\u0002>\", \"positions\": [");
  g_autofree char *name = g_strnfill (20000, 'W');
  g_autoptr (EspOrganization) organization = NULL;
  guint n_controls = 0;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_string_append_printf (text, "{ \"id\": \"%u\", \"title\": \"%s\", \"holders\": [ { \"name\": \"%s\" } ], \"unit\": \"%s\" },", i, titles[i],
                            titles[i], titles[i]);
  g_string_append_printf (text, "{ \"id\": \"long\", \"title\": \"%s\", \"holders\": [ { \"name\": \"%s\" } ] } ] }", name, name);
  organization = load_text (text->str);
  for (EspChartKind chart = 0; chart < 2; chart++)
    {
      g_autoptr (EspScene) scene = make_scene (organization, chart, ESP_DIRECTION_DOWN, ESP_DENSITY_SPACIOUS);
      g_autoptr (GBytes) bytes = render (scene);
      g_autoptr (SvgFile) file = read_back (bytes);
      gboolean has_script = FALSE, has_long = FALSE;

      for (guint i = 0; i < file->words->len; i++)
        {
          const SvgWords *words = g_ptr_array_index (file->words, i);

          has_script |= strcmp (words->whole, "</text><script>alert(1)</script>") == 0;
          has_long |= strcmp (words->whole, name) == 0;
          for (const char *at = words->whole; *at != '\0'; at = g_utf8_next_char (at))
            n_controls += g_utf8_get_char (at) < 0x20 || g_utf8_get_char (at) == 0xfffe || g_utf8_get_char (at) == 0xffff;
          g_assert_cmpuint (strlen (words->text), <, 400);
        }
      g_assert_true (has_script && has_long);
      g_assert_cmpuint (n_controls, ==, 0);
    }
}

static void
test_empty (void)
{
  g_autoptr (EspOrganization) organization = load_text ("{ \"format\": \"espalier-organization\", \"version\": 1 }");
  g_autoptr (EspScene) scene = make_scene (organization, ESP_CHART_STRUCTURE, ESP_DIRECTION_DOWN, ESP_DENSITY_COMFORTABLE);
  g_autoptr (GBytes) bytes = render (scene);
  g_autoptr (SvgFile) file = read_back (bytes);

  g_assert_cmpuint (file->words->len, ==, 0);
  g_assert_cmpuint (file->n_uses, ==, 0);
}

static void
test_chain (void)
{
  g_autoptr (GString) text = g_string_new ("id,title,name,reports_to\n");
  EspRenderOptions options = ESP_RENDER_OPTIONS_INIT;
  EspRenderResult result;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_CHAIN; i++)
    {
      g_string_append_printf (text, "%u,Head of %u,Nan %u,", i, i, i);
      if (i > 0)
        g_string_append_printf (text, "%u", i - 1);
      g_string_append_c (text, '\n');
    }
  {
    g_autoptr (EspOrganization) organization = load_text (text->str);
    g_autoptr (EspScene) scene = make_scene (organization, ESP_CHART_REPORTING, ESP_DIRECTION_RIGHT, ESP_DENSITY_COMFORTABLE);
    g_autoptr (GBytes) bytes = esp_render_svg (scene, &options, &result, NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (result.n_items, ==, N_CHAIN);
    g_assert_null (esp_render_png (scene, &options, &result, NULL, &error));
    g_assert_error (error, ESP_RENDER_ERROR, ESP_RENDER_ERROR_TOO_LARGE);
    g_clear_error (&error);
    g_assert_null (esp_render_pdf (scene, &options, &result, NULL, &error));
    g_assert_error (error, ESP_RENDER_ERROR, ESP_RENDER_ERROR_TOO_LARGE);
  }
}

static void
test_cancel (void)
{
  g_autoptr (EspOrganization) organization = load ("builtin:startup");
  g_autoptr (EspScene) scene = make_scene (organization, ESP_CHART_STRUCTURE, ESP_DIRECTION_DOWN, ESP_DENSITY_COMFORTABLE);
  EspRenderOptions options = ESP_RENDER_OPTIONS_INIT;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (esp_render_svg (scene, &options, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_folded (void)
{
  g_autoptr (EspOrganization) organization = load ("builtin:large-technology-company");

  for (EspDirection direction = 0; direction < 4; direction++)
    {
      g_autoptr (EspScene) scene = make_scene (organization, ESP_CHART_STRUCTURE, direction, ESP_DENSITY_COMFORTABLE);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (SvgFile) file = NULL;

      esp_scene_fold_to_level (scene, 2);
      bytes = render (scene);
      file = read_back (bytes);
      check_words (file, scene);
      check_boxes (file, scene);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/svg/samples", test_samples);
  g_test_add_func ("/render/svg/mirrored", test_mirrored);
  g_test_add_func ("/render/svg/same-bytes", test_same_bytes);
  g_test_add_func ("/render/svg/lines", test_lines);
  g_test_add_func ("/render/svg/golden", test_golden);
  g_test_add_func ("/render/svg/hostile", test_hostile);
  g_test_add_func ("/render/svg/empty", test_empty);
  g_test_add_func ("/render/svg/chain", test_chain);
  g_test_add_func ("/render/svg/cancel", test_cancel);
  g_test_add_func ("/render/svg/folded", test_folded);
  return g_test_run ();
}
