/* esp-session-scene.c — keeping the scene true to the organization and the options, without holding up the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-session"

#include "session/esp-session-private.h"

#include "scene/esp-lens.h"
#include "session/esp-free.h"

/* Up to so many rows a scene is made and changed on the spot (some ms); above, in a worker. */
#define ON_THE_SPOT_ROWS 10000

struct _EspSceneJob
{
  EspOrganization *organization;
  EspCatalogue    *catalogue;
  EspSceneOptions  options;
  EspFilter       *filter;   /* (nullable) */
  EspFolds        *folds;    /* (nullable) */
  gboolean         is_last_resort; /* the folds are for when nobody matches the filter */
  gint             cancel;
};

/* The folds for a scene that is to be made or filtered anew. A filter shows what matches; where nobody does, and when it is taken away, the chart is folded
 * as it was before. */
static EspFolds *
choose_folds (EspSession *self,
              gboolean   *is_last_resort)
{
  *is_last_resort = FALSE;
  if (self->scene == NULL || esp_scene_get_options (self->scene)->chart != self->options.chart)
    return NULL;
  if (esp_filter_equal (esp_scene_get_filter (self->scene), self->filter))
    return _esp_folds_new (self->scene);
  *is_last_resort = self->filter != NULL;
  return self->unfiltered != NULL ? _esp_folds_ref (self->unfiltered) : NULL;
}

static void
fold (EspScene *scene,
      EspFolds *folds,
      gboolean  is_last_resort)
{
  if (folds != NULL && (!is_last_resort || !esp_scene_has_match (scene)))
    _esp_folds_apply (folds, scene);
}

static void
job_free (gpointer data)
{
  EspSceneJob *job = data;

  g_clear_pointer (&job->filter, esp_filter_unref);
  g_clear_pointer (&job->folds, _esp_folds_unref);
  g_object_unref (job->organization);
  g_object_unref (job->catalogue);
  g_free (job);
}

static void
build_worker (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  EspSceneJob *job = task_data;
  EspScene *scene = esp_scene_new_filtered (job->organization, job->catalogue, &job->options, job->filter, &job->cancel);

  if (scene != NULL)
    {
      fold (scene, job->folds, job->is_last_resort);
      esp_scene_layout (scene);
    }
  g_task_return_pointer (task, scene, (GDestroyNotify) esp_scene_unref);
}

static guint32
count_rows (EspOrganization *organization)
{
  return esp_organization_get_n (organization, ESP_TABLE_POSITIONS) + esp_organization_get_n (organization, ESP_TABLE_UNITS);
}

static gboolean
is_on_the_spot (EspSession *self)
{
  return self->job == NULL && count_rows (esp_session_get_organization (self)) <= ON_THE_SPOT_ROWS;
}

static void
release_scene (EspScene *scene)
{
  if (scene == NULL)
    return;
  if (esp_scene_get_n_nodes (scene) > ON_THE_SPOT_ROWS)
    esp_free_in_thread (scene, (GDestroyNotify) esp_scene_unref);
  else
    esp_scene_unref (scene);
}

/* @scene: (transfer full) */
static void
take_scene (EspSession *self,
            EspScene   *scene)
{
  EspScene *old = self->scene;
  EspIx pending = self->pending_ix;

  self->scene = scene;
  esp_scene_set_lens (scene, self->options.color_by);
  esp_scene_set_hidden_lines (scene, self->hidden_lines);
  self->pending_ix = ESP_IX_NONE;
  esp_scene_set_marks (scene, (const EspIx *) self->marks->data, self->marks->len);
  _esp_session_notify (self, ESP_SESSION_PROP_SCENE);
  release_scene (old);
  _esp_finder_chart_changed (self->finder);
  _esp_session_restore_camera (self);
  _esp_places_scene_taken (self->places);
  _esp_session_view_scene_taken (self);
  if (pending != ESP_IX_NONE)
    esp_session_reveal (self, self->pending_table, pending);
}

static void
built_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  EspSession *self = ESP_SESSION (source);
  g_autoptr (EspDocument) document = user_data;
  EspSceneJob *job = g_task_get_task_data (G_TASK (result));
  EspScene *scene = g_task_propagate_pointer (G_TASK (result), NULL);
  gboolean is_current = self->job == job;

  if (is_current)
    self->job = NULL;
  if (is_current && scene != NULL && !self->is_stale)
    take_scene (self, g_steal_pointer (&scene));
  release_scene (scene);
  /* edits that waited run now; what they change is built below */
  esp_document_release (document);
  if (!is_current)
    return;
  if (self->is_stale && self->job == NULL)
    _esp_session_build_scene (self);
  if (self->job == NULL)
    _esp_session_notify (self, ESP_SESSION_PROP_BUILDING);
}

