/* test-placement.c — placement against a naive walk, on organizations made at random
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "insight/esp-placement.h"

#include "random-catalogue.h"

static EspStr
intern (EspOrganization *organization,
        const char      *text)
{
  return text != NULL ? esp_organization_intern (organization, text) : ESP_STR_NONE;
}

static EspIx
add_unit (EspOrganization *organization,
          const char      *id,
          const char      *kind,
          const char      *function,
          const char      *parent)
{
  EspIx unit = esp_organization_append (organization, ESP_TABLE_UNITS);

  esp_organization_load (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_ID, intern (organization, id));
  esp_organization_load (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_NAME, intern (organization, id));
  esp_organization_load (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_KIND, intern (organization, kind));
  esp_organization_load (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_FUNCTION, intern (organization, function));
  esp_organization_load (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_PARENT, intern (organization, parent));
  return unit;
}

static EspIx
add_position (EspOrganization *organization,
              const char      *id,
              const char      *unit,
              const char      *role,
              EspScope         scope)
{
  EspIx position = esp_organization_append (organization, ESP_TABLE_POSITIONS);

  esp_organization_load (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_ID, intern (organization, id));
  esp_organization_load (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_TITLE, intern (organization, id));
  esp_organization_load (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_UNIT, intern (organization, unit));
  esp_organization_load (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_ROLE, intern (organization, role));
  esp_organization_load (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_SCOPE, scope);
  return position;
}

static void
add_line (EspOrganization *organization,
          EspIx            position,
          const char      *to,
          const char      *kind)
{
  guint32 n;
  guint32 list = esp_organization_get (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_LINES);
  const guint32 *words = esp_organization_get_list (organization, list, &n);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint32));
  EspLine line = { .to = intern (organization, to), .kind = intern (organization, kind) };

  g_array_append_vals (all, words, n);
  g_array_append_vals (all, &line, ESP_LINE_WORDS);
  list = esp_organization_add_list (organization, (const guint32 *) (gpointer) all->data, all->len);
  esp_organization_load (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_LINES, list);
}

static EspCatalogue *
some_catalogue (GRand *rand)
{
  RandomShape shape = { 4, 4, 12 };

  return random_catalogue (&shape, rand);
}

/* The same by the rules of the chart, word for word and slowly */

static EspIx
naive_find_unit (EspOrganization *organization,
                 const char      *id)
{
  for (EspIx i = 0; id != NULL && i < esp_organization_get_n_slots (organization, ESP_TABLE_UNITS); i++)
    if (g_strcmp0 (esp_organization_get_text (organization, ESP_TABLE_UNITS, i, ESP_UNIT_ID), id) == 0)
      return i;
  return ESP_IX_NONE;
}

static EspIx
naive_raw_parent (EspOrganization *organization,
                  EspIx            unit)
{
  return naive_find_unit (organization, esp_organization_get_text (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_PARENT));
}

static EspIx
naive_parent (EspOrganization *organization,
              EspIx            unit)
{
  guint32 n = esp_organization_get_n_slots (organization, ESP_TABLE_UNITS);
  EspIx at = naive_raw_parent (organization, unit);
  gboolean is_first = TRUE;

  for (guint32 i = 0; i < n && at != ESP_IX_NONE && at != unit; i++)
    {
      is_first = is_first && unit < at; /* loaded in document order */
      at = naive_raw_parent (organization, at);
    }
  if (at == unit && is_first)
    return ESP_IX_NONE;
  return naive_raw_parent (organization, unit);
}

