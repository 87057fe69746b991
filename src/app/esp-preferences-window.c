/* esp-preferences-window.c — the preferences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-preferences-window.h"

#include "app/esp-settings.h"
#include "esp-config.h"

struct _EspPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  /* template widgets */
  AdwComboRow         *scheme_row;
  AdwComboRow         *density_row;
  AdwComboRow         *start_row;
};

G_DEFINE_FINAL_TYPE (EspPreferencesWindow, esp_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* Values in the order of the rows' lists */
static const char * const schemes[] = { "system", "light", "dark", NULL };
static const char * const densities[] = { "compact", "comfortable", "spacious", NULL };
static const char * const starts[] = { "example", "last-file", "choice", NULL };

static gboolean
get_choice (GValue   *value,
            GVariant *variant,
            gpointer  user_data)
{
  const char * const *names = user_data;
  const char *name = g_variant_get_string (variant, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }
  return FALSE;
}

static GVariant *
set_choice (const GValue       *value,
            const GVariantType *type,
            gpointer            user_data)
{
  const char * const *names = user_data;
  guint i = g_value_get_uint (value);

  return i < g_strv_length ((GStrv) names) ? g_variant_new_string (names[i]) : NULL;
}

static void
bind_choice (AdwComboRow        *row,
             const char         *key,
             const char * const *names)
{
  g_settings_bind_with_mapping (esp_settings_get_default (), key, row, "selected", G_SETTINGS_BIND_DEFAULT, get_choice, set_choice,
                                (gpointer) names, NULL);
}

static void
esp_preferences_window_class_init (EspPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EspPreferencesWindow, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, EspPreferencesWindow, density_row);
  gtk_widget_class_bind_template_child (widget_class, EspPreferencesWindow, start_row);
}

static void
esp_preferences_window_init (EspPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bind_choice (self->scheme_row, "color-scheme", schemes);
  bind_choice (self->density_row, "density", densities);
  bind_choice (self->start_row, "start-with", starts);
}

/**
 * esp_preferences_window_new:
 * @parent: (nullable): the window it belongs to
 *
 * Returns: (transfer none): a window, to be presented
 */
GtkWindow *
esp_preferences_window_new (GtkWindow *parent)
{
  return g_object_new (ESP_TYPE_PREFERENCES_WINDOW,
                       "transient-for", parent,
                       "modal", TRUE,
                       NULL);
}
