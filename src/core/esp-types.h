/* esp-types.h — types that every room uses
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Index of a node in packed arrays; ESP_NODE_NONE is no node. */
typedef guint32 EspNodeIx;

#define ESP_NODE_NONE G_MAXUINT32

G_END_DECLS
