/* test-import.c — foreign tables and JSON: what is made of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "io/esp-io-limits.h"
#include "io/esp-io.h"
#include "organization/esp-findings.h"
#include "organization/esp-statistics.h"

/* An organization in a few words: a line for each unit, “(id < parent: name)”, and for each position, “id < manager + second: title / holders [state] ×posts” */
static char *
describe (EspOrganization *organization)
{
  static const char *const states[] = { "", " [filled]", " [vacant]", " [undisclosed]", " [frozen]", " [eliminated]" };
  GString *text = g_string_new (NULL);
  guint32 n;
  const EspIx *rows = esp_organization_get_order (organization, ESP_TABLE_UNITS, &n);

  for (guint32 i = 0; i < n; i++)
    {
      const char *parent = esp_organization_get_text (organization, ESP_TABLE_UNITS, rows[i], ESP_UNIT_PARENT);

      g_string_append_printf (text, "(%s%s%s: %s)\n", esp_organization_get_text (organization, ESP_TABLE_UNITS, rows[i], ESP_UNIT_ID),
                              parent != NULL ? " < " : "", parent != NULL ? parent : "", esp_unit_get_name (organization, rows[i]));
    }
  rows = esp_organization_get_order (organization, ESP_TABLE_POSITIONS, &n);
  for (guint32 i = 0; i < n; i++)
    {
      const char *id = esp_organization_get_text (organization, ESP_TABLE_POSITIONS, rows[i], ESP_POSITION_ID);
      const char *manager = esp_organization_get_text (organization, ESP_TABLE_POSITIONS, rows[i], ESP_POSITION_REPORTS_TO);
      const char *title = esp_organization_get_text (organization, ESP_TABLE_POSITIONS, rows[i], ESP_POSITION_TITLE);
      const char *posts = esp_organization_get_text (organization, ESP_TABLE_POSITIONS, rows[i], ESP_POSITION_POSTS);
      g_autofree char *holders = esp_position_get_holders_text (organization, rows[i]);
      guint32 n_words;
      const guint32 *words = esp_organization_get_list (
        organization, esp_organization_get (organization, ESP_TABLE_POSITIONS, rows[i], ESP_POSITION_LINES), &n_words);

      g_string_append (text, id);
      if (manager != NULL)
        g_string_append_printf (text, " < %s", manager);
      for (guint32 k = 0; k < n_words; k += ESP_LINE_WORDS)
        g_string_append_printf (text, " + %s", esp_organization_get_string (organization, words[k]));
      if (title != NULL)
        g_string_append_printf (text, ": %s", title);
      if (*holders != '\0')
        g_string_append_printf (text, " / %s", holders);
      g_string_append (text, states[esp_organization_get (organization, ESP_TABLE_POSITIONS, rows[i], ESP_POSITION_STATE)]);
      if (posts != NULL)
        g_string_append_printf (text, " ×%s", posts);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *description;
} Case;

static void
check_case (const Case             *test,
            const EspImportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *exact = g_memdup2 (test->text, strlen (test->text));
  g_autoptr (EspOrganization) organization = esp_io_import_bytes (exact, strlen (test->text), "t", options, NULL, &error);
  g_autofree char *description = NULL;

  g_test_message ("%s", test->name);
  g_assert_no_error (error);
  description = describe (organization);
  g_assert_cmpstr (description, ==, test->description);
}

static const Case tables[] = {
  { "semicolons, German, two names, vacancy",
    "Nr;Name;Vorname;Vorgesetzter;Abteilung\n1;Müller;Eva;;IT\n2;Groß;Jörg;1;IT\n3;N.N.;;1;HR\n",
    "(IT: IT)\n(HR: HR)\n1 / Eva Müller\n2 < 1 / Jörg Groß\n3 < 1\n" },
  { "tabs, managers by name, ids of their own",
    "Employee ID\tFirst Name\tLast Name\tTitle\tManager\nE1\tAnn\tLee\tCEO\t\nE2\tBob\tRay\tCTO\tAnn Lee\nE3\tCy\tCoe\tDev\tray, bob\n",
    "E1: CEO / Ann Lee\nE2 < E1: CTO / Bob Ray\nE3 < E2: Dev / Cy Coe\n" },
  { "managers by mail",
    "name,email,manager email\nAnn Lee,a@x.org,\nBob Ray,b@x.org,a@x.org\n",
    "a@x.org / Ann Lee\nb@x.org < a@x.org / Bob Ray\n" },
  { "managers by name alone",
    "Name,Manager\nAnn Lee,\nBob Ray,Ann Lee\nCy Coe,\"Ray, Bob\"\n",
    "Ann Lee / Ann Lee\nBob Ray < Ann Lee / Bob Ray\nCy Coe < Bob Ray / Cy Coe\n" },
  { "the id by values, not by its name (rule 8)",
    "id,code,title,parent\n1,a,Top,\n2,b,Middle,a\n3,c,Low,b\n",
    "a: Top [filled]\nb < a: Middle [filled]\nc < b: Low [filled]\n" },
  { "a nameless counter of rows is no id",
    ",Post,Grade,Reporting Senior Post,Number of Posts in FTE\n0,Clerk,A,3,1.5\n1,Clerk,B,2,1\n2,Driver,B,1,\"1,234\"\n3,Cook,B,1,0.50\n",
    "row-1 < 3: Clerk [filled] ×1.5\nrow-2 < 2: Clerk [filled]\nrow-3 < 1: Driver [filled] ×1234\nrow-4 < 1: Cook [filled] ×0.50\n" },
  { "root marks, zero is an id",
    "id,title,reports to\n0,Zero,XX\n1,One,0\n2,Two,NULL\n3,Three,-1\n4,Four,none\n5,Five,n/a\n",
    "0: Zero [filled]\n1 < 0: One [filled]\n2: Two [filled]\n3: Three [filled]\n4: Four [filled]\n5: Five [filled]\n" },
  { "a root mark that is an id is one",
    "id,title,reports to\n-1,Minus,\nxx,Ex,-1\n5,Five,xx\n",
    "-1: Minus [filled]\nxx < -1: Ex [filled]\n5 < xx: Five [filled]\n" },
  { "several managers (rule 9)",
    "id,title,manager\na,A,\nb,B,a\nc,C,a|b\nd,D,b| c | zz\n",
    "a: A [filled]\nb < a: B [filled]\nc < a + b: C [filled]\nd < b + c + zz: D [filled]\n" },
  { "several managers, commas, and an id with one",
    "id,title,manager\na,A,\n\"b, x\",B,a\nc,C,\"b, x\"\nd,D,\"a, c\"\n",
    "a: A [filled]\nb, x < a: B [filled]\nc < b, x: C [filled]\nd < a + c: D [filled]\n" },
  { "several managers, lists in cells",
    "id,title,manager\na,A,[]\nb,B,\"['a']\"\nc,C,\"[\"\"a\"\", \"\"b\"\"]\"\n",
    "a: A [filled]\nb < a: B [filled]\nc < a + b: C [filled]\n" },
  { "vacancies (rule 7)",
    "id,name,title,reports to\n1,Ann Lee,T,\n2,Vacant,T,1\n3,N/D,T,1\n4,'Eliminated',T,1\n5,Not in post,T,1\n6,NEW VACANCY,T,1\n7,,T,1\n8,Na,T,1\n9,On hold,T,1\n",
    "1: T / Ann Lee\n2 < 1: T\n3 < 1: T [undisclosed]\n4 < 1: T [eliminated]\n5 < 1: T\n6 < 1: T\n7 < 1: T\n8 < 1: T / Na\n9 < 1: T [frozen]\n" },
  { "one id on several rows (rule 5)",
    "id,name,title,reports to,FTE\n1,Ann Lee,Top,,1\n2,Bob Ray,Head,1,0.6\n2,Cy Coe,Head,1,0.6\n3,Di Day,Dev,1,1\n3,Di Day,Dev,2,1\n4,Ed Eve,Dev,1,1\n4,Flo Fox,Dev,2,1\n"
    "5,N/D,Law,1,0.75\n5,N/D,Law,1,0.75\n6,Gus Gad,Cook,1,1\n6,Gus Gad,Cook,1,1\n7,Hal Hub,Cook,1,1\n7,Ian Ire,Baker,1,1\n",
    "1: Top / Ann Lee\n2 < 1: Head / Bob Ray, Cy Coe ×1.2\n3 < 1 + 2: Dev / Di Day\n4 < 1: Dev / Ed Eve\n4 < 2: Dev / Flo Fox\n"
    "5 < 1: Law [undisclosed] ×1.5\n6 < 1: Cook / Gus Gad\n7 < 1: Cook / Hal Hub\n7 < 1: Baker / Ian Ire\n" },
  { "a row whose id is missing",
    "id,name,title,reports to\n1,Ann Lee,Top,\n,Bob Ray,Head,1\n,,,\n,,,1\n",
    "1: Top / Ann Lee\nrow-2 < 1: Head / Bob Ray\n" },
  { "padded cells, blank and repeated headers, more cells than headers",
    "id , name,,title,title,reports to\n 1 ,Ann Lee ,x,Top,y,\n\xc2\xa0" "2,  Bob Ray,,Head ,, 1,z\n",
    "1: Top / Ann Lee\n2 < 1: Head / Bob Ray\n" },
  { "no header",
    "Mike,,The President\nJim,Mike,Vice President\nAlice,Mike,\nBob,Jim,Bookkeeper\n",
    "Mike: The President [filled]\nJim < Mike: Vice President [filled]\nAlice < Mike [filled]\nBob < Jim: Bookkeeper [filled]\n" },
  { "comments above the header",
    "# made by “hand\n## today\n#\nid,title,parent\na,A,\nb,B,a\n# not this\n#c,C,b\n",
    "a: A [filled]\nb < a: B [filled]\n#c < b: C [filled]\n" },
  { "titles above the header",
    "Our people,,,\n,,,\nid,name,title,reports to\n1,Ann Lee,Top,\n2,Bob Ray,Head,1\n",
    "1: Top / Ann Lee\n2 < 1: Head / Bob Ray\n" },
  { "a separator that is told",
    "sep=;\nid;title;parent\na;A, B;\nb;B;a\n",
    "a: A, B [filled]\nb < a: B [filled]\n" },
  { "CR alone",
    "id,title,parent\ra,A,\rb,B,a\r",
    "a: A [filled]\nb < a: B [filled]\n" },
  { "line breaks within quotes",
    "id,title,parent\r\na,\"A\r\nB\",\r\nb,\"B\nC\",a\r\n",
    "a: A\r\nB [filled]\nb < a: B\nC [filled]\n" },
  { "Windows-1252",
    "id,name,title,manager\n1,J\xf6rg Gro\xdf,Chef\x80,\n2,Ren\xe9 No\xebl,Koch,1\n",
    "1: Chef€ / Jörg Groß\n2 < 1: Koch / René Noël\n" },
  { "rows that share an id and its unit",
    "seq,row,title,org name,seq managed by,incumbent\n10,1,Head,Alpha Office,-1,Ann Lee\n10,2,Clerk,Alpha Office,-1,Bob Ray\n11,3,Head,Beta Office,10,Cy Coe\n"
    "11,4,Clerk,Beta Office,10,Career Incumbent\n11,5,Clerk,Beta Office,10,Vacant\n",
    "(10: Alpha Office)\n(11 < 10: Beta Office)\n10: Head / Ann Lee\n10: Clerk / Bob Ray\n11 < 10: Head / Cy Coe\n11 < 10: Clerk [undisclosed]\n11 < 10: Clerk\n" },
  { "secondary lines",
    "id,title,reports to,dotted line manager\na,A,,\nb,B,a,\nc,C,b,a\n",
    "a: A [filled]\nb < a: B [filled]\nc < b + a: C [filled]\n" },
  { "a header alone", "id,title,name\n", "" },
};

static void
test_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    check_case (&tables[i], NULL);
}

