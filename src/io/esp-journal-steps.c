/* esp-journal-steps.c — steps of an organization's history to records, and records to steps of another one that began the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-journal"

#include "io/esp-journal-steps.h"

#include "io/esp-journal-format.h"

#define ID_FIELD 0 /* of every table that has ids */
#define NO_KEY   G_MAXUINT32

G_STATIC_ASSERT (ESP_POSITION_N_FIELDS <= 32); /* which fields an inserted row has is one number of bits */

/* The keys of one table. In a file just read the slots are the keys. */
typedef struct
{
  guint32     n_base;
  guint32     next;
  guint32    *base_keys;  /* by slot; NULL: slots below n_base are their keys */
  guint32     n_base_keys;
  GHashTable *keys;       /* slot → key, of rows that came later */
  GHashTable *slots;      /* key → slot, of the same */
} Keys;

struct _EspJournalSteps
{
  EspOrganization *organization; /* borrowed */
  Keys             keys[ESP_N_TABLES];

  /* steps that whoever repeats the records can take back or do again */
  guint            n_undo;
  guint            n_redo;

  GByteArray      *record;     /* the step that is being written, NULL if none */
  EspRecordType    type;
};

/* Makes a table whose first @n_base keys are taken. */
static void
init_base (Keys    *keys,
           guint32  n_base)
{
  keys->n_base = n_base;
  keys->next = n_base;
  keys->keys = g_hash_table_new (NULL, NULL);
  keys->slots = g_hash_table_new (NULL, NULL);
}

static void
init_keys (Keys            *keys,
           EspOrganization *organization,
           EspTable         table)
{
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, table, &n);
  guint32 i = 0;

  init_base (keys, n);
  while (i < n && order[i] == i)
    i++;
  if (i == n)
    return;
  keys->n_base_keys = esp_organization_get_n_slots (organization, table);
  keys->base_keys = g_new (guint32, keys->n_base_keys);
  for (guint32 slot = 0; slot < keys->n_base_keys; slot++)
    keys->base_keys[slot] = NO_KEY;
  for (i = 0; i < n; i++)
    keys->base_keys[order[i]] = i;
}

static guint32
get_key (Keys  *keys,
         EspIx  slot)
{
  gpointer key;

  if (g_hash_table_lookup_extended (keys->keys, GUINT_TO_POINTER (slot), NULL, &key))
    return GPOINTER_TO_UINT (key);
  if (keys->base_keys == NULL)
    return slot < keys->n_base ? slot : NO_KEY;
  return slot < keys->n_base_keys ? keys->base_keys[slot] : NO_KEY;
}

/* The slot of a key, in an organization whose slots are its base keys */
static EspIx
get_slot (Keys    *keys,
          guint32  key)
{
  gpointer slot;

  if (key < keys->n_base)
    return keys->base_keys == NULL ? key : ESP_IX_NONE;
  return g_hash_table_lookup_extended (keys->slots, GUINT_TO_POINTER (key), NULL, &slot) ? GPOINTER_TO_UINT (slot) : ESP_IX_NONE;
}

static void
set_key (Keys    *keys,
         EspIx    slot,
         guint32  key)
{
  g_hash_table_insert (keys->keys, GUINT_TO_POINTER (slot), GUINT_TO_POINTER (key));
  g_hash_table_insert (keys->slots, GUINT_TO_POINTER (key), GUINT_TO_POINTER (slot));
  keys->next = MAX (keys->next, key + 1);
}

/**
 * esp_journal_steps_new:
 * @organization: an organization; borrowed
 *
 * What stands now is what records begin with. Time: O(rows).
 *
 * Returns: (transfer full): writes down or repeats the steps of @organization
 */
EspJournalSteps *
esp_journal_steps_new (EspOrganization *organization)
{
  EspJournalSteps *self = g_new0 (EspJournalSteps, 1);

  self->organization = organization;
  for (guint i = 0; i < ESP_N_TABLES; i++)
    init_keys (&self->keys[i], organization, i);
  return self;
}

/**
 * esp_journal_steps_new_empty:
 * @organization: an organization; borrowed
 *
 * Records begin with an organization that has nothing in it: what stands now must be among them (esp_journal_steps_put_content()).
 *
 * Returns: (transfer full): writes down the steps of @organization
 */
EspJournalSteps *
esp_journal_steps_new_empty (EspOrganization *organization)
{
  EspJournalSteps *self = g_new0 (EspJournalSteps, 1);

  self->organization = organization;
  for (guint i = 0; i < ESP_N_TABLES; i++)
    init_base (&self->keys[i], i == ESP_TABLE_DOCUMENT ? 1 : 0);
  return self;
}

