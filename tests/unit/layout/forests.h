/* forests.h — random forests for the tests of the layout
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "layout/esp-layout.h"

typedef struct
{
  EspTree        tree;
  float         *width;
  float         *height;
  guint8        *flags;
  EspLayoutInput input;
  EspLayout      layout;
} Forest;

typedef enum
{
  FOREST_ROWS = 1 << 0,  /* one root, rows only, no staff, downwards */
  FOREST_ROOTS = 1 << 1, /* many roots, many of them alone */
} ForestKind;

void    forest_init_random (Forest    *forest,
                            GRand     *rand,
                            guint32    max,
                            ForestKind kind);
void    forest_init_tree   (Forest    *forest,
                            EspTree   *tree,
                            float      width,
                            float      height);
void    forest_lay_out     (Forest    *forest);
void    forest_clear       (Forest    *forest);
EspRect forest_get_box     (Forest    *forest,
                            EspNodeIx  node);
GRand  *forest_new_rand    (void);

static inline double
forest_get_trunk (Forest *forest, EspNodeIx node)
{
  return forest->layout.x[node] + forest->width[node] / 2.0;
}
