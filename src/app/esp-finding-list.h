/* esp-finding-list.h — findings as a list model, an object each only for those in sight
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "organization/esp-findings.h"

G_BEGIN_DECLS

#define ESP_TYPE_FINDING_ITEM (esp_finding_item_get_type ())
G_DECLARE_FINAL_TYPE (EspFindingItem, esp_finding_item, ESP, FINDING_ITEM, GObject)

#define ESP_TYPE_FINDING_LIST (esp_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (EspFindingList, esp_finding_list, ESP, FINDING_LIST, GObject)

EspFindingList   *esp_finding_list_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void              esp_finding_list_set         (EspFindingList *self,
                                                GPtrArray      *findings);
const EspFinding *esp_finding_item_get_finding (EspFindingItem *self);

G_END_DECLS
