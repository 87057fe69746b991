/* test-forest.c — what hangs where: the rules as tables, and the properties that hold for every organization
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "organizations.h"

#include <string.h>

#define N_RANDOM 150

static EspScene *
make_scene (EspOrganization *organization,
            EspChartKind     chart)
{
  EspSceneOptions options = ESP_SCENE_OPTIONS_INIT;

  options.chart = chart;
  options.n_cards_first = G_MAXUINT;
  return esp_scene_new (organization, esp_catalogue_get_default (), &options, NULL);
}

static const char *
get_id (EspScene *scene,
        EspItem   item)
{
  EspTable table;
  EspIx ix = esp_scene_get_row (scene, item, &table);

  return esp_organization_get_text (esp_scene_get_organization (scene), table, ix, 0);
}

/* The forest as text, depth first: “a+head(b c(d))”; “!” marks what has a finding, “*” staff. */
static char *
describe (EspScene *scene)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint level = 0;

  for (EspItem item = esp_scene_first (scene); item != ESP_ITEM_NONE; item = esp_scene_after (scene, item))
    {
      EspNodeIx node = ESP_ITEM_NODE (item);
      EspNodeFlags flags = esp_scene_get_item_flags (scene, item);
      guint item_level = esp_scene_get_level (scene, node);

      if (ESP_ITEM_IS_HEAD (item))
        {
          g_string_append_printf (text, "+%s", get_id (scene, item));
          continue;
        }
      for (; level < item_level; level++)
        g_string_append_c (text, '(');
      for (; level > item_level; level--)
        g_string_append_c (text, ')');
      if (text->len > 0 && text->str[text->len - 1] != '(')
        g_string_append_c (text, ' ');
      g_string_append (text, get_id (scene, item));
      if (flags & (ESP_NODE_ORPHAN | ESP_NODE_RING | ESP_NODE_SELF_REPORT))
        g_string_append_c (text, '!');
      if (flags & ESP_NODE_STAFF)
        g_string_append_c (text, '*');
    }
  for (; level > 0; level--)
    g_string_append_c (text, ')');
  return g_strdup (text->str);
}

typedef struct
{
  const char  *name;
  EspChartKind chart;
  const char  *organization;
  const char  *forest;
} Case;