void
esp_journal_steps_free (EspJournalSteps *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < ESP_N_TABLES; i++)
    {
      g_free (self->keys[i].base_keys);
      g_hash_table_unref (self->keys[i].keys);
      g_hash_table_unref (self->keys[i].slots);
    }
  g_clear_pointer (&self->record, g_byte_array_unref);
  g_free (self);
}

/**
 * esp_journal_steps_get_n_base:
 * @self: steps
 * @table: a table
 *
 * Returns: how many rows stood there at the beginning
 */
guint32
esp_journal_steps_get_n_base (EspJournalSteps *self,
                              EspTable         table)
{
  return self->keys[table].n_base;
}

/* What one more record of the type does to what can be taken back and done again */
static void
count_step (EspJournalSteps *self,
            EspRecordType    type)
{
  switch ((guint) type)
    {
    case ESP_RECORD_DO:
      self->n_undo++;
      self->n_redo = 0;
      break;
    case ESP_RECORD_REPLACE:
      self->n_redo = 0;
      break;
    case ESP_RECORD_UNMAKE:
      self->n_undo--;
      self->n_redo = 0;
      break;
    case ESP_RECORD_UNDO:
      self->n_undo--;
      self->n_redo++;
      break;
    case ESP_RECORD_REDO:
      self->n_undo++;
      self->n_redo--;
      break;
    default:
      self->n_redo++;
      break;
    }
}

/* What is not in the records can be neither taken back nor done again by referring to it. */
static EspRecordType
get_type (EspJournalSteps *self,
          EspStepKind      kind)
{
  switch (kind)
    {
    case ESP_STEP_UNDO: return self->n_undo > 0 ? ESP_RECORD_UNDO : ESP_RECORD_UNDO_OLD;
    case ESP_STEP_REDO: return self->n_redo > 0 ? ESP_RECORD_REDO : ESP_RECORD_DO;
    case ESP_STEP_REPLACE: return self->n_undo > 0 ? ESP_RECORD_REPLACE : ESP_RECORD_DO;
    case ESP_STEP_UNMAKE: return ESP_RECORD_UNMAKE;
    case ESP_STEP_DO:
    default: return ESP_RECORD_DO;
    }
}

static gboolean
is_spelled (EspRecordType type)
{
  return type != ESP_RECORD_UNDO && type != ESP_RECORD_REDO && type != ESP_RECORD_UNMAKE;
}

/**
 * esp_journal_steps_begin:
 * @self: steps
 * @kind: what begins
 * @name: the name of the step
 */
void
esp_journal_steps_begin (EspJournalSteps *self,
                         EspStepKind      kind,
                         const char      *name)
{
  g_return_if_fail (self->record == NULL);

  self->record = g_byte_array_new ();
  self->type = get_type (self, kind);
  esp_journal_put_number (self->record, self->type);
  if (is_spelled (self->type))
    esp_journal_put_text (self->record, name);
}

static void
put_row (EspJournalSteps *self,
         EspTable         table,
         EspIx            ix)
{
  guint n_fields = esp_table_get_n_fields (table);
  guint32 present = 0;

  for (guint field = 0; field < n_fields; field++)
    if (esp_organization_get (self->organization, table, ix, field) != 0)
      present |= 1u << field;
  esp_journal_put_number (self->record, present);
  for (guint field = 0; field < n_fields; field++)
    if ((present & 1u << field) != 0)
      esp_journal_put_value (self->record, self->organization, table, field, esp_organization_get (self->organization, table, ix, field));
}

/* A row that has a key comes back as it was; any other is spelled out. */
static void
put_insert (EspJournalSteps *self,
            const EspOp     *op)
{
  Keys *keys = &self->keys[op->table];
  gboolean is_new = get_key (keys, op->ix) == NO_KEY;

  if (is_new)
    set_key (keys, op->ix, keys->next);
  esp_journal_put_number (self->record, get_key (keys, op->ix));
  esp_journal_put_number (self->record, op->after);
  if (is_new)
    put_row (self, op->table, op->ix);
}

/* The key and the id that the row had before the change */
static void
put_name (EspJournalSteps *self,
          const EspOp     *op)
{
  gboolean is_id = op->kind == ESP_OP_SET && op->field == ID_FIELD;
  EspStr id = is_id ? op->before : esp_organization_get (self->organization, op->table, op->ix, ID_FIELD);

  esp_journal_put_number (self->record, get_key (&self->keys[op->table], op->ix));
  esp_journal_put_text (self->record, esp_organization_get_string (self->organization, id));
}

