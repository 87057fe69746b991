/* esp-json-walker.c — JSON of any depth as events, through the window of a source
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-json-walker"

#include "io/esp-json-walker.h"

#include <string.h>

#include "core/esp-i18n.h"
#include "io/esp-io-limits.h"

/*
 * The scanner reads a value as a whole, which must lie in the window; the tree of a company is one value. So the walker keeps the brackets that are open in
 * a row of bits, and asks the scanner for what lies between them. Several values behind each other, as one a line, are the elements of one list.
 */
struct _EspJsonWalker
{
  EspSource      *source; /* borrowed */
  EspJsonScanner  scanner;

  char           *text;   /* the window */
  gsize           length;
  gboolean        is_last;
  gsize           at;
  guint32         n_rows;

  GByteArray     *open;     /* a bit for each bracket that is open: whether it is a brace */
  gsize           n_open;
  gboolean        is_fresh; /* a bracket has just been opened */
  gboolean        has_root;
  gboolean        has_begun; /* the last event began something, and it may be taken */
  gsize           event_at;
  GString        *name;
};

EspJsonWalker *
esp_json_walker_new (EspSource *source)
{
  EspJsonWalker *self = g_new0 (EspJsonWalker, 1);

  self->source = source;
  self->text = esp_source_get_data (source, &self->length, &self->is_last);
  esp_json_scanner_init (&self->scanner);
  self->open = g_byte_array_new ();
  self->name = g_string_new (NULL);

  return self;
}

void
esp_json_walker_free (EspJsonWalker *self)
{
  if (self == NULL)
    return;

  esp_json_scanner_clear (&self->scanner);
  g_byte_array_unref (self->open);
  g_string_free (self->name, TRUE);
  g_free (self);
}

/* Tells how many rows were made so far, for the progress. */
void
esp_json_walker_set_rows (EspJsonWalker *self,
                          guint32        n_rows)
{
  self->n_rows = n_rows;
}

/* Returns: the line in which the last event stands. Time: O(bytes since the last call). */
guint32
esp_json_walker_get_line (EspJsonWalker *self)
{
  return esp_source_get_line (self->source, self->event_at);
}

/* Returns: how many brackets are open */
gsize
esp_json_walker_get_depth (EspJsonWalker *self)
{
  return self->n_open;
}

static gboolean
fail (EspJsonWalker  *self,
      EspIoError      code,
      gsize           at,
      const char     *what,
      GError        **error)
{
  esp_source_set_error (self->source, error, code, at, what);
  return FALSE;
}

static gboolean
fill (EspJsonWalker  *self,
      gsize           keep_from,
      GCancellable   *cancellable,
      GError        **error)
{
  if (!esp_source_fill (self->source, keep_from, self->n_rows, cancellable, error))
    return FALSE;

  self->at -= keep_from;
  self->text = esp_source_get_data (self->source, &self->length, &self->is_last);
  return TRUE;
}

/* Goes to the next byte that is not white space; at the end @self->at is @self->length. */
static gboolean
skip_space (EspJsonWalker  *self,
            GCancellable   *cancellable,
            GError        **error)
{
  while (TRUE)
    {
      self->at = esp_json_skip_space (self->text, self->length, self->at);
      if (self->at < self->length || self->is_last)
        return TRUE;
      if (!fill (self, self->at, cancellable, error))
        return FALSE;
    }
}

/* Scans the value at @self->at as a whole; the window begins with it or before it. */
static gboolean
scan (EspJsonWalker  *self,
      guint           n_levels,
      GCancellable   *cancellable,
      GError        **error)
{
  while (TRUE)
    {
      EspJsonStatus status;

      esp_json_scanner_reset (&self->scanner);
      status = esp_json_scanner_scan (&self->scanner, self->text, self->length, self->at, self->is_last, 0, n_levels);
      if (status == ESP_JSON_DONE)
        return TRUE;
      if (status == ESP_JSON_BAD)
        return fail (self, self->scanner.is_limit ? ESP_IO_ERROR_LIMIT : ESP_IO_ERROR_SYNTAX, self->scanner.problem_at, self->scanner.problem, error);
      if (!fill (self, self->at, cancellable, error))
        return FALSE;
    }
}

