/* esp-unit-editor.c — the fields of a unit, to be changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-unit-editor.h"

#include "esp-config.h"

#include "core/esp-i18n.h"
#include "session/esp-session-edit.h"

/**
 * EspUnitEditor:
 *
 * Changes the units that are selected in a session. What is written is written at once; letters that follow each other are one step of undo.
 */
struct _EspUnitEditor
{
  AdwBin        parent_instance;

  /* template */
  AdwEntryRow  *name_row;
  AdwComboRow  *kind_row;
  AdwComboRow  *function_row;
  AdwComboRow  *staff_row;
  AdwActionRow *head_row;
  GtkWidget    *head_clear;

  EspSession   *session;
  gboolean      is_filling;
};

G_DEFINE_FINAL_TYPE (EspUnitEditor, esp_unit_editor, ADW_TYPE_BIN)

static void
send (EspUnitEditor    *self,
      const EspCommand *command)
{
  if (!self->is_filling && self->session != NULL)
    esp_session_edit (self->session, command);
}

static void
on_name_changed (EspUnitEditor *self)
{
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_RENAME_UNIT);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));

  if (*text == '\0')
    return;
  command.text = text;
  command.is_typed = TRUE;
  send (self, &command);
}

static void
name_left_cb (GtkEventControllerFocus *controller,
              EspUnitEditor           *self)
{
  esp_unit_editor_update (self);
}

static void
on_kind_selected (EspUnitEditor *self)
{
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_SET_KIND);
  GPtrArray *kinds = esp_catalogue_get_kinds (esp_catalogue_get_default ());
  guint selected = adw_combo_row_get_selected (self->kind_row);

  if (selected >= kinds->len)
    return;
  command.value = esp_unit_kind_from_string (((const EspPlace *) g_ptr_array_index (kinds, selected))->id);
  send (self, &command);
}

static void
on_function_selected (EspUnitEditor *self)
{
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_SET_FUNCTION);
  GPtrArray *functions = esp_catalogue_get_functions (esp_catalogue_get_default ());
  guint selected = adw_combo_row_get_selected (self->function_row);

  if (selected > functions->len)
    return;
  command.text = selected > 0 ? ((const EspPlace *) g_ptr_array_index (functions, selected - 1))->id : NULL;
  send (self, &command);
}

static void
on_staff_selected (EspUnitEditor *self)
{
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_SET_STAFF);

  command.value = adw_combo_row_get_selected (self->staff_row);
  if (command.value != GTK_INVALID_LIST_POSITION)
    send (self, &command);
}

static void
on_head_cleared (EspUnitEditor *self)
{
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_SET_HEAD);

  send (self, &command);
}

/* Filling */

static GtkStringList *
create_names (GPtrArray  *places,
              const char *none)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  if (none != NULL)
    gtk_string_list_append (names, none);
  for (guint i = 0; i < places->len; i++)
    gtk_string_list_append (names, ((const EspPlace *) g_ptr_array_index (places, i))->name);
  return names;
}

/* The number of an id among places; @missing if it is none of them */
static guint
find_place (GPtrArray  *places,
            const char *id,
            guint       missing)
{
  for (guint i = 0; i < places->len; i++)
    if (g_strcmp0 (((const EspPlace *) g_ptr_array_index (places, i))->id, id) == 0)
      return i;
  return missing;
}

static void
show_function (EspUnitEditor   *self,
               EspOrganization *organization,
               EspIx            unit)
{
  GPtrArray *functions = esp_catalogue_get_functions (esp_catalogue_get_default ());
  const char *id = esp_organization_get_text (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_FUNCTION);
  guint nth = find_place (functions, id, GTK_INVALID_LIST_POSITION);

  if (id == NULL)
    adw_combo_row_set_selected (self->function_row, 0);
  else /* one that the catalogue does not know is kept and shown as nothing */
    adw_combo_row_set_selected (self->function_row, nth != GTK_INVALID_LIST_POSITION ? nth + 1 : nth);
}

