/* esp-role-picker.c — a picker of all roles, and of none
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-role-picker.h"

#include "core/esp-i18n.h"

/**
 * esp_role_picker_new:
 * @catalogue: a catalogue
 *
 * Returns: (transfer floating): an #EspPicker of its roles, by family, found by their other titles, too; "" picked is no role
 */
GtkWidget *
esp_role_picker_new (EspCatalogue *catalogue)
{
  GPtrArray *roles = esp_catalogue_get_roles (catalogue);
  GtkWidget *picker = esp_picker_new (_("Search roles"));

  esp_picker_add (ESP_PICKER (picker), "", _("No Role"), NULL, NULL);
  for (EspRoleFamily family = ESP_ROLE_FAMILY_PROGRAM; family <= ESP_ROLE_FAMILY_OTHER; family++)
    for (guint i = 0; i < roles->len; i++)
      {
        const EspRole *role = g_ptr_array_index (roles, i);

        if (role->family == family)
          esp_picker_add (ESP_PICKER (picker), role->id, role->name, esp_role_family_get_name (family), (const char * const *) role->aliases);
      }
  return picker;
}
