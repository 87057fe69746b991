/* test-geometry.c — folds, steps in reading order, rectangles, wires and lines, on random organizations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "organizations.h"

#include <math.h>

#define N_RANDOM 60
#define N_DENSE  8
#define EPSILON 1e-3

static const EspDirection directions[] = { ESP_DIRECTION_DOWN, ESP_DIRECTION_UP, ESP_DIRECTION_RIGHT, ESP_DIRECTION_LEFT };

static EspSceneOptions
pick_options (GRand *rand)
{
  EspSceneOptions options = ESP_SCENE_OPTIONS_INIT;

  options.chart = g_rand_boolean (rand) ? ESP_CHART_STRUCTURE : ESP_CHART_REPORTING;
  options.direction = directions[g_rand_int_range (rand, 0, 4)];
  options.density = (EspDensity) g_rand_int_range (rand, 0, 3);
  options.arrange = (EspArrangement) g_rand_int_range (rand, 0, 4);
  options.mirrored = g_rand_boolean (rand);
  options.frames = g_rand_boolean (rand);
  options.hide_empty_units = g_rand_boolean (rand);
  options.text_scale = g_rand_boolean (rand) ? 1.0 : g_rand_double_range (rand, 0.8, 2.2);
  options.n_cards_first = (guint) g_rand_int_range (rand, 1, 200);
  options.n_children_max = g_rand_boolean (rand) ? 0 : (guint) g_rand_int_range (rand, 1, 6);
  options.n_cards_levels = (guint) g_rand_int_range (rand, 1, 60);
  return options;
}

static GArray *
collect_shown (EspScene *scene)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (EspItem));

  for (EspItem item = esp_scene_first (scene); item != ESP_ITEM_NONE; item = esp_scene_after (scene, item))
    g_array_append_val (items, item);
  return items;
}

/* Stepping forwards and backwards meets the same items; what is shown has a rectangle, what is not has none. */
static void
check_walk (EspScene *scene)
{
  g_autoptr (GArray) items = collect_shown (scene);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint i = items->len;
  guint n_nodes = 0;

  esp_scene_list_shown (scene, rows);
  g_assert_cmpuint (rows->len, ==, items->len);
  for (guint k = 0; k < rows->len; k++)
    {
      guint32 row = g_array_index (rows, guint32, k);

      g_assert_cmpuint (esp_scene_find (scene, ESP_SCENE_ROW_TABLE (row), ESP_SCENE_ROW_IX (row)), ==, g_array_index (items, EspItem, k));
    }
  for (EspItem item = esp_scene_last (scene); item != ESP_ITEM_NONE; item = esp_scene_before (scene, item))
    {
      g_assert_cmpuint (i, >, 0);
      g_assert_cmpuint (item, ==, g_array_index (items, EspItem, --i));
    }
  g_assert_cmpuint (i, ==, 0);

  for (i = 0; i < items->len; i++)
    {
      EspItem item = g_array_index (items, EspItem, i);
      guint32 n, at = esp_scene_get_item_position (scene, item, &n);
      EspItem parent = esp_scene_parent (scene, item);
      EspItem child = esp_scene_first_child (scene, item);
      EspRect rect;

      n_nodes += !ESP_ITEM_IS_HEAD (item);
      g_assert_cmpuint (at, >=, 1);
      g_assert_cmpuint (at, <=, n);
      g_assert_true (esp_scene_is_shown (scene, item));
      g_assert_true (esp_scene_get_item_rect (scene, item, &rect));
      g_assert_cmpfloat (rect.width, >, 0.0);
      g_assert_cmpfloat (rect.height, >, 0.0);
      g_assert_cmpuint (esp_scene_hit (scene, rect.x + rect.width / 2.0, rect.y + rect.height / 2.0), ==, item);
      if (parent != ESP_ITEM_NONE)
        g_assert_cmpuint (esp_scene_get_item_level (scene, item), ==, esp_scene_get_item_level (scene, parent) + 1);
      if (child != ESP_ITEM_NONE)
        g_assert_cmpuint (esp_scene_parent (scene, child), ==, item);
    }
  g_assert_cmpuint (n_nodes, ==, esp_scene_get_n_shown (scene));

  for (EspNodeIx node = 0; node < esp_scene_get_n_nodes (scene); node++)
    {
      EspRect rect;
      EspItem shown = esp_scene_get_shown (scene, ESP_ITEM (node));

      g_assert_true (esp_scene_get_node_rect (scene, node, &rect) == esp_scene_is_shown (scene, ESP_ITEM (node)));
      if (shown != ESP_ITEM_NONE)
        g_assert_true (esp_scene_is_shown (scene, shown));
    }
}

