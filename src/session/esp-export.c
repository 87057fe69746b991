/* esp-export.c — the chart of a session, or its people, as a file: made and written in a worker
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-session"

#include "session/esp-export.h"

#include "io/esp-io.h"
#include "io/esp-outline-writer.h"
#include "render/esp-render.h"
#include "session/esp-session-private.h"

typedef struct
{
  EspExportOptions options;
  EspDocument     *document;
  EspOrganization *organization;
  EspCatalogue    *catalogue;
  EspSceneOptions  scene_options;
  EspFilter       *filter; /* (nullable) */
  EspFolds        *folds;  /* (nullable) */
  GFile           *file;
  double           scale;  /* of the picture; smaller than wanted if that was too large */
  gint             cancel; /* atomic */
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_clear_object (&export->document);
  g_clear_object (&export->organization);
  g_clear_object (&export->file);
  g_clear_pointer (&export->filter, esp_filter_unref);
  g_clear_pointer (&export->folds, _esp_folds_unref);
  g_free (export);
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  g_atomic_int_set (&((Export *) user_data)->cancel, 1);
}

static EspScene *
create_scene (Export *export)
{
  EspScene *scene = esp_scene_new_filtered (export->organization, export->catalogue, &export->scene_options, export->filter, &export->cancel);

  if (scene != NULL && export->folds != NULL)
    _esp_folds_apply (export->folds, scene);
  return scene;
}

static GBytes *
make_picture (Export        *export,
              GCancellable  *cancellable,
              GError       **error)
{
  const EspExportOptions *wanted = &export->options;
  EspRenderOptions options = ESP_RENDER_OPTIONS_INIT;
  EspRenderResult result = { .scale = 1 };
  g_autoptr (EspScene) scene = create_scene (export);
  GBytes *bytes;

  if (scene == NULL)
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return NULL;
    }
  options.show_lines = wanted->show_lines;
  options.show_legend = wanted->show_legend;
  options.is_transparent = wanted->is_transparent;
  if (wanted->format == ESP_EXPORT_PNG)
    options.scale = wanted->scale;
  if (wanted->format == ESP_EXPORT_SVG)
    bytes = esp_render_svg (scene, &options, &result, cancellable, error);
  else if (wanted->format == ESP_EXPORT_PNG)
    bytes = esp_render_png (scene, &options, &result, cancellable, error);
  else
    bytes = esp_render_pdf (scene, &options, &result, cancellable, error);
  export->scale = result.is_reduced ? result.scale / options.scale : 1;
  return bytes;
}

static void
export_worker (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Export *export = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gulong id = cancellable != NULL ? g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), export, NULL) : 0;

  export->scale = 1;
  if (export->options.format == ESP_EXPORT_CSV)
    bytes = esp_io_to_bytes (export->organization, ESP_FILE_TABLE);
  else if (export->options.format == ESP_EXPORT_MARKDOWN)
    bytes = esp_io_outline_to_bytes (export->organization, export->scene_options.chart == ESP_CHART_REPORTING ? ESP_OUTLINE_REPORTING : ESP_OUTLINE_STRUCTURE);
  else
    bytes = make_picture (export, cancellable, &error);
  g_cancellable_disconnect (cancellable, id);
  if (bytes != NULL && esp_io_replace_with_bytes (export->file, bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
completed_cb (GTask *task)
{
  esp_document_release (((Export *) g_task_get_task_data (task))->document);
}

/**
 * esp_export_get_ending:
 * @format: a format
 *
 * Returns: how names of such files end: ".pdf"
 */
const char *
esp_export_get_ending (EspExportFormat format)
{
  static const char * const endings[] = { ".pdf", ".svg", ".png", ".csv", ".md" };

  g_return_val_if_fail (format < ESP_EXPORT_N_FORMATS, NULL);

  return endings[format];
}

/**
 * esp_export_async:
 * @session: a session with a scene
 * @options: what to write; copied
 * @file: where to; what is there is replaced, when all is written
 * @cancellable: (nullable): stops it
 * @callback: told when it is done
 * @user_data: for @callback
 *
 * Writes what `convert` of the command line writes, or the same of what the chart shows now. Edits of the document wait meanwhile.
 *
 * Time: O(positions), in a worker. Threads: the main thread.
 */
void
esp_export_async (EspSession             *session,
                  const EspExportOptions *options,
                  GFile                  *file,
                  GCancellable           *cancellable,
                  GAsyncReadyCallback     callback,
                  gpointer                user_data)
{
  g_autoptr (GTask) task = g_task_new (session, cancellable, callback, user_data);
  Export *export;

  g_return_if_fail (ESP_IS_SESSION (session));
  g_return_if_fail (session->scene != NULL);

  export = g_new0 (Export, 1);
  export->options = *options;
  export->document = g_object_ref (session->document);
  export->organization = g_object_ref (esp_session_get_organization (session));
  export->catalogue = session->catalogue;
  export->scene_options = session->options;
  export->file = g_object_ref (file);
  if (options->is_whole)
    {
      export->scene_options.n_cards_first = G_MAXUINT;
    }
  else
    {
      export->filter = session->filter != NULL ? esp_filter_ref (session->filter) : NULL;
      export->folds = _esp_folds_new (session->scene);
    }
  g_task_set_source_tag (task, esp_export_async);
  g_task_set_task_data (task, export, export_free);
  esp_document_hold (export->document);
  g_signal_connect (task, "notify::completed", G_CALLBACK (completed_cb), NULL);
  g_task_run_in_thread (task, export_worker);
}

/**
 * esp_export_finish:
 * @session: the session
 * @result: what the callback was given
 * @scale: (out) (optional): 1, or less if the picture was too large for its format and was drawn smaller
 * @error: of rendering or writing; %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the file is written
 */
gboolean
esp_export_finish (EspSession    *session,
                   GAsyncResult  *result,
                   double        *scale,
                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), FALSE);

  if (scale != NULL)
    *scale = ((Export *) g_task_get_task_data (G_TASK (result)))->scale;
  return g_task_propagate_boolean (G_TASK (result), error);
}
