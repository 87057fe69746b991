/* esp-card-painter.c — one card or plate: where its parts stand, and what they look like
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-render"

#include "render/esp-painter.h"

#include <math.h>
#include <string.h>

#define GRID 6.0
#define EDGE 12.0       /* free at the end of a card */
#define START 18.0      /* of a plate's glyph and words */
#define RAIL 3.0
#define SEAT_RAIL 6.0
#define FINDING 18.0
#define BEHIND 6.0      /* how far the second border of a group of posts stands out */
#define PILL_PADDING 9.0
#define FOLD_GLYPH 12.0

#define N_MAX_GLYPHS 5
#define N_MAX_PILLS 3
#define N_MAX_RUNS 10

/**
 * Parts:
 *
 * What a card consists of, in world px. Collected first: shapes come before words, because the shapes of many cards are the same.
 */
typedef struct
{
  const EspCard        *card;
  const EspCardMetrics *metrics;
  const EspStyles      *styles;
  EspRect               rect;
  gboolean              is_mirrored;
  struct
  {
    EspGlyph glyph;
    EspInk   ink;
    double   x;
    double   y;
    double   size;
  } glyphs[N_MAX_GLYPHS];
  struct
  {
    EspInk  ink;
    EspRect rect;
  } pills[N_MAX_PILLS];
  EspRun runs[N_MAX_RUNS];
  guint  n_glyphs;
  guint  n_pills;
  guint  n_runs;
} Parts;

/**
 * esp_painter_get_baseline:
 * @styles: how things look
 * @words: what is written
 * @top: of a line
 * @height: of the line
 *
 * Returns: where words stand that are in the middle of the line
 */
double
esp_painter_get_baseline (const EspStyles *styles,
                          EspWords         words,
                          double           top,
                          double           height)
{
  return top + round (height / 2.0 + 0.36 * styles->words[words].size);
}

/* From the start of the card to the page. */
static double
to_page_x (const Parts *self,
           double       x,
           double       width)
{
  return self->is_mirrored ? self->rect.x + self->rect.width - x - width : self->rect.x + x;
}

static void
add_glyph (Parts    *self,
           EspGlyph  glyph,
           EspInk    ink,
           double    x,
           double    y,
           double    size)
{
  guint n = self->n_glyphs++;

  self->glyphs[n].glyph = glyph;
  self->glyphs[n].ink = ink;
  self->glyphs[n].x = to_page_x (self, x, size);
  self->glyphs[n].y = self->rect.y + y;
  self->glyphs[n].size = size;
}

/* Words in the line that is @height high, between @x and @x + @width from the start of the card. */
static EspRun *
add_words (Parts      *self,
           EspWords    words,
           const char *text,
           double      x,
           double      y,
           double      width,
           double      height)
{
  EspRun *run = &self->runs[self->n_runs++];
  EspAnchor anchor = self->styles->words[words].anchor;
  double at = anchor == ESP_ANCHOR_START ? x : anchor == ESP_ANCHOR_END ? x + width : x + width / 2.0;

  *run = (EspRun){ .style = words, .text = text, .width = width };
  run->x = to_page_x (self, at, 0.0);
  run->y = self->rect.y + esp_painter_get_baseline (self->styles, words, y, height);
  return run;
}

static double
measure (const Parts *self,
         EspWords     words,
         const char  *text)
{
  return text == NULL ? 0.0 : esp_text_measure (text, -1, self->styles->words[words].size, self->styles->words[words].is_bold);
}

/* Even, so that the middle of it is a whole px. */
static double
get_pill_width (const Parts *self,
                const char  *text,
                double       most)
{
  double width = 2.0 * ceil ((measure (self, ESP_WORDS_PILL, text) + 2 * PILL_PADDING) / 2.0);

  return text == NULL ? 0.0 : MIN (MAX (width, self->metrics->pill_height), floor (most / 2.0) * 2.0);
}

static void
add_pill (Parts      *self,
          const char *text,
          double      x,
          double      y,
          double      width)
{
  double height = self->metrics->pill_height;
  guint n = self->n_pills++;

  self->pills[n].ink = ESP_INK_PILL;
  self->pills[n].rect = (EspRect){ to_page_x (self, x, width), self->rect.y + y, width, height };
  add_words (self, ESP_WORDS_PILL, text, x, y, width, height)->width = width - GRID;
}

