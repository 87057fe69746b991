/* esp-canvas-input.c — wheel, drag, touch and keys of the canvas
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-widgets"

#include "widgets/esp-canvas.h"

#include <adwaita.h>
#include <math.h>

#include "widgets/esp-canvas-private.h"

#define CLICK_DISTANCE   4.0  /* view px; less is no drag */
#define VELOCITY_MS      120  /* how far back the speed of a drag is looked for */
#define KEY_PAN          60.0 /* view px of a step by key */
#define WHEEL_ZOOM       1.2  /* of one notch */
#define TOUCHPAD_ZOOM    1.01 /* of one px */

static void
set_cursor (EspCanvas  *self,
            const char *name)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

void
_esp_canvas_pan_by_hand (EspCanvas *self,
                         double     view_dx,
                         double     view_dy)
{
  EspCanvasPrivate *priv = _esp_canvas_get_private (self);

  esp_canvas_stop (self);
  esp_viewport_pan (&priv->viewport, view_dx, view_dy);
  esp_canvas_queue_update (self);
}

void
_esp_canvas_coast (EspCanvas *self,
                   double     velocity_x,
                   double     velocity_y)
{
  EspCanvasPrivate *priv = _esp_canvas_get_private (self);

  if (!adw_get_enable_animations (GTK_WIDGET (self)))
    return;
  esp_fling_start (&priv->fling, velocity_x, velocity_y);
  esp_canvas_queue_update (self);
}

/* Wheel and touchpad */

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           EspCanvas                *self)
{
  EspCanvasPrivate *priv = _esp_canvas_get_private (self);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean is_wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;

  if (state & GDK_CONTROL_MASK)
    {
      esp_canvas_zoom_at (self, priv->viewport.zoom * pow (is_wheel ? WHEEL_ZOOM : TOUCHPAD_ZOOM, -dy),
                          priv->pointer_x, priv->pointer_y, FALSE);
      return GDK_EVENT_STOP;
    }
  if ((state & GDK_SHIFT_MASK) && dx == 0)
    {
      dx = dy;
      dy = 0;
    }
  if (is_wheel) /* as far as GTK's own views go in one notch */
    {
      dx *= pow (priv->viewport.width, 2.0 / 3.0);
      dy *= pow (priv->viewport.height, 2.0 / 3.0);
    }
  _esp_canvas_pan_by_hand (self, dx, dy);
  return GDK_EVENT_STOP;
}

static void
decelerate_cb (GtkEventControllerScroll *controller,
               double                    velocity_x,
               double                    velocity_y,
               EspCanvas                *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    _esp_canvas_coast (self, velocity_x, velocity_y);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           EspCanvas                *self)
{
  EspCanvasPrivate *priv = _esp_canvas_get_private (self);

  priv->pointer_x = x;
  priv->pointer_y = y;
}

/* Dragging the view */

static void
add_sample (EspCanvasPrivate *priv,
            double            x,
            double            y,
            guint             time)
{
  if (priv->n_samples == G_N_ELEMENTS (priv->samples))
    {
      memmove (priv->samples, priv->samples + 1, sizeof priv->samples - sizeof priv->samples[0]);
      priv->n_samples--;
    }
  priv->samples[priv->n_samples++] = (EspDragSample) { x, y, time };
}

static void
begin_drag (EspCanvas *self)
{
  EspCanvasPrivate *priv = _esp_canvas_get_private (self);

  esp_canvas_stop (self);
  priv->dragging = FALSE;
  priv->drag_x = priv->drag_y = 0;
  priv->n_samples = 0;
}

/* Middle button, or the first one with Space held: anywhere */
static void
hand_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               EspCanvas      *self)
{
  EspCanvasPrivate *priv = _esp_canvas_get_private (self);
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button == GDK_BUTTON_MIDDLE || (button == GDK_BUTTON_PRIMARY && priv->space_held))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      begin_drag (self);
    }
  else
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
    }
}

