/* esp-organization-page-find.c — finding one's way on the page of the chart: search, results, filters, the isolated branch
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-organization-page-private.h"

#include "app/esp-settings.h"
#include "chart/esp-filter-popover.h"
#include "chart/esp-views-popover.h"

#define POPOVER_TOP 12 /* px below the edge of the chart, where the chips stand */
#define HINT_HEIGHT 60 /* px that the line over the chart takes, with its margin */
#define BAR_HEIGHT  42 /* the same of a line of chips or of the way to a branch */

static gboolean
wants_results (EspOrganizationPage *self)
{
  return self->session != NULL && esp_finder_get_active (esp_session_get_finder (self->session)) && esp_find_bar_get_show_list (self->find_bar);
}

/* Beside the chart: the results of a search while they are wanted, else the outline if that is */
void
_esp_organization_page_update_side (EspOrganizationPage *self)
{
  gboolean has_results = wants_results (self);

  if (has_results)
    gtk_stack_set_visible_child_name (self->side_stack, "results");
  else if (self->show_outline)
    gtk_stack_set_visible_child_name (self->side_stack, "outline");
  adw_flap_set_reveal_flap (self->side_flap, has_results || self->show_outline);
}

void
_esp_organization_page_hide_side (EspOrganizationPage *self)
{
  esp_find_bar_set_show_list (self->find_bar, FALSE);
  esp_organization_page_set_show_outline (self, FALSE);
}

static void
reveal_side_cb (EspOrganizationPage *self)
{
  /* both would cover the chart */
  if (adw_flap_get_reveal_flap (self->side_flap) && self->width_class != ESP_WIDTH_CLASS_WIDE)
    adw_flap_set_reveal_flap (self->flap, FALSE);
  _esp_organization_page_notify_cover (self);
}

static void
on_find_closed (EspOrganizationPage *self)
{
  if (gtk_widget_get_mapped (self->chart_view))
    gtk_widget_grab_focus (self->chart_view);
}

/* A result or a row was chosen: in a window without room for both the chart comes forth. */
static void
on_chosen (EspOrganizationPage *self)
{
  if (self->width_class == ESP_WIDTH_CLASS_WIDE)
    return;
  _esp_organization_page_hide_side (self);
  gtk_widget_grab_focus (self->chart_view);
}

/* Where popovers over the chart point to: below the chips */
static void
place_popover (EspOrganizationPage *self,
               GtkWidget           *popover)
{
  GdkRectangle place = { gtk_widget_get_width (self->chart_view) / 2, POPOVER_TOP, 1, 1 };

  if (gtk_widget_get_visible (GTK_WIDGET (self->filter_bar)))
    place.y += gtk_widget_get_height (GTK_WIDGET (self->filter_bar));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
}

static void
open_popover (EspOrganizationPage *self,
              EspFacet             facet)
{
  if (self->filter_popover == NULL)
    {
      self->filter_popover = esp_filter_popover_new (self->session);
      gtk_widget_set_parent (self->filter_popover, self->chart_view);
    }
  place_popover (self, self->filter_popover);
  esp_filter_popover_open (ESP_FILTER_POPOVER (self->filter_popover), facet);
}

static void
on_edit_filter (EspOrganizationPage *self,
                guint                facet)
{
  open_popover (self, facet);
}

/* What stands over the top of the chart is not to hide its first card. */
void
_esp_organization_page_update_inset (EspOrganizationPage *self)
{
  EspScene *scene = esp_session_get_scene (self->session);
  double inset = gtk_revealer_get_reveal_child (self->hint_revealer) ? HINT_HEIGHT : 0;

  if (scene != NULL && esp_scene_get_filter (scene) != NULL)
    inset += BAR_HEIGHT;
  if (scene != NULL && esp_scene_get_top (scene) != ESP_NODE_NONE)
    inset += BAR_HEIGHT;
  esp_chart_set_top_inset (esp_chart_view_get_chart (ESP_CHART_VIEW (self->chart_view)), inset);
}

static void
scene_cb (EspOrganizationPage *self)
{
  EspScene *scene = esp_session_get_scene (self->session);

  gtk_widget_set_visible (self->nobody_box, scene != NULL && !esp_scene_has_match (scene));
  _esp_organization_page_update_inset (self);
}

/* With the last chip the keyboard would be nowhere. */
static void
filter_cb (EspOrganizationPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && gtk_root_get_focus (root) == NULL && gtk_widget_get_mapped (self->chart_view))
    gtk_widget_grab_focus (self->chart_view);
}

void
_esp_organization_page_bind_find (GtkWidgetClass *widget_class)
{
  g_type_ensure (ESP_TYPE_BRANCH_BAR);
  g_type_ensure (ESP_TYPE_FILTER_BAR);
  g_type_ensure (ESP_TYPE_FIND_BAR);
  g_type_ensure (ESP_TYPE_HIT_LIST);
  g_type_ensure (ESP_TYPE_OUTLINE);
  gtk_widget_class_bind_template_child (widget_class, EspOrganizationPage, find_bar);
  gtk_widget_class_bind_template_child (widget_class, EspOrganizationPage, side_flap);
  gtk_widget_class_bind_template_child (widget_class, EspOrganizationPage, side_stack);
  gtk_widget_class_bind_template_child (widget_class, EspOrganizationPage, outline);
  gtk_widget_class_bind_template_child (widget_class, EspOrganizationPage, hit_list);
  gtk_widget_class_bind_template_child (widget_class, EspOrganizationPage, branch_bar);
  gtk_widget_class_bind_template_child (widget_class, EspOrganizationPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, EspOrganizationPage, nobody_box);
  gtk_widget_class_bind_template_callback (widget_class, on_find_closed);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_filter);
}

