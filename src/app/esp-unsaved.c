/* esp-unsaved.c — what would be lost, and the question about several documents at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-unsaved.h"

#include "app/esp-window-private.h"
#include "core/esp-i18n.h"

/* Names of steps that are enough to remember what one was about */
#define MAX_NAMES 3

/**
 * esp_unsaved_describe:
 * @document: a document with changes that are not saved
 *
 * Returns: (transfer full): “3 changes: Move Analyst, Change Scope, Add Position”, the last one first
 */
char *
esp_unsaved_describe (EspDocument *document)
{
  EspOrganization *organization = esp_document_get_organization (document);
  guint n = esp_organization_get_n_unsaved (organization);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change", "%u changes", n), n);
  g_autofree char *list = NULL;

  for (guint i = 0; i < MIN (n, MAX_NAMES); i++)
    {
      const char *name = esp_organization_get_step_name (organization, i);

      if (name != NULL)
        g_ptr_array_add (names, (gpointer) name);
    }
  if (names->len == 0)
    return g_steal_pointer (&count);
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);
  /* Translators: “3 changes”, then what the last ones were: “3 changes: Move Analyst, Change Scope, Add Position” */
  return g_strdup_printf (n > MAX_NAMES ? _("%s: %s …") : _("%s: %s"), count, list);
}

/* The windows that are ours, newest first */
static GList *
list_windows (GtkApplication *application)
{
  GList *windows = NULL;

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (ESP_IS_WINDOW (l->data))
      windows = g_list_prepend (windows, g_object_ref (l->data));
  return windows;
}

static void
free_windows (GList *windows)
{
  g_list_free_full (windows, g_object_unref);
}

static gboolean
is_modified (EspWindow *window)
{
  EspDocument *document = esp_window_get_document (window);

  return document != NULL && esp_document_get_modified (document);
}

/* Every document once, by one of its windows; the other windows of it go without a question then. */
static GPtrArray *
list_unsaved (GList *windows)
{
  GPtrArray *unsaved = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (GList *l = windows; l != NULL; l = l->next)
    if (is_modified (l->data) && g_hash_table_add (seen, esp_window_get_document (l->data)))
      g_ptr_array_add (unsaved, g_object_ref (l->data));
  return unsaved;
}

static void
close_others (GtkApplication *application,
              GPtrArray      *but)
{
  GList *windows = list_windows (application);

  for (GList *l = windows; l != NULL; l = l->next)
    if (!g_ptr_array_find (but, l->data, NULL))
      _esp_window_close_soon (l->data);
  free_windows (windows);
}

/* What the question is about */
typedef struct
{
  GtkApplication *application; /* owned */
  GPtrArray      *windows;
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->application);
  g_ptr_array_unref (question->windows);
  g_free (question);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  Question *question = user_data;

  if (g_str_equal (response, "cancel"))
    return;
  close_others (question->application, question->windows);
  for (guint i = 0; i < question->windows->len; i++)
    if (g_str_equal (response, "save"))
      _esp_window_save_and_close (g_ptr_array_index (question->windows, i));
    else
      _esp_window_discard_and_close (g_ptr_array_index (question->windows, i));
}

static GtkWidget *
make_list (GPtrArray *windows)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Documents with changes"), -1);
  for (guint i = 0; i < windows->len; i++)
    {
      EspDocument *document = esp_window_get_document (g_ptr_array_index (windows, i));
      g_autofree char *description = esp_unsaved_describe (document);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), esp_document_get_title (document));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), description);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 300);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  return scrolled;
}

static void
ask (GtkApplication *application,
     GPtrArray      *windows)
{
  GtkWidget *dialog = adw_message_dialog_new (gtk_application_get_active_window (application), _("Save Changes?"),
                                              _("Several documents have changes that are not saved. Changes that are not saved will be lost."));
  Question *question = g_new (Question, 1);

  *question = (Question){ g_object_ref (application), g_ptr_array_ref (windows) };
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "discard", _("_Discard All"),
                                    "save", _("_Save All"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_list (windows));
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * esp_unsaved_quit:
 * @application: the application
 *
 * Closes every window; the program ends with the last one. Several documents with changes are asked about at once, a single one by its window.
 */
void
esp_unsaved_quit (GtkApplication *application)
{
  GList *windows = list_windows (application);
  g_autoptr (GPtrArray) unsaved = list_unsaved (windows);

  if (unsaved->len > 1)
    ask (application, unsaved);
  else
    for (GList *l = windows; l != NULL; l = l->next)
      gtk_window_close (l->data);
  free_windows (windows);
}
