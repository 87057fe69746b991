/* esp-export-dialog.c — asks what the chart becomes as a file, and writes it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-export-dialog.h"

#include "esp-config.h"

#include "app/esp-file-filters.h"
#include "core/esp-i18n.h"
#include "io/esp-lent-file.h"
#include "session/esp-export.h"

/**
 * EspExportDialog:
 *
 * Format and content, then the place, then a wait that can be called off. A failure is told where one can try again.
 *
 * Signals: `done (const char *text)`: it is written; what to say about it.
 */
struct _EspExportDialog
{
  AdwWindow             parent_instance;

  /* template */
  GtkWidget            *export_button;
  GtkStack             *stack;
  GtkLabel             *failure_label;
  AdwComboRow          *format_row;
  GtkWidget            *size_row;
  GtkWidget            *picture_group;
  GtkSwitch            *whole_switch;
  GtkSwitch            *lines_switch;
  GtkSwitch            *legend_switch;
  GtkSwitch            *transparent_switch;
  GtkSpinner           *spinner;
  GtkLabel             *writing_label;

  EspSession           *session;
  GtkFileChooserNative *chooser;
  GCancellable         *cancellable; /* while it is written… */
  char                 *name;        /* …what to */
};

static guint done_signal;

G_DEFINE_FINAL_TYPE (EspExportDialog, esp_export_dialog, ADW_TYPE_WINDOW)

static EspExportFormat
get_format (EspExportDialog *self)
{
  return adw_combo_row_get_selected (self->format_row);
}

static void
on_format_changed (AdwComboRow     *row,
                   GParamSpec      *pspec,
                   EspExportDialog *self)
{
  gtk_widget_set_visible (self->size_row, get_format (self) == ESP_EXPORT_PNG);
  gtk_widget_set_visible (self->picture_group, get_format (self) < ESP_EXPORT_CSV);
}

static void
show_page (EspExportDialog *self,
           gboolean         is_writing)
{
  gtk_stack_set_visible_child_name (self->stack, is_writing ? "writing" : "options");
  gtk_spinner_set_spinning (self->spinner, is_writing);
  gtk_widget_set_sensitive (self->export_button, !is_writing);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (EspExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  double scale;
  gboolean is_done = esp_export_finish (ESP_SESSION (source), result, &scale, &error);

  g_clear_object (&self->cancellable);
  if (self->session == NULL)
    return; /* the window was closed meanwhile */
  if (is_done)
    {
      /* translators: %s is the name of a file; the second one is about a chart that was too large for it */
      text = scale == 1 ? g_strdup_printf (_("Exported “%s”"), self->name)
                        : g_strdup_printf (_("Exported “%s”, at %.0f %% of its size: the format has no room for more"), self->name, scale * 100);
      g_signal_emit (self, done_signal, 0, text);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  show_page (self, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->failure_label), !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  gtk_label_set_text (self->failure_label, error->message);
}

static void
place_cb (GtkNativeDialog *chooser,
          int              response,
          EspExportDialog *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  g_clear_object (&self->chooser);
  gtk_widget_set_visible (GTK_WIDGET (self->failure_label), esp_file_filters_explain (response) != NULL);
  if (file != NULL)
    esp_export_dialog_write (self, file);
  else if (esp_file_filters_explain (response) != NULL)
    gtk_label_set_text (self->failure_label, esp_file_filters_explain (response));
}

static void
on_export (GtkButton       *button,
           EspExportDialog *self)
{
  g_autofree char *title = g_strdup (esp_document_get_title (esp_session_get_document (self->session)));
  g_autofree char *name = g_strconcat (g_strdelimit (title, "/\\:*?\"<>|", '-'), esp_export_get_ending (get_format (self)), NULL);

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_("Export the Chart"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (place_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* While it is written, closing calls that off. */
static gboolean
esp_export_dialog_close_request (GtkWindow *window)
{
  EspExportDialog *self = ESP_EXPORT_DIALOG (window);

  if (self->cancellable != NULL)
    {
      g_cancellable_cancel (self->cancellable);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (esp_export_dialog_parent_class)->close_request (window);
}

static void
esp_export_dialog_dispose (GObject *object)
{
  EspExportDialog *self = ESP_EXPORT_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (esp_export_dialog_parent_class)->dispose (object);
}

static void
esp_export_dialog_finalize (GObject *object)
{
  g_free (ESP_EXPORT_DIALOG (object)->name);

  G_OBJECT_CLASS (esp_export_dialog_parent_class)->finalize (object);
}

static void
esp_export_dialog_class_init (EspExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = esp_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = esp_export_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = esp_export_dialog_close_request;

  done_signal = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EspExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, EspExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, EspExportDialog, failure_label);
  gtk_widget_class_bind_template_child (widget_class, EspExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, EspExportDialog, size_row);
  gtk_widget_class_bind_template_child (widget_class, EspExportDialog, picture_group);
  gtk_widget_class_bind_template_child (widget_class, EspExportDialog, whole_switch);
  gtk_widget_class_bind_template_child (widget_class, EspExportDialog, lines_switch);
  gtk_widget_class_bind_template_child (widget_class, EspExportDialog, legend_switch);
  gtk_widget_class_bind_template_child (widget_class, EspExportDialog, transparent_switch);
  gtk_widget_class_bind_template_child (widget_class, EspExportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, EspExportDialog, writing_label);
  gtk_widget_class_bind_template_callback (widget_class, on_export);
  gtk_widget_class_bind_template_callback (widget_class, on_format_changed);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
esp_export_dialog_init (EspExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  on_format_changed (self->format_row, NULL, self);
}

/**
 * esp_export_dialog_new:
 * @parent: the window it is asked in
 * @session: whose chart to write; it has a scene
 *
 * Returns: (transfer none): a dialog, to be presented
 */
GtkWindow *
esp_export_dialog_new (GtkWindow  *parent,
                       EspSession *session)
{
  EspExportDialog *self = g_object_new (ESP_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  gtk_switch_set_active (self->lines_switch, esp_session_get_show_lines (session));
  return GTK_WINDOW (self);
}

/**
 * esp_export_dialog_write:
 * @self: a dialog
 * @file: where to
 *
 * Writes what was chosen. The dialog says so, and closes when it is done.
 */
void
esp_export_dialog_write (EspExportDialog *self,
                         GFile           *file)
{
  static const double scales[] = { 1, 2, 0.5 };
  EspExportOptions options;
  g_autofree char *text = NULL;

  g_return_if_fail (ESP_IS_EXPORT_DIALOG (self));
  g_return_if_fail (self->cancellable == NULL);

  options = (EspExportOptions) { get_format (self), gtk_switch_get_active (self->whole_switch), gtk_switch_get_active (self->lines_switch),
                                 gtk_switch_get_active (self->legend_switch), gtk_switch_get_active (self->transparent_switch),
                                 scales[adw_combo_row_get_selected (ADW_COMBO_ROW (self->size_row))] };
  g_free (self->name);
  self->name = esp_file_get_name (file);
  /* translators: %s is the name of a file */
  text = g_strdup_printf (_("Writing “%s”…"), self->name);
  gtk_label_set_text (self->writing_label, text);
  show_page (self, TRUE);
  self->cancellable = g_cancellable_new ();
  esp_export_async (self->session, &options, file, self->cancellable, exported_cb, g_object_ref (self));
}