/* First button: only where no card is */
static void
empty_begin_cb (GtkGestureDrag *gesture,
                double          x,
                double          y,
                EspCanvas      *self)
{
  if (gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT) == GTK_WIDGET (self))
    begin_drag (self);
  else
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
touch_begin_cb (GtkGestureDrag *gesture,
                double          x,
                double          y,
                EspCanvas      *self)
{
  begin_drag (self);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          offset_x,
                double          offset_y,
                EspCanvas      *self)
{
  EspCanvasPrivate *priv = _esp_canvas_get_private (self);

  add_sample (priv, offset_x, offset_y, gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture)));
  if (!priv->dragging && hypot (offset_x, offset_y) < CLICK_DISTANCE)
    return;
  if (!priv->dragging)
    {
      priv->dragging = TRUE;
      priv->space_panned = priv->space_held;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      set_cursor (self, "grabbing");
    }
  _esp_canvas_pan_by_hand (self, priv->drag_x - offset_x, priv->drag_y - offset_y);
  priv->drag_x = offset_x;
  priv->drag_y = offset_y;
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          offset_x,
             double          offset_y,
             EspCanvas      *self)
{
  EspCanvasPrivate *priv = _esp_canvas_get_private (self);
  guint now = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture));

  if (!priv->dragging)
    return;
  priv->dragging = FALSE;
  set_cursor (self, priv->space_held ? "grab" : NULL);

  for (guint i = 0; i < priv->n_samples; i++)
    {
      const EspDragSample *sample = &priv->samples[i];
      double seconds = (now - sample->time) / 1000.0;

      if (now - sample->time > VELOCITY_MS || seconds <= 0)
        continue;
      _esp_canvas_coast (self, (sample->x - offset_x) / seconds, (sample->y - offset_y) / seconds);
      break;
    }
}

static void
drag_cancel_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                EspCanvas        *self)
{
  EspCanvasPrivate *priv = _esp_canvas_get_private (self);

  priv->dragging = FALSE;
  set_cursor (self, NULL);
}

/* Two fingers */

static void
pinch_begin_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                EspCanvas        *self)
{
  EspCanvasPrivate *priv = _esp_canvas_get_private (self);

  esp_canvas_stop (self);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  priv->pinch_zoom = priv->viewport.zoom;
  gtk_gesture_get_bounding_box_center (gesture, &priv->drag_x, &priv->drag_y);
}

static void
pinch_changed_cb (GtkGestureZoom *gesture,
                  double          scale,
                  EspCanvas      *self)
{
  EspCanvasPrivate *priv = _esp_canvas_get_private (self);
  double x = priv->drag_x;
  double y = priv->drag_y;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  esp_viewport_pan (&priv->viewport, priv->drag_x - x, priv->drag_y - y);
  esp_viewport_zoom_at (&priv->viewport, priv->pinch_zoom * scale, x, y);
  priv->drag_x = x;
  priv->drag_y = y;
  esp_canvas_queue_update (self);
}

/* Keys */

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                EspCanvas             *self)
{
  EspCanvasPrivate *priv = _esp_canvas_get_private (self);

  if (keyval != GDK_KEY_space || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (!priv->space_held)
    {
      priv->space_held = TRUE;
      priv->space_panned = FALSE;
      set_cursor (self, "grab");
    }
  return GDK_EVENT_STOP;
}

/* Space is for panning while it is held; let go without a pan it is a press on what has the focus */
static void
key_released_cb (GtkEventControllerKey *controller,
                 guint                  keyval,
                 guint                  keycode,
                 GdkModifierType        state,
                 EspCanvas             *self)
{
  EspCanvasPrivate *priv = _esp_canvas_get_private (self);

  if (keyval != GDK_KEY_space || !priv->space_held)
    return;
  priv->space_held = FALSE;
  if (!priv->dragging)
    set_cursor (self, NULL);
  if (!priv->space_panned)
    ESP_CANVAS_GET_CLASS (self)->activate (self);
}

static void
focus_left_cb (GtkEventControllerFocus *controller,
               EspCanvas               *self)
{
  EspCanvasPrivate *priv = _esp_canvas_get_private (self);

  priv->space_held = FALSE;
  if (!priv->dragging)
    set_cursor (self, NULL);
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  EspCanvas *self = ESP_CANVAS (widget);

  if (g_str_equal (name, "canvas.zoom-in"))
    esp_canvas_zoom_in (self);
  else if (g_str_equal (name, "canvas.zoom-out"))
    esp_canvas_zoom_out (self);
  else if (g_str_equal (name, "canvas.zoom-fit"))
    esp_canvas_zoom_fit (self);
  else
    esp_canvas_zoom_to (self, 1);
}

static void
pan_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  const EspViewport *viewport = esp_canvas_get_viewport (ESP_CANVAS (widget));
  int dx, dy;
  gboolean pages;

  g_variant_get (parameter, "(iib)", &dx, &dy, &pages);
  esp_canvas_pan (ESP_CANVAS (widget),
                  dx * (pages ? viewport->width * 0.9 : KEY_PAN),
                  dy * (pages ? viewport->height * 0.9 : KEY_PAN),
                  TRUE);
}