/* All that is asked for as a whole is there, inside the bounds, and nothing lies upon anything else. */
static void
check_rects (EspScene *scene)
{
  g_autoptr (GArray) visible = g_array_new (FALSE, FALSE, sizeof (EspVisible));
  EspRect bounds;

  esp_scene_get_bounds (scene, &bounds);
  bounds = esp_rect_grow (&bounds, 1.0);
  g_assert_cmpuint (esp_scene_query (scene, &bounds, 0.0, visible), ==, esp_scene_get_n_shown (scene));
  for (guint i = 0; i < visible->len; i++)
    {
      const EspVisible *a = &g_array_index (visible, EspVisible, i);

      g_assert_cmpuint (a->count, ==, 1);
      g_assert_true (esp_rect_contains_rect (&bounds, &a->rect));
      g_assert_cmpfloat (fmod (a->rect.width, 6.0), ==, 0.0);
      g_assert_cmpfloat (fmod (a->rect.height, 6.0), ==, 0.0);
      for (guint k = 0; k < i; k++)
        {
          EspRect b = esp_rect_grow (&g_array_index (visible, EspVisible, k).rect, -EPSILON);

          g_assert_false (esp_rect_overlaps (&a->rect, &b));
        }
    }
}

static gboolean
is_on_edge (const EspRect  *rect,
            const EspPoint *point)
{
  EspRect outer = esp_rect_grow (rect, EPSILON);
  EspRect inner = esp_rect_grow (rect, -EPSILON);

  return esp_rect_contains_point (&outer, point->x, point->y) && !esp_rect_contains_point (&inner, point->x, point->y);
}

static void
check_pieces (const EspPoint *points,
              guint           n)
{
  for (guint i = 1; i < n; i++)
    g_assert_true (points[i].x == points[i - 1].x || points[i].y == points[i - 1].y);
}

/* Every shown child has a chain to its parent; all strokes are of level and upright pieces. */
static void
check_wires (EspScene *scene)
{
  g_autoptr (GArray) wires = g_array_new (FALSE, FALSE, sizeof (EspWire));
  g_autoptr (GArray) items = collect_shown (scene);
  EspRect bounds;

  esp_scene_get_bounds (scene, &bounds);
  bounds = esp_rect_grow (&bounds, 1.0);
  esp_scene_query_wires (scene, &bounds, 0.0, wires);
  for (guint i = 0; i < wires->len; i++)
    check_pieces (g_array_index (wires, EspWire, i).points, g_array_index (wires, EspWire, i).n_points);

  for (guint i = 0; i < items->len; i++)
    {
      EspItem item = g_array_index (items, EspItem, i);
      EspNodeIx node = ESP_ITEM_NODE (item);
      EspNodeIx parent = esp_scene_get_parent (scene, node);
      const EspWire *wire;
      EspRect from, to;

      g_array_set_size (wires, 0);
      if (ESP_ITEM_IS_HEAD (item) || esp_scene_get_chain (scene, item, wires) == 0)
        continue;
      wire = &g_array_index (wires, EspWire, 0);
      check_pieces (wire->points, wire->n_points);
      g_assert_true (esp_scene_get_node_rect (scene, parent, &from) && esp_scene_get_node_rect (scene, node, &to));
      g_assert_true (is_on_edge (&from, &wire->points[0]));
      g_assert_true (is_on_edge (&to, &wire->points[wire->n_points - 1]));
    }
}

