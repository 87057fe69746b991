/* esp-glyph-icon.h — a small picture of the chart as a widget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "scene/esp-glyphs.h"

G_BEGIN_DECLS

#define ESP_TYPE_GLYPH_ICON (esp_glyph_icon_get_type ())
G_DECLARE_FINAL_TYPE (EspGlyphIcon, esp_glyph_icon, ESP, GLYPH_ICON, GtkWidget)

GtkWidget *esp_glyph_icon_new       (EspGlyph      glyph) G_GNUC_WARN_UNUSED_RESULT;
EspGlyph   esp_glyph_icon_get_glyph (EspGlyphIcon *self);
void       esp_glyph_icon_set_glyph (EspGlyphIcon *self,
                                     EspGlyph      glyph);

void       esp_glyph_draw           (EspGlyph       glyph,
                                     cairo_t       *cr,
                                     double         x,
                                     double         y,
                                     double         size,
                                     const GdkRGBA *color);

G_END_DECLS
