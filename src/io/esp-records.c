/* esp-records.c — records of a foreign file to positions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-records"

#include "io/esp-records-private.h"

#include <string.h>

#include "core/esp-i18n.h"
#include "io/esp-document-writer.h"
#include "io/esp-table-words.h"

/*
 * A record becomes a position as soon as it is read, in the order of the file. What it says of others (managers, further lines) stays as text until all
 * ids are known (esp-record-links.c). A record whose id was there before goes into that position where design rule 5 says so; otherwise it is a position
 * of its own that has the same id, and the data doctor names it.
 */

/* Titles that are looked at to tell units from positions, and how long they may be */
#define LOOK_POSITIONS 500u
#define MAX_TITLE      200

EspRecords *
esp_records_new (EspOrganization       *organization,
                 EspLoadReport         *report,
                 const EspTableMapping *mapping,
                 EspRecordsKind         kind)
{
  EspRecords *self = g_new0 (EspRecords, 1);

  self->organization = organization;
  self->strings = esp_organization_get_strings (organization);
  self->report = report;
  self->mapping = esp_table_mapping_copy (mapping);
  self->is_table = kind == ESP_RECORDS_TABLE;
  self->is_tree = kind == ESP_RECORDS_TREE;
  self->uses = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->member_names = g_ptr_array_new_with_free_func (g_free);
  self->taken_names = g_hash_table_new (g_str_hash, g_str_equal);
  self->record.extra = g_string_new (NULL);
  self->scratch = g_string_new (NULL);
  self->new_lines = g_array_new (FALSE, FALSE, sizeof (EspRecordLine));
  self->first_by_id = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->unit_rows = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->by_link = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->link_is_twice = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->parents = g_array_new (FALSE, TRUE, sizeof (EspIx));
  self->lines = g_array_new (FALSE, FALSE, sizeof (EspRecordLine));
  self->holders = g_array_new (FALSE, FALSE, sizeof (EspRecordHolder));
  self->merged = g_array_new (FALSE, FALSE, sizeof (EspStr));
  report->position_lines = g_array_new (FALSE, FALSE, sizeof (guint32));
  esp_import_findings_init (&self->findings, organization, self->is_table);

  return self;
}

void
esp_records_free (EspRecords *self)
{
  if (self == NULL)
    return;

  esp_table_mapping_free (self->mapping);
  g_array_unref (self->uses);
  g_hash_table_unref (self->taken_names);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->member_names);
  g_string_free (self->record.extra, TRUE);
  g_string_free (self->scratch, TRUE);
  g_array_unref (self->new_lines);
  g_array_unref (self->first_by_id);
  g_array_unref (self->unit_rows);
  g_array_unref (self->by_link);
  g_array_unref (self->link_is_twice);
  g_array_unref (self->parents);
  g_array_unref (self->lines);
  g_array_unref (self->holders);
  g_array_unref (self->merged);
  g_free (self);
}

/* Returns: (transfer none) (element-type utf8): the names of the columns, as the file has them */
GPtrArray *
esp_records_get_names (EspRecords *self)
{
  return self->names;
}

/* What a column is called may come to stand in a position, in a holder or in a line. */
static gboolean
is_field_name (const char *name)
{
  static const char *const others[] = { "name", "share", "to", "kind", NULL };

  if (g_strv_contains (others, name))
    return TRUE;
  for (EspField field = 0; field < ESP_POSITION_N_FIELDS; field++)
    if (g_strcmp0 (esp_field_get_name (ESP_TABLE_POSITIONS, field), name) == 0)
      return TRUE;

  return FALSE;
}

/* The name under which values of a column are kept: none that we read ourselves, and none twice */
static char *
make_member_name (EspRecords *self,
                  const char *name)
{
  g_autofree char *own = g_strdup (name);

  if (is_field_name (own))
    {
      g_free (own);
      own = g_strdup_printf ("%s (table)", name);
    }
  for (guint i = 2;; i++)
    {
      g_autoptr (GString) quoted = g_string_new (NULL);

      esp_writer_append_text (quoted, own);
      if (!g_hash_table_contains (self->taken_names, quoted->str))
        return g_string_free (g_steal_pointer (&quoted), FALSE);
      g_free (own);
      own = g_strdup_printf ("%s (%u)", name, i);
    }
}

