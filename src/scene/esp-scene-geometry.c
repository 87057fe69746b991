/* esp-scene-geometry.c — where things stand, what is in view, what is under a point
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-scene"

#include "scene/esp-lens.h"
#include "scene/esp-scene-private.h"

/* A search for names that come across branches looks at so many nodes at most, and not at all in forests so deep that a branch costs too much. */
#define N_MAX_NAME_CANDIDATES 2000
#define N_MAX_NAME_LEVELS 2000

/* Where cards stand densely there is one answer for so many cells of the asked size, at most. */
#define CELLS_PER_ANSWER 10.0
#define N_MIN_ANSWERS 2000.0
#define N_MAX_ANSWERS 20000.0

/**
 * esp_scene_layout:
 * @self: a scene
 *
 * Lays out what is shown, if that was not done since the last fold; every question about geometry does so by itself.
 *
 * Time: O(shown nodes).
 */
void
esp_scene_layout (EspScene *self)
{
  g_return_if_fail (self != NULL);

  _esp_scene_get_shown (self);
}

/**
 * esp_scene_get_generation:
 * @self: a scene
 *
 * Returns: a number that changes with each layout
 */
guint32
esp_scene_get_generation (EspScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  _esp_scene_get_shown (self);
  return self->generation;
}

/**
 * esp_scene_get_n_shown:
 * @self: a scene
 *
 * Returns: how many nodes are not folded away
 */
guint32
esp_scene_get_n_shown (EspScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return _esp_scene_get_shown (self)->tree.n;
}

/**
 * esp_scene_get_bounds:
 * @self: a scene
 * @bounds: (out caller-allocates): rectangle around everything that is shown
 */
void
esp_scene_get_bounds (EspScene *self,
                      EspRect  *bounds)
{
  const EspShown *shown;

  g_return_if_fail (self != NULL && bounds != NULL);

  shown = _esp_scene_get_shown (self);
  *bounds = (EspRect){ 0.0, 0.0, shown->layout.width, shown->layout.height };
}

/**
 * esp_scene_get_node_rect:
 * @self: a scene
 * @node: a node
 * @rect: (out caller-allocates): its card; a plate and its docked head together
 *
 * Returns: whether it is shown; else @rect is left alone
 */
gboolean
esp_scene_get_node_rect (EspScene  *self,
                         EspNodeIx  node,
                         EspRect   *rect)
{
  const EspShown *shown;
  guint32 ix;

  g_return_val_if_fail (self != NULL && rect != NULL, FALSE);

  shown = _esp_scene_get_shown (self);
  ix = esp_shown_find (shown, node);
  if (ix == ESP_NODE_NONE)
    return FALSE;
  *rect = esp_layout_get_rect (&shown->input, &shown->layout, ix);
  return TRUE;
}

/**
 * esp_scene_get_item_rect:
 * @self: a scene
 * @item: an item
 * @rect: (out caller-allocates): its card, its plate without the docked head, or the docked card alone
 *
 * Returns: whether it is shown; else @rect is left alone
 */
gboolean
esp_scene_get_item_rect (EspScene *self,
                         EspItem   item,
                         EspRect  *rect)
{
  EspNodeIx node = ESP_ITEM_NODE (item);
  double head;

  if (!esp_scene_get_node_rect (self, node, rect))
    return FALSE;

  head = _esp_metrics_get_head (self, node);
  if (ESP_ITEM_IS_HEAD (item))
    rect->y += rect->height - head;
  rect->height = ESP_ITEM_IS_HEAD (item) ? head : rect->height - head;
  return TRUE;
}

/**
 * esp_scene_get_branch_rect:
 * @self: a scene
 * @node: a node
 * @rect: (out caller-allocates): around the node and all that is shown below it
 *
 * Time: O(log n) for each level below.
 *
 * Returns: whether it is shown; else @rect is left alone
 */
