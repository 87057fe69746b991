/* test-import.c — foreign tables in the real window: asked for, refused, pasted; the data doctor
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "app/esp-doctor-window.h"
#include "app/esp-import-dialog.h"
#include "app/esp-settings.h"
#include "window-fixture.h"

#define TABLE "Staff No,Person,Job,Boss,Old No\n1,Ann Lee,Head,,9\n2,Bob Ray,Lead,1,8\n3,Cy Coe,Clerk,7,7\n4,Di Day,Clerk,4,6\n"

static gpointer
find_toplevel (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (toplevels, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static gboolean
has_import (gpointer unused)
{
  return find_toplevel (ESP_TYPE_IMPORT_DIALOG) != NULL;
}

static gboolean
has_no_import (gpointer unused)
{
  return !has_import (NULL);
}

/* The button that opens becomes sensitive when the first rows have been tried. */
static GtkWidget *
find_open_button (void)
{
  return gtk_window_get_default_widget (find_toplevel (ESP_TYPE_IMPORT_DIALOG));
}

static gboolean
can_open (gpointer unused)
{
  return has_import (NULL) && gtk_widget_get_sensitive (find_open_button ());
}

static void
open_table (Fixture    *fixture,
            const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (EspDocument) document = esp_document_new_for_file (file);

  g_assert_true (g_file_set_contents (path, TABLE, -1, NULL));
  open_window (fixture, document);
}

static guint
count_positions (Fixture *fixture)
{
  EspOrganization *organization = esp_document_get_organization (esp_window_get_document (fixture->window));

  return esp_organization_get_n (organization, ESP_TABLE_POSITIONS);
}

/* The row of the dialog that is called @title */
static AdwComboRow *
find_row (GtkWidget  *root,
          const char *title)
{
  if (ADW_IS_COMBO_ROW (root) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return ADW_COMBO_ROW (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      AdwComboRow *row = find_row (child, title);

      if (row != NULL)
        return row;
    }
  return NULL;
}

static void
test_ask (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (EspTableMapping) mapping = NULL;
  EspOrganization *organization;
  AdwComboRow *id;

  open_table (fixture, "people.csv");
  wait_until (can_open, NULL);
  g_assert_false (has_views (fixture->window));
  mapping = esp_import_dialog_get_mapping (find_toplevel (ESP_TYPE_IMPORT_DIALOG));
  g_assert_cmpint (mapping->columns[ESP_USE_ID], ==, 0);
  g_assert_cmpint (mapping->columns[ESP_USE_MANAGER], ==, 3);
  g_assert_cmpint (mapping->columns[ESP_USE_TITLE], ==, 2);

  /* the user knows better */
  id = find_row (find_toplevel (ESP_TYPE_IMPORT_DIALOG), "Id");
  g_assert_nonnull (id);
  adw_combo_row_set_selected (id, 5);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (id)), ==, "9, 8, 7");
  wait_until (can_open, NULL);
  g_signal_emit_by_name (find_open_button (), "clicked");
  wait_until (has_views, fixture->window);
  g_assert_false (has_import (NULL));
  organization = esp_document_get_organization (esp_window_get_document (fixture->window));
  g_assert_cmpuint (count_positions (fixture), ==, 4);
  g_assert_cmpuint (esp_organization_find_id (organization, ESP_TABLE_POSITIONS, "9"), ==, 0);
  g_assert_cmpuint (esp_position_get_manager (organization, 2), ==, 2);
}

/* What was told once is there the next time. */
static void
test_remember (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (EspTableMapping) mapping = NULL;

  open_table (fixture, "more.csv");
  wait_until (has_import, NULL);
  mapping = esp_import_dialog_get_mapping (find_toplevel (ESP_TYPE_IMPORT_DIALOG));
  g_assert_cmpint (mapping->columns[ESP_USE_ID], ==, 4);
  g_settings_reset (esp_settings_get_default (), "import-mappings");
}

