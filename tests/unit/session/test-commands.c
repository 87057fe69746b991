/* test-commands.c — several selected, and what is asked for in a window: done to all of it, refused as a whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "documents.h"
#include "session/esp-session-edit.h"

#define POSITIONS ESP_TABLE_POSITIONS
#define UNITS     ESP_TABLE_UNITS

typedef struct
{
  EspDocument *document;
  EspSession  *session;
  guint        n_selections;
  guint        n_edited;
  EspRowKey    edited;
  gboolean     was_new;
  char        *refused;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
edited_cb (EspSession *session,
           guint       table,
           guint       ix,
           gboolean    is_new,
           Fixture    *fixture)
{
  fixture->n_edited++;
  fixture->edited = ESP_ROW_KEY (table, ix);
  fixture->was_new = is_new;
}

static void
refused_cb (EspSession *session,
            const char *reason,
            Fixture    *fixture)
{
  g_free (fixture->refused);
  fixture->refused = g_strdup (reason);
}

/* @n positions, ten reports each */
static void
set_up (Fixture       *fixture,
        gconstpointer  n)
{
  fixture->document = create_large (GPOINTER_TO_UINT (n));
  fixture->session = esp_session_new (fixture->document);
  wait_for_scene (fixture->session);
  g_object_set (fixture->session, "chart", "reporting", NULL);
  wait_for_scene (fixture->session);
  g_signal_connect_swapped (fixture->session, "selection-changed", G_CALLBACK (count_cb), &fixture->n_selections);
  g_signal_connect (fixture->session, "edited", G_CALLBACK (edited_cb), fixture);
  g_signal_connect (fixture->session, "refused", G_CALLBACK (refused_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  while (esp_session_get_building (fixture->session))
    g_main_context_iteration (NULL, TRUE);
  /* a worker lets go of its task a moment after its result is there */
  while (g_main_context_iteration (NULL, FALSE) || g_atomic_int_get (&G_OBJECT (fixture->session)->ref_count) > 1)
    g_usleep (100);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->document);
  g_free (fixture->refused);
}

static EspOrganization *
get_organization (Fixture *fixture)
{
  return esp_document_get_organization (fixture->document);
}

static EspRowKey
key (Fixture    *fixture,
     const char *id)
{
  return ESP_ROW_KEY (POSITIONS, find_position (fixture->session, id));
}

static void
select_several (Fixture *fixture,
                const char * const *ids)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (EspRowKey));
  EspRowKey lead = ESP_ROW_KEY_NONE;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      lead = key (fixture, ids[i]);
      g_array_append_val (rows, lead);
    }
  esp_session_set_selected (fixture->session, rows, lead);
}

static void
check_lead (Fixture    *fixture,
            const char *id,
            guint       n)
{
  EspTable table;
  EspIx ix;

  g_assert_cmpuint (esp_session_get_n_selected (fixture->session), ==, n);
  if (id == NULL)
    {
      g_assert_false (esp_session_get_selection (fixture->session, NULL, NULL));
      return;
    }
  g_assert_true (esp_session_get_selection (fixture->session, &table, &ix));
  g_assert_cmpuint (ESP_ROW_KEY (table, ix), ==, key (fixture, id));
  g_assert_true (esp_session_is_selected (fixture->session, table, ix));
}

static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  EspSession *session = fixture->session;
  const char * const several[] = { "p5", "p2", "p5", "p9", NULL };
  GArray *selected = esp_session_get_selected (session);

  check_lead (fixture, NULL, 0);
  esp_session_toggle_selected (session, POSITIONS, find_position (session, "p3"));
  check_lead (fixture, "p3", 1);
  esp_session_toggle_selected (session, POSITIONS, find_position (session, "p1"));
  check_lead (fixture, "p1", 2);
  esp_session_toggle_selected (session, POSITIONS, find_position (session, "p1"));
  check_lead (fixture, "p3", 1);
  g_assert_cmpuint (fixture->n_selections, ==, 3);
  esp_session_select (session, POSITIONS, find_position (session, "p3")); /* it is */
  g_assert_cmpuint (fixture->n_selections, ==, 3);
  select_several (fixture, several);
  check_lead (fixture, "p9", 3);
  for (guint i = 1; i < selected->len; i++)
    g_assert_cmpuint (g_array_index (selected, EspRowKey, i - 1), <, g_array_index (selected, EspRowKey, i));
  g_assert_false (esp_session_is_selected (session, UNITS, 0));
  /* one of several alone */
  esp_session_select (session, POSITIONS, find_position (session, "p9"));
  check_lead (fixture, "p9", 1);
  esp_session_clear_selection (session);
  check_lead (fixture, NULL, 0);
}

