/* esp-recorder.h — who is told every change of an organization, so that it can be written down and repeated
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "organization/esp-history.h"
#include "organization/esp-organization.h"

G_BEGIN_DECLS

typedef enum
{
  ESP_STEP_DO,
  ESP_STEP_UNDO,
  ESP_STEP_REDO,
  ESP_STEP_REPLACE, /* the last step is taken back, and this one takes its place */
  ESP_STEP_UNMAKE,  /* the last step is taken back and forgotten */
} EspStepKind;

/**
 * EspRecorder:
 * @begin: a transaction begins, or a step is taken back or done again
 * @op: one change of it has been carried out, in the direction in which it was; rows stand as they do right after it
 * @end: it is over; not kept: it was rolled back, or changed nothing
 *
 * Told of everything that changes an organization, on the thread that changes it, before that is announced. Must not change anything.
 */
typedef struct
{
  void (*begin) (EspStepKind  kind,
                 const char  *name,
                 gpointer     user_data);
  void (*op)    (const EspOp *op,
                 gpointer     user_data);
  void (*end)   (gboolean     is_kept,
                 gpointer     user_data);
} EspRecorder;

void     esp_organization_set_recorder  (EspOrganization   *self,
                                         const EspRecorder *recorder,
                                         gpointer           user_data);

/* For repeating */
void     esp_organization_bring_back    (EspOrganization   *self,
                                         EspTable           table,
                                         EspIx              ix,
                                         guint32            rank);
gboolean esp_organization_remove_at     (EspOrganization   *self,
                                         EspTable           table,
                                         EspIx              ix,
                                         guint32            rank);
void     esp_organization_unmake        (EspOrganization   *self);
void     esp_organization_commit_undone (EspOrganization   *self);
void     esp_organization_forget_steps  (EspOrganization   *self);

G_END_DECLS
