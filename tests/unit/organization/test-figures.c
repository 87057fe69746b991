/* test-figures.c — statistics, findings, search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "organization/esp-findings.h"
#include "organization/esp-search.h"
#include "organization/esp-statistics.h"

#define POSITIONS ESP_TABLE_POSITIONS

/* id, title, manager, second manager, holder */
typedef struct
{
  const char *id;
  const char *title;
  const char *manager;
  const char *second;
  const char *holder;
} Row;

static EspOrganization *
make (const Row *rows,
      guint      n_rows)
{
  EspOrganization *organization = esp_organization_new ();

  esp_organization_begin_load (organization, n_rows);
  for (guint i = 0; i < n_rows; i++)
    {
      EspIx ix = esp_organization_append (organization, POSITIONS);

      esp_organization_load (organization, POSITIONS, ix, ESP_POSITION_ID, esp_organization_intern (organization, rows[i].id));
      esp_organization_load (organization, POSITIONS, ix, ESP_POSITION_TITLE, esp_organization_intern (organization, rows[i].title));
      esp_organization_load (organization, POSITIONS, ix, ESP_POSITION_REPORTS_TO, esp_organization_intern (organization, rows[i].manager));
      if (rows[i].second != NULL)
        {
          EspLine line = { .to = esp_organization_intern (organization, rows[i].second),
                           .kind = esp_organization_intern (organization, "second") };

          esp_organization_load (organization, POSITIONS, ix, ESP_POSITION_LINES,
                                 esp_organization_add_list (organization, (const guint32 *) &line, ESP_LINE_WORDS));
        }
      if (rows[i].holder != NULL)
        {
          EspHolder holder = { .name = esp_organization_intern (organization, rows[i].holder) };

          esp_organization_load (organization, POSITIONS, ix, ESP_POSITION_HOLDERS,
                                 esp_organization_add_list (organization, (const guint32 *) &holder, ESP_HOLDER_WORDS));
        }
    }
  esp_organization_end_load (organization);
  return organization;
}

static void
test_figures (void)
{
  static const Row rows[] = {
    { "a", "Head", NULL, NULL, "Ada" },
    { "b", "Lead", "a", NULL, "Bo" },
    { "c", "Analyst", "b", "a", NULL },
    { "d", "Lost", "gone", NULL, "Dee" },
    { "e", "Own boss", "e", NULL, "Eli" },
    { "f", "Ring", "g", NULL, "Fay" },
    { "g", "Ring", "f", NULL, NULL },
    { "h", "Below the ring", "g", NULL, NULL },
    { "b", "Lead", "a", NULL, "Bea" },
  };
  g_autoptr (EspOrganization) organization = make (rows, G_N_ELEMENTS (rows));
  g_autoptr (EspStatistics) statistics = esp_statistics_new (organization);

  g_assert_cmpuint (statistics->rows, ==, 9);
  g_assert_cmpuint (statistics->positions, ==, 8);
  g_assert_cmpuint (statistics->holders, ==, 6);
  g_assert_cmpuint (statistics->vacant, ==, 3);
  g_assert_cmpuint (statistics->roots, ==, 1);
  g_assert_cmpuint (statistics->orphans, ==, 1);
  g_assert_cmpuint (statistics->missing_managers, ==, 1);
  g_assert_cmpuint (statistics->self_reports, ==, 1);
  g_assert_cmpuint (statistics->cycles->len, ==, 1);
  g_assert_cmpuint (((GArray *) g_ptr_array_index (statistics->cycles, 0))->len, ==, 2);
  g_assert_cmpuint (statistics->levels, ==, 2); /* c by its shortest way, over the second line */
  g_assert_cmpuint (statistics->leaves, ==, 4); /* c d e h */
  g_assert_cmpuint (statistics->max_span, ==, 2);
  g_assert_cmpuint (statistics->secondary_lines, ==, 1);
  g_assert_cmpuint (statistics->duplicate_ids, ==, 1);
}

static guint
count_kind (GPtrArray     *findings,
            EspFindingKind kind)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += ((EspFinding *) g_ptr_array_index (findings, i))->kind == kind;
  return n;
}

static void
test_findings (void)
{
  static const Row rows[] = {
    { "007", "Head", NULL, NULL, "Ada" },
    { "b", "Zeros", "7", NULL, NULL },
    { "c", "Case", "B", NULL, NULL },
    { "e", "Own boss", "e", NULL, "Eli" },
    { "f", "Ring", "g", NULL, "Fay" },
    { "g", "Ring", "f", NULL, NULL },
    { "b", "Twice", NULL, "nobody", NULL },
  };
  const guint32 lines[] = { 10, 11, 12, 13, 14, 15, 16 };
  g_autoptr (EspOrganization) organization = make (rows, G_N_ELEMENTS (rows));
  g_autoptr (GPtrArray) findings = esp_findings_collect (organization, lines);

  g_assert_cmpuint (count_kind (findings, ESP_FINDING_ORPHAN), ==, 2);
  g_assert_cmpuint (count_kind (findings, ESP_FINDING_SELF_REPORT), ==, 1);
  g_assert_cmpuint (count_kind (findings, ESP_FINDING_RING), ==, 1);
  g_assert_cmpuint (count_kind (findings, ESP_FINDING_DUPLICATE_ID), ==, 1);
  g_assert_cmpuint (count_kind (findings, ESP_FINDING_MISSING), ==, 1);
  g_assert_cmpuint (count_kind (findings, ESP_FINDING_OFFER), ==, 2);
  for (guint i = 0; i < findings->len; i++)
    {
      EspFinding *finding = g_ptr_array_index (findings, i);

      g_assert_cmpuint (strlen (finding->message), >, 10);
      if (finding->kind == ESP_FINDING_RING)
        {
          g_assert_cmpuint (finding->line, ==, 14);
          g_assert_cmpstr (finding->id, ==, "f");
        }
    }
}

