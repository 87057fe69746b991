/* esp-import-trial.c — what becomes of the first rows of a foreign table, tried in a worker
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-import-trial.h"

#include "core/esp-i18n.h"
#include "organization/esp-statistics.h"

/* Rows and problems that are shown */
#define SHOWN_ROWS     5u
#define SHOWN_PROBLEMS 8u

struct _EspImportTrial
{
  EspTable         table; /* what the rows became: positions, or units */
  EspOrganization *organization;
  GPtrArray       *problems;
  guint            n_problems;
  char            *summary;
};

typedef struct
{
  EspTablePreview *preview;
  EspTableMapping *mapping;
  guint            generation;
} Job;

static void
job_free (Job *job)
{
  esp_table_preview_unref (job->preview);
  esp_table_mapping_free (job->mapping);
  g_free (job);
}

void
esp_import_trial_free (EspImportTrial *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->organization);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_free (self->summary);
  g_free (self);
}

static void
find_problems (EspImportTrial      *self,
               const EspLoadReport *report)
{
  g_autoptr (GPtrArray) findings = esp_findings_collect (self->organization, (const guint32 *) (gpointer) report->position_lines->data);

  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) esp_finding_free);
  while (findings->len > 0)
    {
      EspFinding *finding = g_ptr_array_steal_index (findings, 0);

      finding->is_row = report->kind == ESP_FILE_TABLE;
      self->n_problems++;
      if (self->problems->len < SHOWN_PROBLEMS)
        g_ptr_array_add (self->problems, finding);
      else
        {
          self->n_problems += findings->len;
          esp_finding_free (finding);
          return;
        }
    }
}

/* “259 rows · 256 positions · 1 top · 5 levels · 40 units · 3 to look at” */
static char *
make_summary (EspImportTrial      *self,
              EspTablePreview     *preview,
              const EspLoadReport *report)
{
  g_autoptr (EspStatistics) figures = esp_statistics_new (self->organization);
  guint n_tops = figures->roots + figures->orphans + figures->self_reports;
  g_autofree char *rows = g_strdup_printf (esp_table_preview_is_whole (preview)
                                             ? g_dngettext (GETTEXT_PACKAGE, "%'u row", "%'u rows", report->n_rows)
                                             : g_dngettext (GETTEXT_PACKAGE, "The first row", "The first %'u rows", report->n_rows),
                                           report->n_rows);
  g_autofree char *positions = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u position", "%'u positions", figures->positions), figures->positions);
  g_autofree char *units = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u unit", "%'u units", figures->units), figures->units);
  g_autofree char *tops = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u top", "%'u tops", n_tops), n_tops);
  g_autofree char *levels = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u level", "%u levels", figures->levels), figures->levels);

  g_autofree char *problems = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u to look at", "%'u to look at", self->n_problems), self->n_problems);
  const char *parts[7] = { rows };
  guint n = 1;

  if (figures->positions > 0)
    {
      parts[n++] = positions;
      parts[n++] = tops;
      parts[n++] = levels;
    }
  if (figures->units > 0)
    parts[n++] = units;
  if (self->n_problems > 0)
    parts[n++] = problems;
  return g_strjoinv (" · ", (char **) parts);
}

