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

/**
 * EspDestination:
 * @sets_manager: they get another manager
 * @manager: it, or %ESP_IX_NONE for none
 * @sets_unit: they get another unit
 * @unit: it, or %ESP_IX_NONE for none
 * @with_branch: what hangs from them and sits in the same unit goes to the new unit, too
 *
 * Where positions are moved to.
 */
typedef struct
{
  gboolean sets_manager;
  EspIx    manager;
  gboolean sets_unit;
  EspIx    unit;
  gboolean with_branch;
} EspDestination;

/**
 * EspViewWords:
 * @top: (nullable): id of the position or unit at its top
 * @lines: kinds of secondary lines that are shown
 * @filter: what positions are asked for
 * @folded: ids of what is folded
 * @center: (nullable): id of the position or unit in the middle
 * @zoom: (nullable): a number
 *
 * A view of the chart as it stands in files. The lists may be empty, never %NULL.
 */
typedef struct
{
  const char         *chart;
  const char         *top;
  const char         *direction;
  const char         *density;
  const char         *arrange;
  const char         *color_by;
  gboolean            frames;
  const char * const *lines;
  const char * const *filter;
  const char * const *folded;
  const char         *center;
  const char         *zoom;
} EspViewWords;

/* The organization */
void     esp_edit_rename_organization (EspOrganization *organization,
                                       const char      *name);

/* Positions: their fields */
EspIx    esp_edit_add_position     (EspOrganization *organization,
                                    const char      *title,
                                    EspIx            manager,
                                    EspIx            unit,
                                    EspIx            after);
gboolean esp_edit_retitle          (EspOrganization *organization,
                                    EspIx            position,
                                    const char      *title,
                                    GError         **error);
void     esp_edit_set_scope        (EspOrganization *organization,
                                    EspIx            position,
                                    EspScope         scope);
void     esp_edit_set_state        (EspOrganization *organization,
                                    EspIx            position,
                                    EspState         state);
void     esp_edit_set_role         (EspOrganization *organization,
                                    EspIx            position,
                                    const char      *role_id);
void     esp_edit_set_level        (EspOrganization *organization,
                                    EspIx            position,
                                    const char      *level_id);
gboolean esp_edit_set_posts        (EspOrganization *organization,
                                    EspIx            position,
                                    const char      *posts,
                                    GError         **error);
void     esp_edit_set_staff        (EspOrganization *organization,
                                    EspTable         table,
                                    EspIx            ix,
                                    EspStaff         staff);
void     esp_edit_set_arrange      (EspOrganization *organization,
                                    EspIx            position,
                                    EspArrangement   arrange);
void     esp_edit_set_note         (EspOrganization *organization,
                                    EspIx            position,
                                    const char      *note);

/* Positions: who holds them */
gboolean esp_edit_rename_holder    (EspOrganization *organization,
                                    EspIx            position,
                                    guint32          nth,
                                    const char      *name,
                                    GError         **error);
void     esp_edit_remove_holder    (EspOrganization *organization,
                                    EspIx            position,
                                    guint32          nth);
gboolean esp_edit_set_holder_share (EspOrganization *organization,
                                    EspIx            position,
                                    guint32          nth,
                                    const char      *share,
                                    GError         **error);
void     esp_edit_vacate           (EspOrganization *organization,
                                    EspIx            position);

/* Positions: where they are */
gboolean esp_edit_can_report_to    (EspOrganization *organization,
                                    EspIx            position,
                                    EspIx            manager,
                                    GError         **error);
gboolean esp_edit_move_position    (EspOrganization *organization,
                                    EspIx            position,
                                    EspIx            manager,
                                    GError         **error);
void     esp_edit_move_to_unit     (EspOrganization *organization,
                                    EspIx            position,
                                    EspIx            unit);
gboolean esp_edit_can_move         (EspOrganization      *organization,
                                    const EspIx          *positions,
                                    guint32               n_positions,
                                    const EspDestination *to,
                                    GError              **error);
