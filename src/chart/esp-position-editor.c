/* esp-position-editor.c — the fields of a position, of its holders and its lines, to be changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-position-editor.h"

#include "esp-config.h"

#include "chart/esp-position-editor-private.h"
#include "chart/esp-role-picker.h"
#include "core/esp-i18n.h"

/**
 * EspPositionEditor:
 *
 * Changes what is selected in a session, while one writes: letters that follow each other are one step of undo. Of several positions only what all can share
 * is shown; a field in which they differ is empty until something is chosen for all of them.
 *
 * What was emptied changes nothing: a position has a title, and a person a name.
 */
G_DEFINE_FINAL_TYPE (EspPositionEditor, esp_position_editor, ADW_TYPE_BIN)

/* Sends a command for what is selected, unless a field was only being filled. */
void
_esp_position_editor_send (EspPositionEditor *self,
                           const EspCommand  *command)
{
  if (!self->is_filling && self->session != NULL)
    esp_session_edit (self->session, command);
}

/* Shows a text where another one is written; what is being written is left alone as long as it means the same. */
void
_esp_position_editor_set_text (GtkEditable *editable,
                               const char  *text)
{
  g_autofree char *written = g_strstrip (g_strdup (gtk_editable_get_text (editable)));
  GtkWidget *delegate = GTK_WIDGET (gtk_editable_get_delegate (editable));
  gboolean is_writing = delegate != NULL && gtk_widget_has_focus (delegate);

  if (g_str_equal (written, text) || (is_writing && *written == '\0'))
    return;
  gtk_editable_set_text (editable, text);
}

static void
left_cb (GtkEventControllerFocus *controller,
         EspPositionEditor       *self)
{
  esp_position_editor_update (self);
}

/* When nobody writes in a row any more, it says what is so. */
void
_esp_position_editor_keep_text (EspPositionEditor *self,
                                GtkWidget         *row)
{
  GtkEventController *controller = gtk_event_controller_focus_new ();

  g_signal_connect (controller, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (row, controller);
}

static void
type_text (EspPositionEditor *self,
           GtkEditable       *editable,
           EspCommandKind     kind)
{
  EspCommand command = ESP_COMMAND_INIT (kind);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  if (*text == '\0' && kind == ESP_COMMAND_RETITLE)
    return;
  command.text = text;
  command.is_typed = TRUE;
  _esp_position_editor_send (self, &command);
}

static void
on_title_changed (EspPositionEditor *self)
{
  type_text (self, GTK_EDITABLE (self->title_row), ESP_COMMAND_RETITLE);
}

/* A number is a number when it is written to its end. */
static void
on_posts_applied (EspPositionEditor *self)
{
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_SET_POSTS);

  command.text = gtk_editable_get_text (GTK_EDITABLE (self->posts_row));
  _esp_position_editor_send (self, &command);
}

static void
note_changed_cb (EspPositionEditor *self)
{
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_SET_NOTE);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->note, &start, &end);
  text = gtk_text_buffer_get_text (self->note, &start, &end, FALSE);
  command.text = text;
  command.is_typed = TRUE;
  _esp_position_editor_send (self, &command);
}

static void
send_value (EspPositionEditor *self,
            AdwComboRow       *row,
            EspCommandKind     kind)
{
  EspCommand command = ESP_COMMAND_INIT (kind);

  command.value = adw_combo_row_get_selected (row);
  if (command.value != GTK_INVALID_LIST_POSITION)
    _esp_position_editor_send (self, &command);
}

static void
on_scope_selected (EspPositionEditor *self)
{
  send_value (self, self->scope_row, ESP_COMMAND_SET_SCOPE);
}

static void
on_state_selected (EspPositionEditor *self)
{
  send_value (self, self->state_row, ESP_COMMAND_SET_STATE);
}

static void
on_arrange_selected (EspPositionEditor *self)
{
  send_value (self, self->arrange_row, ESP_COMMAND_SET_ARRANGE);
}

