/* esp-chart-edit-menu.c — what a card is set to, as choices in its menu
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-chart.h"

#include "esp-config.h"

#include "chart/esp-chart-edit-private.h"
#include "core/esp-i18n.h"

/* A choice in the menu: the action “edit.NAME” whose state is what the selected row is set to */
typedef struct
{
  const char    *name;
  EspCommandKind kind;
  EspTable       table;
  EspField       field;
  gboolean       is_text; /* the value is a text; else a number */
} Choice;

static const Choice choices[] = {
  { "scope", ESP_COMMAND_SET_SCOPE, ESP_TABLE_POSITIONS, ESP_POSITION_SCOPE, FALSE },
  { "state", ESP_COMMAND_SET_STATE, ESP_TABLE_POSITIONS, ESP_POSITION_STATE, FALSE },
  { "arrange", ESP_COMMAND_SET_ARRANGE, ESP_TABLE_POSITIONS, ESP_POSITION_ARRANGE, FALSE },
  { "staff", ESP_COMMAND_SET_STAFF, ESP_TABLE_POSITIONS, ESP_POSITION_STAFF, FALSE },
  { "level", ESP_COMMAND_SET_LEVEL, ESP_TABLE_POSITIONS, ESP_POSITION_LEVEL, TRUE },
  { "unit-staff", ESP_COMMAND_SET_STAFF, ESP_TABLE_UNITS, ESP_UNIT_STAFF, FALSE },
  { "kind", ESP_COMMAND_SET_KIND, ESP_TABLE_UNITS, ESP_UNIT_KIND, FALSE },
  { "function", ESP_COMMAND_SET_FUNCTION, ESP_TABLE_UNITS, ESP_UNIT_FUNCTION, TRUE },
};

/* The state is a text: numbers as text, too, so that menus can name them */
static char *
get_state (EspOrganization *organization,
           const Choice    *choice,
           EspIx            ix)
{
  const char *text;

  if (choice->kind == ESP_COMMAND_SET_KIND)
    return g_strdup_printf ("%d", (int) esp_unit_get_kind (organization, ix));
  if (!choice->is_text)
    return g_strdup_printf ("%u", esp_organization_get (organization, choice->table, ix, choice->field));
  text = esp_organization_get_text (organization, choice->table, ix, choice->field);
  return g_strdup (text != NULL ? text : "");
}

static void
change_state_cb (GSimpleAction *action,
                 GVariant      *value,
                 gpointer       user_data)
{
  EspChart *self = user_data;
  const char *name = g_action_get_name (G_ACTION (action));
  const char *text = g_variant_get_string (value, NULL);

  if (!_esp_chart_sync_selection (self))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (g_str_equal (choices[i].name, name))
      {
        EspCommand command = ESP_COMMAND_INIT (choices[i].kind);

        if (choices[i].is_text)
          command.text = *text != '\0' ? text : NULL;
        else
          command.value = (guint) g_ascii_strtoull (text, NULL, 10);
        _esp_chart_send (self, &command);
      }
}

void
_esp_chart_init_fields (EspChart *self)
{
  self->edit->fields = g_simple_action_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (choices[i].name, G_VARIANT_TYPE_STRING, g_variant_new_string (""));

      g_signal_connect (action, "change-state", G_CALLBACK (change_state_cb), self);
      g_action_map_add_action (G_ACTION_MAP (self->edit->fields), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "edit", G_ACTION_GROUP (self->edit->fields));
}

/* The states of the choices are those of the card at the keyboard. */
void
_esp_chart_update_fields (EspChart *self)
{
  EspItem item = esp_chart_get_focus_item (self);
  EspTable table = ESP_TABLE_DOCUMENT;
  EspIx ix = item != ESP_ITEM_NONE ? esp_scene_get_row (self->scene, item, &table) : ESP_IX_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->edit->fields), choices[i].name);
      gboolean has_it = ix != ESP_IX_NONE && choices[i].table == table;
      g_autofree char *state = has_it ? get_state (esp_scene_get_organization (self->scene), &choices[i], ix) : g_strdup ("");

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), has_it);
      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (state));
    }
}

