/* test-table.c — tables: rows and cells, our columns there and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "io/esp-csv-format.h"
#include "io/esp-io-limits.h"
#include "io/esp-io.h"
#include "io/esp-table-reader.h"
#include "organization/esp-findings.h"
#include "organization/esp-statistics.h"

#define HEADER "id,title,name,unit,reports_to,role,level,scope,state,dotted,functional,program,vendor,second\n"

static EspOrganization *
load (const char     *text,
      EspLoadReport **report)
{
  g_autoptr (GError) error = NULL;
  EspOrganization *organization = esp_io_load_bytes (text, strlen (text), "t", report, &error);

  g_assert_no_error (error);

  return organization;
}

static char *
save (EspOrganization *organization,
      EspFileKind      kind)
{
  g_autoptr (GBytes) bytes = esp_io_to_bytes (organization, kind);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Rows separated by newlines, cells by “·” */
static const struct
{
  const char *text;
  const char *rows;
} tables[] = {
  { "", "" },
  { "\n\r\n\r\r\n", "" },
  { "a", "a" },
  { "a,b\n", "a·b" },
  { "a,b\r\nc,d\re,\n,", "a·b\nc·d\ne·\n·" },
  { "\"a\"", "a" },
  { "\"\"\n\"\"\n", "\n" },
  { "\"a\"\"b\",\"\"\"\"\n", "a\"b·\"" },
  { "\"a,\r\nb\",c\n", "a,\r\nb·c" },
  { "5\" disk,a\"\"b", "5\" disk·a\"\"b" },
  { "\"a\"  ,b", "a·b" },
  { "  \"a,\"  ,b", "a,·b" },
  { "\"a\" b,c\n\"d\"\"\"e,f", "\"a\" b·c\n\"d\"\"\"e·f" },
  { "\xfc,\x80\x93" "a\"\"\n\"\xe9\"\"\",b\n", "ü·€“a\"\"\né\"·b" },
  { " a , b ", " a · b " },
  { "\n\na\n\nb\n\n", "a\nb" },
  { "é,😀\n", "é·😀" },
};

static char *
read_table (const char  *text,
            char         separator,
            GError     **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, strlen (text), NULL);
  g_autoptr (EspSource) source = esp_source_new (stream, -1, "t");
  g_autoptr (EspTableReader) reader = NULL;
  g_autoptr (GString) rows = g_string_new (NULL);
  const EspCell *cells;
  guint n;

  if (!esp_source_fill (source, 0, 0, NULL, error))
    return NULL;

  reader = esp_table_reader_new (source, separator);
  while (TRUE)
    {
      if (!esp_table_reader_next (reader, &cells, &n, NULL, error))
        return NULL;
      if (n == 0)
        return g_string_free (g_steal_pointer (&rows), FALSE);
      if (esp_table_reader_get_row (reader) > 0)
        g_string_append_c (rows, '\n');
      for (guint i = 0; i < n; i++)
        {
          g_string_append (rows, i > 0 ? "·" : "");
          g_string_append_len (rows, cells[i].text, cells[i].length);
        }
    }
}

static void
test_cells (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *rows = read_table (tables[i].text, ',', &error);

      g_test_message ("number %u", i);
      g_assert_no_error (error);
      g_assert_cmpstr (rows, ==, tables[i].rows);
    }
}

static void
test_separator (void)
{
  g_autofree char *rows = read_table ("a;b,c;\"d;e\"\n", ';', NULL);

  g_assert_cmpstr (rows, ==, "a·b,c·d;e");
}

/* Random cells, written by the rules of RFC 4180 and read back through windows whose edges lie anywhere */
static void
test_random_cells (void)
{
  static const char *pieces[] = { "a", "bc", "\"", ",", "\n", "\r", "é", "😀", " ", "'", "=" };
  guint32 seed = g_random_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) wanted = g_string_new (NULL);
  g_autofree char *rows = NULL;
  g_autoptr (GError) error = NULL;

  g_test_message ("seed %u", seed);
  while (text->len < 3 * ESP_IO_BLOCK)
    {
      guint n = g_rand_int_range (rand, 2, 6);

      g_string_append (wanted, wanted->len > 0 ? "\n" : "");
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (GString) cell = g_string_new (NULL);
          guint n_pieces = g_rand_int_range (rand, 0, g_rand_int_range (rand, 0, 500) == 0 ? 20000 : 8);

          for (guint j = 0; j < n_pieces; j++)
            g_string_append (cell, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
          g_string_append_printf (wanted, "%s%s", i > 0 ? "·" : "", cell->str);
          g_string_replace (cell, "\"", "\"\"", 0);
          if (strpbrk (cell->str, "\",\r\n") != NULL || g_rand_boolean (rand))
            g_string_append_printf (text, "%s\"%s\"", i > 0 ? "," : "", cell->str);
          else
            g_string_append_printf (text, "%s%s", i > 0 ? "," : "", cell->str);
        }
      g_string_append (text, g_rand_boolean (rand) ? "\n" : "\r\n");
    }

  rows = read_table (text->str, ',', &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rows, ==, wanted->str);
}

