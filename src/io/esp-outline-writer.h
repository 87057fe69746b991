/* esp-outline-writer.h — organizations to nested lists in Markdown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "organization/esp-organization.h"

G_BEGIN_DECLS

/**
 * EspOutlineKind:
 * @ESP_OUTLINE_AUTOMATIC: by units where units are parts of each other or have heads, otherwise by who reports to whom
 * @ESP_OUTLINE_STRUCTURE: units, what they are parts of, and who sits in them
 * @ESP_OUTLINE_REPORTING: who reports to whom
 */
typedef enum
{
  ESP_OUTLINE_AUTOMATIC,
  ESP_OUTLINE_STRUCTURE,
  ESP_OUTLINE_REPORTING,
} EspOutlineKind;

gboolean esp_io_write_outline    (EspOrganization  *organization,
                                  GOutputStream    *stream,
                                  GCancellable     *cancellable,
                                  GError          **error);
GBytes  *esp_io_outline_to_bytes (EspOrganization  *organization,
                                  EspOutlineKind    kind);

G_END_DECLS
