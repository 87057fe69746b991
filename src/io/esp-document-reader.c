/* esp-document-reader.c — our own format to an organization
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-document-reader"

#include "io/esp-document-reader.h"

#include <string.h>

#include "core/esp-i18n.h"
#include "io/esp-document-elements.h"
#include "io/esp-document-texts.h"
#include "io/esp-document-writer.h"
#include "io/esp-io-limits.h"

/* Elements handed over at a time: json-glib's nodes of so many stay in the processor's cache */
#define CHUNK 256

/* Down to which level tokens of an element are kept: element, member, record of a list, member of the record */
#define N_LEVELS 3

/* Bytes kept back for comparing with the canonical form; a canonical file never needs more but for its own further members */
#define MAX_UNCOMPARED ESP_IO_BLOCK

/* Walks the top of the document through the window of a source. */
typedef struct
{
  EspSource       *source;
  EspOrganization *organization;
  EspLoadReport   *report;
  GCancellable    *cancellable;
  EspElements     *elements;
  EspJsonScanner   scanner;

  char            *text; /* the window, borrowed */
  gsize            length;
  gboolean         is_last;
  gsize            at;

  EspTable         table;        /* whose elements are read */
  guint32          n_elements;   /* of the table */
  guint32          n_written;    /* of them, compared */
  guint            tables_seen;  /* bits */
  gboolean         has_format;
  gboolean         has_version;
  guint32          first_line;

  gboolean         is_canonical; /* the bytes up to @compared are those that the writer writes */
  gsize            compared;
  GString         *written;
} Reader;

static gboolean
fail (Reader      *self,
      EspIoError   code,
      const char  *what,
      GError     **error)
{
  esp_source_set_error (self->source, error, code, self->at, what);
  return FALSE;
}

/* Puts the place before an error that comes from the elements. */
static gboolean
say_where (Reader  *self,
           GError **error)
{
  g_prefix_error (error, "%s:%u: ", esp_source_get_name (self->source), esp_source_get_line (self->source, self->at));
  return FALSE;
}

/* Compares the bytes behind those compared with what the writer has just written. */
static void
compare (Reader *self)
{
  gsize n = self->written->len;

  if (self->is_canonical)
    self->is_canonical = self->length - self->compared >= n && memcmp (self->text + self->compared, self->written->str, n) == 0;
  self->compared += n;
  g_string_truncate (self->written, 0);
}

static void
compare_text (Reader     *self,
              const char *text)
{
  g_string_append (self->written, text);
  compare (self);
}

/* Makes rows of the elements scanned so far. */
static gboolean
apply_chunk (Reader  *self,
             GError **error)
{
  guint n = esp_elements_get_n (self->elements);

  if (n > 0 && !esp_elements_apply (self->elements, self->table, &self->scanner, self->text, error))
    return say_where (self, error);

  if (n > 0 && self->is_canonical)
    {
      const EspIx *rows = esp_organization_get_order (self->organization, self->table, NULL);

      esp_writer_append_rows (self->organization, self->table, rows + self->n_written, n, self->n_written == 0, self->written);
      compare (self);
    }
  self->n_written += n;
  esp_json_scanner_reset (&self->scanner);

  return TRUE;
}

/* Reads on; what lies before self->at is given up, but for what is still to be compared. Offsets of tokens end here. */
static gboolean
fill (Reader  *self,
      GError **error)
{
  gsize keep_from = self->at;

  if (!apply_chunk (self, error))
    return FALSE;

  if (self->is_canonical && self->at > self->compared + MAX_UNCOMPARED)
    self->is_canonical = FALSE;
  if (self->is_canonical)
    keep_from = MIN (self->at, self->compared);

  if (!esp_source_fill (self->source, keep_from, self->report->n_rows, self->cancellable, error))
    return FALSE;

  self->at -= keep_from;
  self->compared -= self->is_canonical ? keep_from : self->compared;
  self->text = esp_source_get_data (self->source, &self->length, &self->is_last);

  return TRUE;
}

