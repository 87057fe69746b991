/* test-document.c — our own format: what is read, kept, said and written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "io/esp-io-limits.h"
#include "io/esp-io.h"
#include "organization/esp-findings.h"

#define HEAD "{ \"format\": \"espalier-organization\", \"version\": 1"

static EspOrganization *
load (const char     *text,
      EspLoadReport **report)
{
  g_autoptr (GError) error = NULL;
  EspOrganization *organization = esp_io_load_bytes (text, strlen (text), "t", report, &error);

  g_assert_no_error (error);
  g_assert_nonnull (organization);

  return organization;
}

static char *
save (EspOrganization *organization)
{
  g_autoptr (GBytes) bytes = esp_io_to_bytes (organization, ESP_FILE_DOCUMENT);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Text in, canonical text out, which is its own canonical form. Returns: the number of import findings */
static guint
assert_canonical (const char *text,
                  const char *wanted)
{
  g_autoptr (EspLoadReport) report = NULL, again = NULL;
  g_autoptr (EspOrganization) organization = load (text, &report);
  g_autofree char *written = save (organization);
  g_autoptr (EspOrganization) second = NULL;
  g_autofree char *rewritten = NULL;

  g_assert_cmpstr (written, ==, wanted);
  g_assert_cmpint (report->is_canonical, ==, strcmp (text, wanted) == 0);
  second = load (written, &again);
  rewritten = save (second);
  g_assert_cmpstr (rewritten, ==, wanted);
  g_assert_true (again->is_canonical);
  g_assert_cmpuint (esp_organization_get_import_findings (second)->len, ==, esp_organization_get_import_findings (organization)->len);

  return esp_organization_get_import_findings (organization)->len;
}

static void
test_samples (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("ESP_SOURCE_ROOT"), "data", "organizations", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      g_test_message ("%s", name);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_cmpuint (assert_canonical (text, text), ==, 0);
      n++;
    }
  g_assert_cmpuint (n, >=, 4);
}

static void
test_forms (void)
{
  g_assert_cmpuint (assert_canonical (HEAD " }\n", HEAD " }\n"), ==, 0);
  g_assert_cmpuint (assert_canonical ("\xef\xbb\xbf" HEAD "}", HEAD " }\n"), ==, 0);
  g_assert_cmpuint (assert_canonical ("{\"version\":1.0,\"format\":\"espalier\\u002dorganization\"}\n\n", HEAD " }\n"), ==, 0);
  g_assert_cmpuint (assert_canonical (HEAD ", \"views\": [ ], \"units\":[]}", HEAD ",\n  \"units\": [],\n  \"views\": [] }\n"), ==, 0);
  g_assert_cmpuint (assert_canonical (HEAD ", \"x\": 1, \"name\": \"N\", \"\": [ 1,\n  2 ], \"setting\": null }",
                                      HEAD ", \"name\": \"N\", \"setting\": null,\n  \"x\": 1, \"\": [ 1, 2 ] }\n"),
                    ==, 0);
  g_assert_cmpuint (assert_canonical (HEAD ", \"positions\": [{\"id\":\"b\",\"unit\":\"u\"},{\"id\":\"a\"}], \"units\": [{\"name\":\"U\",\"id\":\"u\"}] }",
                                      HEAD ",\n  \"units\": [\n    { \"id\": \"u\", \"name\": \"U\" } ],\n"
                                           "  \"positions\": [\n    { \"id\": \"b\", \"unit\": \"u\" },\n    { \"id\": \"a\" } ] }\n"),
                    ==, 0);
}

