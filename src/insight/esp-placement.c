/* esp-placement.c — where each position sits and whom it serves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-insight"

#include "insight/esp-placement.h"

#include "insight/esp-placement-private.h"

#define N_CACHED 64 /* a power of two */

/* What the role of a position says, by the role's string */
typedef struct
{
  EspStr role;
  guint8 family; /* EspRoleFamily */
  guint8 serves; /* EspServes */
} RoleAnswer;

/* What a unit says about the positions in it, by slot of the unit */
typedef struct
{
  EspIx  decider;
  EspStr function;
  guint8 kind; /* EspPlaceKind */
} UnitAnswer;

struct _EspPlacements
{
  EspOrganization *organization;
  EspCatalogue    *catalogue;
  UnitAnswer      *units;
  guint32          n_units;
  RoleAnswer       roles[N_CACHED]; /* the last role asked for, by the low bits of its string */
};

static EspPlaceKind
get_own_kind (EspOrganization *organization,
              EspIx            unit)
{
  switch (esp_unit_get_kind (organization, unit))
    {
    case ESP_UNIT_KIND_PMO:
      return ESP_PLACE_PMO;
    case ESP_UNIT_KIND_COE:
      return ESP_PLACE_COE;
    case ESP_UNIT_KIND_PROGRAM:
      return ESP_PLACE_PROGRAM;
    case ESP_UNIT_KIND_COMPANY:
    case ESP_UNIT_KIND_DIVISION:
    case ESP_UNIT_KIND_DEPARTMENT:
    case ESP_UNIT_KIND_TEAM:
    default:
      return ESP_PLACE_DEPARTMENT;
    }
}

/* Cuts the ring that @unit is on at its member that comes first in the document. */
static void
cut_ring (EspIx         *parents,
          const guint32 *ranks,
          EspIx          unit)
{
  EspIx first = unit;

  for (EspIx at = parents[unit]; at != unit; at = parents[at])
    if (ranks[at] < ranks[first])
      first = at;
  parents[first] = ESP_IX_NONE;
}

/* The parent of each unit, rings cut: each unit is walked over once. */
static EspIx *
find_parents (EspOrganization *organization,
              guint32          n_slots)
{
  const guint32 *ranks = esp_organization_get_ranks (organization, ESP_TABLE_UNITS);
  EspIx *parents = g_new (EspIx, n_slots);
  g_autofree EspIx *walks = g_new (EspIx, n_slots); /* the unit from which each was first met */
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, ESP_TABLE_UNITS, &n);

  for (EspIx i = 0; i < n_slots; i++)
    {
      parents[i] = ESP_IX_NONE;
      walks[i] = ESP_IX_NONE;
    }
  for (guint32 i = 0; i < n; i++)
    parents[order[i]] = esp_unit_get_parent (organization, order[i]);

  for (guint32 i = 0; i < n; i++)
    {
      EspIx at = order[i];

      while (at != ESP_IX_NONE && walks[at] == ESP_IX_NONE)
        {
          walks[at] = order[i];
          at = parents[at];
        }
      if (at != ESP_IX_NONE && walks[at] == order[i])
        cut_ring (parents, ranks, at);
    }
  return parents;
}

/* What @unit says, given what its parent says (NULL at the top) */
static UnitAnswer
answer_unit (EspOrganization  *organization,
             EspIx             unit,
             const UnitAnswer *above)
{
  UnitAnswer answer = {
    .decider = unit,
    .function = esp_organization_get (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_FUNCTION),
    .kind = get_own_kind (organization, unit),
  };

  if (above == NULL)
    return answer;

  if (answer.kind == ESP_PLACE_DEPARTMENT && (above->kind != ESP_PLACE_DEPARTMENT || answer.function == ESP_STR_NONE))
    {
      answer.kind = above->kind;
      if (above->kind != ESP_PLACE_DEPARTMENT || above->function != ESP_STR_NONE)
        answer.decider = above->decider;
    }
  if (answer.function == ESP_STR_NONE)
    answer.function = above->function;
  return answer;
}

/* From the top down: each unit is pushed once, below its first answered ancestor. */
static void
answer_units (EspPlacements *self)
{
  g_autofree EspIx *parents = NULL;
  g_autofree EspIx *way = NULL;
  guint32 n;
  const EspIx *order = esp_organization_get_order (self->organization, ESP_TABLE_UNITS, &n);

  g_free (self->units);
  self->n_units = esp_organization_get_n_slots (self->organization, ESP_TABLE_UNITS);
  self->units = g_new (UnitAnswer, self->n_units);
  for (EspIx i = 0; i < self->n_units; i++)
    self->units[i] = (UnitAnswer) { ESP_IX_NONE, ESP_STR_NONE, ESP_PLACE_NONE };

  parents = find_parents (self->organization, self->n_units);
  way = g_new (EspIx, n);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 length = 0;

      for (EspIx at = order[i]; at != ESP_IX_NONE && self->units[at].decider == ESP_IX_NONE; at = parents[at])
        way[length++] = at;
      while (length-- > 0)
        {
          EspIx above = parents[way[length]];

          self->units[way[length]] = answer_unit (self->organization, way[length], above != ESP_IX_NONE ? &self->units[above] : NULL);
        }
    }
}

