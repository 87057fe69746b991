/* esp-career-state.h — what the parts of the career view share: the rung looked at, where one is, and the ways to where one wants to be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "insight/esp-paths.h"
#include "session/esp-session.h"

G_BEGIN_DECLS

#define ESP_CAREER_MAX_WAYS 3

/**
 * EspCareerState:
 *
 * The rung looked at and the rung one stands on are the session's; the goal and the ways belong to the view.
 *
 * Signals:
 * - `rung-changed ()`: another rung is looked at
 * - `ways-changed ()`: where one stands, the goal, the ways, or which of them is lit
 * - `counts-changed ()`: other positions may hold a rung
 * - `selection-changed ()`: another card is selected in the chart
 */
#define ESP_TYPE_CAREER_STATE (esp_career_state_get_type ())
G_DECLARE_FINAL_TYPE (EspCareerState, esp_career_state, ESP, CAREER_STATE, GObject)

EspCareerState *esp_career_state_new         (EspCatalogue   *catalogue) G_GNUC_WARN_UNUSED_RESULT;

EspCatalogue   *esp_career_state_get_catalogue (EspCareerState *self);
EspPaths       *esp_career_state_get_paths   (EspCareerState *self);
EspSession     *esp_career_state_get_session (EspCareerState *self);
void            esp_career_state_set_session (EspCareerState *self,
                                              EspSession     *session);

const EspRung  *esp_career_state_get_rung    (EspCareerState *self);
void            esp_career_state_set_rung    (EspCareerState *self,
                                              const EspRung  *rung);
const EspRung  *esp_career_state_get_from    (EspCareerState *self);
void            esp_career_state_set_from    (EspCareerState *self,
                                              const EspRung  *rung);
const EspRung  *esp_career_state_get_goal    (EspCareerState *self);
void            esp_career_state_set_goal    (EspCareerState *self,
                                              const EspRung  *rung);

/* Ways from where one stands to the goal, the best first (element-type EspPath); empty unless both are set */
GPtrArray      *esp_career_state_get_ways    (EspCareerState *self);
guint           esp_career_state_get_lit     (EspCareerState *self);
void            esp_career_state_set_lit     (EspCareerState *self,
                                              guint           way);
const EspPath  *esp_career_state_get_way     (EspCareerState *self);

guint           esp_career_state_count       (EspCareerState *self,
                                              const EspRung  *rung);

G_END_DECLS
