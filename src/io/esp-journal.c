/* esp-journal.c — every step of a document, written down at once, and repeated after a crash
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-journal"

#include "io/esp-journal.h"

#include <string.h>

#include "io/esp-journal-file.h"
#include "io/esp-journal-format.h"
#include "io/esp-journal-steps.h"
#include "io/esp-lent-file.h"
#include "organization/esp-recorder.h"

#define FORMAT      1 /* of the records; another one is not read */
#define NAME_LENGTH 32

/* The way from the writer to the main thread, where the journal may be gone by then */
typedef struct
{
  gatomicrefcount  ref_count;
  EspJournal      *journal;
} Link;

struct _EspJournal
{
  char                 *folder;
  char                 *name;
  EspJournalBase       *base;
  EspJournalBase       *announced;    /* what the base will be if the save that is under way succeeds */
  EspJournalFile       *file;         /* NULL: nothing was written down yet */
  EspOrganization      *organization; /* borrowed */
  EspJournalSteps      *steps;
  char                 *content_name; /* of a step that makes what stood at the beginning; NULL: that stands somewhere else */

  EspJournalFailedFunc  failed;
  gpointer              failed_data;
  Link                 *link;
};

EspJournalBase *
esp_journal_base_new (EspJournalKind  kind,
                      const char     *place,
                      const char     *etag,
                      guint64         size)
{
  EspJournalBase *base = g_new (EspJournalBase, 1);

  *base = (EspJournalBase){ kind, g_strdup (place), g_strdup (etag), size };
  return base;
}

void
esp_journal_base_free (EspJournalBase *base)
{
  if (base == NULL)
    return;
  g_free (base->place);
  g_free (base->etag);
  g_free (base);
}

static EspJournalBase *
copy_base (const EspJournalBase *base)
{
  return esp_journal_base_new (base->kind, base->place, base->etag, base->size);
}

static gboolean
base_equal (const EspJournalBase *a,
            const EspJournalBase *b)
{
  return a->kind == b->kind && g_strcmp0 (a->place, b->place) == 0 && g_strcmp0 (a->etag, b->etag) == 0 && a->size == b->size;
}

void
esp_recovery_clear (EspRecovery *recovery)
{
  g_clear_pointer (&recovery->set_aside, g_free);
  recovery->n_changes = 0;
}

static void
link_unref (gpointer data)
{
  Link *link = data;

  if (g_atomic_ref_count_dec (&link->ref_count))
    g_free (link);
}

/* Where the journals of this user are */
static char *
get_folder (const char *folder)
{
  return folder != NULL ? g_strdup (folder) : g_build_filename (g_get_user_data_dir (), "espalier", "journal", NULL);
}

/* All journals of one file have names that begin alike; those of other documents are found by their kind. */
static char *
make_name (const EspJournalBase *base)
{
  static const char *const prefixes[] = { [ESP_JOURNAL_SAMPLE] = "sample-", [ESP_JOURNAL_NEW] = "new-" };
  g_autofree char *random = NULL;

  if (base->kind == ESP_JOURNAL_FILE)
    {
      g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, base->place, -1);

      return g_strndup (sum, NAME_LENGTH);
    }
  random = g_uuid_string_random ();
  return g_strconcat (prefixes[base->kind], random, NULL);
}

/* Records */

static GByteArray *
make_base_record (EspRecordType         type,
                  const EspJournalBase *base)
{
  GByteArray *record = g_byte_array_new ();

  esp_journal_put_number (record, type);
  esp_journal_put_number (record, FORMAT);
  esp_journal_put_number (record, base->kind);
  esp_journal_put_text (record, base->place);
  esp_journal_put_text (record, base->etag);
  esp_journal_put_number (record, base->size);
  return record;
}

