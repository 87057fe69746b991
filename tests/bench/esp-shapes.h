/* esp-shapes.h — forests of well-known shapes with cards of different size
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "layout/esp-layout.h"

G_BEGIN_DECLS

typedef enum
{
  ESP_SHAPE_ORG,         /* a few large branches, spans of one to some twenty, most of them leaves */
  ESP_SHAPE_CHAIN,       /* one below the other */
  ESP_SHAPE_STAR,        /* one root, all others its children */
  ESP_SHAPE_BINARY,      /* two children each, all levels full but the last */
  ESP_SHAPE_CATERPILLAR, /* a chain with a leaf at every joint */
  ESP_N_SHAPES
} EspShape;

/**
 * EspShapeForest:
 * @tree: the forest, one root
 * @width: (array): widths in world px
 * @height: (array): heights
 *
 * What a layout needs. Sizes are those of cards and plates, multiples of 6, at random.
 */
typedef struct
{
  EspTree tree;
  float  *width;
  float  *height;
} EspShapeForest;

const char *esp_shape_get_name     (EspShape        shape);
gboolean    esp_shape_from_name    (const char     *name,
                                    EspShape       *shape);
void        esp_shape_forest_init  (EspShapeForest *self,
                                    EspShape        shape,
                                    guint32         n,
                                    guint32         seed);
void        esp_shape_forest_clear (EspShapeForest *self);

G_END_DECLS
