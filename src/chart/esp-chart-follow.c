/* esp-chart-follow.c — what the chart does when its session changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-chart.h"

#include <math.h>

#include "chart/esp-chart-edit-private.h"

static const EspPlaced *
find_placed (EspChart *self,
             guint64   key)
{
  for (guint i = 0; i < self->placed->len; i++)
    if (g_array_index (self->placed, EspPlaced, i).key == key)
      return &g_array_index (self->placed, EspPlaced, i);
  return NULL;
}

static const EspPlaced *
find_middle (EspChart *self)
{
  const EspViewport *viewport = esp_canvas_get_viewport (ESP_CANVAS (self));
  EspPoint middle = esp_viewport_to_world (viewport, viewport->width / 2, viewport->height / 2);
  const EspPlaced *nearest = NULL;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < self->placed->len; i++)
    {
      const EspPlaced *placed = &g_array_index (self->placed, EspPlaced, i);
      double distance = hypot (placed->rect.x + placed->rect.width / 2 - middle.x, placed->rect.y + placed->rect.height / 2 - middle.y);

      if (distance < least)
        {
          least = distance;
          nearest = placed;
        }
    }
  return nearest;
}

/* What keeps its place on the screen when the layout changes: what was folded, what has the focus, what is selected, what is in the middle */
static const EspPlaced *
find_anchor (EspChart *self)
{
  const guint64 keys[] = { self->held_key, self->focus_key, self->selected_key };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      EspItem item = _esp_chart_find_key (self, keys[i]);
      guint64 key = item != ESP_ITEM_NONE ? _esp_chart_get_key (self, ESP_ITEM (ESP_ITEM_NODE (item))) : keys[i]; /* a docked head is its unit's */
      const EspPlaced *placed = key != ESP_CHART_KEY_NONE ? find_placed (self, key) : NULL;

      if (placed != NULL)
        return placed;
    }
  return find_middle (self);
}

/* The rectangle in the new layout of what stood there in the old one, or of the card it is folded into */
static gboolean
find_new_rect (EspChart        *self,
               const EspPlaced *placed,
               EspRect         *rect)
{
  EspItem item = _esp_chart_find_key (self, placed->key);

  if (item == ESP_ITEM_NONE)
    return FALSE;
  item = esp_scene_get_shown (self->scene, item);
  return item != ESP_ITEM_NONE && esp_scene_get_node_rect (self->scene, ESP_ITEM_NODE (item), rect);
}

static void
hold_anchor (EspChart *self)
{
  const EspViewport *viewport = esp_canvas_get_viewport (ESP_CANVAS (self));
  const EspPlaced *anchor = find_anchor (self);
  EspRect now;
  EspPoint world, view, shift;

  if (anchor == NULL || !find_new_rect (self, anchor, &now))
    {
      esp_canvas_content_changed (ESP_CANVAS (self));
      return;
    }
  world = (EspPoint) { now.x, now.y };
  view = esp_viewport_to_view (viewport, anchor->rect.x, anchor->rect.y);
  shift = (EspPoint) { now.x - anchor->rect.x, now.y - anchor->rect.y };
  esp_canvas_content_moved (ESP_CANVAS (self), &world, &view);
  _esp_chart_begin_moving (self, &shift);
}

/* The card with the focus may be gone: its place is taken by what it is folded into */
static void
keep_focus (EspChart *self)
{
  gboolean has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  EspItem item = _esp_chart_find_key (self, self->focus_key);

  if (item == ESP_ITEM_NONE)
    item = _esp_chart_find_key (self, self->selected_key);
  if (item == ESP_ITEM_NONE)
    item = _esp_chart_find_above (self);
  if (item != ESP_ITEM_NONE)
    item = esp_scene_get_shown (self->scene, item);
  if (item == ESP_ITEM_NONE && has_focus)
    item = esp_scene_first (self->scene);
  if (item == ESP_ITEM_NONE)
    {
      self->focus_key = ESP_CHART_KEY_NONE;
      return;
    }
  if (_esp_chart_get_key (self, item) == self->focus_key)
    return;
  self->focus_key = _esp_chart_get_key (self, item);
  if (has_focus)
    esp_chart_focus_item (self, item);
}

static void
take_selection (EspChart *self)
{
  EspTable table;
  EspIx ix;

  g_clear_pointer (&self->chain, g_array_unref);
  self->selected_key = ESP_CHART_KEY_NONE;
  if (self->session != NULL && esp_session_get_selection (self->session, &table, &ix))
    self->selected_key = (guint64) table << 32 | ix;
  if (self->session != NULL)
    _esp_chart_update_trace (self);
}

static void
trace_changed_cb (EspChart *self)
{
  _esp_chart_update_trace (self);
  esp_canvas_cards_changed (ESP_CANVAS (self));
  _esp_chart_update_actions (self);
}