/* The name, or a pill in its place, and how many posts */
static void
place_holder (Parts  *self,
              double  y)
{
  const EspCardMetrics *m = self->metrics;
  const EspCard *card = self->card;
  double right = self->rect.width - EDGE;
  double pill;

  if (card->posts != NULL)
    {
      double posts = MIN (ceil (measure (self, ESP_WORDS_END, card->posts)) + GRID, m->width / 3.0);

      add_words (self, ESP_WORDS_END, card->posts, right - posts, y, posts, m->holder_line);
      right -= posts + GRID;
    }
  pill = get_pill_width (self, card->state_pill, (right - m->text_x) / (card->holder == NULL ? 1.0 : 2.0));
  if (pill > 0.0)
    {
      add_pill (self, card->state_pill, card->holder == NULL ? m->text_x : right - pill, y, pill);
      right -= pill + GRID;
    }
  if (card->holder != NULL)
    add_words (self, ESP_WORDS_HOLDER, card->holder, m->text_x, y, right - m->text_x, m->holder_line);
}

static void
place_unit_row (Parts  *self,
                double  y)
{
  const EspCardMetrics *m = self->metrics;
  const EspCard *card = self->card;
  double right = self->rect.width - EDGE;
  double x = m->text_x;
  double level = get_pill_width (self, card->level_pill, (right - x) / 2.0);

  if (card->finding != NULL)
    {
      add_glyph (self, ESP_GLYPH_WARNING, ESP_INK_GLYPH_WARNING, x, y + (m->unit_line - FINDING) / 2.0, FINDING);
      x += FINDING + RAIL;
    }
  if (card->unit != NULL && card->unit_glyph != ESP_GLYPH_NONE)
    {
      add_glyph (self, card->unit_glyph, ESP_INK_GLYPH, x, y + (m->unit_line - ESP_GLYPH_SIZE) / 2.0, ESP_GLYPH_SIZE);
      x += ESP_GLYPH_SIZE + GRID;
    }
  if (level > 0.0)
    {
      add_pill (self, card->level_pill, right - level, y, level);
      right -= level + GRID;
    }
  if (card->unit != NULL)
    add_words (self, ESP_WORDS_CAPTION, card->unit, x, y, right - x, m->unit_line);
}

static void
place_scope (Parts  *self,
             double  y)
{
  const EspCardMetrics *m = self->metrics;
  const EspCard *card = self->card;
  EspGlyph glyph = esp_card_get_scope_glyph (card);
  EspInk ink = ESP_INK_GLYPH;

  if (glyph == ESP_GLYPH_NONE)
    return;
  if (glyph == ESP_GLYPH_USUAL)
    ink = ESP_INK_GLYPH_USUAL;
  else if (card->is_seat)
    ink = esp_ink_of_place (ESP_INK_PLACE_GLYPH, card->color);
  add_glyph (self, glyph, ink, self->rect.width - EDGE - m->mark, y + (m->title_line - m->mark) / 2.0, m->mark);
}

static void
place_position (Parts *self)
{
  const EspCardMetrics *m = self->metrics;
  const EspCard *card = self->card;
  gboolean is_muted = card->state == ESP_CARD_FROZEN || card->state == ESP_CARD_ELIMINATED || card->is_context;
  double right = self->rect.width - EDGE;
  double y = m->top;
  EspRun *title = add_words (self, is_muted ? ESP_WORDS_TITLE_MUTED : ESP_WORDS_TITLE, card->title, m->text_x, y,
                             right - m->mark - GRID - m->text_x, m->title_line);

  title->break_at = card->title_break;
  title->line_height = m->title_line;
  if (m->initials > 0.0 && card->initials[0] != '\0')
    add_words (self, ESP_WORDS_INITIALS, card->initials, START, m->top, m->initials, m->initials);
  place_scope (self, y);
  y += m->title_line * (card->title_break > 0 ? 2 : 1);
  place_holder (self, y);
  if (m->unit_line <= 0.0)
    {
      if (card->finding != NULL) /* no third row: the warning stands under the scope mark */
        add_glyph (self, ESP_GLYPH_WARNING, ESP_INK_GLYPH_WARNING, right - FINDING, y, FINDING);
      return;
    }
  y += m->holder_line + m->gap;
  place_unit_row (self, y);
  y += m->unit_line + m->gap;
  if (m->serves_line > 0.0 && card->serves != NULL)
    add_words (self, ESP_WORDS_CAPTION, card->serves, m->text_x, y, right - m->text_x, m->serves_line);
}

