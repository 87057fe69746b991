/* test-catalogue.c — what a catalogue says, and what it refuses to load
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <string.h>

#include "small-catalogue.h"

static EspCatalogue *
load_small (void)
{
  g_autoptr (GHashTable) files = small_catalogue_files (NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  EspCatalogue *catalogue = esp_catalogue_new_from_bytes (files, &error);

  g_assert_no_error (error);
  return catalogue;
}

static void
test_role (void)
{
  g_autoptr (EspCatalogue) catalogue = load_small ();
  const EspRole *role = esp_catalogue_find_role (catalogue, "program-manager");
  const EspRoleTopic *topic;
  const EspRolePlace *place;

  g_assert_nonnull (role);
  g_assert_cmpuint (esp_catalogue_get_roles (catalogue)->len, ==, 1);
  g_assert_true (g_ptr_array_index (esp_catalogue_get_roles (catalogue), 0) == role);
  g_assert_true (role->id == g_intern_string ("program-manager"));
  g_assert_cmpstr (role->name, ==, "Program Manager");
  g_assert_cmpstr (role->short_name, ==, "PM");
  g_assert_cmpint (role->family, ==, ESP_ROLE_FAMILY_PROGRAM);
  g_assert_cmpint (role->scope, ==, ESP_ROLE_SCOPE_INTERNAL);
  g_assert_true (role->ladder == esp_catalogue_find_ladder (catalogue, "program")->id);
  g_assert_cmpstr (role->level, ==, "senior");
  g_assert_cmpstr (role->aliases[0], ==, "Programme Manager");
  g_assert_null (role->aliases[1]);
  g_assert_cmpstr (role->path[1], ==, "Manager");
  g_assert_cmpuint (role->topics[ESP_TOPIC_CHALLENGE]->len, ==, 0);
  g_assert_cmpuint (role->sources->len, ==, 1);

  topic = g_ptr_array_index (role->topics[ESP_TOPIC_STAKEHOLDER], 0);
  g_assert_true (topic->topic == esp_catalogue_find_topic (catalogue, ESP_TOPIC_STAKEHOLDER, "sponsor"));
  g_assert_cmpint (topic->weight, ==, 3);
  g_assert_cmpstr (topic->text, ==, "Pays.");

  place = g_ptr_array_index (role->places, 0);
  g_assert_cmpstr (place->kind, ==, "department");
  g_assert_cmpstr (place->function, ==, "it");
}

static void
test_rungs (void)
{
  g_autoptr (EspCatalogue) catalogue = load_small ();
  const EspLadder *ladder = esp_catalogue_find_ladder (catalogue, "program");
  const EspRung *senior = esp_catalogue_find_rung (catalogue, "program/senior");
  const EspRung *junior = esp_catalogue_find_rung (catalogue, "program/junior");
  const EspMove *move = g_ptr_array_index (esp_catalogue_get_moves (catalogue), 0);
  const EspSkillLevel *build = g_ptr_array_index (move->build, 0);

  /* the lowest first, although the file has it last */
  g_assert_true (g_ptr_array_index (ladder->rungs, 0) == junior);
  g_assert_true (g_ptr_array_index (esp_catalogue_get_rungs (catalogue), 1) == senior);
  g_assert_cmpint (senior->rank, ==, 30);
  g_assert_true (senior->ladder == ladder);
  g_assert_true (senior->level == esp_catalogue_find_level (catalogue, "senior"));

  g_assert_true (move->from == junior && move->to == senior);
  g_assert_cmpint (move->kind, ==, ESP_MOVE_PROMOTION);
  g_assert_true (build->skill == esp_catalogue_find_skill (catalogue, "networks"));

  g_assert_true (esp_catalogue_find_rung_for (catalogue, "program-manager", "junior") == junior);
  g_assert_true (esp_catalogue_find_rung_for (catalogue, "program-manager", NULL) == senior);
  g_assert_null (esp_catalogue_find_rung_for (catalogue, "program-manager", "vp"));
  g_assert_null (esp_catalogue_find_rung_for (catalogue, "nobody", "junior"));
  g_assert_null (esp_catalogue_find_rung_for (catalogue, NULL, NULL));
  g_assert_cmpint (esp_catalogue_get_level_rank (catalogue, "junior"), ==, 15);
  g_assert_cmpint (esp_catalogue_get_level_rank (catalogue, "vp"), ==, -1);
}

