/* esp-json-scanner.c — JSON text to tokens with offsets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-json-scanner"

#include "io/esp-json-scanner.h"

#include <string.h>

#include "core/esp-i18n.h"
#include "io/esp-io-limits.h"

/*
 * The grammar of RFC 8259 and nothing beyond: no comments, no single quotes, no leading zeros, no control characters in strings, only valid UTF-8.
 * No recursion: what is open is a bit each in one word, the tokens of what is open are in an array of ESP_IO_MAX_DEPTH.
 */

/* One scan. Kept apart from the scanner, so that the compiler may hold it in registers. */
typedef struct
{
  EspJsonScanner *scanner;
  const guint8   *text;
  gsize           at;
  gsize           length;
  gboolean        is_last;

  guint           base_depth; /* brackets open around the value */
  guint           n_levels;   /* tokens are kept down to this level, 0: the value alone */
  guint           n_open;     /* brackets open in the value */
  guint64         is_object;  /* bit n: the nth open bracket is a brace */
  guint32         open_tokens[ESP_IO_MAX_DEPTH];
} Scan;

#define EVERY_BYTE(c)  (G_GUINT64_CONSTANT (0x0101010101010101) * (c))
#define HAS_ZERO(word) (((word) - EVERY_BYTE (0x01)) & ~(word) & EVERY_BYTE (0x80))

void
esp_json_scanner_init (EspJsonScanner *self)
{
  *self = (EspJsonScanner) { 0 };
}

void
esp_json_scanner_clear (EspJsonScanner *self)
{
  g_free (self->tokens);
  *self = (EspJsonScanner) { 0 };
}

/* Forgets the tokens; the memory is kept for the next ones. */
void
esp_json_scanner_reset (EspJsonScanner *self)
{
  self->n_tokens = 0;
}

/*
 * esp_json_skip_space:
 *
 * Returns: the offset of the first byte from @offset on that is not white space, or @length
 */
gsize
esp_json_skip_space (const char *tainted,
                     gsize       length,
                     gsize       offset)
{
  while (offset < length && (tainted[offset] == ' ' || tainted[offset] == '\n' || tainted[offset] == '\t' || tainted[offset] == '\r'))
    offset++;

  return offset;
}

static EspJsonStatus
fail (Scan       *scan,
      gsize       at,
      const char *problem)
{
  scan->scanner->problem = problem;
  scan->scanner->problem_at = at;
  scan->scanner->is_limit = FALSE;

  return ESP_JSON_BAD;
}

/* The text ended before the value did. */
static EspJsonStatus
run_out (Scan *scan)
{
  if (!scan->is_last)
    return ESP_JSON_MORE;

  return fail (scan, scan->length, _("the file ends in the middle"));
}

static EspJsonToken *
add_token (Scan        *scan,
           EspJsonKind  kind,
           gsize        start)
{
  EspJsonScanner *scanner = scan->scanner;
  EspJsonToken *token;

  if (G_UNLIKELY (scanner->n_tokens == scanner->n_allocated))
    {
      scanner->n_allocated = MAX (1024, scanner->n_allocated * 2);
      scanner->tokens = g_renew (EspJsonToken, scanner->tokens, scanner->n_allocated);
    }

  token = &scanner->tokens[scanner->n_tokens++];
  *token = (EspJsonToken) { .start = start, .next = scanner->n_tokens, .kind = kind };

  return token;
}

