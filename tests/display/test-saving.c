/* test-saving.c — saving on disks that are full, read-only or gone, with a window that stays open; logging out; several windows of one document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/esp-diff-dialog.h"
#include "app/esp-notice.h"
#include "organization/esp-edits.h"

/* Why disks cannot be made here; NULL: they can */
static char *no_disks;

/* A user of our own, who is called as before and may mount */
static gboolean
enter_user_space (void)
{
  g_autofree char *uids = g_strdup_printf ("%u %u 1", (guint) getuid (), (guint) getuid ());
  g_autofree char *gids = g_strdup_printf ("%u %u 1", (guint) getgid (), (guint) getgid ());

  /* files of the kernel: written at once, never replaced */
  return unshare (CLONE_NEWUSER | CLONE_NEWNS) == 0 &&
         g_file_set_contents_full ("/proc/self/setgroups", "deny", -1, G_FILE_SET_CONTENTS_NONE, 0, NULL) &&
         g_file_set_contents_full ("/proc/self/uid_map", uids, -1, G_FILE_SET_CONTENTS_NONE, 0, NULL) &&
         g_file_set_contents_full ("/proc/self/gid_map", gids, -1, G_FILE_SET_CONTENTS_NONE, 0, NULL);
}

static gboolean
enter_name_space (void)
{
  return (unshare (CLONE_NEWNS) == 0 || enter_user_space ()) && mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
}

/* Half a name space is worse than none: a child tries whether it is a whole one. Before there is any thread. */
static void
make_disks (void)
{
  g_autofree char *folder = g_dir_make_tmp ("espalier-test-XXXXXX", NULL);
  int status = 1;
  pid_t pid = fork ();

  if (pid == 0)
    _exit (enter_name_space () && mount ("none", folder, "tmpfs", 0, "size=64k") == 0 ? 0 : 1);
  if (pid < 0 || waitpid (pid, &status, 0) != pid || status != 0 || !enter_name_space ())
    no_disks = g_strdup ("no mounts of one's own here");
  g_rmdir (folder);
}

/* What is wrong with a disk, and how it is mended */

static void
mount_disk (Fixture    *fixture,
            const char *options)
{
  g_unlink (fixture->path);
  if (mount ("none", fixture->folder, "tmpfs", 0, options) != 0)
    {
      no_disks = g_strdup_printf ("no disk in memory: %s", g_strerror (errno));
      return;
    }
  g_assert_true (g_file_set_contents (fixture->path, CANONICAL, -1, NULL));
}

static void
make_full (Fixture *fixture)
{
  g_autofree char *filler = g_build_filename (fixture->folder, "filler", NULL);
  char block[4096] = "full";
  int fd = open (filler, O_WRONLY | O_CREAT, 0600);

  g_assert_cmpint (fd, >=, 0);
  while (write (fd, block, sizeof block) > 0)
    ;
  close (fd);
}

static void
make_room (Fixture *fixture)
{
  g_autofree char *filler = g_build_filename (fixture->folder, "filler", NULL);

  g_assert_cmpint (g_unlink (filler), ==, 0);
}

