/* esp-statistics.h — what a document names, counted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "organization/esp-organization.h"

G_BEGIN_DECLS

/**
 * EspStatistics:
 * @rows: rows of positions, those that could not be read as one included
 * @positions: distinct ids
 * @holders: persons named
 * @vacant: distinct ids that are vacant
 * @units: distinct units
 * @roots: ids that name no manager on any of their rows
 * @orphans: ids of whose named managers at least one is not there
 * @missing_managers: distinct ids asked for and absent
 * @self_reports: ids that name themselves
 * @cycles: (element-type GArray): rings of two or more; each an array of #EspIx, in document order
 * @levels: longest way down in ids, each id by its shortest way, from those without a manager that is there
 * @leaves: ids nobody else names as solid or second manager
 * @max_span: most distinct ids that name one other id so
 * @secondary_lines: lines that are not solid
 * @duplicate_ids: ids on more than one row
 *
 * Counts what stands in the document, before rings are cut. “Manager” is the far end of a solid or `second` line.
 */
typedef struct
{
  guint32    rows;
  guint32    positions;
  guint32    holders;
  guint32    vacant;
  guint32    units;
  guint32    roots;
  guint32    orphans;
  guint32    missing_managers;
  guint32    self_reports;
  GPtrArray *cycles;
  guint32    levels;
  guint32    leaves;
  guint32    max_span;
  guint32    secondary_lines;
  guint32    duplicate_ids;
} EspStatistics;

EspStatistics *esp_statistics_new  (EspOrganization *organization);
void           esp_statistics_free (EspStatistics   *statistics);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspStatistics, esp_statistics_free)

G_END_DECLS