/**
 * esp_journal_steps_add:
 * @self: steps, of which one has begun
 * @op: a change of it that has just been carried out
 */
void
esp_journal_steps_add (EspJournalSteps *self,
                       const EspOp     *op)
{
  g_return_if_fail (self->record != NULL);

  if (!is_spelled (self->type))
    return;
  esp_journal_put_number (self->record, op->kind);
  esp_journal_put_number (self->record, op->table);
  if (op->kind == ESP_OP_INSERT)
    {
      put_insert (self, op);
      return;
    }
  put_name (self, op);
  switch ((guint) op->kind)
    {
    case ESP_OP_SET:
      esp_journal_put_number (self->record, op->field);
      esp_journal_put_value (self->record, self->organization, op->table, op->field, op->after);
      break;
    case ESP_OP_REMOVE:
      esp_journal_put_number (self->record, op->before);
      break;
    default:
      esp_journal_put_number (self->record, op->before);
      esp_journal_put_number (self->record, op->after);
      break;
    }
}

/**
 * esp_journal_steps_end:
 * @self: steps, of which one has begun
 * @is_kept: whether it stands
 *
 * Returns: (transfer full) (nullable): its record, %NULL unless @is_kept
 */
GByteArray *
esp_journal_steps_end (EspJournalSteps *self,
                       gboolean         is_kept)
{
  g_return_val_if_fail (self->record != NULL, NULL);

  if (is_kept)
    count_step (self, self->type);
  else
    g_clear_pointer (&self->record, g_byte_array_unref);
  return g_steal_pointer (&self->record);
}

/**
 * esp_journal_steps_put_content:
 * @self: steps that begin with nothing, of which none has begun
 * @name: of the step
 *
 * Time: O(rows).
 *
 * Returns: (transfer full): the record of a step that makes all that stands now
 */
GByteArray *
esp_journal_steps_put_content (EspJournalSteps *self,
                               const char      *name)
{
  g_return_val_if_fail (self->record == NULL, NULL);

  esp_journal_steps_begin (self, ESP_STEP_DO, name);
  for (guint field = 0; field < ESP_DOCUMENT_N_FIELDS; field++)
    {
      EspOp op = { .kind = ESP_OP_SET, .table = ESP_TABLE_DOCUMENT, .field = field };

      op.after = esp_organization_get (self->organization, ESP_TABLE_DOCUMENT, 0, field);
      if (op.after != 0)
        esp_journal_steps_add (self, &op);
    }
  for (guint table = ESP_TABLE_DOCUMENT + 1; table < ESP_N_TABLES; table++)
    {
      guint32 n;
      const EspIx *order = esp_organization_get_order (self->organization, table, &n);

      for (guint32 i = 0; i < n; i++)
        esp_journal_steps_add (self, &(EspOp){ .kind = ESP_OP_INSERT, .table = table, .ix = order[i], .after = i });
    }
  return esp_journal_steps_end (self, TRUE);
}

static gboolean
repeat_insert (EspJournalSteps  *self,
               EspJournalCursor *cursor,
               EspTable          table)
{
  EspOrganization *organization = self->organization;
  guint n_fields = esp_table_get_n_fields (table);
  guint32 values[ESP_POSITION_N_FIELDS] = { 0 };
  guint32 key = esp_journal_take_number (cursor, NO_KEY - 1);
  guint32 rank = esp_journal_take_number (cursor, esp_organization_get_n (organization, table));
  EspIx ix = get_slot (&self->keys[table], key);
  guint32 present;

  if (cursor->is_bad || table == ESP_TABLE_DOCUMENT)
    return FALSE;
  if (ix != ESP_IX_NONE)
    {
      if (esp_organization_is_live (organization, table, ix))
        return FALSE;
      esp_organization_bring_back (organization, table, ix, rank);
      return TRUE;
    }
  present = esp_journal_take_number (cursor, (G_GUINT64_CONSTANT (1) << n_fields) - 1);
  for (guint field = 0; field < n_fields; field++)
    if ((present & 1u << field) != 0)
      values[field] = esp_journal_take_value (cursor, organization, table, field);
  if (cursor->is_bad || key < self->keys[table].n_base)
    return FALSE;
  set_key (&self->keys[table], esp_organization_insert_row (organization, table, values, n_fields, rank), key);
  return TRUE;
}

