/* esp-lookup.h — finds positions and units by words, for a dialog that asks for one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "session/esp-session.h"

G_BEGIN_DECLS

/**
 * EspLookup:
 *
 * Signal `found ()`: esp_lookup_get_rows() has what was looked for.
 */
#define ESP_TYPE_LOOKUP (esp_lookup_get_type ())
G_DECLARE_FINAL_TYPE (EspLookup, esp_lookup, ESP, LOOKUP, GObject)

EspLookup *esp_lookup_new      (EspDocument *document,
                                guint        tables) G_GNUC_WARN_UNUSED_RESULT;
void       esp_lookup_find     (EspLookup   *self,
                                const char  *query);
GArray    *esp_lookup_get_rows (EspLookup   *self);

#define ESP_LOOKUP_POSITIONS (1u << ESP_TABLE_POSITIONS)
#define ESP_LOOKUP_UNITS     (1u << ESP_TABLE_UNITS)
#define ESP_LOOKUP_MAX_ROWS  200

G_END_DECLS
