/* esp-session-ways.c — the ways that a search opened, and folding them again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-session"

#include "session/esp-session-private.h"

/**
 * _esp_session_note_folds:
 * @self: a session
 * @table: %ESP_TABLE_UNITS or %ESP_TABLE_POSITIONS
 * @ix: a row
 * @folded: (element-type EspRowKey): what is folded above the row is appended
 */
void
_esp_session_note_folds (EspSession *self,
                         EspTable    table,
                         EspIx       ix,
                         GArray     *folded)
{
  EspItem item = self->scene != NULL ? esp_scene_find (self->scene, table, ix) : ESP_ITEM_NONE;
  EspNodeIx node;

  if (item == ESP_ITEM_NONE)
    return;
  for (node = esp_scene_get_parent (self->scene, ESP_ITEM_NODE (item)); node != ESP_NODE_NONE; node = esp_scene_get_parent (self->scene, node))
    if (esp_scene_is_folded (self->scene, node))
      {
        EspTable row_table;
        EspIx row_ix = esp_scene_get_row (self->scene, ESP_ITEM (node), &row_table);
        EspRowKey key = ESP_ROW_KEY (row_table, row_ix);

        g_array_append_val (folded, key);
      }
}

/* The nodes above what is selected */
static GHashTable *
find_way (EspSession *self)
{
  GHashTable *way = g_hash_table_new (NULL, NULL);
  EspItem item = self->selected_ix != ESP_IX_NONE ? esp_scene_find (self->scene, self->selected_table, self->selected_ix) : ESP_ITEM_NONE;
  EspNodeIx node = item != ESP_ITEM_NONE ? ESP_ITEM_NODE (item) : ESP_NODE_NONE;

  while (node != ESP_NODE_NONE && (node = esp_scene_get_parent (self->scene, node)) != ESP_NODE_NONE)
    g_hash_table_add (way, GUINT_TO_POINTER (node));
  return way;
}

/**
 * _esp_session_restore_folds:
 * @self: a session
 * @folded: (inout) (element-type EspRowKey): what was noted; empty afterwards
 *
 * Folds again what was noted, except what is above the selection: nobody loses what was found by closing the search.
 */
void
_esp_session_restore_folds (EspSession *self,
                            GArray     *folded)
{
  g_autoptr (GHashTable) way = NULL;
  gboolean has_changed = FALSE;

  if (self->scene == NULL || folded->len == 0)
    return;
  way = find_way (self);
  for (guint i = 0; i < folded->len; i++)
    {
      EspRowKey key = g_array_index (folded, EspRowKey, i);
      EspItem item = esp_scene_find (self->scene, ESP_ROW_TABLE (key), ESP_ROW_IX (key));

      if (item != ESP_ITEM_NONE && !g_hash_table_contains (way, GUINT_TO_POINTER (ESP_ITEM_NODE (item))))
        has_changed |= esp_scene_set_folded (self->scene, ESP_ITEM_NODE (item), TRUE);
    }
  g_array_set_size (folded, 0);
  if (has_changed)
    _esp_session_emit (self, ESP_SESSION_LAYOUT_CHANGED);
}
