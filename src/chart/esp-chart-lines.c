/* esp-chart-lines.c — wires, secondary lines and unit frames
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-chart.h"

#include "chart/esp-chart-private.h"
#include "chart/esp-chart-snap.h"
#include "chart/esp-glyph-icon.h"
#include "scene/esp-card.h"

#define WIRE           2.0
#define CHAIN          3.0
#define ROUNDING       6.0
#define LEAST_ROUNDING 4.0  /* device px; below, corners are square */
#define MAX_ROUND      200  /* corners */
#define LEAST_WIRE_PX  4.0
#define MAX_DASHED     300
#define MAX_LINES      1500
#define TAB_HEIGHT     24.0
#define TAB_TEXT       12.0

/* Straight pieces and corners */

typedef struct
{
  EspBoxes       *boxes;    /* straight pieces */
  GtkSnapshot    *snapshot; /* corners */
  const EspPaint *paint;
  double          width;    /* view px, whole device px */
  double          rounding; /* view px; 0: square */
  GdkRGBA         color;
  guint           n_round;
} Pen;

static void
append_piece (Pen    *pen,
              double  x1,
              double  y1,
              double  x2,
              double  y2)
{
  double half = floor (pen->width * pen->paint->scale / 2) / pen->paint->scale;

  esp_boxes_add (pen->boxes,
                 &GRAPHENE_RECT_INIT (MIN (x1, x2) - half, MIN (y1, y2) - half, fabs (x2 - x1) + pen->width, fabs (y2 - y1) + pen->width),
                 &pen->color);
}

/* A quarter of a ring round the corner at (@x, @y), to whose inside (@dx, @dy) points */
static void
append_corner (Pen    *pen,
               double  x,
               double  y,
               double  dx,
               double  dy)
{
  double half = floor (pen->width * pen->paint->scale / 2) / pen->paint->scale;
  double radius = pen->rounding;
  double left = dx > 0 ? x - half : x - half + pen->width - radius;
  double top = dy > 0 ? y - half : y - half + pen->width - radius;
  double ring_left = dx > 0 ? left : left - radius;
  double ring_top = dy > 0 ? top : top - radius;
  GskRoundedRect ring;

  gsk_rounded_rect_init_from_rect (&ring, &GRAPHENE_RECT_INIT (ring_left, ring_top, 2 * radius, 2 * radius), radius);
  gtk_snapshot_push_clip (pen->snapshot, &GRAPHENE_RECT_INIT (left, top, radius, radius));
  gtk_snapshot_append_border (pen->snapshot, &ring, (float[4]) { pen->width, pen->width, pen->width, pen->width },
                              (GdkRGBA[4]) { pen->color, pen->color, pen->color, pen->color });
  gtk_snapshot_pop (pen->snapshot);
  pen->n_round++;
}

static double
get_sign (double value)
{
  return value > 0 ? 1 : value < 0 ? -1 : 0;
}

static void
append_wire (Pen            *pen,
             const EspPoint *points,
             guint           n_points)
{
  double x = esp_snap_x (pen->paint, points[0].x);
  double y = esp_snap_y (pen->paint, points[0].y);

  for (guint i = 1; i < n_points; i++)
    {
      double next_x = esp_snap_x (pen->paint, points[i].x);
      double next_y = esp_snap_y (pen->paint, points[i].y);
      double end_x = next_x;
      double end_y = next_y;
      double dx = get_sign (next_x - x);
      double dy = get_sign (next_y - y);

      if (i + 1 < n_points && pen->rounding > 0 && pen->n_round < MAX_ROUND)
        {
          double out_x = get_sign (esp_snap_x (pen->paint, points[i + 1].x) - next_x);
          double out_y = get_sign (esp_snap_y (pen->paint, points[i + 1].y) - next_y);
          double in_length = fabs (next_x - x) + fabs (next_y - y);
          double out_length = fabs (esp_snap_x (pen->paint, points[i + 1].x) - next_x) +
                              fabs (esp_snap_y (pen->paint, points[i + 1].y) - next_y);

          if ((dx != 0) != (out_x != 0) && in_length > pen->rounding && out_length > pen->rounding)
            {
              append_corner (pen, next_x, next_y, out_x - dx, out_y - dy);
              end_x -= dx * pen->rounding;
              end_y -= dy * pen->rounding;
              append_piece (pen, x, y, end_x, end_y);
              x = next_x + out_x * pen->rounding;
              y = next_y + out_y * pen->rounding;
              continue;
            }
        }
      append_piece (pen, x, y, end_x, end_y);
      x = next_x;
      y = next_y;
    }
}

static Pen
make_pen (EspChart       *self,
          GtkSnapshot    *snapshot,
          const EspPaint *paint,
          double          width,
          const GdkRGBA  *color)
{
  Pen pen = { self->boxes, snapshot, paint, .color = *color };
  double device = floor (width * paint->zoom * paint->scale + 0.5);

  pen.width = CLAMP (device, 1, ceil (width * paint->scale)) / paint->scale;
  if (ROUNDING * paint->zoom * paint->scale >= LEAST_ROUNDING)
    pen.rounding = floor (ROUNDING * paint->zoom * paint->scale + 0.5) / paint->scale;
  return pen;
}

