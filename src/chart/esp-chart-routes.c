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
#define MAX_LINES  1500 /* more are bundled */
#define MAX_BUNDLES 600
#define MAX_WIDTH  3.0  /* px of a bundle */
#define MAX_WORDED 60 /* lines in view whose counts and far names are written */
#define COUNT_PX   11.0
#define NAME_WIDTH 150.0

static double
get_sign (double value)
{
  return value > 0 ? 1 : value < 0 ? -1 : 0;
}

/* Whether it begins or ends at what is selected, or inside of it */
static gboolean
is_selected (EspChart       *self,
             const EspRoute *route)
{
  return self->selected_end != ESP_ITEM_NONE && (route->from == self->selected_end || route->to == self->selected_end);
}

static const GdkRGBA *
get_line_color (EspChart       *self,
                const EspRoute *route)
{
  static const EspColor colors[ESP_LINE_N_KINDS] = {
    [ESP_LINE_SECOND] = ESP_COLOR_TEXT,
    [ESP_LINE_DOTTED] = ESP_COLOR_WIRE,
    [ESP_LINE_FUNCTIONAL] = ESP_COLOR_DEPARTMENT,
    [ESP_LINE_PROGRAM] = ESP_COLOR_PROGRAM,
    [ESP_LINE_VENDOR] = ESP_COLOR_PMO,
  };

  if (is_selected (self, route))
    return &self->colors.colors[ESP_COLOR_ACCENT];
  if (self->trace != NULL) /* the way to the top stands out from everything else */
    return &self->colors.colors[ESP_COLOR_CARD_BORDER];
  return &self->colors.colors[colors[route->kind]];
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
  double width = (route->is_folded || paint->zoom < ESP_STAGE_CARDS_ZOOM ? 1 : 2) + is_selected (self, route);
  double odd = width == 2 ? 0 : 0.5;

  gdk_cairo_set_source_rgba (cr, get_line_color (self, route));
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
  gdk_cairo_set_source_rgba (cr, is_full ? get_line_color (self, route) : &self->colors.colors[ESP_COLOR_CANVAS]);
  cairo_fill_preserve (cr);
  if (!is_full)
    {
      gdk_cairo_set_source_rgba (cr, get_line_color (self, route));
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
  for (guint pass = 0; pass < 2; pass++) /* those of the selection over the others */
    for (guint i = 0; i < self->routes->len; i++)
      if (is_selected (self, g_ptr_array_index (self->routes, i)) == (pass == 1))
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

/* Leads a rough line that is in view around the cards: one at a time, between frames. */
static gboolean
lead_cb (gpointer user_data)
{
  EspChart *self = user_data;
  EspRect visible = esp_viewport_get_visible (esp_canvas_get_viewport (ESP_CANVAS (self)), 0);

  g_ptr_array_set_size (self->routes, 0);
  if (self->scene != NULL)
    esp_scene_query_routes (self->scene, &visible, self->routes);
  for (guint i = 0; i < self->routes->len; i++)
    {
      EspRoute *route = g_ptr_array_index (self->routes, i);

      if (!route->is_rough)
        continue;
      esp_scene_lead_around (self->scene, route);
      return G_SOURCE_CONTINUE;
    }
  self->leading = 0;
  esp_canvas_queue_update (ESP_CANVAS (self));
  return G_SOURCE_REMOVE;
}

/* Near enough to see whether lines run over cards? */
static void
start_leading (EspChart *self)
{
  for (guint i = 0; i < self->routes->len && self->leading == 0; i++)
    if (((const EspRoute *) g_ptr_array_index (self->routes, i))->is_rough)
      self->leading = g_idle_add_full (G_PRIORITY_LOW, lead_cb, self, NULL);
}

/* Finds the lines in view */
static void
query_routes (EspChart       *self,
              const EspPaint *paint)
{
  EspItem selected = _esp_chart_find_key (self, self->selected_key);

  self->selected_end = selected != ESP_ITEM_NONE ? esp_scene_get_shown (self->scene, selected) : ESP_ITEM_NONE;
  g_ptr_array_set_size (self->routes, 0);
  if (!esp_session_get_show_lines (self->session) || esp_scene_get_n_routes (self->scene) == 0)
    return;
  esp_scene_query_routes (self->scene, &paint->visible, self->routes);
  if (self->stage <= ESP_STAGE_NAMES)
    start_leading (self);
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
  /* far away dashes and ends would only be specks */
  self->are_dashed = self->stage <= ESP_STAGE_BLOCKS && self->routes->len <= MAX_DASHED;
  return !self->are_dashed;
}

/* A line in one piece; a bundle is as broad as it has many lines */
static void
paint_plain (EspChart       *self,
             GtkSnapshot    *snapshot,
             const EspPaint *paint,
             const EspRoute *route)
{
  double width = is_selected (self, route) ? 2 : CLAMP (floor (log2 (route->count) / 2), 1, MAX_WIDTH);
  EspChartPen pen;

  esp_chart_pen_init (&pen, self->boxes, snapshot, paint, width, get_line_color (self, route));
  pen.rounding = 0;
  esp_chart_pen_draw (&pen, route->points, route->n_points);
}

/* Of lines that are too many to be told apart, bundles are drawn, and those of the selection. */
static void
gather_selected (EspChart       *self,
                 const EspPaint *paint)
{
  guint n = 0;

  for (guint i = 0; i < self->routes->len; i++)
    if (is_selected (self, g_ptr_array_index (self->routes, i)))
      g_ptr_array_index (self->routes, n++) = g_ptr_array_index (self->routes, i);
  g_ptr_array_set_size (self->routes, n);
  g_ptr_array_set_size (self->bundles, 0);
  esp_scene_query_bundles (self->scene, &paint->visible, MAX_BUNDLES, self->bundles);
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
  if (self->are_dashed)
    return;
  if (self->routes->len > MAX_LINES)
    {
      gather_selected (self, paint);
      for (guint i = 0; i < self->bundles->len; i++)
        paint_plain (self, snapshot, paint, g_ptr_array_index (self->bundles, i));
    }
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->routes->len; i++)
      if (is_selected (self, g_ptr_array_index (self->routes, i)) == (pass == 1))
        paint_plain (self, snapshot, paint, g_ptr_array_index (self->routes, i));
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
  if (self->routes->len > 0 && self->are_dashed)
    paint_dashed (self, snapshot, paint);
}
