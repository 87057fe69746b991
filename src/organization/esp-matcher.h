/* esp-matcher.h — positions by what they might have been called; private to the room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "organization/esp-findings.h"

G_BEGIN_DECLS

typedef struct _EspMatcher EspMatcher;

EspMatcher *esp_matcher_new  (EspOrganization *organization,
                              EspFixKind       kind);
void        esp_matcher_free (EspMatcher      *self);
EspIx       esp_matcher_find (EspMatcher      *self,
                              const char      *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspMatcher, esp_matcher_free)

G_END_DECLS
