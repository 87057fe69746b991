/* esp-window-layout.c — what stands where in a wide, a medium and a narrow window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-window-private.h"

#include "app/esp-settings.h"
#include "core/esp-i18n.h"

/* Where the narrow window's part of the main menu stands: after opening and saving */
#define NARROW_SECTION 2

/* What covers the chart in a narrow window, by its title; NULL: nothing */
static const char *
get_cover (EspWindow *self)
{
  if (self->organization_page == NULL || !g_str_equal (esp_session_get_view (self->session), "organization"))
    return NULL;
  return esp_organization_page_get_cover (self->organization_page);
}

static void
update_title_widgets (EspWindow     *self,
                      EspWidthClass  width_class,
                      gboolean       has_views)
{
  gboolean is_switcher = has_views && width_class != ESP_WIDTH_CLASS_NARROW;
  gboolean is_wide = width_class == ESP_WIDTH_CLASS_WIDE;
  const char *name = gtk_window_get_title (GTK_WINDOW (self));

  adw_view_switcher_set_policy (self->view_switcher, is_wide ? ADW_VIEW_SWITCHER_POLICY_WIDE : ADW_VIEW_SWITCHER_POLICY_NARROW);
  gtk_stack_set_visible_child_name (self->title_stack, is_switcher ? "switcher" : "title");
  adw_window_title_set_title (self->window_title, get_cover (self) != NULL ? get_cover (self) : name);
  /* a medium window has room for the mark of changes alone */
  gtk_label_set_text (self->name_label, is_wide ? name : "•");
  gtk_widget_set_visible (GTK_WIDGET (self->name_label),
                          is_switcher && (is_wide || esp_document_get_modified (esp_window_get_document (self))));
}

/* There is a place to go back or forward to. */
static gboolean
has_been_elsewhere (EspWindow *self)
{
  EspPlaces *places = esp_session_get_places (self->session);

  return esp_places_get_can_go_back (places) || esp_places_get_can_go_forward (places);
}

/* What has no button in a narrow window is in the main menu there. */
static void
update_menu (EspWindow *self,
             gboolean   is_wanted)
{
  if (self->has_narrow_menu == is_wanted)
    return;
  self->has_narrow_menu = is_wanted;
  if (is_wanted)
    g_menu_insert_section (self->main_menu, NARROW_SECTION, NULL, G_MENU_MODEL (self->narrow_menu));
  else
    g_menu_remove (self->main_menu, NARROW_SECTION);
}

/* Shows what there is room for, and what there is something to be done with. */
void
_esp_window_update_layout (EspWindow *self)
{
  EspWidthClass width_class = esp_narrow_bin_get_width_class (self->narrow_bin);
  gboolean is_narrow = width_class == ESP_WIDTH_CLASS_NARROW;
  gboolean has_views = g_str_equal (esp_window_get_page (self), "views");
  gboolean is_chart = has_views && g_str_equal (esp_session_get_view (self->session), "organization");
  gboolean is_page;

  if (self->organization_page != NULL)
    esp_organization_page_set_width_class (self->organization_page, width_class);
  is_page = has_views && get_cover (self) != NULL;

  update_title_widgets (self, width_class, has_views);
  esp_notice_set_wide (self->notice, !is_narrow);
  if (width_class == ESP_WIDTH_CLASS_WIDE)
    adw_split_button_set_label (self->open_button, _("_Open"));
  else
    adw_split_button_set_icon_name (self->open_button, "document-open-symbolic");
  gtk_widget_set_visible (self->back_button, is_page);
  gtk_widget_set_visible (self->outline_button, is_chart && !is_page);
  gtk_widget_set_visible (GTK_WIDGET (self->open_button), !is_narrow);
  gtk_widget_set_visible (self->places_box, width_class == ESP_WIDTH_CLASS_WIDE && has_views && has_been_elsewhere (self));
  gtk_widget_set_visible (self->undo_box, !is_narrow && has_views && self->was_edited);
  gtk_widget_set_visible (self->search_button, is_chart && !is_page);
  gtk_widget_set_visible (self->options_button, !is_narrow && is_chart);
  gtk_widget_set_visible (self->inspector_button, !is_narrow && is_chart);
  gtk_widget_set_visible (self->main_button, !is_page);
  update_menu (self, is_narrow && has_views);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, is_narrow && has_views && !is_page);
}

/* Called once, when the views have been made. */
void
_esp_window_init_layout (EspWindow *self)
{
  g_autoptr (GPropertyAction) inspector = g_property_action_new ("show-inspector", self->organization_page, "show-inspector");
  g_autoptr (GPropertyAction) outline = g_property_action_new ("show-outline", self->organization_page, "show-outline");
  g_autoptr (GAction) minimap = g_settings_create_action (esp_settings_get_default (), "show-minimap");

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (inspector));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (outline));
  g_action_map_add_action (G_ACTION_MAP (self), minimap);
  _esp_window_init_find (self);
  g_signal_connect_object (self->organization_page, "notify::show-inspector", G_CALLBACK (_esp_window_update_layout), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->organization_page, "notify::cover", G_CALLBACK (_esp_window_update_layout), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::view", G_CALLBACK (_esp_window_update_layout), self, G_CONNECT_SWAPPED);
}
