/* test-hostile.c — broken and hostile files: an error with its place, never a crash, a hang or silence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "io/esp-io-limits.h"
#include "io/esp-io.h"
#include "organization/esp-findings.h"

#define HEAD "{ \"format\": \"espalier-organization\", \"version\": 1"

static const struct
{
  const char *text;
  int         code;
  const char *place; /* what the message begins with, behind the name of the file */
} refused[] = {
  { "", ESP_IO_ERROR_FORMAT, ":1: " },
  { "\xef\xbb\xbf", ESP_IO_ERROR_FORMAT, ":1: " },
  { "{}", ESP_IO_ERROR_FORMAT, ":1: " },
  { "\n\n{}", ESP_IO_ERROR_FORMAT, ":3: " },
  { "[1, 2]", ESP_IO_ERROR_FORMAT, ":1: " },
  { "[ {}, {} ", ESP_IO_ERROR_SYNTAX, ":1: " },
  { "[ { \"id\": 1 },\n { \"id\": 2, } ]", ESP_IO_ERROR_SYNTAX, ":2: " },
  { "{ \"$schema\": \"http://json-schema.org/draft-07/schema#\", \"properties\": { \"a\": { \"properties\": {} } } }", ESP_IO_ERROR_FORMAT, ":1: " },
  { "{", ESP_IO_ERROR_SYNTAX, ":1: " },
  { "{ \"format\": \"espalier-organization\" }", ESP_IO_ERROR_FORMAT, ":1: " },
  { "{\n\"format\": \"other\", \"version\": 1 }", ESP_IO_ERROR_FORMAT, ":2: " },
  { "{ \"format\": 1, \"version\": 1 }", ESP_IO_ERROR_FORMAT, ":1: " },
  { "{ \"version\": 1 }", ESP_IO_ERROR_FORMAT, ":1: " },
  { "{ \"format\": \"espalier-organization\",\n \"version\": 2 }", ESP_IO_ERROR_VERSION, ":2: " },
  { "{ \"format\": \"espalier-organization\", \"version\": 1e999 }", ESP_IO_ERROR_VERSION, ":1: " },
  { "{ \"format\": \"espalier-organization\", \"version\": 0 }", ESP_IO_ERROR_FORMAT, ":1: " },
  { "{ \"format\": \"espalier-organization\", \"version\": \"1\" }", ESP_IO_ERROR_FORMAT, ":1: " },
  { HEAD ", \"version\": 1 }", ESP_IO_ERROR_FORMAT, ":1: " },
  { HEAD ", \"format\": \"espalier-organization\" }", ESP_IO_ERROR_FORMAT, ":1: " },
  { HEAD ", \"positions\": {} }", ESP_IO_ERROR_FORMAT, ":1: " },
  { HEAD ", \"positions\": nul }", ESP_IO_ERROR_SYNTAX, ":1: " },
  { HEAD ", \"positions\": [], \"positions\": [] }", ESP_IO_ERROR_FORMAT, ":1: " },
  { HEAD ",\n\"positions\": [ { \"id\": \"a\" }\n { \"id\": \"b\" } ] }", ESP_IO_ERROR_SYNTAX, ":3: " },
  { HEAD ",\n\"positions\": [ { \"id\": \"a\" },\n] }", ESP_IO_ERROR_SYNTAX, ":3: " },
  { HEAD ",\n\"positions\": [ { \"id\": 01 } ] }", ESP_IO_ERROR_SYNTAX, ":2: " },
  { HEAD " } }", ESP_IO_ERROR_SYNTAX, ":1: " },
  { HEAD " }\n{}", ESP_IO_ERROR_SYNTAX, ":2: " },
  { HEAD " }\n// end", ESP_IO_ERROR_SYNTAX, ":2: " },
  { HEAD ", }", ESP_IO_ERROR_SYNTAX, ":1: " },
  { HEAD " , name: 1 }", ESP_IO_ERROR_SYNTAX, ":1: " },
  { HEAD ", \"name\": \"a\nb\" }", ESP_IO_ERROR_SYNTAX, ":1: " },
  { HEAD ", \"name\": \"\xff\" }", ESP_IO_ERROR_SYNTAX, ":1: " },
  { "\xff\xfe{\0}\0", ESP_IO_ERROR_FORMAT, ":1: " },
  { "hello", ESP_IO_ERROR_FORMAT, ":1: " },
  { "\"espalier\"", ESP_IO_ERROR_FORMAT, ":1: " },
  { "\x1f\x8b", ESP_IO_ERROR_SYNTAX, ":1: " },
  { "\x1f\x8b\x08\x01\x01\x01\x01\x01\x01\x01\x01", ESP_IO_ERROR_SYNTAX, ":1: " },
  { "dear all,\nthis is no table\nat all, or is it,\nis it\n", ESP_IO_ERROR_FORMAT, ":1: " },
  { "<?xml version=\"1.0\"?>\n<a>\n<b/>\n</a>\n", ESP_IO_ERROR_FORMAT, ":1: " },
  { "id,name\n1,\"Ann\n2,Bob\n", ESP_IO_ERROR_SYNTAX, ":row 1, column “name”: " },
  { "id,name\n1,Ann\n2,Bob,,,\"\n", ESP_IO_ERROR_SYNTAX, ":row 2, column 5: " },
};