/* One position in, one position out, and how many findings that gives. A NULL wants what was read. */
static const struct
{
  const char *read;
  const char *wanted;
  guint       n_findings;
} positions[] = {
  { "{ \"id\": \"a\", \"title\": \"T\", \"unit\": \"u\", \"role\": \"r\", \"level\": \"l\", \"scope\": \"internal\", \"state\": \"frozen\", \"posts\": 1.50, "
    "\"holders\": [ { \"name\": \"N\", \"share\": 0.5 }, {} ], \"reports_to\": \"b\", \"staff\": false, "
    "\"lines\": [ { \"to\": \"c\", \"kind\": \"dotted\", \"share\": 0.20 }, { \"to\": \"d\" } ], \"serves\": [ \"u\", \"v\" ], \"arrange\": \"block\", "
    "\"note\": \"n\" }", NULL, 0 },
  { "{\"note\":\"n\",\"id\":\"a\"}", "{ \"id\": \"a\", \"note\": \"n\" }", 0 },
  { "{ \"id\": \"a\", \"unit\": null, \"posts\": 1, \"holders\": [], \"reports_to\": null, \"lines\": [], \"serves\": [], \"note\": \"\" }", NULL, 0 },
  { "{ \"id\": \"a\", \"title\": null, \"scope\": null, \"staff\": null }", NULL, 0 },
  { "{ \"id\": \"a\\\"\\\\\\n\\u0001/é\x7f\" }", NULL, 0 },
  { "{ \"id\": \"\\u0061\\/\\u00e9\\ud83d\\ude00\" }", "{ \"id\": \"a/é😀\" }", 0 },
  /* further members, numbers to the letter */
  { "{ \"id\": \"a\", \"x\": 1e400, \"y\": { \"z\": [ -0, 0.10, 12345678901234567890 ] }, \"x\": 2 }", NULL, 0 },
  { "{ \"x\": [ 1,\r\n\t  2 ], \"id\": \"a\", \"\\u0078\": \"a\\nb\" }", "{ \"id\": \"a\", \"x\": [ 1, 2 ], \"\\u0078\": \"a\\nb\" }", 0 },
  { "{ \"id\": \"a\", \"x\": {}, \"y\": \"\\u0000 \\ud800\" }", NULL, 0 },
  { "{ \"id\": \"a\", \"\\u0000\": 1 }", NULL, 0 },
  /* values that the field does not take */
  { "{ \"id\": \"a\", \"title\": 5 }", NULL, 1 },
  { "{ \"id\": \"a\", \"title\": \"x\\u0000y\" }", NULL, 1 },
  { "{ \"id\": \"a\", \"title\": \"\\ud800\" }", NULL, 1 },
  { "{ \"id\": \"a\", \"scope\": \"inward\" }", NULL, 1 },
  { "{ \"id\": \"a\", \"state\": \"\" }", NULL, 1 },
  { "{ \"id\": \"a\", \"state\": true, \"arrange\": \"heap\", \"staff\": \"yes\" }", NULL, 3 },
  { "{ \"id\": \"a\", \"posts\": -1 }", NULL, 1 },
  { "{ \"id\": \"a\", \"posts\": 1e400 }", NULL, 1 },
  { "{ \"id\": \"a\", \"posts\": \"2\" }", NULL, 1 },
  { "{ \"id\": \"a\", \"posts\": -0 }", NULL, 0 },
  { "{ \"id\": \"a\", \"holders\": [ \"Ann\" ] }", NULL, 1 },
  { "{ \"id\": \"a\", \"holders\": null }", NULL, 1 },
  { "{ \"id\": \"a\", \"holders\": { \"name\": \"Ann\" } }", NULL, 1 },
  { "{ \"id\": \"a\", \"holders\": [ { \"name\": \"N\", \"mail\": \"m\" } ] }", NULL, 0 },
  { "{ \"id\": \"a\", \"holders\": [ { \"name\": \"N\", \"share\": 50 } ] }", NULL, 1 },
  { "{ \"id\": \"a\", \"holders\": [ { \"share\": 1, \"name\": null } ] }", NULL, 0 },
  { "{ \"id\": \"a\", \"holders\": [ { \"name\": \"N\", \"name\": \"M\" } ] }", NULL, 1 },
  { "{ \"id\": \"a\", \"lines\": [ { \"kind\": \"dotted\" } ] }", NULL, 1 },
  { "{ \"id\": \"a\", \"lines\": [ { \"to\": \"b\", \"kind\": 3 } ] }", NULL, 1 },
  { "{ \"id\": \"a\", \"lines\": [ { \"to\": \"b\", \"kind\": \"odd\", \"x\": { \"y\": [] } } ] }", NULL, 0 },
  { "{ \"id\": \"a\", \"serves\": [ \"u\", 1 ] }", NULL, 1 },
  { "{ \"id\": \"a\", \"serves\": [ [ \"u\" ] ] }", NULL, 1 },
  /* the same member twice: the first one counts, both stay in their order */
  { "{ \"id\": \"a\", \"title\": \"x\", \"title\": \"y\" }", NULL, 1 },
  { "{ \"id\": \"a\", \"title\": 1, \"title\": \"y\" }", NULL, 2 },
  { "{ \"id\": \"a\", \"id\": \"b\" }", NULL, 1 },
  { "{ \"id\": \"a\", \"lines\": [], \"lines\": [ { \"to\": \"b\" } ] }", NULL, 1 },
  { "{ \"id\": \"a\", \"t\\u0069tle\": 5 }", "{ \"id\": \"a\", \"title\": 5 }", 1 },
  /* not a position */
  { "5", NULL, 1 },
  { "null", NULL, 1 },
  { "[ { \"id\": \"a\" } ]", NULL, 1 },
  { "{}", NULL, 1 },
  { "{ \"title\": \"T\",\n  \"id\": 5 }", "{ \"title\": \"T\", \"id\": 5 }", 1 },
  { "{ \"id\": \"\" }", NULL, 1 },
  { "{ \"id\": \"\\u0000\" }", NULL, 1 },
};

