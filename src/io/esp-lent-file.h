/* esp-lent-file.h — files that the desktop lends to a sandbox, and what the user calls them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean          esp_file_is_lent      (GFile         *file) G_GNUC_WARN_UNUSED_RESULT;
char             *esp_file_get_name     (GFile         *file) G_GNUC_WARN_UNUSED_RESULT;
char             *esp_file_get_place    (GFile         *file) G_GNUC_WARN_UNUSED_RESULT;
char             *esp_file_get_identity (GFile         *file) G_GNUC_WARN_UNUSED_RESULT;
GFile            *esp_file_get_own      (GFile         *file) G_GNUC_WARN_UNUSED_RESULT;

char             *esp_lent_clean_text   (const char    *text) G_GNUC_WARN_UNUSED_RESULT;
GFileInputStream *esp_file_read         (GFile         *file,
                                         const char    *name,
                                         GCancellable  *cancellable,
                                         GError       **error);
void              esp_lent_clean_error  (GError       **error);

G_END_DECLS
