/* test-filter.c — filters against asking every position by hand, on random organizations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "organizations.h"

#include <string.h>

#define N_RANDOM 150

/* Values that positions may have, and one that none has */
static const char *const values[ESP_N_FACETS][5] = {
  [ESP_FACET_SCOPE] = { "internal", "external", "unknown" },
  [ESP_FACET_UNIT_KIND] = { "pmo", "coe", "program", "department", "team" },
  [ESP_FACET_FUNCTION] = { "it", "sales", "no-such-function", "", "legal" },
  [ESP_FACET_ROLE] = { "program-manager", "software-engineer", "no-such-role", "", "not-in-the-file" },
  [ESP_FACET_LEVEL] = { "senior", "staff", "no-such-level", "", "not-in-the-file" },
  [ESP_FACET_VACANT] = { "yes" },
  [ESP_FACET_LINES] = { "yes" },
  [ESP_FACET_SEATS] = { "yes" },
};

static EspFilter *
pick_filter (GRand *rand)
{
  EspFilter *filter = esp_filter_new ();

  for (guint facet = 0; facet < ESP_N_FACETS; facet++)
    for (guint i = 0; i < 5 && values[facet][i] != NULL && g_rand_int_range (rand, 0, 3) == 0; i++)
      {
        EspFilter *more = esp_filter_with (filter, facet, values[facet][g_rand_int_range (rand, 0, 5) % (i + 1)]);

        esp_filter_unref (filter);
        filter = more;
      }
  return filter;
}

static gboolean
has_text (EspOrganization *organization,
          EspIx            position,
          EspField         field,
          const char      *value)
{
  const char *text = esp_organization_get_text (organization, ESP_TABLE_POSITIONS, position, field);

  return g_str_equal (text != NULL ? text : "", value);
}

static gboolean
has_lines (EspOrganization *organization,
           EspIx            position)
{
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, ESP_TABLE_POSITIONS, &n);

  for (guint32 i = 0; i < n; i++)
    {
      guint32 n_words;
      const guint32 *words = esp_organization_get_list (
        organization, esp_organization_get (organization, ESP_TABLE_POSITIONS, order[i], ESP_POSITION_LINES), &n_words);

      if (order[i] == position && n_words > 0)
        return TRUE;
      for (guint32 k = 0; k < n_words / ESP_LINE_WORDS; k++)
        if (esp_organization_find (organization, ESP_TABLE_POSITIONS, ((const EspLine *) words)[k].to) == position)
          return TRUE;
    }
  return FALSE;
}

static gboolean
has_kind (EspOrganization    *organization,
          const EspPlacement *placement,
          EspIx               position,
          const char         *value)
{
  static const char *const kinds[ESP_PLACE_N_KINDS] = { [ESP_PLACE_PMO] = "pmo", [ESP_PLACE_COE] = "coe", [ESP_PLACE_PROGRAM] = "program" };
  EspIx unit = esp_position_get_unit (organization, position);

  if (unit != ESP_IX_NONE && g_str_equal (esp_unit_kind_to_string (esp_unit_get_kind (organization, unit)), value))
    return TRUE;
  return g_strcmp0 (kinds[placement->kind], value) == 0;
}

static gboolean
has_scope (EspServes   serves,
           const char *value)
{
  gboolean is_either = serves == ESP_SERVES_USUALLY_EITHER;

  if (g_str_equal (value, "unknown"))
    return serves == ESP_SERVES_UNKNOWN;
  if (g_str_equal (value, "internal"))
    return is_either || serves == ESP_SERVES_INTERNAL || serves == ESP_SERVES_USUALLY_INTERNAL;
  return is_either || serves == ESP_SERVES_EXTERNAL || serves == ESP_SERVES_USUALLY_EXTERNAL;
}

