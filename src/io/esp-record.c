/* esp-record.c — the values of one record, taken apart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-records"

#include <math.h>
#include <string.h>

#include "core/esp-i18n.h"
#include "io/esp-csv-format.h"
#include "io/esp-document-writer.h"
#include "io/esp-io-limits.h"
#include "io/esp-json-scanner.h"
#include "io/esp-records-private.h"
#include "io/esp-table-words.h"

/* More posts than people on earth are none. */
#define MAX_POSTS 1e10

/* Values of the record that belong together, until all are there */
typedef struct
{
  const EspRecordCell *name;
  const EspRecordCell *given;
  const EspRecordCell *family;
  EspState             said_state; /* by a column of its own */
  EspState             name_state; /* by what stands where the name should be */
  EspIx                position;
  guint32              line;
} Parts;

static EspStr
intern (EspRecords *self,
        const char *text,
        gsize       length)
{
  return length > 0 ? esp_strings_intern (self->strings, text, length) : ESP_STR_NONE;
}

/* What a position is called by: 17 and 17.0 are the same number in JSON. */
static EspStr
intern_name (EspRecords          *self,
             const EspRecordCell *cell)
{
  return intern (self, cell->text, cell->is_json ? esp_json_get_whole_length (cell->text, cell->length) : cell->length);
}

/* Keeps a value as a member of the position. */
static void
keep (EspRecords          *self,
      const EspRecordCell *cell)
{
  GString *extra = self->record.extra;

  if (cell->length == 0)
    return;

  if (extra->len > 0)
    g_string_append (extra, ", ");
  g_string_append (extra, g_ptr_array_index (self->member_names, cell->column));
  g_string_append (extra, ": ");
  if (cell->is_json)
    {
      esp_json_append_on_one_line (extra, cell->text, cell->length);
      return;
    }
  g_string_truncate (self->scratch, 0);
  g_string_append_len (self->scratch, cell->text, cell->length);
  esp_writer_append_text (extra, self->scratch->str);
}

/* Keeps a value that its field does not take, and says so. */
static void
refuse (EspRecords          *self,
        const Parts         *parts,
        const EspRecordCell *cell)
{
  const char *name = g_ptr_array_index (self->names, cell->column);
  g_autofree char *text = esp_import_findings_shorten (cell->text, cell->length);

  keep (self, cell);
  esp_import_findings_add_value (&self->findings, ESP_TABLE_POSITIONS, parts->position, parts->line,
                                 esp_strings_get (self->strings, self->record.fields[ESP_POSITION_ID]), name,
                                 g_strdup_printf (_("“%s” cannot be “%s”; it is kept as written."), name, text), NULL);
}

/* A number of posts: digits, one point or comma before the last of them, others in groups of three. Returns: %FALSE if it is none */
static gboolean
read_posts (const char *text,
            gsize       length,
            char       *number,
            gsize       size)
{
  gsize n = 0, point = G_MAXSIZE;
  double value;

  if (length == 0 || length >= size)
    return FALSE;
  for (gsize i = length; i > 0 && point == G_MAXSIZE; i--)
    if (text[i - 1] == '.' || text[i - 1] == ',')
      point = i - 1;
  /* “1,234” is a thousand, “1,5” and “12.75” are not; “0,123” is less than one */
  if (point != G_MAXSIZE && text[point] == ',' && length - point == 4 && !(point == 1 && text[0] == '0'))
    point = G_MAXSIZE;

  for (gsize i = 0; i < length; i++)
    {
      if (i == point)
        number[n++] = '.';
      else if (g_ascii_isdigit (text[i]))
        number[n++] = text[i];
      else if ((text[i] != ',' && text[i] != '.' && text[i] != ' ' && text[i] != '\'') || i > point)
        return FALSE;
    }
  number[n] = '\0';
  value = g_ascii_strtod (number, NULL);
  if (n == 0 || (n == 1 && point != G_MAXSIZE) || !isfinite (value) || value > MAX_POSTS)
    return FALSE;

  return g_ascii_isdigit (number[0]) && g_ascii_isdigit (number[n - 1]);
}

static void
take_posts (EspRecords          *self,
            const Parts         *parts,
            const EspRecordCell *cell)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  const char *digits = number;
  gsize length = cell->length;
  gboolean is_percent = length > 0 && cell->text[length - 1] == '%';

  if (length == 0)
    return;
  if (is_percent)
    {
      length--;
      esp_words_trim (cell->text, &length);
    }
  if (!read_posts (cell->text, length, number, sizeof number))
    {
      refuse (self, parts, cell);
      return;
    }
  if (is_percent)
    g_ascii_formatd (number, sizeof number, "%.10g", g_ascii_strtod (number, NULL) / 100.0);
  while (digits[0] == '0' && g_ascii_isdigit (digits[1]))
    digits++;
  if (g_ascii_strtod (digits, NULL) != 1.0)
    self->record.fields[ESP_POSITION_POSTS] = esp_strings_intern (self->strings, digits, -1);
}

