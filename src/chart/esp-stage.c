/* esp-stage.c — how much of a card is drawn at a zoom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-stage.h"

#define HYSTERESIS 0.92

/* A stage is entered at its zoom and left 8 % below it; it is entered with 8 % fewer cards than it can hold */
static gboolean
is_possible (EspStage stage,
             EspStage present,
             double   zoom,
             guint    n_in_view,
             guint    most)
{
  static const double zooms[] = { ESP_STAGE_CARDS_ZOOM, ESP_STAGE_NAMES_ZOOM, ESP_STAGE_BLOCKS_ZOOM };
  double least_zoom = present <= stage ? zooms[stage] * HYSTERESIS : zooms[stage];

  if (present != ESP_STAGE_NONE && present > stage)
    n_in_view = n_in_view / HYSTERESIS;
  return zoom >= least_zoom && n_in_view <= most;
}

/**
 * esp_stage_choose:
 * @present: the stage until now; %ESP_STAGE_NONE for none
 * @zoom: view px per world px
 * @n_in_view: cards in the view
 * @card_budget: how many of them may be widgets
 *
 * Finds the nearest stage that the zoom and the number of cards allow, with some play so that nothing flickers at a border.
 *
 * Returns: a stage; never %ESP_STAGE_NONE
 */
EspStage
esp_stage_choose (EspStage present,
                  double   zoom,
                  guint    n_in_view,
                  guint    card_budget)
{
  const guint most[] = { card_budget, ESP_STAGE_NAMES_MAX, ESP_STAGE_BLOCKS_MAX };

  for (EspStage stage = ESP_STAGE_CARDS; stage < ESP_STAGE_WALL; stage++)
    if (is_possible (stage, present, zoom, n_in_view, most[stage]))
      return stage;
  return ESP_STAGE_WALL;
}
