/* esp-paths.c — ways from one rung to another, and what each step asks to build
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-insight"

#include "insight/esp-paths.h"

#include "insight/esp-graph.h"

/* The cost of an edge in the graph: cost first, then number of steps */
#define COST_SHIFT     20
#define WEIGHT(cost)   (((guint64) (cost) << COST_SHIFT) + 1)
#define N_STEPS(weight) ((guint) ((weight) & ((1 << COST_SHIFT) - 1)))
#define COST(weight)   ((guint) ((weight) >> COST_SHIFT))

struct _EspPaths
{
  EspCatalogue  *catalogue;
  GPtrArray     *rungs;    /* borrowed: nodes of the graph, in catalogue order */
  GHashTable    *numbers;  /* EspRung → node */
  GPtrArray     *steps;    /* EspStep, one a move, in catalogue order */
  GPtrArray    **next;     /* by node: EspStep */
  GPtrArray    **previous;
  EspGraph      *graph;
  EspStep      **best;     /* borrowed; n × n: the step that counts for an edge */
};

static void
free_step (EspStep *step)
{
  g_array_unref (step->build);
  g_free (step);
}

static void
free_path (EspPath *path)
{
  g_ptr_array_unref (path->steps);
  g_array_unref (path->build);
  g_free (path);
}

static int
get_level (GPtrArray      *skills,
           const EspSkill *skill)
{
  for (guint i = 0; i < skills->len; i++)
    {
      const EspSkillLevel *have = g_ptr_array_index (skills, i);

      if (have->skill == skill)
        return have->level;
    }
  return 0;
}

/* Asks for @level of @skill, if who stands on @start does not have it yet and nothing in @build asks for as much. */
static void
ask_for (GArray         *build,
         const EspRung  *start,
         const EspSkill *skill,
         int             level)
{
  int have = get_level (start->skills, skill);

  if (level <= have)
    return;

  for (guint i = 0; i < build->len; i++)
    {
      EspBuild *asked = &g_array_index (build, EspBuild, i);

      if (asked->skill == skill)
        {
          asked->to = MAX (asked->to, level);
          return;
        }
    }
  g_array_append_val (build, ((EspBuild) { skill, have, level }));
}

static void
ask_for_all (GArray        *build,
             const EspRung *start,
             GPtrArray     *skills)
{
  for (guint i = 0; i < skills->len; i++)
    {
      const EspSkillLevel *level = g_ptr_array_index (skills, i);

      ask_for (build, start, level->skill, level->level);
    }
}

static guint
get_kind_cost (EspMoveKind kind)
{
  switch (kind)
    {
    case ESP_MOVE_PROMOTION:
      return ESP_PATHS_COST_PROMOTION;
    case ESP_MOVE_ENTRY:
      return ESP_PATHS_COST_ENTRY;
    case ESP_MOVE_LATERAL:
      return ESP_PATHS_COST_LATERAL;
    case ESP_MOVE_DOWN_LEVEL:
      return ESP_PATHS_COST_DOWN_LEVEL;
    default:
      g_return_val_if_reached (ESP_PATHS_COST_DOWN_LEVEL);
    }
}

static EspStep *
make_step (const EspMove *move)
{
  EspStep *step = g_new (EspStep, 1);

  step->move = move;
  step->build = g_array_new (FALSE, FALSE, sizeof (EspBuild));
  ask_for_all (step->build, move->from, move->to->skills);
  ask_for_all (step->build, move->from, move->build);
  step->cost = get_kind_cost (move->kind);
  for (guint i = 0; i < step->build->len; i++)
    {
      const EspBuild *build = &g_array_index (step->build, EspBuild, i);

      step->cost += build->to - build->from;
    }
  return step;
}

static EspPath *
make_path (EspPaths *self,
           GArray   *nodes)
{
  EspPath *path = g_new0 (EspPath, 1);
  const EspRung *start = g_ptr_array_index (self->rungs, g_array_index (nodes, guint, 0));

  path->steps = g_ptr_array_new ();
  path->build = g_array_new (FALSE, FALSE, sizeof (EspBuild));
  for (guint i = 1; i < nodes->len; i++)
    {
      guint from = g_array_index (nodes, guint, i - 1);
      guint to = g_array_index (nodes, guint, i);
      EspStep *step = self->best[(gsize) from * self->graph->n + to];

      g_ptr_array_add (path->steps, step);
      path->cost += step->cost;
      ask_for_all (path->build, start, step->move->to->skills);
      ask_for_all (path->build, start, step->move->build);
    }
  return path;
}

static gboolean
find_node (EspPaths      *self,
           const EspRung *rung,
           guint         *node)
{
  gpointer number;

  if (!g_hash_table_lookup_extended (self->numbers, rung, NULL, &number))
    return FALSE;
  *node = GPOINTER_TO_UINT (number);
  return TRUE;
}

static void
add_step (EspPaths *self,
          EspStep  *step)
{
  guint from = 0;
  guint to = 0;

  find_node (self, step->move->from, &from);
  find_node (self, step->move->to, &to);
  g_ptr_array_add (self->next[from], step);
  g_ptr_array_add (self->previous[to], step);
  if (esp_graph_add_edge (self->graph, from, to, WEIGHT (step->cost)))
    self->best[(gsize) from * self->graph->n + to] = step;
}

/**
 * esp_paths_new:
 * @catalogue: a catalogue
 *
 * Time: O(rungs² + moves · skills).
 *
 * Returns: (transfer full): the rungs and moves of @catalogue as a graph
 */
