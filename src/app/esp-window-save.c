/* esp-window-save.c — saving, what can go wrong with it, and the question on closing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-window-private.h"

#include "app/esp-file-filters.h"
#include "app/esp-recent.h"
#include "app/esp-unsaved.h"
#include "core/esp-i18n.h"
#include "io/esp-lent-file.h"

#define ENDING ".espalier"

/* One wish to save, through its dialogs to its end */
typedef struct
{
  EspWindow *window;    /* owned */
  gboolean   is_closing; /* the window closes when it is saved, and stays when it is not */
  gboolean   rewrites;   /* lines change that nobody edited */
} Saving;

static void ask_for_place (Saving *saving);
static void save (Saving   *saving,
                  gboolean  overwrite);

static Saving *
saving_new (EspWindow *window,
            gboolean   is_closing)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->window = g_object_ref (window);
  saving->is_closing = is_closing;
  return saving;
}

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->window);
  g_free (saving);
}

static gboolean
close_cb (gpointer user_data)
{
  gtk_window_close (user_data);
  return G_SOURCE_REMOVE;
}

/* Not from within a dialog's answer: GTK wants the window to outlive its dialogs. */
void
_esp_window_close_soon (EspWindow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_cb, g_object_ref (self), g_object_unref);
}

static void
close_for_good (EspWindow *self)
{
  self->may_close = TRUE;
  _esp_window_close_soon (self);
}

static void
conflict_response_cb (AdwMessageDialog *dialog,
                      const char       *response,
                      Saving           *saving)
{
  if (g_str_equal (response, "mine"))
    {
      save (saving, TRUE);
      return;
    }
  if (g_str_equal (response, "copy"))
    {
      ask_for_place (saving);
      return;
    }
  if (g_str_equal (response, "theirs"))
    _esp_window_reload (saving->window);
  else if (g_str_equal (response, "compare"))
    _esp_window_compare (saving->window);
  saving_free (saving);
}

/* Somebody else wrote the file since it was read: nothing is decided for the user. */
static void
ask_about_conflict (Saving *saving)
{
  EspDocument *document = esp_window_get_document (saving->window);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (saving->window), _("The File Has Changed"), NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _("“%s” is not as it was when it was opened. Another program, or another person, has written it."),
                                  esp_document_get_subtitle (document));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "theirs", _("_Take Theirs"),
                                    "mine", _("_Keep Mine"),
                                    "copy", _("Save a Co_py…"),
                                    "compare", _("Show _Differences"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "theirs", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "mine", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "compare");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (conflict_response_cb), saving);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
failure_response_cb (AdwMessageDialog *dialog,
                     const char       *response,
                     Saving           *saving)
{
  if (g_str_equal (response, "place"))
    ask_for_place (saving);
  else
    saving_free (saving);
}

static void
say_failure (Saving       *saving,
             const GError *error)
{
  EspDocument *document = esp_window_get_document (saving->window);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (saving->window), NULL, NULL);

  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _("Could Not Save “%s”"), esp_document_get_title (document));
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), error->message);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "place", _("Save _Elsewhere…"),
                                    NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "place");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (failure_response_cb), saving);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
take_success (Saving *saving)
{
  EspWindow *self = saving->window;

  esp_recent_add (esp_document_get_file (esp_window_get_document (self)));
  if (saving->is_closing)
    close_for_good (self);
  else if (saving->rewrites)
    esp_window_toast (self, _("Saved. The file was formatted otherwise and has been written anew as a whole; from now on only what you change will change in it."));
  else
    esp_window_toast (self, _("Saved"));
  saving_free (saving);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Saving *saving = user_data;
  g_autoptr (GError) error = NULL;

  if (esp_document_save_finish (ESP_DOCUMENT (source), result, &error))
    take_success (saving);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    ask_about_conflict (saving);
  else
    say_failure (saving, error);
}

static void
save (Saving   *saving,
      gboolean  overwrite)
{
  EspDocument *document = esp_window_get_document (saving->window);

  /* what is gone is put there again, changed or not */
  overwrite |= esp_document_get_disk (document) == ESP_FILE_GONE;
  saving->rewrites = esp_document_get_modified (document) && esp_document_save_rewrites (document);
  esp_document_save_async (document, overwrite, NULL, saved_cb, saving);
}