/* Bytes of the sequence of UTF-8 that starts at @text, 0 if it is none, -1 if it goes on past the end. Surrogates and overlong forms are none. */
static int
measure_utf8 (const guint8 *text,
              gsize         length)
{
  guint8 lead = text[0];
  guint8 low = 0x80, high = 0xbf;
  int n;

  if (lead >= 0xc2 && lead <= 0xdf)
    n = 2;
  else if (lead >= 0xe0 && lead <= 0xef)
    n = 3;
  else if (lead >= 0xf0 && lead <= 0xf4)
    n = 4;
  else
    return 0;

  if (lead == 0xe0)
    low = 0xa0;
  else if (lead == 0xed)
    high = 0x9f;
  else if (lead == 0xf0)
    low = 0x90;
  else if (lead == 0xf4)
    high = 0x8f;

  for (int i = 1; i < n; i++)
    {
      if ((gsize) i >= length)
        return -1;
      if (text[i] < low || text[i] > high)
        return 0;
      low = 0x80;
      high = 0xbf;
    }

  return n;
}

/* Offset of the first byte that is not plain text of a string: a quote, a backslash, a control character, or not ASCII. */
static gsize
skip_plain (const guint8 *text,
            gsize         length,
            gsize         at)
{
  while (at + 8 <= length)
    {
      guint64 word, found;

      memcpy (&word, text + at, 8);
      word = GUINT64_FROM_LE (word);
      found = (word & EVERY_BYTE (0x80)) | ((word - EVERY_BYTE (0x20)) & ~word & EVERY_BYTE (0x80)) |
              HAS_ZERO (word ^ EVERY_BYTE ('"')) | HAS_ZERO (word ^ EVERY_BYTE ('\\'));
      if (found != 0)
        return at + __builtin_ctzll (found) / 8;
      at += 8;
    }

  while (at < length && text[at] >= 0x20 && text[at] < 0x80 && text[at] != '"' && text[at] != '\\')
    at++;

  return at;
}

static gboolean
read_hex (const guint8 *digits,
          guint        *value)
{
  *value = 0;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (digits[i]);

      if (digit < 0)
        return FALSE;
      *value = *value << 4 | digit;
    }

  return TRUE;
}

/* \uXXXX at scan->at, with the second half of a pair if there is one. */
static EspJsonStatus
scan_code_unit (Scan   *scan,
                guint8 *flags)
{
  const guint8 *text = scan->text;
  gsize left = scan->length - scan->at;
  guint unit, second;

  if (left < 6)
    return run_out (scan);
  if (!read_hex (text + scan->at + 2, &unit))
    return fail (scan, scan->at, _("“\\u” needs four hexadecimal digits"));

  if (unit < 0xd800 || unit > 0xdfff)
    {
      if (unit == 0)
        *flags |= ESP_JSON_NO_TEXT;
      scan->at += 6;
      return ESP_JSON_DONE;
    }

  if (unit <= 0xdbff && left < 12 && !scan->is_last)
    return ESP_JSON_MORE;
  if (unit <= 0xdbff && left >= 12 && text[scan->at + 6] == '\\' && text[scan->at + 7] == 'u' &&
      read_hex (text + scan->at + 8, &second) && second >= 0xdc00 && second <= 0xdfff)
    {
      scan->at += 12;
      return ESP_JSON_DONE;
    }

  *flags |= ESP_JSON_NO_TEXT;
  scan->at += 6;
  return ESP_JSON_DONE;
}

static EspJsonStatus
scan_escape (Scan   *scan,
             guint8 *flags)
{
  *flags |= ESP_JSON_HAS_ESCAPE;
  if (scan->at + 1 >= scan->length)
    return run_out (scan);

  switch (scan->text[scan->at + 1])
    {
    case '"': case '\\': case '/': case 'b': case 'f': case 'n': case 'r': case 't':
      scan->at += 2;
      return ESP_JSON_DONE;
    case 'u':
      return scan_code_unit (scan, flags);
    default:
      return fail (scan, scan->at, _("a backslash before a character that needs none"));
    }
}

