/* esp-session-filter.c — what the chart is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-session"

#include "session/esp-session-private.h"

/**
 * esp_session_get_filter:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what the chart is about, or is about to be; %NULL for everything
 */
EspFilter *
esp_session_get_filter (EspSession *self)
{
  g_return_val_if_fail (ESP_IS_SESSION (self), NULL);

  return self->filter;
}

/**
 * esp_session_set_filter:
 * @self: a session
 * @filter: (nullable): what the chart is to be about; %NULL for everything
 *
 * Shows what matches a filter, with what that hangs from, unfolded as far as there is room. Without one, the chart is folded again as it was before the
 * first. Emits #EspSession::filter-changed, and notifies `scene` when the chart is there.
 */
void
esp_session_set_filter (EspSession *self,
                        EspFilter  *filter)
{
  g_return_if_fail (ESP_IS_SESSION (self));

  if (esp_filter_equal (self->filter, filter))
    return;
  _esp_places_begin (self->places);
  if (self->filter == NULL && self->scene != NULL && esp_scene_get_filter (self->scene) == NULL
      && esp_scene_get_options (self->scene)->chart == self->options.chart)
    {
      g_clear_pointer (&self->unfiltered, _esp_folds_unref);
      self->unfiltered = _esp_folds_new (self->scene);
      self->unfiltered_selected = ESP_ROW_KEY (self->selected_table, self->selected_ix);
      _esp_session_emit_camera (self, ESP_SESSION_CAMERA_ASKED, &self->unfiltered_camera);
    }
  esp_filter_replace (&self->filter, filter);
  _esp_session_apply_filter (self);
  _esp_session_emit (self, ESP_SESSION_FILTER_CHANGED);
  _esp_places_end (self->places);
}

/* There is a scene without a filter: what was seen before there was one is seen again, unless something else was chosen since. */
void
_esp_session_restore_camera (EspSession *self)
{
  EspCamera camera = self->unfiltered_camera;

  if (self->filter != NULL || !camera.is_set || esp_scene_get_filter (self->scene) != NULL)
    return;
  self->unfiltered_camera.is_set = FALSE;
  if (self->unfiltered_selected == ESP_ROW_KEY (self->selected_table, self->selected_ix))
    _esp_session_emit_camera (self, ESP_SESSION_CAMERA_SHOWN, &camera);
}

/* There is another organization: nobody asks anything of it yet. */
void
_esp_session_forget_filter (EspSession *self)
{
  gboolean had_filter = self->filter != NULL;

  g_clear_pointer (&self->filter, esp_filter_unref);
  g_clear_pointer (&self->unfiltered, _esp_folds_unref);
  self->unfiltered_camera.is_set = FALSE;
  if (had_filter)
    _esp_session_emit (self, ESP_SESSION_FILTER_CHANGED);
}