gboolean esp_edit_move             (EspOrganization      *organization,
                                    const EspIx          *positions,
                                    guint32               n_positions,
                                    const EspDestination *to,
                                    GError              **error);
void     esp_edit_reorder          (EspOrganization *organization,
                                    EspTable         table,
                                    EspIx            ix,
                                    guint32          rank);
void     esp_edit_place_beside     (EspOrganization *organization,
                                    EspTable         table,
                                    EspIx            ix,
                                    EspIx            other,
                                    gboolean         is_after);
guint32  esp_edit_count_reports    (EspOrganization *organization,
                                    const EspIx     *positions,
                                    guint32          n_positions,
                                    guint32         *n_all);
void     esp_edit_remove_position  (EspOrganization *organization,
                                    EspIx            position,
                                    EspReportsPolicy policy);
void     esp_edit_remove_positions (EspOrganization *organization,
                                    const EspIx     *positions,
                                    guint32          n_positions,
                                    EspReportsPolicy policy);

/* Secondary lines */
gboolean esp_edit_can_add_line     (EspOrganization *organization,
                                    EspIx            position,
                                    EspIx            to,
                                    EspLineKind      kind,
                                    GError         **error);
gboolean esp_edit_add_line         (EspOrganization *organization,
                                    EspIx            position,
                                    EspIx            to,
                                    EspLineKind      kind,
                                    GError         **error);
gboolean esp_edit_set_line_kind    (EspOrganization *organization,
                                    EspIx            position,
                                    guint32          nth,
                                    EspLineKind      kind,
                                    GError         **error);
gboolean esp_edit_set_line_end     (EspOrganization *organization,
                                    EspIx            position,
                                    guint32          nth,
                                    EspIx            to,
                                    GError         **error);
gboolean esp_edit_set_line_share   (EspOrganization *organization,
                                    EspIx            position,
                                    guint32          nth,
                                    const char      *share,
                                    GError         **error);
void     esp_edit_remove_line      (EspOrganization *organization,
                                    EspIx            position,
                                    guint32          nth);

/* Units */
EspIx    esp_edit_add_unit         (EspOrganization *organization,
                                    const char      *name,
                                    EspUnitKind      kind,
                                    EspIx            parent);
gboolean esp_edit_rename_unit      (EspOrganization *organization,
                                    EspIx            unit,
                                    const char      *name,
                                    GError         **error);
void     esp_edit_set_unit_kind    (EspOrganization *organization,
                                    EspIx            unit,
                                    EspUnitKind      kind);
void     esp_edit_set_function     (EspOrganization *organization,
                                    EspIx            unit,
                                    const char      *function);
gboolean esp_edit_can_move_unit    (EspOrganization *organization,
                                    EspIx            unit,
                                    EspIx            parent,
                                    GError         **error);
gboolean esp_edit_move_unit        (EspOrganization *organization,
                                    EspIx            unit,
                                    EspIx            parent,
                                    GError         **error);
void     esp_edit_set_head         (EspOrganization *organization,
                                    EspIx            unit,
                                    EspIx            position);
void     esp_edit_remove_unit      (EspOrganization *organization,
                                    EspIx            unit);
void     esp_edit_remove_unit_branch (EspOrganization *organization,
                                    EspIx            unit);

/* Views */
EspIx    esp_edit_find_view        (EspOrganization *organization,
                                    const char      *name);
EspIx    esp_edit_save_view        (EspOrganization *organization,
                                    const char      *name,
                                    const EspViewWords *view,
                                    GError         **error);
gboolean esp_edit_rename_view      (EspOrganization *organization,
                                    EspIx            view,
                                    const char      *name,
                                    GError         **error);
void     esp_edit_remove_view      (EspOrganization *organization,
                                    EspIx            view);

G_END_DECLS
