/* esp-window.c — one window: a document in three views
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-window-private.h"

#include "app/esp-application.h"
#include "app/esp-open-popover.h"
#include "app/esp-settings.h"
#include "app/esp-view-options.h"
#include "app/esp-welcome-page.h"
#include "career/esp-career-view.h"
#include "compare/esp-compare-view.h"
#include "core/esp-i18n.h"

/* Options of the session that are actions of the window, too, and are kept in the preferences */
static const char * const options[] = { "chart", "direction", "density", "arrange", "color-by", "show-lines", "show-frames" };

G_DEFINE_FINAL_TYPE (EspWindow, esp_window, ADW_TYPE_APPLICATION_WINDOW)

void
_esp_window_set_enabled (EspWindow  *self,
                         const char *action,
                         gboolean    enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), action)), enabled);
}

/* Logging out while something is not saved asks first. A window that is destroyed has no application any more, so who was asked is kept. */
static void
update_inhibit (EspWindow *self,
                gboolean   is_modified)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (is_modified && self->inhibited == NULL && application != NULL)
    {
      self->inhibited = g_object_ref (application);
      self->inhibit_cookie = gtk_application_inhibit (application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_LOGOUT, _("Changes are not saved"));
    }
  else if (!is_modified && self->inhibited != NULL)
    {
      if (self->inhibit_cookie != 0)
        gtk_application_uninhibit (self->inhibited, self->inhibit_cookie);
      g_clear_object (&self->inhibited);
    }
}

void
_esp_window_set_tooltip (GtkWidget  *button,
                         const char *text)
{
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static gboolean
has_views (EspWindow *self)
{
  return g_str_equal (esp_window_get_page (self), "views");
}

static void
update_history (EspWindow *self)
{
  EspDocument *document = esp_window_get_document (self);
  gboolean is_shown = has_views (self);
  gboolean can_undo = is_shown && esp_document_get_can_undo (document);
  gboolean can_redo = is_shown && esp_document_get_can_redo (document);
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  if (can_undo || can_redo)
    self->was_edited = TRUE;
  _esp_window_set_enabled (self, "undo", can_undo);
  _esp_window_set_enabled (self, "redo", can_redo);
  /* Translators: %s is what was done, for example “Retitle Position” */
  undo = g_strdup_printf (can_undo ? _("Undo “%s”") : "%s", can_undo ? esp_document_get_undo_name (document) : _("Undo"));
  /* Translators: %s is what was undone, for example “Retitle Position” */
  redo = g_strdup_printf (can_redo ? _("Redo “%s”") : "%s", can_redo ? esp_document_get_redo_name (document) : _("Redo"));
  _esp_window_set_tooltip (self->undo_button, undo);
  _esp_window_set_tooltip (self->redo_button, redo);
  _esp_window_update_layout (self);
}

void
_esp_window_update_title (EspWindow *self)
{
  EspDocument *document = esp_window_get_document (self);
  g_autofree char *name = NULL;
  g_autofree char *tooltip = NULL;
  gboolean is_modified = document != NULL && esp_document_get_modified (document);

  update_inhibit (self, is_modified); /* whatever is shown just now */
  if (!has_views (self))
    {
      gtk_window_set_title (GTK_WINDOW (self), _("Espalier"));
      return;
    }
  name = g_strconcat (is_modified ? "• " : "", esp_document_get_title (document), NULL);
  tooltip = g_strjoin ("\n", esp_document_get_title (document),
                       is_modified ? _("Changes are not saved") : esp_document_get_subtitle (document), NULL);
  gtk_window_set_title (GTK_WINDOW (self), name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name_label), tooltip);
  _esp_window_update_layout (self);
}

/* Which page is shown follows from what is known of the document. */
void
_esp_window_update_page (EspWindow *self)
{
  gboolean is_ready = self->has_document;
  gboolean is_building = is_ready && esp_session_get_scene (self->session) == NULL && esp_session_get_building (self->session);
  const char *page;

  if (self->loading != NULL)
    page = self->loading_id == 0 ? "loading" : gtk_stack_get_visible_child_name (self->page_stack);
  else if (self->has_failed)
    page = "error";
  else if (is_building && !self->is_welcome)
    page = "loading"; /* the first chart of something very large */
  else if (is_ready && !self->is_welcome)
    page = "views";
  else
    page = "welcome";
  gtk_stack_set_visible_child_name (self->page_stack, page);
  _esp_window_set_enabled (self, "save", has_views (self));
  _esp_window_set_enabled (self, "save-as", has_views (self));
  _esp_window_set_enabled (self, "another-window", has_views (self));
  _esp_window_set_enabled (self, "export", has_views (self));
  _esp_window_set_enabled (self, "print", has_views (self));
  _esp_window_update_title (self);
  update_history (self);
}

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  esp_document_undo (esp_window_get_document (user_data));
}

