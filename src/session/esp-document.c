/* esp-document.c — an organization and the file it lives in; shared by all windows that show it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-session"

#include "session/esp-document-private.h"

#include "core/esp-i18n.h"
#include "session/esp-free.h"

/* An organization of more rows is freed in a thread of its own, so that closing it does not hold up the window. */
#define FREE_IN_THREAD_ROWS 50000

static GParamSpec *properties[ESP_DOCUMENT_N_PROPS];
static guint changed_signal;

/* Documents that have a file, by its URI (weak). Main thread only. */
static GHashTable *registry;
/* All documents alive (weak), oldest first. */
static GPtrArray *documents;

G_DEFINE_FINAL_TYPE (EspDocument, esp_document, G_TYPE_OBJECT)

void
_esp_document_notify (EspDocument     *self,
                      EspDocumentProp  prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
register_file (EspDocument *self)
{
  if (self->file == NULL || self->sample != NULL)
    return;
  if (registry == NULL)
    registry = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_free (self->identity);
  self->identity = esp_file_get_identity (self->file);
  g_hash_table_replace (registry, g_strdup (self->identity), self);
}

static void
unregister_file (EspDocument *self)
{
  if (self->identity != NULL && g_hash_table_lookup (registry, self->identity) == self)
    g_hash_table_remove (registry, self->identity);
  g_clear_pointer (&self->identity, g_free);
}

/* The document that has @file just now; %NULL if it is not open */
EspDocument *
_esp_document_find (GFile *file)
{
  g_autofree char *identity = esp_file_get_identity (file);

  return registry != NULL ? g_hash_table_lookup (registry, identity) : NULL;
}

static void
update_title (EspDocument *self)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  const char *name = NULL;

  if (self->organization != NULL)
    name = esp_organization_get_text (self->organization, ESP_TABLE_DOCUMENT, 0, ESP_DOCUMENT_NAME);
  subtitle = self->sample != NULL ? g_strdup (_("Example")) : self->file != NULL ? esp_file_get_name (self->file) : NULL;
  if (name != NULL && *name != '\0')
    title = g_strdup (name);
  else if (self->sample != NULL)
    title = g_strdup (self->sample->name);
  else
    title = subtitle != NULL ? g_strdup (subtitle) : g_strdup (_("New Organization"));

  if (g_strcmp0 (title, self->title) != 0)
    {
      g_free (self->title);
      self->title = g_steal_pointer (&title);
      _esp_document_notify (self, ESP_DOCUMENT_PROP_TITLE);
    }
  if (g_strcmp0 (subtitle, self->subtitle) != 0)
    {
      g_free (self->subtitle);
      self->subtitle = g_steal_pointer (&subtitle);
      _esp_document_notify (self, ESP_DOCUMENT_PROP_SUBTITLE);
    }
}

/* Everything that follows from the organization and the file. */
void
_esp_document_update (EspDocument *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  update_title (self);
  _esp_document_update_history (self);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
organization_changed_cb (EspOrganization *organization,
                         EspChange       *change,
                         EspDocument     *self)
{
  _esp_document_set_recovered (self, 0); /* somebody goes on */
  _esp_document_update (self);
  g_signal_emit (self, changed_signal, 0, change);
}

static void
release_organization (EspDocument *self)
{
  guint32 n;

  if (self->organization == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->organization, self);
  n = esp_organization_get_n (self->organization, ESP_TABLE_POSITIONS);
  if (n >= FREE_IN_THREAD_ROWS)
    esp_free_in_thread (g_steal_pointer (&self->organization), g_object_unref);
  else
    g_clear_object (&self->organization);
}

/* @organization: (transfer full) (nullable) */
void
_esp_document_set_organization (EspDocument     *self,
                                EspOrganization *organization)
{
  release_organization (self);
  self->organization = organization;
  if (organization != NULL)
    g_signal_connect (organization, "changed", G_CALLBACK (organization_changed_cb), self);
  _esp_document_update (self);
  _esp_document_notify (self, ESP_DOCUMENT_PROP_ORGANIZATION);
}

/* The document has moved: from now on this is its place, and it is no example, nor a table that was pasted or is read by certain columns, any more. */
void
_esp_document_set_file (EspDocument *self,
                        GFile       *file)
{
  unregister_file (self);
  self->sample = NULL;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->mapping, esp_table_mapping_free);
  g_set_object (&self->file, file);
  register_file (self);
  _esp_document_notify (self, ESP_DOCUMENT_PROP_FILE);
  _esp_document_update (self);
}