static gboolean
has_value (EspScene   *scene,
           EspIx       position,
           EspFacet    facet,
           const char *value)
{
  EspOrganization *organization = esp_scene_get_organization (scene);
  EspPlacement placement = esp_placements_get (esp_scene_get_placements (scene), position);

  switch (facet)
    {
    case ESP_FACET_SCOPE:
      return has_scope (placement.serves, value);
    case ESP_FACET_UNIT_KIND:
      return has_kind (organization, &placement, position, value);
    case ESP_FACET_FUNCTION:
      return g_str_equal (placement.function != ESP_STR_NONE ? esp_organization_get_string (organization, placement.function) : "", value);
    case ESP_FACET_ROLE:
      return has_text (organization, position, ESP_POSITION_ROLE, value);
    case ESP_FACET_LEVEL:
      return has_text (organization, position, ESP_POSITION_LEVEL, value);
    case ESP_FACET_VACANT:
      return esp_position_get_state (organization, position) == ESP_STATE_VACANT;
    case ESP_FACET_LINES:
      return has_lines (organization, position);
    case ESP_FACET_SEATS:
      return placement.is_seat;
    case ESP_N_FACETS:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
matches (EspScene  *scene,
         EspFilter *filter,
         EspIx      position)
{
  for (guint facet = 0; facet < ESP_N_FACETS; facet++)
    {
      const char *const *wanted = esp_filter_get_values (filter, facet);
      gboolean has_any = wanted[0] == NULL;

      for (guint i = 0; wanted[i] != NULL; i++)
        has_any |= has_value (scene, position, facet, wanted[i]);
      if (!has_any)
        return FALSE;
    }
  return TRUE;
}

/* The position at a node, docked or not; ESP_IX_NONE for a plate without a head */
static EspIx
get_position (EspScene  *scene,
              EspNodeIx  node)
{
  return esp_scene_get_unit (scene, node) != ESP_IX_NONE ? esp_scene_get_head (scene, node) : esp_scene_get_row (scene, ESP_ITEM (node), NULL);
}

static guint64
get_key (EspScene  *scene,
         EspNodeIx  node)
{
  EspTable table;
  EspIx ix;

  if (node == ESP_NODE_NONE)
    return G_MAXUINT64;
  ix = esp_scene_get_row (scene, ESP_ITEM (node), &table);
  return (guint64) table << 32 | ix;
}

/* Which nodes of the whole chart have a match at or below them, by climbing from every match */
static guint8 *
find_kept (EspScene  *all,
           EspFilter *filter,
           guint     *n_matches)
{
  guint8 *kept = g_new0 (guint8, esp_scene_get_n_nodes (all) + 1);

  *n_matches = 0;
  for (EspNodeIx node = 0; node < esp_scene_get_n_nodes (all); node++)
    {
      EspIx position = get_position (all, node);

      if (position == ESP_IX_NONE || !matches (all, filter, position))
        continue;
      (*n_matches)++;
      for (EspNodeIx above = node; above != ESP_NODE_NONE; above = esp_scene_get_parent (all, above))
        kept[above] = 1;
    }
  return kept;
}

static void
check_node (EspScene  *scene,
            EspFilter *filter,
            EspNodeIx  node)
{
  EspIx position = get_position (scene, node);
  EspItem item = esp_scene_get_unit (scene, node) != ESP_IX_NONE ? ESP_ITEM_HEAD (node) : ESP_ITEM (node);
  EspNodeFlags flags;
  EspTotals totals;
  guint n_below = 0, n_seats = 0, n_vacant = 0;

  if (position != ESP_IX_NONE)
    {
      flags = esp_scene_get_item_flags (scene, item);
      g_assert_cmpint ((flags & ESP_NODE_CONTEXT) == 0, ==, matches (scene, filter, position));
      if (flags & ESP_NODE_CONTEXT)
        g_assert_cmpuint (flags & (ESP_NODE_SEAT | ESP_NODE_VACANT), ==, 0);
    }
  for (EspNodeIx other = 0; other < esp_scene_get_n_nodes (scene); other++)
    {
      EspNodeIx above = other;
      EspIx found = get_position (scene, other);

      while (above != ESP_NODE_NONE && above != node)
        above = esp_scene_get_parent (scene, above);
      if (above != node || (other == node && esp_scene_get_unit (scene, node) == ESP_IX_NONE) || found == ESP_IX_NONE || !matches (scene, filter, found))
        continue;
      n_below++;
      n_seats += esp_placements_get (esp_scene_get_placements (scene), found).is_seat;
      n_vacant += esp_position_get_state (esp_scene_get_organization (scene), found) == ESP_STATE_VACANT;
    }
  esp_scene_get_totals (scene, node, &totals);
  g_assert_cmpuint (totals.total, ==, n_below);
  g_assert_cmpuint (totals.seats, ==, n_seats);
  g_assert_cmpuint (totals.vacant, ==, n_vacant);
}

/* What is kept hangs where it hung; everything shown is counted as a match or marked as not being one. */
static void
check_filtered (EspScene  *all,
                EspScene  *scene,
                EspFilter *filter)
{
  guint n_matches, n_kept = 0;
  g_autofree guint8 *kept = find_kept (all, filter, &n_matches);
  EspSceneCounts seen;
  EspRect bounds;

  g_assert_cmpint (esp_scene_has_match (scene), ==, n_matches > 0);
  for (EspNodeIx node = 0; node < esp_scene_get_n_nodes (all); node++)
    {
      EspTable table;
      EspIx ix = esp_scene_get_row (all, ESP_ITEM (node), &table);
      EspItem item = esp_scene_find (scene, table, ix);

      if (!kept[node] && n_matches > 0)
        {
          g_assert_cmpuint (item, ==, ESP_ITEM_NONE);
          continue;
        }
      n_kept++;
      g_assert_cmpuint (item, !=, ESP_ITEM_NONE);
      g_assert_cmpuint (get_key (scene, esp_scene_get_parent (scene, ESP_ITEM_NODE (item))), ==, get_key (all, esp_scene_get_parent (all, node)));
    }
  g_assert_cmpuint (esp_scene_get_n_nodes (scene), ==, n_kept);
  for (EspNodeIx node = 0; node < n_kept; node++)
    check_node (scene, filter, node);
  g_assert_cmpuint (esp_scene_get_counts (scene)->positions, ==, n_matches);
  esp_scene_fold_to_level (scene, 0);
  esp_scene_get_bounds (scene, &bounds);
  esp_scene_count_visible (scene, &bounds, &seen);
  g_assert_cmpuint (seen.positions, ==, n_matches);
  g_assert_cmpuint (seen.seats, ==, esp_scene_get_counts (scene)->seats);
  g_assert_cmpuint (seen.vacant, ==, esp_scene_get_counts (scene)->vacant);
}

static GArray *
get_rows (EspScene *scene)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (EspNodeIx node = 0; node < esp_scene_get_n_nodes (scene); node++)
    {
      guint64 key = get_key (scene, node);

      g_array_append_val (rows, key);
    }
  return rows;
}

static void
test_random (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < N_RANDOM; round++)
    {
      g_autoptr (EspOrganization) organization = organization_at_random (rand, (guint) g_rand_int_range (rand, 1, 60));
      g_autoptr (EspFilter) filter = pick_filter (rand);
      g_autoptr (EspFilter) other = pick_filter (rand);
      EspSceneOptions options = ESP_SCENE_OPTIONS_INIT;
      g_autoptr (EspScene) all = NULL;
      g_autoptr (EspScene) scene = NULL;
      g_autoptr (GArray) before = NULL;
      g_autoptr (GArray) after = NULL;

      options.chart = g_rand_boolean (rand) ? ESP_CHART_STRUCTURE : ESP_CHART_REPORTING;
      all = esp_scene_new (organization, esp_catalogue_get_default (), &options, NULL);
      scene = esp_scene_new_filtered (organization, esp_catalogue_get_default (), &options, filter, NULL);
      before = get_rows (all);
      if (!esp_filter_is_empty (filter))
        check_filtered (all, scene, filter);
      esp_scene_set_filter (scene, other);
      g_assert_true (esp_filter_equal (esp_scene_get_filter (scene), other));
      if (!esp_filter_is_empty (other))
        check_filtered (all, scene, other);
      esp_scene_set_filter (scene, NULL);
      after = get_rows (scene);
      g_assert_cmpmem (before->data, before->len * sizeof (guint64), after->data, after->len * sizeof (guint64));
      g_assert_true (esp_scene_has_match (scene));
    }
}

