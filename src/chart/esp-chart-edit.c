/* esp-chart-edit.c — editing on the chart: what can be done with the card at the keyboard, and looking at what was done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-chart.h"

#include "chart/esp-chart-edit-private.h"
#include "chart/esp-delete-dialog.h"
#include "chart/esp-rename-popover.h"
#include "chart/esp-role-picker.h"
#include "chart/esp-row-dialog.h"
#include "core/esp-i18n.h"

/* What an action is about */
enum
{
  NEEDS_NOTHING  = 0,
  NEEDS_ROW      = 1 << 0,
  NEEDS_POSITION = 1 << 1,
  NEEDS_UNIT     = 1 << 2,
  NEEDS_HOLDER   = 1 << 3,
  NEEDS_SCENE    = 1 << 4,
};

static guint say_signal;

/* The row at the keyboard */
static gboolean
get_focus_row (EspChart *self,
               EspTable *table,
               EspIx    *ix)
{
  EspItem item = esp_chart_get_focus_item (self);

  if (self->session == NULL || item == ESP_ITEM_NONE)
    return FALSE;
  *ix = esp_scene_get_row (self->scene, item, table);
  return TRUE;
}

/* Says something, for the eyes and for screen readers; what @stays is there until something else is said. (nullable): nothing more */
void
_esp_chart_say (EspChart   *self,
                const char *text,
                gboolean    stays)
{
  g_signal_emit (self, say_signal, 0, text, stays);
}

/* What is done is done with all that is selected, if the card at the keyboard is among it, else with that alone. FALSE: there is none. */
gboolean
_esp_chart_sync_selection (EspChart *self)
{
  EspTable table;
  EspIx ix;

  if (!get_focus_row (self, &table, &ix))
    return FALSE;
  if (!esp_session_is_selected (self->session, table, ix))
    esp_session_select (self->session, table, ix);
  return TRUE;
}

/* Asks for an edit. The card at the keyboard, or the target, keeps its place on the screen. */
void
_esp_chart_send (EspChart         *self,
                 const EspCommand *command)
{
  EspItem still = _esp_chart_find_key (self, command->target != ESP_ROW_KEY_NONE ? command->target : self->focus_key);

  if (self->session == NULL)
    return;
  if (still != ESP_ITEM_NONE)
    self->held_key = _esp_chart_get_key (self, ESP_ITEM (ESP_ITEM_NODE (still)));
  esp_session_edit (self->session, command);
  if (!esp_session_get_building (self->session))
    self->held_key = ESP_CHART_KEY_NONE;
}

static void
send_plain (EspChart       *self,
            EspCommandKind  kind)
{
  EspCommand command = ESP_COMMAND_INIT (kind);

  _esp_chart_send (self, &command);
}

/* Looking at what was done */

static void
point_at_focus (EspChart  *self,
                GtkWidget *popover)
{
  GdkRectangle area;

  if (_esp_chart_get_area (self, esp_chart_get_focus_item (self), &area))
    gtk_popover_set_pointing_to (GTK_POPOVER (popover), &area);
}

/* Popovers stand beside the card while the view moves. Their parent is the chart's: what is typed in them is none of the chart's. */
static void
view_changed_cb (EspChart *self)
{
  GtkWidget *popovers[] = { self->edit->rename, self->edit->roles };

  for (guint i = 0; i < G_N_ELEMENTS (popovers); i++)
    if (popovers[i] != NULL && gtk_widget_get_visible (popovers[i]))
      point_at_focus (self, popovers[i]);
}