static EspJournalBase *
take_base_record (EspJournalCursor *cursor,
                  EspRecordType     type)
{
  g_autoptr (EspJournalBase) base = g_new0 (EspJournalBase, 1);

  if (esp_journal_take_number (cursor, G_MAXUINT32) != type || esp_journal_take_number (cursor, G_MAXUINT32) != FORMAT)
    return NULL;
  base->kind = esp_journal_take_number (cursor, ESP_JOURNAL_NEW);
  base->place = esp_journal_take_text (cursor);
  base->etag = esp_journal_take_text (cursor);
  base->size = esp_journal_take_number (cursor, G_MAXUINT64);
  return !cursor->is_bad ? g_steal_pointer (&base) : NULL;
}

static EspJournalCursor
get_cursor (GBytes *record)
{
  gsize length;
  const guint8 *tainted = g_bytes_get_data (record, &length);

  return (EspJournalCursor){ tainted, tainted + length };
}

/* The head says how many rows there were, too: another version might read the same file otherwise. */
static GByteArray *
make_head (EspJournal *self)
{
  GByteArray *record = make_base_record (ESP_RECORD_HEAD, self->base);

  for (guint i = 0; i < ESP_N_TABLES; i++)
    esp_journal_put_number (record, esp_journal_steps_get_n_base (self->steps, i));
  return record;
}

static gboolean
head_fits (EspJournal *self,
           GBytes     *head)
{
  EspJournalCursor cursor = get_cursor (head);
  g_autoptr (EspJournalBase) base = take_base_record (&cursor, ESP_RECORD_HEAD);

  if (base == NULL || !base_equal (base, self->base))
    return FALSE;
  for (guint i = 0; i < ESP_N_TABLES; i++)
    if (esp_journal_take_number (&cursor, G_MAXUINT32) != esp_journal_steps_get_n_base (self->steps, i))
      return FALSE;
  return !cursor.is_bad;
}

/* Whether the last thing that happened was a save that came to its end: then all of the journal is in a file. */
static gboolean
is_saved (GBytes *last)
{
  EspJournalCursor cursor = get_cursor (last);
  g_autoptr (EspJournalBase) target = take_base_record (&cursor, ESP_RECORD_SAVING);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFile) file = NULL;

  if (target == NULL || target->place == NULL || target->etag == NULL)
    return FALSE;
  file = g_file_new_for_uri (target->place);
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  return info != NULL && g_strcmp0 (g_file_info_get_etag (info), target->etag) == 0 && (guint64) g_file_info_get_size (info) == target->size;
}

/* Recording */

static void
tell_failure_cb (gpointer user_data)
{
  gpointer *data = user_data;
  Link *link = data[0];
  GError *error = data[1];

  if (link->journal != NULL && link->journal->failed != NULL)
    link->journal->failed (error, link->journal->failed_data);
  link_unref (link);
  g_error_free (error);
  g_free (data);
}

static void
failure_cb (const GError *error,
            gpointer      user_data)
{
  Link *link = user_data;
  gpointer *data = g_new (gpointer, 2);

  g_atomic_ref_count_inc (&link->ref_count);
  data[0] = link;
  data[1] = g_error_copy (error);
  g_idle_add_once (tell_failure_cb, data);
}

static void
take_file (EspJournal     *self,
           EspJournalFile *file)
{
  self->file = file;
  g_atomic_ref_count_inc (&self->link->ref_count);
  esp_journal_file_set_failure (file, failure_cb, self->link, link_unref);
}

static void
begin_cb (EspStepKind  kind,
          const char  *name,
          gpointer     user_data)
{
  esp_journal_steps_begin (((EspJournal *) user_data)->steps, kind, name);
}

static void
op_cb (const EspOp *op,
       gpointer     user_data)
{
  esp_journal_steps_add (((EspJournal *) user_data)->steps, op);
}

/* @record: (transfer full) */
static void
append (EspJournal *self,
        GByteArray *record)
{
  if (self->file == NULL)
    {
      take_file (self, esp_journal_file_new (self->folder, self->name));
      esp_journal_file_append (self->file, make_head (self));
    }
  esp_journal_file_append (self->file, record);
}

static void
end_cb (gboolean is_kept,
        gpointer user_data)
{
  EspJournal *self = user_data;
  GByteArray *record = esp_journal_steps_end (self->steps, is_kept);

  if (record != NULL)
    append (self, record);
}

