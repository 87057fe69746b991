/* test-fixes.c — what the data doctor can do, done and taken back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "organization/esp-fixes.h"

#define POSITIONS ESP_TABLE_POSITIONS

/* id, manager, second manager, holder */
typedef struct
{
  const char *id;
  const char *manager;
  const char *second;
  const char *holder;
} Row;

static EspOrganization *
make (const Row *rows)
{
  EspOrganization *organization = esp_organization_new ();

  esp_organization_begin_load (organization, 0);
  for (; rows->id != NULL; rows++)
    {
      EspIx ix = esp_organization_append (organization, POSITIONS);

      esp_organization_load (organization, POSITIONS, ix, ESP_POSITION_ID, esp_organization_intern (organization, rows->id));
      esp_organization_load (organization, POSITIONS, ix, ESP_POSITION_REPORTS_TO, esp_organization_intern (organization, rows->manager));
      if (rows->second != NULL)
        {
          EspLine line = { .to = esp_organization_intern (organization, rows->second), .kind = esp_organization_intern (organization, "second") };

          esp_organization_load (organization, POSITIONS, ix, ESP_POSITION_LINES,
                                 esp_organization_add_list (organization, (const guint32 *) &line, ESP_LINE_WORDS));
        }
      if (rows->holder != NULL)
        {
          EspHolder holder = { .name = esp_organization_intern (organization, rows->holder) };

          esp_organization_load (organization, POSITIONS, ix, ESP_POSITION_HOLDERS,
                                 esp_organization_add_list (organization, (const guint32 *) &holder, ESP_HOLDER_WORDS));
        }
    }
  esp_organization_end_load (organization);
  return organization;
}

/* “a b<a c<b+a” */
static char *
describe (EspOrganization *organization)
{
  GString *text = g_string_new (NULL);
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, ESP_TABLE_UNITS, &n);

  for (guint32 i = 0; i < n; i++)
    {
      const char *parent = esp_organization_get_text (organization, ESP_TABLE_UNITS, order[i], ESP_UNIT_PARENT);

      g_string_append_printf (text, "%s(%s%s%s)", i > 0 ? " " : "", esp_organization_get_text (organization, ESP_TABLE_UNITS, order[i], ESP_UNIT_ID),
                              parent != NULL ? "<" : "", parent != NULL ? parent : "");
    }
  order = esp_organization_get_order (organization, POSITIONS, &n);
  for (guint32 i = 0; i < n; i++)
    {
      const char *manager = esp_organization_get_text (organization, POSITIONS, order[i], ESP_POSITION_REPORTS_TO);
      guint32 n_words;
      const guint32 *words = esp_organization_get_list (organization, esp_organization_get (organization, POSITIONS, order[i], ESP_POSITION_LINES), &n_words);

      g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? " " : "", esp_organization_get_text (organization, POSITIONS, order[i], ESP_POSITION_ID),
                              manager != NULL ? "<" : "", manager != NULL ? manager : "");
      for (guint32 k = 0; k < n_words; k += ESP_LINE_WORDS)
        g_string_append_printf (text, "+%s", esp_organization_get_string (organization, words[k]));
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  EspFixKind  action;
  guint       nth; /* of the findings with that action */
  Row         rows[6];
  const char *fixed;
  guint       n_left; /* findings with that action afterwards */
} cases[] = {
  { ESP_FIX_MAKE_TOP, 0, { { "a", "z" }, { "b", "a" } }, "a b<a", 0 },
  { ESP_FIX_MAKE_TOP, 0, { { "a", "a" }, { "b", "a" } }, "a b<a", 0 },
  { ESP_FIX_MAKE_TOP, 0, { { "a", "b" }, { "b", "a" } }, "a b<a", 0 },
  { ESP_FIX_IGNORE_ZEROS, 0, { { "007" }, { "8", "7", "0007" }, { "9", "08" } }, "007 8<007+007 9<8", 0 },
  { ESP_FIX_IGNORE_CASE, 0, { { "ab" }, { "CD", "AB" }, { "Äb" }, { "e", "äB" } }, "ab CD<ab Äb e<Äb", 0 },
  { ESP_FIX_TAKE_NAME, 0, { { "1", NULL, NULL, "Ada Larch" }, { "2", "Larch, Ada", NULL, "Bo" }, { "3", "nobody" } }, "1 2<1 3<nobody", 0 },
  { ESP_FIX_SPLIT, 0, { { "a" }, { "b", "a" }, { "b", "x" }, { "b (2)", "b" } }, "a b<a b (3)<x b (2)<b", 0 },
  { ESP_FIX_REMOVE_LINES, 0, { { "a", NULL, "z" }, { "b", "a", "a" } }, "a b<a+a", 0 },
};

