/* esp-table-mapping.c — which column of a foreign table is what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-table-mapping"

#include "io/esp-table-mapping.h"

#include <string.h>

#include "core/esp-i18n.h"

static const char *const use_ids[ESP_N_USES] = {
  "id", "link", "manager", "title", "name", "given-name", "family-name", "unit", "level", "state", "posts", "scope", "role", "note", "reports", "counter",
  "second", "dotted", "functional", "program", "vendor",
};

/**
 * esp_table_mapping_new:
 *
 * Returns: (transfer full): a mapping that uses no column
 */
EspTableMapping *
esp_table_mapping_new (void)
{
  EspTableMapping *self = g_new0 (EspTableMapping, 1);

  for (EspColumnUse use = 0; use < ESP_N_USES; use++)
    self->columns[use] = ESP_COLUMN_NONE;

  return self;
}

/**
 * esp_table_mapping_copy:
 * @self: a mapping
 *
 * Returns: (transfer full): the same mapping
 */
EspTableMapping *
esp_table_mapping_copy (const EspTableMapping *self)
{
  EspTableMapping *copy = g_memdup2 (self, sizeof *self);

  copy->manager_separator = g_strdup (self->manager_separator);
  copy->root_marks = g_strdupv (self->root_marks);

  return copy;
}

/**
 * esp_table_mapping_free:
 * @self: (nullable): a mapping
 */
void
esp_table_mapping_free (EspTableMapping *self)
{
  if (self == NULL)
    return;

  g_free (self->manager_separator);
  g_strfreev (self->root_marks);
  g_free (self);
}

/**
 * esp_table_mapping_equal:
 * @a: a mapping
 * @b: another one
 *
 * Returns: whether both make the same of a table
 */
gboolean
esp_table_mapping_equal (const EspTableMapping *a,
                         const EspTableMapping *b)
{
  g_autoptr (GVariant) first = g_variant_ref_sink (esp_table_mapping_to_variant (a));
  g_autoptr (GVariant) second = g_variant_ref_sink (esp_table_mapping_to_variant (b));

  return g_variant_equal (first, second);
}

/**
 * esp_table_mapping_to_variant:
 * @self: a mapping
 *
 * Returns: (transfer floating): the mapping as a dictionary, to be remembered
 */
GVariant *
esp_table_mapping_to_variant (const EspTableMapping *self)
{
  static const char *const no_marks[] = { NULL };
  GVariantBuilder builder; /* not a GVariantDict, which has no order: equal mappings shall have equal bytes */

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  for (EspColumnUse use = 0; use < ESP_N_USES; use++)
    if (self->columns[use] != ESP_COLUMN_NONE)
      g_variant_builder_add (&builder, "{sv}", use_ids[use], g_variant_new_int32 (self->columns[use]));
  if (self->manager_separator != NULL)
    g_variant_builder_add (&builder, "{sv}", "manager-separator", g_variant_new_string (self->manager_separator));
  g_variant_builder_add (&builder, "{sv}", "root-marks",
                         g_variant_new_strv (self->root_marks != NULL ? (const char *const *) self->root_marks : no_marks, -1));
  g_variant_builder_add (&builder, "{sv}", "ignore-leading-zeros", g_variant_new_boolean (self->ignore_leading_zeros));
  g_variant_builder_add (&builder, "{sv}", "ignore-case", g_variant_new_boolean (self->ignore_case));
  g_variant_builder_add (&builder, "{sv}", "are-units", g_variant_new_boolean (self->are_units));
  g_variant_builder_add (&builder, "{sv}", "ids-are-units", g_variant_new_boolean (self->ids_are_units));

  return g_variant_builder_end (&builder);
}

/**
 * esp_table_mapping_new_from_variant:
 * @variant: what esp_table_mapping_to_variant() made, perhaps long ago
 * @n_columns: how many columns the table has
 *
 * Returns: (transfer full): the mapping; what does not fit is left out
 */
EspTableMapping *
esp_table_mapping_new_from_variant (GVariant *variant,
                                    guint     n_columns)
{
  EspTableMapping *self = esp_table_mapping_new ();
  GVariantDict dict;
  gint32 column;

  g_return_val_if_fail (g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT), self);

  g_variant_dict_init (&dict, variant);
  for (EspColumnUse use = 0; use < ESP_N_USES; use++)
    if (g_variant_dict_lookup (&dict, use_ids[use], "i", &column) &&
        ((column >= 0 && (guint) column < n_columns) || (use == ESP_USE_LINK && column == ESP_COLUMN_FULL_NAME)))
      self->columns[use] = column;
  g_variant_dict_lookup (&dict, "manager-separator", "s", &self->manager_separator);
  if (g_variant_dict_lookup (&dict, "root-marks", "^as", &self->root_marks) && self->root_marks[0] == NULL)
    g_clear_pointer (&self->root_marks, g_strfreev);
  g_variant_dict_lookup (&dict, "ignore-leading-zeros", "b", &self->ignore_leading_zeros);
  g_variant_dict_lookup (&dict, "ignore-case", "b", &self->ignore_case);
  g_variant_dict_lookup (&dict, "are-units", "b", &self->are_units);
  g_variant_dict_lookup (&dict, "ids-are-units", "b", &self->ids_are_units);
  g_variant_dict_clear (&dict);

  return self;
}

/**
 * esp_column_use_get_id:
 * @use: a use
 *
 * Returns: its name in files
 */
const char *
esp_column_use_get_id (EspColumnUse use)
{
  g_return_val_if_fail (use < ESP_N_USES, NULL);

  return use_ids[use];
}

/**
 * esp_column_use_get_name:
 * @use: a use
 *
 * Returns: its name for people
 */
const char *
esp_column_use_get_name (EspColumnUse use)
{
  static const char *const names[ESP_N_USES] = {
    NC_ ("column", "Id"), NC_ ("column", "What managers are named by"), NC_ ("column", "Manager"), NC_ ("column", "Title"),
    NC_ ("column", "Name"), NC_ ("column", "Given name"), NC_ ("column", "Family name"), NC_ ("column", "Department"),
    NC_ ("column", "Level"), NC_ ("column", "State"), NC_ ("column", "Posts"), NC_ ("column", "Scope"), NC_ ("column", "Role"),
    NC_ ("column", "Note"), NC_ ("column", "Direct reports"), NC_ ("column", "Counter"), NC_ ("column", "Second manager"), NC_ ("column", "Dotted line"),
    NC_ ("column", "Functional line"), NC_ ("column", "Program line"), NC_ ("column", "Vendor line"),
  };

  g_return_val_if_fail (use < ESP_N_USES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "column", names[use]);
}
