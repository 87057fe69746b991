/* esp-forest-rules.c — references resolved, rings cut, heads found: rules 1, 2, 6 and 7 of the chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-scene"

#include "scene/esp-forest-rules.h"

#include <string.h>

static EspIx *
new_none (guint32 n)
{
  EspIx *array = g_new (EspIx, MAX (n, 1));

  memset (array, 0xff, sizeof (EspIx) * n);
  return array;
}

/* The rows of @table that have an id: what could not be read as a position or unit is kept as a row without one. */
static EspIx *
list_rows (EspOrganization *organization,
           EspTable         table,
           guint32         *n)
{
  guint32 n_order;
  const EspIx *order = esp_organization_get_order (organization, table, &n_order);
  const guint32 *ids = esp_organization_peek_column (organization, table, 0);
  EspIx *rows = g_new (EspIx, MAX (n_order, 1));

  *n = 0;
  for (guint32 i = 0; i < n_order && ids != NULL; i++)
    {
      if (ids[order[i]] != ESP_STR_NONE)
        rows[(*n)++] = order[i];
    }
  return rows;
}

/* Follows the references of one column to rows of the same table; says in @flags which go nowhere or to themselves. */
static void
resolve_parents (EspOrganization *organization,
                 EspTable         table,
                 EspField         field,
                 const EspIx     *rows,
                 guint32          n,
                 EspIx           *parents,
                 guint16         *flags)
{
  const guint32 *references = esp_organization_peek_column (organization, table, field);
  const guint32 *ids = esp_organization_peek_column (organization, table, 0);

  for (guint32 i = 0; i < n && references != NULL; i++)
    {
      EspIx row = rows[i];
      EspIx parent;

      if (references[row] == ESP_STR_NONE)
        continue;

      parent = esp_organization_find (organization, table, references[row]);
      if (parent == ESP_IX_NONE)
        flags[row] |= ESP_NODE_ORPHAN;
      else if (references[row] == ids[row])
        flags[row] |= ESP_NODE_SELF_REPORT;
      else
        parents[row] = parent;
    }
}

/* Cuts every ring at the member that comes first in the document. */
static void
cut_rings (EspIx         *parents,
           guint16       *flags,
           const EspIx   *rows,
           guint32        n,
           guint32        n_slots,
           const guint32 *ranks)
{
  g_autofree guint32 *walks = g_new0 (guint32, MAX (n_slots, 1)); /* the walk that came by, from 1 */

  for (guint32 i = 0; i < n; i++)
    {
      EspIx at = rows[i];
      EspIx first;

      while (at != ESP_IX_NONE && walks[at] == 0)
        {
          walks[at] = i + 1;
          at = parents[at];
        }
      if (at == ESP_IX_NONE || walks[at] != i + 1)
        continue;

      first = at;
      for (EspIx member = parents[at]; member != at; member = parents[member])
        {
          if (ranks[member] < ranks[first])
            first = member;
        }
      parents[first] = ESP_IX_NONE;
      flags[first] |= ESP_NODE_RING;
    }
}

static void
resolve_units_of_positions (EspForestRules *self)
{
  const guint32 *references = esp_organization_peek_column (self->organization, ESP_TABLE_POSITIONS, ESP_POSITION_UNIT);

  for (guint32 i = 0; i < self->n_positions; i++)
    {
      EspIx position = self->positions[i];
      EspStr reference = references != NULL ? references[position] : ESP_STR_NONE;

      if (reference != ESP_STR_NONE)
        self->unit_of[position] = esp_organization_find (self->organization, ESP_TABLE_UNITS, reference);
      /* in an organization without units the words would be noise */
      if (self->unit_of[position] == ESP_IX_NONE && (reference != ESP_STR_NONE || self->n_units > 0))
        self->position_flags[position] |= ESP_NODE_NO_UNIT;
    }
}

static gboolean
is_top_of_unit (const EspForestRules *self,
                EspIx                 position)
{
  EspIx manager = self->manager[position];

  return manager == ESP_IX_NONE || self->unit_of[manager] != self->unit_of[position];
}

