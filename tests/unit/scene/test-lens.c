/* test-lens.c — the classes that colours stand for: on a table, against a rule written out by hand, and at a million positions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "organizations.h"
#include "scene/esp-lens.h"

#define N_RANDOM 40

#define NO ESP_LENS_NO_CLASS

static const char * const levels[] = { NULL, "intern", "junior", "senior", "staff", "manager", "principal", "vp", "no-such-level" };
static const char * const functions[] = { NULL, "infrastructure", "product", "sales", "legal", "no-such-function" };

static void
set_text (EspOrganization *organization,
          EspTable         table,
          EspIx            ix,
          EspField         field,
          const char      *text)
{
  esp_organization_set (organization, table, ix, field, text != NULL ? esp_organization_intern (organization, text) : ESP_STR_NONE);
}

static EspScene *
scene_of (EspOrganization *organization,
          EspChartKind     chart)
{
  EspSceneOptions options = ESP_SCENE_OPTIONS_INIT;

  options.chart = chart;
  options.n_cards_first = 100000;
  return esp_scene_new (organization, esp_catalogue_get_default (), &options, NULL);
}

/* By hand */

static guint
get_function_class (EspOrganization    *organization,
                    const EspPlacement *placement)
{
  const char *id = esp_organization_get_string (organization, placement->function);
  const EspPlace *function = esp_catalogue_find_function (esp_catalogue_get_default (), id);

  if (function == NULL)
    return 4;
  return g_str_equal (function->family, "technology") ? 0 : g_str_equal (function->family, "product") ? 1 : g_str_equal (function->family, "clients") ? 2 : 3;
}

static guint
get_span_class (EspOrganization *organization,
                EspIx            position)
{
  guint32 n, n_reports = 0;
  const EspIx *order = esp_organization_get_order (organization, ESP_TABLE_POSITIONS, &n);

  for (guint32 i = 0; i < n; i++)
    n_reports += order[i] != position && esp_position_get_manager (organization, order[i]) == position;
  if (n_reports >= 25)
    return 5;
  return n_reports >= 15 ? 4 : n_reports >= 10 ? 3 : n_reports >= 7 ? 2 : n_reports >= 4 ? 1 : n_reports > 0 ? 0 : NO;
}

static guint
get_placement_class (const EspPlacement *placement)
{
  static const guint by_kind[ESP_PLACE_N_KINDS] = {
    [ESP_PLACE_PMO] = 0, [ESP_PLACE_COE] = 1, [ESP_PLACE_PROGRAM] = 2, [ESP_PLACE_DEPARTMENT] = 3, [ESP_PLACE_NONE] = 4
  };

  return placement->is_seat ? by_kind[placement->kind] : NO;
}

static guint
get_kind_class (EspOrganization *organization,
                EspIx            unit)
{
  static const guint by_kind[] = { 0, 0, 1, 1, 2, 3, 4 };

  return unit != ESP_IX_NONE ? by_kind[esp_unit_get_kind (organization, unit)] : NO;
}

static guint
get_expected (EspScene *scene,
              EspIx     position)
{
  EspOrganization *organization = esp_scene_get_organization (scene);
  EspPlacement placement = esp_placements_get (esp_scene_get_placements (scene), position);
  EspState state = esp_position_get_state (organization, position);
  int rank = esp_catalogue_get_level_rank (esp_catalogue_get_default (),
                                           esp_organization_get_text (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_LEVEL));

  switch (esp_scene_get_options (scene)->color_by)
    {
    case ESP_LENS_PLACEMENT:
      return get_placement_class (&placement);
    case ESP_LENS_UNIT_KIND:
      return get_kind_class (organization, esp_position_get_unit (organization, position));
    case ESP_LENS_FUNCTION:
      return get_function_class (organization, &placement);
    case ESP_LENS_SCOPE:
      return placement.serves == ESP_SERVES_UNKNOWN ? NO : placement.serves == ESP_SERVES_INTERNAL ? 0 : placement.serves == ESP_SERVES_EXTERNAL ? 1 : 2;
    case ESP_LENS_ROLE_FAMILY:
      return placement.family == ESP_ROLE_FAMILY_OTHER ? NO : placement.family;
    case ESP_LENS_LEVEL:
      return rank < 0 ? NO : rank < 15 ? 0 : rank < 30 ? 1 : rank < 40 ? 2 : rank < 50 ? 3 : rank < 60 ? 4 : 5;
    case ESP_LENS_SPAN:
      return get_span_class (organization, position);
    case ESP_LENS_VACANCY:
      return state == ESP_STATE_VACANT ? 1 : state == ESP_STATE_FROZEN || state == ESP_STATE_ELIMINATED ? 2 : state == ESP_STATE_UNDISCLOSED ? 3 : 0;
    case ESP_N_LENSES:
    default:
      g_assert_not_reached ();
    }
}

