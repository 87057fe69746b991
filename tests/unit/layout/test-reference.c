/* test-reference.c — the tidy rows against a slow layout that compares every pair of boxes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "forests.h"

#include <math.h>

#define N_RANDOM 600

/* For one forest of rows with one root: trunks relative to the parent, found without outlines. */
typedef struct
{
  Forest *forest;
  double *trunk;  /* rel. to the root of the subtree that is being placed */
  double *top;
} Reference;

static gboolean
is_below (const EspTree *tree,
          EspNodeIx      node,
          EspNodeIx      top)
{
  while (node != ESP_NODE_NONE && node > top)
    node = tree->parent[node];
  return node == top;
}

/* How far the trunk of @right must be from that of @left, if they meet at all. */
static gboolean
get_need (Reference *self,
          EspNodeIx  parent,
          EspNodeIx  left,
          EspNodeIx  right,
          double    *need)
{
  Forest *forest = self->forest;
  const EspGaps *gaps = &forest->input.gaps;
  gboolean are_siblings = forest->tree.parent[left] == parent && forest->tree.parent[right] == parent;

  if (self->top[left] >= self->top[right] + forest->height[right] + gaps->level
      || self->top[right] >= self->top[left] + forest->height[left] + gaps->level)
    return FALSE;

  *need = forest->width[left] / 2.0 + (are_siblings ? gaps->sibling : gaps->cousin) + forest->width[right] / 2.0;
  return TRUE;
}

static void
move_branch (Reference *self,
             EspNodeIx  top,
             double     by)
{
  for (EspNodeIx i = top; i < self->forest->tree.n; i++)
    if (is_below (&self->forest->tree, i, top))
      self->trunk[i] += by;
}

static void
place_children (Reference *self,
                EspNodeIx  parent)
{
  const EspTree *tree = &self->forest->tree;
  EspNodeIx first = tree->first_child[parent];
  guint32 end = first + tree->n_children[parent];
  double middle;

  for (EspNodeIx c = first + 1; c < end; c++)
    {
      double by = -G_MAXDOUBLE;

      for (EspNodeIx a = first; a < tree->n; a++)
        for (EspNodeIx b = c; b < tree->n; b++)
          {
            double need;
            gboolean is_pair = is_below (tree, b, c) && is_below (tree, a, parent) && a != parent;

            for (EspNodeIx later = c; later < end && is_pair; later++)
              is_pair = !is_below (tree, a, later);
            if (is_pair && get_need (self, parent, a, b, &need))
              by = MAX (by, ceil (self->trunk[a] + need - self->trunk[b]));
          }
      if (c == end - 1 && fmod (by + self->trunk[c] - self->trunk[first], 2.0) != 0.0)
        by += 1.0;
      move_branch (self, c, by);
    }

  middle = (self->trunk[first] + self->trunk[end - 1]) / 2.0;
  for (EspNodeIx c = first; c < end; c++)
    move_branch (self, c, -middle);
}

/* Only children that a later one pushed away from an earlier one, over their heads, may stand elsewhere: between the two, and
 * such children never shape an outline. So all first and last children must agree, and the width of the whole. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = forest_new_rand ();

  for (guint round = 0; round < N_RANDOM; round++)
    {
      Forest forest;
      g_autofree double *trunk = NULL;
      g_autofree double *top = NULL;
      Reference reference;
      double start = G_MAXDOUBLE;
      double end = -G_MAXDOUBLE;

      forest_init_random (&forest, rand, round % 10 == 0 ? 70 : 26, FOREST_ROWS);
      forest_lay_out (&forest);
      trunk = g_new0 (double, forest.tree.n);
      top = g_new0 (double, forest.tree.n);
      reference = (Reference){ &forest, trunk, top };

      for (guint32 i = 1; i < forest.tree.n; i++)
        top[i] = top[forest.tree.parent[i]] + forest.height[forest.tree.parent[i]] + forest.input.gaps.level;
      for (guint32 i = forest.tree.n; i-- > 0;)
        if (forest.tree.n_children[i] > 0)
          place_children (&reference, i);

      for (guint32 i = 0; i < forest.tree.n; i++)
        start = MIN (start, trunk[i] - forest.width[i] / 2.0);
      for (guint32 i = 0; i < forest.tree.n; i++)
        {
          EspNodeIx parent = forest.tree.parent[i];

          g_assert_cmpfloat (forest.layout.y[i], ==, top[i]);
          end = MAX (end, trunk[i] + forest.width[i] / 2.0);
          if (parent != ESP_NODE_NONE
              && (i == forest.tree.first_child[parent]
                  || i == forest.tree.first_child[parent] + forest.tree.n_children[parent] - 1))
            g_assert_cmpfloat (forest_get_trunk (&forest, i) - forest_get_trunk (&forest, parent), ==,
                               trunk[i] - trunk[parent]);
          else if (parent != ESP_NODE_NONE)
            g_assert_cmpfloat (forest_get_trunk (&forest, i) - forest_get_trunk (&forest, parent), >=,
                               trunk[i] - trunk[parent]);
        }
      if (forest.tree.n > 0)
        g_assert_cmpfloat (end - start, ==, forest.layout.width);
      forest_clear (&forest);
    }
}

/* A small branch between two that meet below it stands in the middle between them, not at the first. */
static void
test_room_is_shared (void)
{
  /* 0: 1 2 3 4 5; 1 and 5 have wide rows below them */
  const EspNodeIx parents[] = { ESP_NODE_NONE, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 5, 5, 5, 5, 5 };
  EspTree tree;
  Forest forest;

  g_assert_true (esp_tree_init_from_parents (&tree, parents, G_N_ELEMENTS (parents), NULL));
  forest_init_tree (&forest, &tree, 120, 60);
  forest_lay_out (&forest);
  for (EspNodeIx i = 2; i <= 5; i++)
    {
      double gap = forest.layout.x[i] - forest.layout.x[i - 1];

      g_assert_cmpfloat_with_epsilon (gap, (forest.layout.x[5] - forest.layout.x[1]) / 4.0, 1.0);
    }
  forest_clear (&forest);
}

/* A branch slips under a card that is short enough. */
static void
test_true_heights (void)
{
  const EspNodeIx parents[] = { ESP_NODE_NONE, 0, 0, 2, 2, 2 };
  EspTree tree;
  Forest forest;
  double width;

  g_assert_true (esp_tree_init_from_parents (&tree, parents, G_N_ELEMENTS (parents), NULL));
  forest_init_tree (&forest, &tree, 120, 60);
  forest_lay_out (&forest);
  width = forest.layout.width;
  g_assert_cmpfloat (width, ==, 3 * 120 + 2 * 24);

  forest.height[1] = 61;
  forest_lay_out (&forest);
  g_assert_cmpfloat (forest.layout.width, >, width);
  g_assert_cmpfloat (forest.layout.x[3], >=, forest.layout.x[1] + 120 + 36);
  forest_clear (&forest);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/reference/random", test_random);
  g_test_add_func ("/layout/reference/room-is-shared", test_room_is_shared);
  g_test_add_func ("/layout/reference/true-heights", test_true_heights);
  return g_test_run ();
}
