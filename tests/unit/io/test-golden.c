/* test-golden.c — an edit changes what it is about and no other byte; what is taken back is as it was to the byte
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "io/esp-io.h"
#include "organization/esp-edits.h"
#include "organization/random-changes.h"

#define POSITIONS ESP_TABLE_POSITIONS
#define UNITS     ESP_TABLE_UNITS

static char *
read_file (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("ESP_SOURCE_ROOT"), folder, name, NULL);
  char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static EspOrganization *
load (const char *text,
      gboolean    is_canonical)
{
  g_autoptr (EspLoadReport) report = NULL;
  g_autoptr (GError) error = NULL;
  EspOrganization *organization = esp_io_load_bytes (text, strlen (text), "test", &report, &error);

  g_assert_no_error (error);
  g_assert_cmpint (report->is_canonical, ==, is_canonical);
  return organization;
}

static char *
write_text (EspOrganization *organization)
{
  g_autoptr (GBytes) bytes = esp_io_to_bytes (organization, ESP_FILE_DOCUMENT);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_text (EspOrganization *organization,
             const char      *wanted)
{
  g_autofree char *text = write_text (organization);

  g_assert_cmpstr (text, ==, wanted);
}

/* Every kind of place in which something can stand that this version does not know, numbers and escapes in odd forms, members in odd orders */
static void
test_foreign (void)
{
  g_autofree char *foreign = read_file ("tests/data", "foreign.espalier");
  g_autofree char *canonical = read_file ("tests/data", "foreign-canonical.espalier");
  g_autoptr (EspOrganization) first = load (foreign, FALSE);
  g_autoptr (EspOrganization) second = load (canonical, TRUE);

  assert_text (first, canonical);
  assert_text (second, canonical);
}

/* Single edits. The positions of the file: 0 a, 1 b, 2 c, 3 and 4 none, 5 the double of b, 6 d; the units: 0 u1, 1 u2 */

static void rename_all (EspOrganization *o) { esp_edit_rename_organization (o, "Other"); }
static void retitle (EspOrganization *o) { esp_edit_retitle (o, 0, "Bo\"ss", NULL); }
static void retitle_number (EspOrganization *o) { esp_edit_retitle (o, 1, "T", NULL); }
static void retitle_twice (EspOrganization *o) { esp_edit_retitle (o, 2, "D", NULL); }
static void retitle_double (EspOrganization *o) { esp_edit_retitle (o, 5, "One more", NULL); }
static void set_posts (EspOrganization *o) { esp_edit_set_posts (o, 0, "0,10", NULL); }
static void set_same_posts (EspOrganization *o) { esp_edit_set_posts (o, 0, "2", NULL); }
static void set_scope (EspOrganization *o) { esp_edit_set_scope (o, 1, ESP_SCOPE_EXTERNAL); }
static void set_arrange (EspOrganization *o) { esp_edit_set_arrange (o, 2, ESP_ARRANGEMENT_BLOCK); }
static void set_note (EspOrganization *o) { esp_edit_set_note (o, 6, "a\n“b”"); }
static void set_level (EspOrganization *o) { esp_edit_set_level (o, 6, "senior"); }
static void clear_role (EspOrganization *o) { esp_edit_set_role (o, 6, NULL); }
static void rename_holder (EspOrganization *o) { esp_edit_rename_holder (o, 0, 0, "Cy Ash", NULL); }
static void name_holder (EspOrganization *o) { esp_edit_rename_holder (o, 0, 1, "Cy Ash", NULL); }
static void add_holder (EspOrganization *o) { esp_edit_rename_holder (o, 1, 0, "Cy Ash", NULL); }
static void set_share (EspOrganization *o) { esp_edit_set_holder_share (o, 0, 0, ".25", NULL); }
static void remove_holder (EspOrganization *o) { esp_edit_remove_holder (o, 0, 0); }
static void vacate (EspOrganization *o) { esp_edit_vacate (o, 6); }
static void set_kind (EspOrganization *o) { esp_edit_set_line_kind (o, 0, 0, ESP_LINE_VENDOR, NULL); }
static void set_same_kind (EspOrganization *o) { esp_edit_set_line_kind (o, 0, 1, ESP_LINE_DOTTED, NULL); }
static void set_end (EspOrganization *o) { esp_edit_set_line_end (o, 0, 1, 6, NULL); }
static void set_line_share (EspOrganization *o) { esp_edit_set_line_share (o, 0, 0, "", NULL); }
static void remove_line (EspOrganization *o) { esp_edit_remove_line (o, 0, 1); }
static void move (EspOrganization *o) { esp_edit_move_position (o, 6, 0, NULL); }
static void move_to_top (EspOrganization *o) { esp_edit_move_position (o, 1, ESP_IX_NONE, NULL); }
static void move_to_unit (EspOrganization *o) { esp_edit_move_to_unit (o, 1, 1); }
static void add (EspOrganization *o) { esp_edit_add_position (o, "New", 0, 1, 3); }
static void remove_one (EspOrganization *o) { esp_edit_remove_position (o, 2, ESP_REPORTS_MOVE_UP); }
static void reorder (EspOrganization *o) { esp_edit_reorder (o, POSITIONS, 4, 3); }
static void rename_unit (EspOrganization *o) { esp_edit_rename_unit (o, 0, "Uno", NULL); }
static void set_unit_kind (EspOrganization *o) { esp_edit_set_unit_kind (o, 0, ESP_UNIT_KIND_PMO); }
static void set_head (EspOrganization *o) { esp_edit_set_head (o, 0, 0); }
static void set_unit_staff (EspOrganization *o) { esp_edit_set_staff (o, UNITS, 1, ESP_STAFF_DEFAULT); }
static void add_unit (EspOrganization *o) { esp_edit_add_unit (o, "New", ESP_UNIT_KIND_TEAM, 1); }
static void remove_unit (EspOrganization *o) { esp_edit_remove_unit (o, 0); }