static void
make_read_only (Fixture *fixture)
{
  g_assert_cmpint (mount ("none", fixture->folder, "tmpfs", MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
}

static void
make_writable (Fixture *fixture)
{
  g_assert_cmpint (mount ("none", fixture->folder, "tmpfs", MS_REMOUNT, "size=64k"), ==, 0);
}

static void
protect_file (Fixture *fixture)
{
  g_assert_cmpint (mount (fixture->path, fixture->path, NULL, MS_BIND, NULL), ==, 0);
  g_assert_cmpint (mount (NULL, fixture->path, NULL, MS_BIND | MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
}

static void
release_file (Fixture *fixture)
{
  g_assert_cmpint (umount2 (fixture->path, MNT_DETACH), ==, 0);
}

/* The disk is pulled out, and put back. */
static void
pull_out (Fixture *fixture)
{
  g_autofree char *elsewhere = g_strconcat (fixture->folder, "-elsewhere", NULL);

  g_assert_cmpint (g_mkdir (elsewhere, 0700), ==, 0);
  g_assert_cmpint (mount (fixture->folder, elsewhere, NULL, MS_MOVE, NULL), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
}

static void
put_back (Fixture *fixture)
{
  g_autofree char *elsewhere = g_strconcat (fixture->folder, "-elsewhere", NULL);

  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
  g_assert_cmpint (mount (elsewhere, fixture->folder, NULL, MS_MOVE, NULL), ==, 0);
  g_assert_cmpint (g_rmdir (elsewhere), ==, 0);
}

typedef struct
{
  const char *path;
  void      (*spoil) (Fixture *fixture);
  void      (*mend)  (Fixture *fixture);
  const char *why;
} Case;

static const Case cases[] = {
  { "/app/window/full-disk", make_full, make_room, "there is no room left" },
  { "/app/window/read-only-folder", make_read_only, make_writable, "Read-only file system" },
  { "/app/window/read-only-file", protect_file, release_file, "Read-only file system" },
  { "/app/window/vanished-folder", pull_out, put_back, "is not there any more" },
};

/* The question is answered, and the window stays, with all that is in it. */
static void
call_off (Fixture    *fixture,
          const Case *a_case)
{
  AdwMessageDialog *dialog;

  wait_until (has_dialog, NULL);
  dialog = find_dialog ();
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "Could Not Save “Two”");
  g_test_message ("%s", adw_message_dialog_get_body (dialog));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "“two.espalier”"));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), fixture->folder));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), a_case->why));
  g_assert_true (adw_message_dialog_has_response (dialog, "place"));
  answer ("cancel");
  wait_until (is_idle, NULL);
  g_assert_nonnull (fixture->window);
  g_assert_true (has_views (fixture->window));
  g_assert_true (esp_document_get_modified (esp_window_get_document (fixture->window)));
  g_assert_true (is_enabled (fixture->window, "undo"));
}

static void
add_edit (EspOrganization *organization,
          gpointer         user_data)
{
  esp_edit_add_position (organization, "New", ESP_IX_NONE, ESP_IX_NONE, ESP_IX_NONE);
}

static gboolean
has_notice (gpointer window)
{
  return esp_notice_get_text (find_widget (GTK_WIDGET (window), ESP_TYPE_NOTICE)) != NULL;
}

static void
test_disk (Fixture       *fixture,
           gconstpointer  data)
{
  const Case *a_case = data;
  g_autofree char *content = NULL;

  if (no_disks == NULL)
    mount_disk (fixture, "size=64k");
  if (no_disks != NULL)
    {
      g_test_skip (no_disks);
      return;
    }
  open_file (fixture);
  wait_until (has_views, fixture->window);
  edit (fixture);
  a_case->spoil (fixture);

  act (fixture->window, "win.save");
  call_off (fixture, a_case);
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (has_dialog, NULL);
  answer ("save");
  call_off (fixture, a_case);

  /* the program ends without a word; the disk is well again; nothing is lost */
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until (is_gone, &fixture->window);
  wait_until (is_idle, NULL);
  a_case->mend (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, CANONICAL);
  open_file (fixture);
  wait_until (has_views, fixture->window);
  wait_until (has_notice, fixture->window);
  g_assert_cmpstr (esp_notice_get_text (find_widget (GTK_WIDGET (fixture->window), ESP_TYPE_NOTICE)), ==, "Recovered 1 change that was not saved");
  act (fixture->window, "win.save");
  wait_until (is_not_modified, esp_window_get_document (fixture->window));
  g_clear_pointer (&content, g_free);
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, "Chief Gardener"));
}

static void
tear_down_disk (Fixture       *fixture,
                gconstpointer  data)
{
  g_unlink (fixture->path);
  umount2 (fixture->folder, MNT_DETACH);
  tear_down (fixture, data);
}

/* Somebody else has written the file: what each answer comes to */

#define THEIRS "{ \"format\": \"espalier-organization\", \"version\": 1, \"name\": \"Somebody else’s\" }\n"

static void
open_conflict (Fixture    *fixture,
               const char *title)
{
  edit_title (fixture, title);
  g_usleep (30 * 1000); /* an etag is a time, and file systems know only some ms */
  g_assert_true (g_file_set_contents (fixture->path, THEIRS, -1, NULL));
}

static void
assert_theirs (Fixture *fixture)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, THEIRS);
  g_assert_true (esp_document_get_modified (esp_window_get_document (fixture->window)));
}

static gboolean
has_differences (gpointer unused)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (ESP_IS_DIFF_DIALOG (l->data) && g_strcmp0 (esp_diff_dialog_get_page (l->data), "list") == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_chooser (gpointer unused)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (GTK_IS_FILE_CHOOSER_DIALOG (l->data) && gtk_widget_get_mapped (l->data))
      return TRUE;
  return FALSE;
}

