/* window-fixture.c — a real window for tests: opened on a file or an example, waited for, looked into
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-fixture.h"

#include <glib/gstdio.h>

#include "app/esp-recent.h"
#include "organization/esp-edits.h"

#define WAIT_SECONDS 20

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until @condition holds. */
void
wait_until (Condition condition,
            gpointer  data)
{
  gint64 end = g_get_monotonic_time () + WAIT_SECONDS * G_USEC_PER_SEC;
  guint id = g_timeout_add (20, wake_cb, NULL);

  while (!condition (data) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
  g_assert_true (condition (data));
}

gboolean
has_views (gpointer window)
{
  return g_str_equal (esp_window_get_page (window), "views");
}

gboolean
has_error (gpointer window)
{
  return g_str_equal (esp_window_get_page (window), "error");
}

gboolean
is_loading (gpointer window)
{
  return g_str_equal (esp_window_get_page (window), "loading");
}

gboolean
is_gone (gpointer window_location)
{
  return *(gpointer *) window_location == NULL;
}

gboolean
is_not_modified (gpointer document)
{
  return !esp_document_get_modified (document) && !esp_document_get_busy (document);
}

gboolean
is_idle (gpointer unused)
{
  return !g_main_context_pending (NULL);
}

gboolean
shows_file (gpointer data)
{
  Fixture *fixture = data;
  EspDocument *document = esp_window_get_document (fixture->window);

  return document != NULL && esp_document_get_file (document) != NULL && g_file_equal (esp_document_get_file (document), fixture->file);
}

gboolean
has_recent (gpointer unused)
{
  g_autoptr (GPtrArray) recent = esp_recent_list (1);

  return recent->len > 0;
}

void
act (EspWindow  *window,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
}

gboolean
is_enabled (EspWindow  *window,
            const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

void
open_window (Fixture     *fixture,
             EspDocument *document)
{
  fixture->window = esp_window_new (GTK_APPLICATION (fixture->application));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  esp_window_show_document (fixture->window, document);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

void
open_file (Fixture *fixture)
{
  g_autoptr (EspDocument) document = esp_document_new_for_file (fixture->file);

  open_window (fixture, document);
}

void
open_sample (Fixture *fixture)
{
  g_autoptr (EspDocument) document = esp_document_new_for_sample (g_ptr_array_index (esp_catalogue_get_samples (esp_catalogue_get_default ()), 0));

  open_window (fixture, document);
  wait_until (has_views, fixture->window);
}

/* One for all tests: it is known on the bus until the program ends. */
static EspApplication *
get_application (void)
{
  static EspApplication *application;

  if (application == NULL)
    {
      g_autoptr (GError) error = NULL;

      application = esp_application_new ();
      g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }
  return application;
}

void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->application = get_application ();
  fixture->folder = g_dir_make_tmp ("espalier-test-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "two.espalier", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  g_assert_true (g_file_set_contents (fixture->path, CANONICAL, -1, NULL));
}

static void
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GList *windows;
  g_autofree char *journals = g_build_filename (g_get_user_data_dir (), "espalier", "journal", NULL);

  while ((windows = gtk_application_get_windows (GTK_APPLICATION (fixture->application))) != NULL)
    gtk_window_destroy (windows->data);
  wait_until (is_idle, NULL);
  empty_folder (journals); /* of documents whose window was not closed but destroyed */
  empty_folder (fixture->folder);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->file);
}

static void
retitle_edit (EspOrganization *organization,
              gpointer         user_data)
{
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, ESP_TABLE_POSITIONS, &n);

  g_assert_true (esp_edit_retitle (organization, order[0], user_data, NULL));
}

void
edit_title (Fixture    *fixture,
            const char *title)
{
  esp_document_edit (esp_window_get_document (fixture->window), retitle_edit, g_strdup (title), g_free);
}

void
edit (Fixture *fixture)
{
  edit_title (fixture, "Chief Gardener");
}

/* The dialog over the window, waited for */
AdwMessageDialog *
find_dialog (void)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

gboolean
has_dialog (gpointer unused)
{
  return find_dialog () != NULL;
}

void
answer (const char *response)
{
  AdwMessageDialog *dialog = find_dialog ();

  g_assert_true (adw_message_dialog_has_response (dialog, response));
  adw_message_dialog_response (dialog, response);
  /* it is gone already if its window is */
  if (find_dialog () == dialog)
    gtk_window_destroy (GTK_WINDOW (dialog));
}

/* The first widget below @root, level by level, that is what is looked for */
static gpointer
search (GtkWidget  *root,
        GType       type,
        const char *action,
        const char *style)
{
  g_autoptr (GQueue) queue = g_queue_new ();
  GtkWidget *widget;

  g_queue_push_tail (queue, root);
  while ((widget = g_queue_pop_head (queue)) != NULL)
    {
      if (g_type_is_a (G_OBJECT_TYPE (widget), type)
          && (action == NULL || g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
          && (style == NULL || gtk_widget_has_css_class (widget, style)))
        return widget;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (queue, child);
    }
  return NULL;
}

gpointer
find_widget (GtkWidget *root,
             GType      type)
{
  return search (root, type, NULL, NULL);
}

gpointer
find_button (GtkWidget  *root,
             const char *action)
{
  return search (root, GTK_TYPE_BUTTON, action, NULL);
}

gpointer
find_styled (GtkWidget  *root,
             const char *style)
{
  return search (root, GTK_TYPE_WIDGET, NULL, style);
}
