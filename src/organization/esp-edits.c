/* esp-edits.c — what people do to the fields of a position
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-organization"

#include "organization/esp-edits-private.h"

#include "core/esp-i18n.h"

#define POSITIONS ESP_TABLE_POSITIONS

/* Sets a field and drops what was kept of the same member as source text, so that no member is written twice. */
void
_esp_edit_set (EspOrganization *organization,
               EspTable         table,
               EspIx            ix,
               EspField         field,
               guint32          value)
{
  static const EspField extra_fields[ESP_N_TABLES] = {
    [ESP_TABLE_DOCUMENT] = ESP_DOCUMENT_EXTRA,
    [ESP_TABLE_UNITS] = ESP_UNIT_EXTRA,
    [ESP_TABLE_POSITIONS] = ESP_POSITION_EXTRA,
    [ESP_TABLE_VIEWS] = ESP_VIEW_EXTRA,
  };
  EspField extra_field = extra_fields[table];
  g_autofree char *extra = esp_extra_without (esp_organization_get_text (organization, table, ix, extra_field),
                                              esp_field_get_name (table, field));

  if (extra != NULL)
    esp_organization_set (organization, table, ix, extra_field, *extra != '\0' ? esp_organization_intern (organization, extra) : ESP_STR_NONE);
  esp_organization_set (organization, table, ix, field, value);
}

/* One field, one step */
void
_esp_edit_set_one (EspOrganization *organization,
                   const char      *name,
                   EspTable         table,
                   EspIx            ix,
                   EspField         field,
                   guint32          value)
{
  if (esp_organization_get (organization, table, ix, field) == value)
    return;
  esp_organization_begin (organization, name);
  _esp_edit_set (organization, table, ix, field, value);
  esp_organization_commit (organization);
}

/* The text without white space at its ends, interned; %ESP_STR_NONE for nothing */
EspStr
_esp_edit_intern (EspOrganization *organization,
                  const char      *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *stripped != '\0' ? esp_organization_intern (organization, stripped) : ESP_STR_NONE;
}

/* An id that no row of the table has and nobody asks for, whether it is there or was: the prefix and the first number from the count of slots on that makes a
 * text which does not occur at all */
EspStr
_esp_edit_new_id (EspOrganization *organization,
                  EspTable         table,
                  const char      *prefix)
{
  for (guint32 i = esp_organization_get_n_slots (organization, table) + 1;; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s%u", prefix, i);

      if (esp_strings_find (esp_organization_get_strings (organization), id, -1) == ESP_STR_NONE)
        return esp_organization_intern (organization, id);
    }
}

/* The id of a row, to refer to it by; %ESP_STR_NONE for no row */
EspStr
_esp_edit_get_id (EspOrganization *organization,
                  EspTable         table,
                  EspIx            ix)
{
  return ix == ESP_IX_NONE ? ESP_STR_NONE : esp_organization_get (organization, table, ix, 0);
}

/**
 * _esp_edit_parse_number:
 * @text: (nullable): what somebody typed; a comma is a decimal point, too
 * @least: the number must be greater
 * @most: and not greater than this
 * @str: (out): the number as it is written in files; %ESP_STR_NONE for nothing
 *
 * Errors: %ESP_ORGANIZATION_ERROR_VALUE if it is no number, or outside of the range
 */
gboolean
_esp_edit_parse_number (EspOrganization *organization,
                        const char      *text,
                        double           least,
                        double           most,
                        EspStr          *str,
                        GError         **error)
{
  g_autofree char *plain = g_strstrip (g_strdelimit (g_strdup (text != NULL ? text : ""), ",", '.'));
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;
  double value;

  if (*plain == '\0')
    {
      *str = ESP_STR_NONE;
      return TRUE;
    }
  value = g_ascii_strtod (plain, &end);
  if (*end != '\0' || !g_ascii_isdigit (end[-1]) || !(value > least && value <= most))
    {
      g_set_error (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_VALUE, _("“%s” is not a number above %g, up to %g."), plain, least, most);
      return FALSE;
    }
  *str = esp_organization_intern (organization, g_ascii_formatd (buffer, sizeof buffer, "%.10g", value));
  return TRUE;
}

/**
 * esp_edit_add_position:
 * @organization: an organization
 * @title: (nullable): its title
 * @manager: whom it reports to, or %ESP_IX_NONE
 * @unit: where it sits, or %ESP_IX_NONE
 * @after: the position it stands behind in the document, or %ESP_IX_NONE for the end
 *
 * Adds a vacant position with a new id.
 *
 * Returns: the position
 */
EspIx
esp_edit_add_position (EspOrganization *organization,
                       const char      *title,
                       EspIx            manager,
                       EspIx            unit,
                       EspIx            after)
{
  EspIx ix;
  guint32 rank = after == ESP_IX_NONE ? G_MAXUINT32 : esp_organization_get_ranks (organization, POSITIONS)[after] + 1;

  esp_organization_begin (organization, _("Add Position"));
  ix = esp_organization_insert (organization, POSITIONS, _esp_edit_new_id (organization, POSITIONS, "p"), rank);
  esp_organization_set (organization, POSITIONS, ix, ESP_POSITION_TITLE, _esp_edit_intern (organization, title));
  esp_organization_set (organization, POSITIONS, ix, ESP_POSITION_REPORTS_TO, _esp_edit_get_id (organization, POSITIONS, manager));
  esp_organization_set (organization, POSITIONS, ix, ESP_POSITION_UNIT, _esp_edit_get_id (organization, ESP_TABLE_UNITS, unit));
  esp_organization_commit (organization);
  return ix;
}

