/* esp-painter.c — a whole chart from back to front: frames, wires, secondary lines, cards, headings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-render"

#include "render/esp-painter.h"

#include <math.h>

#include "core/esp-i18n.h"

#define BEND 6.0
#define FRAME_RADIUS 18.0
#define TAB_HEIGHT 24.0
#define TAB_RADIUS 12.0
#define TAB_PADDING 12.0
#define GLYPH_GAP 6.0
#define STICKING_OUT 18.0 /* second borders, marks and pills reach this far beyond what they belong to */
#define FOLD_ROOM 60.0    /* for the pills of folded branches in horizontal charts */
#define LEGEND_GAP 36.0
#define LEAST_LEGEND 600.0 /* width, in px, before entries go to the next row */
#define CHECK_STEP 1024

static EspRect
grow_by_tab (EspRect rect)
{
  return (EspRect){ rect.x, rect.y - TAB_HEIGHT, rect.width, rect.height + TAB_HEIGHT };
}

static void
include_routes (EspScene *scene,
                EspRect  *page)
{
  guint32 n;
  const EspRoute *routes = esp_scene_get_routes (scene, &n);

  for (guint32 i = 0; i < n; i++)
    {
      for (guint k = 0; k < routes[i].n_points; k++)
        *page = esp_rect_union (page, &(EspRect){ routes[i].points[k].x, routes[i].points[k].y, 0.0, 0.0 });
    }
}

/* Around everything that belongs to the chart itself. */
static void
get_chart (EspScene               *scene,
           const EspRenderOptions *options,
           EspRect                *chart)
{
  const EspSceneOptions *scene_options = esp_scene_get_options (scene);
  gboolean is_turned = scene_options->direction == ESP_DIRECTION_RIGHT || scene_options->direction == ESP_DIRECTION_LEFT;
  guint32 n_frames;
  const EspFrame *frames = esp_scene_get_frames (scene, &n_frames);

  esp_scene_get_bounds (scene, chart);
  for (guint32 i = 0; i < n_frames; i++)
    {
      EspRect frame = grow_by_tab (frames[i].rect);

      *chart = esp_rect_union (chart, &frame);
    }
  if (options->show_lines)
    include_routes (scene, chart);
  if (is_turned && esp_scene_get_n_shown (scene) < esp_scene_get_n_nodes (scene))
    {
      chart->x -= FOLD_ROOM;
      chart->width += 2 * FOLD_ROOM;
    }
}

/**
 * esp_painter_get_page:
 * @scene: a scene
 * @styles: how things look
 * @options: what is drawn
 * @page: (out caller-allocates): where everything comes to stand
 *
 * Time: O(shown).
 */
void
esp_painter_get_page (EspScene               *scene,
                      const EspStyles        *styles,
                      const EspRenderOptions *options,
                      EspPage                *page)
{
  EspRect *rect = &page->rect;

  get_chart (scene, options, &page->chart);
  *rect = page->chart;
  page->legend.n = 0;
  if (options->show_legend)
    esp_legend_init (&page->legend, scene, styles, options->show_lines, MAX (rect->width, LEAST_LEGEND));
  if (page->legend.n > 0)
    {
      if (esp_scene_get_options (scene)->mirrored)
        rect->x -= MAX (page->legend.width - rect->width, 0.0);
      rect->width = MAX (rect->width, page->legend.width);
      rect->height += LEGEND_GAP + page->legend.height;
    }
  *rect = esp_rect_grow (rect, MAX (options->margin, STICKING_OUT));
  rect->width = ceil (rect->x + rect->width) - floor (rect->x);
  rect->height = ceil (rect->y + rect->height) - floor (rect->y);
  rect->x = floor (rect->x);
  rect->y = floor (rect->y);
}

/* “Delivery · 14”, and which part of it */
static char *
get_tab_text (EspScene       *scene,
              const EspFrame *frame)
{
  const char *name = esp_unit_get_name (esp_scene_get_organization (scene), frame->unit);

  if (frame->n_parts < 2)
    return g_strdup_printf ("%s · %u", name, frame->n_positions);
  /* Translators: on the frame of a unit that falls into several parts: name, positions in this part, number of the part, number of parts */
  return g_strdup_printf (_("%s · %'u (%'u of %'u)"), name, frame->n_positions, frame->part, frame->n_parts);
}

