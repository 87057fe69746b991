/* esp-organization-page-private.h — the page's own state, shared by its source files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/esp-organization-page.h"
#include "chart/esp-branch-bar.h"
#include "chart/esp-chart-view.h"
#include "chart/esp-filter-bar.h"
#include "chart/esp-find-bar.h"
#include "chart/esp-hit-list.h"
#include "chart/esp-outline.h"

G_BEGIN_DECLS

struct _EspOrganizationPage
{
  AdwBin         parent_instance;

  /* template widgets */
  EspFindBar    *find_bar;
  AdwFlap       *side_flap;
  GtkStack      *side_stack;
  EspOutline    *outline;
  EspHitList    *hit_list;
  AdwFlap       *flap;
  GtkWidget     *chart_view;
  EspBranchBar  *branch_bar;
  EspFilterBar  *filter_bar;
  GtkWidget     *nobody_box;
  GtkWidget     *inspector;
  GtkRevealer   *hint_revealer;

  EspSession    *session;
  EspWidthClass  width_class;
  gboolean       show_outline;   /* is wanted; in a wide window a preference */
  GtkWidget     *filter_popover; /* once it was wanted */
  GtkWidget     *views_popover;  /* once it was wanted */
};

/* esp-organization-page-find.c */
void _esp_organization_page_bind_find   (GtkWidgetClass      *widget_class);
void _esp_organization_page_init_find   (EspOrganizationPage *self);
void _esp_organization_page_follow_find (EspOrganizationPage *self);
void _esp_organization_page_update_inset (EspOrganizationPage *self);
void _esp_organization_page_update_side (EspOrganizationPage *self);
void _esp_organization_page_hide_side   (EspOrganizationPage *self);

/* esp-organization-page.c */
void _esp_organization_page_notify_cover (EspOrganizationPage *self);
void _esp_organization_page_notify_outline (EspOrganizationPage *self);

G_END_DECLS