/* What stands in the file, and what stands there after the edit; all else stays */
static const struct
{
  const char  *name;
  void       (*edit) (EspOrganization *organization);
  const char  *changes[3][2];
} edits[] = {
#define EDIT(name) #name, name
  { EDIT (rename_all), { { "\"Foreign\\tformatting\"", "\"Other\"" } } },
  { EDIT (retitle), { { "\"Head of Program…\"", "\"Bo\\\"ss\"" } } },
  { EDIT (retitle_number), { { "\"b\", \"unit\"", "\"b\", \"title\": \"T\", \"unit\"" }, { " \"title\": 5,", "" } } },
  { EDIT (retitle_twice), { { "\"title\": \"C\"", "\"title\": \"D\"" }, { ", \"title\": \"again\"", "" } } },
  { EDIT (retitle_double), { { "\"The double\"", "\"One more\"" } } },
  { EDIT (set_posts), { { "2.00", "0.1" } } },
  { EDIT (set_same_posts), { { NULL } } },
  { EDIT (set_scope), { { ", \"scope\": \"inward\"", "" }, { "\"unit\": \"u1\", \"posts\"", "\"unit\": \"u1\", \"scope\": \"external\", \"posts\"" } } },
  { EDIT (set_arrange), { { ", \"title\": \"again\", \"arrange\": \"heap\"", ", \"arrange\": \"block\", \"title\": \"again\"" } } },
  { EDIT (set_note), { { "\"reports_to\": \"lost\"", "\"reports_to\": \"lost\", \"note\": \"a\\n“b”\"" } } },
  { EDIT (set_level), { { "\"level\": null", "\"level\": \"senior\"" } } },
  { EDIT (clear_role), { { " \"role\": \"it-pm\",", "" } } },
  { EDIT (rename_holder), { { "\"Ada \\\"Q\\\" Quince\"", "\"Cy Ash\"" } } },
  { EDIT (name_holder), { { "{ \"x-only\"", "{ \"name\": \"Cy Ash\", \"x-only\"" } } },
  { EDIT (add_holder), { { "\"holders\": []", "\"holders\": [ { \"name\": \"Cy Ash\" } ]" } } },
  { EDIT (set_share), { { "5e-1", "0.25" } } },
  { EDIT (remove_holder), { { "{ \"name\": \"Ada \\\"Q\\\" Quince\", \"share\": 5e-1, \"x-mail\": \"ada\\/q\" }, ", "" } } },
  { EDIT (vacate), { { " \"holders\": [ { \"name\": \"Bo Larch\" } ],", "" } } },
  { EDIT (set_kind), { { "\"dotted\"", "\"vendor\"" } } },
  { EDIT (set_same_kind), { { NULL } } },
  { EDIT (set_end), { { "\"nobody\"", "\"d\"" } } },
  { EDIT (set_line_share), { { ", \"share\": 0.20", "" } } },
  { EDIT (remove_line), { { ", { \"to\": \"nobody\", \"kind\": \"sideways\" }", "" } } },
  { EDIT (move), { { "\"lost\"", "\"a\"" } } },
  { EDIT (move_to_top), { { " \"reports_to\": \"a\",", "" } } },
  { EDIT (move_to_unit), { { "\"b\", \"unit\": \"u1\"", "\"b\", \"unit\": \"u2\"" } } },
  { EDIT (add), { { "\"not a position\",\n", "\"not a position\",\n    { \"id\": \"p8\", \"title\": \"New\", \"unit\": \"u2\", \"reports_to\": \"a\" },\n" } } },
  { EDIT (remove_one), { { "    { \"id\": \"c\", \"title\": \"C\", \"reports_to\": \"b\", \"staff\": false, \"serves\": [ \"u1\", \"gone\" ], \"title\": \"again\","
                           " \"arrange\": \"heap\" },\n", "" },
                         { "\"The double\", \"reports_to\": \"c\"", "\"The double\"" } } },
  { EDIT (reorder), { { "    \"not a position\",\n    { \"title\": \"No id\", \"x\": [ 1, 2 ] },\n", "    { \"title\": \"No id\", \"x\": [ 1, 2 ] },\n    \"not a position\",\n" } } },
  { EDIT (rename_unit), { { "\"One\"", "\"Uno\"" } } },
  { EDIT (set_unit_kind), { { "\"laboratory\"", "\"pmo\"" } } },
  { EDIT (set_head), { { "\"x-unit\": -0, \"head\": [\"a\"]", "\"head\": \"a\", \"x-unit\": -0" } } },
  { EDIT (set_unit_staff), { { ", \"staff\": true", "" } } },
  { EDIT (add_unit), { { "\"staff\": true }", "\"staff\": true },\n    { \"id\": \"u3\", \"name\": \"New\", \"kind\": \"team\", \"parent\": \"u2\" }" } } },
  { EDIT (remove_unit), { { "    { \"id\": \"u1\", \"name\": \"One\", \"kind\": \"laboratory\", \"x-unit\": -0, \"head\": [\"a\"] },\n", "" },
                          { " \"parent\": \"u1\",", "" }, { "\"b\", \"unit\": \"u1\",", "\"b\"," } } },
#undef EDIT
};

