/* test-outline.c — organizations as nested lists in Markdown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "io/esp-io.h"
#include "io/esp-outline-writer.h"

#define HEAD "{ \"format\": \"espalier-organization\", \"version\": 1"

static char *
outline (const char     *text,
         gsize           length,
         EspOutlineKind  kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EspOrganization) organization = esp_io_load_bytes (text, length, "t", NULL, &error);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  bytes = esp_io_outline_to_bytes (organization, kind);

  return g_bytes_get_size (bytes) > 0 ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : g_strdup ("");
}

static const struct
{
  const char     *text;
  EspOutlineKind  kind;
  const char     *outline;
} cases[] = {
  { HEAD " }", ESP_OUTLINE_AUTOMATIC, "" },
  { HEAD ", \"name\": \"N\", \"units\": [ { \"id\": \"u\", \"name\": \"U\" }, { \"id\": \"v\", \"name\": \"V\", \"parent\": \"u\" } ], \"positions\": ["
    "{ \"id\": \"a\", \"title\": \"A\", \"unit\": \"u\", \"holders\": [ { \"name\": \"Ann\" }, { \"name\": \"Bob\" } ] },"
    "{ \"id\": \"b\", \"title\": \"B\", \"unit\": \"v\", \"reports_to\": \"a\", \"posts\": 2 }, { \"id\": \"c\", \"unit\": \"none\", \"state\": \"frozen\" } ] }",
    ESP_OUTLINE_AUTOMATIC, "# N\n\n- **U**\n  - A — Ann, Bob\n  - **V**\n    - B (vacant) ×2\n- c (frozen)\n" },
  { HEAD ", \"units\": [ { \"id\": \"u\", \"name\": \"U\" } ], \"positions\": [ { \"id\": \"a\", \"title\": \"A\", \"unit\": \"u\" },"
    "{ \"id\": \"b\", \"reports_to\": \"c\" }, { \"id\": \"c\", \"reports_to\": \"a\" }, { \"id\": \"d\", \"reports_to\": \"a\" } ] }",
    ESP_OUTLINE_REPORTING, "- A (vacant) · U\n  - c (vacant)\n    - b (vacant)\n  - d (vacant)\n" },
  /* nobody is lost: rings, self-reports, orphans, doubles */
  { "id,name,title,manager\na,Ann,A,b\nb,Bob,B,c\nc,Cy,C,a\nd,Di,D,c\ne,Ed,E,e\nf,Flo,F,x\ng,Gus,G,f\ng,Hal,H,e\ni,Ida,I,g\n", ESP_OUTLINE_AUTOMATIC,
    "- E — Ed\n  - H — Hal\n- F — Flo\n  - G — Gus\n    - I — Ida\n- A — Ann\n  - C — Cy\n    - B — Bob\n    - D — Di\n" },
  /* nothing in a text is a sign of Markdown */
  { "id,title,manager\n*1*,\"[x](y) <b> `c` # \\\\ |\na_b\",\n2,1. B,*1*\n", ESP_OUTLINE_AUTOMATIC,
    "- \\[x\\](y) \\<b\\> \\`c\\` \\# \\\\\\\\ \\| a\\_b\n  - 1. B\n" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = outline (cases[i].text, strlen (cases[i].text), cases[i].kind);

      g_test_message ("number %u", i);
      g_assert_cmpstr (text, ==, cases[i].outline);
    }
}

/* A chain deeper than lists are nested grows by lines, not by blanks. */
static void
test_deep (void)
{
  const guint n = 100000;
  g_autoptr (GString) table = g_string_new ("id,manager\n0,\n");
  g_autofree char *text = NULL;
  guint n_lines = 0;

  for (guint i = 1; i < n; i++)
    g_string_append_printf (table, "%u,%u\n", i, i - 1);
  text = outline (table->str, table->len, ESP_OUTLINE_REPORTING);
  for (const char *at = text; *at != '\0'; at++)
    n_lines += *at == '\n';
  g_assert_cmpuint (n_lines, ==, n);
  g_assert_cmpuint (strlen (text), <, 200 * n);
  g_assert_nonnull (strstr (text, "- (level 100000) 99999"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outline/cases", test_cases);
  g_test_add_func ("/outline/deep", test_deep);

  return g_test_run ();
}
