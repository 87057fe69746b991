/* esp-career-strip.c — the edges of the map: the names of its ladders, or of its levels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-career"

#include "career/esp-career-strip.h"

#include "career/esp-career-lines.h"

#define NAME_CHARS  12
#define LINE_HEIGHT 3

/**
 * EspCareerStrip:
 *
 * A horizontal strip names the ladders over their lanes, a vertical one the levels beside their rows. It is as long as the map, and
 * scrolls with it.
 *
 * # CSS nodes
 *
 * `careerstrip`
 */
struct _EspCareerStrip
{
  GtkWidget       parent_instance;

  EspCareerPlane *plane;  /* borrowed: sits in the same map */
  GPtrArray      *labels; /* borrowed */
  GtkOrientation  orientation;
};

G_DEFINE_FINAL_TYPE (EspCareerStrip, esp_career_strip, GTK_TYPE_WIDGET)

static GtkOrientation
get_other (GtkOrientation orientation)
{
  return orientation == GTK_ORIENTATION_HORIZONTAL ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
}

static int
measure_labels (EspCareerStrip *self)
{
  int most = 0;

  for (guint i = 0; i < self->labels->len; i++)
    {
      int natural, x, width;

      if (self->orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          int plane_width, plane_height;

          esp_career_plane_get_size (self->plane, &plane_width, &plane_height);
          esp_career_plane_get_lane (self->plane, i, plane_width, &x, &width);
          gtk_widget_measure (g_ptr_array_index (self->labels, i), GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
          natural += 3 * LINE_HEIGHT;
        }
      else
        {
          gtk_widget_measure (g_ptr_array_index (self->labels, i), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
        }
      most = MAX (most, natural);
    }
  return most;
}

static void
esp_career_strip_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  EspCareerStrip *self = ESP_CAREER_STRIP (widget);
  int width, height;

  esp_career_plane_get_size (self->plane, &width, &height);
  if (orientation == get_other (self->orientation))
    *natural = measure_labels (self);
  else
    *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
  *minimum = *natural;
}

static void
esp_career_strip_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  EspCareerStrip *self = ESP_CAREER_STRIP (widget);

  for (guint i = 0; i < self->labels->len; i++)
    {
      GtkAllocation place = { 0, 0, width, height - 2 * LINE_HEIGHT };

      if (self->orientation == GTK_ORIENTATION_HORIZONTAL)
        esp_career_plane_get_lane (self->plane, i, width, &place.x, &place.width);
      else
        esp_career_plane_get_row (self->plane, i, &place.y, &place.height);
      gtk_widget_size_allocate (g_ptr_array_index (self->labels, i), &place, -1);
    }
}

/* A piece of its line under the name of each ladder */
static void
esp_career_strip_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  EspCareerStrip *self = ESP_CAREER_STRIP (widget);

  GTK_WIDGET_CLASS (esp_career_strip_parent_class)->snapshot (widget, snapshot);
  for (guint i = 0; i < self->labels->len && self->orientation == GTK_ORIENTATION_HORIZONTAL; i++)
    {
      GdkRGBA color = esp_career_lines_get_rgba (esp_career_lane_get_color (i));
      int x, width;

      esp_career_plane_get_lane (self->plane, i, gtk_widget_get_width (widget), &x, &width);
      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT (x + 6, gtk_widget_get_height (widget) - LINE_HEIGHT, width - 12, LINE_HEIGHT));
    }
}

static void
esp_career_strip_dispose (GObject *object)
{
  EspCareerStrip *self = ESP_CAREER_STRIP (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->labels, 0);

  G_OBJECT_CLASS (esp_career_strip_parent_class)->dispose (object);
}

static void
esp_career_strip_finalize (GObject *object)
{
  g_ptr_array_unref (ESP_CAREER_STRIP (object)->labels);

  G_OBJECT_CLASS (esp_career_strip_parent_class)->finalize (object);
}

static void
esp_career_strip_class_init (EspCareerStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = esp_career_strip_dispose;
  object_class->finalize = esp_career_strip_finalize;
  widget_class->measure = esp_career_strip_measure;
  widget_class->size_allocate = esp_career_strip_size_allocate;
  widget_class->snapshot = esp_career_strip_snapshot;

  gtk_widget_class_set_css_name (widget_class, "careerstrip");
}

static void
esp_career_strip_init (EspCareerStrip *self)
{
  self->labels = g_ptr_array_new ();
}

static void
add_label (EspCareerStrip *self,
           const char     *name,
           const char     *tooltip,
           const char     *css_class)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), NAME_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_CHARS);
  gtk_widget_set_tooltip_text (label, tooltip);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  g_ptr_array_add (self->labels, label);
}

/**
 * esp_career_strip_new:
 * @plane: the map whose edge it is
 * @state: what the map shows
 * @orientation: %GTK_ORIENTATION_HORIZONTAL for ladders, %GTK_ORIENTATION_VERTICAL for levels
 *
 * Returns: (transfer full): the strip
 */
GtkWidget *
esp_career_strip_new (EspCareerPlane *plane,
                      EspCareerState *state,
                      GtkOrientation  orientation)
{
  EspCareerStrip *self = g_object_new (ESP_TYPE_CAREER_STRIP, NULL);
  const EspCareerPlan *plan = esp_career_plane_get_plan (plane);

  self->plane = plane;
  self->orientation = orientation;
  for (guint i = 0; i < plan->lanes->len && orientation == GTK_ORIENTATION_HORIZONTAL; i++)
    {
      const EspLadder *ladder = g_array_index (plan->lanes, EspCareerLane, i).ladder;

      add_label (self, ladder->name, ladder->text, "heading");
    }
  for (guint i = 0; i < plan->rows->len && orientation == GTK_ORIENTATION_VERTICAL; i++)
    {
      const char *name = g_array_index (plan->rows, EspCareerRow, i).name;

      add_label (self, name, name, "caption");
    }
  /* what changes the words on a station may change how large all of them are */
  g_signal_connect_object (state, "ways-changed", G_CALLBACK (gtk_widget_queue_resize), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "counts-changed", G_CALLBACK (gtk_widget_queue_resize), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
