/* esp-table-words.h — what the words in foreign tables mean: headers, states, marks of a top; in several languages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "io/esp-table-mapping.h"
#include "organization/esp-organization.h"

G_BEGIN_DECLS

/* How sure a header’s words make us: good words that are all of it are beyond ESP_WORDS_SURE, good words among others beyond ESP_WORDS_HINT. */
#define ESP_WORDS_SURE 80
#define ESP_WORDS_HINT 50

char     *esp_words_normalize       (const char   *text,
                                     gssize        length);
int       esp_words_rate_header     (const char   *normalized,
                                     int          *rates);
gboolean  esp_words_is_child_member (const char   *normalized);
EspState  esp_words_get_state       (const char   *text,
                                     gsize         length,
                                     gboolean     *is_plain);
gboolean  esp_words_is_root_mark    (const char   *text,
                                     gsize         length);
gboolean  esp_words_is_label        (const char   *normalized);
gboolean  esp_words_is_unit_word    (const char   *normalized);

const char *esp_words_trim          (const char   *text,
                                     gsize        *length);
const char *esp_words_unwrap        (const char   *text,
                                     gsize        *length);

G_END_DECLS
