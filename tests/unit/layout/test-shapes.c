/* test-shapes.c — forests as they must not be: empty, deep, wide, scattered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "esp-shapes.h"
#include "forests.h"
#include "layout/esp-spatial.h"

#define N_LARGE 1000000u
#define N_SAMPLES 3000

/* Boxes taken at random have nothing within 11 px. */
static void
assert_apart (const EspLayoutInput *input,
              const EspLayout      *layout)
{
  g_autoptr (EspSpatial) spatial = esp_spatial_new (input, layout);
  g_autoptr (GRand) rand = forest_new_rand ();
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (EspSpatialItem));
  EspRect whole = { 0, 0, layout->width, layout->height };

  for (guint i = 0; i < N_SAMPLES && layout->n > 0; i++)
    {
      EspNodeIx node = g_rand_double (rand) * layout->n;
      EspRect box = esp_layout_get_rect (input, layout, node);
      EspRect room = esp_rect_grow (&box, 11.0);

      g_array_set_size (items, 0);
      g_assert_true (esp_rect_contains_rect (&whole, &box));
      g_assert_cmpuint (esp_spatial_query (spatial, &room, 0.0, items), ==, 1);
      g_assert_cmpuint (g_array_index (items, EspSpatialItem, 0).first, ==, node);
    }
}

static void
test_large (gconstpointer data)
{
  EspShape shape = GPOINTER_TO_INT (data) / 4;
  EspArrange arrange = GPOINTER_TO_INT (data) % 4;
  EspShapeForest forest;
  EspLayoutInput input;
  EspLayout layout;

  esp_shape_forest_init (&forest, shape, N_LARGE, 3);
  g_assert_true (esp_tree_is_valid (&forest.tree));
  input = (EspLayoutInput){ &forest.tree, forest.width, forest.height, NULL, ESP_GAPS_INIT, .arrange = arrange, .aspect = 1.6 };
  g_assert_true (esp_layout_run (&input, &layout, NULL));
  assert_apart (&input, &layout);
  esp_layout_clear (&layout);
  esp_shape_forest_clear (&forest);
}

static void
test_lone_roots (void)
{
  const guint32 n = 100000;
  g_autofree EspNodeIx *parents = g_new (EspNodeIx, n);
  EspTree tree;
  Forest forest;

  for (guint32 i = 0; i < n; i++)
    parents[i] = ESP_NODE_NONE;
  g_assert_true (esp_tree_init_from_parents (&tree, parents, n, NULL));
  forest_init_tree (&forest, &tree, 228, 84);
  forest_lay_out (&forest);
  g_assert_cmpuint (forest.layout.n_lone, ==, n);
  g_assert_cmpfloat_with_epsilon (forest.layout.lone.width / forest.layout.lone.height, 1.6, 0.05);
  assert_apart (&forest.input, &forest.layout);
  forest_clear (&forest);
}

/* Many trees of two to six, and lone ones between them. */
static void
test_groves (void)
{
  const guint32 n = 100000;
  g_autofree EspNodeIx *parents = g_new (EspNodeIx, n);
  g_autoptr (GRand) rand = forest_new_rand ();
  EspTree tree;
  Forest forest;
  guint32 n_lone = 0;

  for (guint32 i = 0, root = 0; i < n; i++)
    {
      if (i - root >= (guint32) g_rand_int_range (rand, 1, 7))
        root = i;
      parents[i] = i == root ? ESP_NODE_NONE : root;
    }
  g_assert_true (esp_tree_init_from_parents (&tree, parents, n, NULL));
  for (guint32 i = 0; i < tree.n_roots; i++)
    n_lone += tree.n_children[i] == 0;
  forest_init_tree (&forest, &tree, 228, 84);
  forest_lay_out (&forest);
  g_assert_cmpuint (forest.layout.n_lone, ==, n_lone);
  g_assert_cmpfloat_with_epsilon (forest.layout.width / forest.layout.height, 1.6, 0.1);
  assert_apart (&forest.input, &forest.layout);
  forest_clear (&forest);
}

