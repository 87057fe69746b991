/* esp-spatial-private.h — the cells of the spatial index
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "layout/esp-spatial.h"

G_BEGIN_DECLS

/* Nodes in a cell, cells in a cell of the next level. */
#define ESP_SPATIAL_FAN 16u

/* 16 to the 8th is more than there are nodes. */
#define ESP_SPATIAL_MAX_LEVELS 8

/* A stack that holds what a descent has yet to look at: a fan of each level. */
#define ESP_SPATIAL_MAX_STACK (ESP_SPATIAL_FAN * (ESP_SPATIAL_MAX_LEVELS + 1))

typedef struct
{
  EspRect boxes; /* around the boxes */
  EspRect wires; /* around boxes, stubs and trunks */
  float   most;  /* the longest side of such a zone */
} EspSpatialCell;

struct _EspSpatial
{
  const EspLayoutInput *input;
  const EspLayout      *layout;
  guint                 n_levels;
  guint32               n_cells[ESP_SPATIAL_MAX_LEVELS];
  EspSpatialCell       *cells[ESP_SPATIAL_MAX_LEVELS]; /* the lowest level first; borrowed from the lowest */
};

/* A place in the tree of cells: level 0 are nodes, level l are the cells of cells[l - 1]. */
typedef struct
{
  guint   level;
  guint32 ix;
} EspSpatialSpot;

static inline EspRect
esp_spatial_get_box (const EspSpatial *self,
                     EspNodeIx         node)
{
  return esp_layout_get_rect (self->input, self->layout, node);
}

static inline EspRect
esp_spatial_get_bounds (const EspSpatial *self,
                        EspSpatialSpot    spot)
{
  return spot.level == 0 ? esp_spatial_get_box (self, spot.ix) : self->cells[spot.level - 1][spot.ix].boxes;
}

/* How many spots of a level there are. */
static inline guint32
esp_spatial_count (const EspSpatial *self,
                   guint             level)
{
  return level == 0 ? self->layout->n : self->n_cells[level - 1];
}

/* The first and the end of what is in a cell. */
static inline guint32
esp_spatial_get_fan (const EspSpatial *self,
                     EspSpatialSpot    spot,
                     guint32          *first)
{
  guint32 n = esp_spatial_count (self, spot.level - 1);

  *first = spot.ix * ESP_SPATIAL_FAN;
  return MIN (ESP_SPATIAL_FAN, n - *first);
}

guint _esp_spatial_walk (const EspSpatial *self,
                         const EspRect    *world,
                         double            min_size,
                         GArray           *items,
                         guint            *n_visits);

G_END_DECLS