static void
popover_closed_cb (EspChart *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
add_popover (EspChart  *self,
             GtkWidget *popover)
{
  gtk_widget_set_parent (popover, gtk_widget_get_parent (GTK_WIDGET (self)));
  g_signal_connect_object (popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
open_cb (gpointer user_data)
{
  EspChart *self = user_data;
  EspChartFunc func = self->edit->open_func;

  self->edit->opening = 0;
  func (self);
  return G_SOURCE_REMOVE;
}

/* Two popovers cannot be open at once: as long as the menu is, the other one waits. */
static gboolean
wait_for_menu (EspChart     *self,
               EspChartFunc  func)
{
  if (!_esp_chart_has_menu (self))
    return FALSE;
  gtk_popover_popdown (GTK_POPOVER (self->menu));
  g_clear_handle_id (&self->edit->opening, g_source_remove);
  self->edit->open_func = func;
  self->edit->opening = g_idle_add (open_cb, self);
  return TRUE;
}

static void
rename_focus (EspChart *self)
{
  EspTable table;
  EspIx ix;

  if (!get_focus_row (self, &table, &ix) || wait_for_menu (self, rename_focus))
    return;
  if (self->edit->rename == NULL)
    {
      self->edit->rename = esp_rename_popover_new ();
      add_popover (self, self->edit->rename);
    }
  point_at_focus (self, self->edit->rename);
  esp_rename_popover_open (ESP_RENAME_POPOVER (self->edit->rename), self->session, table, ix);
}

/* Goes to the row that was edited, if the scene has it by now. */
static void
look_at_wanted (EspChart *self)
{
  EspItem item = _esp_chart_find_key (self, self->edit->wanted_key);
  EspRowKey key = self->edit->wanted_key;
  gboolean is_new = self->edit->wanted_is_new;

  if (item == ESP_ITEM_NONE)
    return;
  self->edit->wanted_key = ESP_CHART_KEY_NONE;
  if (!esp_scene_is_shown (self->scene, item))
    {
      EspTable table = ESP_ROW_TABLE (key);

      esp_session_reveal (self->session, table, ESP_ROW_IX (key));
      item = _esp_chart_find_key (self, key);
    }
  esp_chart_focus_item (self, item);
  if (is_new)
    rename_focus (self);
}

static void
edited_cb (EspSession *session,
           guint       table,
           guint       ix,
           gboolean    is_new,
           EspChart   *self)
{
  self->edit->wanted_key = ESP_ROW_KEY (table, ix);
  self->edit->wanted_is_new = is_new;
  /* a unit that is new has a plate in the structure alone */
  if (is_new && table == ESP_TABLE_UNITS)
    g_object_set (session, "chart", "structure", NULL);
  /* while a scene is being built the present one stands for what was */
  if (!esp_session_get_building (session))
    look_at_wanted (self);
}

static void
refused_cb (EspSession *session,
            const char *reason,
            EspChart   *self)
{
  gtk_widget_error_bell (GTK_WIDGET (self));
  _esp_chart_say (self, reason, FALSE);
}

/* Notes what is above the card at the keyboard, for when that card goes. */
static void
note_above (EspChart *self)
{
  EspItem item = esp_chart_get_focus_item (self);

  if (item == ESP_ITEM_NONE || !esp_scene_is_shown (self->scene, item))
    return;
  self->edit->n_above = 0;
  while ((item = esp_scene_parent (self->scene, item)) != ESP_ITEM_NONE && self->edit->n_above < ESP_CHART_MAX_ABOVE)
    self->edit->above[self->edit->n_above++] = _esp_chart_get_key (self, item);
}

/* The card at the keyboard has gone: the nearest one that was above it and is there yet */
EspItem
_esp_chart_find_above (EspChart *self)
{
  for (guint i = 0; i < self->edit->n_above; i++)
    {
      EspItem item = _esp_chart_find_key (self, self->edit->above[i]);

      if (item != ESP_ITEM_NONE)
        return item;
    }
  return ESP_ITEM_NONE;
}

/* Called when the chart has taken a new layout. */
void
_esp_chart_edit_layout_taken (EspChart *self)
{
  _esp_chart_carry_check (self);
  if (self->scene != NULL && self->edit->wanted_key != ESP_CHART_KEY_NONE && !esp_session_get_building (self->session))
    look_at_wanted (self);
}

/* Called when the chart begins to follow its session. */
void
_esp_chart_edit_follow (EspChart *self)
{
  self->edit->wanted_key = ESP_CHART_KEY_NONE;
  g_signal_connect (self->session, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect (self->session, "refused", G_CALLBACK (refused_cb), self);
}

/* Actions */

/* A report of a position, a position in a unit; where nobody is yet, the first one */
static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  EspChart *self = ESP_CHART (widget);
  gboolean has_row = _esp_chart_sync_selection (self);
  gboolean is_unit = has_row && esp_session_get_selected_position (self->session) == ESP_IX_NONE;

  if (g_str_equal (name, "chart.add-unit"))
    send_plain (self, ESP_COMMAND_ADD_UNIT);
  else if (g_str_equal (name, "chart.add-top") || !has_row)
    send_plain (self, ESP_COMMAND_ADD_TOP);
  else if (g_str_equal (name, "chart.add-sibling"))
    send_plain (self, ESP_COMMAND_ADD_SIBLING);
  else
    send_plain (self, is_unit ? ESP_COMMAND_ADD_IN_UNIT : ESP_COMMAND_ADD_REPORT);
}

static void
rename_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  EspChart *self = ESP_CHART (widget);

  if (_esp_chart_sync_selection (self))
    rename_focus (self);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  EspChart *self = ESP_CHART (widget);

  if (_esp_chart_sync_selection (self))
    esp_delete_dialog_ask (GTK_WINDOW (gtk_widget_get_root (widget)), self->session);
}

static void
vacate_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  if (_esp_chart_sync_selection (ESP_CHART (widget)))
    send_plain (ESP_CHART (widget), ESP_COMMAND_VACATE);
}

static void
role_picked_cb (EspPicker  *picker,
                const char *id,
                EspChart   *self)
{
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_SET_ROLE);

  command.text = *id != '\0' ? id : NULL;
  _esp_chart_send (self, &command);
}