static void
test_empty (void)
{
  EspTree tree = { 0 };
  Forest forest;
  EspSpatial *spatial;
  EspRect world = { 0, 0, 1000, 1000 };
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (EspSpatialItem));

  forest_init_tree (&forest, &tree, 228, 84);
  forest_lay_out (&forest);
  g_assert_cmpfloat (forest.layout.width, ==, 0.0);
  g_assert_cmpfloat (forest.layout.height, ==, 0.0);
  spatial = esp_spatial_new (&forest.input, &forest.layout);
  g_assert_cmpuint (esp_spatial_query (spatial, &world, 0.0, items), ==, 0);
  g_assert_cmpuint (esp_spatial_query_wires (spatial, &world, 0.0, items), ==, 0);
  g_assert_cmpuint (esp_spatial_hit (spatial, 1, 1), ==, ESP_NODE_NONE);
  g_assert_cmpuint (esp_spatial_nearest (spatial, 1, 1), ==, ESP_NODE_NONE);
  esp_spatial_free (spatial);
  forest_clear (&forest);
}

static void
test_single (void)
{
  const EspNodeIx parents[] = { ESP_NODE_NONE };
  EspTree tree;
  Forest forest;
  EspRect box;

  g_assert_true (esp_tree_init_from_parents (&tree, parents, 1, NULL));
  forest_init_tree (&forest, &tree, 228, 84);
  forest_lay_out (&forest);
  box = forest_get_box (&forest, 0);
  g_assert_cmpmem (&box, sizeof box, (&(EspRect){ 0, 0, 228, 84 }), sizeof box);
  g_assert_cmpfloat (forest.layout.width, ==, 228);
  g_assert_cmpfloat (forest.layout.height, ==, 84);
  forest_clear (&forest);
}

/* As long as there are few, all roots stand side by side, in their order. */
static void
test_few_roots (void)
{
  EspNodeIx parents[] = { ESP_NODE_NONE, 0, ESP_NODE_NONE, ESP_NODE_NONE, 3 };
  EspTree tree;
  Forest forest;

  g_assert_true (esp_tree_init_from_parents (&tree, parents, G_N_ELEMENTS (parents), NULL));
  forest_init_tree (&forest, &tree, 228, 84);
  forest_lay_out (&forest);
  for (EspNodeIx i = 0; i < 3; i++)
    {
      g_assert_cmpfloat (forest.layout.x[i], ==, i * (228 + 72));
      g_assert_cmpfloat (forest.layout.y[i], ==, 0);
    }
  forest_clear (&forest);
}

static void
test_cancelled (void)
{
  EspShapeForest forest;
  EspLayoutInput input;
  EspLayout layout;
  int cancelled = 1;

  esp_shape_forest_init (&forest, ESP_SHAPE_ORG, 100000, 3);
  input = (EspLayoutInput){ &forest.tree, forest.width, forest.height, NULL, ESP_GAPS_INIT, .aspect = 1.6 };
  g_assert_false (esp_layout_run (&input, &layout, &cancelled));
  g_assert_null (layout.x);
  g_assert_cmpuint (layout.n, ==, 0);
  cancelled = 0;
  g_assert_true (esp_layout_run (&input, &layout, &cancelled));
  esp_layout_clear (&layout);
  esp_shape_forest_clear (&forest);
}

/* Six leaves of a block are two columns of three, the first right-aligned at the wire between them. */
static void
test_block (void)
{
  const EspNodeIx parents[] = { ESP_NODE_NONE, 0, 0, 0, 0, 0, 0 };
  EspTree tree;
  Forest forest;

  g_assert_true (esp_tree_init_from_parents (&tree, parents, G_N_ELEMENTS (parents), NULL));
  forest_init_tree (&forest, &tree, 228, 84);
  forest.input.arrange = ESP_ARRANGE_BLOCK;
  forest_lay_out (&forest);
  for (EspNodeIx i = 1; i <= 6; i++)
    {
      g_assert_cmpfloat (forest.layout.x[i], ==, (i - 1) % 2 * 240);
      g_assert_cmpfloat (forest.layout.y[i], ==, 84 + 54 + (i - 1) / 2 * 96);
      g_assert_cmpuint (forest.layout.place[i], ==, i % 2 == 1 ? ESP_PLACE_BLOCK_AFTER : ESP_PLACE_BLOCK_BEFORE);
    }
  g_assert_cmpfloat (forest.layout.x[0], ==, 120);
  forest_clear (&forest);
}

