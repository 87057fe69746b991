/* esp-window-export.c — the chart leaves the window: as a file, on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-window-private.h"

#include "app/esp-export-dialog.h"
#include "app/esp-print.h"
#include "core/esp-i18n.h"

static gboolean
has_chart (EspWindow *self)
{
  return self->has_document && esp_session_get_scene (self->session) != NULL;
}

static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  EspWindow *self = user_data;
  GtkWindow *dialog;

  if (!has_chart (self))
    return;
  dialog = esp_export_dialog_new (GTK_WINDOW (self), self->session);
  g_signal_connect_object (dialog, "done", G_CALLBACK (esp_window_toast), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
printed_cb (GtkPrintOperation       *operation,
            GtkPrintOperationResult  result,
            EspWindow               *self)
{
  g_autoptr (GError) error = NULL;

  gtk_print_operation_get_error (operation, &error);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR && error != NULL)
    esp_window_toast (self, error->message);
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    esp_window_toast (self, _("Sent to the printer"));
}

static void
print_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  EspWindow *self = user_data;
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (!has_chart (self))
    return;
  operation = esp_print_new (self->session);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

void
_esp_window_init_export (EspWindow *self)
{
  const GActionEntry entries[] = { { "export", export_cb }, { "print", print_cb } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
