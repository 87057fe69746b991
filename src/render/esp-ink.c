/* esp-ink.c — the table of what everything is drawn with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-render"

#include "render/esp-ink.h"

#define NONE -1
#define PLAIN -1

/* Where a paint comes from: a colour of the palette as it is or as a tint of it. In families the place stands for the colour. */
typedef struct
{
  int color;
  int tint;
} Paint;

/* Of the circle they stand in: two wide capitals fit at any size of text. */
#define INITIALS_SIZE 0.42

#define NO_PAINT { NONE, PLAIN }
#define PLACE ESP_N_COLORS

/* Instead of a width */
#define GLYPH -1

typedef struct
{
  const char *letter;
  Paint       fill;
  Paint       stroke;
  double      width;
} InkRow;

static const struct
{
  EspInk ink;
  InkRow row;
} single_rows[] = {
  { ESP_INK_CANVAS, { "bg", { ESP_COLOR_CANVAS, PLAIN }, NO_PAINT, 0 } },
  { ESP_INK_CARD, { "", { ESP_COLOR_CARD, PLAIN }, { ESP_COLOR_CARD_BORDER, PLAIN }, 1 } },
  { ESP_INK_RAIL, { "r", { ESP_COLOR_CARD_BORDER, PLAIN }, NO_PAINT, 0 } },
  { ESP_INK_RAIL_VACANT, { "rv", NO_PAINT, { ESP_COLOR_WIRE, PLAIN }, 1 } },
  { ESP_INK_PILL, { "l", NO_PAINT, { ESP_COLOR_CARD_BORDER, PLAIN }, 1 } },
  { ESP_INK_FOLD, { "fo", { ESP_COLOR_CARD, PLAIN }, { ESP_COLOR_WIRE, PLAIN }, 1 } },
  { ESP_INK_WIRE, { "w", NO_PAINT, { ESP_COLOR_WIRE, PLAIN }, 2 } },
  { ESP_INK_GLYPH, { "g", { ESP_COLOR_TEXT_SECONDARY, PLAIN }, NO_PAINT, GLYPH } },
  { ESP_INK_GLYPH_USUAL, { "gu", { ESP_COLOR_WIRE, PLAIN }, NO_PAINT, GLYPH } },
  { ESP_INK_GLYPH_WARNING, { "gw", { ESP_COLOR_WARNING, PLAIN }, NO_PAINT, GLYPH } },
};

static const struct
{
  EspInk family;
  InkRow row;
} place_rows[] = {
  { ESP_INK_SEAT, { "s", { PLACE, ESP_TINT_CARD }, { ESP_COLOR_CARD_BORDER, PLAIN }, 1 } },
  { ESP_INK_SEAT_RAIL, { "sr", { PLACE, PLAIN }, NO_PAINT, 0 } },
  { ESP_INK_SEAT_RAIL_VACANT, { "sv", NO_PAINT, { PLACE, PLAIN }, 1 } },
  { ESP_INK_PLACE_GLYPH, { "pg", { PLACE, PLAIN }, NO_PAINT, GLYPH } },
  { ESP_INK_PLATE, { "p", { PLACE, ESP_TINT_PLATE }, { PLACE, ESP_TINT_BORDER }, 1 } },
  { ESP_INK_FRAME, { "f", { PLACE, ESP_TINT_FRAME }, { PLACE, ESP_TINT_EDGE }, 1 } },
  { ESP_INK_FRAME_BARE, { "fb", NO_PAINT, { PLACE, ESP_TINT_EDGE }, 1 } },
  { ESP_INK_TAB, { "ft", { PLACE, ESP_TINT_PLATE }, { PLACE, ESP_TINT_EDGE }, 1 } },
};

/* The five kinds of secondary lines; widths and dashes in world px. */
static const struct
{
  EspColor color;
  double   width;
  double   dash[4];
  guint    n_dash;
  gboolean is_double;
  gboolean has_filled_mark;
} lines[ESP_LINE_N_KINDS] = {
  [ESP_LINE_SECOND] = { ESP_COLOR_TEXT, 2, { 0 }, 0, FALSE, FALSE },
  [ESP_LINE_DOTTED] = { ESP_COLOR_WIRE, 2, { 2, 4 }, 2, FALSE, FALSE },
  [ESP_LINE_FUNCTIONAL] = { ESP_COLOR_DEPARTMENT, 2, { 12, 6 }, 2, FALSE, TRUE },
  [ESP_LINE_PROGRAM] = { ESP_COLOR_PROGRAM, 2, { 12, 3, 3, 3 }, 4, FALSE, FALSE },
  [ESP_LINE_VENDOR] = { ESP_COLOR_PMO, 1, { 0 }, 0, TRUE, FALSE },
};

/* Classes of the families: the letter and a digit */
static const char *
get_class (const char *letter,
           guint       n)
{
  char text[8];

  g_snprintf (text, sizeof text, "%s%u", letter, n);
  return g_intern_string (text);
}