static gboolean
is_in_object (EspJsonWalker *self)
{
  gsize bit = self->n_open - 1;

  return self->n_open > 0 && (self->open->data[bit / 8] >> (bit % 8) & 1);
}

static gboolean
open_bracket (EspJsonWalker  *self,
              gboolean        is_object,
              GError        **error)
{
  gsize bit = self->n_open;

  if (self->n_open == ESP_IO_MAX_NESTING)
    return fail (self, ESP_IO_ERROR_LIMIT, self->at, _("more than 4,194,304 brackets inside each other"), error);

  if (bit / 8 == self->open->len)
    g_byte_array_append (self->open, (const guint8 *) "", 1);
  self->open->data[bit / 8] &= ~(1u << (bit % 8));
  self->open->data[bit / 8] |= is_object << (bit % 8);
  self->n_open++;
  self->at++;
  self->is_fresh = TRUE;

  return TRUE;
}

/* The name of a member and its colon */
static gboolean
read_name (EspJsonWalker  *self,
           EspJsonEvent   *event,
           GCancellable   *cancellable,
           GError        **error)
{
  if (self->at == self->length)
    return fail (self, ESP_IO_ERROR_SYNTAX, self->at, _("the file ends in the middle"), error);
  if (self->text[self->at] != '"')
    return fail (self, ESP_IO_ERROR_SYNTAX, self->at, _("the name of a member was expected here, in quotes"), error);
  if (!scan (self, 0, cancellable, error))
    return FALSE;

  g_string_truncate (self->name, 0);
  esp_json_append_unescaped (self->name, self->text + self->at, self->scanner.end - self->at);
  self->at = self->scanner.end;
  event->name = self->name->str;
  if (!skip_space (self, cancellable, error))
    return FALSE;
  if (self->at == self->length || self->text[self->at] != ':')
    return fail (self, ESP_IO_ERROR_SYNTAX, self->at, _("a colon was expected here"), error);
  self->at++;

  return skip_space (self, cancellable, error);
}

static gboolean
read_value (EspJsonWalker  *self,
            EspJsonEvent   *event,
            GCancellable   *cancellable,
            GError        **error)
{
  if (self->at == self->length)
    return fail (self, ESP_IO_ERROR_SYNTAX, self->at, _("the file ends in the middle"), error);

  self->event_at = self->at;
  if (self->text[self->at] == '{' || self->text[self->at] == '[')
    {
      event->kind = ESP_JSON_EVENT_BEGIN;
      event->value = self->text[self->at] == '{' ? ESP_JSON_OBJECT : ESP_JSON_ARRAY;
      self->has_begun = TRUE;
      return open_bracket (self, event->value == ESP_JSON_OBJECT, error);
    }

  if (!scan (self, 0, cancellable, error))
    return FALSE;
  self->event_at = self->at;
  event->kind = ESP_JSON_EVENT_VALUE;
  event->value = self->scanner.tokens[0].kind;
  event->flags = self->scanner.tokens[0].flags;
  event->raw = self->text + self->at;
  event->raw_length = self->scanner.end - self->at;
  self->at = self->scanner.end;

  return TRUE;
}

/* Outside of all brackets: the first value, or one more; a comma between them is no mistake worth refusing a file for. */
static gboolean
read_root (EspJsonWalker  *self,
           EspJsonEvent   *event,
           GCancellable   *cancellable,
           GError        **error)
{
  if (self->has_root && self->at < self->length && self->text[self->at] == ',')
    {
      self->at++;
      if (!skip_space (self, cancellable, error))
        return FALSE;
    }
  if (self->at == self->length)
    {
      event->kind = ESP_JSON_EVENT_END;
      return TRUE;
    }
  self->has_root = TRUE;

  return read_value (self, event, cancellable, error);
}

/*
 * esp_json_walker_next:
 * @event: (out): what comes next
 *
 * Time: O(bytes). Memory: a bit for each bracket that is open. Errors: #EspIoError, those of the source.
 *
 * Returns: %FALSE with @error set
 */