/* What can be chosen from has what positions have, with how many. */
static void
test_values (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < N_RANDOM / 3; round++)
    {
      g_autoptr (EspOrganization) organization = organization_at_random (rand, (guint) g_rand_int_range (rand, 1, 60));
      EspSceneOptions options = ESP_SCENE_OPTIONS_INIT;
      g_autoptr (EspScene) scene = esp_scene_new (organization, esp_catalogue_get_default (), &options, NULL);

      for (guint facet = 0; facet < ESP_N_FACETS; facet++)
        {
          g_autoptr (GPtrArray) listed =
              esp_facet_list_values (facet, organization, esp_catalogue_get_default (), esp_scene_get_placements (scene));

          for (guint i = 0; i < listed->len; i++)
            {
              const EspFacetValue *value = g_ptr_array_index (listed, i);
              g_autoptr (EspFilter) filter = esp_filter_with (NULL, facet, value->value);
              guint32 n;
              g_autofree guint8 *found = esp_filter_match (filter, organization, esp_scene_get_placements (scene), &n);

              g_assert_cmpuint (n, >, 0);
              g_assert_cmpuint (n, ==, value->n);
              g_assert_cmpstr (value->name, !=, "");
            }
        }
    }
}

static void
test_sets (void)
{
  g_autoptr (EspFilter) none = esp_filter_new ();
  g_autoptr (EspFilter) one = esp_filter_with (NULL, ESP_FACET_SCOPE, "internal");
  g_autoptr (EspFilter) two = esp_filter_with (one, ESP_FACET_SCOPE, "external");
  g_autoptr (EspFilter) same = esp_filter_with (two, ESP_FACET_SCOPE, "internal");
  g_autoptr (EspFilter) turned = esp_filter_with (NULL, ESP_FACET_SCOPE, "external");
  g_autoptr (EspFilter) both = esp_filter_with (turned, ESP_FACET_SCOPE, "internal");
  g_autoptr (EspFilter) back = esp_filter_without (two, ESP_FACET_SCOPE, "external");
  g_autoptr (EspFilter) cleared = esp_filter_without (two, ESP_FACET_SCOPE, NULL);

  g_assert_true (esp_filter_is_empty (NULL));
  g_assert_true (esp_filter_is_empty (none));
  g_assert_true (esp_filter_is_empty (cleared));
  g_assert_true (esp_filter_equal (NULL, none));
  g_assert_false (esp_filter_equal (one, two));
  g_assert_true (esp_filter_equal (two, same));
  g_assert_true (esp_filter_equal (two, both));
  g_assert_true (esp_filter_equal (one, back));
  g_assert_false (esp_filter_has (back, ESP_FACET_SCOPE, "external"));
  g_assert_false (esp_filter_has (back, ESP_FACET_ROLE, "internal"));
}

