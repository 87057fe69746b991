/* esp-chart-hand-paint.c — what one sees while the hand is at work: the rubber band, where cards would go, and in words what would happen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-chart.h"

#include "chart/esp-chart-edit-private.h"
#include "chart/esp-chart-snap.h"
#include "core/esp-i18n.h"
#include "render/esp-cairo-pen.h"

#define BAND_ALPHA    0.15
#define RING_RADIUS   15.0
#define LABEL_WIDTH   320.0
#define LABEL_PADDING 9.0
#define LABEL_GAP     18.0 /* from the pointer */

static void
paint_band (EspChart       *self,
            GtkSnapshot    *snapshot,
            const EspPaint *paint)
{
  EspRect band = _esp_chart_get_band (self);
  graphene_rect_t box = esp_snap_rect (paint, &band);
  GdkRGBA fill = self->colors.colors[ESP_COLOR_ACCENT];

  fill.alpha = BAND_ALPHA;
  gtk_snapshot_append_color (snapshot, &fill, &box);
  _esp_chart_append_outline (snapshot, &box, 0, 1, &self->colors.colors[ESP_COLOR_ACCENT]);
}

/* Allowed: dashes in the accent; refused: a ring in the colour of errors */
static void
paint_ring (EspChart              *self,
            GtkSnapshot           *snapshot,
            const graphene_rect_t *box,
            const GdkRGBA         *color)
{
  graphene_rect_t bounds;
  cairo_t *cr;

  if (!self->edit->carry.is_allowed)
    {
      _esp_chart_append_outline (snapshot, box, RING_RADIUS, 3, color);
      return;
    }
  graphene_rect_inset_r (box, -2, -2, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 3);
  cairo_set_dash (cr, (double[]) { 9, 6 }, 2, 0);
  esp_cairo_add_rounded (cr, &(EspRect){ box->origin.x + 1.5, box->origin.y + 1.5, box->size.width - 3, box->size.height - 3 }, RING_RADIUS,
                         ESP_CORNERS_ALL);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* A bar where it would stand beside another card */
static graphene_rect_t
get_bar (EspChart              *self,
         EspItem                item,
         const EspRect         *rect,
         const graphene_rect_t *box)
{
  gboolean is_end = self->edit->carry.command.kind == ESP_COMMAND_PLACE_AFTER;
  EspAxis axis;

  _esp_chart_get_axis (self, item, rect, &axis);
  is_end ^= axis.is_reversed;
  if (axis.is_vertical)
    return GRAPHENE_RECT_INIT (box->origin.x, is_end ? box->origin.y + box->size.height + 4 : box->origin.y - 8, box->size.width, 4);
  return GRAPHENE_RECT_INIT (is_end ? box->origin.x + box->size.width + 8 : box->origin.x - 12, box->origin.y, 4, box->size.height);
}

static void
paint_place (EspChart       *self,
             GtkSnapshot    *snapshot,
             const EspPaint *paint)
{
  EspCarry *carry = &self->edit->carry;
  EspItem item = carry->words != NULL ? _esp_chart_find_key (self, carry->command.target) : ESP_ITEM_NONE;
  const GdkRGBA *color = &self->colors.colors[carry->is_allowed ? ESP_COLOR_ACCENT : ESP_COLOR_ERROR];
  graphene_rect_t box;
  EspRect rect;

  if (item == ESP_ITEM_NONE || !_esp_chart_get_rect (self, item, &rect))
    return;
  box = esp_snap_rect (paint, &rect);
  if (carry->command.kind == ESP_COMMAND_PLACE_BEFORE || carry->command.kind == ESP_COMMAND_PLACE_AFTER)
    {
      graphene_rect_t bar = get_bar (self, item, &rect, &box);

      gtk_snapshot_append_color (snapshot, color, &bar);
      return;
    }
  graphene_rect_inset (&box, -6, -6);
  paint_ring (self, snapshot, &box, color);
}

/* A line on its way, from the card to the pointer */
static void
paint_draft (EspChart       *self,
             GtkSnapshot    *snapshot,
             const EspPaint *paint)
{
  EspHand *hand = &self->edit->hand;
  EspItem item = _esp_chart_find_key (self, hand->item_key);
  EspRect rect;
  double x, y;
  cairo_t *cr;

  if (item == ESP_ITEM_NONE || !_esp_chart_get_rect (self, item, &rect))
    return;
  x = esp_snap_x (paint, rect.x + rect.width / 2);
  y = esp_snap_y (paint, rect.y + rect.height / 2);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, paint->width, paint->height));
  gdk_cairo_set_source_rgba (cr, &self->colors.colors[ESP_COLOR_ACCENT]);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, (double[]) { 2, 4 }, 2, 0);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, hand->view_x, hand->view_y);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static PangoLayout *
