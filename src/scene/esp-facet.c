/* esp-facet.c — what can be asked of positions, and what each of them has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-scene"

#include "scene/esp-filter-private.h"

#include "core/esp-i18n.h"

#include <string.h>

static const char * const scopes[ESP_FACET_N_SERVES] = { "internal", "external", "unknown" };

enum
{
  SCOPE_INTERNAL,
  SCOPE_EXTERNAL,
  SCOPE_UNKNOWN,
};

static EspField
get_field (EspFacet facet)
{
  return facet == ESP_FACET_ROLE ? ESP_POSITION_ROLE : ESP_POSITION_LEVEL;
}

static void
read_units (EspFacetReader  *self,
            EspOrganization *organization)
{
  guint32 n_strings = esp_strings_get_n (esp_organization_get_strings (organization));
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, ESP_TABLE_UNITS, &n);

  self->kinds = g_new0 (guint8, MAX (esp_organization_get_n_slots (organization, ESP_TABLE_UNITS), 1));
  self->units = g_new (EspIx, MAX (n_strings, 1));
  memset (self->units, 0xff, sizeof (EspIx) * n_strings);
  for (guint32 i = 0; i < n; i++)
    {
      EspStr id = esp_organization_get (organization, ESP_TABLE_UNITS, order[i], ESP_UNIT_ID);

      self->kinds[order[i]] = esp_unit_get_kind (organization, order[i]);
      if (id != ESP_STR_NONE)
        self->units[id] = esp_organization_find (organization, ESP_TABLE_UNITS, id);
    }
}

static void
read_lines (EspFacetReader  *self,
            EspOrganization *organization)
{
  const guint32 *lines = esp_organization_peek_column (organization, ESP_TABLE_POSITIONS, ESP_POSITION_LINES);
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, ESP_TABLE_POSITIONS, &n);

  self->lines = g_new0 (guint8, MAX (esp_organization_get_n_slots (organization, ESP_TABLE_POSITIONS), 1));
  for (guint32 i = 0; i < n && lines != NULL; i++)
    {
      guint32 n_words;
      const guint32 *words;

      if (lines[order[i]] == 0)
        continue;
      words = esp_organization_get_list (organization, lines[order[i]], &n_words);
      for (guint32 k = 0; k < n_words / ESP_LINE_WORDS; k++)
        {
          EspIx to = esp_organization_find (organization, ESP_TABLE_POSITIONS, ((const EspLine *) words)[k].to);

          self->lines[order[i]] = 1;
          if (to != ESP_IX_NONE)
            self->lines[to] = 1;
        }
    }
}

void
_esp_facet_reader_init (EspFacetReader  *self,
                        EspFacet         facet,
                        EspOrganization *organization,
                        EspPlacements   *placements)
{
  gsize n = MAX (esp_organization_get_n_slots (organization, ESP_TABLE_POSITIONS), 1);
  EspPlacementArrays arrays = { NULL };

  *self = (EspFacetReader){ .facet = facet };
  switch (facet)
    {
    case ESP_FACET_SCOPE:
      arrays.serves = self->serves = g_new0 (guint8, n);
      break;
    case ESP_FACET_UNIT_KIND:
      arrays.kinds = self->places = g_new0 (guint8, n);
      self->unit_ids = esp_organization_peek_column (organization, ESP_TABLE_POSITIONS, ESP_POSITION_UNIT);
      read_units (self, organization);
      break;
    case ESP_FACET_FUNCTION:
      arrays.functions = self->functions = g_new0 (EspStr, n);
      self->column = self->functions;
      break;
    case ESP_FACET_ROLE:
    case ESP_FACET_LEVEL:
      self->column = esp_organization_peek_column (organization, ESP_TABLE_POSITIONS, get_field (facet));
      break;
    case ESP_FACET_VACANT:
      self->states = esp_organization_peek_column (organization, ESP_TABLE_POSITIONS, ESP_POSITION_STATE);
      self->holders = esp_organization_peek_column (organization, ESP_TABLE_POSITIONS, ESP_POSITION_HOLDERS);
      break;
    case ESP_FACET_LINES:
      read_lines (self, organization);
      break;
    case ESP_FACET_SEATS:
      arrays.seats = self->seats = g_new0 (guint8, n);
      break;
    case ESP_N_FACETS:
    default:
      g_assert_not_reached ();
    }
  if (facet == ESP_FACET_SCOPE || facet == ESP_FACET_UNIT_KIND || facet == ESP_FACET_FUNCTION || facet == ESP_FACET_SEATS)
    esp_placements_fill (placements, &arrays);
}

void
_esp_facet_reader_clear (EspFacetReader *self)
{
  g_free (self->functions);
  g_free (self->serves);
  g_free (self->places);
  g_free (self->seats);
  g_free (self->kinds);
  g_free (self->units);
  g_free (self->lines);
}

static guint
get_scopes (EspServes serves,
            guint32   values[2])
{
  switch (serves)
    {
    case ESP_SERVES_INTERNAL:
    case ESP_SERVES_USUALLY_INTERNAL:
      values[0] = SCOPE_INTERNAL;
      return 1;
    case ESP_SERVES_EXTERNAL:
    case ESP_SERVES_USUALLY_EXTERNAL:
      values[0] = SCOPE_EXTERNAL;
      return 1;
    case ESP_SERVES_USUALLY_EITHER:
      values[0] = SCOPE_INTERNAL;
      values[1] = SCOPE_EXTERNAL;
      return 2;
    case ESP_SERVES_UNKNOWN:
    default:
      values[0] = SCOPE_UNKNOWN;
      return 1;
    }
}

/* The kind of the unit, and, for a team inside of a PMO, a COE or a program, that of the one around it */
static guint
get_kinds (EspFacetReader *self,
           EspIx           position,
           guint32         values[2])
{
  static const EspUnitKind kinds_of_places[ESP_PLACE_N_KINDS] = {
    [ESP_PLACE_PROGRAM] = ESP_UNIT_KIND_PROGRAM, [ESP_PLACE_COE] = ESP_UNIT_KIND_COE, [ESP_PLACE_PMO] = ESP_UNIT_KIND_PMO
  };
  EspIx unit = self->unit_ids != NULL ? self->units[self->unit_ids[position]] : ESP_IX_NONE;
  EspPlaceKind place = self->places[position];
  guint n = 0;

  if (unit != ESP_IX_NONE)
    values[n++] = self->kinds[unit];
  if (place > ESP_PLACE_DEPARTMENT && (n == 0 || values[0] != kinds_of_places[place]))
    values[n++] = kinds_of_places[place];
  return n;
}