/* A million positions in every shape: each facet, set and cleared. */
static void
test_large (void)
{
  const Shape shapes[] = { SHAPE_CHAIN, SHAPE_STAR, SHAPE_ORGANIZATION };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (EspOrganization) organization = organization_of_shape (shapes[i], 1000000);
      EspSceneOptions options = ESP_SCENE_OPTIONS_INIT;
      g_autoptr (EspFilter) filter = esp_filter_with (NULL, ESP_FACET_ROLE, "");
      g_autoptr (EspFilter) nobody = esp_filter_with (NULL, ESP_FACET_VACANT, "yes");
      g_autoptr (EspScene) scene = NULL;
      gint64 started;

      options.chart = ESP_CHART_REPORTING;
      scene = esp_scene_new (organization, esp_catalogue_get_default (), &options, NULL);
      started = g_get_monotonic_time ();
      esp_scene_set_filter (scene, filter);
      g_test_message ("all of a million: %.0f ms", (g_get_monotonic_time () - started) / 1e3);
      g_assert_cmpuint (esp_scene_get_n_nodes (scene), ==, 1000000);
      g_assert_cmpuint (esp_scene_get_counts (scene)->positions, ==, 1000000);
      esp_scene_set_filter (scene, nobody);
      g_assert_false (esp_scene_has_match (scene));
      started = g_get_monotonic_time ();
      esp_scene_set_filter (scene, NULL);
      g_test_message ("cleared: %.0f ms", (g_get_monotonic_time () - started) / 1e3);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/filter/sets", test_sets);
  g_test_add_func ("/scene/filter/random", test_random);
  g_test_add_func ("/scene/filter/values", test_values);
  g_test_add_func ("/scene/filter/large", test_large);

  return g_test_run ();
}
