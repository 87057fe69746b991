/* esp-career-lines.c — how moves are drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-career"

#include "career/esp-career-lines.h"

#include <adwaita.h>
#include <math.h>

#include "core/esp-i18n.h"

#define RING          8.0
#define STOP          6.0
#define SIDE          13.0 /* of a move between ladders, beside the line of the ladder */
#define BELOW         12.0 /* of the same, below a row */
#define APART         4.0  /* between such moves that run together */
#define BEND          6.0
#define ARROW         8.0
#define FAINT         0.6
#define SAMPLE_WIDTH  42
#define SAMPLE_HEIGHT 14

/* How a kind of move looks, by #EspMoveKind */
static const struct
{
  double   dashes[4];
  int      n_dashes;
  gboolean is_hollow; /* the arrow */
} kinds[] = {
  [ESP_MOVE_PROMOTION] = { { 0 }, 0, FALSE },
  [ESP_MOVE_LATERAL] = { { 12, 4 }, 2, FALSE },
  [ESP_MOVE_ENTRY] = { { 2, 4 }, 2, FALSE },
  [ESP_MOVE_DOWN_LEVEL] = { { 5, 5 }, 2, TRUE },
};

/* What drawing needs at every turn */
typedef struct
{
  EspCareerPlane      *plane;
  const EspCareerPlan *plan;
  EspCareerState      *state;
  cairo_t             *cr;
  double               side; /* to which a move leaves a station: -1 the left one */
} Pen;

static void
set_color (cairo_t  *cr,
           EspColor  color)
{
  GdkRGBA rgba = esp_career_lines_get_rgba (color);

  gdk_cairo_set_source_rgba (cr, &rgba);
}

static gboolean
is_along_lane (const EspMove *move)
{
  return move->kind == ESP_MOVE_PROMOTION && move->from->ladder == move->to->ladder;
}

/* A line through points, its corners rounded */
static void
trace_route (cairo_t        *cr,
             const EspPoint *points,
             guint           n,
             double          radius)
{
  cairo_move_to (cr, points[0].x, points[0].y);
  for (guint i = 1; i + 1 < n; i++)
    {
      double before = hypot (points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
      double after = hypot (points[i + 1].x - points[i].x, points[i + 1].y - points[i].y);
      double bend = MIN (radius, MIN (before, after) / 2);

      if (bend <= 0)
        continue;
      cairo_line_to (cr, points[i].x - (points[i].x - points[i - 1].x) / before * bend, points[i].y - (points[i].y - points[i - 1].y) / before * bend);
      cairo_curve_to (cr, points[i].x, points[i].y, points[i].x, points[i].y, points[i].x + (points[i + 1].x - points[i].x) / after * bend,
                      points[i].y + (points[i + 1].y - points[i].y) / after * bend);
    }
  cairo_line_to (cr, points[n - 1].x, points[n - 1].y);
}

static void
draw_arrow (cairo_t     *cr,
            EspMoveKind  kind,
            double       x,
            double       y,
            double       to)
{
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x - to * ARROW, y - ARROW / 2);
  cairo_line_to (cr, x - to * ARROW, y + ARROW / 2);
  cairo_close_path (cr);
  if (kinds[kind].is_hollow)
    cairo_stroke (cr);
  else
    cairo_fill (cr);
}

static void
get_row_edges (const Pen     *pen,
               const EspRung *rung,
               double        *top,
               double        *bottom)
{
  int y, height;

  esp_career_plane_get_row (pen->plane, esp_career_plan_get_stop (pen->plan, esp_career_plan_find (pen->plan, rung))->row, &y, &height);
  *top = y;
  *bottom = y + height;
}

/* Between ladders, and past the stations of one: out to the side, along the gap above or below the row, in from the side */
static void
trace_beside (const Pen     *pen,
              const EspMove *move,
              double         shift)
{
  double x, y, to_x, to_y, top, bottom, channel;

  esp_career_plane_get_ring (pen->plane, esp_career_plan_find (pen->plan, move->from), &x, &y);
  esp_career_plane_get_ring (pen->plane, esp_career_plan_find (pen->plan, move->to), &to_x, &to_y);
  get_row_edges (pen, move->from, &top, &bottom);
  channel = move->to->rank > move->from->rank ? top - BELOW + shift : bottom + BELOW + shift;

  const EspPoint points[] = {
    { x + pen->side * RING, y },
    { x + pen->side * SIDE, y },
    { x + pen->side * SIDE, channel },
    { to_x + pen->side * SIDE, channel },
    { to_x + pen->side * SIDE, to_y },
    { to_x + pen->side * (RING + 1), to_y },
  };

  trace_route (pen->cr, points, G_N_ELEMENTS (points), BEND);
}