static void
test_formulas (void)
{
  static const struct
  {
    const char *text;
    gboolean    would_run;
  } cells[] = {
    { "", FALSE }, { "a", FALSE }, { "=1+1", TRUE }, { "+cmd", TRUE }, { "-1", FALSE }, { "+49", FALSE }, { "-1.5", FALSE }, { "-1+1", TRUE }, { "-", TRUE },
    { "-1.5.6", TRUE }, { "@SUM", TRUE }, { "\ta", TRUE }, { "\ra", TRUE }, { "'", FALSE }, { "'a", FALSE }, { "'=1", TRUE }, { "''-1", FALSE }, { "''@", TRUE },
    { "a=1", FALSE }, { " =1", FALSE }, { "O’Brien", FALSE }, { "–", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      gsize length = strlen (cells[i].text);
      g_autofree char *written = NULL;
      const char *restored;

      g_test_message ("“%s”", cells[i].text);
      g_assert_cmpint (esp_cell_would_run (cells[i].text, length), ==, cells[i].would_run);
      written = g_strconcat (cells[i].would_run ? "'" : "", cells[i].text, NULL);
      length = strlen (written);
      restored = esp_cell_restore (written, &length);
      g_assert_cmpstr (restored, ==, cells[i].text);
      g_assert_cmpuint (length, ==, strlen (cells[i].text));
    }
}

/* A table that is what we write */
static void
test_there_and_back (void)
{
  static const char *rows[] = {
    "1,Head,Ann,u,,r,senior,internal,filled,,,,,",
    "2,\"A, \"\"B\"\"\",,u,1,,,,vacant,1,,,,",
    "3,,Bob,v,1,,,external,filled,1|2,,1,2,'=x",
    "3,,Cid,v,1,,,external,filled,1|2,,1,2,'=x",
    "-1,,,,,,,,frozen,,,,,",
    "'=x,,'-y,,,,,,filled,a\\|b|c\\\\d,,,,",
    "7,,\" Lead\",,7,,,,eliminated,,,,,",
  };
  g_autofree char *body = NULL, *text = NULL, *written = NULL;
  g_autoptr (EspOrganization) organization = NULL;
  g_autoptr (EspLoadReport) report = NULL;
  const guint32 *words;
  guint32 n;

  body = g_strjoin ("\n", rows[0], rows[1], rows[2], rows[3], rows[4], rows[5], rows[6], "", NULL);
  text = g_strconcat (HEADER, body, NULL);
  organization = load (text, &report);
  written = save (organization, ESP_FILE_TABLE);
  g_assert_cmpstr (written, ==, text);

  g_assert_cmpint (report->kind, ==, ESP_FILE_TABLE);
  g_assert_cmpuint (report->n_rows, ==, 7);
  g_assert_cmpuint (report->position_lines->len, ==, 6);
  g_assert_cmpuint (g_array_index (report->position_lines, guint32, 2), ==, 3);
  g_assert_cmpuint (g_array_index (report->position_lines, guint32, 3), ==, 5);
  g_assert_cmpuint (esp_organization_get_n (organization, ESP_TABLE_UNITS), ==, 2);
  g_assert_cmpuint (esp_organization_get_n (organization, ESP_TABLE_POSITIONS), ==, 6);
  g_assert_cmpuint (esp_position_get_n_holders (organization, 2), ==, 2);
  g_assert_cmpuint (esp_organization_get (organization, ESP_TABLE_POSITIONS, 0, ESP_POSITION_STATE), ==, ESP_STATE_DEFAULT);
  g_assert_cmpint (esp_position_get_state (organization, 1), ==, ESP_STATE_VACANT);
  g_assert_cmpint (esp_position_get_state (organization, 3), ==, ESP_STATE_FROZEN);
  g_assert_cmpuint (esp_organization_find_id (organization, ESP_TABLE_POSITIONS, "=x"), ==, 4);
  words = esp_organization_get_list (organization, esp_organization_get (organization, ESP_TABLE_POSITIONS, 4, ESP_POSITION_LINES), &n);
  g_assert_cmpuint (n, ==, 2 * ESP_LINE_WORDS);
  g_assert_cmpstr (esp_organization_get_string (organization, words[0]), ==, "a|b");
  g_assert_cmpstr (esp_organization_get_string (organization, words[ESP_LINE_WORDS]), ==, "c\\d");
}

/* What our table cannot say is kept or said. */
static void
test_rest (void)
{
  g_autoptr (EspLoadReport) report = NULL;
  g_autoptr (EspOrganization) organization = load (HEADER "1,,Ann,,,,,,filled,,,,,,x\n"
                                                          ",,nobody,,\n"
                                                          "2,,Bob,,,,,,away\n"
                                                          "2,,Bob,,,,,,away,,\n"
                                                          "1,,Ann,,,,,,filled,,,,,,x\n", &report);
  GPtrArray *findings = esp_organization_get_import_findings (organization);
  g_autofree char *written = save (organization, ESP_FILE_DOCUMENT);
  EspFinding *finding;

  g_assert_cmpstr (written, ==,
                   "{ \"format\": \"espalier-organization\", \"version\": 1,\n  \"positions\": [\n"
                   "    { \"id\": \"1\", \"holders\": [ { \"name\": \"Ann\" } ], \"column 15\": \"x\" },\n"
                   "    { \"id\": \"2\", \"holders\": [ { \"name\": \"Bob\" }, { \"name\": \"Bob\" } ], \"state\": \"away\" },\n"
                   "    { \"id\": \"1\", \"holders\": [ { \"name\": \"Ann\" } ], \"column 15\": \"x\" } ] }\n");
  g_assert_true (report->is_ours);
  g_assert_cmpuint (report->n_rows, ==, 5);
  g_assert_cmpuint (report->n_skipped, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpint (finding->kind, ==, ESP_FINDING_SKIPPED);
  g_assert_true (finding->is_row);
  g_assert_cmpuint (finding->line, ==, 2);
  finding = g_ptr_array_index (findings, 1);
  g_assert_cmpint (finding->kind, ==, ESP_FINDING_VALUE);
  g_assert_cmpuint (finding->line, ==, 3);
  g_assert_cmpuint (finding->ix, ==, 1);
  g_assert_cmpstr (finding->id, ==, "2");
  g_assert_cmpstr (finding->field, ==, "state");
}

/* A document of random content says the same figures after a way through a table. */
static void
test_same_figures (void)
{
  static const char *ids[] = { "a", "b", "=c", "'d", "e|f", "g\\h", "i,j", "-1", "k\nl", " m ", "x1", "x2" };
  static const char *states[] = { "", ", \"state\": \"vacant\"", ", \"state\": \"undisclosed\"", ", \"state\": \"filled\"" };
  static const char *kinds[] = { "second", "dotted", "functional", "program", "vendor" };
  guint32 seed = g_random_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) text = g_string_new ("{\"format\":\"espalier-organization\",\"version\":1,\"units\":[{\"id\":\"u\",\"name\":\"U\"}],\"positions\":[");
      g_autoptr (EspOrganization) organization = NULL, back = NULL;
      g_autoptr (EspStatistics) first = NULL, second = NULL;
      g_autofree char *table = NULL, *again = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
        {
          g_autofree char *id = g_strescape (ids[i], "");
          g_autofree char *manager = g_strescape (ids[g_rand_int_range (rand, 0, G_N_ELEMENTS (ids))], "");
          g_autofree char *other = g_strescape (ids[g_rand_int_range (rand, 0, G_N_ELEMENTS (ids))], "");

          g_string_append_printf (text, "%s{\"id\":\"%s\",\"unit\":\"u\"%s", i > 0 ? "," : "", id, states[g_rand_int_range (rand, 0, G_N_ELEMENTS (states))]);
          if (g_rand_int_range (rand, 0, 5) > 0)
            g_string_append_printf (text, ",\"reports_to\":\"%s\"", manager);
          if (g_rand_boolean (rand))
            g_string_append_printf (text, ",\"lines\":[{\"to\":\"%s\",\"kind\":\"%s\"},{\"to\":\"a\",\"kind\":\"second\"}]", other,
                                    kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))]);
          if (g_rand_boolean (rand))
            g_string_append (text, g_rand_boolean (rand) ? ",\"holders\":[{\"name\":\"@N\"}]" : ",\"holders\":[{\"name\":\"N\"},{\"name\":\"M\"}]");
          g_string_append_c (text, '}');
        }
      g_string_append (text, "]}");

      organization = load (text->str, NULL);
      table = save (organization, ESP_FILE_TABLE);
      back = load (table, NULL);
      again = save (back, ESP_FILE_TABLE);
      g_assert_cmpstr (table, ==, again);

      first = esp_statistics_new (organization);
      second = esp_statistics_new (back);
      g_assert_cmpuint (first->rows, ==, second->rows);
      g_assert_cmpuint (first->positions, ==, second->positions);
      g_assert_cmpuint (first->holders, ==, second->holders);
      g_assert_cmpuint (first->vacant, ==, second->vacant);
      g_assert_cmpuint (first->units, ==, second->units);
      g_assert_cmpuint (first->roots, ==, second->roots);
      g_assert_cmpuint (first->orphans, ==, second->orphans);
      g_assert_cmpuint (first->self_reports, ==, second->self_reports);
      g_assert_cmpuint (first->cycles->len, ==, second->cycles->len);
      g_assert_cmpuint (first->levels, ==, second->levels);
      g_assert_cmpuint (first->leaves, ==, second->leaves);
      g_assert_cmpuint (first->max_span, ==, second->max_span);
      g_assert_cmpuint (first->secondary_lines, ==, second->secondary_lines);
      g_assert_cmpuint (first->duplicate_ids, ==, second->duplicate_ids);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/cells", test_cells);
  g_test_add_func ("/table/separator", test_separator);
  g_test_add_func ("/table/random-cells", test_random_cells);
  g_test_add_func ("/table/formulas", test_formulas);
  g_test_add_func ("/table/there-and-back", test_there_and_back);
  g_test_add_func ("/table/rest", test_rest);
  g_test_add_func ("/table/same-figures", test_same_figures);

  return g_test_run ();
}
