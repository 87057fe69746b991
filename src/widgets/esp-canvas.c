/* esp-canvas.c — a view on a large plane: pan, zoom, few widgets for many cards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-widgets"

#include "widgets/esp-canvas.h"

#include <adwaita.h>
#include <math.h>

#include "widgets/esp-canvas-private.h"

#define MAX_BINDS           12    /* newcomers bound in one frame */
#define CARDS_PER_MEGAPIXEL 120.0 /* widgets that a frame can afford */
#define MAX_CARDS           400
#define FRAME_SECONDS       (1.0 / 60)

/**
 * EspCanvas:
 *
 * A plane that is larger than its view. Subclasses say how large it is, draw it, and name the cards that shall be widgets; the
 * canvas moves the view (wheel, drag, keys, touch, flights) and keeps the widgets. Everything happens in the update phase of the
 * frame clock, at most once a frame, and nothing happens while nothing moves.
 *
 * Signals: `view-changed` after the place, the zoom, the size or the content changed; `content-changed` after the content did.
 *
 * Properties: `zoom` (double, readable).
 *
 * # CSS nodes
 *
 * One node of the subclass's name; cards are its children.
 *
 * # Accessibility
 *
 * Cards are children in reading order. Spare ones are hidden.
 */
enum
{
  PROP_0,
  PROP_ZOOM,
  N_PROPS
};