static void
place_plate (Parts *self)
{
  const EspCardMetrics *m = self->metrics;
  const EspCard *card = self->card;
  double right = self->rect.width - EDGE;
  double x = START + ESP_GLYPH_SIZE + GRID;
  double y = (self->rect.height - m->title_line - m->holder_line) / 2.0;

  add_glyph (self, card->unit_glyph, esp_ink_of_place (ESP_INK_PLACE_GLYPH, card->color), START,
             y + (m->title_line - ESP_GLYPH_SIZE) / 2.0, ESP_GLYPH_SIZE);
  if (card->finding != NULL)
    {
      add_glyph (self, ESP_GLYPH_WARNING, ESP_INK_GLYPH_WARNING, right - FINDING, y, FINDING);
      right -= FINDING + GRID;
    }
  add_words (self, card->is_context ? ESP_WORDS_TITLE_MUTED : card->is_large ? ESP_WORDS_LARGE : ESP_WORDS_TITLE, card->title, x, y, right - x, m->title_line);
  if (card->holder != NULL)
    add_words (self, ESP_WORDS_CAPTION, card->holder, START, y + m->title_line, self->rect.width - EDGE - START, m->holder_line);
}

/* The pill of a folded branch, over the edge of its node where the wires would leave: half, but not over the title that is at the upper edge. */
static void
place_fold (Parts    *self,
            EspScene *scene)
{
  const EspSceneOptions *options = esp_scene_get_options (scene);
  double height = self->metrics->fold_height;
  double words = measure (self, ESP_WORDS_PILL, self->card->fold_pill);
  double width = 2.0 * ceil ((PILL_PADDING + FOLD_GLYPH + 3.0 + words + PILL_PADDING) / 2.0);
  gboolean is_turned = options->direction == ESP_DIRECTION_RIGHT || options->direction == ESP_DIRECTION_LEFT;
  EspRect node;
  EspRect pill = { 0, 0, width, height };
  guint n = self->n_pills++;
  EspRun *run;

  esp_scene_get_node_rect (scene, ESP_ITEM_NODE (self->card->item), &node);
  pill.x = node.x + floor ((node.width - width) / 2.0);
  pill.y = node.y + floor ((node.height - height) / 2.0);
  if (!is_turned)
    pill.y = options->direction == ESP_DIRECTION_UP ? node.y + GRID - height : node.y + node.height - height / 2.0;
  else if ((options->direction == ESP_DIRECTION_RIGHT) != options->mirrored)
    pill.x = node.x + node.width - height / 2.0;
  else
    pill.x = node.x + height / 2.0 - width;

  self->pills[n].ink = ESP_INK_FOLD;
  self->pills[n].rect = pill;
  add_glyph (self, ESP_GLYPH_UNFOLD, ESP_INK_GLYPH, 0, 0, FOLD_GLYPH);
  self->glyphs[self->n_glyphs - 1].x = self->is_mirrored ? pill.x + width - PILL_PADDING - FOLD_GLYPH : pill.x + PILL_PADDING;
  self->glyphs[self->n_glyphs - 1].y = pill.y + (height - FOLD_GLYPH) / 2.0;
  run = add_words (self, ESP_WORDS_PILL, self->card->fold_pill, 0, 0, words + PILL_PADDING, height);
  run->x = pill.x + (self->is_mirrored ? PILL_PADDING + words / 2.0 : width - PILL_PADDING - words / 2.0);
  run->y = esp_painter_get_baseline (self->styles, ESP_WORDS_PILL, pill.y, height);
}

static EspInk
get_card_ink (const EspCard *card)
{
  if (card->is_unit && !card->is_context)
    return esp_ink_of_place (ESP_INK_PLATE, card->color);
  return card->is_seat ? esp_ink_of_place (ESP_INK_SEAT, card->color) : ESP_INK_CARD;
}

static void
paint_body (EspPen      *pen,
            const Parts *self)
{
  const EspCard *card = self->card;
  EspInk ink = get_card_ink (card);
  EspCorners corners = ESP_CORNERS_ALL;

  if (card->is_docked)
    corners = ESP_CORNERS_BOTTOM;
  else if (card->has_head)
    corners = ESP_CORNERS_TOP;
  if (card->is_group)
    {
      EspRect behind = self->rect;

      behind.x += self->is_mirrored ? -BEHIND : BEHIND;
      behind.y += BEHIND;
      esp_pen_rect (pen, ink, &behind, self->metrics->radius, corners);
    }
  esp_pen_rect (pen, ink, &self->rect, self->metrics->radius, corners);
}

