/* esp-chart-input.c — pointer and keys on the chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-chart.h"

#include "chart/esp-chart-card.h"
#include "chart/esp-chart-edit-private.h"
#include "scene/esp-card.h"

/* Pointer */

/* The card at a point, be it a widget or painted */
EspItem
_esp_chart_pick (EspChart *self,
                 double    x,
                 double    y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *card = widget != NULL ? gtk_widget_get_ancestor (widget, ESP_TYPE_CHART_CARD) : NULL;

  if (card != NULL && self->stage == ESP_STAGE_CARDS)
    return _esp_chart_get_card_item (self, ESP_CHART_CARD (card));
  return _esp_chart_hit (self, x, y);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            EspChart        *self)
{
  EspItem item = _esp_chart_pick (self, x, y);

  if (item != ESP_ITEM_NONE)
    _esp_chart_focus_card (self, item);
  else if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    _esp_chart_focus_self (self);
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             EspChart        *self)
{
  _esp_chart_click (self, _esp_chart_pick (self, x, y), gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)));
}

static void
menu_pressed_cb (GtkGestureClick *gesture,
                 int              n_press,
                 double           x,
                 double           y,
                 EspChart        *self)
{
  EspItem item = _esp_chart_pick (self, x, y);

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (item != ESP_ITEM_NONE)
    esp_chart_open_menu (self, item);
  else
    _esp_chart_open_ground_menu (self, x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture,
                 double               x,
                 double               y,
                 EspChart            *self)
{
  EspItem item = _esp_chart_pick (self, x, y);

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (item != ESP_ITEM_NONE)
    esp_chart_open_menu (self, item);
  else
    _esp_chart_open_ground_menu (self, x, y);
}

static gboolean
query_tooltip_cb (GtkWidget  *widget,
                  int         x,
                  int         y,
                  gboolean    keyboard_mode,
                  GtkTooltip *tooltip,
                  gpointer    user_data)
{
  EspChart *self = ESP_CHART (widget);
  EspItem item = keyboard_mode ? esp_chart_get_focus_item (self) : _esp_chart_pick (self, x, y);
  gboolean is_busy = self->edit->hand.mode != ESP_HAND_EMPTY || _esp_chart_has_menu (self);
  g_autofree char *text = NULL;
  EspRect rect;
  GdkRectangle area;
  EspPoint corner;

  if (item == ESP_ITEM_NONE || is_busy || !_esp_chart_get_rect (self, item, &rect))
    return FALSE;
  text = esp_card_get_tooltip (self->scene, item);
  if (text == NULL || *text == '\0')
    return FALSE;
  corner = esp_viewport_to_view (esp_canvas_get_viewport (ESP_CANVAS (self)), rect.x, rect.y);
  area = (GdkRectangle) { CLAMP (corner.x, -1e4, 1e4), CLAMP (corner.y, -1e4, 1e4),
                          MAX (rect.width * esp_canvas_get_zoom (ESP_CANVAS (self)), 1),
                          MAX (rect.height * esp_canvas_get_zoom (ESP_CANVAS (self)), 1) };
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

/* Keys */

typedef enum
{
  STEP_PARENT,
  STEP_CHILD,
  STEP_PREVIOUS,
  STEP_NEXT,
} Step;

/* What an arrow means depends on where the chart grows to */
static gboolean
get_step (EspChart *self,
          guint     keyval,
          Step     *step)
{
  static const Step steps[4][4] = {
    /* up, down, left, right */
    [ESP_DIRECTION_DOWN] = { STEP_PARENT, STEP_CHILD, STEP_PREVIOUS, STEP_NEXT },
    [ESP_DIRECTION_UP] = { STEP_CHILD, STEP_PARENT, STEP_PREVIOUS, STEP_NEXT },
    [ESP_DIRECTION_RIGHT] = { STEP_PREVIOUS, STEP_NEXT, STEP_PARENT, STEP_CHILD },
    [ESP_DIRECTION_LEFT] = { STEP_PREVIOUS, STEP_NEXT, STEP_CHILD, STEP_PARENT },
  };
  const EspSceneOptions *options = esp_scene_get_options (self->scene);
  guint arrow;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      arrow = 0;
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      arrow = 1;
      break;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      arrow = options->mirrored ? 3 : 2;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      arrow = options->mirrored ? 2 : 3;
      break;
    default:
      return FALSE;
    }
  *step = steps[options->direction][arrow];
  return TRUE;
}

/* Siblings in a column stand above each other: the arrows that lead up and down the tree lead through them */
static gboolean
is_in_line (EspChart *self,
            EspItem   item,
            EspItem   other)
{
  EspDirection direction = esp_scene_get_options (self->scene)->direction;
  EspRect a, b;

  if (other == ESP_ITEM_NONE || !esp_scene_get_item_rect (self->scene, item, &a) ||
      !esp_scene_get_item_rect (self->scene, other, &b))
    return FALSE;
  if (ESP_ITEM_IS_HEAD (item))
    return TRUE;
  if (direction == ESP_DIRECTION_DOWN || direction == ESP_DIRECTION_UP)
    return a.x < b.x + b.width && b.x < a.x + a.width;
  return a.y < b.y + b.height && b.y < a.y + a.height;
}

static EspItem
get_target (EspChart *self,
            EspItem   item,
            Step      step)
{
  EspScene *scene = self->scene;
  EspItem other;

  switch (step)
    {
    case STEP_PARENT:
      other = esp_scene_previous (scene, item);
      return is_in_line (self, item, other) ? other : esp_scene_parent (scene, item);
    case STEP_CHILD:
      other = esp_scene_first_child (scene, item);
      if (other != ESP_ITEM_NONE)
        return other;
      other = esp_scene_next (scene, item);
      return is_in_line (self, item, other) ? other : ESP_ITEM_NONE;
    case STEP_PREVIOUS:
      return esp_scene_previous (scene, item);
    case STEP_NEXT:
    default:
      return esp_scene_next (scene, item);
    }
}

/* Where one begins to walk: at what one looks at */
static EspItem
get_middle_item (EspChart *self)
{
  const EspViewport *viewport = esp_canvas_get_viewport (ESP_CANVAS (self));
  EspPoint middle = esp_viewport_to_world (viewport, viewport->width / 2, viewport->height / 2);

  return esp_scene_nearest (self->scene, middle.x, middle.y);
}

static gboolean
walk (EspChart *self,
      guint     keyval)
{
  EspItem item = esp_chart_get_focus_item (self);
  EspItem target = ESP_ITEM_NONE;
  Step step;

  if (keyval == GDK_KEY_Home || keyval == GDK_KEY_KP_Home)
    {
      target = esp_scene_first (self->scene);
    }
  else if (keyval == GDK_KEY_End || keyval == GDK_KEY_KP_End)
    {
      target = esp_scene_last (self->scene);
    }
  else
    {
      if (!get_step (self, keyval, &step))
        return FALSE;
      if (item == ESP_ITEM_NONE || !esp_scene_is_shown (self->scene, item))
        target = get_middle_item (self);
      else if (step == STEP_CHILD && esp_scene_is_folded (self->scene, ESP_ITEM_NODE (item)) &&
               esp_scene_first_child (self->scene, item) == ESP_ITEM_NONE)
        esp_chart_toggle_fold (self, item);
      else
        target = get_target (self, item, step);
    }
  if (target != ESP_ITEM_NONE)
    esp_chart_focus_item (self, target);
  return TRUE;
}

/* The card goes where the arrow points, if one of its peers stands there */
static gboolean
reorder (EspChart *self,
         guint     keyval)
{
  EspItem item = esp_chart_get_focus_item (self);
  Step step;

  if (item == ESP_ITEM_NONE || !get_step (self, keyval, &step))
    return FALSE;
  if (step == STEP_PARENT && is_in_line (self, item, esp_scene_previous (self->scene, item)))
    step = STEP_PREVIOUS;
  if (step == STEP_CHILD && is_in_line (self, item, esp_scene_next (self->scene, item)))
    step = STEP_NEXT;
  if (step == STEP_PREVIOUS || step == STEP_NEXT)
    _esp_chart_reorder (self, step == STEP_NEXT);
  return TRUE;
}

/* What folds and opens is never the beginning of a search, even where there is nothing to fold. */
static gboolean
fold (EspChart *self,
      guint     keyval)
{
  const char *action;

  switch (keyval)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      action = "chart.unfold";
      break;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      action = "chart.fold";
      break;
    case GDK_KEY_asterisk:
    case GDK_KEY_KP_Multiply:
      action = "chart.unfold-below";
      break;
    default:
      return FALSE;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                EspChart              *self)
{
  EspItem from = esp_chart_get_focus_item (self);

  state &= gtk_accelerator_get_default_mod_mask ();
  if (self->scene != NULL && state == (GDK_ALT_MASK | GDK_SHIFT_MASK))
    return reorder (self, keyval) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
  if (self->scene != NULL && (state & ~GDK_SHIFT_MASK) == 0 && fold (self, keyval))
    return GDK_EVENT_STOP;
  if (self->scene == NULL || (state != 0 && state != GDK_SHIFT_MASK) || !walk (self, keyval))
    return GDK_EVENT_PROPAGATE;
  if (state == GDK_SHIFT_MASK)
    _esp_chart_walk_selecting (self, from);
  return GDK_EVENT_STOP;
}

void
_esp_chart_init_input (EspChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *gesture = gtk_gesture_click_new ();
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_PRIMARY);
  g_signal_connect (gesture, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (gesture, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (gesture));

  gesture = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect (gesture, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (gesture));

  gesture = gtk_gesture_long_press_new ();
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (gesture), TRUE);
  g_signal_connect (gesture, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (gesture));

  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, controller);

  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