static void
naive_placement (EspOrganization *organization,
                 EspIx            unit,
                 EspPlaceKind    *kind,
                 EspIx           *decider,
                 const char     **function)
{
  *function = NULL;
  for (EspIx at = unit; at != ESP_IX_NONE && *function == NULL; at = naive_parent (organization, at))
    *function = esp_organization_get_text (organization, ESP_TABLE_UNITS, at, ESP_UNIT_FUNCTION);

  *decider = unit;
  *kind = unit != ESP_IX_NONE ? ESP_PLACE_DEPARTMENT : ESP_PLACE_NONE;
  for (EspIx at = unit; at != ESP_IX_NONE; at = naive_parent (organization, at))
    {
      const char *text = esp_organization_get_text (organization, ESP_TABLE_UNITS, at, ESP_UNIT_KIND);

      *decider = at;
      if (g_strcmp0 (text, "pmo") == 0)
        *kind = ESP_PLACE_PMO;
      else if (g_strcmp0 (text, "coe") == 0)
        *kind = ESP_PLACE_COE;
      else if (g_strcmp0 (text, "program") == 0)
        *kind = ESP_PLACE_PROGRAM;
      else
        continue;
      return;
    }

  *decider = unit;
  for (EspIx at = unit; at != ESP_IX_NONE; at = naive_parent (organization, at))
    if (esp_organization_get_text (organization, ESP_TABLE_UNITS, at, ESP_UNIT_FUNCTION) != NULL)
      {
        *decider = at;
        return;
      }
}

static EspServes
naive_serves (EspCatalogue *catalogue,
              const char   *role_id,
              EspScope      scope)
{
  const EspRole *role = esp_catalogue_find_role (catalogue, role_id);

  if (scope == ESP_SCOPE_INTERNAL)
    return ESP_SERVES_INTERNAL;
  if (scope == ESP_SCOPE_EXTERNAL)
    return ESP_SERVES_EXTERNAL;
  if (role == NULL)
    return ESP_SERVES_UNKNOWN;
  return role->scope == ESP_ROLE_SCOPE_INTERNAL   ? ESP_SERVES_USUALLY_INTERNAL
         : role->scope == ESP_ROLE_SCOPE_EXTERNAL ? ESP_SERVES_USUALLY_EXTERNAL
                                                  : ESP_SERVES_USUALLY_EITHER;
}

static EspOrganization *
random_organization (GRand *rand)
{
  static const char *const kinds[] = { "company", "division", "department", "team", "pmo", "coe", "program", "guild", NULL };
  static const char *const functions[] = { NULL, NULL, "it", "gardening" };
  EspOrganization *organization = esp_organization_new ();
  guint n_units = g_rand_int_range (rand, 0, 25);

  esp_organization_begin_load (organization, 0);
  for (guint i = 0; i < n_units; i++)
    {
      g_autofree char *id = g_strdup_printf ("u%d", g_rand_int_range (rand, 0, 20) == 0 ? 0 : i);
      g_autofree char *parent = g_strdup_printf ("u%d", g_rand_int_range (rand, 0, n_units + 2));

      add_unit (organization, id, kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))], functions[g_rand_int_range (rand, 0, 4)],
                g_rand_int_range (rand, 0, 4) > 0 ? parent : NULL);
    }
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      g_autofree char *unit = g_strdup_printf ("u%d", g_rand_int_range (rand, 0, n_units + 2));
      g_autofree char *role = g_strdup_printf ("r%d", g_rand_int_range (rand, 0, 14));

      add_position (organization, id, g_rand_int_range (rand, 0, 6) > 0 ? unit : NULL, g_rand_int_range (rand, 0, 5) > 0 ? role : NULL,
                    g_rand_int_range (rand, 0, 3));
    }
  esp_organization_end_load (organization);
  return organization;
}

