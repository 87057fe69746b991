/* test-diff.c — differences between organizations, by a table and at random
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "io/esp-io.h"
#include "organization/esp-diff.h"
#include "organization/random-changes.h"

#define DOCUMENT(members) "{ \"format\": \"espalier-organization\", \"version\": 1, " members " }"

static EspOrganization *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  EspOrganization *organization = esp_io_load_bytes (text, strlen (text), "text", NULL, &error);

  g_assert_no_error (error);
  return organization;
}

static char *
describe (EspDiff *diff)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < esp_diff_get_n (diff); i++)
    {
      const EspDiffItem *item = esp_diff_get (diff, i);
      const char *id = esp_diff_get_id (diff, item);
      g_autofree char *before = esp_diff_dup_value (diff, item, FALSE, TRUE);
      g_autofree char *after = esp_diff_dup_value (diff, item, TRUE, TRUE);

      g_string_append_printf (text, "%s %s %s “%s”", esp_diff_kind_to_string (item->kind), id != NULL ? id : "-", esp_diff_get_name (diff, item),
                              esp_diff_get_label (item));
      if (before != NULL || after != NULL)
        g_string_append_printf (text, ": %s → %s", before != NULL ? before : "-", after != NULL ? after : "-");
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *expected;
} rows[] = {
  { "equal", DOCUMENT ("\"name\": \"A\", \"positions\": [ { \"id\": \"a\" } ]"), DOCUMENT ("\"positions\": [{\"holders\":[],\"id\":\"a\"}], \"name\": \"A\""), "" },
  { "document", DOCUMENT ("\"name\": \"A\""), DOCUMENT ("\"name\": \"B\", \"setting\": \"startup\", \"x-y\": 1"),
    "renamed - B “Name”: A → B\nchanged - B “Setting”: - → startup\nchanged - B “Further members”: - → \"x-y\": 1\n" },
  { "added and removed", DOCUMENT ("\"positions\": [ { \"id\": \"a\" }, { \"id\": \"b\", \"title\": \"B\" } ]"),
    DOCUMENT ("\"units\": [ { \"id\": \"a\", \"name\": \"A\" } ], \"positions\": [ { \"id\": \"c\" }, { \"id\": \"b\", \"title\": \"B\" } ]"),
    "added a A “Unit added”\nremoved a a “Position removed”\nadded c c “Position added”\n" },
  { "moved and retitled",
    DOCUMENT ("\"positions\": [ { \"id\": \"a\", \"title\": \"Lead\" }, { \"id\": \"b\", \"title\": \"B\" }, { \"id\": \"c\", \"title\": \"C\", \"reports_to\": \"a\" } ]"),
    DOCUMENT ("\"positions\": [ { \"id\": \"a\", \"title\": \"Head\" }, { \"id\": \"b\", \"title\": \"B\" }, { \"id\": \"c\", \"title\": \"C\", \"reports_to\": \"b\" } ]"),
    "retitled a Head “Title”: Lead → Head\nmoved c C “Reports to”: Lead → B\n" },
  { "units", DOCUMENT ("\"units\": [ { \"id\": \"a\", \"name\": \"A\" }, { \"id\": \"b\", \"name\": \"B\", \"parent\": \"a\" } ]"),
    DOCUMENT ("\"units\": [ { \"id\": \"a\", \"name\": \"A\" }, { \"id\": \"b\", \"name\": \"Bee\", \"kind\": \"pmo\", \"parent\": \"gone\", \"staff\": false } ]"),
    "renamed b Bee “Name”: B → Bee\nchanged b Bee “Kind”: - → pmo\nmoved b Bee “Part of”: A → gone\nchanged b Bee “Staff”: - → false\n" },
  { "lists", DOCUMENT ("\"positions\": [ { \"id\": \"a\", \"holders\": [ { \"name\": \"Ada\" } ], \"lines\": [ { \"to\": \"a\", \"kind\": \"dotted\" } ] } ]"),
    DOCUMENT ("\"positions\": [ { \"id\": \"a\", \"holders\": [ { \"name\": \"Ada\", \"share\": 0.5 }, { \"name\": \"Bo\" } ], \"serves\": [ \"x\", \"y\" ] } ]"),
    "changed a a “Holders”: Ada → Ada (0.5), Bo\nchanged a a “Secondary lines”: a (dotted) → -\nchanged a a “Serves”: - → x, y\n" },
  { "states", DOCUMENT ("\"positions\": [ { \"id\": \"a\", \"state\": \"frozen\" } ]"), DOCUMENT ("\"positions\": [ { \"id\": \"a\", \"scope\": \"external\" } ]"),
    "changed a a “Scope”: - → external\nchanged a a “State”: frozen → -\n" },
  { "order", DOCUMENT ("\"positions\": [ { \"id\": \"a\" }, { \"id\": \"b\" }, { \"id\": \"c\" }, { \"id\": \"d\" } ]"),
    DOCUMENT ("\"positions\": [ { \"id\": \"d\" }, { \"id\": \"a\" }, { \"id\": \"b\" }, { \"id\": \"c\" } ]"), "reordered d d “Stands elsewhere in the order”\n" },
  { "one id twice", DOCUMENT ("\"positions\": [ { \"id\": \"a\", \"title\": \"1\" }, { \"id\": \"a\", \"title\": \"2\" } ]"),
    DOCUMENT ("\"positions\": [ { \"id\": \"a\", \"title\": \"1\" }, { \"id\": \"a\", \"title\": \"3\" }, { \"id\": \"a\", \"title\": \"4\" } ]"),
    "retitled a 3 “Title”: 2 → 3\nadded a 4 “Position added”\n" },
  { "no rows", DOCUMENT ("\"positions\": [ 5, { \"id\": \"a\" } ]"), DOCUMENT ("\"positions\": [ { \"id\": \"a\" }, 7 ]"),
    "removed -  “Position removed”\nadded -  “Position added”\n" },
  { "views", DOCUMENT ("\"views\": [ { \"id\": \"v\", \"name\": \"V\", \"top\": \"a\" } ]"), DOCUMENT ("\"views\": [ { \"id\": \"v\", \"name\": \"W\" } ]"),
    "renamed v W “Name”: V → W\nchanged v W “Top”: a → -\n" },
};

static void
test_row (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (EspOrganization) before = read_text (rows[row].before);
  g_autoptr (EspOrganization) after = read_text (rows[row].after);
  g_autoptr (EspDiff) diff = esp_diff_new (before, after);
  g_autofree char *text = describe (diff);

  g_assert_cmpstr (text, ==, rows[row].expected);
}

static char *
write_text (EspOrganization *organization)
{
  g_autoptr (GBytes) bytes = esp_io_to_bytes (organization, ESP_FILE_DOCUMENT);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Ids of all rows of a table, but those of @skip, in order */
