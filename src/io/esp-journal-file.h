/* esp-journal-file.h — a file that records are appended to, so that each is there whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EspJournalFile:
 *
 * Records stand one behind the other: length (32 bits), checksum (64 bits, over the record and the checksum before it), bytes; numbers are little-endian. So
 * what is left of a record that was being written, or anything else at the end, is told from records.
 *
 * The process that writes a file keeps it locked; a file that is not locked was left behind.
 *
 * Threads: appending is done by one thread for all files of the process; the functions may be called from any thread, one at a time for each file.
 */
typedef struct _EspJournalFile EspJournalFile;

/**
 * EspJournalFailureFunc:
 * @error: why
 * @user_data: what the caller gave
 *
 * Told once, in the thread that writes, that records could not be written. They are tried again with the next one.
 */
typedef void (*EspJournalFailureFunc) (const GError *error,
                                       gpointer      user_data);

EspJournalFile *esp_journal_file_new         (const char             *folder,
                                              const char             *name);
EspJournalFile *esp_journal_file_open        (const char             *folder,
                                              const char             *name,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void            esp_journal_file_set_failure (EspJournalFile         *self,
                                              EspJournalFailureFunc   failure,
                                              gpointer                user_data,
                                              GDestroyNotify          destroy);
GBytes         *esp_journal_file_next        (EspJournalFile         *self);
void            esp_journal_file_append      (EspJournalFile         *self,
                                              GByteArray             *record);
void            esp_journal_file_sync        (EspJournalFile         *self);
void            esp_journal_file_remove      (EspJournalFile         *self);
gboolean        esp_journal_file_has_rest    (EspJournalFile         *self);
char           *esp_journal_file_copy_aside  (EspJournalFile         *self) G_GNUC_WARN_UNUSED_RESULT;
char           *esp_journal_file_set_aside   (EspJournalFile         *self) G_GNUC_WARN_UNUSED_RESULT;
void            esp_journal_file_close       (EspJournalFile         *self);

GPtrArray      *esp_journal_file_list        (const char             *folder,
                                              const char             *prefix) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspJournalFile, esp_journal_file_close)

G_END_DECLS
