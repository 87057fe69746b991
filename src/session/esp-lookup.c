/* esp-lookup.c — finds positions and units by words, for a dialog that asks for one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-session"

#include "session/esp-lookup.h"

#include <string.h>

#include "insight/esp-role-search.h"
#include "session/esp-free.h"

/* Up to so many rows words are looked for on the spot; above, in a worker. */
#define ON_THE_SPOT_ROWS 10000

typedef struct
{
  EspOrganization *organization;
  EspCatalogue    *catalogue;
  EspSearch       *search; /* NULL: to be prepared */
  char            *query;
  guint            tables;
  GArray          *rows;   /* EspRowKey */
} Job;

struct _EspLookup
{
  GObject      parent_instance;

  EspDocument *document;
  guint        tables;
  EspSearch   *search;  /* prepared for the organization as it is; NULL: none, or lent to the job */
  gboolean     is_busy;
  gboolean     is_stale; /* the organization changed since the search was prepared */
  char        *query;   /* looked for, or to be looked for as soon as that is done */
  GArray      *rows;
};

static guint found_signal;

G_DEFINE_FINAL_TYPE (EspLookup, esp_lookup, G_TYPE_OBJECT)

static void start (EspLookup *self);

static void
add_row (GArray   *rows,
         EspTable  table,
         EspIx     ix)
{
  EspRowKey key = ESP_ROW_KEY (table, ix);

  if (rows->len < ESP_LOOKUP_MAX_ROWS)
    g_array_append_val (rows, key);
}

/* All words, in any order */
static gboolean
has_words (const char         *folded,
           const char * const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static void
find_units (Job *job)
{
  g_autofree char *folded_query = esp_search_fold (job->query);
  g_auto (GStrv) words = g_strsplit (folded_query, " ", -1);
  guint32 n;
  const EspIx *order = esp_organization_get_order (job->organization, ESP_TABLE_UNITS, &n);

  for (guint32 i = 0; i < n && job->rows->len < ESP_LOOKUP_MAX_ROWS; i++)
    {
      g_autofree char *folded = esp_search_fold (esp_unit_get_name (job->organization, order[i]));

      if (has_words (folded, (const char * const *) words))
        add_row (job->rows, ESP_TABLE_UNITS, order[i]);
    }
}

/* Without words: those who lead others come to mind first */
static void
find_managers (Job *job)
{
  guint32 n;
  const EspIx *order = esp_organization_get_order (job->organization, ESP_TABLE_POSITIONS, &n);
  g_autofree guint8 *leads = g_new0 (guint8, esp_organization_get_n_slots (job->organization, ESP_TABLE_POSITIONS) + 1);

  for (guint32 i = 0; i < n; i++)
    {
      EspIx manager = esp_position_get_manager (job->organization, order[i]);

      if (manager != ESP_IX_NONE)
        leads[manager] = TRUE;
    }
  for (guint pass = 0; pass < 2; pass++)
    for (guint32 i = 0; i < n && job->rows->len < ESP_LOOKUP_MAX_ROWS; i++)
      if (leads[order[i]] == (pass == 0))
        add_row (job->rows, ESP_TABLE_POSITIONS, order[i]);
}

static void
find_positions (Job *job)
{
  g_autoptr (GArray) hits = NULL;

  if (job->search == NULL)
    job->search = esp_role_search_new (job->organization, job->catalogue);
  hits = esp_search_run (job->search, job->query);
  for (guint i = 0; i < hits->len && job->rows->len < ESP_LOOKUP_MAX_ROWS; i++)
    add_row (job->rows, ESP_TABLE_POSITIONS, g_array_index (hits, EspIx, i));
}

static void
find_worker (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Job *job = task_data;

  if (job->tables & ESP_LOOKUP_UNITS)
    find_units (job);
  if ((job->tables & ESP_LOOKUP_POSITIONS) && *job->query == '\0')
    find_managers (job);
  else if (job->tables & ESP_LOOKUP_POSITIONS)
    find_positions (job);
  g_task_return_boolean (task, TRUE);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->search != NULL)
    esp_free_in_thread (g_steal_pointer (&job->search), (GDestroyNotify) esp_search_free);
  g_clear_pointer (&job->rows, g_array_unref);
  g_free (job->query);
  g_object_unref (job->organization);
  g_object_unref (job->catalogue);
  g_free (job);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  EspLookup *self = ESP_LOOKUP (source);
  g_autoptr (EspDocument) document = user_data;
  Job *job = g_task_get_task_data (G_TASK (result));
  gboolean is_wanted = !self->is_stale && g_str_equal (job->query, self->query);

  self->is_busy = FALSE;
  if (!self->is_stale)
    self->search = g_steal_pointer (&job->search);
  if (is_wanted)
    {
      g_array_unref (self->rows);
      self->rows = g_steal_pointer (&job->rows);
      g_signal_emit (self, found_signal, 0);
    }
  /* edits that waited run now, and are looked for again */
  esp_document_release (document);
  if (!is_wanted)
    start (self);
}

