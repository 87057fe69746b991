/* esp-journal-format.h — numbers and texts in the records of a journal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "organization/esp-organization.h"

G_BEGIN_DECLS

/* Numbers are written seven bits a byte, the last byte without the eighth bit; texts as their length and one, then their bytes, 0 being no text. */
void     esp_journal_put_number (GByteArray      *out,
                                 guint64          number);
void     esp_journal_put_text   (GByteArray      *out,
                                 const char      *text);
void     esp_journal_put_value  (GByteArray      *out,
                                 EspOrganization *organization,
                                 EspTable         table,
                                 EspField         field,
                                 guint32          value);

/**
 * EspJournalCursor:
 * @at: the next byte
 * @end: behind the last
 * @is_bad: something did not make sense; whatever is taken from then on is 0 or no text
 *
 * Reads what was put. A chain of calls needs one check at its end.
 */
typedef struct
{
  const guint8 *at;
  const guint8 *end;
  gboolean      is_bad;
} EspJournalCursor;

guint64  esp_journal_take_number (EspJournalCursor *cursor,
                                  guint64           max);
char    *esp_journal_take_text   (EspJournalCursor *cursor) G_GNUC_WARN_UNUSED_RESULT;
EspStr   esp_journal_take_str    (EspJournalCursor *cursor,
                                  EspOrganization  *organization);
guint32  esp_journal_take_value  (EspJournalCursor *cursor,
                                  EspOrganization  *organization,
                                  EspTable          table,
                                  EspField          field);

G_END_DECLS