static void
paint_tab (EspPen         *pen,
           EspScene       *scene,
           const EspFrame *frame,
           EspColor        color)
{
  g_autofree char *text = get_tab_text (scene, frame);
  const EspWordStyle *style = &pen->styles->words[ESP_WORDS_TAB];
  double before = TAB_PADDING + ESP_GLYPH_SIZE + GLYPH_GAP;
  double room = frame->rect.width - 2 * FRAME_RADIUS - before - TAB_PADDING;
  double words = MIN (ceil (esp_text_measure (text, -1, style->size, style->is_bold)), room);
  EspRect tab = { frame->rect.x + FRAME_RADIUS, frame->rect.y - TAB_HEIGHT, before + words + TAB_PADDING, TAB_HEIGHT };

  if (pen->is_mirrored)
    tab.x = frame->rect.x + frame->rect.width - FRAME_RADIUS - tab.width;
  esp_pen_rect (pen, esp_ink_of_place (ESP_INK_TAB, color), &tab, TAB_RADIUS, ESP_CORNERS_TOP);
  esp_pen_glyph (pen, esp_ink_of_place (ESP_INK_PLACE_GLYPH, color), esp_card_get_unit_glyph (scene, frame->unit),
                 pen->is_mirrored ? tab.x + tab.width - TAB_PADDING - ESP_GLYPH_SIZE : tab.x + TAB_PADDING,
                 tab.y + (TAB_HEIGHT - ESP_GLYPH_SIZE) / 2.0, ESP_GLYPH_SIZE);
  esp_pen_words (pen, &(EspRun){ .style = ESP_WORDS_TAB, .text = text, .width = words + 1.0,
                                 .x = pen->is_mirrored ? tab.x + tab.width - before : tab.x + before,
                                 .y = esp_painter_get_baseline (pen->styles, ESP_WORDS_TAB, tab.y, TAB_HEIGHT) });
}

/* The outlines lie below the wires, the tabs with their words above. */
static void
paint_frames (EspPen   *pen,
              EspScene *scene,
              gboolean  are_tabs)
{
  EspOrganization *organization = esp_scene_get_organization (scene);
  guint32 n;
  const EspFrame *frames = esp_scene_get_frames (scene, &n);

  for (guint32 i = 0; i < n; i++)
    {
      EspColor color = esp_color_of_unit_kind (esp_unit_get_kind (organization, frames[i].unit));

      if (are_tabs)
        paint_tab (pen, scene, &frames[i], color);
      else
        esp_pen_rect (pen, esp_ink_of_place (frames[i].is_filled ? ESP_INK_FRAME : ESP_INK_FRAME_BARE, color), &frames[i].rect, FRAME_RADIUS,
                      ESP_CORNERS_ALL);
    }
}

static void
paint_wires (EspPen   *pen,
             EspScene *scene)
{
  g_autoptr (GArray) wires = g_array_new (FALSE, FALSE, sizeof (EspWire));
  EspRect bounds;

  esp_scene_get_bounds (scene, &bounds);
  bounds = esp_rect_grow (&bounds, 1.0);
  esp_scene_query_wires (scene, &bounds, 0.0, wires);
  for (guint i = 0; i < wires->len; i++)
    {
      const EspWire *wire = &g_array_index (wires, EspWire, i);

      esp_pen_line (pen, ESP_INK_WIRE, wire->points, wire->n_points, BEND);
    }
}

static gboolean
paint_cards (EspPen        *pen,
             EspScene      *scene,
             GCancellable  *cancellable,
             guint32       *n_items,
             GError       **error)
{
  guint32 n = 0;

  for (EspItem item = esp_scene_first (scene); item != ESP_ITEM_NONE; item = esp_scene_after (scene, item))
    {
      if (n++ % CHECK_STEP == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      esp_painter_paint_card (pen, scene, item);
    }
  *n_items = n;
  return TRUE;
}

/* What stands over the block of lone roots */
static void
paint_heading (EspPen   *pen,
               EspScene *scene)
{
  EspHeading heading;
  g_autofree char *text = NULL;

  if (!esp_scene_get_heading (scene, &heading))
    return;
  /* Translators: over positions without a manager and without reports; %u is how many */
  text = g_strdup_printf (_("Nobody above or below · %'u"), heading.count);
  esp_pen_words (pen, &(EspRun){ .style = ESP_WORDS_TITLE, .text = text, .width = heading.rect.width,
                                 .x = pen->is_mirrored ? heading.rect.x + heading.rect.width : heading.rect.x,
                                 .y = esp_painter_get_baseline (pen->styles, ESP_WORDS_TITLE, heading.rect.y, heading.rect.height) });
}

/**
 * esp_painter_paint:
 * @pen: what to draw with
 * @scene: a scene
 * @page: where everything stands
 * @options: what is drawn
 * @cancellable: (nullable): stops it
 * @n_items: (out): how many cards and plates were drawn
 * @error: where to say that it was stopped
 *
 * Draws everything that is shown, without its ground.
 *
 * Time: O(shown), without recursion.
 *
 * Returns: whether it came to the end
 */
gboolean
esp_painter_paint (EspPen                 *pen,
                   EspScene               *scene,
                   const EspPage          *page,
                   const EspRenderOptions *options,
                   GCancellable           *cancellable,
                   guint32                *n_items,
                   GError                **error)
{
  paint_frames (pen, scene, FALSE);
  paint_wires (pen, scene);
  if (options->show_lines)
    esp_painter_paint_routes (pen, scene);
  paint_frames (pen, scene, TRUE);
  if (!paint_cards (pen, scene, cancellable, n_items, error))
    return FALSE;
  paint_heading (pen, scene);
  esp_legend_paint (&page->legend, pen, pen->is_mirrored ? page->chart.x + page->chart.width : page->chart.x,
                    page->chart.y + page->chart.height + LEGEND_GAP);
  return TRUE;
}