static void
check_all (EspOrganization *organization,
           EspCatalogue    *catalogue,
           EspPlacements   *placements)
{
  guint32 n = esp_organization_get_n_slots (organization, ESP_TABLE_POSITIONS);
  g_autofree guint8 *kinds = g_new (guint8, n);
  g_autofree guint8 *serves = g_new (guint8, n);
  g_autofree guint8 *families = g_new (guint8, n);
  g_autofree guint8 *seats = g_new (guint8, n);
  g_autofree EspStr *functions = g_new (EspStr, n);
  EspPlacementArrays arrays = { kinds, serves, families, seats, functions };

  esp_placements_fill (placements, &arrays);
  for (EspIx i = 0; i < n; i++)
    {
      EspPlacement got = esp_placements_get (placements, i);
      EspIx unit = naive_find_unit (organization, esp_organization_get_text (organization, ESP_TABLE_POSITIONS, i, ESP_POSITION_UNIT));
      const char *role_id = esp_organization_get_text (organization, ESP_TABLE_POSITIONS, i, ESP_POSITION_ROLE);
      const EspRole *role = esp_catalogue_find_role (catalogue, role_id);
      const char *function;
      EspPlaceKind kind;
      EspIx decider;

      naive_placement (organization, unit, &kind, &decider, &function);
      g_assert_cmpint (got.kind, ==, kind);
      g_assert_cmpuint (got.unit, ==, decider);
      g_assert_cmpstr (esp_organization_get_string (organization, got.function), ==, function);
      g_assert_cmpint (got.serves, ==,
                       naive_serves (catalogue, role_id, esp_organization_get (organization, ESP_TABLE_POSITIONS, i, ESP_POSITION_SCOPE)));
      g_assert_cmpint (got.family, ==, role != NULL ? role->family : ESP_ROLE_FAMILY_OTHER);
      g_assert_cmpint (got.is_seat, ==, role != NULL && role->family != ESP_ROLE_FAMILY_OTHER);

      g_assert_cmpint (kinds[i], ==, got.kind);
      g_assert_cmpint (serves[i], ==, got.serves);
      g_assert_cmpint (families[i], ==, got.family);
      g_assert_cmpint (seats[i], ==, got.is_seat);
      g_assert_cmpuint (functions[i], ==, got.function);
    }
}

static void
test_random (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (EspCatalogue) catalogue = some_catalogue (rand);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (EspOrganization) organization = random_organization (rand);
      g_autoptr (EspPlacements) placements = esp_placements_new (organization, catalogue);

      check_all (organization, catalogue, placements);
    }
}

static void
update_cb (EspOrganization *organization,
           const EspChange *change,
           gpointer         data)
{
  esp_placements_update (data, change);
}

/* After any edit of units and positions, and after undoing it */
static void
test_edits (void)
{
  static const char *const kinds[] = { "pmo", "coe", "program", "team" };
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (EspCatalogue) catalogue = some_catalogue (rand);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (EspOrganization) organization = random_organization (rand);
      g_autoptr (EspPlacements) placements = esp_placements_new (organization, catalogue);
      guint32 n = esp_organization_get_n (organization, ESP_TABLE_UNITS);

      g_signal_connect (organization, "changed", G_CALLBACK (update_cb), placements);
      for (guint i = 0; i < 10 && n > 0; i++)
        {
          EspIx unit = g_rand_int_range (rand, 0, n);
          EspIx position = g_rand_int_range (rand, 0, 60);
          g_autofree char *other = g_strdup_printf ("u%d", g_rand_int_range (rand, 0, n));

          esp_organization_begin (organization, "Edit");
          switch (g_rand_int_range (rand, 0, 4))
            {
            case 0:
              esp_organization_set (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_KIND, intern (organization, kinds[g_rand_int_range (rand, 0, 4)]));
              break;
            case 1:
              esp_organization_set (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_FUNCTION, intern (organization, "it"));
              break;
            case 2:
              esp_organization_set (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_PARENT, intern (organization, other));
              break;
            default:
              esp_organization_set (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_UNIT, intern (organization, other));
              break;
            }
          esp_organization_commit (organization);
          check_all (organization, catalogue, placements);
        }
      while (esp_organization_can_undo (organization))
        {
          esp_organization_undo (organization);
          check_all (organization, catalogue, placements);
        }
    }
}

/* A chain of units too long for any stack, and one great ring */
static void
test_deep (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (EspCatalogue) catalogue = some_catalogue (rand);

  for (guint is_ring = 0; is_ring < 2; is_ring++)
    {
      g_autoptr (EspOrganization) organization = esp_organization_new ();
      g_autoptr (EspPlacements) placements = NULL;
      const guint n = 200000;

      esp_organization_begin_load (organization, 0);
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *id = g_strdup_printf ("u%u", i);
          g_autofree char *parent = g_strdup_printf ("u%u", (i + 1) % n);

          add_unit (organization, id, i == n - 1 ? "pmo" : "team", NULL, i < n - 1 || is_ring ? parent : NULL);
        }
      add_position (organization, "p", "u0", NULL, ESP_SCOPE_UNKNOWN);
      add_position (organization, "q", "u1", NULL, ESP_SCOPE_UNKNOWN);
      esp_organization_end_load (organization);
      placements = esp_placements_new (organization, catalogue);
      /* the ring is cut above u0, its first member */
      g_assert_cmpint (esp_placements_get (placements, 0).kind, ==, is_ring ? ESP_PLACE_DEPARTMENT : ESP_PLACE_PMO);
      g_assert_cmpint (esp_placements_get (placements, 1).kind, ==, ESP_PLACE_PMO);
    }
}