/* The next byte that is not white space; 0 at the end of the file. */
static gboolean
peek (Reader  *self,
      char    *next,
      GError **error)
{
  while (TRUE)
    {
      self->at = esp_json_skip_space (self->text, self->length, self->at);
      if (self->at < self->length)
        {
          *next = self->text[self->at];
          if (*next == '\0')
            return fail (self, ESP_IO_ERROR_SYNTAX, _("a NUL byte outside of a text"), error);
          return TRUE;
        }
      if (self->is_last)
        {
          *next = '\0';
          return TRUE;
        }
      if (!fill (self, error))
        return FALSE;
    }
}

/* Scans the value at self->at, which stays; @token: its first token. */
static gboolean
scan (Reader   *self,
      guint     depth,
      guint     n_levels,
      guint32  *token,
      GError  **error)
{
  while (TRUE)
    {
      EspJsonStatus status;

      *token = self->scanner.n_tokens;
      status = esp_json_scanner_scan (&self->scanner, self->text, self->length, self->at, self->is_last, depth, n_levels);
      if (status == ESP_JSON_DONE)
        return TRUE;
      if (status == ESP_JSON_BAD)
        {
          self->at = self->scanner.problem_at;
          return fail (self, self->scanner.is_limit ? ESP_IO_ERROR_LIMIT : ESP_IO_ERROR_SYNTAX, self->scanner.problem, error);
        }
      if (!fill (self, error))
        return FALSE;
    }
}

static gboolean
expect (Reader      *self,
        char         wanted,
        const char  *what,
        GError     **error)
{
  char next;

  if (!peek (self, &next, error))
    return FALSE;
  if (next != wanted)
    return fail (self, ESP_IO_ERROR_SYNTAX, next == '\0' ? _("the file ends in the middle") : what, error);

  self->at++;
  return TRUE;
}

static gboolean
read_element (Reader  *self,
              GError **error)
{
  guint32 token;

  if (!scan (self, 2, N_LEVELS, &token, error))
    return FALSE;
  if (self->n_elements == ESP_IO_MAX_ROWS)
    return fail (self, ESP_IO_ERROR_LIMIT, _("more than 16,000,000 entries"), error);

  esp_elements_add (self->elements, token, esp_source_get_line (self->source, self->at));
  self->at = self->scanner.end;
  self->n_elements++;
  if (self->table == ESP_TABLE_POSITIONS)
    self->report->n_rows++;

  return esp_elements_get_n (self->elements) < CHUNK || apply_chunk (self, error);
}

static gboolean
read_elements (Reader  *self,
               GError **error)
{
  char next = ',';

  while (next == ',')
    {
      if (!peek (self, &next, error) || !read_element (self, error) || !peek (self, &next, error))
        return FALSE;
      if (next == ',')
        self->at++;
    }

  if (!expect (self, ']', _("a comma or “]” was expected here"), error) || !apply_chunk (self, error))
    return FALSE;

  compare_text (self, " ]");
  return TRUE;
}

/* The list of a table, from its bracket on. */
static gboolean
read_table (Reader   *self,
            EspTable  table,
            GError  **error)
{
  char next;

  self->is_canonical &= self->tables_seen >> table == 0;
  if (self->tables_seen == 0)
    esp_writer_append_head (self->organization, self->written);
  esp_writer_append_begin (table, self->written);
  compare (self);

  self->table = table;
  self->n_elements = 0;
  self->n_written = 0;
  self->tables_seen |= 1u << table;
  self->at++;
  if (!peek (self, &next, error))
    return FALSE;
  if (next != ']')
    return read_elements (self, error);

  self->at++;
  esp_elements_add_empty_table (self->elements, table);
  compare_text (self, "]");
  return TRUE;
}

