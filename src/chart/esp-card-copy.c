/* esp-card-copy.c — a card on the clipboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-card-copy.h"

#include "chart/esp-chart-colors.h"
#include "render/esp-render.h"
#include "scene/esp-card.h"

#define PICTURE_SCALE 2.0 /* px per world px: sharp where it is pasted larger */

/**
 * esp_card_copy_text:
 * @widget: whose clipboard
 * @scene: where the item is
 * @item: what to copy
 *
 * Puts the words of a card on the clipboard, one line each.
 */
void
esp_card_copy_text (GtkWidget *widget,
                    EspScene  *scene,
                    EspItem    item)
{
  g_autofree char *text = esp_card_get_text (scene, item);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

/**
 * esp_card_copy_picture:
 * @widget: whose clipboard, and in whose colours
 * @scene: where the item is
 * @item: what to copy
 *
 * Puts a picture of a card on the clipboard, drawn as in files.
 *
 * Returns: whether there is one now
 */
gboolean
esp_card_copy_picture (GtkWidget *widget,
                       EspScene  *scene,
                       EspItem    item)
{
  EspRenderOptions options = ESP_RENDER_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  options.palette = esp_chart_colors_get_palette (adw_style_manager_get_for_display (gtk_widget_get_display (widget)));
  options.scale = PICTURE_SCALE;
  png = esp_render_card_png (scene, item, &options, &error);
  if (png != NULL)
    texture = gdk_texture_new_from_bytes (png, &error);
  if (texture == NULL)
    {
      g_warning ("No picture of the card: %s", error->message);
      return FALSE;
    }
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  return TRUE;
}
