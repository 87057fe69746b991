/* esp-chart-hand.c — the hand on the chart: cards are dragged to another place, lines are drawn, a rubber band selects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-chart.h"

#include <math.h>

#include "chart/esp-chart-card.h"
#include "chart/esp-chart-edit-private.h"

#define DRAG_DISTANCE 4.0   /* view px; less is a click. The canvas has the same. */
#define SPRING_MS     700   /* over a folded branch, until it opens */
#define EDGE          48.0  /* view px from the border in which the view moves along… */
#define EDGE_SPEED    900.0 /* …at most so many view px a second */
#define BESIDE_SHARE  0.22  /* of a card, at either end: not below it but beside it */
#define BESIDE        36.0  /* world px from a card that are still beside it */

/* Where it would go */

/* Where the siblings of an item stand */
void
_esp_chart_get_axis (EspChart      *self,
                     EspItem        item,
                     const EspRect *rect,
                     EspAxis       *axis)
{
  const EspSceneOptions *options = esp_scene_get_options (self->scene);
  EspItem next = esp_scene_next (self->scene, item);
  EspItem other = next != ESP_ITEM_NONE ? next : esp_scene_previous (self->scene, item);
  EspRect beside;
  double dx, dy;

  axis->is_vertical = options->direction == ESP_DIRECTION_LEFT || options->direction == ESP_DIRECTION_RIGHT;
  axis->is_reversed = !axis->is_vertical && options->mirrored;
  if (other == ESP_ITEM_NONE || !esp_scene_get_item_rect (self->scene, other, &beside))
    return;
  dx = beside.x + beside.width / 2 - rect->x - rect->width / 2;
  dy = beside.y + beside.height / 2 - rect->y - rect->height / 2;
  axis->is_vertical = beside.x < rect->x + rect->width && rect->x < beside.x + beside.width;
  axis->is_reversed = ((axis->is_vertical ? dy : dx) < 0) == (next != ESP_ITEM_NONE);
}

/* Below a card: on its middle. Beside it: at its ends, and in the gap to the next one. */
static EspCommandKind
get_place (EspChart       *self,
           const EspPoint *world,
           EspItem         item,
           const EspRect  *rect)
{
  double share;
  EspAxis axis;

  _esp_chart_get_axis (self, item, rect, &axis);
  share = axis.is_vertical ? (world->y - rect->y) / rect->height : (world->x - rect->x) / rect->width;
  if (axis.is_reversed)
    share = 1 - share;
  if (ESP_ITEM_IS_HEAD (item) || (share > BESIDE_SHARE && share < 1 - BESIDE_SHARE))
    return ESP_COMMAND_MOVE;
  return share <= BESIDE_SHARE ? ESP_COMMAND_PLACE_BEFORE : ESP_COMMAND_PLACE_AFTER;
}

static void
carry_to (EspChart *self,
          double    view_x,
          double    view_y,
          gboolean  draws_line)
{
  EspPoint world = esp_viewport_to_world (esp_canvas_get_viewport (ESP_CANVAS (self)), view_x, view_y);
  EspItem item = esp_scene_hit (self->scene, world.x, world.y);
  gboolean is_hit = item != ESP_ITEM_NONE;
  EspCommandKind kind = draws_line ? ESP_COMMAND_ADD_LINE : ESP_COMMAND_MOVE;
  EspRowKey key = ESP_ROW_KEY_NONE;
  EspRect rect, near;

  if (!is_hit && !draws_line)
    item = esp_scene_nearest (self->scene, world.x, world.y);
  if (item != ESP_ITEM_NONE && esp_scene_get_item_rect (self->scene, item, &rect))
    {
      near = esp_rect_grow (&rect, BESIDE);
      if (!draws_line)
        kind = get_place (self, &world, item, &rect);
      if (is_hit || (kind != ESP_COMMAND_MOVE && esp_rect_contains_point (&near, world.x, world.y)))
        key = _esp_chart_get_key (self, item);
    }
  /* units stand beside units, positions beside positions */
  if (key != ESP_ROW_KEY_NONE && !draws_line && ESP_ROW_TABLE (key) != ESP_ROW_TABLE (g_array_index (self->edit->carry.rows, EspRowKey, 0)))
    {
      kind = ESP_COMMAND_MOVE;
      key = is_hit ? key : ESP_ROW_KEY_NONE;
    }
  if (_esp_chart_carry_over (self, kind, key))
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->edit->carry.words != NULL && !self->edit->carry.is_allowed ? "not-allowed" : "grabbing");
}

/* Folded branches spring open */

