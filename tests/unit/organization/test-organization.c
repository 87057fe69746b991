/* test-organization.c — rows, transactions, undo, edits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "organization/esp-edits.h"
#include "organization/esp-extra.h"

#include <string.h>

#define POSITIONS ESP_TABLE_POSITIONS
#define UNITS     ESP_TABLE_UNITS

static EspIx
load_position (EspOrganization *organization,
               const char      *id,
               const char      *title,
               const char      *manager)
{
  EspIx ix = esp_organization_append (organization, POSITIONS);

  esp_organization_load (organization, POSITIONS, ix, ESP_POSITION_ID, esp_organization_intern (organization, id));
  esp_organization_load (organization, POSITIONS, ix, ESP_POSITION_TITLE, esp_organization_intern (organization, title));
  esp_organization_load (organization, POSITIONS, ix, ESP_POSITION_REPORTS_TO, esp_organization_intern (organization, manager));
  return ix;
}

static EspOrganization *
make_small (void)
{
  EspOrganization *organization = esp_organization_new ();
  EspIx unit;

  esp_organization_begin_load (organization, 0);
  unit = esp_organization_append (organization, UNITS);
  esp_organization_load (organization, UNITS, unit, ESP_UNIT_ID, esp_organization_intern (organization, "it"));
  load_position (organization, "a", "Head", NULL);
  load_position (organization, "b", "Lead", "a");
  load_position (organization, "c", "Analyst", "b");
  load_position (organization, "d", "Lost", "nobody");
  esp_organization_end_load (organization);
  return organization;
}

/* All that can be seen of an organization, as text */
static char *
dump (EspOrganization *organization)
{
  GString *text = g_string_new (NULL);

  for (guint table = 0; table < ESP_N_TABLES; table++)
    {
      guint32 n;
      const EspIx *order = esp_organization_get_order (organization, table, &n);

      for (guint32 i = 0; i < n; i++)
        {
          g_string_append_printf (text, "\n%u %u:", table, order[i]);
          for (guint field = 0; field < esp_table_get_n_fields (table); field++)
            {
              guint32 value = esp_organization_get (organization, table, order[i], field);

              if (esp_field_is_list (table, field))
                {
                  guint32 n_words;
                  const guint32 *words = esp_organization_get_list (organization, value, &n_words);

                  g_string_append_printf (text, " [");
                  for (guint32 k = 0; k < n_words; k++)
                    g_string_append_printf (text, " %u", words[k]);
                  g_string_append_printf (text, "]");
                }
              else
                {
                  g_string_append_printf (text, " %u", value);
                }
            }
          if (table != ESP_TABLE_DOCUMENT)
            g_string_append_printf (text, " found %u",
                                    esp_organization_find (organization, table, esp_organization_get (organization, table, order[i], 0)));
        }
    }
  return g_string_free (text, FALSE);
}

static void
count_changes (EspOrganization *organization,
               const EspChange *change,
               gpointer         counter)
{
  (*(guint *) counter)++;
}

static void
test_load (void)
{
  g_autoptr (EspOrganization) organization = make_small ();
  EspIx a = esp_organization_find_id (organization, POSITIONS, "a");
  EspIx b = esp_organization_find_id (organization, POSITIONS, "b");

  g_assert_cmpuint (esp_organization_get_n (organization, POSITIONS), ==, 4);
  g_assert_cmpuint (esp_position_get_manager (organization, b), ==, a);
  g_assert_cmpuint (esp_position_get_manager (organization, a), ==, ESP_IX_NONE);
  g_assert_cmpuint (esp_organization_find_id (organization, POSITIONS, "it"), ==, ESP_IX_NONE);
  g_assert_cmpuint (esp_organization_find_id (organization, UNITS, "it"), ==, 0);
  g_assert_cmpint (esp_position_get_state (organization, a), ==, ESP_STATE_VACANT);
  g_assert_cmpstr (esp_unit_get_name (organization, 0), ==, "it");
  g_assert_false (esp_organization_is_modified (organization));
  g_assert_null (esp_organization_peek_column (organization, POSITIONS, ESP_POSITION_NOTE));
}

