/* esp-chart-collect.c — which cards are in view, which of them are widgets, and where things are while they move
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-chart.h"

#include "chart/esp-chart-private.h"

#define OVERDRAW        60.0 /* view px: a card that comes in is there before it is seen */
#define LEAST_PX        4.0  /* a branch below is drawn as one block */
#define MOST_PX         6.0
#define MANY_BLOCKS     9000 /* above, blocks become coarser */
#define FEW_BLOCKS      4000
#define MAX_MOVING      200
#define MAX_CLIMB       64
#define MOVE_SECONDS    0.2

/* Reading order */

/* Parents before what hangs from them, siblings in their order. Two cards in one view hang together within some levels; where they
 * do not, the order of levels has to do. */
static int
compare_nodes (EspScene  *scene,
               EspNodeIx  a,
               EspNodeIx  b)
{
  guint level_a = esp_scene_get_level (scene, a);
  guint level_b = esp_scene_get_level (scene, b);
  int sign = level_a == level_b ? 0 : level_a < level_b ? -1 : 1;

  if (MAX (level_a, level_b) - MIN (level_a, level_b) > MAX_CLIMB)
    return sign;
  for (; level_a > level_b; level_a--)
    a = esp_scene_get_parent (scene, a);
  for (; level_b > level_a; level_b--)
    b = esp_scene_get_parent (scene, b);
  if (a == b)
    return sign;
  for (guint i = 0; i < MAX_CLIMB; i++)
    {
      EspNodeIx parent_a = esp_scene_get_parent (scene, a);
      EspNodeIx parent_b = esp_scene_get_parent (scene, b);

      if (parent_a == parent_b)
        break;
      a = parent_a;
      b = parent_b;
    }
  return a < b ? -1 : 1;
}

static int
compare_wants_cb (gconstpointer data_a,
                  gconstpointer data_b,
                  gpointer      user_data)
{
  const EspCardWant *a = data_a;
  const EspCardWant *b = data_b;

  if (ESP_ITEM_NODE (a->item) == ESP_ITEM_NODE (b->item))
    return a->item < b->item ? -1 : a->item > b->item;
  return compare_nodes (user_data, ESP_ITEM_NODE (a->item), ESP_ITEM_NODE (b->item));
}

/* Moving */

/**
 * _esp_chart_begin_moving:
 * @self: a chart
 * @shift: how far the world moved under the view
 *
 * Cards that were in view begin to move from where they were to where they are.
 */
void
_esp_chart_begin_moving (EspChart       *self,
                         const EspPoint *shift)
{
  g_hash_table_remove_all (self->offsets);
  for (guint i = 0; i < self->placed->len; i++)
    {
      const EspPlaced *placed = &g_array_index (self->placed, EspPlaced, i);
      EspItem item = _esp_chart_find_key (self, placed->key);
      EspRect now;
      EspPoint offset;

      if (item == ESP_ITEM_NONE || !esp_scene_is_shown (self->scene, item) ||
          !esp_scene_get_node_rect (self->scene, ESP_ITEM_NODE (item), &now))
        continue;
      offset = (EspPoint) { placed->rect.x + shift->x - now.x, placed->rect.y + shift->y - now.y };
      g_hash_table_insert (self->offsets, g_memdup2 (&placed->key, sizeof placed->key), g_memdup2 (&offset, sizeof offset));
    }
  if (g_hash_table_size (self->offsets) > 0)
    esp_canvas_animate (ESP_CANVAS (self), MOVE_SECONDS);
}

/**
 * _esp_chart_get_offset:
 * @self: a chart
 * @node: a node that is shown
 *
 * A newcomer moves with the nearest card above it that was there before.
 *
 * Returns: how far from its place it is drawn now
 */
EspPoint
_esp_chart_get_offset (EspChart  *self,
                       EspNodeIx  node)
{
  double rest = 1 - esp_canvas_get_progress (ESP_CANVAS (self));

  if (rest <= 0 || g_hash_table_size (self->offsets) == 0)
    return (EspPoint) { 0, 0 };
  for (guint i = 0; i < MAX_CLIMB && node != ESP_NODE_NONE; i++)
    {
      guint64 key = _esp_chart_get_key (self, ESP_ITEM (node));
      const EspPoint *offset = g_hash_table_lookup (self->offsets, &key);

      if (offset != NULL)
        return (EspPoint) { offset->x * rest, offset->y * rest };
      node = esp_scene_get_parent (self->scene, node);
    }
  return (EspPoint) { 0, 0 };
}