static void
check_words (EspPlacements *placements,
             EspIx          position,
             const char    *place,
             const char    *description)
{
  EspPlacement placement = esp_placements_get (placements, position);
  g_autofree char *got_place = esp_placement_to_string (placements, &placement);
  g_autofree char *got_description = esp_placements_describe (placements, position);

  g_assert_cmpstr (got_place, ==, place);
  g_assert_cmpstr (got_description, ==, description);
}

static void
test_words (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (EspCatalogue) catalogue = some_catalogue (rand);
  g_autoptr (EspOrganization) organization = esp_organization_new ();
  g_autoptr (EspPlacements) placements = NULL;
  EspIx positions[7];

  esp_organization_begin_load (organization, 0);
  add_unit (organization, "top", "company", NULL, NULL);
  add_unit (organization, "it", NULL, "it", "top");
  add_unit (organization, "garden", "department", "gardening", "top");
  add_unit (organization, "pmo", "pmo", NULL, "it");
  add_unit (organization, "coe", "coe", NULL, "it");
  add_unit (organization, "move", "program", NULL, "garden");
  positions[0] = add_position (organization, "Head of PMO", "pmo", NULL, ESP_SCOPE_UNKNOWN);
  positions[1] = add_position (organization, "Lead", "coe", NULL, ESP_SCOPE_EXTERNAL);
  positions[2] = add_position (organization, "Admin", "it", NULL, ESP_SCOPE_INTERNAL);
  positions[3] = add_position (organization, "Gardener", "garden", NULL, ESP_SCOPE_UNKNOWN);
  positions[4] = add_position (organization, "Mover", "move", NULL, ESP_SCOPE_UNKNOWN);
  positions[5] = add_position (organization, "Chief", "top", NULL, ESP_SCOPE_UNKNOWN);
  positions[6] = add_position (organization, "Free", "nowhere", NULL, ESP_SCOPE_UNKNOWN);
  add_line (organization, positions[2], "Head of PMO", "dotted");
  add_line (organization, positions[2], "Gardener", "program");
  add_line (organization, positions[3], "Lead", "functional");
  add_line (organization, positions[3], "Nobody", "vendor");
  add_line (organization, positions[4], "Lead", "second");
  esp_organization_end_load (organization);
  placements = esp_placements_new (organization, catalogue);

  check_words (placements, positions[0], "PMO", "PMO.");
  check_words (placements, positions[1], "COE", "COE. External.");
  check_words (placements, positions[2], "Department, IT", "Department, IT. Internal. Dotted line to Head of PMO. Program line to Gardener.");
  check_words (placements, positions[3], "Department, gardening",
               "Department, gardening. Functional line to Lead. Vendor line to Nobody, who is not in this file.");
  check_words (placements, positions[4], "Program", "Program. Second line to Lead.");
  check_words (placements, positions[5], "Department", "Department.");
  check_words (placements, positions[6], "No unit", "No unit.");

  g_assert_cmpint (esp_placements_get_ties (placements, positions[2]), ==, ESP_TIE_DOTTED_PMO);
  g_assert_cmpint (esp_placements_get_ties (placements, positions[3]), ==, ESP_TIE_FUNCTIONAL_COE);
  g_assert_cmpint (esp_placements_get_ties (placements, positions[4]), ==, 0);
  g_assert_cmpstr (esp_ties_to_string (ESP_TIE_DOTTED_PMO), ==, "with a dotted line to the PMO");
  g_assert_null (esp_ties_to_string (0));
  g_assert_null (esp_serves_to_string (ESP_SERVES_UNKNOWN));
  g_assert_cmpint (esp_placements_get_unit (placements, ESP_IX_NONE).kind, ==, ESP_PLACE_NONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/placement/random", test_random);
  g_test_add_func ("/placement/edits", test_edits);
  g_test_add_func ("/placement/deep", test_deep);
  g_test_add_func ("/placement/words", test_words);
  return g_test_run ();
}
