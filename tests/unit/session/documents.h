/* documents.h — documents for the tests: a sample, or a large one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "session/esp-session.h"

G_BEGIN_DECLS

/* The large technology company */
EspDocument *open_sample    (void);

/* Positions “p0” …, titled “Seat 0” …, ten reports each */
EspDocument *create_large   (guint       n);

void         wait_for_scene (EspSession *session);
/* “+” for each folded node, “-” for others (transfer full) */
char        *get_folds      (EspSession *session);
EspIx        find_position  (EspSession *session,
                             const char *id);

G_END_DECLS
