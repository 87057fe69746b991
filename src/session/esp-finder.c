/* esp-finder.c — what is searched for in a window: the words, the hits, and which of them one is at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-session"

#include "session/esp-finder.h"

#include "insight/esp-role-search.h"
#include "session/esp-free.h"
#include "session/esp-session-private.h"

/* Up to so many positions words are looked for on the spot (a millisecond); above, in a worker. */
#define ON_THE_SPOT_POSITIONS 10000

typedef struct
{
  EspOrganization *organization;
  EspCatalogue    *catalogue;
  EspSearch       *search; /* NULL: to be prepared */
  char            *query;
  GArray          *hits;   /* EspIx */
} FinderJob;

struct _EspFinder
{
  GObject     parent_instance;

  EspSession *session; /* borrowed; NULL once it is gone */
  gboolean    is_active;
  char       *query;
  EspSearch  *search;  /* prepared for the organization as it is; NULL: none, or lent to the job */
  FinderJob  *job;     /* borrowed from its task */
  gboolean    is_stale; /* the job's search does not fit any more */
  gboolean    is_typed; /* the words are new: one is brought to the first hit. An edit that changes the hits does not move the chart */
  GArray     *found;   /* EspIx: what the words find, hidden or not */
  guint       current; /* number of the hit one is at; 0: none */
  EspIx       at;      /* that hit, if there is one */
  GArray     *opened;  /* EspRowKey: what was folded before the search opened it */
};

enum
{
  PROP_0,
  PROP_ACTIVE,
  PROP_QUERY,
  PROP_BUSY,
  PROP_N_HITS,
  PROP_CURRENT,
  PROP_N_ELSEWHERE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EspFinder, esp_finder, G_TYPE_OBJECT)

static void find_words (EspFinder *self);

static void
set_current (EspFinder *self,
             guint      number)
{
  self->at = esp_finder_get_hit (self, number);
  if (self->current == number)
    return;
  self->current = number;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}

static guint
find_number (EspFinder *self,
             EspIx      position)
{
  GArray *marks = esp_session_get_marks (self->session);

  for (guint i = 0; i < marks->len; i++)
    if (g_array_index (marks, EspIx, i) == position)
      return i + 1;
  return 0;
}

/* Opens the way to a hit and goes there. What had to be opened is noted, outermost first. */
static void
visit (EspFinder *self,
       guint      number)
{
  EspIx position = esp_finder_get_hit (self, number);

  _esp_session_note_folds (self->session, ESP_TABLE_POSITIONS, position, self->opened);
  set_current (self, number);
  esp_session_reveal (self->session, ESP_TABLE_POSITIONS, position);
}

/* Takes what was found as hits: those of it that are in the chart as it is now. */
static void
take_hits (EspFinder *self)
{
  EspScene *scene = esp_session_get_scene (self->session);
  g_autoptr (GArray) hits = g_array_copy (self->found);

  if (scene != NULL)
    esp_scene_keep_present (scene, hits);
  _esp_session_set_marks (self->session, hits);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_HITS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ELSEWHERE]);
  set_current (self, self->at != ESP_IX_NONE ? find_number (self, self->at) : 0);
}

/* New words: goes to the first hit, unless the one that one is at is still among them. */
static void
take_found (EspFinder *self,
            GArray    *found)
{
  if (*self->query == '\0')
    return; /* only prepared */
  g_array_set_size (self->found, 0);
  g_array_append_vals (self->found, found->data, found->len);
  take_hits (self);
  if (self->is_typed && self->current == 0 && esp_finder_get_n_hits (self) > 0)
    {
      _esp_places_set_typing (self->session->places, TRUE);
      visit (self, 1);
      _esp_places_set_typing (self->session->places, FALSE);
    }
  self->is_typed = FALSE;
}

static void
drop_search (EspFinder *self)
{
  self->is_stale = self->job != NULL;
  if (self->search != NULL)
    esp_free_in_thread (g_steal_pointer (&self->search), (GDestroyNotify) esp_search_free);
}

static void
job_free (gpointer data)
{
  FinderJob *job = data;

  g_clear_pointer (&job->search, esp_search_free);
  g_clear_pointer (&job->hits, g_array_unref);
  g_free (job->query);
  g_object_unref (job->organization);
  g_object_unref (job->catalogue);
  g_free (job);
}

