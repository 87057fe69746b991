/* esp-filter-private.h — the values that positions have; private to the room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "scene/esp-filter.h"

G_BEGIN_DECLS

/**
 * EspFacetReader:
 *
 * Reads what positions have of one facet, from columns and arrays made once. A position has up to two values, each a small number: for functions, roles and
 * levels an #EspStr (%ESP_STR_NONE for none), for the others a place in the list of their values.
 */
typedef struct
{
  EspFacet       facet;
  const guint32 *column;   /* function, role, level: by position; NULL: none says */
  EspStr        *functions;
  guint8        *serves;
  guint8        *places;
  guint8        *seats;
  guint8        *kinds;    /* by unit slot */
  EspIx         *units;    /* by string: the unit of that id */
  const guint32 *unit_ids; /* by position */
  const guint32 *states;
  const guint32 *holders;
  guint8        *lines;    /* by position: a line begins or ends there */
} EspFacetReader;

#define ESP_FACET_N_SERVES 3 /* internal, external, unknown */
#define ESP_FACET_N_KINDS  7

void   _esp_facet_reader_init  (EspFacetReader  *self,
                                EspFacet         facet,
                                EspOrganization *organization,
                                EspPlacements   *placements);
void   _esp_facet_reader_clear (EspFacetReader  *self);
guint  _esp_facet_reader_get   (EspFacetReader  *self,
                                EspIx            position,
                                guint32          values[2]);
guint32     _esp_facet_parse   (EspFacet         facet,
                                EspOrganization *organization,
                                const char      *value);
const char *_esp_facet_format  (EspFacet         facet,
                                EspOrganization *organization,
                                guint32          value);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EspFacetReader, _esp_facet_reader_clear)

G_END_DECLS
