/* esp-manager-cell.h — several managers in one cell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How managers in one cell are separated; which it is in a file is decided by how many are found (design rule 9) */
typedef enum
{
  ESP_SEPARATOR_PIPE,
  ESP_SEPARATOR_SEMICOLON,
  ESP_SEPARATOR_NEWLINE,
  ESP_SEPARATOR_COMMA,
  ESP_SEPARATOR_LIST, /* [ "a", "b" ] or ['a', 'b'] */
  ESP_N_SEPARATORS
} EspManagerSeparator;

/* Told each part; @text is not terminated */
typedef void (*EspManagerPartFunc) (const char *text,
                                    gsize       length,
                                    gpointer    user_data);

void  esp_manager_cell_split    (const char          *text,
                                 EspManagerSeparator  separator,
                                 EspManagerPartFunc   func,
                                 gpointer             user_data);
void  esp_manager_cell_split_by (const char          *text,
                                 const char          *separator,
                                 EspManagerPartFunc   func,
                                 gpointer             user_data);
const char *esp_manager_cell_find_id  (const char *text,
                                       gsize      *length);

G_END_DECLS
