/* esp-career-plan.h — where each rung stands on the map: lanes, tracks and rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue/esp-catalogue.h"
#include "core/esp-geometry.h"

G_BEGIN_DECLS

#define ESP_CAREER_STOP_NONE G_MAXUINT

/* A rung on the map */
typedef struct
{
  const EspRung *rung;
  guint          lane;
  guint          track;          /* over all lanes, in the order of reading */
  guint          row;            /* 0 is the lowest */
  gboolean       is_interchange; /* a move leads to another ladder, or comes from one */
} EspCareerStop;

/* A ladder on the map. A lane has two tracks where two of its rungs are equally high. */
typedef struct
{
  const EspLadder *ladder;
  guint            first_track;
  guint            n_tracks;
} EspCareerLane;

/* A height that rungs of several ladders share */
typedef struct
{
  int   rank;
  char *name; /* of its levels */
} EspCareerRow;

/**
 * EspCareerPlan:
 * @lanes: (element-type EspCareerLane): one a ladder, in catalogue order
 * @rows: (element-type EspCareerRow): one a rank that occurs, lowest first
 * @stops: (element-type EspCareerStop): one a rung, in catalogue order
 * @n_tracks: of all lanes
 */
typedef struct
{
  GArray     *lanes;
  GArray     *rows;
  GArray     *stops;
  guint       n_tracks;

  /*< private >*/
  GHashTable *numbers; /* EspRung → number of its stop + 1 */
} EspCareerPlan;

EspCareerPlan       *esp_career_plan_new           (EspCatalogue        *catalogue) G_GNUC_WARN_UNUSED_RESULT;
void                 esp_career_plan_free          (EspCareerPlan       *self);

const EspCareerStop *esp_career_plan_get_stop      (const EspCareerPlan *self,
                                                    guint                stop);
guint                esp_career_plan_find          (const EspCareerPlan *self,
                                                    const EspRung       *rung);
guint                esp_career_plan_get_neighbour (const EspCareerPlan *self,
                                                    guint                stop,
                                                    EspDirection         direction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspCareerPlan, esp_career_plan_free)

G_END_DECLS