static void
redo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  esp_document_redo (esp_window_get_document (user_data));
}

static void
welcome_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  esp_window_show_welcome (user_data);
}

/* One step back out: the page of examples, a search, a branch, the selection. */
static void
escape_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  EspWindow *self = user_data;

  if (self->is_welcome && self->has_document)
    {
      self->is_welcome = FALSE;
      _esp_window_update_page (self);
    }
  else if (self->has_document)
    {
      esp_session_escape (self->session);
    }
}

static void
bind_session (EspWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr (GPropertyAction) action = g_property_action_new (options[i], self->session, options[i]);
      gboolean is_shared = g_str_equal (options[i], "density");

      /* the density is a preference of all windows; the others are what the next window starts with */
      g_settings_bind (esp_settings_get_default (), options[i], self->session, options[i],
                       is_shared ? G_SETTINGS_BIND_DEFAULT : G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES);
      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
    }
  g_autoptr (GPropertyAction) view = g_property_action_new ("view", self->session, "view");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (view));
  g_object_bind_property (self->session, "view", self->view_stack, "visible-child-name", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

/* A view is made when it is first looked at: the chart need not wait for the others. */
static void
make_view (EspWindow *self)
{
  GtkWidget *page = adw_view_stack_get_visible_child (self->view_stack);
  const char *name = adw_view_stack_get_visible_child_name (self->view_stack);
  GtkWidget *view;

  if (page == GTK_WIDGET (self->organization_page) || adw_bin_get_child (ADW_BIN (page)) != NULL)
    return;
  view = g_object_new (g_str_equal (name, "compare") ? ESP_TYPE_COMPARE_VIEW : ESP_TYPE_CAREER_VIEW, "session", self->session, NULL);
  adw_bin_set_child (ADW_BIN (page), view);
}

static void
add_view (EspWindow  *self,
          GtkWidget  *page,
          const char *name,
          const char *title,
          const char *icon_name)
{
  adw_view_stack_page_set_icon_name (adw_view_stack_add_titled (self->view_stack, page, name, title), icon_name);
}

/* The views come with the first document. */
static void
create_views (EspWindow *self)
{
  self->organization_page = g_object_new (ESP_TYPE_ORGANIZATION_PAGE, "session", self->session, NULL);
  add_view (self, GTK_WIDGET (self->organization_page), "organization", _("Organization"), "esp-view-organization-symbolic");
  add_view (self, adw_bin_new (), "compare", _("Compare"), "esp-view-compare-symbolic");
  add_view (self, adw_bin_new (), "career", _("Career"), "esp-view-career-symbolic");
  g_signal_connect_object (self->view_stack, "notify::visible-child", G_CALLBACK (make_view), self, G_CONNECT_SWAPPED);
  bind_session (self);
  g_signal_connect_object (self->session, "notify::building", G_CALLBACK (_esp_window_update_page), self, G_CONNECT_SWAPPED);
  _esp_window_init_layout (self);
}

/* The file is being written, or edits wait for that or for a worker: nothing may be lost by closing meanwhile. */
static gboolean
wait_before_close (EspWindow *self)
{
  EspDocument *document = esp_window_get_document (self);

  if (document == NULL || !esp_document_get_busy (document))
    return FALSE;
  if (!self->is_closing)
    g_signal_connect_object (document, "notify::busy", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  self->is_closing = TRUE;
  return TRUE;
}

static gboolean
esp_window_close_request (GtkWindow *window)
{
  EspWindow *self = ESP_WINDOW (window);
  GSettings *settings = esp_settings_get_default ();
  int width, height;

  if (wait_before_close (self))
    return GDK_EVENT_STOP;
  if (self->is_closing)
    g_signal_handlers_disconnect_by_func (esp_window_get_document (self), gtk_window_close, self);
  self->is_closing = FALSE;
  if (!self->may_close && esp_application_is_last_window (self) && esp_document_get_modified (esp_window_get_document (self)))
    {
      _esp_window_ask_before_close (self);
      return GDK_EVENT_STOP;
    }
  _esp_window_cancel_load (self);
  gtk_window_get_default_size (window, &width, &height);
  g_settings_set (settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));

  return GTK_WINDOW_CLASS (esp_window_parent_class)->close_request (window);
}

/* The group of actions can outlive the window (GTK 4.8). These hold what they are a property of (the session, the page), or follow a setting, and would
 * tell a window that is gone. */
static void
drop_actions (EspWindow *self)
{
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (self));

  for (char **name = names; *name != NULL; name++)
    if (!G_IS_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), *name)))
      g_action_map_remove_action (G_ACTION_MAP (self), *name);
}

