/* esp-edits-units.c — what people do to units
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-organization"

#include "organization/esp-edits-private.h"

#include "core/esp-i18n.h"

#define UNITS ESP_TABLE_UNITS

/**
 * esp_edit_add_unit:
 * @organization: an organization
 * @name: its name
 * @kind: its kind
 * @parent: the unit it is part of, or %ESP_IX_NONE
 *
 * Returns: the unit, with a new id
 */
EspIx
esp_edit_add_unit (EspOrganization *organization,
                   const char      *name,
                   EspUnitKind      kind,
                   EspIx            parent)
{
  EspIx unit;

  esp_organization_begin (organization, _("Add Unit"));
  unit = esp_organization_insert (organization, UNITS, _esp_edit_new_id (organization, UNITS, "u"), G_MAXUINT32);
  esp_organization_set (organization, UNITS, unit, ESP_UNIT_NAME, _esp_edit_intern (organization, name));
  if (kind != ESP_UNIT_KIND_DEPARTMENT)
    esp_organization_set (organization, UNITS, unit, ESP_UNIT_KIND, esp_organization_intern (organization, esp_unit_kind_to_string (kind)));
  esp_organization_set (organization, UNITS, unit, ESP_UNIT_PARENT, _esp_edit_get_id (organization, UNITS, parent));
  esp_organization_commit (organization);
  return unit;
}

/**
 * esp_edit_rename_unit:
 * @organization: an organization
 * @unit: a unit
 * @name: its new name
 *
 * Errors: %ESP_ORGANIZATION_ERROR_VALUE if there is nothing but white space in @name
 */
gboolean
esp_edit_rename_unit (EspOrganization *organization,
                      EspIx            unit,
                      const char      *name,
                      GError         **error)
{
  EspStr str = _esp_edit_intern (organization, name);

  if (str == ESP_STR_NONE)
    {
      g_set_error_literal (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_VALUE, _("A unit needs a name."));
      return FALSE;
    }
  _esp_edit_set_one (organization, _("Rename Unit"), UNITS, unit, ESP_UNIT_NAME, str);
  return TRUE;
}

/**
 * esp_edit_set_unit_kind:
 * @organization: an organization
 * @unit: a unit
 * @kind: its kind
 */
void
esp_edit_set_unit_kind (EspOrganization *organization,
                        EspIx            unit,
                        EspUnitKind      kind)
{
  EspStr str = kind != ESP_UNIT_KIND_DEPARTMENT ? esp_organization_intern (organization, esp_unit_kind_to_string (kind)) : ESP_STR_NONE;

  if (esp_unit_get_kind (organization, unit) == kind)
    return; /* an unknown kind stays as it is written */
  _esp_edit_set_one (organization, _("Change Kind of Unit"), UNITS, unit, ESP_UNIT_KIND, str);
}

/**
 * esp_edit_set_function:
 * @organization: an organization
 * @unit: a unit
 * @function: (nullable): id of a function, %NULL for none
 */
void
esp_edit_set_function (EspOrganization *organization,
                       EspIx            unit,
                       const char      *function)
{
  _esp_edit_set_one (organization, _("Change Function"), UNITS, unit, ESP_UNIT_FUNCTION, _esp_edit_intern (organization, function));
}

/**
 * esp_edit_can_move_unit:
 * @organization: an organization
 * @unit: a unit
 * @parent: the unit it would be part of, or %ESP_IX_NONE
 *
 * Errors: %ESP_ORGANIZATION_ERROR_RING if @parent is, or is part of, @unit; %ESP_ORGANIZATION_ERROR_VALUE if it is part of it already
 */
gboolean
esp_edit_can_move_unit (EspOrganization *organization,
                        EspIx            unit,
                        EspIx            parent,
                        GError         **error)
{
  guint32 left = esp_organization_get_n (organization, UNITS);

  for (EspIx ix = parent; ix != ESP_IX_NONE && left > 0; ix = esp_unit_get_parent (organization, ix), left--)
    if (ix == unit)
      {
        g_set_error (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_RING, _("“%s” cannot become a part of itself."),
                     esp_unit_get_name (organization, unit));
        return FALSE;
      }
  if (esp_organization_get (organization, UNITS, unit, ESP_UNIT_PARENT) != _esp_edit_get_id (organization, UNITS, parent))
    return TRUE;
  if (parent != ESP_IX_NONE)
    g_set_error (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_VALUE, _("“%s” is part of “%s” already."),
                 esp_unit_get_name (organization, unit), esp_unit_get_name (organization, parent));
  else
    g_set_error_literal (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_VALUE, _("That is where it is already."));
  return FALSE;
}

/**
 * esp_edit_move_unit:
 * @organization: an organization
 * @unit: a unit
 * @parent: the unit it shall be part of, or %ESP_IX_NONE
 *
 * Errors: as esp_edit_can_move_unit()
 */
gboolean
esp_edit_move_unit (EspOrganization *organization,
                    EspIx            unit,
                    EspIx            parent,
                    GError         **error)
{
  g_autofree char *name = NULL;

  if (!esp_edit_can_move_unit (organization, unit, parent, error))
    return FALSE;
  /* Translators: a step of undo; the name of a unit */
  name = g_strdup_printf (_("Move %s"), esp_unit_get_name (organization, unit));
  _esp_edit_set_one (organization, name, UNITS, unit, ESP_UNIT_PARENT, _esp_edit_get_id (organization, UNITS, parent));
  return TRUE;
}

/**
 * esp_edit_set_head:
 * @organization: an organization
 * @unit: a unit
 * @position: its head, or %ESP_IX_NONE to let the lines decide
 */
void
esp_edit_set_head (EspOrganization *organization,
                   EspIx            unit,
                   EspIx            position)
{
  EspStr id = position == ESP_IX_NONE ? ESP_STR_NONE
                                      : esp_organization_get (organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_ID);

  _esp_edit_set_one (organization, _("Change Head"), UNITS, unit, ESP_UNIT_HEAD, id);
}

/* Lets what refers to @from in a field of a table refer to @to; nothing refers to itself by that. */
static void
redirect (EspOrganization *organization,
          EspTable         table,
          EspField         field,
          EspStr           from,
          EspStr           to)
{
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, table, &n);

  for (guint32 i = 0; i < n; i++)
    if (esp_organization_get (organization, table, order[i], field) == from)
      _esp_edit_set (organization, table, order[i], field, table == UNITS && to == _esp_edit_get_id (organization, UNITS, order[i]) ? ESP_STR_NONE : to);
}

/**
 * esp_edit_remove_unit:
 * @organization: an organization
 * @unit: a unit
 *
 * Removes the unit; its positions and units become part of the one above, so nobody is lost. Of two units with one id, the second has neither.
 *
 * Time: O(positions + units).
 */
void
esp_edit_remove_unit (EspOrganization *organization,
                      EspIx            unit)
{
  /* Translators: a step of undo; the name of a unit */
  g_autofree char *name = g_strdup_printf (_("Delete %s"), esp_unit_get_name (organization, unit));
  EspStr id = _esp_edit_get_id (organization, UNITS, unit);
  EspStr above = esp_organization_get (organization, UNITS, unit, ESP_UNIT_PARENT);

  if (above == id)
    above = ESP_STR_NONE;
  esp_organization_begin (organization, name);
  if (esp_organization_find (organization, UNITS, id) == unit)
    {
      redirect (organization, UNITS, ESP_UNIT_PARENT, id, above);
      redirect (organization, ESP_TABLE_POSITIONS, ESP_POSITION_UNIT, id, above);
    }
  esp_organization_remove (organization, UNITS, unit);
  esp_organization_commit (organization);
}