static void
close_all_but (EspWindow *window)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (l->data != window)
      gtk_window_close (l->data);
  wait_until (is_idle, NULL);
}

static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *content = NULL;

  open_file (fixture);
  wait_until (has_views, fixture->window);
  open_conflict (fixture, "Mine");
  act (fixture->window, "win.save");
  wait_until (has_dialog, NULL);
  g_assert_cmpstr (adw_message_dialog_get_heading (find_dialog ()), ==, "The File Has Changed");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (find_dialog ()), "“two.espalier”"));
  answer ("compare");
  wait_until (has_differences, NULL);
  close_all_but (fixture->window);
  assert_theirs (fixture);

  /* closing comes to the same question, and is called off with it */
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (has_dialog, NULL);
  answer ("save");
  wait_until (has_dialog, NULL);
  g_assert_cmpstr (adw_message_dialog_get_heading (find_dialog ()), ==, "The File Has Changed");
  answer ("cancel");
  wait_until (is_idle, NULL);
  g_assert_nonnull (fixture->window);
  assert_theirs (fixture);

  act (fixture->window, "win.save");
  wait_until (has_dialog, NULL);
  answer ("copy");
  wait_until (has_chooser, NULL);
  close_all_but (fixture->window);
  assert_theirs (fixture);

  act (fixture->window, "win.save");
  wait_until (has_dialog, NULL);
  answer ("mine");
  wait_until (is_not_modified, esp_window_get_document (fixture->window));
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, "\"Mine\""));
}

/* The desktop's session, as far as logging out goes: whom it waits for, in a thread of its own, because GTK waits for its answers */

static const char session_xml[] =
  "<node><interface name='org.gnome.SessionManager'>"
  "<method name='RegisterClient'><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='o' direction='out'/></method>"
  "<method name='UnregisterClient'><arg type='o' direction='in'/></method>"
  "<method name='Inhibit'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/><arg type='u' direction='in'/>"
  "<arg type='u' direction='out'/></method>"
  "<method name='Uninhibit'><arg type='u' direction='in'/></method>"
  "<method name='IsInhibited'><arg type='u' direction='in'/><arg type='b' direction='out'/></method>"
  "<property name='SessionIsActive' type='b' access='read'/>"
  "</interface></node>";

#define LOGOUT 1

static GMutex session_mutex;
static GHashTable *session_reasons; /* cookie → why */
static guint last_cookie;
static gboolean session_is_there;

static void
session_call_cb (GDBusConnection       *connection,
                 const char            *sender,
                 const char            *object_path,
                 const char            *interface_name,
                 const char            *method,
                 GVariant              *parameters,
                 GDBusMethodInvocation *invocation,
                 gpointer               user_data)
{
  GVariant *reply = NULL;
  guint number;

  g_mutex_lock (&session_mutex);
  if (g_str_equal (method, "RegisterClient"))
    {
      reply = g_variant_new ("(o)", "/org/gnome/SessionManager/Client1");
    }
  else if (g_str_equal (method, "Inhibit"))
    {
      const char *reason;

      g_variant_get (parameters, "(&su&su)", NULL, NULL, &reason, &number);
      g_assert_cmpuint (number, ==, LOGOUT);
      g_hash_table_insert (session_reasons, GUINT_TO_POINTER (++last_cookie), g_strdup (reason));
      reply = g_variant_new ("(u)", last_cookie);
    }
  else if (g_str_equal (method, "Uninhibit"))
    {
      g_variant_get (parameters, "(u)", &number);
      g_assert_true (g_hash_table_remove (session_reasons, GUINT_TO_POINTER (number)));
    }
  else if (g_str_equal (method, "IsInhibited"))
    {
      reply = g_variant_new ("(b)", g_hash_table_size (session_reasons) > 0);
    }
  g_mutex_unlock (&session_mutex);
  g_dbus_method_invocation_return_value (invocation, reply);
}

static GVariant *
session_get_cb (GDBusConnection  *connection,
                const char       *sender,
                const char       *object_path,
                const char       *interface_name,
                const char       *property_name,
                GError          **error,
                gpointer          user_data)
{
  return g_variant_new_boolean (TRUE);
}

