/* esp-window-import.c — foreign tables: looked at before they are opened, dropped as text, pasted; the data doctor
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-window-private.h"

#include <string.h>

#include "app/esp-application.h"
#include "app/esp-doctor-window.h"
#include "app/esp-import-dialog.h"
#include "app/esp-import-memory.h"
#include "app/esp-settings.h"
#include "core/esp-i18n.h"

/* What is looked at */
typedef struct
{
  GFile  *file;
  GBytes *bytes;
} Look;

static void
look_free (Look *look)
{
  g_clear_object (&look->file);
  g_clear_pointer (&look->bytes, g_bytes_unref);
  g_free (look);
}

static void
look_worker (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Look *look = task_data;
  GError *error = NULL;
  EspTablePreview *preview = look->bytes != NULL ? esp_table_preview_new_for_bytes (look->bytes, _("Pasted table"), &error)
                                                 : esp_table_preview_new (look->file, cancellable, &error);

  if (preview != NULL)
    g_task_return_pointer (task, preview, (GDestroyNotify) esp_table_preview_unref);
  else
    g_task_return_error (task, error);
}

static void
done_cb (EspImportDialog *dialog,
         gboolean         is_accepted,
         EspWindow       *self)
{
  g_autoptr (EspTableMapping) mapping = is_accepted ? esp_import_dialog_get_mapping (dialog) : NULL;
  EspDocument *document = g_object_get_data (G_OBJECT (dialog), "document");

  self->import_dialog = NULL;
  if (self->loading != document)
    return; /* the window was asked for something else meanwhile */
  if (is_accepted)
    {
      esp_document_set_mapping (document, mapping);
      esp_loading_page_set_document (self->loading_page, document);
      _esp_window_start_reading (self, document);
    }
  else
    {
      _esp_window_stop_loading (self);
      if (!self->has_document)
        esp_window_show_welcome (self);
      _esp_window_update_page (self);
    }
}

static void
ask (EspWindow       *self,
     EspDocument     *document,
     EspTablePreview *preview)
{
  EspImportDialog *dialog = esp_import_dialog_new (GTK_WINDOW (self), preview, esp_document_get_title (document));

  if (self->import_dialog != NULL)
    gtk_window_destroy (self->import_dialog);
  self->import_dialog = GTK_WINDOW (dialog);
  g_clear_handle_id (&self->loading_id, g_source_remove);
  g_object_set_data_full (G_OBJECT (dialog), "document", g_object_ref (document), g_object_unref);
  g_signal_connect_object (dialog, "done", G_CALLBACK (done_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (EspWindow) self = user_data;
  EspDocument *document = g_object_get_data (G_OBJECT (result), "document");
  g_autoptr (GError) error = NULL;
  g_autoptr (EspTablePreview) preview = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (EspTableMapping) recalled = NULL;

  if (self->loading != document || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* what cannot be looked at cannot be read: reading says why */
  if (preview == NULL || esp_table_preview_is_ours (preview))
    {
      _esp_window_start_reading (self, document);
      return;
    }
  if (g_settings_get_boolean (esp_settings_get_default (), "import-ask"))
    {
      ask (self, document, preview);
      return;
    }
  recalled = esp_import_memory_recall (preview);
  esp_document_set_mapping (document, recalled != NULL ? recalled : esp_table_preview_get_guess (preview));
  _esp_window_start_reading (self, document);
}

/* Looks at what @self->loading will be read from; a foreign table is shown before it is opened. */
void
_esp_window_look (EspWindow   *self,
                  EspDocument *document)
{
  GFile *file = esp_document_get_file (document);
  GBytes *bytes = esp_document_get_bytes (document);
  g_autoptr (GTask) task = NULL;
  Look *look;

  if (file == NULL && bytes == NULL)
    {
      _esp_window_start_reading (self, document);
      return;
    }
  task = g_task_new (NULL, self->load_cancellable, looked_cb, g_object_ref (self));
  look = g_new0 (Look, 1);
  look->file = file != NULL ? g_object_ref (file) : NULL;
  look->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  g_object_set_data_full (G_OBJECT (task), "document", g_object_ref (document), g_object_unref);
  g_task_set_source_tag (task, _esp_window_look);
  g_task_set_task_data (task, look, (GDestroyNotify) look_free);
  g_task_run_in_thread (task, look_worker);
}

/* Most foreign files say who reports to whom, and of units no more than their names: the chart of units would be a heap of them. */
void
_esp_window_choose_chart (EspWindow *self)
{
  EspDocument *document = esp_session_get_document (self->session);
  const EspLoadReport *report = esp_document_get_report (document);
  EspOrganization *organization = esp_document_get_organization (document);

  if (report == NULL || report->is_ours || organization == NULL)
    return;
  if (esp_organization_peek_column (organization, ESP_TABLE_UNITS, ESP_UNIT_PARENT) == NULL &&
      esp_organization_peek_column (organization, ESP_TABLE_POSITIONS, ESP_POSITION_REPORTS_TO) != NULL)
    g_object_set (self->session, "chart", "reporting", NULL);
}

/* Opens a table that was dropped or pasted. Returns: whether there is anything in it */
gboolean
_esp_window_open_text (EspWindow  *self,
                       const char *text)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (EspDocument) document = NULL;

  if (text == NULL || *text == '\0')
    return FALSE;

  bytes = g_bytes_new (text, strlen (text));
  document = esp_document_new_for_bytes (bytes);
  esp_application_show_document (ESP_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), document, self);
  return TRUE;
}

static void
text_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (EspWindow) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (!_esp_window_open_text (self, text))
    esp_window_toast (self, _("There is no table to paste"));
}

static void
paste_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  EspWindow *self = user_data;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, text_cb, g_object_ref (self));
}

static void
doctor_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  EspWindow *self = user_data;

  if (!self->has_document)
    return;
  if (self->doctor == NULL)
    g_set_weak_pointer (&self->doctor, esp_doctor_window_new (GTK_WINDOW (self), self->session));
  gtk_window_present (self->doctor);
}

void
_esp_window_init_import (EspWindow *self)
{
  const GActionEntry entries[] = { { "paste-table", paste_cb }, { "doctor", doctor_cb } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
