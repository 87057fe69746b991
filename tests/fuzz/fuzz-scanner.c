/* fuzz-scanner.c — feeds the scanner and the walker of JSON, whole and in pieces
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include "io/esp-json-scanner.h"
#include "io/esp-json-walker.h"

static void
check_tokens (const EspJsonScanner *scanner,
              gsize                 length)
{
  for (guint32 i = 0; i < scanner->n_tokens; i++)
    {
      const EspJsonToken *token = &scanner->tokens[i];

      g_assert_cmpuint (token->start, <, token->end);
      g_assert_cmpuint (token->end, <=, length);
      g_assert_cmpuint (token->next, >, i);
      g_assert_cmpuint (token->next, <=, scanner->n_tokens);
    }
}

/* What the walker finds is what the scanner finds, but for what is nested too deep for the latter. */
static gboolean
walk (const guint8 *tainted,
      gsize         length)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (tainted, length, NULL);
  g_autoptr (EspSource) source = esp_source_new (stream, length, "t");
  g_autoptr (EspJsonWalker) walker = NULL;
  EspJsonEvent event = { .kind = ESP_JSON_EVENT_BEGIN };

  if (!esp_source_fill (source, 0, 0, NULL, NULL))
    return FALSE;

  walker = esp_json_walker_new (source);
  while (event.kind != ESP_JSON_EVENT_END)
    {
      if (!esp_json_walker_next (walker, &event, NULL, NULL))
        return FALSE;
      if (event.kind == ESP_JSON_EVENT_VALUE && event.value == ESP_JSON_STRING)
        {
          g_autoptr (GString) text = g_string_new (NULL);

          esp_json_append_unescaped (text, event.raw, event.raw_length);
          g_assert_true (g_utf8_validate (text->str, -1, NULL));
        }
      esp_json_walker_get_line (walker);
    }

  return TRUE;
}

int
LLVMFuzzerTestOneInput (const guint8 *tainted,
                        gsize         length)
{
  g_autofree char *exact = g_memdup2 (tainted, length);
  EspJsonScanner scanner;
  EspJsonStatus whole, part;
  gsize start = esp_json_skip_space (exact, length, 0);
  gsize end;

  esp_json_scanner_init (&scanner);
  whole = esp_json_scanner_scan (&scanner, exact, length, start, TRUE, 0, 64);
  check_tokens (&scanner, length);
  end = scanner.end;
  g_assert_true (whole != ESP_JSON_MORE);
  if (whole == ESP_JSON_BAD)
    g_assert_nonnull (scanner.problem);

  /* a beginning is never bad unless the whole is */
  esp_json_scanner_reset (&scanner);
  part = esp_json_scanner_scan (&scanner, exact, length / 2, MIN (start, length / 2), FALSE, 0, 2);
  if (whole == ESP_JSON_DONE)
    g_assert_true (part != ESP_JSON_BAD);
  check_tokens (&scanner, length / 2);
  esp_json_scanner_clear (&scanner);

  if (length > 3 && walk (tainted, length) && start < length && tainted[0] < 0x80 && tainted[0] != 0 && tainted[1] != 0)
    g_assert_true (whole == ESP_JSON_DONE || end < length);

  return 0;
}
