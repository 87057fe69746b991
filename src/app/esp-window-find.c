/* esp-window-find.c — actions to find one's way: searching, stepping through results
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-window-private.h"

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
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (esp_session_get_finder (self->session), "notify::active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
}
