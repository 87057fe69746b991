/* esp-scene.c — building a scene and keeping it in step with its organization
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-scene"

#include "scene/esp-scene.h"

#include "scene/esp-lens.h"
#include "scene/esp-scene-private.h"

static gboolean
is_cancelled (const gint *cancel)
{
  return cancel != NULL && g_atomic_int_get (cancel) != 0;
}

void
_esp_scene_invalidate (EspScene *self)
{
  g_clear_pointer (&self->shown, esp_shown_free);
  _esp_scene_forget_routes (self);
  g_clear_pointer (&self->frames, g_array_unref);
  _esp_scene_forget_mark_sums (self, FALSE);
  _esp_lens_forget (self, FALSE);
}

EspShown *
_esp_scene_get_shown (EspScene *self)
{
  if (self->shown == NULL)
    {
      self->shown = esp_shown_new (self, NULL);
      self->generation++;
    }
  return self->shown;
}

/* Flags of the row behind an item: a docked head has its own. */
guint16
_esp_scene_item_flags (EspScene *self,
                       EspItem   item)
{
  EspNodeIx node = ESP_ITEM_NODE (item);

  if (ESP_ITEM_IS_HEAD (item))
    return self->forest->head_flags[esp_forest_get_row (self->forest, node)];
  if (esp_forest_is_unit (self->forest, node))
    return self->forest->flags[node] & ~(ESP_NODE_SEAT | ESP_NODE_VACANT);
  return self->forest->flags[node];
}

/**
 * esp_scene_new:
 * @organization: what is shown
 * @catalogue: what says which roles manage programs
 * @options: which chart, and how
 * @cancel: (nullable): set to non-zero from any thread to stop early
 *
 * Builds the forest, folds it as at first open, and lays it out.
 *
 * Time: O(units + positions), without recursion. Threads: any, if nobody changes the organization meanwhile.
 *
 * Returns: (transfer full) (nullable): a scene; %NULL if cancelled
 */
EspScene *
esp_scene_new (EspOrganization       *organization,
               EspCatalogue          *catalogue,
               const EspSceneOptions *options,
               const gint            *cancel)
{
  return esp_scene_new_filtered (organization, catalogue, options, NULL, cancel);
}

/**
 * esp_scene_new_filtered:
 * @organization: what is shown
 * @catalogue: what says which roles manage programs
 * @options: which chart, and how
 * @filter: (nullable): what the chart is about; %NULL for everything
 * @cancel: (nullable): set to non-zero from any thread to stop early
 *
 * As esp_scene_new(), with a filter (esp_scene_set_filter()).
 *
 * Returns: (transfer full) (nullable): a scene; %NULL if cancelled
 */
