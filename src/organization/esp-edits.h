/* esp-edits.h — what people do to an organization: each a named step of undo
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "organization/esp-organization.h"

G_BEGIN_DECLS

/* What becomes of the reports of a position that is removed */
typedef enum
{
  ESP_REPORTS_MOVE_UP, /* they report to its manager */
  ESP_REPORTS_REMOVE,  /* they are removed with it, and theirs */
} EspReportsPolicy;

/* Positions */
EspIx    esp_edit_add_position    (EspOrganization *organization,
                                   const char      *title,
                                   EspIx            manager,
                                   EspIx            unit,
                                   EspIx            after);
gboolean esp_edit_retitle         (EspOrganization *organization,
                                   EspIx            position,
                                   const char      *title,
                                   GError         **error);
gboolean esp_edit_rename_holder   (EspOrganization *organization,
                                   EspIx            position,
                                   guint32          nth,
                                   const char      *name,
                                   GError         **error);
void     esp_edit_vacate          (EspOrganization *organization,
                                   EspIx            position);
void     esp_edit_set_scope       (EspOrganization *organization,
                                   EspIx            position,
                                   EspScope         scope);
void     esp_edit_set_state       (EspOrganization *organization,
                                   EspIx            position,
                                   EspState         state);
void     esp_edit_set_role        (EspOrganization *organization,
                                   EspIx            position,
                                   const char      *role_id);
void     esp_edit_set_level       (EspOrganization *organization,
                                   EspIx            position,
                                   const char      *level_id);
void     esp_edit_set_note        (EspOrganization *organization,
                                   EspIx            position,
                                   const char      *note);
gboolean esp_edit_can_report_to   (EspOrganization *organization,
                                   EspIx            position,
                                   EspIx            manager,
                                   GError         **error);
gboolean esp_edit_move_position   (EspOrganization *organization,
                                   EspIx            position,
                                   EspIx            manager,
                                   GError         **error);
void     esp_edit_move_to_unit    (EspOrganization *organization,
                                   EspIx            position,
                                   EspIx            unit);
void     esp_edit_reorder         (EspOrganization *organization,
                                   EspTable         table,
                                   EspIx            ix,
                                   guint32          rank);
void     esp_edit_remove_position (EspOrganization *organization,
                                   EspIx            position,
                                   EspReportsPolicy policy);

/* Secondary lines */
gboolean esp_edit_add_line        (EspOrganization *organization,
                                   EspIx            position,
                                   EspIx            to,
                                   EspLineKind      kind,
                                   GError         **error);
void     esp_edit_remove_line     (EspOrganization *organization,
                                   EspIx            position,
                                   guint32          nth);

/* Units */
EspIx    esp_edit_add_unit        (EspOrganization *organization,
                                   const char      *name,
                                   EspUnitKind      kind,
                                   EspIx            parent);
gboolean esp_edit_rename_unit     (EspOrganization *organization,
                                   EspIx            unit,
                                   const char      *name,
                                   GError         **error);
gboolean esp_edit_move_unit       (EspOrganization *organization,
                                   EspIx            unit,
                                   EspIx            parent,
                                   GError         **error);
void     esp_edit_set_head        (EspOrganization *organization,
                                   EspIx            unit,
                                   EspIx            position);
void     esp_edit_remove_unit     (EspOrganization *organization,
                                   EspIx            unit);

G_END_DECLS
