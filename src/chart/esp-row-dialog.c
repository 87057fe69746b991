/* esp-row-dialog.c — asks for a position or a unit, by searching
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-row-dialog.h"

#include "esp-config.h"

#include "chart/esp-line-words.h"
#include "core/esp-i18n.h"

static const char row_key[] = "esp-row";

/**
 * EspRowDialog:
 *
 * A search, and what it finds, each with where it is; what cannot be chosen says why. Enter takes the first that can be. What is chosen becomes the target
 * of a command on what was selected when the dialog was opened.
 */
struct _EspRowDialog
{
  AdwWindow       parent_instance;

  /* template */
  AdwWindowTitle *title;
  GtkWidget      *kind_group;
  AdwComboRow    *kind_row;
  GtkEditable    *entry;
  GtkListBox     *list;
  GtkLabel       *placeholder;

  EspSession     *session;
  EspLookup      *lookup;
  EspCommand      command; /* its rows are those of @rows */
  GArray         *rows;    /* EspRowKey */
  char           *none;    /* NULL: nothing cannot be chosen */
};

G_DEFINE_FINAL_TYPE (EspRowDialog, esp_row_dialog, ADW_TYPE_WINDOW)

static EspRowKey
get_row_key (GtkListBoxRow *row)
{
  return *(const EspRowKey *) g_object_get_data (G_OBJECT (row), row_key);
}

static gboolean
is_move (EspRowDialog *self)
{
  return self->command.kind == ESP_COMMAND_MOVE;
}

static void
choose (EspRowDialog *self,
        EspRowKey     key)
{
  EspCommand command = self->command;

  command.target = key;
  if (command.kind == ESP_COMMAND_ADD_LINE)
    command.value = adw_combo_row_get_selected (self->kind_row);
  esp_session_edit (self->session, &command);
  gtk_window_close (GTK_WINDOW (self));
}

/* Where a position or a unit is: who holds it, and what it is in */
static char *
describe (EspOrganization *organization,
          EspRowKey        key)
{
  EspIx ix = ESP_ROW_IX (key);
  gboolean is_unit = ESP_ROW_TABLE (key) == ESP_TABLE_UNITS;
  EspIx in = is_unit ? esp_unit_get_parent (organization, ix) : esp_position_get_unit (organization, ix);
  g_autofree char *holders = is_unit ? g_strdup (_("Unit")) : esp_position_get_holders_text (organization, ix);
  const char *parts[3] = { NULL };
  guint n = 0;

  if (*holders != '\0')
    parts[n++] = holders;
  if (in != ESP_IX_NONE)
    parts[n++] = esp_unit_get_name (organization, in);
  return g_strjoinv (" · ", (char **) parts);
}

static void
add_row (EspRowDialog *self,
         EspRowKey     key)
{
  EspOrganization *organization = esp_session_get_organization (self->session);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  EspCommand command = self->command;
  gboolean can = TRUE;

  command.target = key;
  if (is_move (self))
    can = esp_session_can_edit (self->session, &command, &error);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  if (key == ESP_ROW_KEY_NONE)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), self->none);
  else
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ESP_ROW_TABLE (key) == ESP_TABLE_UNITS
                                                                  ? esp_unit_get_name (organization, ESP_ROW_IX (key))
                                                                  : esp_position_get_title (organization, ESP_ROW_IX (key)));
  if (error != NULL)
    words = g_strdup (error->message);
  else if (key != ESP_ROW_KEY_NONE)
    words = describe (organization, key);
  if (words != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  gtk_widget_set_sensitive (row, can);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), row_key, g_memdup2 (&key, sizeof key), g_free);
  gtk_list_box_append (self->list, row);
}

static void
found_cb (EspRowDialog *self)
{
  GArray *rows = esp_lookup_get_rows (self->lookup);
  GtkWidget *child;

  while ((child = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))) != NULL)
    gtk_list_box_remove (self->list, child);
  if (self->none != NULL && *gtk_editable_get_text (self->entry) == '\0')
    add_row (self, ESP_ROW_KEY_NONE);
  for (guint i = 0; i < rows->len; i++)
    add_row (self, g_array_index (rows, EspRowKey, i));
  gtk_label_set_label (self->placeholder, _("Nothing found"));
}

static void
on_search_changed (EspRowDialog *self)
{
  esp_lookup_find (self->lookup, gtk_editable_get_text (self->entry));
}

static GtkListBoxRow *
find_first (EspRowDialog *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_sensitive (GTK_WIDGET (row)))
      return row;
  return NULL;
}

