/* test-properties.c — what must be true of every layout, on random forests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "forests.h"

#include <math.h>
#include <string.h>

#define N_RANDOM 1200

typedef void (*Check) (Forest *forest);

static void
run_on_random (gconstpointer data)
{
  Check check = (Check) data;
  g_autoptr (GRand) rand = forest_new_rand ();

  for (guint i = 0; i < N_RANDOM; i++)
    {
      Forest forest;

      forest_init_random (&forest, rand, i % 8 == 0 ? 200 : 40, i % 3 == 0 ? FOREST_ROOTS : 0);
      forest_lay_out (&forest);
      check (&forest);
      forest_clear (&forest);
    }
}

/* A chart that grows downwards, left to right, is easier to speak about. */
static void
lay_out_upright (Forest *forest)
{
  forest->input.direction = ESP_DIRECTION_DOWN;
  forest->input.mirrored = FALSE;
  forest_lay_out (forest);
}

static EspNodeIx
get_line (Forest    *forest,
          EspNodeIx  node,
          guint32   *end)
{
  EspNodeIx first = forest->tree.first_child[node];

  *end = first + forest->tree.n_children[node];
  while (first < *end && forest->layout.place[first] >= ESP_PLACE_STAFF_END)
    first++;
  return first;
}

static void
check_apart (Forest *forest)
{
  for (guint32 i = 0; i < forest->tree.n; i++)
    {
      EspRect box = forest_get_box (forest, i);
      EspRect room = esp_rect_grow (&box, 11.99);

      for (guint32 j = 0; j < i; j++)
        {
          EspRect other = forest_get_box (forest, j);

          g_assert_false (esp_rect_overlaps (&room, &other));
        }
    }
}

static void
check_bounds (Forest *forest)
{
  EspRect all = { 0, 0, 0, 0 };
  const EspLayout *layout = &forest->layout;

  for (guint32 i = 0; i < forest->tree.n; i++)
    {
      EspRect box = forest_get_box (forest, i);

      all = i == 0 ? box : esp_rect_union (&all, &box);
    }

  if (layout->n_lone > 0)
    {
      EspRect whole = { 0, 0, layout->width, layout->height };
      EspRect headed = layout->lone;

      headed.y -= forest->input.gaps.heading;
      headed.height += forest->input.gaps.heading;
      g_assert_true (esp_rect_contains_rect (&whole, &all));
      g_assert_true (esp_rect_contains_rect (&whole, &headed));
      return;
    }
  g_assert_cmpfloat (all.x, ==, 0.0);
  g_assert_cmpfloat (all.y, ==, 0.0);
  g_assert_cmpfloat (all.width, ==, layout->width);
  g_assert_cmpfloat (all.height, ==, layout->height);
}

static void
check_centred (Forest *forest)
{
  lay_out_upright (forest);
  for (guint32 i = 0; i < forest->tree.n; i++)
    {
      guint32 end;
      EspNodeIx first = get_line (forest, i, &end);
      gboolean is_row = first < end;

      for (EspNodeIx c = first; c < end; c++)
        is_row &= forest->layout.place[c] == ESP_PLACE_ROW;
      if (is_row)
        g_assert_cmpfloat (forest_get_trunk (forest, i) * 2.0, ==,
                           forest_get_trunk (forest, first) + forest_get_trunk (forest, end - 1));
    }
}

static void
check_order (Forest *forest)
{
  lay_out_upright (forest);
  for (guint32 i = 0; i < forest->tree.n; i++)
    {
      guint32 end;
      EspNodeIx first = get_line (forest, i, &end);
      EspRect last[ESP_PLACE_STAFF_START + 1] = { 0 };
      gboolean has_last[ESP_PLACE_STAFF_START + 1] = { FALSE };

      for (EspNodeIx c = first; c < end; c++)
        {
          guint8 place = forest->layout.place[c];
          EspRect box = forest_get_box (forest, c);
          EspRect *before = &last[place == ESP_PLACE_BLOCK_AFTER ? ESP_PLACE_BLOCK_BEFORE : place];
          gboolean *has = &has_last[place == ESP_PLACE_BLOCK_AFTER ? ESP_PLACE_BLOCK_BEFORE : place];

          if (*has && place == ESP_PLACE_ROW)
            {
              g_assert_cmpfloat (box.y, ==, before->y);
              g_assert_cmpfloat (box.x, >=, before->x + before->width + forest->input.gaps.sibling);
            }
          else if (*has && (place == ESP_PLACE_COLUMN || place == ESP_PLACE_COLUMN_BACK))
            g_assert_cmpfloat (box.y, >=, before->y + before->height + forest->input.gaps.column_gap);
          else if (*has)
            g_assert_true (box.y > before->y || (box.y == before->y && box.x > before->x));
          *before = box;
          *has = TRUE;
        }
    }
}

