/* esp-graph.c — the best simple paths of a small directed graph
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-insight"

#include "insight/esp-graph.h"

#include <string.h>

/* A path that was found: where it leaves the path it was derived from, and how much it weighs */
typedef struct
{
  GArray  *nodes; /* guint */
  guint    deviation;
  guint64  weight;
} Candidate;

static void
free_candidate (Candidate *candidate)
{
  g_array_unref (candidate->nodes);
  g_free (candidate);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Candidate, free_candidate)

static guint
get_node (const Candidate *candidate,
          guint            i)
{
  return g_array_index (candidate->nodes, guint, i);
}

/* Lighter first; of equals, the one whose nodes come first */
static int
compare_candidates (const Candidate *a,
                    const Candidate *b)
{
  if (a->weight != b->weight)
    return a->weight < b->weight ? -1 : 1;

  for (guint i = 0; i < a->nodes->len && i < b->nodes->len; i++)
    if (get_node (a, i) != get_node (b, i))
      return get_node (a, i) < get_node (b, i) ? -1 : 1;

  return (a->nodes->len > b->nodes->len) - (a->nodes->len < b->nodes->len);
}

/**
 * esp_graph_new:
 * @n: number of nodes
 *
 * Returns: (transfer full): a graph without edges
 */
EspGraph *
esp_graph_new (guint n)
{
  EspGraph *self = g_new (EspGraph, 1);

  self->n = n;
  self->weights = g_new (guint64, (gsize) n * n);
  for (gsize i = 0; i < (gsize) n * n; i++)
    self->weights[i] = ESP_GRAPH_FAR;
  return self;
}

void
esp_graph_free (EspGraph *self)
{
  g_free (self->weights);
  g_free (self);
}

/**
 * esp_graph_add_edge:
 * @self: a graph
 * @from: a node
 * @to: another node
 * @weight: greater than 0; the sum over any path must fit
 *
 * Returns: whether the edge counts: there was none, or a heavier one
 */
gboolean
esp_graph_add_edge (EspGraph *self,
                    guint     from,
                    guint     to,
                    guint64   weight)
{
  guint64 *slot;

  g_return_val_if_fail (from < self->n && to < self->n && weight > 0, FALSE);

  slot = &self->weights[(gsize) from * self->n + to];
  if (*slot <= weight)
    return FALSE;
  *slot = weight;
  return TRUE;
}

/**
 * esp_graph_get_weight:
 * @self: a graph
 * @from: a node
 * @to: a node
 *
 * Returns: the weight of the edge, or %ESP_GRAPH_FAR if there is none
 */
guint64
esp_graph_get_weight (const EspGraph *self,
                      guint           from,
                      guint           to)
{
  return self->weights[(gsize) from * self->n + to];
}

/**
 * esp_graph_distances:
 * @self: a graph
 * @to: the node to go to
 * @banned: (nullable) (array): nodes that may not be passed, by node
 *
 * Dijkstra's algorithm against the direction of the edges, with a plain scan for the nearest: graphs are small and dense here.
 *
 * Time: O(n²).
 *
 * Returns: (transfer full): the weight of the lightest path from each node to @to; %ESP_GRAPH_FAR if there is none
 */
guint64 *
esp_graph_distances (const EspGraph *self,
                     guint           to,
                     const gboolean *banned)
{
  guint64 *distances = g_new (guint64, self->n);
  g_autofree gboolean *done = g_new0 (gboolean, self->n);

  for (guint i = 0; i < self->n; i++)
    distances[i] = ESP_GRAPH_FAR;
  distances[to] = 0;

  for (;;)
    {
      guint nearest = self->n;

      for (guint i = 0; i < self->n; i++)
        if (!done[i] && distances[i] != ESP_GRAPH_FAR && (nearest == self->n || distances[i] < distances[nearest]))
          nearest = i;
      if (nearest == self->n)
        return distances;

      done[nearest] = TRUE;
      for (guint i = 0; i < self->n; i++)
        {
          guint64 weight = esp_graph_get_weight (self, i, nearest);

          if (weight != ESP_GRAPH_FAR && !done[i] && (banned == NULL || !banned[i]))
            distances[i] = MIN (distances[i], distances[nearest] + weight);
        }
    }
}

/**
 * esp_graph_follow:
 * @self: a graph
 * @distances: what esp_graph_distances() returned
 * @from: a node with a finite distance greater than 0
 *
 * Time: O(n).
 *
 * Returns: the next node on the lightest path; of several, the first
 */
