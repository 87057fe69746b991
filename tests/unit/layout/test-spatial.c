/* test-spatial.c — the index against looking at every box
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "esp-shapes.h"
#include "forests.h"
#include "layout/esp-spatial-private.h"

#include <math.h>

#define N_RANDOM 150
#define N_RECTANGLES 20

typedef struct
{
  Forest      forest;
  EspSpatial *spatial;
  GRand      *rand;
} Fixture;

typedef void (*Check) (Fixture *fixture);

static void
run_on_random (gconstpointer data)
{
  Check check = (Check) data;
  g_autoptr (GRand) rand = forest_new_rand ();

  for (guint i = 0; i < N_RANDOM; i++)
    {
      Fixture fixture = { .rand = rand };

      forest_init_random (&fixture.forest, rand, i % 4 == 0 ? 1200 : 60, i % 3 == 0 ? FOREST_ROOTS : 0);
      forest_lay_out (&fixture.forest);
      fixture.spatial = esp_spatial_new (&fixture.forest.input, &fixture.forest.layout);
      check (&fixture);
      esp_spatial_free (fixture.spatial);
      forest_clear (&fixture.forest);
    }
}

static EspRect
get_random_rect (Fixture *fixture)
{
  const EspLayout *layout = &fixture->forest.layout;
  double x = g_rand_double_range (fixture->rand, -100.0, layout->width + 100.0);
  double y = g_rand_double_range (fixture->rand, -100.0, layout->height + 100.0);
  double size = exp (g_rand_double_range (fixture->rand, 0.0, 10.0));

  return (EspRect){ x, y, size, size * g_rand_double_range (fixture->rand, 0.3, 2.0) };
}

/* Every box that overlaps is in one item, none in two; a run is small, unless there are no more than @max, and its bounds are
 * exact. */
static void
check_items (Fixture       *fixture,
             const EspRect *world,
             double         min_size,
             guint          max)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (EspSpatialItem));
  EspNodeIx next = 0;
  guint n = max > 0 ? esp_spatial_query_at_most (fixture->spatial, world, min_size, max, items)
                    : esp_spatial_query (fixture->spatial, world, min_size, items);

  g_assert_cmpuint (n, ==, items->len);
  for (guint i = 0; i < n; i++)
    {
      const EspSpatialItem *item = &g_array_index (items, EspSpatialItem, i);
      EspRect bounds = forest_get_box (&fixture->forest, item->first);

      g_assert_cmpuint (item->first, >=, next);
      for (; next < item->first; next++)
        {
          EspRect box = forest_get_box (&fixture->forest, next);

          g_assert_false (esp_rect_overlaps (&box, world));
        }
      for (; next < item->first + item->count; next++)
        {
          EspRect box = forest_get_box (&fixture->forest, next);

          bounds = esp_rect_union (&bounds, &box);
          g_assert_true (item->count > 1 || esp_rect_overlaps (&box, world));
        }
      g_assert_cmpfloat_with_epsilon (item->bounds.x, bounds.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (item->bounds.y, bounds.y, 1e-6);
      g_assert_cmpfloat_with_epsilon (item->bounds.width, bounds.width, 1e-6);
      g_assert_cmpfloat_with_epsilon (item->bounds.height, bounds.height, 1e-6);
      g_assert_true (max > 0 || item->count == 1 || (bounds.width < min_size && bounds.height < min_size));
    }
  for (; next < fixture->forest.tree.n; next++)
    {
      EspRect box = forest_get_box (&fixture->forest, next);

      g_assert_false (esp_rect_overlaps (&box, world));
    }
  g_assert_true (max == 0 || n <= MAX (max, 1));
}

static void
check_query (Fixture *fixture)
{
  for (guint i = 0; i < N_RECTANGLES; i++)
    {
      EspRect world = get_random_rect (fixture);

      check_items (fixture, &world, 0.0, 0);
      check_items (fixture, &world, g_rand_double_range (fixture->rand, 10.0, 3000.0), 0);
      check_items (fixture, &world, 0.0, 16);
      check_items (fixture, &world, g_rand_double_range (fixture->rand, 10.0, 3000.0), 1000);
    }
}

static gboolean
segment_meets (EspPoint       from,
               EspPoint       to,
               const EspRect *world)
{
  return MIN (from.x, to.x) < world->x + world->width && MAX (from.x, to.x) > world->x
         && MIN (from.y, to.y) < world->y + world->height && MAX (from.y, to.y) > world->y;
}

