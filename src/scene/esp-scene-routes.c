/* esp-scene-routes.c — the secondary lines: which are drawn, from where to where, and how they run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-scene"

#include "scene/esp-route-finder.h"
#include "scene/esp-scene-private.h"

#define STUB_LENGTH 18.0
#define STUB_STEP 12.0

/* So many lines are led around cards when all are asked for; where there are more nobody can follow one. */
#define N_MAX_AROUND 1500

/* No way runs farther from the two cards than this. */
#define MAX_DETOUR 60.0

/* Lines that are drawn as one: the same folded card, far end and kind; or the same card and kind, and far ends that are not in view */
typedef struct
{
  EspItem     from;
  EspItem     to;
  EspLineKind kind;
} RouteKey;

static guint
hash_key (gconstpointer key)
{
  const RouteKey *k = key;

  return (k->from * 31 + k->to) * 31 + k->kind;
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const RouteKey *x = a;
  const RouteKey *y = b;

  return x->from == y->from && x->to == y->to && x->kind == y->kind;
}

static EspItem
find_shown (EspScene *self,
            EspIx     position,
            gboolean *is_folded)
{
  EspItem item = esp_scene_find (self, ESP_TABLE_POSITIONS, position);
  EspItem shown = item != ESP_ITEM_NONE ? esp_scene_get_shown (self, item) : ESP_ITEM_NONE;

  *is_folded |= shown != ESP_ITEM_NONE && shown != item;
  return shown;
}

static void
add_line (EspScene      *self,
          EspIx          position,
          const EspLine *line,
          gpointer       bundles)
{
  EspRoute route = { .from_position = position, .count = 1 };
  RouteKey *key;
  gpointer found;

  route.to_position = esp_organization_find (self->organization, ESP_TABLE_POSITIONS, line->to);
  if (route.to_position == ESP_IX_NONE || route.to_position == position)
    return;
  route.kind = esp_line_kind_from_string (esp_organization_get_string (self->organization, line->kind));
  if (self->hidden_lines & (1u << route.kind))
    return;
  route.from = find_shown (self, position, &route.is_folded);
  route.to = find_shown (self, route.to_position, &route.is_folded);
  if (route.from == route.to)
    return;

  route.is_stub = route.from == ESP_ITEM_NONE || route.to == ESP_ITEM_NONE;
  if (!route.is_folded && !route.is_stub)
    {
      g_array_append_val (self->routes, route);
      return;
    }

  key = g_new (RouteKey, 1);
  *key = (RouteKey){ route.from, route.to, route.kind };
  if (g_hash_table_lookup_extended (bundles, key, NULL, &found))
    {
      g_array_index (self->routes, EspRoute, GPOINTER_TO_UINT (found)).count++;
      g_free (key);
      return;
    }
  g_hash_table_insert (bundles, key, GUINT_TO_POINTER (self->routes->len));
  g_array_append_val (self->routes, route);
}

typedef void (*LineFunc) (EspScene      *self,
                          EspIx          position,
                          const EspLine *line,
                          gpointer       user_data);

static void
for_each_line (EspScene *self,
               LineFunc  func,
               gpointer  user_data)
{
  const guint32 *lines = esp_organization_peek_column (self->organization, ESP_TABLE_POSITIONS, ESP_POSITION_LINES);
  guint32 n_positions;
  const EspIx *order = esp_organization_get_order (self->organization, ESP_TABLE_POSITIONS, &n_positions);

  for (guint32 i = 0; i < n_positions && lines != NULL; i++)
    {
      guint32 n;
      const guint32 *words;

      if (lines[order[i]] == 0)
        continue;
      words = esp_organization_get_list (self->organization, lines[order[i]], &n);
      for (guint32 k = 0; k < n / ESP_LINE_WORDS; k++)
        func (self, order[i], (const EspLine *) words + k, user_data);
    }
}

/* Which lines are drawn. How they run is found when somebody asks for them. */
static void
collect_routes (EspScene *self)
{
  g_autoptr (GHashTable) bundles = g_hash_table_new_full (hash_key, equal_keys, g_free, NULL);

  self->routes = g_array_new (FALSE, FALSE, sizeof (EspRoute));
  self->route_points = g_ptr_array_new_with_free_func (g_free);
  for_each_line (self, add_line, bundles);
}