static void
test_refuse (Fixture       *fixture,
             gconstpointer  data)
{
  open_table (fixture, "people.csv");
  wait_until (has_import, NULL);
  gtk_window_close (find_toplevel (ESP_TYPE_IMPORT_DIALOG));
  wait_until (has_no_import, NULL);
  g_assert_cmpstr (esp_window_get_page (fixture->window), ==, "welcome");
}

static EspWindow *
find_pasted (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (toplevels, i);
      EspDocument *document = ESP_IS_WINDOW (window) ? esp_window_get_document (ESP_WINDOW (window)) : NULL;

      if (document != NULL && esp_document_get_file (document) == NULL && esp_document_get_organization (document) != NULL)
        return ESP_WINDOW (window);
    }
  return NULL;
}

static gboolean
has_pasted (gpointer unused)
{
  return find_pasted () != NULL && has_views (find_pasted ());
}

static void
test_paste (Fixture       *fixture,
            gconstpointer  data)
{
  open_file (fixture);
  wait_until (has_views, fixture->window);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), "Name\tReports to\nAnn Lee\t\nBob Ray\tAnn Lee\n");
  act (fixture->window, "win.paste-table");
  wait_until (can_open, NULL);
  g_signal_emit_by_name (find_open_button (), "clicked");
  wait_until (has_pasted, NULL);
  g_assert_false (has_import (NULL));
  g_assert_true (esp_document_get_modified (esp_window_get_document (find_pasted ())));
  gtk_window_destroy (GTK_WINDOW (find_pasted ()));
}

/* Text that is dropped goes the way of what is pasted, a file that of one that is opened; both are in no file of ours until they are saved. */
static void
drop (Fixture      *fixture,
      const GValue *value)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->window));
  gboolean is_taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !is_taken; i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", value, 10.0, 10.0, &is_taken);
    }
  g_assert_true (is_taken);
}

static void
test_drop (Fixture       *fixture,
           gconstpointer  data)
{
  g_auto (GValue) text = G_VALUE_INIT;
  g_auto (GValue) files = G_VALUE_INIT;
  g_autofree char *path = g_build_filename (fixture->folder, "dropped.csv", NULL);
  EspDocument *document;
  EspWindow *window;

  open_file (fixture);
  wait_until (has_views, fixture->window);
  g_value_init (&text, G_TYPE_STRING);
  g_value_set_string (&text, TABLE);
  drop (fixture, &text);
  wait_until (can_open, NULL);
  g_signal_emit_by_name (find_open_button (), "clicked");
  wait_until (has_pasted, NULL);
  window = find_pasted ();
  document = esp_window_get_document (window);
  g_assert_true (esp_document_get_modified (document));
  g_assert_true (esp_document_needs_place (document));
  g_assert_cmpuint (esp_organization_get_n (esp_document_get_organization (document), ESP_TABLE_POSITIONS), ==, 4);

  /* closing asks, as for anything that is not saved */
  gtk_window_close (GTK_WINDOW (window));
  wait_until (has_dialog, NULL);
  answer ("discard");
  wait_until (is_idle, NULL);

  g_assert_true (g_file_set_contents (path, TABLE, -1, NULL));
  g_value_init (&files, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&files, g_slist_append (NULL, g_file_new_for_path (path)));
  drop (fixture, &files);
  wait_until (can_open, NULL);
  gtk_window_close (find_toplevel (ESP_TYPE_IMPORT_DIALOG));
  wait_until (has_no_import, NULL);
}

/* The list of the doctor, when it has looked */
static GListModel *
get_findings (void)
{
  GtkWidget *window = find_toplevel (ESP_TYPE_DOCTOR_WINDOW);
  GtkWidget *list = window != NULL ? find_widget (window, GTK_TYPE_LIST_VIEW) : NULL;

  return list != NULL ? G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))) : NULL;
}

static gboolean
has_n_findings (gpointer n)
{
  return get_findings () != NULL && g_list_model_get_n_items (get_findings ()) == GPOINTER_TO_UINT (n);
}