static void
show_head (EspUnitEditor   *self,
           EspOrganization *organization,
           EspIx            unit)
{
  EspScene *scene = esp_session_get_scene (self->session);
  EspItem item = scene != NULL ? esp_scene_find (scene, ESP_TABLE_UNITS, unit) : ESP_ITEM_NONE;
  const char *id = esp_organization_get_text (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_HEAD);
  EspIx named = id != NULL ? esp_organization_find_id (organization, ESP_TABLE_POSITIONS, id) : ESP_IX_NONE;
  EspIx found = item != ESP_ITEM_NONE ? esp_scene_get_head (scene, ESP_ITEM_NODE (item)) : ESP_IX_NONE;
  g_autofree char *words = NULL;

  if (named != ESP_IX_NONE)
    words = g_strdup (esp_position_get_title (organization, named));
  else if (id != NULL)
    words = g_strdup (id);
  else if (found != ESP_IX_NONE)
    /* Translators: who heads a unit that does not say so; %s is the title of a position */
    words = g_strdup_printf (_("%s, found by the lines"), esp_position_get_title (organization, found));
  else
    words = g_strdup (_("Nobody"));
  adw_action_row_set_subtitle (self->head_row, words);
  gtk_widget_set_visible (self->head_clear, id != NULL);
}

static void
esp_unit_editor_dispose (GObject *object)
{
  g_clear_object (&ESP_UNIT_EDITOR (object)->session);

  G_OBJECT_CLASS (esp_unit_editor_parent_class)->dispose (object);
}

static void
esp_unit_editor_class_init (EspUnitEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = esp_unit_editor_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/unit-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, EspUnitEditor, name_row);
  gtk_widget_class_bind_template_child (widget_class, EspUnitEditor, kind_row);
  gtk_widget_class_bind_template_child (widget_class, EspUnitEditor, function_row);
  gtk_widget_class_bind_template_child (widget_class, EspUnitEditor, staff_row);
  gtk_widget_class_bind_template_child (widget_class, EspUnitEditor, head_row);
  gtk_widget_class_bind_template_child (widget_class, EspUnitEditor, head_clear);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_function_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_staff_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_head_cleared);
}

static void
esp_unit_editor_init (EspUnitEditor *self)
{
  EspCatalogue *catalogue = esp_catalogue_get_default ();
  g_autoptr (GtkStringList) kinds = create_names (esp_catalogue_get_kinds (catalogue), NULL);
  g_autoptr (GtkStringList) functions = create_names (esp_catalogue_get_functions (catalogue), _("None"));
  GtkEventController *controller = gtk_event_controller_focus_new ();

  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
  adw_combo_row_set_model (self->function_row, G_LIST_MODEL (functions));
  g_signal_connect (controller, "leave", G_CALLBACK (name_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->name_row), controller);
  self->is_filling = FALSE;
}

/**
 * esp_unit_editor_new:
 *
 * Returns: (transfer floating): an editor without a session
 */
GtkWidget *
esp_unit_editor_new (void)
{
  return g_object_new (ESP_TYPE_UNIT_EDITOR, NULL);
}

/**
 * esp_unit_editor_set_session:
 * @self: an editor
 * @session: (nullable): whose selection to change
 */
void
esp_unit_editor_set_session (EspUnitEditor *self,
                             EspSession    *session)
{
  g_return_if_fail (ESP_IS_UNIT_EDITOR (self));

  g_set_object (&self->session, session);
}

/**
 * esp_unit_editor_update:
 * @self: an editor
 *
 * Shows the unit that leads the selection as it is now. Its owner calls this when the selection or the document has changed.
 */
void
esp_unit_editor_update (EspUnitEditor *self)
{
  EspOrganization *organization = self->session != NULL ? esp_session_get_organization (self->session) : NULL;
  EspCatalogue *catalogue = esp_catalogue_get_default ();
  g_autofree char *written = NULL;
  EspTable table;
  EspIx unit;
  gboolean is_single;

  g_return_if_fail (ESP_IS_UNIT_EDITOR (self));

  if (organization == NULL || !esp_session_get_selection (self->session, &table, &unit) || table != ESP_TABLE_UNITS ||
      !esp_organization_is_live (organization, ESP_TABLE_UNITS, unit))
    return;
  self->is_filling = TRUE;
  is_single = esp_session_get_n_selected (self->session) == 1;
  written = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
  if (!g_str_equal (written, esp_unit_get_name (organization, unit)) &&
      !(*written == '\0' && gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->name_row))))))
    gtk_editable_set_text (GTK_EDITABLE (self->name_row), esp_unit_get_name (organization, unit));
  gtk_widget_set_visible (GTK_WIDGET (self->name_row), is_single);
  gtk_widget_set_visible (GTK_WIDGET (self->head_row), is_single);
  adw_combo_row_set_selected (self->kind_row, find_place (esp_catalogue_get_kinds (catalogue), esp_unit_kind_to_string (esp_unit_get_kind (organization, unit)),
                                                          GTK_INVALID_LIST_POSITION));
  show_function (self, organization, unit);
  adw_combo_row_set_selected (self->staff_row, esp_organization_get (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_STAFF));
  show_head (self, organization, unit);
  self->is_filling = FALSE;
}