static void
count_line (EspScene      *self,
            EspIx          position,
            const EspLine *line,
            gpointer       counts)
{
  ((guint32 *) counts)[esp_line_kind_from_string (esp_organization_get_string (self->organization, line->kind))]++;
}

static GArray *
get_routes (EspScene *self)
{
  _esp_scene_get_shown (self);
  if (self->routes == NULL)
    collect_routes (self);
  return self->routes;
}

static guint
get_lane (EspItem item)
{
  return (guint) (((guint64) item * 2654435761u) >> 16);
}

static void
set_points (EspScene       *self,
            EspRoute       *route,
            const EspPoint *points,
            guint           n_points)
{
  EspPoint *kept = g_memdup2 (points, n_points * sizeof *points);

  g_ptr_array_add (self->route_points, kept);
  route->points = kept;
  route->n_points = n_points;
}

static void
run_stub (EspScene *self,
          EspRoute *route)
{
  gboolean is_turned = self->options.direction == ESP_DIRECTION_RIGHT || self->options.direction == ESP_DIRECTION_LEFT;
  double slot = STUB_STEP * ((int) route->kind - ESP_LINE_FUNCTIONAL);
  EspPoint points[2];
  EspRect rect;

  if (!esp_scene_get_item_rect (self, route->from != ESP_ITEM_NONE ? route->from : route->to, &rect))
    return;
  points[0] = is_turned ? (EspPoint){ rect.x + rect.width / 2.0 + slot, rect.y + rect.height }
                        : (EspPoint){ rect.x + rect.width, rect.y + rect.height / 2.0 + slot };
  points[1] = is_turned ? (EspPoint){ points[0].x, points[0].y + STUB_LENGTH } : (EspPoint){ points[0].x + STUB_LENGTH, points[0].y };
  set_points (self, route, points, 2);
}

/* Finds how a line runs, unless that is known as well as it is wanted. */
static void
run_route (EspScene *self,
           EspRoute *route,
           gboolean  is_rough)
{
  EspPoint points[ESP_ROUTE_MAX_POINTS];
  EspRect from, to;
  guint n;

  if (route->n_points > 0 && (is_rough || !route->is_rough))
    return;
  if (route->is_stub)
    {
      run_stub (self, route);
      return;
    }
  if (!esp_scene_get_item_rect (self, route->from, &from) || !esp_scene_get_item_rect (self, route->to, &to))
    return;
  n = esp_route_find (self->shown, &from, &to, get_lane (route->to), (int) route->kind - ESP_LINE_FUNCTIONAL, is_rough, points);
  route->is_rough = is_rough;
  set_points (self, route, points, n);
}

void
_esp_scene_forget_routes (EspScene *self)
{
  g_clear_pointer (&self->routes, g_array_unref);
  g_clear_pointer (&self->bundles, g_array_unref);
  g_clear_pointer (&self->route_points, g_ptr_array_unref);
}

/**
 * esp_scene_set_hidden_lines:
 * @self: a scene
 * @kinds: bits 1 << #EspLineKind
 *
 * Leaves out the secondary lines of some kinds.
 */
void
esp_scene_set_hidden_lines (EspScene *self,
                            guint     kinds)
{
  g_return_if_fail (self != NULL);

  if (self->hidden_lines == kinds)
    return;
  self->hidden_lines = kinds;
  _esp_scene_forget_routes (self);
}

/**
 * esp_scene_count_lines:
 * @self: a scene
 * @counts: (out caller-allocates): by #EspLineKind: how many secondary lines positions have, shown or not
 *
 * Time: O(positions).
 */
void
esp_scene_count_lines (EspScene *self,
                       guint32   counts[ESP_LINE_N_KINDS])
{
  g_return_if_fail (self != NULL && counts != NULL);

  for (guint kind = 0; kind < ESP_LINE_N_KINDS; kind++)
    counts[kind] = 0;
  for_each_line (self, count_line, counts);
}

