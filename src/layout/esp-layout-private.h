/* esp-layout-private.h — what the steps of a layout share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "layout/esp-layout.h"

#include <math.h>

G_BEGIN_DECLS

/* While a layout is made there is no left and up, but one axis along siblings ("along") and one away from the roots ("deep").
 * A node is held by its trunk, the middle of its box along. The last step turns the axes into x and y. */

enum
{
  BEFORE, /* towards the first sibling */
  AFTER,
};

/* One box of the tidy tree, which may be a node with its staff, or with all that is below it, or a whole grid; and how the
 * outline of its subtree goes on. One cache line. */
typedef struct
{
  double  step[2];   /* to the trunk of next[] */
  double  end_at[2]; /* from here to the trunk of end[] */
  double  bottom;    /* where the box ends, the gap to the next level included */
  float   reach[2];  /* from the trunk to the box's edges, ≥ 0 */
  guint32 next[2];   /* next box of the outline, or ESP_NODE_NONE */
  guint32 end[2];    /* deepest box of the outline */
} EspTidyBox;

G_STATIC_ASSERT (sizeof (EspTidyBox) == 64);

/* Of the subtrees laid out so far, one that reaches deeper than all after it. */
typedef struct
{
  double  bottom;
  guint32 kid;
} EspTidyLow;

/* A grid of leaves: one box of the tidy tree, which its first leaf stands for. */
typedef struct
{
  EspNodeIx first;
  guint32   n;
  guint32   n_columns;
  double    cell_along;
  double    cell_deep;
} EspGrid;

/* How a node's children stand, in the lower bits an EspArrange. */
enum
{
  MODE_ARRANGE = 0x03,
  MODE_BELOW_STAFF = 0x04, /* a column, whatever the flags say */
  MODE_BACK = 0x08,        /* … which is indented towards the start */
  MODE_GRID = 0x10,        /* has the next grid */
};

typedef struct
{
  const EspLayoutInput *input;
  const EspTree        *tree;
  EspLayout            *out;
  const int            *cancelled;
  const float          *size_along;
  const float          *size_deep;
  double               *along; /* trunks, in the end; until a node's parent is laid out, the depth of its branch if not plain */
  double               *deep;  /* where boxes begin */
  guint8               *place;
  guint8               *mode; /* NULL if plain */
  EspTidyBox           *boxes;
  GArray               *grids; /* EspGrid, in the order of the nodes that have one */
  gboolean              is_plain; /* rows only, no staff */

  /* as long as the largest number of children */
  EspNodeIx            *kids;
  double               *ramp;    /* zero between two rows */
  double               *ramp_end;
  EspTidyLow           *lows;

  /* the whole */
  double                size[2]; /* along, deep */
  EspRect               lone;    /* x is along, y is deep */
} EspLayoutWork;

/* Rounded outwards: a box may be wider than single precision is exact. */
static inline void
esp_tidy_box_set_reach (EspTidyBox *box,
                        int         side,
                        double      reach)
{
  float rounded = (float) reach;

  box->reach[side] = rounded < reach ? nextafterf (rounded, G_MAXFLOAT) : rounded;
}

/* How along and deep became x and y: mirrored, after an exchange if turned. */
typedef struct
{
  gboolean is_turned;
  gboolean flips_x;
  gboolean flips_y;
  double   width;
  double   height;
} EspLayoutAxes;

static inline gboolean
esp_layout_input_is_turned (const EspLayoutInput *input)
{
  return input->direction == ESP_DIRECTION_RIGHT || input->direction == ESP_DIRECTION_LEFT;
}

/* esp-layout.c */
EspLayoutAxes _esp_layout_get_axes      (const EspLayoutInput *input,
                                         const EspLayout      *layout);

/* esp-layout-wires.c */
EspRect       _esp_layout_get_zone      (const EspLayoutInput *input,
                                         const EspLayout      *layout,
                                         const EspLayoutAxes  *axes,
                                         EspNodeIx             node);

/* Whether to go on; asked every so many nodes */
static inline gboolean
esp_layout_work_is_cancelled (const EspLayoutWork *work)
{
  return work->cancelled != NULL && g_atomic_int_get (work->cancelled) != 0;
}

static inline gboolean
esp_place_is_block (guint8 place)
{
  return place == ESP_PLACE_BLOCK_BEFORE || place == ESP_PLACE_BLOCK_AFTER;
}

/* esp-layout-places.c */
void     _esp_layout_assign_places (EspLayoutWork *work);
EspGrid  _esp_layout_measure_cells (const EspLayoutWork *work,
                                    EspNodeIx            first,
                                    guint32              end,
                                    guint8               place,
                                    double               aspect);

/* esp-layout-depth.c */
void     _esp_layout_measure_depths (EspLayoutWork *work);
void     _esp_layout_place_deep     (EspLayoutWork *work);
double   _esp_layout_staff_depth    (const EspLayoutWork *work,
                                     EspNodeIx            node,
                                     guint32              n_staff);

/* esp-layout-tidy.c */
void     _esp_layout_tidy_row       (EspLayoutWork   *work,
                                     EspNodeIx        node,
                                     const EspNodeIx *kids,
                                     EspNodeIx        first,
                                     guint32          n);
void     _esp_layout_get_reach      (const EspLayoutWork *work,
                                     EspNodeIx            node,
                                     double               reach[2]);

/* esp-layout-boxes.c */
gboolean _esp_layout_place_along    (EspLayoutWork *work);

/* esp-layout-roots.c */
void     _esp_layout_place_roots    (EspLayoutWork *work);

G_END_DECLS
