/* esp-scene-bundles.c — very many secondary lines: as many as run from one branch to another are one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-scene"

#include "scene/esp-scene-private.h"

/* Ends are lifted to what they hang from, the deepest first, so many levels at most: in a chain of a hundred thousand nobody sees where lines lead. */
#define MAX_ROUNDS 64

static guint
hash_bundle (gconstpointer key)
{
  const EspRoute *route = key;

  return (route->from * 31 + route->to) * 31 + route->kind;
}

static gboolean
equal_bundles (gconstpointer a,
               gconstpointer b)
{
  const EspRoute *x = a, *y = b;

  return x->from == y->from && x->to == y->to && x->kind == y->kind;
}

static guint
get_level (EspScene *self,
           EspItem   item)
{
  return esp_forest_get_level (self->forest, ESP_ITEM_NODE (item));
}

static guint
find_deepest (EspScene *self,
              GArray   *routes)
{
  guint deepest = 0;

  for (guint i = 0; i < routes->len; i++)
    {
      const EspRoute *route = &g_array_index (routes, EspRoute, i);

      deepest = MAX (deepest, MAX (get_level (self, route->from), get_level (self, route->to)));
    }
  return deepest;
}

static EspItem
lift (EspScene *self,
      EspItem   item,
      guint     level)
{
  EspNodeIx parent = self->forest->tree.parent[ESP_ITEM_NODE (item)];

  return get_level (self, item) < level || parent == ESP_NODE_NONE || ESP_ITEM_NODE (item) == self->top ? item : ESP_ITEM (parent);
}

/* Lifts the ends that are at @level, and makes one of those that now run from the same to the same. */
static GArray *
lift_ends (EspScene *self,
           GArray   *routes,
           guint     level)
{
  GArray *lifted = g_array_sized_new (FALSE, FALSE, sizeof (EspRoute), routes->len);
  g_autoptr (GHashTable) found = g_hash_table_new (hash_bundle, equal_bundles);

  for (guint i = 0; i < routes->len; i++)
    {
      EspRoute *route = &g_array_index (routes, EspRoute, i);
      EspRoute *same;

      route->from = lift (self, route->from, level);
      route->to = lift (self, route->to, level);
      if (route->from == route->to) /* within one branch: not to be seen from here */
        continue;
      same = g_hash_table_lookup (found, route);
      if (same != NULL)
        {
          same->count += route->count;
          continue;
        }
      g_array_append_vals (lifted, route, 1); /* never grows, so that keys stay where they are */
      g_hash_table_add (found, &g_array_index (lifted, EspRoute, lifted->len - 1));
    }
  return lifted;
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  guint32 x = ((const EspRoute *) a)->count, y = ((const EspRoute *) b)->count;

  return (x < y) - (x > y);
}

/* Lines between two items each, both ends of which are shown */
static GArray *
collect_ends (const EspRoute *routes,
              guint32         n)
{
  GArray *ends = g_array_sized_new (FALSE, FALSE, sizeof (EspRoute), n);

  for (guint32 i = 0; i < n; i++)
    {
      EspRoute route = routes[i];

      if (route.is_stub)
        continue;
      route.from = ESP_ITEM (ESP_ITEM_NODE (route.from));
      route.to = ESP_ITEM (ESP_ITEM_NODE (route.to));
      route.points = NULL;
      route.n_points = 0;
      g_array_append_val (ends, route);
    }
  return ends;
}

/* Returns: (transfer full) (element-type EspRoute): at most @max of them, the largest first; how they run is not found yet */
GArray *
_esp_scene_bundle (EspScene       *self,
                   const EspRoute *routes,
                   guint32         n,
                   guint           max)
{
  GArray *bundles = collect_ends (routes, n);

  for (guint round = 0; round < MAX_ROUNDS && bundles->len > max; round++)
    {
      guint level = find_deepest (self, bundles);
      GArray *lifted;

      if (level <= 2)
        break;
      lifted = lift_ends (self, bundles, level);
      g_array_unref (bundles);
      bundles = lifted;
    }
  g_array_sort (bundles, compare_counts);
  g_array_set_size (bundles, MIN (bundles->len, max));
  return bundles;
}