/* Moves that run together are told apart by the ladder at their far end. */
static double
get_shift (const Pen     *pen,
           const EspMove *move)
{
  const EspRung *rung = esp_career_state_get_rung (pen->state);
  const EspCareerStop *far = esp_career_plan_get_stop (pen->plan, esp_career_plan_find (pen->plan, move->to == rung ? move->from : move->to));

  return APART * ((int) (far->lane % 5) - 2);
}

static void
draw_link (const Pen     *pen,
           const EspMove *move,
           double         width)
{
  double x, y;

  cairo_set_line_width (pen->cr, width);
  cairo_set_dash (pen->cr, kinds[move->kind].dashes, kinds[move->kind].n_dashes, 0);
  trace_beside (pen, move, get_shift (pen, move));
  cairo_stroke (pen->cr);
  esp_career_plane_get_ring (pen->plane, esp_career_plan_find (pen->plan, move->to), &x, &y);
  draw_arrow (pen->cr, move->kind, x + pen->side * (RING + 1), y, -pen->side);
}

/* Whether a station stands on a track between two heights */
static gboolean
is_blocked (const Pen *pen,
            guint      track,
            guint      low,
            guint      high)
{
  for (guint i = 0; i < pen->plan->stops->len; i++)
    {
      const EspCareerStop *stop = esp_career_plan_get_stop (pen->plan, i);

      if (stop->track == track && stop->row > low && stop->row < high)
        return TRUE;
    }
  return FALSE;
}

/* A promotion on its ladder: the line of the lane. It changes its track just above the lower station or just below the upper one,
 * and goes beside the track where other stations are in between. */
static void
draw_rail (const Pen     *pen,
           const EspMove *move,
           double         width)
{
  guint from = esp_career_plan_find (pen->plan, move->from);
  guint to = esp_career_plan_find (pen->plan, move->to);
  const EspCareerStop *low = esp_career_plan_get_stop (pen->plan, from);
  const EspCareerStop *high = esp_career_plan_get_stop (pen->plan, to);
  double x, y, to_x, to_y, top, bottom, unused;
  gboolean late = is_blocked (pen, high->track, low->row, high->row);

  cairo_set_line_width (pen->cr, width);
  cairo_set_dash (pen->cr, NULL, 0, 0);
  if (late && is_blocked (pen, low->track, low->row, high->row))
    {
      trace_beside (pen, move, 0);
    }
  else
    {
      esp_career_plane_get_ring (pen->plane, from, &x, &y);
      esp_career_plane_get_ring (pen->plane, to, &to_x, &to_y);
      get_row_edges (pen, move->from, &top, &unused);
      get_row_edges (pen, move->to, &unused, &bottom);

      double channel = late ? bottom + BELOW : top - BELOW;
      const EspPoint points[] = { { x, y }, { x, channel }, { to_x, channel }, { to_x, to_y } };

      trace_route (pen->cr, points, G_N_ELEMENTS (points), 2 * BEND);
    }
  cairo_stroke (pen->cr);
}

static void
draw_heights (const Pen *pen)
{
  GdkRGBA faint = esp_career_lines_get_rgba (ESP_COLOR_CARD_BORDER);

  faint.alpha = FAINT;
  gdk_cairo_set_source_rgba (pen->cr, &faint);
  cairo_set_line_width (pen->cr, 1);
  cairo_set_dash (pen->cr, NULL, 0, 0);
  for (guint row = 0; row < pen->plan->rows->len; row++)
    {
      int y, height;

      esp_career_plane_get_row (pen->plane, row, &y, &height);
      cairo_move_to (pen->cr, 0, y + height / 2 + 0.5);
      cairo_line_to (pen->cr, gtk_widget_get_width (GTK_WIDGET (pen->plane)), y + height / 2 + 0.5);
      cairo_stroke (pen->cr);
    }
}

static void
draw_rails (const Pen *pen,
            GPtrArray *moves)
{
  for (guint i = 0; i < moves->len; i++)
    {
      const EspMove *move = g_ptr_array_index (moves, i);

      if (!is_along_lane (move))
        continue;
      set_color (pen->cr, esp_career_lane_get_color (esp_career_plan_get_stop (pen->plan, esp_career_plan_find (pen->plan, move->from))->lane));
      draw_rail (pen, move, 3);
    }
}

/* All between ladders if asked for; those that lead to the rung looked at; those that lead from it, the strongest */
static void
draw_links (const Pen *pen,
            GPtrArray *moves)
{
  const EspRung *rung = esp_career_state_get_rung (pen->state);
  gboolean all = esp_career_plane_get_all_moves (pen->plane);
  guint strong = esp_career_state_get_way (pen->state) != NULL ? 3 : 2; /* a lit way alone is strong */

  for (guint pass = 0; pass < 3; pass++)
    {
      set_color (pen->cr, pass < strong ? ESP_COLOR_WIRE : ESP_COLOR_TEXT);
      for (guint i = 0; i < moves->len; i++)
        {
          const EspMove *move = g_ptr_array_index (moves, i);

          if (!is_along_lane (move) && (pass == 0 ? all : rung != NULL && (pass == 1 ? move->to : move->from) == rung))
            draw_link (pen, move, pass < strong ? 1 : 2);
        }
    }
}