/* A name without an ending gets ours, unless that would be another file that is there already. What is lent is lent under its name alone. */
static GFile *
complete_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *complete = g_strconcat (name, ENDING, NULL);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autoptr (GFile) completed = NULL;

  if (parent == NULL || strchr (name, '.') != NULL || esp_file_is_lent (file))
    return g_object_ref (file);
  completed = g_file_get_child (parent, complete);
  return g_object_ref (g_file_query_exists (completed, NULL) ? file : completed);
}

static void
place_cb (GtkNativeDialog *dialog,
          int              response,
          Saving          *saving)
{
  g_autoptr (GFile) chosen = NULL;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_clear_object (&saving->window->chooser);
  if (chosen == NULL)
    {
      if (esp_file_filters_explain (response) != NULL)
        esp_window_toast (saving->window, esp_file_filters_explain (response));
      saving_free (saving);
      return;
    }
  file = complete_name (chosen);
  saving->rewrites = FALSE;
  esp_document_save_as_async (esp_window_get_document (saving->window), file, NULL, saved_cb, saving);
}

static void
strip_ending (char *name)
{
  char *ending = strrchr (name, '.');

  if (ending != NULL && ending != name)
    *ending = '\0';
}

/* A document has its title for a name; what comes from a table or from gzip has the file's, with another ending. */
static char *
suggest_name (EspDocument *document)
{
  GFile *file = esp_document_get_file (document);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : g_strdup (esp_document_get_title (document));

  if (file != NULL && g_str_has_suffix (name, ".gz"))
    strip_ending (name);
  if (file != NULL)
    strip_ending (name);
  return g_strconcat (g_strdelimit (name, "/\\:*?\"<>|", '-'), ENDING, NULL);
}

static void
suggest_place (GtkFileChooser *chooser,
               EspDocument    *document)
{
  GFile *file = esp_document_get_file (document);
  g_autofree char *name = suggest_name (document);
  /* the dialog is not in the sandbox: it knows files by their own places */
  g_autoptr (GFile) own = file != NULL ? esp_file_get_own (file) : NULL;
  g_autoptr (GFile) folder = own != NULL ? g_file_get_parent (own) : NULL;

  if (own != NULL && !esp_document_needs_place (document))
    {
      gtk_file_chooser_set_file (chooser, own, NULL);
      return;
    }
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  gtk_file_chooser_set_current_name (chooser, name);
}

static void
ask_for_place (Saving *saving)
{
  EspWindow *self = saving->window;

  if (self->chooser != NULL)
    {
      saving_free (saving);
      return;
    }
  self->chooser = gtk_file_chooser_native_new (_("Save the Organization"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  esp_file_filters_add_to_save (GTK_FILE_CHOOSER (self->chooser));
  suggest_place (GTK_FILE_CHOOSER (self->chooser), esp_window_get_document (self));
  g_signal_connect (self->chooser, "response", G_CALLBACK (place_cb), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
start (EspWindow *self,
       gboolean   is_closing)
{
  Saving *saving = saving_new (self, is_closing);

  if (esp_document_needs_place (esp_window_get_document (self)))
    ask_for_place (saving);
  else
    save (saving, FALSE);
}

static void
save_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  start (user_data, FALSE);
}

static void
keep_mine_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  save (saving_new (user_data, FALSE), TRUE);
}

static void
save_as_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  ask_for_place (saving_new (user_data, FALSE));
}

static void
close_response_cb (AdwMessageDialog *dialog,
                   const char       *response,
                   EspWindow        *self)
{
  if (g_str_equal (response, "discard"))
    _esp_window_discard_and_close (self);
  else if (g_str_equal (response, "save"))
    start (self, TRUE);
}

/* Closes the window once its document is saved; it stays if that fails or is called off. */
void
_esp_window_save_and_close (EspWindow *self)
{
  start (self, TRUE);
}

void
_esp_window_discard_and_close (EspWindow *self)
{
  esp_document_abandon (esp_window_get_document (self));
  close_for_good (self);
}

/* The window was asked to close over changes that are not saved; it closes later, or not. */
void
_esp_window_ask_before_close (EspWindow *self)
{
  EspDocument *document = esp_window_get_document (self);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Save Changes?"), NULL);
  g_autofree char *description = esp_unsaved_describe (document);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _("“%s” has changes that are not saved. Changes that are not saved will be lost.\n\n%s"),
                                  esp_document_get_title (document), description);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "discard", _("_Discard"),
                                    "save", esp_document_needs_place (document) ? _("_Save…") : _("_Save"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
_esp_window_init_save (EspWindow *self)
{
  const GActionEntry entries[] = {
    { "save", save_cb },
    { "save-as", save_as_cb },
    { "keep-mine", keep_mine_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
