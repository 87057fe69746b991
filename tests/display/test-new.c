/* test-new.c — an organization built from nothing, saved as pictures and a table, printed: by keys in the real window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gdk/x11/gdkx.h>
#include <glib/gstdio.h>

#include "app/esp-export-dialog.h"
#include "app/esp-print.h"
#include "edit-fixture.h"
#include "io/esp-io.h"

static EspWindow *
find_new_window (Fixture *fixture)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (ESP_IS_WINDOW (l->data) && l->data != fixture->window)
      return l->data;
  return NULL;
}

/* The hands go on in the window of the new organization. */
static void
go_to_new_window (Fixture *fixture)
{
  fixture->window = find_new_window (fixture);
  g_assert_nonnull (fixture->window);
  g_assert_true (wait_for (has_views, fixture->window));
  fixture->chart = find_widget (GTK_WIDGET (fixture->window), ESP_TYPE_CHART);
  settle (fixture);
}

static gboolean
has_no_export_dialog (gpointer unused)
{
  return find_dialog (ESP_TYPE_EXPORT_DIALOG) == NULL;
}

static gboolean
has_file_dialog (gpointer unused)
{
  return find_dialog (GTK_TYPE_FILE_CHOOSER_DIALOG) != NULL;
}

static void
check_starts_with (const char *path,
                   const char *start)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (length, >, 200);
  g_assert_true (g_str_has_prefix (content, start));
}

/* A lead, two who report to her, one of them renamed and one moved; then a PDF. Not once the pointer. */
static void
test_from_nothing (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *path = g_strconcat (fixture->path, ".pdf", NULL);
  EspOrganization *organization;

  press (fixture, "ctrl+n");
  go_to_new_window (fixture);
  organization = get_organization (fixture);
  g_assert_cmpuint (esp_organization_get_n (organization, ESP_TABLE_POSITIONS), ==, 0);

  press (fixture, "Return"); /* “Add the first position” */
  write_words (fixture, "Lead");
  press (fixture, "Tab");
  write_words (fixture, "Ada Quince");
  press (fixture, "Return");
  press (fixture, "Insert");
  write_words (fixture, "Program Manager");
  press (fixture, "Return");
  press (fixture, "shift+Return");
  write_words (fixture, "Engineer");
  press (fixture, "Return");
  g_assert_cmpuint (esp_organization_get_n (organization, ESP_TABLE_POSITIONS), ==, 3);
  g_assert_cmpstr (get_manager_title (fixture, find_titled (fixture, "Engineer")), ==, "Lead");

  press (fixture, "ctrl+x");
  press (fixture, "Left");
  if (g_strcmp0 (get_focused_words (fixture), "Program Manager") != 0) /* they stand above each other */
    press (fixture, "Up");
  g_assert_cmpstr (get_focused_words (fixture), ==, "Program Manager");
  press (fixture, "ctrl+v");
  g_assert_cmpstr (get_manager_title (fixture, find_titled (fixture, "Engineer")), ==, "Program Manager");

  press (fixture, "ctrl+e");
  g_assert_nonnull (find_dialog (ESP_TYPE_EXPORT_DIALOG));
  press (fixture, "Return");
  g_assert_true (wait_for (has_file_dialog, NULL));
  settle (fixture);
  press (fixture, "ctrl+a");
  write_words (fixture, path);
  press (fixture, "Return");
  g_assert_true (wait_for (has_no_export_dialog, NULL));
  check_starts_with (path, "%PDF-1.4");
  g_unlink (path);
}

/* What the other formats become; the table is read back. */
static void
test_formats (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    guint       format;
    const char *ending;
    const char *start;
  } formats[] = {
    { 1, ".svg", "<?xml" },
    { 2, ".png", "\211PNG" },
    { 3, ".csv", "id,title" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, formats[i].ending, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      GtkWindow *dialog;

      press (fixture, "ctrl+e");
      dialog = find_dialog (ESP_TYPE_EXPORT_DIALOG);
      adw_combo_row_set_selected (find_widget (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW), formats[i].format);
      esp_export_dialog_write (ESP_EXPORT_DIALOG (dialog), file);
      g_assert_true (wait_for (has_no_export_dialog, NULL));
      check_starts_with (path, formats[i].start);
      if (g_str_equal (formats[i].ending, ".csv"))
        {
          g_autoptr (EspOrganization) read = esp_io_load (file, NULL, NULL, NULL, NULL, NULL, NULL);

          g_assert_nonnull (read);
          g_assert_cmpuint (esp_organization_get_n (read, ESP_TABLE_POSITIONS), ==, 5);
        }
      g_unlink (path);
    }
}