static guint
count (GPtrArray   *findings,
       EspFixKind   action,
       guint        nth,
       EspFinding **found)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      EspFinding *finding = g_ptr_array_index (findings, i);

      if (finding->action == action && n++ == nth && found != NULL)
        *found = finding;
    }
  return n;
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EspOrganization) organization = make (cases[i].rows);
      g_autoptr (GPtrArray) findings = esp_findings_collect (organization, NULL);
      g_autoptr (GPtrArray) left = NULL;
      g_autofree char *before = describe (organization);
      g_autofree char *fixed = NULL, *undone = NULL, *redone = NULL;
      EspFinding *finding = NULL;

      g_test_message ("number %u: %s", i, before);
      g_assert_cmpuint (count (findings, cases[i].action, cases[i].nth, &finding), >, 0);
      g_assert_nonnull (finding);
      g_assert_cmpuint (esp_fix_apply (organization, finding), >, 0);
      g_assert_nonnull (esp_fix_get_label (finding->action));
      g_assert_cmpstr (esp_organization_get_undo_name (organization), ==, esp_fix_get_label (finding->action));
      fixed = describe (organization);
      g_assert_cmpstr (fixed, ==, cases[i].fixed);
      left = esp_findings_collect (organization, NULL);
      g_assert_cmpuint (count (left, cases[i].action, 0, NULL), ==, cases[i].n_left);

      esp_organization_undo (organization);
      undone = describe (organization);
      g_assert_cmpstr (undone, ==, before);
      g_assert_false (esp_organization_is_modified (organization));
      esp_organization_redo (organization);
      redone = describe (organization);
      g_assert_cmpstr (redone, ==, fixed);
    }
}

/* Two who might be meant are none. */
static void
test_ambiguous (void)
{
  static const Row rows[] = { { "01", NULL, NULL, "Ada" }, { "001", NULL, NULL, "ada" }, { "2", "1" }, { "3", "Ada" }, { NULL } };
  g_autoptr (EspOrganization) organization = make (rows);
  g_autoptr (GPtrArray) findings = esp_findings_collect (organization, NULL);

  g_assert_cmpuint (count (findings, ESP_FIX_IGNORE_ZEROS, 0, NULL), ==, 0);
  g_assert_cmpuint (count (findings, ESP_FIX_TAKE_NAME, 0, NULL), ==, 0);
}

static void
test_units (void)
{
  static const Row rows[] = { { "a" }, { "b", "a" }, { "c", "b", NULL, "Ada" }, { "c", "a" }, { NULL } };
  g_autoptr (EspOrganization) organization = make (rows);
  EspFinding finding = { .action = ESP_FIX_MAKE_UNITS, .ix = ESP_IX_NONE };
  g_autofree char *before = describe (organization);
  g_autofree char *fixed = NULL, *undone = NULL;

  g_assert_cmpuint (esp_fix_apply (organization, &finding), ==, 3);
  fixed = describe (organization);
  g_assert_cmpstr (fixed, ==, "(a) (b<a) (c<b) c<b c<a");
  esp_organization_undo (organization);
  undone = describe (organization);
  g_assert_cmpstr (undone, ==, before);
}

/* Nothing to do is no step; a finding whose row is gone does nothing. */
static void
test_nothing (void)
{
  static const Row rows[] = { { "a" }, { "b", "a" }, { NULL } };
  g_autoptr (EspOrganization) organization = make (rows);
  EspFinding top = { .action = ESP_FIX_MAKE_TOP, .table = POSITIONS, .ix = 0 };
  EspFinding gone = { .action = ESP_FIX_SPLIT, .table = POSITIONS, .ix = 1 };

  g_assert_cmpuint (esp_fix_apply (organization, &top), ==, 0);
  g_assert_false (esp_organization_can_undo (organization));
  esp_organization_begin (organization, "x");
  esp_organization_remove (organization, POSITIONS, 1);
  esp_organization_commit (organization);
  g_assert_cmpuint (esp_fix_apply (organization, &gone), ==, 0);
  g_assert_null (esp_fix_get_label (ESP_FIX_NONE));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fixes/cases", test_cases);
  g_test_add_func ("/fixes/ambiguous", test_ambiguous);
  g_test_add_func ("/fixes/units", test_units);
  g_test_add_func ("/fixes/nothing", test_nothing);

  return g_test_run ();
}
