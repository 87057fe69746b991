/* esp-shown.c — what is not folded away, laid out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-scene"

#include "scene/esp-shown.h"

#include "scene/esp-scene-private.h"

#include <string.h>

#define SUM_STEP 64

/* Beside the flags of the layout: an arrangement was asked for here or above. */
#define FLAG_ASKED 0x80

/* Children without anything below them stand in a column up to so many, in a block beyond; among others they stand in a row up to fewer. */
#define N_MAX_COLUMN 7
#define N_MAX_ROW_AMONG_OTHERS 6

/* Where the chart grows sideways a row runs downwards and is what a column is elsewhere. */
#define N_MAX_TURNED_ROW 12

G_STATIC_ASSERT ((FLAG_ASKED & (ESP_LAYOUT_STAFF | ESP_LAYOUT_ARRANGE_MASK)) == 0);

static gboolean
is_everything_shown (EspScene *scene)
{
  if (scene->top != ESP_NODE_NONE)
    return FALSE;
  for (EspNodeIx node = 0; node < scene->forest->tree.n; node++)
    {
      if ((scene->forest->flags[node] & ESP_NODE_FOLDED) || _esp_scene_get_n_open (scene, node) != scene->forest->tree.n_children[node])
        return FALSE;
    }
  return TRUE;
}

/* Collects what is not folded away, breadth first: the numbers of the shown ascend with those of the forest. There is room for all from the start; pages that
 * are never written cost nothing. */
static void
collect_tree (EspShown *self,
              EspScene *scene)
{
  const EspTree *forest = &scene->forest->tree;
  EspTree *tree = &self->tree;
  EspNodeIx *nodes = g_new (EspNodeIx, MAX (forest->n, 1));
  EspNodeIx *parents = g_new (EspNodeIx, MAX (forest->n, 1));
  EspNodeIx *first_children = g_new (EspNodeIx, MAX (forest->n, 1));
  guint32 *numbers = g_new (guint32, MAX (forest->n, 1));
  guint32 n_all = 0;

  tree->n_roots = scene->top == ESP_NODE_NONE ? forest->n_roots : 1;
  for (EspNodeIx root = 0; root < tree->n_roots; root++)
    {
      nodes[n_all] = scene->top == ESP_NODE_NONE ? root : scene->top;
      parents[n_all++] = ESP_NODE_NONE;
    }

  for (guint32 i = 0; i < n_all; i++)
    {
      EspNodeIx node = nodes[i];
      gboolean is_closed = (scene->forest->flags[node] & ESP_NODE_FOLDED) != 0 || esp_scene_get_n_more (scene, node) > 0;
      guint32 n = is_closed ? 0 : _esp_scene_get_n_open (scene, node);

      first_children[i] = n_all;
      numbers[i] = n;
      for (guint32 c = 0; c < n; c++)
        {
          nodes[n_all] = forest->first_child[node] + c;
          parents[n_all++] = i;
        }
    }

  tree->n = n_all;
  n_all = MAX (n_all, 1);
  tree->parent = g_renew (EspNodeIx, parents, n_all);
  tree->first_child = g_renew (EspNodeIx, first_children, n_all);
  tree->n_children = g_renew (guint32, numbers, n_all);
  self->nodes = g_renew (EspNodeIx, nodes, n_all);
}

/* What the options leave to the scene: leaves alone in a column or a block, many leaves among others in a block, else a row. */
static EspArrange
choose_arrange (const EspTree *forest,
                EspNodeIx      node,
                gboolean       is_turned)
{
  guint32 n = forest->n_children[node];
  guint32 n_leaves = 0;

  for (guint32 c = 0; c < n; c++)
    n_leaves += forest->n_children[forest->first_child[node] + c] == 0;

  if (is_turned)
    return n_leaves > N_MAX_TURNED_ROW ? ESP_ARRANGE_BLOCK : ESP_ARRANGE_ROW;
  if (n_leaves == n && n > 1)
    return n <= N_MAX_COLUMN ? ESP_ARRANGE_COLUMN : ESP_ARRANGE_BLOCK;
  return n_leaves > N_MAX_ROW_AMONG_OTHERS ? ESP_ARRANGE_BLOCK : ESP_ARRANGE_ROW;
}

