/* esp-application.c — the application: its windows, its actions, what it is asked to open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-application.h"

#include "app/esp-about.h"
#include "app/esp-preferences-window.h"
#include "app/esp-settings.h"
#include "app/esp-unsaved.h"
#include "cli/esp-cli.h"
#include "core/esp-i18n.h"
#include "io/esp-io.h"

struct _EspApplication
{
  AdwApplication parent_instance;

  gboolean       has_shown_left;
};

G_DEFINE_FINAL_TYPE (EspApplication, esp_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *accels[3];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "app.new", { "<Control>n" } },
  { "app.new-window", { "<Control><Alt>n" } },
  { "win.another-window", { "<Control><Shift>n" } },
  { "app.preferences", { "<Control>comma" } },
  { "window.close", { "<Control>w" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.open", { "<Control>o" } },
  { "win.paste-table", { "<Control><Shift>v" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.export", { "<Control>e" } },
  { "win.print", { "<Control>p" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.show-outline", { "F9" } },
  { "win.reveal-in-outline", { "<Shift>F9" } },
  { "win.show-inspector", { "<Control>i" } },
  { "win.find", { "<Control>f" } },
  { "win.find-next", { "<Control>g", "F3" } },
  { "win.find-previous", { "<Control><Shift>g", "<Shift>F3" } },
  { "win.filter", { "<Control><Shift>f" } },
  { "win.views", { "<Control>d" } },
  { "win.save-view", { "<Control><Shift>d" } },
  { "win.isolate", { "<Control>b" } },
  { "win.trace", { "<Control>t" } },
  { "win.back", { "<Alt>Left" } },
  { "win.forward", { "<Alt>Right" } },
  { "win.view::organization", { "<Alt>1" } },
  { "win.view::compare", { "<Alt>2" } },
  { "win.view::career", { "<Alt>3" } },
};

static void
apply_color_scheme (EspApplication *self)
{
  g_autofree char *scheme = g_settings_get_string (esp_settings_get_default (), "color-scheme");
  AdwColorScheme value = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (scheme, "light"))
    value = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (scheme, "dark"))
    value = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), value);
}

static EspDocument *
find_first_document (void)
{
  g_autofree char *start = g_settings_get_string (esp_settings_get_default (), "start-with");
  GPtrArray *samples = esp_catalogue_get_samples (esp_catalogue_get_default ());

  if (g_str_equal (start, "choice"))
    return NULL;
  if (g_str_equal (start, "last-file"))
    {
      g_autofree char *uri = g_settings_get_string (esp_settings_get_default (), "last-file");
      g_autoptr (GFile) file = *uri != '\0' ? g_file_new_for_uri (uri) : NULL;

      if (file != NULL && g_file_query_exists (file, NULL))
        return esp_document_new_for_file (file);
    }
  return samples->len > 0 ? esp_document_new_for_sample (g_ptr_array_index (samples, 0)) : NULL;
}

static EspWindow *
find_window (EspApplication *self,
             EspDocument    *document)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (ESP_IS_WINDOW (l->data) && esp_window_get_document (l->data) == document)
      return l->data;
  return NULL;
}

static void
new_window_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  EspWindow *window = esp_window_new (user_data);

  esp_window_show_welcome (window);
  gtk_window_present (GTK_WINDOW (window));
}

/* An organization with nobody in it yet */
static void
new_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);
  g_autoptr (EspDocument) document = esp_document_new_empty ();

  esp_application_show_document (user_data, document, ESP_IS_WINDOW (window) ? ESP_WINDOW (window) : NULL);
}

/* What “Open…” of the desktop's menu asks for: a window that asks for a file. */
static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (window == NULL)
    {
      window = GTK_WINDOW (esp_window_new (user_data));
      esp_window_show_welcome (ESP_WINDOW (window));
    }
  gtk_window_present (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open", NULL);
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  gtk_window_present (esp_preferences_window_new (gtk_application_get_active_window (user_data)));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  esp_about_show (gtk_application_get_active_window (user_data));
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  esp_unsaved_quit (user_data);
}

/* What was never saved when the program ended without a word has no file that one could open: it comes by itself. Returns: whether there was anything */
static gboolean
show_left (EspApplication *self)
{
  g_autoptr (GPtrArray) left = NULL;

  if (self->has_shown_left)
    return FALSE;
  self->has_shown_left = TRUE;
  left = esp_document_list_left ();
  for (guint i = 0; i < left->len; i++)
    esp_application_show_document (self, g_ptr_array_index (left, i), NULL);
  return left->len > 0;
}