static gboolean
is_vacant (const EspFacetReader *self,
           EspIx                 position)
{
  return esp_state_is_vacant (self->states != NULL ? self->states[position] : ESP_STATE_DEFAULT, self->holders != NULL && self->holders[position] != 0);
}

/* What a position has; how many of @values are filled in */
guint
_esp_facet_reader_get (EspFacetReader *self,
                       EspIx           position,
                       guint32         values[2])
{
  switch (self->facet)
    {
    case ESP_FACET_SCOPE:
      return get_scopes (self->serves[position], values);
    case ESP_FACET_UNIT_KIND:
      return get_kinds (self, position, values);
    case ESP_FACET_FUNCTION:
    case ESP_FACET_ROLE:
    case ESP_FACET_LEVEL:
      values[0] = self->column != NULL ? self->column[position] : ESP_STR_NONE;
      return 1;
    case ESP_FACET_VACANT:
      values[0] = 0;
      return is_vacant (self, position);
    case ESP_FACET_LINES:
      values[0] = 0;
      return self->lines[position];
    case ESP_FACET_SEATS:
      values[0] = 0;
      return self->seats[position];
    case ESP_N_FACETS:
    default:
      return 0;
    }
}

/* The number of a value; G_MAXUINT32 for what no position of the organization can have */
guint32
_esp_facet_parse (EspFacet         facet,
                  EspOrganization *organization,
                  const char      *value)
{
  EspStr str;

  switch (facet)
    {
    case ESP_FACET_SCOPE:
      for (guint32 i = 0; i < ESP_FACET_N_SERVES; i++)
        if (g_str_equal (scopes[i], value))
          return i;
      return G_MAXUINT32;
    case ESP_FACET_UNIT_KIND:
      for (guint32 i = 0; i < ESP_FACET_N_KINDS; i++)
        if (g_str_equal (esp_unit_kind_to_string (i), value))
          return i;
      return G_MAXUINT32;
    case ESP_FACET_FUNCTION:
    case ESP_FACET_ROLE:
    case ESP_FACET_LEVEL:
      if (*value == '\0')
        return ESP_STR_NONE;
      str = esp_strings_find (esp_organization_get_strings (organization), value, -1);
      return str != ESP_STR_NONE ? str : G_MAXUINT32;
    case ESP_FACET_VACANT:
    case ESP_FACET_LINES:
    case ESP_FACET_SEATS:
      return 0;
    case ESP_N_FACETS:
    default:
      return G_MAXUINT32;
    }
}