static void
take_state (EspRecords          *self,
            Parts               *parts,
            const EspRecordCell *cell)
{
  g_autofree char *text = g_strndup (cell->text, cell->length);
  gboolean is_plain = TRUE;

  if (cell->length == 0)
    return;
  parts->said_state = esp_state_from_string (text);
  if (parts->said_state == ESP_STATE_DEFAULT)
    parts->said_state = esp_words_get_state (cell->text, cell->length, &is_plain);
  if (parts->said_state == ESP_STATE_DEFAULT)
    refuse (self, parts, cell);
  else if (!is_plain)
    keep (self, cell);
}

static void
take_scope (EspRecords          *self,
            const Parts         *parts,
            const EspRecordCell *cell)
{
  g_autofree char *text = g_ascii_strdown (cell->text, cell->length);

  if (cell->length == 0)
    return;
  self->record.fields[ESP_POSITION_SCOPE] = esp_scope_from_string (text);
  if (self->record.fields[ESP_POSITION_SCOPE] == ESP_SCOPE_UNKNOWN)
    refuse (self, parts, cell);
}

static void
take_line (EspRecords          *self,
           EspColumnUse         use,
           const EspRecordCell *cell)
{
  static const EspLineKind kinds[] = { ESP_LINE_SECOND, ESP_LINE_DOTTED, ESP_LINE_FUNCTIONAL, ESP_LINE_PROGRAM, ESP_LINE_VENDOR };
  EspRecordLine line = { .to = intern (self, cell->text, cell->length), .is_below = use == ESP_USE_REPORTS };

  if (!line.is_below)
    line.kind = kinds[use - ESP_USE_SECOND];

  if (line.to != ESP_STR_NONE)
    g_array_append_val (self->new_lines, line);
}

static void
take_cell (EspRecords          *self,
           Parts               *parts,
           EspColumnUse         use,
           const EspRecordCell *cell)
{
  static const EspField fields[ESP_N_USES] = {
    [ESP_USE_ID] = ESP_POSITION_ID, [ESP_USE_MANAGER] = ESP_POSITION_REPORTS_TO, [ESP_USE_TITLE] = ESP_POSITION_TITLE, [ESP_USE_UNIT] = ESP_POSITION_UNIT,
    [ESP_USE_LEVEL] = ESP_POSITION_LEVEL, [ESP_USE_ROLE] = ESP_POSITION_ROLE, [ESP_USE_NOTE] = ESP_POSITION_NOTE,
  };

  switch (use)
    {
    case ESP_USE_LINK:
      self->record.link = intern_name (self, cell);
      break;
    case ESP_USE_NAME:
      parts->name = cell;
      break;
    case ESP_USE_GIVEN_NAME:
      parts->given = cell;
      break;
    case ESP_USE_FAMILY_NAME:
      parts->family = cell;
      break;
    case ESP_USE_STATE:
      take_state (self, parts, cell);
      break;
    case ESP_USE_POSTS:
      take_posts (self, parts, cell);
      break;
    case ESP_USE_SCOPE:
      take_scope (self, parts, cell);
      break;
    case ESP_USE_REPORTS:
    case ESP_USE_SECOND:
    case ESP_USE_DOTTED:
    case ESP_USE_FUNCTIONAL:
    case ESP_USE_PROGRAM:
    case ESP_USE_VENDOR:
      take_line (self, use, cell);
      break;
    case ESP_USE_ID:
    case ESP_USE_MANAGER:
      self->record.fields[fields[use]] = intern_name (self, cell);
      break;
    case ESP_USE_TITLE:
    case ESP_USE_UNIT:
    case ESP_USE_LEVEL:
    case ESP_USE_ROLE:
    case ESP_USE_NOTE:
      self->record.fields[fields[use]] = intern (self, cell->text, cell->length);
      break;
    case ESP_USE_COUNTER:
      break;
    case ESP_N_USES:
    default:
      g_assert_not_reached ();
    }
}

/* A name, or a state that stands where one is expected, also in quotes of its own. Returns: whether it is a state */
static gboolean
take_name (EspRecords          *self,
           Parts               *parts,
           const EspRecordCell *cell)
{
  const char *text = cell->text;
  gsize length = cell->length;
  gboolean is_plain;

  if (length > 2 && (text[0] == '\'' || text[0] == '"') && text[length - 1] == text[0])
    {
      text++;
      length -= 2;
    }
  parts->name_state = esp_words_get_state (text, length, &is_plain);
  if (parts->name_state == ESP_STATE_DEFAULT)
    return FALSE;

  if (!is_plain)
    keep (self, cell);
  return TRUE;
}

static EspStr
join_names (EspRecords          *self,
            const EspRecordCell *given,
            const EspRecordCell *family)
{
  g_string_truncate (self->scratch, 0);
  if (given != NULL)
    g_string_append_len (self->scratch, given->text, given->length);
  if (given != NULL && given->length > 0 && family != NULL && family->length > 0)
    g_string_append_c (self->scratch, ' ');
  if (family != NULL)
    g_string_append_len (self->scratch, family->text, family->length);

  return intern (self, self->scratch->str, self->scratch->len);
}