static void
esp_application_startup (GApplication *application)
{
  EspApplication *self = ESP_APPLICATION (application);
  const GActionEntry entries[] = {
    { "new", new_cb },
    { "new-window", new_window_cb },
    { "open", open_cb },
    { "preferences", preferences_cb },
    { "about", about_cb },
    { "quit", quit_cb },
  };

  esp_catalogue_preload ();
  G_APPLICATION_CLASS (esp_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (ESP_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action, accelerators[i].accels);
  g_signal_connect_object (esp_settings_get_default (), "changed::color-scheme", G_CALLBACK (apply_color_scheme), self, G_CONNECT_SWAPPED);
  apply_color_scheme (self);
}

static void
esp_application_activate (GApplication *application)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_autoptr (EspDocument) document = NULL;
  EspWindow *window;

  if (active != NULL)
    {
      gtk_window_present (active);
      return;
    }
  if (show_left (ESP_APPLICATION (application)))
    return;
  window = esp_window_new (GTK_APPLICATION (application));
  document = find_first_document ();
  if (document != NULL)
    esp_window_show_document (window, document);
  else
    esp_window_show_welcome (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
esp_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  show_left (ESP_APPLICATION (application));
  for (int i = 0; i < n_files; i++)
    {
      /* an argument “builtin:NAME” comes here as a URI */
      g_autofree char *uri = g_file_get_uri (files[i]);
      g_autoptr (GFile) file = g_str_has_prefix (uri, "builtin:") ? esp_io_file_for_argument (uri) : g_object_ref (files[i]);
      g_autoptr (EspDocument) document = esp_document_new_for_file (file);

      esp_application_show_document (ESP_APPLICATION (application), document, NULL);
    }
}

/* Answered before anything of the display is set up, but for what a desktop without D-Bus activation asks for: the actions of the
 * desktop file, done in the first process of the application. The activation that follows finds their window. */
static int
esp_application_handle_local_options (GApplication *application,
                                      GVariantDict *options)
{
  static const char *actions[] = { "new-window", "open" };

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Espalier " ESP_VERSION "\n");
      return 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_variant_dict_contains (options, actions[i]))
      {
        g_autoptr (GError) error = NULL;

        if (!g_application_register (application, NULL, &error))
          {
            g_printerr ("espalier: %s\n", error->message);
            return 2;
          }
        g_action_group_activate_action (G_ACTION_GROUP (application), actions[i], NULL);
      }
  return -1;
}

static void
esp_application_class_init (EspApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->handle_local_options = esp_application_handle_local_options;
  application_class->startup = esp_application_startup;
  application_class->activate = esp_application_activate;
  application_class->open = esp_application_open;
}

static void
esp_application_init (EspApplication *self)
{
  g_autofree char *verbs = esp_cli_usage ();

  g_application_add_main_option (G_APPLICATION (self), "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, _("Print the version and quit"), NULL);
  g_application_add_main_option (G_APPLICATION (self), "new-window", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, _("Open a new window"), NULL);
  g_application_add_main_option (G_APPLICATION (self), "open", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, _("Choose a file to open"), NULL);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
  g_application_set_option_context_description (G_APPLICATION (self), verbs);
}

/**
 * esp_application_new:
 *
 * Returns: (transfer full): the application, to be run
 */
EspApplication *
esp_application_new (void)
{
  return g_object_new (ESP_TYPE_APPLICATION,
                       "application-id", ESP_APP_ID,
                       "resource-base-path", ESP_APP_PATH,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

/**
 * esp_application_show_document:
 * @self: the application
 * @document: a document; it is read if it was not yet
 * @window: (nullable): the window it was asked for in
 *
 * Shows @document: in the window that has it already; else in @window if that can be taken over; else in a new one.
 */
void
esp_application_show_document (EspApplication *self,
                               EspDocument    *document,
                               EspWindow      *window)
{
  EspWindow *present;

  g_return_if_fail (ESP_IS_APPLICATION (self));
  g_return_if_fail (ESP_IS_DOCUMENT (document));

  present = find_window (self, document);
  if (present == NULL)
    present = window != NULL && esp_window_can_take_over (window) ? window : esp_window_new (GTK_APPLICATION (self));
  esp_window_show_document (present, document);
  gtk_window_present (GTK_WINDOW (present));
}

/**
 * esp_application_is_last_window:
 * @window: a window with a document
 *
 * Returns: whether no other window shows the same document, so that closing it closes the document
 */
gboolean
esp_application_is_last_window (EspWindow *window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  EspDocument *document = esp_window_get_document (window);

  if (document == NULL)
    return FALSE;
  for (GList *l = application != NULL ? gtk_application_get_windows (application) : NULL; l != NULL; l = l->next)
    if (l->data != window && ESP_IS_WINDOW (l->data) && esp_window_get_document (l->data) == document)
      return FALSE;
  return TRUE;
}