/* A column is indented, and so is the column in it. */
static void
test_column (void)
{
  const EspNodeIx parents[] = { ESP_NODE_NONE, 0, 0, 1 };
  static const double x[] = { 0, 30, 30, 60 };
  static const double y[] = { 0, 84 + 54, 84 + 54 + 84 + 24 + 84 + 12, 84 + 54 + 84 + 24 };
  EspTree tree;
  Forest forest;

  g_assert_true (esp_tree_init_from_parents (&tree, parents, G_N_ELEMENTS (parents), NULL));
  forest_init_tree (&forest, &tree, 228, 84);
  forest.flags[0] = ESP_LAYOUT_ARRANGE (ESP_ARRANGE_COLUMN);
  forest_lay_out (&forest);
  for (EspNodeIx i = 0; i < 4; i++)
    {
      g_assert_cmpfloat (forest.layout.x[i], ==, x[i]);
      g_assert_cmpfloat (forest.layout.y[i], ==, y[i]);
    }
  forest_clear (&forest);
}

/* A node all of whose children are staff has them as ordinary children. */
static void
test_all_staff (void)
{
  const EspNodeIx parents[] = { ESP_NODE_NONE, 0, 0 };
  EspTree tree;
  Forest forest;

  g_assert_true (esp_tree_init_from_parents (&tree, parents, G_N_ELEMENTS (parents), NULL));
  forest_init_tree (&forest, &tree, 228, 84);
  forest.flags[1] = forest.flags[2] = ESP_LAYOUT_STAFF;
  forest_lay_out (&forest);
  g_assert_cmpuint (forest.layout.place[1], ==, ESP_PLACE_ROW);
  g_assert_cmpuint (forest.layout.place[2], ==, ESP_PLACE_ROW);
  forest_clear (&forest);
}

static void
test_tree (void)
{
  const EspNodeIx parents[] = { 2, 0, ESP_NODE_NONE, 2, ESP_NODE_NONE, 0 };
  const EspNodeIx expected[] = { 2, 4, 0, 3, 1, 5 };
  const EspNodeIx ring[] = { 1, 0, ESP_NODE_NONE };
  const EspNodeIx outside[] = { ESP_NODE_NONE, 7 };
  EspNodeIx order[6];
  EspTree tree;

  g_assert_true (esp_tree_init_from_parents (&tree, parents, 6, order));
  g_assert_cmpmem (order, sizeof order, expected, sizeof expected);
  g_assert_true (esp_tree_is_valid (&tree));
  g_assert_cmpuint (tree.n_roots, ==, 2);
  g_assert_cmpuint (tree.n_children[0], ==, 2);
  tree.parent[5] = 3;
  g_assert_false (esp_tree_is_valid (&tree));
  esp_tree_clear (&tree);

  g_assert_false (esp_tree_init_from_parents (&tree, ring, 3, NULL));
  g_assert_null (tree.parent);
  g_assert_false (esp_tree_init_from_parents (&tree, outside, 2, NULL));
}

int
main (int argc, char **argv)
{
  static const char *const arranges[] = { "row", "column", "block" };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/shapes/tree", test_tree);
  g_test_add_func ("/layout/shapes/empty", test_empty);
  g_test_add_func ("/layout/shapes/single", test_single);
  g_test_add_func ("/layout/shapes/few-roots", test_few_roots);
  g_test_add_func ("/layout/shapes/block", test_block);
  g_test_add_func ("/layout/shapes/column", test_column);
  g_test_add_func ("/layout/shapes/all-staff", test_all_staff);
  g_test_add_func ("/layout/shapes/lone-roots", test_lone_roots);
  g_test_add_func ("/layout/shapes/groves", test_groves);
  g_test_add_func ("/layout/shapes/cancelled", test_cancelled);
  for (EspShape shape = 0; shape < ESP_N_SHAPES; shape++)
    for (EspArrange arrange = ESP_ARRANGE_ROW; arrange <= ESP_ARRANGE_BLOCK; arrange++)
      {
        g_autofree char *path = g_strdup_printf ("/layout/shapes/large/%s/%s", esp_shape_get_name (shape), arranges[arrange]);

        g_test_add_data_func (path, GINT_TO_POINTER (shape * 4 + arrange), test_large);
      }
  return g_test_run ();
}