static gboolean
has_failure (gpointer dialog)
{
  GtkWidget *label = find_styled (dialog, "error");

  return label != NULL && gtk_widget_get_visible (label);
}

static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/proc/no-such-folder/chart.pdf");
  GtkWindow *dialog;

  press (fixture, "ctrl+e");
  dialog = find_dialog (ESP_TYPE_EXPORT_DIALOG);
  esp_export_dialog_write (ESP_EXPORT_DIALOG (dialog), file);
  g_assert_true (wait_for (has_failure, dialog));
  /* the document can be changed again */
  press (fixture, "Escape");
  g_assert_true (wait_for (has_no_export_dialog, NULL));
  focus (fixture, "d");
  press (fixture, "Delete");
  g_assert_cmpuint (find (fixture, "d"), ==, ESP_IX_NONE);
}

static void
test_print (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_strconcat (fixture->path, ".print.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation = esp_print_new (get_session (fixture));
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (fixture->window), &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  check_starts_with (path, "%PDF");
  g_unlink (path);
}

/* One page as long as words can be read, then several, never more than 64; all of the chart is on them. */
static void
test_pages (void)
{
  static const struct
  {
    double width, height;
    guint  least, most;
  } charts[] = {
    { 100, 100, 1, 1 },
    { 1200, 800, 1, 1 },
    { 2200, 900, 1, 1 },
    { 6000, 1200, 2, 6 },
    { 40000, 2000, 8, 64 },
    { 1000000, 3000, 1, 64 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      double scale;
      guint n_columns;
      guint n_pages = esp_print_arrange (charts[i].width, charts[i].height, 770, 500, &scale, &n_columns);

      g_assert_cmpuint (n_pages, >=, charts[i].least);
      g_assert_cmpuint (n_pages, <=, charts[i].most);
      g_assert_cmpuint (n_pages % n_columns, ==, 0);
      g_assert_cmpfloat (charts[i].width * scale, <=, n_columns * 770 + 1);
      g_assert_cmpfloat (charts[i].height * scale, <=, n_pages / n_columns * 500 + 1);
    }
}

/* An organization has a name, too. */
static void
test_name (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *inspector;

  esp_session_clear_selection (get_session (fixture));
  settle (fixture);
  inspector = find_widget (GTK_WIDGET (fixture->window), g_type_from_name ("EspInspector"));
  gtk_widget_grab_focus (find_widget (inspector, ADW_TYPE_ENTRY_ROW));
  press (fixture, "ctrl+a");
  write_words (fixture, "Orchard");
  g_assert_cmpstr (esp_document_get_title (esp_window_get_document (fixture->window)), ==, "Orchard");
  check_undo_name (fixture, "Rename Organization");
  esp_document_undo (esp_window_get_document (fixture->window));
  g_assert_cmpstr (esp_document_get_title (esp_window_get_document (fixture->window)), ==, "Small");
}

#define ADD(path, func) g_test_add ("/new/" path, Fixture, "reporting", set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *hands = g_find_program_in_path ("xdotool");

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check () || hands == NULL || !GDK_IS_X11_DISPLAY (gdk_display_get_default ()))
    {
      g_print ("1..0 # SKIP no display, or no xdotool\n");
      return 0;
    }
  adw_init ();
  ADD ("from-nothing", test_from_nothing);
  ADD ("formats", test_formats);
  ADD ("failure", test_failure);
  ADD ("print", test_print);
  ADD ("name", test_name);
  g_test_add_func ("/new/pages", test_pages);
  return g_test_run ();
}