const char *
_esp_facet_format (EspFacet         facet,
                   EspOrganization *organization,
                   guint32          value)
{
  if (facet == ESP_FACET_SCOPE)
    return scopes[value];
  if (facet == ESP_FACET_UNIT_KIND)
    return esp_unit_kind_to_string (value);
  if (esp_facet_is_question (facet))
    return "yes";
  return value != ESP_STR_NONE ? esp_organization_get_string (organization, value) : "";
}

/**
 * esp_facet_get_name:
 * @facet: a facet
 *
 * Returns: what it is called, translated
 */
const char *
esp_facet_get_name (EspFacet facet)
{
  switch (facet)
    {
    case ESP_FACET_SCOPE:
      return _("Scope");
    case ESP_FACET_UNIT_KIND:
      return _("Unit Kind");
    case ESP_FACET_FUNCTION:
      return _("Function");
    case ESP_FACET_ROLE:
      return _("Role");
    case ESP_FACET_LEVEL:
      return _("Level");
    case ESP_FACET_VACANT:
      return C_("position", "Vacant");
    case ESP_FACET_LINES:
      return _("With Secondary Lines");
    case ESP_FACET_SEATS:
      return _("Program-Management Seats");
    case ESP_N_FACETS:
    default:
      return "";
    }
}

/**
 * esp_facet_is_question:
 * @facet: a facet
 *
 * Returns: whether it has one value, "yes"
 */
gboolean
esp_facet_is_question (EspFacet facet)
{
  return facet == ESP_FACET_VACANT || facet == ESP_FACET_LINES || facet == ESP_FACET_SEATS;
}

/**
 * esp_facet_name_value:
 * @facet: a facet
 * @catalogue: what says what roles, levels, kinds and functions are called
 * @value: a value of it
 *
 * Returns: (transfer full): what the value is called
 */
char *
esp_facet_name_value (EspFacet      facet,
                      EspCatalogue *catalogue,
                      const char   *value)
{
  const EspPlace *place;
  const EspEntry *level;
  const EspRole *role;

  if (facet == ESP_FACET_SCOPE)
    {
      if (g_str_equal (value, scopes[SCOPE_UNKNOWN]))
        return g_strdup (_("Not said"));
      return g_strdup (g_str_equal (value, scopes[SCOPE_INTERNAL]) ? _("Internal") : _("External"));
    }
  if (esp_facet_is_question (facet))
    return g_strdup (esp_facet_get_name (facet));
  if (*value == '\0')
    return g_strdup (facet == ESP_FACET_ROLE ? _("No role") : facet == ESP_FACET_LEVEL ? _("No level") : _("No function"));
  if (facet == ESP_FACET_ROLE)
    {
      role = esp_catalogue_find_role (catalogue, value);
      return g_strdup (role != NULL ? role->name : value);
    }
  if (facet == ESP_FACET_LEVEL)
    {
      level = esp_catalogue_find_level (catalogue, value);
      return g_strdup (level != NULL ? level->name : value);
    }
  place = facet == ESP_FACET_UNIT_KIND ? esp_catalogue_find_kind (catalogue, value) : esp_catalogue_find_function (catalogue, value);
  return g_strdup (place != NULL ? place->name : value);
}