static void
test_positions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    {
      static const char frame[] = HEAD ",\n  \"positions\": [\n    %s ] }\n";
      const char *wanted = positions[i].wanted != NULL ? positions[i].wanted : positions[i].read;
      g_autoptr (GString) text = g_string_new (frame);
      g_autoptr (GString) canonical = g_string_new (frame);

      g_test_message ("%s", positions[i].read);
      g_string_replace (text, "%s", positions[i].read, 1);
      g_string_replace (canonical, "%s", wanted, 1);
      g_assert_cmpuint (assert_canonical (text->str, canonical->str), ==, positions[i].n_findings);
    }
}

static void
test_fields (void)
{
  g_autoptr (EspLoadReport) report = NULL;
  g_autoptr (EspOrganization) organization = load (HEAD ", \"name\": \"N\",\n"
    "  \"positions\": [ { \"id\": \"a\", \"state\": \"frozen\", \"scope\": \"external\", \"posts\": 2.50, \"staff\": true,\n"
    "    \"holders\": [ { \"name\": \"x\" }, { \"name\": \"y\" } ], \"lines\": [ { \"to\": \"b\", \"kind\": \"second\" } ] },\n"
    "  7,\n\n  { \"id\": \"b\", \"reports_to\": \"a\", \"scope\": \"wide\" } ],\n"
    "  \"units\": [ { \"id\": \"u\" } ], \"views\": [ { \"id\": \"v\", \"top\": \"a\" } ] }", &report);
  GPtrArray *findings = esp_organization_get_import_findings (organization);
  EspFinding *finding;
  guint32 n;
  const guint32 *words;

  g_assert_cmpint (report->kind, ==, ESP_FILE_DOCUMENT);
  g_assert_cmpuint (report->n_rows, ==, 3);
  g_assert_cmpuint (report->n_skipped, ==, 1);
  g_assert_cmpuint (report->position_lines->len, ==, 3);
  g_assert_cmpuint (g_array_index (report->position_lines, guint32, 0), ==, 2);
  g_assert_cmpuint (g_array_index (report->position_lines, guint32, 1), ==, 4);
  g_assert_cmpuint (g_array_index (report->position_lines, guint32, 2), ==, 6);

  g_assert_cmpstr (esp_organization_get_text (organization, ESP_TABLE_DOCUMENT, 0, ESP_DOCUMENT_NAME), ==, "N");
  g_assert_cmpint (esp_position_get_state (organization, 0), ==, ESP_STATE_FROZEN);
  g_assert_cmpfloat (esp_position_get_posts (organization, 0), ==, 2.5);
  g_assert_cmpuint (esp_organization_get (organization, ESP_TABLE_POSITIONS, 0, ESP_POSITION_SCOPE), ==, ESP_SCOPE_EXTERNAL);
  g_assert_cmpuint (esp_organization_get (organization, ESP_TABLE_POSITIONS, 0, ESP_POSITION_STAFF), ==, ESP_STAFF_YES);
  g_assert_cmpstr (esp_position_get_holder (organization, 0, 1), ==, "y");
  g_assert_cmpuint (esp_position_get_manager (organization, 2), ==, 0);
  words = esp_organization_get_list (organization, esp_organization_get (organization, ESP_TABLE_POSITIONS, 0, ESP_POSITION_LINES), &n);
  g_assert_cmpuint (n, ==, ESP_LINE_WORDS);
  g_assert_cmpstr (esp_organization_get_string (organization, words[0]), ==, "b");
  g_assert_false (esp_organization_is_modified (organization));

  g_assert_cmpuint (findings->len, ==, 3);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpint (finding->kind, ==, ESP_FINDING_SKIPPED);
  g_assert_cmpuint (finding->line, ==, 4);
  g_assert_false (finding->is_row);
  finding = g_ptr_array_index (findings, 1);
  g_assert_cmpint (finding->kind, ==, ESP_FINDING_VALUE);
  g_assert_cmpuint (finding->line, ==, 6);
  g_assert_cmpuint (finding->ix, ==, 2);
  g_assert_cmpstr (finding->id, ==, "b");
  g_assert_cmpstr (finding->field, ==, "scope");
  g_assert_nonnull (strstr (finding->message, "\"wide\""));
  finding = g_ptr_array_index (findings, 2);
  g_assert_cmpint (finding->table, ==, ESP_TABLE_UNITS);
  g_assert_cmpstr (finding->field, ==, "name");
}

