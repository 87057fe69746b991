/* esp-organization.c — one document: units, positions, views, in packed columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-organization"

#include "organization/esp-organization-private.h"

#include <string.h>

#include "organization/esp-findings.h"

guint _esp_organization_changed_signal;

G_DEFINE_FINAL_TYPE (EspOrganization, esp_organization, G_TYPE_OBJECT)
G_DEFINE_QUARK (esp-organization-error-quark, esp_organization_error)

static void
esp_organization_finalize (GObject *object)
{
  EspOrganization *self = ESP_ORGANIZATION (object);

  for (guint i = 0; i < ESP_N_TABLES; i++)
    esp_rows_clear (&self->tables[i]);
  g_array_unref (self->words);
  g_array_unref (self->change.positions);
  g_array_unref (self->change.units);
  g_ptr_array_unref (self->import_findings);
  esp_history_free (self->history);
  esp_strings_free (self->strings);
  G_OBJECT_CLASS (esp_organization_parent_class)->finalize (object);
}

static void
esp_organization_class_init (EspOrganizationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = esp_organization_finalize;

  /**
   * EspOrganization::changed:
   * @self: an organization
   * @change: (type gpointer): an #EspChange
   *
   * A transaction was committed, undone or done again. Emitted once for each, after all of it.
   */
  _esp_organization_changed_signal = g_signal_new ("changed", ESP_TYPE_ORGANIZATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
esp_organization_init (EspOrganization *self)
{
  guint32 none = 0;

  self->strings = esp_strings_new ();
  for (guint i = 0; i < ESP_N_TABLES; i++)
    {
      esp_rows_init (&self->tables[i], esp_table_get_n_fields (i));
      esp_rows_index_ids (&self->tables[i], 1);
    }
  self->words = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (self->words, none); /* list 0: the empty one */
  self->history = esp_history_new (_esp_organization_apply_op, self);
  self->change.positions = g_array_new (FALSE, FALSE, sizeof (EspIx));
  self->change.units = g_array_new (FALSE, FALSE, sizeof (EspIx));
  self->import_findings = g_ptr_array_new_with_free_func ((GDestroyNotify) esp_finding_free);
  esp_rows_add (&self->tables[ESP_TABLE_DOCUMENT], esp_rows_append (&self->tables[ESP_TABLE_DOCUMENT]), 0);
}

/**
 * esp_organization_new:
 *
 * Returns: (transfer full): an organization without units and positions
 */
EspOrganization *
esp_organization_new (void)
{
  return g_object_new (ESP_TYPE_ORGANIZATION, NULL);
}

/**
 * esp_organization_get_strings:
 * @self: an organization
 *
 * Returns: (transfer none): the pool of all its texts
 */
EspStrings *
esp_organization_get_strings (EspOrganization *self)
{
  g_return_val_if_fail (ESP_IS_ORGANIZATION (self), NULL);
  return self->strings;
}

/**
 * esp_organization_get_string:
 * @self: an organization
 * @str: one of its strings
 *
 * Returns: (nullable): its text
 */
const char *
esp_organization_get_string (EspOrganization *self,
                             EspStr           str)
{
  return esp_strings_get (self->strings, str);
}

/**
 * esp_organization_intern:
 * @self: an organization
 * @text: (nullable): a text
 *
 * Returns: the number of the text in the pool
 */
EspStr
esp_organization_intern (EspOrganization *self,
                         const char      *text)
{
  return esp_strings_intern (self->strings, text, -1);
}

/**
 * esp_organization_get_order:
 * @self: an organization
 * @table: a table
 * @n: (out) (optional): how many rows
 *
 * Returns: (array length=n): the slots of the rows in document order, valid until the next change
 */
const EspIx *
esp_organization_get_order (EspOrganization *self,
                            EspTable         table,
                            guint32         *n)
{
  g_return_val_if_fail (ESP_IS_ORGANIZATION (self) && table < ESP_N_TABLES, NULL);
  if (n != NULL)
    *n = self->tables[table].n;
  return esp_rows_get_order (&self->tables[table]);
}

/**
 * esp_organization_get_n:
 * @self: an organization
 * @table: a table
 *
 * Returns: how many rows stand in the document
 */
guint32
esp_organization_get_n (EspOrganization *self,
                        EspTable         table)
{
  g_return_val_if_fail (ESP_IS_ORGANIZATION (self) && table < ESP_N_TABLES, 0);
  return self->tables[table].n;
}

/**
 * esp_organization_get_n_slots:
 * @self: an organization
 * @table: a table
 *
 * Returns: one more than the greatest slot, dead ones included: the length of every array by slot
 */
guint32
esp_organization_get_n_slots (EspOrganization *self,
                              EspTable         table)
{
  g_return_val_if_fail (ESP_IS_ORGANIZATION (self) && table < ESP_N_TABLES, 0);
  return self->tables[table].n_slots;
}

/**
 * esp_organization_get_ranks:
 * @self: an organization
 * @table: a table
 *
 * Time: O(n) after a change of the order, else O(1).
 *
 * Returns: by slot, the place in the order; valid until the next change; undefined for dead slots
 */
const guint32 *
esp_organization_get_ranks (EspOrganization *self,
                            EspTable         table)
{
  g_return_val_if_fail (ESP_IS_ORGANIZATION (self) && table < ESP_N_TABLES, NULL);
  return esp_rows_get_ranks (&self->tables[table]);
}

/**
 * esp_organization_is_live:
 * @self: an organization
 * @table: a table
 * @ix: any number
 *
 * Returns: whether @ix is a row that stands in the document
 */
gboolean
esp_organization_is_live (EspOrganization *self,
                          EspTable         table,
                          EspIx            ix)
{
  g_return_val_if_fail (ESP_IS_ORGANIZATION (self) && table < ESP_N_TABLES, FALSE);
  return ix < self->tables[table].n_slots && !esp_rows_is_dead (&self->tables[table], ix);
}

/**
 * esp_organization_get:
 * @self: an organization
 * @table: a table
 * @ix: a slot of it
 * @field: a field of it
 *
 * Returns: the value; 0 is “not said”
 */
guint32
esp_organization_get (EspOrganization *self,
                      EspTable         table,
                      EspIx            ix,
                      EspField         field)
{
  g_return_val_if_fail (ESP_IS_ORGANIZATION (self) && table < ESP_N_TABLES, 0);
  g_return_val_if_fail (ix < self->tables[table].n_slots, 0);
  return esp_rows_get (&self->tables[table], ix, field);
}

/**
 * esp_organization_peek_column:
 * @self: an organization
 * @table: a table
 * @field: a field of it
 *
 * The whole column, for loops over millions of rows.
 *
 * Returns: (nullable): values by slot, valid until the next change; %NULL if all of them are 0
 */
const guint32 *
esp_organization_peek_column (EspOrganization *self,
                              EspTable         table,
                              EspField         field)
{
  g_return_val_if_fail (ESP_IS_ORGANIZATION (self) && table < ESP_N_TABLES, NULL);
  return self->tables[table].columns[field];
}

/**
 * esp_organization_get_text:
 * @self: an organization
 * @table: a table
 * @ix: a slot of it
 * @field: a field whose values are texts
 *
 * Returns: (nullable): the text, %NULL if nothing is said
 */
const char *
esp_organization_get_text (EspOrganization *self,
                           EspTable         table,
                           EspIx            ix,
                           EspField         field)
{
  g_return_val_if_fail (esp_field_is_text (table, field), NULL);
  return esp_strings_get (self->strings, esp_organization_get (self, table, ix, field));
}

/**
 * esp_organization_get_list:
 * @self: an organization
 * @list: value of a field that is a list
 * @n: (out): how many words it has
 *
 * Returns: (array length=n): the words, valid until the next list is added
 */
const guint32 *
esp_organization_get_list (EspOrganization *self,
                           guint32          list,
                           guint32         *n)
{
  g_return_val_if_fail (ESP_IS_ORGANIZATION (self) && list < self->words->len, NULL);
  *n = g_array_index (self->words, guint32, list);
  return &g_array_index (self->words, guint32, list) + 1;
}

/**
 * esp_organization_add_list:
 * @self: an organization
 * @words: (array length=n_words): records of the list; may lie in another list of @self
 * @n_words: their count
 *
 * Stores a list. Lists never change and are not freed one by one: to change a field, store a new list.
 *
 * Returns: its number; 0 for the empty list
 */
guint32
esp_organization_add_list (EspOrganization *self,
                           const guint32   *words,
                           guint32          n_words)
{
  guint32 list;
  gsize own;

  g_return_val_if_fail (ESP_IS_ORGANIZATION (self), 0);

  if (n_words == 0)
    return 0;
  list = self->words->len;
  own = words - (const guint32 *) (gpointer) self->words->data;
  g_array_set_size (self->words, list + 1 + n_words);
  if (own < list)
    words = (const guint32 *) (gpointer) self->words->data + own;
  g_array_index (self->words, guint32, list) = n_words;
  memcpy (&g_array_index (self->words, guint32, list) + 1, words, n_words * sizeof (guint32));
  return list;
}

/**
 * esp_organization_find:
 * @self: an organization
 * @table: a table with ids
 * @id: an id
 *
 * Time: O(1).
 *
 * Returns: the row of that id, of several the one that came first into the organization; %ESP_IX_NONE if there is none
 */
EspIx
esp_organization_find (EspOrganization *self,
                       EspTable         table,
                       EspStr           id)
{
  g_return_val_if_fail (ESP_IS_ORGANIZATION (self) && table < ESP_N_TABLES, ESP_IX_NONE);
  return esp_rows_find (&self->tables[table], id);
}

/**
 * esp_organization_find_id:
 * @self: an organization
 * @table: a table with ids
 * @id: (nullable): an id as text
 *
 * Returns: as esp_organization_find()
 */
EspIx
esp_organization_find_id (EspOrganization *self,
                          EspTable         table,
                          const char      *id)
{
  return esp_organization_find (self, table, esp_strings_find (self->strings, id, -1));
}

/**
 * esp_organization_begin_load:
 * @self: an organization that nothing was put into yet
 * @n_positions_guess: how many positions will come, or 0
 *
 * Starts loading: esp_organization_append() and esp_organization_load() may be called from one thread until esp_organization_end_load(), nothing
 * is recorded or announced, and ids are not found.
 */
void
esp_organization_begin_load (EspOrganization *self,
                             guint32          n_positions_guess)
{
  g_return_if_fail (ESP_IS_ORGANIZATION (self));
  g_return_if_fail (!esp_organization_is_in_transaction (self));

  for (guint i = 0; i < ESP_N_TABLES; i++)
    {
      g_clear_pointer (&self->tables[i].by_id, g_free);
      self->tables[i].n_by_id = 0;
    }
  esp_rows_reserve (&self->tables[ESP_TABLE_POSITIONS], n_positions_guess);
}

/**
 * esp_organization_append:
 * @self: an organization that is being loaded
 * @table: a table
 *
 * Returns: a new row at the end
 */
EspIx
esp_organization_append (EspOrganization *self,
                         EspTable         table)
{
  EspRows *rows = &self->tables[table];
  EspIx ix = esp_rows_append (rows);

  esp_rows_add (rows, ix, rows->n);
  return ix;
}

/**
 * esp_organization_load:
 * @self: an organization that is being loaded
 * @table: a table
 * @ix: a row of it
 * @field: a field of it
 * @value: its value
 */
void
esp_organization_load (EspOrganization *self,
                       EspTable         table,
                       EspIx            ix,
                       EspField         field,
                       guint32          value)
{
  esp_rows_set (&self->tables[table], ix, field, value);
}

/**
 * esp_organization_end_load:
 * @self: an organization that is being loaded
 *
 * Ends loading: ids are found, the history is empty, nothing is modified. Time: O(n).
 */
void
esp_organization_end_load (EspOrganization *self)
{
  g_return_if_fail (ESP_IS_ORGANIZATION (self));

  for (guint i = 0; i < ESP_N_TABLES; i++)
    if (i != ESP_TABLE_DOCUMENT)
      {
        esp_rows_index_ids (&self->tables[i], esp_strings_get_n (self->strings));
        esp_rows_get_ranks (&self->tables[i]);
      }
  esp_history_clear (self->history);
}

/**
 * esp_organization_get_import_findings:
 * @self: an organization
 *
 * Returns: (element-type EspFinding) (transfer none): what reading the file found; the reader appends to it
 */
GPtrArray *
esp_organization_get_import_findings (EspOrganization *self)
{
  g_return_val_if_fail (ESP_IS_ORGANIZATION (self), NULL);
  return self->import_findings;
}
