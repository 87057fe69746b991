/* esp-journal-steps.h — steps of an organization's history to records, and records to steps of another one that began the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "organization/esp-recorder.h"

G_BEGIN_DECLS

/* The first number of a record */
typedef enum
{
  ESP_RECORD_HEAD = 1, /* what the journal belongs to; the first record */
  ESP_RECORD_SAVING,   /* a file is about to be replaced by what stands now */
  ESP_RECORD_DO,       /* a step: its name, its changes */
  ESP_RECORD_UNDO,     /* the last step is taken back */
  ESP_RECORD_REDO,     /* what was taken back last is done again */
  ESP_RECORD_REPLACE,  /* the last step is taken back, this one takes its place: as ESP_RECORD_DO */
  ESP_RECORD_UNMAKE,   /* the last step is taken back and forgotten */
  ESP_RECORD_UNDO_OLD, /* a step from before the journal is taken back: its name, the changes that does */
} EspRecordType;

/**
 * EspJournalSteps:
 *
 * Writes down the steps of one organization, or repeats them in one that is as that one was. Rows are named by keys: a row that stood there from the beginning
 * by its place in the order then, a row that came later by the next number; and by their id, so that a wrong one is noticed. Texts are spelled out.
 */
typedef struct _EspJournalSteps EspJournalSteps;

EspJournalSteps *esp_journal_steps_new        (EspOrganization *organization);
EspJournalSteps *esp_journal_steps_new_empty  (EspOrganization *organization);
void             esp_journal_steps_free       (EspJournalSteps *self);

guint32          esp_journal_steps_get_n_base (EspJournalSteps *self,
                                               EspTable         table);

void             esp_journal_steps_begin      (EspJournalSteps *self,
                                               EspStepKind      kind,
                                               const char      *name);
void             esp_journal_steps_add        (EspJournalSteps *self,
                                               const EspOp     *op);
GByteArray      *esp_journal_steps_end        (EspJournalSteps *self,
                                               gboolean         is_kept) G_GNUC_WARN_UNUSED_RESULT;

GByteArray      *esp_journal_steps_put_content (EspJournalSteps *self,
                                               const char      *name) G_GNUC_WARN_UNUSED_RESULT;

gboolean         esp_journal_steps_repeat     (EspJournalSteps *self,
                                               const guint8    *tainted,
                                               gsize            length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspJournalSteps, esp_journal_steps_free)

G_END_DECLS