EspScene *
esp_scene_new_filtered (EspOrganization       *organization,
                        EspCatalogue          *catalogue,
                        const EspSceneOptions *options,
                        EspFilter             *filter,
                        const gint            *cancel)
{
  g_autoptr (EspScene) self = NULL;

  g_return_val_if_fail (ESP_IS_ORGANIZATION (organization), NULL);
  g_return_val_if_fail (ESP_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  self = g_new0 (EspScene, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->organization = g_object_ref (organization);
  self->catalogue = g_object_ref (catalogue);
  self->options = *options;
  self->filter = esp_filter_is_empty (filter) ? NULL : esp_filter_ref (filter);
  self->top = ESP_NODE_NONE;
  _esp_metrics_init (&self->metrics, options);
  self->placements = esp_placements_new (organization, catalogue);
  self->forest = esp_forest_new (organization, self->placements, options, self->filter, cancel);
  if (self->forest == NULL || is_cancelled (cancel))
    return NULL;

  esp_scene_fold_first (self);
  self->shown = esp_shown_new (self, cancel);
  if (self->shown == NULL)
    return NULL;
  self->generation = 1;
  return g_steal_pointer (&self);
}

/**
 * esp_scene_ref:
 * @self: a scene
 *
 * Returns: (transfer full): @self
 */
EspScene *
esp_scene_ref (EspScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * esp_scene_unref:
 * @self: (transfer full): a scene
 *
 * Frees it with the last reference.
 */
void
esp_scene_unref (EspScene *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  _esp_scene_invalidate (self);
  g_clear_pointer (&self->marks, _esp_marks_free);
  _esp_lens_forget (self, TRUE);
  g_clear_pointer (&self->wide, g_hash_table_unref);
  g_clear_pointer (&self->outside_points, g_free);
  g_clear_pointer (&self->forest, esp_forest_free);
  g_clear_pointer (&self->placements, esp_placements_free);
  g_clear_pointer (&self->filter, esp_filter_unref);
  g_object_unref (self->organization);
  g_object_unref (self->catalogue);
  g_free (self);
}

/* The row of each folded node, so that folds outlive the numbers of nodes. */
static GArray *
collect_folds (EspScene *self)
{
  GArray *folds = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (EspNodeIx node = 0; node < self->forest->tree.n; node++)
    {
      if (self->forest->flags[node] & ESP_NODE_FOLDED)
        g_array_append_val (folds, self->forest->rows[node]);
    }
  return folds;
}

static EspNodeIx
find_node (const EspForest *forest,
           guint32          row)
{
  EspIx ix = row & ESP_FOREST_ROW_MASK;

  if (row & ESP_FOREST_IS_UNIT)
    return ix < forest->n_unit_slots ? forest->nodes_of_units[ix] : ESP_NODE_NONE;
  return ix < forest->n_position_slots ? forest->nodes_of_positions[ix] : ESP_NODE_NONE;
}

/* Builds the forest again and folds what was folded. */
static void
rebuild (EspScene *self)
{
  g_autoptr (GArray) folds = collect_folds (self);
  guint32 top = self->top != ESP_NODE_NONE ? self->forest->rows[self->top] : 0;

  _esp_scene_invalidate (self);
  _esp_scene_forget_mark_sums (self, TRUE);
  esp_forest_free (self->forest);
  self->forest = esp_forest_new (self->organization, self->placements, &self->options, self->filter, NULL);

  for (guint i = 0; i < folds->len; i++)
    {
      EspNodeIx node = find_node (self->forest, g_array_index (folds, guint32, i));

      if (node != ESP_NODE_NONE && self->forest->tree.n_children[node] > 0)
        self->forest->flags[node] |= ESP_NODE_FOLDED;
    }
  if (self->top != ESP_NODE_NONE)
    self->top = find_node (self->forest, top);
}

/**
 * esp_scene_set_filter:
 * @self: a scene
 * @filter: (nullable): what the chart is about; %NULL for everything
 *
 * Shows what matches a filter and what that hangs from; the latter is marked (%ESP_NODE_CONTEXT). Whatever counts, counts what matches. If nobody does,
 * everything is shown so (esp_scene_has_match()). Folds as at first open. Nodes get other numbers, unless the filter asks for the same as before.
 *
 * Time: O(units + positions).
 */
void
esp_scene_set_filter (EspScene  *self,
                      EspFilter *filter)
{
  g_return_if_fail (self != NULL);

  if (!esp_filter_replace (&self->filter, filter))
    return;
  rebuild (self);
  esp_scene_fold_first (self);
}

/**
 * esp_scene_get_filter:
 * @self: a scene
 *
 * Returns: (transfer none) (nullable): what the chart is about; %NULL for everything
 */
EspFilter *
esp_scene_get_filter (EspScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->filter;
}

/**
 * esp_scene_has_match:
 * @self: a scene
 *
 * Returns: whether anybody matches the filter, or there is none
 */
gboolean
esp_scene_has_match (EspScene *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->filter == NULL || self->forest->counts.positions > 0;
}

static void
forget_measures (EspScene *self)
{
  for (EspNodeIx node = 0; node < self->forest->tree.n; node++)
    self->forest->flags[node] &= ~(ESP_FOREST_MEASURED | ESP_FOREST_TWO_LINES);
}

/**
 * esp_scene_update:
 * @self: a scene
 * @change: what a transaction changed
 *
 * Follows a change of the organization. Folds and the isolated branch stay. Changes of words cost O(what changed) and a layout of what is shown; what
 * changes the forest builds it again: O(units + positions).
 *
 * Returns: whether nodes may have got other numbers
 */
gboolean
esp_scene_update (EspScene        *self,
                  const EspChange *change)
{
  g_return_val_if_fail (self != NULL && change != NULL, FALSE);

  if (change->flags & (ESP_CHANGE_SHAPE | ESP_CHANGE_PLACEMENT | ESP_CHANGE_TEXT))
    _esp_lens_forget (self, TRUE);
  if (change->flags & (ESP_CHANGE_SHAPE | ESP_CHANGE_PLACEMENT))
    esp_placements_update (self->placements, change);

  /* names and lines are asked for by filters, too */
  if ((change->flags & (ESP_CHANGE_SHAPE | ESP_CHANGE_PLACEMENT)) || (self->filter != NULL && (change->flags & (ESP_CHANGE_TEXT | ESP_CHANGE_LINES))))
    {
      rebuild (self);
      return TRUE;
    }
  if (change->flags & ESP_CHANGE_TEXT)
    {
      for (guint i = 0; change->positions != NULL && i < change->positions->len; i++)
        {
          EspIx position = g_array_index (change->positions, EspIx, i);
          EspNodeIx node = position < self->forest->n_position_slots ? self->forest->nodes_of_positions[position] : ESP_NODE_NONE;

          if (node != ESP_NODE_NONE)
            self->forest->flags[node] &= ~(ESP_FOREST_MEASURED | ESP_FOREST_TWO_LINES);
        }
      _esp_scene_invalidate (self);
    }
  if (change->flags & ESP_CHANGE_LINES)
    _esp_scene_forget_routes (self);
  return FALSE;
}

/**
 * esp_scene_set_options:
 * @self: a scene
 * @options: which chart, and how
 *
 * Changes the options; another chart is built and folded as at first open, other sizes only lay out what is shown.
 *
 * Returns: whether nodes may have got other numbers
 */
gboolean
esp_scene_set_options (EspScene              *self,
                       const EspSceneOptions *options)
{
  EspSceneOptions old;

  g_return_val_if_fail (self != NULL && options != NULL, FALSE);

  esp_scene_set_lens (self, options->color_by);
  old = self->options;
  self->options = *options;
  if (old.chart != options->chart || old.hide_empty_units != options->hide_empty_units)
    {
      _esp_metrics_init (&self->metrics, options);
      rebuild (self);
      if (old.chart != options->chart)
        {
          self->top = ESP_NODE_NONE;
          esp_scene_fold_first (self);
        }
      return TRUE;
    }

  if (old.density != options->density || old.text_scale != options->text_scale)
    {
      _esp_metrics_init (&self->metrics, options);
      forget_measures (self);
    }
  _esp_scene_invalidate (self);
  return FALSE;
}

/**
 * esp_scene_get_options:
 * @self: a scene
 *
 * Returns: (transfer none): its options
 */
const EspSceneOptions *
esp_scene_get_options (EspScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->options;
}

/**
 * esp_scene_get_organization:
 * @self: a scene
 *
 * Returns: (transfer none): what it shows
 */
EspOrganization *
esp_scene_get_organization (EspScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->organization;
}

/**
 * esp_scene_get_catalogue:
 * @self: a scene
 *
 * Returns: (transfer none): the knowledge it was built with
 */
EspCatalogue *
esp_scene_get_catalogue (EspScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->catalogue;
}

/**
 * esp_scene_get_placements:
 * @self: a scene
 *
 * Returns: (transfer none): where every position sits, as the cards say it
 */
EspPlacements *
esp_scene_get_placements (EspScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->placements;
}

/**
 * esp_scene_get_counts:
 * @self: a scene
 *
 * Returns: (transfer none): counts of everything in the scene, folded or not
 */
const EspSceneCounts *
esp_scene_get_counts (EspScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->forest->counts;
}

/**
 * esp_scene_get_size:
 * @self: a scene
 *
 * Returns: bytes that the scene takes beside the organization
 */
gsize
esp_scene_get_size (EspScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return esp_forest_get_size (self->forest) + esp_shown_get_size (_esp_scene_get_shown (self)) + _esp_lens_get_size (self);
}