void
_esp_chart_install_input (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint           keyval;
    GdkModifierType modifiers;
    const char     *action;
  } keys[] = {
    /* menus name the key that was added last */
    { GDK_KEY_KP_Enter, 0, "chart.activate" },
    { GDK_KEY_Return, 0, "chart.activate" },
    { GDK_KEY_Menu, 0, "chart.menu" },
    { GDK_KEY_F10, GDK_SHIFT_MASK, "chart.menu" },
    { GDK_KEY_KP_Add, 0, "chart.unfold" },
    { GDK_KEY_equal, 0, "chart.unfold" },
    { GDK_KEY_plus, GDK_SHIFT_MASK, "chart.unfold" },
    { GDK_KEY_plus, 0, "chart.unfold" },
    { GDK_KEY_KP_Subtract, 0, "chart.fold" },
    { GDK_KEY_minus, 0, "chart.fold" },
    { GDK_KEY_KP_Multiply, 0, "chart.unfold-below" },
    { GDK_KEY_asterisk, GDK_SHIFT_MASK, "chart.unfold-below" },
    { GDK_KEY_asterisk, 0, "chart.unfold-below" },
    { GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy-text" },
    { GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "chart.copy-picture" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].keyval, keys[i].modifiers, keys[i].action, NULL);
}