static gboolean
is_text (Reader     *self,
         guint32     token,
         const char *text)
{
  const EspJsonToken *value = &self->scanner.tokens[token];
  g_autofree char *decoded = NULL;

  if (value->kind != ESP_JSON_STRING || (value->flags & ESP_JSON_NO_TEXT))
    return FALSE;

  decoded = esp_texts_decode_one (self->text + value->start, value->end - value->start);
  return g_strcmp0 (decoded, text) == 0;
}

static gboolean
check_format (Reader   *self,
              guint32   token,
              GError  **error)
{
  if (self->has_format)
    return fail (self, ESP_IO_ERROR_FORMAT, _("“format” stands twice"), error);
  if (!is_text (self, token, ESP_DOCUMENT_FORMAT))
    return fail (self, ESP_IO_ERROR_FORMAT, _("this is not an organization of Espalier: its “format” is another one"), error);

  self->has_format = TRUE;
  return TRUE;
}

static gboolean
check_version (Reader   *self,
               guint32   token,
               GError  **error)
{
  const EspJsonToken *value = &self->scanner.tokens[token];
  g_autofree char *text = g_strndup (self->text + value->start, value->end - value->start);
  double version = value->kind == ESP_JSON_NUMBER ? g_ascii_strtod (text, NULL) : 0.0;

  if (self->has_version)
    return fail (self, ESP_IO_ERROR_FORMAT, _("“version” stands twice"), error);
  if (version > ESP_DOCUMENT_VERSION)
    return fail (self, ESP_IO_ERROR_VERSION, _("the file was written for a newer version of Espalier"), error);
  if (version != ESP_DOCUMENT_VERSION)
    return fail (self, ESP_IO_ERROR_FORMAT, _("“version” is not 1"), error);

  self->has_version = TRUE;
  return TRUE;
}

/* A member whose value is not the list of a table */
static gboolean
read_value (Reader      *self,
            const char  *raw_name,
            const char  *name,
            GError     **error)
{
  guint32 token;
  gboolean is_fine;

  if (!scan (self, 1, 0, &token, error))
    return FALSE;

  if (g_strcmp0 (name, "format") == 0)
    is_fine = check_format (self, token, error);
  else if (g_strcmp0 (name, "version") == 0)
    is_fine = check_version (self, token, error);
  else
    is_fine = esp_elements_apply_member (self->elements, raw_name, name, &self->scanner, token, self->text,
                                         esp_source_get_line (self->source, self->at), error) ||
              say_where (self, error);
  self->at = self->scanner.end;
  esp_json_scanner_reset (&self->scanner);

  return is_fine;
}

/* A member of the document: name, colon, value. */
static gboolean
read_member (Reader  *self,
             GError **error)
{
  g_autofree char *raw_name = NULL, *name = NULL;
  const EspJsonToken *key;
  guint32 token;
  EspTable table;
  char next;

  if (self->text[self->at] != '"')
    return fail (self, ESP_IO_ERROR_SYNTAX, _("the name of a member was expected here, in quotes"), error);
  if (!scan (self, 1, 0, &token, error))
    return FALSE;

  key = &self->scanner.tokens[token];
  raw_name = g_strndup (self->text + key->start, key->end - key->start);
  if (!(key->flags & ESP_JSON_HAS_ESCAPE))
    name = g_strndup (raw_name + 1, key->end - key->start - 2);
  else if (!(key->flags & ESP_JSON_NO_TEXT))
    name = esp_texts_decode_one (raw_name, strlen (raw_name));
  self->at = self->scanner.end;
  esp_json_scanner_reset (&self->scanner);

  if (!expect (self, ':', _("a colon was expected here"), error) || !peek (self, &next, error))
    return FALSE;

  table = name != NULL ? esp_format_find_table (name) : ESP_TABLE_DOCUMENT;
  if (table == ESP_TABLE_DOCUMENT || next == 'n')
    return read_value (self, raw_name, name, error);
  if (next != '[')
    return fail (self, ESP_IO_ERROR_FORMAT, _("the value of “units”, “positions” and “views” is a list"), error);
  if (self->tables_seen & 1u << table)
    return fail (self, ESP_IO_ERROR_FORMAT, _("the same list stands here for the second time"), error);

  return read_table (self, table, error);
}