EspPaths *
esp_paths_new (EspCatalogue *catalogue)
{
  EspPaths *self;
  GPtrArray *moves;
  guint n;

  g_return_val_if_fail (ESP_IS_CATALOGUE (catalogue), NULL);

  self = g_new0 (EspPaths, 1);
  self->catalogue = g_object_ref (catalogue);
  self->rungs = esp_catalogue_get_rungs (catalogue);
  self->numbers = g_hash_table_new (NULL, NULL);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) free_step);
  n = self->rungs->len;
  self->graph = esp_graph_new (n);
  self->best = g_new0 (EspStep *, (gsize) n * n);
  self->next = g_new (GPtrArray *, n);
  self->previous = g_new (GPtrArray *, n);
  for (guint i = 0; i < n; i++)
    {
      g_hash_table_insert (self->numbers, g_ptr_array_index (self->rungs, i), GUINT_TO_POINTER (i));
      self->next[i] = g_ptr_array_new ();
      self->previous[i] = g_ptr_array_new ();
    }

  moves = esp_catalogue_get_moves (catalogue);
  for (guint i = 0; i < moves->len; i++)
    {
      EspStep *step = make_step (g_ptr_array_index (moves, i));

      g_ptr_array_add (self->steps, step);
      add_step (self, step);
    }
  return self;
}

void
esp_paths_free (EspPaths *self)
{
  for (guint i = 0; i < self->rungs->len; i++)
    {
      g_ptr_array_unref (self->next[i]);
      g_ptr_array_unref (self->previous[i]);
    }
  g_free (self->next);
  g_free (self->previous);
  g_free (self->best);
  esp_graph_free (self->graph);
  g_ptr_array_unref (self->steps);
  g_hash_table_unref (self->numbers);
  g_object_unref (self->catalogue);
  g_free (self);
}

/**
 * esp_paths_get_next:
 * @self: the paths of a catalogue
 * @rung: a rung of it
 *
 * What comes next. Time: O(1).
 *
 * Returns: (transfer none) (element-type EspStep): the steps from @rung, in catalogue order
 */
GPtrArray *
esp_paths_get_next (EspPaths      *self,
                    const EspRung *rung)
{
  guint node;

  g_return_val_if_fail (find_node (self, rung, &node), NULL);
  return self->next[node];
}

/**
 * esp_paths_get_previous:
 * @self: the paths of a catalogue
 * @rung: a rung of it
 *
 * Time: O(1).
 *
 * Returns: (transfer none) (element-type EspStep): the steps to @rung, in catalogue order
 */
GPtrArray *
esp_paths_get_previous (EspPaths      *self,
                        const EspRung *rung)
{
  guint node;

  g_return_val_if_fail (find_node (self, rung, &node), NULL);
  return self->previous[node];
}

/**
 * esp_paths_find:
 * @self: the paths of a catalogue
 * @from: a rung of it
 * @to: a rung of it
 * @n_most: how many paths at most
 *
 * The best ways from one rung to another.
 *
 * Time: O(n_most · rungs³) at worst, well below a millisecond for the built-in ladders.
 *
 * Returns: (transfer full) (element-type EspPath): paths, the best first; empty if there is none, or if both rungs are the same
 */
GPtrArray *
esp_paths_find (EspPaths      *self,
                const EspRung *from,
                const EspRung *to,
                guint          n_most)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func ((GDestroyNotify) free_path);
  g_autoptr (GPtrArray) found = NULL;
  guint first;
  guint last;

  g_return_val_if_fail (find_node (self, from, &first), paths);
  g_return_val_if_fail (find_node (self, to, &last), paths);

  if (first == last)
    return paths;

  found = esp_graph_best_paths (self->graph, first, last, n_most);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (paths, make_path (self, g_ptr_array_index (found, i)));
  return paths;
}

static int
compare_origins (gconstpointer a,
                 gconstpointer b)
{
  const EspOrigin *one = a;
  const EspOrigin *other = b;

  if (one->cost != other->cost)
    return one->cost < other->cost ? -1 : 1;
  return (one->n_steps > other->n_steps) - (one->n_steps < other->n_steps);
}

/**
 * esp_paths_find_origins:
 * @self: the paths of a catalogue
 * @to: a rung of it
 *
 * Time: O(rungs²).
 *
 * Returns: (transfer full) (element-type EspOrigin): all rungs from which @to can be reached, the nearest first, without itself;
 *   equally near ones in catalogue order
 */
GArray *
esp_paths_find_origins (EspPaths      *self,
                        const EspRung *to)
{
  GArray *origins = g_array_new (FALSE, FALSE, sizeof (EspOrigin));
  g_autofree guint64 *distances = NULL;
  guint last;

  g_return_val_if_fail (find_node (self, to, &last), origins);

  distances = esp_graph_distances (self->graph, last, NULL);
  for (guint i = 0; i < self->graph->n; i++)
    {
      EspOrigin origin;

      if (i == last || distances[i] == ESP_GRAPH_FAR)
        continue;

      origin.rung = g_ptr_array_index (self->rungs, i);
      origin.n_steps = N_STEPS (distances[i]);
      origin.cost = COST (distances[i]);
      origin.first = self->best[(gsize) i * self->graph->n + esp_graph_follow (self->graph, distances, i)];
      g_array_append_val (origins, origin);
    }
  g_array_sort (origins, compare_origins);
  return origins;
}
