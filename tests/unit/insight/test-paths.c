/* test-paths.c — career paths against trying out every way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "insight/esp-paths.h"

#include "random-catalogue.h"

/* A way found by trying: the moves, and its cost by the book */
typedef struct
{
  GPtrArray *moves;
  guint      cost;
} Way;

static void
free_way (Way *way)
{
  g_ptr_array_unref (way->moves);
  g_free (way);
}

static int
level_of (GPtrArray      *skills,
          const EspSkill *skill)
{
  for (guint i = 0; i < skills->len; i++)
    if (((EspSkillLevel *) g_ptr_array_index (skills, i))->skill == skill)
      return ((EspSkillLevel *) g_ptr_array_index (skills, i))->level;
  return 0;
}

/* By the documented rule, skill by skill over the whole catalogue */
static guint
cost_of (EspCatalogue  *catalogue,
         const EspMove *move)
{
  static const guint kinds[] = { ESP_PATHS_COST_PROMOTION, ESP_PATHS_COST_LATERAL, ESP_PATHS_COST_ENTRY, ESP_PATHS_COST_DOWN_LEVEL };
  GPtrArray *skills = esp_catalogue_get_skills (catalogue);
  guint cost = kinds[move->kind];

  for (guint i = 0; i < skills->len; i++)
    {
      const EspSkill *skill = g_ptr_array_index (skills, i);
      int have = level_of (move->from->skills, skill);
      int need = MAX (level_of (move->to->skills, skill), level_of (move->build, skill));

      cost += MAX (need - have, 0);
    }
  return cost;
}

static gboolean
is_on_way (Way           *way,
           const EspRung *rung)
{
  for (guint i = 0; i < way->moves->len; i++)
    {
      const EspMove *move = g_ptr_array_index (way->moves, i);

      if (move->from == rung || move->to == rung)
        return TRUE;
    }
  return FALSE;
}

/* Whether another move between the same rungs is taken instead */
static gboolean
is_beaten (EspCatalogue  *catalogue,
           const EspMove *move,
           guint          place)
{
  GPtrArray *moves = esp_catalogue_get_moves (catalogue);

  for (guint i = 0; i < moves->len; i++)
    {
      const EspMove *other = g_ptr_array_index (moves, i);

      if (i == place || other->from != move->from || other->to != move->to)
        continue;
      if (cost_of (catalogue, other) < cost_of (catalogue, move) || (cost_of (catalogue, other) == cost_of (catalogue, move) && i < place))
        return TRUE;
    }
  return FALSE;
}

/* Every simple way, by growing all of them one move at a time */
static GPtrArray *
try_all (EspCatalogue  *catalogue,
         const EspRung *from,
         const EspRung *to)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) free_way);
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func ((GDestroyNotify) free_way);
  GPtrArray *moves = esp_catalogue_get_moves (catalogue);
  Way *start = g_new (Way, 1);

  *start = (Way) { g_ptr_array_new (), 0 };
  g_ptr_array_add (open, start);
  while (open->len > 0)
    {
      Way *way = g_ptr_array_steal_index (open, open->len - 1);
      const EspRung *here = from;

      if (way->moves->len > 0)
        here = ((EspMove *) g_ptr_array_index (way->moves, way->moves->len - 1))->to;
      for (guint i = 0; i < moves->len; i++)
        {
          EspMove *move = g_ptr_array_index (moves, i);
          Way *longer;

          if (move->from != here || move->to == from || is_on_way (way, move->to) || is_beaten (catalogue, move, i))
            continue;
          longer = g_new (Way, 1);
          *longer = (Way) { g_ptr_array_copy (way->moves, NULL, NULL), way->cost + cost_of (catalogue, move) };
          g_ptr_array_add (longer->moves, move);
          g_ptr_array_add (move->to == to ? found : open, longer);
        }
      free_way (way);
    }
  return found;
}