static void
test_edits (void)
{
  g_autoptr (EspOrganization) organization = make_small ();
  g_autoptr (GError) error = NULL;
  guint n_changes = 0;
  g_autofree char *before = dump (organization);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_signal_connect (organization, "changed", G_CALLBACK (count_changes), &n_changes);
  g_assert_true (esp_edit_retitle (organization, 1, "  Team Lead ", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (esp_position_get_title (organization, 1), ==, "Team Lead");
  g_assert_true (esp_edit_retitle (organization, 1, "Team Lead", &error));
  g_assert_cmpuint (n_changes, ==, 1); /* the same title is no step */
  g_assert_false (esp_edit_retitle (organization, 1, " ", &error));
  g_assert_error (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_VALUE);
  g_clear_error (&error);

  g_assert_true (esp_edit_rename_holder (organization, 1, 0, "Ada Quince", &error));
  g_assert_cmpint (esp_position_get_state (organization, 1), ==, ESP_STATE_FILLED);
  esp_edit_vacate (organization, 1);
  g_assert_cmpuint (esp_position_get_n_holders (organization, 1), ==, 0);
  esp_edit_set_scope (organization, 1, ESP_SCOPE_EXTERNAL);
  g_assert_cmpstr (esp_organization_get_undo_name (organization), ==, "Change Scope");

  g_assert_false (esp_edit_move_position (organization, 0, 2, &error));
  g_assert_error (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_RING);
  g_clear_error (&error);
  g_assert_true (esp_edit_move_position (organization, 3, 2, &error));
  g_assert_cmpstr (esp_organization_get_undo_name (organization), ==, "Move Lost");
  g_assert_true (esp_edit_add_line (organization, 3, 0, ESP_LINE_DOTTED, &error));
  g_assert_false (esp_edit_add_line (organization, 3, 0, ESP_LINE_DOTTED, NULL));
  esp_edit_remove_position (organization, 1, ESP_REPORTS_MOVE_UP);
  g_assert_cmpuint (esp_position_get_manager (organization, 2), ==, 0);
  esp_edit_remove_position (organization, 2, ESP_REPORTS_REMOVE);
  g_assert_cmpuint (esp_organization_get_n (organization, POSITIONS), ==, 1);

  after = dump (organization);
  while (esp_organization_can_undo (organization))
    esp_organization_undo (organization);
  undone = dump (organization);
  g_assert_cmpstr (undone, ==, before);
  g_assert_false (esp_organization_is_modified (organization));
  while (esp_organization_can_redo (organization))
    esp_organization_redo (organization);
  redone = dump (organization);
  g_assert_cmpstr (redone, ==, after);
  g_assert_true (esp_organization_is_modified (organization));
  g_signal_handlers_disconnect_by_data (organization, &n_changes);
  g_assert_finalize_object (g_steal_pointer (&organization));
}

static void
test_saved_point (void)
{
  g_autoptr (EspOrganization) organization = make_small ();

  esp_edit_set_scope (organization, 0, ESP_SCOPE_INTERNAL);
  esp_organization_mark_saved (organization);
  g_assert_false (esp_organization_is_modified (organization));
  esp_organization_undo (organization);
  g_assert_true (esp_organization_is_modified (organization));
  esp_edit_set_scope (organization, 0, ESP_SCOPE_EXTERNAL); /* the saved point is gone for good */
  g_assert_true (esp_organization_is_modified (organization));
  esp_organization_undo (organization);
  g_assert_true (esp_organization_is_modified (organization));
}

static void
test_rollback (void)
{
  g_autoptr (EspOrganization) organization = make_small ();
  g_autofree char *before = dump (organization);
  g_autofree char *after = NULL;
  guint n_changes = 0;

  g_signal_connect (organization, "changed", G_CALLBACK (count_changes), &n_changes);
  esp_organization_begin (organization, "Nothing");
  esp_organization_remove (organization, POSITIONS, 1);
  esp_organization_insert (organization, POSITIONS, esp_organization_intern (organization, "b"), 0);
  esp_organization_rollback (organization);
  after = dump (organization);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_false (esp_organization_can_undo (organization));
}

static void
test_duplicates (void)
{
  g_autoptr (EspOrganization) organization = esp_organization_new ();

  esp_organization_begin_load (organization, 0);
  load_position (organization, "a", "First", NULL);
  load_position (organization, "a", "Second", NULL);
  load_position (organization, "b", "Report", "a");
  esp_organization_end_load (organization);
  g_assert_cmpuint (esp_position_get_manager (organization, 2), ==, 0);
  esp_organization_begin (organization, "Delete");
  esp_organization_remove (organization, POSITIONS, 0);
  esp_organization_commit (organization);
  g_assert_cmpuint (esp_position_get_manager (organization, 2), ==, 1);
  esp_organization_undo (organization);
  g_assert_cmpuint (esp_position_get_manager (organization, 2), ==, 0);
}

static void
test_extra (void)
{
  static const struct
  {
    const char *extra;
    const char *name;
    const char *expected;
  } rows[] = {
    { "\"a\": 1, \"title\": 5, \"b\": 2", "title", "\"a\": 1, \"b\": 2" },
    { "\"title\": { \"title\": [1, 2, \"}\\\",\"] }", "title", "" },
    { "\"x\": \"title, \\\"title\\\": 1\"", "title", NULL },
    { "\"titles\": 1", "title", NULL },
    { NULL, "title", NULL },
    { "\"a\":1,\"a\":[2,3]", "a", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *result = esp_extra_without (rows[i].extra, rows[i].name);

      g_assert_cmpstr (result, ==, rows[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/organization/load", test_load);
  g_test_add_func ("/organization/edits", test_edits);
  g_test_add_func ("/organization/saved-point", test_saved_point);
  g_test_add_func ("/organization/rollback", test_rollback);
  g_test_add_func ("/organization/duplicates", test_duplicates);
  g_test_add_func ("/organization/extra", test_extra);
  return g_test_run ();
}
