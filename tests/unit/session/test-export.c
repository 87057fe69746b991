/* test-export.c — the chart as a file: what convert writes, what the chart shows, called off, and edits that wait
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>

#include "documents.h"
#include "io/esp-io.h"
#include "io/esp-outline-writer.h"
#include "render/esp-render.h"
#include "session/esp-export.h"

typedef struct
{
  EspDocument  *document;
  EspSession   *session;
  GFile        *file;
  GAsyncResult *result;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("espalier-export-XXXXXX", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_unlink (path);
  fixture->file = g_file_new_for_path (path);
  fixture->document = open_sample ();
  fixture->session = esp_session_new (fixture->document);
  wait_for_scene (fixture->session);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->result);
  while (g_main_context_iteration (NULL, FALSE) || g_atomic_int_get (&G_OBJECT (fixture->session)->ref_count) > 1)
    g_usleep (100);
  g_file_delete (fixture->file, NULL, NULL);
  g_clear_object (&fixture->file);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->document);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  ((Fixture *) user_data)->result = g_object_ref (result);
}

static void
wait (Fixture *fixture)
{
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* The bytes that are written */
static GBytes *
export (Fixture         *fixture,
        EspExportFormat  format,
        gboolean         is_whole)
{
  EspExportOptions options = { format, is_whole, TRUE, TRUE, FALSE, 1 };
  g_autoptr (GError) error = NULL;
  GBytes *bytes;
  double scale = 0;

  g_clear_object (&fixture->result);
  esp_export_async (fixture->session, &options, fixture->file, NULL, exported_cb, fixture);
  wait (fixture);
  g_assert_true (esp_export_finish (fixture->session, fixture->result, &scale, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (scale, ==, 1);
  bytes = g_file_load_bytes (fixture->file, NULL, NULL, &error);
  g_assert_no_error (error);
  return bytes;
}

static gboolean
starts_with (GBytes     *bytes,
             const char *start)
{
  return g_bytes_get_size (bytes) > 100 && memcmp (g_bytes_get_data (bytes, NULL), start, strlen (start)) == 0;
}

/* As `convert`: the same scene, the same functions, the same bytes */
static void
test_as_convert (Fixture       *fixture,
                 gconstpointer  data)
{
  EspOrganization *organization = esp_session_get_organization (fixture->session);
  EspSceneOptions scene_options = *esp_scene_get_options (esp_session_get_scene (fixture->session));
  EspRenderOptions options = ESP_RENDER_OPTIONS_INIT;
  g_autoptr (EspScene) scene = NULL;
  g_autoptr (GBytes) svg = NULL, exported = NULL, table = NULL, csv = NULL, markdown = NULL, outline = NULL, pdf = NULL, png = NULL;

  scene_options.n_cards_first = G_MAXUINT;
  scene = esp_scene_new (organization, esp_catalogue_get_default (), &scene_options, NULL);
  svg = esp_render_svg (scene, &options, NULL, NULL, NULL);
  exported = export (fixture, ESP_EXPORT_SVG, TRUE);
  g_assert_true (g_bytes_equal (svg, exported));
  table = esp_io_to_bytes (organization, ESP_FILE_TABLE);
  csv = export (fixture, ESP_EXPORT_CSV, FALSE);
  g_assert_true (g_bytes_equal (table, csv));
  markdown = export (fixture, ESP_EXPORT_MARKDOWN, FALSE);
  outline = esp_io_outline_to_bytes (organization, scene_options.chart == ESP_CHART_REPORTING ? ESP_OUTLINE_REPORTING : ESP_OUTLINE_STRUCTURE);
  g_assert_true (g_bytes_equal (outline, markdown));
  pdf = export (fixture, ESP_EXPORT_PDF, TRUE);
  g_assert_true (starts_with (pdf, "%PDF"));
  png = export (fixture, ESP_EXPORT_PNG, TRUE);
  g_assert_true (starts_with (png, "\211PNG"));
}

/* What is folded stays folded, unless everything is asked for */
static void
test_as_shown (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GBytes) open = NULL, folded = NULL, whole = NULL;
  EspScene *scene = esp_session_get_scene (fixture->session);

  open = export (fixture, ESP_EXPORT_SVG, TRUE);
  esp_session_set_folded (fixture->session, ESP_ITEM_NODE (esp_scene_first (scene)), TRUE);
  folded = export (fixture, ESP_EXPORT_SVG, FALSE);
  g_assert_cmpuint (g_bytes_get_size (folded) * 4, <, g_bytes_get_size (open));
  whole = export (fixture, ESP_EXPORT_SVG, TRUE);
  g_assert_true (g_bytes_equal (open, whole));
}

static void
retitle_edit (EspOrganization *organization,
              gpointer         user_data)
{
  esp_organization_begin (organization, "Rename");
  esp_organization_set (organization, ESP_TABLE_DOCUMENT, 0, ESP_DOCUMENT_NAME, esp_organization_intern (organization, "Orchard"));
  esp_organization_commit (organization);
  *(gboolean *) user_data = TRUE;
}

/* The worker reads the organization: edits wait until it has done so, or was called off. Nothing is written then. */
static void
test_called_off (Fixture       *fixture,
                 gconstpointer  data)
{
  EspExportOptions options = { ESP_EXPORT_PDF, TRUE, TRUE, TRUE, FALSE, 1 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gboolean is_edited = FALSE;

  esp_export_async (fixture->session, &options, fixture->file, cancellable, exported_cb, fixture);
  esp_document_edit (fixture->document, retitle_edit, &is_edited, NULL);
  g_assert_false (is_edited);
  g_cancellable_cancel (cancellable);
  wait (fixture);
  g_assert_false (esp_export_finish (fixture->session, fixture->result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  while (!is_edited)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (g_file_query_exists (fixture->file, NULL));
  wait_for_scene (fixture->session);
}

#define ADD(name, func) g_test_add ("/session/export/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("as-convert", test_as_convert);
  ADD ("as-shown", test_as_shown);
  ADD ("called-off", test_called_off);
  return g_test_run ();
}