static void
append_choice (GMenu      *menu,
               const char *label,
               const char *action,
               const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static void
append_submenu (GMenu      *menu,
                const char *label,
                GMenu      *submenu)
{
  g_menu_append_submenu (menu, label, G_MENU_MODEL (submenu));
}

/* Sections within a section have no lines between them: each is appended by itself. */
static void
append_sections (GMenu      *menu,
                 GMenuModel *model)
{
  for (int i = 0; i < g_menu_model_get_n_items (model); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (model, i, G_MENU_LINK_SECTION);

      g_menu_append_section (menu, NULL, section);
    }
}

/* The levels of the ladder of the position's role; without a role, all there are */
static GMenu *
create_levels (EspChart *self,
               EspIx     position)
{
  EspCatalogue *catalogue = esp_scene_get_catalogue (self->scene);
  const char *role_id = esp_organization_get_text (esp_scene_get_organization (self->scene), ESP_TABLE_POSITIONS, position, ESP_POSITION_ROLE);
  GPtrArray *levels = esp_catalogue_get_levels (catalogue);
  GMenu *menu = g_menu_new ();

  append_choice (menu, _("Not Said"), "edit.level", "");
  for (guint i = 0; i < levels->len; i++)
    {
      const EspEntry *level = g_ptr_array_index (levels, i);

      if (role_id == NULL || esp_catalogue_find_role (catalogue, role_id) == NULL ||
          esp_catalogue_find_rung_for (catalogue, role_id, level->id) != NULL)
        append_choice (menu, level->name, "edit.level", level->id);
    }
  return menu;
}

static GMenu *
create_places (GPtrArray  *places,
               const char *action,
               gboolean    is_kind)
{
  GMenu *menu = g_menu_new ();

  if (!is_kind)
    append_choice (menu, _("None"), action, "");
  for (guint i = 0; i < places->len; i++)
    {
      const EspPlace *place = g_ptr_array_index (places, i);
      g_autofree char *number = g_strdup_printf ("%d", (int) esp_unit_kind_from_string (place->id));

      append_choice (menu, place->name, action, is_kind ? number : place->id);
    }
  return menu;
}

/**
 * _esp_chart_create_menu:
 * @self: a chart
 * @item: of its scene
 * @common: what can be done with every card
 *
 * Returns: (transfer full): the menu of a card or a plate
 */
GMenuModel *
_esp_chart_create_menu (EspChart   *self,
                        EspItem     item,
                        GMenuModel *common)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (ESP_APP_PATH "/ui/edit-menu.ui");
  EspCatalogue *catalogue = esp_scene_get_catalogue (self->scene);
  GMenu *menu = g_menu_new ();
  GMenu *set;
  EspTable table;
  EspIx ix = esp_scene_get_row (self->scene, item, &table);

  if (table == ESP_TABLE_POSITIONS)
    {
      g_autoptr (GMenu) levels = create_levels (self, ix);

      set = G_MENU (gtk_builder_get_object (builder, "position_set"));
      append_submenu (set, _("_Level"), levels);
      append_sections (menu, G_MENU_MODEL (gtk_builder_get_object (builder, "position_menu")));
    }
  else
    {
      g_autoptr (GMenu) kinds = create_places (esp_catalogue_get_kinds (catalogue), "edit.kind", TRUE);
      g_autoptr (GMenu) functions = create_places (esp_catalogue_get_functions (catalogue), "edit.function", FALSE);

      set = G_MENU (gtk_builder_get_object (builder, "unit_set"));
      append_submenu (set, _("_Kind"), kinds);
      append_submenu (set, _("_Function"), functions);
      append_sections (menu, G_MENU_MODEL (gtk_builder_get_object (builder, "unit_menu")));
    }
  append_sections (menu, common);
  return G_MENU_MODEL (menu);
}

/**
 * _esp_chart_create_ground_menu:
 *
 * Returns: (transfer full): the menu where no card is
 */
GMenuModel *
_esp_chart_create_ground_menu (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (ESP_APP_PATH "/ui/edit-menu.ui");

  return g_object_ref (G_MENU_MODEL (gtk_builder_get_object (builder, "ground_menu")));
}
