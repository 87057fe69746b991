/* esp-document-writer.h — organizations to the canonical form of our own format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "organization/esp-organization.h"

G_BEGIN_DECLS

gboolean esp_io_write_document        (EspOrganization *organization,
                                    GOutputStream   *stream,
                                    GCancellable    *cancellable,
                                    GError         **error);

/* Pieces of it, for the reader, which compares them with what it reads */
void     esp_writer_append_head  (EspOrganization *organization,
                                    GString         *out);
void     esp_writer_append_rows  (EspOrganization *organization,
                                    EspTable         table,
                                    const EspIx     *rows,
                                    guint32          n_rows,
                                    gboolean         is_first,
                                    GString         *out);
void     esp_writer_append_begin (EspTable         table,
                                    GString         *out);
void     esp_writer_append_end   (EspOrganization *organization,
                                    GString         *out);
void     esp_writer_append_text  (GString         *out,
                                    const char      *text);

G_END_DECLS
