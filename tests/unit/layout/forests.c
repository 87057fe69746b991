/* forests.c — random forests for the tests of the layout
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "test-layout"

#include "forests.h"

#include <stdlib.h>

/* A number generator whose seed is printed, and taken from ESP_TEST_SEED if that is set. */
GRand *
forest_new_rand (void)
{
  const char *given = g_getenv ("ESP_TEST_SEED");
  guint32 seed = given != NULL ? strtoul (given, NULL, 10) : g_random_int ();

  g_test_message ("ESP_TEST_SEED=%u", seed);
  return g_rand_new_with_seed (seed);
}

static void
make_tree (Forest     *forest,
           GRand      *rand,
           guint32     n,
           ForestKind  kind)
{
  g_autofree EspNodeIx *parents = g_new (EspNodeIx, n);
  guint32 n_roots = (kind & FOREST_ROWS) != 0 ? 1 : 1 + g_rand_int_range (rand, 0, 3) / 2;
  int depth = g_rand_int_range (rand, 0, 3);

  if ((kind & FOREST_ROOTS) != 0)
    n_roots = 1 + g_rand_int_range (rand, 0, n + 1);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 low = depth == 0 || i < 4 ? 0 : i - i / (depth * 4) - 1;

      parents[i] = i < n_roots ? ESP_NODE_NONE : (EspNodeIx) g_rand_int_range (rand, low, i);
    }
  g_assert_true (esp_tree_init_from_parents (&forest->tree, parents, n, NULL));
}

static void
fill (Forest     *forest,
      GRand      *rand,
      ForestKind  kind)
{
  guint32 n = forest->tree.n;
  gboolean is_even = g_rand_boolean (rand);
  gboolean has_flags = (kind & FOREST_ROWS) == 0 && g_rand_int_range (rand, 0, 4) > 0;

  forest->width = g_new (float, n);
  forest->height = g_new (float, n);
  forest->flags = g_new0 (guint8, n);
  for (guint32 i = 0; i < n; i++)
    {
      forest->width[i] = is_even ? 6 * g_rand_int_range (rand, 5, 50) : g_rand_int_range (rand, 7, 300);
      forest->height[i] = is_even ? 6 * g_rand_int_range (rand, 5, 50) : g_rand_int_range (rand, 7, 300);
      if (has_flags && g_rand_int_range (rand, 0, 5) == 0)
        forest->flags[i] |= ESP_LAYOUT_STAFF;
      if (has_flags && g_rand_int_range (rand, 0, 3) == 0)
        forest->flags[i] |= ESP_LAYOUT_ARRANGE (g_rand_int_range (rand, 0, 3));
    }
}

void
forest_init_random (Forest     *forest,
                    GRand      *rand,
                    guint32     max,
                    ForestKind  kind)
{
  *forest = (Forest){ 0 };
  make_tree (forest, rand, g_rand_int_range (rand, 0, max + 1), kind);
  fill (forest, rand, kind);
  forest->input = (EspLayoutInput){
    .tree = &forest->tree,
    .width = forest->width,
    .height = forest->height,
    .flags = g_rand_int_range (rand, 0, 10) == 0 ? NULL : forest->flags,
    .gaps = ESP_GAPS_INIT,
    .aspect = g_rand_double_range (rand, 0.5, 2.0),
  };
  if ((kind & FOREST_ROWS) == 0)
    {
      forest->input.direction = g_rand_int_range (rand, 0, 4);
      forest->input.arrange = g_rand_int_range (rand, 0, 3);
      forest->input.mirrored = g_rand_boolean (rand);
    }
}

/* Takes @tree over; all boxes are equal. */
void
forest_init_tree (Forest  *forest,
                  EspTree *tree,
                  float    width,
                  float    height)
{
  *forest = (Forest){ 0 };
  forest->tree = *tree;
  *tree = (EspTree){ 0 };
  forest->width = g_new (float, forest->tree.n);
  forest->height = g_new (float, forest->tree.n);
  forest->flags = g_new0 (guint8, forest->tree.n);
  for (guint32 i = 0; i < forest->tree.n; i++)
    {
      forest->width[i] = width;
      forest->height[i] = height;
    }
  forest->input = (EspLayoutInput){
    .tree = &forest->tree,
    .width = forest->width,
    .height = forest->height,
    .flags = forest->flags,
    .gaps = ESP_GAPS_INIT,
    .aspect = 1.6,
  };
}

void
forest_lay_out (Forest *forest)
{
  esp_layout_clear (&forest->layout);
  g_assert_true (esp_layout_run (&forest->input, &forest->layout, NULL));
}

void
forest_clear (Forest *forest)
{
  esp_layout_clear (&forest->layout);
  esp_tree_clear (&forest->tree);
  g_clear_pointer (&forest->width, g_free);
  g_clear_pointer (&forest->height, g_free);
  g_clear_pointer (&forest->flags, g_free);
}

EspRect
forest_get_box (Forest    *forest,
                EspNodeIx  node)
{
  return esp_layout_get_rect (&forest->input, &forest->layout, node);
}
