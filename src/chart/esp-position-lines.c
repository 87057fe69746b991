/* esp-position-lines.c — the secondary lines of a position, in the editor
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-position-editor-private.h"

#include "chart/esp-line-words.h"
#include "chart/esp-row-dialog.h"
#include "core/esp-i18n.h"

typedef struct
{
  EspPositionEditor *editor; /* borrowed: has it */
  guint              nth;
  GtkWidget         *row;
  AdwComboRow       *kind;
  AdwEntryRow       *share;
  GtkWidget         *go;
} LineRow;

void
_esp_position_editor_free_line (gpointer data)
{
  g_free (data);
}

static void
kind_selected_cb (LineRow *line)
{
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_SET_LINE_KIND);

  command.nth = line->nth;
  command.value = adw_combo_row_get_selected (line->kind);
  if (command.value != GTK_INVALID_LIST_POSITION)
    _esp_position_editor_send (line->editor, &command);
}

static void
share_applied_cb (LineRow *line)
{
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_SET_LINE_SHARE);

  command.nth = line->nth;
  command.text = gtk_editable_get_text (GTK_EDITABLE (line->share));
  _esp_position_editor_send (line->editor, &command);
}

static const EspLine *
get_line (EspPositionEditor *self,
          EspOrganization   *organization,
          guint              nth,
          guint             *n_lines)
{
  guint32 n;
  const guint32 *words = esp_organization_get_list (
      organization, esp_organization_get (organization, ESP_TABLE_POSITIONS, self->position, ESP_POSITION_LINES), &n);

  if (n_lines != NULL)
    *n_lines = n / ESP_LINE_WORDS;
  return nth < n / ESP_LINE_WORDS ? (const EspLine *) (gconstpointer) (words + nth * ESP_LINE_WORDS) : NULL;
}

static void
go_cb (LineRow *line)
{
  EspOrganization *organization = esp_session_get_organization (line->editor->session);
  const EspLine *data = get_line (line->editor, organization, line->nth, NULL);
  EspIx to = data != NULL ? esp_organization_find (organization, ESP_TABLE_POSITIONS, data->to) : ESP_IX_NONE;

  if (to != ESP_IX_NONE)
    esp_session_reveal (line->editor->session, ESP_TABLE_POSITIONS, to);
}

static void
lead_cb (LineRow *line)
{
  esp_row_dialog_set_line_end (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (line->editor))), line->editor->session, line->nth);
}

static void
remove_cb (LineRow *line)
{
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_REMOVE_LINE);

  command.nth = line->nth;
  _esp_position_editor_send (line->editor, &command);
}

static GtkWidget *
add_button (LineRow    *line,
            GtkWidget  *box,
            const char *icon_name,
            const char *text,
            GCallback   callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, text);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_swapped (button, "clicked", callback, line);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_line_row (EspPositionEditor *self)
{
  LineRow *line = g_new0 (LineRow, 1);
  g_autoptr (GtkStringList) kinds = esp_line_words_create_list ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  line->editor = self;
  line->nth = self->lines->len;
  line->row = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line->row), FALSE);

  line->kind = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line->kind), _("Kind"));
  adw_combo_row_set_model (line->kind, G_LIST_MODEL (kinds));
  g_signal_connect_swapped (line->kind, "notify::selected", G_CALLBACK (kind_selected_cb), line);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (line->row), GTK_WIDGET (line->kind));

  line->share = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line->share), _("Share of Time"));
  adw_entry_row_set_show_apply_button (line->share, TRUE);
  g_signal_connect_swapped (line->share, "apply", G_CALLBACK (share_applied_cb), line);
  _esp_position_editor_keep_text (self, GTK_WIDGET (line->share));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (line->row), GTK_WIDGET (line->share));

  line->go = add_button (line, box, "go-next-symbolic", _("Go There"), G_CALLBACK (go_cb));
  add_button (line, box, "document-edit-symbolic", _("Lead Elsewhere…"), G_CALLBACK (lead_cb));
  add_button (line, box, "user-trash-symbolic", _("Delete Line"), G_CALLBACK (remove_cb));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (line->row), box);

  adw_preferences_group_add (self->lines_group, line->row);
  g_ptr_array_add (self->lines, line);
}

static void
fill_line_row (EspPositionEditor *self,
               EspOrganization   *organization,
               LineRow           *line)
{
  const EspLine *data = get_line (self, organization, line->nth, NULL);
  EspIx to = esp_organization_find (organization, ESP_TABLE_POSITIONS, data->to);
  EspLineKind kind = esp_line_kind_from_string (esp_organization_get_string (organization, data->kind));
  g_autofree char *share = esp_i18n_write_number (esp_organization_get_string (organization, data->share));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line->row), to != ESP_IX_NONE ? esp_position_get_title (organization, to)
                                                                                     : esp_organization_get_string (organization, data->to));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (line->row), esp_line_words_get_name (kind));
  adw_combo_row_set_selected (line->kind, kind);
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (line->share)), share))
    gtk_editable_set_text (GTK_EDITABLE (line->share), share);
  gtk_widget_set_sensitive (line->go, to != ESP_IX_NONE);
}

/**
 * _esp_position_editor_show_lines:
 * @self: an editor
 * @organization: where the position is
 *
 * A row for each secondary line. Rows stay as they are where they can, open or not.
 */
void
_esp_position_editor_show_lines (EspPositionEditor *self,
                                 EspOrganization   *organization)
{
  guint n_lines;

  get_line (self, organization, 0, &n_lines);
  while (self->lines->len > n_lines)
    {
      LineRow *line = g_ptr_array_index (self->lines, self->lines->len - 1);

      adw_preferences_group_remove (self->lines_group, line->row);
      g_ptr_array_set_size (self->lines, self->lines->len - 1);
    }
  while (self->lines->len < n_lines)
    add_line_row (self);
  for (guint i = 0; i < self->lines->len; i++)
    fill_line_row (self, organization, g_ptr_array_index (self->lines, i));
}
