/* esp-json-reader.h — typed reads from JSON objects that remember where they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "catalogue/esp-catalogue.h"

G_BEGIN_DECLS

/* One file being read. The first error sticks: later reads return harmless values, and the caller looks once, at the end. */
typedef struct
{
  const char *file;  /* borrowed; named in errors */
  GError     *error; /* owned; the first one */
} EspJsonReader;

/* An object and the way to it. Lives on the stack of the function that reads it; the path is only written out for an error. */
typedef struct _EspJsonAt EspJsonAt;
struct _EspJsonAt
{
  EspJsonReader   *reader; /* borrowed */
  const EspJsonAt *up;     /* borrowed; NULL at the top of the file */
  const char      *member; /* borrowed; the array in @up that this is an element of */
  guint            index;  /* in that array */
  JsonObject      *object; /* borrowed */
};

/* A walk over an array of objects; @at is the current one. */
typedef struct
{
  EspJsonAt  at;
  JsonArray *array; /* borrowed; NULL if there is none */
  guint      next;
} EspJsonEach;

typedef enum
{
  ESP_JSON_REQUIRED,
  ESP_JSON_OPTIONAL,
} EspJsonNeed;

void        esp_json_fail       (const EspJsonAt   *at,
                                 const char        *member,
                                 EspCatalogueError  code,
                                 const char        *format,
                                 ...) G_GNUC_PRINTF (4, 5);
gboolean    esp_json_is_sound   (GBytes            *tainted,
                                 guint              max_depth,
                                 const char       **reason);

const char *esp_json_get_string (const EspJsonAt   *at,
                                 const char        *member,
                                 EspJsonNeed        need);
int         esp_json_get_int    (const EspJsonAt   *at,
                                 const char        *member,
                                 int                least,
                                 int                most);
int         esp_json_get_choice (const EspJsonAt   *at,
                                 const char        *member,
                                 const char *const *names);
JsonArray  *esp_json_get_array  (const EspJsonAt   *at,
                                 const char        *member,
                                 EspJsonNeed        need);
const char *esp_json_get_item   (const EspJsonAt   *at,
                                 const char        *member,
                                 JsonArray         *array,
                                 guint              index);

void        esp_json_each_init  (EspJsonEach       *each,
                                 const EspJsonAt   *up,
                                 const char        *member,
                                 EspJsonNeed        need);
gboolean    esp_json_each_next  (EspJsonEach       *each);

G_END_DECLS
