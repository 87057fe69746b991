/* esp-chart-colors.c — the palette as GTK draws with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-chart-colors.h"

static GdkRGBA
to_rgba (guint32 color)
{
  return (GdkRGBA) { (color >> 16 & 255) / 255.0f, (color >> 8 & 255) / 255.0f, (color & 255) / 255.0f, 1 };
}

/**
 * esp_chart_colors_get_palette:
 * @manager: says whether it is dark, and whether high contrast is asked for
 *
 * Returns: the set to draw with
 */
EspPalette
esp_chart_colors_get_palette (AdwStyleManager *manager)
{
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? ESP_PALETTE_HIGH_CONTRAST_DARK : ESP_PALETTE_HIGH_CONTRAST_LIGHT;
  return dark ? ESP_PALETTE_DARK : ESP_PALETTE_LIGHT;
}

/**
 * esp_chart_colors_load:
 * @self: (out caller-allocates): colours
 * @palette: which set
 *
 * Fills in all colours and tints of a set.
 */
void
esp_chart_colors_load (EspChartColors *self,
                       EspPalette      palette)
{
  self->palette = palette;
  for (guint color = 0; color < ESP_N_COLORS; color++)
    {
      self->colors[color] = to_rgba (esp_palette_get (palette, color));
      for (guint tint = 0; tint < ESP_N_TINTS; tint++)
        self->tints[tint][color] = to_rgba (esp_palette_get_tint (palette, tint, color));
    }
}

static void
load_style_cb (AdwStyleManager *manager,
               GParamSpec      *pspec,
               GtkCssProvider  *provider)
{
  g_autofree char *css = esp_palette_to_css (esp_chart_colors_get_palette (manager));

  gtk_css_provider_load_from_data (provider, css, -1);
}

/**
 * esp_chart_colors_install:
 * @display: a display
 *
 * Gives style sheets the colours of the palette that fits the display, as `@esp_…`, and keeps them up to date. Calling it again does nothing.
 */
void
esp_chart_colors_install (GdkDisplay *display)
{
  static const char key[] = "esp-chart-colors";
  AdwStyleManager *manager = adw_style_manager_get_for_display (display);
  GtkCssProvider *provider;

  if (g_object_get_data (G_OBJECT (display), key) != NULL)
    return;
  provider = gtk_css_provider_new ();
  g_object_set_data_full (G_OBJECT (display), key, provider, g_object_unref);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (load_style_cb), provider, 0);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (load_style_cb), provider, 0);
  load_style_cb (manager, NULL, provider);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}
