/* esp-shapes.c — forests of well-known shapes with cards of different size
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-bench"

#include "esp-shapes.h"

#include <string.h>

static const char *const names[ESP_N_SHAPES] = { "org", "chain", "star", "binary", "caterpillar" };

/* A number in [0, n): xorshift, the same everywhere and fast enough for millions. */
static guint32
roll (guint64 *state,
      guint32  n)
{
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return (*state >> 32) * n >> 32;
}

/* An organization hires from the top: every manager gets a span of reports; of the reports some manage in turn, fewer the
 * lower they stand. There is always one left who does, so that all n find a place. */
static guint32
get_org_children (guint64 *state,
                  guint32  node,
                  guint32  n_waiting)
{
  gboolean is_needed = n_waiting == 0;

  if (node > 0 && !is_needed && roll (state, 100) >= 22)
    return 0;

  return roll (state, 20) == 0 ? 15 + roll (state, 40) : 3 + roll (state, 9);
}

static guint32
get_n_children (EspShape  shape,
                guint64  *state,
                guint32   node,
                guint32   n_waiting,
                guint32   n)
{
  switch (shape)
    {
    case ESP_SHAPE_ORG:
      return get_org_children (state, node, n_waiting);
    case ESP_SHAPE_CHAIN:
      return 1;
    case ESP_SHAPE_STAR:
      return node == 0 ? n - 1 : 0;
    case ESP_SHAPE_BINARY:
      return 2;
    case ESP_SHAPE_CATERPILLAR:
      return node % 2 == 0 ? 2 : 0;
    case ESP_N_SHAPES:
    default:
      g_assert_not_reached ();
    }
}

/**
 * esp_shape_get_name:
 *
 * Returns: the name by which the command line knows @shape
 */
const char *
esp_shape_get_name (EspShape shape)
{
  g_return_val_if_fail ((guint) shape < ESP_N_SHAPES, NULL);

  return names[shape];
}

/**
 * esp_shape_from_name:
 * @shape: (out): the shape
 *
 * Returns: whether there is a shape of that name
 */
gboolean
esp_shape_from_name (const char *name,
                     EspShape   *shape)
{
  for (guint i = 0; i < ESP_N_SHAPES; i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *shape = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * esp_shape_forest_init:
 * @self: (out caller-allocates): the forest; esp_shape_forest_clear() frees it
 * @n: how many nodes
 * @seed: the same seed gives the same forest
 *
 * Makes a forest. Time: O(n).
 */
void
esp_shape_forest_init (EspShapeForest *self,
                       EspShape        shape,
                       guint32         n,
                       guint32         seed)
{
  static const float widths[] = { 204, 228, 264 };
  static const float heights[] = { 48, 60, 84, 102, 126, 162 };
  guint64 state = seed * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + 1;
  guint32 end = MIN (n, 1);

  self->tree = (EspTree){
    .n = n,
    .n_roots = end,
    .parent = g_new (EspNodeIx, n),
    .first_child = g_new (EspNodeIx, n),
    .n_children = g_new (guint32, n),
  };
  self->width = g_new (float, n);
  self->height = g_new (float, n);
  if (n > 0)
    self->tree.parent[0] = ESP_NODE_NONE;

  for (EspNodeIx i = 0; i < n; i++)
    {
      guint32 n_children = get_n_children (shape, &state, i, end - i - 1, n);

      n_children = MIN (n_children, n - end);
      self->tree.first_child[i] = end;
      self->tree.n_children[i] = n_children;
      for (guint32 c = 0; c < n_children; c++)
        self->tree.parent[end++] = i;
      self->width[i] = widths[roll (&state, G_N_ELEMENTS (widths))];
      self->height[i] = heights[roll (&state, G_N_ELEMENTS (heights))];
    }
}

/**
 * esp_shape_forest_clear:
 *
 * Frees the arrays and leaves an empty forest.
 */
void
esp_shape_forest_clear (EspShapeForest *self)
{
  esp_tree_clear (&self->tree);
  g_clear_pointer (&self->width, g_free);
  g_clear_pointer (&self->height, g_free);
}