static void
pick_role (EspChart *self)
{
  if (self->scene == NULL || wait_for_menu (self, pick_role))
    return;
  if (self->edit->roles == NULL)
    {
      self->edit->roles = esp_role_picker_new (esp_scene_get_catalogue (self->scene));
      g_signal_connect_object (self->edit->roles, "picked", G_CALLBACK (role_picked_cb), self, 0);
      add_popover (self, self->edit->roles);
    }
  point_at_focus (self, self->edit->roles);
  gtk_popover_popup (GTK_POPOVER (self->edit->roles));
}

static void
role_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  if (_esp_chart_sync_selection (ESP_CHART (widget)))
    pick_role (ESP_CHART (widget));
}

/* What asks for another row */
static void
ask_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  EspChart *self = ESP_CHART (widget);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  if (!_esp_chart_sync_selection (self))
    return;
  if (g_str_equal (name, "chart.move-to"))
    esp_row_dialog_move (window, self->session);
  else if (g_str_equal (name, "chart.add-line"))
    esp_row_dialog_add_line (window, self->session);
  else
    esp_row_dialog_set_head (window, self->session);
}

static const struct
{
  const char                 *name;
  guint                       needs;
  GtkWidgetActionActivateFunc func;
  guint                       keyval;
  GdkModifierType             modifiers;
} actions[] = {
  { "chart.add", NEEDS_SCENE, add_action, GDK_KEY_Insert, 0 },
  { "chart.add-sibling", NEEDS_ROW, add_action, GDK_KEY_Return, GDK_SHIFT_MASK },
  { "chart.add-top", NEEDS_SCENE, add_action, 0, 0 },
  { "chart.add-unit", NEEDS_SCENE, add_action, GDK_KEY_Insert, GDK_SHIFT_MASK },
  { "chart.rename", NEEDS_ROW, rename_action, GDK_KEY_F2, 0 },
  { "chart.delete", NEEDS_ROW, delete_action, GDK_KEY_Delete, 0 },
  { "chart.vacate", NEEDS_HOLDER, vacate_action, 0, 0 },
  { "chart.choose-role", NEEDS_POSITION, role_action, GDK_KEY_r, GDK_ALT_MASK },
  { "chart.move-to", NEEDS_ROW, ask_action, GDK_KEY_m, GDK_CONTROL_MASK },
  { "chart.add-line", NEEDS_POSITION, ask_action, GDK_KEY_l, GDK_CONTROL_MASK },
  { "chart.choose-head", NEEDS_UNIT, ask_action, 0, 0 },
};

