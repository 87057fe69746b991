/* esp-forest-rules.h — what hangs from what, before it is a forest; private to the room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "scene/esp-scene.h"

G_BEGIN_DECLS

/**
 * EspForestRules:
 * @units: (array length=n_units): units with an id, in document order
 * @positions: (array length=n_positions): positions with an id, in document order
 * @unit_parent: by slot: the unit above, rings cut
 * @unit_head: by slot: the position that is docked to the unit's plate, %ESP_IX_NONE
 * @head_above: by slot: the docked head of the nearest unit above that has one
 * @unit_staff: by slot: 1 if the unit stands as staff
 * @unit_flags: by slot: #EspNodeFlags
 * @manager: by slot: the solid manager, rings cut
 * @unit_of: by slot: the position's unit
 * @position_flags: by slot: #EspNodeFlags
 *
 * The references of an organization, resolved. All by-slot arrays of what does not exist hold %ESP_IX_NONE or 0.
 */
typedef struct
{
  EspOrganization *organization;
  EspIx           *units;
  EspIx           *positions;
  guint32          n_units;
  guint32          n_positions;
  guint32          n_unit_slots;
  guint32          n_position_slots;
  EspIx           *unit_parent;
  EspIx           *unit_head;
  EspIx           *head_above;
  guint8          *unit_staff;
  guint16         *unit_flags;
  EspIx           *manager;
  EspIx           *unit_of;
  guint16         *position_flags;
} EspForestRules;

EspForestRules *esp_forest_rules_new  (EspOrganization *organization);
void            esp_forest_rules_free (EspForestRules  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspForestRules, esp_forest_rules_free)

G_END_DECLS
