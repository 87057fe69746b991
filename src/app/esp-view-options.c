/* esp-view-options.c — how the chart is drawn, in one popover
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-view-options.h"

#include "esp-config.h"

#include "chart/esp-line-words.h"
#include "core/esp-i18n.h"

/* All its buttons name actions of the window; those of the kinds of lines say how many there are. */
struct _EspViewOptions
{
  GtkPopover  parent_instance;

  /* template */
  GtkGrid    *kinds_grid;

  EspSession *session;
  GtkWidget  *kinds[ESP_LINE_N_KINDS];
};

G_DEFINE_FINAL_TYPE (EspViewOptions, esp_view_options, GTK_TYPE_POPOVER)

static void
esp_view_options_map (GtkWidget *widget)
{
  EspViewOptions *self = ESP_VIEW_OPTIONS (widget);
  EspScene *scene = self->session != NULL ? esp_session_get_scene (self->session) : NULL;
  guint32 counts[ESP_LINE_N_KINDS] = { 0 };

  if (scene != NULL)
    esp_scene_count_lines (scene, counts);
  for (guint kind = 0; kind < ESP_LINE_N_KINDS; kind++)
    {
      /* Translators: a kind of line and how many there are, as “Dotted line · 12” */
      g_autofree char *label = g_strdup_printf (_("%s · %'u"), esp_line_words_get_name (kind), counts[kind]);

      gtk_check_button_set_label (GTK_CHECK_BUTTON (self->kinds[kind]), label);
      gtk_widget_set_visible (self->kinds[kind], counts[kind] > 0);
    }
  GTK_WIDGET_CLASS (esp_view_options_parent_class)->map (widget);
}

static void
esp_view_options_dispose (GObject *object)
{
  g_clear_object (&ESP_VIEW_OPTIONS (object)->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), ESP_TYPE_VIEW_OPTIONS);

  G_OBJECT_CLASS (esp_view_options_parent_class)->dispose (object);
}

static void
esp_view_options_class_init (EspViewOptionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = esp_view_options_dispose;

  GTK_WIDGET_CLASS (klass)->map = esp_view_options_map;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), ESP_APP_PATH "/ui/view-options.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), EspViewOptions, kinds_grid);
}

static void
esp_view_options_init (EspViewOptions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint kind = 0; kind < ESP_LINE_N_KINDS; kind++)
    {
      g_autofree char *action = g_strconcat ("win.lines-", esp_line_kind_to_string (kind), NULL);

      self->kinds[kind] = gtk_check_button_new ();
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->kinds[kind]), action);
      gtk_grid_attach (self->kinds_grid, self->kinds[kind], kind % 2, kind / 2, 1, 1);
    }
}

/**
 * esp_view_options_set_session:
 * @self: view options
 * @session: whose lines to count
 */
void
esp_view_options_set_session (EspViewOptions *self,
                              EspSession     *session)
{
  g_return_if_fail (ESP_IS_VIEW_OPTIONS (self));
  g_return_if_fail (ESP_IS_SESSION (session));

  g_set_object (&self->session, session);
}