/* For every position, the top of its unit that it is below by solid lines inside the unit. Each chain is walked twice in all. */
static EspIx *
find_tops (const EspForestRules *self)
{
  EspIx *tops = new_none (self->n_position_slots);

  for (guint32 i = 0; i < self->n_positions; i++)
    {
      EspIx position = self->positions[i];
      EspIx at = position;
      EspIx top;

      if (self->unit_of[position] == ESP_IX_NONE)
        continue;
      while (tops[at] == ESP_IX_NONE && !is_top_of_unit (self, at))
        at = self->manager[at];
      top = tops[at] != ESP_IX_NONE ? tops[at] : at;
      for (at = position; tops[at] == ESP_IX_NONE; at = self->manager[at])
        {
          tops[at] = top;
          if (at == top)
            break;
        }
    }
  return tops;
}

/* Rule 2 without a `head` of the unit's own: the only top, else the one with most of the unit below it, a tie means none. */
static void
find_heads (EspForestRules *self)
{
  g_autofree EspIx *tops = find_tops (self);
  g_autofree guint32 *n_below = g_new0 (guint32, MAX (self->n_position_slots, 1));
  g_autofree guint8 *is_tied = g_new0 (guint8, MAX (self->n_unit_slots, 1));

  for (guint32 i = 0; i < self->n_positions; i++)
    {
      if (tops[self->positions[i]] != ESP_IX_NONE)
        n_below[tops[self->positions[i]]]++;
    }

  for (guint32 i = 0; i < self->n_positions; i++)
    {
      EspIx position = self->positions[i];
      EspIx unit = self->unit_of[position];
      EspIx best;

      if (unit == ESP_IX_NONE || tops[position] != position)
        continue;

      best = self->unit_head[unit];
      if (best == ESP_IX_NONE || n_below[position] > n_below[best])
        {
          self->unit_head[unit] = position;
          is_tied[unit] = FALSE;
        }
      else if (n_below[position] == n_below[best])
        {
          is_tied[unit] = TRUE;
        }
    }

  for (guint32 i = 0; i < self->n_units; i++)
    {
      if (is_tied[self->units[i]])
        self->unit_head[self->units[i]] = ESP_IX_NONE;
    }
}

/* A `head` that is a position of the unit decides; one of another unit leaves the plate without a docked head. */
static void
apply_named_heads (EspForestRules *self)
{
  const guint32 *references = esp_organization_peek_column (self->organization, ESP_TABLE_UNITS, ESP_UNIT_HEAD);

  for (guint32 i = 0; i < self->n_units && references != NULL; i++)
    {
      EspIx unit = self->units[i];
      EspIx head = references[unit] != ESP_STR_NONE ? esp_organization_find (self->organization, ESP_TABLE_POSITIONS, references[unit]) : ESP_IX_NONE;

      if (head != ESP_IX_NONE)
        self->unit_head[unit] = self->unit_of[head] == unit ? head : ESP_IX_NONE;
    }
}

/* Units so that each stands after the unit above it. */
static EspIx *
sort_units_downwards (const EspForestRules *self)
{
  g_autofree guint32 *n_open = g_new0 (guint32, MAX (self->n_unit_slots, 1));
  EspIx *sorted = g_new (EspIx, MAX (self->n_units, 1));
  guint32 n = 0;

  for (guint32 i = 0; i < self->n_units; i++)
    {
      if (self->unit_parent[self->units[i]] != ESP_IX_NONE)
        n_open[self->unit_parent[self->units[i]]]++;
    }
  for (guint32 i = 0; i < self->n_units; i++)
    {
      if (n_open[self->units[i]] == 0)
        sorted[n++] = self->units[i];
    }
  for (guint32 i = 0; i < n; i++)
    {
      EspIx parent = self->unit_parent[sorted[i]];

      if (parent != ESP_IX_NONE && --n_open[parent] == 0)
        sorted[n++] = parent;
    }
  g_assert (n == self->n_units);

  for (guint32 i = 0; i < n / 2; i++)
    {
      EspIx unit = sorted[i];

      sorted[i] = sorted[n - 1 - i];
      sorted[n - 1 - i] = unit;
    }
  return sorted;
}

