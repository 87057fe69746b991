/* esp-spatial.h — what of a layout is in a rectangle, under a point, next to a box
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "layout/esp-layout.h"

G_BEGIN_DECLS

/**
 * EspSpatial:
 *
 * An index over a layout, about 4.3 bytes a node. It groups nodes that follow one another in the tree's order (neighbours
 * of one depth, mostly) in cells, cells in cells of cells, and keeps the rectangle around the boxes of each cell and the one
 * around its wires. So a question costs what its answer shows, in a chain and in a star as well.
 *
 * It borrows input and layout. Any number of threads may ask at once.
 */
typedef struct _EspSpatial EspSpatial;

/* What is in view: one box, or, where boxes are too small to tell apart, a run of neighbours as one block. */
typedef struct
{
  EspNodeIx first;
  guint32   count;  /* nodes first … first + count - 1; 1 is a single box */
  EspRect   bounds; /* around the boxes of these nodes */
} EspSpatialItem;

EspSpatial *esp_spatial_new                 (const EspLayoutInput *input,
                                             const EspLayout      *layout) G_GNUC_WARN_UNUSED_RESULT;
void        esp_spatial_free                (EspSpatial           *self);
gsize       esp_spatial_get_size            (const EspSpatial     *self);

guint       esp_spatial_query               (const EspSpatial     *self,
                                             const EspRect        *world,
                                             double                min_size,
                                             GArray               *items);
guint       esp_spatial_query_at_most       (const EspSpatial     *self,
                                             const EspRect        *world,
                                             double                min_size,
                                             guint                 max,
                                             GArray               *items);
guint       esp_spatial_query_wires         (const EspSpatial     *self,
                                             const EspRect        *world,
                                             double                min_size,
                                             GArray               *nodes);
EspNodeIx   esp_spatial_hit                 (const EspSpatial     *self,
                                             double                x,
                                             double                y);
EspNodeIx   esp_spatial_nearest             (const EspSpatial     *self,
                                             double                x,
                                             double                y);
EspNodeIx   esp_spatial_next                (const EspSpatial     *self,
                                             EspNodeIx             node,
                                             EspDirection          direction);
EspRect     esp_spatial_get_branch          (const EspSpatial     *self,
                                             EspNodeIx             node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspSpatial, esp_spatial_free)

G_END_DECLS