static const Case cases[] = {
  { "head/named", ESP_CHART_STRUCTURE, "unit u - - b\nposition a u -\nposition b u a\nposition c u b", "(u+b(c a))" },
  { "head/only-top", ESP_CHART_STRUCTURE, "unit u - - -\nposition a u -\nposition b u a", "(u+a(b))" },
  { "head/manager-outside", ESP_CHART_STRUCTURE, "unit u - - -\nunit v - u -\nposition a u -\nposition b v a\nposition c v b", "(u+a(v+b(c)))" },
  { "head/most-below", ESP_CHART_STRUCTURE, "unit u - - -\nposition a u -\nposition b u -\nposition c u b", "(u+b(c a))" },
  { "head/tie", ESP_CHART_STRUCTURE, "unit u - - -\nposition a u -\nposition b u -", "(u(a b))" },
  { "head/tie-below", ESP_CHART_STRUCTURE, "unit u - - -\nposition a u -\nposition b u -\nposition c u a\nposition d u b", "(u(a(c) b(d)))" },
  { "head/of-another-unit", ESP_CHART_STRUCTURE, "unit u - - -\nunit v - - a\nposition a u -\nposition b v -", "(u+a v(b))" },
  { "head/missing", ESP_CHART_STRUCTURE, "unit u - - nobody\nposition a u -", "(u+a)" },
  { "order", ESP_CHART_STRUCTURE, "unit u - - a\nunit v - u -\nposition x v -\nposition t u -\nposition b u a\nposition a u -\nposition c u a",
    "(u+a(b c t v+x))" },
  { "order/no-head", ESP_CHART_STRUCTURE, "unit u - - -\nunit v - u -\nposition a u -\nposition x v -\nposition b u -", "(u(a b v+x))" },
  { "staff/unit", ESP_CHART_STRUCTURE, "unit u - - a\nunit v team u -\nunit w pmo u -\nposition a u -\nposition b u a", "(u+a(w* b v))" },
  { "staff/position", ESP_CHART_STRUCTURE, "unit u - - a\nposition a u -\nposition b u a\nposition s u a staff", "(u+a(s* b))" },
  { "staff/all", ESP_CHART_STRUCTURE, "unit u - - a\nposition a u -\nposition s u a staff\nposition t u a staff", "(u+a(s t))" },
  { "staff/reporting", ESP_CHART_REPORTING, "unit u - - a\nunit w pmo u -\nposition a u -\nposition b u a\nposition h w a\nposition i w h", "(a(h*(i) b))" },
  { "no-unit", ESP_CHART_STRUCTURE, "unit u - - a\nposition a u -\nposition b - a\nposition c nowhere b\nposition d - -", "(u+a(b(c)) d)" },
  { "empty-unit", ESP_CHART_STRUCTURE, "unit u - - -\nunit v - u -\nposition a u -", "(u+a(v))" },
  { "ring/first", ESP_CHART_REPORTING, "position a - c\nposition b - a\nposition c - b\nposition d - c", "(a!(b(c(d))))" },
  { "ring/not-first", ESP_CHART_REPORTING, "position x - c\nposition b - c\nposition c - b", "(b!(c(x)))" },
  { "ring/units", ESP_CHART_STRUCTURE, "unit u - v -\nunit v - u -\nposition a v -", "(u!(v+a))" },
  { "ring/structure", ESP_CHART_STRUCTURE, "unit u - - -\nposition a u b\nposition b u a", "(u+a(b))" },
  { "self", ESP_CHART_REPORTING, "position a - a\nposition b - a", "(a!(b))" },
  { "self/unit", ESP_CHART_STRUCTURE, "unit u - u -", "(u!)" },
  { "orphan", ESP_CHART_REPORTING, "position a - gone\nposition b - a", "(a!(b))" },
  { "orphan/unit", ESP_CHART_STRUCTURE, "unit u - gone -", "(u!)" },
  { "roots/in-order", ESP_CHART_REPORTING, "position a - -\nposition b - -\nposition c - b", "(a b(c))" },
  { "roots/many", ESP_CHART_REPORTING,
    "position a - -\nposition b - -\nposition c - -\nposition d - -\nposition e - -\nposition f - -\nposition g - -\nposition h - -\nposition i - -\n"
    "position j - -\nposition k - -\nposition l - -\nposition m - -\nposition z - c",
    "(c(z) a b d e f g h i j k l m)" },
  { "none", ESP_CHART_STRUCTURE, "", "" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (EspOrganization) organization = organization_from_text (c->organization);
  g_autoptr (EspScene) scene = make_scene (organization, c->chart);
  g_autofree char *forest = describe (scene);

  g_assert_cmpstr (forest, ==, c->forest);
}

static void
test_outside (void)
{
  g_autoptr (EspOrganization) organization
    = organization_from_text ("unit u - - a\nunit v - u h\nunit w - u i\nposition a u -\nposition h v a\nposition i w h\nposition j w i");
  g_autoptr (EspScene) scene = make_scene (organization, ESP_CHART_STRUCTURE);

  g_assert_false (esp_scene_get_item_flags (scene, find_item (scene, "h")) & ESP_NODE_OUTSIDE);
  g_assert_true (esp_scene_get_item_flags (scene, find_item (scene, "i")) & ESP_NODE_OUTSIDE);
  g_assert_false (esp_scene_get_item_flags (scene, find_item (scene, "j")) & ESP_NODE_OUTSIDE);
}

static void
test_totals (void)
{
  g_autoptr (EspOrganization) organization
    = organization_from_text ("unit u - - a\nunit v - u h\nposition a u -\nposition b u a\nposition h v a\nposition i v h");
  g_autoptr (EspScene) scene = make_scene (organization, ESP_CHART_STRUCTURE);
  EspTotals totals;

  esp_scene_get_totals (scene, ESP_ITEM_NODE (find_item (scene, "u")), &totals);
  g_assert_cmpuint (totals.direct, ==, 2);
  g_assert_cmpuint (totals.total, ==, 4);
  g_assert_cmpuint (totals.vacant, ==, 4);
  esp_scene_get_totals (scene, ESP_ITEM_NODE (find_item (scene, "v")), &totals);
  g_assert_cmpuint (totals.direct, ==, 1);
  g_assert_cmpuint (totals.total, ==, 2);
  esp_scene_get_totals (scene, ESP_ITEM_NODE (find_item (scene, "b")), &totals);
  g_assert_cmpuint (totals.direct + totals.total, ==, 0);
}

/* Every row stands exactly once, and nothing hangs below itself. */
static void
check_rows (EspScene    *scene,
            EspChartKind chart)
{
  EspOrganization *organization = esp_scene_get_organization (scene);
  guint32 n_units = chart == ESP_CHART_STRUCTURE ? esp_organization_get_n (organization, ESP_TABLE_UNITS) : 0;
  guint32 n_positions = esp_organization_get_n (organization, ESP_TABLE_POSITIONS);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (EspItem item = esp_scene_first (scene); item != ESP_ITEM_NONE; item = esp_scene_after (scene, item))
    {
      EspTable table;
      EspIx ix = esp_scene_get_row (scene, item, &table);
      EspNodeIx node = ESP_ITEM_NODE (item);

      g_assert_true (g_hash_table_add (seen, g_strdup_printf ("%d %u", table, ix)));
      g_assert_cmpuint (esp_scene_find (scene, table, ix), ==, item);
      g_assert_true (esp_scene_get_parent (scene, node) == ESP_NODE_NONE || esp_scene_get_parent (scene, node) < node);
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, n_units + n_positions);
}

static guint
get_group (EspScene *scene,
           EspNodeIx node)
{
  EspOrganization *organization = esp_scene_get_organization (scene);
  EspNodeIx parent = esp_scene_get_parent (scene, node);
  EspIx head = parent != ESP_NODE_NONE ? esp_scene_get_head (scene, parent) : ESP_IX_NONE;
  EspTable table;
  EspIx ix = esp_scene_get_row (scene, ESP_ITEM (node), &table);
  guint group = 0;

  if (table == ESP_TABLE_UNITS)
    group = 2;
  else if (parent != ESP_NODE_NONE && esp_scene_get_unit (scene, parent) != ESP_IX_NONE)
    group = head != ESP_IX_NONE && (esp_scene_get_flags (scene, node) & ESP_NODE_RING) == 0 && esp_position_get_manager (organization, ix) == head
            && esp_position_get_unit (organization, ix) == esp_scene_get_unit (scene, parent) ? 0 : 1;
  return group + (esp_scene_get_flags (scene, node) & ESP_NODE_STAFF ? 0 : 10);
}

/* Sibling order is the document's within each group; the groups follow one another. */
static void
check_order (EspScene *scene)
{
  EspOrganization *organization = esp_scene_get_organization (scene);

  for (EspNodeIx node = 0; node < esp_scene_get_n_nodes (scene); node++)
    {
      guint32 n;
      EspNodeIx first = esp_scene_get_children (scene, node, &n);

      for (guint32 i = 1; i < n; i++)
        {
          guint before = get_group (scene, first + i - 1);
          guint group = get_group (scene, first + i);
          EspTable table;
          EspIx a = esp_scene_get_row (scene, ESP_ITEM (first + i - 1), &table);
          EspIx b = esp_scene_get_row (scene, ESP_ITEM (first + i), &table);
          const guint32 *ranks = esp_organization_get_ranks (organization, table);

          g_assert_cmpuint (before, <=, group);
          if (before == group)
            g_assert_cmpuint (ranks[a], <, ranks[b]);
        }
    }
}

/* Totals are what a walk counts. */
static void
check_totals (EspScene *scene)
{
  guint32 n = esp_scene_get_n_nodes (scene);
  g_autofree guint32 *below = g_new0 (guint32, n + 1);

  for (EspNodeIx node = n; node-- > 0;)
    {
      EspNodeIx parent = esp_scene_get_parent (scene, node);
      gboolean has_head = esp_scene_get_head (scene, node) != ESP_IX_NONE;
      EspTotals totals;

      esp_scene_get_totals (scene, node, &totals);
      below[node] += has_head;
      g_assert_cmpuint (totals.total, ==, below[node]);
      g_assert_cmpuint (totals.seats, <=, totals.total);
      g_assert_cmpuint (totals.vacant, <=, totals.total);
      if (parent != ESP_NODE_NONE)
        below[parent] += below[node] + (esp_scene_get_unit (scene, node) == ESP_IX_NONE);
    }
}

static void
test_random (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (EspOrganization) organization = organization_at_random (rand, (guint) g_rand_int_range (rand, 0, 120));

      for (EspChartKind chart = ESP_CHART_STRUCTURE; chart <= ESP_CHART_REPORTING; chart++)
        {
          g_autoptr (EspScene) scene = make_scene (organization, chart);

          check_rows (scene, chart);
          check_order (scene);
          check_totals (scene);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/forest/rules/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/forest/outside", test_outside);
  g_test_add_func ("/forest/totals", test_totals);
  g_test_add_func ("/forest/random", test_random);
  return g_test_run ();
}