/* What is in view */

static void
query (EspChart *self)
{
  const EspViewport *viewport = esp_canvas_get_viewport (ESP_CANVAS (self));
  EspRect world = esp_viewport_get_visible (viewport, OVERDRAW);

  g_array_set_size (self->visible, 0);
  esp_scene_query (self->scene, &world, self->min_px / viewport->zoom, self->visible);
  if (self->visible->len > MANY_BLOCKS)
    self->min_px = MIN (self->min_px * 1.5, MOST_PX);
  else if (self->visible->len < FEW_BLOCKS)
    self->min_px = MAX (self->min_px / 1.5, LEAST_PX);
}

/* Notes where cards are drawn, for when something moves them: what moves already goes on from there */
static void
remember (EspChart *self)
{
  g_array_set_size (self->placed, 0);
  for (guint i = 0; i < self->visible->len && self->placed->len < MAX_MOVING; i++)
    {
      const EspVisible *visible = &g_array_index (self->visible, EspVisible, i);
      EspPlaced placed = { .rect = visible->rect };
      EspPoint offset;

      if (visible->count != 1)
        continue;
      offset = _esp_chart_get_offset (self, visible->node);
      placed.rect.x += offset.x;
      placed.rect.y += offset.y;
      placed.key = _esp_chart_get_key (self, ESP_ITEM (visible->node));
      g_array_append_val (self->placed, placed);
    }
}

static guint
count_cards (EspChart *self)
{
  guint64 n = 0;

  for (guint i = 0; i < self->visible->len; i++)
    {
      const EspVisible *visible = &g_array_index (self->visible, EspVisible, i);

      n += visible->count;
      if (visible->count == 1 && esp_scene_get_head (self->scene, visible->node) != ESP_IX_NONE)
        n++;
    }
  return MIN (n, G_MAXUINT);
}

static void
add_want (EspChart *self,
          GArray   *wants,
          EspItem   item)
{
  EspCardWant want = { .item = item, .key = _esp_chart_get_key (self, item) };

  if (!_esp_chart_get_rect (self, item, &want.world))
    return;
  want.pinned = want.key == self->focus_key || want.key == self->selected_key;
  want.hidden = self->stage != ESP_STAGE_CARDS;
  g_array_append_val (wants, want);
}

/* The focused and the selected card are widgets wherever they are, and at every zoom */
static void
add_pinned (EspChart *self,
            GArray   *wants,
            guint64   key)
{
  EspItem item = _esp_chart_find_key (self, key);

  if (item == ESP_ITEM_NONE || !esp_scene_is_shown (self->scene, item))
    return;
  for (guint i = 0; i < wants->len; i++)
    if (g_array_index (wants, EspCardWant, i).key == key)
      return;
  add_want (self, wants, item);
}

/**
 * _esp_chart_collect:
 * @self: a chart
 * @wants: (inout): what shall be a widget
 *
 * Finds what is in view and decides how it is drawn.
 *
 * Time: depends on what is in view, not on the organization.
 */
void
_esp_chart_collect (EspChart *self,
                    GArray   *wants)
{
  EspCanvas *canvas = ESP_CANVAS (self);

  if (self->scene == NULL)
    {
      g_array_set_size (self->visible, 0);
      return;
    }

  query (self);
  remember (self);
  self->stage = esp_stage_choose (self->stage, esp_canvas_get_zoom (canvas), count_cards (self),
                                  esp_canvas_get_card_budget (canvas));
  if (self->stage == ESP_STAGE_CARDS)
    for (guint i = 0; i < self->visible->len; i++)
      {
        EspNodeIx node = g_array_index (self->visible, EspVisible, i).node;

        add_want (self, wants, ESP_ITEM (node));
        if (esp_scene_get_head (self->scene, node) != ESP_IX_NONE)
          add_want (self, wants, ESP_ITEM_HEAD (node));
      }
  add_pinned (self, wants, self->focus_key);
  add_pinned (self, wants, self->selected_key);
  g_array_sort_with_data (wants, compare_wants_cb, self->scene);
}