static gboolean
spring_cb (gpointer user_data)
{
  EspChart *self = user_data;
  EspItem item = _esp_chart_find_key (self, self->edit->hand.spring_key);

  self->edit->hand.spring = 0;
  if (item != ESP_ITEM_NONE && esp_scene_is_folded (self->scene, ESP_ITEM_NODE (item)))
    esp_chart_toggle_fold (self, item);
  return G_SOURCE_REMOVE;
}

static void
wind_spring (EspChart *self)
{
  EspHand *hand = &self->edit->hand;
  EspCarry *carry = &self->edit->carry;
  EspItem item = carry->command.kind == ESP_COMMAND_MOVE || carry->command.kind == ESP_COMMAND_ADD_LINE ? _esp_chart_find_key (self, carry->command.target)
                                                                                                        : ESP_ITEM_NONE;
  guint64 key = ESP_CHART_KEY_NONE;

  if (item != ESP_ITEM_NONE && esp_scene_is_folded (self->scene, ESP_ITEM_NODE (item)))
    key = _esp_chart_get_key (self, item);
  if (key == hand->spring_key)
    return;
  g_clear_handle_id (&hand->spring, g_source_remove);
  hand->spring_key = key;
  if (key != ESP_CHART_KEY_NONE)
    hand->spring = g_timeout_add (SPRING_MS, spring_cb, self);
}

/* The hand */

/* The rubber band, world px */
EspRect
_esp_chart_get_band (EspChart *self)
{
  EspHand *hand = &self->edit->hand;
  EspPoint now = esp_viewport_to_world (esp_canvas_get_viewport (ESP_CANVAS (self)), hand->view_x, hand->view_y);

  return (EspRect) { MIN (hand->start.x, now.x), MIN (hand->start.y, now.y), fabs (now.x - hand->start.x), fabs (now.y - hand->start.y) };
}

