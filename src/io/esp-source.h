/* esp-source.h — the bytes of a file, seen through a window that moves forward
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "io/esp-io.h"
#include "io/esp-utf16.h"

G_BEGIN_DECLS

typedef struct _EspSource EspSource;

EspSource  *esp_source_new              (GInputStream      *stream,
                                         goffset            size,
                                         const char        *name);
void        esp_source_free             (EspSource         *self);
void        esp_source_set_progress     (EspSource         *self,
                                         EspIoProgressFunc  progress,
                                         gpointer           user_data);

const char *esp_source_get_name         (EspSource         *self);
gboolean    esp_source_is_compressed    (EspSource         *self);
gboolean    esp_source_has_mark         (EspSource         *self);
EspEncoding esp_source_get_encoding     (EspSource         *self);
char       *esp_source_get_data         (EspSource         *self,
                                         gsize             *length,
                                         gboolean          *is_last);
gboolean    esp_source_fill             (EspSource         *self,
                                         gsize              keep_from,
                                         guint32            n_rows,
                                         GCancellable      *cancellable,
                                         GError           **error);
gboolean    esp_source_fill_sample      (EspSource         *self,
                                         GCancellable      *cancellable,
                                         GError           **error);
guint32     esp_source_get_line         (EspSource         *self,
                                         gsize              offset);
void        esp_source_set_error        (EspSource         *self,
                                         GError           **error,
                                         EspIoError         code,
                                         gsize              offset,
                                         const char        *what);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspSource, esp_source_free)

G_END_DECLS