/* Returns: the number of the new column */
guint
esp_records_add_column (EspRecords *self,
                        const char *name,
                        gsize       length)
{
  guint column = self->names->len;
  guint32 uses = 0;
  char *text = length > 0 ? g_strndup (name, length) : g_strdup_printf (_("column %u"), column + 1);
  char *member = make_member_name (self, text);

  for (EspColumnUse use = 0; use < ESP_N_USES; use++)
    if (self->mapping->columns[use] == (int) column)
      uses |= 1u << use;
  if (self->is_tree)
    uses &= ~(1u << ESP_USE_MANAGER);
  g_array_append_val (self->uses, uses);
  g_ptr_array_add (self->names, text);
  g_ptr_array_add (self->member_names, member);
  g_hash_table_add (self->taken_names, member);

  return column;
}

/* Returns: (transfer none): the place for a number that belongs to a text */
guint32 *
esp_records_slot (GArray *by_str,
                  EspStr  str)
{
  if (str >= by_str->len)
    g_array_set_size (by_str, MAX (str + 1, by_str->len + by_str->len / 2));

  return &g_array_index (by_str, guint32, str);
}

/* Returns: a new position that began in that line */
EspIx
esp_records_append (EspRecords *self,
                    guint32     line)
{
  g_array_append_val (self->report->position_lines, line);

  return esp_organization_append (self->organization, ESP_TABLE_POSITIONS);
}

/* A unit is there as soon as a position is in it. Returns: whether it is new */
static gboolean
ensure_unit (EspRecords *self,
             EspStr      id,
             EspStr      name)
{
  guint32 *slot = esp_records_slot (self->unit_rows, id);
  EspIx ix;

  if (*slot > 0)
    return FALSE;

  ix = esp_organization_append (self->organization, ESP_TABLE_UNITS);
  *slot = ix + 1;
  esp_organization_load (self->organization, ESP_TABLE_UNITS, ix, ESP_UNIT_ID, id);
  esp_organization_load (self->organization, ESP_TABLE_UNITS, ix, ESP_UNIT_NAME, name != ESP_STR_NONE ? name : id);

  return TRUE;
}

static void
note_link (EspRecords *self,
           EspIx       position)
{
  guint32 *slot;

  if (self->record.link == ESP_STR_NONE)
    return;

  slot = esp_records_slot (self->by_link, self->record.link);
  if (*slot == 0)
    *slot = position + 1;
  else if (*slot != position + 1)
    *esp_records_slot (self->link_is_twice, self->record.link) = TRUE;
}

/* Loads the record that was read into a position. */
void
esp_records_load (EspRecords *self,
                  EspIx       position)
{
  EspRecord *record = &self->record;
  EspStr id = record->fields[ESP_POSITION_ID];
  EspHolder holder = { .name = record->name };

  if (self->mapping->ids_are_units && id != ESP_STR_NONE)
    {
      ensure_unit (self, id, record->fields[ESP_POSITION_UNIT]);
      record->fields[ESP_POSITION_UNIT] = id;
    }
  else if (record->fields[ESP_POSITION_UNIT] != ESP_STR_NONE)
    ensure_unit (self, record->fields[ESP_POSITION_UNIT], ESP_STR_NONE);

  self->has_people = self->has_people || record->has_name;
  if (record->name != ESP_STR_NONE)
    record->fields[ESP_POSITION_HOLDERS] = esp_organization_add_list (self->organization, (const guint32 *) &holder, ESP_HOLDER_WORDS);
  for (EspField field = 0; field < ESP_POSITION_N_FIELDS; field++)
    if (record->fields[field] != 0)
      esp_organization_load (self->organization, ESP_TABLE_POSITIONS, position, field, record->fields[field]);

  for (guint i = 0; i < self->new_lines->len; i++)
    {
      EspRecordLine line = g_array_index (self->new_lines, EspRecordLine, i);

      line.position = position;
      g_array_append_val (self->lines, line);
    }
  note_link (self, position);
  self->n_without_id += id == ESP_STR_NONE;
}