static void
on_staff_selected (EspPositionEditor *self)
{
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_SET_STAFF);
  guint selected = adw_combo_row_get_selected (self->staff_row);

  command.value = selected == 1 ? ESP_STAFF_YES : ESP_STAFF_DEFAULT;
  if (selected != GTK_INVALID_LIST_POSITION)
    _esp_position_editor_send (self, &command);
}

static void
on_level_selected (EspPositionEditor *self)
{
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_SET_LEVEL);
  guint selected = adw_combo_row_get_selected (self->level_row);

  if (selected >= self->levels->len)
    return;
  command.text = g_ptr_array_index (self->levels, selected);
  if (*command.text == '\0')
    command.text = NULL;
  _esp_position_editor_send (self, &command);
}

static void
role_picked_cb (EspPicker         *picker,
                const char        *id,
                EspPositionEditor *self)
{
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_SET_ROLE);

  command.text = *id != '\0' ? id : NULL;
  _esp_position_editor_send (self, &command);
}

static void
on_role_activated (EspPositionEditor *self)
{
  if (self->roles == NULL)
    {
      self->roles = esp_role_picker_new (esp_catalogue_get_default ());
      g_signal_connect (self->roles, "picked", G_CALLBACK (role_picked_cb), self);
      gtk_widget_set_parent (self->roles, GTK_WIDGET (self->role_row));
    }
  gtk_popover_popup (GTK_POPOVER (self->roles));
}

/* Filling */

/* The number that all of the selected positions have; GTK_INVALID_LIST_POSITION if they differ */
static guint
get_common (EspPositionEditor *self,
            EspOrganization   *organization,
            EspField           field)
{
  GArray *rows = esp_session_get_selected (self->session);
  guint common = GTK_INVALID_LIST_POSITION;
  gboolean has_one = FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      EspRowKey key = g_array_index (rows, EspRowKey, i);
      guint value;

      if (ESP_ROW_TABLE (key) != ESP_TABLE_POSITIONS)
        continue;
      value = esp_organization_get (organization, ESP_TABLE_POSITIONS, ESP_ROW_IX (key), field);
      if (has_one && value != common)
        return GTK_INVALID_LIST_POSITION;
      common = value;
      has_one = TRUE;
    }
  return common;
}

/* The levels of the role's ladder, and the one that is written; its number in @selected */
static GPtrArray *
find_levels (EspPositionEditor *self,
             EspOrganization   *organization,
             guint             *selected)
{
  EspCatalogue *catalogue = esp_catalogue_get_default ();
  GPtrArray *levels = g_ptr_array_new ();
  guint role_str = get_common (self, organization, ESP_POSITION_ROLE);
  guint level_str = get_common (self, organization, ESP_POSITION_LEVEL);
  const char *role = role_str != GTK_INVALID_LIST_POSITION ? esp_organization_get_string (organization, role_str) : NULL;
  const char *level = level_str != GTK_INVALID_LIST_POSITION ? esp_organization_get_string (organization, level_str) : NULL;
  gboolean has_ladder = role != NULL && esp_catalogue_find_role (catalogue, role) != NULL && esp_catalogue_find_role (catalogue, role)->ladder != NULL;
  GPtrArray *all = esp_catalogue_get_levels (catalogue);

  *selected = level_str == GTK_INVALID_LIST_POSITION ? GTK_INVALID_LIST_POSITION : 0;
  g_ptr_array_add (levels, (gpointer) "");
  for (guint i = 0; i < all->len; i++)
    {
      const EspEntry *entry = g_ptr_array_index (all, i);
      gboolean is_level = g_strcmp0 (entry->id, level) == 0;

      if (has_ladder && !is_level && esp_catalogue_find_rung_for (catalogue, role, entry->id) == NULL)
        continue;
      if (is_level)
        *selected = levels->len;
      g_ptr_array_add (levels, (gpointer) entry->id);
    }
  if (level != NULL && *level != '\0' && *selected == 0) /* one that the catalogue does not know */
    {
      *selected = levels->len;
      g_ptr_array_add (levels, (gpointer) g_intern_string (level));
    }
  return levels;
}