static void
start_job (EspSession *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, built_cb, g_object_ref (self->document));
  EspSceneJob *job = g_new0 (EspSceneJob, 1);

  job->organization = g_object_ref (esp_session_get_organization (self));
  job->catalogue = g_object_ref (self->catalogue);
  job->options = self->options;
  job->filter = self->filter != NULL ? esp_filter_ref (self->filter) : NULL;
  job->folds = choose_folds (self, &job->is_last_resort);
  self->job = job;
  self->is_stale = FALSE;
  g_task_set_source_tag (task, start_job);
  g_task_set_task_data (task, job, job_free);
  esp_document_hold (self->document);
  g_task_run_in_thread (task, build_worker);
  _esp_session_notify (self, ESP_SESSION_PROP_BUILDING);
}

/* Makes a new scene, or sees to it that the one that is being made is made again. */
void
_esp_session_build_scene (EspSession *self)
{
  EspOrganization *organization = esp_session_get_organization (self);

  if (organization == NULL)
    return;
  if (self->job != NULL)
    {
      self->is_stale = TRUE;
      g_atomic_int_set (&self->job->cancel, 1);
      return;
    }
  self->is_stale = FALSE;
  if (is_on_the_spot (self))
    take_scene (self, esp_scene_new_filtered (organization, self->catalogue, &self->options, self->filter, NULL));
  else
    start_job (self);
}

/* Forgets the scene and whatever is being made: there is another organization. */
void
_esp_session_drop_scene (EspSession *self)
{
  EspScene *old = g_steal_pointer (&self->scene);

  if (self->job != NULL)
    {
      g_atomic_int_set (&self->job->cancel, 1);
      self->job = NULL;
      self->is_stale = FALSE;
      _esp_session_notify (self, ESP_SESSION_PROP_BUILDING);
    }
  if (old == NULL)
    return;
  _esp_session_notify (self, ESP_SESSION_PROP_SCENE);
  release_scene (old);
}

/* The organization changed: words are mended in place, at any size; shape in place if that takes no time, else in a worker. */
void
_esp_session_update_scene (EspSession      *self,
                           const EspChange *change)
{
  const EspChangeFlags words = self->filter == NULL ? ESP_CHANGE_TEXT | ESP_CHANGE_DOCUMENT : ESP_CHANGE_DOCUMENT;

  if (self->scene == NULL || self->job != NULL || ((change->flags & ~words) != 0 && !is_on_the_spot (self)))
    _esp_session_build_scene (self);
  else if (esp_scene_update (self->scene, change))
    _esp_session_notify (self, ESP_SESSION_PROP_SCENE);
  else
    _esp_session_emit (self, ESP_SESSION_LAYOUT_CHANGED);
}

/* Another filter: the chart is built again, in a worker if that takes time. */
void
_esp_session_apply_filter (EspSession *self)
{
  gboolean is_last_resort;
  g_autoptr (EspFolds) folds = NULL;

  if (self->scene == NULL && self->job == NULL)
    return;
  if (self->scene == NULL || !is_on_the_spot (self))
    {
      _esp_session_build_scene (self);
      return;
    }
  folds = choose_folds (self, &is_last_resort);
  esp_scene_set_filter (self->scene, self->filter);
  fold (self->scene, folds, is_last_resort);
  _esp_session_notify (self, ESP_SESSION_PROP_SCENE);
  _esp_finder_chart_changed (self->finder);
  _esp_session_restore_camera (self);
}

void
_esp_session_apply_options (EspSession            *self,
                            const EspSceneOptions *options)
{
  if (self->options.chart != options->chart)
    g_clear_pointer (&self->unfiltered, _esp_folds_unref);
  self->options = *options;
  if (self->scene == NULL && self->job == NULL)
    return;
  if (self->scene == NULL || !is_on_the_spot (self))
    _esp_session_build_scene (self);
  else if (esp_scene_set_options (self->scene, options))
    {
      _esp_session_notify (self, ESP_SESSION_PROP_SCENE);
      _esp_finder_chart_changed (self->finder);
    }
  else
    _esp_session_emit (self, ESP_SESSION_LAYOUT_CHANGED);
}

/**
 * esp_session_set_folded:
 * @self: a session with a scene
 * @node: a node of its scene
 * @folded: whether what hangs from it is hidden
 *
 * Folds or opens a node. Emits #EspSession::layout-changed if that changed anything.
 */
