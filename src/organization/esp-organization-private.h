/* esp-organization-private.h — the struct behind EspOrganization, for its own files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "organization/esp-history.h"
#include "organization/esp-organization.h"
#include "organization/esp-recorder.h"
#include "organization/esp-rows.h"

G_BEGIN_DECLS

/**
 * EspOrganization:
 *
 * The model of one document. Rows live in slots of packed columns (esp-rows.h), texts in one pool, lists in one array of words that only
 * grows: a changed list is a new list, so that every field is one 32-bit value and undo is exact.
 *
 * Threads: an organization belongs to one thread at a time. While nobody changes it, any number of threads may read it, once
 * esp_organization_get_ranks() has been called by the owner.
 */
struct _EspOrganization
{
  GObject     parent_instance;

  EspStrings *strings;
  EspRows     tables[ESP_N_TABLES];
  GArray     *words; /* lists: the count of words, then the words; a list's number is the place of its count */
  EspHistory *history;
  EspChange   change;
  GPtrArray  *import_findings;

  const EspRecorder *recorder; /* NULL: nobody writes down what happens */
  gpointer           recorder_data;
};

extern guint _esp_organization_changed_signal;

void _esp_organization_apply_op (const EspOp *op,
                                 gboolean     reverse,
                                 gpointer     user_data);
void _esp_organization_do_op       (EspOrganization *self,
                                    const EspOp     *op);
void _esp_organization_emit_change (EspOrganization *self);
void _esp_organization_undo        (EspOrganization *self);
void _esp_organization_redo        (EspOrganization *self);

G_END_DECLS