static void
draw_way (const Pen *pen)
{
  const EspPath *way = esp_career_state_get_way (pen->state);

  set_color (pen->cr, ESP_COLOR_ACCENT);
  for (guint i = 0; way != NULL && i < way->steps->len; i++)
    {
      const EspMove *move = ((const EspStep *) g_ptr_array_index (way->steps, i))->move;

      if (is_along_lane (move))
        draw_rail (pen, move, 5);
      else
        draw_link (pen, move, 4);
    }
}

static void
draw_stop (const Pen *pen,
           guint      number)
{
  const EspCareerStop *stop = esp_career_plan_get_stop (pen->plan, number);
  EspStationFlags flags = esp_career_station_get_flags (esp_career_plane_get_station (pen->plane, number));
  double x, y;

  esp_career_plane_get_ring (pen->plane, number, &x, &y);
  cairo_arc (pen->cr, x, y, stop->is_interchange ? RING : STOP, 0, 2 * G_PI);
  set_color (pen->cr, stop->is_interchange ? ESP_COLOR_CARD : esp_career_lane_get_color (stop->lane));
  cairo_fill_preserve (pen->cr);
  cairo_set_line_width (pen->cr, stop->is_interchange ? 3 : 1);
  set_color (pen->cr, esp_career_lane_get_color (stop->lane));
  cairo_stroke (pen->cr);
  if (!(flags & (ESP_STATION_SELECTED | ESP_STATION_ON_WAY | ESP_STATION_HERE | ESP_STATION_GOAL)))
    return;
  set_color (pen->cr, ESP_COLOR_ACCENT);
  cairo_set_line_width (pen->cr, flags & ESP_STATION_SELECTED ? 3 : 2);
  cairo_arc (pen->cr, x, y, RING + 4, 0, 2 * G_PI);
  cairo_stroke (pen->cr);
}

/**
 * esp_career_lines_draw:
 * @plane: the map
 * @state: what it shows
 * @cr: where to
 *
 * Draws heights, the lines of the ladders, moves, the way that is lit, and the stations' rings.
 */
void
esp_career_lines_draw (EspCareerPlane *plane,
                       EspCareerState *state,
                       cairo_t        *cr)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (plane)) == GTK_TEXT_DIR_RTL;
  const Pen pen = { plane, esp_career_plane_get_plan (plane), state, cr, mirrored ? 1 : -1 };
  GPtrArray *moves = esp_catalogue_get_moves (esp_career_state_get_catalogue (state));

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  draw_heights (&pen);
  draw_rails (&pen, moves);
  draw_links (&pen, moves);
  draw_way (&pen);
  for (guint i = 0; i < pen.plan->stops->len; i++)
    draw_stop (&pen, i);
}

static void
draw_sample (GtkDrawingArea *area,
             cairo_t        *cr,
             int             width,
             int             height,
             gpointer        user_data)
{
  EspMoveKind kind = GPOINTER_TO_UINT (user_data);

  set_color (cr, ESP_COLOR_TEXT);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, kinds[kind].dashes, kinds[kind].n_dashes, 0);
  cairo_move_to (cr, 0, height / 2.0);
  cairo_line_to (cr, width - ARROW, height / 2.0);
  cairo_stroke (cr);
  draw_arrow (cr, kind, width, height / 2.0, 1);
}

/**
 * esp_career_lines_new_legend:
 *
 * Returns: (transfer full): which line is which kind of move
 */
GtkWidget *
esp_career_lines_new_legend (void)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "spacing", 18, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Kinds of moves"), -1);
  for (EspMoveKind kind = ESP_MOVE_PROMOTION; kind <= ESP_MOVE_DOWN_LEVEL; kind++)
    {
      GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *sample = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      GtkWidget *label = gtk_label_new (esp_move_kind_get_name (kind));

      gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (sample), SAMPLE_WIDTH);
      gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (sample), SAMPLE_HEIGHT);
      gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (sample), draw_sample, GUINT_TO_POINTER (kind), NULL);
      gtk_widget_set_valign (sample, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (entry), sample);
      gtk_box_append (GTK_BOX (entry), label);
      gtk_box_append (GTK_BOX (box), entry);
    }
  return box;
}

/**
 * esp_career_lines_get_rgba:
 * @color: what it is for
 *
 * Returns: the colour in the present style: light or dark, of high contrast or not
 */
GdkRGBA
esp_career_lines_get_rgba (EspColor color)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  EspPalette palette = esp_palette_choose (adw_style_manager_get_dark (manager), adw_style_manager_get_high_contrast (manager));
  guint32 rgb = esp_palette_get (palette, color);

  return (GdkRGBA) { (rgb >> 16 & 255) / 255.0f, (rgb >> 8 & 255) / 255.0f, (rgb & 255) / 255.0f, 1 };
}
