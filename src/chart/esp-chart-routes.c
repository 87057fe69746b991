/* esp-chart-routes.c — secondary lines: dashed while they are few, thin when they are many
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-chart.h"

#include "chart/esp-chart-pen.h"
#include "chart/esp-chart-private.h"
#include "chart/esp-chart-snap.h"
#include "scene/esp-card.h"

#define MAX_DASHED 300
#define MAX_LINES  1500
#define MAX_WORDED 60 /* lines in view whose counts and far names are written */
#define COUNT_PX   11.0
#define NAME_WIDTH 150.0

static double
get_sign (double value)
{
  return value > 0 ? 1 : value < 0 ? -1 : 0;
}

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

  if (self->trace != NULL) /* the way to the top stands out from everything else */
    return &self->colors.colors[ESP_COLOR_CARD_BORDER];
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
  if (route->kind == ESP_LINE_VENDOR && width > 1)
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

static void
trace_mark (cairo_t     *cr,
            EspLineKind  kind)
{
  switch (kind)
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
}

/* What stands at the far end says the kind of a line without its colour */
static void
draw_mark (EspChart       *self,
           cairo_t        *cr,
           const EspPaint *paint,
           const EspRoute *route)
{
  gboolean is_backwards = route->is_stub; /* of a stub, the end that is in view */
  const EspPoint *end = &route->points[is_backwards ? 0 : route->n_points - 1];
  const EspPoint *before = &route->points[is_backwards ? 1 : route->n_points - 2];
  gboolean is_full = route->kind == ESP_LINE_SECOND || route->kind == ESP_LINE_FUNCTIONAL;

  if (route->is_stub && route->from != ESP_ITEM_NONE)
    return;
  cairo_save (cr);
  cairo_translate (cr, esp_snap_x (paint, end->x), esp_snap_y (paint, end->y));
  cairo_rotate (cr, atan2 (get_sign (end->y - before->y), get_sign (end->x - before->x)));
  cairo_new_path (cr);
  trace_mark (cr, route->kind);
  gdk_cairo_set_source_rgba (cr, is_full ? get_line_color (self, route->kind) : &self->colors.colors[ESP_COLOR_CANVAS]);
  cairo_fill_preserve (cr);
  if (!is_full)
    {
      gdk_cairo_set_source_rgba (cr, get_line_color (self, route->kind));
      cairo_set_line_width (cr, 1.5);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

/* How many lines one stands for, in the middle of its longest piece; or whose name it leads to */
static void
paint_words (EspChart       *self,
             GtkSnapshot    *snapshot,
             const EspPaint *paint,
             const EspRoute *route)
{
  g_autofree char *text = esp_scene_get_route_text (self->scene, route);
  guint longest = 1;
  double x, y, most = 0;
  PangoLayout *layout;
  int width, height;

  if (text == NULL)
    return;
  layout = esp_text_cache_get (self->texts, text, -1, COUNT_PX, FALSE, NAME_WIDTH);
  pango_layout_get_pixel_size (layout, &width, &height);
  for (guint i = 1; i < route->n_points; i++)
    {
      double length = fabs (route->points[i].x - route->points[i - 1].x) + fabs (route->points[i].y - route->points[i - 1].y);

      if (length > most)
        {
          most = length;
          longest = i;
        }
    }
  if (route->is_stub)
    {
      const EspPoint *end = &route->points[route->from == ESP_ITEM_NONE ? 0 : route->n_points - 1];

      x = esp_snap_x (paint, end->x) + 4;
      y = esp_snap_y (paint, end->y) - height / 2;
    }
  else
    {
      x = floor ((esp_snap_x (paint, route->points[longest].x) + esp_snap_x (paint, route->points[longest - 1].x) - width) / 2);
      y = floor ((esp_snap_y (paint, route->points[longest].y) + esp_snap_y (paint, route->points[longest - 1].y) - height) / 2);
    }
  gtk_snapshot_append_color (snapshot, &self->colors.colors[ESP_COLOR_CANVAS], &GRAPHENE_RECT_INIT (x - 2, y, width + 4, height));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, &self->colors.colors[ESP_COLOR_TEXT_SECONDARY]);
  gtk_snapshot_restore (snapshot);
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
  cairo_set_dash (cr, NULL, 0, 0);
  for (guint i = 0; i < self->routes->len && self->stage <= ESP_STAGE_NAMES; i++)
    draw_mark (self, cr, paint, g_ptr_array_index (self->routes, i));
  cairo_destroy (cr);
  if (self->stage > ESP_STAGE_NAMES || self->routes->len > MAX_WORDED)
    return;
  for (guint i = 0; i < self->routes->len; i++)
    paint_words (self, snapshot, paint, g_ptr_array_index (self->routes, i));
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
 * _esp_chart_paint_thin:
 * @self: a chart, after _esp_chart_has_many_lines()
 * @snapshot: where
 * @paint: how
 *
 * Draws secondary lines into the chart's boxes when they are many.
 */
void
_esp_chart_paint_thin (EspChart       *self,
                       GtkSnapshot    *snapshot,
                       const EspPaint *paint)
{
  if (are_dashed (self))
    return;
  for (guint i = 0; i < MIN (self->routes->len, MAX_LINES); i++)
    {
      const EspRoute *route = g_ptr_array_index (self->routes, i);
      EspChartPen pen;

      esp_chart_pen_init (&pen, self->boxes, snapshot, paint, 1, get_line_color (self, route->kind));
      pen.rounding = 0;
      esp_chart_pen_draw (&pen, route->points, route->n_points);
    }
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