static void
test_edit (gconstpointer data)
{
  guint nth = GPOINTER_TO_UINT (data);
  g_autofree char *foreign = read_file ("tests/data", "foreign.espalier");
  g_autofree char *canonical = read_file ("tests/data", "foreign-canonical.espalier");
  g_autoptr (EspOrganization) organization = load (foreign, FALSE);
  g_autoptr (GString) wanted = g_string_new (canonical);

  for (guint i = 0; i < G_N_ELEMENTS (edits[nth].changes) && edits[nth].changes[i][0] != NULL; i++)
    g_assert_cmpuint (g_string_replace (wanted, edits[nth].changes[i][0], edits[nth].changes[i][1], 0), ==, 1);
  edits[nth].edit (organization);
  assert_text (organization, wanted->str);
  esp_organization_undo (organization);
  assert_text (organization, canonical);
  g_assert_false (esp_organization_is_modified (organization));
  esp_organization_redo (organization);
  assert_text (organization, wanted->str);
  g_clear_object (&organization);
  organization = load (wanted->str, TRUE); /* what is written is canonical again */
}

/* A thousand random steps on each file; back, forth, back and forth */
static void
walk (const char *text,
      gboolean    is_canonical,
      GRand      *rand)
{
  g_autoptr (EspOrganization) organization = load (text, is_canonical);
  g_autofree char *before = write_text (organization);
  g_autofree char *after = NULL;

  if (is_canonical)
    g_assert_cmpstr (before, ==, text);
  for (guint i = 0; i < 1000; i++)
    random_step (organization, rand);
  while (esp_organization_can_redo (organization))
    esp_organization_redo (organization);
  after = write_text (organization);
  g_assert_cmpstr (after, !=, before);
  for (guint i = 0; i < 2; i++)
    {
      while (esp_organization_can_undo (organization))
        esp_organization_undo (organization);
      assert_text (organization, before);
      g_assert_false (esp_organization_is_modified (organization));
      while (esp_organization_can_redo (organization))
        esp_organization_redo (organization);
      assert_text (organization, after);
      g_assert_true (esp_organization_is_modified (organization));
    }
}

static void
test_walk (void)
{
  static const char *const samples[] = { "startup.json", "services-firm.json", "after-acquisition.json", "large-technology-company.json" };
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree char *foreign = read_file ("tests/data", "foreign.espalier");

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *text = read_file ("data/organizations", samples[i]);

      walk (text, TRUE, rand);
    }
  for (guint i = 0; i < 10; i++)
    walk (foreign, FALSE, rand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/golden/foreign", test_foreign);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *path = g_strconcat ("/golden/edit/", edits[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_edit);
    }
  g_test_add_func ("/golden/walk", test_walk);
  return g_test_run ();
}
