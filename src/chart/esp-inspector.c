/* esp-inspector.c — what there is to know about the selected position or unit, and to change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-inspector.h"

#include "esp-config.h"

#include "chart/esp-card-copy.h"
#include "chart/esp-inspector-private.h"
#include "chart/esp-row-dialog.h"
#include "session/esp-session-edit.h"

/**
 * EspInspector:
 *
 * Shows the selection of a session: a position with its role, a unit, or several, to be read and to be changed; with nothing
 * selected, where the program managers of the whole organization sit.
 *
 * Properties: `session` (#EspSession).
 *
 * # CSS nodes
 *
 * `inspector`
 */
enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EspInspector, esp_inspector, ADW_TYPE_BIN)

static void
add_editor (EspInspector *self,
            GtkWidget    *editor)
{
  gtk_widget_set_hexpand (editor, TRUE);
  gtk_box_append (self->editor_box, editor);
}

/* The editors are made when the first position or unit is looked at: a window that opens does not wait for their forty rows. */
static void
show_editor (EspInspector *self,
             EspTable      table)
{
  if (table == ESP_TABLE_UNITS && self->unit_editor == NULL)
    {
      self->unit_editor = g_object_new (ESP_TYPE_UNIT_EDITOR, NULL);
      esp_unit_editor_set_session (self->unit_editor, self->session);
      add_editor (self, GTK_WIDGET (self->unit_editor));
    }
  else if (table == ESP_TABLE_POSITIONS && self->position_editor == NULL)
    {
      self->position_editor = g_object_new (ESP_TYPE_POSITION_EDITOR, NULL);
      esp_position_editor_set_session (self->position_editor, self->session);
      add_editor (self, GTK_WIDGET (self->position_editor));
    }
  if (self->position_editor != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->position_editor), table == ESP_TABLE_POSITIONS);
  if (self->unit_editor != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->unit_editor), table == ESP_TABLE_UNITS);
  if (table == ESP_TABLE_UNITS)
    esp_unit_editor_update (self->unit_editor);
  else
    esp_position_editor_update (self->position_editor);
}

static void
on_name_changed (EspInspector *self)
{
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_RENAME_ORGANIZATION);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));

  if (self->is_filling || self->session == NULL)
    return;
  command.text = *text != '\0' ? text : NULL;
  command.is_typed = TRUE;
  esp_session_edit (self->session, &command);
}

/* The name of the organization; what is being typed stays as it is typed. */
static void
show_name (EspInspector *self,
           EspScene     *scene)
{
  EspOrganization *organization = scene != NULL ? esp_scene_get_organization (scene) : NULL;
  const char *name = organization != NULL ? esp_organization_get_text (organization, ESP_TABLE_DOCUMENT, 0, ESP_DOCUMENT_NAME) : NULL;
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));

  gtk_widget_set_visible (self->name_group, organization != NULL);
  if (g_str_equal (typed, name != NULL ? name : ""))
    return;
  self->is_filling = TRUE;
  gtk_editable_set_text (self->name_row, name != NULL ? name : "");
  self->is_filling = FALSE;
}

static void
update (EspInspector *self)
{
  EspScene *scene = self->session != NULL ? esp_session_get_scene (self->session) : NULL;
  EspTable table;
  EspIx ix;
  gboolean is_item = scene != NULL && esp_session_get_selection (self->session, &table, &ix) &&
                     esp_organization_is_live (esp_scene_get_organization (scene), table, ix);

  g_clear_handle_id (&self->idle, g_source_remove);
  _esp_inspector_clear_facts (self);
  if (!is_item)
    {
      _esp_inspector_show_overview (self, scene);
      show_name (self, scene);
    }
  else if (esp_session_get_n_selected (self->session) > 1)
    _esp_inspector_show_several (self, scene);
  else if (table == ESP_TABLE_UNITS)
    _esp_inspector_show_unit (self, scene, ix);
  else
    _esp_inspector_show_position (self, scene, ix);
  if (is_item)
    show_editor (self, table);
  gtk_stack_set_visible_child_name (self->stack, is_item ? "item" : "nothing");
}

static gboolean
update_cb (gpointer user_data)
{
  EspInspector *self = user_data;

  self->idle = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Once all who follow the document know of the change, and the field that made it is done with it. A fold is none, and nothing that is said here depends on
 * it. */
static void
document_changed_cb (EspInspector *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (update_cb, self);
}

static void
follow_document (EspInspector *self)
{
  g_signal_group_set_target (self->document, self->session != NULL ? esp_session_get_document (self->session) : NULL);
}

static EspItem
get_item (EspInspector *self)
{
  EspScene *scene = esp_session_get_scene (self->session);
  EspTable table;
  EspIx ix;

  if (scene == NULL || !esp_session_get_selection (self->session, &table, &ix))
    return ESP_ITEM_NONE;
  return esp_scene_find (scene, table, ix);
}

static void
on_copy_text (GtkButton    *button,
              EspInspector *self)
{
  EspItem item = get_item (self);

  if (item != ESP_ITEM_NONE)
    esp_card_copy_text (GTK_WIDGET (self), esp_session_get_scene (self->session), item);
}

static void
on_copy_picture (GtkButton    *button,
                 EspInspector *self)
{
  EspItem item = get_item (self);

  if (item != ESP_ITEM_NONE)
    esp_card_copy_picture (GTK_WIDGET (self), esp_session_get_scene (self->session), item);
}

static void
on_compare_role (GtkButton    *button,
                 EspInspector *self)
{
  const char *role = esp_session_get_selected_role (self->session);

  if (role != NULL)
    esp_session_show_role (self->session, role);
}

static void
on_show_on_ladder (GtkButton    *button,
                   EspInspector *self)
{
  const char *rung = esp_session_get_selected_rung (self->session);

  if (rung != NULL)
    esp_session_show_rung (self->session, rung);
}

/* What asks for another position or unit */
static const char * const asking[] = { "inspector.move-to", "inspector.add-line", "inspector.choose-head" };

static void
ask_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  EspInspector *self = ESP_INSPECTOR (widget);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  if (g_str_equal (name, "inspector.move-to"))
    esp_row_dialog_move (window, self->session);
  else if (g_str_equal (name, "inspector.add-line"))
    esp_row_dialog_add_line (window, self->session);
  else
    esp_row_dialog_set_head (window, self->session);
}

