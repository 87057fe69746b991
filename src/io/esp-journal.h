/* esp-journal.h — every step of a document, written down at once, and repeated after a crash
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "organization/esp-organization.h"

G_BEGIN_DECLS

typedef enum
{
  ESP_JOURNAL_FILE,   /* of a file */
  ESP_JOURNAL_SAMPLE, /* of a copy of a built-in organization that was never saved */
  ESP_JOURNAL_NEW,    /* of a document that began empty and was never saved */
} EspJournalKind;

/**
 * EspJournalBase:
 * @kind: what the steps begin with
 * @place: (nullable): the URI of a file, the id of a sample
 * @etag: (nullable): of the file
 * @size: of the file in bytes
 *
 * What a journal belongs to. Steps can only be repeated on exactly that.
 */
typedef struct
{
  EspJournalKind  kind;
  char           *place;
  char           *etag;
  guint64         size;
} EspJournalBase;

EspJournalBase *esp_journal_base_new  (EspJournalKind        kind,
                                       const char           *place,
                                       const char           *etag,
                                       guint64               size) G_GNUC_WARN_UNUSED_RESULT;
void            esp_journal_base_free (EspJournalBase       *base);

/**
 * EspRecovery:
 * @n_changes: how many steps lie between the file and what stands now; 0: nothing had to be recovered
 * @set_aside: (nullable): path of a journal that does not fit, or not all of which can be read; it is kept, and not found again
 */
typedef struct
{
  guint  n_changes;
  char  *set_aside;
} EspRecovery;

void            esp_recovery_clear    (EspRecovery          *recovery);

/**
 * EspJournalFailedFunc:
 * @error: why
 * @user_data: what the caller gave
 *
 * Told once, on the main thread, that steps could not be written down. They are tried again with the next step.
 */
typedef void (*EspJournalFailedFunc)  (const GError         *error,
                                       gpointer              user_data);

/**
 * EspJournal:
 *
 * The journal of one document. It comes to exist with the first step, and is gone when the document is saved or its changes are discarded; if neither happens
 * it is found again.
 *
 * Threads: the main thread, unless said otherwise.
 */
typedef struct _EspJournal EspJournal;

EspJournal     *esp_journal_new           (const char           *folder,
                                           const EspJournalBase *base) G_GNUC_WARN_UNUSED_RESULT;
EspJournal     *esp_journal_new_left      (const char           *folder,
                                           const char           *name,
                                           const EspJournalBase *base) G_GNUC_WARN_UNUSED_RESULT;
void            esp_journal_free          (EspJournal           *self);
void            esp_journal_discard       (EspJournal           *self);

void            esp_journal_recover       (EspJournal           *self,
                                           EspOrganization      *organization,
                                           EspRecovery          *recovery);
void            esp_journal_attach        (EspJournal           *self,
                                           EspOrganization      *organization,
                                           EspJournalFailedFunc  failed,
                                           gpointer              user_data);

void            esp_journal_put_content   (EspJournal           *self,
                                           const char           *name);
void            esp_journal_announce_save (EspJournal           *self,
                                           GFile                *file,
                                           const char           *etag,
                                           guint64               size);
void            esp_journal_take_saved    (EspJournal           *self,
                                           const char           *etag);
void            esp_journal_clear         (EspJournal           *self);
void            esp_journal_sync          (EspJournal           *self);

/**
 * EspJournalLeft:
 * @name: of the journal, for esp_journal_new_left()
 * @base: what it belongs to: a new document, or a sample
 *
 * A journal of a document that was never saved.
 */
typedef struct
{
  char           *name;
  EspJournalBase *base;
} EspJournalLeft;

GPtrArray      *esp_journal_list_left     (const char           *folder) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspJournal, esp_journal_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspJournalBase, esp_journal_base_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EspRecovery, esp_recovery_clear)

G_END_DECLS
