/* esp-chart-actions.c — what one can do with the card at the keyboard, and its menu
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-chart.h"

#include "esp-config.h"

#include "chart/esp-card-copy.h"
#include "chart/esp-chart-private.h"

/* The actions on one card: which of them can be done now */
enum
{
  NEEDS_ITEM     = 1 << 0,
  NEEDS_FOLDED   = 1 << 1,
  NEEDS_OPEN     = 1 << 2,
  NEEDS_FOLDABLE = 1 << 3,
  NEEDS_ROLE     = 1 << 4,
  NEEDS_RUNG     = 1 << 5,
};

/* The role of a position, and its rung */

static EspIx
get_position (EspChart *self,
              EspItem   item)
{
  EspTable table;
  EspIx ix = esp_scene_get_row (self->scene, item, &table);

  if (table == ESP_TABLE_POSITIONS)
    return ix;
  return esp_scene_get_head (self->scene, ESP_ITEM_NODE (item));
}

static const char *
get_field (EspChart *self,
           EspItem   item,
           EspField  field)
{
  EspIx position = get_position (self, item);

  if (position == ESP_IX_NONE)
    return NULL;
  return esp_organization_get_text (esp_scene_get_organization (self->scene), ESP_TABLE_POSITIONS, position, field);
}

static const EspRole *
get_role (EspChart *self,
          EspItem   item)
{
  const char *id = get_field (self, item, ESP_POSITION_ROLE);

  return id != NULL ? esp_catalogue_find_role (esp_scene_get_catalogue (self->scene), id) : NULL;
}

static const EspRung *
get_rung (EspChart *self,
          EspItem   item)
{
  const char *role = get_field (self, item, ESP_POSITION_ROLE);
  const char *level = get_field (self, item, ESP_POSITION_LEVEL);

  if (role == NULL || level == NULL)
    return NULL;
  return esp_catalogue_find_rung_for (esp_scene_get_catalogue (self->scene), role, level);
}

static guint
get_abilities (EspChart *self,
               EspItem   item)
{
  EspNodeIx node = ESP_ITEM_NODE (item);
  guint abilities = NEEDS_ITEM;

  if (item == ESP_ITEM_NONE)
    return 0;
  if (esp_scene_can_fold (self->scene, node))
    abilities |= NEEDS_FOLDABLE | (esp_scene_is_folded (self->scene, node) ? NEEDS_FOLDED : NEEDS_OPEN);
  if (get_role (self, item) != NULL)
    abilities |= NEEDS_ROLE;
  if (get_rung (self, item) != NULL)
    abilities |= NEEDS_RUNG;
  return abilities;
}

/* Actions */

/* Enter and Space: the first time select, the second time ask what to do */
static void
activate_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  EspChart *self = ESP_CHART (widget);
  EspItem item = esp_chart_get_focus_item (self);

  if (self->focus_key == self->selected_key)
    esp_chart_open_menu (self, item);
  else
    esp_chart_select (self, item);
}

static void
select_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  esp_chart_select (ESP_CHART (widget), esp_chart_get_focus_item (ESP_CHART (widget)));
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  esp_chart_open_menu (ESP_CHART (widget), esp_chart_get_focus_item (ESP_CHART (widget)));
}

static void
fold_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  esp_chart_toggle_fold (ESP_CHART (widget), esp_chart_get_focus_item (ESP_CHART (widget)));
}

static void
fold_below_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  EspChart *self = ESP_CHART (widget);
  EspItem item = esp_chart_get_focus_item (self);

  if (item == ESP_ITEM_NONE)
    return;
  self->held_key = _esp_chart_get_key (self, ESP_ITEM (ESP_ITEM_NODE (item)));
  esp_session_fold_below (self->session, ESP_ITEM_NODE (item), g_str_equal (name, "chart.fold-below"));
}

static void
isolate_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  esp_chart_toggle_isolated (ESP_CHART (widget));
}

static void
trace_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  EspChart *self = ESP_CHART (widget);

  esp_chart_select (self, esp_chart_get_focus_item (self));
  g_object_set (self->session, "trace", TRUE, NULL);
}

static void
show_in_outline_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  EspChart *self = ESP_CHART (widget);

  esp_chart_select (self, esp_chart_get_focus_item (self));
  gtk_widget_activate_action (widget, "win.reveal-in-outline", NULL);
}

static void
compare_role_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  EspChart *self = ESP_CHART (widget);
  const EspRole *role = get_role (self, esp_chart_get_focus_item (self));

  if (role != NULL)
    esp_session_show_role (self->session, role->id);
}

