/* esp-ink.h — with which colours, widths and sizes the parts of a picture are drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "scene/esp-card.h"

G_BEGIN_DECLS

/* The five colours that say where a seat stands, and the five kinds of secondary lines: families of inks. */
#define ESP_N_PLACES (ESP_COLOR_PROGRAM - ESP_COLOR_COMPANY + 1)

/* What something is filled and stroked with. Those of a family are the first one plus the place or the kind of line. */
typedef enum
{
  ESP_INK_CANVAS,
  ESP_INK_CARD,
  ESP_INK_RAIL,
  ESP_INK_RAIL_VACANT,
  ESP_INK_PILL,
  ESP_INK_FOLD,
  ESP_INK_WIRE,
  ESP_INK_GLYPH,        /* in the secondary tone */
  ESP_INK_GLYPH_USUAL,
  ESP_INK_GLYPH_WARNING,
  ESP_INK_SEAT,         /* a program-management seat's card */
  ESP_INK_SEAT_RAIL = ESP_INK_SEAT + ESP_N_PLACES,
  ESP_INK_SEAT_RAIL_VACANT = ESP_INK_SEAT_RAIL + ESP_N_PLACES,
  ESP_INK_PLACE_GLYPH = ESP_INK_SEAT_RAIL_VACANT + ESP_N_PLACES,
  ESP_INK_PLATE = ESP_INK_PLACE_GLYPH + ESP_N_PLACES,
  ESP_INK_FRAME = ESP_INK_PLATE + ESP_N_PLACES,
  ESP_INK_FRAME_BARE = ESP_INK_FRAME + ESP_N_PLACES,
  ESP_INK_TAB = ESP_INK_FRAME_BARE + ESP_N_PLACES,
  ESP_INK_LINE = ESP_INK_TAB + ESP_N_PLACES,
  ESP_INK_LINE_THIN = ESP_INK_LINE + ESP_LINE_N_KINDS, /* an end is inside a folded branch */
  ESP_INK_MARK = ESP_INK_LINE_THIN + ESP_LINE_N_KINDS, /* at the far end */
  ESP_N_INKS = ESP_INK_MARK + ESP_LINE_N_KINDS
} EspInk;

typedef enum
{
  ESP_WORDS_TITLE,
  ESP_WORDS_TITLE_MUTED, /* of what is frozen or eliminated */
  ESP_WORDS_LARGE,       /* names of companies and divisions */
  ESP_WORDS_HOLDER,
  ESP_WORDS_CAPTION,
  ESP_WORDS_PILL,        /* centred */
  ESP_WORDS_END,         /* caption that ends where it stands */
  ESP_WORDS_INITIALS,    /* centred */
  ESP_WORDS_TAB,         /* a unit's name on its frame */
  ESP_N_WORDS
} EspWords;

typedef enum
{
  ESP_ANCHOR_START,
  ESP_ANCHOR_MIDDLE,
  ESP_ANCHOR_END,
} EspAnchor;

/**
 * EspInkStyle:
 * @name: short, unique, usable as a class in CSS
 * @has_fill: whether the inside is painted
 * @has_stroke: whether the edge is
 * @fill: 0xRRGGBB
 * @stroke: 0xRRGGBB
 * @width: of the stroke in world px
 * @dash: (array length=n_dash): lengths on and off
 * @n_dash: 0 for a whole stroke
 * @is_glyph: for glyphs alone, which fill and stroke in one colour: @fill
 * @is_double: two strokes of @width, as far apart as they are wide
 */
typedef struct
{
  const char *name;
  gboolean    has_fill;
  gboolean    has_stroke;
  guint32     fill;
  guint32     stroke;
  double      width;
  double      dash[4];
  guint       n_dash;
  gboolean    is_glyph;
  gboolean    is_double;
} EspInkStyle;

typedef struct
{
  const char *name; /* "" for the one that needs no class */
  guint32     color;
  double      size; /* px */
  gboolean    is_bold;
  EspAnchor   anchor;
} EspWordStyle;

/**
 * EspStyles:
 *
 * How everything in one picture looks: made once from the palette and the sizes of the scene.
 */
typedef struct
{
  EspInkStyle  inks[ESP_N_INKS];
  EspWordStyle words[ESP_N_WORDS];
} EspStyles;

void esp_styles_init (EspStyles            *self,
                      EspPalette            palette,
                      const EspCardMetrics *metrics);

static inline EspInk
esp_ink_of_place (EspInk   family,
                  EspColor color)
{
  return family + (color >= ESP_COLOR_COMPANY && color <= ESP_COLOR_PROGRAM ? color - ESP_COLOR_COMPANY : 0);
}

G_END_DECLS
