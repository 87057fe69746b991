/* esp-hit-model.h — the results of a search as a list model
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "session/esp-session.h"

G_BEGIN_DECLS

/* One result, made when somebody looks at it */
#define ESP_TYPE_HIT (esp_hit_get_type ())
G_DECLARE_FINAL_TYPE (EspHit, esp_hit, ESP, HIT, GObject)

EspIx         esp_hit_get_position (EspHit     *self);

#define ESP_TYPE_HIT_MODEL (esp_hit_model_get_type ())
G_DECLARE_FINAL_TYPE (EspHitModel, esp_hit_model, ESP, HIT_MODEL, GObject)

EspHitModel  *esp_hit_model_new    (EspSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