static void
test_rest (void)
{
  g_autoptr (EspCatalogue) catalogue = load_small ();
  const EspEntry *level = g_ptr_array_index (esp_catalogue_get_skill_levels (catalogue), 3);
  const EspSource *source = g_ptr_array_index (esp_catalogue_get_sources (catalogue), 0);
  GPtrArray *facts = esp_catalogue_get_facts_about (catalogue, "role:program-manager");
  const EspSetting *setting = esp_catalogue_find_setting (catalogue, "startup");
  const EspEntry *pace = g_ptr_array_index (setting->aspects, 0);

  g_assert_cmpstr (level->id, ==, "4");
  g_assert_cmpstr (level->name, ==, "Leading");
  g_assert_cmpint (source->confidence, ==, 'B');
  g_assert_cmpstr (source->date, ==, "2015");
  g_assert_cmpuint (facts->len, ==, 1);
  g_assert_null (esp_catalogue_get_facts_about (catalogue, "role:nobody"));
  g_assert_cmpstr (pace->id, ==, "pace");
  g_assert_cmpstr (pace->name, ==, "Pace");
  g_assert_cmpstr (pace->text, ==, "Fast.");
  g_assert_cmpstr (esp_catalogue_find_function (catalogue, "it")->family, ==, "technology");
  g_assert_null (esp_catalogue_find_kind (catalogue, "pmo")->family);
  g_assert_cmpstr (esp_catalogue_find_sample (catalogue, "tiny")->resource, ==,
                   "/io/github/espalier/Espalier/organizations/tiny.json");
  g_assert_cmpuint (esp_catalogue_get_glossary (catalogue)->len, ==, 1);
}

static void
test_families (void)
{
  for (EspRoleFamily family = ESP_ROLE_FAMILY_PROGRAM; family <= ESP_ROLE_FAMILY_OTHER; family++)
    g_assert_cmpint (esp_role_family_is_program_management (family), ==, family != ESP_ROLE_FAMILY_OTHER);
}