create_words (EspChart   *self,
              const char *text,
              gboolean    is_bold,
              double      room)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (is_bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, room * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

/* What is carried, and below it what would happen, beside the pointer: in the upper half of the view below it, in the lower half above,
 * where no controls lie over the chart */
static void
paint_label (EspChart       *self,
             GtkSnapshot    *snapshot,
             const EspPaint *paint)
{
  EspHand *hand = &self->edit->hand;
  EspCarry *carry = &self->edit->carry;
  double room = MIN (LABEL_WIDTH, paint->width - 2 * LABEL_PADDING);
  g_autoptr (PangoLayout) title = create_words (self, carry->title, TRUE, room);
  const char *hint = hand->draws_line ? _("Draw the line to a card.") : _("Drop it on a card or between two. Ctrl draws a line instead.");
  g_autoptr (PangoLayout) words = create_words (self, carry->words != NULL ? carry->words : hint, FALSE, room);
  const GdkRGBA *color = &self->colors.colors[carry->words == NULL ? ESP_COLOR_TEXT_SECONDARY : carry->is_allowed ? ESP_COLOR_TEXT : ESP_COLOR_ERROR];
  int width, height, words_width, words_height;
  graphene_rect_t box;

  pango_layout_get_pixel_size (title, &width, &height);
  pango_layout_get_pixel_size (words, &words_width, &words_height);
  box.size.width = MIN (MAX (width, words_width), room) + 2 * LABEL_PADDING;
  box.size.height = height + words_height + 2 * LABEL_PADDING;
  box.origin.x = CLAMP (hand->view_x + LABEL_GAP, 0, MAX (paint->width - box.size.width, 0));
  box.origin.y = hand->view_y < paint->height / 2 ? hand->view_y + LABEL_GAP : hand->view_y - LABEL_GAP - box.size.height;
  box.origin.y = CLAMP (box.origin.y, 0, MAX (paint->height - box.size.height, 0));
  _esp_chart_append_box (snapshot, &box, LABEL_PADDING, LABEL_PADDING, &self->colors.colors[ESP_COLOR_CARD], &self->colors.colors[ESP_COLOR_TEXT_SECONDARY]);
  _esp_chart_append_text (self, snapshot, title, box.origin.x + LABEL_PADDING, box.origin.y + LABEL_PADDING, &self->colors.colors[ESP_COLOR_TEXT]);
  _esp_chart_append_text (self, snapshot, words, box.origin.x + LABEL_PADDING, box.origin.y + LABEL_PADDING + height, color);
}

/**
 * _esp_chart_paint_hand:
 * @self: a chart with a scene
 * @snapshot: where
 * @paint: how
 *
 * Draws the rubber band, where what is carried would go, and what would happen.
 */
void
_esp_chart_paint_hand (EspChart       *self,
                       GtkSnapshot    *snapshot,
                       const EspPaint *paint)
{
  EspCarryMode mode = self->edit->carry.mode;

  if (self->edit->hand.mode == ESP_HAND_BAND)
    paint_band (self, snapshot, paint);
  if (mode == ESP_CARRY_HAND || mode == ESP_CARRY_KEYS)
    paint_place (self, snapshot, paint);
  if (mode == ESP_CARRY_HAND && self->edit->carry.command.kind == ESP_COMMAND_ADD_LINE)
    paint_draft (self, snapshot, paint);
  if (mode == ESP_CARRY_HAND)
    paint_label (self, snapshot, paint);
}
