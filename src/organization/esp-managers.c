/* esp-managers.c — who names whom as a manager, as one graph of ids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-organization"

#include "organization/esp-managers.h"

typedef struct
{
  EspIx report;
  EspIx manager;
} Edge;

/* The slot that stands for the id of @position; %ESP_IX_NONE for a row without an id. */
EspIx
esp_managers_get_node (EspOrganization *organization,
                       EspIx            position)
{
  return esp_organization_find (organization, ESP_TABLE_POSITIONS,
                                esp_organization_get (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_ID));
}

static void
add_edge (EspManagers     *self,
          EspOrganization *organization,
          GArray          *edges,
          GHashTable      *missing,
          EspIx            node,
          EspStr           to)
{
  Edge edge = { node, esp_organization_find (organization, ESP_TABLE_POSITIONS, to) };

  if (to == ESP_STR_NONE)
    return;
  self->marks[node] |= ESP_MANAGER_MARK_NAMES;
  if (edge.manager == node)
    {
      self->marks[node] |= ESP_MANAGER_MARK_SELF;
    }
  else if (edge.manager == ESP_IX_NONE)
    {
      self->marks[node] |= ESP_MANAGER_MARK_MISSING;
      g_hash_table_add (missing, GUINT_TO_POINTER (to));
    }
  else
    {
      g_array_append_val (edges, edge);
    }
}

static GArray *
collect_edges (EspManagers     *self,
               EspOrganization *organization)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  g_autoptr (GHashTable) missing = g_hash_table_new (NULL, NULL);
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, ESP_TABLE_POSITIONS, &n);

  for (guint32 i = 0; i < n; i++)
    {
      EspIx node = esp_managers_get_node (organization, order[i]);
      guint32 n_words;
      const guint32 *words;

      if (node == ESP_IX_NONE)
        continue;
      self->marks[node] |= ESP_MANAGER_MARK_NODE | (node != order[i] ? ESP_MANAGER_MARK_TWICE : 0);
      add_edge (self, organization, edges, missing, node,
                esp_organization_get (organization, ESP_TABLE_POSITIONS, order[i], ESP_POSITION_REPORTS_TO));
      words = esp_organization_get_list (organization,
                                         esp_organization_get (organization, ESP_TABLE_POSITIONS, order[i], ESP_POSITION_LINES),
                                         &n_words);
      for (const EspLine *line = (const EspLine *) words; (const guint32 *) line < words + n_words; line++)
        if (esp_line_kind_from_string (esp_organization_get_string (organization, line->kind)) == ESP_LINE_SECOND)
          add_edge (self, organization, edges, missing, node, line->to);
    }
  self->n_missing = g_hash_table_size (missing);
  return edges;
}

/* Sorts edges into buckets by one end, each pair once; keeps the order of the edges within a bucket. */
static EspIx *
make_rows (GArray   *edges,
           guint32   n,
           gboolean  by_manager,
           guint32 **first)
{
  guint32 *starts = g_new0 (guint32, n + 2);
  EspIx *ends = g_new (EspIx, MAX (1u, edges->len));
  g_autofree EspIx *seen = g_new (EspIx, n + 1);
  guint32 n_kept = 0;

  for (guint i = 0; i < edges->len; i++)
    starts[(by_manager ? g_array_index (edges, Edge, i).manager : g_array_index (edges, Edge, i).report) + 2]++;
  for (guint32 i = 2; i < n + 2; i++)
    starts[i] += starts[i - 1];
  for (guint i = 0; i < edges->len; i++)
    {
      Edge edge = g_array_index (edges, Edge, i);

      if (by_manager)
        ends[starts[edge.manager + 1]++] = edge.report;
      else
        ends[starts[edge.report + 1]++] = edge.manager;
    }
  /* now bucket i is [starts[i], starts[i + 1]); close the gaps that dropped pairs leave */
  for (guint32 i = 0; i < n; i++)
    seen[i] = ESP_IX_NONE;
  for (guint32 i = 0, at = 0; i < n; i++)
    {
      guint32 end = starts[i + 1];

      starts[i] = n_kept;
      for (; at < end; at++)
        if (seen[ends[at]] != i)
          {
            seen[ends[at]] = i;
            ends[n_kept++] = ends[at];
          }
    }
  starts[n] = n_kept;
  *first = starts;
  return ends;
}

