/* test-scanner.c — JSON text to tokens
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "io/esp-io-limits.h"
#include "io/esp-json-scanner.h"

static EspJsonStatus
scan (EspJsonScanner *scanner,
      const char     *text,
      gssize          length,
      gboolean        is_last)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *exact = g_memdup2 (text, n); /* so that a sanitizer sees a byte too many */

  esp_json_scanner_reset (scanner);

  return esp_json_scanner_scan (scanner, exact, n, esp_json_skip_space (exact, n, 0), is_last, 0, ESP_IO_MAX_DEPTH);
}

static const char *good[] = {
  "{}", "[]", "0", "-0", "1e5", "1E+5 ", "0.10", "-12.5e-3", "12345678901234567890", "1e400", "true", "false", "null", "\"\"",
  "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\"", "\"é€😀\"", "[ 1 , 2,3 ]", "{ \"a\" : { \"b\" : [ { } ] } , \"a\":1}", "\t\r\n 1",
  "\"\x7f\"", "\"\\ud800\"", "\"\\udc00x\"", "\"\\ud800\\u0041\"", "\"\\u0000\"", "\"\xef\xbf\xbf\"",
};

static const struct
{
  const char *text;
  gsize       at;
} bad[] = {
  { "", 0 }, { " ", 1 }, { "{", 1 }, { "[", 1 }, { "[1", 2 }, { "[1,", 3 }, { "[1,]", 3 }, { "{\"a\"}", 4 }, { "{\"a\":}", 5 }, { "{\"a\":1,}", 7 },
  { "{a:1}", 1 }, { "{'a':1}", 1 }, { "'a'", 0 }, { "01", 0 }, { "-", 1 }, { "-a", 0 }, { "1.", 2 }, { "[1.]", 1 }, { "[1e]", 1 }, { "1e+", 3 },
  { "+1", 0 }, { ".5", 0 }, { "NaN", 0 }, { "Infinity", 0 }, { "tru", 3 }, { "trux", 0 }, { "[nul]", 1 }, { "\"", 1 }, { "\"a", 2 },
  { "\"\\x\"", 1 }, { "\"\\u12g4\"", 1 }, { "\"\\u12", 5 }, { "\"a\nb\"", 2 }, { "\"\x01\"", 1 }, { "\"\t\"", 1 }, { "\"\xff\"", 1 }, { "\"\xc0\xaf\"", 1 },
  { "\"\xed\xa0\x80\"", 1 }, { "\"\xf4\x90\x80\x80\"", 1 }, { "\"\xc3\"", 1 }, { "\"\xe2\x82", 3 }, { "[1}", 2 }, { "{\"a\":1]", 6 }, { "/* */ 1", 0 },
  { "[1 // x\n]", 3 }, { "[1 2]", 3 }, { "\xef\xbb\xbf" "1", 0 },
};

static void
test_good (void)
{
  EspJsonScanner scanner;

  esp_json_scanner_init (&scanner);
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_test_message ("%s", good[i]);
      g_assert_cmpint (scan (&scanner, good[i], -1, TRUE), ==, ESP_JSON_DONE);
      g_assert_cmpuint (scanner.tokens[0].end, ==, scanner.end);
      g_assert_cmpuint (scanner.tokens[0].next, ==, scanner.n_tokens);
    }
  esp_json_scanner_clear (&scanner);
}

static void
test_bad (void)
{
  EspJsonScanner scanner;

  esp_json_scanner_init (&scanner);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("number %u", i);
      g_assert_cmpint (scan (&scanner, bad[i].text, -1, TRUE), ==, ESP_JSON_BAD);
      g_assert_nonnull (scanner.problem);
      g_assert_false (scanner.is_limit);
      g_assert_cmpuint (scanner.problem_at, ==, bad[i].at);
      g_assert_cmpuint (scanner.n_tokens, ==, 0);
    }
  esp_json_scanner_clear (&scanner);
}

/* Whatever is cut off, a text that is not the last of it needs more, and one that is does not end well. */
static void
test_cut (void)
{
  EspJsonScanner scanner;

  esp_json_scanner_init (&scanner);
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      gboolean is_number;
      gsize length;

      g_assert_cmpint (scan (&scanner, good[i], -1, TRUE), ==, ESP_JSON_DONE);
      length = scanner.end;
      is_number = scanner.tokens[0].kind == ESP_JSON_NUMBER;
      for (gsize n = 0; n < length; n++)
        {
          g_assert_cmpint (scan (&scanner, good[i], n, FALSE), ==, ESP_JSON_MORE);
          if (!is_number)
            g_assert_cmpint (scan (&scanner, good[i], n, TRUE), ==, ESP_JSON_BAD);
        }
    }
  esp_json_scanner_clear (&scanner);
}