static void
try_worker (GTask        *task,
            gpointer      source_object,
            gpointer      task_data,
            GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autoptr (EspLoadReport) report = NULL;
  g_autoptr (EspOrganization) organization = esp_table_preview_apply (job->preview, job->mapping, &report, &error);
  EspImportTrial *self;

  if (organization == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  self = g_new0 (EspImportTrial, 1);
  self->organization = g_steal_pointer (&organization);
  self->table = esp_organization_get_n (self->organization, ESP_TABLE_POSITIONS) > 0 ? ESP_TABLE_POSITIONS : ESP_TABLE_UNITS;
  find_problems (self, report);
  self->summary = make_summary (self, job->preview, report);
  g_task_return_pointer (task, self, (GDestroyNotify) esp_import_trial_free);
}

/**
 * esp_import_trial_async:
 * @preview: the beginning of a foreign file
 * @mapping: what its columns shall be
 * @generation: a number that tells trials apart
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Makes of the first rows what opening the file would make of them, in a worker.
 */
void
esp_import_trial_async (EspTablePreview       *preview,
                        const EspTableMapping *mapping,
                        guint                  generation,
                        GAsyncReadyCallback    callback,
                        gpointer               user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->preview = esp_table_preview_ref (preview);
  job->mapping = esp_table_mapping_copy (mapping);
  job->generation = generation;
  g_task_set_source_tag (task, esp_import_trial_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, try_worker);
}

/**
 * esp_import_trial_finish:
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the trial; %NULL with @error set
 */
EspImportTrial *
esp_import_trial_finish (GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

guint
esp_import_trial_get_generation (GAsyncResult *result)
{
  return ((Job *) g_task_get_task_data (G_TASK (result)))->generation;
}

/* Returns: (transfer none): counts, in words */
const char *
esp_import_trial_get_summary (EspImportTrial *self)
{
  return self->summary;
}

/* Returns: (transfer none) (element-type EspFinding): the first problems */
GPtrArray *
esp_import_trial_get_problems (EspImportTrial *self)
{
  return self->problems;
}

/* Returns: how many problems there are in all */
guint
esp_import_trial_get_n_problems (EspImportTrial *self)
{
  return self->n_problems;
}

/* Returns: how many rows there are to show */
guint
esp_import_trial_get_n_rows (EspImportTrial *self)
{
  return MIN (SHOWN_ROWS, esp_organization_get_n (self->organization, self->table));
}

static EspIx
get_ix (EspImportTrial *self,
        guint           row)
{
  return esp_organization_get_order (self->organization, self->table, NULL)[row];
}

const char *
esp_import_trial_get_row_title (EspImportTrial *self,
                                guint           row)
{
  EspIx ix = get_ix (self, row);

  return self->table == ESP_TABLE_UNITS ? esp_unit_get_name (self->organization, ix) : esp_position_get_title (self->organization, ix);
}

static void
append (GString    *words,
        const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", text);
}

/* “Ada Quince · Infrastructure · reports to Head of PMO” */
char *
esp_import_trial_get_row_words (EspImportTrial *self,
                                guint           row)
{
  EspIx ix = get_ix (self, row);
  GString *words = g_string_new (NULL);
  const char *above;
  g_autofree char *holders = NULL;
  g_autofree char *reports = NULL;

  if (self->table == ESP_TABLE_UNITS)
    {
      EspIx parent = esp_unit_get_parent (self->organization, ix);

      above = parent != ESP_IX_NONE ? esp_unit_get_name (self->organization, parent)
                                    : esp_organization_get_text (self->organization, self->table, ix, ESP_UNIT_PARENT);
      reports = above != NULL ? g_strdup_printf (_("part of %s"), above) : g_strdup (_("a top"));
    }
  else
    {
      EspIx manager = esp_position_get_manager (self->organization, ix);
      EspIx unit = esp_position_get_unit (self->organization, ix);

      above = manager != ESP_IX_NONE ? esp_position_get_title (self->organization, manager)
                                     : esp_organization_get_text (self->organization, self->table, ix, ESP_POSITION_REPORTS_TO);
      holders = esp_position_get_holders_text (self->organization, ix);
      append (words, holders);
      append (words, unit != ESP_IX_NONE ? esp_unit_get_name (self->organization, unit) : NULL);
      reports = above != NULL ? g_strdup_printf (_("reports to %s"), above) : g_strdup (_("a top"));
    }
  append (words, reports);

  return g_string_free (words, FALSE);
}

/* Returns: (transfer none) (nullable): the state if it is worth a word, else the level */
const char *
esp_import_trial_get_row_pill (EspImportTrial *self,
                               guint           row)
{
  EspIx ix = get_ix (self, row);

  if (self->table == ESP_TABLE_UNITS)
    return NULL;
  switch ((guint) esp_position_get_state (self->organization, ix))
    {
    case ESP_STATE_VACANT:
      return C_ ("position", "Vacant");
    case ESP_STATE_FROZEN:
      return C_ ("position", "Frozen");
    case ESP_STATE_ELIMINATED:
      return C_ ("position", "Eliminated");
    default:
      return esp_organization_get_text (self->organization, self->table, ix, ESP_POSITION_LEVEL);
    }
}
