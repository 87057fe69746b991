/* fuzz.h — what the fuzzers share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int  LLVMFuzzerTestOneInput (const guint8 *tainted,
                             gsize         length);

void fuzz_load              (const guint8 *tainted,
                             gsize         length);

G_END_DECLS
