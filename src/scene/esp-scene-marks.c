/* esp-scene-marks.c — which positions are marked as found, and how many of them are inside of what is folded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-scene"

#include "scene/esp-scene-private.h"

/* Marks are a bit a position, so that they outlive the numbers of nodes. Two sums follow from them: how many are below each node (with the forest), and how
 * many are before each shown node (with the layout), which makes the marks in a run of shown nodes a difference. */
struct _EspMarks
{
  guint64 *bits;    /* by slot of positions */
  guint32  n_slots;
  guint32  n_positions;
  guint32 *below;   /* by node, nodes above and at it not counted; NULL: to be summed again */
  guint32 *before;  /* by shown node, and one more; NULL: to be summed again */
};

void
_esp_marks_free (EspMarks *self)
{
  if (self == NULL)
    return;
  g_free (self->bits);
  g_free (self->below);
  g_free (self->before);
  g_free (self);
}

void
_esp_scene_forget_mark_sums (EspScene *self,
                             gboolean  has_new_forest)
{
  if (self->marks == NULL)
    return;
  g_clear_pointer (&self->marks->before, g_free);
  if (has_new_forest)
    g_clear_pointer (&self->marks->below, g_free);
}

static gboolean
has_bit (const EspMarks *self,
         EspIx           position)
{
  return position < self->n_slots && ((self->bits[position / 64] >> (position % 64)) & 1) != 0;
}

/* Marks at a node: of its position, or of the head docked to its plate. */
static guint32
count_own (const EspMarks  *self,
           const EspForest *forest,
           EspNodeIx        node)
{
  EspIx position = esp_forest_is_unit (forest, node) ? esp_forest_get_head (forest, node) : esp_forest_get_row (forest, node);

  return position != ESP_IX_NONE && has_bit (self, position);
}

/* A parent's number is smaller than its children's, so one pass from the last node to the first sums up. */
static const guint32 *
get_below (EspScene *scene)
{
  EspMarks *self = scene->marks;
  const EspForest *forest = scene->forest;

  if (self->below != NULL)
    return self->below;
  self->below = g_new0 (guint32, MAX (forest->tree.n, 1));
  for (EspNodeIx node = forest->tree.n; node-- > 0;)
    {
      EspNodeIx parent = forest->tree.parent[node];

      if (parent != ESP_NODE_NONE)
        self->below[parent] += self->below[node] + count_own (self, forest, node);
    }
  return self->below;
}

/* A folded card stands for what is inside of it. */
static const guint32 *
get_before (EspScene       *scene,
            const EspShown *shown)
{
  EspMarks *self = scene->marks;
  const EspForest *forest = scene->forest;
  const guint32 *below = get_below (scene);

  if (self->before != NULL)
    return self->before;
  self->before = g_new (guint32, shown->tree.n + 1);
  self->before[0] = 0;
  for (guint32 i = 0; i < shown->tree.n; i++)
    {
      EspNodeIx node = esp_shown_get_node (shown, i);
      guint32 inside = forest->flags[node] & ESP_NODE_FOLDED ? below[node] : 0;

      self->before[i + 1] = self->before[i] + count_own (self, forest, node) + inside;
    }
  return self->before;
}

/* How many marks are in a run of shown nodes, and in what is folded into them */
guint32
_esp_scene_count_marks_shown (EspScene       *self,
                              const EspShown *shown,
                              guint32         first,
                              guint32         n)
{
  const guint32 *before;

  if (self->marks == NULL)
    return 0;
  before = get_before (self, shown);
  return before[first + n] - before[first];
}

/**
 * esp_scene_set_marks:
 * @self: a scene
 * @positions: (array length=n) (nullable): rows of positions, each once; those that are not in this chart do no harm
 * @n: how many; 0 for no marks
 *
 * Marks positions as found. Marks stay when the scene follows a change.
 *
 * Time: O(n + position slots / 64), and O(nodes) at the next question.
 */