static gboolean
has_levels (EspPositionEditor *self,
            GPtrArray         *levels)
{
  if (self->levels->len != levels->len)
    return FALSE;
  for (guint i = 0; i < levels->len; i++)
    if (!g_str_equal (g_ptr_array_index (levels, i), g_ptr_array_index (self->levels, i)))
      return FALSE;
  return TRUE;
}

static void
show_levels (EspPositionEditor *self,
             EspOrganization   *organization)
{
  guint selected;
  g_autoptr (GPtrArray) levels = find_levels (self, organization, &selected);

  if (!has_levels (self, levels))
    {
      g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

      for (guint i = 0; i < levels->len; i++)
        {
          const char *id = g_ptr_array_index (levels, i);
          const EspEntry *entry = esp_catalogue_find_level (esp_catalogue_get_default (), id);

          gtk_string_list_append (names, entry != NULL ? entry->name : *id != '\0' ? id : _("Not Said"));
        }
      g_ptr_array_unref (self->levels);
      self->levels = g_steal_pointer (&levels);
      adw_combo_row_set_model (self->level_row, G_LIST_MODEL (names));
    }
  adw_combo_row_set_selected (self->level_row, selected);
}

static void
show_role (EspPositionEditor *self,
           EspOrganization   *organization)
{
  guint str = get_common (self, organization, ESP_POSITION_ROLE);
  const char *id = str != GTK_INVALID_LIST_POSITION ? esp_organization_get_string (organization, str) : NULL;
  const EspRole *role = id != NULL ? esp_catalogue_find_role (esp_catalogue_get_default (), id) : NULL;
  const char *words = _("None");

  if (str == GTK_INVALID_LIST_POSITION)
    words = _("Several");
  else if (role != NULL)
    words = role->name;
  else if (id != NULL && *id != '\0')
    words = id;
  adw_action_row_set_subtitle (self->role_row, words);
}

static void
show_note (EspPositionEditor *self,
           EspOrganization   *organization)
{
  const char *note = esp_organization_get_text (organization, ESP_TABLE_POSITIONS, self->position, ESP_POSITION_NOTE);
  g_autofree char *written = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->note, &start, &end);
  written = g_strstrip (gtk_text_buffer_get_text (self->note, &start, &end, FALSE));
  if (!g_str_equal (written, note != NULL ? note : ""))
    gtk_text_buffer_set_text (self->note, note != NULL ? note : "", -1);
}

/* What only one position has */
static void
show_single (EspPositionEditor *self,
             EspOrganization   *organization)
{
  const char *posts = esp_organization_get_text (organization, ESP_TABLE_POSITIONS, self->position, ESP_POSITION_POSTS);
  g_autofree char *number = esp_i18n_write_number (posts != NULL ? posts : "1");

  _esp_position_editor_set_text (GTK_EDITABLE (self->title_row), esp_position_get_title (organization, self->position));
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->posts_row)), number))
    gtk_editable_set_text (GTK_EDITABLE (self->posts_row), number);
  _esp_position_editor_show_people (self, organization);
  _esp_position_editor_show_lines (self, organization);
  show_note (self, organization);
}

static void
esp_position_editor_dispose (GObject *object)
{
  EspPositionEditor *self = ESP_POSITION_EDITOR (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->roles, gtk_widget_unparent);

  G_OBJECT_CLASS (esp_position_editor_parent_class)->dispose (object);
}

static void
esp_position_editor_finalize (GObject *object)
{
  EspPositionEditor *self = ESP_POSITION_EDITOR (object);

  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->levels);

  G_OBJECT_CLASS (esp_position_editor_parent_class)->finalize (object);
}