gboolean
esp_scene_get_branch_rect (EspScene  *self,
                           EspNodeIx  node,
                           EspRect   *rect)
{
  const EspShown *shown;
  guint32 ix;

  g_return_val_if_fail (self != NULL && rect != NULL, FALSE);

  shown = _esp_scene_get_shown (self);
  ix = esp_shown_find (shown, node);
  if (ix == ESP_NODE_NONE)
    return FALSE;
  *rect = esp_spatial_get_branch (shown->spatial, ix);
  return TRUE;
}

static EspItem
get_item_at (EspScene *self,
             guint32   ix,
             double    world_y)
{
  const EspShown *shown = self->shown;
  EspNodeIx node;
  double plate;

  if (ix == ESP_NODE_NONE)
    return ESP_ITEM_NONE;
  node = esp_shown_get_node (shown, ix);
  if (_esp_scene_get_head (self, node) == ESP_IX_NONE)
    return ESP_ITEM (node);
  plate = shown->heights[ix] - _esp_metrics_get_head (self, node);
  return world_y < shown->layout.y[ix] + plate ? ESP_ITEM (node) : ESP_ITEM_HEAD (node);
}

/**
 * esp_scene_hit:
 * @self: a scene
 * @world_x: a point
 * @world_y: a point
 *
 * Time: O(log n).
 *
 * Returns: the item under it, %ESP_ITEM_NONE
 */
EspItem
esp_scene_hit (EspScene *self,
               double    world_x,
               double    world_y)
{
  g_return_val_if_fail (self != NULL, ESP_ITEM_NONE);

  return get_item_at (self, esp_spatial_hit (_esp_scene_get_shown (self)->spatial, world_x, world_y), world_y);
}

/**
 * esp_scene_nearest:
 * @self: a scene
 * @world_x: a point
 * @world_y: a point
 *
 * Returns: the item nearest to it; %ESP_ITEM_NONE in an empty chart
 */
EspItem
esp_scene_nearest (EspScene *self,
                   double    world_x,
                   double    world_y)
{
  g_return_val_if_fail (self != NULL, ESP_ITEM_NONE);

  return get_item_at (self, esp_spatial_nearest (_esp_scene_get_shown (self)->spatial, world_x, world_y), world_y);
}

static guint32
pick_color (const guint32 sums[ESP_N_SUMS],
            guint32      *seats)
{
  guint best = 0;

  *seats = 0;
  for (guint kind = 0; kind < ESP_PLACE_N_KINDS; kind++)
    {
      *seats += sums[kind];
      if (sums[kind] > sums[best])
        best = kind;
    }
  return *seats > 0 ? esp_forest_get_color (best) : ESP_COLOR_WIRE;
}

/* Single nodes are all asked for; of runs there are never more than a screen can show and a frame can pay for. */
static void
query (const EspShown *shown,
       const EspRect  *world,
       double          min_size,
       GArray         *items)
{
  double n_cells = min_size > 0.0 ? (world->width / min_size) * (world->height / min_size) : 0.0;

  if (min_size <= 0.0)
    esp_spatial_query (shown->spatial, world, 0.0, items);
  else
    esp_spatial_query_at_most (shown->spatial, world, min_size, (guint) CLAMP (n_cells / CELLS_PER_ANSWER, N_MIN_ANSWERS, N_MAX_ANSWERS), items);
}

/**
 * esp_scene_query:
 * @self: a scene
 * @world: a rectangle
 * @min_size: neighbours that are smaller than this together, in width and in height, become one block; 0 for single nodes
 * @out: (element-type EspVisible): what overlaps @world is appended, in the order of the nodes
 *
 * With @min_size of four device pixels the number of answers depends on the size of @world on the screen, not on the organization: where cards stand
 * more densely than that, as in the block of a manager with a million reports, runs become larger than asked for.
 *
 * Time: O(answers × log n).
 *
 * Returns: how many were appended
 */