/* Staff alternate beside the trunk, two a row, and stand with all below them between their node and its line children. */
static void
check_staff (Forest *forest)
{
  const EspGaps *gaps = &forest->input.gaps;

  lay_out_upright (forest);
  for (guint32 i = 0; i < forest->tree.n; i++)
    {
      guint32 end;
      EspNodeIx first = get_line (forest, i, &end);
      EspRect node = forest_get_box (forest, i);
      double trunk = forest_get_trunk (forest, i);
      double bottom = node.y + node.height;

      if (first == forest->tree.first_child[i])
        continue;

      g_assert_cmpuint (first, <, end);
      for (EspNodeIx s = forest->tree.first_child[i]; s < first; s++)
        {
          gboolean is_odd = (s - forest->tree.first_child[i]) % 2 == 1;
          EspNodeIx from = s;
          guint32 to = s + 1;

          g_assert_cmpuint (forest->layout.place[s], ==, is_odd ? ESP_PLACE_STAFF_START : ESP_PLACE_STAFF_END);
          g_assert_cmpfloat (forest->layout.y[s], >=, node.y + node.height + gaps->staff_row);
          if (is_odd)
            g_assert_cmpfloat (forest->layout.y[s], ==, forest->layout.y[s - 1]);
          for (; from < to; esp_tree_descend (&forest->tree, &from, &to))
            for (EspNodeIx below = from; below < to; below++)
              {
                EspRect box = forest_get_box (forest, below);

                bottom = MAX (bottom, box.y + box.height);
                if (is_odd)
                  g_assert_cmpfloat (box.x + box.width, <=, trunk - gaps->staff_side);
                else
                  g_assert_cmpfloat (box.x, >=, trunk + gaps->staff_side);
              }
        }
      g_assert_cmpfloat (forest->layout.y[first], ==, bottom + gaps->level);
    }
}

static void
check_levels (Forest *forest)
{
  lay_out_upright (forest);
  for (guint32 i = 0; i < forest->tree.n; i++)
    if (forest->layout.place[i] == ESP_PLACE_ROW || forest->layout.place[i] == ESP_PLACE_COLUMN)
      {
        EspRect parent = forest_get_box (forest, forest->tree.parent[i]);

        g_assert_cmpfloat (forest->layout.y[i], >=, parent.y + parent.height + forest->input.gaps.column_gap);
        if (forest->layout.place[i] == ESP_PLACE_COLUMN)
          g_assert_cmpfloat (forest->layout.x[i], >=, parent.x + forest->input.gaps.column_indent);
      }
}

static EspRect
mirror (const EspRect   *rect,
        const EspLayout *layout,
        gboolean         is_flat,
        gboolean         is_upright)
{
  return (EspRect){ is_flat ? layout->width - rect->x - rect->width : rect->x,
                    is_upright ? layout->height - rect->y - rect->height : rect->y, rect->width, rect->height };
}

static void
check_mirrored_is (Forest       *forest,
                   EspDirection  direction,
                   gboolean      mirrored,
                   gboolean      is_flat,
                   gboolean      is_upright)
{
  Forest other = *forest;

  other.layout = (EspLayout){ 0 };
  other.input.direction = direction;
  other.input.mirrored = mirrored;
  forest_lay_out (&other);
  g_assert_cmpfloat (other.layout.width, ==, forest->layout.width);
  g_assert_cmpfloat (other.layout.height, ==, forest->layout.height);
  for (guint32 i = 0; i < forest->tree.n; i++)
    {
      EspRect here = forest_get_box (forest, i);
      EspRect there = forest_get_box (&other, i);
      EspRect mirrored_rect = mirror (&here, &forest->layout, is_flat, is_upright);

      g_assert_cmpfloat (there.x, ==, mirrored_rect.x);
      g_assert_cmpfloat (there.y, ==, mirrored_rect.y);
    }
  if (forest->layout.n_lone > 0)
    {
      EspRect lone = mirror (&forest->layout.lone, &forest->layout, is_flat, is_upright);

      g_assert_cmpmem (&lone, sizeof lone, &other.layout.lone, sizeof lone);
    }
  esp_layout_clear (&other.layout);
}