static void
test_selection_and_rows (Fixture       *fixture,
                         gconstpointer  data)
{
  const char * const several[] = { "p5", "p2", "p9", NULL };
  EspRowKey lead = key (fixture, "p9");
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_DELETE);

  select_several (fixture, several);
  command.rows = &lead;
  command.n_rows = 1;
  esp_session_edit (fixture->session, &command);
  check_lead (fixture, "p2", 2); /* what is gone is not selected, and leads no more */
  esp_document_undo (fixture->document);
  check_lead (fixture, "p2", 2);
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  EspOrganization *organization = get_organization (fixture);
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_ADD_REPORT);
  EspIx added;

  esp_session_select (fixture->session, POSITIONS, find_position (fixture->session, "p3"));
  esp_session_edit (fixture->session, &command);
  g_assert_cmpuint (fixture->n_edited, ==, 1);
  g_assert_true (fixture->was_new);
  added = esp_session_get_selected_position (fixture->session);
  g_assert_cmpuint (fixture->edited, ==, ESP_ROW_KEY (POSITIONS, added));
  g_assert_cmpuint (esp_position_get_manager (organization, added), ==, find_position (fixture->session, "p3"));

  /* right behind it */
  command.kind = ESP_COMMAND_ADD_SIBLING;
  command.text = "Writer";
  esp_session_edit (fixture->session, &command);
  g_assert_cmpuint (esp_session_get_selected_position (fixture->session), !=, added);
  g_assert_cmpuint (esp_organization_get_ranks (organization, POSITIONS)[esp_session_get_selected_position (fixture->session)], ==,
                    esp_organization_get_ranks (organization, POSITIONS)[added] + 1);
  g_assert_cmpstr (esp_position_get_title (organization, esp_session_get_selected_position (fixture->session)), ==, "Writer");

  command = (EspCommand) ESP_COMMAND_INIT (ESP_COMMAND_ADD_UNIT);
  esp_session_edit (fixture->session, &command);
  g_assert_cmpint (esp_unit_get_kind (organization, esp_session_get_selected_unit (fixture->session)), ==, ESP_UNIT_KIND_COMPANY);
  command.kind = ESP_COMMAND_ADD_IN_UNIT;
  esp_session_edit (fixture->session, &command);
  added = esp_session_get_selected_position (fixture->session);
  g_assert_cmpuint (esp_position_get_unit (organization, added), !=, ESP_IX_NONE);
  g_assert_cmpuint (esp_position_get_manager (organization, added), ==, ESP_IX_NONE);
  command.kind = ESP_COMMAND_SET_HEAD;
  command.target = ESP_ROW_KEY (POSITIONS, added);
  command.rows = &(EspRowKey) { ESP_ROW_KEY (UNITS, esp_position_get_unit (organization, added)) };
  command.n_rows = 1;
  esp_session_edit (fixture->session, &command);
  command.kind = ESP_COMMAND_ADD_IN_UNIT;
  command.target = ESP_ROW_KEY_NONE;
  esp_session_edit (fixture->session, &command);
  g_assert_cmpuint (esp_position_get_manager (organization, esp_session_get_selected_position (fixture->session)), ==, added);
}

