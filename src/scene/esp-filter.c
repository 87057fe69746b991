/* esp-filter.c — which positions a chart is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-scene"

#include "scene/esp-filter.h"

#include <string.h>

#include "scene/esp-filter-private.h"

struct _EspFilter
{
  gatomicrefcount ref_count;
  GStrv           values[ESP_N_FACETS]; /* never NULL */
};

/* As they stand in files, in the order of the enumeration */
static const char *const facet_names[ESP_N_FACETS] = { "scope", "unit-kind", "function", "role", "level", "vacant", "lines", "seats" };

/**
 * esp_filter_new:
 *
 * Returns: (transfer full): a filter that every position matches
 */
EspFilter *
esp_filter_new (void)
{
  EspFilter *self = g_new0 (EspFilter, 1);

  g_atomic_ref_count_init (&self->ref_count);
  for (guint facet = 0; facet < ESP_N_FACETS; facet++)
    self->values[facet] = g_new0 (char *, 1);
  return self;
}

EspFilter *
esp_filter_ref (EspFilter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
esp_filter_unref (EspFilter *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint facet = 0; facet < ESP_N_FACETS; facet++)
    g_strfreev (self->values[facet]);
  g_free (self);
}

/* A copy in which @facet has no values yet */
static EspFilter *
copy_others (EspFilter *self,
             EspFacet   facet)
{
  EspFilter *copy = esp_filter_new ();

  for (guint other = 0; self != NULL && other < ESP_N_FACETS; other++)
    {
      if (other == facet)
        continue;
      g_strfreev (copy->values[other]);
      copy->values[other] = g_strdupv (self->values[other]);
    }
  return copy;
}

/**
 * esp_filter_with:
 * @self: (nullable): a filter
 * @facet: what is asked of positions
 * @value: a value of it
 *
 * Returns: (transfer full): the same filter, with a further value asked for
 */
EspFilter *
esp_filter_with (EspFilter  *self,
                 EspFacet    facet,
                 const char *value)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  EspFilter *copy;

  g_return_val_if_fail (facet < ESP_N_FACETS && value != NULL, NULL);

  if (self != NULL && esp_filter_has (self, facet, value))
    return esp_filter_ref (self);
  copy = copy_others (self, facet);
  if (self != NULL)
    g_strv_builder_addv (builder, (const char **) self->values[facet]);
  g_strv_builder_add (builder, value);
  g_strfreev (copy->values[facet]);
  copy->values[facet] = g_strv_builder_end (builder);
  return copy;
}

/**
 * esp_filter_without:
 * @self: a filter
 * @facet: what is asked of positions
 * @value: (nullable): a value of it; %NULL for all of them
 *
 * Returns: (transfer full): the same filter, without that being asked for
 */
EspFilter *
esp_filter_without (EspFilter  *self,
                    EspFacet    facet,
                    const char *value)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  EspFilter *copy;

  g_return_val_if_fail (self != NULL && facet < ESP_N_FACETS, NULL);

  copy = copy_others (self, facet);
  for (guint i = 0; value != NULL && self->values[facet][i] != NULL; i++)
    if (!g_str_equal (self->values[facet][i], value))
      g_strv_builder_add (builder, self->values[facet][i]);
  g_strfreev (copy->values[facet]);
  copy->values[facet] = g_strv_builder_end (builder);
  return copy;
}

/**
 * esp_filter_is_empty:
 * @self: (nullable): a filter
 *
 * Returns: whether nothing is asked for
 */
gboolean
esp_filter_is_empty (EspFilter *self)
{
  for (guint facet = 0; self != NULL && facet < ESP_N_FACETS; facet++)
    if (self->values[facet][0] != NULL)
      return FALSE;
  return TRUE;
}

gboolean
esp_filter_has (EspFilter  *self,
                EspFacet    facet,
                const char *value)
{
  g_return_val_if_fail (self != NULL && facet < ESP_N_FACETS && value != NULL, FALSE);

  return g_strv_contains ((const char * const *) self->values[facet], value);
}

/**
 * esp_filter_get_values:
 * @self: a filter
 * @facet: what is asked of positions
 *
 * Returns: (transfer none) (array zero-terminated=1): the values asked for, in the order they came
 */
const char * const *
esp_filter_get_values (EspFilter *self,
                       EspFacet   facet)
{
  g_return_val_if_fail (self != NULL && facet < ESP_N_FACETS, NULL);

  return (const char * const *) self->values[facet];
}

/**
 * esp_filter_equal:
 * @a: (nullable): a filter
 * @b: (nullable): a filter
 *
 * Returns: whether both ask for the same, in whatever order; %NULL asks for nothing
 */
gboolean
esp_filter_equal (EspFilter *a,
                  EspFilter *b)
{
  if (a == NULL || b == NULL)
    return esp_filter_is_empty (a) && esp_filter_is_empty (b);
  for (guint facet = 0; facet < ESP_N_FACETS; facet++)
    {
      if (g_strv_length (a->values[facet]) != g_strv_length (b->values[facet]))
        return FALSE;
      for (guint i = 0; a->values[facet][i] != NULL; i++)
        if (!esp_filter_has (b, facet, a->values[facet][i]))
          return FALSE;
    }
  return TRUE;
}

