/* esp-career-plane.c — the map itself: stations as buttons, and the lines between them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-career"

#include "career/esp-career-plane.h"

#include "career/esp-career-lines.h"
#include "core/esp-i18n.h"

#define LANE_GAP     18 /* between the tracks of two ladders */
#define ROW_GAP      24 /* below a row of stations: where moves between ladders run */
#define MAX_STRETCH  1.5
#define RING_X       15 /* of the middle of a station's ring, from the start of its button */

/**
 * EspCareerPlane:
 *
 * A lane for each ladder, a row for each height, a station for each rung: greater is higher. All stations are equally large, by
 * the largest of them; a plane that is given more room spreads its tracks.
 *
 * Up and Down lead along a ladder, Right and Left to the next one, Home and End to its ends; Enter looks at the rung. The whole map
 * is one stop of the Tab key: the rung looked at, or the last one the keyboard was on.
 *
 * # CSS nodes
 *
 * `careerplane`
 */
struct _EspCareerPlane
{
  GtkWidget       parent_instance;

  EspCareerState *state;
  EspCareerPlan  *plan;
  GPtrArray      *stations; /* borrowed: EspCareerStation, by stop */
  guint           focus;    /* the stop that the Tab key leads to */
  int             station_width;
  int             station_height;
  gboolean        all_moves;
};

G_DEFINE_FINAL_TYPE (EspCareerPlane, esp_career_plane, GTK_TYPE_WIDGET)

static void
measure_stations (EspCareerPlane *self)
{
  self->station_width = 0;
  self->station_height = 0;
  for (guint i = 0; i < self->stations->len; i++)
    {
      GtkRequisition natural;

      gtk_widget_get_preferred_size (g_ptr_array_index (self->stations, i), NULL, &natural);
      self->station_width = MAX (self->station_width, natural.width);
      self->station_height = MAX (self->station_height, natural.height);
    }
}

/* Where a track begins in a plane that is @width wide, and how wide it is */
static double
get_track (EspCareerPlane *self,
           guint           track,
           guint           lane,
           int             width,
           double         *track_width)
{
  int gaps = self->plan->lanes->len * LANE_GAP;

  *track_width = CLAMP ((width - gaps) / (double) self->plan->n_tracks, self->station_width, self->station_width * MAX_STRETCH);
  return track * *track_width + lane * LANE_GAP;
}