static const EspRecorder recorder = { begin_cb, op_cb, end_cb };

static void
put_content (EspJournal *self)
{
  self->steps = esp_journal_steps_new_empty (self->organization);
  append (self, esp_journal_steps_put_content (self->steps, self->content_name));
}

/* Nothing that was written down is needed any more; what stands now is what the next steps begin with. */
static void
start_anew (EspJournal *self)
{
  g_clear_pointer (&self->file, esp_journal_file_remove);
  g_clear_pointer (&self->steps, esp_journal_steps_free);
  if (self->content_name != NULL)
    put_content (self);
  else
    self->steps = esp_journal_steps_new (self->organization);
}

/**
 * esp_journal_new:
 * @folder: (nullable): where journals are; %NULL: in the user's data folder
 * @base: what the document begins with; of a file also to find what was left behind
 *
 * Returns: (transfer full): a journal without anything in it; nothing is read or written yet
 */
EspJournal *
esp_journal_new (const char           *folder,
                 const EspJournalBase *base)
{
  g_autofree char *name = make_name (base);

  return esp_journal_new_left (folder, name, base);
}

/**
 * esp_journal_new_left:
 * @folder: (nullable): as for esp_journal_new()
 * @name: of a journal that was left behind (esp_journal_list_left())
 * @base: what the document begins with
 *
 * Returns: (transfer full): the journal, to be recovered
 */
EspJournal *
esp_journal_new_left (const char           *folder,
                      const char           *name,
                      const EspJournalBase *base)
{
  EspJournal *self = g_new0 (EspJournal, 1);

  self->folder = get_folder (folder);
  self->name = g_strdup (name);
  self->base = copy_base (base);
  self->link = g_new0 (Link, 1);
  g_atomic_ref_count_init (&self->link->ref_count);
  self->link->journal = self;
  return self;
}

/**
 * esp_journal_free:
 * @self: (nullable): a journal
 *
 * Stops writing down. What was written is gone if the organization is as it was saved; otherwise it is left behind, safely on the disk.
 */
void
esp_journal_free (EspJournal *self)
{
  if (self == NULL)
    return;
  if (self->organization != NULL)
    esp_organization_set_recorder (self->organization, NULL, NULL);
  if (self->file != NULL && self->organization != NULL && !esp_organization_is_modified (self->organization))
    g_clear_pointer (&self->file, esp_journal_file_remove);
  if (self->organization != NULL)
    esp_journal_sync (self);
  self->link->journal = NULL;
  link_unref (self->link);
  g_clear_pointer (&self->file, esp_journal_file_close);
  g_clear_pointer (&self->steps, esp_journal_steps_free);
  g_clear_pointer (&self->base, esp_journal_base_free);
  g_clear_pointer (&self->announced, esp_journal_base_free);
  g_free (self->content_name);
  g_free (self->folder);
  g_free (self->name);
  g_free (self);
}

/**
 * esp_journal_discard:
 * @self: (transfer full): a journal
 *
 * Stops writing down, and removes what was: the changes are not wanted.
 */
void
esp_journal_discard (EspJournal *self)
{
  g_clear_pointer (&self->file, esp_journal_file_remove);
  esp_journal_free (self);
}

/* Repeats what is in the file; all or nothing. */
static gboolean
repeat (EspJournal      *self,
        EspOrganization *organization,
        GPtrArray       *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      gsize length;
      const guint8 *tainted = g_bytes_get_data (g_ptr_array_index (records, i), &length);

      if (esp_journal_steps_repeat (self->steps, tainted, length))
        continue;
      esp_organization_revert (organization);
      esp_organization_forget_steps (organization);
      g_clear_pointer (&self->steps, esp_journal_steps_free);
      self->steps = esp_journal_steps_new (organization);
      return FALSE;
    }
  return TRUE;
}

static void
take_aside (EspRecovery *recovery,
            char        *path)
{
  if (path == NULL)
    return;
  g_free (recovery->set_aside);
  recovery->set_aside = path;
}

