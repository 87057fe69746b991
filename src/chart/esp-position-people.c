/* esp-position-people.c — who holds a position, in the editor
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-position-editor-private.h"

#include "core/esp-i18n.h"

static const char share_key[] = "esp-share";
static const char remove_key[] = "esp-remove";

static guint
get_nth (EspPositionEditor *self,
         gpointer           row)
{
  guint nth = 0;

  g_ptr_array_find (self->people, row, &nth);
  return nth;
}

/* The last row is for one more; its first letter makes it a person. */
static void
name_changed_cb (GtkEditable       *row,
                 EspPositionEditor *self)
{
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_RENAME_HOLDER);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  if (*text == '\0')
    return;
  command.nth = get_nth (self, row);
  command.text = text;
  command.is_typed = TRUE;
  _esp_position_editor_send (self, &command);
}

static void
remove_cb (GtkButton *button,
           GtkWidget *row)
{
  EspPositionEditor *self = ESP_POSITION_EDITOR (gtk_widget_get_ancestor (row, ESP_TYPE_POSITION_EDITOR));
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_REMOVE_HOLDER);

  command.nth = get_nth (self, row);
  _esp_position_editor_send (self, &command);
}

static void
share_activated_cb (GtkEntry  *entry,
                    GtkWidget *row)
{
  EspPositionEditor *self = ESP_POSITION_EDITOR (gtk_widget_get_ancestor (row, ESP_TYPE_POSITION_EDITOR));
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_SHARE_HOLDER);

  if (self == NULL)
    return;
  command.nth = get_nth (self, row);
  command.text = gtk_editable_get_text (GTK_EDITABLE (entry));
  _esp_position_editor_send (self, &command);
}

static void
share_left_cb (GtkEventControllerFocus *controller,
               GtkWidget               *row)
{
  GtkEntry *entry = GTK_ENTRY (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));

  share_activated_cb (entry, row);
}

static void
add_person_row (EspPositionEditor *self)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *share = gtk_entry_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  GtkEventController *controller = gtk_event_controller_focus_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (share), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (share), 4);
  gtk_entry_set_placeholder_text (GTK_ENTRY (share), "1");
  gtk_widget_set_valign (share, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (share, _("Share of the Post"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (share), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Share of the Post"), -1);
  g_signal_connect (share, "activate", G_CALLBACK (share_activated_cb), row);
  g_signal_connect (controller, "leave", G_CALLBACK (share_left_cb), row);
  gtk_widget_add_controller (share, controller);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), share);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove Person"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove Person"), -1);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), row);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);

  g_object_set_data (G_OBJECT (row), share_key, share);
  g_object_set_data (G_OBJECT (row), remove_key, button);
  g_signal_connect (row, "changed", G_CALLBACK (name_changed_cb), self);
  _esp_position_editor_keep_text (self, row);
  adw_preferences_group_add (self->people_group, row);
  g_ptr_array_add (self->people, row);
}

static void
fill_person_row (EspPositionEditor *self,
                 EspOrganization   *organization,
                 guint              nth,
                 guint              n_holders)
{
  GtkWidget *row = g_ptr_array_index (self->people, nth);
  GtkWidget *share = g_object_get_data (G_OBJECT (row), share_key);
  gboolean is_person = nth < n_holders;
  guint32 n_words;
  const guint32 *words = esp_organization_get_list (
      organization, esp_organization_get (organization, ESP_TABLE_POSITIONS, self->position, ESP_POSITION_HOLDERS), &n_words);
  const EspHolder *holder = is_person ? (const EspHolder *) (gconstpointer) (words + nth * ESP_HOLDER_WORDS) : NULL;
  const char *part = holder != NULL ? esp_organization_get_string (organization, holder->share) : NULL;
  g_autofree char *text = esp_i18n_write_number (part);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), is_person ? _("Held By") : n_holders > 0 ? _("Shared With…") : _("Vacant: Who Holds It?"));
  _esp_position_editor_set_text (GTK_EDITABLE (row), is_person ? esp_position_get_holder (organization, self->position, nth) : "");
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), remove_key), is_person);
  gtk_widget_set_visible (share, is_person && (n_holders > 1 || part != NULL));
  if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (share)))))
    gtk_editable_set_text (GTK_EDITABLE (share), text);
}

/**
 * _esp_position_editor_show_people:
 * @self: an editor
 * @organization: where the position is
 *
 * A row for each holder, and one for one more. Rows stay as they are where they can, so that nobody is interrupted while writing.
 */
void
_esp_position_editor_show_people (EspPositionEditor *self,
                                  EspOrganization   *organization)
{
  guint n_holders = esp_position_get_n_holders (organization, self->position);

  while (self->people->len > n_holders + 1)
    {
      adw_preferences_group_remove (self->people_group, g_ptr_array_index (self->people, self->people->len - 1));
      g_ptr_array_set_size (self->people, self->people->len - 1);
    }
  while (self->people->len < n_holders + 1)
    add_person_row (self);
  for (guint i = 0; i < self->people->len; i++)
    fill_person_row (self, organization, i, n_holders);
}