static EspArrange
to_arrange (EspArrangement arrangement)
{
  switch (arrangement)
    {
    case ESP_ARRANGEMENT_COLUMN:
      return ESP_ARRANGE_COLUMN;
    case ESP_ARRANGEMENT_BLOCK:
      return ESP_ARRANGE_BLOCK;
    case ESP_ARRANGEMENT_DEFAULT:
    case ESP_ARRANGEMENT_ROW:
    default:
      return ESP_ARRANGE_ROW;
    }
}

static void
describe_nodes (EspShown *self,
                EspScene *scene)
{
  const EspForest *forest = scene->forest;
  const guint32 *arranges = esp_organization_peek_column (scene->organization, ESP_TABLE_POSITIONS, ESP_POSITION_ARRANGE);
  gboolean is_turned = scene->options.direction == ESP_DIRECTION_RIGHT || scene->options.direction == ESP_DIRECTION_LEFT;

  self->widths = g_new (float, MAX (self->tree.n, 1));
  self->heights = g_new (float, MAX (self->tree.n, 1));
  self->flags = g_new0 (guint8, MAX (self->tree.n, 1));

  _esp_metrics_measure_titles (scene, self);
  for (guint32 i = 0; i < self->tree.n; i++)
    {
      EspNodeIx node = esp_shown_get_node (self, i);
      EspIx position = esp_forest_is_unit (forest, node) ? esp_forest_get_head (forest, node) : esp_forest_get_row (forest, node);
      EspArrangement asked = arranges != NULL && position != ESP_IX_NONE ? arranges[position] : ESP_ARRANGEMENT_DEFAULT;

      _esp_metrics_get_size (scene, node, &self->widths[i], &self->heights[i]);
      if (forest->flags[node] & ESP_NODE_STAFF)
        self->flags[i] |= ESP_LAYOUT_STAFF;
      if (self->tree.parent[i] != ESP_NODE_NONE)
        self->flags[i] |= self->flags[self->tree.parent[i]] & FLAG_ASKED;

      if (asked != ESP_ARRANGEMENT_DEFAULT)
        self->flags[i] |= ESP_LAYOUT_ARRANGE (to_arrange (asked)) | FLAG_ASKED;
      else if (scene->options.arrange == ESP_ARRANGEMENT_DEFAULT && (self->flags[i] & FLAG_ASKED) == 0 && self->tree.n_children[i] > 0)
        self->flags[i] |= ESP_LAYOUT_ARRANGE (choose_arrange (&forest->tree, node, is_turned));
    }
}

static void
add_node (guint32          sums[ESP_N_SUMS],
          const EspForest *forest,
          EspNodeIx        node)
{
  guint16 flags = forest->flags[node];

  if (flags & ESP_NODE_SEAT)
    sums[(flags & ESP_FOREST_KIND_MASK) >> ESP_FOREST_KIND_SHIFT]++;
  sums[ESP_SUM_VACANT] += (flags & ESP_NODE_VACANT) != 0;
  sums[ESP_SUM_UNITS] += esp_forest_is_unit (forest, node);
  if (!esp_forest_is_unit (forest, node))
    sums[ESP_SUM_POSITIONS] += (flags & ESP_NODE_CONTEXT) == 0;
  else if (esp_forest_get_head (forest, node) != ESP_IX_NONE)
    sums[ESP_SUM_POSITIONS] += (forest->head_flags[esp_forest_get_row (forest, node)] & ESP_NODE_CONTEXT) == 0;
}

static void
sum_nodes (EspShown        *self,
           const EspForest *forest)
{
  guint32 sums[ESP_N_SUMS] = { 0 };

  self->sums = g_malloc0_n (self->tree.n / SUM_STEP + 1, sizeof sums);
  for (guint32 i = 0; i < self->tree.n; i++)
    {
      if (i % SUM_STEP == 0)
        memcpy (self->sums[i / SUM_STEP], sums, sizeof sums);
      add_node (sums, forest, esp_shown_get_node (self, i));
    }
}