/* Secondary lines run over no card, their ends at the sides of their own cards included. */
static void
check_runs_between_cards (EspScene       *scene,
                          const EspRoute *route)
{
  g_autoptr (GArray) items = collect_shown (scene);

  for (guint i = 1; i < route->n_points; i++)
    {
      const EspPoint *a = &route->points[i - 1], *b = &route->points[i];

      for (guint k = 0; k < items->len; k++)
        {
          EspRect rect;

          g_assert_true (esp_scene_get_item_rect (scene, g_array_index (items, EspItem, k), &rect));
          g_assert_false (MAX (a->x, b->x) > rect.x + EPSILON && MIN (a->x, b->x) < rect.x + rect.width - EPSILON &&
                          MAX (a->y, b->y) > rect.y + EPSILON && MIN (a->y, b->y) < rect.y + rect.height - EPSILON);
        }
    }
}

static void
check_routes (EspScene *scene)
{
  guint32 n;
  const EspRoute *routes = esp_scene_get_routes (scene, &n);

  g_assert_cmpuint (n, ==, esp_scene_get_n_routes (scene));
  for (guint32 i = 0; i < n; i++)
    {
      EspRect rect;

      g_assert_cmpuint (routes[i].n_points, >=, 2);
      g_assert_true (routes[i].from != ESP_ITEM_NONE || routes[i].to != ESP_ITEM_NONE);
      g_assert_true (routes[i].is_stub == (routes[i].from == ESP_ITEM_NONE || routes[i].to == ESP_ITEM_NONE));
      check_pieces (routes[i].points, routes[i].n_points);
      if (routes[i].is_stub)
        continue;
      g_assert_false (routes[i].is_rough);
      check_runs_between_cards (scene, &routes[i]);
      g_assert_true (esp_scene_get_item_rect (scene, routes[i].from, &rect) && is_on_edge (&rect, &routes[i].points[0]));
      g_assert_true (esp_scene_get_item_rect (scene, routes[i].to, &rect) && is_on_edge (&rect, &routes[i].points[routes[i].n_points - 1]));
    }
}

static gboolean
is_in_unit (EspOrganization *organization,
            EspIx            position,
            EspIx            unit)
{
  EspIx at = esp_position_get_unit (organization, position);

  for (guint left = 100; at != ESP_IX_NONE && at != unit && left > 0; left--) /* units may be in a ring */
    at = esp_unit_get_parent (organization, at);
  return at == unit;
}

/* Among the cards that a frame is around there is none of others. */
static void
check_frame (EspScene       *scene,
             const EspFrame *frame)
{
  EspOrganization *organization = esp_scene_get_organization (scene);
  g_autoptr (GArray) items = collect_shown (scene);

  for (guint i = 0; i < items->len; i++)
    {
      EspTable table;
      EspRect rect;

      g_assert_true (esp_scene_get_item_rect (scene, g_array_index (items, EspItem, i), &rect));
      rect = esp_rect_grow (&rect, -EPSILON);
      if (esp_rect_overlaps (&rect, &frame->cards))
        g_assert_true (is_in_unit (organization, esp_scene_get_row (scene, g_array_index (items, EspItem, i), &table), frame->unit));
    }
}

static void
check_frames (EspScene *scene)
{
  guint32 n;
  const EspFrame *frames = esp_scene_get_frames (scene, &n);

  for (guint32 i = 0; i < n; i++)
    {
      g_assert_cmpuint (frames[i].part, >=, 1);
      g_assert_cmpuint (frames[i].part, <=, frames[i].n_parts);
      g_assert_cmpuint (frames[i].n_positions, >=, 1);
      g_assert_true (frames[i].is_filled == (frames[i].depth < 3));
      check_frame (scene, &frames[i]);
    }
}

static void
check_scene (EspScene *scene)
{
  check_walk (scene);
  check_rects (scene);
  check_wires (scene);
  check_routes (scene);
  check_frames (scene);
}