/* A button of the doctor that says @label and is shown */
static GtkWidget *
find_labelled (GtkWidget  *root,
               const char *label)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_get_mapped (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_labelled (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_fix (gpointer label)
{
  GtkWidget *window = find_toplevel (ESP_TYPE_DOCTOR_WINDOW);

  return window != NULL && find_labelled (window, label) != NULL;
}

static void
test_doctor (Fixture       *fixture,
             gconstpointer  data)
{
  EspIx selected;

  g_settings_set_boolean (esp_settings_get_default (), "import-ask", FALSE);
  open_table (fixture, "people.csv");
  wait_until (has_views, fixture->window);
  g_settings_reset (esp_settings_get_default (), "import-ask");
  act (fixture->window, "win.doctor");
  wait_until (has_n_findings, GUINT_TO_POINTER (2)); /* an orphan, and one that reports to itself */
  wait_until (has_fix, (gpointer) "Make This a Top");

  g_signal_emit_by_name (find_labelled (find_toplevel (ESP_TYPE_DOCTOR_WINDOW), "_Go to Card"), "clicked");
  selected = esp_session_get_selected_position (esp_window_get_session (fixture->window));
  g_assert_cmpuint (selected, ==, 2);

  g_signal_emit_by_name (find_labelled (find_toplevel (ESP_TYPE_DOCTOR_WINDOW), "Make This a Top"), "clicked");
  wait_until (has_n_findings, GUINT_TO_POINTER (1));
  g_assert_cmpstr (esp_document_get_undo_name (esp_window_get_document (fixture->window)), ==, "Make This a Top");
  act (fixture->window, "win.undo");
  wait_until (has_n_findings, GUINT_TO_POINTER (2));
}

/* The document as it would be saved */
static char *
get_text (Fixture *fixture)
{
  g_autoptr (GBytes) bytes = esp_io_to_bytes (esp_document_get_organization (esp_window_get_document (fixture->window)), ESP_FILE_DOCUMENT);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static const struct
{
  const char *label;
  const char *table;
  guint       n_before;
  guint       n_after;
  const char *found; /* in the document then, and not before */
} fixes[] = {
  { "Ignore Leading Zeros", "Staff No,Person,Job,Boss\n007,Ann Lee,Head,\n8,Bob Ray,Lead,7\n9,Cy Coe,Clerk,8.0\n", 3, 0, "\"reports_to\": \"007\"" },
  { "Find Managers by Name", "Staff No,Person,Job,Boss\n1,Ann Lee,Head,\n2,Bob Ray,Lead,1\n3,Cy Coe,Clerk,1\n4,Di Day,Clerk,\"Ray, Bob\"\n", 2, 0,
    "\"reports_to\": \"2\"" },
  { "Make This a Top", "Staff No,Person,Job,Boss\n1,Ann Lee,Head,\n2,Bob Ray,Lead,1\n3,Cy Coe,Clerk,77\n", 1, 0, "\"holders\": [ { \"name\": \"Cy Coe\" } ] }" },
  { "Give It an Id of Its Own", "Staff No,Person,Job,Boss\n1,Ann Lee,Head,\n2,Bob Ray,Lead,1\n2,Cy Coe,Clerk,1\n", 1, 0, "\"id\": \"2 (2)\"" },
};

/* Each fix does what it says, in one step, and undoing it gives back the very bytes. */
static void
test_fixes (Fixture       *fixture,
            gconstpointer  data)
{
  g_settings_set_boolean (esp_settings_get_default (), "import-ask", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (fixes); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/fix-%u.csv", fixture->folder, i);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (EspDocument) document = esp_document_new_for_file (file);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *undone = NULL;

      g_test_message ("%s", fixes[i].label);
      g_assert_true (g_file_set_contents (path, fixes[i].table, -1, NULL));
      open_window (fixture, document);
      wait_until (has_views, fixture->window);
      before = get_text (fixture);
      g_assert_null (strstr (before, fixes[i].found));
      act (fixture->window, "win.doctor");
      wait_until (has_n_findings, GUINT_TO_POINTER (fixes[i].n_before));
      wait_until (has_fix, (gpointer) fixes[i].label);
      g_signal_emit_by_name (find_labelled (find_toplevel (ESP_TYPE_DOCTOR_WINDOW), fixes[i].label), "clicked");
      wait_until (has_n_findings, GUINT_TO_POINTER (fixes[i].n_after));
      after = get_text (fixture);
      g_assert_nonnull (strstr (after, fixes[i].found));
      g_assert_cmpstr (esp_document_get_undo_name (document), ==, fixes[i].label);
      act (fixture->window, "win.undo");
      wait_until (has_n_findings, GUINT_TO_POINTER (fixes[i].n_before));
      undone = get_text (fixture);
      g_assert_cmpstr (before, ==, undone);
      g_assert_false (esp_document_get_modified (document));
      gtk_window_destroy (GTK_WINDOW (fixture->window));
      wait_until (is_gone, &fixture->window);
    }
  g_settings_reset (esp_settings_get_default (), "import-ask");
}

static gboolean
has_read_rows (gpointer document)
{
  return esp_document_get_rows (document) > 0;
}

/* The label below the bar: “12,345 rows read”, up to date also before the page is shown */
static gboolean
tells_rows (gpointer root)
{
  const char *text = GTK_IS_LABEL (root) ? gtk_label_get_text (root) : "";

  if (g_str_has_suffix (text, " rows read") && *text != '0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (tells_rows (child))
      return TRUE;
  return FALSE;
}

/* A long table: what was shown stays until it is there, also if it is called off; how far it is is told in rows. */
static void
test_progress (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GString) table = g_string_new ("Staff No,Person,Job,Boss\n1,Ann Lee,Head,\n");
  g_autofree char *path = g_build_filename (fixture->folder, "long.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (EspDocument) document = esp_document_new_for_file (file);
  EspDocument *before;

  for (guint i = 2; i <= 1000000; i++)
    g_string_append_printf (table, "%u,Person %u,Job %u,%u\n", i, i, i % 1000, i / 8 + 1);
  g_assert_true (g_file_set_contents (path, table->str, table->len, NULL));
  g_settings_set_boolean (esp_settings_get_default (), "import-ask", FALSE);
  open_file (fixture);
  wait_until (has_views, fixture->window);
  before = esp_window_get_document (fixture->window);

  esp_window_show_document (fixture->window, document);
  wait_until (has_read_rows, document);
  g_assert_true (esp_window_get_document (fixture->window) == before);
  g_assert_true (tells_rows (fixture->window));
  act (fixture->window, "win.cancel-load");
  wait_until (has_views, fixture->window);
  g_assert_true (esp_window_get_document (fixture->window) == before);
  g_assert_cmpuint (count_positions (fixture), ==, 2);

  /* asked for again, it is read again, also while the first reading still ends */
  esp_window_show_document (fixture->window, document);
  g_assert_true (esp_window_get_document (fixture->window) == before);
  g_set_object (&fixture->file, file);
  wait_until (shows_file, fixture);
  g_assert_cmpuint (count_positions (fixture), ==, 1000000);
  g_settings_reset (esp_settings_get_default (), "import-ask");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }
  ADD_WINDOW_TEST ("import/ask", test_ask);
  ADD_WINDOW_TEST ("import/remember", test_remember);
  ADD_WINDOW_TEST ("import/refuse", test_refuse);
  ADD_WINDOW_TEST ("import/paste", test_paste);
  ADD_WINDOW_TEST ("import/drop", test_drop);
  ADD_WINDOW_TEST ("import/progress", test_progress);
  ADD_WINDOW_TEST ("import/doctor", test_doctor);
  ADD_WINDOW_TEST ("import/fixes", test_fixes);

  return g_test_run ();
}
