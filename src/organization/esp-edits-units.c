/* esp-edits-units.c — what people do to units
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-organization"

#include "organization/esp-edits-private.h"

#include "core/esp-i18n.h"

#define UNITS ESP_TABLE_UNITS

static EspStr
get_unit_id (EspOrganization *organization,
             EspIx            unit)
{
  return unit == ESP_IX_NONE ? ESP_STR_NONE : esp_organization_get (organization, UNITS, unit, ESP_UNIT_ID);
}

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
  esp_organization_set (organization, UNITS, unit, ESP_UNIT_PARENT, get_unit_id (organization, parent));
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
 * esp_edit_move_unit:
 * @organization: an organization
 * @unit: a unit
 * @parent: the unit it shall be part of, or %ESP_IX_NONE
 *
 * Errors: %ESP_ORGANIZATION_ERROR_RING if @parent is, or is part of, @unit
 */
gboolean
esp_edit_move_unit (EspOrganization *organization,
                    EspIx            unit,
                    EspIx            parent,
                    GError         **error)
{
  guint32 left = esp_organization_get_n (organization, UNITS);
  g_autofree char *name = NULL;

  for (EspIx ix = parent; ix != ESP_IX_NONE && left > 0; ix = esp_unit_get_parent (organization, ix), left--)
    if (ix == unit)
      {
        g_set_error (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_RING, _("“%s” cannot become a part of itself."),
                     esp_unit_get_name (organization, unit));
        return FALSE;
      }
  /* Translators: a step of undo; the name of a unit */
  name = g_strdup_printf (_("Move %s"), esp_unit_get_name (organization, unit));
  _esp_edit_set_one (organization, name, UNITS, unit, ESP_UNIT_PARENT, get_unit_id (organization, parent));
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

/* Lets what refers to @from in a field of a table refer to @to. */
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
      _esp_edit_set (organization, table, order[i], field, to);
}

/**
 * esp_edit_remove_unit:
 * @organization: an organization
 * @unit: a unit
 *
 * Removes the unit; its positions and units become part of the one above, so nobody is lost.
 *
 * Time: O(positions + units).
 */
void
esp_edit_remove_unit (EspOrganization *organization,
                      EspIx            unit)
{
  /* Translators: a step of undo; the name of a unit */
  g_autofree char *name = g_strdup_printf (_("Delete %s"), esp_unit_get_name (organization, unit));
  EspStr id = get_unit_id (organization, unit);
  EspStr above = esp_organization_get (organization, UNITS, unit, ESP_UNIT_PARENT);

  if (above == id)
    above = ESP_STR_NONE;
  esp_organization_begin (organization, name);
  redirect (organization, UNITS, ESP_UNIT_PARENT, id, above);
  redirect (organization, ESP_TABLE_POSITIONS, ESP_POSITION_UNIT, id, above);
  esp_organization_remove (organization, UNITS, unit);
  esp_organization_commit (organization);
}