static void
facet_value_free (gpointer data)
{
  EspFacetValue *self = data;

  g_free (self->value);
  g_free (self->name);
  g_free (self);
}

static void
add_value (GPtrArray       *values,
           EspFacet         facet,
           EspOrganization *organization,
           EspCatalogue    *catalogue,
           guint32          number,
           guint32          n)
{
  EspFacetValue *value = g_new (EspFacetValue, 1);

  value->value = g_strdup (_esp_facet_format (facet, organization, number));
  value->name = esp_facet_name_value (facet, catalogue, value->value);
  value->n = n;
  g_ptr_array_add (values, value);
}

/* The ids that the catalogue knows, in its order; NULL after the last */
static const char *
get_known (EspFacet      facet,
           EspCatalogue *catalogue,
           guint         i)
{
  GPtrArray *known;

  if (facet == ESP_FACET_ROLE)
    {
      known = esp_catalogue_get_roles (catalogue);
      return i < known->len ? ((const EspRole *) g_ptr_array_index (known, i))->id : NULL;
    }
  if (facet == ESP_FACET_LEVEL)
    {
      known = esp_catalogue_get_levels (catalogue);
      return i < known->len ? ((const EspEntry *) g_ptr_array_index (known, i))->id : NULL;
    }
  known = esp_catalogue_get_functions (catalogue);
  return i < known->len ? ((const EspPlace *) g_ptr_array_index (known, i))->id : NULL;
}

/**
 * esp_facet_list_values:
 * @facet: a facet
 * @organization: an organization
 * @catalogue: what says what roles, levels, kinds and functions are called
 * @placements: of the organization
 *
 * Time: O(positions).
 *
 * Returns: (transfer full) (element-type EspFacetValue): what positions have, with how many have it: the known ones in the order of the catalogue, others
 *   in the order met, none last
 */
GPtrArray *
esp_facet_list_values (EspFacet         facet,
                       EspOrganization *organization,
                       EspCatalogue    *catalogue,
                       EspPlacements   *placements)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (facet_value_free);
  gboolean is_text = facet == ESP_FACET_FUNCTION || facet == ESP_FACET_ROLE || facet == ESP_FACET_LEVEL;
  guint32 n_numbers = is_text ? esp_strings_get_n (esp_organization_get_strings (organization)) : ESP_FACET_N_KINDS;
  g_autofree guint32 *counts = g_new0 (guint32, MAX (n_numbers, 1));
  g_auto (EspFacetReader) reader = { 0 };
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, ESP_TABLE_POSITIONS, &n);

  _esp_facet_reader_init (&reader, facet, organization, placements);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 found[2];
      guint n_found = _esp_facet_reader_get (&reader, order[i], found);

      for (guint k = 0; k < n_found; k++)
        counts[found[k]]++;
    }
  for (guint k = 0; is_text && get_known (facet, catalogue, k) != NULL; k++)
    {
      guint32 number = _esp_facet_parse (facet, organization, get_known (facet, catalogue, k));

      if (number == G_MAXUINT32 || counts[number] == 0)
        continue;
      add_value (values, facet, organization, catalogue, number, counts[number]);
      counts[number] = 0;
    }
  for (guint32 i = is_text; i < n_numbers; i++)
    if (counts[i] > 0)
      add_value (values, facet, organization, catalogue, i, counts[i]);
  if (is_text && counts[ESP_STR_NONE] > 0)
    add_value (values, facet, organization, catalogue, ESP_STR_NONE, counts[ESP_STR_NONE]);
  return values;
}
