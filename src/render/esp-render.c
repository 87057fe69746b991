/* esp-render.c — pictures of a scene: sizes, limits, files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-render"

#include "render/esp-render.h"

#include <cairo-pdf.h>
#include <math.h>

#include "core/esp-i18n.h"
#include "render/esp-cairo-pen.h"
#include "render/esp-painter.h"
#include "render/esp-svg-pen.h"

/* cairo refuses longer sides; more pixels take more memory than most would give for a picture. */
#define PNG_SIDE 32767.0
#define PNG_PIXELS 64e6

/* Readers refuse longer pages. */
#define PDF_SIDE 14400.0
#define POINTS_PER_PX 0.75

/* Drawn smaller than this, a card is not more than a dot. */
#define LEAST_PNG_SCALE 0.02
#define LEAST_PDF_SCALE 0.004

G_DEFINE_QUARK (esp-render-error-quark, esp_render_error)

static const char *
get_title (EspScene               *scene,
           const EspRenderOptions *options)
{
  EspOrganization *organization = esp_scene_get_organization (scene);
  const char *title = options->title != NULL ? options->title : esp_organization_get_text (organization, ESP_TABLE_DOCUMENT, 0, ESP_DOCUMENT_NAME);

  return title != NULL && *title != '\0' ? title : _("Organization Chart");
}

static void
set_result (EspRenderResult *result,
            double           width,
            double           height,
            double           scale,
            gboolean         is_reduced,
            guint32          n_items)
{
  if (result != NULL)
    *result = (EspRenderResult){ width, height, scale, is_reduced, n_items };
}

/**
 * esp_render_svg:
 * @scene: a scene
 * @options: how it is drawn
 * @result: (out caller-allocates) (optional): what became of it
 * @cancellable: (nullable): stops it
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Writes what is shown of the scene as SVG: one element a line, words as text in reading order, a rectangle for each card and plate where the scene has it.
 * The same scene and options give the same bytes.
 *
 * Time: O(shown). Threads: any, if nobody else uses the scene.
 *
 * Returns: (transfer full): the file; %NULL with @error set
 */
GBytes *
esp_render_svg (EspScene                *scene,
                const EspRenderOptions  *options,
                EspRenderResult         *result,
                GCancellable            *cancellable,
                GError                 **error)
{
  EspStyles styles;
  EspSvgPen pen;
  EspPage page;
  guint32 n_items = 0;
  GBytes *bytes = NULL;

  g_return_val_if_fail (scene != NULL && options != NULL && options->scale > 0.0, NULL);

  esp_styles_init (&styles, options->palette, esp_scene_get_metrics (scene));
  esp_painter_get_page (scene, &styles, options, &page);
  esp_svg_pen_init (&pen, &styles, esp_scene_get_options (scene)->mirrored, esp_scene_get_n_shown (scene));
  if (esp_painter_paint (&pen.pen, scene, &page, options, cancellable, &n_items, error))
    {
      g_autofree char *description = g_strdup_printf (ngettext ("Organization chart with %'u card", "Organization chart with %'u cards", n_items),
                                                      n_items);

      bytes = esp_svg_pen_finish (&pen, get_title (scene, options), description, &page.rect, options->scale, !options->is_transparent);
      set_result (result, page.rect.width * options->scale, page.rect.height * options->scale, options->scale, FALSE, n_items);
    }
  esp_svg_pen_clear (&pen);
  return bytes;
}

static void
paint_ground (cairo_t   *cr,
              EspPalette palette)
{
  guint32 color = esp_palette_get (palette, ESP_COLOR_CANVAS);

  cairo_set_source_rgb (cr, ((color >> 16) & 0xff) / 255.0, ((color >> 8) & 0xff) / 255.0, (color & 0xff) / 255.0);
  cairo_paint (cr);
}

/* Draws the scene so that one world px takes @scale units. */
static gboolean
paint_context (cairo_t                 *cr,
               EspScene                *scene,
               const EspStyles         *styles,
               const EspRenderOptions  *options,
               const EspPage           *page,
               double                   scale,
               gboolean                 is_raster,
               GCancellable            *cancellable,
               guint32                 *n_items,
               GError                 **error)
{
  EspCairoPen pen;
  gboolean is_done;

  if (!options->is_transparent)
    paint_ground (cr, options->palette);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -page->rect.x, -page->rect.y);
  esp_cairo_pen_init (&pen, cr, styles, esp_scene_get_options (scene)->mirrored, scale, is_raster);
  is_done = esp_painter_paint (&pen.pen, scene, page, options, cancellable, n_items, error);
  esp_cairo_pen_clear (&pen);
  if (is_done && cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, ESP_RENDER_ERROR, ESP_RENDER_ERROR_FAILED, cairo_status_to_string (cairo_status (cr)));
      is_done = FALSE;
    }
  return is_done;
}

