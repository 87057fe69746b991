/* esp-chart-colors.h — the palette as GTK draws with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "scene/esp-palette.h"

G_BEGIN_DECLS

/**
 * EspChartColors:
 * @palette: which set
 * @colors: by what it is for
 * @tints: opaque, by purpose and kind
 */
typedef struct
{
  EspPalette palette;
  GdkRGBA    colors[ESP_N_COLORS];
  GdkRGBA    tints[ESP_N_TINTS][ESP_N_COLORS];
} EspChartColors;

EspPalette esp_chart_colors_get_palette (AdwStyleManager *manager);
void       esp_chart_colors_load        (EspChartColors  *self,
                                         EspPalette       palette);
void       esp_chart_colors_install     (GdkDisplay      *display);

G_END_DECLS
