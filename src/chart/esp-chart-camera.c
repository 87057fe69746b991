/* esp-chart-camera.c — what of the chart is seen, said so that it is found again when everything was laid out otherwise
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-chart.h"

#include "chart/esp-chart-private.h"

/* Nothing of the chart is outside of the view. */
static gboolean
is_whole (const EspViewport *viewport)
{
  EspPoint start = esp_viewport_to_world (viewport, 0, 0);
  EspPoint end = esp_viewport_to_world (viewport, viewport->width, viewport->height);
  const EspRect *content = &viewport->content;

  return content->x >= start.x && content->y >= start.y && content->x + content->width <= end.x && content->y + content->height <= end.y;
}

static void
camera_asked_cb (EspSession *session,
                 EspCamera  *camera,
                 EspChart   *self)
{
  const EspViewport *viewport = esp_canvas_get_viewport (ESP_CANVAS (self));
  EspPoint middle = esp_viewport_to_world (viewport, viewport->width / 2, viewport->height / 2);
  EspItem item = self->scene != NULL && viewport->width > 0 ? esp_scene_nearest (self->scene, middle.x, middle.y) : ESP_ITEM_NONE;
  EspRect rect;

  camera->is_set = FALSE;
  camera->is_whole = self->scene != NULL && is_whole (viewport);
  if (item == ESP_ITEM_NONE || !esp_scene_get_item_rect (self->scene, item, &rect))
    return;
  camera->is_set = TRUE;
  camera->ix = esp_scene_get_row (self->scene, item, &camera->table);
  camera->view_dx = (rect.x - middle.x) * viewport->zoom;
  camera->view_dy = (rect.y - middle.y) * viewport->zoom;
  camera->zoom = viewport->zoom;
}

static void
camera_shown_cb (EspSession      *session,
                 const EspCamera *camera,
                 EspChart        *self)
{
  EspViewport place = *esp_canvas_get_viewport (ESP_CANVAS (self));
  EspItem item = ESP_ITEM_NONE;
  EspRect rect;

  if (camera->is_whole && !camera->is_set)
    {
      esp_canvas_zoom_fit (ESP_CANVAS (self));
      return;
    }
  if (self->scene != NULL && camera->is_set)
    item = esp_scene_find (self->scene, camera->table, camera->ix);
  if (item != ESP_ITEM_NONE)
    item = esp_scene_get_shown (self->scene, item);
  if (item == ESP_ITEM_NONE || place.width <= 0 || !esp_scene_get_item_rect (self->scene, item, &rect))
    return;
  esp_viewport_zoom_at (&place, camera->zoom, place.width / 2, place.height / 2);
  esp_viewport_center (&place, rect.x - camera->view_dx / camera->zoom, rect.y - camera->view_dy / camera->zoom);
  esp_canvas_set_place (ESP_CANVAS (self), &place, TRUE);
}

/**
 * _esp_chart_follow_camera:
 * @self: a chart with a session
 *
 * Begins to tell the session what is seen, and to show what it asks for.
 */
void
_esp_chart_follow_camera (EspChart *self)
{
  g_signal_connect (self->session, "camera-asked", G_CALLBACK (camera_asked_cb), self);
  g_signal_connect (self->session, "camera-shown", G_CALLBACK (camera_shown_cb), self);
}