static void
show_on_ladder_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  EspChart *self = ESP_CHART (widget);
  const EspRung *rung = get_rung (self, esp_chart_get_focus_item (self));

  if (rung != NULL)
    esp_session_show_rung (self->session, rung->id);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  EspChart *self = ESP_CHART (widget);
  EspItem item = esp_chart_get_focus_item (self);

  if (item == ESP_ITEM_NONE)
    return;
  if (g_str_equal (name, "chart.copy-text"))
    esp_card_copy_text (widget, self->scene, item);
  else
    esp_card_copy_picture (widget, self->scene, item);
}

static const struct
{
  const char                 *name;
  guint                       needs;
  GtkWidgetActionActivateFunc func;
} actions[] = {
  { "chart.activate", NEEDS_ITEM, activate_action },
  { "chart.select", NEEDS_ITEM, select_action },
  { "chart.menu", NEEDS_ITEM, menu_action },
  { "chart.toggle-fold", NEEDS_FOLDABLE, fold_action },
  { "chart.unfold", NEEDS_FOLDED, fold_action },
  { "chart.fold", NEEDS_OPEN, fold_action },
  { "chart.unfold-below", NEEDS_FOLDABLE, fold_below_action },
  { "chart.fold-below", NEEDS_FOLDABLE, fold_below_action },
  { "chart.isolate", NEEDS_FOLDABLE, isolate_action },
  { "chart.trace", NEEDS_ITEM, trace_action },
  { "chart.show-in-outline", NEEDS_ITEM, show_in_outline_action },
  { "chart.compare-role", NEEDS_ROLE, compare_role_action },
  { "chart.show-on-ladder", NEEDS_RUNG, show_on_ladder_action },
  { "chart.copy-text", NEEDS_ITEM, copy_action },
  { "chart.copy-picture", NEEDS_ITEM, copy_action },
};

void
_esp_chart_install_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
}

void
_esp_chart_update_actions (EspChart *self)
{
  guint abilities = get_abilities (self, esp_chart_get_focus_item (self));

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, (actions[i].needs & ~abilities) == 0);
  _esp_chart_update_edit_actions (self);
}

/* The part of the view that an item covers, to point at; FALSE: it is not shown */
gboolean
_esp_chart_get_area (EspChart     *self,
                     EspItem       item,
                     GdkRectangle *area)
{
  const EspViewport *viewport = esp_canvas_get_viewport (ESP_CANVAS (self));
  EspRect rect;
  EspPoint corner;

  if (self->scene == NULL || item == ESP_ITEM_NONE || !esp_scene_get_item_rect (self->scene, item, &rect))
    return FALSE;
  corner = esp_viewport_to_view (viewport, rect.x, rect.y);
  area->x = CLAMP (corner.x, 0, viewport->width - 1);
  area->y = CLAMP (corner.y, 0, viewport->height - 1);
  area->width = CLAMP (rect.width * viewport->zoom, 1, viewport->width - area->x);
  area->height = CLAMP (rect.height * viewport->zoom, 1, viewport->height - area->y);
  return TRUE;
}

/* Whether a menu is open */
gboolean
_esp_chart_has_menu (EspChart *self)
{
  return self->menu != NULL && gtk_widget_get_visible (self->menu);
}

static void
popup_menu (EspChart           *self,
            GMenuModel         *model,
            const GdkRectangle *area)
{
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), area);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/**
 * esp_chart_open_menu:
 * @self: a chart
 * @item: of its scene
 *
 * Gives an item the focus, selects it unless it is selected, and opens its menu beside it.
 */
void
esp_chart_open_menu (EspChart *self,
                     EspItem   item)
{
  g_autoptr (GtkBuilder) builder = NULL;
  g_autoptr (GMenuModel) model = NULL;
  GdkRectangle area;
  EspTable table;
  EspIx ix;

  g_return_if_fail (ESP_IS_CHART (self));

  if (!_esp_chart_get_area (self, item, &area))
    return;
  _esp_chart_focus_card (self, item);
  if (esp_scene_get_n_more (self->scene, ESP_ITEM_NODE (item)) > 0)
    {
      esp_chart_select (self, item);
      return;
    }
  ix = esp_scene_get_row (self->scene, item, &table);
  if (!esp_session_is_selected (self->session, table, ix))
    esp_chart_select (self, item);
  builder = gtk_builder_new_from_resource (ESP_APP_PATH "/ui/chart-menu.ui");
  model = _esp_chart_create_menu (self, item, G_MENU_MODEL (gtk_builder_get_object (builder, "card_menu")));
  popup_menu (self, model, &area);
}

/* The menu of the ground between the cards */
void
_esp_chart_open_ground_menu (EspChart *self,
                             double    view_x,
                             double    view_y)
{
  g_autoptr (GMenuModel) model = _esp_chart_create_ground_menu ();
  GdkRectangle area = { view_x, view_y, 1, 1 };

  if (self->scene != NULL)
    popup_menu (self, model, &area);
}
