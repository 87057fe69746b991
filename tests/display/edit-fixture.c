/* edit-fixture.c — a real window on a small organization, and hands that type and move the pointer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit-fixture.h"

#include <gdk/x11/gdkx.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "app/esp-settings.h"

#define WAIT_SECONDS 20

/* Waiting */

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

gboolean
wait_for (Condition condition,
          gpointer  data)
{
  gint64 end = g_get_monotonic_time () + WAIT_SECONDS * G_USEC_PER_SEC;
  guint id = g_timeout_add (20, wake_cb, NULL);

  while (!condition (data) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
  return condition (data);
}

/* Lets everything that is under way come to its end: keys, frames, flights */
void
settle (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + 250 * 1000;
  guint id = g_timeout_add (20, wake_cb, NULL);

  while (g_get_monotonic_time () < end || esp_canvas_is_moving (ESP_CANVAS (fixture->chart)) || esp_session_get_building (esp_window_get_session (fixture->window)))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
}

gboolean
has_views (gpointer window)
{
  return g_str_equal (esp_window_get_page (window), "views");
}

gpointer
find_widget (GtkWidget *root,
             GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
find_styled (GtkWidget  *root,
             const char *style)
{
  if (gtk_widget_has_css_class (root, style))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_styled (child, style);

      if (found != NULL)
        return found;
    }
  return NULL;
}

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

EspSession *
get_session (Fixture *fixture)
{
  return esp_window_get_session (fixture->window);
}

EspOrganization *
get_organization (Fixture *fixture)
{
  return esp_session_get_organization (get_session (fixture));
}

void
open_text (Fixture    *fixture,
           const char *text,
           const char *chart)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (EspDocument) document = NULL;

  fixture->path = g_strdup_printf ("%s/espalier-edit-%d.espalier", g_get_tmp_dir (), (int) getpid ());
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  file = g_file_new_for_path (fixture->path);
  document = esp_document_new_for_file (file);
  g_settings_set_string (esp_settings_get_default (), "chart", chart);
  fixture->window = esp_window_new (GTK_APPLICATION (get_application ()));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 760);
  esp_window_show_document (fixture->window, document);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (wait_for (has_views, fixture->window));
  fixture->chart = find_widget (GTK_WIDGET (fixture->window), ESP_TYPE_CHART);
  g_assert_nonnull (fixture->chart);
  settle (fixture);
  esp_canvas_zoom_to (ESP_CANVAS (fixture->chart), 1);
  settle (fixture);
}

void
set_up (Fixture       *fixture,
        gconstpointer  chart)
{
  open_text (fixture, SMALL, chart);
}

void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (GTK_APPLICATION (get_application ()))) != NULL)
    {
      /* what was never saved would come by itself in the next program */
      if (ESP_IS_WINDOW (windows->data) && esp_window_get_document (windows->data) != NULL)
        esp_document_abandon (esp_window_get_document (windows->data));
      gtk_window_destroy (windows->data);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_unlink (fixture->path);
  g_free (fixture->path);
}

/* Rows */

EspIx
find (Fixture    *fixture,
      const char *id)
{
  return esp_organization_find_id (get_organization (fixture), ESP_TABLE_POSITIONS, id);
}

EspIx
find_titled (Fixture    *fixture,
             const char *title)
{
  guint32 n;
  const EspIx *order = esp_organization_get_order (get_organization (fixture), ESP_TABLE_POSITIONS, &n);

  for (guint32 i = 0; i < n; i++)
    if (g_str_equal (esp_position_get_title (get_organization (fixture), order[i]), title))
      return order[i];
  return ESP_IX_NONE;
}

EspIx
find_unit (Fixture    *fixture,
           const char *name)
{
  guint32 n;
  const EspIx *order = esp_organization_get_order (get_organization (fixture), ESP_TABLE_UNITS, &n);

  for (guint32 i = 0; i < n; i++)
    if (g_str_equal (esp_unit_get_name (get_organization (fixture), order[i]), name))
      return order[i];
  return ESP_IX_NONE;
}