static EspServes
get_usual_serves (const EspRole *role)
{
  switch (role->scope)
    {
    case ESP_ROLE_SCOPE_INTERNAL:
      return ESP_SERVES_USUALLY_INTERNAL;
    case ESP_ROLE_SCOPE_EXTERNAL:
      return ESP_SERVES_USUALLY_EXTERNAL;
    case ESP_ROLE_SCOPE_EITHER:
      return ESP_SERVES_USUALLY_EITHER;
    case ESP_ROLE_SCOPE_UNKNOWN:
    default:
      return ESP_SERVES_UNKNOWN;
    }
}

/* An organization has few roles: the last one asked for is remembered in one of a few places. */
static const RoleAnswer *
answer_role (EspPlacements *self,
             EspStr         role)
{
  RoleAnswer *answer = &self->roles[role & (N_CACHED - 1)];
  const EspRole *found;

  if (answer->role == role)
    return answer;

  found = esp_catalogue_find_role (self->catalogue, esp_organization_get_string (self->organization, role));
  answer->role = role;
  answer->family = found != NULL ? found->family : ESP_ROLE_FAMILY_OTHER;
  answer->serves = found != NULL ? get_usual_serves (found) : ESP_SERVES_UNKNOWN;
  return answer;
}

static EspServes
get_serves (EspScope          scope,
            const RoleAnswer *role)
{
  switch (scope)
    {
    case ESP_SCOPE_INTERNAL:
      return ESP_SERVES_INTERNAL;
    case ESP_SCOPE_EXTERNAL:
      return ESP_SERVES_EXTERNAL;
    case ESP_SCOPE_UNKNOWN:
    default:
      return role->serves;
    }
}

static UnitAnswer
get_unit_answer (EspPlacements *self,
                 EspIx          unit)
{
  if (unit < self->n_units)
    return self->units[unit];
  return (UnitAnswer) { ESP_IX_NONE, ESP_STR_NONE, ESP_PLACE_NONE };
}

/**
 * esp_placements_new:
 * @organization: an organization; a reference is kept
 * @catalogue: a catalogue; a reference is kept
 *
 * Time: O(units).
 *
 * Returns: (transfer full): the placements of @organization; esp_placements_update() after each change
 */
EspPlacements *
esp_placements_new (EspOrganization *organization,
                    EspCatalogue    *catalogue)
{
  EspPlacements *self;

  g_return_val_if_fail (ESP_IS_ORGANIZATION (organization), NULL);
  g_return_val_if_fail (ESP_IS_CATALOGUE (catalogue), NULL);

  self = g_new0 (EspPlacements, 1);
  self->organization = g_object_ref (organization);
  self->catalogue = g_object_ref (catalogue);
  for (guint i = 0; i < N_CACHED; i++)
    self->roles[i] = (RoleAnswer) { ESP_STR_NONE, ESP_ROLE_FAMILY_OTHER, ESP_SERVES_UNKNOWN };
  answer_units (self);
  return self;
}

void
esp_placements_free (EspPlacements *self)
{
  g_object_unref (self->organization);
  g_object_unref (self->catalogue);
  g_free (self->units);
  g_free (self);
}

/**
 * esp_placements_update:
 * @self: placements
 * @change: what #EspOrganization::changed said
 *
 * Takes a change into account. Time: O(1) if no unit changed its kind, function or place, else O(units).
 *
 * Returns: whether units were looked at again, so that any position may be placed otherwise; if not, only the positions named in
 *   @change may
 */
gboolean
esp_placements_update (EspPlacements   *self,
                       const EspChange *change)
{
  if (change->units->len == 0 || (change->flags & (ESP_CHANGE_SHAPE | ESP_CHANGE_PLACEMENT)) == 0)
    return FALSE;

  answer_units (self);
  return TRUE;
}

/**
 * esp_placements_get:
 * @self: placements
 * @position: a position
 *
 * Time: O(1).
 *
 * Returns: where @position sits, whom it serves, what kind of seat it is
 */
EspPlacement
esp_placements_get (EspPlacements *self,
                    EspIx          position)
{
  UnitAnswer unit = get_unit_answer (self, esp_position_get_unit (self->organization, position));
  const RoleAnswer *role = answer_role (self, esp_organization_get (self->organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_ROLE));

  return (EspPlacement) {
    .kind = unit.kind,
    .unit = unit.decider,
    .function = unit.function,
    .serves = get_serves (esp_organization_get (self->organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_SCOPE), role),
    .family = role->family,
    .is_seat = esp_role_family_is_program_management (role->family),
  };
}

