/* esp-search.h — finds positions by words: title, holder, unit, role
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "organization/esp-organization.h"

G_BEGIN_DECLS

typedef struct _EspSearch EspSearch;

/* The words a role is found by, besides its id; NULL if it has none */
typedef const char *(*EspSearchRoleName) (const char *role_id,
                                          gpointer    user_data);

EspSearch *esp_search_new  (EspOrganization  *organization,
                            EspSearchRoleName role_name,
                            gpointer          user_data);
void       esp_search_free (EspSearch        *self);
GArray    *esp_search_run  (EspSearch        *self,
                            const char       *query);
char      *esp_search_fold (const char       *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspSearch, esp_search_free)

G_END_DECLS