static void
change_folds (EspScene *scene,
              GRand    *rand)
{
  guint32 n = esp_scene_get_n_nodes (scene);
  EspNodeIx node = (EspNodeIx) g_rand_int_range (rand, 0, (gint32) n);

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      esp_scene_fold_below (scene, node, g_rand_boolean (rand));
      break;
    case 1:
      esp_scene_fold_to_level (scene, (guint) g_rand_int_range (rand, 0, 5));
      break;
    case 2:
      esp_scene_reveal (scene, ESP_ITEM (node));
      g_assert_true (esp_scene_is_shown (scene, ESP_ITEM (node)));
      break;
    case 3:
      esp_scene_set_top (scene, g_rand_boolean (rand) ? node : ESP_NODE_NONE);
      break;
    default:
      g_assert_true (esp_scene_set_folded (scene, node, !esp_scene_is_folded (scene, node)) == esp_scene_can_fold (scene, node));
      break;
    }
}

static void
test_random (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (EspOrganization) organization = organization_at_random (rand, (guint) g_rand_int_range (rand, 1, 120));
      EspSceneOptions options = pick_options (rand);
      g_autoptr (EspScene) scene = esp_scene_new (organization, esp_catalogue_get_default (), &options, NULL);

      check_scene (scene);
      for (guint k = 0; k < 8 && esp_scene_get_n_nodes (scene) > 0; k++)
        {
          change_folds (scene, rand);
          check_scene (scene);
        }
      options = pick_options (rand);
      esp_scene_set_options (scene, &options);
      check_scene (scene);
    }
}

/* Mirroring mirrors every rectangle; the same options give the same rectangles. */
static void
test_mirror (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (EspOrganization) organization = organization_at_random (rand, (guint) g_rand_int_range (rand, 1, 120));
      EspSceneOptions options = pick_options (rand);
      g_autoptr (EspScene) scene = esp_scene_new (organization, esp_catalogue_get_default (), &options, NULL);
      g_autoptr (EspScene) again = esp_scene_new (organization, esp_catalogue_get_default (), &options, NULL);
      g_autoptr (EspScene) mirrored = NULL;
      EspRect bounds;

      options.mirrored = !options.mirrored;
      mirrored = esp_scene_new (organization, esp_catalogue_get_default (), &options, NULL);
      esp_scene_get_bounds (scene, &bounds);
      for (EspNodeIx node = 0; node < esp_scene_get_n_nodes (scene); node++)
        {
          EspRect a, b, c;

          if (!esp_scene_get_node_rect (scene, node, &a))
            continue;
          g_assert_true (esp_scene_get_node_rect (again, node, &b) && esp_scene_get_node_rect (mirrored, node, &c));
          g_assert_true (a.x == b.x && a.y == b.y && a.width == b.width && a.height == b.height);
          g_assert_cmpfloat_with_epsilon (bounds.width - a.x - a.width, c.x, EPSILON);
          g_assert_cmpfloat_with_epsilon (a.y, c.y, EPSILON);
        }
    }
}

/* What is seen as runs of neighbours counts the same seats as single nodes do. */
static void
test_runs (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (EspOrganization) organization = organization_at_random (rand, 3000);
  EspSceneOptions options = ESP_SCENE_OPTIONS_INIT;
  g_autoptr (EspScene) scene = NULL;
  g_autoptr (GArray) single = g_array_new (FALSE, FALSE, sizeof (EspVisible));
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (EspVisible));
  EspSceneCounts counts;
  guint32 n_single = 0, n_runs = 0, n_nodes = 0;
  EspRect bounds;

  options.n_cards_first = G_MAXUINT;
  scene = esp_scene_new (organization, esp_catalogue_get_default (), &options, NULL);
  esp_scene_get_bounds (scene, &bounds);
  bounds = esp_rect_grow (&bounds, 1.0);
  esp_scene_query (scene, &bounds, 0.0, single);
  esp_scene_query (scene, &bounds, bounds.width / 50.0, runs);
  esp_scene_count_visible (scene, &bounds, &counts);
  for (guint i = 0; i < single->len; i++)
    n_single += g_array_index (single, EspVisible, i).seats;
  for (guint i = 0; i < runs->len; i++)
    {
      n_runs += g_array_index (runs, EspVisible, i).seats;
      n_nodes += g_array_index (runs, EspVisible, i).count;
    }

  g_assert_cmpuint (runs->len, <, single->len);
  g_assert_cmpuint (n_nodes, ==, esp_scene_get_n_nodes (scene));
  g_assert_cmpuint (n_single, >, 0);
  g_assert_cmpuint (n_single, ==, n_runs);
  g_assert_cmpuint (n_single, ==, counts.seats);
  g_assert_cmpuint (n_single, ==, esp_scene_get_counts (scene)->seats);
  g_assert_cmpuint (counts.positions, ==, esp_organization_get_n (organization, ESP_TABLE_POSITIONS));
  g_assert_cmpuint (counts.vacant, ==, esp_scene_get_counts (scene)->vacant);
}

