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

/* What is folded and what is not, by row: a scene made in a worker has other node numbers. */
typedef struct
{
  guint8  *units; /* FOLD_ of each slot */
  guint8  *positions;
  guint32  n_units;
  guint32  n_positions;
} Folds;

enum
{
  FOLD_UNKNOWN,
  FOLD_OPEN,
  FOLD_FOLDED,
};

struct _EspSceneJob
{
  EspOrganization *organization;
  EspCatalogue    *catalogue;
  EspSceneOptions  options;
  Folds           *folds;    /* (nullable) */
  EspTable         top_table;
  EspIx            top_ix;   /* ESP_IX_NONE: nothing is isolated */
  gint             cancel;
};

static void
folds_free (Folds *folds)
{
  g_free (folds->units);
  g_free (folds->positions);
  g_free (folds);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Folds, folds_free)

static guint8 *
find_fold (Folds    *folds,
           EspTable  table,
           EspIx     ix)
{
  if (table == ESP_TABLE_UNITS)
    return ix < folds->n_units ? &folds->units[ix] : NULL;
  return ix < folds->n_positions ? &folds->positions[ix] : NULL;
}

static Folds *
folds_new (EspScene *scene)
{
  EspOrganization *organization = esp_scene_get_organization (scene);
  Folds *folds = g_new0 (Folds, 1);
  guint32 n_nodes = esp_scene_get_n_nodes (scene);

  folds->n_units = esp_organization_get_n_slots (organization, ESP_TABLE_UNITS);
  folds->n_positions = esp_organization_get_n_slots (organization, ESP_TABLE_POSITIONS);
  folds->units = g_new0 (guint8, folds->n_units);
  folds->positions = g_new0 (guint8, folds->n_positions);
  for (EspNodeIx node = 0; node < n_nodes; node++)
    {
      EspTable table;
      EspIx ix;
      guint8 *fold;

      if (!esp_scene_can_fold (scene, node))
        continue;
      ix = esp_scene_get_row (scene, ESP_ITEM (node), &table);
      fold = find_fold (folds, table, ix);
      if (fold != NULL)
        *fold = esp_scene_is_folded (scene, node) ? FOLD_FOLDED : FOLD_OPEN;
    }
  return folds;
}

static void
folds_apply (Folds    *folds,
             EspScene *scene)
{
  guint32 n_nodes = esp_scene_get_n_nodes (scene);

  for (EspNodeIx node = 0; node < n_nodes; node++)
    {
      EspTable table;
      EspIx ix;
      guint8 *fold;

      if (!esp_scene_can_fold (scene, node))
        continue;
      ix = esp_scene_get_row (scene, ESP_ITEM (node), &table);
      fold = find_fold (folds, table, ix);
      if (fold != NULL && *fold != FOLD_UNKNOWN && (*fold == FOLD_FOLDED) != esp_scene_is_folded (scene, node))
        esp_scene_set_folded (scene, node, *fold == FOLD_FOLDED);
    }
}

static void
job_free (gpointer data)
{
  EspSceneJob *job = data;

  g_clear_pointer (&job->folds, folds_free);
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
  EspScene *scene = esp_scene_new (job->organization, job->catalogue, &job->options, &job->cancel);

  if (scene != NULL && job->folds != NULL)
    folds_apply (job->folds, scene);
  if (scene != NULL && job->top_ix != ESP_IX_NONE)
    {
      EspItem top = esp_scene_find (scene, job->top_table, job->top_ix);

      if (top != ESP_ITEM_NONE)
        esp_scene_set_top (scene, ESP_ITEM_NODE (top));
    }
  if (scene != NULL)
    esp_scene_layout (scene);
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
  self->pending_ix = ESP_IX_NONE;
  esp_scene_set_marks (scene, (const EspIx *) self->marks->data, self->marks->len);
  _esp_session_notify (self, ESP_SESSION_PROP_SCENE);
  release_scene (old);
  _esp_finder_chart_changed (self->finder);
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
  gboolean same_chart = self->scene != NULL && esp_scene_get_options (self->scene)->chart == self->options.chart;

  job->organization = g_object_ref (esp_session_get_organization (self));
  job->catalogue = g_object_ref (self->catalogue);
  job->options = self->options;
  job->folds = same_chart ? folds_new (self->scene) : NULL;
  job->top_ix = ESP_IX_NONE;
  if (same_chart && esp_scene_get_top (self->scene) != ESP_NODE_NONE)
    job->top_ix = esp_scene_get_row (self->scene, ESP_ITEM (esp_scene_get_top (self->scene)), &job->top_table);
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
    take_scene (self, esp_scene_new (organization, self->catalogue, &self->options, NULL));
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
  const EspChangeFlags words = ESP_CHANGE_TEXT | ESP_CHANGE_DOCUMENT;

  if (self->scene == NULL || self->job != NULL || ((change->flags & ~words) != 0 && !is_on_the_spot (self)))
    _esp_session_build_scene (self);
  else if (esp_scene_update (self->scene, change))
    _esp_session_notify (self, ESP_SESSION_PROP_SCENE);
  else
    _esp_session_emit (self, ESP_SESSION_LAYOUT_CHANGED);
}

void
_esp_session_apply_options (EspSession            *self,
                            const EspSceneOptions *options)
{
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
 * esp_session_isolate:
 * @self: a session with a scene
 * @node: the top of the branch that is shown alone; %ESP_NODE_NONE shows everything again
 *
 * Shows one branch alone.
 */
void
esp_session_isolate (EspSession *self,
                     EspNodeIx   node)
{
  g_return_if_fail (ESP_IS_SESSION (self));
  g_return_if_fail (self->scene != NULL);

  if (esp_scene_get_top (self->scene) == node)
    return;
  esp_scene_set_top (self->scene, node);
  _esp_session_emit (self, ESP_SESSION_LAYOUT_CHANGED);
  _esp_finder_chart_changed (self->finder);
}

/* Opens the way to a row; FALSE if it is not in the chart. */
static gboolean
open_way (EspSession *self,
          EspTable    table,
          EspIx       ix)
{
  EspItem item = esp_scene_find (self->scene, table, ix);

  if (item == ESP_ITEM_NONE)
    return FALSE;
  if (esp_scene_reveal (self->scene, item))
    _esp_session_emit (self, ESP_SESSION_LAYOUT_CHANGED);
  return TRUE;
}

/**
 * esp_session_reveal:
 * @self: a session
 * @table: %ESP_TABLE_UNITS or %ESP_TABLE_POSITIONS
 * @ix: a row that is alive
 *
 * Brings a card or a plate into view: switches to the organization, opens the way to it, selects it and emits #EspSession::reveal. While there is no
 * scene, this waits for it.
 */
void
esp_session_reveal (EspSession *self,
                    EspTable    table,
                    EspIx       ix)
{
  g_return_if_fail (ESP_IS_SESSION (self));

  esp_session_set_view (self, "organization");
  esp_session_select (self, table, ix);
  if (self->scene == NULL)
    {
      self->pending_table = table;
      self->pending_ix = ix;
    }
  else if (open_way (self, table, ix))
    {
      _esp_session_emit_reveal (self, table, ix);
    }
}