/**
 * esp_filter_replace:
 * @place: (inout) (nullable): where a reference to a filter is kept, or %NULL for none
 * @filter: (nullable): what is to be there; one that asks for nothing is none
 *
 * Returns: whether that asks for something else
 */
gboolean
esp_filter_replace (EspFilter **place,
                    EspFilter  *filter)
{
  if (esp_filter_equal (*place, filter))
    return FALSE;
  filter = esp_filter_is_empty (filter) ? NULL : esp_filter_ref (filter);
  g_clear_pointer (place, esp_filter_unref);
  *place = filter;
  return TRUE;
}

/* Takes away what has none of the values of one facet. */
static void
match_facet (EspFilter       *self,
             EspFacet         facet,
             EspOrganization *organization,
             EspPlacements   *placements,
             guint8          *matches)
{
  guint n_wanted = g_strv_length (self->values[facet]);
  g_autofree guint32 *wanted = g_new (guint32, MAX (n_wanted, 1));
  g_auto (EspFacetReader) reader = { 0 };
  guint32 n;
  const EspIx *order = esp_organization_get_order (organization, ESP_TABLE_POSITIONS, &n);

  if (n_wanted == 0)
    return;
  for (guint i = 0; i < n_wanted; i++)
    wanted[i] = _esp_facet_parse (facet, organization, self->values[facet][i]);
  _esp_facet_reader_init (&reader, facet, organization, placements);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 found[2];
      guint n_found = matches[order[i]] ? _esp_facet_reader_get (&reader, order[i], found) : 0;
      gboolean has_any = FALSE;

      for (guint k = 0; k < n_found; k++)
        for (guint w = 0; w < n_wanted; w++)
          has_any |= found[k] == wanted[w];
      matches[order[i]] = has_any;
    }
}

/**
 * esp_filter_to_texts:
 * @self: (nullable): a filter
 *
 * Returns: (transfer full): what it asks for, as it stands in files (“unit-kind:pmo”); empty for everything
 */
GStrv
esp_filter_to_texts (EspFilter *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint facet = 0; self != NULL && facet < ESP_N_FACETS; facet++)
    for (guint i = 0; self->values[facet][i] != NULL; i++)
      {
        g_autofree char *text = g_strconcat (facet_names[facet], ":", self->values[facet][i], NULL);

        g_strv_builder_add (builder, text);
      }
  return g_strv_builder_end (builder);
}

/**
 * esp_filter_new_from_texts:
 * @texts: as esp_filter_to_texts() has them; what asks for something that is not known is left out
 *
 * Returns: (transfer full) (nullable): the filter; %NULL if it asks for nothing
 */
EspFilter *
esp_filter_new_from_texts (const char * const *texts)
{
  g_autoptr (EspFilter) filter = NULL;

  g_return_val_if_fail (texts != NULL, NULL);

  for (guint i = 0; texts[i] != NULL; i++)
    for (guint facet = 0; facet < ESP_N_FACETS; facet++)
      {
        gsize length = strlen (facet_names[facet]);
        EspFilter *next;

        if (strncmp (texts[i], facet_names[facet], length) != 0 || texts[i][length] != ':')
          continue;
        next = esp_filter_with (filter, facet, texts[i] + length + 1);
        g_clear_pointer (&filter, esp_filter_unref);
        filter = next;
      }
  return g_steal_pointer (&filter);
}

/**
 * esp_filter_match:
 * @self: a filter
 * @organization: an organization
 * @placements: of the organization
 * @n_matches: (out) (optional): how many match
 *
 * Time: O(positions × values asked for). Threads: any, while nobody changes @organization.
 *
 * Returns: (transfer full): 1 for each slot of a position that matches, 0 for others
 */
guint8 *
esp_filter_match (EspFilter       *self,
                  EspOrganization *organization,
                  EspPlacements   *placements,
                  guint32         *n_matches)
{
  guint8 *matches;
  guint32 n, n_found = 0;
  const EspIx *order;

  g_return_val_if_fail (self != NULL && ESP_IS_ORGANIZATION (organization) && placements != NULL, NULL);

  matches = g_new0 (guint8, MAX (esp_organization_get_n_slots (organization, ESP_TABLE_POSITIONS), 1));
  order = esp_organization_get_order (organization, ESP_TABLE_POSITIONS, &n);
  for (guint32 i = 0; i < n; i++)
    matches[order[i]] = 1;
  for (guint facet = 0; facet < ESP_N_FACETS; facet++)
    match_facet (self, facet, organization, placements, matches);
  for (guint32 i = 0; i < n; i++)
    n_found += matches[order[i]];
  if (n_matches != NULL)
    *n_matches = n_found;
  return matches;
}