/**
 * esp_edit_retitle:
 * @organization: an organization
 * @position: a position
 * @title: the new title
 *
 * Errors: %ESP_ORGANIZATION_ERROR_VALUE if there is nothing but white space in @title
 */
gboolean
esp_edit_retitle (EspOrganization *organization,
                  EspIx            position,
                  const char      *title,
                  GError         **error)
{
  EspStr str = _esp_edit_intern (organization, title);

  if (str == ESP_STR_NONE)
    {
      g_set_error_literal (error, ESP_ORGANIZATION_ERROR, ESP_ORGANIZATION_ERROR_VALUE, _("A position needs a title."));
      return FALSE;
    }
  _esp_edit_set_one (organization, _("Change Title"), POSITIONS, position, ESP_POSITION_TITLE, str);
  return TRUE;
}

/**
 * esp_edit_set_scope:
 * @organization: an organization
 * @position: a position
 * @scope: whom it serves
 */
void
esp_edit_set_scope (EspOrganization *organization,
                    EspIx            position,
                    EspScope         scope)
{
  _esp_edit_set_one (organization, _("Change Scope"), POSITIONS, position, ESP_POSITION_SCOPE, scope);
}

/**
 * esp_edit_set_state:
 * @organization: an organization
 * @position: a position
 * @state: its state; %ESP_STATE_DEFAULT lets the holders decide
 */
void
esp_edit_set_state (EspOrganization *organization,
                    EspIx            position,
                    EspState         state)
{
  _esp_edit_set_one (organization, _("Change State"), POSITIONS, position, ESP_POSITION_STATE, state);
}

/**
 * esp_edit_set_role:
 * @organization: an organization
 * @position: a position
 * @role_id: (nullable): id of a role, %NULL for none
 */
void
esp_edit_set_role (EspOrganization *organization,
                   EspIx            position,
                   const char      *role_id)
{
  _esp_edit_set_one (organization, _("Change Role"), POSITIONS, position, ESP_POSITION_ROLE, _esp_edit_intern (organization, role_id));
}

/**
 * esp_edit_set_level:
 * @organization: an organization
 * @position: a position
 * @level_id: (nullable): id of a level, %NULL for none
 */
void
esp_edit_set_level (EspOrganization *organization,
                    EspIx            position,
                    const char      *level_id)
{
  _esp_edit_set_one (organization, _("Change Level"), POSITIONS, position, ESP_POSITION_LEVEL, _esp_edit_intern (organization, level_id));
}

/**
 * esp_edit_set_note:
 * @organization: an organization
 * @position: a position
 * @note: (nullable): free text
 */
void
esp_edit_set_note (EspOrganization *organization,
                   EspIx            position,
                   const char      *note)
{
  _esp_edit_set_one (organization, _("Change Note"), POSITIONS, position, ESP_POSITION_NOTE, _esp_edit_intern (organization, note));
}

/**
 * esp_edit_set_posts:
 * @organization: an organization
 * @position: a position
 * @posts: (nullable): how many like posts the card stands for, as typed; nothing is one
 *
 * Errors: %ESP_ORGANIZATION_ERROR_VALUE if it is no number above 0
 */
gboolean
esp_edit_set_posts (EspOrganization *organization,
                    EspIx            position,
                    const char      *posts,
                    GError         **error)
{
  EspStr str;

  if (!_esp_edit_parse_number (organization, posts, 0, 100000, &str, error))
    return FALSE;
  if (str != ESP_STR_NONE && g_str_equal (esp_organization_get_string (organization, str), "1"))
    str = ESP_STR_NONE;
  if (esp_position_get_posts (organization, position) == (str == ESP_STR_NONE ? 1.0 : g_ascii_strtod (esp_organization_get_string (organization, str), NULL)))
    return TRUE; /* the same number may be written otherwise */
  _esp_edit_set_one (organization, _("Change Posts"), POSITIONS, position, ESP_POSITION_POSTS, str);
  return TRUE;
}

/**
 * esp_edit_set_staff:
 * @organization: an organization
 * @table: units or positions
 * @ix: a row
 * @staff: whether it stands as an assistant beside the line
 */
void
esp_edit_set_staff (EspOrganization *organization,
                    EspTable         table,
                    EspIx            ix,
                    EspStaff         staff)
{
  _esp_edit_set_one (organization, _("Change Place Beside the Line"), table, ix, table == POSITIONS ? ESP_POSITION_STAFF : ESP_UNIT_STAFF, staff);
}

/**
 * esp_edit_set_arrange:
 * @organization: an organization
 * @position: a position
 * @arrange: how what hangs below it stands
 */
void
esp_edit_set_arrange (EspOrganization *organization,
                      EspIx            position,
                      EspArrangement   arrange)
{
  _esp_edit_set_one (organization, _("Change Arrangement"), POSITIONS, position, ESP_POSITION_ARRANGE, arrange);
}

/**
 * esp_edit_rename_organization:
 * @organization: an organization
 * @name: (nullable): its name
 */
void
esp_edit_rename_organization (EspOrganization *organization,
                              const char      *name)
{
  _esp_edit_set_one (organization, _("Rename Organization"), ESP_TABLE_DOCUMENT, 0, ESP_DOCUMENT_NAME, _esp_edit_intern (organization, name));
}
