/* esp-forest.h — which node hangs where: the two forests of an organization; private to the room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "insight/esp-placement.h"
#include "layout/esp-tree.h"
#include "scene/esp-palette.h"
#include "scene/esp-scene.h"

G_BEGIN_DECLS

/* Flags of a node that only the room knows, above those of #EspNodeFlags */
#define ESP_FOREST_KIND_SHIFT  10 /* three bits: EspPlaceKind of the position, or of a unit's head */
#define ESP_FOREST_KIND_MASK   (7u << ESP_FOREST_KIND_SHIFT)
#define ESP_FOREST_MEASURED    (1u << 13)
#define ESP_FOREST_TWO_LINES   (1u << 14) /* its title needs two lines, once measured */
#define ESP_FOREST_PUBLIC_MASK (((1u << ESP_FOREST_KIND_SHIFT) - 1) | ESP_NODE_CONTEXT)

#define ESP_FOREST_IS_UNIT  ESP_SCENE_ROW_IS_UNIT
#define ESP_FOREST_ROW_MASK (~ESP_FOREST_IS_UNIT)

typedef struct
{
  guint32 total;
  guint32 vacant;
  guint32 seats : 29;
  guint32 kind : 3; /* EspPlaceKind of most seats */
} EspForestTotals;

/**
 * EspForest:
 * @tree: the nodes, breadth first
 * @rows: by node: slot of the row, with %ESP_FOREST_IS_UNIT
 * @flags: by node
 * @nodes_of_positions: by slot: the position's node, or the node of the plate it is docked to
 * @nodes_of_units: by slot
 * @heads: by slot of units: the docked head
 * @head_flags: by slot of units: flags of the docked head itself
 * @level_starts: (array length=n_levels+1): first node of each level
 * @inner: bit by node: something hangs from it, or a head is docked to it
 * @inner_ranks: by word of @inner: bits before it
 * @totals: by rank among the bits of @inner
 */
typedef struct
{
  EspTree          tree;
  guint32         *rows;
  guint16         *flags;
  EspNodeIx       *nodes_of_positions;
  EspNodeIx       *nodes_of_units;
  EspIx           *heads;
  guint16         *head_flags;
  guint32          n_position_slots;
  guint32          n_unit_slots;
  EspNodeIx       *level_starts;
  guint32          n_levels;
  guint64         *inner;
  guint32         *inner_ranks;
  EspForestTotals *totals;
  guint32          n_inner;
  EspSceneCounts   counts;
} EspForest;

EspForest *esp_forest_new        (EspOrganization       *organization,
                                  EspPlacements         *placements,
                                  const EspSceneOptions *options,
                                  EspFilter             *filter,
                                  const gint            *cancel);
void       esp_forest_free       (EspForest             *self);
void       _esp_forest_sum       (EspForest             *self);
gsize      esp_forest_get_size   (const EspForest       *self);
guint      esp_forest_get_level  (const EspForest       *self,
                                  EspNodeIx              node);
void       esp_forest_get_totals (const EspForest       *self,
                                  EspNodeIx              node,
                                  EspTotals             *totals);
EspColor   esp_forest_get_color  (guint                  kind);

static inline gboolean
esp_forest_is_unit (const EspForest *self,
                    EspNodeIx        node)
{
  return (self->rows[node] & ESP_FOREST_IS_UNIT) != 0;
}

static inline EspIx
esp_forest_get_row (const EspForest *self,
                    EspNodeIx        node)
{
  return self->rows[node] & ESP_FOREST_ROW_MASK;
}

static inline EspIx
esp_forest_get_head (const EspForest *self,
                     EspNodeIx        node)
{
  return esp_forest_is_unit (self, node) ? self->heads[esp_forest_get_row (self, node)] : ESP_IX_NONE;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspForest, esp_forest_free)

G_END_DECLS
