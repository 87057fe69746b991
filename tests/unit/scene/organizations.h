/* organizations.h — organizations for the tests: by a short text, at random, or large
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "scene/esp-scene.h"

G_BEGIN_DECLS

/* One row a line: “unit ID kind parent head”, “position ID unit manager [staff] [title words]”; “-” is nothing. */
EspOrganization *organization_from_text (const char *text);

/* With rings, orphans, self-reports, several roots, staff, empty and missing units, secondary lines. */
EspOrganization *organization_at_random (GRand      *rand,
                                         guint       n_positions);

typedef enum
{
  SHAPE_ORGANIZATION,
  SHAPE_CHAIN,
  SHAPE_STAR,
} Shape;

/* Without units, titles from a short list; the first position is the root. */
EspOrganization *organization_of_shape (Shape        shape,
                                         guint        n_positions);

EspItem          find_item              (EspScene   *scene,
                                         const char *id);

G_END_DECLS
