/* esp-document.h — an organization and the file it lives in; shared by all windows that show it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "catalogue/esp-catalogue.h"
#include "io/esp-file-watch.h"
#include "io/esp-io.h"
#include "organization/esp-diff.h"
#include "organization/esp-organization.h"

G_BEGIN_DECLS

/**
 * EspDocumentState:
 * @ESP_DOCUMENT_STATE_UNLOADED: has a source and has not been read yet
 * @ESP_DOCUMENT_STATE_LOADING: is being read; no organization
 * @ESP_DOCUMENT_STATE_READY: has its organization
 * @ESP_DOCUMENT_STATE_FAILED: could not be read: esp_document_get_error(); no organization
 */
typedef enum
{
  ESP_DOCUMENT_STATE_UNLOADED,
  ESP_DOCUMENT_STATE_LOADING,
  ESP_DOCUMENT_STATE_READY,
  ESP_DOCUMENT_STATE_FAILED,
} EspDocumentState;

/**
 * EspEditFunc:
 * @organization: the document's organization, which nobody else reads or writes meanwhile
 * @user_data: data given to esp_document_edit()
 *
 * Changes an organization: the functions of esp-edits.h, or its own begin … commit.
 */
typedef void (*EspEditFunc) (EspOrganization *organization,
                             gpointer         user_data);

/**
 * EspDocument:
 *
 * Lives on the main thread. Properties, all readable, with notify: `state` (int, #EspDocumentState), `title`, `subtitle`,
 * `file`, `organization`, `modified`, `can-undo`, `can-redo`, `undo-name`, `redo-name`,
 * `busy` (is read or written just now, or has edits that wait for workers),
 * `fraction` (of reading, 0 … 1), `rows` (read so far), `recovered` (steps that a crash had left), `unprotected` (whether steps cannot be written down),
 * `disk` (int, #EspFileState: what others did to the file).
 *
 * Signal `changed (EspChange *change)`: (G_TYPE_POINTER) the organization's own, forwarded; valid during the emission.
 */
#define ESP_TYPE_DOCUMENT (esp_document_get_type ())
G_DECLARE_FINAL_TYPE (EspDocument, esp_document, ESP, DOCUMENT, GObject)

EspDocument      *esp_document_new_empty             (void) G_GNUC_WARN_UNUSED_RESULT;
EspDocument      *esp_document_new_for_file          (GFile                *file) G_GNUC_WARN_UNUSED_RESULT;
EspDocument      *esp_document_new_for_bytes          (GBytes               *bytes) G_GNUC_WARN_UNUSED_RESULT;
EspDocument      *esp_document_new_for_sample        (const EspSample      *sample) G_GNUC_WARN_UNUSED_RESULT;

EspDocumentState  esp_document_get_state             (EspDocument          *self);
GFile            *esp_document_get_file              (EspDocument          *self);
const EspSample  *esp_document_get_sample            (EspDocument          *self);
const char       *esp_document_get_title             (EspDocument          *self);
const char       *esp_document_get_subtitle          (EspDocument          *self);
EspOrganization  *esp_document_get_organization      (EspDocument          *self);
const GError     *esp_document_get_error             (EspDocument          *self);
const EspLoadReport *esp_document_get_report         (EspDocument          *self);
gboolean          esp_document_get_busy              (EspDocument          *self);
double            esp_document_get_fraction          (EspDocument          *self);
guint             esp_document_get_rows              (EspDocument          *self);

/* A foreign table: what its columns are, told before it is read */
GBytes           *esp_document_get_bytes             (EspDocument          *self);
void              esp_document_set_mapping           (EspDocument           *self,
                                                      const EspTableMapping *mapping);

/* Reading: in a worker; the organization is there all at once or not at all */
void              esp_document_load_async            (EspDocument          *self,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
gboolean          esp_document_load_finish           (EspDocument          *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);

/* Writing: in a worker; edits wait until it is done */
gboolean          esp_document_needs_place           (EspDocument          *self);
gboolean          esp_document_save_rewrites         (EspDocument          *self);
void              esp_document_save_async            (EspDocument          *self,
                                                      gboolean              overwrite,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
void              esp_document_save_as_async         (EspDocument          *self,
                                                      GFile                *file,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
gboolean          esp_document_save_finish           (EspDocument          *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);

/* The file in the hands of others: what it has that the document has not */
EspFileState      esp_document_get_disk              (EspDocument          *self);
void              esp_document_compare_async         (EspDocument          *self,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
EspDiff          *esp_document_compare_finish        (EspDocument          *self,
                                                      GAsyncResult         *result,
                                                      GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* The journal: every step is written down at once; after a crash, reading takes them up again */
guint             esp_document_get_recovered         (EspDocument          *self);
void              esp_document_accept_recovered      (EspDocument          *self);
const char       *esp_document_get_set_aside         (EspDocument          *self);
const GError     *esp_document_get_unprotected       (EspDocument          *self);
void              esp_document_discard               (EspDocument          *self);
void              esp_document_abandon               (EspDocument          *self);
GPtrArray        *esp_document_list_left             (void) G_GNUC_WARN_UNUSED_RESULT;

/* Changing: the only way to change the organization of a document */
void              esp_document_edit                  (EspDocument          *self,
                                                      EspEditFunc           func,
                                                      gpointer              user_data,
                                                      GDestroyNotify        destroy);
void              esp_document_undo                  (EspDocument          *self);
void              esp_document_redo                  (EspDocument          *self);
gboolean          esp_document_get_can_undo          (EspDocument          *self);
gboolean          esp_document_get_can_redo          (EspDocument          *self);
const char       *esp_document_get_undo_name         (EspDocument          *self);
const char       *esp_document_get_redo_name         (EspDocument          *self);
gboolean          esp_document_get_modified          (EspDocument          *self);

/* Workers that read the organization off the main thread: between hold and release (both on the main thread) nothing is changed */
void              esp_document_hold                  (EspDocument          *self);
void              esp_document_release               (EspDocument          *self);

/* All documents that are alive, for the question on quitting (transfer container) (element-type EspDocument) */
GPtrArray        *esp_document_list_modified         (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