/* From behind the opening quote to behind the closing one. */
static EspJsonStatus
scan_string (Scan   *scan,
             guint8 *flags)
{
  while (TRUE)
    {
      EspJsonStatus status = ESP_JSON_DONE;
      guint8 c;

      scan->at = skip_plain (scan->text, scan->length, scan->at);
      if (scan->at >= scan->length)
        return run_out (scan);

      c = scan->text[scan->at];
      if (c == '"')
        {
          scan->at++;
          return ESP_JSON_DONE;
        }
      if (c == '\\')
        status = scan_escape (scan, flags);
      else if (c < 0x20)
        return fail (scan, scan->at, c == '\n' || c == '\r' ? _("a line break inside a text") : _("a control character inside a text"));
      else
        {
          int n = measure_utf8 (scan->text + scan->at, scan->length - scan->at);

          if (n == 0)
            return fail (scan, scan->at, _("the text is not UTF-8"));
          if (n < 0)
            return run_out (scan);
          scan->at += n;
        }
      if (status != ESP_JSON_DONE)
        return status;
    }
}

static gsize
skip_digits (const Scan *scan,
             gsize       at)
{
  while (at < scan->length && g_ascii_isdigit (scan->text[at]))
    at++;

  return at;
}

static EspJsonStatus
scan_number (Scan *scan)
{
  const guint8 *text = scan->text;
  gsize start = scan->at;
  gsize at = start + (text[start] == '-');
  gsize digits = at;

  at = skip_digits (scan, digits);
  if (at == digits && at < scan->length)
    return fail (scan, start, _("a minus sign without a number"));
  if (at - digits > 1 && text[digits] == '0')
    return fail (scan, start, _("a number with a leading zero"));

  if (at < scan->length && text[at] == '.')
    {
      digits = at + 1;
      at = skip_digits (scan, digits);
      if (at == digits && at < scan->length)
        return fail (scan, start, _("a number with nothing behind its point"));
    }
  if (at < scan->length && (text[at] | 0x20) == 'e')
    {
      digits = at + 1;
      if (digits < scan->length && (text[digits] == '+' || text[digits] == '-'))
        digits++;
      at = skip_digits (scan, digits);
      if (at == digits && at < scan->length)
        return fail (scan, start, _("a number without its exponent"));
    }
  if (at >= scan->length && (!scan->is_last || at == digits))
    return run_out (scan);

  scan->at = at;
  return ESP_JSON_DONE;
}

static EspJsonStatus
scan_word (Scan       *scan,
           const char *word)
{
  gsize n = strlen (word);
  gsize left = scan->length - scan->at;

  if (memcmp (scan->text + scan->at, word, MIN (n, left)) != 0)
    return fail (scan, scan->at, _("a value was expected here"));
  if (left < n)
    return run_out (scan);

  scan->at += n;
  return ESP_JSON_DONE;
}