void
esp_scene_set_marks (EspScene    *self,
                     const EspIx *positions,
                     guint        n)
{
  EspMarks *marks;

  g_return_if_fail (self != NULL && (positions != NULL || n == 0));

  g_clear_pointer (&self->marks, _esp_marks_free);
  if (n == 0)
    return;
  self->marks = marks = g_new0 (EspMarks, 1);
  marks->n_slots = esp_organization_get_n_slots (self->organization, ESP_TABLE_POSITIONS);
  marks->bits = g_new0 (guint64, marks->n_slots / 64 + 1);
  marks->n_positions = n;
  for (guint i = 0; i < n; i++)
    {
      g_return_if_fail (positions[i] < marks->n_slots);
      marks->bits[positions[i] / 64] |= G_GUINT64_CONSTANT (1) << (positions[i] % 64);
    }
}

/**
 * esp_scene_get_n_marks:
 * @self: a scene
 *
 * Returns: how many positions are marked, whether in this chart or not
 */
guint
esp_scene_get_n_marks (EspScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->marks != NULL ? self->marks->n_positions : 0;
}

/**
 * esp_scene_is_marked:
 * @self: a scene
 * @item: an item
 *
 * Time: O(1).
 *
 * Returns: whether the position behind it is marked
 */
gboolean
esp_scene_is_marked (EspScene *self,
                     EspItem   item)
{
  EspTable table;
  EspIx ix;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->marks == NULL)
    return FALSE;
  ix = esp_scene_get_row (self, item, &table);
  return table == ESP_TABLE_POSITIONS && has_bit (self->marks, ix);
}

/**
 * esp_scene_get_n_marked_below:
 * @self: a scene
 * @node: a node
 *
 * Time: O(1); the first time after a change of the marks or of the forest O(nodes).
 *
 * Returns: how many marked positions are below a node, folded or not; a docked head is not below its plate
 */
guint32
esp_scene_get_n_marked_below (EspScene  *self,
                              EspNodeIx  node)
{
  g_return_val_if_fail (self != NULL && node < self->forest->tree.n, 0);

  return self->marks != NULL ? get_below (self)[node] : 0;
}

/**
 * esp_scene_keep_present:
 * @self: a scene
 * @positions: (inout) (element-type EspIx): rows of positions
 *
 * Takes out of @positions what is not in this chart or not in the isolated branch; the order stays. What is folded away is present.
 *
 * Time: O(positions × log levels + levels).
 */
void
esp_scene_keep_present (EspScene *self,
                        GArray   *positions)
{
  const EspForest *forest;
  g_autofree EspNodeIx *firsts = NULL; /* by level: the nodes of the isolated branch there */
  g_autofree EspNodeIx *ends = NULL;
  guint top_level = 0;
  guint n = 0;

  g_return_if_fail (self != NULL && positions != NULL);

  forest = self->forest;
  if (self->top != ESP_NODE_NONE)
    {
      EspNodeIx first = self->top;
      EspNodeIx end = self->top + 1;

      top_level = esp_forest_get_level (forest, self->top);
      firsts = g_new0 (EspNodeIx, forest->n_levels + 1);
      ends = g_new0 (EspNodeIx, forest->n_levels + 1);
      for (guint level = top_level; first < end; level++)
        {
          firsts[level] = first;
          ends[level] = end;
          esp_tree_descend (&forest->tree, &first, &end);
        }
    }

  for (guint i = 0; i < positions->len; i++)
    {
      EspIx position = g_array_index (positions, EspIx, i);
      EspItem item = esp_scene_find (self, ESP_TABLE_POSITIONS, position);

      if (item == ESP_ITEM_NONE)
        continue;
      if (top_level > 0)
        {
          guint level = esp_forest_get_level (forest, ESP_ITEM_NODE (item));

          if (ESP_ITEM_NODE (item) < firsts[level] || ESP_ITEM_NODE (item) >= ends[level])
            continue;
        }
      g_array_index (positions, EspIx, n++) = position;
    }
  g_array_set_size (positions, n);
}