static gboolean
read_members (Reader  *self,
              GError **error)
{
  char next;

  if (!peek (self, &next, error))
    return FALSE;
  if (next == '}')
    {
      self->at++;
      return TRUE;
    }

  while (TRUE)
    {
      if (next == '\0')
        return fail (self, ESP_IO_ERROR_SYNTAX, _("the file ends in the middle"), error);
      if (!read_member (self, error) || !peek (self, &next, error))
        return FALSE;
      if (next != ',')
        return expect (self, '}', _("a comma or “}” was expected here"), error);
      self->at++;
      if (!peek (self, &next, error))
        return FALSE;
    }
}

/* What must be there and is not is said of the line in which the object begins. */
static gboolean
check_header (Reader  *self,
              GError **error)
{
  const char *name = esp_source_get_name (self->source);

  if (!self->has_format)
    g_set_error (error, ESP_IO_ERROR, ESP_IO_ERROR_FORMAT, _("%s:%u: this is not an organization of Espalier: there is no “format”"), name,
                 self->first_line);
  else if (!self->has_version)
    g_set_error (error, ESP_IO_ERROR, ESP_IO_ERROR_FORMAT, _("%s:%u: “version” is missing"), name, self->first_line);

  return self->has_format && self->has_version;
}

static gboolean
read_document (Reader  *self,
               GError **error)
{
  char next;

  if (!peek (self, &next, error))
    return FALSE;
  if (next == '[')
    return fail (self, ESP_IO_ERROR_FORMAT, _("this is a list, and not an organization of Espalier"), error);
  self->first_line = esp_source_get_line (self->source, self->at);
  if (!expect (self, '{', _("“{” was expected here"), error) || !read_members (self, error))
    return FALSE;

  if (self->tables_seen == 0)
    esp_writer_append_head (self->organization, self->written);
  esp_elements_end (self->elements);
  esp_writer_append_end (self->organization, self->written);

  if (!peek (self, &next, error))
    return FALSE;
  if (next != '\0')
    return fail (self, ESP_IO_ERROR_SYNTAX, _("something follows the end of the document"), error);
  compare (self);
  self->report->is_canonical = self->is_canonical && self->compared == self->length;

  return check_header (self, error);
}

/*
 * esp_io_read_document:
 * @source: the bytes; the first block is read
 * @organization: being loaded: between esp_organization_begin_load() and _end_load()
 * @report: filled but for what the file system knows
 *
 * Reads our own format.
 *
 * Time: O(bytes). Memory: a few blocks, the largest element, and what @organization keeps. Errors: #EspIoError, those of the stream, and
 * %G_IO_ERROR_CANCELLED.
 *
 * Returns: %FALSE with @error set; @organization is then good for nothing
 */
gboolean
esp_io_read_document (EspSource       *source,
                   EspOrganization *organization,
                   EspLoadReport   *report,
                   GCancellable    *cancellable,
                   GError         **error)
{
  g_autoptr (EspElements) elements = esp_elements_new (organization);
  g_autoptr (GString) written = g_string_new (NULL);
  Reader self = { .source = source, .organization = organization, .report = report, .cancellable = cancellable,
                  .elements = elements, .written = written, .is_canonical = !esp_source_has_mark (source) };
  gboolean is_read;

  esp_json_scanner_init (&self.scanner);
  self.text = esp_source_get_data (source, &self.length, &self.is_last);
  is_read = read_document (&self, error);
  esp_json_scanner_clear (&self.scanner);
  if (!is_read)
    return FALSE;

  report->n_skipped = esp_elements_get_n_skipped (elements);
  report->position_lines = g_array_ref (esp_elements_get_lines (elements));

  return TRUE;
}