static gboolean
repeat_change (EspJournalSteps  *self,
               EspJournalCursor *cursor,
               EspOpKind         kind,
               EspTable          table)
{
  EspOrganization *organization = self->organization;
  EspIx ix = get_slot (&self->keys[table], esp_journal_take_number (cursor, NO_KEY - 1));
  EspStr id = esp_journal_take_str (cursor, organization);
  guint32 n = esp_organization_get_n (organization, table);
  guint32 first, second;

  if (cursor->is_bad || !esp_organization_is_live (organization, table, ix) || esp_organization_get (organization, table, ix, ID_FIELD) != id)
    return FALSE;
  if (kind == ESP_OP_SET)
    {
      first = esp_journal_take_number (cursor, esp_table_get_n_fields (table) - 1);
      second = esp_journal_take_value (cursor, organization, table, first);
      if (!cursor->is_bad)
        esp_organization_set (organization, table, ix, first, second);
      return !cursor->is_bad;
    }
  first = esp_journal_take_number (cursor, n - 1);
  second = kind == ESP_OP_REORDER ? esp_journal_take_number (cursor, n - 1) : 0;
  if (cursor->is_bad || table == ESP_TABLE_DOCUMENT)
    return FALSE;
  if (kind == ESP_OP_REMOVE)
    return esp_organization_remove_at (organization, table, ix, first);
  if (esp_organization_get_ranks (organization, table)[ix] != first)
    return FALSE;
  esp_organization_reorder (organization, table, ix, second);
  return TRUE;
}

static gboolean
repeat_changes (EspJournalSteps  *self,
                EspJournalCursor *cursor)
{
  while (cursor->at < cursor->end)
    {
      EspOpKind kind = esp_journal_take_number (cursor, ESP_OP_REORDER);
      EspTable table = esp_journal_take_number (cursor, ESP_N_TABLES - 1);

      if (cursor->is_bad || !(kind == ESP_OP_INSERT ? repeat_insert (self, cursor, table) : repeat_change (self, cursor, kind, table)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
repeat_step (EspJournalSteps  *self,
             EspJournalCursor *cursor,
             EspRecordType     type)
{
  g_autofree char *name = esp_journal_take_text (cursor);

  if (cursor->is_bad || name == NULL || (type == ESP_RECORD_UNDO_OLD && self->n_undo > 0))
    return FALSE;
  esp_organization_begin (self->organization, name);
  if (!repeat_changes (self, cursor))
    {
      esp_organization_rollback (self->organization);
      return FALSE;
    }
  if (type == ESP_RECORD_UNDO_OLD)
    esp_organization_commit_undone (self->organization);
  else
    esp_organization_commit (self->organization);
  return TRUE;
}

static gboolean
repeat_replacing (EspJournalSteps  *self,
                  EspJournalCursor *cursor)
{
  if (self->n_undo == 0)
    return FALSE;
  esp_organization_undo (self->organization);
  if (repeat_step (self, cursor, ESP_RECORD_REPLACE))
    return TRUE;
  esp_organization_redo (self->organization);
  return FALSE;
}

/**
 * esp_journal_steps_repeat:
 * @self: steps of an organization that was just read, or of which all before was repeated
 * @tainted: (array length=length): a record of a step
 * @length: of @tainted
 *
 * Does what the record says, as a step of the history.
 *
 * Returns: %FALSE if it does not fit what stands; the organization is then as before
 */
gboolean
esp_journal_steps_repeat (EspJournalSteps *self,
                          const guint8    *tainted,
                          gsize            length)
{
  EspJournalCursor cursor = { tainted, tainted + length };
  EspRecordType type = esp_journal_take_number (&cursor, ESP_RECORD_UNDO_OLD);
  gboolean is_done;

  switch ((guint) type)
    {
    case ESP_RECORD_DO:
    case ESP_RECORD_UNDO_OLD:
      is_done = repeat_step (self, &cursor, type);
      break;
    case ESP_RECORD_REPLACE:
      is_done = repeat_replacing (self, &cursor);
      break;
    case ESP_RECORD_UNDO:
      is_done = self->n_undo > 0;
      if (is_done)
        esp_organization_undo (self->organization);
      break;
    case ESP_RECORD_UNMAKE:
      is_done = self->n_undo > 0;
      if (is_done)
        esp_organization_unmake (self->organization);
      break;
    case ESP_RECORD_REDO:
      is_done = self->n_redo > 0;
      if (is_done)
        esp_organization_redo (self->organization);
      break;
    default:
      is_done = FALSE;
    }
  if (is_done)
    count_step (self, type);
  return is_done;
}