static void
esp_inspector_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, esp_inspector_get_session (ESP_INSPECTOR (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
esp_inspector_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      esp_inspector_set_session (ESP_INSPECTOR (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
esp_inspector_dispose (GObject *object)
{
  EspInspector *self = ESP_INSPECTOR (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_object (&self->document);
  g_clear_handle_id (&self->idle, g_source_remove);

  G_OBJECT_CLASS (esp_inspector_parent_class)->dispose (object);
}

static void
esp_inspector_finalize (GObject *object)
{
  EspInspector *self = ESP_INSPECTOR (object);

  g_ptr_array_unref (self->facts);

  G_OBJECT_CLASS (esp_inspector_parent_class)->finalize (object);
}

static void
esp_inspector_class_init (EspInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = esp_inspector_get_property;
  object_class->set_property = esp_inspector_set_property;
  object_class->dispose = esp_inspector_dispose;
  object_class->finalize = esp_inspector_finalize;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ESP_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "inspector");
  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, EspInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, EspInspector, overview_box);
  gtk_widget_class_bind_template_child (widget_class, EspInspector, name_group);
  gtk_widget_class_bind_template_child (widget_class, EspInspector, name_row);
  gtk_widget_class_bind_template_child (widget_class, EspInspector, title_label);
  gtk_widget_class_bind_template_child (widget_class, EspInspector, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, EspInspector, place_label);
  gtk_widget_class_bind_template_child (widget_class, EspInspector, finding_box);
  gtk_widget_class_bind_template_child (widget_class, EspInspector, finding_label);
  gtk_widget_class_bind_template_child (widget_class, EspInspector, editor_box);
  gtk_widget_class_bind_template_child (widget_class, EspInspector, facts_group);
  gtk_widget_class_bind_template_child (widget_class, EspInspector, role_box);
  gtk_widget_class_bind_template_child (widget_class, EspInspector, role_label);
  gtk_widget_class_bind_template_child (widget_class, EspInspector, role_text);
  gtk_widget_class_bind_template_child (widget_class, EspInspector, stakeholders_label);
  gtk_widget_class_bind_template_child (widget_class, EspInspector, role_buttons);
  gtk_widget_class_bind_template_child (widget_class, EspInspector, compare_button);
  gtk_widget_class_bind_template_child (widget_class, EspInspector, ladder_button);
  gtk_widget_class_bind_template_callback (widget_class, on_compare_role);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_picture);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_text);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_show_on_ladder);
  for (gsize i = 0; i < G_N_ELEMENTS (asking); i++)
    gtk_widget_class_install_action (widget_class, asking[i], NULL, ask_action);
}

static void
esp_inspector_init (EspInspector *self)
{
  self->facts = g_ptr_array_new ();
  self->document = g_signal_group_new (ESP_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document, "changed", G_CALLBACK (document_changed_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * esp_inspector_new:
 *
 * Returns: (transfer floating): an inspector without a session
 */
GtkWidget *
esp_inspector_new (void)
{
  return g_object_new (ESP_TYPE_INSPECTOR, NULL);
}

/**
 * esp_inspector_get_session:
 * @self: an inspector
 *
 * Returns: (transfer none) (nullable): whose selection it shows
 */
EspSession *
esp_inspector_get_session (EspInspector *self)
{
  g_return_val_if_fail (ESP_IS_INSPECTOR (self), NULL);

  return self->session;
}

/**
 * esp_inspector_set_session:
 * @self: an inspector
 * @session: (nullable): whose selection to show
 *
 * Shows the selection of a session, and follows it.
 */
void
esp_inspector_set_session (EspInspector *self,
                           EspSession   *session)
{
  g_return_if_fail (ESP_IS_INSPECTOR (self));
  g_return_if_fail (session == NULL || ESP_IS_SESSION (session));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_swapped (session, "notify::scene", G_CALLBACK (document_changed_cb), self);
      g_signal_connect_swapped (session, "notify::document", G_CALLBACK (follow_document), self);
      g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (update), self);
    }
  if (self->position_editor != NULL)
    esp_position_editor_set_session (self->position_editor, session);
  if (self->unit_editor != NULL)
    esp_unit_editor_set_session (self->unit_editor, session);
  follow_document (self);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
