/* esp-about.c — the about window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-about.h"

#include <adwaita.h>

#include "catalogue/esp-catalogue.h"
#include "core/esp-i18n.h"

/* As markup, one a line */
static char *
list_sources (void)
{
  GPtrArray *sources = esp_catalogue_get_sources (esp_catalogue_get_default ());
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      const EspSource *source = g_ptr_array_index (sources, i);
      g_autofree char *line = source->date != NULL ? g_markup_printf_escaped ("%s (%s)", source->name, source->date)
                                                   : g_markup_escape_text (source->name, -1);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (text, FALSE);
}

/**
 * esp_about_show:
 * @parent: (nullable): the window it belongs to
 *
 * Says what this is, and where the built-in knowledge comes from.
 */
void
esp_about_show (GtkWindow *parent)
{
  GtkWidget *window = adw_about_window_new ();
  g_autofree char *sources = list_sources ();

  g_object_set (window,
                "application-icon", ESP_APP_ID,
                "application-name", _("Espalier"),
                "version", ESP_VERSION,
                "comments", _("See where program managers sit, how their roles differ, and where each one leads."),
                "developer-name", _("The Espalier contributors"),
                "license-type", GTK_LICENSE_GPL_3_0,
                /* Translators: put your names here, one a line */
                "translator-credits", _("translator-credits"),
                "modal", TRUE,
                "transient-for", parent,
                NULL);
  adw_about_window_add_legal_section (ADW_ABOUT_WINDOW (window), _("Sources of the Built-in Knowledge"), NULL, GTK_LICENSE_CUSTOM, sources);
  gtk_window_present (GTK_WINDOW (window));
}