void
_esp_document_set_state (EspDocument      *self,
                         EspDocumentState  state)
{
  if (self->state == state)
    return;
  self->state = state;
  _esp_document_notify (self, ESP_DOCUMENT_PROP_STATE);
}

void
_esp_document_mark_busy (EspDocument *self)
{
  if (self->n_busy++ == 0)
    _esp_document_notify (self, ESP_DOCUMENT_PROP_BUSY);
}

void
_esp_document_unmark_busy (EspDocument *self)
{
  g_assert (self->n_busy > 0);

  if (--self->n_busy == 0)
    _esp_document_notify (self, ESP_DOCUMENT_PROP_BUSY);
}

static void
esp_document_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  EspDocument *self = ESP_DOCUMENT (object);

  switch ((EspDocumentProp) prop_id)
    {
    case ESP_DOCUMENT_PROP_STATE:
      g_value_set_int (value, esp_document_get_state (self));
      break;
    case ESP_DOCUMENT_PROP_FILE:
      g_value_set_object (value, esp_document_get_file (self));
      break;
    case ESP_DOCUMENT_PROP_TITLE:
      g_value_set_string (value, esp_document_get_title (self));
      break;
    case ESP_DOCUMENT_PROP_SUBTITLE:
      g_value_set_string (value, esp_document_get_subtitle (self));
      break;
    case ESP_DOCUMENT_PROP_ORGANIZATION:
      g_value_set_object (value, esp_document_get_organization (self));
      break;
    case ESP_DOCUMENT_PROP_MODIFIED:
      g_value_set_boolean (value, esp_document_get_modified (self));
      break;
    case ESP_DOCUMENT_PROP_CAN_UNDO:
      g_value_set_boolean (value, esp_document_get_can_undo (self));
      break;
    case ESP_DOCUMENT_PROP_CAN_REDO:
      g_value_set_boolean (value, esp_document_get_can_redo (self));
      break;
    case ESP_DOCUMENT_PROP_UNDO_NAME:
      g_value_set_string (value, esp_document_get_undo_name (self));
      break;
    case ESP_DOCUMENT_PROP_REDO_NAME:
      g_value_set_string (value, esp_document_get_redo_name (self));
      break;
    case ESP_DOCUMENT_PROP_BUSY:
      g_value_set_boolean (value, esp_document_get_busy (self));
      break;
    case ESP_DOCUMENT_PROP_FRACTION:
      g_value_set_double (value, esp_document_get_fraction (self));
      break;
    case ESP_DOCUMENT_PROP_ROWS:
      g_value_set_uint (value, esp_document_get_rows (self));
      break;
    case ESP_DOCUMENT_PROP_RECOVERED:
      g_value_set_uint (value, esp_document_get_recovered (self));
      break;
    case ESP_DOCUMENT_PROP_UNPROTECTED:
      g_value_set_boolean (value, esp_document_get_unprotected (self) != NULL);
      break;
    case ESP_DOCUMENT_PROP_DISK:
      g_value_set_int (value, esp_document_get_disk (self));
      break;
    case ESP_DOCUMENT_PROP_0:
    case ESP_DOCUMENT_N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
esp_document_dispose (GObject *object)
{
  EspDocument *self = ESP_DOCUMENT (object);

  unregister_file (self);
  g_ptr_array_remove (documents, self);
  _esp_document_drop_edits (self);
  g_clear_pointer (&self->journal, esp_journal_free);
  release_organization (self);
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (esp_document_parent_class)->dispose (object);
}

static void
esp_document_finalize (GObject *object)
{
  EspDocument *self = ESP_DOCUMENT (object);

  g_clear_pointer (&self->report, esp_load_report_free);
  g_clear_pointer (&self->mapping, esp_table_mapping_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_clear_error (&self->journal_error);
  g_free (self->journal_name);
  g_free (self->set_aside);
  g_free (self->title);
  g_free (self->subtitle);

  G_OBJECT_CLASS (esp_document_parent_class)->finalize (object);
}

static void
esp_document_class_init (EspDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = esp_document_get_property;
  object_class->dispose = esp_document_dispose;
  object_class->finalize = esp_document_finalize;

  properties[ESP_DOCUMENT_PROP_STATE] =
      g_param_spec_int ("state", NULL, NULL, ESP_DOCUMENT_STATE_UNLOADED, ESP_DOCUMENT_STATE_FAILED, ESP_DOCUMENT_STATE_UNLOADED, flags);
  properties[ESP_DOCUMENT_PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[ESP_DOCUMENT_PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[ESP_DOCUMENT_PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[ESP_DOCUMENT_PROP_ORGANIZATION] = g_param_spec_object ("organization", NULL, NULL, ESP_TYPE_ORGANIZATION, flags);
  properties[ESP_DOCUMENT_PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[ESP_DOCUMENT_PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[ESP_DOCUMENT_PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[ESP_DOCUMENT_PROP_UNDO_NAME] = g_param_spec_string ("undo-name", NULL, NULL, NULL, flags);
  properties[ESP_DOCUMENT_PROP_REDO_NAME] = g_param_spec_string ("redo-name", NULL, NULL, NULL, flags);
  properties[ESP_DOCUMENT_PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[ESP_DOCUMENT_PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, -1.0, 1.0, 0.0, flags);
  properties[ESP_DOCUMENT_PROP_ROWS] = g_param_spec_uint ("rows", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[ESP_DOCUMENT_PROP_RECOVERED] = g_param_spec_uint ("recovered", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[ESP_DOCUMENT_PROP_UNPROTECTED] = g_param_spec_boolean ("unprotected", NULL, NULL, FALSE, flags);
  properties[ESP_DOCUMENT_PROP_DISK] = g_param_spec_int ("disk", NULL, NULL, ESP_FILE_SAME, ESP_FILE_GONE, ESP_FILE_SAME, flags);
  g_object_class_install_properties (object_class, ESP_DOCUMENT_N_PROPS, properties);

  changed_signal = g_signal_new ("changed", ESP_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
esp_document_init (EspDocument *self)
{
  g_queue_init (&self->edits);
  g_queue_init (&self->savings);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  if (documents == NULL)
    documents = g_ptr_array_new ();
  g_ptr_array_add (documents, self);
}

/**
 * esp_document_new_empty:
 *
 * Makes a document without a place and without anybody in it.
 *
 * Returns: (transfer full): a document that is ready
 */
EspDocument *
esp_document_new_empty (void)
{
  EspDocument *self = g_object_new (ESP_TYPE_DOCUMENT, NULL);
  EspOrganization *organization = esp_organization_new ();

  esp_organization_begin_load (organization, 0);
  esp_organization_end_load (organization);
  _esp_document_set_organization (self, organization);
  _esp_document_start_journal (self);
  self->state = ESP_DOCUMENT_STATE_READY;
  return self;
}

/**
 * esp_document_new_for_file:
 * @file: where it lives; also builtin:NAME (esp_io_file_for_argument())
 *
 * The document of a file: the one that is open already, or a new one that is still to be read (esp_document_load_async()).
 *
 * Returns: (transfer full): a document
 */
EspDocument *
esp_document_new_for_file (GFile *file)
{
  EspDocument *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (esp_io_is_builtin (file))
    {
      GPtrArray *samples = esp_catalogue_get_samples (esp_catalogue_get_default ());

      for (guint i = 0; i < samples->len; i++)
        {
          const EspSample *sample = g_ptr_array_index (samples, i);
          g_autoptr (GFile) builtin = esp_io_file_for_builtin (sample->id);

          if (g_file_equal (file, builtin))
            return esp_document_new_for_sample (sample);
        }
    }
  self = _esp_document_find (file);
  if (self != NULL)
    return g_object_ref (self);

  self = g_object_new (ESP_TYPE_DOCUMENT, NULL);
  self->file = g_object_ref (file);
  register_file (self);
  update_title (self);
  return self;
}

/**
 * esp_document_new_for_bytes:
 * @bytes: a table, or JSON, that was pasted
 *
 * Returns: (transfer full): a document without a place that is still to be read
 */
EspDocument *
esp_document_new_for_bytes (GBytes *bytes)
{
  EspDocument *self;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_object_new (ESP_TYPE_DOCUMENT, NULL);
  self->bytes = g_bytes_ref (bytes);
  update_title (self);
  return self;
}

/**
 * esp_document_get_bytes:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what it is read from, if that is not a file
 */
GBytes *
esp_document_get_bytes (EspDocument *self)
{
  g_return_val_if_fail (ESP_IS_DOCUMENT (self), NULL);

  return self->bytes;
}

/**
 * esp_document_set_mapping:
 * @self: a document that is not being read
 * @mapping: (nullable): what the columns are, should it be a foreign table; %NULL: that is found out
 *
 * Says how the document is read from now on.
 */
void
esp_document_set_mapping (EspDocument           *self,
                          const EspTableMapping *mapping)
{
  g_return_if_fail (ESP_IS_DOCUMENT (self));

  g_clear_pointer (&self->mapping, esp_table_mapping_free);
  self->mapping = mapping != NULL ? esp_table_mapping_copy (mapping) : NULL;
}

/**
 * esp_document_new_for_sample:
 * @sample: an entry of esp_catalogue_get_samples()
 *
 * A copy of a built-in organization. It has no place of its own: saving it asks for one. Every call makes another copy.
 *
 * Returns: (transfer full): a document that is still to be read
 */
EspDocument *
esp_document_new_for_sample (const EspSample *sample)
{
  EspDocument *self;

  g_return_val_if_fail (sample != NULL, NULL);

  self = g_object_new (ESP_TYPE_DOCUMENT, NULL);
  self->sample = sample;
  self->file = esp_io_file_for_builtin (sample->id);
  update_title (self);
  return self;
}

EspDocumentState
esp_document_get_state (EspDocument *self)
{
  g_return_val_if_fail (ESP_IS_DOCUMENT (self), ESP_DOCUMENT_STATE_UNLOADED);

  return self->state;
}

/**
 * esp_document_get_file:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): where the user keeps it; %NULL for an example and for what was never saved
 */
GFile *
esp_document_get_file (EspDocument *self)
{
  g_return_val_if_fail (ESP_IS_DOCUMENT (self), NULL);

  return self->sample != NULL ? NULL : self->file;
}

/**
 * esp_document_get_sample:
 * @self: a document
 *
 * Returns: (nullable): the example it is a copy of, until it is saved somewhere
 */
const EspSample *
esp_document_get_sample (EspDocument *self)
{
  g_return_val_if_fail (ESP_IS_DOCUMENT (self), NULL);

  return self->sample;
}

/**
 * esp_document_get_title:
 * @self: a document
 *
 * Returns: the organization's name; without one the file's
 */
const char *
esp_document_get_title (EspDocument *self)
{
  g_return_val_if_fail (ESP_IS_DOCUMENT (self), NULL);

  return self->title;
}

/**
 * esp_document_get_subtitle:
 * @self: a document
 *
 * Returns: (nullable): the file's name, or “Example”
 */
const char *
esp_document_get_subtitle (EspDocument *self)
{
  g_return_val_if_fail (ESP_IS_DOCUMENT (self), NULL);

  return self->subtitle;
}

/**
 * esp_document_get_organization:
 * @self: a document
 *
 * The model itself, to be read on the main thread, and changed through esp_document_edit() alone.
 *
 * Returns: (transfer none) (nullable): %NULL unless the document is ready
 */
EspOrganization *
esp_document_get_organization (EspDocument *self)
{
  g_return_val_if_fail (ESP_IS_DOCUMENT (self), NULL);

  return self->organization;
}

/**
 * esp_document_get_error:
 * @self: a document
 *
 * Returns: (nullable): why the last reading failed, with line or row and field
 */
const GError *
esp_document_get_error (EspDocument *self)
{
  g_return_val_if_fail (ESP_IS_DOCUMENT (self), NULL);

  return self->error;
}

/**
 * esp_document_get_report:
 * @self: a document
 *
 * Returns: (nullable): what was noticed while reading its file
 */
const EspLoadReport *
esp_document_get_report (EspDocument *self)
{
  g_return_val_if_fail (ESP_IS_DOCUMENT (self), NULL);

  return self->report;
}

gboolean
esp_document_get_busy (EspDocument *self)
{
  g_return_val_if_fail (ESP_IS_DOCUMENT (self), FALSE);

  return self->n_busy > 0;
}

/**
 * esp_document_get_fraction:
 * @self: a document
 *
 * Returns: how much of the file is read, 0 … 1; below 0 if that is not known
 */
double
esp_document_get_fraction (EspDocument *self)
{
  g_return_val_if_fail (ESP_IS_DOCUMENT (self), 0.0);

  return self->fraction;
}

guint
esp_document_get_rows (EspDocument *self)
{
  g_return_val_if_fail (ESP_IS_DOCUMENT (self), 0);

  return self->rows;
}

/**
 * esp_document_list_modified:
 *
 * Returns: (transfer container) (element-type EspDocument): documents with changes that are not saved, oldest first
 */
GPtrArray *
esp_document_list_modified (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      EspDocument *document = g_ptr_array_index (documents, i);

      if (document->history.modified)
        g_ptr_array_add (list, g_object_ref (document));
    }
  return list;
}