static gboolean
paint_surface (cairo_surface_t         *surface,
               EspScene                *scene,
               const EspStyles         *styles,
               const EspRenderOptions  *options,
               const EspPage           *page,
               double                   scale,
               gboolean                 is_raster,
               GCancellable            *cancellable,
               guint32                 *n_items,
               GError                 **error)
{
  cairo_t *cr = cairo_create (surface);
  gboolean is_done = paint_context (cr, scene, styles, options, page, scale, is_raster, cancellable, n_items, error);

  cairo_destroy (cr);
  return is_done;
}

static cairo_status_t
append_bytes (void                *array,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (array, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
set_failed (cairo_status_t   status,
            GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return FALSE;
  g_set_error_literal (error, ESP_RENDER_ERROR, ESP_RENDER_ERROR_FAILED, cairo_status_to_string (status));
  return TRUE;
}

/* The scale at which the page keeps within the limits; 0 with @error set if that is too small to see anything. */
static double
limit_scale (const EspRect  *page,
             double          scale,
             double          side,
             double          area,
             double          least,
             const char     *format,
             GError        **error)
{
  double limited = MIN (scale, side / MAX (page->width, page->height));

  if (page->width * page->height * limited * limited > area)
    limited = sqrt (area / (page->width * page->height));
  if (limited >= MIN (least, scale))
    return limited;

  g_set_error (error, ESP_RENDER_ERROR, ESP_RENDER_ERROR_TOO_LARGE,
               /* Translators: the second %s is PNG or PDF, the numbers are a width and a height in pixels */
               _("The chart is %.0f × %.0f pixels large, too large for a %s in which anything can be seen. Fold branches, or choose SVG."),
               page->width, page->height, format);
  return 0.0;
}

/**
 * esp_render_png:
 * @scene: a scene
 * @options: how it is drawn
 * @result: (out caller-allocates) (optional): what became of it
 * @cancellable: (nullable): stops it
 * @error: #EspRenderError, %G_IO_ERROR_CANCELLED
 *
 * Draws what is shown of the scene into a PNG. A side has at most 32,767 px, the whole at most 64 million; what is larger is drawn smaller, and @result
 * says so.
 *
 * Time: O(shown + pixels). Threads: any, if nobody else uses the scene.
 *
 * Returns: (transfer full): the file; %NULL with @error set
 */
GBytes *
esp_render_png (EspScene                *scene,
                const EspRenderOptions  *options,
                EspRenderResult         *result,
                GCancellable            *cancellable,
                GError                 **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  cairo_surface_t *surface;
  EspStyles styles;
  EspPage page;
  guint32 n_items = 0;
  double scale, width, height;
  gboolean is_done;

  g_return_val_if_fail (scene != NULL && options != NULL && options->scale > 0.0, NULL);

  esp_styles_init (&styles, options->palette, esp_scene_get_metrics (scene));
  esp_painter_get_page (scene, &styles, options, &page);
  scale = limit_scale (&page.rect, options->scale, PNG_SIDE, PNG_PIXELS, LEAST_PNG_SCALE, "PNG", error);
  if (scale <= 0.0)
    return NULL;
  width = CLAMP (ceil (page.rect.width * scale - 1e-6), 1.0, PNG_SIDE);
  height = CLAMP (ceil (page.rect.height * scale - 1e-6), 1.0, PNG_SIDE);
  surface = cairo_image_surface_create (options->is_transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, (int) width, (int) height);
  bytes = g_byte_array_new ();
  is_done = !set_failed (cairo_surface_status (surface), error)
            && paint_surface (surface, scene, &styles, options, &page, scale, TRUE, cancellable, &n_items, error)
            && !set_failed (cairo_surface_write_to_png_stream (surface, append_bytes, bytes), error);
  cairo_surface_destroy (surface);
  if (!is_done)
    return NULL;

  set_result (result, width, height, scale, scale < options->scale, n_items);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * esp_render_pdf:
 * @scene: a scene
 * @options: how it is drawn
 * @result: (out caller-allocates) (optional): what became of it
 * @cancellable: (nullable): stops it
 * @error: #EspRenderError, %G_IO_ERROR_CANCELLED
 *
 * Draws what is shown of the scene on one page as large as the chart; words stay words. A side has at most 14,400 points (508 cm); what is larger is drawn
 * smaller, and @result says so.
 *
 * Time: O(shown). Threads: any, if nobody else uses the scene.
 *
 * Returns: (transfer full): the file; %NULL with @error set
 */
GBytes *
esp_render_pdf (EspScene                *scene,
                const EspRenderOptions  *options,
                EspRenderResult         *result,
                GCancellable            *cancellable,
                GError                 **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  cairo_surface_t *surface;
  EspStyles styles;
  EspPage page;
  guint32 n_items = 0;
  double wanted, scale;
  gboolean is_done;

  g_return_val_if_fail (scene != NULL && options != NULL && options->scale > 0.0, NULL);

  esp_styles_init (&styles, options->palette, esp_scene_get_metrics (scene));
  esp_painter_get_page (scene, &styles, options, &page);
  wanted = options->scale * POINTS_PER_PX;
  scale = limit_scale (&page.rect, wanted, PDF_SIDE, PDF_SIDE * PDF_SIDE, LEAST_PDF_SCALE, "PDF", error);
  if (scale <= 0.0)
    return NULL;
  bytes = g_byte_array_new ();
  surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, page.rect.width * scale, page.rect.height * scale);
  /* read everywhere, and the same objects whatever the version of cairo */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, get_title (scene, options));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Espalier " ESP_VERSION);
  is_done = paint_surface (surface, scene, &styles, options, &page, scale, FALSE, cancellable, &n_items, error);
  cairo_surface_finish (surface);
  is_done = is_done && !set_failed (cairo_surface_status (surface), error);
  cairo_surface_destroy (surface);
  if (!is_done)
    return NULL;

  set_result (result, page.rect.width * scale, page.rect.height * scale, scale / POINTS_PER_PX, scale < wanted, n_items);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * esp_render_measure:
 * @scene: a scene
 * @options: how it would be drawn
 * @width: (out): of the picture, world px
 * @height: (out): likewise
 *
 * Says how large the picture would be.
 */
void
esp_render_measure (EspScene               *scene,
                    const EspRenderOptions *options,
                    double                 *width,
                    double                 *height)
{
  EspStyles styles;
  EspPage page;

  g_return_if_fail (scene != NULL && options != NULL);

  esp_styles_init (&styles, options->palette, esp_scene_get_metrics (scene));
  esp_painter_get_page (scene, &styles, options, &page);
  *width = page.rect.width;
  *height = page.rect.height;
}

/**
 * esp_render_draw:
 * @scene: a scene
 * @options: how it is drawn; its ground is painted as far as @cr is not clipped
 * @cr: where; one of its units is one world px, the picture's corner comes to lie at its origin
 * @error: #EspRenderError
 *
 * Draws what is shown of the scene on a page: of a printer, for example. Words stay words.
 *
 * Time: O(shown).
 *
 * Returns: whether it is drawn
 */
gboolean
esp_render_draw (EspScene                *scene,
                 const EspRenderOptions  *options,
                 cairo_t                 *cr,
                 GError                 **error)
{
  EspStyles styles;
  EspPage page;
  guint32 n_items;
  gboolean is_done;

  g_return_val_if_fail (scene != NULL && options != NULL && cr != NULL, FALSE);

  esp_styles_init (&styles, options->palette, esp_scene_get_metrics (scene));
  esp_painter_get_page (scene, &styles, options, &page);
  cairo_save (cr);
  is_done = paint_context (cr, scene, &styles, options, &page, 1, FALSE, NULL, &n_items, error);
  cairo_restore (cr);
  return is_done;
}

/**
 * esp_render_card:
 * @scene: a scene
 * @item: an item that is shown
 * @options: how it is drawn
 * @cr: where; one of its units is one world px, the card's corner comes to lie at its origin
 *
 * Draws one card or plate alone, on no ground. A group's second border and a fold pill reach up to 12 px beyond its edge.
 */
void
esp_render_card (EspScene               *scene,
                 EspItem                 item,
                 const EspRenderOptions *options,
                 cairo_t                *cr)
{
  EspStyles styles;
  EspCairoPen pen;
  EspRect rect;

  g_return_if_fail (scene != NULL && options != NULL && cr != NULL);

  if (!esp_scene_get_item_rect (scene, item, &rect))
    return;
  cairo_save (cr);
  cairo_translate (cr, -rect.x, -rect.y);
  esp_styles_init (&styles, options->palette, esp_scene_get_metrics (scene));
  esp_cairo_pen_init (&pen, cr, &styles, esp_scene_get_options (scene)->mirrored, options->scale, TRUE);
  esp_painter_paint_card (&pen.pen, scene, item);
  esp_cairo_pen_clear (&pen);
  cairo_restore (cr);
}

/**
 * esp_render_card_png:
 * @scene: a scene
 * @item: an item that is shown
 * @options: how it is drawn; its margin is kept free around the card
 * @error: #EspRenderError
 *
 * Returns: (transfer full): a PNG of one card or plate; %NULL with @error set
 */
GBytes *
esp_render_card_png (EspScene                *scene,
                     EspItem                  item,
                     const EspRenderOptions  *options,
                     GError                 **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t *cr;
  EspRect rect;
  gboolean is_done;

  g_return_val_if_fail (scene != NULL && options != NULL && options->scale > 0.0, NULL);
  g_return_val_if_fail (esp_scene_get_item_rect (scene, item, &rect), NULL);

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil ((rect.width + 2 * options->margin) * options->scale),
                                        (int) ceil ((rect.height + 2 * options->margin) * options->scale));
  cr = cairo_create (surface);
  if (!options->is_transparent)
    paint_ground (cr, options->palette);
  cairo_scale (cr, options->scale, options->scale);
  cairo_translate (cr, options->margin, options->margin);
  esp_render_card (scene, item, options, cr);
  is_done = !set_failed (cairo_status (cr), error) && !set_failed (cairo_surface_write_to_png_stream (surface, append_bytes, bytes), error);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return is_done ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
