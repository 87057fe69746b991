/* esp-strength-bar.c — so many parts of a few: how strong something is, and how much is still to be built
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-widgets"

#include "widgets/esp-strength-bar.h"

#include "widgets/esp-compat.h"

#define PART_WIDTH 15
#define HEIGHT     6
#define GAP        3

/**
 * EspStrengthBar:
 *
 * A few equal parts, the first of them filled. With a goal, the parts from the value to the goal are filled in the accent colour
 * and half as high again, so that they differ by shape too. Whoever shows a bar writes the word for it beside.
 *
 * # CSS nodes
 *
 * `strengthbar`; its colour fills the parts.
 *
 * # Accessibility
 *
 * Says nothing: the words beside it do.
 */
struct _EspStrengthBar
{
  GtkWidget parent_instance;

  int       value;
  int       goal;
  int       n_parts;
};

G_DEFINE_FINAL_TYPE (EspStrengthBar, esp_strength_bar, GTK_TYPE_WIDGET)

static void
append_frame (GtkSnapshot           *snapshot,
              const graphene_rect_t *part,
              const GdkRGBA         *color)
{
  GskRoundedRect outline;
  float widths[4] = { 1, 1, 1, 1 };
  GdkRGBA colors[4] = { *color, *color, *color, *color };

  gsk_rounded_rect_init_from_rect (&outline, part, 0);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

static void
esp_strength_bar_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  EspStrengthBar *self = ESP_STRENGTH_BAR (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = self->n_parts * (PART_WIDTH + GAP) - GAP;
  else
    *minimum = HEIGHT + GAP;
  *natural = *minimum;
}

static void
esp_strength_bar_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  EspStrengthBar *self = ESP_STRENGTH_BAR (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = self->n_parts * (PART_WIDTH + GAP) - GAP;
  int middle = gtk_widget_get_height (widget) / 2;
  GdkRGBA color, accent;

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  G_GNUC_END_IGNORE_DEPRECATIONS
  if (!esp_compat_lookup_color (widget, "accent_color", &accent))
    accent = color;
  for (int i = 0; i < self->n_parts; i++)
    {
      int x = i * (PART_WIDTH + GAP);
      gboolean is_asked = i >= self->value && i < self->goal;
      int height = is_asked ? HEIGHT + GAP : HEIGHT;
      graphene_rect_t part = GRAPHENE_RECT_INIT (mirrored ? width - x - PART_WIDTH : x, middle - height / 2, PART_WIDTH, height);

      if (is_asked)
        gtk_snapshot_append_color (snapshot, &accent, &part);
      else if (i < self->value)
        gtk_snapshot_append_color (snapshot, &color, &part);
      else
        append_frame (snapshot, &part, &color);
    }
}

static void
esp_strength_bar_class_init (EspStrengthBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = esp_strength_bar_measure;
  widget_class->snapshot = esp_strength_bar_snapshot;

  gtk_widget_class_set_css_name (widget_class, "strengthbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
esp_strength_bar_init (EspStrengthBar *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
}

/**
 * esp_strength_bar_new:
 * @value: how many parts are filled, 0 … @n_parts
 * @n_parts: how many there are
 *
 * Returns: (transfer full): a bar
 */
GtkWidget *
esp_strength_bar_new (int value,
                      int n_parts)
{
  EspStrengthBar *self = g_object_new (ESP_TYPE_STRENGTH_BAR, NULL);

  self->n_parts = MAX (n_parts, 1);
  self->value = CLAMP (value, 0, self->n_parts);
  return GTK_WIDGET (self);
}

int
esp_strength_bar_get_goal (EspStrengthBar *self)
{
  g_return_val_if_fail (ESP_IS_STRENGTH_BAR (self), 0);

  return self->goal;
}

/**
 * esp_strength_bar_set_goal:
 * @self: a bar
 * @goal: up to which part is to be built; 0: there is none
 */
void
esp_strength_bar_set_goal (EspStrengthBar *self,
                           int             goal)
{
  g_return_if_fail (ESP_IS_STRENGTH_BAR (self));

  goal = CLAMP (goal, 0, self->n_parts);
  if (self->goal == goal)
    return;
  self->goal = goal;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
