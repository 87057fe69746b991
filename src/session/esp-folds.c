/* esp-folds.c — what of a chart is folded, by what outlives its scene
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-session"

#include "session/esp-folds.h"

struct _EspFolds
{
  gatomicrefcount ref_count;
  guint8         *units; /* FOLD_ of each slot */
  guint8         *positions;
  guint32         n_units;
  guint32         n_positions;
  EspTable        top_table;
  EspIx           top_ix; /* ESP_IX_NONE: nothing is isolated */
  GArray         *wide;   /* as esp_scene_list_wide() has them */
};

enum
{
  FOLD_UNKNOWN,
  FOLD_OPEN,
  FOLD_FOLDED,
};

static guint8 *
find_fold (EspFolds *self,
           EspTable  table,
           EspIx     ix)
{
  if (table == ESP_TABLE_UNITS)
    return ix < self->n_units ? &self->units[ix] : NULL;
  return ix < self->n_positions ? &self->positions[ix] : NULL;
}

/**
 * _esp_folds_new:
 * @scene: a scene
 *
 * Time: O(nodes).
 *
 * Returns: (transfer full): how it is folded now, and what of it is isolated
 */
EspFolds *
_esp_folds_new (EspScene *scene)
{
  EspOrganization *organization = esp_scene_get_organization (scene);
  EspFolds *self = g_new0 (EspFolds, 1);
  guint32 n_nodes = esp_scene_get_n_nodes (scene);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_units = esp_organization_get_n_slots (organization, ESP_TABLE_UNITS);
  self->n_positions = esp_organization_get_n_slots (organization, ESP_TABLE_POSITIONS);
  self->units = g_new0 (guint8, self->n_units);
  self->positions = g_new0 (guint8, self->n_positions);
  for (EspNodeIx node = 0; node < n_nodes; node++)
    {
      EspTable table;
      EspIx ix;
      guint8 *fold;

      if (!esp_scene_can_fold (scene, node))
        continue;
      ix = esp_scene_get_row (scene, ESP_ITEM (node), &table);
      fold = find_fold (self, table, ix);
      if (fold != NULL)
        *fold = esp_scene_is_folded (scene, node) ? FOLD_FOLDED : FOLD_OPEN;
    }
  self->wide = esp_scene_list_wide (scene);
  self->top_ix = ESP_IX_NONE;
  if (esp_scene_get_top (scene) != ESP_NODE_NONE)
    self->top_ix = esp_scene_get_row (scene, ESP_ITEM (esp_scene_get_top (scene)), &self->top_table);
  return self;
}

EspFolds *
_esp_folds_ref (EspFolds *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
_esp_folds_unref (EspFolds *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->wide);
  g_free (self->units);
  g_free (self->positions);
  g_free (self);
}

/**
 * _esp_folds_apply:
 * @self: folds of another scene of the same organization
 * @scene: a scene
 *
 * Folds a scene, and isolates what was isolated. What was not in the other scene stays as it is.
 *
 * Time: O(nodes).
 */
void
_esp_folds_apply (EspFolds *self,
                  EspScene *scene)
{
  guint32 n_nodes = esp_scene_get_n_nodes (scene);

  esp_scene_take_wide (scene, self->wide);
  for (EspNodeIx node = 0; node < n_nodes; node++)
    {
      EspTable table;
      EspIx ix;
      guint8 *fold;

      if (!esp_scene_can_fold (scene, node))
        continue;
      ix = esp_scene_get_row (scene, ESP_ITEM (node), &table);
      fold = find_fold (self, table, ix);
      if (fold != NULL && *fold != FOLD_UNKNOWN && (*fold == FOLD_FOLDED) != esp_scene_is_folded (scene, node))
        esp_scene_set_folded (scene, node, *fold == FOLD_FOLDED);
    }
  if (self->top_ix != ESP_IX_NONE)
    {
      EspItem top = esp_scene_find (scene, self->top_table, self->top_ix);

      if (top != ESP_ITEM_NONE)
        esp_scene_set_top (scene, ESP_ITEM_NODE (top));
    }
}