static gboolean
has_wire_in (Forest        *forest,
             EspNodeIx      node,
             const EspRect *world)
{
  g_autoptr (GArray) segments = g_array_new (FALSE, FALSE, sizeof (EspSegment));
  EspPoint stub[ESP_LAYOUT_MAX_STUB];
  guint n = esp_layout_get_stub (&forest->input, &forest->layout, node, stub);

  esp_layout_add_trunk (&forest->input, &forest->layout, node, segments);
  for (guint i = 1; i < n; i++)
    if (segment_meets (stub[i - 1], stub[i], world))
      return TRUE;
  for (guint i = 0; i < segments->len; i++)
    if (segment_meets (g_array_index (segments, EspSegment, i).from, g_array_index (segments, EspSegment, i).to, world))
      return TRUE;
  return FALSE;
}

static void
check_wires (Fixture *fixture)
{
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (EspNodeIx));

  for (guint i = 0; i < N_RECTANGLES / 4; i++)
    {
      EspRect world = get_random_rect (fixture);
      guint at = 0;

      g_array_set_size (nodes, 0);
      esp_spatial_query_wires (fixture->spatial, &world, 0.0, nodes);
      for (EspNodeIx node = 0; node < fixture->forest.tree.n; node++)
        if (at < nodes->len && g_array_index (nodes, EspNodeIx, at) == node)
          at++;
        else
          g_assert_false (has_wire_in (&fixture->forest, node, &world));
      g_assert_cmpuint (at, ==, nodes->len);
    }
}

static double
get_distance (const EspRect *box,
              double         x,
              double         y)
{
  double across = MAX (MAX (box->x - x, x - box->x - box->width), 0.0);
  double down = MAX (MAX (box->y - y, y - box->y - box->height), 0.0);

  return hypot (across, down);
}

static void
check_points (Fixture *fixture)
{
  Forest *forest = &fixture->forest;

  for (guint i = 0; i < N_RECTANGLES; i++)
    {
      double x = g_rand_double_range (fixture->rand, -100.0, forest->layout.width + 100.0);
      double y = g_rand_double_range (fixture->rand, -100.0, forest->layout.height + 100.0);
      EspNodeIx hit = ESP_NODE_NONE;
      EspNodeIx nearest = esp_spatial_nearest (fixture->spatial, x, y);
      double least = G_MAXDOUBLE;

      for (EspNodeIx node = 0; node < forest->tree.n; node++)
        {
          EspRect box = forest_get_box (forest, node);

          if (esp_rect_contains_point (&box, x, y))
            hit = node;
          least = MIN (least, get_distance (&box, x, y));
        }
      g_assert_cmpuint (esp_spatial_hit (fixture->spatial, x, y), ==, hit);
      g_assert_cmpuint (nearest == ESP_NODE_NONE, ==, forest->tree.n == 0);
      if (nearest != ESP_NODE_NONE)
        {
          EspRect box = forest_get_box (forest, nearest);

          g_assert_cmpfloat_with_epsilon (get_distance (&box, x, y), least, 1e-6);
        }
    }
}

static void
check_branch (Fixture *fixture)
{
  Forest *forest = &fixture->forest;
  g_autofree EspRect *branches = g_new (EspRect, forest->tree.n);

  for (EspNodeIx i = forest->tree.n; i-- > 0;)
    {
      EspRect found = esp_spatial_get_branch (fixture->spatial, i);

      branches[i] = forest_get_box (forest, i);
      for (guint32 c = 0; c < forest->tree.n_children[i]; c++)
        branches[i] = esp_rect_union (&branches[i], &branches[forest->tree.first_child[i] + c]);
      g_assert_cmpfloat_with_epsilon (found.x, branches[i].x, 1e-6);
      g_assert_cmpfloat_with_epsilon (found.y, branches[i].y, 1e-6);
      g_assert_cmpfloat_with_epsilon (found.width, branches[i].width, 1e-6);
      g_assert_cmpfloat_with_epsilon (found.height, branches[i].height, 1e-6);
    }
}