static void
follow_pointer (EspChart *self)
{
  EspHand *hand = &self->edit->hand;

  if (self->scene == NULL)
    return;
  if (hand->mode == ESP_HAND_BAND)
    {
      EspRect band = _esp_chart_get_band (self);

      _esp_chart_select_within (self, &band, hand->before);
    }
  else if (hand->mode == ESP_HAND_CARRY)
    {
      carry_to (self, hand->view_x, hand->view_y, hand->draws_line);
      wind_spring (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static double
get_push (double at,
          double size)
{
  double inside = MIN (at, size - at);
  double push = CLAMP ((EDGE - inside) / EDGE, 0, 1);

  return at < size / 2 ? -push : push;
}

/* At the border the view moves along. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  EspChart *self = ESP_CHART (widget);
  EspHand *hand = &self->edit->hand;
  const EspViewport *viewport = esp_canvas_get_viewport (ESP_CANVAS (self));
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = MIN ((now - hand->last_frame) / (double) G_USEC_PER_SEC, 0.1);
  double dx = get_push (hand->view_x, viewport->width) * EDGE_SPEED * seconds;
  double dy = get_push (hand->view_y, viewport->height) * EDGE_SPEED * seconds;

  hand->last_frame = now;
  if (dx != 0 || dy != 0)
    {
      esp_canvas_pan (ESP_CANVAS (self), dx, dy, FALSE);
      follow_pointer (self);
    }
  return G_SOURCE_CONTINUE;
}

static void
begin_work (EspChart    *self,
            EspHandMode  mode)
{
  EspHand *hand = &self->edit->hand;

  hand->mode = mode;
  hand->spring_key = ESP_CHART_KEY_NONE;
  hand->last_frame = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (GTK_WIDGET (self)));
  hand->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  esp_canvas_stop (ESP_CANVAS (self));
}

/**
 * _esp_chart_release_hand:
 * @self: a chart
 *
 * The hand does nothing any more; what it carried is where it was.
 */
void
_esp_chart_release_hand (EspChart *self)
{
  EspHand *hand = &self->edit->hand;

  if (hand->mode == ESP_HAND_EMPTY)
    return;
  hand->mode = ESP_HAND_EMPTY;
  g_clear_handle_id (&hand->spring, g_source_remove);
  if (hand->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), hand->tick);
  hand->tick = 0;
  if (self->edit->carry.mode == ESP_CARRY_HAND)
    _esp_chart_carry_end (self);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Cards that can be told apart can be taken hold of. */
static EspItem
get_held (EspChart *self,
          double    x,
          double    y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (widget == NULL || self->stage > ESP_STAGE_NAMES || gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON) != NULL)
    return ESP_ITEM_NONE;
  return _esp_chart_pick (self, x, y);
}

static gboolean
is_on_ground (EspChart *self,
              double    x,
              double    y)
{
  return gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT) == GTK_WIDGET (self) && _esp_chart_pick (self, x, y) == ESP_ITEM_NONE;
}

/* A finger moves the view; what happens in the menu is none of the chart's. */
static gboolean
is_for_chart (EspChart   *self,
              GtkGesture *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  GdkDevice *device = event != NULL ? gdk_event_get_device (event) : NULL;

  return self->scene != NULL && device != NULL && gdk_device_get_source (device) != GDK_SOURCE_TOUCHSCREEN &&
         gdk_event_get_surface (event) == gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self)));
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               EspChart       *self)
{
  EspHand *hand = &self->edit->hand;
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  _esp_chart_release_hand (self);
  hand->item_key = ESP_CHART_KEY_NONE;
  if (is_for_chart (self, GTK_GESTURE (gesture)))
    {
      EspItem item = get_held (self, x, y);

      if (item != ESP_ITEM_NONE)
        hand->item_key = _esp_chart_get_key (self, item);
      if (item != ESP_ITEM_NONE || ((state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0 && is_on_ground (self, x, y)))
        {
          hand->start = esp_viewport_to_world (esp_canvas_get_viewport (ESP_CANVAS (self)), x, y);
          hand->start_x = x;
          hand->start_y = y;
          hand->keeps = (state & GDK_CONTROL_MASK) != 0;
          return;
        }
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
begin_band (EspChart *self)
{
  EspHand *hand = &self->edit->hand;

  g_array_set_size (hand->before, 0);
  g_array_set_size (self->edit->banded, 0);
  if (hand->keeps)
    {
      GArray *selected = esp_session_get_selected (self->session);

      g_array_append_vals (hand->before, selected->data, selected->len);
    }
  begin_work (self, ESP_HAND_BAND);
}

static void
begin_carrying (EspChart *self)
{
  EspItem item = _esp_chart_find_key (self, self->edit->hand.item_key);

  if (item == ESP_ITEM_NONE)
    return;
  _esp_chart_focus_card (self, item);
  if (_esp_chart_carry_begin (self, ESP_CARRY_HAND))
    begin_work (self, ESP_HAND_CARRY);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          offset_x,
                double          offset_y,
                EspChart       *self)
{
  EspHand *hand = &self->edit->hand;
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (self->scene == NULL)
    return;
  hand->view_x = hand->start_x + offset_x;
  hand->view_y = hand->start_y + offset_y;
  hand->draws_line = (state & GDK_CONTROL_MASK) != 0;
  if (hand->mode == ESP_HAND_EMPTY && hypot (offset_x, offset_y) >= DRAG_DISTANCE &&
      gtk_gesture_get_sequence_state (GTK_GESTURE (gesture), gtk_gesture_get_last_updated_sequence (GTK_GESTURE (gesture))) == GTK_EVENT_SEQUENCE_NONE)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      if (hand->item_key != ESP_CHART_KEY_NONE)
        begin_carrying (self);
      else
        begin_band (self);
    }
  if (hand->mode != ESP_HAND_EMPTY)
    follow_pointer (self);
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          offset_x,
             double          offset_y,
             EspChart       *self)
{
  if (self->edit->hand.mode == ESP_HAND_CARRY)
    _esp_chart_carry_drop (self);
  _esp_chart_release_hand (self);
}

static void
drag_cancel_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                EspChart         *self)
{
  _esp_chart_release_hand (self);
}

/* Escape, Enter and Tab are for what is carried, before anybody else hears of them; Control turns a move into a line. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                EspChart              *self)
{
  EspHand *hand = &self->edit->hand;

  if (hand->mode == ESP_HAND_CARRY && (keyval == GDK_KEY_Control_L || keyval == GDK_KEY_Control_R))
    {
      hand->draws_line = TRUE;
      follow_pointer (self);
      return GDK_EVENT_STOP;
    }
  /* what is pressed in the menu is for the menu */
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || _esp_chart_has_menu (self))
    return GDK_EVENT_PROPAGATE;
  if (hand->mode != ESP_HAND_EMPTY && keyval == GDK_KEY_Escape)
    {
      _esp_chart_release_hand (self);
      return GDK_EVENT_STOP;
    }
  return _esp_chart_carry_key (self, keyval) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
key_released_cb (GtkEventControllerKey *controller,
                 guint                  keyval,
                 guint                  keycode,
                 GdkModifierType        state,
                 EspChart              *self)
{
  EspHand *hand = &self->edit->hand;

  if (hand->mode != ESP_HAND_CARRY || (keyval != GDK_KEY_Control_L && keyval != GDK_KEY_Control_R))
    return;
  hand->draws_line = FALSE;
  follow_pointer (self);
}

void
_esp_chart_init_hand (EspChart *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->edit->hand.before = g_array_new (FALSE, FALSE, sizeof (EspRowKey));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (keys, "key-released", G_CALLBACK (key_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
