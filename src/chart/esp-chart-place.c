/* esp-chart-place.c — where a document opens, and going to one card
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-chart.h"

#include "chart/esp-chart-private.h"

#define READABLE_ZOOM ESP_STAGE_CARDS_ZOOM

/**
 * esp_chart_show_item:
 * @self: a chart
 * @item: of its scene, shown
 *
 * Goes to an item, near enough to read it, and puts the keyboard there.
 */
void
esp_chart_show_item (EspChart *self,
                     EspItem   item)
{
  EspViewport place = *esp_canvas_get_viewport (ESP_CANVAS (self));
  EspRect rect;

  g_return_if_fail (ESP_IS_CHART (self));

  if (self->scene == NULL || item == ESP_ITEM_NONE || !esp_scene_get_item_rect (self->scene, item, &rect))
    return;
  self->focus_key = _esp_chart_get_key (self, item);
  if (place.zoom < READABLE_ZOOM)
    esp_viewport_zoom_at (&place, 1, place.width / 2, place.height / 2);
  esp_viewport_center (&place, rect.x + rect.width / 2, rect.y + rect.height / 2);
  esp_canvas_set_place (ESP_CANVAS (self), &place, TRUE);
  _esp_chart_update_actions (self);
}

/* The middle of the near side of a root, and where in the view it is to be */
static void
get_opening_points (EspChart          *self,
                    const EspViewport *viewport,
                    EspPoint          *world,
                    EspPoint          *view)
{
  const EspSceneOptions *options = esp_scene_get_options (self->scene);
  EspDirection direction = options->direction;
  EspRect root = { 0, 0, 0, 0 };

  esp_scene_get_node_rect (self->scene, ESP_ITEM_NODE (esp_scene_first (self->scene)), &root);
  if (options->mirrored && direction == ESP_DIRECTION_LEFT)
    direction = ESP_DIRECTION_RIGHT;
  else if (options->mirrored && direction == ESP_DIRECTION_RIGHT)
    direction = ESP_DIRECTION_LEFT;

  *world = (EspPoint) { root.x + root.width / 2, root.y + root.height / 2 };
  *view = (EspPoint) { viewport->width / 2, viewport->height / 2 };
  switch (direction)
    {
    case ESP_DIRECTION_UP:
      world->y = root.y + root.height;
      view->y = viewport->height - ESP_VIEWPORT_MARGIN;
      break;
    case ESP_DIRECTION_RIGHT:
      world->x = root.x;
      view->x = ESP_VIEWPORT_MARGIN;
      break;
    case ESP_DIRECTION_LEFT:
      world->x = root.x + root.width;
      view->x = viewport->width - ESP_VIEWPORT_MARGIN;
      break;
    case ESP_DIRECTION_DOWN:
    default:
      world->y = root.y;
      view->y = ESP_VIEWPORT_MARGIN + self->top_inset;
      break;
    }
}

/**
 * esp_chart_go_to_opening:
 * @self: a chart
 *
 * Goes where a document opens: everything, if names can be read then; else the first root at 100 %. Done as soon as the chart has
 * a size and a scene.
 */
void
esp_chart_go_to_opening (EspChart *self)
{
  EspViewport place = *esp_canvas_get_viewport (ESP_CANVAS (self));

  g_return_if_fail (ESP_IS_CHART (self));

  self->needs_opening = TRUE;
  if (self->scene == NULL || place.width <= 0)
    return;
  self->needs_opening = FALSE;
  place.height = MAX (place.height - self->top_inset, 1);
  if (esp_viewport_get_fit_zoom (&place, &place.content) >= ESP_STAGE_NAMES_ZOOM)
    {
      esp_viewport_fit (&place, &place.content);
      place.y -= self->top_inset / place.zoom;
    }
  else if (esp_scene_first (self->scene) != ESP_ITEM_NONE)
    {
      EspPoint world, view;

      get_opening_points (self, &place, &world, &view);
      esp_viewport_zoom_at (&place, 1, 0, 0);
      esp_viewport_hold (&place, &world, &view);
    }
  esp_canvas_set_place (ESP_CANVAS (self), &place, FALSE);
  self->opening = *esp_canvas_get_viewport (ESP_CANVAS (self));
}
