/* esp-minimap.c — the whole of a canvas in a corner, and where one is in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-widgets"

#include "widgets/esp-minimap.h"

#include <math.h>

#include "core/esp-i18n.h"
#include "widgets/esp-compat.h"

#define WIDTH     180
#define HEIGHT    120
#define PADDING   6
#define LEAST     6.0 /* px of the frame that shows where one is */
#define OUTSIDE   0.35

/**
 * EspMinimap:
 *
 * A map of the whole canvas with a frame where the view is. A click or a drag goes there. The map is drawn once and kept until
 * the content, the size or the colours change.
 *
 * # CSS nodes
 *
 * `minimap`
 *
 * # Accessibility
 *
 * An image with a name; everything it does the keys of the canvas do too.
 */
struct _EspMinimap
{
  GtkWidget      parent_instance;

  EspCanvas     *canvas;
  GdkTexture    *map; /* NULL: to be drawn */
};

enum
{
  PROP_0,
  PROP_CANVAS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EspMinimap, esp_minimap, GTK_TYPE_WIDGET)

static void
get_overview (EspMinimap  *self,
              EspOverview *overview)
{
  const EspViewport *viewport = esp_canvas_get_viewport (self->canvas);

  esp_overview_init (overview, &viewport->content, gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PADDING,
                     gtk_widget_get_height (GTK_WIDGET (self)) - 2 * PADDING);
}

static void
drop_map (EspMinimap *self)
{
  g_clear_object (&self->map);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
content_changed_cb (EspCanvas  *canvas,
                    EspMinimap *self)
{
  drop_map (self);
}

static void
view_changed_cb (EspCanvas  *canvas,
                 EspMinimap *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
go_to (EspMinimap *self,
       double      x,
       double      y,
       gboolean    animate)
{
  EspOverview overview;
  EspPoint world;
  EspRect point;

  if (self->canvas == NULL)
    return;
  get_overview (self, &overview);
  world = esp_overview_to_world (&overview, x - PADDING, y - PADDING);
  point = (EspRect) { world.x, world.y, 0, 0 };
  esp_canvas_center_on (self->canvas, &point, animate);
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               EspMinimap     *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  go_to (self, x, y, TRUE);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          offset_x,
                double          offset_y,
                EspMinimap     *self)
{
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  go_to (self, x + offset_x, y + offset_y, FALSE);
}

/* The frame of what is seen, at least so large that it can be seen itself, and within the map */
static graphene_rect_t
get_frame (EspMinimap        *self,
           const EspOverview *overview)
{
  EspRect visible = esp_viewport_get_visible (esp_canvas_get_viewport (self->canvas), 0);
  EspRect seen = esp_overview_to_map (overview, &visible);
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PADDING;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * PADDING;
  double left = CLAMP (seen.x, 0, width - LEAST);
  double top = CLAMP (seen.y, 0, height - LEAST);
  double right = CLAMP (seen.x + seen.width, left + LEAST, width);
  double bottom = CLAMP (seen.y + seen.height, top + LEAST, height);

  return GRAPHENE_RECT_INIT (round (PADDING + left), round (PADDING + top), round (right - left), round (bottom - top));
}

/* Dims what is outside of the frame, and draws it */
static void
snapshot_frame (EspMinimap            *self,
                GtkSnapshot           *snapshot,
                const graphene_rect_t *frame)
{
  float width = gtk_widget_get_width (GTK_WIDGET (self));
  float height = gtk_widget_get_height (GTK_WIDGET (self));
  float right = frame->origin.x + frame->size.width;
  float bottom = frame->origin.y + frame->size.height;
  GdkRGBA shade, accent;
  GskRoundedRect outline;

  esp_compat_lookup_color (GTK_WIDGET (self), "esp_canvas", &shade);
  esp_compat_lookup_color (GTK_WIDGET (self), "accent_color", &accent);
  shade.alpha = OUTSIDE;
  gtk_snapshot_append_color (snapshot, &shade, &GRAPHENE_RECT_INIT (0, 0, width, frame->origin.y));
  gtk_snapshot_append_color (snapshot, &shade, &GRAPHENE_RECT_INIT (0, bottom, width, height - bottom));
  gtk_snapshot_append_color (snapshot, &shade, &GRAPHENE_RECT_INIT (0, frame->origin.y, frame->origin.x, frame->size.height));
  gtk_snapshot_append_color (snapshot, &shade, &GRAPHENE_RECT_INIT (right, frame->origin.y, width - right, frame->size.height));
  gsk_rounded_rect_init_from_rect (&outline, frame, 3);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 2, 2, 2, 2 },
                              (GdkRGBA[4]) { accent, accent, accent, accent });
}