const char *
get_manager_title (Fixture *fixture,
                   EspIx    position)
{
  EspIx manager = esp_position_get_manager (get_organization (fixture), position);

  return manager != ESP_IX_NONE ? esp_position_get_title (get_organization (fixture), manager) : NULL;
}

const char *
get_field (Fixture    *fixture,
           const char *id,
           EspField    field)
{
  return esp_organization_get_text (get_organization (fixture), ESP_TABLE_POSITIONS, find (fixture, id), field);
}

const char *
get_focused_words (Fixture *fixture)
{
  EspItem item = esp_chart_get_focus_item (fixture->chart);
  EspTable table;
  EspIx ix;

  if (item == ESP_ITEM_NONE)
    return NULL;
  ix = esp_scene_get_row (esp_session_get_scene (get_session (fixture)), item, &table);
  return table == ESP_TABLE_UNITS ? esp_unit_get_name (get_organization (fixture), ix) : esp_position_get_title (get_organization (fixture), ix);
}

void
focus_row (Fixture  *fixture,
           EspTable  table,
           EspIx     ix)
{
  esp_chart_focus_item (fixture->chart, esp_scene_find (esp_session_get_scene (get_session (fixture)), table, ix));
  settle (fixture);
}

void
focus (Fixture    *fixture,
       const char *id)
{
  focus_row (fixture, ESP_TABLE_POSITIONS, find (fixture, id));
}

void
check_undo_name (Fixture    *fixture,
                 const char *name)
{
  g_assert_cmpstr (esp_document_get_undo_name (esp_window_get_document (fixture->window)), ==, name);
}

void
check_said (Fixture    *fixture,
            const char *text)
{
  GtkWidget *label = find_styled (GTK_WIDGET (fixture->window), "esp-say");

  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, text);
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (gtk_widget_get_parent (label))));
}

/* Hands */

void
play (Fixture    *fixture,
      const char *format,
      ...)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *arguments = NULL;
  g_autofree char *line = NULL;
  va_list list;

  va_start (list, format);
  arguments = g_strdup_vprintf (format, list);
  va_end (list);
  line = g_strconcat ("xdotool ", arguments, NULL);
  g_spawn_command_line_sync (line, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  settle (fixture);
}

gpointer
find_dialog (GType type)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (g_type_is_a (G_OBJECT_TYPE (l->data), type) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

/* Without a window manager nobody gives the keys to a window: to the dialog that is open, or to the window */
static gulong
get_key_window (Fixture *fixture)
{
  GtkNative *native = find_dialog (g_type_from_name ("EspRowDialog"));

  if (native == NULL)
    native = find_dialog (ADW_TYPE_MESSAGE_DIALOG);
  if (native == NULL)
    native = find_dialog (GTK_TYPE_FILE_CHOOSER_DIALOG);
  if (native == NULL)
    native = find_dialog (g_type_from_name ("EspExportDialog"));
  if (native == NULL)
    native = GTK_NATIVE (fixture->window);
  return gdk_x11_surface_get_xid (gtk_native_get_surface (native));
}

void
press (Fixture    *fixture,
       const char *keys)
{
  play (fixture, "windowfocus --sync %lu key --delay 40 %s", get_key_window (fixture), keys);
}

void
write_words (Fixture    *fixture,
             const char *text)
{
  play (fixture, "windowfocus --sync %lu type --delay 30 '%s'", get_key_window (fixture), text);
}

gboolean
has_message (gpointer unused)
{
  return find_dialog (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

gboolean
has_row_dialog (gpointer unused)
{
  return find_dialog (g_type_from_name ("EspRowDialog")) != NULL;
}

void
answer (Fixture    *fixture,
        const char *response)
{
  AdwMessageDialog *dialog;

  g_assert_true (wait_for (has_message, NULL));
  dialog = find_dialog (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_true (adw_message_dialog_has_response (dialog, response));
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  settle (fixture);
}
