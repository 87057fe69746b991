/* esp-line-painter.c — secondary lines: strokes by kind, marks at the far end, counts at folded cards, names at stubs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-render"

#include "render/esp-painter.h"

#include <math.h>

#define BEND 6.0
#define MARK 6.0       /* size of circles, squares */
#define LARGE_MARK 9.0 /* of triangles and diamonds */
#define BAR_LENGTH 9.0
#define COUNT_HEIGHT 18.0
#define NAME_GAP 6.0
#define NAME_WIDTH 150.0 /* at most */
#define LEAST_NAME 36.0  /* with less room there is none */

static EspPoint
get_direction (const EspPoint *from,
               const EspPoint *to)
{
  double length = hypot (to->x - from->x, to->y - from->y);

  return length > 0.0 ? (EspPoint){ (to->x - from->x) / length, (to->y - from->y) / length } : (EspPoint){ 1.0, 0.0 };
}

/* Moves a line sideways by @by; where two pieces meet, along both. */
static void
shift_line (const EspPoint *points,
            guint           n_points,
            double          by,
            EspPoint       *out)
{
  for (guint i = 0; i < n_points; i++)
    {
      EspPoint before = get_direction (&points[MAX (i, 1) - 1], &points[MAX (i, 1)]);
      EspPoint after = get_direction (&points[MIN (i, n_points - 2)], &points[MIN (i, n_points - 2) + 1]);
      gboolean is_bend = before.x != after.x || before.y != after.y;

      out[i].x = points[i].x - by * (before.y + (is_bend ? after.y : 0.0));
      out[i].y = points[i].y + by * (before.x + (is_bend ? after.x : 0.0));
    }
}

/**
 * esp_painter_paint_line:
 * @pen: what to draw with
 * @kind: of the line
 * @is_thin: whether it stands for lines inside a folded branch
 * @points: (array length=n_points): its bends, every piece horizontal or vertical
 * @n_points: 2 … %ESP_ROUTE_MAX_POINTS
 *
 * Draws a secondary line without its mark.
 */
void
esp_painter_paint_line (EspPen         *pen,
                        EspLineKind     kind,
                        gboolean        is_thin,
                        const EspPoint *points,
                        guint           n_points)
{
  EspInk ink = (is_thin ? ESP_INK_LINE_THIN : ESP_INK_LINE) + kind;
  const EspInkStyle *style = &pen->styles->inks[ink];
  EspPoint shifted[ESP_ROUTE_MAX_POINTS];

  if (!style->is_double)
    {
      esp_pen_line (pen, ink, points, n_points, BEND);
      return;
    }
  shift_line (points, n_points, style->width, shifted);
  esp_pen_line (pen, ink, shifted, n_points, BEND);
  shift_line (points, n_points, -style->width, shifted);
  esp_pen_line (pen, ink, shifted, n_points, BEND);
}

/* A point @along the direction and @across it. */
static EspPoint
move (const EspPoint *from,
      EspPoint        direction,
      double          along,
      double          across)
{
  return (EspPoint){ from->x + direction.x * along - direction.y * across, from->y + direction.y * along + direction.x * across };
}

/**
 * esp_painter_paint_mark:
 * @pen: what to draw with
 * @kind: of the line
 * @before: the bend before its far end
 * @end: its far end
 *
 * Draws the mark that says which way a secondary line goes and of which kind it is: two bars, a circle, a triangle, a diamond or a square.
 */
void
esp_painter_paint_mark (EspPen         *pen,
                        EspLineKind     kind,
                        const EspPoint *before,
                        const EspPoint *end)
{
  EspPoint to = get_direction (before, end);
  EspInk ink = ESP_INK_MARK + kind;
  EspPoint middle = move (end, to, -MARK / 2.0, 0.0);
  EspPoint points[4];

  switch (kind)
    {
    case ESP_LINE_SECOND:
      for (guint i = 0; i < 2; i++)
        {
          points[0] = move (end, to, -4.0 - 4.0 * i, -BAR_LENGTH / 2.0);
          points[1] = move (end, to, -4.0 - 4.0 * i, BAR_LENGTH / 2.0);
          esp_pen_line (pen, ESP_INK_LINE + kind, points, 2, 0.0);
        }
      break;
    case ESP_LINE_FUNCTIONAL:
      points[0] = *end;
      points[1] = move (end, to, -LARGE_MARK, -LARGE_MARK / 2.0);
      points[2] = move (end, to, -LARGE_MARK, LARGE_MARK / 2.0);
      esp_pen_shape (pen, ink, points, 3);
      break;
    case ESP_LINE_PROGRAM:
      points[0] = *end;
      points[1] = move (end, to, -LARGE_MARK / 2.0, -LARGE_MARK / 2.0);
      points[2] = move (end, to, -LARGE_MARK, 0.0);
      points[3] = move (end, to, -LARGE_MARK / 2.0, LARGE_MARK / 2.0);
      esp_pen_shape (pen, ink, points, 4);
      break;
    case ESP_LINE_VENDOR:
      esp_pen_rect (pen, ink, &(EspRect){ middle.x - MARK / 2.0, middle.y - MARK / 2.0, MARK, MARK }, 0.0, ESP_CORNERS_NONE);
      break;
    case ESP_LINE_DOTTED:
    case ESP_LINE_N_KINDS:
    default:
      esp_pen_circle (pen, ink, middle.x, middle.y, MARK / 2.0);
      break;
    }
}