static void
assert_refused (const char *text,
                gsize       length,
                int         code,
                const char *place)
{
  g_autofree char *exact = g_memdup2 (text, length);
  g_autoptr (EspOrganization) organization = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *start = g_strconcat ("the file", place, NULL);

  organization = esp_io_load_bytes (exact, length, "the file", NULL, &error);
  g_assert_null (organization);
  g_assert_error (error, ESP_IO_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, start));
}

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      gsize length = strlen (refused[i].text);

      g_test_message ("number %u", i);
      assert_refused (refused[i].text, refused[i].text[0] == '\xff' ? 6 : length, refused[i].code, refused[i].place);
    }
}

/* A small document in which everything occurs, cut off after every byte, and with every byte changed */
static void
test_cut (void)
{
  static const char text[] = HEAD ", \"name\": \"N\",\n  \"units\": [\n    { \"id\": \"u\", \"name\": \"U\\u00e9\\n\" } ],\n  \"positions\": [\n"
    "    { \"id\": \"a\", \"posts\": 1.5, \"holders\": [ { \"name\": \"é😀\", \"share\": 1e-1 } ], \"staff\": true, \"lines\": [ { \"to\": \"b\" } ] },\n"
    "    { \"id\": \"b\", \"reports_to\": null, \"x\": [ { \"y\": false } ] } ],\n  \"z\": {} }\n";
  gsize length = strlen (text);

  for (gsize n = 0; n < length - 1; n++)
    {
      g_autofree char *exact = g_memdup2 (text, n);
      g_autoptr (EspOrganization) organization = NULL;
      g_autoptr (GError) error = NULL;

      organization = esp_io_load_bytes (exact, n, "t", NULL, &error);
      g_assert_null (organization);
      g_assert_cmpint (error->domain, ==, ESP_IO_ERROR);
      g_assert_true (g_str_has_prefix (error->message, "t:"));
    }

  for (gsize n = 0; n < length; n++)
    for (guint byte = 0; byte < 256; byte += 1 + n % 3)
      {
        g_autofree char *changed = g_memdup2 (text, length);
        g_autoptr (EspOrganization) organization = NULL;
        g_autoptr (GError) error = NULL;

        changed[n] = byte;
        organization = esp_io_load_bytes (changed, length, "t", NULL, &error);
        g_assert_true ((organization == NULL) == (error != NULL));
      }
}