static void
esp_window_dispose (GObject *object)
{
  EspWindow *self = ESP_WINDOW (object);

  _esp_window_cancel_load (self);
  update_inhibit (self, FALSE);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_clear_object (&self->document_signals);
  drop_actions (self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (esp_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, EspWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, EspWindow, narrow_bin);
  gtk_widget_class_bind_template_child (widget_class, EspWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, EspWindow, outline_button);
  gtk_widget_class_bind_template_child (widget_class, EspWindow, view_options);
  gtk_widget_class_bind_template_child (widget_class, EspWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, EspWindow, places_box);
  gtk_widget_class_bind_template_child (widget_class, EspWindow, go_back_button);
  gtk_widget_class_bind_template_child (widget_class, EspWindow, go_forward_button);
  gtk_widget_class_bind_template_child (widget_class, EspWindow, undo_box);
  gtk_widget_class_bind_template_child (widget_class, EspWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, EspWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, EspWindow, name_label);
  gtk_widget_class_bind_template_child (widget_class, EspWindow, title_stack);
  gtk_widget_class_bind_template_child (widget_class, EspWindow, view_switcher);
  gtk_widget_class_bind_template_child (widget_class, EspWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, EspWindow, main_button);
  gtk_widget_class_bind_template_child (widget_class, EspWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, EspWindow, narrow_menu);
  gtk_widget_class_bind_template_child (widget_class, EspWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, EspWindow, inspector_button);
  gtk_widget_class_bind_template_child (widget_class, EspWindow, options_button);
  gtk_widget_class_bind_template_child (widget_class, EspWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, EspWindow, page_stack);
  gtk_widget_class_bind_template_child (widget_class, EspWindow, view_stack);
  gtk_widget_class_bind_template_child (widget_class, EspWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, EspWindow, loading_page);
  gtk_widget_class_bind_template_child (widget_class, EspWindow, error_page);
}

static void
esp_window_class_init (EspWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = esp_window_dispose;
  window_class->close_request = esp_window_close_request;

  g_type_ensure (ESP_TYPE_NARROW_BIN);
  g_type_ensure (ESP_TYPE_NOTICE);
  g_type_ensure (ESP_TYPE_OPEN_POPOVER);
  g_type_ensure (ESP_TYPE_VIEW_OPTIONS);
  g_type_ensure (ESP_TYPE_WELCOME_PAGE);
  g_type_ensure (ESP_TYPE_LOADING_PAGE);
  g_type_ensure (ESP_TYPE_ERROR_PAGE);
  bind_children (widget_class);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.escape", NULL);
}

/* GTK would make the overview of the keys with each window, if it found it under its own name; it is made when it is asked for. */
static void
show_help_overlay_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (ESP_APP_PATH "/ui/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_application_window_set_help_overlay (GTK_APPLICATION_WINDOW (user_data), GTK_SHORTCUTS_WINDOW (overlay));
  gtk_window_present (overlay);
}

static void
init_actions (EspWindow *self)
{
  const GActionEntry entries[] = {
    { "show-help-overlay", show_help_overlay_cb },
    { "undo", undo_cb },
    { "redo", redo_cb },
    { "welcome", welcome_cb },
    { "escape", escape_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

static void
init_document_signals (EspWindow *self)
{
  self->document_signals = g_signal_group_new (ESP_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "notify::title", G_CALLBACK (_esp_window_update_title), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::subtitle", G_CALLBACK (_esp_window_update_title), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::modified", G_CALLBACK (_esp_window_update_title), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::modified", G_CALLBACK (_esp_window_update_notice), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::recovered", G_CALLBACK (_esp_window_update_notice), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::unprotected", G_CALLBACK (_esp_window_update_notice), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::disk", G_CALLBACK (_esp_window_disk_changed), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::undo-name", G_CALLBACK (update_history), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::redo-name", G_CALLBACK (update_history), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::can-undo", G_CALLBACK (update_history), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::can-redo", G_CALLBACK (update_history), self);
}

static void
esp_window_init (EspWindow *self)
{
  GSettings *settings = esp_settings_get_default ();
  int width, height;

  gtk_widget_init_template (GTK_WIDGET (self));
  if (ESP_IS_DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  init_actions (self);
  init_document_signals (self);
  _esp_window_init_open (self);
  _esp_window_init_save (self);
  _esp_window_init_export (self);
  _esp_window_init_notice (self);
  g_signal_connect_object (self->narrow_bin, "notify::width-class", G_CALLBACK (_esp_window_update_layout), self, G_CONNECT_SWAPPED);

  g_settings_get (settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  _esp_window_update_page (self);
}

/**
 * esp_window_new:
 * @application: the application it belongs to
 *
 * Makes a window that shows no document yet (esp_window_show_document(), esp_window_show_welcome()).
 *
 * Returns: (transfer none): a window, to be presented
 */
EspWindow *
esp_window_new (GtkApplication *application)
{
  return g_object_new (ESP_TYPE_WINDOW, "application", application, NULL);
}

/**
 * esp_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): %NULL until the first document is there
 */
EspSession *
esp_window_get_session (EspWindow *self)
{
  g_return_val_if_fail (ESP_IS_WINDOW (self), NULL);

  return self->has_document ? self->session : NULL;
}

/**
 * esp_window_get_document:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the document that is shown, or stands behind the page of examples; not one that is still being read
 */
EspDocument *
esp_window_get_document (EspWindow *self)
{
  g_return_val_if_fail (ESP_IS_WINDOW (self), NULL);

  return self->has_document ? esp_session_get_document (self->session) : NULL;
}

/**
 * esp_window_get_page:
 * @self: a window
 *
 * Returns: what fills the window: "blank", "welcome", "loading", "error" or "views"
 */
const char *
esp_window_get_page (EspWindow *self)
{
  g_return_val_if_fail (ESP_IS_WINDOW (self), NULL);

  return gtk_stack_get_visible_child_name (self->page_stack);
}

/**
 * esp_window_can_take_over:
 * @self: a window
 *
 * Returns: whether another document may take this window over: it shows none, or an example as it came
 */
gboolean
esp_window_can_take_over (EspWindow *self)
{
  EspDocument *document;

  g_return_val_if_fail (ESP_IS_WINDOW (self), FALSE);

  document = esp_window_get_document (self);
  if (self->loading != NULL)
    return FALSE;
  return document == NULL || (esp_document_get_sample (document) != NULL && !esp_document_get_modified (document));
}

/* Makes session and views, if that was not done; while a first document is being read there is time for it. The preferences are heard before the first
 * scene is built. */
void
_esp_window_create_session (EspWindow *self)
{
  g_autoptr (EspDocument) empty = NULL;

  if (self->session != NULL)
    return;
  empty = esp_document_new_empty ();
  self->session = esp_session_new (empty);
  create_views (self);
}

/* Shows a document that is ready. */
void
_esp_window_set_document (EspWindow   *self,
                          EspDocument *document)
{
  self->is_welcome = FALSE;
  self->has_failed = FALSE;
  self->was_edited = FALSE;
  self->has_document = TRUE;
  _esp_window_create_session (self);
  esp_session_set_document (self->session, document);
  esp_loading_page_set_document (self->loading_page, esp_session_get_building (self->session) ? document : NULL);
  g_signal_group_set_target (self->document_signals, document);
  _esp_window_update_page (self);
  _esp_window_reset_notice (self);
  gtk_widget_grab_focus (adw_view_stack_get_visible_child (self->view_stack));
}

/**
 * esp_window_show_welcome:
 * @self: a window
 *
 * Shows the page of examples; a document that is open stays behind it.
 */
void
esp_window_show_welcome (EspWindow *self)
{
  g_return_if_fail (ESP_IS_WINDOW (self));

  self->is_welcome = TRUE;
  self->has_failed = FALSE;
  _esp_window_update_page (self);
}

/**
 * esp_window_toast:
 * @self: a window
 * @text: a sentence
 *
 * Says that something is done.
 */
void
esp_window_toast (EspWindow  *self,
                  const char *text)
{
  AdwToast *toast;

  g_return_if_fail (ESP_IS_WINDOW (self));

  toast = adw_toast_new (text);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}