static gboolean
skip (EspRecords  *self,
      guint32      line,
      EspIx        position,
      char        *message,
      GError     **error)
{
  self->report->n_skipped++;

  return esp_import_findings_add_skipped (&self->findings, ESP_TABLE_POSITIONS, position, line, message, NULL, error);
}

static guint32
get_field (EspRecords *self,
           EspIx       position,
           EspField    field)
{
  return esp_organization_get (self->organization, ESP_TABLE_POSITIONS, position, field);
}

static EspStr
get_holder (EspRecords *self,
            EspIx       position)
{
  guint32 n;
  const guint32 *words = esp_organization_get_list (self->organization, get_field (self, position, ESP_POSITION_HOLDERS), &n);

  return n > 0 ? ((const EspHolder *) words)->name : ESP_STR_NONE;
}

typedef enum
{
  KIN_OTHER,      /* another seat, or a clash: a position of its own */
  KIN_REPEATED,   /* the same again */
  KIN_SHARE,      /* a further holder */
  KIN_SECOND,     /* the same person, with a further manager */
} Kin;

static gboolean
fits (EspRecords *self,
      EspIx       first,
      EspField    field)
{
  guint32 there = get_field (self, first, field), here = self->record.fields[field];

  return there == here || there == 0 || here == 0;
}

/* Whether the record says nothing further than what @first says */
static gboolean
has_extra_of (EspRecords *self,
              EspIx       first)
{
  return g_strcmp0 (esp_strings_get (self->strings, get_field (self, first, ESP_POSITION_EXTRA)),
                    esp_strings_get (self->strings, self->record.fields[ESP_POSITION_EXTRA])) == 0;
}

/* What a record is to the position that has its id already: rule 5 */
static Kin
find_kin (EspRecords *self,
          EspIx       first)
{
  EspRecord *record = &self->record;
  EspStr holder = get_holder (self, first);
  gboolean is_same_manager = get_field (self, first, ESP_POSITION_REPORTS_TO) == record->fields[ESP_POSITION_REPORTS_TO];
  gboolean is_same_extra = has_extra_of (self, first);

  if (!fits (self, first, ESP_POSITION_TITLE) || !fits (self, first, ESP_POSITION_UNIT) ||
      get_field (self, first, ESP_POSITION_STATE) != record->fields[ESP_POSITION_STATE])
    return KIN_OTHER;
  if (!is_same_manager)
    return record->name != ESP_STR_NONE && record->name == holder && record->fields[ESP_POSITION_REPORTS_TO] != ESP_STR_NONE ? KIN_SECOND : KIN_OTHER;
  if (record->name != holder)
    return KIN_SHARE;
  if (record->name == ESP_STR_NONE && record->fields[ESP_POSITION_STATE] == ESP_STATE_UNDISCLOSED)
    return KIN_SHARE;

  return is_same_extra && fits (self, first, ESP_POSITION_POSTS) ? KIN_REPEATED : KIN_OTHER;
}

/* Two who share a position make it as many posts as both are. */
static void
add_posts (EspRecords *self,
           EspIx       first,
           EspStr      posts)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  const char *there = esp_organization_get_text (self->organization, ESP_TABLE_POSITIONS, first, ESP_POSITION_POSTS);
  const char *here = esp_strings_get (self->strings, posts);
  double sum;

  if (self->mapping->columns[ESP_USE_POSTS] == ESP_COLUMN_NONE)
    return;

  sum = (there != NULL ? g_ascii_strtod (there, NULL) : 1.0) + (here != NULL ? g_ascii_strtod (here, NULL) : 1.0);
  g_ascii_formatd (text, sizeof text, "%.10g", sum);
  esp_organization_load (self->organization, ESP_TABLE_POSITIONS, first, ESP_POSITION_POSTS,
                         sum != 1.0 ? esp_strings_intern (self->strings, text, -1) : ESP_STR_NONE);
}