/* The rule of the first open: all if it fits, else whole levels, at least one. */
static void
test_first_open (void)
{
  g_autoptr (EspOrganization) organization = organization_of_shape (SHAPE_ORGANIZATION, 1000); /* 1, 6, 36, 216, 741 */
  EspSceneOptions options = ESP_SCENE_OPTIONS_INIT;
  g_autoptr (EspScene) scene = esp_scene_new (organization, esp_catalogue_get_default (), &options, NULL);
  g_autoptr (EspScene) all = NULL;
  g_autoptr (EspScene) one = NULL;

  g_assert_cmpuint (esp_scene_get_n_shown (scene), ==, 43);
  options.n_cards_first = 1000;
  all = esp_scene_new (organization, esp_catalogue_get_default (), &options, NULL);
  g_assert_cmpuint (esp_scene_get_n_shown (all), ==, 1000);
  options.n_cards_first = options.n_cards_levels = 0;
  one = esp_scene_new (organization, esp_catalogue_get_default (), &options, NULL);
  g_assert_cmpuint (esp_scene_get_n_shown (one), ==, 1);

  /* what was folded below opens one level at a time */
  esp_scene_set_folded (one, 0, FALSE);
  g_assert_cmpuint (esp_scene_get_n_shown (one), ==, 7);
}

typedef struct
{
  EspScene *scene;
  gboolean  is_renumbered;
} Follower;

static void
changed_cb (EspOrganization *organization,
            const EspChange *change,
            Follower        *follower)
{
  follower->is_renumbered = esp_scene_update (follower->scene, change);
}

static void
set_text (EspOrganization *organization,
          const char      *id,
          EspField         field,
          const char      *text)
{
  esp_organization_begin (organization, "Change");
  esp_organization_set (organization, ESP_TABLE_POSITIONS, esp_organization_find_id (organization, ESP_TABLE_POSITIONS, id), field,
                        esp_organization_intern (organization, text));
  esp_organization_commit (organization);
}

/* An edit keeps what is folded, although nodes get other numbers; words may make a card higher. */
static void
test_update (void)
{
  g_autoptr (EspOrganization) organization = organization_of_shape (SHAPE_ORGANIZATION, 50);
  EspSceneOptions options = ESP_SCENE_OPTIONS_INIT;
  g_autoptr (EspScene) scene = esp_scene_new (organization, esp_catalogue_get_default (), &options, NULL);
  Follower follower = { .scene = scene };
  EspRect before, after;

  g_signal_connect (organization, "changed", G_CALLBACK (changed_cb), &follower);
  esp_scene_set_folded (scene, ESP_ITEM_NODE (find_item (scene, "3")), TRUE);
  set_text (organization, "3", ESP_POSITION_REPORTS_TO, "2");
  g_assert_true (follower.is_renumbered);
  g_assert_true (esp_scene_is_folded (scene, ESP_ITEM_NODE (find_item (scene, "3"))));
  g_assert_cmpuint (esp_scene_parent (scene, find_item (scene, "3")), ==, find_item (scene, "2"));

  esp_scene_get_item_rect (scene, find_item (scene, "0"), &before);
  set_text (organization, "0", ESP_POSITION_TITLE, "Senior Vice President of Everything Else");
  g_assert_false (follower.is_renumbered);
  esp_scene_get_item_rect (scene, find_item (scene, "0"), &after);
  g_assert_cmpfloat (after.height, ==, before.height + 18.0);
  check_scene (scene);

  esp_organization_begin (organization, "Remove");
  esp_organization_remove (organization, ESP_TABLE_POSITIONS, esp_organization_find_id (organization, ESP_TABLE_POSITIONS, "2"));
  esp_organization_commit (organization);
  g_assert_true (follower.is_renumbered);
  g_assert_true (esp_scene_get_item_flags (scene, find_item (scene, "3")) & ESP_NODE_ORPHAN);
  esp_organization_undo (organization);
  g_assert_cmpuint (esp_scene_parent (scene, find_item (scene, "3")), ==, find_item (scene, "2"));
  check_scene (scene);
}

