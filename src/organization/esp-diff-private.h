/* esp-diff-private.h — the struct behind EspDiff, for its own files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "organization/esp-diff.h"

G_BEGIN_DECLS

struct _EspDiff
{
  EspOrganization *before;
  EspOrganization *after;
  GArray          *items; /* EspDiffItem */

  /* while comparing */
  EspStr          *same;  /* by string of before: the same text in after; ESP_IX_NONE: not looked up yet */
};

G_END_DECLS