/* Nobody has gone anywhere yet: a chart that is laid out anew (with the font of the system, say) opens again */
static gboolean
is_at_opening (EspChart *self)
{
  const EspViewport *viewport = esp_canvas_get_viewport (ESP_CANVAS (self));

  return self->held_key == ESP_CHART_KEY_NONE && self->focus_key == ESP_CHART_KEY_NONE && self->selected_key == ESP_CHART_KEY_NONE &&
         viewport->x == self->opening.x && viewport->y == self->opening.y && viewport->zoom == self->opening.zoom;
}

/* Another filter shows what is elsewhere: that is to be seen. Without one, the session shows what was seen before. */
static gboolean
takes_filter (EspChart *self)
{
  EspFilter *filter = self->scene != NULL ? esp_scene_get_filter (self->scene) : NULL;

  if (esp_filter_equal (self->filter, filter))
    return FALSE;
  g_clear_pointer (&self->filter, esp_filter_unref);
  self->filter = filter != NULL ? esp_filter_ref (filter) : NULL;
  return filter != NULL && esp_scene_has_match (self->scene);
}

static void
take_layout (EspChart *self)
{
  gboolean opens;

  self->scene = esp_session_get_scene (self->session);
  opens = takes_filter (self) || self->needs_opening;
  g_array_set_size (self->visible, 0);
  g_hash_table_remove_all (self->offsets);
  take_selection (self);
  if (self->scene == NULL)
    {
      g_array_set_size (self->placed, 0);
      self->stage = ESP_STAGE_NONE;
      esp_canvas_content_changed (ESP_CANVAS (self));
    }
  else if (opens || is_at_opening (self))
    {
      esp_canvas_content_changed (ESP_CANVAS (self));
      esp_chart_go_to_opening (self);
      if (self->focus_key != ESP_CHART_KEY_NONE)
        keep_focus (self);
    }
  else
    {
      hold_anchor (self);
      keep_focus (self);
    }
  self->held_key = ESP_CHART_KEY_NONE;
  if (self->scene != NULL && self->reveal_key != ESP_CHART_KEY_NONE)
    {
      EspItem item = _esp_chart_find_key (self, self->reveal_key);

      self->reveal_key = ESP_CHART_KEY_NONE;
      if (item != ESP_ITEM_NONE)
        esp_chart_show_item (self, item);
    }
  _esp_chart_update_actions (self);
  _esp_chart_edit_layout_taken (self);
}

static void
document_changed_cb (EspChart *self)
{
  /* rows of another document have the same numbers */
  _esp_chart_release_hand (self);
  _esp_chart_carry_end (self);
  self->edit->anchor_key = ESP_CHART_KEY_NONE;
  self->needs_opening = TRUE;
  self->focus_key = self->held_key = self->reveal_key = ESP_CHART_KEY_NONE;
}

/* What was dimmed was dimmed by a class that is gone; the scene is the same one, with other colours */
static void
color_by_changed_cb (EspChart *self)
{
  esp_chart_set_lens (self, ESP_N_COLORS);
  esp_canvas_content_changed (ESP_CANVAS (self));
}

static void
selection_changed_cb (EspChart *self)
{
  take_selection (self);
  esp_canvas_cards_changed (ESP_CANVAS (self));
  _esp_chart_update_actions (self);
}

static void
reveal_cb (EspSession *session,
           guint       table,
           guint       ix,
           EspChart   *self)
{
  guint64 key = (guint64) table << 32 | ix;
  EspItem item = _esp_chart_find_key (self, key);

  if (item != ESP_ITEM_NONE && esp_scene_is_shown (self->scene, item))
    esp_chart_show_item (self, item);
  else
    self->reveal_key = key;
}

/**
 * _esp_chart_follow:
 * @self: a chart with a session
 *
 * Begins to follow the session, and takes what it has now.
 */
void
_esp_chart_follow (EspChart *self)
{
  EspSession *session = self->session;

  g_signal_connect_swapped (session, "notify::document", G_CALLBACK (document_changed_cb), self);
  g_signal_connect_swapped (session, "notify::scene", G_CALLBACK (take_layout), self);
  g_signal_connect_swapped (session, "layout-changed", G_CALLBACK (take_layout), self);
  g_signal_connect_swapped (session, "notify::show-lines", G_CALLBACK (esp_canvas_queue_update), self);
  g_signal_connect_swapped (session, "notify::hidden-lines", G_CALLBACK (esp_canvas_queue_update), self);
  g_signal_connect_swapped (session, "notify::trace", G_CALLBACK (trace_changed_cb), self);
  g_signal_connect_swapped (session, "notify::color-by", G_CALLBACK (color_by_changed_cb), self);
  g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  g_signal_connect_swapped (session, "marks-changed", G_CALLBACK (esp_canvas_cards_changed), self);
  g_signal_connect (session, "reveal", G_CALLBACK (reveal_cb), self);
  _esp_chart_follow_camera (self);
  _esp_chart_edit_follow (self);
  document_changed_cb (self);
  take_layout (self);
}
