/* esp-glyph-icon.c — a small picture of the chart as a widget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-glyph-icon.h"

#include "widgets/esp-compat.h"

#define SIZE   16
#define STROKE 1.5

/**
 * EspGlyphIcon:
 *
 * A glyph in the colour of the text around it, as large as it is allocated (at least 16 × 16). The paths are the ones that
 * files are drawn with.
 *
 * Properties: `glyph` (uint, #EspGlyph).
 *
 * # CSS nodes
 *
 * `glyph`
 *
 * # Accessibility
 *
 * None: what it stands for is said by what it stands on.
 */
struct _EspGlyphIcon
{
  GtkWidget parent_instance;

  EspGlyph  glyph;
};

enum
{
  PROP_0,
  PROP_GLYPH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EspGlyphIcon, esp_glyph_icon, GTK_TYPE_WIDGET)

static void
trace_path (cairo_t    *cr,
            const char *path)
{
  double p[6];
  char step;

  while ((step = esp_glyph_path_next (&path, p)) != 0)
    {
      if (step == 'M')
        cairo_move_to (cr, p[0], p[1]);
      else if (step == 'L')
        cairo_line_to (cr, p[0], p[1]);
      else if (step == 'C')
        cairo_curve_to (cr, p[0], p[1], p[2], p[3], p[4], p[5]);
      else
        cairo_close_path (cr);
    }
}

static void
esp_glyph_icon_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  EspGlyphIcon *self = ESP_GLYPH_ICON (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int size = MIN (width, height);
  cairo_t *cr;
  GdkRGBA color;

  if (self->glyph == ESP_GLYPH_NONE)
    return;
  esp_compat_get_color (widget, &color);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  esp_glyph_draw (self->glyph, cr, (width - size) / 2.0, (height - size) / 2.0, size, &color);
  cairo_destroy (cr);
}

static void
esp_glyph_icon_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
esp_glyph_icon_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_GLYPH:
      g_value_set_uint (value, esp_glyph_icon_get_glyph (ESP_GLYPH_ICON (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
esp_glyph_icon_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_GLYPH:
      esp_glyph_icon_set_glyph (ESP_GLYPH_ICON (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
esp_glyph_icon_class_init (EspGlyphIconClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = esp_glyph_icon_get_property;
  object_class->set_property = esp_glyph_icon_set_property;

  widget_class->measure = esp_glyph_icon_measure;
  widget_class->snapshot = esp_glyph_icon_snapshot;

  properties[PROP_GLYPH] = g_param_spec_uint ("glyph", NULL, NULL, 0, ESP_N_GLYPHS - 1, ESP_GLYPH_NONE,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "glyph");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
esp_glyph_icon_init (EspGlyphIcon *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * esp_glyph_icon_new:
 * @glyph: what to show
 *
 * Returns: (transfer floating): an icon
 */
GtkWidget *
esp_glyph_icon_new (EspGlyph glyph)
{
  return g_object_new (ESP_TYPE_GLYPH_ICON, "glyph", glyph, NULL);
}

/**
 * esp_glyph_icon_get_glyph:
 * @self: an icon
 *
 * Returns: what it shows
 */
EspGlyph
esp_glyph_icon_get_glyph (EspGlyphIcon *self)
{
  g_return_val_if_fail (ESP_IS_GLYPH_ICON (self), ESP_GLYPH_NONE);

  return self->glyph;
}

/**
 * esp_glyph_icon_set_glyph:
 * @self: an icon
 * @glyph: what to show
 *
 * Shows another picture.
 */
void
esp_glyph_icon_set_glyph (EspGlyphIcon *self,
                          EspGlyph      glyph)
{
  g_return_if_fail (ESP_IS_GLYPH_ICON (self));
  g_return_if_fail (glyph < ESP_N_GLYPHS);

  if (self->glyph == glyph)
    return;
  self->glyph = glyph;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GLYPH]);
}

/**
 * esp_glyph_draw:
 * @glyph: what to draw
 * @cr: where
 * @x: left edge
 * @y: top edge
 * @size: width and height
 * @color: in which colour
 *
 * Draws a glyph.
 */
void
esp_glyph_draw (EspGlyph       glyph,
                cairo_t       *cr,
                double         x,
                double         y,
                double         size,
                const GdkRGBA *color)
{
  const EspGlyphPath *path = esp_glyph_get_path (glyph);

  cairo_save (cr);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / ESP_GLYPH_SIZE, size / ESP_GLYPH_SIZE);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_new_path (cr);
  trace_path (cr, path->fill);
  cairo_fill (cr);
  cairo_set_line_width (cr, STROKE);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  trace_path (cr, path->stroke);
  cairo_stroke (cr);
  cairo_restore (cr);
}