/**
 * esp_shown_new:
 * @scene: a scene with its forest
 * @cancel: (nullable): non-zero stops early
 *
 * Time: O(shown nodes), and O(nodes) where everything is shown.
 *
 * Returns: (transfer full) (nullable): the layout; %NULL if cancelled
 */
EspShown *
esp_shown_new (EspScene   *scene,
               const gint *cancel)
{
  EspShown *self = g_new0 (EspShown, 1);

  if (is_everything_shown (scene))
    self->tree = scene->forest->tree;
  else
    collect_tree (self, scene);
  describe_nodes (self, scene);
  sum_nodes (self, scene->forest);

  self->input = (EspLayoutInput){ .tree = &self->tree,
                                  .width = self->widths,
                                  .height = self->heights,
                                  .flags = self->flags,
                                  .direction = scene->options.direction,
                                  .arrange = to_arrange (scene->options.arrange),
                                  .aspect = scene->options.aspect,
                                  .mirrored = scene->options.mirrored };
  _esp_metrics_get_gaps (&self->input.gaps, &scene->options);
  if (!esp_layout_run (&self->input, &self->layout, cancel))
    {
      esp_shown_free (self);
      return NULL;
    }
  self->spatial = esp_spatial_new (&self->input, &self->layout);
  return self;
}

void
esp_shown_free (EspShown *self)
{
  g_clear_pointer (&self->spatial, esp_spatial_free);
  esp_layout_clear (&self->layout);
  if (self->nodes != NULL)
    {
      g_free (self->tree.parent);
      g_free (self->tree.first_child);
      g_free (self->tree.n_children);
    }
  g_free (self->nodes);
  g_free (self->widths);
  g_free (self->heights);
  g_free (self->flags);
  g_free (self->sums);
  g_free (self);
}

/**
 * esp_shown_get_size:
 * @self: a layout
 *
 * Returns: bytes of its arrays, those that the forest lends not counted
 */
gsize
esp_shown_get_size (const EspShown *self)
{
  gsize per_node = 2 * sizeof (float) + sizeof (guint8) + 2 * sizeof (double) + sizeof (guint8);

  if (self->nodes != NULL)
    per_node += 4 * sizeof (guint32);
  return self->tree.n * per_node + (self->tree.n / SUM_STEP + 1) * sizeof *self->sums + esp_spatial_get_size (self->spatial);
}

/**
 * esp_shown_find:
 * @self: a layout
 * @node: a node of the forest
 *
 * Time: O(log n) while something is folded.
 *
 * Returns: its number among the shown; %ESP_NODE_NONE if it is folded away
 */
guint32
esp_shown_find (const EspShown *self,
                EspNodeIx       node)
{
  guint32 low = 0;
  guint32 high = self->tree.n;

  if (self->nodes == NULL)
    return node < self->tree.n ? node : ESP_NODE_NONE;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (self->nodes[middle] < node)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->tree.n && self->nodes[low] == node ? low : ESP_NODE_NONE;
}

/**
 * esp_shown_sum:
 * @self: a layout
 * @forest: what it shows
 * @first: a shown node
 * @n: how many in a row, at least 1
 * @sums: (out caller-allocates): what is among them
 *
 * Time: O(1).
 */
void
esp_shown_sum (const EspShown  *self,
               const EspForest *forest,
               guint32          first,
               guint32          n,
               guint32          sums[ESP_N_SUMS])
{
  guint32 ends[2][ESP_N_SUMS];
  guint32 at[2] = { first, first + n };

  for (guint e = 0; e < 2; e++)
    {
      guint32 step = MIN (at[e], self->tree.n - 1) / SUM_STEP;

      memcpy (ends[e], self->sums[step], sizeof ends[e]);
      for (guint32 i = step * SUM_STEP; i < at[e]; i++)
        add_node (ends[e], forest, esp_shown_get_node (self, i));
    }
  for (guint i = 0; i < ESP_N_SUMS; i++)
    sums[i] = ends[1][i] - ends[0][i];
}