/* Rings and levels of random graphs against a plain count */
static void
test_random (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 200; round++)
    {
      guint n = g_rand_int_range (rand, 1, 30);
      g_autofree Row *rows = g_new0 (Row, n);
      g_autofree int *manager = g_new (int, n);
      g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (EspOrganization) organization = NULL;
      g_autoptr (EspStatistics) statistics = NULL;
      guint n_in_rings = 0, n_found = 0, levels = 0;

      for (guint i = 0; i < n; i++)
        g_ptr_array_add (ids, g_strdup_printf ("p%u", i));
      for (guint i = 0; i < n; i++)
        {
          manager[i] = g_rand_int_range (rand, -1, n);
          rows[i].id = g_ptr_array_index (ids, i);
          rows[i].manager = manager[i] < 0 ? NULL : g_ptr_array_index (ids, manager[i]);
        }
      organization = make (rows, n);
      statistics = esp_statistics_new (organization);
      for (guint i = 0; i < n; i++)
        {
          guint depth = 1, steps = 0;
          int at = manager[i];

          for (; at >= 0 && at != (int) i && steps <= n; at = manager[at], steps++)
            depth++;
          if (at < 0)
            levels = MAX (levels, depth);
          else if (at == (int) i && manager[i] != (int) i)
            n_in_rings++;
        }
      for (guint i = 0; i < statistics->cycles->len; i++)
        n_found += ((GArray *) g_ptr_array_index (statistics->cycles, i))->len;
      g_assert_cmpuint (n_found, ==, n_in_rings);
      g_assert_cmpuint (statistics->levels, ==, levels);
    }
}

static void
test_deep (void)
{
  const guint n = 300000;
  g_autoptr (EspOrganization) organization = esp_organization_new ();
  g_autoptr (EspStatistics) statistics = NULL;

  esp_organization_begin_load (organization, n);
  for (guint i = 0; i < n; i++)
    {
      EspIx ix = esp_organization_append (organization, POSITIONS);
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autofree char *manager = g_strdup_printf ("%u", i - 1);

      esp_organization_load (organization, POSITIONS, ix, ESP_POSITION_ID, esp_organization_intern (organization, id));
      if (i > 0)
        esp_organization_load (organization, POSITIONS, ix, ESP_POSITION_REPORTS_TO, esp_organization_intern (organization, manager));
    }
  esp_organization_end_load (organization);
  statistics = esp_statistics_new (organization);
  g_assert_cmpuint (statistics->levels, ==, n);
  g_assert_cmpuint (statistics->leaves, ==, 1);
}

static const char *
get_role_name (const char *role_id,
               gpointer    user_data)
{
  return g_str_equal (role_id, "tpm") ? "Technical Program Manager" : NULL;
}

static void
test_search (void)
{
  static const Row rows[] = {
    { "a", "Head of Développement", NULL, NULL, "Zoë Åkerlund" },
    { "b", "Program-Manager", "a", NULL, "Ada Quince" },
    { "c", "Analyst", "b", NULL, NULL },
  };
  static const struct
  {
    const char *query;
    guint       n;
    EspIx       first;
  } queries[] = {
    { "developpement", 1, 0 }, { "zoe AKER", 1, 0 }, { "manager ada", 1, 1 }, { "program manager", 2, 1 },
    { "", 0, 0 }, { "   ", 0, 0 }, { "ada zoe", 0, 0 }, { "technical", 1, 2 }, { "an", 2, 1 },
  };
  g_autoptr (EspOrganization) organization = make (rows, G_N_ELEMENTS (rows));
  g_autoptr (EspSearch) search = NULL;

  esp_organization_begin (organization, "Role");
  esp_organization_set (organization, POSITIONS, 2, ESP_POSITION_ROLE, esp_organization_intern (organization, "tpm"));
  esp_organization_commit (organization);
  search = esp_search_new (organization, get_role_name, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GArray) hits = esp_search_run (search, queries[i].query);

      g_test_message ("%s", queries[i].query);
      g_assert_cmpuint (hits->len, ==, queries[i].n);
      if (hits->len > 0)
        g_assert_cmpuint (g_array_index (hits, EspIx, 0), ==, queries[i].first);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/statistics", test_figures);
  g_test_add_func ("/figures/findings", test_findings);
  g_test_add_func ("/figures/random", test_random);
  g_test_add_func ("/figures/deep", test_deep);
  g_test_add_func ("/figures/search", test_search);
  return g_test_run ();
}
