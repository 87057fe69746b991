/* esp-table-mapping.h — which column of a foreign table is what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EspColumnUse:
 * @ESP_USE_ID: what a row is called by the others: of the columns, the one in which the managers are found
 * @ESP_USE_LINK: where managers are found, if that is another column than the id: a name, a mail address, a title
 * @ESP_USE_MANAGER: whom a row reports to; of several in one cell the first is the solid line
 * @ESP_USE_TITLE: of the position
 * @ESP_USE_NAME: of the person; “Vacant” and the like are states
 * @ESP_USE_GIVEN_NAME: joined with the family name
 * @ESP_USE_FAMILY_NAME: joined with the given name
 * @ESP_USE_UNIT: the unit a position sits in
 * @ESP_USE_LEVEL: level, grade, band
 * @ESP_USE_STATE: filled, vacant …
 * @ESP_USE_POSTS: how many posts a row stands for, full-time equivalents
 * @ESP_USE_SCOPE: internal, external
 * @ESP_USE_ROLE: a role of the catalogue
 * @ESP_USE_NOTE: a note
 * @ESP_USE_REPORTS: who reports to a row, where rows do not say whom they report to
 * @ESP_USE_COUNTER: nothing: a nameless number of the row, which says nothing
 * @ESP_USE_SECOND: further managers of equal weight; from here on, kinds of lines
 * @ESP_USE_DOTTED: far ends of dotted lines
 * @ESP_USE_FUNCTIONAL: of functional ones
 * @ESP_USE_PROGRAM: of program ones
 * @ESP_USE_VENDOR: of vendor ones
 *
 * What a column is used for. A column may have several uses (a name that is also the id).
 */
typedef enum
{
  ESP_USE_ID,
  ESP_USE_LINK,
  ESP_USE_MANAGER,
  ESP_USE_TITLE,
  ESP_USE_NAME,
  ESP_USE_GIVEN_NAME,
  ESP_USE_FAMILY_NAME,
  ESP_USE_UNIT,
  ESP_USE_LEVEL,
  ESP_USE_STATE,
  ESP_USE_POSTS,
  ESP_USE_SCOPE,
  ESP_USE_ROLE,
  ESP_USE_NOTE,
  ESP_USE_REPORTS,
  ESP_USE_COUNTER,
  ESP_USE_SECOND,
  ESP_USE_DOTTED,
  ESP_USE_FUNCTIONAL,
  ESP_USE_PROGRAM,
  ESP_USE_VENDOR,
  ESP_N_USES
} EspColumnUse;

#define ESP_COLUMN_NONE      (-1)
#define ESP_COLUMN_FULL_NAME (-2) /* given and family name; for %ESP_USE_LINK alone */

/**
 * EspTableMapping:
 * @columns: by #EspColumnUse, the number of the column or %ESP_COLUMN_NONE
 * @manager_separator: (nullable): what stands between several managers in a cell; %NULL: found out; "": nothing, the cell is one manager
 * @root_marks: (nullable): what stands in a manager’s cell for “none”, beside the usual marks and nothing at all; taken only where it is no id
 * @ignore_leading_zeros: 00123, 123 and 123.0 are one, where a manager is not found otherwise
 * @ignore_case: ab1 and AB1 are one, where a manager is not found otherwise
 * @are_units: the rows are units, not positions
 * @ids_are_units: the id is that of a unit and a row one of several positions in it
 *
 * How a foreign table, or a list of JSON objects, becomes an organization. Made by guessing (esp_table_preview_new()), changed by people.
 */
typedef struct
{
  int       columns[ESP_N_USES];
  char     *manager_separator;
  char    **root_marks;
  gboolean  ignore_leading_zeros;
  gboolean  ignore_case;
  gboolean  are_units;
  gboolean  ids_are_units;
} EspTableMapping;

EspTableMapping *esp_table_mapping_new         (void);
EspTableMapping *esp_table_mapping_copy        (const EspTableMapping *self);
void             esp_table_mapping_free        (EspTableMapping       *self);
gboolean         esp_table_mapping_equal       (const EspTableMapping *a,
                                                const EspTableMapping *b);
GVariant        *esp_table_mapping_to_variant  (const EspTableMapping *self);
EspTableMapping *esp_table_mapping_new_from_variant (GVariant         *variant,
                                                     guint             n_columns);
const char      *esp_column_use_get_id         (EspColumnUse           use);
const char      *esp_column_use_get_name       (EspColumnUse           use);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspTableMapping, esp_table_mapping_free)

G_END_DECLS