void
esp_session_set_folded (EspSession *self,
                        EspNodeIx   node,
                        gboolean    folded)
{
  g_return_if_fail (ESP_IS_SESSION (self));
  g_return_if_fail (self->scene != NULL && node < esp_scene_get_n_nodes (self->scene));

  if (esp_scene_set_folded (self->scene, node, folded))
    _esp_session_emit (self, ESP_SESSION_LAYOUT_CHANGED);
}

/**
 * esp_session_fold_below:
 * @self: a session with a scene
 * @node: a node of its scene, or %ESP_NODE_NONE for the whole chart
 * @folded: whether to fold or to open
 *
 * Folds or opens @node and everything below it.
 */
void
esp_session_fold_below (EspSession *self,
                        EspNodeIx   node,
                        gboolean    folded)
{
  g_return_if_fail (ESP_IS_SESSION (self));
  g_return_if_fail (self->scene != NULL);

  esp_scene_fold_below (self->scene, node, folded);
  _esp_session_emit (self, ESP_SESSION_LAYOUT_CHANGED);
}

/**
 * esp_session_fold_to_level:
 * @self: a session with a scene
 * @level: the last level that is shown, from 1
 *
 * Opens everything above @level and folds it there.
 */
void
esp_session_fold_to_level (EspSession *self,
                           guint       level)
{
  g_return_if_fail (ESP_IS_SESSION (self));
  g_return_if_fail (self->scene != NULL);

  esp_scene_fold_to_level (self->scene, level);
  _esp_session_emit (self, ESP_SESSION_LAYOUT_CHANGED);
}

/**
 * esp_session_show_more:
 * @self: a session with a scene
 * @node: a stand-in of its scene
 *
 * Shows what it stands for. Emits #EspSession::layout-changed if that changed anything.
 */
void
esp_session_show_more (EspSession *self,
                       EspNodeIx   node)
{
  g_return_if_fail (ESP_IS_SESSION (self));
  g_return_if_fail (self->scene != NULL && node < esp_scene_get_n_nodes (self->scene));

  if (esp_scene_show_more (self->scene, node))
    _esp_session_emit (self, ESP_SESSION_LAYOUT_CHANGED);
}

/**
 * esp_session_isolate:
 * @self: a session with a scene
 * @node: the top of the branch that is shown alone; %ESP_NODE_NONE shows everything again
 *
 * Shows one branch alone, open.
 */
void
esp_session_isolate (EspSession *self,
                     EspNodeIx   node)
{
  g_return_if_fail (ESP_IS_SESSION (self));
  g_return_if_fail (self->scene != NULL);

  if (esp_scene_get_top (self->scene) == node)
    return;
  _esp_places_begin (self->places);
  esp_scene_set_top (self->scene, node);
  if (node != ESP_NODE_NONE)
    esp_scene_set_folded (self->scene, node, FALSE);
  _esp_session_emit (self, ESP_SESSION_LAYOUT_CHANGED);
  _esp_finder_chart_changed (self->finder);
  _esp_places_end (self->places);
}

/* Opens the way to a row; FALSE if it is not in the chart. */
gboolean
_esp_session_open_way (EspSession *self,
                       EspTable    table,
                       EspIx       ix)
{
  EspItem item = esp_scene_find (self->scene, table, ix);
  EspNodeIx top = esp_scene_get_top (self->scene);

  if (item == ESP_ITEM_NONE)
    return FALSE;
  if (esp_scene_reveal (self->scene, item))
    _esp_session_emit (self, ESP_SESSION_LAYOUT_CHANGED);
  if (esp_scene_get_top (self->scene) != top)
    _esp_finder_chart_changed (self->finder);
  return TRUE;
}

/**
 * esp_session_reveal:
 * @self: a session
 * @table: %ESP_TABLE_UNITS or %ESP_TABLE_POSITIONS
 * @ix: a row that is alive
 *
 * Brings a card or a plate into view: switches to the organization, opens the way to it, selects it and emits #EspSession::reveal. A filter or an isolated
 * branch that hides it is left. While there is no scene, this waits for it.
 */
void
esp_session_reveal (EspSession *self,
                    EspTable    table,
                    EspIx       ix)
{
  g_return_if_fail (ESP_IS_SESSION (self));

  _esp_places_begin (self->places);
  esp_session_set_view (self, "organization");
  esp_session_select (self, table, ix);
  if (self->scene != NULL && esp_scene_find (self->scene, table, ix) == ESP_ITEM_NONE && self->filter != NULL)
    esp_session_set_filter (self, NULL);
  if (self->scene != NULL && _esp_session_open_way (self, table, ix))
    {
      _esp_session_emit_reveal (self, table, ix);
    }
  else if (self->scene == NULL || self->job != NULL)
    {
      self->pending_table = table;
      self->pending_ix = ix;
    }
  _esp_places_end (self->places);
}