/* Solid lines. While cards move they fade in at their new places. */
static void
paint_wires (EspChart       *self,
             GtkSnapshot    *snapshot,
             const EspPaint *paint)
{
  Pen pen = make_pen (self, snapshot, paint, WIRE, &self->colors.colors[ESP_COLOR_WIRE]);
  double progress = g_hash_table_size (self->offsets) > 0 ? esp_canvas_get_progress (ESP_CANVAS (self)) : 1;
  double least = LEAST_WIRE_PX * MAX (self->min_px / LEAST_WIRE_PX, 1) / paint->zoom;

  g_array_set_size (self->wires, 0);
  esp_scene_query_wires (self->scene, &paint->visible, least, self->wires);
  if (self->stage > ESP_STAGE_NAMES || self->wires->len > MAX_ROUND)
    pen.rounding = 0;
  pen.color.alpha *= progress * progress;
  for (guint i = 0; i < self->wires->len; i++)
    {
      const EspWire *wire = &g_array_index (self->wires, EspWire, i);

      append_wire (&pen, wire->points, wire->n_points);
    }
}

static void
paint_chain (EspChart       *self,
             GtkSnapshot    *snapshot,
             const EspPaint *paint)
{
  Pen pen = make_pen (self, snapshot, paint, CHAIN, &self->colors.colors[ESP_COLOR_ACCENT]);
  EspItem item = _esp_chart_find_key (self, self->selected_key);

  if (item == ESP_ITEM_NONE || !esp_scene_is_shown (self->scene, item))
    return;
  g_array_set_size (self->chain, 0);
  esp_scene_get_chain (self->scene, item, self->chain);
  for (guint i = 0; i < self->chain->len; i++)
    {
      const EspWire *wire = &g_array_index (self->chain, EspWire, i);

      append_wire (&pen, wire->points, wire->n_points);
    }
}

/* Secondary lines */

static const GdkRGBA *
get_line_color (EspChart    *self,
                EspLineKind  kind)
{
  static const EspColor colors[ESP_LINE_N_KINDS] = {
    [ESP_LINE_SECOND] = ESP_COLOR_TEXT,
    [ESP_LINE_DOTTED] = ESP_COLOR_WIRE,
    [ESP_LINE_FUNCTIONAL] = ESP_COLOR_DEPARTMENT,
    [ESP_LINE_PROGRAM] = ESP_COLOR_PROGRAM,
    [ESP_LINE_VENDOR] = ESP_COLOR_PMO,
  };

  return &self->colors.colors[colors[kind]];
}

static void
trace_route (cairo_t        *cr,
             const EspPaint *paint,
             const EspRoute *route,
             double          shift)
{
  for (guint i = 0; i < route->n_points; i++)
    cairo_line_to (cr, esp_snap_x (paint, route->points[i].x) + shift, esp_snap_y (paint, route->points[i].y) + shift);
}

static void
stroke_route (EspChart       *self,
              cairo_t        *cr,
              const EspPaint *paint,
              const EspRoute *route)
{
  static const double dotted[] = { 2, 4 };
  static const double functional[] = { 12, 6 };
  static const double program[] = { 12, 3, 3, 3 };
  double width = route->is_folded || paint->zoom < ESP_STAGE_CARDS_ZOOM ? 1 : 2;
  double odd = width == 1 ? 0.5 : 0;

  gdk_cairo_set_source_rgba (cr, get_line_color (self, route->kind));
  cairo_set_dash (cr, NULL, 0, 0);
  if (route->kind == ESP_LINE_DOTTED)
    cairo_set_dash (cr, dotted, G_N_ELEMENTS (dotted), 0);
  else if (route->kind == ESP_LINE_FUNCTIONAL)
    cairo_set_dash (cr, functional, G_N_ELEMENTS (functional), 0);
  else if (route->kind == ESP_LINE_PROGRAM)
    cairo_set_dash (cr, program, G_N_ELEMENTS (program), 0);
  cairo_set_line_width (cr, width);
  if (route->kind == ESP_LINE_VENDOR)
    {
      cairo_set_line_width (cr, 1);
      trace_route (cr, paint, route, -0.5);
      cairo_stroke (cr);
      trace_route (cr, paint, route, 1.5);
    }
  else
    {
      trace_route (cr, paint, route, odd);
    }
  cairo_stroke (cr);
}

