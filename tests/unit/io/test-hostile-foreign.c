/* test-hostile-foreign.c — broken and hostile tables and foreign JSON: an error with its place, or all of what is there; never a crash, a hang or silence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "io/esp-io-limits.h"
#include "io/esp-io.h"
#include "organization/esp-findings.h"
#include "organization/esp-statistics.h"

#define TABLE "id,name,title,manager\n1,Ann Lee,Head,\n"
#define MANY  100000u

static EspOrganization *
load (const char  *text,
      gsize        length,
      GError     **error)
{
  g_autofree char *exact = g_memdup2 (text, length); /* a byte too far is seen by the address sanitizer */

  return esp_io_load_bytes (exact, length, "the file", NULL, error);
}

static void
assert_refused (const char *text,
                gsize       length,
                int         code,
                const char *place,
                const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EspOrganization) organization = load (text, length, &error);
  g_autofree char *start = g_strconcat ("the file:", place, NULL);

  g_assert_null (organization);
  g_assert_error (error, ESP_IO_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, start));
  g_assert_nonnull (strstr (error->message, reason));
}

static EspStatistics *
count (const char *text,
       gsize       length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EspOrganization) organization = load (text, length, &error);

  g_assert_no_error (error);
  return esp_statistics_new (organization);
}

#define BYTES(text) text, sizeof text - 1

static const struct
{
  const char *text;
  gsize       length;
  int         code;
  const char *place;
  const char *reason;
} refused[] = {
  { BYTES (TABLE "2,Bob\0Ray,Clerk,1\n"), ESP_IO_ERROR_SYNTAX, "row 2", "neither text" },
  { BYTES ("\0\0\0\0\0\0\0\0\0\0"), ESP_IO_ERROR_SYNTAX, "1: ", "neither text" },
  { BYTES (TABLE "2,\"Bob Ray,Clerk,1\n3,Cy,Clerk,1\n"), ESP_IO_ERROR_SYNTAX, "row 2, column “name”: ", "never closed" },
  { BYTES ("[{\"id\":1,\"name\":\"a\0b\"}]"), ESP_IO_ERROR_SYNTAX, "1: ", "control character" },
  { BYTES ("[{\"id\":1,\"name\":\"a\"},\n{\"id\":2,\"name\":\"\xff\"}]"), ESP_IO_ERROR_SYNTAX, "2: ", "UTF-8" },
  { BYTES ("[{\"id\":1,\"name\":\"a\"},\n{\"id\":2,\"name\":\"b"), ESP_IO_ERROR_SYNTAX, "2: ", "" },
  { BYTES ("{\"a\":[{\"id\":1},{\"id\":2}]}\n]"), ESP_IO_ERROR_SYNTAX, "2: ", "" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_test_message ("number %u", i);
      assert_refused (refused[i].text, refused[i].length, refused[i].code, refused[i].place, refused[i].reason);
    }
}

static void
fill (GString    *text,
      const char *piece,
      guint       n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
}

/* Too much of anything is said with its place. */
static void
test_limits (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *long_line = g_strnfill (100 << 20, 'x');

  fill (text, "c,", MANY);
  g_string_append_c (text, '\n');
  fill (text, "x,", MANY);
  assert_refused (text->str, text->len, ESP_IO_ERROR_LIMIT, "1: ", "4,096 columns");

  g_string_assign (text, TABLE);
  fill (text, ",", MANY);
  assert_refused (text->str, text->len, ESP_IO_ERROR_LIMIT, "row 2, column 4097: ", "4,096 columns");

  g_string_assign (text, "[");
  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "%s\n{\"k%u\":1}", i > 0 ? "," : "", i);
  g_string_append_c (text, ']');
  assert_refused (text->str, text->len, ESP_IO_ERROR_LIMIT, "4098: ", "4,096 different members");

  g_string_assign (text, TABLE "2,");
  g_string_append_len (text, long_line, 100 << 20);
  assert_refused (text->str, text->len, ESP_IO_ERROR_LIMIT, "3: ", "16 MiB");
  g_string_assign (text, "[{\"id\":1,\"name\":\"a\"},\n{\"id\":2,\"name\":\"");
  g_string_append_len (text, long_line, 100 << 20);
  assert_refused (text->str, text->len, ESP_IO_ERROR_LIMIT, "2: ", "16 MiB");

  g_string_truncate (text, 0);
  fill (text, "{\"a\":", ESP_IO_MAX_NESTING + 1);
  assert_refused (text->str, text->len, ESP_IO_ERROR_LIMIT, "1: ", "brackets");
}

