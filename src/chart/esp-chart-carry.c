/* esp-chart-carry.c — cards on their way to another place: cut, picked up by the keyboard, or held by the hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-chart.h"

#include "chart/esp-chart-edit-private.h"
#include "core/esp-i18n.h"

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  EspRowKey x = *(const EspRowKey *) a;
  EspRowKey y = *(const EspRowKey *) b;

  return (x > y) - (x < y);
}

/**
 * _esp_chart_is_carried:
 * @self: a chart
 * @key: a row
 *
 * Returns: whether its card is on its way to another place, and drawn dimmed
 */
gboolean
_esp_chart_is_carried (EspChart *self,
                       guint64   key)
{
  EspCarry *carry = &self->edit->carry;

  return carry->mode != ESP_CARRY_NONE && carry->command.kind != ESP_COMMAND_ADD_LINE &&
         g_array_binary_search (carry->rows, &key, compare_keys, NULL);
}

/* “Infrastructure TPM and 12 below”, “3 cards” */
static char *
describe_carried (EspChart *self)
{
  GArray *rows = self->edit->carry.rows;
  EspOrganization *organization = esp_session_get_organization (self->session);
  EspRowKey key = g_array_index (rows, EspRowKey, 0);
  EspIx ix = ESP_ROW_IX (key);
  guint32 n_below = 0;
  const char *name;

  if (rows->len > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u card", "%'u cards", rows->len), rows->len);
  if (ESP_ROW_TABLE (key) == ESP_TABLE_UNITS)
    return g_strdup (esp_unit_get_name (organization, ix));
  name = esp_position_get_title (organization, ix);
  esp_edit_count_reports (organization, &ix, 1, &n_below);
  if (n_below == 0)
    return g_strdup (name);
  /* Translators: what is being moved: the title of a position, and how many positions hang from it */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s and %'u below", "%s and %'u below", n_below), name, n_below);
}

static void
clear_place (EspChart *self)
{
  EspCarry *carry = &self->edit->carry;

  carry->is_allowed = FALSE;
  carry->command.target = ESP_ROW_KEY_NONE;
  g_clear_pointer (&carry->words, g_free);
}

/**
 * _esp_chart_carry_begin:
 * @self: a chart
 * @mode: how
 *
 * Takes up the card at the keyboard, or all that is selected with it.
 *
 * Returns: whether there is something to carry
 */
gboolean
_esp_chart_carry_begin (EspChart     *self,
                        EspCarryMode  mode)
{
  EspCarry *carry = &self->edit->carry;
  GArray *selected;

  if (self->scene == NULL || !_esp_chart_sync_selection (self))
    return FALSE;
  _esp_chart_carry_end (self);
  selected = esp_session_get_selected (self->session);
  g_array_append_vals (carry->rows, selected->data, selected->len);
  carry->mode = mode;
  carry->title = describe_carried (self);
  esp_canvas_cards_changed (ESP_CANVAS (self));
  _esp_chart_update_carry_actions (self);
  return TRUE;
}

/**
 * _esp_chart_carry_end:
 * @self: a chart
 *
 * Nothing is carried any more.
 */
void
_esp_chart_carry_end (EspChart *self)
{
  EspCarry *carry = &self->edit->carry;

  if (carry->mode == ESP_CARRY_NONE)
    return;
  if (carry->mode == ESP_CARRY_KEYS)
    _esp_chart_say (self, NULL, FALSE);
  carry->mode = ESP_CARRY_NONE;
  carry->command = (EspCommand) ESP_COMMAND_INIT (ESP_COMMAND_MOVE);
  g_array_set_size (carry->rows, 0);
  g_clear_pointer (&carry->title, g_free);
  clear_place (self);
  esp_canvas_cards_changed (ESP_CANVAS (self));
  _esp_chart_update_carry_actions (self);
}

/**
 * _esp_chart_carry_over:
 * @self: a chart that carries something
 * @kind: what would be done: a move, a place before or behind, a line
 * @target: with whom; %ESP_ROW_KEY_NONE: nothing could be done here
 *
 * Finds out what would happen if it were let go here, or why that cannot be.
 *
 * Time: O(positions) for another place, O(1) for the same
 *
 * Returns: whether it is another place than before
 */
gboolean
_esp_chart_carry_over (EspChart       *self,
                       EspCommandKind  kind,
                       EspRowKey       target)
{
  EspCarry *carry = &self->edit->carry;
  g_autoptr (GError) error = NULL;
  gboolean was_line = carry->command.kind == ESP_COMMAND_ADD_LINE;

  if (target != ESP_ROW_KEY_NONE && g_array_binary_search (carry->rows, &target, compare_keys, NULL))
    target = ESP_ROW_KEY_NONE; /* where it came from */
  if (kind == carry->command.kind && target == carry->command.target)
    return FALSE;
  clear_place (self);
  carry->command = (EspCommand) { .kind = kind, .target = target, .value = ESP_LINE_DOTTED,
                                  .rows = (const EspRowKey *) (gpointer) carry->rows->data, .n_rows = carry->rows->len };
  if (target != ESP_ROW_KEY_NONE)
    {
      carry->is_allowed = esp_session_can_edit (self->session, &carry->command, &error);
      carry->words = carry->is_allowed ? esp_session_describe_move (self->session, &carry->command)
                     : error != NULL ? g_strdup (error->message) : NULL;
    }
  if (was_line != (kind == ESP_COMMAND_ADD_LINE))
    esp_canvas_cards_changed (ESP_CANVAS (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

/**
 * _esp_chart_carry_drop:
 * @self: a chart that carries something
 *
 * Does what was said to happen. What cannot be done stays in the hand.
 *
 * Returns: whether it is done
 */
gboolean
_esp_chart_carry_drop (EspChart *self)
{
  EspCarry *carry = &self->edit->carry;
  g_autoptr (GArray) rows = NULL;
  g_autofree char *words = NULL;
  EspCommand command = carry->command;

  if (carry->words == NULL)
    return FALSE;
  if (!carry->is_allowed)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      _esp_chart_say (self, carry->words, FALSE);
      return FALSE;
    }
  rows = g_array_copy (carry->rows);
  words = g_strdup (carry->words);
  command.rows = (const EspRowKey *) (gpointer) rows->data;
  _esp_chart_carry_end (self);
  _esp_chart_say (self, words, FALSE);
  _esp_chart_send (self, &command);
  return TRUE;
}

/* By the keyboard */

/* Says what Enter would do at the card where the keyboard is. */
static void
say_place (EspChart *self)
{
  EspCarry *carry = &self->edit->carry;
  g_autofree char *text = NULL;

  if (carry->words == NULL)
    /* Translators: %s is a card that was picked up: “Infrastructure TPM and 12 below” */
    text = g_strdup_printf (_("Picked up: %s. Go where it belongs with the arrows; Enter puts it there, Escape leaves it."), carry->title);
  else if (carry->is_allowed)
    /* Translators: first a card that was picked up, then what Enter would do: “Reports to Head of PMO” */
    text = g_strdup_printf (_("%s — %s"), carry->title, carry->words);
  else
    text = g_strdup (carry->words);
  _esp_chart_say (self, text, TRUE);
}

/**
 * _esp_chart_carry_follow_focus:
 * @self: a chart
 *
 * The keyboard is at another card: what was picked up would go there.
 */
void
_esp_chart_carry_follow_focus (EspChart *self)
{
  EspCarry *carry = &self->edit->carry;

  if (carry->mode == ESP_CARRY_KEYS && self->focus_key != ESP_CHART_KEY_NONE && self->focus_key != carry->command.target &&
      _esp_chart_carry_over (self, ESP_COMMAND_MOVE, self->focus_key))
    say_place (self);
}

/* Below the card at the keyboard, before it, behind it */
static void
turn_place (EspChart *self)
{
  EspCarry *carry = &self->edit->carry;
  EspCommandKind kind = ESP_COMMAND_MOVE;

  if (carry->command.kind == ESP_COMMAND_MOVE)
    kind = ESP_COMMAND_PLACE_BEFORE;
  else if (carry->command.kind == ESP_COMMAND_PLACE_BEFORE)
    kind = ESP_COMMAND_PLACE_AFTER;
  if (carry->command.target != ESP_ROW_KEY_NONE && _esp_chart_carry_over (self, kind, carry->command.target))
    say_place (self);
}

/**
 * _esp_chart_carry_key:
 * @self: a chart
 * @keyval: a key that was pressed, without modifiers
 *
 * Returns: whether the key was for what is carried
 */
gboolean
_esp_chart_carry_key (EspChart *self,
                      guint     keyval)
{
  EspCarryMode mode = self->edit->carry.mode;

  if (mode == ESP_CARRY_NONE)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Escape:
      _esp_chart_carry_end (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (mode == ESP_CARRY_KEYS)
        _esp_chart_carry_drop (self);
      return mode == ESP_CARRY_KEYS;
    case GDK_KEY_Tab:
      if (mode == ESP_CARRY_KEYS)
        turn_place (self);
      return mode == ESP_CARRY_KEYS;
    default:
      return FALSE;
    }
}

/* Cards may have gone meanwhile. */
void
_esp_chart_carry_check (EspChart *self)
{
  EspCarry *carry = &self->edit->carry;
  EspOrganization *organization = self->session != NULL ? esp_session_get_organization (self->session) : NULL;

  for (guint i = 0; i < carry->rows->len; i++)
    {
      EspRowKey key = g_array_index (carry->rows, EspRowKey, i);

      if (organization == NULL || !esp_organization_is_live (organization, ESP_ROW_TABLE (key), ESP_ROW_IX (key)))
        {
          _esp_chart_carry_end (self);
          return;
        }
    }
}

static void
pick_up_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  EspChart *self = ESP_CHART (widget);

  if (_esp_chart_carry_begin (self, ESP_CARRY_KEYS))
    say_place (self);
}

static void
put_down_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  _esp_chart_carry_drop (ESP_CHART (widget));
}

static void
leave_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  _esp_chart_carry_end (ESP_CHART (widget));
}

