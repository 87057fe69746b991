/* esp-placement.h — where each position sits and whom it serves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue/esp-catalogue.h"
#include "organization/esp-organization.h"

G_BEGIN_DECLS

/* Where a position sits: going up from its unit, the first of kind pmo, coe or program decides; else it is a department. */
typedef enum
{
  ESP_PLACE_NONE,       /* no unit, or one that does not exist */
  ESP_PLACE_DEPARTMENT, /* with a function or without */
  ESP_PLACE_PROGRAM,
  ESP_PLACE_COE,
  ESP_PLACE_PMO,
  ESP_PLACE_N_KINDS
} EspPlaceKind;

/* Whom a position serves. “Usually” comes from its role, when the position itself does not say. */
typedef enum
{
  ESP_SERVES_UNKNOWN,
  ESP_SERVES_INTERNAL,
  ESP_SERVES_EXTERNAL,
  ESP_SERVES_USUALLY_INTERNAL,
  ESP_SERVES_USUALLY_EXTERNAL,
  ESP_SERVES_USUALLY_EITHER,
} EspServes;

/* Lines of kind dotted or functional whose far end sits in a PMO or a COE */
typedef enum
{
  ESP_TIE_DOTTED_PMO     = 1 << 0,
  ESP_TIE_DOTTED_COE     = 1 << 1,
  ESP_TIE_FUNCTIONAL_PMO = 1 << 2,
  ESP_TIE_FUNCTIONAL_COE = 1 << 3,
} EspTies;

/**
 * EspPlacement:
 * @kind: where
 * @unit: the unit that decides: the nearest PMO, COE or program, else the nearest with a function, else the position's own
 *   unit; %ESP_IX_NONE for %ESP_PLACE_NONE
 * @function: function of the nearest unit that has one, whatever decides, as written; %ESP_STR_NONE if none has
 * @serves: whom
 * @family: of the role; %ESP_ROLE_FAMILY_OTHER without a known role
 * @is_seat: a program-management seat
 */
typedef struct
{
  EspPlaceKind  kind;
  EspIx         unit;
  EspStr        function;
  EspServes     serves;
  EspRoleFamily family;
  gboolean      is_seat;
} EspPlacement;

/**
 * EspPlacementArrays:
 * @kinds: (nullable): an #EspPlaceKind a slot
 * @serves: (nullable): an #EspServes a slot
 * @families: (nullable): an #EspRoleFamily a slot
 * @seats: (nullable): 1 for a program-management seat, else 0
 * @functions: (nullable): an #EspStr a slot
 *
 * Packed answers by slot of the position: each array, where wanted, has esp_organization_get_n_slots() elements.
 */
typedef struct
{
  guint8 *kinds;
  guint8 *serves;
  guint8 *families;
  guint8 *seats;
  EspStr *functions;
} EspPlacementArrays;

/**
 * EspPlacements:
 *
 * The placement of every position of one organization. What a unit means is worked out once for all units, in O(units), without
 * recursion and whatever rings there are (a ring is cut as in the chart: its member that comes first in the document is on top);
 * a position is then answered in O(1) from the columns of the organization as they are now. A title word never decides.
 *
 * Threads: one at a time; nobody may change the organization meanwhile.
 */
typedef struct _EspPlacements EspPlacements;

EspPlacements *esp_placements_new             (EspOrganization          *organization,
                                               EspCatalogue             *catalogue) G_GNUC_WARN_UNUSED_RESULT;
void           esp_placements_free            (EspPlacements            *self);
gboolean       esp_placements_update          (EspPlacements            *self,
                                               const EspChange          *change);

EspPlacement   esp_placements_get             (EspPlacements            *self,
                                               EspIx                     position);
EspPlacement   esp_placements_get_unit        (EspPlacements            *self,
                                               EspIx                     unit);
EspTies        esp_placements_get_ties        (EspPlacements            *self,
                                               EspIx                     position);
void           esp_placements_fill            (EspPlacements            *self,
                                               const EspPlacementArrays *arrays);

/* In words, translated; the same everywhere */
char          *esp_placement_to_string        (EspPlacements            *self,
                                               const EspPlacement       *placement) G_GNUC_WARN_UNUSED_RESULT;
const char    *esp_serves_to_string           (EspServes                 serves);
const char    *esp_ties_to_string             (EspTies                   ties);
char          *esp_placements_describe_lines  (EspPlacements            *self,
                                               EspIx                     position) G_GNUC_WARN_UNUSED_RESULT;
char          *esp_placements_describe        (EspPlacements            *self,
                                               EspIx                     position) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspPlacements, esp_placements_free)

G_END_DECLS