static guint
place_of (EspCatalogue  *catalogue,
          const EspRung *rung)
{
  guint place;

  g_assert_true (g_ptr_array_find (esp_catalogue_get_rungs (catalogue), rung, &place));
  return place;
}

static int
compare_ways (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const Way *one = *(Way *const *) a;
  const Way *other = *(Way *const *) b;

  if (one->cost != other->cost)
    return one->cost < other->cost ? -1 : 1;
  if (one->moves->len != other->moves->len)
    return one->moves->len < other->moves->len ? -1 : 1;
  for (guint i = 0; i < one->moves->len; i++)
    {
      guint here = place_of (data, ((EspMove *) g_ptr_array_index (one->moves, i))->to);
      guint there = place_of (data, ((EspMove *) g_ptr_array_index (other->moves, i))->to);

      if (here != there)
        return here < there ? -1 : 1;
    }
  return 0;
}

static void
check_pair (EspCatalogue  *catalogue,
            EspPaths      *paths,
            const EspRung *from,
            const EspRung *to,
            guint          n_most)
{
  g_autoptr (GPtrArray) ways = try_all (catalogue, from, to);
  g_autoptr (GPtrArray) found = esp_paths_find (paths, from, to, n_most);

  g_ptr_array_sort_with_data (ways, compare_ways, catalogue);
  g_assert_cmpuint (found->len, ==, MIN (ways->len, n_most));
  for (guint i = 0; i < found->len; i++)
    {
      const EspPath *path = g_ptr_array_index (found, i);
      const Way *way = g_ptr_array_index (ways, i);

      g_assert_cmpuint (path->cost, ==, way->cost);
      g_assert_cmpuint (path->steps->len, ==, way->moves->len);
      for (guint k = 0; k < path->steps->len; k++)
        g_assert_true (((EspStep *) g_ptr_array_index (path->steps, k))->move == g_ptr_array_index (way->moves, k));
    }
}

static void
check_origins (EspPaths      *paths,
               const EspRung *to,
               GPtrArray     *rungs)
{
  g_autoptr (GArray) origins = esp_paths_find_origins (paths, to);
  guint n = 0;
  guint last = 0;

  for (guint i = 0; i < rungs->len; i++)
    {
      const EspRung *from = g_ptr_array_index (rungs, i);
      g_autoptr (GPtrArray) best = esp_paths_find (paths, from, to, 1);

      n += best->len;
      for (guint k = 0; best->len > 0 && k < origins->len; k++)
        {
          const EspOrigin *origin = &g_array_index (origins, EspOrigin, k);
          const EspPath *path = g_ptr_array_index (best, 0);

          if (origin->rung != from)
            continue;
          g_assert_cmpuint (origin->cost, ==, path->cost);
          g_assert_cmpuint (origin->n_steps, ==, path->steps->len);
          g_assert_true (origin->first == g_ptr_array_index (path->steps, 0));
        }
    }
  g_assert_cmpuint (origins->len, ==, n);
  for (guint k = 0; k < origins->len; k++)
    {
      g_assert_cmpuint (g_array_index (origins, EspOrigin, k).cost, >=, last);
      last = g_array_index (origins, EspOrigin, k).cost;
    }
}

static void
test_random (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 40; round++)
    {
      RandomShape shape = { g_rand_int_range (rand, 2, 8), g_rand_int_range (rand, 0, 22), 1 };
      g_autoptr (EspCatalogue) catalogue = random_catalogue (&shape, rand);
      g_autoptr (EspPaths) paths = esp_paths_new (catalogue);
      GPtrArray *rungs = esp_catalogue_get_rungs (catalogue);

      for (guint i = 0; i < rungs->len; i++)
        {
          for (guint k = 0; k < rungs->len; k++)
            if (i != k)
              check_pair (catalogue, paths, g_ptr_array_index (rungs, i), g_ptr_array_index (rungs, k), 1 + round % 5);
          check_origins (paths, g_ptr_array_index (rungs, i), rungs);
        }
    }
}

