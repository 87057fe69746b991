/* esp-document-elements.h — tokens of elements to rows of an organization, some hundred at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "io/esp-document-format.h"
#include "io/esp-json-scanner.h"

G_BEGIN_DECLS

typedef struct _EspElements EspElements;

EspElements *esp_elements_new           (EspOrganization *organization);
void         esp_elements_free          (EspElements     *self);

void         esp_elements_add           (EspElements     *self,
                                         guint32          token,
                                         guint32          line);
guint        esp_elements_get_n         (EspElements     *self);
gboolean     esp_elements_apply         (EspElements     *self,
                                         EspTable         table,
                                         EspJsonScanner  *scanner,
                                         const char      *text,
                                         GError         **error);
gboolean     esp_elements_apply_member  (EspElements     *self,
                                         const char      *raw_name,
                                         const char      *name,
                                         EspJsonScanner  *scanner,
                                         guint32          token,
                                         const char      *text,
                                         guint32          line,
                                         GError         **error);
void         esp_elements_add_empty_table (EspElements   *self,
                                         EspTable         table);
void         esp_elements_end           (EspElements     *self);

guint32      esp_elements_get_n_skipped (EspElements     *self);
GArray      *esp_elements_get_lines     (EspElements     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspElements, esp_elements_free)

G_END_DECLS