/* In a row of equal boxes one comes to the neighbour, in a column to the one below, and back. */
static void
test_next (void)
{
  const EspNodeIx parents[] = { ESP_NODE_NONE, 0, 0, 0, 2 };
  EspTree tree;
  Forest forest;
  g_autoptr (EspSpatial) spatial = NULL;

  g_assert_true (esp_tree_init_from_parents (&tree, parents, G_N_ELEMENTS (parents), NULL));
  forest_init_tree (&forest, &tree, 228, 84);
  forest_lay_out (&forest);
  spatial = esp_spatial_new (&forest.input, &forest.layout);
  g_assert_cmpuint (esp_spatial_next (spatial, 1, ESP_DIRECTION_RIGHT), ==, 2);
  g_assert_cmpuint (esp_spatial_next (spatial, 2, ESP_DIRECTION_RIGHT), ==, 3);
  g_assert_cmpuint (esp_spatial_next (spatial, 3, ESP_DIRECTION_RIGHT), ==, ESP_NODE_NONE);
  g_assert_cmpuint (esp_spatial_next (spatial, 2, ESP_DIRECTION_LEFT), ==, 1);
  g_assert_cmpuint (esp_spatial_next (spatial, 0, ESP_DIRECTION_DOWN), ==, 2);
  g_assert_cmpuint (esp_spatial_next (spatial, 2, ESP_DIRECTION_DOWN), ==, 4);
  g_assert_cmpuint (esp_spatial_next (spatial, 4, ESP_DIRECTION_DOWN), ==, ESP_NODE_NONE);
  g_assert_cmpuint (esp_spatial_next (spatial, 4, ESP_DIRECTION_UP), ==, 2);
  g_assert_cmpuint (esp_spatial_next (spatial, 0, ESP_DIRECTION_UP), ==, ESP_NODE_NONE);
  forest_clear (&forest);
}

/* What a window of 1280 by 800 shows: the work and the answer follow its pixels at every zoom, not the million cards. */
static void
test_work (gconstpointer data)
{
  EspShape shape = GPOINTER_TO_INT (data);
  EspShapeForest forest;
  EspLayout layout;
  EspLayoutInput input;
  EspSpatial *spatial;
  g_autoptr (GRand) rand = forest_new_rand ();
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (EspSpatialItem));
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (EspNodeIx));
  guint most_visits = 0, most_items = 0, most_wires = 0;

  esp_shape_forest_init (&forest, shape, 1000000, 1);
  input = (EspLayoutInput){ &forest.tree, forest.width, forest.height, NULL, ESP_GAPS_INIT, .aspect = 1.6 };
  g_assert_true (esp_layout_run (&input, &layout, NULL));
  spatial = esp_spatial_new (&input, &layout);

  for (double zoom = 1.0; zoom > 1280.0 / MAX (layout.width, layout.height) / 2.0; zoom /= 1.7)
    for (guint i = 0; i < 8; i++)
      {
        EspNodeIx at = g_rand_int_range (rand, 0, input.tree->n);
        EspRect world = { layout.x[at] - 640.0 / zoom, layout.y[at] - 400.0 / zoom, 1280.0 / zoom, 800.0 / zoom };
        guint n_visits = 0;

        g_array_set_size (items, 0);
        g_array_set_size (nodes, 0);
        _esp_spatial_walk (spatial, &world, 4.0 / zoom, items, &n_visits);
        esp_spatial_query_wires (spatial, &world, 4.0 / zoom, nodes);
        most_visits = MAX (most_visits, n_visits);
        most_items = MAX (most_items, items->len);
        most_wires = MAX (most_wires, nodes->len);
        g_assert_cmpuint (n_visits, <=, 3000 + 40 * items->len);
      }

  g_test_message ("%s: at most %u visits, %u items, %u nodes with wires", esp_shape_get_name (shape), most_visits, most_items,
                  most_wires);
  g_assert_cmpuint (most_items, <, 12000);
  g_assert_cmpuint (most_visits, <, 60000);
  esp_spatial_free (spatial);
  esp_layout_clear (&layout);
  esp_shape_forest_clear (&forest);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    Check       check;
  } checks[] = {
    { "query", check_query },
    { "wires", check_wires },
    { "points", check_points },
    { "branch", check_branch },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autofree char *path = g_strconcat ("/layout/spatial/", checks[i].name, NULL);

      g_test_add_data_func (path, checks[i].check, run_on_random);
    }
  g_test_add_func ("/layout/spatial/next", test_next);
  for (EspShape shape = 0; shape < ESP_N_SHAPES; shape++)
    {
      g_autofree char *path = g_strconcat ("/layout/spatial/work/", esp_shape_get_name (shape), NULL);

      g_test_add_data_func (path, GINT_TO_POINTER (shape), test_work);
    }
  return g_test_run ();
}
