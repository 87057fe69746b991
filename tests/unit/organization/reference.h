/* reference.h — an organization kept as simply as can be, to compare the real one with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "organization/esp-edits.h"
#include "organization/esp-findings.h"

/**
 * Reference:
 *
 * Rows are arrays of texts, a state is a list of rows for each table, the history is a list of states. Rows are named by their place in the document. Nothing is
 * indexed, nothing is inverted, and no code of the real one is asked.
 */
typedef struct _Reference Reference;

/* What an edit comes to: done (maybe nothing was to be done), or the code it must be refused with */
#define REFERENCE_DONE (-1)

#define REFERENCE_NOWHERE G_MAXUINT /* no row */

Reference  *reference_new              (EspOrganization *organization);
void        reference_free             (Reference       *self);
void        reference_compare          (Reference       *self,
                                        EspOrganization *organization);
void        reference_compare_change   (Reference       *self,
                                        EspOrganization *organization,
                                        const EspChange *change);
void        reference_note             (Reference       *self);

guint       reference_get_n            (Reference       *self,
                                        EspTable         table);
const char *reference_get              (Reference       *self,
                                        EspTable         table,
                                        guint            rank,
                                        EspField         field);
guint       reference_get_n_items      (Reference       *self,
                                        guint            rank,
                                        EspField         field);
gboolean    reference_has_id           (Reference       *self,
                                        EspTable         table,
                                        const char      *id);

/* The history */
void        reference_begin            (Reference       *self,
                                        const char      *name);
void        reference_commit           (Reference       *self);
void        reference_rollback         (Reference       *self);
void        reference_undo             (Reference       *self);
void        reference_redo             (Reference       *self);
void        reference_mark_saved       (Reference       *self);
gboolean    reference_revert           (Reference       *self);

/* Edits; @text and the like are as they stand in the document afterwards */
void        reference_set              (Reference       *self,
                                        const char      *name,
                                        EspTable         table,
                                        guint            rank,
                                        EspField         field,
                                        const char      *text);
void        reference_add              (Reference       *self,
                                        EspTable         table,
                                        guint            rank,
                                        const char      *const *fields);
void        reference_reorder          (Reference       *self,
                                        EspTable         table,
                                        guint            from,
                                        guint            to);
int         reference_move             (Reference       *self,
                                        const guint     *ranks,
                                        guint            n_ranks,
                                        gboolean         sets_manager,
                                        guint            manager,
                                        gboolean         sets_unit,
                                        guint            unit,
                                        gboolean         with_branch);
int         reference_move_position    (Reference       *self,
                                        guint            rank,
                                        guint            manager);
int         reference_move_unit        (Reference       *self,
                                        guint            rank,
                                        guint            parent);
void        reference_remove_positions (Reference       *self,
                                        const guint     *ranks,
                                        guint            n_ranks,
                                        EspReportsPolicy policy);
void        reference_remove_unit      (Reference       *self,
                                        guint            rank);
void        reference_remove_branch    (Reference       *self,
                                        guint            rank);
int         reference_set_holder       (Reference       *self,
                                        guint            rank,
                                        guint            nth,
                                        const char      *name);
void        reference_set_share        (Reference       *self,
                                        const char      *name,
                                        guint            rank,
                                        EspField         field,
                                        guint            nth,
                                        const char      *share);
void        reference_remove_holder    (Reference       *self,
                                        guint            rank,
                                        guint            nth);
void        reference_vacate           (Reference       *self,
                                        guint            rank);
int         reference_set_line         (Reference       *self,
                                        guint            rank,
                                        guint            nth,
                                        guint            to,
                                        EspLineKind      kind);
void        reference_remove_line      (Reference       *self,
                                        guint            rank,
                                        guint            nth);
guint       reference_count_reports    (Reference       *self,
                                        const guint     *ranks,
                                        guint            n_ranks,
                                        guint           *n_all);
int         reference_save_view        (Reference       *self,
                                        const char      *name,
                                        const char      *new_id,
                                        const EspViewWords *words);
int         reference_rename_view      (Reference       *self,
                                        guint            rank,
                                        const char      *name);
void        reference_remove_view      (Reference       *self,
                                        guint            rank);
guint       reference_fix              (Reference       *self,
                                        EspFixKind       kind,
                                        EspTable         table,
                                        guint            rank,
                                        const char      *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reference, reference_free)
