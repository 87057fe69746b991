/* esp-palette.h — the colours of the chart: one table for the screen, for files and for the test that checks it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "organization/esp-fields.h"

G_BEGIN_DECLS

typedef enum
{
  ESP_PALETTE_LIGHT,
  ESP_PALETTE_DARK,
  ESP_PALETTE_HIGH_CONTRAST_LIGHT,
  ESP_PALETTE_HIGH_CONTRAST_DARK,
  ESP_N_PALETTES
} EspPalette;

/* What a colour is for. The five from COMPANY to PROGRAM say where a seat stands (slate, sky, bark, leaf, plum). */
typedef enum
{
  ESP_COLOR_CANVAS,
  ESP_COLOR_CARD,
  ESP_COLOR_CARD_BORDER,
  ESP_COLOR_TEXT,
  ESP_COLOR_TEXT_SECONDARY,
  ESP_COLOR_WIRE,
  ESP_COLOR_COMPANY,    /* company, division; also “no unit” */
  ESP_COLOR_DEPARTMENT, /* department, team */
  ESP_COLOR_PMO,
  ESP_COLOR_COE,
  ESP_COLOR_PROGRAM,
  ESP_COLOR_ACCENT,
  ESP_COLOR_ERROR,
  ESP_COLOR_WARNING,
  ESP_COLOR_SUCCESS,
  ESP_COLOR_HIT,        /* a search hit */
  ESP_COLOR_SCALE_1,    /* low to high, for level and span; always with the number */
  ESP_COLOR_SCALE_2,
  ESP_COLOR_SCALE_3,
  ESP_COLOR_SCALE_4,
  ESP_COLOR_SCALE_5,
  ESP_COLOR_SCALE_6,
  ESP_N_COLORS
} EspColor;

/* How somebody sees: full colour sight, or without one of the three cones. */
typedef enum
{
  ESP_SIGHT_NORMAL,
  ESP_SIGHT_PROTANOPIA,
  ESP_SIGHT_DEUTERANOPIA,
  ESP_SIGHT_TRITANOPIA,
  ESP_N_SIGHTS
} EspSight;

/* What a tint of a kind colour is for; how strong it is depends on the palette. */
typedef enum
{
  ESP_TINT_CARD,   /* a program-management seat's card: 8 %, dark 10 % */
  ESP_TINT_PLATE,  /* a unit's plate: 12 %, dark 18 % */
  ESP_TINT_FRAME,  /* a unit's frame: 5 %, dark 8 % */
  ESP_TINT_BLOCK,  /* a neutral card at the Blocks stage: 35 % of the wire */
  ESP_TINT_BORDER, /* a plate's border: 60 % */
  ESP_TINT_EDGE,   /* a frame's border: 40 % */
  ESP_TINT_HIT,    /* a search hit's fill: 30 %, dark 25 % */
  ESP_N_TINTS
} EspTint;

/* Colours are 0xRRGGBB. */
guint32     esp_palette_get          (EspPalette  palette,
                                      EspColor    color);
const char *esp_palette_get_css_name (EspColor    color);
char       *esp_palette_to_css       (EspPalette  palette);
guint32     esp_palette_get_tint     (EspPalette  palette,
                                      EspTint     tint,
                                      EspColor    color);
EspPalette  esp_palette_choose       (gboolean    dark,
                                      gboolean    high_contrast);
gboolean    esp_palette_is_dark      (EspPalette  palette);
gboolean    esp_palette_is_high_contrast (EspPalette palette);

EspColor    esp_color_of_unit_kind   (EspUnitKind kind);

/* Arithmetic on colours */
guint32     esp_color_mix            (guint32     color,
                                      guint32     ground,
                                      double      amount);
double      esp_color_contrast       (guint32     a,
                                      guint32     b);
double      esp_color_distance       (guint32     a,
                                      guint32     b,
                                      EspSight    sight);

G_END_DECLS
