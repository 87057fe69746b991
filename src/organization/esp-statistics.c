/* esp-statistics.c — what a document names, counted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-organization"

#include "organization/esp-statistics.h"

#include "organization/esp-managers.h"

static void
count_rows (EspStatistics   *statistics,
            EspOrganization *organization)
{
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, ESP_TABLE_POSITIONS, &n);

  statistics->rows = n;
  for (guint32 i = 0; i < n; i++)
    {
      EspIx ix = order[i];
      guint32 n_words;

      if (esp_organization_get (organization, ESP_TABLE_POSITIONS, ix, ESP_POSITION_ID) == ESP_STR_NONE)
        continue;
      for (guint32 k = 0, n_holders = esp_position_get_n_holders (organization, ix); k < n_holders; k++)
        statistics->holders += *esp_position_get_holder (organization, ix, k) != '\0';
      if (esp_position_get_state (organization, ix) == ESP_STATE_VACANT &&
          esp_managers_get_node (organization, ix) == ix)
        statistics->vacant++;
      esp_organization_get_list (organization,
                                 esp_organization_get (organization, ESP_TABLE_POSITIONS, ix, ESP_POSITION_LINES), &n_words);
      statistics->secondary_lines += n_words / ESP_LINE_WORDS;
    }
}

static void
count_units (EspStatistics   *statistics,
             EspOrganization *organization)
{
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, ESP_TABLE_UNITS, &n);

  for (guint32 i = 0; i < n; i++)
    {
      EspStr id = esp_organization_get (organization, ESP_TABLE_UNITS, order[i], ESP_UNIT_ID);

      statistics->units += id != ESP_STR_NONE && esp_organization_find (organization, ESP_TABLE_UNITS, id) == order[i];
    }
}

static void
count_managers (EspStatistics *statistics,
                EspManagers   *managers)
{
  for (EspIx i = 0; i < managers->n; i++)
    {
      guint8 marks = managers->marks[i];
      guint32 span = managers->reports_first[i + 1] - managers->reports_first[i];

      if ((marks & ESP_MANAGER_MARK_NODE) == 0)
        continue;
      statistics->positions++;
      statistics->roots += (marks & ESP_MANAGER_MARK_NAMES) == 0;
      statistics->orphans += (marks & ESP_MANAGER_MARK_MISSING) != 0;
      statistics->self_reports += (marks & ESP_MANAGER_MARK_SELF) != 0;
      statistics->duplicate_ids += (marks & ESP_MANAGER_MARK_TWICE) != 0;
      statistics->leaves += span == 0;
      statistics->max_span = MAX (statistics->max_span, span);
    }
  statistics->missing_managers = managers->n_missing;
}

/* Levels by breadth-first search from all that have no manager who is there */
static guint32
count_levels (EspManagers *managers)
{
  g_autofree guint8 *seen = g_new0 (guint8, managers->n + 1);
  g_autofree EspIx *queue = g_new (EspIx, managers->n + 1);
  guint32 n = 0, levels = 0;

  for (EspIx i = 0; i < managers->n; i++)
    if ((managers->marks[i] & (ESP_MANAGER_MARK_NODE | ESP_MANAGER_MARK_SELF)) == ESP_MANAGER_MARK_NODE &&
        managers->managers_first[i] == managers->managers_first[i + 1])
      {
        queue[n++] = i;
        seen[i] = TRUE;
      }
  for (guint32 at = 0, level_end = n; at < n; level_end = n)
    {
      levels++;
      for (; at < level_end; at++)
        for (guint32 e = managers->reports_first[queue[at]]; e < managers->reports_first[queue[at] + 1]; e++)
          if (!seen[managers->reports[e]])
            {
              seen[managers->reports[e]] = TRUE;
              queue[n++] = managers->reports[e];
            }
    }
  return levels;
}

/**
 * esp_statistics_new:
 * @organization: an organization
 *
 * Counts. Time: O(positions + lines). Threads: any, while nobody changes @organization.
 *
 * Returns: (transfer full): the figures
 */
EspStatistics *
esp_statistics_new (EspOrganization *organization)
{
  EspStatistics *statistics = g_new0 (EspStatistics, 1);
  g_autoptr (EspManagers) managers = esp_managers_new (organization);

  count_rows (statistics, organization);
  count_units (statistics, organization);
  count_managers (statistics, managers);
  statistics->levels = count_levels (managers);
  statistics->cycles = esp_managers_find_rings (managers, esp_organization_get_ranks (organization, ESP_TABLE_POSITIONS));
  return statistics;
}

/**
 * esp_statistics_free:
 * @statistics: (nullable): figures
 */
void
esp_statistics_free (EspStatistics *statistics)
{
  if (statistics == NULL)
    return;
  g_ptr_array_unref (statistics->cycles);
  g_free (statistics);
}