/* The zoom keys work wherever the focus is, as long as this canvas is on screen */
static gboolean
zoom_shortcut_cb (GtkWidget *widget,
                  GVariant  *args,
                  gpointer   user_data)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  return gtk_widget_activate_action_variant (widget, g_variant_get_string (args, NULL), NULL);
}

static void
add_zoom_keys (EspCanvas *self)
{
  static const struct
  {
    guint       keyval;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "canvas.zoom-in" },
    { GDK_KEY_equal, "canvas.zoom-in" },
    { GDK_KEY_KP_Add, "canvas.zoom-in" },
    { GDK_KEY_minus, "canvas.zoom-out" },
    { GDK_KEY_KP_Subtract, "canvas.zoom-out" },
    { GDK_KEY_0, "canvas.zoom-fit" },
    { GDK_KEY_KP_0, "canvas.zoom-fit" },
    { GDK_KEY_1, "canvas.zoom-actual" },
    { GDK_KEY_KP_1, "canvas.zoom-actual" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].keyval, GDK_CONTROL_MASK),
                                                gtk_callback_action_new (zoom_shortcut_cb, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_string (keys[i].action));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
add_drag (EspCanvas          *self,
          guint               button,
          gboolean            touch,
          GtkPropagationPhase phase,
          GCallback           begin)
{
  GtkGesture *gesture = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), button);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (gesture), touch);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), phase);
  g_signal_connect (gesture, "drag-begin", begin, self);
  g_signal_connect (gesture, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (gesture, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (gesture, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}

void
_esp_canvas_init_input (EspCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *controller;
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  controller = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  g_signal_connect (controller, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (controller, "decelerate", G_CALLBACK (decelerate_cb), self);
  gtk_widget_add_controller (widget, controller);

  controller = gtk_event_controller_motion_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (controller, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (widget, controller);

  controller = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (controller, "key-released", G_CALLBACK (key_released_cb), self);
  gtk_widget_add_controller (widget, controller);

  controller = gtk_event_controller_focus_new ();
  g_signal_connect (controller, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (widget, controller);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pinch), GTK_PHASE_CAPTURE);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_changed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));

  add_drag (self, 0, FALSE, GTK_PHASE_CAPTURE, G_CALLBACK (hand_begin_cb));
  add_drag (self, 0, TRUE, GTK_PHASE_CAPTURE, G_CALLBACK (touch_begin_cb));
  add_drag (self, GDK_BUTTON_PRIMARY, FALSE, GTK_PHASE_BUBBLE, G_CALLBACK (empty_begin_cb));
  add_zoom_keys (self);
}

void
_esp_canvas_install_input (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint           keyval;
    GdkModifierType modifiers;
    int             dx, dy;
    gboolean        pages;
  } keys[] = {
    { GDK_KEY_Left, GDK_CONTROL_MASK, -1, 0, FALSE },
    { GDK_KEY_Right, GDK_CONTROL_MASK, 1, 0, FALSE },
    { GDK_KEY_Up, GDK_CONTROL_MASK, 0, -1, FALSE },
    { GDK_KEY_Down, GDK_CONTROL_MASK, 0, 1, FALSE },
    { GDK_KEY_Page_Up, 0, 0, -1, TRUE },
    { GDK_KEY_Page_Down, 0, 0, 1, TRUE },
    { GDK_KEY_Page_Up, GDK_SHIFT_MASK, -1, 0, TRUE },
    { GDK_KEY_Page_Down, GDK_SHIFT_MASK, 1, 0, TRUE },
  };

  gtk_widget_class_install_action (widget_class, "canvas.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-fit", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-actual", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "canvas.pan", "(iib)", pan_action);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].keyval, keys[i].modifiers, "canvas.pan", "(iib)",
                                         keys[i].dx, keys[i].dy, keys[i].pages);
}
