/* esp-chart-pen.c — lines of horizontal and vertical pieces, on whole device pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-chart-pen.h"

#include "chart/esp-chart-snap.h"

#define ROUNDING       6.0
#define LEAST_ROUNDING 4.0 /* device px; below, corners are square */

static void
append_piece (EspChartPen *pen,
              double       x1,
              double       y1,
              double       x2,
              double       y2)
{
  double half = floor (pen->width * pen->paint->scale / 2) / pen->paint->scale;

  esp_boxes_add (pen->boxes,
                 &GRAPHENE_RECT_INIT (MIN (x1, x2) - half, MIN (y1, y2) - half, fabs (x2 - x1) + pen->width, fabs (y2 - y1) + pen->width),
                 &pen->color);
}

/* A quarter of a ring round the corner at (@x, @y), to whose inside (@dx, @dy) points */
static void
append_corner (EspChartPen *pen,
               double       x,
               double       y,
               double       dx,
               double       dy)
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

/**
 * esp_chart_pen_draw:
 * @pen: a pen
 * @points: (array length=n_points): bends, world px; every piece is horizontal or vertical
 * @n_points: how many
 *
 * Draws a line on whole device pixels.
 */
void
esp_chart_pen_draw (EspChartPen    *pen,
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

      if (i + 1 < n_points && pen->rounding > 0 && pen->n_round < ESP_CHART_PEN_MAX_ROUND)
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

/**
 * esp_chart_pen_init:
 * @pen: (out caller-allocates): a pen
 * @boxes: where straight pieces go, begun
 * @snapshot: where corners go
 * @paint: how
 * @width: world px; never drawn thinner than one device px or thicker than at 100 %
 * @color: of the line
 *
 * Takes up a pen.
 */
void
esp_chart_pen_init (EspChartPen    *pen,
                    EspBoxes       *boxes,
                    GtkSnapshot    *snapshot,
                    const EspPaint *paint,
                    double          width,
                    const GdkRGBA  *color)
{
  double device = floor (width * paint->zoom * paint->scale + 0.5);

  *pen = (EspChartPen) { boxes, snapshot, paint, .color = *color };
  pen->width = CLAMP (device, 1, ceil (width * paint->scale)) / paint->scale;
  if (ROUNDING * paint->zoom * paint->scale >= LEAST_ROUNDING)
    pen->rounding = floor (ROUNDING * paint->zoom * paint->scale + 0.5) / paint->scale;
}