static guint
get_expected_of_unit (EspScene *scene,
                      EspIx     unit)
{
  EspOrganization *organization = esp_scene_get_organization (scene);
  EspPlacement placement = esp_placements_get_unit (esp_scene_get_placements (scene), unit);

  if (esp_scene_get_options (scene)->color_by == ESP_LENS_UNIT_KIND)
    return get_kind_class (organization, unit);
  return esp_scene_get_options (scene)->color_by == ESP_LENS_FUNCTION ? get_function_class (organization, &placement) : NO;
}

/* Every item, the sums over everything, and the colour of everything as one block */
static void
check_scene (EspScene *scene)
{
  EspLens lens = esp_scene_get_options (scene)->color_by;
  guint32 expected[ESP_LENS_MAX_CLASSES] = { 0 }, counts[ESP_LENS_MAX_CLASSES];
  g_autoptr (GArray) visible = g_array_new (FALSE, FALSE, sizeof (EspVisible));
  guint32 most = 0;
  EspRect all;
  EspTable table;

  for (EspItem item = esp_scene_first (scene); item != ESP_ITEM_NONE; item = esp_scene_after (scene, item))
    {
      EspIx row = esp_scene_get_row (scene, item, &table);
      guint nth = esp_scene_get_class (scene, item);

      if (table == ESP_TABLE_UNITS)
        {
          g_assert_cmpuint (nth, ==, get_expected_of_unit (scene, row));
          continue;
        }
      g_assert_cmpuint (nth, ==, get_expected (scene, row));
      if (nth != NO)
        expected[nth]++;
    }

  for (guint i = 0; i < ESP_LENS_MAX_CLASSES; i++)
    most = MAX (most, expected[i]);

  esp_scene_get_bounds (scene, &all);
  esp_scene_count_classes (scene, &all, counts);
  g_assert_cmpmem (counts, sizeof counts, expected, sizeof expected);
  esp_scene_query (scene, &all, 1e9, visible);
  if (visible->len == 1 && lens != ESP_LENS_PLACEMENT)
    {
      const EspVisible *block = &g_array_index (visible, EspVisible, 0);

      g_assert_cmpuint (block->seats, ==, most);
      g_assert_true (most == 0 ? block->color == ESP_COLOR_WIRE : expected[0] == most ? block->color == esp_lens_get_color (lens, 0) : TRUE);
    }
}

static void
dress (EspOrganization *organization,
       GRand           *rand)
{
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, ESP_TABLE_POSITIONS, &n);

  esp_organization_begin (organization, "Dress");
  for (guint32 i = 0; i < n; i++)
    {
      set_text (organization, ESP_TABLE_POSITIONS, order[i], ESP_POSITION_LEVEL, levels[g_rand_int_range (rand, 0, G_N_ELEMENTS (levels))]);
      esp_organization_set (organization, ESP_TABLE_POSITIONS, order[i], ESP_POSITION_SCOPE, g_rand_int_range (rand, 0, 3));
      esp_organization_set (organization, ESP_TABLE_POSITIONS, order[i], ESP_POSITION_STATE, g_rand_int_range (rand, 0, 6));
    }
  order = esp_organization_get_order (organization, ESP_TABLE_UNITS, &n);
  for (guint32 i = 0; i < n; i++)
    set_text (organization, ESP_TABLE_UNITS, order[i], ESP_UNIT_FUNCTION, functions[g_rand_int_range (rand, 0, G_N_ELEMENTS (functions))]);
  esp_organization_commit (organization);
}

static void
changed_cb (EspOrganization *organization,
            const EspChange *change,
            EspScene        *scene)
{
  esp_scene_update (scene, change);
}

static void
test_random (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < N_RANDOM; round++)
    {
      g_autoptr (EspOrganization) organization = organization_at_random (rand, g_rand_int_range (rand, 1, 200));
      g_autoptr (EspScene) scene = NULL;
      gulong handler;

      dress (organization, rand);
      scene = scene_of (organization, round % 2 == 0 ? ESP_CHART_REPORTING : ESP_CHART_STRUCTURE);
      handler = g_signal_connect (organization, "changed", G_CALLBACK (changed_cb), scene);
      for (EspLens lens = 0; lens < ESP_N_LENSES; lens++)
        {
          esp_scene_set_lens (scene, lens);
          check_scene (scene);
          dress (organization, rand);
          check_scene (scene);
          esp_scene_set_folded (scene, 0, TRUE);
          check_scene (scene);
          esp_scene_set_folded (scene, 0, FALSE);
        }
      g_signal_handler_disconnect (organization, handler);
    }
}