/* The same table in every way a table can be written */
static void
test_encodings (void)
{
  static const char table[] = "id,name,title,manager\n1,Zoë Žák,Chief 😀,\n2,Łu Ōe,\"Clerk, second\",1\n";
  static const char *const encodings[] = { "UTF-8", "UTF-16LE", "UTF-16BE" };
  static const char *const marks[] = { "\xef\xbb\xbf", "\xff\xfe", "\xfe\xff" };
  const Case test = { "", NULL, "1: Chief 😀 / Zoë Žák\n2 < 1: Clerk, second / Łu Ōe\n" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    for (guint has_mark = 0; has_mark < 2; has_mark++)
      for (guint is_crlf = 0; is_crlf < 2; is_crlf++)
        {
          g_autoptr (GString) text = g_string_new (table);
          g_autoptr (EspOrganization) organization = NULL;
          g_autoptr (GError) error = NULL;
          g_autofree char *coded = NULL;
          g_autofree char *description = NULL;
          g_autoptr (GString) file = g_string_new (NULL);
          gsize length;

          if (is_crlf)
            g_string_replace (text, "\n", "\r\n", 0);
          coded = g_convert (text->str, text->len, encodings[i], "UTF-8", NULL, &length, NULL);
          if (has_mark)
            g_string_append (file, marks[i]);
          g_string_append_len (file, coded, length);
          organization = esp_io_load_bytes (file->str, file->len, "t", NULL, &error);
          g_assert_no_error (error);
          description = describe (organization);
          g_test_message ("%s, %s", encodings[i], has_mark ? "with a mark" : "without");
          g_assert_cmpstr (description, ==, test.description);
        }
}

static void
test_options (void)
{
  const Case zeros = { "zeros", "id,title,boss\n007,A,\n8,B,7\n9,C,08\n", "007: A [filled]\n8 < 007: B [filled]\n9 < 8: C [filled]\n" };
  const Case strict = { "as it stands", "id,title,boss\n007,A,\n8,B,7\n9,C,08\n", "007: A [filled]\n8 < 7: B [filled]\n9 < 08: C [filled]\n" };
  const Case letters = { "case", "id,title,boss\nab,A,\nCD,B,AB\nef,C,cd\n", "ab: A [filled]\nCD < ab: B [filled]\nef < CD: C [filled]\n" };
  const Case columns = { "columns", "a,b,title,c\n1,x,A,\n2,y,B,x\n", "x: A [filled]\ny < x: B [filled]\n" };
  const Case separator = { "separator", "id,title,boss\na,A,\nb,B,a\nc,C,a//b\n", "a: A [filled]\nb < a: B [filled]\nc < a + b: C [filled]\n" };
  const Case no_separator = { "no separator", "id,title,boss\na,A,\nb,B,a\nc,C,a|b\n", "a: A [filled]\nb < a: B [filled]\nc < a|b: C [filled]\n" };
  g_autoptr (GError) error = NULL;

  check_case (&strict, NULL);
  check_case (&zeros, &(EspImportOptions) { .ignore_leading_zeros = TRUE });
  check_case (&letters, &(EspImportOptions) { .ignore_case = TRUE });
  check_case (&columns, &(EspImportOptions) { .id_column = "b", .manager_column = "C" });
  check_case (&separator, &(EspImportOptions) { .manager_separator = "//" });
  check_case (&no_separator, &(EspImportOptions) { .manager_separator = "" });
  g_assert_null (esp_io_import_bytes ("id,name\n1,a\n", 12, "t", &(EspImportOptions) { .id_column = "nr" }, NULL, &error));
  g_assert_error (error, ESP_IO_ERROR, ESP_IO_ERROR_COLUMN);
}

static const Case json[] = {
  { "a list",
    "[ { \"id\": 1, \"parentId\": \"\", \"name\": \"node1\" }, { \"id\": 2, \"parentId\": 1, \"name\": \"node2\" } ]",
    "1: node1 [filled]\n2 < 1: node2 [filled]\n" },
  { "a list in an object, other names, null",
    "{ \"n\": 2, \"Staff\": { \"Employee\": [ { \"EmployeeId\": 1, \"LastName\": \"Lee\", \"FirstName\": \"Ann\", \"ReportsTo\": null, \"Title\": \"Top\" },\n"
    "{ \"EmployeeId\": 2, \"LastName\": \"Ray\", \"FirstName\": \"Bob\", \"ReportsTo\": 1, \"Title\": \"Low\" } ] }, \"Other\": [ { \"x\": 1 }, { \"x\": 2 }, { \"x\": 3 } ] }",
    "1: Top / Ann Lee\n2 < 1: Low / Bob Ray\n" },
  { "managers as objects, and as lists",
    "[ { \"key\": \"a\", \"title\": \"A\" }, { \"key\": \"b\", \"title\": \"B\", \"manager\": { \"key\": \"a\" } }, { \"key\": \"c\", \"title\": \"C\", \"manager\": { \"key\": \"b\" } } ]",
    "a: A [filled]\nb < a: B [filled]\nc < b: C [filled]\n" },
  { "lists of managers",
    "[ { \"id\": \"a\", \"title\": \"A\", \"managers\": [] }, { \"id\": \"b\", \"title\": \"B\", \"managers\": [ \"a\" ] },\n"
    "{ \"id\": \"c\", \"title\": \"C\", \"managers\": [ \"b\", \"a\" ] } ]",
    "a: A [filled]\nb < a: B [filled]\nc < b + a: C [filled]\n" },
  { "an object of objects",
    "{ \"a\": { \"title\": \"A\" }, \"b\": { \"title\": \"B\", \"boss\": \"a\" }, \"c\": { \"title\": \"C\", \"boss\": \"b\" } }",
    "a: A [filled]\nb < a: B [filled]\nc < b: C [filled]\n" },
  { "rows",
    "[ [ \"Name\", \"Manager\", \"Title\" ], [ \"Mike\", \"\", \"Top\" ], [ \"Jim\", \"Mike\", \"Low\" ] ]",
    "Mike: Top / Mike\nJim < Mike: Low / Jim\n" },
  { "one object a line",
    "{\"id\":\"a\",\"title\":\"A\"}\n{\"id\":\"b\",\"title\":\"B\",\"parent\":\"a\"}\n",
    "a: A [filled]\nb < a: B [filled]\n" },
  { "a tree of lists",
    "{ \"title\": \"A\", \"sub\": [ { \"title\": \"B\", \"sub\": [ { \"title\": \"C\" } ] }, { \"sub\": [], \"title\": \"D\" } ] }",
    "node-1: A [filled]\nnode-2 < node-1: B [filled]\nnode-3 < node-2: C [filled]\nnode-4 < node-1: D [filled]\n" },
  { "a tree of objects",
    "{ \"id\": \"r\", \"title\": \"R\", \"subs\": { \"A\": { \"id\": \"a\", \"subs\": { \"B\": { \"id\": \"b\", \"subs\": {} } } }, \"C\": { \"id\": \"c\", \"title\": \"Sea\", \"subs\": {} } } }",
    "r: R [filled]\na < r [filled]\nb < a [filled]\nc < r: Sea [filled]\n" },
  { "values behind the children, ids twice",
    "[ { \"reports\": [ { \"reports\": [ { \"id\": \"x\", \"name\": \"Cy Coe\" } ], \"id\": \"x\", \"name\": \"Bob Ray\" } ], \"id\": \"y\", \"name\": \"Ann Lee\" } ]",
    "y / Ann Lee\nx < y / Bob Ray\nx (2) < x / Cy Coe\n" },
  { "two levels",
    "{ \"title\": \"A\", \"team\": [ { \"title\": \"B\" }, { \"title\": \"C\" } ] }",
    "node-1: A [filled]\nnode-2 < node-1: B [filled]\nnode-3 < node-1: C [filled]\n" },
  { "a wrapped tree with seats in it",
    "{ \"meta\": { \"x\": 1 }, \"orgs\": [ { \"name\": \"Office of A\", \"orgs\": [ { \"name\": \"Office of B\", \"positions\": [ { \"person\": { \"firstName\": \"Ann\", \"lastName\": \"Lee\" } } ] } ] } ] }",
    "node-1: Office of A [filled]\nnode-2 < node-1: Office of B [filled]\nnode-3 < node-2 / Ann Lee\n" },
  { "parts by words",
    "{ \"name\": \"Company 1\", \"divisions\": [ { \"name\": \"Division 1\", \"departments\": [ { \"name\": \"Department 1\", \"employees\": [ { \"name\": \"Worker 1\" } ] } ] } ] }",
    "node-1: Company 1 [filled]\nnode-2 < node-1: Division 1 [filled]\nnode-3 < node-2: Department 1 [filled]\nnode-4 < node-3: Worker 1 [filled]\n" },
  { "children that are names",
    "{ \"title\": \"A\", \"children\": [ { \"title\": \"B\", \"children\": [ \"Cy\", \"Di\" ] } ] }",
    "node-1: A [filled]\nnode-2 < node-1: B [filled]\nnode-3 < node-2 / Cy\nnode-4 < node-2 / Di\n" },
  { "nothing", "[]", "" },
  { "nobody", "{ \"employees\": [] }", "" },
};

static void
test_json (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (json); i++)
    check_case (&json[i], NULL);
}

