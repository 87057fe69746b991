/* esp-inspector-edit.c — the edits that the inspector offers: title, holders, scope, vacancy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-inspector.h"

#include "chart/esp-inspector-private.h"
#include "core/esp-i18n.h"
#include "organization/esp-edits.h"

static const char nth_key[] = "esp-nth";

/* One edit on its way to the document: it may have to wait until the document is written */
typedef struct
{
  EspIx    position;
  guint32  nth;
  EspScope scope;
  char    *text;
} Edit;

static void
free_edit (gpointer data)
{
  Edit *edit = data;

  g_free (edit->text);
  g_free (edit);
}

static void
send_edit (EspInspector *self,
           EspEditFunc   func,
           const char   *text,
           guint32       nth,
           EspScope      scope)
{
  EspIx position = esp_session_get_selected_position (self->session);
  Edit *edit;

  if (position == ESP_IX_NONE)
    return;
  edit = g_new (Edit, 1);
  *edit = (Edit) { position, nth, scope, g_strdup (text) };
  esp_document_edit (esp_session_get_document (self->session), func, edit, free_edit);
}

static void
retitle (EspOrganization *organization,
         gpointer         user_data)
{
  Edit *edit = user_data;

  esp_edit_retitle (organization, edit->position, edit->text, NULL);
}

static void
rename_holder (EspOrganization *organization,
               gpointer         user_data)
{
  Edit *edit = user_data;

  if (edit->nth <= esp_position_get_n_holders (organization, edit->position))
    esp_edit_rename_holder (organization, edit->position, edit->nth, edit->text, NULL);
}

static void
vacate (EspOrganization *organization,
        gpointer         user_data)
{
  esp_edit_vacate (organization, ((Edit *) user_data)->position);
}

static void
set_scope (EspOrganization *organization,
           gpointer         user_data)
{
  Edit *edit = user_data;

  esp_edit_set_scope (organization, edit->position, edit->scope);
}

static char *
get_row_text (gpointer row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

/* An empty title or name is no change: what was there comes back */

static void
on_title_applied (AdwEntryRow  *row,
                  EspInspector *self)
{
  g_autofree char *text = get_row_text (row);
  EspIx position = esp_session_get_selected_position (self->session);

  if (*text != '\0')
    send_edit (self, retitle, text, 0, 0);
  else if (position != ESP_IX_NONE)
    gtk_editable_set_text (GTK_EDITABLE (row), esp_position_get_title (esp_session_get_organization (self->session), position));
}

static void
holder_applied_cb (AdwEntryRow  *row,
                   EspInspector *self)
{
  guint nth = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), nth_key));
  g_autofree char *text = get_row_text (row);
  EspIx position = esp_session_get_selected_position (self->session);

  if (*text != '\0')
    send_edit (self, rename_holder, text, nth, 0);
  else if (position != ESP_IX_NONE)
    _esp_inspector_show_holders (self, esp_session_get_organization (self->session), position);
}

static void
on_scope_selected (AdwComboRow  *row,
                   GParamSpec   *pspec,
                   EspInspector *self)
{
  if (!self->is_filling)
    send_edit (self, set_scope, NULL, 0, (EspScope) adw_combo_row_get_selected (row));
}

static void
vacate_cb (GtkButton    *button,
           EspInspector *self)
{
  send_edit (self, vacate, NULL, 0, 0);
}

static void
add_holder_row (EspInspector *self,
                guint32       nth,
                const char   *name,
                const char   *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), name);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), nth_key, GUINT_TO_POINTER (nth));
  g_signal_connect (row, "apply", G_CALLBACK (holder_applied_cb), self);
  adw_preferences_group_add (self->holders_group, row);
  g_ptr_array_add (self->holders, row);
}

static void
add_vacate_row (EspInspector *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Make Vacant"));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Make Vacant"), -1);
  g_signal_connect (button, "clicked", G_CALLBACK (vacate_cb), self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Make Vacant"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("The position stays, its holder goes"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->holders_group, row);
  g_ptr_array_add (self->holders, row);
}

/* Same number of people: the rows stay, and with them the focus */
static gboolean
refill_rows (EspInspector    *self,
             EspOrganization *organization,
             EspIx            position)
{
  guint32 n = esp_position_get_n_holders (organization, position);

  if (n == 0 || self->holders->len != n + 1)
    return FALSE;
  for (guint32 i = 0; i < n; i++)
    {
      const char *name = esp_position_get_holder (organization, position, i);

      gtk_editable_set_text (g_ptr_array_index (self->holders, i), name != NULL ? name : "");
    }
  return TRUE;
}

/**
 * _esp_inspector_show_holders:
 * @self: an inspector
 * @organization: where the position is
 * @position: whose holders
 *
 * Makes a row for each holder, or an empty one for the first.
 */
void
_esp_inspector_show_holders (EspInspector    *self,
                             EspOrganization *organization,
                             EspIx            position)
{
  guint32 n = esp_position_get_n_holders (organization, position);

  if (refill_rows (self, organization, position))
    return;
  for (guint i = 0; i < self->holders->len; i++)
    adw_preferences_group_remove (self->holders_group, g_ptr_array_index (self->holders, i));
  g_ptr_array_set_size (self->holders, 0);

  for (guint32 i = 0; i < n; i++)
    {
      const char *name = esp_position_get_holder (organization, position, i);

      add_holder_row (self, i, name != NULL ? name : "", _("Held By"));
    }
  if (n == 0)
    add_holder_row (self, 0, "", _("Vacant: Who Holds It?"));
  else
    add_vacate_row (self);
}

void
_esp_inspector_install_edits (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_title_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_scope_selected);
}