static void
mark_units (EspForestRules *self)
{
  g_autofree EspIx *downwards = sort_units_downwards (self);
  g_autofree guint8 *is_used = g_new0 (guint8, MAX (self->n_unit_slots, 1));

  for (guint32 i = 0; i < self->n_positions; i++)
    {
      if (self->unit_of[self->positions[i]] != ESP_IX_NONE)
        is_used[self->unit_of[self->positions[i]]] = TRUE;
    }
  for (guint32 i = self->n_units; i-- > 0;)
    {
      EspIx unit = downwards[i];

      if (!is_used[unit])
        self->unit_flags[unit] |= ESP_NODE_EMPTY_UNIT;
      else if (self->unit_parent[unit] != ESP_IX_NONE)
        is_used[self->unit_parent[unit]] = TRUE;
    }
  for (guint32 i = 0; i < self->n_units; i++)
    {
      EspIx unit = downwards[i];
      EspIx parent = self->unit_parent[unit];

      self->unit_staff[unit] = esp_unit_is_staff (self->organization, unit);
      if (parent != ESP_IX_NONE)
        self->head_above[unit] = self->unit_head[parent] != ESP_IX_NONE ? self->unit_head[parent] : self->head_above[parent];
    }
}

/* Rule 3: a solid line that leaves the unit, unless it leads to the head that the unit hangs below anyway. */
static void
mark_outside (EspForestRules *self)
{
  for (guint32 i = 0; i < self->n_positions; i++)
    {
      EspIx position = self->positions[i];
      EspIx manager = self->manager[position];
      EspIx unit = self->unit_of[position];

      if (manager != ESP_IX_NONE && unit != ESP_IX_NONE && self->unit_of[manager] != unit && self->head_above[unit] != manager)
        self->position_flags[position] |= ESP_NODE_OUTSIDE;
    }
}

/**
 * esp_forest_rules_new:
 * @organization: an organization
 *
 * Resolves what the rows name: rings are cut, heads found, empty units marked. Nothing of it depends on the chart.
 *
 * Time: O(units + positions), without recursion.
 *
 * Returns: (transfer full): the rules
 */
EspForestRules *
esp_forest_rules_new (EspOrganization *organization)
{
  EspForestRules *self = g_new0 (EspForestRules, 1);

  self->organization = organization;
  self->units = list_rows (organization, ESP_TABLE_UNITS, &self->n_units);
  self->positions = list_rows (organization, ESP_TABLE_POSITIONS, &self->n_positions);
  self->n_unit_slots = esp_organization_get_n_slots (organization, ESP_TABLE_UNITS);
  self->n_position_slots = esp_organization_get_n_slots (organization, ESP_TABLE_POSITIONS);
  self->unit_parent = new_none (self->n_unit_slots);
  self->unit_head = new_none (self->n_unit_slots);
  self->head_above = new_none (self->n_unit_slots);
  self->unit_staff = g_new0 (guint8, MAX (self->n_unit_slots, 1));
  self->unit_flags = g_new0 (guint16, MAX (self->n_unit_slots, 1));
  self->manager = new_none (self->n_position_slots);
  self->unit_of = new_none (self->n_position_slots);
  self->position_flags = g_new0 (guint16, MAX (self->n_position_slots, 1));

  resolve_parents (organization, ESP_TABLE_UNITS, ESP_UNIT_PARENT, self->units, self->n_units, self->unit_parent, self->unit_flags);
  resolve_parents (organization, ESP_TABLE_POSITIONS, ESP_POSITION_REPORTS_TO, self->positions, self->n_positions, self->manager,
                   self->position_flags);
  resolve_units_of_positions (self);
  cut_rings (self->unit_parent, self->unit_flags, self->units, self->n_units, self->n_unit_slots,
             esp_organization_get_ranks (organization, ESP_TABLE_UNITS));
  cut_rings (self->manager, self->position_flags, self->positions, self->n_positions, self->n_position_slots,
             esp_organization_get_ranks (organization, ESP_TABLE_POSITIONS));
  find_heads (self);
  apply_named_heads (self);
  mark_units (self);
  mark_outside (self);
  return self;
}

void
esp_forest_rules_free (EspForestRules *self)
{
  g_free (self->units);
  g_free (self->positions);
  g_free (self->unit_parent);
  g_free (self->unit_head);
  g_free (self->head_above);
  g_free (self->unit_staff);
  g_free (self->unit_flags);
  g_free (self->manager);
  g_free (self->unit_of);
  g_free (self->position_flags);
  g_free (self);
}