/* Cut and paste: a move in two steps, with anything in between */

static void
cut_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  EspChart *self = ESP_CHART (widget);
  g_autofree char *text = NULL;

  if (!_esp_chart_carry_begin (self, ESP_CARRY_CUT))
    return;
  /* Translators: %s is a card that was cut: “Infrastructure TPM and 12 below” */
  text = g_strdup_printf (_("Cut: %s. Paste it where it belongs."), self->edit->carry.title);
  _esp_chart_say (self, text, FALSE);
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  EspChart *self = ESP_CHART (widget);

  if (self->edit->carry.mode == ESP_CARRY_NONE)
    {
      _esp_chart_say (self, _("Nothing was cut. Ctrl+X cuts a card."), FALSE);
      return;
    }
  _esp_chart_carry_over (self, ESP_COMMAND_MOVE, self->focus_key);
  if (self->edit->carry.words == NULL)
    _esp_chart_carry_end (self); /* back where it was */
  else
    _esp_chart_carry_drop (self);
}

/* Earlier or later among those it stands with */

/* The next one in that direction that stands in the same place of the document and is not moved itself */
static EspItem
find_peer (EspChart *self,
           EspItem   item,
           gboolean  is_later)
{
  EspOrganization *organization = esp_scene_get_organization (self->scene);
  EspTable table;
  EspIx ix = esp_scene_get_row (self->scene, item, &table);

  while ((item = is_later ? esp_scene_next (self->scene, item) : esp_scene_previous (self->scene, item)) != ESP_ITEM_NONE)
    {
      EspTable other_table;
      EspIx other = esp_scene_get_row (self->scene, item, &other_table);

      if (other_table != table || esp_session_is_selected (self->session, other_table, other))
        continue;
      if (table == ESP_TABLE_UNITS
            ? esp_unit_get_parent (organization, other) == esp_unit_get_parent (organization, ix)
            : esp_position_get_manager (organization, other) == esp_position_get_manager (organization, ix))
        return item;
    }
  return ESP_ITEM_NONE;
}