static const struct
{
  const char        *name;
  const char        *file;
  const char        *find;
  const char        *replace;
  EspCatalogueError  code;
  const char        *message; /* how it starts */
} bad[] = {
  { "not-json", "moves.json", "\"moves\": [", "\"moves\" [", ESP_CATALOGUE_ERROR_SYNTAX, "moves.json: $: " },
  { "empty", "glossary.json", small_catalogue[8].text, "", ESP_CATALOGUE_ERROR_SYNTAX, "glossary.json: $: " },
  { "array", "glossary.json", small_catalogue[8].text, "[]", ESP_CATALOGUE_ERROR_SYNTAX, "glossary.json: $: is not a JSON object" },
  { "not-utf8", "glossary.json", "A project", "\xff", ESP_CATALOGUE_ERROR_SYNTAX, "glossary.json: $: is not UTF-8" },
  { "deep", "roles.json", "[]", "[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]", ESP_CATALOGUE_ERROR_SYNTAX, "roles.json: $: is nested too deep" },
  { "format", "roles.json", "espalier-catalogue", "other", ESP_CATALOGUE_ERROR_SYNTAX, "roles.json: $.format: " },
  { "version", "roles.json", "\"version\": 1", "\"version\": 2", ESP_CATALOGUE_ERROR_SYNTAX, "roles.json: $.version: " },
  { "list-missing", "roles.json", "\"roles\"", "\"rolls\"", ESP_CATALOGUE_ERROR_FIELD, "roles.json: $.roles: is missing" },
  { "list-type", "roles.json", "[]", "{}", ESP_CATALOGUE_ERROR_FIELD, "roles.json: $.roles[0].challenges: is not an array" },
  { "element-type", "roles.json", "[]", "[ 1 ]", ESP_CATALOGUE_ERROR_FIELD, "roles.json: $.roles[0].challenges[0]: is not an object" },
  { "member-missing", "roles.json", "\"summary\"", "\"sumary\"", ESP_CATALOGUE_ERROR_FIELD, "roles.json: $.roles[0].summary: is missing" },
  { "member-type", "roles.json", "\"PM\"", "1", ESP_CATALOGUE_ERROR_FIELD, "roles.json: $.roles[0].short: is not a string" },
  { "member-null", "roles.json", "\"PM\"", "null", ESP_CATALOGUE_ERROR_FIELD, "roles.json: $.roles[0].short: is not a string" },
  { "text-empty", "roles.json", "Pays.", "", ESP_CATALOGUE_ERROR_FIELD, "roles.json: $.roles[0].stakeholders[0].text: is empty" },
  { "string-list", "roles.json", "\"Coordinator\"", "false", ESP_CATALOGUE_ERROR_FIELD, "roles.json: $.roles[0].path[0]: " },
  { "choice", "roles.json", "\"family\": \"program\"", "\"family\": \"boss\"", ESP_CATALOGUE_ERROR_FIELD, "roles.json: $.roles[0].family: " },
  { "weight-high", "roles.json", "\"weight\": 2", "\"weight\": 4", ESP_CATALOGUE_ERROR_FIELD,
    "roles.json: $.roles[0].responsibilities[0].weight: is not a whole number from 1 to 3" },
  { "weight-real", "roles.json", "\"weight\": 2", "\"weight\": 2.5", ESP_CATALOGUE_ERROR_FIELD,
    "roles.json: $.roles[0].responsibilities[0].weight: " },
  { "level-huge", "moves.json", "\"level\": 2", "\"level\": 9223372036854775808", ESP_CATALOGUE_ERROR_FIELD,
    "moves.json: $.moves[0].build[0].level: " },
  { "id-form", "topics.json", "\"plan\"", "\"The plan\"", ESP_CATALOGUE_ERROR_FIELD, "topics.json: $.responsibilities[0].id: " },
  { "id-twice", "topics.json", "\"vendor\"", "\"sponsor\"", ESP_CATALOGUE_ERROR_REFERENCE, "topics.json: $.stakeholders[1]: " },
  { "topic-unknown", "roles.json", "\"order\"", "\"sponsor\"", ESP_CATALOGUE_ERROR_REFERENCE,
    "roles.json: $.roles[0].interests[0].topic: there is no “sponsor”" },
  { "skill-unknown", "ladders.json", "\"planning\"", "\"juggling\"", ESP_CATALOGUE_ERROR_REFERENCE,
    "ladders.json: $.ladders[0].rungs[0].skills[0].skill: there is no “juggling”" },
  { "skill-twice", "roles.json", "\"level\": 3 }", "\"level\": 3 }, { \"skill\": \"planning\", \"level\": 2 }",
    ESP_CATALOGUE_ERROR_REFERENCE, "roles.json: $.roles[0].skills[1].skill: the skill stands twice" },
  { "group-unknown", "skills.json", "\"group\": \"craft\"", "\"group\": \"art\"", ESP_CATALOGUE_ERROR_REFERENCE, "skills.json: $.skills[0].group: " },
  { "skill-levels", "skills.json", "\"level\": 2", "\"level\": 3", ESP_CATALOGUE_ERROR_FIELD, "skills.json: $.levels[1].level: " },
  { "ladder-unknown", "roles.json", "\"ladder\": \"program\"", "\"ladder\": \"rope\"", ESP_CATALOGUE_ERROR_REFERENCE, "roles.json: $.roles[0].ladder: " },
  { "level-without-ladder", "roles.json", "\"ladder\": \"program\", ", "", ESP_CATALOGUE_ERROR_FIELD, "roles.json: $.roles[0].level: needs a ladder" },
  { "rung-twice", "ladders.json", "\"level\": \"junior\"", "\"level\": \"senior\"", ESP_CATALOGUE_ERROR_REFERENCE, "ladders.json: $.ladders[0].rungs[1]: " },
  { "rung-unknown", "moves.json", "program/junior", "program/intern", ESP_CATALOGUE_ERROR_REFERENCE, "moves.json: $.moves[0].from: there is no “program/intern”" },
  { "move-to-itself", "moves.json", "program/junior", "program/senior", ESP_CATALOGUE_ERROR_REFERENCE, "moves.json: $.moves[0].to: " },
  { "place-unknown", "roles.json", "\"kind\": \"department\"", "\"kind\": \"garden\"", ESP_CATALOGUE_ERROR_REFERENCE, "roles.json: $.roles[0].places[0].kind: " },
  { "place-twice", "roles.json", "\"text\": \"Close to the work.\" }",
    "\"text\": \"A\" }, { \"kind\": \"department\", \"function\": \"it\", \"text\": \"B\" }", ESP_CATALOGUE_ERROR_REFERENCE,
    "roles.json: $.roles[0].places[1]: the place stands twice" },
  { "aspect-unknown", "settings.json", "\"aspect\": \"pace\"", "\"aspect\": \"mood\"", ESP_CATALOGUE_ERROR_REFERENCE, "settings.json: $.settings[0].aspects[0].aspect: " },
  { "source-unknown", "sources.json", "[ \"survey\" ]", "[ \"rumour\" ]", ESP_CATALOGUE_ERROR_REFERENCE, "sources.json: $.facts[0].sources: there is no “rumour”" },
  { "source-none", "sources.json", "[ \"survey\" ]", "[]", ESP_CATALOGUE_ERROR_FIELD, "sources.json: $.facts[0].sources: " },
  { "about-unknown", "sources.json", "role:program-manager", "role:pilot", ESP_CATALOGUE_ERROR_REFERENCE, "sources.json: $.facts[0].about: there is no “role:pilot”" },
};

