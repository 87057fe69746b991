/* esp-career-view.h — ladders as a map, and the ways between their rungs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "career/esp-career-map.h"
#include "career/esp-career-state.h"
#include "session/esp-session.h"

G_BEGIN_DECLS

#define ESP_TYPE_CAREER_VIEW (esp_career_view_get_type ())
G_DECLARE_FINAL_TYPE (EspCareerView, esp_career_view, ESP, CAREER_VIEW, GtkWidget)

GtkWidget      *esp_career_view_new         (EspSession    *session) G_GNUC_WARN_UNUSED_RESULT;

EspSession     *esp_career_view_get_session (EspCareerView *self);
void            esp_career_view_set_session (EspCareerView *self,
                                             EspSession    *session);
EspCareerState *esp_career_view_get_state   (EspCareerView *self);
EspCareerMap   *esp_career_view_get_map     (EspCareerView *self);

G_END_DECLS