/**
 * _esp_chart_reorder:
 * @self: a chart
 * @is_later: whether to go on, not back
 *
 * Moves what is selected past the next of those it stands with.
 */
void
_esp_chart_reorder (EspChart *self,
                    gboolean  is_later)
{
  EspCommand command = ESP_COMMAND_INIT (is_later ? ESP_COMMAND_PLACE_AFTER : ESP_COMMAND_PLACE_BEFORE);
  g_autofree char *words = NULL;
  EspItem peer;

  if (self->scene == NULL || !_esp_chart_sync_selection (self))
    return;
  peer = find_peer (self, esp_chart_get_focus_item (self), is_later);
  if (peer == ESP_ITEM_NONE)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      _esp_chart_say (self, is_later ? _("It is the last one here.") : _("It is the first one here."), FALSE);
      return;
    }
  command.target = _esp_chart_get_key (self, peer);
  words = esp_session_describe_move (self->session, &command);
  _esp_chart_say (self, words, FALSE);
  _esp_chart_send (self, &command);
}

static void
reorder_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  _esp_chart_reorder (ESP_CHART (widget), g_str_equal (name, "chart.move-later"));
}

static const struct
{
  const char                 *name;
  gboolean                    needs_carried; /* else a card */
  GtkWidgetActionActivateFunc func;
  guint                       keyval;
  GdkModifierType             modifiers;
} actions[] = {
  { "chart.pick-up", FALSE, pick_up_action, GDK_KEY_m, GDK_ALT_MASK },
  { "chart.put-down", TRUE, put_down_action, 0, 0 },
  { "chart.leave", TRUE, leave_action, 0, 0 },
  { "chart.cut", FALSE, cut_action, GDK_KEY_x, GDK_CONTROL_MASK },
  { "chart.paste", FALSE, paste_action, GDK_KEY_v, GDK_CONTROL_MASK },
  { "chart.move-earlier", FALSE, reorder_action, 0, 0 },
  { "chart.move-later", FALSE, reorder_action, 0, 0 },
};

void
_esp_chart_install_carry (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
      if (actions[i].keyval != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].keyval, actions[i].modifiers, actions[i].name, NULL);
    }
}

void
_esp_chart_update_carry_actions (EspChart *self)
{
  gboolean has_item = esp_chart_get_focus_item (self) != ESP_ITEM_NONE;
  gboolean has_carried = self->edit->carry.mode == ESP_CARRY_KEYS;

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, actions[i].needs_carried ? has_carried : has_item);
}
