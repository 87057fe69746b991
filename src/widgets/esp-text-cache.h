/* esp-text-cache.h — laid out words, kept from frame to frame
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _EspTextCache EspTextCache;

EspTextCache *esp_text_cache_new   (GtkWidget    *widget);
void          esp_text_cache_free  (EspTextCache *self);
void          esp_text_cache_clear (EspTextCache *self);
void          esp_text_cache_begin (EspTextCache *self);
PangoLayout  *esp_text_cache_get   (EspTextCache *self,
                                    const char   *text,
                                    gssize        length,
                                    double        size,
                                    gboolean      bold,
                                    double        width);
guint         esp_text_cache_get_n (EspTextCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspTextCache, esp_text_cache_free)

G_END_DECLS