gboolean
esp_json_walker_next (EspJsonWalker  *self,
                      EspJsonEvent   *event,
                      GCancellable   *cancellable,
                      GError        **error)
{
  gboolean was_fresh = self->is_fresh;
  gboolean in_object = is_in_object (self);
  char close = in_object ? '}' : ']';

  *event = (EspJsonEvent) { .kind = ESP_JSON_EVENT_END };
  self->has_begun = self->is_fresh = FALSE;
  if (!skip_space (self, cancellable, error))
    return FALSE;
  if (self->n_open == 0)
    return read_root (self, event, cancellable, error);

  if (self->at < self->length && self->text[self->at] == close)
    {
      event->kind = ESP_JSON_EVENT_CLOSE;
      event->value = in_object ? ESP_JSON_OBJECT : ESP_JSON_ARRAY;
      self->event_at = self->at++;
      self->n_open--;
      return TRUE;
    }
  if (!was_fresh)
    {
      if (self->at == self->length)
        return fail (self, ESP_IO_ERROR_SYNTAX, self->at, _("the file ends in the middle"), error);
      if (self->text[self->at] != ',')
        return fail (self, ESP_IO_ERROR_SYNTAX, self->at, in_object ? _("a comma or “}” was expected here") : _("a comma or “]” was expected here"), error);
      self->at++;
      if (!skip_space (self, cancellable, error))
        return FALSE;
    }
  if (in_object && !read_name (self, event, cancellable, error))
    return FALSE;

  return read_value (self, event, cancellable, error);
}

/*
 * esp_json_walker_take:
 * @n_levels: as in esp_json_scanner_scan()
 * @text: (out): what offsets of tokens count in
 * @scanner: (out): has the tokens
 *
 * Takes the object or list that the last event began as a whole, instead of walking through it.
 *
 * Time: O(its bytes). Memory: as much. Errors: also if it is larger or deeper than esp-io-limits.h allows.
 */
gboolean
esp_json_walker_take (EspJsonWalker   *self,
                      guint            n_levels,
                      const char     **text,
                      EspJsonScanner **scanner,
                      GCancellable    *cancellable,
                      GError         **error)
{
  g_return_val_if_fail (self->has_begun, FALSE);

  self->has_begun = self->is_fresh = FALSE;
  self->n_open--;
  self->at--; /* the bracket */
  if (!scan (self, n_levels, cancellable, error))
    return FALSE;

  self->event_at = self->at;
  self->at = self->scanner.end;
  *text = self->text;
  *scanner = &self->scanner;

  return TRUE;
}

static gunichar
read_unit (const char *digits)
{
  gunichar unit = 0;

  for (guint i = 0; i < 4; i++)
    unit = unit << 4 | g_ascii_xdigit_value (digits[i]);

  return unit;
}

/*
 * esp_json_append_unescaped:
 * @raw: a string as it stands in the file, in quotes, well-formed
 *
 * Appends what it says; what is no text (\u0000, half of a pair) becomes U+FFFD.
 */
void
esp_json_append_unescaped (GString    *text,
                           const char *raw,
                           gsize       length)
{
  const char *end = raw + length - 1;

  for (const char *c = raw + 1; c < end;)
    {
      const char *escape = memchr (c, '\\', end - c);
      gunichar unit;

      g_string_append_len (text, c, (escape != NULL ? escape : end) - c);
      if (escape == NULL)
        return;

      c = escape + 2;
      switch (escape[1])
        {
        case 'b': g_string_append_c (text, '\b'); break;
        case 'f': g_string_append_c (text, '\f'); break;
        case 'n': g_string_append_c (text, '\n'); break;
        case 'r': g_string_append_c (text, '\r'); break;
        case 't': g_string_append_c (text, '\t'); break;
        case 'u':
          unit = read_unit (escape + 2);
          c = escape + 6;
          if (unit >= 0xd800 && unit <= 0xdbff && c + 6 <= end && c[0] == '\\' && c[1] == 'u' && (read_unit (c + 2) & 0xfc00) == 0xdc00)
            {
              unit = 0x10000 + ((unit - 0xd800) << 10) + (read_unit (c + 2) - 0xdc00);
              c += 6;
            }
          g_string_append_unichar (text, unit == 0 || (unit >= 0xd800 && unit <= 0xdfff) ? 0xfffd : unit);
          break;
        default:
          g_string_append_c (text, escape[1]);
          break;
        }
    }
}
