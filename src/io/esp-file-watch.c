/* esp-file-watch.c — notices that somebody else writes a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-io"

#include "io/esp-file-watch.h"

/* Programs write in several goes, or remove a file to put another one in its place. */
#define SETTLE_MS 200

struct _EspFileWatch
{
  GObject       parent_instance;

  GFile        *file;
  GFileMonitor *monitor;     /* NULL where files cannot be watched */
  GCancellable *cancellable; /* of the query that is under way */
  guint         settle_id;
  guint         n_paused;
  char         *known;       /* NULL: the file has no etag, and is not watched */
  char         *seen;        /* when it was looked at last */
  EspFileState  state;
};

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EspFileWatch, esp_file_watch, G_TYPE_OBJECT)

static void
set_state (EspFileWatch *self,
           EspFileState  state,
           const char   *etag)
{
  gboolean is_new = self->state != state || (state == ESP_FILE_CHANGED && g_strcmp0 (self->seen, etag) != 0);

  g_free (self->seen);
  self->seen = g_strdup (etag);
  self->state = state;
  if (is_new)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
stop (EspFileWatch *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
queried_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  EspFileWatch *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);
  const char *etag = info != NULL ? g_file_info_get_etag (info) : NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* @self may be gone */
  g_clear_object (&self->cancellable);
  if (info == NULL)
    set_state (self, ESP_FILE_GONE, NULL);
  else
    set_state (self, g_strcmp0 (etag, self->known) == 0 ? ESP_FILE_SAME : ESP_FILE_CHANGED, etag);
}

static gboolean
settle_cb (gpointer user_data)
{
  EspFileWatch *self = user_data;

  self->settle_id = 0;
  stop (self);
  self->cancellable = g_cancellable_new ();
  g_file_query_info_async (self->file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, self->cancellable, queried_cb, self);
  return G_SOURCE_REMOVE;
}

static void
look_soon (EspFileWatch *self)
{
  if (self->n_paused > 0 || self->known == NULL)
    return;
  stop (self);
  self->settle_id = g_timeout_add (SETTLE_MS, settle_cb, self);
}

static void
esp_file_watch_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (prop_id == PROP_STATE)
    g_value_set_int (value, esp_file_watch_get_state (ESP_FILE_WATCH (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
esp_file_watch_dispose (GObject *object)
{
  EspFileWatch *self = ESP_FILE_WATCH (object);

  stop (self);
  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
    }
  g_clear_object (&self->monitor);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (esp_file_watch_parent_class)->dispose (object);
}

static void
esp_file_watch_finalize (GObject *object)
{
  EspFileWatch *self = ESP_FILE_WATCH (object);

  g_free (self->known);
  g_free (self->seen);

  G_OBJECT_CLASS (esp_file_watch_parent_class)->finalize (object);
}

static void
esp_file_watch_class_init (EspFileWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = esp_file_watch_get_property;
  object_class->dispose = esp_file_watch_dispose;
  object_class->finalize = esp_file_watch_finalize;

  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, ESP_FILE_SAME, ESP_FILE_GONE, ESP_FILE_SAME,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
esp_file_watch_init (EspFileWatch *self)
{
}

/**
 * esp_file_watch_new:
 * @file: a file; where files cannot be watched, nothing is noticed
 * @etag: (nullable): that it is known to have; %NULL: there is nothing to compare
 *
 * Returns: (transfer full): a watch
 */
EspFileWatch *
esp_file_watch_new (GFile      *file,
                    const char *etag)
{
  EspFileWatch *self = g_object_new (ESP_TYPE_FILE_WATCH, NULL);

  self->file = g_object_ref (file);
  self->known = g_strdup (etag);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (look_soon), self);
  look_soon (self); /* it may have changed before it was watched */
  return self;
}

EspFileState
esp_file_watch_get_state (EspFileWatch *self)
{
  g_return_val_if_fail (ESP_IS_FILE_WATCH (self), ESP_FILE_SAME);

  return self->state;
}

/**
 * esp_file_watch_get_etag:
 * @self: a watch
 *
 * Returns: (nullable): the etag that the file had when it was looked at last
 */
const char *
esp_file_watch_get_etag (EspFileWatch *self)
{
  g_return_val_if_fail (ESP_IS_FILE_WATCH (self), NULL);

  return self->seen;
}

/**
 * esp_file_watch_set_known:
 * @self: a watch
 * @etag: (nullable): that the file is known to have from now on
 *
 * What is there is the same as what is known, until the next look.
 */
void
esp_file_watch_set_known (EspFileWatch *self,
                          const char   *etag)
{
  g_return_if_fail (ESP_IS_FILE_WATCH (self));

  g_free (self->known);
  self->known = g_strdup (etag);
  stop (self);
  set_state (self, ESP_FILE_SAME, etag);
  look_soon (self);
}

/**
 * esp_file_watch_pause:
 * @self: a watch
 *
 * Notices nothing until esp_file_watch_resume(), which looks at once: for when one writes the file oneself. Counted.
 */
void
esp_file_watch_pause (EspFileWatch *self)
{
  g_return_if_fail (ESP_IS_FILE_WATCH (self));

  self->n_paused++;
  stop (self);
}

void
esp_file_watch_resume (EspFileWatch *self)
{
  g_return_if_fail (ESP_IS_FILE_WATCH (self));
  g_return_if_fail (self->n_paused > 0);

  self->n_paused--;
  look_soon (self);
}
