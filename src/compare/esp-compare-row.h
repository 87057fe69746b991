/* esp-compare-row.h — one row of the comparison: what it is about, and how each subject has it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "insight/esp-comparison.h"

G_BEGIN_DECLS

GtkWidget    *esp_compare_row_new           (const EspComparison *comparison,
                                             EspSection           section,
                                             const EspRow        *row) G_GNUC_WARN_UNUSED_RESULT;
const EspRow *esp_compare_row_get           (GtkListBoxRow       *row);

/* In words, translated, as screen readers say it */
char         *esp_compare_row_describe      (const EspComparison *comparison,
                                             EspSection           section,
                                             const EspRow        *row) G_GNUC_WARN_UNUSED_RESULT;
char         *esp_compare_row_describe_cell (const EspComparison *comparison,
                                             EspSection           section,
                                             const EspRow        *row,
                                             guint                subject) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