static void
test_several (Fixture       *fixture,
              gconstpointer  data)
{
  EspOrganization *organization = get_organization (fixture);
  const char * const several[] = { "p5", "p2", "p9", NULL };
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_SET_SCOPE);

  select_several (fixture, several);
  command.value = ESP_SCOPE_EXTERNAL;
  esp_session_edit (fixture->session, &command);
  for (guint i = 0; several[i] != NULL; i++)
    g_assert_cmpuint (esp_organization_get (organization, POSITIONS, find_position (fixture->session, several[i]), ESP_POSITION_SCOPE), ==,
                      ESP_SCOPE_EXTERNAL);
  g_assert_cmpstr (esp_document_get_undo_name (fixture->document), ==, "Change Scope");
  esp_document_undo (fixture->document);
  g_assert_cmpuint (esp_organization_get (organization, POSITIONS, find_position (fixture->session, "p2"), ESP_POSITION_SCOPE), ==, ESP_SCOPE_UNKNOWN);

  /* all or nothing */
  command = (EspCommand) ESP_COMMAND_INIT (ESP_COMMAND_ADD_LINE);
  command.target = key (fixture, "p9");
  esp_session_edit (fixture->session, &command);
  g_assert_nonnull (fixture->refused);
  g_assert_cmpuint (esp_organization_get (organization, POSITIONS, find_position (fixture->session, "p2"), ESP_POSITION_LINES), ==, 0);
}

static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  EspOrganization *organization = get_organization (fixture);
  const char * const several[] = { "p11", "p12", NULL };
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_MOVE);
  EspRowKey p1 = key (fixture, "p1");
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  select_several (fixture, several);
  command.target = key (fixture, "p3");
  g_assert_true (esp_session_can_edit (fixture->session, &command, NULL));
  words = esp_session_describe_move (fixture->session, &command);
  g_assert_cmpstr (words, ==, "Reports to Seat 3");
  esp_session_edit (fixture->session, &command);
  g_assert_cmpuint (ESP_ROW_KEY (POSITIONS, esp_position_get_manager (organization, find_position (fixture->session, "p12"))), ==, command.target);
  g_assert_cmpstr (esp_document_get_undo_name (fixture->document), ==, "Move 2 Cards");

  /* beside another one: before it, in their order */
  command.kind = ESP_COMMAND_PLACE_BEFORE;
  command.target = key (fixture, "p5");
  esp_session_edit (fixture->session, &command);
  g_assert_cmpuint (esp_position_get_manager (organization, find_position (fixture->session, "p12")), ==, find_position (fixture->session, "p0"));
  g_assert_cmpuint (esp_organization_get_ranks (organization, POSITIONS)[find_position (fixture->session, "p11")], ==, 5);
  g_assert_cmpuint (esp_organization_get_ranks (organization, POSITIONS)[find_position (fixture->session, "p12")], ==, 6);
  g_assert_cmpuint (esp_organization_get_ranks (organization, POSITIONS)[find_position (fixture->session, "p5")], ==, 7);

  /* the same rule says it beforehand and does not do it */
  command = (EspCommand) ESP_COMMAND_INIT (ESP_COMMAND_MOVE);
  command.rows = &p1;
  command.n_rows = 1;
  command.target = key (fixture, "p15");
  g_assert_false (esp_session_can_edit (fixture->session, &command, &error));
  g_assert_error (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_RING);
  g_assert_null (fixture->refused);
  esp_session_edit (fixture->session, &command);
  g_assert_cmpstr (fixture->refused, ==, error->message);
  g_clear_error (&error);
  command.kind = ESP_COMMAND_PLACE_AFTER;
  g_assert_false (esp_session_can_edit (fixture->session, &command, &error));
  g_assert_error (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_RING);
  g_clear_error (&error);
  command.target = p1;
  g_assert_false (esp_session_can_edit (fixture->session, &command, &error));
}