static gboolean
mix (EspPalette   palette,
     const Paint *paint,
     EspColor     place,
     guint32     *color)
{
  EspColor from = paint->color == PLACE ? place : (EspColor) paint->color;

  if (paint->color == NONE)
    return FALSE;
  *color = paint->tint == PLAIN ? esp_palette_get (palette, from) : esp_palette_get_tint (palette, paint->tint, from);
  return TRUE;
}

static void
init_ink (EspInkStyle  *style,
          EspPalette    palette,
          const InkRow *row,
          EspColor      place,
          const char   *name)
{
  *style = (EspInkStyle){ .name = name, .width = row->width, .is_glyph = row->width < 0.0 };
  style->has_fill = mix (palette, &row->fill, place, &style->fill);
  style->has_stroke = mix (palette, &row->stroke, place, &style->stroke);
}

static void
init_line (EspStyles   *self,
           EspPalette   palette,
           EspLineKind  kind)
{
  guint32 color = esp_palette_get (palette, lines[kind].color);
  EspInkStyle *line = &self->inks[ESP_INK_LINE + kind];
  EspInkStyle *thin = &self->inks[ESP_INK_LINE_THIN + kind];
  EspInkStyle *mark = &self->inks[ESP_INK_MARK + kind];

  *line = (EspInkStyle){ .name = get_class ("n", kind), .has_stroke = TRUE, .stroke = color, .width = lines[kind].width,
                         .n_dash = lines[kind].n_dash, .is_double = lines[kind].is_double };
  for (guint i = 0; i < line->n_dash; i++)
    line->dash[i] = lines[kind].dash[i];
  *thin = *line;
  thin->name = get_class ("t", kind);
  thin->width = line->width / 2.0;
  *mark = (EspInkStyle){ .name = get_class ("m", kind), .has_fill = TRUE, .has_stroke = TRUE, .stroke = color, .width = 1.5 };
  mark->fill = lines[kind].has_filled_mark ? color : esp_palette_get (palette, ESP_COLOR_CANVAS);
}

static void
init_words (EspStyles            *self,
            EspPalette            palette,
            const EspCardMetrics *metrics)
{
  guint32 text = esp_palette_get (palette, ESP_COLOR_TEXT);
  guint32 secondary = esp_palette_get (palette, ESP_COLOR_TEXT_SECONDARY);
  double title = metrics->title_px;
  double caption = metrics->caption_px;

  self->words[ESP_WORDS_TITLE] = (EspWordStyle){ "", text, title, TRUE, ESP_ANCHOR_START };
  self->words[ESP_WORDS_TITLE_MUTED] = (EspWordStyle){ "q", secondary, title, TRUE, ESP_ANCHOR_START };
  self->words[ESP_WORDS_LARGE] = (EspWordStyle){ "x", text, title * 1.2, TRUE, ESP_ANCHOR_START };
  self->words[ESP_WORDS_HOLDER] = (EspWordStyle){ "h", secondary, metrics->holder_px, FALSE, ESP_ANCHOR_START };
  self->words[ESP_WORDS_CAPTION] = (EspWordStyle){ "c", secondary, caption, FALSE, ESP_ANCHOR_START };
  self->words[ESP_WORDS_PILL] = (EspWordStyle){ "m", secondary, caption, FALSE, ESP_ANCHOR_MIDDLE };
  self->words[ESP_WORDS_END] = (EspWordStyle){ "e", secondary, caption, FALSE, ESP_ANCHOR_END };
  self->words[ESP_WORDS_INITIALS] = (EspWordStyle){ "i", secondary, MIN (title, metrics->initials * INITIALS_SIZE), TRUE, ESP_ANCHOR_MIDDLE };
  self->words[ESP_WORDS_TAB] = (EspWordStyle){ "b", text, caption, TRUE, ESP_ANCHOR_START };
}

/**
 * esp_styles_init:
 * @self: (out caller-allocates): the styles
 * @palette: which set of colours
 * @metrics: sizes of the scene's cards
 *
 * Mixes every colour and takes every size that a picture needs.
 */
void
esp_styles_init (EspStyles            *self,
                 EspPalette            palette,
                 const EspCardMetrics *metrics)
{
  g_return_if_fail (self != NULL && metrics != NULL && palette < ESP_N_PALETTES);

  for (guint i = 0; i < G_N_ELEMENTS (single_rows); i++)
    init_ink (&self->inks[single_rows[i].ink], palette, &single_rows[i].row, ESP_COLOR_COMPANY, single_rows[i].row.letter);
  for (guint i = 0; i < G_N_ELEMENTS (place_rows); i++)
    {
      for (guint n = 0; n < ESP_N_PLACES; n++)
        init_ink (&self->inks[place_rows[i].family + n], palette, &place_rows[i].row, ESP_COLOR_COMPANY + n,
                  get_class (place_rows[i].row.letter, n));
    }
  for (EspLineKind kind = 0; kind < ESP_LINE_N_KINDS; kind++)
    init_line (self, palette, kind);
  init_words (self, palette, metrics);
}
