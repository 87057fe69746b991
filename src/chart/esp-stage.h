/* esp-stage.h — how much of a card is drawn at a zoom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EspStage:
 * @ESP_STAGE_CARDS: widgets
 * @ESP_STAGE_NAMES: painted cards with one line of words
 * @ESP_STAGE_BLOCKS: one rectangle a card
 * @ESP_STAGE_WALL: one rectangle a branch
 * @ESP_STAGE_NONE: nothing drawn yet
 *
 * From near to far.
 */
typedef enum
{
  ESP_STAGE_CARDS,
  ESP_STAGE_NAMES,
  ESP_STAGE_BLOCKS,
  ESP_STAGE_WALL,
  ESP_STAGE_NONE,
} EspStage;

#define ESP_STAGE_NAMES_MAX  400
#define ESP_STAGE_BLOCKS_MAX 4000

/* Zooms from which on a stage is shown. Zoom is in the pixels that text is measured in, so that twice as many dots do not make letters smaller. */
#define ESP_STAGE_CARDS_ZOOM  0.75
#define ESP_STAGE_NAMES_ZOOM  0.36
#define ESP_STAGE_BLOCKS_ZOOM 0.08

EspStage esp_stage_choose (EspStage present,
                           double   zoom,
                           guint    n_in_view,
                           guint    card_budget);

G_END_DECLS