/* Builds the graph. Time: O(positions + lines). */
EspManagers *
esp_managers_new (EspOrganization *organization)
{
  EspManagers *self = g_new0 (EspManagers, 1);
  g_autoptr (GArray) edges = NULL;

  self->n = esp_organization_get_n_slots (organization, ESP_TABLE_POSITIONS);
  self->marks = g_new0 (guint8, self->n + 1);
  edges = collect_edges (self, organization);
  self->managers = make_rows (edges, self->n, FALSE, &self->managers_first);
  self->reports = make_rows (edges, self->n, TRUE, &self->reports_first);
  return self;
}

void
esp_managers_free (EspManagers *self)
{
  if (self == NULL)
    return;
  g_free (self->managers_first);
  g_free (self->managers);
  g_free (self->reports_first);
  g_free (self->reports);
  g_free (self->marks);
  g_free (self);
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b,
               gpointer      ranks)
{
  guint32 x = ((const guint32 *) ranks)[*(const EspIx *) a];
  guint32 y = ((const guint32 *) ranks)[*(const EspIx *) b];

  return (x > y) - (x < y);
}

static int
compare_rings (gconstpointer a,
               gconstpointer b,
               gpointer      ranks)
{
  return compare_ranks ((*(GArray *const *) a)->data, (*(GArray *const *) b)->data, ranks);
}

/* The rings of two or more: strongly connected components (Tarjan 1972, with a stack of its own instead of recursion), members and rings in the order of
 * @ranks. Time: O(nodes + edges). */
GPtrArray *
esp_managers_find_rings (EspManagers   *self,
                         const guint32 *ranks)
{
  GPtrArray *rings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree guint32 *index = g_new0 (guint32, self->n + 1); /* 0: not visited; then 1 … */
  g_autofree guint32 *low = g_new (guint32, self->n + 1);
  g_autofree guint32 *next = g_new (guint32, self->n + 1);   /* edge to look at next */
  g_autofree EspIx *way = g_new (EspIx, self->n + 1);        /* from the start to the node at hand */
  g_autofree EspIx *open = g_new (EspIx, self->n + 1);       /* Tarjan's stack */
  g_autofree guint8 *is_open = g_new0 (guint8, self->n + 1);
  guint32 n_visited = 0, n_open = 0;

  for (EspIx start = 0; start < self->n; start++)
    {
      guint32 depth = 0;

      if (index[start] != 0 || self->managers_first[start] == self->managers_first[start + 1])
        continue;
      way[depth++] = start;
      while (depth > 0)
        {
          EspIx node = way[depth - 1];

          if (index[node] == 0)
            {
              index[node] = low[node] = ++n_visited;
              next[node] = self->managers_first[node];
              open[n_open++] = node;
              is_open[node] = TRUE;
            }
          if (next[node] < self->managers_first[node + 1])
            {
              EspIx manager = self->managers[next[node]];

              if (index[manager] == 0)
                {
                  way[depth++] = manager;
                  continue;
                }
              if (is_open[manager])
                low[node] = MIN (low[node], low[manager]);
              next[node]++;
              continue;
            }
          depth--;
          if (low[node] != index[node])
            continue;
          if (open[n_open - 1] != node)
            {
              GArray *ring = g_array_new (FALSE, FALSE, sizeof (EspIx));
              guint32 at = n_open;

              while (open[--at] != node)
                ;
              g_array_append_vals (ring, open + at, n_open - at);
              g_array_sort_with_data (ring, compare_ranks, (gpointer) ranks);
              g_ptr_array_add (rings, ring);
            }
          do
            is_open[open[--n_open]] = FALSE;
          while (open[n_open] != node);
        }
    }
  g_ptr_array_sort_with_data (rings, compare_rings, (gpointer) ranks);
  return rings;
}
