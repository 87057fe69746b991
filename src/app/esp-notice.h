/* esp-notice.h — a bar above the document that says one thing and offers what can be done about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct
{
  const char *label;  /* with a mnemonic, not yet translated */
  const char *action;
} EspNoticeButton;

#define ESP_TYPE_NOTICE (esp_notice_get_type ())
G_DECLARE_FINAL_TYPE (EspNotice, esp_notice, ESP, NOTICE, AdwBin)

void        esp_notice_show     (EspNotice             *self,
                                 const char            *text,
                                 const EspNoticeButton *buttons,
                                 guint                  n_buttons);
void        esp_notice_hide     (EspNotice             *self);
void        esp_notice_set_wide (EspNotice             *self,
                                 gboolean               is_wide);
const char *esp_notice_get_text (EspNotice             *self);

G_END_DECLS
