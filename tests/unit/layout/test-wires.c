/* test-wires.c — wires reach every child and cross no box
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "forests.h"

#include <math.h>

#define N_RANDOM 1000

/* Boxes without their edges, which wires may touch. */
static void
assert_free (Forest   *forest,
             EspPoint  from,
             EspPoint  to)
{
  EspRect wire = { MIN (from.x, to.x) - 0.25, MIN (from.y, to.y) - 0.25, fabs (to.x - from.x) + 0.5, fabs (to.y - from.y) + 0.5 };

  g_assert_true (from.x == to.x || from.y == to.y);
  for (guint32 i = 0; i < forest->tree.n; i++)
    {
      EspRect box = forest_get_box (forest, i);
      EspRect inside = esp_rect_grow (&box, -0.5);

      g_assert_false (esp_rect_overlaps (&wire, &inside));
    }
}

static gboolean
is_on_edge (const EspRect *box,
            EspPoint       point)
{
  gboolean is_within = point.x >= box->x && point.x <= box->x + box->width && point.y >= box->y && point.y <= box->y + box->height;

  return is_within
         && (point.x == box->x || point.x == box->x + box->width || point.y == box->y || point.y == box->y + box->height);
}

static gboolean
is_on_segment (const EspSegment *segment,
               EspPoint          point)
{
  return point.x >= MIN (segment->from.x, segment->to.x) && point.x <= MAX (segment->from.x, segment->to.x)
         && point.y >= MIN (segment->from.y, segment->to.y) && point.y <= MAX (segment->from.y, segment->to.y);
}

/* The stub of @node is the end of its route, and begins at the trunk of its parent. */
static void
check_child (Forest    *forest,
             EspNodeIx  node,
             GArray    *trunk)
{
  EspPoint route[ESP_LAYOUT_MAX_ROUTE];
  EspPoint stub[ESP_LAYOUT_MAX_STUB];
  guint n = esp_layout_get_route (&forest->input, &forest->layout, node, route);
  guint n_stub = esp_layout_get_stub (&forest->input, &forest->layout, node, stub);
  EspRect box = forest_get_box (forest, node);
  EspRect parent = forest_get_box (forest, forest->tree.parent[node]);
  gboolean is_joined = FALSE;

  g_assert_cmpuint (n, >=, 2);
  g_assert_cmpuint (n_stub, >=, 2);
  g_assert_true (is_on_edge (&parent, route[0]));
  g_assert_true (is_on_edge (&box, route[n - 1]));
  for (guint i = 1; i < n; i++)
    assert_free (forest, route[i - 1], route[i]);
  for (guint i = 1; i < n_stub; i++)
    assert_free (forest, stub[i - 1], stub[i]);

  g_assert_cmpfloat (stub[n_stub - 1].x, ==, route[n - 1].x);
  g_assert_cmpfloat (stub[n_stub - 1].y, ==, route[n - 1].y);
  for (guint i = 0; i < trunk->len; i++)
    is_joined |= is_on_segment (&g_array_index (trunk, EspSegment, i), stub[0]);
  g_assert_true (is_joined);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = forest_new_rand ();
  g_autoptr (GArray) trunk = g_array_new (FALSE, FALSE, sizeof (EspSegment));

  for (guint round = 0; round < N_RANDOM; round++)
    {
      Forest forest;

      forest_init_random (&forest, rand, 60, round % 3 == 0 ? FOREST_ROOTS : 0);
      forest_lay_out (&forest);
      for (guint32 i = 0; i < forest.tree.n; i++)
        {
          guint n;

          g_array_set_size (trunk, 0);
          n = esp_layout_add_trunk (&forest.input, &forest.layout, i, trunk);
          g_assert_cmpuint (n, ==, trunk->len);
          g_assert_cmpuint (n > 0, ==, forest.tree.n_children[i] > 0);
          for (guint s = 0; s < n; s++)
            assert_free (&forest, g_array_index (trunk, EspSegment, s).from, g_array_index (trunk, EspSegment, s).to);
          for (guint32 c = 0; c < forest.tree.n_children[i]; c++)
            check_child (&forest, forest.tree.first_child[i] + c, trunk);
        }
      forest_clear (&forest);
    }
}

static void
test_root_has_none (void)
{
  const EspNodeIx parents[] = { ESP_NODE_NONE };
  EspPoint points[ESP_LAYOUT_MAX_ROUTE];
  g_autoptr (GArray) trunk = g_array_new (FALSE, FALSE, sizeof (EspSegment));
  EspTree tree;
  Forest forest;

  g_assert_true (esp_tree_init_from_parents (&tree, parents, 1, NULL));
  forest_init_tree (&forest, &tree, 228, 84);
  forest_lay_out (&forest);
  g_assert_cmpuint (esp_layout_get_route (&forest.input, &forest.layout, 0, points), ==, 0);
  g_assert_cmpuint (esp_layout_get_stub (&forest.input, &forest.layout, 0, points), ==, 0);
  g_assert_cmpuint (esp_layout_add_trunk (&forest.input, &forest.layout, 0, trunk), ==, 0);
  forest_clear (&forest);
}

/* The bus is in the middle of the level gap, and goes from the first child's trunk to the last's. */
static void
test_row (void)
{
  const EspNodeIx parents[] = { ESP_NODE_NONE, 0, 0, 0 };
  g_autoptr (GArray) trunk = g_array_new (FALSE, FALSE, sizeof (EspSegment));
  const EspSegment *segments;
  EspTree tree;
  Forest forest;

  g_assert_true (esp_tree_init_from_parents (&tree, parents, G_N_ELEMENTS (parents), NULL));
  forest_init_tree (&forest, &tree, 228, 84);
  forest_lay_out (&forest);
  g_assert_cmpuint (esp_layout_add_trunk (&forest.input, &forest.layout, 0, trunk), ==, 2);
  segments = (const EspSegment *) (gpointer) trunk->data;
  g_assert_cmpfloat (segments[0].from.y, ==, 84);
  g_assert_cmpfloat (segments[0].to.y, ==, 84 + 27);
  g_assert_cmpfloat (segments[0].from.x, ==, forest.layout.width / 2.0);
  g_assert_cmpfloat (segments[1].from.x, ==, 114);
  g_assert_cmpfloat (segments[1].to.x, ==, forest.layout.width - 114);
  forest_clear (&forest);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/wires/random", test_random);
  g_test_add_func ("/layout/wires/root-has-none", test_root_has_none);
  g_test_add_func ("/layout/wires/row", test_row);
  return g_test_run ();
}
