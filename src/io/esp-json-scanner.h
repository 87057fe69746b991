/* esp-json-scanner.h — JSON text to tokens with offsets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ESP_JSON_OBJECT,
  ESP_JSON_ARRAY,
  ESP_JSON_STRING,
  ESP_JSON_NUMBER,
  ESP_JSON_TRUE,
  ESP_JSON_FALSE,
  ESP_JSON_NULL,
} EspJsonKind;

typedef enum
{
  ESP_JSON_HAS_ESCAPE = 1 << 0, /* a string with a backslash */
  ESP_JSON_NO_TEXT    = 1 << 1, /* a string that is no text: \u0000, or half of a surrogate pair */
} EspJsonFlags;

/**
 * EspJsonToken:
 * @start: offset of its first byte
 * @end: offset past its last byte
 * @next: index of the token that follows the value with all that is in it
 * @kind: an #EspJsonKind
 * @flags: #EspJsonFlags
 * @tag: free for the reader; 0 at first
 *
 * One value, or the name of a member. The tokens of an object are name, value, name, value …, those of a list its values.
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 next;
  guint8  kind;
  guint8  flags;
  guint16 tag;
} EspJsonToken;

typedef enum
{
  ESP_JSON_DONE,
  ESP_JSON_MORE, /* the text ends in the middle, and it is not the last of it */
  ESP_JSON_BAD,
} EspJsonStatus;

/**
 * EspJsonScanner:
 * @tokens: those of the values scanned since esp_json_scanner_reset()
 * @end: offset past the last value scanned
 * @problem: (nullable): what is wrong, translated
 * @problem_at: offset of what is wrong
 * @is_limit: @problem is a limit of ours, not of JSON
 */
typedef struct
{
  EspJsonToken *tokens;
  guint32       n_tokens;
  guint32       n_allocated;
  gsize         end;
  const char   *problem;
  gsize         problem_at;
  gboolean      is_limit;
} EspJsonScanner;

void          esp_json_scanner_init  (EspJsonScanner *self);
void          esp_json_scanner_clear (EspJsonScanner *self);
void          esp_json_scanner_reset (EspJsonScanner *self);
EspJsonStatus esp_json_scanner_scan  (EspJsonScanner *self,
                                      const char     *tainted,
                                      gsize           length,
                                      gsize           offset,
                                      gboolean        is_last,
                                      guint           depth,
                                      guint           n_levels);

void          esp_json_append_on_one_line (GString    *out,
                                           const char *text,
                                           gsize       length);
gsize         esp_json_get_whole_length (const char   *number,
                                         gsize         length);
gsize         esp_json_skip_space    (const char     *tainted,
                                      gsize           length,
                                      gsize           offset);

G_END_DECLS
