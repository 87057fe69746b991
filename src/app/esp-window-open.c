/* esp-window-open.c — opening: choosing a file, dropping one, reading it, and what is shown meanwhile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-window-private.h"

#include "app/esp-application.h"
#include "app/esp-file-filters.h"
#include "app/esp-recent.h"
#include "core/esp-i18n.h"

/* What is read within this time needs no page of its own. */
#define LOADING_PAGE_DELAY_MS 300

void
_esp_window_stop_loading (EspWindow *self)
{
  g_clear_handle_id (&self->loading_id, g_source_remove);
  esp_loading_page_set_document (self->loading_page, NULL);
  g_clear_object (&self->loading);
  g_clear_object (&self->load_cancellable);
  _esp_window_set_enabled (self, "cancel-load", FALSE);
}

static gboolean
loading_cb (gpointer user_data)
{
  EspWindow *self = user_data;

  self->loading_id = 0;
  _esp_window_update_page (self);
  return G_SOURCE_REMOVE;
}

static void
take_failure (EspWindow   *self,
              EspDocument *document,
              GError      *error)
{
  self->has_failed = TRUE;
  esp_error_page_set_error (self->error_page, esp_document_get_title (document), error);
}

/* No row is lost silently. */
static void
say_skipped (EspWindow   *self,
             EspDocument *document)
{
  const EspLoadReport *report = esp_document_get_report (document);
  g_autofree char *text = NULL;

  if (report == NULL || report->n_skipped == 0)
    return;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row could not be read and is not shown", "%'u rows could not be read and are not shown",
                                       report->n_skipped),
                          report->n_skipped);
  esp_window_toast (self, text);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (EspWindow) self = user_data;
  EspDocument *document = ESP_DOCUMENT (source);
  g_autoptr (GError) error = NULL;
  gboolean is_ready = esp_document_load_finish (document, result, &error);

  if (self->loading != document || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* the window is gone, or was asked for something else meanwhile, or for the same again */
  _esp_window_stop_loading (self);
  if (is_ready)
    {
      if (esp_document_get_file (document) != NULL)
        esp_recent_add (esp_document_get_file (document));
      _esp_window_set_document (self, document);
      _esp_window_choose_chart (self);
      say_skipped (self, document);
    }
  else
    {
      take_failure (self, document, error);
      _esp_window_update_page (self);
    }
}

static void
start_loading (EspWindow   *self,
               EspDocument *document)
{
  _esp_window_cancel_load (self);
  self->has_failed = FALSE;
  self->loading = g_object_ref (document);
  self->load_cancellable = g_cancellable_new ();
  self->loading_id = g_timeout_add (LOADING_PAGE_DELAY_MS, loading_cb, self);
  esp_loading_page_set_document (self->loading_page, document);
  _esp_window_set_enabled (self, "cancel-load", TRUE);
  /* nothing to look at meanwhile: an empty window, not the page of examples */
  if (!self->has_document && !self->is_welcome)
    gtk_stack_set_visible_child_name (self->page_stack, "blank");
  _esp_window_update_page (self);
  _esp_window_look (self, document);
  _esp_window_create_session (self);
}

/* Reads what was looked at, or needs no look. */
void
_esp_window_start_reading (EspWindow   *self,
                           EspDocument *document)
{
  esp_document_load_async (document, self->load_cancellable, loaded_cb, g_object_ref (self));
}

/**
 * esp_window_show_document:
 * @self: a window
 * @document: a document; it is read if it was not yet
 *
 * Shows @document in place of what is shown. What is shown stays until it is read, and if it cannot be.
 */
void
esp_window_show_document (EspWindow   *self,
                          EspDocument *document)
{
  g_return_if_fail (ESP_IS_WINDOW (self));
  g_return_if_fail (ESP_IS_DOCUMENT (document));

  if (esp_document_get_organization (document) != NULL)
    {
      _esp_window_cancel_load (self);
      _esp_window_set_document (self, document);
    }
  else
    {
      start_loading (self, document);
    }
}

/* Stops reading; what was shown before is shown again. */
void
_esp_window_cancel_load (EspWindow *self)
{
  if (self->loading == NULL)
    return;
  g_cancellable_cancel (self->load_cancellable);
  _esp_window_stop_loading (self);
}

static void
reloaded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (EspWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (esp_document_load_finish (ESP_DOCUMENT (source), result, &error))
    esp_window_toast (self, _("Opened again as it is on disk"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    esp_window_toast (self, error->message);
}

/* Reads the document's file again; changes are lost once that succeeds. */
void
_esp_window_reload (EspWindow *self)
{
  esp_document_load_async (esp_window_get_document (self), NULL, reloaded_cb, g_object_ref (self));
}

static void
open_file (EspWindow *self,
           GFile     *file)
{
  g_autoptr (EspDocument) document = esp_document_new_for_file (file);

  esp_application_show_document (ESP_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), document, self);
}

static void
chosen_cb (GtkNativeDialog *dialog,
           int              response,
           EspWindow       *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_clear_object (&self->chooser);
  if (file != NULL)
    open_file (self, file);
  else if (esp_file_filters_explain (response) != NULL)
    esp_window_toast (self, esp_file_filters_explain (response));
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  EspWindow *self = user_data;

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_("Open an Organization"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  esp_file_filters_add_to_open (GTK_FILE_CHOOSER (self->chooser));
  g_signal_connect (self->chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
open_uri_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  g_autoptr (GFile) file = esp_io_file_for_argument (g_variant_get_string (parameter, NULL));

  open_file (user_data, file);
}

/* One document, seen in two ways at a time */
static void
another_window_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  EspWindow *window = esp_window_new (gtk_window_get_application (user_data));

  esp_window_show_document (window, esp_window_get_document (user_data));
  gtk_window_present (GTK_WINDOW (window));
}

static void
cancel_load_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  _esp_window_cancel_load (user_data);
  _esp_window_update_page (user_data);
}

static void
dismiss_error_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  EspWindow *self = user_data;

  self->has_failed = FALSE;
  _esp_window_update_page (self);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         EspWindow     *self)
{
  GSList *files;

  if (G_VALUE_HOLDS_STRING (value))
    return _esp_window_open_text (self, g_value_get_string (value));
  files = g_value_get_boxed (value);
  for (GSList *l = files; l != NULL; l = l->next)
    open_file (self, l->data);
  return files != NULL;
}

/* A split button names its arrow in a tooltip alone. */
static void
name_arrow (EspWindow *self)
{
  for (GtkWidget *part = gtk_widget_get_first_child (GTK_WIDGET (self->open_button)); part != NULL; part = gtk_widget_get_next_sibling (part))
    {
      if (GTK_IS_MENU_BUTTON (part))
        gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                        adw_split_button_get_dropdown_tooltip (self->open_button), -1);
    }
}

void
_esp_window_init_open (EspWindow *self)
{
  const GActionEntry entries[] = {
    { "open", open_cb },
    { "open-uri", open_uri_cb, "s" },
    { "another-window", another_window_cb },
    { "cancel-load", cancel_load_cb },
    { "dismiss-error", dismiss_error_cb },
  };
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING }; /* files, or a table as text */
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  name_arrow (self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  _esp_window_init_import (self);
  _esp_window_set_enabled (self, "cancel-load", FALSE);
  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