enum
{
  VIEW_CHANGED,
  CONTENT_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (EspCanvas, esp_canvas, GTK_TYPE_WIDGET)

EspCanvasPrivate *
_esp_canvas_get_private (EspCanvas *self)
{
  return esp_canvas_get_instance_private (self);
}

/* Numbers round a pixel: a card may be far away, and floats are enough only near the view */
static float
to_float (double value)
{
  return (float) CLAMP (value, -1e6, 1e6);
}

static void
configure_adjustment (GtkAdjustment *adjustment,
                      double         at,
                      double         page,
                      double         start,
                      double         length)
{
  double lower = MIN (start - ESP_VIEWPORT_MARGIN, at);
  double upper = MAX (start + length + ESP_VIEWPORT_MARGIN, at + page);

  gtk_adjustment_configure (adjustment, at, lower, upper, page * 0.1, page * 0.9, page);
}

static void
configure_adjustments (EspCanvas *self)
{
  EspCanvasPrivate *priv = esp_canvas_get_instance_private (self);
  const EspViewport *viewport = &priv->viewport;
  double zoom = viewport->zoom;

  priv->adjusting = TRUE;
  configure_adjustment (priv->hadjustment, viewport->x * zoom, viewport->width,
                        viewport->content.x * zoom, viewport->content.width * zoom);
  configure_adjustment (priv->vadjustment, viewport->y * zoom, viewport->height,
                        viewport->content.y * zoom, viewport->content.height * zoom);
  priv->adjusting = FALSE;
}

static void
announce_view (EspCanvas *self)
{
  EspCanvasPrivate *priv = esp_canvas_get_instance_private (self);
  gboolean zoomed = priv->shown.zoom != priv->viewport.zoom;

  if (memcmp (&priv->shown, &priv->viewport, sizeof priv->shown) == 0)
    return;
  priv->shown = priv->viewport;
  configure_adjustments (self);
  if (zoomed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

static void
take_content (EspCanvas *self)
{
  EspCanvasPrivate *priv = esp_canvas_get_instance_private (self);
  EspRect content = { 0, 0, 0, 0 };

  if (!priv->content_stale)
    return;
  priv->content_stale = FALSE;
  ESP_CANVAS_GET_CLASS (self)->get_content (self, &content);
  esp_viewport_set_content (&priv->viewport, &content);
}

/* Returns whether another update is needed */
static gboolean
update_cards (EspCanvas *self,
              guint      max_binds)
{
  EspCanvasPrivate *priv = esp_canvas_get_instance_private (self);
  guint n_left;

  g_array_set_size (priv->wants, 0);
  ESP_CANVAS_GET_CLASS (self)->collect (self, priv->wants);
  n_left = esp_card_pool_update (priv->pool, (EspCardWant *) (void *) priv->wants->data, priv->wants->len, max_binds);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return n_left > 0;
}

/* Lets time pass; returns whether something still moves */
static gboolean
step (EspCanvas *self,
      double     seconds)
{
  EspCanvasPrivate *priv = esp_canvas_get_instance_private (self);
  gboolean moving = esp_fling_step (&priv->fling, seconds, &priv->viewport);

  moving |= esp_flight_step (&priv->flight, seconds, &priv->viewport);
  if (priv->transition_seconds > 0)
    {
      priv->transition_elapsed += seconds;
      if (priv->transition_elapsed >= priv->transition_seconds)
        {
          priv->transition_seconds = 0;
          g_clear_pointer (&priv->faded, gsk_render_node_unref);
        }
      moving = TRUE; /* the last step shows the end */
    }
  return moving;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  EspCanvas *self = ESP_CANVAS (widget);
  EspCanvasPrivate *priv = esp_canvas_get_instance_private (self);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = priv->last_frame != 0 ? (now - priv->last_frame) / 1e6 : FRAME_SECONDS;
  gboolean busy;

  if (!priv->has_size)
    {
      priv->tick = 0;
      return G_SOURCE_REMOVE;
    }
  take_content (self);
  busy = step (self, seconds);
  busy |= update_cards (self, MAX_BINDS);
  announce_view (self);
  priv->last_frame = busy ? now : 0;
  if (busy)
    return G_SOURCE_CONTINUE;
  priv->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
value_changed_cb (GtkAdjustment *adjustment,
                  EspCanvas     *self)
{
  EspCanvasPrivate *priv = esp_canvas_get_instance_private (self);
  double value = gtk_adjustment_get_value (adjustment);

  if (priv->adjusting)
    return;
  esp_canvas_stop (self);
  if (adjustment == priv->hadjustment)
    esp_viewport_pan (&priv->viewport, value - priv->viewport.x * priv->viewport.zoom, 0);
  else
    esp_viewport_pan (&priv->viewport, 0, value - priv->viewport.y * priv->viewport.zoom);
  esp_canvas_queue_update (self);
}

static GtkWidget *
create_card (gpointer user_data)
{
  return ESP_CANVAS_GET_CLASS (user_data)->create_card (user_data);
}

static void
bind_card (GtkWidget         *card,
           const EspCardWant *want,
           gpointer           user_data)
{
  ESP_CANVAS_GET_CLASS (user_data)->bind_card (user_data, card, want);
}

static void
allocate_card (EspCanvas         *self,
               const EspPaint    *paint,
               GtkWidget         *card,
               const EspCardWant *want)
{
  double x = floor ((want->world.x - paint->origin.x) * paint->zoom * paint->scale + 0.5) / paint->scale;
  double y = floor ((want->world.y - paint->origin.y) * paint->zoom * paint->scale + 0.5) / paint->scale;
  GskTransform *transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (to_float (x), to_float (y)));

  gtk_widget_set_can_target (card, !want->hidden); /* nobody presses what is not to be seen */
  if (paint->zoom != 1)
    transform = gsk_transform_scale (transform, paint->zoom, paint->zoom);
  gtk_widget_allocate (card, ceil (want->world.width), ceil (want->world.height), -1, transform);
}

static void
esp_canvas_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  EspCanvas *self = ESP_CANVAS (widget);
  EspCanvasPrivate *priv = esp_canvas_get_instance_private (self);
  EspPaint paint;

  if (width > 0 && height > 0 && (width != priv->viewport.width || height != priv->viewport.height))
    {
      gboolean first = !priv->has_size;

      priv->has_size = TRUE;
      take_content (self);
      esp_viewport_set_size (&priv->viewport, width, height);
      ESP_CANVAS_GET_CLASS (self)->resized (self, first);
      esp_canvas_queue_update (self);
    }

  esp_canvas_get_paint (self, &paint);
  for (guint i = 0; i < priv->wants->len; i++)
    {
      const EspCardWant *want = &g_array_index (priv->wants, EspCardWant, i);
      GtkWidget *card = esp_card_pool_get_card (priv->pool, want->key);

      if (card != NULL)
        allocate_card (self, &paint, card, want);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
snapshot_contents (EspCanvas   *self,
                   GtkSnapshot *snapshot)
{
  EspCanvasPrivate *priv = esp_canvas_get_instance_private (self);
  EspCanvasClass *klass = ESP_CANVAS_GET_CLASS (self);
  EspPaint paint;

  esp_canvas_get_paint (self, &paint);
  klass->paint (self, snapshot, &paint);
  for (guint i = 0; i < priv->wants->len; i++)
    {
      const EspCardWant *want = &g_array_index (priv->wants, EspCardWant, i);
      GtkWidget *card = want->hidden ? NULL : esp_card_pool_get_card (priv->pool, want->key);

      if (card != NULL)
        gtk_widget_snapshot_child (GTK_WIDGET (self), card, snapshot);
    }
  klass->paint_over (self, snapshot, &paint);
}

static void
esp_canvas_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  EspCanvas *self = ESP_CANVAS (widget);
  EspCanvasPrivate *priv = esp_canvas_get_instance_private (self);

  if (!priv->has_size)
    return;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, priv->viewport.width, priv->viewport.height));
  if (priv->faded != NULL)
    {
      gtk_snapshot_push_cross_fade (snapshot, esp_canvas_get_progress (self));
      gtk_snapshot_append_node (snapshot, priv->faded);
      gtk_snapshot_pop (snapshot);
      snapshot_contents (self, snapshot);
      gtk_snapshot_pop (snapshot);
    }
  else
    {
      snapshot_contents (self, snapshot);
    }
  gtk_snapshot_pop (snapshot);
}

static GtkSizeRequestMode
esp_canvas_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
esp_canvas_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 480;
}

