/* esp-shown.h — the part of a forest that is not folded away, laid out; private to the room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "layout/esp-spatial.h"
#include "scene/esp-forest.h"

G_BEGIN_DECLS

/* What is counted over runs of shown nodes: seats by EspPlaceKind, then these. */
enum
{
  ESP_SUM_UNITS = ESP_PLACE_N_KINDS,
  ESP_SUM_POSITIONS,
  ESP_SUM_VACANT,
  ESP_N_SUMS,
};

/**
 * EspShown:
 * @input: what was laid out; its tree is the forest's own while nothing is folded
 * @layout: where everything stands
 * @spatial: what is where
 * @nodes: by shown node: the node of the forest, ascending; %NULL if all are shown
 * @sums: what is before each run of 64 shown nodes
 *
 * Immutable once made.
 */
typedef struct
{
  EspTree        tree;
  EspLayoutInput input;
  EspLayout      layout;
  EspSpatial    *spatial;
  EspNodeIx     *nodes;
  float         *widths;
  float         *heights;
  guint8        *flags;
  guint32      (*sums)[ESP_N_SUMS];
} EspShown;

EspShown  *esp_shown_new       (EspScene         *scene,
                                const gint       *cancel);
void       esp_shown_free      (EspShown         *self);
gsize      esp_shown_get_size  (const EspShown   *self);
guint32    esp_shown_find      (const EspShown   *self,
                                EspNodeIx         node);
void       esp_shown_sum       (const EspShown   *self,
                                const EspForest  *forest,
                                guint32           first,
                                guint32           n,
                                guint32           sums[ESP_N_SUMS]);

static inline EspNodeIx
esp_shown_get_node (const EspShown *self,
                    guint32         shown)
{
  return self->nodes != NULL ? self->nodes[shown] : shown;
}

G_END_DECLS
