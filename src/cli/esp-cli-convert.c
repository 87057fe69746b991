/* esp-cli-convert.c — “convert”: into the canonical document, a table, or a picture of the chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-cli"

#include "cli/esp-cli-private.h"

#include <stdio.h>

#include "catalogue/esp-catalogue.h"
#include "core/esp-i18n.h"
#include "io/esp-outline-writer.h"
#include "render/esp-render.h"

typedef struct
{
  const char      *out;
  EspOrganization *organization;
  EspSceneOptions  scene_options;
  EspOutlineKind   outline;
} Conversion;

static gboolean
read_options (Conversion          *conversion,
              const EspCliOptions *options)
{
  static const char *const directions[] = { "down", "up", "right", "left", NULL };
  static const EspDirection values[] = { ESP_DIRECTION_DOWN, ESP_DIRECTION_UP, ESP_DIRECTION_RIGHT, ESP_DIRECTION_LEFT };

  if (options->chart != NULL)
    {
      if (!g_str_equal (options->chart, "structure") && !g_str_equal (options->chart, "reporting"))
        {
          esp_cli_fail (_("--chart is “structure” or “reporting”, not “%s”."), options->chart);
          return FALSE;
        }
      conversion->scene_options.chart = g_str_equal (options->chart, "reporting") ? ESP_CHART_REPORTING : ESP_CHART_STRUCTURE;
      conversion->outline = g_str_equal (options->chart, "reporting") ? ESP_OUTLINE_REPORTING : ESP_OUTLINE_STRUCTURE;
    }
  if (options->direction != NULL)
    {
      for (guint i = 0; directions[i] != NULL; i++)
        if (g_str_equal (directions[i], options->direction))
          {
            conversion->scene_options.direction = values[i];
            return TRUE;
          }
      esp_cli_fail (_("--direction is “down”, “up”, “right” or “left”, not “%s”."), options->direction);
      return FALSE;
    }
  return TRUE;
}

static GBytes *
make_document (Conversion *conversion,
               GError    **error)
{
  return esp_io_to_bytes (conversion->organization, ESP_FILE_DOCUMENT);
}

static GBytes *
make_table (Conversion *conversion,
            GError    **error)
{
  return esp_io_to_bytes (conversion->organization, ESP_FILE_TABLE);
}

static GBytes *
make_outline (Conversion *conversion,
              GError    **error)
{
  return esp_io_outline_to_bytes (conversion->organization, conversion->outline);
}

typedef GBytes *(*RenderFunc) (EspScene               *scene,
                               const EspRenderOptions *options,
                               EspRenderResult        *result,
                               GCancellable           *cancellable,
                               GError                **error);

/* The whole chart, nothing folded. */
static GBytes *
make_picture (Conversion *conversion,
              RenderFunc  render,
              GError    **error)
{
  EspRenderOptions options = ESP_RENDER_OPTIONS_INIT;
  EspRenderResult result;
  g_autoptr (EspScene) scene = NULL;
  GBytes *bytes;

  conversion->scene_options.n_cards_first = G_MAXUINT;
  scene = esp_scene_new (conversion->organization, esp_catalogue_get_default (), &conversion->scene_options, NULL);
  bytes = render (scene, &options, &result, NULL, error);
  if (bytes != NULL && result.is_reduced)
    fprintf (stderr, _("espalier: %s: The chart is too large for this format at its full size; it was drawn at %.1f %%.\n"), conversion->out,
             result.scale * 100.0);
  return bytes;
}

static GBytes *
make_svg (Conversion *conversion,
          GError    **error)
{
  return make_picture (conversion, esp_render_svg, error);
}

static GBytes *
make_png (Conversion *conversion,
          GError    **error)
{
  return make_picture (conversion, esp_render_png, error);
}

static GBytes *
make_pdf (Conversion *conversion,
          GError    **error)
{
  return make_picture (conversion, esp_render_pdf, error);
}

/**
 * esp_cli_convert:
 * @options: two arguments: the file to read and the file to write, whose ending says what it becomes
 *
 * Returns: the exit code
 */
int
esp_cli_convert (const EspCliOptions *options)
{
  static const struct
  {
    const char *ending;
    GBytes *(*make) (Conversion *conversion,
                     GError    **error);
  } formats[] = {
    { ".espalier", make_document },
    { ".csv", make_table },
    { ".md", make_outline },
    { ".svg", make_svg },
    { ".png", make_png },
    { ".pdf", make_pdf },
  };
  const char *out = g_ptr_array_index (options->arguments, 1);
  Conversion conversion = { .out = out, .scene_options = ESP_SCENE_OPTIONS_INIT };
  g_autoptr (GError) error = NULL;
  g_autoptr (EspOrganization) organization = NULL;

  if (!read_options (&conversion, options))
    return ESP_EXIT_FAILED;
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GFile) file = NULL;

      if (!g_str_has_suffix (out, formats[i].ending))
        continue;
      conversion.organization = organization = esp_io_import_argument (g_ptr_array_index (options->arguments, 0), &options->import, NULL, &error);
      if (organization == NULL)
        return esp_cli_fail_with (error);
      bytes = formats[i].make (&conversion, &error);
      if (bytes == NULL)
        return esp_cli_fail ("%s: %s", out, error->message);
      file = g_file_new_for_commandline_arg (out);
      if (!esp_io_replace_with_bytes (file, bytes, NULL, &error))
        return esp_cli_fail_with (error);
      return ESP_EXIT_DONE;
    }
  return esp_cli_fail (_("%s: The ending of the file to write says what it becomes: .espalier, .csv, .md, .svg, .png or .pdf."), out);
}