static void
say_merged (EspRecords *self,
            EspIx       first,
            guint32     line,
            char       *message)
{
  esp_import_findings_add (&self->findings, ESP_FINDING_DUPLICATE_ID, ESP_SEVERITY_NOTE, ESP_TABLE_POSITIONS, first, line,
                           esp_strings_get (self->strings, get_field (self, first, ESP_POSITION_ID)), "id", message,
                           g_strdup (_("Nothing needs to be done if that is so.")), ESP_FIX_NONE);
  g_array_append_val (self->merged, self->record.fields[ESP_POSITION_ID]);
}

static void
add_holder (EspRecords *self,
            EspIx       first,
            guint32     line)
{
  EspRecord *record = &self->record;
  EspRecordHolder holder = { .position = first, .name = record->name };
  guint32 first_line = g_array_index (self->report->position_lines, guint32, first);
  const char *name = esp_strings_get (self->strings, record->name);

  if (!has_extra_of (self, first))
    holder.extra = record->fields[ESP_POSITION_EXTRA];
  if (record->name != ESP_STR_NONE || record->fields[ESP_POSITION_STATE] == ESP_STATE_UNDISCLOSED)
    {
      if (record->name != ESP_STR_NONE || holder.extra != ESP_STR_NONE)
        g_array_append_val (self->holders, holder);
      add_posts (self, first, record->fields[ESP_POSITION_POSTS]);
    }
  say_merged (self, first, line,
              name != NULL ? g_strdup_printf (_("It has the id and the manager of row %u; “%s” shares that position."), first_line, name)
                           : g_strdup_printf (_("It has the id and the manager of row %u and shares that position."), first_line));
}

static void
add_second (EspRecords *self,
            EspIx       first,
            guint32     line)
{
  EspRecord *record = &self->record;
  EspRecordLine second = { first, ESP_LINE_SECOND, record->fields[ESP_POSITION_REPORTS_TO], ESP_STR_NONE };
  guint32 first_line = g_array_index (self->report->position_lines, guint32, first);

  if (!has_extra_of (self, first))
    second.extra = record->fields[ESP_POSITION_EXTRA];
  g_array_append_val (self->lines, second);
  say_merged (self, first, line,
              g_strdup_printf (_("It is the position of row %u again with another manager, “%s”, who became a second one."), first_line,
                               esp_strings_get (self->strings, second.to)));
}

/*
 * esp_records_take:
 * @line: line or row
 *
 * Makes a position of a record, adds it to one that is there, or lists it as skipped. Errors: too many that are skipped.
 */
gboolean
esp_records_take (EspRecords           *self,
                  guint32               line,
                  const EspRecordCell  *cells,
                  guint                 n_cells,
                  GError              **error)
{
  EspIx position = esp_organization_get_n_slots (self->organization, ESP_TABLE_POSITIONS);
  EspRecord *record = &self->record;
  EspStr id;
  guint32 *first;

  self->report->n_rows++;
  if (!esp_record_read (self, cells, n_cells, position, line))
    {
      self->report->n_skipped++;
      esp_import_findings_add_empty (&self->findings, line);
      return TRUE;
    }

  id = record->fields[ESP_POSITION_ID];
  if (id == ESP_STR_NONE && self->mapping->columns[ESP_USE_ID] != ESP_COLUMN_NONE && record->fields[ESP_POSITION_TITLE] == ESP_STR_NONE &&
      record->name == ESP_STR_NONE)
    return skip (self, line, ESP_IX_NONE, g_strdup (_("It has neither id nor title nor name; it is not shown.")), error);

  if (id != ESP_STR_NONE)
    {
      first = esp_records_slot (self->first_by_id, id);
      if (*first == 0)
        *first = position + 1;
      else if (!self->mapping->ids_are_units)
        {
          EspIx there = *first - 1;

          switch (find_kin (self, there))
            {
            case KIN_REPEATED:
              g_array_append_val (self->merged, id);
              return skip (self, line, there,
                           g_strdup_printf (_("It says the same as row %u, which is shown."), g_array_index (self->report->position_lines, guint32, there)),
                           error);
            case KIN_SHARE:
              add_holder (self, there, line);
              return TRUE;
            case KIN_SECOND:
              add_second (self, there, line);
              return TRUE;
            case KIN_OTHER:
            default:
              break;
            }
        }
    }
  esp_records_load (self, esp_records_append (self, line));

  return TRUE;
}

