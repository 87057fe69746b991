/* esp-layout.h — where every box of a forest stands, and where its wires run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/esp-geometry.h"
#include "layout/esp-tree.h"

G_BEGIN_DECLS

/* How the children of a node stand. In horizontal directions everything is turned with the chart: a row runs downwards. */
typedef enum
{
  ESP_ARRANGE_ROW,    /* side by side, the parent over the middle */
  ESP_ARRANGE_COLUMN, /* one under the other, indented, and so all that is below them */
  ESP_ARRANGE_BLOCK,  /* leaves in a grid about as wide as high, then the others side by side */
} EspArrange;

/* Flags of a node: how it stands, and how what is below it stands. Without an ESP_LAYOUT_ARRANGE(), as above it. */
#define ESP_LAYOUT_STAFF 0x01
#define ESP_LAYOUT_ARRANGE(arrange) (((arrange) + 1) << 1)
#define ESP_LAYOUT_ARRANGE_MASK 0x06

/* Distances in world pixels, named for a chart that grows downwards. */
typedef struct
{
  double sibling;       /* between children of one node */
  double cousin;        /* between other neighbours */
  double level;         /* a parent's edge to its children's edge */
  double staff_row;     /* a node to its staff, and one row of staff to the next */
  double staff_side;    /* trunk to staff */
  double column_indent; /* a parent's start to that of its column */
  double column_top;    /* within a column, a parent to its first child */
  double column_gap;    /* between the others of a column */
  double block_gap;     /* between the cells of a block */
  double root;          /* between roots */
  double grove;         /* between rows of roots */
  double heading;       /* kept free above the block of lone roots, and below it */
} EspGaps;

/* The distances of the comfortable density. */
#define ESP_GAPS_INIT { 24, 36, 54, 18, 36, 30, 24, 12, 12, 72, 96, 36 }

/**
 * EspLayoutInput:
 * @tree: the forest
 * @width: (array): width of each box in world px, finite, greater than 0
 * @height: (array): height likewise
 * @flags: (array) (nullable): flags of each node; those of the leading children that have ESP_LAYOUT_STAFF are staff,
 *   unless all children would be
 * @gaps: distances
 * @direction: where children stand
 * @arrange: how children stand where no flag above them says otherwise
 * @aspect: width by height that several rows of roots should have together
 * @mirrored: right-to-left: x is mirrored, in all four directions
 *
 * Nothing of it is copied: the arrays must live as long as the layout made from them is asked for wires or searched.
 */
typedef struct
{
  const EspTree *tree;
  const float   *width;
  const float   *height;
  const guint8  *flags;
  EspGaps        gaps;
  EspDirection   direction;
  EspArrange     arrange;
  double         aspect;
  gboolean       mirrored;
} EspLayoutInput;

/* More roots than these stand in rows, those without children in a block of their own. */
#define ESP_LAYOUT_MAX_ROOTS_IN_A_ROW 12

/* How a node came to stand where it is; the start is left, or right in a mirrored chart. */
typedef enum
{
  ESP_PLACE_ROOT,
  ESP_PLACE_LONE,         /* a root in the block of lone ones */
  ESP_PLACE_ROW,
  ESP_PLACE_COLUMN,       /* its wire comes from its start */
  ESP_PLACE_COLUMN_BACK,  /* below staff on the start side: its wire comes from its end */
  ESP_PLACE_BLOCK_BEFORE, /* in a block; its wire comes from its start */
  ESP_PLACE_BLOCK_AFTER,  /* in a block; its wire comes from its end */
  ESP_PLACE_STAFF_END,    /* at the trunk's right, or left in a mirrored chart */
  ESP_PLACE_STAFF_START,
} EspLayoutPlace;

/**
 * EspLayout:
 * @n: how many nodes
 * @x: (array length=n): left edge of each box in world px, ≥ 0; freed by esp_layout_clear(), as the other arrays
 * @y: (array length=n): top edge likewise
 * @place: (array length=n): an EspLayoutPlace for each node
 * @width: of the whole, from 0
 * @height: of the whole, from 0
 * @n_lone: how many roots stand in the block of lone ones, often 0
 * @lone: the rectangle around these; above it gaps.heading is free
 */
typedef struct
{
  guint32  n;
  double  *x;
  double  *y;
  guint8  *place;
  double   width;
  double   height;
  guint32  n_lone;
  EspRect  lone;
} EspLayout;

gboolean esp_layout_run       (const EspLayoutInput *input,
                               EspLayout            *out,
                               const int            *cancelled);
void     esp_layout_clear     (EspLayout            *self);

/* Wires: what all children of a node share, what each has of its own, and the whole way from parent to child. */
#define ESP_LAYOUT_MAX_STUB 2
#define ESP_LAYOUT_MAX_ROUTE 5

guint    esp_layout_add_trunk (const EspLayoutInput *input,
                               const EspLayout      *self,
                               EspNodeIx             node,
                               GArray               *segments);
guint    esp_layout_get_stub  (const EspLayoutInput *input,
                               const EspLayout      *self,
                               EspNodeIx             node,
                               EspPoint              points[ESP_LAYOUT_MAX_STUB]);
guint    esp_layout_get_route (const EspLayoutInput *input,
                               const EspLayout      *self,
                               EspNodeIx             node,
                               EspPoint              points[ESP_LAYOUT_MAX_ROUTE]);

static inline EspRect
esp_layout_get_rect (const EspLayoutInput *input,
                     const EspLayout      *self,
                     EspNodeIx             node)
{
  return (EspRect){ self->x[node], self->y[node], input->width[node], input->height[node] };
}

/* Staff come first, so halving finds where they end. */
static inline guint32
esp_layout_count_staff (const EspTree *tree,
                        const guint8  *place,
                        EspNodeIx      node)
{
  const guint8 *places = place + tree->first_child[node];
  guint32 low = 0;
  guint32 high = tree->n_children[node];

  if (high == 0 || places[0] < ESP_PLACE_STAFF_END)
    return 0;

  while (high - low > 1)
    {
      guint32 half = low + (high - low) / 2;

      if (places[half] >= ESP_PLACE_STAFF_END)
        low = half;
      else
        high = half;
    }
  return low + 1;
}

G_END_DECLS