/* What spreadsheets write below a table is no reason to refuse it. */
static void
test_empty_rows (void)
{
  g_autoptr (GString) text = g_string_new (TABLE);
  g_autoptr (EspOrganization) organization = NULL;
  g_autoptr (EspLoadReport) report = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *findings;
  guint n = 0;

  fill (text, ",,,\n", ESP_IO_MAX_FINDINGS + 50);
  organization = esp_io_load_bytes (text->str, text->len, "t", &report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (esp_organization_get_n (organization, ESP_TABLE_POSITIONS), ==, 1);
  g_assert_cmpuint (report->n_skipped, ==, ESP_IO_MAX_FINDINGS + 50);
  findings = esp_organization_get_import_findings (organization);
  for (guint i = 0; i < findings->len; i++)
    n += ((EspFinding *) g_ptr_array_index (findings, i))->kind == ESP_FINDING_SKIPPED;
  g_assert_cmpuint (n, ==, ESP_IO_MAX_FINDINGS + 1);
}

/* Rings, doubles, those who report to themselves, to nobody, to many: all are there, and counted as the file names them. */
static void
test_tangled (void)
{
  g_autoptr (GString) ring = g_string_new ("id,name,manager\n");
  g_autoptr (GString) same = g_string_new ("id,name,manager\n");
  g_autoptr (EspStatistics) of_ring = NULL;
  g_autoptr (EspStatistics) of_same = NULL;
  g_autoptr (EspStatistics) mixed = NULL;
  static const char ends[] = "id,name,manager\r1,Ann,\n2,Bob,1\r\n3,Cy,2\n\r4,Di,3\r\r\n";

  for (guint i = 0; i < 10000; i++)
    {
      g_string_append_printf (ring, "%u,n,%u\n", i, (i + 1) % 10000);
      g_string_append_printf (same, "%u,n,%u\n", i % 100, i % 100);
    }
  of_ring = count (ring->str, ring->len);
  g_assert_cmpuint (of_ring->positions, ==, 10000);
  g_assert_cmpuint (of_ring->roots, ==, 0);
  g_assert_cmpuint (of_ring->levels, ==, 0);
  g_assert_cmpuint (of_ring->max_span, ==, 1);
  of_same = count (same->str, same->len);
  g_assert_cmpuint (of_same->positions, ==, 100);
  g_assert_cmpuint (of_same->self_reports, ==, 100);
  mixed = count (ends, strlen (ends));
  g_assert_cmpuint (mixed->positions, ==, 4);
  g_assert_cmpuint (mixed->levels, ==, 4);
}

/* Half of a pair is no character, in UTF-16 as in JSON; the rest of the row is there. */
static void
test_surrogates (void)
{
  static const char json[] = "[{\"id\":\"\\ud800\",\"name\":\"Ann Lee\"},{\"id\":\"2\",\"name\":\"\\udc00 Ray\",\"manager\":\"\\ud800\"}]";
  static const char table[] = "\xff\xfei\0d\0,\0n\0a\0m\0e\0\n\0" "1\0,\0\x00\xd8\n\0" "2\0,\0B\0\n\0x";
  g_autoptr (EspStatistics) of_json = count (json, strlen (json));
  g_autoptr (EspStatistics) of_table = count (table, sizeof table - 1);

  g_assert_cmpuint (of_json->positions, ==, 2);
  g_assert_cmpuint (of_json->levels, ==, 2);
  g_assert_cmpuint (of_table->positions, ==, 3);
}

static const char *const samples[] = {
  "sep=;\r\nNr;Name;Vorname;Chef\r\n1;\"M\xc3\xbcller\";Eva;\r\n2;\"Gro\"\"\xc3\x9f\";J\xc3\xb6rg;\"1|3\"\r\n\r\n3;N.N.;;2\r\n",
  "{\"data\":{\"people\":[{\"id\":1,\"name\":\"Ann \\u00e9\",\"x\":[{\"y\":1}]},{\"id\":2,\"manager\":{\"id\":1}},{\"id\":3,\"manager\":{\"id\":2,\"manager\":{}}}]}}",
  "{\"name\":\"Ann\",\"team\":[{\"name\":\"Bob\",\"team\":[{\"name\":\"Cy\"},null,\"Di\",[{}]]},{\"name\":\"Ed\",\"team\":{}}]}",
  "[{\"id\":\"a\",\"reports\":[\"b\",\"c\"]},{\"id\":\"b\",\"reports\":[\"z\"]},{\"id\":\"c\",\"managers\":[{\"id\":\"a\"}]}]",
  "dn,cn,manager\n\"cn=Ann Lee, ou=x\",Ann Lee,\n\"cn=Bob\\2c Ray,ou=x\",Bob,\"CN=ann lee,OU=X\"\n",
};

/* Cut off after every byte, and with every byte changed: an error or an organization, and nothing read beyond the end */
static void
test_changed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      gsize length = strlen (samples[i]);

      for (gsize n = 0; n < 2 * length; n++)
        {
          g_autofree char *changed = g_memdup2 (samples[i], length);
          g_autoptr (GError) error = NULL;
          g_autoptr (EspOrganization) organization = NULL;

          if (n >= length)
            changed[n - length] = "\0\"{[,\n\\\xff"[n % 8];
          organization = load (changed, n < length ? n : length, &error);
          g_assert_true ((organization == NULL) == (error != NULL));
          if (error != NULL)
            g_assert_true (g_str_has_prefix (error->message, "the file:"));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile-foreign/refused", test_refused);
  g_test_add_func ("/hostile-foreign/limits", test_limits);
  g_test_add_func ("/hostile-foreign/empty-rows", test_empty_rows);
  g_test_add_func ("/hostile-foreign/tangled", test_tangled);
  g_test_add_func ("/hostile-foreign/surrogates", test_surrogates);
  g_test_add_func ("/hostile-foreign/changed", test_changed);

  return g_test_run ();
}