/* Who holds the position, if anybody: rule 7. In a tree whose persons have two names, the one name is that of a part of the organization. */
static void
settle_names (EspRecords *self,
              Parts      *parts)
{
  EspRecord *record = &self->record;
  gboolean has_two = (parts->given != NULL && parts->given->length > 0) || (parts->family != NULL && parts->family->length > 0);
  gboolean is_label = !has_two && !self->is_table && self->mapping->columns[ESP_USE_GIVEN_NAME] != ESP_COLUMN_NONE;

  if (has_two)
    {
      const EspRecordCell *only = parts->given == NULL || parts->given->length == 0 ? parts->family
                                  : parts->family == NULL || parts->family->length == 0 ? parts->given : NULL;

      if (only == NULL || !take_name (self, parts, only))
        record->name = join_names (self, parts->given, parts->family);
    }
  record->has_name = parts->given != NULL || parts->family != NULL || (parts->name != NULL && !is_label);
  if (self->mapping->columns[ESP_USE_LINK] == ESP_COLUMN_FULL_NAME)
    record->link = record->name;
  if (parts->name == NULL || parts->name->length == 0)
    return;

  if (has_two || is_label)
    {
      EspStr label = intern (self, parts->name->text, parts->name->length);

      if (record->fields[ESP_POSITION_TITLE] == ESP_STR_NONE)
        record->fields[ESP_POSITION_TITLE] = label;
      else if (label != record->name && label != record->fields[ESP_POSITION_TITLE])
        keep (self, parts->name);
    }
  else if (!take_name (self, parts, parts->name))
    record->name = intern (self, parts->name->text, parts->name->length);
}

/* The model wants the state where it is not plain anyway. Where names are not told, nobody can say that a position is vacant. */
static void
settle_state (EspRecords  *self,
              const Parts *parts)
{
  EspRecord *record = &self->record;
  EspState state = parts->said_state != ESP_STATE_DEFAULT ? parts->said_state : parts->name_state;

  if (state == ESP_STATE_DEFAULT && record->name == ESP_STR_NONE && !record->has_name)
    state = ESP_STATE_FILLED;
  if (state == (record->name != ESP_STR_NONE ? ESP_STATE_FILLED : ESP_STATE_VACANT))
    state = ESP_STATE_DEFAULT;
  record->fields[ESP_POSITION_STATE] = state;
}

/* Kept members as a text; the same as those of the row before, or else most likely like none */
static EspStr
store_extra (EspRecords *self)
{
  const GString *extra = self->record.extra;
  const char *last = esp_strings_get (self->strings, self->last_extra);

  if (last == NULL || strcmp (last, extra->str) != 0)
    self->last_extra = esp_strings_append (self->strings, extra->str, extra->len);

  return self->last_extra;
}

/*
 * esp_record_read:
 * @position: which position findings are about
 * @line: line or row
 *
 * Takes the values apart into @self->record and @self->new_lines.
 *
 * Returns: whether there was any value
 */
gboolean
esp_record_read (EspRecords          *self,
                 const EspRecordCell *cells,
                 guint                n_cells,
                 EspIx                position,
                 guint32              line)
{
  EspRecord *record = &self->record;
  Parts parts = { .position = position, .line = line };
  g_autofree EspRecordCell *trimmed = n_cells > 64 ? g_new (EspRecordCell, n_cells) : NULL;
  EspRecordCell few[64];
  EspRecordCell *own = trimmed != NULL ? trimmed : few;

  memset (record->fields, 0, sizeof record->fields);
  record->name = record->link = ESP_STR_NONE;
  record->is_empty = TRUE;
  g_string_truncate (record->extra, 0);
  g_array_set_size (self->new_lines, 0);

  for (guint i = 0; i < n_cells; i++)
    if (g_array_index (self->uses, guint32, cells[i].column) != 0)
      esp_strings_prefetch (self->strings, cells[i].text, cells[i].length);
  for (guint i = 0; i < n_cells; i++)
    {
      guint32 uses = g_array_index (self->uses, guint32, cells[i].column);
      gsize length = cells[i].length;

      own[i] = cells[i];
      own[i].text = esp_words_trim (own[i].text, &length);
      if (self->is_table)
        own[i].text = esp_cell_restore (esp_words_unwrap (own[i].text, &length), &length);
      own[i].length = length;
      record->is_empty = record->is_empty && length == 0;
      if (uses == 0)
        keep (self, &own[i]);
      for (; uses != 0; uses &= uses - 1)
        take_cell (self, &parts, __builtin_ctz (uses), &own[i]);
    }
  settle_names (self, &parts);
  record->has_name = record->has_name || self->mapping->columns[ESP_USE_STATE] != ESP_COLUMN_NONE;
  if (self->is_table) /* which leaves out what is empty */
    record->has_name = record->has_name || self->mapping->columns[ESP_USE_NAME] != ESP_COLUMN_NONE ||
                       self->mapping->columns[ESP_USE_GIVEN_NAME] != ESP_COLUMN_NONE;
  settle_state (self, &parts);
  if (record->extra->len > 0)
    record->fields[ESP_POSITION_EXTRA] = store_extra (self);

  return !record->is_empty;
}