/**
 * esp_placements_get_unit:
 * @self: placements
 * @unit: a unit, or %ESP_IX_NONE
 *
 * Time: O(1).
 *
 * Returns: where a position of @unit sits; of nobody in particular: no seat, serves unknown
 */
EspPlacement
esp_placements_get_unit (EspPlacements *self,
                         EspIx          unit)
{
  UnitAnswer answer = get_unit_answer (self, unit);

  return (EspPlacement) {
    .kind = answer.kind,
    .unit = answer.decider,
    .function = answer.function,
    .family = ESP_ROLE_FAMILY_OTHER,
  };
}

/**
 * esp_placements_get_ties:
 * @self: placements
 * @position: a position
 *
 * Time: O(secondary lines of @position).
 *
 * Returns: by which kinds of line it is tied to a PMO or a COE
 */
EspTies
esp_placements_get_ties (EspPlacements *self,
                         EspIx          position)
{
  guint32 n;
  const guint32 *words = esp_organization_get_list (
    self->organization, esp_organization_get (self->organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_LINES), &n);
  const EspLine *lines = (const EspLine *) words;
  EspTies ties = 0;

  for (guint32 i = 0; i < n / ESP_LINE_WORDS; i++)
    {
      EspLineKind kind = esp_line_kind_from_string (esp_organization_get_string (self->organization, lines[i].kind));
      EspIx to = esp_organization_find (self->organization, ESP_TABLE_POSITIONS, lines[i].to);
      EspPlaceKind place;

      if (to == ESP_IX_NONE || (kind != ESP_LINE_DOTTED && kind != ESP_LINE_FUNCTIONAL))
        continue;

      place = get_unit_answer (self, esp_position_get_unit (self->organization, to)).kind;
      if (place == ESP_PLACE_PMO)
        ties |= kind == ESP_LINE_DOTTED ? ESP_TIE_DOTTED_PMO : ESP_TIE_FUNCTIONAL_PMO;
      else if (place == ESP_PLACE_COE)
        ties |= kind == ESP_LINE_DOTTED ? ESP_TIE_DOTTED_COE : ESP_TIE_FUNCTIONAL_COE;
    }
  return ties;
}

static guint32
get_word (const guint32 *column,
          EspIx          ix)
{
  return column != NULL ? column[ix] : 0;
}

/**
 * esp_placements_fill:
 * @self: placements
 * @arrays: where to put the answers
 *
 * The same answers as esp_placements_get(), for every position at once. Dead slots get the answers of a position that says nothing.
 *
 * Time: O(slots of positions).
 */
void
esp_placements_fill (EspPlacements            *self,
                     const EspPlacementArrays *arrays)
{
  guint32 n = esp_organization_get_n_slots (self->organization, ESP_TABLE_POSITIONS);
  const guint32 *units = esp_organization_peek_column (self->organization, ESP_TABLE_POSITIONS, ESP_POSITION_UNIT);
  const guint32 *roles = esp_organization_peek_column (self->organization, ESP_TABLE_POSITIONS, ESP_POSITION_ROLE);
  const guint32 *scopes = esp_organization_peek_column (self->organization, ESP_TABLE_POSITIONS, ESP_POSITION_SCOPE);
  EspStr last = ESP_STR_NONE;
  UnitAnswer unit = get_unit_answer (self, ESP_IX_NONE);

  for (EspIx i = 0; i < n; i++)
    {
      gboolean is_live = esp_organization_is_live (self->organization, ESP_TABLE_POSITIONS, i);
      const RoleAnswer *role = answer_role (self, is_live ? get_word (roles, i) : ESP_STR_NONE);
      EspStr id = is_live ? get_word (units, i) : ESP_STR_NONE;

      if (id != last)
        {
          unit = get_unit_answer (self, esp_organization_find (self->organization, ESP_TABLE_UNITS, id));
          last = id;
        }
      if (arrays->kinds != NULL)
        arrays->kinds[i] = unit.kind;
      if (arrays->functions != NULL)
        arrays->functions[i] = unit.function;
      if (arrays->serves != NULL)
        arrays->serves[i] = get_serves (is_live ? get_word (scopes, i) : ESP_SCOPE_UNKNOWN, role);
      if (arrays->families != NULL)
        arrays->families[i] = role->family;
      if (arrays->seats != NULL)
        arrays->seats[i] = esp_role_family_is_program_management (role->family);
    }
}

/* For esp-placement-words.c */
EspOrganization *
_esp_placements_get_organization (EspPlacements *self)
{
  return self->organization;
}

EspCatalogue *
_esp_placements_get_catalogue (EspPlacements *self)
{
  return self->catalogue;
}