/* Files larger than the window, whose elements lie across its edges at every place */
static void
test_window (void)
{
  g_autoptr (GRand) rand = NULL;
  guint32 seed = g_random_int ();

  g_test_message ("seed %u", seed);
  rand = g_rand_new_with_seed (seed);
  for (guint round = 0; round < 3; round++)
    {
      g_autoptr (GString) text = g_string_new (HEAD ", \"name\": \"Wide\",\n  \"positions\": [");
      g_autoptr (EspLoadReport) report = NULL;
      g_autoptr (EspOrganization) organization = NULL;
      g_autofree char *written = NULL;
      guint n = 0;

      while (text->len < 3 * ESP_IO_BLOCK)
        {
          gboolean is_huge = g_rand_int_range (rand, 0, 2000) == 0;
          g_autofree char *note = g_strnfill (g_rand_int_range (rand, 0, is_huge ? ESP_IO_BLOCK * 2 : 200), 'n');

          g_string_append_printf (text, "%s\n    { \"id\": \"%u\", \"note\": \"%s\" }", n > 0 ? "," : "", n, note);
          n++;
        }
      g_string_append (text, " ],\n  \"further\": 1 }\n");

      organization = load (text->str, &report);
      written = save (organization);
      g_assert_cmpuint (report->n_rows, ==, n);
      g_assert_cmpstr (written, ==, text->str);
      g_assert_true (report->is_canonical);
      for (guint i = 0; i < n; i++)
        g_assert_cmpuint (g_array_index (report->position_lines, guint32, i), ==, i + 3);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/samples", test_samples);
  g_test_add_func ("/document/forms", test_forms);
  g_test_add_func ("/document/positions", test_positions);
  g_test_add_func ("/document/fields", test_fields);
  g_test_add_func ("/document/window", test_window);

  return g_test_run ();
}