static void
esp_position_editor_class_init (EspPositionEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = esp_position_editor_dispose;
  object_class->finalize = esp_position_editor_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/position-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, EspPositionEditor, fields_group);
  gtk_widget_class_bind_template_child (widget_class, EspPositionEditor, title_row);
  gtk_widget_class_bind_template_child (widget_class, EspPositionEditor, role_row);
  gtk_widget_class_bind_template_child (widget_class, EspPositionEditor, level_row);
  gtk_widget_class_bind_template_child (widget_class, EspPositionEditor, scope_row);
  gtk_widget_class_bind_template_child (widget_class, EspPositionEditor, state_row);
  gtk_widget_class_bind_template_child (widget_class, EspPositionEditor, posts_row);
  gtk_widget_class_bind_template_child (widget_class, EspPositionEditor, staff_row);
  gtk_widget_class_bind_template_child (widget_class, EspPositionEditor, arrange_row);
  gtk_widget_class_bind_template_child (widget_class, EspPositionEditor, people_group);
  gtk_widget_class_bind_template_child (widget_class, EspPositionEditor, lines_group);
  gtk_widget_class_bind_template_child (widget_class, EspPositionEditor, note_box);
  gtk_widget_class_bind_template_child (widget_class, EspPositionEditor, note);
  gtk_widget_class_bind_template_callback (widget_class, on_title_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_posts_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_role_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_level_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_scope_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_state_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_staff_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_arrange_selected);
}

static void
esp_position_editor_init (EspPositionEditor *self)
{
  self->people = g_ptr_array_new ();
  self->lines = g_ptr_array_new_with_free_func (_esp_position_editor_free_line);
  self->levels = g_ptr_array_new ();
  self->position = ESP_IX_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->note, "changed", G_CALLBACK (note_changed_cb), self, G_CONNECT_SWAPPED);
  _esp_position_editor_keep_text (self, GTK_WIDGET (self->title_row));
  _esp_position_editor_keep_text (self, GTK_WIDGET (self->posts_row));
}

/**
 * esp_position_editor_new:
 *
 * Returns: (transfer floating): an editor without a session
 */
GtkWidget *
esp_position_editor_new (void)
{
  return g_object_new (ESP_TYPE_POSITION_EDITOR, NULL);
}

/**
 * esp_position_editor_set_session:
 * @self: an editor
 * @session: (nullable): whose selection to change
 */
void
esp_position_editor_set_session (EspPositionEditor *self,
                                 EspSession        *session)
{
  g_return_if_fail (ESP_IS_POSITION_EDITOR (self));

  g_set_object (&self->session, session);
}

/**
 * esp_position_editor_update:
 * @self: an editor
 *
 * Shows what is selected as it is now. Its owner calls this when the selection or the document has changed.
 */
void
esp_position_editor_update (EspPositionEditor *self)
{
  EspOrganization *organization = self->session != NULL ? esp_session_get_organization (self->session) : NULL;
  EspIx position = organization != NULL ? esp_session_get_selected_position (self->session) : ESP_IX_NONE;
  gboolean is_single;

  g_return_if_fail (ESP_IS_POSITION_EDITOR (self));

  if (position == ESP_IX_NONE || !esp_organization_is_live (organization, ESP_TABLE_POSITIONS, position))
    return;
  is_single = esp_session_get_n_selected (self->session) == 1;
  self->is_filling = TRUE;
  self->position = is_single ? position : ESP_IX_NONE;
  gtk_widget_set_visible (GTK_WIDGET (self->title_row), is_single);
  gtk_widget_set_visible (GTK_WIDGET (self->posts_row), is_single);
  gtk_widget_set_visible (GTK_WIDGET (self->people_group), is_single);
  gtk_widget_set_visible (GTK_WIDGET (self->lines_group), is_single);
  gtk_widget_set_visible (self->note_box, is_single);
  show_role (self, organization);
  show_levels (self, organization);
  adw_combo_row_set_selected (self->scope_row, get_common (self, organization, ESP_POSITION_SCOPE));
  adw_combo_row_set_selected (self->state_row, get_common (self, organization, ESP_POSITION_STATE));
  adw_combo_row_set_selected (self->arrange_row, get_common (self, organization, ESP_POSITION_ARRANGE));
  {
    guint staff = get_common (self, organization, ESP_POSITION_STAFF);

    adw_combo_row_set_selected (self->staff_row, staff == GTK_INVALID_LIST_POSITION ? staff : staff == ESP_STAFF_YES);
  }
  if (is_single)
    show_single (self, organization);
  self->is_filling = FALSE;
}