/* How many lines one stands for, on the longest piece of it. */
static void
paint_count (EspPen         *pen,
             const EspRoute *route,
             const char     *text)
{
  guint longest = 1;
  double length = -1.0;
  double width;
  EspRect pill;

  for (guint i = 1; i < route->n_points; i++)
    {
      double piece = hypot (route->points[i].x - route->points[i - 1].x, route->points[i].y - route->points[i - 1].y);

      if (piece > length)
        {
          length = piece;
          longest = i;
        }
    }
  width = MAX (COUNT_HEIGHT, 2.0 * ceil (esp_text_measure (text, -1, pen->styles->words[ESP_WORDS_PILL].size, FALSE) / 2.0 + NAME_GAP));
  pill = (EspRect){ floor ((route->points[longest].x + route->points[longest - 1].x - width) / 2.0),
                    floor ((route->points[longest].y + route->points[longest - 1].y - COUNT_HEIGHT) / 2.0), width, COUNT_HEIGHT };
  esp_pen_rect (pen, ESP_INK_FOLD, &pill, COUNT_HEIGHT / 2.0, ESP_CORNERS_ALL);
  esp_pen_words (pen, &(EspRun){ .style = ESP_WORDS_PILL, .x = pill.x + width / 2.0, .width = width, .text = text,
                                 .y = esp_painter_get_baseline (pen->styles, ESP_WORDS_PILL, pill.y, pill.height) });
}

/* How much room there is for words to the right of a point. */
static double
get_room (EspScene *scene,
          double    x,
          double    y)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (EspVisible));
  double room = NAME_WIDTH;

  esp_scene_query (scene, &(EspRect){ x, y - COUNT_HEIGHT / 2.0, NAME_WIDTH, COUNT_HEIGHT }, 0.0, found);
  for (guint i = 0; i < found->len; i++)
    room = MIN (room, g_array_index (found, EspVisible, i).rect.x - x - NAME_GAP);
  return room;
}

/* The far end is not in the picture: its name stands where the line breaks off, if there is room. */
static void
paint_stub_name (EspPen         *pen,
                 EspScene       *scene,
                 const EspRoute *route,
                 const char     *text)
{
  const EspPoint *end = &route->points[route->n_points - 1];
  double room = get_room (scene, end->x + NAME_GAP, end->y);

  if (room < LEAST_NAME || pen->is_mirrored)
    return;
  esp_pen_words (pen, &(EspRun){ .style = ESP_WORDS_CAPTION, .x = end->x + NAME_GAP, .width = room, .text = text,
                                 .y = esp_painter_get_baseline (pen->styles, ESP_WORDS_CAPTION, end->y - COUNT_HEIGHT / 2.0, COUNT_HEIGHT) });
}

static void
paint_end (EspPen         *pen,
           EspScene       *scene,
           const EspRoute *route)
{
  const EspPoint *points = route->points;
  guint n = route->n_points;
  g_autofree char *text = esp_scene_get_route_text (scene, route);

  if (route->is_stub && route->from == ESP_ITEM_NONE)
    esp_painter_paint_mark (pen, route->kind, &points[1], &points[0]);
  else if (!route->is_stub)
    esp_painter_paint_mark (pen, route->kind, &points[n - 2], &points[n - 1]);
  if (text != NULL && route->is_stub)
    paint_stub_name (pen, scene, route, text);
  else if (text != NULL)
    paint_count (pen, route, text);
}

/**
 * esp_painter_paint_routes:
 * @pen: what to draw with
 * @scene: a scene
 *
 * Draws all secondary lines, those of one kind together, then what stands on them.
 *
 * Time: O(kinds × lines).
 */
void
esp_painter_paint_routes (EspPen   *pen,
                          EspScene *scene)
{
  guint32 n;
  const EspRoute *routes = esp_scene_get_routes (scene, &n);

  for (EspLineKind kind = 0; kind < ESP_LINE_N_KINDS; kind++)
    {
      for (guint32 i = 0; i < n; i++)
        {
          if (routes[i].kind == kind && routes[i].n_points > 1)
            esp_painter_paint_line (pen, kind, routes[i].is_folded, routes[i].points, routes[i].n_points);
        }
    }
  for (guint32 i = 0; i < n; i++)
    {
      if (routes[i].n_points > 1)
        paint_end (pen, scene, &routes[i]);
    }
}