/* What a path asks to build: never less than one of its steps, from the level of the start. */
static void
test_build (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  RandomShape shape = { 10, 40, 1 };
  g_autoptr (EspCatalogue) catalogue = random_catalogue (&shape, rand);
  g_autoptr (EspPaths) paths = esp_paths_new (catalogue);
  GPtrArray *rungs = esp_catalogue_get_rungs (catalogue);

  g_test_message ("seed %u", seed);
  for (guint i = 1; i < rungs->len; i++)
    {
      const EspRung *from = g_ptr_array_index (rungs, 0);
      const EspRung *to = g_ptr_array_index (rungs, i);
      g_autoptr (GPtrArray) found = esp_paths_find (paths, from, to, 3);

      for (guint k = 0; k < found->len; k++)
        {
          const EspPath *path = g_ptr_array_index (found, k);

          for (guint b = 0; b < path->build->len; b++)
            {
              const EspBuild *build = &g_array_index (path->build, EspBuild, b);
              int most = 0;

              g_assert_cmpint (build->from, ==, level_of (from->skills, build->skill));
              for (guint s = 0; s < path->steps->len; s++)
                {
                  const EspMove *move = ((EspStep *) g_ptr_array_index (path->steps, s))->move;

                  most = MAX (most, level_of (move->to->skills, build->skill));
                  most = MAX (most, level_of (move->build, build->skill));
                }
              g_assert_cmpint (build->to, ==, most);
              g_assert_cmpint (build->to, >, build->from);
            }
        }
    }
}

static void
test_next (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  RandomShape shape = { 12, 60, 1 };
  g_autoptr (EspCatalogue) catalogue = random_catalogue (&shape, rand);
  g_autoptr (EspPaths) paths = esp_paths_new (catalogue);
  GPtrArray *rungs = esp_catalogue_get_rungs (catalogue);
  guint n_next = 0;
  guint n_previous = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < rungs->len; i++)
    {
      const EspRung *rung = g_ptr_array_index (rungs, i);
      GPtrArray *next = esp_paths_get_next (paths, rung);
      GPtrArray *previous = esp_paths_get_previous (paths, rung);

      for (guint k = 0; k < next->len; k++)
        g_assert_true (((EspStep *) g_ptr_array_index (next, k))->move->from == rung);
      for (guint k = 0; k < previous->len; k++)
        g_assert_true (((EspStep *) g_ptr_array_index (previous, k))->move->to == rung);
      n_next += next->len;
      n_previous += previous->len;
    }
  g_assert_cmpuint (n_next, ==, esp_catalogue_get_moves (catalogue)->len);
  g_assert_cmpuint (n_previous, ==, n_next);
}

static void
test_nowhere (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  RandomShape shape = { 4, 0, 1 };
  g_autoptr (EspCatalogue) catalogue = random_catalogue (&shape, rand);
  g_autoptr (EspPaths) paths = esp_paths_new (catalogue);
  GPtrArray *rungs = esp_catalogue_get_rungs (catalogue);
  g_autoptr (GPtrArray) none = esp_paths_find (paths, g_ptr_array_index (rungs, 0), g_ptr_array_index (rungs, 1), 3);
  g_autoptr (GPtrArray) same = esp_paths_find (paths, g_ptr_array_index (rungs, 0), g_ptr_array_index (rungs, 0), 3);
  g_autoptr (GArray) origins = esp_paths_find_origins (paths, g_ptr_array_index (rungs, 0));

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (same->len, ==, 0);
  g_assert_cmpuint (origins->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paths/random", test_random);
  g_test_add_func ("/paths/build", test_build);
  g_test_add_func ("/paths/next", test_next);
  g_test_add_func ("/paths/nowhere", test_nowhere);
  return g_test_run ();
}