/* A chain as deep as a company never is: neither the stack nor the time may grow faster than the file. */
static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (EspOrganization) organization = NULL;
  g_autoptr (EspStatistics) statistics = NULL;
  g_autoptr (GError) error = NULL;
  const guint n = 200000;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "{\"id\":%u,\"children\":[", i);
  for (guint i = 0; i < n; i++)
    g_string_append (text, "]}");
  organization = esp_io_load_bytes (text->str, text->len, "t", NULL, &error);
  g_assert_no_error (error);
  statistics = esp_statistics_new (organization);
  g_assert_cmpuint (statistics->positions, ==, n);
  g_assert_cmpuint (statistics->levels, ==, n);
}

/* rows = positions + rows that went into others or are listed as skipped, each with a finding of its own */
static void
test_report (void)
{
  static const char table[] = "id,name,title,reports to\n1,Ann Lee,Top,\n2,Bob Ray,Head,1\n2,Cy Coe,Head,1\n2,Cy Coe,Head,1\n,,,\n3,Di Day,Dev,2\n3,Di Day,Dev,1\n";
  g_autoptr (EspLoadReport) report = NULL;
  g_autoptr (EspOrganization) organization = esp_io_load_bytes (table, strlen (table), "t", &report, NULL);
  g_autoptr (GPtrArray) findings = esp_findings_collect (organization, NULL);
  guint n_doubles = 0, n_skipped = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const EspFinding *finding = g_ptr_array_index (findings, i);

      n_doubles += finding->kind == ESP_FINDING_DUPLICATE_ID && finding->line > 0;
      n_skipped += finding->kind == ESP_FINDING_SKIPPED && finding->line > 0;
    }
  g_assert_false (report->is_ours);
  g_assert_cmpuint (report->n_rows, ==, 7);
  g_assert_cmpuint (report->n_skipped, ==, n_skipped);
  g_assert_cmpuint (report->n_merged_ids, ==, 2);
  g_assert_cmpuint (esp_organization_get_n (organization, ESP_TABLE_POSITIONS), ==, 7 - n_doubles - n_skipped);
}

/* Of lists beside each other one is read; the others are named. */
static void
test_unread (void)
{
  static const char text[] = "{\"staff\":[{\"id\":1},{\"id\":2,\"manager\":1}],\"sites\":[{\"site\":\"x\",\"rooms\":[{},{}]},{\"site\":\"y\"}]}";
  g_autoptr (EspOrganization) organization = esp_io_load_bytes (text, strlen (text), "t", NULL, NULL);
  GPtrArray *findings = esp_organization_get_import_findings (organization);

  g_assert_cmpuint (esp_organization_get_n (organization, ESP_TABLE_POSITIONS), ==, 2);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_nonnull (strstr (((EspFinding *) g_ptr_array_index (findings, 0))->message, "“staff”"));
  g_assert_nonnull (strstr (((EspFinding *) g_ptr_array_index (findings, 0))->message, ": “sites”."));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/tables", test_tables);
  g_test_add_func ("/import/encodings", test_encodings);
  g_test_add_func ("/import/options", test_options);
  g_test_add_func ("/import/json", test_json);
  g_test_add_func ("/import/deep", test_deep);
  g_test_add_func ("/import/report", test_report);
  g_test_add_func ("/import/unread", test_unread);

  return g_test_run ();
}