static void
test_tokens (void)
{
  static const char text[] = "{ \"a\": [ 1, \"x\\n\" ], \"b\": { \"c\": null }, \"d\": \"\\u0000\" }";
  static const struct
  {
    EspJsonKind kind;
    guint32     next;
    guint8      flags;
    const char *source;
  } wanted[] = {
    { ESP_JSON_OBJECT, 11, 0, text },
    { ESP_JSON_STRING, 2, 0, "\"a\"" },
    { ESP_JSON_ARRAY, 5, 0, "[ 1, \"x\\n\" ]" },
    { ESP_JSON_NUMBER, 4, 0, "1" },
    { ESP_JSON_STRING, 5, ESP_JSON_HAS_ESCAPE, "\"x\\n\"" },
    { ESP_JSON_STRING, 6, 0, "\"b\"" },
    { ESP_JSON_OBJECT, 9, 0, "{ \"c\": null }" },
    { ESP_JSON_STRING, 8, 0, "\"c\"" },
    { ESP_JSON_NULL, 9, 0, "null" },
    { ESP_JSON_STRING, 10, 0, "\"d\"" },
    { ESP_JSON_STRING, 11, ESP_JSON_HAS_ESCAPE | ESP_JSON_NO_TEXT, "\"\\u0000\"" },
  };
  EspJsonScanner scanner;

  esp_json_scanner_init (&scanner);
  g_assert_cmpint (scan (&scanner, text, -1, TRUE), ==, ESP_JSON_DONE);
  g_assert_cmpuint (scanner.n_tokens, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      EspJsonToken token = scanner.tokens[i];
      g_autofree char *source = g_strndup (text + token.start, token.end - token.start);

      g_assert_cmpint (token.kind, ==, wanted[i].kind);
      g_assert_cmpuint (token.next, ==, wanted[i].next);
      g_assert_cmpuint (token.flags, ==, wanted[i].flags);
      g_assert_cmpstr (source, ==, wanted[i].source);
    }

  esp_json_scanner_reset (&scanner);
  g_assert_cmpint (esp_json_scanner_scan (&scanner, text, strlen (text), 0, TRUE, 0, 1), ==, ESP_JSON_DONE);
  g_assert_cmpuint (scanner.n_tokens, ==, 7);
  g_assert_cmpuint (scanner.tokens[4].next, ==, 5);
  esp_json_scanner_clear (&scanner);
}

static void
test_depth (void)
{
  EspJsonScanner scanner;
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autoptr (GString) allowed = g_string_new (NULL);

  for (guint i = 0; i < ESP_IO_MAX_DEPTH; i++)
    g_string_append (allowed, i % 2 == 0 ? "[" : "{\"a\":");
  for (guint i = ESP_IO_MAX_DEPTH; i > 0; i--)
    g_string_append (allowed, i % 2 == 1 ? "]" : "}");
  g_string_replace (allowed, ":}", ":1}", 0);

  esp_json_scanner_init (&scanner);
  g_assert_cmpint (scan (&scanner, deep, -1, TRUE), ==, ESP_JSON_BAD);
  g_assert_true (scanner.is_limit);
  g_assert_cmpuint (scanner.problem_at, ==, ESP_IO_MAX_DEPTH);
  g_assert_cmpint (scan (&scanner, allowed->str, allowed->len, TRUE), ==, ESP_JSON_DONE);
  g_string_prepend_c (allowed, '[');
  g_string_append_c (allowed, ']');
  g_assert_cmpint (scan (&scanner, allowed->str, allowed->len, TRUE), ==, ESP_JSON_BAD);
  g_assert_true (scanner.is_limit);
  esp_json_scanner_clear (&scanner);
}

/* Every byte after every other one in a text: what is allowed is exactly what GLib takes for UTF-8, without control characters, quotes and backslashes. */
static void
test_utf8 (void)
{
  EspJsonScanner scanner;

  esp_json_scanner_init (&scanner);
  for (guint32 word = 0; word < 1 << 16; word++)
    for (guint tail = 0; tail < 3; tail++)
      {
        guint8 content[] = { word >> 8, word, 0x80, 0x80 };
        guint n = 2 + tail;
        char text[8] = "\"";
        gboolean is_plain = g_utf8_validate_len ((const char *) content, n, NULL);

        for (guint i = 0; i < n; i++)
          is_plain &= content[i] >= 0x20 && content[i] != '"' && content[i] != '\\';
        memcpy (text + 1, content, n);
        text[1 + n] = '"';
        if (memchr (content, '"', n) != NULL || memchr (content, '\\', n) != NULL)
          continue;
        if ((scan (&scanner, text, n + 2, TRUE) == ESP_JSON_DONE) != is_plain)
          g_error ("%02x %02x and %u more", content[0], content[1], tail);
      }
  esp_json_scanner_clear (&scanner);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scanner/good", test_good);
  g_test_add_func ("/scanner/bad", test_bad);
  g_test_add_func ("/scanner/cut", test_cut);
  g_test_add_func ("/scanner/tokens", test_tokens);
  g_test_add_func ("/scanner/depth", test_depth);
  g_test_add_func ("/scanner/utf8", test_utf8);

  return g_test_run ();
}
