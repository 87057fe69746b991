/* esp-chart-paint.c — cards that are not widgets: painted cards, blocks, walls, pins and names of branches
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-chart.h"

#include <math.h>

#include "chart/esp-chart-private.h"
#include "chart/esp-chart-snap.h"
#include "core/esp-i18n.h"
#include "scene/esp-lens.h"

#define RAIL          3.0
#define SEAT_RAIL     6.0
#define MAX_ROUNDED   150  /* rounded corners cost time: above, cards are square */
#define NAME_PX       11.0 /* letters of the Names stage */
#define SMALL_NAME_PX 10.0
#define SMALL_ZOOM    0.5
#define PIN_PX        12.0
#define BRANCH_PX     12.0 /* letters of the names of branches */
#define BRANCH_WIDTH  60.0
#define MAX_BRANCHES  60
#define MAP_MIN_PX    2.0
#define MAX_MAP       4000

/* Boxes */

static void
append_border (GtkSnapshot          *snapshot,
               const GskRoundedRect *outline,
               double                width,
               const GdkRGBA        *color)
{
  gtk_snapshot_append_border (snapshot, outline, (float[4]) { width, width, width, width },
                              (GdkRGBA[4]) { *color, *color, *color, *color });
}

void
_esp_chart_append_outline (GtkSnapshot           *snapshot,
                           const graphene_rect_t *box,
                           double                 radius,
                           double                 width,
                           const GdkRGBA         *color)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, box, radius);
  append_border (snapshot, &outline, width, color);
}

/* @top and @bottom: radius of the corners there; 0 for square ones, which cost less */
void
_esp_chart_append_box (GtkSnapshot           *snapshot,
                       const graphene_rect_t *box,
                       double                 top,
                       double                 bottom,
                       const GdkRGBA         *fill,
                       const GdkRGBA         *border)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init (&outline, box, &GRAPHENE_SIZE_INIT (top, top), &GRAPHENE_SIZE_INIT (top, top),
                         &GRAPHENE_SIZE_INIT (bottom, bottom), &GRAPHENE_SIZE_INIT (bottom, bottom));
  if (top > 0 || bottom > 0)
    gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, fill, box);
  if (top > 0 || bottom > 0)
    gtk_snapshot_pop (snapshot);
  append_border (snapshot, &outline, 1, border);
}