/* Takes the file over if it fits, otherwise removes it (nothing is lost by that) or sets it aside. What cannot be read in it is kept aside in any case. Returns:
 * whether it was taken over */
static gboolean
recover_file (EspJournal      *self,
              EspJournalFile  *file,
              EspOrganization *organization,
              EspRecovery     *recovery)
{
  g_autoptr (GBytes) head = esp_journal_file_next (file);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  GBytes *record;
  gboolean saved = FALSE;
  gboolean has_rest;

  while (head != NULL && (record = esp_journal_file_next (file)) != NULL)
    {
      EspJournalCursor cursor = get_cursor (record);
      gboolean is_mark = esp_journal_take_number (&cursor, G_MAXUINT32) == ESP_RECORD_SAVING;

      saved = is_mark && is_saved (record);
      if (is_mark)
        g_bytes_unref (record);
      else
        g_ptr_array_add (records, record);
    }
  has_rest = esp_journal_file_has_rest (file);
  if ((saved || records->len == 0) && !has_rest)
    {
      esp_journal_file_remove (file);
      return FALSE;
    }
  if (!saved && records->len > 0 && self->file == NULL && head_fits (self, head) && repeat (self, organization, records))
    {
      if (has_rest)
        take_aside (recovery, esp_journal_file_copy_aside (file));
      take_file (self, file);
      return TRUE;
    }
  take_aside (recovery, esp_journal_file_set_aside (file));
  return FALSE;
}

static GPtrArray *
list_names (EspJournal *self)
{
  GPtrArray *names;

  if (self->base->kind == ESP_JOURNAL_FILE)
    return esp_journal_file_list (self->folder, self->name);
  names = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (names, g_strdup (self->name));
  return names;
}

/**
 * esp_journal_recover:
 * @self: a journal that was just made
 * @organization: what was just read from its base, and nobody else knows yet
 * @recovery: (out caller-allocates): what came of it
 *
 * Looks for a journal that was left behind, and repeats it: its steps are in the history then, and further ones are appended to it. A journal that does not fit
 * is set aside, and so is a copy of one that is damaged; one that a living process writes is left alone.
 *
 * Time: that of the steps. Threads: any, before esp_journal_attach().
 */
void
esp_journal_recover (EspJournal      *self,
                     EspOrganization *organization,
                     EspRecovery     *recovery)
{
  g_autoptr (GPtrArray) names = list_names (self);

  *recovery = (EspRecovery){ 0 };
  self->steps = esp_journal_steps_new (organization);
  for (guint i = 0; i < names->len; i++)
    {
      EspJournalFile *file = esp_journal_file_open (self->folder, g_ptr_array_index (names, i), NULL);

      if (file != NULL && recover_file (self, file, organization, recovery))
        recovery->n_changes = esp_organization_get_n_unsaved (organization);
    }
}

/**
 * esp_journal_attach:
 * @self: a journal
 * @organization: what it writes down from now on; must live until esp_journal_free()
 * @failed: (nullable): told when that cannot be written
 * @user_data: for @failed
 */
void
esp_journal_attach (EspJournal           *self,
                    EspOrganization      *organization,
                    EspJournalFailedFunc  failed,
                    gpointer              user_data)
{
  g_return_if_fail (self->organization == NULL);

  self->organization = organization;
  self->failed = failed;
  self->failed_data = user_data;
  if (self->steps == NULL)
    self->steps = esp_journal_steps_new (organization);
  esp_organization_set_recorder (organization, &recorder, self);
}

/**
 * esp_journal_put_content:
 * @self: a journal of a new document that is attached; nothing was written down yet
 * @name: of the step
 *
 * Writes down what stands now as a first step, for it stands nowhere else: it was pasted. So it will be whenever the journal is cleared, until the document is
 * saved. Time: O(rows).
 */
void
esp_journal_put_content (EspJournal *self,
                         const char *name)
{
  g_return_if_fail (self->organization != NULL && self->file == NULL && self->base->kind == ESP_JOURNAL_NEW);

  self->content_name = g_strdup (name);
  start_anew (self);
}