static void
test_table (void)
{
  static const struct
  {
    const char *id;
    guint       classes[ESP_N_LENSES]; /* placement, unit kind, function, scope, role family, level, span, vacancy */
  } rows[] = {
    { "a", { NO, 0, 4, NO, NO, 5, 0, 0 } },
    { "b", { 0, 2, 0, 0, 0, 2, 0, 1 } },
    { "c", { NO, NO, 4, 1, NO, NO, NO, 3 } },
  };
  g_autoptr (EspOrganization) organization = organization_from_text ("unit co company - -\nunit pmo pmo co -\n"
                                                                     "position a co - Head\nposition b pmo a Lead\nposition c - b Writer\n");
  g_autoptr (EspScene) scene = NULL;
  EspIx a = esp_organization_find_id (organization, ESP_TABLE_POSITIONS, "a");
  EspIx b = esp_organization_find_id (organization, ESP_TABLE_POSITIONS, "b");
  EspIx c = esp_organization_find_id (organization, ESP_TABLE_POSITIONS, "c");
  EspCard card;

  esp_organization_begin (organization, "Dress");
  set_text (organization, ESP_TABLE_UNITS, esp_organization_find_id (organization, ESP_TABLE_UNITS, "pmo"), ESP_UNIT_FUNCTION, "it");
  set_text (organization, ESP_TABLE_POSITIONS, a, ESP_POSITION_LEVEL, "vp");
  set_text (organization, ESP_TABLE_POSITIONS, b, ESP_POSITION_LEVEL, "senior");
  set_text (organization, ESP_TABLE_POSITIONS, b, ESP_POSITION_ROLE, "program-manager");
  esp_organization_set (organization, ESP_TABLE_POSITIONS, a, ESP_POSITION_STATE, ESP_STATE_FILLED);
  esp_organization_set (organization, ESP_TABLE_POSITIONS, b, ESP_POSITION_STATE, ESP_STATE_VACANT);
  esp_organization_set (organization, ESP_TABLE_POSITIONS, c, ESP_POSITION_STATE, ESP_STATE_UNDISCLOSED);
  esp_organization_set (organization, ESP_TABLE_POSITIONS, b, ESP_POSITION_SCOPE, ESP_SCOPE_INTERNAL);
  esp_organization_set (organization, ESP_TABLE_POSITIONS, c, ESP_POSITION_SCOPE, ESP_SCOPE_EXTERNAL);
  esp_organization_commit (organization);
  scene = scene_of (organization, ESP_CHART_REPORTING);

  for (EspLens lens = 0; lens < ESP_N_LENSES; lens++)
    {
      esp_scene_set_lens (scene, lens);
      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        g_assert_cmpuint (esp_scene_get_class (scene, find_item (scene, rows[i].id)), ==, rows[i].classes[lens]);
    }

  esp_scene_set_lens (scene, ESP_LENS_LEVEL);
  esp_card_fill_with_lens (&card, scene, find_item (scene, "b"));
  g_assert_cmpuint (card.color, ==, ESP_COLOR_SCALE_3);
  g_assert_true (g_str_has_prefix (card.level_pill, "3 · "));
  esp_card_fill (&card, scene, find_item (scene, "b"));
  g_assert_cmpuint (card.color, ==, ESP_COLOR_PMO);
  esp_scene_set_lens (scene, ESP_LENS_SPAN);
  esp_card_fill_with_lens (&card, scene, find_item (scene, "a"));
  g_assert_cmpstr (card.level_pill, ==, "1 report");
}

/* Each class has words and a colour that no other class of its lens has */
static void
test_classes (void)
{
  for (EspLens lens = 0; lens < ESP_N_LENSES; lens++)
    {
      g_assert_cmpuint (esp_lens_get_n_classes (lens), >=, 3);
      for (guint i = 0; i < esp_lens_get_n_classes (lens); i++)
        {
          g_autofree char *name = esp_lens_get_name (lens, i, esp_catalogue_get_default ());

          g_assert_cmpuint (strlen (name), >, 2);
          for (guint k = 0; k < i; k++)
            g_assert_cmpuint (esp_lens_get_color (lens, i), !=, esp_lens_get_color (lens, k));
        }
    }
}

static void
test_large (void)
{
  g_autoptr (EspOrganization) organization = organization_of_shape (SHAPE_ORGANIZATION, 1000000);
  g_autoptr (EspScene) scene = scene_of (organization, ESP_CHART_REPORTING);
  guint32 counts[ESP_LENS_MAX_CLASSES];
  EspRect all;

  esp_scene_fold_below (scene, ESP_NODE_NONE, FALSE);
  esp_scene_get_bounds (scene, &all);
  for (EspLens lens = 0; lens < ESP_N_LENSES; lens++)
    {
      g_autoptr (GArray) visible = g_array_new (FALSE, FALSE, sizeof (EspVisible));
      gint64 started = g_get_monotonic_time (), counted;

      esp_scene_set_lens (scene, lens);
      esp_scene_count_classes (scene, &all, counts);
      counted = g_get_monotonic_time ();
      esp_scene_query (scene, &all, all.width / 1000, visible);
      g_test_message ("lens %d of a million: %.1f ms at first, then %u answers in %.2f ms", lens, (counted - started) / 1e3, visible->len,
                      (g_get_monotonic_time () - counted) / 1e3);
    }
  g_assert_cmpuint (counts[0], >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/lens/table", test_table);
  g_test_add_func ("/scene/lens/classes", test_classes);
  g_test_add_func ("/scene/lens/random", test_random);
  g_test_add_func ("/scene/lens/large", test_large);

  return g_test_run ();
}