/**
 * esp_scene_get_n_routes:
 * @self: a scene
 *
 * Returns: how many secondary lines are drawn when everything is in view
 */
guint32
esp_scene_get_n_routes (EspScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return get_routes (self)->len;
}

/**
 * esp_scene_get_routes:
 * @self: a scene
 * @n: (out): how many there are
 *
 * Time: O(lines × log n), the first time after a fold. Of more than 1,500 the others are rough.
 *
 * Returns: (transfer none) (array length=n): all secondary lines as they are drawn; valid until the next fold or change
 */
const EspRoute *
esp_scene_get_routes (EspScene *self,
                      guint32  *n)
{
  GArray *routes;

  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  routes = get_routes (self);
  for (guint i = 0; i < routes->len; i++)
    run_route (self, &g_array_index (routes, EspRoute, i), i >= N_MAX_AROUND);
  *n = routes->len;
  return (const EspRoute *) routes->data;
}

/* Whether a line may cross @world: as it runs, or without knowing that. */
static gboolean
may_cross (EspScene       *self,
           const EspRoute *route,
           const EspRect  *world)
{
  EspRect bounds = { 0.0 };
  EspRect to;

  if (route->n_points > 0)
    {
      bounds = (EspRect){ route->points[0].x, route->points[0].y, 0.0, 0.0 };
      for (guint i = 1; i < route->n_points; i++)
        bounds = esp_rect_union (&bounds, &(EspRect){ route->points[i].x, route->points[i].y, 0.0, 0.0 });
      bounds = esp_rect_grow (&bounds, 1.0);
      return esp_rect_overlaps (&bounds, world);
    }
  if (route->from != ESP_ITEM_NONE)
    esp_scene_get_item_rect (self, route->from, &bounds);
  if (route->to != ESP_ITEM_NONE && esp_scene_get_item_rect (self, route->to, &to))
    bounds = route->from != ESP_ITEM_NONE ? esp_rect_union (&bounds, &to) : to;
  bounds = esp_rect_grow (&bounds, MAX_DETOUR);
  return esp_rect_overlaps (&bounds, world);
}

/**
 * esp_scene_query_routes:
 * @self: a scene
 * @world: a rectangle
 * @out: (element-type EspRoute): secondary lines that may cross @world are appended, borrowed until the next fold or change; they are rough where
 *   esp_scene_lead_around() did not mend that
 *
 * Time: O(lines).
 *
 * Returns: how many were appended
 */
guint
esp_scene_query_routes (EspScene      *self,
                        const EspRect *world,
                        GPtrArray     *out)
{
  GArray *routes;
  guint n_before;

  g_return_val_if_fail (self != NULL && world != NULL && out != NULL, 0);

  n_before = out->len;
  routes = get_routes (self);
  for (guint i = 0; i < routes->len; i++)
    {
      EspRoute *route = &g_array_index (routes, EspRoute, i);

      if (!may_cross (self, route, world))
        continue;
      run_route (self, route, TRUE);
      g_ptr_array_add (out, route);
    }
  return out->len - n_before;
}

/**
 * esp_scene_lead_around:
 * @self: a scene
 * @route: a route of it, borrowed from esp_scene_query_routes()
 *
 * Finds how a rough line runs around the cards; it may cross another part of the chart then.
 *
 * Time: O(log n) for each card it has to run around; some tenths of a millisecond for a long one.
 */
void
esp_scene_lead_around (EspScene *self,
                       EspRoute *route)
{
  g_return_if_fail (self != NULL && route != NULL);

  run_route (self, route, FALSE);
}

/**
 * esp_scene_query_bundles:
 * @self: a scene
 * @world: a rectangle
 * @max: so many at most; the same at each call
 * @out: (element-type EspRoute): bundles that may cross @world are appended, borrowed until the next fold or change
 *
 * Very many secondary lines, made few: what runs from one branch to another, with the same kind, is one, with their count. Branches are as small as the
 * number allows; what stays within one is left out.
 *
 * Time: O(lines × levels) the first time after a fold, then O(@max).
 *
 * Returns: how many were appended
 */
