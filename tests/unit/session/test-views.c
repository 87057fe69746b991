/* test-views.c — saved views: what they keep, undo, the file, rows that have gone, large charts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "documents.h"
#include "io/esp-io.h"
#include "organization/esp-edits.h"
#include "session/esp-session-views.h"

/* What stands in for the chart view: it is asked where it is, and told where to go. */
typedef struct
{
  EspCamera camera;
  guint     n_shown;
} Eye;

static void
asked_cb (EspSession *session,
          EspCamera  *camera,
          Eye        *eye)
{
  *camera = eye->camera;
}

static void
shown_cb (EspSession      *session,
          const EspCamera *camera,
          Eye             *eye)
{
  eye->camera = *camera;
  eye->n_shown++;
}

static void
open_eye (EspSession *session,
          Eye        *eye)
{
  g_signal_connect (session, "camera-asked", G_CALLBACK (asked_cb), eye);
  g_signal_connect (session, "camera-shown", G_CALLBACK (shown_cb), eye);
}

static EspIx
get_view (EspSession *session,
          guint       nth)
{
  guint32 n;
  const EspIx *order = esp_organization_get_order (esp_session_get_organization (session), ESP_TABLE_VIEWS, &n);

  g_assert_cmpuint (nth, <, n);
  return order[nth];
}

static guint32
count_views (EspSession *session)
{
  return esp_organization_get_n (esp_session_get_organization (session), ESP_TABLE_VIEWS);
}