static gpointer
session_worker (gpointer data)
{
  static const GDBusInterfaceVTable vtable = { .method_call = session_call_cb, .get_property = session_get_cb };
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (context, FALSE);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (session_xml, NULL);
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GDBusConnection) connection = NULL;
  g_autoptr (GVariant) reply = NULL;

  g_main_context_push_thread_default (context);
  if (address != NULL)
    connection = g_dbus_connection_new_for_address_sync (address,
                                                         G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                         NULL, NULL, NULL);
  if (connection != NULL &&
      g_dbus_connection_register_object (connection, "/org/gnome/SessionManager", node->interfaces[0], &vtable, NULL, NULL, NULL) != 0)
    reply = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                                         g_variant_new ("(su)", "org.gnome.SessionManager", 4), NULL, 0, -1, NULL, NULL);
  g_atomic_int_set (&session_is_there, reply != NULL ? TRUE : 2);
  g_main_loop_run (loop);
  return NULL;
}

/* Before the application is known on the bus: it looks for the session then. */
static void
start_session (void)
{
  session_reasons = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_thread_unref (g_thread_new ("session", session_worker, NULL));
  while (g_atomic_int_get (&session_is_there) == FALSE)
    g_usleep (1000);
}

static guint
count_reasons (void)
{
  guint n;

  g_mutex_lock (&session_mutex);
  n = g_hash_table_size (session_reasons);
  g_mutex_unlock (&session_mutex);
  return n;
}

static gboolean
has_reasons (gpointer n)
{
  return count_reasons () == GPOINTER_TO_UINT (n);
}

static gboolean
is_reason (const char *text)
{
  GHashTableIter iter;
  gpointer reason;
  gboolean found = FALSE;

  g_mutex_lock (&session_mutex);
  g_hash_table_iter_init (&iter, session_reasons);
  while (g_hash_table_iter_next (&iter, NULL, &reason))
    found |= g_str_equal (reason, text);
  g_mutex_unlock (&session_mutex);
  return found;
}

static void
test_logout (Fixture       *fixture,
             gconstpointer  data)
{
  EspWindow *second;

  if (g_atomic_int_get (&session_is_there) != TRUE)
    {
      g_test_skip ("no bus for a session");
      return;
    }
  open_file (fixture);
  wait_until (has_views, fixture->window);
  g_assert_cmpuint (count_reasons (), ==, 0);
  edit (fixture);
  wait_until (has_reasons, GUINT_TO_POINTER (1));
  g_assert_true (is_reason ("Changes are not saved"));
  act (fixture->window, "win.undo");
  wait_until (has_reasons, GUINT_TO_POINTER (0));
  act (fixture->window, "win.redo");
  wait_until (has_reasons, GUINT_TO_POINTER (1));
  act (fixture->window, "win.save");
  wait_until (has_reasons, GUINT_TO_POINTER (0));

  /* while something else is shown in the window, too */
  edit_title (fixture, "Another");
  wait_until (has_reasons, GUINT_TO_POINTER (1));
  esp_window_show_welcome (fixture->window);
  wait_until (is_idle, NULL);
  g_assert_cmpuint (count_reasons (), ==, 1);
  second = esp_window_new (GTK_APPLICATION (fixture->application));
  esp_window_show_document (second, esp_window_get_document (fixture->window));
  gtk_window_present (GTK_WINDOW (second));
  wait_until (has_views, second);
  act (second, "win.save");
  wait_until (is_not_modified, esp_window_get_document (second));
  wait_until (has_reasons, GUINT_TO_POINTER (0));

  /* a window that is gone holds nobody up */
  edit_title (fixture, "Once more");
  wait_until (has_reasons, GUINT_TO_POINTER (2));
  gtk_window_destroy (GTK_WINDOW (second));
  wait_until (has_reasons, GUINT_TO_POINTER (1));
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until (has_reasons, GUINT_TO_POINTER (0));
}

static EspWindow *
find_other_window (EspWindow *window)
{
  for (GList *l = gtk_application_get_windows (gtk_window_get_application (GTK_WINDOW (window))); l != NULL; l = l->next)
    if (ESP_IS_WINDOW (l->data) && l->data != window)
      return l->data;
  return NULL;
}

/* An edit that waits for a worker is not lost by closing meanwhile. */
static void
test_close_waits (Fixture       *fixture,
                  gconstpointer  data)
{
  EspDocument *document;

  open_file (fixture);
  wait_until (has_views, fixture->window);
  wait_until (is_idle, NULL);
  document = esp_window_get_document (fixture->window);
  esp_document_hold (document);
  edit (fixture);
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (is_idle, NULL);
  g_assert_nonnull (fixture->window);
  g_assert_null (find_dialog ());
  esp_document_release (document);
  wait_until (has_dialog, NULL);
  g_assert_cmpstr (adw_message_dialog_get_heading (find_dialog ()), ==, "Save Changes?");
  answer ("discard");
  wait_until (is_gone, &fixture->window);
}