guint
esp_scene_query_bundles (EspScene      *self,
                         const EspRect *world,
                         guint          max,
                         GPtrArray     *out)
{
  guint n_before;

  g_return_val_if_fail (self != NULL && world != NULL && out != NULL, 0);

  n_before = out->len;
  if (self->bundles == NULL)
    {
      GArray *routes = get_routes (self);

      self->bundles = _esp_scene_bundle (self, (const EspRoute *) routes->data, routes->len, max);
    }
  for (guint i = 0; i < self->bundles->len; i++)
    {
      EspRoute *route = &g_array_index (self->bundles, EspRoute, i);

      run_route (self, route, TRUE);
      if (route->n_points > 0 && may_cross (self, route, world))
        g_ptr_array_add (out, route);
    }
  return out->len - n_before;
}

/**
 * esp_scene_get_item_routes:
 * @self: a scene
 * @item: an item
 * @out: (element-type EspRoute): copies of the secondary lines that begin or end at it are appended
 *
 * Returns: how many were appended
 */
guint
esp_scene_get_item_routes (EspScene *self,
                           EspItem   item,
                           GArray   *out)
{
  GArray *routes;
  guint n = 0;

  g_return_val_if_fail (self != NULL && out != NULL, 0);

  routes = get_routes (self);
  for (guint i = 0; i < routes->len; i++)
    {
      EspRoute *route = &g_array_index (routes, EspRoute, i);

      if (route->from == item || route->to == item)
        {
          run_route (self, route, FALSE);
          g_array_append_vals (out, route, 1);
          n++;
        }
    }
  return n;
}

/**
 * esp_scene_get_route_text:
 * @self: a scene
 * @route: a route of it
 *
 * Returns: (transfer full) (nullable): what stands at the far end: the name of the end that is not in view (“Head of PMO”, “Head of PMO +2”), how many
 *   lines end at a folded card (“3”), or nothing
 */
char *
esp_scene_get_route_text (EspScene       *self,
                          const EspRoute *route)
{
  const char *title;

  g_return_val_if_fail (self != NULL && route != NULL, NULL);

  if (!route->is_stub)
    return route->count > 1 ? g_strdup_printf ("%u", route->count) : NULL;
  title = esp_position_get_title (self->organization, route->from == ESP_ITEM_NONE ? route->from_position : route->to_position);
  return route->count > 1 ? g_strdup_printf ("%s +%u", title, route->count - 1) : g_strdup (title);
}

/**
 * esp_scene_get_outside_route:
 * @self: a scene
 * @item: an item
 * @route: (out caller-allocates): how its solid line runs; its points are borrowed until this is asked again
 *
 * In the structure chart a solid line that leaves the unit does not shape the chart: it is a plain thin line, drawn while one end is selected.
 *
 * Returns: whether @item has such a line and its far end is in view
 */
gboolean
esp_scene_get_outside_route (EspScene *self,
                             EspItem   item,
                             EspRoute *route)
{
  EspTable table;
  EspIx position;
  gboolean is_folded = FALSE;
  EspRect from, to;

  g_return_val_if_fail (self != NULL && route != NULL, FALSE);

  position = esp_scene_get_row (self, item, &table);
  if (self->options.chart != ESP_CHART_STRUCTURE || table != ESP_TABLE_POSITIONS || (_esp_scene_item_flags (self, item) & ESP_NODE_OUTSIDE) == 0)
    return FALSE;

  *route = (EspRoute){ .kind = ESP_LINE_SECOND, .from = item, .from_position = position, .count = 1 };
  route->to_position = esp_position_get_manager (self->organization, position);
  route->to = find_shown (self, route->to_position, &is_folded);
  route->is_folded = is_folded;
  if (route->to == ESP_ITEM_NONE || route->to == item || !esp_scene_get_item_rect (self, item, &from) || !esp_scene_get_item_rect (self, route->to, &to))
    return FALSE;
  if (self->outside_points == NULL)
    self->outside_points = g_new (EspPoint, ESP_ROUTE_MAX_POINTS);
  route->points = self->outside_points;
  route->n_points = esp_route_find (self->shown, &from, &to, get_lane (route->to), 0, FALSE, self->outside_points);
  return TRUE;
}