/* Looks for the words, or, while something older is looked for, as soon as that is done. */
static void
start (EspLookup *self)
{
  EspOrganization *organization = esp_document_get_organization (self->document);
  g_autoptr (GTask) task = NULL;
  Job *job;
  gboolean is_large;

  if (organization == NULL || self->is_busy)
    return;
  is_large = esp_organization_get_n (organization, ESP_TABLE_POSITIONS) + esp_organization_get_n (organization, ESP_TABLE_UNITS) > ON_THE_SPOT_ROWS;
  task = g_task_new (self, NULL, found_cb, g_object_ref (self->document));
  job = g_new0 (Job, 1);
  job->organization = g_object_ref (organization);
  job->catalogue = g_object_ref (esp_catalogue_get_default ());
  job->query = g_strdup (self->query);
  job->tables = self->tables;
  job->search = g_steal_pointer (&self->search);
  job->rows = g_array_new (FALSE, FALSE, sizeof (EspRowKey));
  self->is_busy = TRUE;
  self->is_stale = FALSE;
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, job_free);
  esp_document_hold (self->document);
  if (is_large)
    g_task_run_in_thread (task, find_worker);
  else
    find_worker (task, self, job, NULL); /* the answer comes with the next turn of the main loop */
}

static void
changed_cb (EspLookup *self)
{
  self->is_stale = TRUE;
  if (self->search != NULL)
    esp_free_in_thread (g_steal_pointer (&self->search), (GDestroyNotify) esp_search_free);
  start (self);
}

static void
esp_lookup_dispose (GObject *object)
{
  EspLookup *self = ESP_LOOKUP (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  if (self->search != NULL)
    esp_free_in_thread (g_steal_pointer (&self->search), (GDestroyNotify) esp_search_free);

  G_OBJECT_CLASS (esp_lookup_parent_class)->dispose (object);
}

static void
esp_lookup_finalize (GObject *object)
{
  EspLookup *self = ESP_LOOKUP (object);

  g_free (self->query);
  g_array_unref (self->rows);

  G_OBJECT_CLASS (esp_lookup_parent_class)->finalize (object);
}

static void
esp_lookup_class_init (EspLookupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = esp_lookup_dispose;
  object_class->finalize = esp_lookup_finalize;
  found_signal = g_signal_new ("found", ESP_TYPE_LOOKUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
esp_lookup_init (EspLookup *self)
{
  self->query = g_strdup ("");
  self->rows = g_array_new (FALSE, FALSE, sizeof (EspRowKey));
}

/**
 * esp_lookup_new:
 * @document: where to look
 * @tables: %ESP_LOOKUP_POSITIONS, %ESP_LOOKUP_UNITS, or both
 *
 * Returns: (transfer full): finds rows of @document
 */
EspLookup *
esp_lookup_new (EspDocument *document,
                guint        tables)
{
  EspLookup *self = g_object_new (ESP_TYPE_LOOKUP, NULL);

  self->document = g_object_ref (document);
  self->tables = tables;
  g_signal_connect_swapped (document, "changed", G_CALLBACK (changed_cb), self);
  return self;
}

/**
 * esp_lookup_find:
 * @self: a lookup
 * @query: words of a title, a name, a unit or a role; none: whoever comes first, managers before others
 *
 * Looks for rows; #EspLookup::found comes later, for the last query alone.
 */
void
esp_lookup_find (EspLookup  *self,
                 const char *query)
{
  g_return_if_fail (ESP_IS_LOOKUP (self));

  g_free (self->query);
  self->query = g_strstrip (g_strdup (query));
  start (self);
}

/**
 * esp_lookup_get_rows:
 * @self: a lookup
 *
 * Returns: (transfer none) (element-type EspRowKey): what was found, units first; at most %ESP_LOOKUP_MAX_ROWS
 */
GArray *
esp_lookup_get_rows (EspLookup *self)
{
  g_return_val_if_fail (ESP_IS_LOOKUP (self), NULL);

  return self->rows;
}