static gboolean
is_mirrored (EspChart *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* A part of a card, given from its start */
static graphene_rect_t
get_part (EspChart              *self,
          const graphene_rect_t *box,
          double                 x,
          double                 y,
          double                 width,
          double                 height)
{
  if (is_mirrored (self))
    x = box->size.width - x - width;
  return GRAPHENE_RECT_INIT (box->origin.x + x, box->origin.y + y, width, height);
}

void
_esp_chart_append_text (EspChart      *self,
                        GtkSnapshot   *snapshot,
                        PangoLayout   *layout,
                        double         x,
                        double         y,
                        const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* Painted cards */

static void
paint_bars (EspChart              *self,
            GtkSnapshot           *snapshot,
            const EspPaint        *paint,
            const EspCard         *card,
            const graphene_rect_t *box)
{
  const EspCardMetrics *m = esp_scene_get_metrics (self->scene);
  gboolean is_seat = card->is_seat;
  gboolean is_dimmed = card->is_dimmed || card->is_context;
  double width = esp_snap_length (paint, is_seat ? SEAT_RAIL : RAIL);
  double x = esp_snap_length (paint, m->rail_x);
  double inset = m->rail_inset * paint->zoom;
  const GdkRGBA *color = &self->colors.colors[is_seat && !is_dimmed ? card->color : ESP_COLOR_CARD_BORDER];
  graphene_rect_t rail = get_part (self, box, x, inset, width, box->size.height - 2 * inset);

  if (card->state == ESP_CARD_VACANT)
    _esp_chart_append_outline (snapshot, &rail, 0, 1 / paint->scale, color);
  else
    gtk_snapshot_append_color (snapshot, color, &rail);

  if (card->scope == ESP_SCOPE_MARK_EXTERNAL)
    {
      width = esp_snap_length (paint, RAIL);
      rail = get_part (self, box, box->size.width - x - width, inset, width, box->size.height - 2 * inset);
      gtk_snapshot_append_color (snapshot, &self->colors.colors[is_dimmed ? ESP_COLOR_CARD_BORDER : card->color], &rail);
    }
}

static const GdkRGBA *
get_title_color (EspChart      *self,
                 const EspCard *card)
{
  gboolean is_muted = card->state == ESP_CARD_FROZEN || card->state == ESP_CARD_ELIMINATED;

  if (card->is_dimmed)
    return &self->colors.colors[ESP_COLOR_CARD_BORDER];
  is_muted |= card->is_context;
  return &self->colors.colors[is_muted ? ESP_COLOR_TEXT_SECONDARY : ESP_COLOR_TEXT];
}

/* One line in the middle, in letters of a fixed size */
static void
paint_name (EspChart              *self,
            GtkSnapshot           *snapshot,
            const EspPaint        *paint,
            const EspCard         *card,
            const graphene_rect_t *box)
{
  double size = paint->zoom >= SMALL_ZOOM ? NAME_PX : SMALL_NAME_PX;
  double x = MAX (18 * paint->zoom, esp_snap_length (paint, 12) + 3);
  double width = box->size.width - x - 12 * paint->zoom;
  PangoLayout *layout;
  int text_height;
  graphene_rect_t part;

  if (width < size)
    return;
  layout = esp_text_cache_get (self->texts, card->title, -1, size, TRUE, width);
  pango_layout_get_pixel_size (layout, NULL, &text_height);
  part = get_part (self, box, x, 0, width, box->size.height);
  _esp_chart_append_text (self, snapshot, layout, part.origin.x, floor (box->origin.y + (box->size.height - text_height) / 2),
                          get_title_color (self, card));
}

/* A line of a card that waits to become a widget, where the widget will have it */
static void
paint_line (EspChart              *self,
            GtkSnapshot           *snapshot,
            const EspPaint        *paint,
            const graphene_rect_t *box,
            const char            *text,
            gssize                 length,
            double                 size,
            gboolean               bold,
            double                 x,
            double                 y,
            double                 width,
            double                 height,
            const GdkRGBA         *color)
{
  PangoLayout *layout = esp_text_cache_get (self->texts, text, length, size, bold, width);
  int text_height;
  graphene_rect_t part = get_part (self, box, x * paint->zoom, y * paint->zoom, width * paint->zoom, height * paint->zoom);

  pango_layout_get_pixel_size (layout, NULL, &text_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &part.origin);
  gtk_snapshot_scale (snapshot, paint->zoom, paint->zoom);
  _esp_chart_append_text (self, snapshot, layout, 0, floor ((height - text_height) / 2), color);
  gtk_snapshot_restore (snapshot);
}

static void
paint_words (EspChart              *self,
             GtkSnapshot           *snapshot,
             const EspPaint        *paint,
             const EspCard         *card,
             const graphene_rect_t *box)
{
  const EspCardMetrics *m = esp_scene_get_metrics (self->scene);
  double card_width = box->size.width / paint->zoom;
  double x = card->is_unit ? 18 + 22 : m->text_x;
  double width = card_width - x - 12 - (card->is_unit ? 0 : m->mark + 6);
  double y = card->is_unit ? (m->plate_height - m->title_line - m->holder_line) / 2 : m->top;
  const GdkRGBA *color = get_title_color (self, card);

  paint_line (self, snapshot, paint, box, card->title, card->title_break > 0 ? (gssize) card->title_break - 1 : -1,
              m->title_px, TRUE, x, y, width, m->title_line, color);
  y += m->title_line;
  if (card->title_break > 0)
    {
      paint_line (self, snapshot, paint, box, card->title + card->title_break, -1, m->title_px, TRUE, x, y, width, m->title_line, color);
      y += m->title_line;
    }
  if (card->holder != NULL)
    paint_line (self, snapshot, paint, box, card->holder, -1, card->is_unit ? m->caption_px : m->holder_px, FALSE,
                x, y, card_width - x - 12, m->holder_line,
                color == &self->colors.colors[ESP_COLOR_TEXT] ? &self->colors.colors[ESP_COLOR_TEXT_SECONDARY] : color);
}

static void
paint_card (EspChart       *self,
            GtkSnapshot    *snapshot,
            const EspPaint *paint,
            EspItem         item,
            gboolean        is_rounded)
{
  double radius = is_rounded ? esp_scene_get_metrics (self->scene)->radius * paint->zoom : 0;
  const GdkRGBA *fill, *border;
  gboolean is_plain;
  EspCard card;
  EspRect rect;
  graphene_rect_t box;

  if (!_esp_chart_get_rect (self, item, &rect))
    return;
  esp_card_fill_with_lens (&card, self->scene, item);
  _esp_chart_dim_card (self, &card);
  box = esp_snap_rect (paint, &rect);
  is_plain = card.is_dimmed || card.is_context;
  fill = is_plain ? &self->colors.colors[ESP_COLOR_CARD]
         : card.is_unit ? &self->colors.tints[ESP_TINT_PLATE][card.color]
         : card.is_seat ? &self->colors.tints[ESP_TINT_CARD][card.color]
                        : &self->colors.colors[ESP_COLOR_CARD];
  border = card.is_unit && !is_plain ? &self->colors.tints[ESP_TINT_BORDER][card.color] : &self->colors.colors[ESP_COLOR_CARD_BORDER];
  _esp_chart_append_box (snapshot, &box, card.is_docked ? 0 : radius, card.has_head ? 0 : radius, fill, border);
  if (!card.is_unit)
    paint_bars (self, snapshot, paint, &card, &box);
  if (self->stage == ESP_STAGE_CARDS)
    paint_words (self, snapshot, paint, &card, &box);
  else
    paint_name (self, snapshot, paint, &card, &box);
}

static gboolean
is_widget (EspChart *self,
           EspItem   item)
{
  return self->stage == ESP_STAGE_CARDS &&
         esp_canvas_get_card (ESP_CANVAS (self), _esp_chart_get_key (self, item)) != NULL;
}

static void
paint_cards (EspChart       *self,
             GtkSnapshot    *snapshot,
             const EspPaint *paint)
{
  gboolean is_rounded = self->visible->len <= MAX_ROUNDED;

  for (guint i = 0; i < self->visible->len; i++)
    {
      EspNodeIx node = g_array_index (self->visible, EspVisible, i).node;

      if (!is_widget (self, ESP_ITEM (node)))
        paint_card (self, snapshot, paint, ESP_ITEM (node), is_rounded);
      if (esp_scene_get_head (self->scene, node) != ESP_IX_NONE && !is_widget (self, ESP_ITEM_HEAD (node)))
        paint_card (self, snapshot, paint, ESP_ITEM_HEAD (node), is_rounded);
    }
}

/* Blocks and walls */

static void
add_outline (EspBoxes              *boxes,
             const graphene_rect_t *box,
             double                 line,
             const GdkRGBA         *color)
{
  float x = box->origin.x;
  float y = box->origin.y;
  float width = box->size.width;
  float height = box->size.height;

  esp_boxes_add (boxes, &GRAPHENE_RECT_INIT (x, y, width, line), color);
  esp_boxes_add (boxes, &GRAPHENE_RECT_INIT (x, y + height - line, width, line), color);
  esp_boxes_add (boxes, &GRAPHENE_RECT_INIT (x, y + line, line, height - 2 * line), color);
  esp_boxes_add (boxes, &GRAPHENE_RECT_INIT (x + width - line, y + line, line, height - 2 * line), color);
}

static GdkRGBA
mix (const GdkRGBA *color,
     const GdkRGBA *ground,
     double         share)
{
  return (GdkRGBA) { ground->red + (color->red - ground->red) * share, ground->green + (color->green - ground->green) * share,
                     ground->blue + (color->blue - ground->blue) * share, 1 };
}

static void
add_block (EspChart              *self,
           EspBoxes              *boxes,
           const EspVisible      *visible,
           const graphene_rect_t *box,
           double                 scale)
{
  const GdkRGBA *neutral = &self->colors.tints[ESP_TINT_BLOCK][ESP_COLOR_WIRE];
  gboolean is_dimmed = _esp_chart_is_dimmed (self, visible->count == 1 ? visible->node : ESP_NODE_NONE);
  gboolean has_color = visible->seats > 0 && !is_dimmed && !esp_chart_colors_is_dimmed (&self->colors, TRUE, visible->color);
  EspNodeFlags flags = visible->count == 1 ? esp_scene_get_flags (self->scene, visible->node) : 0;

  if (is_dimmed || (flags & ESP_NODE_CONTEXT) != 0)
    neutral = &self->colors.colors[ESP_COLOR_CARD_BORDER];
  else if (self->trace != NULL)
    neutral = &self->colors.colors[ESP_COLOR_ACCENT];
  if (visible->count == 1)
    {
      const GdkRGBA *fill = has_color ? &self->colors.colors[visible->color] : neutral;

      if ((flags & ESP_NODE_VACANT) && MIN (box->size.width, box->size.height) * scale >= 3)
        add_outline (boxes, box, 1 / scale, fill);
      else
        esp_boxes_add (boxes, box, fill);
      return;
    }

  if (has_color)
    {
      /* the share of seats, on a scale on which one in fifty still shows */
      double share = MIN (1, 0.15 + 0.85 * sqrt (visible->seats / (double) visible->count));
      GdkRGBA color = mix (&self->colors.colors[visible->color], neutral, share);

      esp_boxes_add (boxes, box, &color);
    }
  else
    {
      esp_boxes_add (boxes, box, neutral);
    }
}

static void
paint_blocks (EspChart       *self,
              const EspPaint *paint)
{
  for (guint i = 0; i < self->visible->len; i++)
    {
      const EspVisible *visible = &g_array_index (self->visible, EspVisible, i);
      EspRect rect = visible->rect;
      graphene_rect_t box;

      if (visible->count == 1)
        {
          EspPoint offset = _esp_chart_get_offset (self, visible->node);

          rect.x += offset.x;
          rect.y += offset.y;
        }
      box = esp_snap_rect (paint, &rect);
      add_block (self, self->boxes, visible, &box, paint->scale);
    }
}

/* Names of branches */

static gboolean
overlaps_any (const graphene_rect_t *box,
              const graphene_rect_t *others,
              guint                  n)
{
  for (guint i = 0; i < n; i++)
    if (graphene_rect_intersection (box, &others[i], NULL))
      return TRUE;
  return FALSE;
}

/* A name stands over the card it belongs to, as far as its branch is in view */
static graphene_rect_t
get_name_box (const EspPaint      *paint,
              const EspBranchName *name,
              const EspRect       *card,
              double               width,
              double               height)
{
  double left = MAX ((name->rect.x - paint->origin.x) * paint->zoom, 0);
  double right = MIN ((name->rect.x + name->rect.width - paint->origin.x) * paint->zoom, paint->width);
  double x = (card->x + card->width / 2 - paint->origin.x) * paint->zoom - width / 2;
  double y = (card->y - paint->origin.y) * paint->zoom - height - 3;

  x = CLAMP (x, left, MAX (right - width, left));
  y = CLAMP (y, 6, MAX (paint->height - height - 6, 6));
  return GRAPHENE_RECT_INIT (round (x), round (y), width, height);
}

static void
paint_branch_names (EspChart       *self,
                    GtkSnapshot    *snapshot,
                    const EspPaint *paint)
{
  graphene_rect_t taken[MAX_BRANCHES];
  guint n_taken = 0;

  g_array_set_size (self->names, 0);
  esp_scene_query_names (self->scene, &paint->visible, BRANCH_WIDTH / paint->zoom, MAX_BRANCHES, self->names);
  for (guint i = 0; i < self->names->len && n_taken < MAX_BRANCHES; i++)
    {
      const EspBranchName *name = &g_array_index (self->names, EspBranchName, i);
      double room = MIN (name->rect.width * paint->zoom, 240);
      PangoLayout *layout = esp_text_cache_get (self->texts, name->text, -1, BRANCH_PX, TRUE, room);
      GdkRGBA ground = self->colors.colors[ESP_COLOR_CANVAS];
      int width, height;
      EspRect card;

      if (!esp_scene_get_item_rect (self->scene, name->item, &card))
        continue;
      pango_layout_get_pixel_size (layout, &width, &height);
      taken[n_taken] = get_name_box (paint, name, &card, MIN (width, room) + 8, height + 2);
      if (overlaps_any (&taken[n_taken], taken, n_taken))
        continue;
      ground.alpha = 0.85;
      gtk_snapshot_append_color (snapshot, &ground, &taken[n_taken]);
      _esp_chart_append_text (self, snapshot, layout, taken[n_taken].origin.x + 4, taken[n_taken].origin.y + 1,
                              &self->colors.colors[ESP_COLOR_TEXT]);
      n_taken++;
    }
}

/* Pins: what one looks for is never too small to be seen */

static void
paint_pin (EspChart       *self,
           GtkSnapshot    *snapshot,
           const EspPaint *paint,
           EspItem         item,
           const GdkRGBA  *color)
{
  EspRect rect;
  graphene_rect_t box;

  if (item == ESP_ITEM_NONE || !_esp_chart_get_rect (self, item, &rect))
    return;
  box = esp_snap_rect (paint, &rect);
  if (MIN (box.size.width, box.size.height) >= PIN_PX)
    {
      graphene_rect_inset (&box, -3, -3);
      _esp_chart_append_outline (snapshot, &box, 6, 3, color);
      return;
    }
  box = GRAPHENE_RECT_INIT (box.origin.x + box.size.width / 2 - PIN_PX / 2, box.origin.y + box.size.height / 2 - PIN_PX / 2,
                            PIN_PX, PIN_PX);
  _esp_chart_append_box (snapshot, &box, PIN_PX / 2, PIN_PX / 2, color, &self->colors.colors[ESP_COLOR_CANVAS]);
}

/* What was found, at its card, or at the card or the block it is inside of */
static void
paint_hits (EspChart       *self,
            GtkSnapshot    *snapshot,
            const EspPaint *paint)
{
  const GdkRGBA *color = &self->colors.colors[ESP_COLOR_HIT];
  guint n_rounded = 0;

  for (guint i = 0; i < self->visible->len; i++)
    {
      const EspVisible *visible = &g_array_index (self->visible, EspVisible, i);
      EspItem items[] = { ESP_ITEM (visible->node), ESP_ITEM_HEAD (visible->node) };
      gboolean has_head = visible->count == 1 && esp_scene_get_head (self->scene, visible->node) != ESP_IX_NONE;
      gboolean is_single = FALSE;
      graphene_rect_t box;

      if (visible->marks == 0)
        continue;
      for (guint k = 0; visible->count == 1 && n_rounded < MAX_ROUNDED && k < (has_head ? 2 : 1); k++)
        if (esp_scene_is_marked (self->scene, items[k]))
          {
            paint_pin (self, snapshot, paint, items[k], color);
            is_single = TRUE;
            n_rounded++;
          }
      if (is_single)
        continue;
      box = esp_snap_rect (paint, &visible->rect);
      box = GRAPHENE_RECT_INIT (box.origin.x + box.size.width / 2 - PIN_PX / 2, box.origin.y + box.size.height / 2 - PIN_PX / 2, PIN_PX, PIN_PX);
      if (visible->count == 1 && n_rounded++ < MAX_ROUNDED)
        _esp_chart_append_outline (snapshot, &box, PIN_PX / 2, 3, color);
      else
        gtk_snapshot_append_color (snapshot, color, &box);
    }
}

/* Of several that are selected those in view */
static void
paint_selected (EspChart       *self,
                GtkSnapshot    *snapshot,
                const EspPaint *paint)
{
  guint n_rounded = 0;

  if (self->session == NULL || esp_session_get_n_selected (self->session) < 2)
    return;
  for (guint i = 0; i < self->visible->len && n_rounded < MAX_ROUNDED; i++)
    {
      const EspVisible *visible = &g_array_index (self->visible, EspVisible, i);
      EspItem items[] = { ESP_ITEM (visible->node), ESP_ITEM_HEAD (visible->node) };
      gboolean has_head = visible->count == 1 && esp_scene_get_head (self->scene, visible->node) != ESP_IX_NONE;

      for (guint k = 0; visible->count == 1 && k < (has_head ? 2 : 1); k++)
        {
          guint64 key = _esp_chart_get_key (self, items[k]);

          if (key == self->selected_key || !esp_session_is_selected (self->session, ESP_ROW_TABLE (key), ESP_ROW_IX (key)))
            continue;
          paint_pin (self, snapshot, paint, items[k], &self->colors.colors[ESP_COLOR_ACCENT]);
          n_rounded++;
        }
    }
}

static void
paint_pins (EspChart       *self,
            GtkSnapshot    *snapshot,
            const EspPaint *paint)
{
  GdkRGBA focus = self->colors.colors[ESP_COLOR_ACCENT];

  paint_hits (self, snapshot, paint);
  focus.alpha = 0.5;
  if (self->focus_key != self->selected_key && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    paint_pin (self, snapshot, paint, esp_chart_get_focus_item (self), &focus);
  paint_selected (self, snapshot, paint);
  paint_pin (self, snapshot, paint, _esp_chart_find_key (self, self->selected_key), &self->colors.colors[ESP_COLOR_ACCENT]);
}

/* Words over the block of those with nobody above or below */
static void
paint_heading (EspChart       *self,
               GtkSnapshot    *snapshot,
               const EspPaint *paint)
{
  EspHeading heading;
  graphene_rect_t box;
  g_autofree char *text = NULL;

  if (self->stage > ESP_STAGE_NAMES || !esp_scene_get_heading (self->scene, &heading))
    return;
  box = esp_snap_rect (paint, &heading.rect);
  /* Translators: over the cards of people who have no manager and no reports in the file; %u is how many */
  text = g_strdup_printf (_("Nobody above or below · %'u"), heading.count);
  _esp_chart_append_text (self, snapshot, esp_text_cache_get (self->texts, text, -1, MAX (15 * paint->zoom, NAME_PX), TRUE, 0),
                          box.origin.x, box.origin.y, &self->colors.colors[ESP_COLOR_TEXT_SECONDARY]);
}

/**
 * _esp_chart_paint:
 * @self: a chart
 * @snapshot: where
 * @paint: how
 *
 * Draws everything that lies under the cards, and the cards that are no widgets.
 */
void
_esp_chart_paint (EspChart       *self,
                  GtkSnapshot    *snapshot,
                  const EspPaint *paint)
{
  gboolean many;

  if (self->scene == NULL || self->stage == ESP_STAGE_NONE)
    return;
  esp_text_cache_begin (self->texts);
  _esp_chart_paint_frames (self, snapshot, paint);
  many = _esp_chart_has_many_lines (self, paint) || self->stage >= ESP_STAGE_BLOCKS;
  esp_boxes_begin (self->boxes, snapshot, many);
  _esp_chart_paint_lines (self, snapshot, paint);
  if (self->stage >= ESP_STAGE_BLOCKS)
    paint_blocks (self, paint);
  esp_boxes_end (self->boxes);
  _esp_chart_paint_dashed (self, snapshot, paint);
  if (self->stage <= ESP_STAGE_NAMES)
    paint_cards (self, snapshot, paint);
  paint_heading (self, snapshot, paint);
}

/**
 * _esp_chart_paint_over:
 * @self: a chart
 * @snapshot: where
 * @paint: how
 *
 * Draws what lies over the cards: where they are not widgets, pins and names; and what the hand does.
 */
void
_esp_chart_paint_over (EspChart       *self,
                       GtkSnapshot    *snapshot,
                       const EspPaint *paint)
{
  if (self->scene == NULL || self->stage == ESP_STAGE_NONE)
    return;
  if (self->stage >= ESP_STAGE_BLOCKS)
    paint_branch_names (self, snapshot, paint);
  if (self->stage > ESP_STAGE_CARDS)
    paint_pins (self, snapshot, paint);
  _esp_chart_paint_hand (self, snapshot, paint);
}

/**
 * _esp_chart_paint_overview:
 * @self: a chart
 * @snapshot: where
 * @overview: how the world lies on the map
 *
 * Draws the whole chart as blocks.
 */
void
_esp_chart_paint_overview (EspChart          *self,
                           GtkSnapshot       *snapshot,
                           const EspOverview *overview)
{
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (EspVisible));
  g_autoptr (EspBoxes) boxes = esp_boxes_new (GTK_WIDGET (self));

  if (self->scene == NULL)
    return;
  esp_scene_query (self->scene, &overview->content, MAP_MIN_PX / MIN (overview->scale_x, overview->scale_y), blocks);
  esp_boxes_begin (boxes, snapshot, FALSE);
  for (guint i = 0; i < MIN (blocks->len, MAX_MAP); i++)
    {
      const EspVisible *visible = &g_array_index (blocks, EspVisible, i);
      EspRect rect = esp_overview_to_map (overview, &visible->rect);
      graphene_rect_t box = GRAPHENE_RECT_INIT (rect.x, rect.y, MAX (rect.width, 1), MAX (rect.height, 1));

      add_block (self, boxes, visible, &box, 1);
    }
  esp_boxes_end (boxes);
}
