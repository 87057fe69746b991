/* esp-file-watch.h — notices that somebody else writes a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  ESP_FILE_SAME,
  ESP_FILE_CHANGED, /* it is not the one that is known */
  ESP_FILE_GONE,    /* it was removed or moved away, or cannot be reached */
} EspFileState;

/**
 * EspFileWatch:
 *
 * Watches one file and compares its etag with the one that is known, a moment after the last sign of change. Lives on the main thread.
 *
 * Property `state` (int, #EspFileState), readable, with notify.
 */
#define ESP_TYPE_FILE_WATCH (esp_file_watch_get_type ())
G_DECLARE_FINAL_TYPE (EspFileWatch, esp_file_watch, ESP, FILE_WATCH, GObject)

EspFileWatch *esp_file_watch_new      (GFile        *file,
                                       const char   *etag) G_GNUC_WARN_UNUSED_RESULT;

EspFileState  esp_file_watch_get_state (EspFileWatch *self);
const char   *esp_file_watch_get_etag  (EspFileWatch *self);
void          esp_file_watch_set_known (EspFileWatch *self,
                                        const char   *etag);

void          esp_file_watch_pause     (EspFileWatch *self);
void          esp_file_watch_resume    (EspFileWatch *self);

G_END_DECLS
