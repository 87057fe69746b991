/* esp-chart-lines.c — wires, the way to the root, unit frames
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-chart.h"

#include "chart/esp-chart-pen.h"
#include "chart/esp-chart-private.h"
#include "chart/esp-chart-snap.h"

#define WIRE           2.0
#define MAX_CHAIN     50000 /* levels */
#define CHAIN          3.0
#define LEAST_WIRE_PX  4.0
#define TAB_HEIGHT     24.0
#define TAB_TEXT       12.0

/* Solid lines. While cards move they fade in at their new places. */
static void
paint_wires (EspChart       *self,
             GtkSnapshot    *snapshot,
             const EspPaint *paint)
{
  EspChartPen pen;
  double progress = g_hash_table_size (self->offsets) > 0 ? esp_canvas_get_progress (ESP_CANVAS (self)) : 1;
  double least = LEAST_WIRE_PX * MAX (self->min_px / LEAST_WIRE_PX, 1) / paint->zoom;

  esp_chart_pen_init (&pen, self->boxes, snapshot, paint, WIRE, &self->colors.colors[ESP_COLOR_WIRE]);
  g_array_set_size (self->wires, 0);
  esp_scene_query_wires (self->scene, &paint->visible, least, self->wires);
  if (self->stage > ESP_STAGE_NAMES || self->wires->len > ESP_CHART_PEN_MAX_ROUND)
    pen.rounding = 0;
  pen.color.alpha *= progress * progress;
  for (guint i = 0; i < self->wires->len; i++)
    {
      const EspWire *wire = &g_array_index (self->wires, EspWire, i);

      esp_chart_pen_draw (&pen, wire->points, wire->n_points);
    }
}

/* Asked for once; in a chain of a hundred thousand nobody sees where it leads */
static const GArray *
get_chain (EspChart *self)
{
  EspItem item = _esp_chart_find_key (self, self->selected_key);

  if (self->chain != NULL)
    return self->chain;
  self->chain = g_array_new (FALSE, FALSE, sizeof (EspWire));
  if (item != ESP_ITEM_NONE && esp_scene_is_shown (self->scene, item) && esp_scene_get_level (self->scene, ESP_ITEM_NODE (item)) <= MAX_CHAIN)
    esp_scene_get_chain (self->scene, item, self->chain);
  return self->chain;
}

static gboolean
is_in_view (const EspPaint *paint,
            const EspWire  *wire)
{
  const EspRect *view = &paint->visible;
  const EspPoint *first = &wire->points[0];
  double left = first->x, right = first->x, top = first->y, bottom = first->y;

  for (guint i = 1; i < wire->n_points; i++)
    {
      left = MIN (left, wire->points[i].x);
      right = MAX (right, wire->points[i].x);
      top = MIN (top, wire->points[i].y);
      bottom = MAX (bottom, wire->points[i].y);
    }
  return left <= view->x + view->width && right >= view->x && top <= view->y + view->height && bottom >= view->y;
}

static void
paint_chain (EspChart       *self,
             GtkSnapshot    *snapshot,
             const EspPaint *paint)
{
  const GArray *chain = get_chain (self);
  EspChartPen pen;

  esp_chart_pen_init (&pen, self->boxes, snapshot, paint, CHAIN, &self->colors.colors[ESP_COLOR_ACCENT]);
  for (guint i = 0; i < chain->len; i++)
    {
      const EspWire *wire = &g_array_index (chain, EspWire, i);

      if (is_in_view (paint, wire))
        esp_chart_pen_draw (&pen, wire->points, wire->n_points);
    }
}

/* A solid line that leaves the unit is seen only while one of its ends is selected */
static void
paint_outside (EspChart       *self,
               GtkSnapshot    *snapshot,
               const EspPaint *paint)
{
  EspItem item = _esp_chart_find_key (self, self->selected_key);
  EspChartPen pen;
  EspRoute route;

  if (item == ESP_ITEM_NONE || !esp_scene_is_shown (self->scene, item) || !esp_scene_get_outside_route (self->scene, item, &route))
    return;
  esp_chart_pen_init (&pen, self->boxes, snapshot, paint, 1, &self->colors.colors[ESP_COLOR_ACCENT]);
  esp_chart_pen_draw (&pen, route.points, route.n_points);
}

/* Unit frames */