static void
test_units (Fixture       *fixture,
            gconstpointer  data)
{
  EspOrganization *organization = get_organization (fixture);
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_ADD_UNIT);
  EspRowKey company, lab, p1 = key (fixture, "p1");
  g_autoptr (GError) error = NULL;

  esp_session_edit (fixture->session, &command);
  company = fixture->edited;
  command.text = "Lab";
  esp_session_edit (fixture->session, &command);
  lab = fixture->edited;
  g_assert_cmpuint (esp_unit_get_parent (organization, ESP_ROW_IX (lab)), ==, ESP_ROW_IX (company));

  /* a position with its branch, where the chart follows units */
  g_object_set (fixture->session, "chart", "structure", NULL);
  wait_for_scene (fixture->session);
  command = (EspCommand) ESP_COMMAND_INIT (ESP_COMMAND_MOVE);
  command.rows = &p1;
  command.n_rows = 1;
  command.target = lab;
  esp_session_edit (fixture->session, &command);
  g_assert_cmpuint (esp_position_get_unit (organization, find_position (fixture->session, "p15")), ==, ESP_ROW_IX (lab));
  g_assert_cmpuint (esp_position_get_unit (organization, find_position (fixture->session, "p2")), ==, ESP_IX_NONE);
  /* to a manager, into that one's unit */
  p1 = key (fixture, "p2");
  command.target = key (fixture, "p1");
  esp_session_edit (fixture->session, &command);
  g_assert_cmpuint (esp_position_get_unit (organization, find_position (fixture->session, "p21")), ==, ESP_ROW_IX (lab));

  command.rows = &lab;
  command.target = key (fixture, "p3");
  g_assert_false (esp_session_can_edit (fixture->session, &command, &error));
  g_assert_cmpstr (error->message, ==, "A unit is part of another unit, not of a position.");
  g_clear_error (&error);
  command.rows = &company;
  command.target = lab;
  g_assert_false (esp_session_can_edit (fixture->session, &command, &error));
  g_assert_error (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_RING);

  command = (EspCommand) ESP_COMMAND_INIT (ESP_COMMAND_DELETE);
  command.rows = &lab;
  command.n_rows = 1;
  command.value = ESP_REPORTS_REMOVE;
  esp_session_edit (fixture->session, &command);
  g_assert_cmpuint (find_position (fixture->session, "p15"), ==, ESP_IX_NONE);
  g_assert_cmpuint (fixture->edited, ==, company);
}

static void
test_typing (Fixture       *fixture,
             gconstpointer  data)
{
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_RETITLE);
  const char *texts[] = { "W", "Wr", "Writ", "Writer" };

  esp_session_select (fixture->session, POSITIONS, find_position (fixture->session, "p3"));
  command.is_typed = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      command.text = texts[i];
      esp_session_edit (fixture->session, &command);
    }
  command.text = " ";
  esp_session_edit (fixture->session, &command);
  g_assert_cmpstr (fixture->refused, ==, "A position needs a title.");
  g_assert_cmpstr (esp_position_get_title (get_organization (fixture), find_position (fixture->session, "p3")), ==, "Writer");
  g_assert_cmpstr (esp_document_get_undo_name (fixture->document), ==, "Change Title");
  esp_document_undo (fixture->document);
  g_assert_cmpstr (esp_position_get_title (get_organization (fixture), find_position (fixture->session, "p3")), ==, "Seat 3");
}

static void
test_nth (Fixture       *fixture,
          gconstpointer  data)
{
  EspOrganization *organization = get_organization (fixture);
  EspIx p3 = find_position (fixture->session, "p3");
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_RENAME_HOLDER);

  esp_session_select (fixture->session, POSITIONS, p3);
  command.text = "Ada Quince";
  esp_session_edit (fixture->session, &command);
  command.nth = 1;
  command.text = "Bo Larch";
  esp_session_edit (fixture->session, &command);
  command.kind = ESP_COMMAND_SHARE_HOLDER;
  command.text = "2";
  esp_session_edit (fixture->session, &command);
  g_assert_nonnull (fixture->refused);
  command.kind = ESP_COMMAND_REMOVE_HOLDER;
  esp_session_edit (fixture->session, &command);
  esp_session_edit (fixture->session, &command); /* there is no such one any more */
  g_assert_cmpuint (esp_position_get_n_holders (organization, p3), ==, 1);
  command = (EspCommand) ESP_COMMAND_INIT (ESP_COMMAND_ADD_LINE);
  command.target = key (fixture, "p9");
  command.value = ESP_LINE_DOTTED;
  esp_session_edit (fixture->session, &command);
  command.kind = ESP_COMMAND_REMOVE_LINE;
  esp_session_edit (fixture->session, &command);
  esp_session_edit (fixture->session, &command);
  g_assert_cmpstr (esp_document_get_undo_name (fixture->document), ==, "Delete Line");
}