static inline gboolean
is_space (guint8 c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* Moves to the next byte that is not white space. */
static inline EspJsonStatus
go_on (Scan *scan)
{
  while (scan->at < scan->length && is_space (scan->text[scan->at]))
    scan->at++;

  return G_LIKELY (scan->at < scan->length) ? ESP_JSON_DONE : run_out (scan);
}

/* A value that holds no other ones. */
static EspJsonStatus
scan_scalar (Scan        *scan,
             EspJsonKind *kind,
             guint8      *flags)
{
  switch (scan->text[scan->at])
    {
    case '"':
      *kind = ESP_JSON_STRING;
      scan->at++;
      return scan_string (scan, flags);
    case '-': case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9':
      *kind = ESP_JSON_NUMBER;
      return scan_number (scan);
    case 't':
      *kind = ESP_JSON_TRUE;
      return scan_word (scan, "true");
    case 'f':
      *kind = ESP_JSON_FALSE;
      return scan_word (scan, "false");
    case 'n':
      *kind = ESP_JSON_NULL;
      return scan_word (scan, "null");
    default:
      return fail (scan, scan->at, _("a value was expected here"));
    }
}

/* The name of a member and its colon. */
static EspJsonStatus
scan_name (Scan *scan)
{
  gsize start = scan->at;
  guint8 flags = 0;
  EspJsonStatus status;

  if (scan->text[start] != '"')
    return fail (scan, start, _("the name of a member was expected here, in quotes"));

  scan->at++;
  status = scan_string (scan, &flags);
  if (status != ESP_JSON_DONE)
    return status;

  if (scan->n_open <= scan->n_levels)
    {
      EspJsonToken *token = add_token (scan, ESP_JSON_STRING, start);

      token->end = scan->at;
      token->flags = flags;
    }

  status = go_on (scan);
  if (status != ESP_JSON_DONE)
    return status;
  if (scan->text[scan->at] != ':')
    return fail (scan, scan->at, _("a colon was expected here"));

  scan->at++;
  return go_on (scan);
}

static EspJsonStatus
open_bracket (Scan        *scan,
              EspJsonKind  kind)
{
  if (scan->base_depth + scan->n_open >= ESP_IO_MAX_DEPTH)
    {
      fail (scan, scan->at, _("more than 64 brackets inside each other"));
      scan->scanner->is_limit = TRUE;
      return ESP_JSON_BAD;
    }

  if (scan->n_open <= scan->n_levels)
    {
      add_token (scan, kind, scan->at);
      scan->open_tokens[scan->n_open] = scan->scanner->n_tokens - 1;
    }
  if (kind == ESP_JSON_OBJECT)
    scan->is_object |= G_GUINT64_CONSTANT (1) << scan->n_open;
  else
    scan->is_object &= ~(G_GUINT64_CONSTANT (1) << scan->n_open);
  scan->n_open++;
  scan->at++;

  return go_on (scan);
}

static inline gboolean
is_in_object (const Scan *scan)
{
  return scan->is_object >> (scan->n_open - 1) & 1;
}

static void
close_bracket (Scan *scan)
{
  scan->n_open--;
  scan->at++;
  if (scan->n_open <= scan->n_levels)
    {
      EspJsonToken *token = &scan->scanner->tokens[scan->open_tokens[scan->n_open]];

      token->end = scan->at;
      token->next = scan->scanner->n_tokens;
    }
}

/* After a value: closes what ends here; *@is_done is set when nothing is open any more, otherwise the next name or value starts at scan->at. */
static EspJsonStatus
end_value (Scan     *scan,
           gboolean *is_done)
{
  while (scan->n_open > 0)
    {
      gboolean in_object = is_in_object (scan);
      EspJsonStatus status = go_on (scan);
      guint8 c;

      if (status != ESP_JSON_DONE)
        return status;

      c = scan->text[scan->at];
      if (c == ',')
        {
          scan->at++;
          *is_done = FALSE;
          return go_on (scan);
        }
      if (c != (in_object ? '}' : ']'))
        return fail (scan, scan->at, in_object ? _("a comma or “}” was expected here") : _("a comma or “]” was expected here"));
      close_bracket (scan);
    }

  *is_done = TRUE;
  return ESP_JSON_DONE;
}

/* One name, if in an object, and one value, or the opening bracket of one; *@has_value is unset for a bracket that is open now. */
static EspJsonStatus
scan_value (Scan     *scan,
            gboolean *has_value)
{
  guint8 c = scan->text[scan->at];
  EspJsonKind kind = ESP_JSON_NULL;
  gsize start = scan->at;
  guint8 flags = 0;
  EspJsonStatus status;

  *has_value = TRUE;
  if (c == '{' || c == '[')
    {
      status = open_bracket (scan, c == '{' ? ESP_JSON_OBJECT : ESP_JSON_ARRAY);
      if (status != ESP_JSON_DONE)
        return status;
      if (scan->text[scan->at] == (c == '{' ? '}' : ']'))
        close_bracket (scan);
      else
        *has_value = FALSE;
      return ESP_JSON_DONE;
    }

  status = scan_scalar (scan, &kind, &flags);
  if (status == ESP_JSON_DONE && scan->n_open <= scan->n_levels)
    {
      EspJsonToken *token = add_token (scan, kind, start);

      token->end = scan->at;
      token->flags = flags;
    }

  return status;
}

/*
 * esp_json_scanner_scan:
 * @tainted: text, not necessarily all of it
 * @offset: where the value begins; no white space there
 * @is_last: the text ends with @length, nothing follows
 * @depth: how many brackets are open around the value
 * @n_levels: down to which level tokens are kept: 0 the value alone, 1 also what lies directly in it …
 *
 * Scans one value and appends its tokens. Unless the result is %ESP_JSON_DONE, no token is added. The end of the value is in @self->end. A number at
 * the very end of a text that is not the last needs more.
 *
 * Time: O(bytes of the value). Memory: 16 bytes a token. Threads: any, one at a time.
 *
 * Returns: what became of it; with %ESP_JSON_BAD the fields @problem are set
 */
EspJsonStatus
esp_json_scanner_scan (EspJsonScanner *self,
                       const char     *tainted,
                       gsize           length,
                       gsize           offset,
                       gboolean        is_last,
                       guint           depth,
                       guint           n_levels)
{
  Scan scan = { .scanner = self, .text = (const guint8 *) tainted, .at = offset, .length = length,
                .is_last = is_last, .base_depth = depth, .n_levels = n_levels };
  guint32 n_before = self->n_tokens;
  gboolean is_done = FALSE;
  EspJsonStatus status = offset < length ? ESP_JSON_DONE : run_out (&scan);

  while (status == ESP_JSON_DONE && !is_done)
    {
      gboolean has_value = TRUE;

      if (scan.n_open > 0 && is_in_object (&scan))
        status = scan_name (&scan);
      if (status == ESP_JSON_DONE)
        status = scan_value (&scan, &has_value);
      if (status == ESP_JSON_DONE && has_value)
        status = end_value (&scan, &is_done);
    }

  self->end = scan.at;
  if (status != ESP_JSON_DONE)
    self->n_tokens = n_before;

  return status;
}

/*
 * esp_json_get_whole_length:
 * @number: a value as it stands in the file
 *
 * Returns: the length of a whole number without the “.0” that says nothing; @length for anything else
 */
gsize
esp_json_get_whole_length (const char *number,
                           gsize       length)
{
  gsize at = length > 0 && number[0] == '-';
  gsize point;

  while (at < length && g_ascii_isdigit (number[at]))
    at++;
  if (at == 0 || at + 1 >= length || number[at] != '.')
    return length;
  for (point = at++; at < length; at++)
    if (number[at] != '0')
      return length;

  return point;
}

/*
 * esp_json_append_on_one_line:
 * @text: a value as it stands in a file, well-formed
 *
 * Appends it to the letter, but that line breaks of white space become one space: an element is one line.
 */
void
esp_json_append_on_one_line (GString    *out,
                             const char *text,
                             gsize       length)
{
  gboolean in_string = FALSE;
  gsize run = 0;

  if (memchr (text, '\n', length) == NULL && memchr (text, '\r', length) == NULL)
    {
      g_string_append_len (out, text, length);
      return;
    }

  for (gsize i = 0; i < length; i++)
    if (in_string)
      {
        if (text[i] == '\\')
          i++;
        else if (text[i] == '"')
          in_string = FALSE;
      }
    else if (text[i] == '"')
      in_string = TRUE;
    else if (strchr (" \t\r\n", text[i]) != NULL)
      {
        gsize end = esp_json_skip_space (text, length, i);
        gboolean has_break = memchr (text + i, '\n', end - i) != NULL || memchr (text + i, '\r', end - i) != NULL;

        g_string_append_len (out, text + run, (has_break ? i : end) - run);
        if (has_break)
          g_string_append_c (out, ' ');
        run = end;
        i = end - 1;
      }
  g_string_append_len (out, text + run, length - run);
}
