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
 * @lens: seats in other colours, and what is no seat, are dimmed; %ESP_N_COLORS: nothing is
 */
typedef struct
{
  EspPalette palette;
  GdkRGBA    colors[ESP_N_COLORS];
  GdkRGBA    tints[ESP_N_TINTS][ESP_N_COLORS];
  EspColor   lens;
} EspChartColors;

EspPalette esp_chart_colors_get_palette (AdwStyleManager *manager);
void       esp_chart_colors_load        (EspChartColors  *self,
                                         EspPalette       palette);
void       esp_chart_colors_install     (GdkDisplay      *display);

/* Whether a card is dimmed by the lens */
static inline gboolean
esp_chart_colors_is_dimmed (const EspChartColors *self,
                            gboolean              is_seat,
                            EspColor              color)
{
  return self->lens != ESP_N_COLORS && !(is_seat && color == self->lens);
}

G_END_DECLS