static void
paint_frame (EspChart       *self,
             GtkSnapshot    *snapshot,
             const EspPaint *paint,
             const EspFrame *frame)
{
  EspOrganization *organization = esp_scene_get_organization (self->scene);
  EspColor color = esp_color_of_unit_kind (esp_unit_get_kind (organization, frame->unit));
  graphene_rect_t box = esp_snap_rect (paint, &frame->rect);
  const GdkRGBA *edge = &self->colors.tints[ESP_TINT_EDGE][color];
  double radius = self->stage == ESP_STAGE_CARDS ? 18 * paint->zoom : 0;
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &box, radius);
  if (frame->is_filled)
    {
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (snapshot, &self->colors.tints[ESP_TINT_FRAME][color], &box);
      gtk_snapshot_pop (snapshot);
    }
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 }, (GdkRGBA[4]) { *edge, *edge, *edge, *edge });
}

/* Name, count and, if the people of a unit do not stand together, which part this is */
static void
paint_tab (EspChart       *self,
           GtkSnapshot    *snapshot,
           const EspPaint *paint,
           const EspFrame *frame)
{
  EspOrganization *organization = esp_scene_get_organization (self->scene);
  EspColor color = esp_color_of_unit_kind (esp_unit_get_kind (organization, frame->unit));
  double height = TAB_HEIGHT * paint->zoom;
  double x = esp_snap_x (paint, frame->rect.x) + 18 * paint->zoom;
  double y = esp_snap_y (paint, frame->rect.y) - height;
  double most = frame->rect.width * paint->zoom - 36 * paint->zoom;
  g_autofree char *text = NULL;
  PangoLayout *layout;
  int width, text_height;
  graphene_rect_t box;

  if (most < 48)
    return;
  if (frame->n_parts > 1)
    text = g_strdup_printf ("%s · %u · %u/%u", esp_unit_get_name (organization, frame->unit), frame->n_positions,
                            frame->part, frame->n_parts);
  else
    text = g_strdup_printf ("%s · %u", esp_unit_get_name (organization, frame->unit), frame->n_positions);
  layout = esp_text_cache_get (self->texts, text, -1, TAB_TEXT, TRUE, most - 12);
  pango_layout_get_pixel_size (layout, &width, &text_height);
  box = GRAPHENE_RECT_INIT (x, floor (y + (height - text_height) / 2) - 2, width + 12, text_height + 4);
  gtk_snapshot_append_color (snapshot, &self->colors.tints[ESP_TINT_PLATE][color], &box);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (box.origin.x + 6, box.origin.y + 2));
  gtk_snapshot_append_layout (snapshot, layout, &self->colors.colors[ESP_COLOR_TEXT]);
  gtk_snapshot_restore (snapshot);
}

/**
 * _esp_chart_paint_frames:
 * @self: a chart
 * @snapshot: where
 * @paint: how
 *
 * Draws the frames of units.
 */
void
_esp_chart_paint_frames (EspChart       *self,
                         GtkSnapshot    *snapshot,
                         const EspPaint *paint)
{
  guint32 n;
  const EspFrame *frames = esp_scene_get_frames (self->scene, &n);

  if (self->stage == ESP_STAGE_WALL)
    return;
  for (guint32 i = 0; i < n; i++)
    {
      EspRect around = { frames[i].rect.x, frames[i].rect.y - TAB_HEIGHT, frames[i].rect.width, frames[i].rect.height + TAB_HEIGHT };

      if (!esp_rect_overlaps (&around, &paint->visible) || frames[i].rect.width * paint->zoom < 12)
        continue;
      paint_frame (self, snapshot, paint, &frames[i]);
      if (self->stage <= ESP_STAGE_NAMES)
        paint_tab (self, snapshot, paint, &frames[i]);
    }
}

/**
 * _esp_chart_paint_lines:
 * @self: a chart, after _esp_chart_has_many_lines()
 * @snapshot: where
 * @paint: how
 *
 * Draws wires and, when they are many, secondary lines, into the chart's boxes; the way from the selection to its root last.
 */
void
_esp_chart_paint_lines (EspChart       *self,
                        GtkSnapshot    *snapshot,
                        const EspPaint *paint)
{
  paint_wires (self, snapshot, paint);
  _esp_chart_paint_thin (self, snapshot, paint);
  paint_outside (self, snapshot, paint);
  paint_chain (self, snapshot, paint);
}
