/* esp-diff-dialog.h — what a file that somebody else wrote has that the document has not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/esp-window.h"

G_BEGIN_DECLS

/**
 * EspDiffDialog:
 *
 * Reads the file of a window's document, lists what is different, and offers to keep the one or take the other (`win.keep-mine`, `win.take-theirs`).
 */
#define ESP_TYPE_DIFF_DIALOG (esp_diff_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EspDiffDialog, esp_diff_dialog, ESP, DIFF_DIALOG, AdwWindow)

EspDiffDialog *esp_diff_dialog_new      (EspWindow     *window);
const char    *esp_diff_dialog_get_page (EspDiffDialog *self);

G_END_DECLS
