/* esp-csv-format.h — the columns of our own tables, and how cells are kept from being run; for writer and importer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "organization/esp-organization.h"

G_BEGIN_DECLS

typedef enum
{
  ESP_COLUMN_ID,
  ESP_COLUMN_TITLE,
  ESP_COLUMN_NAME,
  ESP_COLUMN_UNIT,
  ESP_COLUMN_REPORTS_TO,
  ESP_COLUMN_ROLE,
  ESP_COLUMN_LEVEL,
  ESP_COLUMN_SCOPE,
  ESP_COLUMN_STATE,
  ESP_COLUMN_DOTTED, /* from here on one column for each kind of line: ids, separated by “|” */
  ESP_COLUMN_FUNCTIONAL,
  ESP_COLUMN_PROGRAM,
  ESP_COLUMN_VENDOR,
  ESP_COLUMN_SECOND,
  ESP_N_COLUMNS
} EspColumn;

const char  *esp_column_get_name      (EspColumn    column);
gboolean     esp_csv_is_ours          (const char  *data,
                                       gsize        length);
EspLineKind  esp_column_get_line_kind (EspColumn    column);

gboolean     esp_cell_would_run       (const char  *text,
                                       gsize        length);
const char  *esp_cell_restore         (const char  *text,
                                       gsize       *length);

G_END_DECLS