/* Lines into a folded branch and out of an isolated one */
/* Everything of a larger organization at once, and lines between any two */
static void
test_dense (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_DENSE; i++)
    {
      g_autoptr (EspOrganization) organization = organization_at_random (rand, 400);
      EspSceneOptions options = pick_options (rand);
      g_autoptr (EspScene) scene = NULL;

      options.n_children_max = 0;
      options.n_cards_first = 10000;
      scene = esp_scene_new (organization, esp_catalogue_get_default (), &options, NULL);
      check_routes (scene);
    }
}

static void
test_lines (void)
{
  g_autoptr (EspOrganization) organization = organization_from_text ("position a - -\nposition b - a\nposition c - a\nposition d - c\nposition e - c");
  EspSceneOptions options = ESP_SCENE_OPTIONS_INIT;
  g_autoptr (EspScene) scene = NULL;
  const EspRoute *routes;
  guint32 n;

  esp_organization_begin (organization, "Lines");
  for (guint i = 0; i < 2; i++)
    {
      EspLine line = { .to = esp_organization_intern (organization, "b"), .kind = esp_organization_intern (organization, "dotted") };

      esp_organization_set (organization, ESP_TABLE_POSITIONS, esp_organization_find_id (organization, ESP_TABLE_POSITIONS, i == 0 ? "d" : "e"),
                            ESP_POSITION_LINES, esp_organization_add_list (organization, (const guint32 *) &line, ESP_LINE_WORDS));
    }
  esp_organization_commit (organization);

  options.chart = ESP_CHART_REPORTING;
  scene = esp_scene_new (organization, esp_catalogue_get_default (), &options, NULL);
  g_assert_cmpuint (esp_scene_get_n_routes (scene), ==, 2);

  esp_scene_set_folded (scene, ESP_ITEM_NODE (find_item (scene, "c")), TRUE);
  routes = esp_scene_get_routes (scene, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (routes[0].count, ==, 2);
  g_assert_true (routes[0].is_folded);
  g_assert_cmpuint (routes[0].from, ==, find_item (scene, "c"));
  g_assert_cmpuint (routes[0].to, ==, find_item (scene, "b"));

  esp_scene_set_folded (scene, ESP_ITEM_NODE (find_item (scene, "c")), FALSE);
  esp_scene_set_top (scene, ESP_ITEM_NODE (find_item (scene, "b")));
  routes = esp_scene_get_routes (scene, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (routes[0].is_stub);
  g_assert_cmpuint (routes[0].count, ==, 2);
  g_assert_cmpuint (routes[0].n_points, ==, 2);
  {
    g_autofree char *text = esp_scene_get_route_text (scene, &routes[0]);

    g_assert_cmpstr (text, ==, "d +1");
  }

  esp_scene_set_folded (scene, ESP_ITEM_NODE (find_item (scene, "a")), TRUE);
  esp_scene_set_top (scene, ESP_NODE_NONE);
  g_assert_cmpuint (esp_scene_get_n_routes (scene), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geometry/random", test_random);
  g_test_add_func ("/geometry/mirror", test_mirror);
  g_test_add_func ("/geometry/runs", test_runs);
  g_test_add_func ("/geometry/first-open", test_first_open);
  g_test_add_func ("/geometry/update", test_update);
  g_test_add_func ("/geometry/dense", test_dense);
  g_test_add_func ("/geometry/lines", test_lines);
  return g_test_run ();
}