guint
esp_graph_follow (const EspGraph *self,
                  const guint64  *distances,
                  guint           from)
{
  for (guint i = 0; i < self->n; i++)
    {
      guint64 weight = esp_graph_get_weight (self, from, i);

      if (weight != ESP_GRAPH_FAR && distances[i] != ESP_GRAPH_FAR && distances[i] + weight == distances[from])
        return i;
    }
  g_return_val_if_reached (from);
}

/* The best path that begins with @root's first @spur + 1 nodes, goes on to none of the nodes in @forbidden, and is simple; NULL
 * if there is none */
static Candidate *
find_deviation (const EspGraph *self,
                const guint    *root,
                guint           spur,
                guint           to,
                const gboolean *forbidden)
{
  g_autofree gboolean *banned = g_new0 (gboolean, self->n);
  g_autofree guint64 *distances = NULL;
  guint64 best = ESP_GRAPH_FAR;
  guint node = self->n;
  Candidate *found;

  for (guint i = 0; i <= spur; i++)
    banned[root[i]] = TRUE;
  distances = esp_graph_distances (self, to, banned);

  for (guint i = 0; i < self->n; i++)
    {
      guint64 weight = esp_graph_get_weight (self, root[spur], i);

      if (weight != ESP_GRAPH_FAR && distances[i] != ESP_GRAPH_FAR && !forbidden[i] && weight + distances[i] < best)
        {
          best = weight + distances[i];
          node = i;
        }
    }
  if (node == self->n)
    return NULL;

  found = g_new (Candidate, 1);
  found->nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  found->deviation = spur;
  found->weight = best;
  g_array_append_vals (found->nodes, root, spur + 1);
  for (guint i = 0; i < spur; i++)
    found->weight += esp_graph_get_weight (self, root[i], root[i + 1]);
  for (; node != to; node = esp_graph_follow (self, distances, node))
    g_array_append_val (found->nodes, node);
  g_array_append_val (found->nodes, to);
  return found;
}

/* Where the accepted paths go on from the first @spur + 1 nodes of the last one */
static void
forbid (GPtrArray *accepted,
        guint      spur,
        gboolean  *forbidden)
{
  const Candidate *last = g_ptr_array_index (accepted, accepted->len - 1);

  for (guint i = 0; i < accepted->len; i++)
    {
      const Candidate *other = g_ptr_array_index (accepted, i);

      if (other->nodes->len > spur + 1 &&
          memcmp (other->nodes->data, last->nodes->data, sizeof (guint) * (spur + 1)) == 0)
        forbidden[get_node (other, spur + 1)] = TRUE;
    }
}

static Candidate *
take_best (GPtrArray *candidates)
{
  guint best = 0;

  for (guint i = 1; i < candidates->len; i++)
    if (compare_candidates (g_ptr_array_index (candidates, i), g_ptr_array_index (candidates, best)) < 0)
      best = i;
  return g_ptr_array_steal_index (candidates, best);
}

/**
 * esp_graph_best_paths:
 * @self: a graph
 * @from: the node to start from
 * @to: another node
 * @n_most: how many paths at most
 *
 * Yen's algorithm with Lawler's saving: the paths not yet given are kept in disjoint sets, each with its best; the best of all is
 * given next, and its set is split at every node from where it left its origin. Equal weights are ordered by the nodes, so that
 * the answer does not depend on anything but the graph.
 *
 * Time: O(n_most · n · n²).
 *
 * Returns: (transfer full) (element-type GArray): arrays of guint, @from first and @to last, the lightest path first; no node
 *   stands twice in a path
 */
GPtrArray *
esp_graph_best_paths (const EspGraph *self,
                      guint           from,
                      guint           to,
                      guint           n_most)
{
  g_autoptr (GPtrArray) accepted = g_ptr_array_new_with_free_func ((GDestroyNotify) free_candidate);
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) free_candidate);
  g_autofree gboolean *forbidden = g_new0 (gboolean, self->n);
  GPtrArray *paths = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  Candidate *found;

  g_return_val_if_fail (from < self->n && to < self->n && from != to, paths);

  found = find_deviation (self, &from, 0, to, forbidden);
  if (found != NULL)
    g_ptr_array_add (candidates, found);

  while (candidates->len > 0 && paths->len < n_most)
    {
      Candidate *last = take_best (candidates);

      g_ptr_array_add (accepted, last);
      g_ptr_array_add (paths, g_array_ref (last->nodes));
      for (guint spur = last->deviation; paths->len < n_most && spur + 1 < last->nodes->len; spur++)
        {
          memset (forbidden, 0, sizeof *forbidden * self->n);
          forbid (accepted, spur, forbidden);
          found = find_deviation (self, (const guint *) last->nodes->data, spur, to, forbidden);
          if (found != NULL)
            g_ptr_array_add (candidates, found);
        }
    }
  return paths;
}