guint
esp_scene_query (EspScene      *self,
                 const EspRect *world,
                 double         min_size,
                 GArray        *out)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (EspSpatialItem));
  const EspShown *shown;

  g_return_val_if_fail (self != NULL && world != NULL && out != NULL, 0);

  shown = _esp_scene_get_shown (self);
  query (shown, world, min_size, items);
  for (guint i = 0; i < items->len; i++)
    {
      const EspSpatialItem *item = &g_array_index (items, EspSpatialItem, i);
      EspVisible visible = { .node = esp_shown_get_node (shown, item->first), .count = item->count, .rect = item->bounds };
      guint32 sums[ESP_N_SUMS];

      if (self->options.color_by != ESP_LENS_PLACEMENT)
        {
          visible.color = _esp_lens_pick (self, shown, item->first, item->count, &visible.seats);
        }
      else
        {
          esp_shown_sum (shown, self->forest, item->first, item->count, sums);
          visible.color = pick_color (sums, &visible.seats);
        }
      visible.marks = _esp_scene_count_marks_shown (self, shown, item->first, item->count);
      g_array_append_val (out, visible);
    }
  return items->len;
}

/**
 * esp_scene_count_visible:
 * @self: a scene
 * @world: a rectangle
 * @counts: (out caller-allocates): units, positions, vacant, seats and where they stand; what else it has is 0
 *
 * Counts what is shown within a rectangle. Where cards are very small neighbours at the edge may be counted in.
 */
void
esp_scene_count_visible (EspScene       *self,
                         const EspRect  *world,
                         EspSceneCounts *counts)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (EspSpatialItem));
  guint32 all[ESP_N_SUMS] = { 0 };
  const EspShown *shown;

  g_return_if_fail (self != NULL && world != NULL && counts != NULL);

  shown = _esp_scene_get_shown (self);
  query (shown, world, world->width / 256.0, items);
  for (guint i = 0; i < items->len; i++)
    {
      const EspSpatialItem *item = &g_array_index (items, EspSpatialItem, i);
      guint32 sums[ESP_N_SUMS];

      esp_shown_sum (shown, self->forest, item->first, item->count, sums);
      for (guint k = 0; k < ESP_N_SUMS; k++)
        all[k] += sums[k];
    }

  *counts = (EspSceneCounts){ .units = all[ESP_SUM_UNITS],
                              .positions = all[ESP_SUM_POSITIONS],
                              .vacant = all[ESP_SUM_VACANT],
                              .seats_pmo = all[ESP_PLACE_PMO],
                              .seats_coe = all[ESP_PLACE_COE],
                              .seats_program = all[ESP_PLACE_PROGRAM],
                              .seats_department = all[ESP_PLACE_DEPARTMENT],
                              .seats_elsewhere = all[ESP_PLACE_NONE] };
  for (guint kind = 0; kind < ESP_PLACE_N_KINDS; kind++)
    counts->seats += all[kind];
}

/**
 * esp_scene_count_classes:
 * @self: a scene
 * @world: a rectangle
 * @counts: (out caller-allocates) (array fixed-size=6): positions of each class of the lens; under placement only seats have one
 *
 * As esp_scene_count_visible(), by the classes of the lens.
 */
void
esp_scene_count_classes (EspScene      *self,
                         const EspRect *world,
                         guint32        counts[ESP_LENS_MAX_CLASSES])
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (EspSpatialItem));
  const EspShown *shown;

  g_return_if_fail (self != NULL && world != NULL && counts != NULL);

  memset (counts, 0, ESP_LENS_MAX_CLASSES * sizeof *counts);
  if (self->options.color_by == ESP_LENS_PLACEMENT)
    {
      EspSceneCounts all;

      esp_scene_count_visible (self, world, &all);
      counts[0] = all.seats_pmo;
      counts[1] = all.seats_coe;
      counts[2] = all.seats_program;
      counts[3] = all.seats_department;
      counts[4] = all.seats_elsewhere;
      return;
    }
  shown = _esp_scene_get_shown (self);
  query (shown, world, world->width / 256.0, items);
  for (guint i = 0; i < items->len; i++)
    {
      const EspSpatialItem *item = &g_array_index (items, EspSpatialItem, i);
      guint32 sums[ESP_LENS_MAX_CLASSES];

      _esp_lens_sum (self, shown, item->first, item->count, sums);
      for (guint k = 0; k < ESP_LENS_MAX_CLASSES; k++)
        counts[k] += sums[k];
    }
}

