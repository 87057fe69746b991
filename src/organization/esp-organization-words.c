/* esp-organization-words.c — positions and units as people speak of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-organization"

#include "organization/esp-organization.h"

/**
 * esp_position_get_title:
 * @organization: an organization
 * @position: a position
 *
 * Returns: its title; the id where there is none, so that no card is without words
 */
const char *
esp_position_get_title (EspOrganization *organization,
                        EspIx            position)
{
  const char *title = esp_organization_get_text (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_TITLE);

  if (title == NULL || *title == '\0')
    title = esp_organization_get_text (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_ID);
  return title != NULL ? title : "";
}

/**
 * esp_position_get_state:
 * @organization: an organization
 * @position: a position
 *
 * Returns: the state; where none is written, filled with a holder and vacant without
 */
EspState
esp_position_get_state (EspOrganization *organization,
                        EspIx            position)
{
  EspState state = esp_organization_get (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_STATE);

  if (state != ESP_STATE_DEFAULT)
    return state;
  return esp_state_is_vacant (state, esp_position_get_n_holders (organization, position) > 0) ? ESP_STATE_VACANT : ESP_STATE_FILLED;
}

/**
 * esp_position_get_posts:
 * @organization: an organization
 * @position: a position
 *
 * Returns: how many like posts the card stands for, full-time equivalents
 */
double
esp_position_get_posts (EspOrganization *organization,
                        EspIx            position)
{
  const char *posts = esp_organization_get_text (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_POSTS);

  return posts != NULL ? g_ascii_strtod (posts, NULL) : 1.0;
}

/**
 * esp_position_get_n_holders:
 * @organization: an organization
 * @position: a position
 *
 * Returns: how many persons hold it
 */
guint32
esp_position_get_n_holders (EspOrganization *organization,
                            EspIx            position)
{
  guint32 n;

  esp_organization_get_list (organization,
                             esp_organization_get (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_HOLDERS), &n);
  return n / ESP_HOLDER_WORDS;
}

/**
 * esp_position_get_holder:
 * @organization: an organization
 * @position: a position
 * @nth: less than esp_position_get_n_holders()
 *
 * Returns: the name, empty if the holder has none
 */
const char *
esp_position_get_holder (EspOrganization *organization,
                         EspIx            position,
                         guint32          nth)
{
  guint32 n;
  const guint32 *words = esp_organization_get_list (organization,
                                                    esp_organization_get (organization, ESP_TABLE_POSITIONS, position,
                                                                          ESP_POSITION_HOLDERS),
                                                    &n);
  const char *name;

  g_return_val_if_fail (nth < n / ESP_HOLDER_WORDS, "");

  name = esp_organization_get_string (organization, ((const EspHolder *) words)[nth].name);
  return name != NULL ? name : "";
}

/**
 * esp_position_get_holders_text:
 * @organization: an organization
 * @position: a position
 *
 * Returns: (transfer full): the names of all holders, “Ada Quince, Bo Larch”; empty without any
 */
char *
esp_position_get_holders_text (EspOrganization *organization,
                               EspIx            position)
{
  guint32 n = esp_position_get_n_holders (organization, position);
  GString *text = g_string_new (NULL);

  for (guint32 i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (text, ", ");
      g_string_append (text, esp_position_get_holder (organization, position, i));
    }
  return g_string_free (text, FALSE);
}

/**
 * esp_position_get_manager:
 * @organization: an organization
 * @position: a position
 *
 * Returns: the far end of the solid line, which may be @position itself; %ESP_IX_NONE at the top and for an orphan
 */
EspIx
esp_position_get_manager (EspOrganization *organization,
                          EspIx            position)
{
  return esp_organization_find (organization, ESP_TABLE_POSITIONS,
                                esp_organization_get (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_REPORTS_TO));
}

/**
 * esp_position_get_unit:
 * @organization: an organization
 * @position: a position
 *
 * Returns: the unit it sits in; %ESP_IX_NONE if none is said or it does not exist
 */
EspIx
esp_position_get_unit (EspOrganization *organization,
                       EspIx            position)
{
  return esp_organization_find (organization, ESP_TABLE_UNITS,
                                esp_organization_get (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_UNIT));
}

/**
 * esp_unit_get_name:
 * @organization: an organization
 * @unit: a unit
 *
 * Returns: its name; the id where there is none
 */
const char *
esp_unit_get_name (EspOrganization *organization,
                   EspIx            unit)
{
  const char *name = esp_organization_get_text (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_NAME);

  if (name == NULL || *name == '\0')
    name = esp_organization_get_text (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_ID);
  return name != NULL ? name : "";
}

/**
 * esp_unit_get_kind:
 * @organization: an organization
 * @unit: a unit
 *
 * Returns: its kind; department where none, or an unknown one, is written
 */
EspUnitKind
esp_unit_get_kind (EspOrganization *organization,
                   EspIx            unit)
{
  return esp_unit_kind_from_string (esp_organization_get_text (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_KIND));
}

/**
 * esp_unit_is_staff:
 * @organization: an organization
 * @unit: a unit
 *
 * Returns: whether it stands as an assistant beside the line; where nothing is written, PMO and COE do
 */
gboolean
esp_unit_is_staff (EspOrganization *organization,
                   EspIx            unit)
{
  EspStaff staff = esp_organization_get (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_STAFF);
  EspUnitKind kind;

  if (staff != ESP_STAFF_DEFAULT)
    return staff == ESP_STAFF_YES;
  kind = esp_unit_get_kind (organization, unit);
  return kind == ESP_UNIT_KIND_PMO || kind == ESP_UNIT_KIND_COE;
}

/**
 * esp_unit_get_parent:
 * @organization: an organization
 * @unit: a unit
 *
 * Returns: the unit it is part of, which may be @unit itself; %ESP_IX_NONE at the top and for an orphan
 */
EspIx
esp_unit_get_parent (EspOrganization *organization,
                     EspIx            unit)
{
  return esp_organization_find (organization, ESP_TABLE_UNITS,
                                esp_organization_get (organization, ESP_TABLE_UNITS, unit, ESP_UNIT_PARENT));
}