/*
 * esp_records_begin_node:
 * @parent: the node it lies in, or %ESP_IX_NONE
 *
 * Returns: the position that the node becomes
 */
EspIx
esp_records_begin_node (EspRecords *self,
                        guint32     line,
                        EspIx       parent)
{
  self->report->n_rows++;
  g_array_append_val (self->parents, parent);

  return esp_records_append (self, line);
}

/* Takes the values of a node, when all of them are there. */
void
esp_records_end_node (EspRecords          *self,
                      EspIx                node,
                      const EspRecordCell *cells,
                      guint                n_cells)
{
  esp_record_read (self, cells, n_cells, node, g_array_index (self->report->position_lines, guint32, node));
  esp_records_load (self, node);
}

/* Says something about the file as a whole, or about one of its lines. */
void
esp_records_note (EspRecords  *self,
                  EspSeverity  severity,
                  guint32      line,
                  char        *message,
                  char        *fix)
{
  esp_import_findings_add (&self->findings, severity == ESP_SEVERITY_NOTE ? ESP_FINDING_OFFER : ESP_FINDING_VALUE, severity, ESP_TABLE_DOCUMENT, ESP_IX_NONE,
                           line, NULL, NULL, message, fix, ESP_FIX_NONE);
}

/* The ids of rows that went into others, without those that are doubles all the same */
static void
count_merged (EspRecords *self)
{
  guint32 n = esp_organization_get_n_slots (self->organization, ESP_TABLE_POSITIONS);
  g_autofree guint8 *n_rows = g_new0 (guint8, esp_strings_get_n (self->strings));

  for (EspIx ix = 0; ix < n && self->merged->len > 0; ix++)
    {
      EspStr id = get_field (self, ix, ESP_POSITION_ID);

      n_rows[id] = MIN (2, n_rows[id] + 1);
    }
  for (guint i = 0; i < self->merged->len; i++)
    {
      EspStr id = g_array_index (self->merged, EspStr, i);

      self->report->n_merged_ids += n_rows[id] == 1;
      n_rows[id] = 2;
    }
}

/* Where nobody holds anything and titles are like those of units, units are offered. */
static void
offer_units (EspRecords *self)
{
  guint32 n = esp_organization_get_n_slots (self->organization, ESP_TABLE_POSITIONS);
  guint n_units = 0, n_looked = MIN (n, LOOK_POSITIONS);

  if (n < 2 || self->has_people || self->mapping->are_units)
    return;
  for (EspIx ix = 0; ix < n_looked; ix++)
    {
      const char *title = esp_strings_get (self->strings, get_field (self, ix, ESP_POSITION_TITLE));
      g_autofree char *normalized = title != NULL && strlen (title) < MAX_TITLE ? esp_words_normalize (title, -1) : NULL;

      n_units += normalized != NULL && esp_words_is_unit_word (normalized);
    }
  if (n_units * 3 < n_looked)
    return;

  esp_import_findings_add (&self->findings, ESP_FINDING_OFFER, ESP_SEVERITY_NOTE, ESP_TABLE_POSITIONS, ESP_IX_NONE, 0, NULL, NULL,
                           g_strdup (_("Nothing here names people, and the titles are like those of units.")),
                           g_strdup (_("If these are units, they can be made so.")), ESP_FIX_MAKE_UNITS);
}

/*
 * esp_records_end:
 *
 * All records are there: finds the managers, and gives ids to those that have none. Time: O(positions).
 */
void
esp_records_end (EspRecords *self)
{
  esp_records_link (self);
  esp_records_add_lists (self);
  count_merged (self);
  offer_units (self);
  esp_import_findings_end (&self->findings);
}
