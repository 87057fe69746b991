/* esp-card-path.c — where a card hangs, in words: the names above it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-scene"

#include "scene/esp-card.h"

#include "core/esp-i18n.h"
#include "scene/esp-scene-private.h"

#define MAX_CLIMB 64 /* names further above are not looked for */
#define MAX_NEAR  4  /* names just above that are told */

/**
 * esp_card_get_name:
 * @scene: a scene
 * @item: an item of it
 *
 * Returns: (transfer none): the name of the unit, the title of the position, or how many a stand-in stands for
 */
const char *
esp_card_get_name (EspScene *scene,
                   EspItem   item)
{
  EspTable table;
  EspIx ix;
  guint32 n_more;

  g_return_val_if_fail (scene != NULL, NULL);

  n_more = esp_scene_get_n_more (scene, ESP_ITEM_NODE (item));
  if (n_more > 0)
    {
      /* Translators: on a card that stands for those of a manager that are not shown one by one */
      g_autofree char *name = g_strdup_printf (_("+%'u more"), n_more);

      return g_intern_string (name);
    }
  ix = esp_scene_get_row (scene, item, &table);
  return table == ESP_TABLE_UNITS ? esp_unit_get_name (scene->organization, ix) : esp_position_get_title (scene->organization, ix);
}

/**
 * esp_card_get_path:
 * @scene: a scene
 * @item: an item of it
 *
 * Time: O(1), however deep it hangs.
 *
 * Returns: (transfer full): the names above it, from the top: “Quayborne › Engineering › Platform”; a long way is told by its ends; "" at the top
 */
char *
esp_card_get_path (EspScene *scene,
                   EspItem   item)
{
  const EspTree *tree;
  EspNodeIx above[MAX_CLIMB];
  EspNodeIx node = ESP_ITEM_NODE (item);
  guint n = 0;
  gboolean is_whole;
  g_autoptr (GString) path = g_string_new (NULL);

  g_return_val_if_fail (scene != NULL, NULL);

  tree = &scene->forest->tree;
  if (!ESP_ITEM_IS_HEAD (item))
    node = tree->parent[node];
  for (; node != ESP_NODE_NONE && n < MAX_CLIMB; node = tree->parent[node])
    above[n++] = node;
  is_whole = node == ESP_NODE_NONE;

  for (guint i = n; i-- > 0;)
    {
      gboolean is_top = is_whole && i == n - 1;

      if (!is_top && i > MAX_NEAR)
        continue;
      if (path->len > 0)
        /* Translators: between the names of a way down the chart; mind the spaces */
        g_string_append (path, _(" › "));
      g_string_append (path, is_top || i < MAX_NEAR ? esp_card_get_name (scene, ESP_ITEM (above[i])) : "…");
    }
  return g_string_free (g_steal_pointer (&path), FALSE);
}
