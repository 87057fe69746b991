/* esp-paths.h — ways from one rung to another, and what each step asks to build
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue/esp-catalogue.h"

G_BEGIN_DECLS

/* What a step costs besides the skills it asks for: one for each level of a skill that is to be built. Greater is harder. */
#define ESP_PATHS_COST_PROMOTION  12
#define ESP_PATHS_COST_ENTRY      12
#define ESP_PATHS_COST_LATERAL    16
#define ESP_PATHS_COST_DOWN_LEVEL 24

/* A skill to build: from a level (0: none) to a higher one */
typedef struct
{
  const EspSkill *skill;
  int             from;
  int             to;
} EspBuild;

/**
 * EspStep:
 * @move: the move of the catalogue
 * @cost: what it costs, at least 1
 * @build: (element-type EspBuild): the difference between the skills of the two rungs, then what the move asks beyond it; each
 *   skill once
 */
typedef struct
{
  const EspMove *move;
  guint          cost;
  GArray        *build;
} EspStep;

/**
 * EspPath:
 * @steps: (element-type EspStep): from first to last, at least one; no rung stands twice
 * @cost: sum of the steps
 * @build: (element-type EspBuild): all that is asked on the way, each skill once: from the level of the rung where the path
 *   starts to the highest level asked for
 */
typedef struct
{
  GPtrArray *steps;
  guint      cost;
  GArray    *build;
} EspPath;

/* A rung from which another can be reached. */
typedef struct
{
  const EspRung *rung;
  guint          n_steps; /* of the best path */
  guint          cost;
  const EspStep *first;   /* the first step of the best path */
} EspOrigin;

/**
 * EspPaths:
 *
 * The rungs of a catalogue as a graph: a move is an edge in its direction, and costs what its kind costs plus the levels of skill
 * it asks to build. Where two moves join the same rungs, the cheaper one is taken in paths (the first in the catalogue if equal).
 * Among paths the cheaper is better, then the one with fewer steps, then the one whose rungs come first in the catalogue.
 *
 * Threads: any number may read.
 */
typedef struct _EspPaths EspPaths;

EspPaths  *esp_paths_new          (EspCatalogue  *catalogue) G_GNUC_WARN_UNUSED_RESULT;
void       esp_paths_free         (EspPaths      *self);

GPtrArray *esp_paths_get_next     (EspPaths      *self,
                                   const EspRung *rung);
GPtrArray *esp_paths_get_previous (EspPaths      *self,
                                   const EspRung *rung);
GPtrArray *esp_paths_find         (EspPaths      *self,
                                   const EspRung *from,
                                   const EspRung *to,
                                   guint          n_most) G_GNUC_WARN_UNUSED_RESULT;
GArray    *esp_paths_find_origins (EspPaths      *self,
                                   const EspRung *to) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspPaths, esp_paths_free)

G_END_DECLS