static void
on_activate (EspRowDialog *self)
{
  GtkListBoxRow *row = find_first (self);

  if (row != NULL && *gtk_editable_get_text (self->entry) != '\0')
    choose (self, get_row_key (row));
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
on_next_match (EspRowDialog *self)
{
  GtkListBoxRow *row = find_first (self);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
on_stop_search (EspRowDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_row_activated (EspRowDialog  *self,
                  GtkListBoxRow *row)
{
  choose (self, get_row_key (row));
}

static void
esp_row_dialog_dispose (GObject *object)
{
  EspRowDialog *self = ESP_ROW_DIALOG (object);

  g_clear_object (&self->lookup);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), ESP_TYPE_ROW_DIALOG);

  G_OBJECT_CLASS (esp_row_dialog_parent_class)->dispose (object);
}

static void
esp_row_dialog_finalize (GObject *object)
{
  EspRowDialog *self = ESP_ROW_DIALOG (object);

  g_clear_pointer (&self->rows, g_array_unref);
  g_free (self->none);

  G_OBJECT_CLASS (esp_row_dialog_parent_class)->finalize (object);
}

static void
esp_row_dialog_class_init (EspRowDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = esp_row_dialog_dispose;
  object_class->finalize = esp_row_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/row-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EspRowDialog, title);
  gtk_widget_class_bind_template_child (widget_class, EspRowDialog, kind_group);
  gtk_widget_class_bind_template_child (widget_class, EspRowDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, EspRowDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, EspRowDialog, list);
  gtk_widget_class_bind_template_child (widget_class, EspRowDialog, placeholder);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_next_match);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
esp_row_dialog_init (EspRowDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
open_dialog (GtkWindow        *parent,
             EspSession       *session,
             const EspCommand *command,
             guint             tables,
             const char       *title,
             const char       *none)
{
  EspRowDialog *self;

  if (esp_session_get_organization (session) == NULL || esp_session_get_n_selected (session) == 0)
    return;
  self = g_object_new (ESP_TYPE_ROW_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  self->session = g_object_ref (session);
  self->rows = g_array_copy (esp_session_get_selected (session));
  self->command = *command;
  self->command.rows = (const EspRowKey *) (gpointer) self->rows->data;
  self->command.n_rows = self->rows->len;
  self->none = g_strdup (none);
  self->lookup = esp_lookup_new (esp_session_get_document (session), tables);
  g_signal_connect_object (self->lookup, "found", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->title, title);
  gtk_widget_set_visible (self->kind_group, command->kind == ESP_COMMAND_ADD_LINE);
  if (command->kind == ESP_COMMAND_ADD_LINE)
    {
      g_autoptr (GtkStringList) kinds = esp_line_words_create_list ();

      adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
      adw_combo_row_set_selected (self->kind_row, ESP_LINE_DOTTED);
    }
  esp_lookup_find (self->lookup, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_window_present (GTK_WINDOW (self));
}

static char *
get_move_title (EspSession *session)
{
  EspOrganization *organization = esp_session_get_organization (session);
  guint n = esp_session_get_n_selected (session);
  EspTable table;
  EspIx ix;

  if (n > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Move %u Card", "Move %u Cards", n), n);
  esp_session_get_selection (session, &table, &ix);
  /* Translators: the title of a dialog; %s is the title of a position or the name of a unit */
  return g_strdup_printf (_("Move %s"), table == ESP_TABLE_UNITS ? esp_unit_get_name (organization, ix) : esp_position_get_title (organization, ix));
}

/**
 * esp_row_dialog_move:
 * @parent: the window it is asked in
 * @session: whose selection is moved
 *
 * Asks whom the selected positions shall report to, or in which unit they, or the selected units, shall be.
 */
void
esp_row_dialog_move (GtkWindow  *parent,
                     EspSession *session)
{
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_MOVE);
  g_autofree char *title = NULL;
  gboolean is_unit;

  if (esp_session_get_n_selected (session) == 0)
    return;
  is_unit = ESP_ROW_TABLE (g_array_index (esp_session_get_selected (session), EspRowKey, 0)) == ESP_TABLE_UNITS;
  title = get_move_title (session);
  open_dialog (parent, session, &command, is_unit ? ESP_LOOKUP_UNITS : ESP_LOOKUP_UNITS | ESP_LOOKUP_POSITIONS, title,
               is_unit ? _("Part of No Unit") : _("Nobody Above"));
}

/**
 * esp_row_dialog_add_line:
 * @parent: the window it is asked in
 * @session: whose selected positions get a line
 *
 * Asks where a secondary line shall lead, and of what kind it is.
 */
void
esp_row_dialog_add_line (GtkWindow  *parent,
                         EspSession *session)
{
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_ADD_LINE);

  open_dialog (parent, session, &command, ESP_LOOKUP_POSITIONS, _("Add a Line To"), NULL);
}

/**
 * esp_row_dialog_set_line_end:
 * @parent: the window it is asked in
 * @session: whose selected position has the line
 * @nth: which of its lines
 *
 * Asks where a secondary line shall lead.
 */
void
esp_row_dialog_set_line_end (GtkWindow  *parent,
                             EspSession *session,
                             guint       nth)
{
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_SET_LINE_END);

  command.nth = nth;
  open_dialog (parent, session, &command, ESP_LOOKUP_POSITIONS, _("Lead the Line To"), NULL);
}

/**
 * esp_row_dialog_set_head:
 * @parent: the window it is asked in
 * @session: whose selected unit gets a head
 *
 * Asks who heads the unit.
 */
void
esp_row_dialog_set_head (GtkWindow  *parent,
                         EspSession *session)
{
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_SET_HEAD);

  open_dialog (parent, session, &command, ESP_LOOKUP_POSITIONS, _("Who Heads It?"), _("Found by the Lines"));
}