/* Thousands of blocks, drawn once instead of in every frame */
static void
draw_map (EspMinimap        *self,
          const EspOverview *overview,
          double             width,
          double             height)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (width, 1) * scale, MAX (height, 1) * scale);
  cairo_t *cr = cairo_create (surface);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  g_autoptr (GBytes) bytes = NULL;

  ESP_CANVAS_GET_CLASS (self->canvas)->paint_overview (self->canvas, snapshot, overview);
  node = gtk_snapshot_free_to_node (snapshot);
  cairo_scale (cr, scale, scale);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  g_clear_pointer (&node, gsk_render_node_unref);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) cairo_image_surface_get_stride (surface) * cairo_image_surface_get_height (surface),
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  self->map = gdk_memory_texture_new (cairo_image_surface_get_width (surface), cairo_image_surface_get_height (surface),
                                      GDK_MEMORY_DEFAULT, bytes, cairo_image_surface_get_stride (surface));
}

static void
esp_minimap_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  EspMinimap *self = ESP_MINIMAP (widget);
  double width = gtk_widget_get_width (widget) - 2 * PADDING;
  double height = gtk_widget_get_height (widget) - 2 * PADDING;
  EspOverview overview;
  graphene_rect_t frame;

  if (self->canvas == NULL || ESP_CANVAS_GET_CLASS (self->canvas)->paint_overview == NULL)
    return;

  get_overview (self, &overview);
  if (self->map == NULL)
    draw_map (self, &overview, width, height);
  gtk_snapshot_append_texture (snapshot, self->map, &GRAPHENE_RECT_INIT (PADDING, PADDING, width, height));
  frame = get_frame (self, &overview);
  snapshot_frame (self, snapshot, &frame);
}

static void
esp_minimap_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
esp_minimap_css_changed (GtkWidget         *widget,
                         GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (esp_minimap_parent_class)->css_changed (widget, change);
  drop_map (ESP_MINIMAP (widget));
}

static void
esp_minimap_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CANVAS:
      g_value_set_object (value, esp_minimap_get_canvas (ESP_MINIMAP (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
esp_minimap_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_CANVAS:
      esp_minimap_set_canvas (ESP_MINIMAP (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
esp_minimap_dispose (GObject *object)
{
  EspMinimap *self = ESP_MINIMAP (object);

  if (self->canvas != NULL)
    g_signal_handlers_disconnect_by_data (self->canvas, self);
  g_clear_object (&self->canvas);
  g_clear_object (&self->map);

  G_OBJECT_CLASS (esp_minimap_parent_class)->dispose (object);
}

static void
esp_minimap_class_init (EspMinimapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = esp_minimap_get_property;
  object_class->set_property = esp_minimap_set_property;
  object_class->dispose = esp_minimap_dispose;

  widget_class->measure = esp_minimap_measure;
  widget_class->snapshot = esp_minimap_snapshot;
  widget_class->css_changed = esp_minimap_css_changed;

  properties[PROP_CANVAS] = g_param_spec_object ("canvas", NULL, NULL, ESP_TYPE_CANVAS,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "minimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
esp_minimap_init (EspMinimap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Overview of the chart"), -1);
}

/**
 * esp_minimap_new:
 *
 * Returns: (transfer floating): a map of nothing yet
 */
GtkWidget *
esp_minimap_new (void)
{
  return g_object_new (ESP_TYPE_MINIMAP, NULL);
}

/**
 * esp_minimap_get_canvas:
 * @self: a minimap
 *
 * Returns: (transfer none) (nullable): of what it is a map
 */
EspCanvas *
esp_minimap_get_canvas (EspMinimap *self)
{
  g_return_val_if_fail (ESP_IS_MINIMAP (self), NULL);

  return self->canvas;
}

/**
 * esp_minimap_set_canvas:
 * @self: a minimap
 * @canvas: (nullable): of what it shall be a map
 *
 * Shows a canvas.
 */
void
esp_minimap_set_canvas (EspMinimap *self,
                        EspCanvas  *canvas)
{
  g_return_if_fail (ESP_IS_MINIMAP (self));
  g_return_if_fail (canvas == NULL || ESP_IS_CANVAS (canvas));

  if (self->canvas == canvas)
    return;
  if (self->canvas != NULL)
    g_signal_handlers_disconnect_by_data (self->canvas, self);
  g_set_object (&self->canvas, canvas);
  if (canvas != NULL)
    {
      g_signal_connect (canvas, "content-changed", G_CALLBACK (content_changed_cb), self);
      g_signal_connect (canvas, "view-changed", G_CALLBACK (view_changed_cb), self);
    }
  drop_map (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CANVAS]);
}
