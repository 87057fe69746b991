/* esp-compare-view.h — roles side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "compare/esp-compare-section.h"
#include "insight/esp-comparison.h"
#include "session/esp-session.h"

G_BEGIN_DECLS

#define ESP_TYPE_COMPARE_VIEW (esp_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (EspCompareView, esp_compare_view, ESP, COMPARE_VIEW, GtkWidget)

GtkWidget           *esp_compare_view_new            (EspSession     *session) G_GNUC_WARN_UNUSED_RESULT;

EspSession          *esp_compare_view_get_session    (EspCompareView *self);
void                 esp_compare_view_set_session    (EspCompareView *self,
                                                      EspSession     *session);
const EspComparison *esp_compare_view_get_comparison (EspCompareView *self);
EspCompareSection   *esp_compare_view_get_section    (EspCompareView *self,
                                                      EspSection      section);

G_END_DECLS
