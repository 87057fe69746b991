/* esp-career-map.c — the map with its edges, scrolled together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-career"

#include "career/esp-career-map.h"

#include "career/esp-career-lines.h"
#include "career/esp-career-strip.h"
#include "core/esp-i18n.h"

/**
 * EspCareerMap:
 *
 * The names of the ladders stay at the top and those of the levels at the start, while the map between them scrolls. Below it: which
 * line is which kind of move, and a switch to draw all moves between ladders.
 */
struct _EspCareerMap
{
  GtkBox             parent_instance;

  EspCareerState    *state;
  EspCareerPlane    *plane;    /* borrowed, as the next one */
  GtkScrolledWindow *scroller;
  guint              idle;
};

G_DEFINE_FINAL_TYPE (EspCareerMap, esp_career_map, GTK_TYPE_BOX)

static void
scroll_to (GtkAdjustment *adjustment,
           double         from,
           double         to)
{
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);

  if (from < value || to > value + page)
    gtk_adjustment_set_value (adjustment, (from + to - page) / 2);
}

/* Brings the rung looked at into view, once it has its place. */
static gboolean
reveal_cb (gpointer user_data)
{
  EspCareerMap *self = user_data;
  guint stop = esp_career_plan_find (esp_career_plane_get_plan (self->plane), esp_career_state_get_rung (self->state));
  graphene_rect_t place;

  self->idle = 0;
  if (stop == ESP_CAREER_STOP_NONE
      || !gtk_widget_compute_bounds (GTK_WIDGET (esp_career_plane_get_station (self->plane, stop)), GTK_WIDGET (self->plane), &place))
    return G_SOURCE_REMOVE;
  scroll_to (gtk_scrolled_window_get_hadjustment (self->scroller), place.origin.x, place.origin.x + place.size.width);
  scroll_to (gtk_scrolled_window_get_vadjustment (self->scroller), place.origin.y, place.origin.y + place.size.height);
  return G_SOURCE_REMOVE;
}

static void
queue_reveal (EspCareerMap *self)
{
  if (self->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add (reveal_cb, self);
}

static void
all_moves_cb (GtkToggleButton *button,
              GParamSpec      *pspec,
              EspCareerMap    *self)
{
  esp_career_plane_set_all_moves (self->plane, gtk_toggle_button_get_active (button));
}

static void
esp_career_map_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (esp_career_map_parent_class)->map (widget);
  queue_reveal (ESP_CAREER_MAP (widget));
}

static void
esp_career_map_dispose (GObject *object)
{
  EspCareerMap *self = ESP_CAREER_MAP (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (esp_career_map_parent_class)->dispose (object);
}

static void
esp_career_map_class_init (EspCareerMapClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = esp_career_map_dispose;
  GTK_WIDGET_CLASS (klass)->map = esp_career_map_map;
}

static void
esp_career_map_init (EspCareerMap *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/* An edge: scrolls with the map in one direction, and cannot be scrolled itself */
static GtkWidget *
make_edge (EspCareerMap   *self,
           GtkOrientation  orientation)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  gboolean is_top = orientation == GTK_ORIENTATION_HORIZONTAL;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), esp_career_strip_new (self->plane, self->state, orientation));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), is_top ? GTK_POLICY_EXTERNAL : GTK_POLICY_NEVER,
                                  is_top ? GTK_POLICY_NEVER : GTK_POLICY_EXTERNAL);
  if (is_top)
    gtk_scrolled_window_set_hadjustment (GTK_SCROLLED_WINDOW (scroller), gtk_scrolled_window_get_hadjustment (self->scroller));
  else
    gtk_scrolled_window_set_vadjustment (GTK_SCROLLED_WINDOW (scroller), gtk_scrolled_window_get_vadjustment (self->scroller));
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_widget_add_css_class (scroller, is_top ? "esp-career-top" : "esp-career-side");
  return scroller;
}

static GtkWidget *
make_bottom (EspCareerMap *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *toggle = gtk_toggle_button_new_with_label (_("All Moves"));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_set_tooltip_text (toggle, _("Draw All Moves Between Ladders"));
  gtk_widget_add_css_class (toggle, "flat");
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (all_moves_cb), self, 0);
  gtk_box_append (GTK_BOX (bar), toggle);
  gtk_box_append (GTK_BOX (bar), esp_career_lines_new_legend ());
  gtk_widget_add_css_class (bar, "esp-career-bottom");
  /* where the map is narrow, the legend can be pushed along instead of taking lines from it */
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), bar);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_widget_set_focusable (scroller, FALSE);
  return scroller;
}

/**
 * esp_career_map_new:
 * @state: what the view shows; a reference is kept
 *
 * Returns: (transfer full): the map
 */
GtkWidget *
esp_career_map_new (EspCareerState *state)
{
  EspCareerMap *self = g_object_new (ESP_TYPE_CAREER_MAP, NULL);
  GtkWidget *grid = gtk_grid_new ();

  self->state = g_object_ref (state);
  self->plane = ESP_CAREER_PLANE (esp_career_plane_new (state));
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->plane));
  gtk_widget_set_hexpand (GTK_WIDGET (self->scroller), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroller), TRUE);
  gtk_grid_attach (GTK_GRID (grid), make_edge (self, GTK_ORIENTATION_HORIZONTAL), 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), make_edge (self, GTK_ORIENTATION_VERTICAL), 0, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->scroller), 1, 1, 1, 1);
  gtk_box_append (GTK_BOX (self), grid);
  gtk_box_append (GTK_BOX (self), make_bottom (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "esp-career-map");
  g_signal_connect_object (state, "rung-changed", G_CALLBACK (queue_reveal), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

EspCareerPlane *
esp_career_map_get_plane (EspCareerMap *self)
{
  g_return_val_if_fail (ESP_IS_CAREER_MAP (self), NULL);

  return self->plane;
}