/* Two windows of one document: what is done in one is seen in the other; only the last one asks, and what it saves is all of it. */
static void
test_two_windows (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (EspDocument) document = esp_document_new_for_file (fixture->file);
  g_autofree char *content = NULL;
  EspWindow *second;

  open_file (fixture);
  wait_until (has_views, fixture->window);
  g_assert_true (esp_window_get_document (fixture->window) == document);
  act (fixture->window, "win.another-window");
  second = find_other_window (fixture->window);
  g_object_add_weak_pointer (G_OBJECT (second), (gpointer *) &second);
  wait_until (has_views, second);
  g_assert_true (esp_window_get_document (second) == document);
  g_assert_true (esp_window_get_session (second) != esp_window_get_session (fixture->window));

  edit (fixture);
  g_assert_true (is_enabled (second, "undo"));
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (second)), "• "));
  act (second, "win.undo");
  g_assert_false (is_enabled (fixture->window, "undo"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Two");
  act (fixture->window, "win.redo");

  gtk_window_close (GTK_WINDOW (second)); /* nothing is lost by that, so nobody is asked */
  wait_until (is_gone, &second);
  g_assert_null (find_dialog ());
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (has_dialog, NULL);
  answer ("save");
  wait_until (is_gone, &fixture->window);
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, "Chief Gardener"));
}

/* What the question on quitting says of a document, in its list */
static const char *
find_description (GtkWidget  *root,
                  const char *title)
{
  g_autoptr (GQueue) queue = g_queue_new ();
  GtkWidget *widget;

  g_queue_push_tail (queue, root);
  while ((widget = g_queue_pop_head (queue)) != NULL)
    {
      if (ADW_IS_ACTION_ROW (widget) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
        return adw_action_row_get_subtitle (ADW_ACTION_ROW (widget));
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (queue, child);
    }
  return NULL;
}

static gboolean
has_failure (gpointer unused)
{
  return find_dialog () != NULL && g_str_has_prefix (adw_message_dialog_get_heading (find_dialog ()), "Could Not Save");
}

/* Quitting with two documents, of which only one can be saved: that one goes, the other stays with its window. */
static void
test_quit_saves (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = g_strconcat (fixture->folder, "-other.espalier", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (EspDocument) document = esp_document_new_for_file (file);
  g_autofree char *content = NULL;
  EspWindow *other;

  if (no_disks == NULL)
    mount_disk (fixture, "size=64k");
  if (no_disks != NULL)
    {
      g_test_skip (no_disks);
      return;
    }
  g_assert_true (g_file_set_contents (path, THEIRS, -1, NULL));
  open_file (fixture);
  wait_until (has_views, fixture->window);
  edit (fixture);
  other = esp_window_new (GTK_APPLICATION (fixture->application));
  g_object_add_weak_pointer (G_OBJECT (other), (gpointer *) &other);
  esp_window_show_document (other, document);
  gtk_window_present (GTK_WINDOW (other));
  wait_until (has_views, other);
  esp_document_edit (document, add_edit, NULL, NULL);
  make_read_only (fixture);

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "quit", NULL);
  wait_until (has_dialog, NULL);
  g_assert_cmpstr (find_description (GTK_WIDGET (find_dialog ()), "Two"), ==, "1 change: Change Title");
  g_assert_cmpstr (find_description (GTK_WIDGET (find_dialog ()), "Somebody else’s"), ==, "1 change: Add Position");
  answer ("save");
  wait_until (is_gone, &other);
  wait_until (has_failure, NULL);
  answer ("cancel");
  wait_until (is_idle, NULL);
  g_assert_nonnull (fixture->window);
  g_assert_true (esp_document_get_modified (esp_window_get_document (fixture->window)));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, "\"New\""));
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  make_disks ();
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  start_session ();
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, &cases[i], set_up, test_disk, tear_down_disk);
  g_test_add ("/app/window/quit-saves", Fixture, NULL, set_up, test_quit_saves, tear_down_disk);
  ADD_WINDOW_TEST ("conflict-answers", test_conflict);
  ADD_WINDOW_TEST ("logout", test_logout);
  ADD_WINDOW_TEST ("close-waits", test_close_waits);
  ADD_WINDOW_TEST ("two-windows", test_two_windows);
  return g_test_run ();
}