static void
esp_canvas_unmap (GtkWidget *widget)
{
  esp_canvas_stop (ESP_CANVAS (widget));
  GTK_WIDGET_CLASS (esp_canvas_parent_class)->unmap (widget);
}

static void
esp_canvas_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, esp_canvas_get_zoom (ESP_CANVAS (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
esp_canvas_dispose (GObject *object)
{
  EspCanvasPrivate *priv = esp_canvas_get_instance_private (ESP_CANVAS (object));

  if (priv->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (object), priv->tick);
  priv->tick = 0;
  g_clear_pointer (&priv->faded, gsk_render_node_unref);
  g_array_set_size (priv->wants, 0);
  g_clear_pointer (&priv->pool, esp_card_pool_free);
  if (priv->hadjustment != NULL)
    g_signal_handlers_disconnect_by_data (priv->hadjustment, object);
  if (priv->vadjustment != NULL)
    g_signal_handlers_disconnect_by_data (priv->vadjustment, object);
  g_clear_object (&priv->hadjustment);
  g_clear_object (&priv->vadjustment);

  G_OBJECT_CLASS (esp_canvas_parent_class)->dispose (object);
}

static void
esp_canvas_finalize (GObject *object)
{
  EspCanvasPrivate *priv = esp_canvas_get_instance_private (ESP_CANVAS (object));

  g_array_unref (priv->wants);
  G_OBJECT_CLASS (esp_canvas_parent_class)->finalize (object);
}

static void
esp_canvas_class_init (EspCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = esp_canvas_get_property;
  object_class->dispose = esp_canvas_dispose;
  object_class->finalize = esp_canvas_finalize;

  widget_class->get_request_mode = esp_canvas_get_request_mode;
  widget_class->measure = esp_canvas_measure;
  widget_class->size_allocate = esp_canvas_size_allocate;
  widget_class->snapshot = esp_canvas_snapshot;
  widget_class->unmap = esp_canvas_unmap;

  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, ESP_VIEWPORT_MAX_ZOOM, 1,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[VIEW_CHANGED] = g_signal_new ("view-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CONTENT_CHANGED] = g_signal_new ("content-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  _esp_canvas_install_input (widget_class);
}

static void
esp_canvas_init (EspCanvas *self)
{
  static const EspCardPoolFuncs funcs = { create_card, bind_card };
  EspCanvasPrivate *priv = esp_canvas_get_instance_private (self);

  esp_viewport_init (&priv->viewport);
  priv->wants = g_array_new (FALSE, FALSE, sizeof (EspCardWant));
  priv->pool = esp_card_pool_new (GTK_WIDGET (self), &funcs, self);
  priv->content_stale = TRUE;
  priv->hadjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  priv->vadjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect (priv->hadjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
  g_signal_connect (priv->vadjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  _esp_canvas_init_input (self);
}

/**
 * esp_canvas_get_viewport:
 * @self: a canvas
 *
 * Returns: (transfer none): where the view is; copy it to go somewhere with esp_canvas_set_place()
 */
const EspViewport *
esp_canvas_get_viewport (EspCanvas *self)
{
  EspCanvasPrivate *priv = esp_canvas_get_instance_private (self);

  g_return_val_if_fail (ESP_IS_CANVAS (self), NULL);

  return &priv->viewport;
}

/**
 * esp_canvas_get_zoom:
 * @self: a canvas
 *
 * Returns: view px per world px
 */
double
esp_canvas_get_zoom (EspCanvas *self)
{
  return esp_canvas_get_viewport (self)->zoom;
}

/**
 * esp_canvas_get_hadjustment:
 * @self: a canvas
 *
 * Returns: (transfer none): for a horizontal scrollbar; in view px of the present zoom
 */
GtkAdjustment *
esp_canvas_get_hadjustment (EspCanvas *self)
{
  EspCanvasPrivate *priv = esp_canvas_get_instance_private (self);

  return priv->hadjustment;
}

/**
 * esp_canvas_get_vadjustment:
 * @self: a canvas
 *
 * Returns: (transfer none): for a vertical scrollbar; in view px of the present zoom
 */
GtkAdjustment *
esp_canvas_get_vadjustment (EspCanvas *self)
{
  EspCanvasPrivate *priv = esp_canvas_get_instance_private (self);

  return priv->vadjustment;
}

/**
 * esp_canvas_get_paint:
 * @self: a canvas
 * @paint: (out caller-allocates): how a frame is drawn now
 *
 * The mapping of the present frame.
 */
void
esp_canvas_get_paint (EspCanvas *self,
                      EspPaint  *paint)
{
  EspCanvasPrivate *priv = esp_canvas_get_instance_private (self);
  double scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  *paint = (EspPaint) {
    .origin = esp_viewport_get_origin (&priv->viewport, scale),
    .zoom = priv->viewport.zoom,
    .scale = scale,
    .visible = esp_viewport_get_visible (&priv->viewport, 0),
    .width = priv->viewport.width,
    .height = priv->viewport.height,
  };
}

/**
 * esp_canvas_get_card_budget:
 * @self: a canvas
 *
 * Returns: how many cards may be widgets at this size of the view
 */
guint
esp_canvas_get_card_budget (EspCanvas *self)
{
  EspPaint paint;
  double megapixels;

  esp_canvas_get_paint (self, &paint);
  megapixels = paint.width * paint.height * paint.scale * paint.scale / 1e6;
  return (guint) MIN (CARDS_PER_MEGAPIXEL * megapixels, MAX_CARDS);
}

/**
 * esp_canvas_get_card:
 * @self: a canvas
 * @key: of a card
 *
 * Returns: (transfer none) (nullable): its widget, if it has one
 */
GtkWidget *
esp_canvas_get_card (EspCanvas *self,
                     guint64    key)
{
  EspCanvasPrivate *priv = esp_canvas_get_instance_private (self);

  return priv->pool != NULL ? esp_card_pool_get_card (priv->pool, key) : NULL;
}

/**
 * esp_canvas_get_wants:
 * @self: a canvas
 * @n_wants: (out): how many
 *
 * Returns: (transfer none) (array length=n_wants): what was to be a widget at the last update, in reading order
 */
const EspCardWant *
esp_canvas_get_wants (EspCanvas *self,
                      guint     *n_wants)
{
  EspCanvasPrivate *priv = esp_canvas_get_instance_private (self);

  *n_wants = priv->wants->len;
  return (const EspCardWant *) (void *) priv->wants->data;
}

/**
 * esp_canvas_get_n_live:
 * @self: a canvas
 *
 * Returns: how many widgets stand for something
 */
guint
esp_canvas_get_n_live (EspCanvas *self)
{
  EspCanvasPrivate *priv = esp_canvas_get_instance_private (self);

  return esp_card_pool_get_n_live (priv->pool);
}

/**
 * esp_canvas_update_now:
 * @self: a canvas
 *
 * Collects and binds cards at once instead of in the next frame, for a card that must have the focus now.
 */
void
esp_canvas_update_now (EspCanvas *self)
{
  EspCanvasPrivate *priv = esp_canvas_get_instance_private (self);

  if (!priv->has_size)
    return;
  take_content (self);
  if (update_cards (self, MAX_BINDS))
    esp_canvas_queue_update (self);
}

/**
 * esp_canvas_content_changed:
 * @self: a canvas
 *
 * The world has another size, or other things stand in it.
 */
void
esp_canvas_content_changed (EspCanvas *self)
{
  EspCanvasPrivate *priv = esp_canvas_get_instance_private (self);

  g_return_if_fail (ESP_IS_CANVAS (self));

  priv->content_stale = TRUE;
  esp_card_pool_invalidate (priv->pool);
  if (priv->has_size)
    take_content (self);
  g_signal_emit (self, signals[CONTENT_CHANGED], 0);
  esp_canvas_queue_update (self);
}

/**
 * esp_canvas_content_moved:
 * @self: a canvas
 * @world: a point of the new world
 * @view: where in the view it shall be
 *
 * As esp_canvas_content_changed(), with one thing held still.
 */
void
esp_canvas_content_moved (EspCanvas      *self,
                          const EspPoint *world,
                          const EspPoint *view)
{
  EspCanvasPrivate *priv = esp_canvas_get_instance_private (self);

  esp_canvas_stop (self);
  esp_canvas_content_changed (self);
  esp_viewport_hold (&priv->viewport, world, view);
}

/**
 * esp_canvas_cards_changed:
 * @self: a canvas
 *
 * Cards say something else; where they stand is the same.
 */
void
esp_canvas_cards_changed (EspCanvas *self)
{
  EspCanvasPrivate *priv = esp_canvas_get_instance_private (self);

  esp_card_pool_invalidate (priv->pool);
  esp_canvas_queue_update (self);
}

/**
 * esp_canvas_queue_update:
 * @self: a canvas
 *
 * Collects cards and draws in the next frame.
 */
void
esp_canvas_queue_update (EspCanvas *self)
{
  EspCanvasPrivate *priv = esp_canvas_get_instance_private (self);

  if (priv->tick == 0 && priv->pool != NULL)
    {
      priv->last_frame = 0;
      priv->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
    }
}

/**
 * esp_canvas_animate:
 * @self: a canvas
 * @seconds: how long
 *
 * Begins a transition: esp_canvas_get_progress() goes from 0 to 1, one update a frame. Nothing happens if the user wants
 * nothing to move.
 */
void
esp_canvas_animate (EspCanvas *self,
                    double     seconds)
{
  EspCanvasPrivate *priv = esp_canvas_get_instance_private (self);

  priv->transition_seconds = adw_get_enable_animations (GTK_WIDGET (self)) ? seconds : 0;
  priv->transition_elapsed = 0;
  esp_canvas_queue_update (self);
}

/**
 * esp_canvas_get_progress:
 * @self: a canvas
 *
 * Returns: how far the transition is, eased; 1 when there is none
 */
double
esp_canvas_get_progress (EspCanvas *self)
{
  EspCanvasPrivate *priv = esp_canvas_get_instance_private (self);

  if (priv->transition_seconds <= 0)
    return 1;
  return esp_ease_out (priv->transition_elapsed / priv->transition_seconds);
}
