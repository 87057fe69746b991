/* esp-document-private.h — the document's own state, shared by its source files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "io/esp-io.h"
#include "io/esp-journal.h"
#include "io/esp-lent-file.h"
#include "session/esp-document.h"

G_BEGIN_DECLS

typedef enum
{
  ESP_DOCUMENT_PROP_0,
  ESP_DOCUMENT_PROP_STATE,
  ESP_DOCUMENT_PROP_FILE,
  ESP_DOCUMENT_PROP_TITLE,
  ESP_DOCUMENT_PROP_SUBTITLE,
  ESP_DOCUMENT_PROP_ORGANIZATION,
  ESP_DOCUMENT_PROP_MODIFIED,
  ESP_DOCUMENT_PROP_CAN_UNDO,
  ESP_DOCUMENT_PROP_CAN_REDO,
  ESP_DOCUMENT_PROP_UNDO_NAME,
  ESP_DOCUMENT_PROP_REDO_NAME,
  ESP_DOCUMENT_PROP_BUSY,
  ESP_DOCUMENT_PROP_FRACTION,
  ESP_DOCUMENT_PROP_ROWS,
  ESP_DOCUMENT_PROP_RECOVERED,
  ESP_DOCUMENT_PROP_UNPROTECTED,
  ESP_DOCUMENT_PROP_DISK,
  ESP_DOCUMENT_N_PROPS
} EspDocumentProp;

/* What was last told of the organization's history, so that only what is new is notified. */
typedef struct
{
  gboolean    modified;
  gboolean    can_undo;
  gboolean    can_redo;
  const char *undo_name; /* interned */
  const char *redo_name;
} EspDocumentHistory;

struct _EspDocument
{
  GObject             parent_instance;

  EspDocumentState    state;
  GFile              *file;     /* NULL: has no place yet */
  char               *identity; /* under which it is registered; NULL: it is not */
  const EspSample    *sample;   /* borrowed from the catalogue */
  char               *title;
  char               *subtitle;
  EspOrganization    *organization;
  EspLoadReport      *report;   /* NULL: was not read from a file */
  EspTableMapping    *mapping;  /* NULL: what the columns of a foreign table are is found out */
  GBytes             *bytes;    /* NULL: what was pasted, until it is read */
  GError             *error;    /* why it could not be read */
  EspDocumentHistory  history;

  EspJournal         *journal;       /* NULL: is not ready, or nobody wants its changes */
  char               *journal_name;  /* of a journal that a crash left, until it is read */
  GError             *journal_error; /* why steps cannot be written down */
  char               *set_aside;
  guint               recovered;     /* steps taken up and not gone on from */
  EspFileWatch       *watch;         /* NULL: there is no file to watch */

  guint               n_busy;   /* reading and writing under way, and edits that wait */
  guint               n_holds;
  GQueue              edits;    /* of QueuedEdit: wait for the holds */
  gboolean            has_waiting_edits;
  GQueue              savings;  /* of GTask: the first is being written */
  GPtrArray          *waiting;  /* of GTask: asked for the load that is under way */
  double              fraction;
  guint               rows;
};

EspDocument *_esp_document_find     (GFile            *file);
void _esp_document_notify           (EspDocument      *self,
                                     EspDocumentProp   prop);
void _esp_document_set_state        (EspDocument      *self,
                                     EspDocumentState  state);
void _esp_document_set_organization (EspDocument      *self,
                                     EspOrganization  *organization);
void _esp_document_set_file         (EspDocument      *self,
                                     GFile            *file);
void _esp_document_update           (EspDocument      *self);
void _esp_document_mark_busy        (EspDocument      *self);
void _esp_document_unmark_busy      (EspDocument      *self);
void _esp_document_update_history   (EspDocument      *self);
void _esp_document_drop_edits       (EspDocument      *self);

/* esp-document-journal.c */
void _esp_document_recover_async    (EspDocument         *self,
                                     EspOrganization     *organization,
                                     const EspLoadReport *report,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
void _esp_document_recover_finish   (EspDocument         *self,
                                     GAsyncResult        *result);
void _esp_document_start_journal    (EspDocument         *self);
void _esp_document_set_recovered    (EspDocument         *self,
                                     guint                n_changes);

/* esp-document-disk.c */
void _esp_document_watch            (EspDocument         *self);

G_END_DECLS
