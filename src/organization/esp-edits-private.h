/* esp-edits-private.h — what the files of edits share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "organization/esp-edits.h"
#include "organization/esp-extra.h"

G_BEGIN_DECLS

void   _esp_edit_set     (EspOrganization *organization,
                          EspTable         table,
                          EspIx            ix,
                          EspField         field,
                          guint32          value);
void   _esp_edit_set_one (EspOrganization *organization,
                          const char      *name,
                          EspTable         table,
                          EspIx            ix,
                          EspField         field,
                          guint32          value);
EspStr _esp_edit_intern  (EspOrganization *organization,
                          const char      *text);
EspStr _esp_edit_new_id  (EspOrganization *organization,
                          EspTable         table,
                          const char      *prefix);
EspStr _esp_edit_get_id  (EspOrganization *organization,
                          EspTable         table,
                          EspIx            ix);

gboolean _esp_edit_parse_number (EspOrganization *organization,
                                 const char      *text,
                                 double           least,
                                 double           most,
                                 EspStr          *str,
                                 GError         **error);

G_END_DECLS