static void
find_worker (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  FinderJob *job = task_data;

  if (job->search == NULL)
    job->search = esp_role_search_new (job->organization, job->catalogue);
  job->hits = esp_search_run (job->search, job->query);
  g_task_return_boolean (task, TRUE);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  EspFinder *self = ESP_FINDER (source);
  g_autoptr (EspDocument) document = user_data;
  FinderJob *job = g_task_get_task_data (G_TASK (result));

  self->job = NULL;
  if (self->session != NULL && !self->is_stale)
    self->search = g_steal_pointer (&job->search);
  if (self->search != NULL && g_str_equal (job->query, self->query))
    take_found (self, job->hits);
  else if (self->session != NULL && self->is_active)
    find_words (self); /* what was typed meanwhile, or what is there meanwhile */
  /* edits that waited run now, and are looked for again */
  esp_document_release (document);
  if (self->job == NULL)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
start_job (EspFinder *self)
{
  EspDocument *document = esp_session_get_document (self->session);
  g_autoptr (GTask) task = g_task_new (self, NULL, found_cb, g_object_ref (document));
  FinderJob *job = g_new0 (FinderJob, 1);

  job->organization = g_object_ref (esp_session_get_organization (self->session));
  job->catalogue = g_object_ref (self->session->catalogue);
  job->search = g_steal_pointer (&self->search);
  job->query = g_strdup (self->query);
  self->job = job;
  self->is_stale = FALSE;
  g_task_set_source_tag (task, start_job);
  g_task_set_task_data (task, job, job_free);
  esp_document_hold (document);
  g_task_run_in_thread (task, find_worker);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* Looks for the words, or, while something older is looked for, as soon as that is done. Without words, prepares to. */
static void
find_words (EspFinder *self)
{
  EspOrganization *organization = esp_session_get_organization (self->session);

  if (organization == NULL || self->job != NULL || (*self->query == '\0' && self->search != NULL))
    return;
  if (esp_organization_get_n (organization, ESP_TABLE_POSITIONS) > ON_THE_SPOT_POSITIONS)
    {
      start_job (self);
    }
  else
    {
      g_autoptr (GArray) found = NULL;

      if (self->search == NULL)
        self->search = esp_role_search_new (organization, self->session->catalogue);
      found = esp_search_run (self->search, self->query);
      take_found (self, found);
    }
}

static void
forget_words (EspFinder *self)
{
  g_array_set_size (self->found, 0);
  if (*self->query != '\0')
    {
      g_free (self->query);
      self->query = g_strdup ("");
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
    }
  set_current (self, 0);
}

static void
esp_finder_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  EspFinder *self = ESP_FINDER (object);

  switch (prop_id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, self->is_active);
      break;
    case PROP_QUERY:
      g_value_set_string (value, self->query);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, esp_finder_get_busy (self));
      break;
    case PROP_N_HITS:
      g_value_set_uint (value, esp_finder_get_n_hits (self));
      break;
    case PROP_CURRENT:
      g_value_set_uint (value, self->current);
      break;
    case PROP_N_ELSEWHERE:
      g_value_set_uint (value, esp_finder_get_n_elsewhere (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
esp_finder_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_ACTIVE:
      esp_finder_set_active (ESP_FINDER (object), g_value_get_boolean (value));
      break;
    case PROP_QUERY:
      esp_finder_set_query (ESP_FINDER (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
esp_finder_finalize (GObject *object)
{
  EspFinder *self = ESP_FINDER (object);

  drop_search (self);
  g_array_unref (self->found);
  g_array_unref (self->opened);
  g_free (self->query);

  G_OBJECT_CLASS (esp_finder_parent_class)->finalize (object);
}

static void
esp_finder_class_init (EspFinderClass *klass)
{
  const GParamFlags get = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags set = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = esp_finder_get_property;
  object_class->set_property = esp_finder_set_property;
  object_class->finalize = esp_finder_finalize;

  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE, set);
  properties[PROP_QUERY] = g_param_spec_string ("query", NULL, NULL, "", set);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, get);
  properties[PROP_N_HITS] = g_param_spec_uint ("n-hits", NULL, NULL, 0, G_MAXUINT, 0, get);
  properties[PROP_CURRENT] = g_param_spec_uint ("current", NULL, NULL, 0, G_MAXUINT, 0, get);
  properties[PROP_N_ELSEWHERE] = g_param_spec_uint ("n-elsewhere", NULL, NULL, 0, G_MAXUINT, 0, get);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
esp_finder_init (EspFinder *self)
{
  self->query = g_strdup ("");
  self->at = ESP_IX_NONE;
  self->found = g_array_new (FALSE, FALSE, sizeof (EspIx));
  self->opened = g_array_new (FALSE, FALSE, sizeof (EspRowKey));
}

/* Inside the session */

EspFinder *
_esp_finder_new (EspSession *session)
{
  EspFinder *self = g_object_new (ESP_TYPE_FINDER, NULL);

  self->session = session;
  return self;
}

void
_esp_finder_drop_session (EspFinder *self)
{
  self->session = NULL;
}

/* There is another organization, or none. */
void
_esp_finder_reset (EspFinder *self)
{
  drop_search (self);
  g_array_set_size (self->opened, 0);
  esp_finder_set_active (self, FALSE);
  forget_words (self);
}

/* The organization was edited: what is found now? */
void
_esp_finder_organization_changed (EspFinder       *self,
                                  const EspChange *change)
{
  if ((change->flags & (ESP_CHANGE_TEXT | ESP_CHANGE_SHAPE | ESP_CHANGE_PLACEMENT)) == 0)
    return;
  drop_search (self);
  if (*self->query != '\0')
    find_words (self);
}

/* Another scene, filter or isolated branch: other hits of the same words are hidden. */
void
_esp_finder_chart_changed (EspFinder *self)
{
  if (self->found->len > 0)
    take_hits (self);
}

/* The session's marks are not what the words find, but what another view asked to be shown, the first of them now. */
void
_esp_finder_take_marks (EspFinder *self)
{
  forget_words (self);
  esp_finder_set_active (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_HITS]);
  set_current (self, 1);
}

/* Public */

gboolean
esp_finder_get_active (EspFinder *self)
{
  g_return_val_if_fail (ESP_IS_FINDER (self), FALSE);

  return self->is_active;
}

/**
 * esp_finder_set_active:
 * @self: a finder
 * @active: whether a search is open
 *
 * Opens or closes the search. Opening prepares it, so that the first key is not slower than the others; closing forgets words and hits and folds again what
 * was opened on the way.
 */
void
esp_finder_set_active (EspFinder *self,
                       gboolean   active)
{
  g_return_if_fail (ESP_IS_FINDER (self));

  active = !!active;
  if (self->is_active == active)
    return;
  self->is_active = active;
  if (active && self->search == NULL)
    find_words (self);
  if (!active)
    esp_finder_set_query (self, "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

const char *
esp_finder_get_query (EspFinder *self)
{
  g_return_val_if_fail (ESP_IS_FINDER (self), "");

  return self->query;
}

/**
 * esp_finder_set_query:
 * @self: a finder
 * @query: words in any order; none: nothing is searched for
 *
 * Looks for words. With the hits one is brought to the first, or stays at the present one if it is still among them.
 */
void
esp_finder_set_query (EspFinder  *self,
                      const char *query)
{
  g_return_if_fail (ESP_IS_FINDER (self));
  g_return_if_fail (query != NULL);

  if (g_str_equal (self->query, query))
    return;
  if (*query == '\0')
    {
      forget_words (self);
      take_hits (self);
      _esp_session_restore_folds (self->session, self->opened);
      return;
    }
  g_free (self->query);
  self->query = g_strdup (query);
  self->is_typed = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
  find_words (self);
}

gboolean
esp_finder_get_busy (EspFinder *self)
{
  g_return_val_if_fail (ESP_IS_FINDER (self), FALSE);

  return self->job != NULL && *self->query != '\0';
}

guint
esp_finder_get_n_hits (EspFinder *self)
{
  g_return_val_if_fail (ESP_IS_FINDER (self), 0);

  return self->session != NULL ? esp_session_get_marks (self->session)->len : 0;
}

guint
esp_finder_get_n_elsewhere (EspFinder *self)
{
  g_return_val_if_fail (ESP_IS_FINDER (self), 0);

  return self->found->len > 0 ? self->found->len - esp_finder_get_n_hits (self) : 0;
}

/**
 * esp_finder_get_hit:
 * @self: a finder
 * @number: which hit, from 1
 *
 * Returns: the position; %ESP_IX_NONE for 0 and past the last
 */
EspIx
esp_finder_get_hit (EspFinder *self,
                    guint      number)
{
  g_return_val_if_fail (ESP_IS_FINDER (self), ESP_IX_NONE);

  if (number == 0 || number > esp_finder_get_n_hits (self))
    return ESP_IX_NONE;
  return g_array_index (esp_session_get_marks (self->session), EspIx, number - 1);
}

guint
esp_finder_get_current (EspFinder *self)
{
  g_return_val_if_fail (ESP_IS_FINDER (self), 0);

  return self->current;
}

/**
 * esp_finder_go_to:
 * @self: a finder
 * @number: which hit, from 1
 *
 * Opens the way to a hit, selects it and brings it into view.
 */
void
esp_finder_go_to (EspFinder *self,
                  guint      number)
{
  g_return_if_fail (ESP_IS_FINDER (self));

  if (number > 0 && number <= esp_finder_get_n_hits (self))
    visit (self, number);
}

/**
 * esp_finder_next:
 * @self: a finder
 *
 * Goes to the next hit; after the last to the first.
 */
void
esp_finder_next (EspFinder *self)
{
  guint n;

  g_return_if_fail (ESP_IS_FINDER (self));

  n = esp_finder_get_n_hits (self);
  if (n > 0)
    visit (self, self->current % n + 1);
}

/**
 * esp_finder_previous:
 * @self: a finder
 *
 * Goes to the hit before; before the first to the last.
 */
void
esp_finder_previous (EspFinder *self)
{
  guint n;

  g_return_if_fail (ESP_IS_FINDER (self));

  n = esp_finder_get_n_hits (self);
  if (n > 0)
    visit (self, self->current > 1 ? self->current - 1 : n);
}

/**
 * esp_finder_show_elsewhere:
 * @self: a finder
 *
 * Takes away what hides hits: the filter and the isolation.
 */
void
esp_finder_show_elsewhere (EspFinder *self)
{
  g_return_if_fail (ESP_IS_FINDER (self));

  if (self->session == NULL || esp_finder_get_n_elsewhere (self) == 0)
    return;
  esp_session_set_filter (self->session, NULL);
  if (esp_session_get_scene (self->session) != NULL)
    esp_session_isolate (self->session, ESP_NODE_NONE);
}