static void
check_mirrored (Forest *forest)
{
  static const EspDirection opposite[] = { ESP_DIRECTION_UP, ESP_DIRECTION_DOWN, ESP_DIRECTION_LEFT, ESP_DIRECTION_RIGHT };
  EspDirection direction = forest->input.direction;
  gboolean mirrored = forest->input.mirrored;
  gboolean is_turned = direction >= ESP_DIRECTION_RIGHT;

  check_mirrored_is (forest, direction, !mirrored, TRUE, FALSE);
  check_mirrored_is (forest, opposite[direction], mirrored, is_turned, !is_turned);
}

/* A chart to the right is one downwards with x and y exchanged. */
static void
check_turned (Forest *forest)
{
  Forest other = *forest;

  if (forest->tree.n_roots > ESP_LAYOUT_MAX_ROOTS_IN_A_ROW)
    return;

  lay_out_upright (forest);
  other.layout = (EspLayout){ 0 };
  other.input.width = forest->height;
  other.input.height = forest->width;
  other.input.direction = ESP_DIRECTION_RIGHT;
  other.input.mirrored = FALSE;
  forest_lay_out (&other);
  g_assert_cmpmem (forest->layout.x, forest->tree.n * sizeof (double), other.layout.y, forest->tree.n * sizeof (double));
  g_assert_cmpmem (forest->layout.y, forest->tree.n * sizeof (double), other.layout.x, forest->tree.n * sizeof (double));
  esp_layout_clear (&other.layout);
}

static void
check_same (Forest *forest)
{
  Forest other = *forest;

  other.layout = (EspLayout){ 0 };
  forest_lay_out (&other);
  g_assert_cmpmem (forest->layout.x, forest->tree.n * sizeof (double), other.layout.x, forest->tree.n * sizeof (double));
  g_assert_cmpmem (forest->layout.y, forest->tree.n * sizeof (double), other.layout.y, forest->tree.n * sizeof (double));
  g_assert_cmpmem (forest->layout.place, forest->tree.n, other.layout.place, forest->tree.n);
  esp_layout_clear (&other.layout);
}

static void
check_roots (Forest *forest)
{
  guint32 n_lone = 0;
  EspRect lone = { 0 };

  lay_out_upright (forest);
  for (guint32 i = 0; i < forest->tree.n_roots; i++)
    {
      EspRect box = forest_get_box (forest, i);

      if (forest->layout.place[i] == ESP_PLACE_ROOT)
        {
          if (forest->tree.n_roots <= ESP_LAYOUT_MAX_ROOTS_IN_A_ROW)
            g_assert_cmpfloat (box.y, ==, 0.0);
          else
            g_assert_cmpuint (forest->tree.n_children[i], >, 0);
          continue;
        }

      g_assert_cmpuint (forest->layout.place[i], ==, ESP_PLACE_LONE);
      g_assert_cmpuint (forest->tree.n_children[i], ==, 0);
      lone = n_lone++ == 0 ? box : esp_rect_union (&lone, &box);
    }

  g_assert_cmpuint (n_lone, ==, forest->layout.n_lone);
  if (n_lone == 0)
    return;

  g_assert_true (esp_rect_contains_rect (&forest->layout.lone, &lone));
  g_assert_cmpfloat (forest->layout.lone.width, ==, lone.width);
  g_assert_cmpfloat (forest->layout.lone.height, ==, lone.height);
  for (guint32 i = 0; i < forest->tree.n; i++)
    if (forest->layout.place[i] != ESP_PLACE_LONE)
      {
        EspRect box = forest_get_box (forest, i);

        g_assert_cmpfloat (box.y + box.height + forest->input.gaps.grove, <=, forest->layout.lone.y);
      }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    Check       check;
  } checks[] = {
    { "apart", check_apart },
    { "bounds", check_bounds },
    { "centred", check_centred },
    { "order", check_order },
    { "staff", check_staff },
    { "levels", check_levels },
    { "mirrored", check_mirrored },
    { "turned", check_turned },
    { "same", check_same },
    { "roots", check_roots },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autofree char *path = g_strconcat ("/layout/properties/", checks[i].name, NULL);

      g_test_add_data_func (path, checks[i].check, run_on_random);
    }
  return g_test_run ();
}
