/* fuzz-load.c — reads a file, whatever it is, and checks what must hold of every file that can be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include <string.h>

#include "io/esp-io.h"
#include "io/esp-table-preview.h"
#include "organization/esp-findings.h"
#include "organization/esp-statistics.h"

/* Our own format is a fixed point: what was read from it and written again has the same bytes. */
static void
check_fixed_point (EspOrganization *organization)
{
  g_autoptr (GBytes) bytes = esp_io_to_bytes (organization, ESP_FILE_DOCUMENT);
  g_autoptr (GError) error = NULL;
  g_autoptr (EspOrganization) again = NULL;
  g_autoptr (GBytes) same = NULL;

  again = esp_io_load_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "again", NULL, &error);
  g_assert_no_error (error);
  same = esp_io_to_bytes (again, ESP_FILE_DOCUMENT);
  g_assert_true (g_bytes_equal (bytes, same));
}

/* Our tables say the same figures as what they were made of. */
static void
check_table (EspOrganization     *organization,
             const EspStatistics *statistics)
{
  g_autoptr (GBytes) bytes = esp_io_to_bytes (organization, ESP_FILE_TABLE);
  g_autoptr (GError) error = NULL;
  g_autoptr (EspOrganization) again = NULL;
  g_autoptr (EspStatistics) same = NULL;

  again = esp_io_load_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "table", NULL, &error);
  g_assert_no_error (error);
  same = esp_statistics_new (again);
  g_assert_cmpuint (same->positions, ==, statistics->positions);
  g_assert_cmpuint (same->roots, ==, statistics->roots);
  g_assert_cmpuint (same->orphans, ==, statistics->orphans);
  g_assert_cmpuint (same->levels, ==, statistics->levels);
  g_assert_cmpuint (same->leaves, ==, statistics->leaves);
  g_assert_cmpuint (same->max_span, ==, statistics->max_span);
}

void
fuzz_load (const guint8 *tainted,
           gsize         length)
{
  g_autofree guint8 *exact = g_memdup2 (tainted, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (EspLoadReport) report = NULL;
  g_autoptr (EspOrganization) organization = esp_io_load_bytes (exact, length, "t", &report, &error);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (EspStatistics) statistics = NULL;
  guint32 n_slots;

  g_assert_true ((organization == NULL) == (error != NULL));
  if (organization == NULL)
    {
      g_assert_true (g_str_has_prefix (error->message, "t:"));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }

  n_slots = esp_organization_get_n_slots (organization, ESP_TABLE_POSITIONS);
  statistics = esp_statistics_new (organization);
  findings = esp_findings_collect (organization, (const guint32 *) (gpointer) report->position_lines->data);
  g_assert_cmpuint (report->position_lines->len, ==, n_slots);
  g_assert_cmpuint (n_slots + report->n_skipped, <=, report->n_rows + (report->is_ours ? n_slots : 0));
  for (guint i = 0; i < findings->len; i++)
    g_assert_true (g_utf8_validate (((const EspFinding *) g_ptr_array_index (findings, i))->message, -1, NULL));
  check_fixed_point (organization);
  if (!report->is_ours)
    check_table (organization, statistics);
}
