/* esp-filter.h — which positions a chart is about, and which are there only because of what is below them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue/esp-catalogue.h"
#include "insight/esp-placement.h"
#include "organization/esp-organization.h"

G_BEGIN_DECLS

/**
 * EspFacet:
 * @ESP_FACET_SCOPE: whom a position serves, usually or always: "internal", "external", "unknown"
 * @ESP_FACET_UNIT_KIND: the kind of its unit; "pmo", "coe" and "program" also of a unit around that
 * @ESP_FACET_FUNCTION: the function it works in: of the nearest unit that has one
 * @ESP_FACET_ROLE: its role
 * @ESP_FACET_LEVEL: its level
 * @ESP_FACET_VACANT: "yes": nobody holds it
 * @ESP_FACET_LINES: "yes": a secondary line begins or ends at it
 * @ESP_FACET_SEATS: "yes": it is a program-management seat
 *
 * What can be asked of a position. The value "" is: none is said.
 */
typedef enum
{
  ESP_FACET_SCOPE,
  ESP_FACET_UNIT_KIND,
  ESP_FACET_FUNCTION,
  ESP_FACET_ROLE,
  ESP_FACET_LEVEL,
  ESP_FACET_VACANT,
  ESP_FACET_LINES,
  ESP_FACET_SEATS,
  ESP_N_FACETS
} EspFacet;

/**
 * EspFilter:
 *
 * Values asked for, by facet. A position matches if it has one of the values of each facet that has any. Immutable: to change a filter, make another one.
 * Threads: any.
 */
typedef struct _EspFilter EspFilter;

EspFilter          *esp_filter_new        (void) G_GNUC_WARN_UNUSED_RESULT;
EspFilter          *esp_filter_ref        (EspFilter       *self);
void                esp_filter_unref      (EspFilter       *self);
EspFilter          *esp_filter_with       (EspFilter       *self,
                                           EspFacet         facet,
                                           const char      *value) G_GNUC_WARN_UNUSED_RESULT;
EspFilter          *esp_filter_without    (EspFilter       *self,
                                           EspFacet         facet,
                                           const char      *value) G_GNUC_WARN_UNUSED_RESULT;
gboolean            esp_filter_is_empty   (EspFilter       *self);
gboolean            esp_filter_has        (EspFilter       *self,
                                           EspFacet         facet,
                                           const char      *value);
const char * const *esp_filter_get_values (EspFilter       *self,
                                           EspFacet         facet);
gboolean            esp_filter_equal      (EspFilter       *a,
                                           EspFilter       *b);
gboolean            esp_filter_replace    (EspFilter      **place,
                                           EspFilter       *filter);

/* As it stands in files: a facet, a colon and a value each */
GStrv               esp_filter_to_texts   (EspFilter       *self) G_GNUC_WARN_UNUSED_RESULT;
EspFilter          *esp_filter_new_from_texts (const char * const *texts) G_GNUC_WARN_UNUSED_RESULT;

/* Which positions match: 1 or 0 by slot */
guint8             *esp_filter_match      (EspFilter       *self,
                                           EspOrganization *organization,
                                           EspPlacements   *placements,
                                           guint32         *n_matches) G_GNUC_WARN_UNUSED_RESULT;

/**
 * EspFacetValue:
 * @value: as filters have it
 * @name: in words
 * @n: how many positions have it
 */
typedef struct
{
  char    *value;
  char    *name;
  guint32  n;
} EspFacetValue;

/* What can be chosen from */
const char         *esp_facet_get_name    (EspFacet         facet);
gboolean            esp_facet_is_question (EspFacet         facet);
char               *esp_facet_name_value  (EspFacet         facet,
                                           EspCatalogue    *catalogue,
                                           const char      *value) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray          *esp_facet_list_values (EspFacet         facet,
                                           EspOrganization *organization,
                                           EspCatalogue    *catalogue,
                                           EspPlacements   *placements) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspFilter, esp_filter_unref)

G_END_DECLS