static void
test_bad (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GHashTable) files = small_catalogue_files (bad[i].file, bad[i].find, bad[i].replace);
  g_autoptr (GError) error = NULL;

  g_assert_null (esp_catalogue_new_from_bytes (files, &error));
  g_assert_error (error, ESP_CATALOGUE_ERROR, (int) bad[i].code);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, bad[i].message));
}

static void
test_missing_file (void)
{
  g_autoptr (GHashTable) files = small_catalogue_files (NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_hash_table_remove (files, "roles.json");
  g_assert_null (esp_catalogue_new_from_bytes (files, &error));
  g_assert_error (error, ESP_CATALOGUE_ERROR, ESP_CATALOGUE_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==, "roles.json: $: is missing");
}

/* Nothing that is cut or damaged brings the loader down. */
static void
test_damaged (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 500; round++)
    {
      guint which = g_rand_int_range (rand, 0, G_N_ELEMENTS (small_catalogue));
      g_autoptr (GHashTable) files = small_catalogue_files (NULL, NULL, NULL);
      g_autofree char *text = g_strdup (small_catalogue[which].text);
      gsize size = strlen (text);
      g_autoptr (EspCatalogue) catalogue = NULL;
      g_autoptr (GError) error = NULL;

      if (round % 2 == 0)
        size = g_rand_int_range (rand, 0, size);
      else
        text[g_rand_int_range (rand, 0, size)] = "{}[]\",:0a\\\n\xc3"[g_rand_int_range (rand, 0, 12)];
      g_hash_table_insert (files, (gpointer) small_catalogue[which].name, g_bytes_new (text, size));
      catalogue = esp_catalogue_new_from_bytes (files, &error);
      g_assert_true ((catalogue == NULL) == (error != NULL));
    }
}

static void
test_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_dir_make_tmp ("espalier-catalogue-XXXXXX", &error);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (EspCatalogue) catalogue = NULL;

  g_assert_null (esp_catalogue_new_from_folder (folder, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  for (guint i = 0; i < G_N_ELEMENTS (small_catalogue); i++)
    {
      g_autofree char *file = g_build_filename (path, small_catalogue[i].name, NULL);

      g_assert_true (g_file_set_contents (file, small_catalogue[i].text, -1, NULL));
    }
  catalogue = esp_catalogue_new_from_folder (folder, &error);
  g_assert_no_error (error);
  g_assert_nonnull (esp_catalogue_find_role (catalogue, "program-manager"));
  g_assert_finalize_object (g_steal_pointer (&catalogue));

  for (guint i = 0; i < G_N_ELEMENTS (small_catalogue); i++)
    {
      g_autofree char *file = g_build_filename (path, small_catalogue[i].name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

/* The catalogue of the program loads, whichever thread asks first. */
static void
test_builtin (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EspCatalogue) catalogue = esp_catalogue_new_from_builtin (&error);
  EspCatalogue *shared;

  g_assert_no_error (error);
  g_assert_nonnull (catalogue);
  esp_catalogue_preload ();
  shared = esp_catalogue_get_default ();
  g_assert_true (shared == esp_catalogue_get_default ());
  g_assert_cmpuint (esp_catalogue_get_roles (shared)->len, ==, esp_catalogue_get_roles (catalogue)->len);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/role", test_role);
  g_test_add_func ("/catalogue/rungs", test_rungs);
  g_test_add_func ("/catalogue/rest", test_rest);
  g_test_add_func ("/catalogue/families", test_families);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/catalogue/bad/", bad[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bad);
    }
  g_test_add_func ("/catalogue/missing-file", test_missing_file);
  g_test_add_func ("/catalogue/damaged", test_damaged);
  g_test_add_func ("/catalogue/folder", test_folder);
  g_test_add_func ("/catalogue/builtin", test_builtin);
  return g_test_run ();
}