/* Whether a line can be drawn is known before it is; an organization has a name */
static void
test_lines (Fixture       *fixture,
            gconstpointer  data)
{
  EspRowKey rows[] = { ESP_ROW_KEY (POSITIONS, find_position (fixture->session, "p3")), ESP_ROW_KEY (POSITIONS, find_position (fixture->session, "p4")) };
  EspCommand line = ESP_COMMAND_INIT (ESP_COMMAND_ADD_LINE);
  EspCommand name = ESP_COMMAND_INIT (ESP_COMMAND_RENAME_ORGANIZATION);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  line.rows = rows;
  line.n_rows = G_N_ELEMENTS (rows);
  line.value = ESP_LINE_DOTTED;
  line.target = ESP_ROW_KEY (POSITIONS, find_position (fixture->session, "p7"));
  g_assert_true (esp_session_can_edit (fixture->session, &line, NULL));
  words = esp_session_describe_move (fixture->session, &line);
  g_assert_cmpstr (words, ==, "Dotted line to Seat 7");
  esp_session_edit (fixture->session, &line);
  g_assert_false (esp_session_can_edit (fixture->session, &line, &error));
  g_assert_error (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_VALUE);
  g_clear_error (&error);
  line.value = ESP_LINE_PROGRAM;
  g_assert_true (esp_session_can_edit (fixture->session, &line, NULL));
  line.target = rows[1];
  g_assert_false (esp_session_can_edit (fixture->session, &line, &error));
  g_assert_error (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_RING);

  name.is_typed = TRUE;
  name.text = "O";
  esp_session_edit (fixture->session, &name);
  name.text = "Or";
  esp_session_edit (fixture->session, &name);
  g_assert_cmpstr (esp_document_get_title (fixture->document), ==, "Or");
  g_assert_cmpstr (esp_document_get_undo_name (fixture->document), ==, "Rename Organization");
  esp_document_undo (fixture->document);
  g_assert_cmpstr (esp_organization_get_text (get_organization (fixture), ESP_TABLE_DOCUMENT, 0, ESP_DOCUMENT_NAME), ==, NULL);
}

/* While a scene is built in a worker an edit waits, and what it added is selected then */
static void
test_waiting (Fixture       *fixture,
              gconstpointer  data)
{
  EspCommand command = ESP_COMMAND_INIT (ESP_COMMAND_ADD_REPORT);
  EspRowKey p3 = key (fixture, "p3");

  g_object_set (fixture->session, "density", "compact", NULL);
  g_assert_true (esp_session_get_building (fixture->session));
  command.rows = &p3;
  command.n_rows = 1;
  esp_session_edit (fixture->session, &command);
  g_assert_cmpuint (fixture->n_edited, ==, 0);
  while (fixture->n_edited == 0 || esp_session_get_building (fixture->session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (esp_session_get_n_selected (fixture->session), ==, 1);
  g_assert_cmpuint (esp_position_get_manager (get_organization (fixture), esp_session_get_selected_position (fixture->session)), ==, ESP_ROW_IX (p3));
  g_assert_cmpuint (esp_scene_find (esp_session_get_scene (fixture->session), POSITIONS, esp_session_get_selected_position (fixture->session)), !=,
                    ESP_ITEM_NONE);
}

#define ADD(path, n, func) g_test_add ("/commands/" path, Fixture, GUINT_TO_POINTER (n), set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("selection", 40, test_selection);
  ADD ("selection-and-rows", 40, test_selection_and_rows);
  ADD ("add", 40, test_add);
  ADD ("several", 40, test_several);
  ADD ("move", 40, test_move);
  ADD ("units", 40, test_units);
  ADD ("typing", 40, test_typing);
  ADD ("nth", 40, test_nth);
  ADD ("lines", 40, test_lines);
  ADD ("waiting", 12000, test_waiting);
  return g_test_run ();
}