/* Larger branches first; then in reading order. */
static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const EspBranchName *x = a;
  const EspBranchName *y = b;
  double area_x = x->rect.width * x->rect.height;
  double area_y = y->rect.width * y->rect.height;

  if (area_x != area_y)
    return area_x > area_y ? -1 : 1;
  return x->item < y->item ? -1 : x->item > y->item;
}

static const char *
get_branch_text (EspScene  *self,
                 EspNodeIx  node)
{
  EspIx row = esp_forest_get_row (self->forest, node);

  if (esp_forest_is_unit (self->forest, node))
    return esp_unit_get_name (self->organization, row);
  if (esp_position_get_n_holders (self->organization, row) > 0 && *esp_position_get_holder (self->organization, row, 0) != '\0')
    return esp_position_get_holder (self->organization, row, 0);
  return esp_position_get_title (self->organization, row);
}

/**
 * esp_scene_query_names:
 * @self: a scene
 * @world: a rectangle
 * @min_width: branches narrower than this have no name
 * @max: at most so many names
 * @out: (element-type EspBranchName): names of units, or of managers, whose branches overlap @world; larger branches first
 *
 * For stages at which cards are too small to be read. Names may lie upon each other: who draws them leaves out what does not fit.
 *
 * Returns: how many were appended
 */
guint
esp_scene_query_names (EspScene      *self,
                       const EspRect *world,
                       double         min_width,
                       guint          max,
                       GArray        *out)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (EspBranchName));
  const EspShown *shown;
  guint32 n_seen = 0;

  g_return_val_if_fail (self != NULL && world != NULL && out != NULL, 0);

  shown = _esp_scene_get_shown (self);
  if (self->forest->n_levels > N_MAX_NAME_LEVELS)
    return 0;

  for (guint32 root = 0; root < shown->tree.n_roots; root++)
    g_array_append_val (open, root);
  for (guint i = 0; i < open->len && n_seen < N_MAX_NAME_CANDIDATES; i++)
    {
      guint32 ix = g_array_index (open, guint32, i);
      EspNodeIx node = esp_shown_get_node (shown, ix);
      EspBranchName name = { .item = ESP_ITEM (node) };

      if (shown->tree.n_children[ix] == 0 && !esp_forest_is_unit (self->forest, node))
        continue;
      n_seen++;
      name.rect = esp_spatial_get_branch (shown->spatial, ix);
      if (name.rect.width < min_width || !esp_rect_overlaps (&name.rect, world))
        continue;
      name.text = get_branch_text (self, node);
      g_array_append_val (names, name);
      for (guint32 c = 0; c < MIN (shown->tree.n_children[ix], N_MAX_NAME_CANDIDATES); c++)
        {
          guint32 child = shown->tree.first_child[ix] + c;

          g_array_append_val (open, child);
        }
    }

  g_array_sort (names, compare_names);
  g_array_append_vals (out, names->data, MIN (max, names->len));
  return MIN (max, names->len);
}

/**
 * esp_scene_get_heading:
 * @self: a scene
 * @heading: (out caller-allocates): the words over the block of roots with nobody above or below
 *
 * Returns: whether there is such a block
 */
gboolean
esp_scene_get_heading (EspScene   *self,
                       EspHeading *heading)
{
  const EspShown *shown;

  g_return_val_if_fail (self != NULL && heading != NULL, FALSE);

  shown = _esp_scene_get_shown (self);
  if (shown->layout.n_lone == 0)
    return FALSE;
  heading->count = shown->layout.n_lone;
  heading->rect = (EspRect){ shown->layout.lone.x, shown->layout.lone.y - shown->input.gaps.heading, shown->layout.lone.width,
                             shown->input.gaps.heading };
  return TRUE;
}
