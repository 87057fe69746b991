/* esp-places.h — where one has been in a window, to go back to and forth
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "organization/esp-organization.h"

G_BEGIN_DECLS

/**
 * EspCamera:
 * @is_set: whether the rest says anything
 * @table: of the card that the place is known by
 * @ix: its row
 * @view_dx: from the middle of the view to the card's corner, view px
 * @view_dy: from the middle of the view to the card's corner, view px
 * @zoom: view px per world px
 * @is_whole: the whole chart is seen, or shall be as far as there is room; when it shall be shown, in place of the rest
 *
 * What part of the chart is seen, by a card in the middle of it: so it is found again when the chart is laid out otherwise.
 */
typedef struct
{
  gboolean is_set;
  EspTable table;
  EspIx    ix;
  double   view_dx;
  double   view_dy;
  double   zoom;
  gboolean is_whole;
} EspCamera;

/**
 * EspPlaces:
 *
 * The places of a session (esp_session_get_places()): which view and chart, what was selected, isolated and filtered, and what of the chart was seen. A new
 * place is noted when one of the first changes. What is typed in a search is one place, however many keys it takes.
 *
 * Lives on the main thread. Properties, with notify:
 * - `can-go-back`, `can-go-forward`
 * - `back-name`, `forward-name`: what is there, in words; %NULL if there is nothing
 */
#define ESP_TYPE_PLACES (esp_places_get_type ())
G_DECLARE_FINAL_TYPE (EspPlaces, esp_places, ESP, PLACES, GObject)

gboolean    esp_places_get_can_go_back    (EspPlaces *self);
gboolean    esp_places_get_can_go_forward (EspPlaces *self);
char       *esp_places_get_back_name      (EspPlaces *self) G_GNUC_WARN_UNUSED_RESULT;
char       *esp_places_get_forward_name   (EspPlaces *self) G_GNUC_WARN_UNUSED_RESULT;
void        esp_places_go_back            (EspPlaces *self);
void        esp_places_go_forward         (EspPlaces *self);

G_END_DECLS
