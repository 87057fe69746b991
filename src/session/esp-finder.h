/* esp-finder.h — what is searched for in a window: the words, the hits, and which of them one is at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "organization/esp-organization.h"

G_BEGIN_DECLS

/**
 * EspFinder:
 *
 * The search of a session (esp_session_get_finder()). Hits are the session's marks (esp_session_get_marks()): what the words find, or what another view asked
 * to be shown. They stand in the order of the document, as “espalier find” prints them; what a filter or an isolated branch hides is not among them.
 *
 * Words are looked for as they are typed: at once in a small organization, else in a worker, of which only the newest query is awaited. The way to the hit
 * that one is at is opened. When the search is closed, what it opened is folded again, except the way to the selected card.
 *
 * Lives on the main thread. Properties, with notify (RW = can be set):
 * - `active` RW: a search is open; closing it forgets words and hits
 * - `query` RW: the words, never %NULL
 * - `busy`: the hits are still those of an older query
 * - `n-hits`: how many there are
 * - `current`: which of them one is at, from 1; 0 at none
 * - `n-elsewhere`: how many more the words find outside of the filter and the isolated branch
 */
#define ESP_TYPE_FINDER (esp_finder_get_type ())
G_DECLARE_FINAL_TYPE (EspFinder, esp_finder, ESP, FINDER, GObject)

gboolean    esp_finder_get_active      (EspFinder  *self);
void        esp_finder_set_active      (EspFinder  *self,
                                        gboolean    active);
const char *esp_finder_get_query       (EspFinder  *self);
void        esp_finder_set_query       (EspFinder  *self,
                                        const char *query);
gboolean    esp_finder_get_busy        (EspFinder  *self);
guint       esp_finder_get_n_hits      (EspFinder  *self);
guint       esp_finder_get_n_elsewhere (EspFinder  *self);
EspIx       esp_finder_get_hit         (EspFinder  *self,
                                        guint       number);
guint       esp_finder_get_current     (EspFinder  *self);

/* Going to hits */
void        esp_finder_go_to           (EspFinder  *self,
                                        guint       number);
void        esp_finder_next            (EspFinder  *self);
void        esp_finder_previous        (EspFinder  *self);
void        esp_finder_show_elsewhere  (EspFinder  *self);

G_END_DECLS
