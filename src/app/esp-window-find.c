/* esp-window-find.c — actions to find one's way: searching, filtering, isolating, tracing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-window-private.h"

#include "core/esp-i18n.h"

#include <string.h>

#define MOUSE_BACK    8
#define MOUSE_FORWARD 9

static void
find_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  EspWindow *self = user_data;

  esp_session_set_view (self->session, "organization");
  esp_organization_page_find (self->organization_page);
}

static void
step_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  EspWindow *self = user_data;
  EspFinder *finder = esp_session_get_finder (self->session);

  if (esp_finder_get_n_hits (finder) == 0)
    find_cb (action, NULL, self);
  else if (g_str_equal (g_action_get_name (G_ACTION (action)), "find-next"))
    esp_finder_next (finder);
  else
    esp_finder_previous (finder);
}

static void
search_cb (GSimpleAction *action,
           GVariant      *value,
           gpointer       user_data)
{
  EspWindow *self = user_data;

  if (g_variant_get_boolean (value))
    find_cb (action, NULL, self);
  else
    esp_finder_set_active (esp_session_get_finder (self->session), FALSE);
}

static void
active_cb (EspWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "search");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (esp_finder_get_active (esp_session_get_finder (self->session))));
}

/* What follows is of the chart. */
static void
page_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  const char *name = g_action_get_name (G_ACTION (action));
  EspWindow *self = user_data;

  esp_session_set_view (self->session, "organization");
  if (g_str_equal (name, "filter"))
    esp_organization_page_choose_filter (self->organization_page);
  else if (g_str_equal (name, "clear-filters"))
    esp_session_set_filter (self->session, NULL);
  else if (g_str_equal (name, "views") || g_str_equal (name, "save-view"))
    esp_organization_page_choose_view (self->organization_page, g_str_equal (name, "save-view"));
  else if (g_str_equal (name, "reveal-in-outline"))
    esp_organization_page_reveal_in_outline (self->organization_page);
  else
    esp_organization_page_toggle_isolated (self->organization_page);
}

static void
filter_cb (EspWindow *self)
{
  _esp_window_set_enabled (self, "clear-filters", esp_session_get_filter (self->session) != NULL);
}

/* Kinds of secondary lines: an action each, on while the kind is shown */

static void
kind_cb (GSimpleAction *action,
         GVariant      *value,
         gpointer       user_data)
{
  EspWindow *self = user_data;
  guint bit = 1u << esp_line_kind_from_string (g_action_get_name (G_ACTION (action)) + strlen ("lines-"));
  guint hidden = esp_session_get_hidden_lines (self->session);

  esp_session_set_hidden_lines (self->session, g_variant_get_boolean (value) ? hidden & ~bit : hidden | bit);
}

static void
kinds_cb (EspWindow *self)
{
  guint hidden = esp_session_get_hidden_lines (self->session);

  for (guint kind = 0; kind < ESP_LINE_N_KINDS; kind++)
    {
      g_autofree char *name = g_strconcat ("lines-", esp_line_kind_to_string (kind), NULL);
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean ((hidden & (1u << kind)) == 0));
      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), esp_session_get_show_lines (self->session));
    }
}

static void
add_kinds (EspWindow *self)
{
  for (guint kind = 0; kind < ESP_LINE_N_KINDS; kind++)
    {
      g_autofree char *name = g_strconcat ("lines-", esp_line_kind_to_string (kind), NULL);
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (TRUE));

      g_signal_connect (action, "change-state", G_CALLBACK (kind_cb), self);
      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
    }
  g_signal_connect_object (self->session, "notify::hidden-lines", G_CALLBACK (kinds_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::show-lines", G_CALLBACK (kinds_cb), self, G_CONNECT_SWAPPED);
  kinds_cb (self);
}

static void
travel_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  EspPlaces *places = esp_session_get_places (((EspWindow *) user_data)->session);

  if (g_str_equal (g_action_get_name (G_ACTION (action)), "back"))
    esp_places_go_back (places);
  else
    esp_places_go_forward (places);
}

/* The buttons for that on the side of many mice */
static void
mouse_button_cb (GtkGestureClick *gesture,
                 int              n_press,
                 double           x,
                 double           y,
                 EspWindow       *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button != MOUSE_BACK && button != MOUSE_FORWARD)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate_action (GTK_WIDGET (self), button == MOUSE_BACK ? "win.back" : "win.forward", NULL);
}

static void
add_mouse_buttons (EspWindow *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect (gesture, "pressed", G_CALLBACK (mouse_button_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}

static void
places_cb (EspWindow *self)
{
  EspPlaces *places = esp_session_get_places (self->session);
  g_autofree char *back = esp_places_get_back_name (places);
  g_autofree char *forward = esp_places_get_forward_name (places);

  /* Translators: %s is a place one has been at, as “PMO Manager” */
  g_autofree char *back_text = back != NULL ? g_strdup_printf (_("Back to “%s”"), back) : g_strdup (_("Back"));
  /* Translators: %s is a place one has been at, as “PMO Manager” */
  g_autofree char *forward_text = forward != NULL ? g_strdup_printf (_("Forward to “%s”"), forward) : g_strdup (_("Forward"));

  _esp_window_set_tooltip (self->go_back_button, back_text);
  _esp_window_set_tooltip (self->go_forward_button, forward_text);
  _esp_window_set_enabled (self, "back", esp_places_get_can_go_back (places));
  _esp_window_set_enabled (self, "forward", esp_places_get_can_go_forward (places));
  _esp_window_update_layout (self);
}

static void
uncover_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  EspWindow *self = user_data;

  esp_organization_page_uncover (self->organization_page);
}

/* Called once, when the views have been made. */
void
_esp_window_init_find (EspWindow *self)
{
  const GActionEntry entries[] = {
    { "find", find_cb },
    { "find-next", step_cb },
    { "find-previous", step_cb },
    { "search", NULL, NULL, "false", search_cb },
    { "uncover", uncover_cb },
    { "filter", page_cb },
    { "clear-filters", page_cb },
    { "isolate", page_cb },
    { "views", page_cb },
    { "save-view", page_cb },
    { "reveal-in-outline", page_cb },
    { "back", travel_cb },
    { "forward", travel_cb },
  };
  g_autoptr (GPropertyAction) trace = g_property_action_new ("trace", self->session, "trace");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (trace));
  g_signal_connect_object (self->session, "filter-changed", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  filter_cb (self);
  g_signal_connect_object (esp_session_get_places (self->session), "notify::back-name", G_CALLBACK (places_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (esp_session_get_places (self->session), "notify::forward-name", G_CALLBACK (places_cb), self, G_CONNECT_SWAPPED);
  places_cb (self);
  add_mouse_buttons (self);
  add_kinds (self);
  esp_view_options_set_session (self->view_options, self->session);
  g_signal_connect_object (esp_session_get_finder (self->session), "notify::active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
}