/* The bar at the start says where a seat stands, the one at the end that it faces out. */
static void
paint_bars (EspPen      *pen,
            const Parts *self)
{
  const EspCard *card = self->card;
  const EspCardMetrics *m = self->metrics;
  gboolean is_vacant = card->state == ESP_CARD_VACANT;
  double width = card->is_seat ? SEAT_RAIL : RAIL;
  EspRect bar = { to_page_x (self, m->rail_x, width), self->rect.y + m->rail_inset, width, self->rect.height - 2 * m->rail_inset };
  EspInk ink = is_vacant ? ESP_INK_RAIL_VACANT : ESP_INK_RAIL;

  if (card->is_seat)
    ink = esp_ink_of_place (is_vacant ? ESP_INK_SEAT_RAIL_VACANT : ESP_INK_SEAT_RAIL, card->color);
  esp_pen_rect (pen, ink, &bar, 0.0, ESP_CORNERS_NONE);
  if (card->scope == ESP_SCOPE_MARK_EXTERNAL)
    {
      bar.x = to_page_x (self, self->rect.width - m->rail_x - RAIL, RAIL);
      bar.width = RAIL;
      esp_pen_rect (pen, card->is_context ? ESP_INK_RAIL : esp_ink_of_place (ESP_INK_SEAT_RAIL, card->color), &bar, 0.0, ESP_CORNERS_NONE);
    }
}

static void
paint_shapes (EspPen      *pen,
              const Parts *self)
{
  const EspCardMetrics *m = self->metrics;

  esp_pen_begin_stamp (pen, self->rect.x, self->rect.y);
  if (!self->card->is_unit)
    paint_bars (pen, self);
  if (!self->card->is_unit && m->initials > 0.0 && self->card->initials[0] != '\0')
    esp_pen_circle (pen, ESP_INK_PILL, to_page_x (self, START + m->initials / 2.0, 0.0), self->rect.y + m->top + m->initials / 2.0,
                    m->initials / 2.0);
  for (guint i = 0; i < self->n_pills; i++)
    esp_pen_rect (pen, self->pills[i].ink, &self->pills[i].rect, self->pills[i].rect.height / 2.0, ESP_CORNERS_ALL);
  for (guint i = 0; i < self->n_glyphs; i++)
    esp_pen_glyph (pen, self->glyphs[i].ink, self->glyphs[i].glyph, self->glyphs[i].x, self->glyphs[i].y, self->glyphs[i].size);
  esp_pen_end_stamp (pen);
}

/**
 * esp_painter_paint_place:
 * @pen: what to draw with
 * @rect: where
 * @color: where the seat stands
 *
 * Draws a program-management seat as small as a letter, for the legend.
 */
void
esp_painter_paint_place (EspPen        *pen,
                         const EspRect *rect,
                         EspColor       color)
{
  EspRect rail = { pen->is_mirrored ? rect->x + rect->width - RAIL - SEAT_RAIL : rect->x + RAIL, rect->y + RAIL, SEAT_RAIL, rect->height - 2 * RAIL };

  esp_pen_rect (pen, esp_ink_of_place (ESP_INK_SEAT, color), rect, GRID / 2.0, ESP_CORNERS_ALL);
  esp_pen_rect (pen, esp_ink_of_place (ESP_INK_SEAT_RAIL, color), &rail, 0.0, ESP_CORNERS_NONE);
}

/**
 * esp_painter_paint_card:
 * @pen: what to draw with
 * @scene: a scene
 * @item: an item that is shown
 *
 * Draws one card or plate where it stands.
 */
void
esp_painter_paint_card (EspPen   *pen,
                        EspScene *scene,
                        EspItem   item)
{
  EspCard card;
  Parts parts;

  parts.n_glyphs = parts.n_pills = parts.n_runs = 0;
  if (!esp_scene_get_item_rect (scene, item, &parts.rect))
    return;
  esp_card_fill (&card, scene, item);
  parts.card = &card;
  parts.metrics = esp_scene_get_metrics (scene);
  parts.styles = pen->styles;
  parts.is_mirrored = pen->is_mirrored;

  if (card.is_unit)
    place_plate (&parts);
  else
    place_position (&parts);
  if (card.fold_pill != NULL && *card.fold_pill != '\0')
    place_fold (&parts, scene);

  paint_body (pen, &parts);
  paint_shapes (pen, &parts);
  for (guint i = 0; i < parts.n_runs; i++)
    esp_pen_words (pen, &parts.runs[i]);
}