static char *
list_ids (EspOrganization *organization,
          EspTable         table,
          GHashTable      *skip)
{
  GString *text = g_string_new (NULL);
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, table, &n);

  for (guint32 i = 0; i < n; i++)
    if (!g_hash_table_contains (skip, GUINT_TO_POINTER (order[i])))
      g_string_append_printf (text, "%s ", esp_organization_get_text (organization, table, order[i], 0));
  return g_string_free (text, FALSE);
}

/* Without what was added, removed and reordered, the order is the same; nothing is different exactly if the files would be the same. */
static void
test_random (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (EspOrganization) before = read_text (DOCUMENT ("\"name\": \"A\""));

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *text = write_text (before);
      g_autoptr (EspOrganization) after = read_text (text);
      g_autofree char *text_after = NULL;
      g_autoptr (EspDiff) diff = NULL;
      gboolean is_same;

      if (i % 4 != 0)
        {
          esp_organization_begin (after, "random");
          random_changes (after, rand, g_rand_int_range (rand, 1, 30), NULL, NULL);
          esp_organization_commit (after);
        }
      text_after = write_text (after);
      is_same = g_str_equal (text, text_after);
      diff = esp_diff_new (before, after);
      g_assert_cmpint (esp_diff_get_n (diff) == 0, ==, is_same);
      for (guint table = ESP_TABLE_UNITS; table < ESP_N_TABLES; table++)
        {
          g_autoptr (GHashTable) skip_before = g_hash_table_new (NULL, NULL);
          g_autoptr (GHashTable) skip_after = g_hash_table_new (NULL, NULL);
          g_autofree char *ids_before = NULL;
          g_autofree char *ids_after = NULL;

          for (guint k = 0; k < esp_diff_get_n (diff); k++)
            {
              const EspDiffItem *item = esp_diff_get (diff, k);

              if (item->table != table || item->kind == ESP_DIFF_CHANGED || item->kind == ESP_DIFF_MOVED || item->kind == ESP_DIFF_RENAMED ||
                  item->kind == ESP_DIFF_RETITLED)
                continue;
              if (item->before != ESP_IX_NONE)
                g_hash_table_add (skip_before, GUINT_TO_POINTER (item->before));
              if (item->after != ESP_IX_NONE)
                g_hash_table_add (skip_after, GUINT_TO_POINTER (item->after));
            }
          ids_before = list_ids (before, table, skip_before);
          ids_after = list_ids (after, table, skip_after);
          g_assert_cmpstr (ids_before, ==, ids_after);
        }
      g_set_object (&before, after);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/diff/%s", rows[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/diff/random", test_random);
  return g_test_run ();
}