/**
 * esp_journal_announce_save:
 * @self: a journal that is attached
 * @file: what is about to be replaced
 * @etag: (nullable): that it will have then
 * @size: that it will have then
 *
 * Says that @file will be what stands now, so that after a crash it is known whether the changes are in it. Waits for the disk.
 *
 * Threads: any, while nobody edits the organization.
 */
void
esp_journal_announce_save (EspJournal *self,
                           GFile      *file,
                           const char *etag,
                           guint64     size)
{
  g_autofree char *uri = g_file_get_uri (file);

  /* by what it can be looked at: what it is known by again may be found out only once it is there */
  g_clear_pointer (&self->announced, esp_journal_base_free);
  self->announced = esp_journal_base_new (ESP_JOURNAL_FILE, uri, etag, size);
  if (self->file == NULL)
    return;
  esp_journal_file_append (self->file, make_base_record (ESP_RECORD_SAVING, self->announced));
  esp_journal_sync (self);
}

/**
 * esp_journal_take_saved:
 * @self: a journal whose save was announced
 * @etag: (nullable): of the file that was written
 *
 * The save has come to its end: the journal is cleared, and goes on from the saved file.
 */
void
esp_journal_take_saved (EspJournal *self,
                        const char *etag)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *identity = NULL;

  g_return_if_fail (self->announced != NULL);

  file = g_file_new_for_uri (self->announced->place);
  identity = esp_file_get_identity (file);
  g_clear_pointer (&self->base, esp_journal_base_free);
  self->base = esp_journal_base_new (ESP_JOURNAL_FILE, identity, etag, self->announced->size);
  g_clear_pointer (&self->announced, esp_journal_base_free);
  g_free (self->name);
  self->name = make_name (self->base);
  g_clear_pointer (&self->content_name, g_free);
  start_anew (self);
}

/**
 * esp_journal_clear:
 * @self: a journal whose organization stands at its saved point
 *
 * Clears the journal: changes were discarded.
 */
void
esp_journal_clear (EspJournal *self)
{
  start_anew (self);
}

/**
 * esp_journal_sync:
 * @self: a journal
 *
 * Waits until all steps so far are on the disk, or cannot be written.
 */
void
esp_journal_sync (EspJournal *self)
{
  if (self->file != NULL)
    esp_journal_file_sync (self->file);
}

static void
left_free (gpointer data)
{
  EspJournalLeft *left = data;

  g_free (left->name);
  esp_journal_base_free (left->base);
  g_free (left);
}

/**
 * esp_journal_list_left:
 * @folder: (nullable): as for esp_journal_new()
 *
 * Finds journals of documents that were never saved, which nobody will ask for by name. Those that a living process writes are not among them.
 *
 * Threads: any.
 *
 * Returns: (transfer full) (element-type EspJournalLeft): them
 */
GPtrArray *
esp_journal_list_left (const char *folder)
{
  g_autofree char *path = get_folder (folder);
  g_autoptr (GPtrArray) names = esp_journal_file_list (path, "");
  GPtrArray *list = g_ptr_array_new_with_free_func (left_free);

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (EspJournalFile) file = esp_journal_file_open (path, g_ptr_array_index (names, i), NULL);
      g_autoptr (GBytes) head = file != NULL ? esp_journal_file_next (file) : NULL;
      EspJournalCursor cursor = { 0 };
      EspJournalBase *base = NULL;
      EspJournalLeft *left;

      if (head == NULL)
        continue;
      cursor = get_cursor (head);
      base = take_base_record (&cursor, ESP_RECORD_HEAD);
      if (base == NULL || base->kind == ESP_JOURNAL_FILE)
        {
          esp_journal_base_free (base);
          continue;
        }
      left = g_new (EspJournalLeft, 1);
      *left = (EspJournalLeft){ g_strdup (g_ptr_array_index (names, i)), base };
      g_ptr_array_add (list, left);
    }
  return list;
}