static const struct
{
  guint           keyval;
  GdkModifierType modifiers;
  const char     *action;
} more_keys[] = {
  { GDK_KEY_KP_Insert, 0, "chart.add" },
  { GDK_KEY_KP_Enter, GDK_SHIFT_MASK, "chart.add-sibling" },
  { GDK_KEY_ISO_Enter, GDK_SHIFT_MASK, "chart.add-sibling" },
  { GDK_KEY_KP_Insert, GDK_SHIFT_MASK, "chart.add-unit" },
  { GDK_KEY_KP_Delete, 0, "chart.delete" },
};

void
_esp_chart_install_edit (GtkWidgetClass *widget_class)
{
  say_signal = g_signal_new ("say", G_TYPE_FROM_CLASS (widget_class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                             G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  /* menus name the key that was added last */
  for (gsize i = 0; i < G_N_ELEMENTS (more_keys); i++)
    gtk_widget_class_add_binding_action (widget_class, more_keys[i].keyval, more_keys[i].modifiers, more_keys[i].action, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
      if (actions[i].keyval != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].keyval, actions[i].modifiers, actions[i].name, NULL);
    }
  _esp_chart_install_select (widget_class);
  _esp_chart_install_carry (widget_class);
}

void
_esp_chart_init_edit (EspChart *self)
{
  self->edit = g_new0 (EspChartEdit, 1);
  self->edit->wanted_key = self->edit->anchor_key = ESP_CHART_KEY_NONE;
  self->edit->banded = g_array_new (FALSE, FALSE, sizeof (EspRowKey));
  self->edit->carry.rows = g_array_new (FALSE, FALSE, sizeof (EspRowKey));
  self->edit->carry.command = (EspCommand) ESP_COMMAND_INIT (ESP_COMMAND_MOVE);
  _esp_chart_init_hand (self);
  _esp_chart_init_fields (self);
  g_signal_connect (self, "view-changed", G_CALLBACK (view_changed_cb), NULL);
}

/* An open popover holds itself, and the keyboard. */
static void
remove_popover (GtkWidget **popover)
{
  if (*popover == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (*popover));
  g_clear_pointer (popover, gtk_widget_unparent);
}

/* Called when the chart is disposed of, maybe more than once. */
void
_esp_chart_drop_edit (EspChart *self)
{
  g_clear_handle_id (&self->edit->opening, g_source_remove);
  _esp_chart_release_hand (self);
  remove_popover (&self->menu);
  remove_popover (&self->edit->rename);
  remove_popover (&self->edit->roles);
}

void
_esp_chart_free_edit (EspChart *self)
{
  g_object_unref (self->edit->fields);
  g_array_unref (self->edit->banded);
  g_array_unref (self->edit->carry.rows);
  g_array_unref (self->edit->hand.before);
  g_free (self->edit->carry.title);
  g_free (self->edit->carry.words);
  g_free (self->edit);
}

static guint
get_abilities (EspChart *self)
{
  guint abilities = self->scene != NULL ? NEEDS_SCENE : 0;
  EspTable table;
  EspIx ix;

  if (!get_focus_row (self, &table, &ix))
    return abilities;
  abilities |= NEEDS_ROW | (table == ESP_TABLE_UNITS ? NEEDS_UNIT : NEEDS_POSITION);
  if (table == ESP_TABLE_POSITIONS && esp_position_get_n_holders (esp_scene_get_organization (self->scene), ix) > 0)
    abilities |= NEEDS_HOLDER;
  return abilities;
}

/* What can be done with the card at the keyboard */
void
_esp_chart_update_edit_actions (EspChart *self)
{
  guint abilities = get_abilities (self);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, (actions[i].needs & ~abilities) == 0);
  note_above (self);
  _esp_chart_update_select_actions (self);
  _esp_chart_update_carry_actions (self);
  _esp_chart_carry_follow_focus (self);
  _esp_chart_update_fields (self);
}