/* What stands at the far end says the kind of a line without its colour */
static void
draw_end (EspChart       *self,
          cairo_t        *cr,
          const EspPaint *paint,
          const EspRoute *route)
{
  const EspPoint *last = &route->points[route->n_points - 1];
  const EspPoint *before = &route->points[route->n_points - 2];
  double dx = get_sign (last->x - before->x);
  double dy = get_sign (last->y - before->y);

  cairo_save (cr);
  cairo_translate (cr, esp_snap_x (paint, last->x), esp_snap_y (paint, last->y));
  cairo_rotate (cr, atan2 (dy, dx));
  cairo_new_path (cr);
  switch (route->kind)
    {
    case ESP_LINE_SECOND:
      cairo_rectangle (cr, -6, -4, 1.5, 8);
      cairo_rectangle (cr, -3, -4, 1.5, 8);
      break;
    case ESP_LINE_FUNCTIONAL:
      cairo_move_to (cr, 0, 0);
      cairo_line_to (cr, -9, -4.5);
      cairo_line_to (cr, -9, 4.5);
      cairo_close_path (cr);
      break;
    case ESP_LINE_PROGRAM:
      cairo_move_to (cr, 0, 0);
      cairo_line_to (cr, -4.5, -4.5);
      cairo_line_to (cr, -9, 0);
      cairo_line_to (cr, -4.5, 4.5);
      cairo_close_path (cr);
      break;
    case ESP_LINE_VENDOR:
      cairo_rectangle (cr, -6, -3, 6, 6);
      break;
    case ESP_LINE_DOTTED:
    case ESP_LINE_N_KINDS:
    default:
      cairo_arc (cr, -3, 0, 3, 0, 2 * G_PI);
      break;
    }
  gdk_cairo_set_source_rgba (cr, get_line_color (self, route->kind));
  if (route->kind != ESP_LINE_SECOND && route->kind != ESP_LINE_FUNCTIONAL)
    {
      gdk_cairo_set_source_rgba (cr, &self->colors.colors[ESP_COLOR_CANVAS]);
      cairo_fill_preserve (cr);
      gdk_cairo_set_source_rgba (cr, get_line_color (self, route->kind));
      cairo_set_line_width (cr, 1.5);
      cairo_stroke (cr);
    }
  else
    {
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

/* Few lines: dashed, with their ends, in one go */
static void
paint_dashed (EspChart       *self,
              GtkSnapshot    *snapshot,
              const EspPaint *paint)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, paint->width, paint->height));

  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < self->routes->len; i++)
    stroke_route (self, cr, paint, g_ptr_array_index (self->routes, i));
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_GOOD);
  if (self->stage <= ESP_STAGE_NAMES)
    for (guint i = 0; i < self->routes->len; i++)
      draw_end (self, cr, paint, g_ptr_array_index (self->routes, i));
  cairo_destroy (cr);
}

/* Many lines: thin and solid */
static void
paint_thin (EspChart       *self,
            GtkSnapshot    *snapshot,
            const EspPaint *paint)
{
  for (guint i = 0; i < MIN (self->routes->len, MAX_LINES); i++)
    {
      const EspRoute *route = g_ptr_array_index (self->routes, i);
      Pen pen = make_pen (self, snapshot, paint, 1, get_line_color (self, route->kind));

      pen.rounding = 0;
      append_wire (&pen, route->points, route->n_points);
    }
}

/* Finds the lines in view */
static void
query_routes (EspChart       *self,
              const EspPaint *paint)
{
  g_ptr_array_set_size (self->routes, 0);
  if (esp_session_get_show_lines (self->session) && esp_scene_get_n_routes (self->scene) > 0)
    esp_scene_query_routes (self->scene, &paint->visible, self->routes);
}

/* Far away dashes and ends would only be specks */
static gboolean
are_dashed (EspChart *self)
{
  return self->stage <= ESP_STAGE_BLOCKS && self->routes->len <= MAX_DASHED;
}

/* A solid line that leaves the unit is seen only while one of its ends is selected */
static void
paint_outside (EspChart       *self,
               GtkSnapshot    *snapshot,
               const EspPaint *paint)
{
  EspItem item = _esp_chart_find_key (self, self->selected_key);
  Pen pen = make_pen (self, snapshot, paint, 1, &self->colors.colors[ESP_COLOR_ACCENT]);
  EspRoute route;

  if (item != ESP_ITEM_NONE && esp_scene_is_shown (self->scene, item) &&
      esp_scene_get_outside_route (self->scene, item, &route))
    append_wire (&pen, route.points, route.n_points);
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
 * _esp_chart_has_many_lines:
 * @self: a chart
 * @paint: how
 *
 * Returns: whether so many secondary lines are in view that they are best drawn as one picture
 */
gboolean
_esp_chart_has_many_lines (EspChart       *self,
                           const EspPaint *paint)
{
  query_routes (self, paint);
  return !are_dashed (self);
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
  if (!are_dashed (self))
    paint_thin (self, snapshot, paint);
  paint_outside (self, snapshot, paint);
  paint_chain (self, snapshot, paint);
}

/**
 * _esp_chart_paint_dashed:
 * @self: a chart, after _esp_chart_paint_lines()
 * @snapshot: where
 * @paint: how
 *
 * Draws secondary lines when they are few.
 */
void
_esp_chart_paint_dashed (EspChart       *self,
                         GtkSnapshot    *snapshot,
                         const EspPaint *paint)
{
  if (self->routes->len > 0 && are_dashed (self))
    paint_dashed (self, snapshot, paint);
}