void
_esp_organization_page_init_find (EspOrganizationPage *self)
{
  g_signal_connect_object (self->side_flap, "notify::reveal-flap", G_CALLBACK (reveal_side_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find_bar, "notify::show-list", G_CALLBACK (_esp_organization_page_update_side), self, G_CONNECT_SWAPPED);
}

/* There is a session now. */
void
_esp_organization_page_follow_find (EspOrganizationPage *self)
{
  esp_find_bar_set_session (self->find_bar, self->session);
  esp_find_bar_set_key_capture (self->find_bar, self->chart_view);
  esp_outline_set_session (self->outline, self->session);
  esp_hit_list_set_session (self->hit_list, self->session);
  esp_branch_bar_set_session (self->branch_bar, self->session);
  esp_filter_bar_set_session (self->filter_bar, self->session);
  g_signal_connect_object (esp_session_get_finder (self->session), "notify::active", G_CALLBACK (_esp_organization_page_update_side), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::scene", G_CALLBACK (scene_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "layout-changed", G_CALLBACK (_esp_organization_page_update_inset), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "filter-changed", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  scene_cb (self);
}

gboolean
esp_organization_page_get_show_outline (EspOrganizationPage *self)
{
  g_return_val_if_fail (ESP_IS_ORGANIZATION_PAGE (self), FALSE);

  return self->show_outline;
}

/**
 * esp_organization_page_set_show_outline:
 * @self: a page
 * @show: whether the outline is wanted
 *
 * Shows the outline beside the chart, or over it where there is no room. In a wide window that is a preference.
 */
void
esp_organization_page_set_show_outline (EspOrganizationPage *self,
                                        gboolean             show)
{
  g_return_if_fail (ESP_IS_ORGANIZATION_PAGE (self));

  show = !!show;
  if (self->show_outline == show)
    return;
  self->show_outline = show;
  if (self->width_class == ESP_WIDTH_CLASS_WIDE)
    g_settings_set_boolean (esp_settings_get_default (), "show-outline", show);
  if (show)
    esp_find_bar_set_show_list (self->find_bar, FALSE);
  else if (gtk_widget_get_focus_child (GTK_WIDGET (self->side_stack)) != NULL)
    gtk_widget_grab_focus (self->chart_view);
  _esp_organization_page_update_side (self);
  _esp_organization_page_notify_outline (self);
}

/**
 * esp_organization_page_choose_view:
 * @self: a page
 * @saves: whether somebody wants to save what is seen
 *
 * Offers the saved views.
 */
void
esp_organization_page_choose_view (EspOrganizationPage *self,
                                   gboolean             saves)
{
  g_return_if_fail (ESP_IS_ORGANIZATION_PAGE (self));

  if (self->views_popover == NULL)
    {
      self->views_popover = esp_views_popover_new (self->session);
      gtk_widget_set_parent (self->views_popover, self->chart_view);
    }
  place_popover (self, self->views_popover);
  esp_views_popover_open (ESP_VIEWS_POPOVER (self->views_popover), saves);
}

/**
 * esp_organization_page_reveal_in_outline:
 * @self: a page
 *
 * Shows the outline at the row of what is selected, and puts the keyboard there.
 */
void
esp_organization_page_reveal_in_outline (EspOrganizationPage *self)
{
  g_return_if_fail (ESP_IS_ORGANIZATION_PAGE (self));

  esp_organization_page_set_show_outline (self, TRUE);
  esp_outline_show_selected (self->outline);
}

/**
 * esp_organization_page_find:
 * @self: a page
 *
 * Opens the search and puts the keyboard there.
 */
void
esp_organization_page_find (EspOrganizationPage *self)
{
  g_return_if_fail (ESP_IS_ORGANIZATION_PAGE (self));

  esp_find_bar_focus (self->find_bar);
}

/**
 * esp_organization_page_choose_filter:
 * @self: a page with a session
 *
 * Opens the choice of filters.
 */
void
esp_organization_page_choose_filter (EspOrganizationPage *self)
{
  g_return_if_fail (ESP_IS_ORGANIZATION_PAGE (self));

  open_popover (self, ESP_N_FACETS);
}

/**
 * esp_organization_page_toggle_isolated:
 * @self: a page with a session
 *
 * Shows the branch of the card at the keyboard, or else of the selected one, alone; pressed at that branch, everything again.
 */
void
esp_organization_page_toggle_isolated (EspOrganizationPage *self)
{
  g_return_if_fail (ESP_IS_ORGANIZATION_PAGE (self));

  esp_chart_toggle_isolated (esp_chart_view_get_chart (ESP_CHART_VIEW (self->chart_view)));
}