static char *
write_out (EspSession *session)
{
  g_autoptr (GBytes) bytes = esp_io_to_bytes (esp_session_get_organization (session), ESP_FILE_DOCUMENT);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
remove_views_edit (EspOrganization *organization,
                   gpointer         unused)
{
  guint32 n;
  const EspIx *order;

  while ((order = esp_organization_get_order (organization, ESP_TABLE_VIEWS, &n)), n > 0)
    esp_edit_remove_view (organization, order[0]);
  esp_organization_mark_saved (organization);
}

static EspDocument *
open_without_views (void)
{
  EspDocument *document = open_sample ();

  esp_document_edit (document, remove_views_edit, NULL, NULL);
  return document;
}

/* All that a view keeps, in words */
static char *
describe (EspSession *session)
{
  EspScene *scene = esp_session_get_scene (session);
  g_autofree char *chart = NULL, *direction = NULL, *density = NULL, *arrange = NULL, *color_by = NULL, *filter = NULL;
  g_auto (GStrv) filters = esp_filter_to_texts (esp_session_get_filter (session));
  g_autoptr (GString) shown = g_string_new (NULL);
  gboolean lines, frames;
  guint hidden;

  g_object_get (session, "chart", &chart, "direction", &direction, "density", &density, "arrange", &arrange, "color-by", &color_by, "show-lines", &lines,
                "show-frames", &frames, "hidden-lines", &hidden, NULL);
  filter = g_strjoinv (" ", filters);
  for (EspItem item = esp_scene_first (scene); item != ESP_ITEM_NONE; item = esp_scene_after (scene, item))
    g_string_append_printf (shown, "%u%s ", item, esp_scene_is_folded (scene, ESP_ITEM_NODE (item)) ? "+" : "");
  return g_strdup_printf ("%s %s %s %s %s %d %d %x [%s] %u: %s", chart, direction, density, arrange, color_by, lines, frames, lines ? hidden : 0, filter,
                          esp_scene_get_top (scene), shown->str);
}

static void
change_everything (EspSession *session)
{
  g_autoptr (EspFilter) filter = esp_filter_with (NULL, ESP_FACET_SEATS, "yes");

  g_object_set (session, "chart", "structure", "direction", "down", "density", "comfortable", "arrange", "auto", "color-by", "placement", "show-lines", TRUE,
                "show-frames", FALSE, "hidden-lines", 0, NULL);
  esp_session_set_filter (session, filter);
  esp_session_isolate (session, 0);
}

static void
test_keeps (void)
{
  g_autoptr (EspDocument) document = open_without_views ();
  g_autoptr (EspSession) session = esp_session_new (document);
  Eye eye = { .camera = { .is_set = TRUE, .table = ESP_TABLE_POSITIONS, .zoom = 0.5 } };
  g_autofree char *before = NULL, *after = NULL, *unchanged = NULL, *empty = write_out (session), *saved = NULL, *undone = NULL, *redone = NULL;
  EspScene *scene;
  EspNodeIx children;
  guint32 n;

  open_eye (session, &eye);
  g_object_set (session, "chart", "reporting", "direction", "right", "density", "compact", "arrange", "column", "color-by", "level", "show-frames", TRUE,
                "hidden-lines", 1u << ESP_LINE_VENDOR, NULL);
  scene = esp_session_get_scene (session);
  children = esp_scene_get_children (scene, 0, &n);
  esp_session_fold_below (session, ESP_NODE_NONE, FALSE);
  for (guint32 i = 0; i < n; i++)
    if (i % 2 == 0 && esp_scene_can_fold (scene, children + i))
      esp_session_set_folded (session, children + i, TRUE);
  eye.camera.ix = esp_scene_get_row (scene, ESP_ITEM (children), &eye.camera.table);
  before = describe (session);
  esp_session_save_view (session, "  Levels ");
  g_assert_cmpuint (count_views (session), ==, 1);
  g_assert_true (esp_document_get_modified (document));
  unchanged = describe (session);
  g_assert_cmpstr (unchanged, ==, before);
  saved = write_out (session);

  change_everything (session);
  eye.camera = (EspCamera){ 0 };
  esp_session_show_view (session, get_view (session, 0));
  after = describe (session);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (eye.camera.is_set && eye.n_shown > 0);
  g_assert_cmpfloat (eye.camera.zoom, ==, 0.5);

  /* what is only looked at is not in the file, and a view comes and goes as other edits do */
  redone = write_out (session);
  g_assert_cmpstr (redone, ==, saved);
  esp_document_undo (document);
  g_assert_cmpuint (count_views (session), ==, 0);
  undone = write_out (session);
  g_assert_cmpstr (undone, ==, empty);
  esp_document_redo (document);
  g_clear_pointer (&redone, g_free);
  redone = write_out (session);
  g_assert_cmpstr (redone, ==, saved);
}

/* As written, read, and written again */
static void
test_file (void)
{
  g_autoptr (EspDocument) document = open_without_views ();
  g_autoptr (EspSession) session = esp_session_new (document);
  g_autofree char *text = NULL, *again = NULL;
  g_autoptr (EspOrganization) read = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (EspLoadReport) report = NULL;
  EspFilter *filter = esp_filter_with (NULL, ESP_FACET_UNIT_KIND, "pmo");
  const char *end;

  esp_session_fold_below (session, ESP_NODE_NONE, FALSE);
  esp_session_save_view (session, "Open");
  esp_session_set_filter (session, filter);
  g_object_set (session, "show-lines", FALSE, NULL);
  esp_session_save_view (session, "Offices");
  esp_filter_unref (filter);
  text = write_out (session);
  end = strstr (text, "\"views\"");
  g_assert_nonnull (end);
  g_assert_nonnull (strstr (end, "{ \"id\": \"v3\", \"name\": \"Open\", \"chart\": \"structure\", \"direction\": \"down\", \"density\": \"comfortable\", "
                                 "\"arrange\": \"auto\", \"color_by\": \"placement\", \"frames\": false, \"lines\": [ \"second\", \"dotted\", \"functional\", "
                                 "\"program\", \"vendor\" ], \"filter\": [], \"folded\": [] }"));
  g_assert_nonnull (strstr (end, "\"lines\": [], \"filter\": [ \"unit-kind:pmo\" ]"));
  read = esp_io_load_bytes (text, strlen (text), "views", &report, NULL);
  g_assert_nonnull (read);
  g_assert_true (report->is_canonical);
  g_assert_cmpuint (esp_organization_get_import_findings (read)->len, ==, 0);
  bytes = esp_io_to_bytes (read, ESP_FILE_DOCUMENT);
  again = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (again, ==, text);
}

static void
store_cb (EspSession *session,
          const char *reason,
          char      **stored)
{
  g_free (*stored);
  *stored = g_strdup (reason);
}

static void
test_names (void)
{
  g_autoptr (EspDocument) document = open_without_views ();
  g_autoptr (EspSession) session = esp_session_new (document);
  EspOrganization *organization = esp_session_get_organization (session);
  g_autofree char *reason = NULL;

  g_signal_connect (session, "refused", G_CALLBACK (store_cb), &reason);
  esp_session_save_view (session, " ");
  g_assert_nonnull (reason);
  g_clear_pointer (&reason, g_free);
  g_assert_cmpuint (count_views (session), ==, 0);
  esp_session_save_view (session, "One");
  esp_session_save_view (session, "Two");
  g_object_set (session, "direction", "up", NULL);
  esp_session_save_view (session, "One");
  g_assert_cmpuint (count_views (session), ==, 2);
  g_assert_cmpstr (esp_organization_get_text (organization, ESP_TABLE_VIEWS, get_view (session, 0), ESP_VIEW_DIRECTION), ==, "up");
  g_assert_null (reason);
  esp_session_rename_view (session, get_view (session, 1), "One");
  g_assert_nonnull (reason);
  g_assert_cmpstr (esp_organization_get_text (organization, ESP_TABLE_VIEWS, get_view (session, 1), ESP_VIEW_NAME), ==, "Two");
  esp_session_rename_view (session, get_view (session, 1), "Three");
  g_assert_cmpstr (esp_organization_get_text (organization, ESP_TABLE_VIEWS, get_view (session, 1), ESP_VIEW_NAME), ==, "Three");
  esp_session_remove_view (session, get_view (session, 0));
  g_assert_cmpuint (count_views (session), ==, 1);
  g_assert_cmpuint (esp_edit_find_view (organization, "Three"), ==, get_view (session, 0));
  for (guint i = 0; i < 5; i++)
    esp_document_undo (document);
  g_assert_cmpuint (count_views (session), ==, 0);
  g_assert_false (esp_document_get_modified (document));
}

static void
remove_edit (EspOrganization *organization,
             gpointer         position)
{
  esp_edit_remove_position (organization, GPOINTER_TO_UINT (position), ESP_REPORTS_MOVE_UP);
}

/* What the view names has gone: it is left out. */
static void
test_gone (void)
{
  g_autoptr (EspDocument) document = open_without_views ();
  g_autoptr (EspSession) session = esp_session_new (document);
  Eye eye = { .camera = { .is_set = TRUE, .table = ESP_TABLE_POSITIONS, .zoom = 1 } };
  EspScene *scene;
  EspNodeIx child;
  EspTable table;
  guint32 n;

  open_eye (session, &eye);
  g_object_set (session, "chart", "reporting", NULL);
  scene = esp_session_get_scene (session);
  child = esp_scene_get_children (scene, 0, &n);
  while (!esp_scene_can_fold (scene, child))
    child++;
  esp_session_isolate (session, child);
  eye.camera.ix = esp_scene_get_row (scene, ESP_ITEM (child), &table);
  esp_session_save_view (session, "Branch");
  esp_session_isolate (session, ESP_NODE_NONE);
  esp_document_edit (document, remove_edit, GUINT_TO_POINTER (eye.camera.ix), NULL);
  esp_session_show_view (session, get_view (session, 0));
  g_assert_cmpuint (esp_scene_get_top (esp_session_get_scene (session)), ==, ESP_NODE_NONE);
  g_assert_true (eye.camera.is_whole);
}

/* A chart that is made in a worker */
static void
test_large (void)
{
  g_autoptr (EspDocument) document = create_large (30000);
  g_autoptr (EspSession) session = esp_session_new (document);
  Eye eye = { .camera = { .is_whole = TRUE } };
  g_autofree char *before = NULL, *after = NULL;

  wait_for_scene (session);
  open_eye (session, &eye);
  g_object_set (session, "chart", "reporting", "direction", "left", NULL);
  wait_for_scene (session);
  esp_session_isolate (session, 2);
  esp_session_fold_to_level (session, 4);
  before = describe (session);
  esp_session_save_view (session, "Left");
  g_assert_cmpuint (count_views (session), ==, 1);
  g_object_set (session, "chart", "structure", "direction", "down", NULL);
  esp_session_show_view (session, get_view (session, 0));
  wait_for_scene (session);
  after = describe (session);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (eye.n_shown, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/views/keeps", test_keeps);
  g_test_add_func ("/session/views/file", test_file);
  g_test_add_func ("/session/views/names", test_names);
  g_test_add_func ("/session/views/gone", test_gone);
  g_test_add_func ("/session/views/large", test_large);

  return g_test_run ();
}