static GBytes *
compress (const char *text,
          gsize       length)
{
  g_autoptr (GConverter) compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, compressor);

  g_assert_true (g_output_stream_write_all (stream, text, length, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
test_gzip (void)
{
  static const char text[] = HEAD ",\n  \"positions\": [\n    { \"id\": \"a\" } ] }\n";
  g_autoptr (GBytes) packed = compress (text, strlen (text));
  const char *data = g_bytes_get_data (packed, NULL);
  gsize length = g_bytes_get_size (packed);
  g_autoptr (EspLoadReport) report = NULL;
  g_autoptr (EspOrganization) organization = esp_io_load_bytes (data, length, "t", &report, NULL);
  g_autoptr (GBytes) first = compress (text, 30);
  g_autoptr (GBytes) second = compress (text + 30, strlen (text) - 30);
  g_autoptr (GByteArray) both = g_byte_array_new ();
  static const guint8 zeros[100] = { 0 };

  g_assert_nonnull (organization);
  g_assert_true (report->is_compressed);
  g_assert_true (report->is_canonical);

  for (gsize n = 2; n < length; n++)
    assert_refused (data, n, ESP_IO_ERROR_SYNTAX, ":1: ");

  /* members behind each other, padding behind them; anything else is refused */
  g_byte_array_append (both, g_bytes_get_data (first, NULL), g_bytes_get_size (first));
  g_byte_array_append (both, g_bytes_get_data (second, NULL), g_bytes_get_size (second));
  g_byte_array_append (both, zeros, sizeof zeros);
  g_clear_object (&organization);
  organization = esp_io_load_bytes (both->data, both->len, "t", NULL, NULL);
  g_assert_nonnull (organization);
  g_assert_cmpuint (esp_organization_get_n (organization, ESP_TABLE_POSITIONS), ==, 1);
  both->data[both->len - sizeof zeros] = 'x';
  assert_refused ((const char *) both->data, both->len, ESP_IO_ERROR_SYNTAX, ":1: ");
}

/* A megabyte of blanks for each kilobyte of file */
static void
test_bomb (void)
{
  g_autofree char *blanks = g_strnfill (16 << 20, ' ');
  g_autoptr (GBytes) packed = compress (blanks, 16 << 20);
  g_autoptr (GBytes) start = compress ("{", 1);
  g_autoptr (GByteArray) bomb = g_byte_array_new ();

  g_byte_array_append (bomb, g_bytes_get_data (start, NULL), g_bytes_get_size (start));
  for (guint i = 0; i <= ESP_IO_MAX_BYTES / (16 << 20); i++)
    g_byte_array_append (bomb, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
  assert_refused ((const char *) bomb->data, bomb->len, ESP_IO_ERROR_LIMIT, ":1: ");
}

static void
test_limits (void)
{
  g_autoptr (GString) deep = g_string_new (HEAD ", \"x\": ");
  g_autoptr (GString) deep_value = g_string_new (HEAD ", \"positions\": [\n{ \"id\": \"a\", \"x\": ");
  g_autoptr (GString) huge = g_string_new (HEAD ", \"positions\": [\n{ \"id\": \"");
  g_autoptr (GString) empty = g_string_new (HEAD ", \"positions\": [ {}");
  g_autofree char *brackets = g_strnfill (100000, '[');
  g_autofree char *letters = g_strnfill (ESP_IO_MAX_VALUE + ESP_IO_BLOCK, 'x');

  assert_refused (brackets, 100000, ESP_IO_ERROR_SYNTAX, ":1: ");
  g_string_append (deep, brackets);
  assert_refused (deep->str, deep->len, ESP_IO_ERROR_LIMIT, ":1: ");
  g_string_append (deep_value, brackets);
  assert_refused (deep_value->str, deep_value->len, ESP_IO_ERROR_LIMIT, ":2: ");
  g_string_append (huge, letters);
  assert_refused (huge->str, huge->len, ESP_IO_ERROR_LIMIT, ":2: ");

  g_string_truncate (huge, strlen (HEAD));
  for (guint i = 0; i < 2; i++)
    g_string_append_printf (huge, ",\n\"x\": \"%.*s\"", (int) ESP_IO_MAX_VALUE / 2, letters);
  g_string_append (huge, " }");
  assert_refused (huge->str, huge->len, ESP_IO_ERROR_LIMIT, ":3: ");

  for (guint i = 0; i <= ESP_IO_MAX_FINDINGS; i++)
    g_string_append (empty, ",{}");
  g_string_append (empty, " ] }");
  assert_refused (empty->str, empty->len, ESP_IO_ERROR_LIMIT, ":1: ");
}

/* A title of a megabyte is fine; a hundred thousand wrong values are findings, more are counted. */
static void
test_large (void)
{
  g_autofree char *letters = g_strnfill (1 << 20, 'x');
  g_autofree char *text = g_strdup_printf (HEAD ", \"positions\": [ { \"id\": \"a\", \"title\": \"%s\" } ] }", letters);
  g_autoptr (EspOrganization) organization = esp_io_load_bytes (text, strlen (text), "t", NULL, NULL);
  g_autoptr (EspOrganization) wrong = NULL;
  g_autoptr (GString) values = g_string_new (HEAD ", \"positions\": [ { \"id\": \"a\" }");

  g_assert_nonnull (organization);
  g_assert_cmpstr (esp_position_get_title (organization, 0), ==, letters);

  for (guint i = 0; i < ESP_IO_MAX_FINDINGS + 10; i++)
    g_string_append (values, ",{\"id\":\"a\",\"title\":1}");
  g_string_append (values, " ] }");
  wrong = esp_io_load_bytes (values->str, values->len, "t", NULL, NULL);
  g_assert_nonnull (wrong);
  g_assert_cmpuint (esp_organization_get_import_findings (wrong)->len, ==, ESP_IO_MAX_FINDINGS + 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile/refused", test_refused);
  g_test_add_func ("/hostile/cut", test_cut);
  g_test_add_func ("/hostile/gzip", test_gzip);
  g_test_add_func ("/hostile/bomb", test_bomb);
  g_test_add_func ("/hostile/limits", test_limits);
  g_test_add_func ("/hostile/large", test_large);

  return g_test_run ();
}