static void
update_flags (EspCareerPlane *self)
{
  const EspRung *rung = esp_career_state_get_rung (self->state);
  const EspRung *from = esp_career_state_get_from (self->state);
  const EspRung *goal = esp_career_state_get_goal (self->state);
  const EspPath *way = esp_career_state_get_way (self->state);
  g_autofree EspStationFlags *flags = g_new0 (EspStationFlags, self->stations->len);
  GPtrArray *moves = esp_catalogue_get_moves (esp_career_state_get_catalogue (self->state));

  for (guint i = 0; i < moves->len && rung != NULL; i++)
    {
      const EspMove *move = g_ptr_array_index (moves, i);

      if (move->from == rung || move->to == rung)
        flags[esp_career_plan_find (self->plan, move->from == rung ? move->to : move->from)] |= ESP_STATION_LINKED;
    }
  for (guint i = 0; way != NULL && i < way->steps->len; i++)
    {
      const EspStep *step = g_ptr_array_index (way->steps, i);

      flags[esp_career_plan_find (self->plan, step->move->from)] |= ESP_STATION_ON_WAY;
      flags[esp_career_plan_find (self->plan, step->move->to)] |= ESP_STATION_ON_WAY;
    }
  for (guint i = 0; i < self->stations->len; i++)
    {
      const EspRung *here = esp_career_plan_get_stop (self->plan, i)->rung;

      flags[i] |= (here == rung ? ESP_STATION_SELECTED : 0) | (here == from ? ESP_STATION_HERE : 0) | (here == goal ? ESP_STATION_GOAL : 0);
      esp_career_station_set_flags (g_ptr_array_index (self->stations, i), flags[i]);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
rung_changed_cb (EspCareerPlane *self)
{
  guint stop = esp_career_plan_find (self->plan, esp_career_state_get_rung (self->state));

  if (stop != ESP_CAREER_STOP_NONE)
    self->focus = stop;
  update_flags (self);
}

static void
counts_changed_cb (EspCareerPlane *self)
{
  for (guint i = 0; i < self->stations->len; i++)
    esp_career_station_set_count (g_ptr_array_index (self->stations, i),
                                  esp_career_state_count (self->state, esp_career_plan_get_stop (self->plan, i)->rung));
}

static void
clicked_cb (EspCareerPlane *self,
            GtkWidget      *station)
{
  esp_career_state_set_rung (self->state, esp_career_station_get_rung (ESP_CAREER_STATION (station)));
}

static gboolean
focus_stop (EspCareerPlane *self,
            guint           stop)
{
  if (stop == ESP_CAREER_STOP_NONE)
    return FALSE;
  self->focus = stop;
  return gtk_widget_grab_focus (g_ptr_array_index (self->stations, stop));
}

static gboolean
go_to_end_cb (GtkWidget *widget,
              GVariant  *args,
              gpointer   user_data)
{
  EspCareerPlane *self = ESP_CAREER_PLANE (widget);
  EspDirection direction = g_variant_get_boolean (args) ? ESP_DIRECTION_UP : ESP_DIRECTION_DOWN;
  guint stop = self->focus;
  guint next;

  while ((next = esp_career_plan_get_neighbour (self->plan, stop, direction)) != ESP_CAREER_STOP_NONE)
    stop = next;
  return focus_stop (self, stop);
}

static void
remember_focus (EspCareerPlane *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  guint stop;

  if (child != NULL && g_ptr_array_find (self->stations, child, &stop))
    self->focus = stop;
}

/* The arrow keys stay in the map; Tab goes through it in one step. */
static gboolean
esp_career_plane_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  EspCareerPlane *self = ESP_CAREER_PLANE (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (gtk_widget_get_focus_child (widget) == NULL)
    return focus_stop (self, self->focus);
  remember_focus (self);
  switch (direction)
    {
    case GTK_DIR_UP:
      focus_stop (self, esp_career_plan_get_neighbour (self->plan, self->focus, ESP_DIRECTION_UP));
      return TRUE;
    case GTK_DIR_DOWN:
      focus_stop (self, esp_career_plan_get_neighbour (self->plan, self->focus, ESP_DIRECTION_DOWN));
      return TRUE;
    case GTK_DIR_LEFT:
      focus_stop (self, esp_career_plan_get_neighbour (self->plan, self->focus, mirrored ? ESP_DIRECTION_RIGHT : ESP_DIRECTION_LEFT));
      return TRUE;
    case GTK_DIR_RIGHT:
      focus_stop (self, esp_career_plan_get_neighbour (self->plan, self->focus, mirrored ? ESP_DIRECTION_LEFT : ESP_DIRECTION_RIGHT));
      return TRUE;
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return FALSE;
    }
}

static void
esp_career_plane_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  int width, height;

  esp_career_plane_get_size (ESP_CAREER_PLANE (widget), &width, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
}

static void
esp_career_plane_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  EspCareerPlane *self = ESP_CAREER_PLANE (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  for (guint i = 0; i < self->stations->len; i++)
    {
      const EspCareerStop *stop = esp_career_plan_get_stop (self->plan, i);
      double track_width;
      int x = get_track (self, stop->track, stop->lane, width, &track_width);
      int y, row_height;

      esp_career_plane_get_row (self, stop->row, &y, &row_height);
      gtk_widget_size_allocate (g_ptr_array_index (self->stations, i),
                                &(GtkAllocation) { mirrored ? width - x - (int) track_width : x, y, track_width, row_height }, -1);
    }
}

static void
esp_career_plane_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  EspCareerPlane *self = ESP_CAREER_PLANE (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  esp_career_lines_draw (self, self->state, cr);
  cairo_destroy (cr);
  GTK_WIDGET_CLASS (esp_career_plane_parent_class)->snapshot (widget, snapshot);
}

static void
esp_career_plane_dispose (GObject *object)
{
  EspCareerPlane *self = ESP_CAREER_PLANE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->stations, 0);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (esp_career_plane_parent_class)->dispose (object);
}

static void
esp_career_plane_finalize (GObject *object)
{
  EspCareerPlane *self = ESP_CAREER_PLANE (object);

  g_ptr_array_unref (self->stations);
  g_clear_pointer (&self->plan, esp_career_plan_free);

  G_OBJECT_CLASS (esp_career_plane_parent_class)->finalize (object);
}

static void
esp_career_plane_class_init (EspCareerPlaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = esp_career_plane_dispose;
  object_class->finalize = esp_career_plane_finalize;
  widget_class->focus = esp_career_plane_focus;
  widget_class->measure = esp_career_plane_measure;
  widget_class->size_allocate = esp_career_plane_size_allocate;
  widget_class->snapshot = esp_career_plane_snapshot;

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, go_to_end_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, go_to_end_cb, "b", TRUE);
  gtk_widget_class_set_css_name (widget_class, "careerplane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
esp_career_plane_init (EspCareerPlane *self)
{
  self->stations = g_ptr_array_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Map of the ladders"), -1);
}

/**
 * esp_career_plane_new:
 * @state: what the view shows; a reference is kept
 *
 * Returns: (transfer full): the map
 */
GtkWidget *
esp_career_plane_new (EspCareerState *state)
{
  EspCareerPlane *self = g_object_new (ESP_TYPE_CAREER_PLANE, NULL);

  self->state = g_object_ref (state);
  self->plan = esp_career_plan_new (esp_career_state_get_catalogue (state));
  for (guint i = 0; i < self->plan->stops->len; i++)
    {
      GtkWidget *station = esp_career_station_new (esp_career_plan_get_stop (self->plan, i)->rung);

      gtk_widget_set_parent (station, GTK_WIDGET (self));
      g_signal_connect_object (station, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->stations, station);
    }
  g_signal_connect_object (state, "rung-changed", G_CALLBACK (rung_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "ways-changed", G_CALLBACK (update_flags), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "counts-changed", G_CALLBACK (counts_changed_cb), self, G_CONNECT_SWAPPED);
  counts_changed_cb (self);
  rung_changed_cb (self);
  return GTK_WIDGET (self);
}

const EspCareerPlan *
esp_career_plane_get_plan (EspCareerPlane *self)
{
  g_return_val_if_fail (ESP_IS_CAREER_PLANE (self), NULL);

  return self->plan;
}

EspCareerStation *
esp_career_plane_get_station (EspCareerPlane *self,
                              guint           stop)
{
  g_return_val_if_fail (ESP_IS_CAREER_PLANE (self), NULL);
  g_return_val_if_fail (stop < self->stations->len, NULL);

  return g_ptr_array_index (self->stations, stop);
}

gboolean
esp_career_plane_get_all_moves (EspCareerPlane *self)
{
  g_return_val_if_fail (ESP_IS_CAREER_PLANE (self), FALSE);

  return self->all_moves;
}

/**
 * esp_career_plane_set_all_moves:
 * @self: a map
 * @all_moves: whether all moves between ladders are drawn, not only those of the rung looked at
 */
void
esp_career_plane_set_all_moves (EspCareerPlane *self,
                                gboolean        all_moves)
{
  g_return_if_fail (ESP_IS_CAREER_PLANE (self));

  if (self->all_moves == all_moves)
    return;
  self->all_moves = all_moves;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * esp_career_plane_get_size:
 * @self: a map
 * @width: (out): how wide it must be at least
 * @height: (out): how high
 */
void
esp_career_plane_get_size (EspCareerPlane *self,
                           int            *width,
                           int            *height)
{
  measure_stations (self);
  *width = self->station_width * self->plan->n_tracks + self->plan->lanes->len * LANE_GAP;
  *height = (self->station_height + ROW_GAP) * self->plan->rows->len;
}

/**
 * esp_career_plane_get_lane:
 * @self: a map
 * @lane: number of a lane
 * @plane_width: how wide the map is
 * @x: (out): where the lane begins
 * @width: (out): how wide it is
 */
void
esp_career_plane_get_lane (EspCareerPlane *self,
                           guint           lane,
                           int             plane_width,
                           int            *x,
                           int            *width)
{
  const EspCareerLane *here = &g_array_index (self->plan->lanes, EspCareerLane, lane);
  double track_width;

  *x = get_track (self, here->first_track, lane, plane_width, &track_width);
  *width = here->n_tracks * track_width;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    *x = plane_width - *x - *width;
}

/**
 * esp_career_plane_get_row:
 * @self: a map
 * @row: number of a row, 0 is the lowest
 * @y: (out): where the stations of the row begin
 * @height: (out): how high they are
 */
void
esp_career_plane_get_row (EspCareerPlane *self,
                          guint           row,
                          int            *y,
                          int            *height)
{
  *height = self->station_height;
  *y = (self->plan->rows->len - 1 - row) * (*height + ROW_GAP);
}

/**
 * esp_career_plane_get_ring:
 * @self: a map that has its size
 * @stop: number of a stop
 * @x: (out): middle of its ring
 * @y: (out): middle of its ring
 */
void
esp_career_plane_get_ring (EspCareerPlane *self,
                           guint           stop,
                           double         *x,
                           double         *y)
{
  const EspCareerStop *here = esp_career_plan_get_stop (self->plan, stop);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int row_y, row_height;
  double track_width;

  *x = (int) get_track (self, here->track, here->lane, width, &track_width) + RING_X;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    *x = width - *x;
  esp_career_plane_get_row (self, here->row, &row_y, &row_height);
  *y = row_y + row_height / 2;
}

/**
 * esp_career_lane_get_color:
 * @lane: number of a lane
 *
 * Returns: the colour of its line; it says which stations belong together and nothing else
 */
EspColor
esp_career_lane_get_color (guint lane)
{
  /* not the sky of departments: it is the accent, which lights ways */
  const EspColor colors[] = { ESP_COLOR_PROGRAM, ESP_COLOR_COE, ESP_COLOR_PMO, ESP_COLOR_COMPANY };

  return colors[lane % G_N_ELEMENTS (colors)];
}
