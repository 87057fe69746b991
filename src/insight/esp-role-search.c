/* esp-role-search.c — a search for positions that knows what roles are called
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-insight"

#include "insight/esp-role-search.h"

static const char *
get_role_name (const char *role_id,
               gpointer    catalogue)
{
  const EspRole *role = esp_catalogue_find_role (catalogue, role_id);

  return role != NULL ? role->name : NULL;
}

/**
 * esp_role_search_new:
 * @organization: an organization; must live, and not change, as long as the search
 * @catalogue: what says what roles are called
 *
 * Prepares searching, in the window and on the command line alike: roles are found by their ids and by their names.
 *
 * Time: O(texts). Threads: any, while nobody changes @organization.
 *
 * Returns: (transfer full): a search
 */
EspSearch *
esp_role_search_new (EspOrganization *organization,
                     EspCatalogue    *catalogue)
{
  g_return_val_if_fail (ESP_IS_ORGANIZATION (organization), NULL);
  g_return_val_if_fail (ESP_IS_CATALOGUE (catalogue), NULL);

  return esp_search_new (organization, get_role_name, catalogue);
}
