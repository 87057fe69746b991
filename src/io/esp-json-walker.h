/* esp-json-walker.h — JSON of any depth as events, through the window of a source
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "io/esp-json-scanner.h"
#include "io/esp-source.h"

G_BEGIN_DECLS

typedef struct _EspJsonWalker EspJsonWalker;

typedef enum
{
  ESP_JSON_EVENT_END,   /* the file has ended */
  ESP_JSON_EVENT_VALUE, /* one that holds no others */
  ESP_JSON_EVENT_BEGIN, /* of an object or a list */
  ESP_JSON_EVENT_CLOSE, /* of the object or list that is open */
} EspJsonEventKind;

/**
 * EspJsonEvent:
 * @kind: what came
 * @value: what kind of value it is; of what is closed for %ESP_JSON_EVENT_CLOSE
 * @name: (nullable): the name of the member, in an object
 * @raw: a value as it stands in the file
 * @raw_length: of @raw
 * @flags: #EspJsonFlags of a string
 *
 * Valid until the next call.
 */
typedef struct
{
  EspJsonEventKind kind;
  EspJsonKind      value;
  const char      *name;
  const char      *raw;
  gsize            raw_length;
  guint8           flags;
} EspJsonEvent;

EspJsonWalker *esp_json_walker_new       (EspSource          *source);
void           esp_json_walker_free      (EspJsonWalker      *self);
gboolean       esp_json_walker_next      (EspJsonWalker      *self,
                                          EspJsonEvent       *event,
                                          GCancellable       *cancellable,
                                          GError            **error);
gboolean       esp_json_walker_take      (EspJsonWalker      *self,
                                          guint               n_levels,
                                          const char        **text,
                                          EspJsonScanner    **scanner,
                                          GCancellable       *cancellable,
                                          GError            **error);
guint32        esp_json_walker_get_line  (EspJsonWalker      *self);
gsize          esp_json_walker_get_depth (EspJsonWalker      *self);
void           esp_json_walker_set_rows  (EspJsonWalker      *self,
                                          guint32             n_rows);

void           esp_json_append_unescaped (GString            *text,
                                          const char         *raw,
                                          gsize               length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspJsonWalker, esp_json_walker_free)

G_END_DECLS
