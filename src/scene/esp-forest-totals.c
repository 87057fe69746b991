/* esp-forest-totals.c — how many are below each node, kept for nodes that have something below them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-scene"

#include "scene/esp-forest.h"

#include "scene/esp-palette.h"

#include <string.h>

typedef struct
{
  guint32 total;
  guint32 vacant;
  guint32 seats[ESP_PLACE_N_KINDS];
} Sums;

static guint32
get_rank (const EspForest *self,
          EspNodeIx        node)
{
  guint64 before = self->inner[node / 64] & ((G_GUINT64_CONSTANT (1) << (node % 64)) - 1);

  return self->inner_ranks[node / 64] + (guint32) __builtin_popcountll (before);
}

static gboolean
is_inner (const EspForest *self,
          EspNodeIx        node)
{
  return (self->inner[node / 64] >> (node % 64)) & 1;
}

static void
find_inner (EspForest *self)
{
  guint32 n_words = self->tree.n / 64 + 1;

  self->inner = g_new0 (guint64, n_words);
  self->inner_ranks = g_new0 (guint32, n_words);
  for (EspNodeIx node = 0; node < self->tree.n; node++)
    {
      if (self->tree.n_children[node] > 0 || esp_forest_get_head (self, node) != ESP_IX_NONE)
        self->inner[node / 64] |= G_GUINT64_CONSTANT (1) << (node % 64);
    }
  for (guint32 i = 0; i < n_words; i++)
    {
      self->inner_ranks[i] = self->n_inner;
      self->n_inner += (guint32) __builtin_popcountll (self->inner[i]);
    }
}

static void
add_own (Sums   *sums,
         guint16 flags)
{
  if (flags & ESP_NODE_CONTEXT)
    return;
  sums->total++;
  sums->vacant += (flags & ESP_NODE_VACANT) != 0;
  if (flags & ESP_NODE_SEAT)
    sums->seats[(flags & ESP_FOREST_KIND_MASK) >> ESP_FOREST_KIND_SHIFT]++;
}

/* Sums are rolled up from the last node to the first: a parent's number is smaller than its children's. */
void
_esp_forest_sum (EspForest *self)
{
  g_autofree Sums *sums = NULL;

  find_inner (self);
  sums = g_new0 (Sums, MAX (self->n_inner, 1));
  self->totals = g_new0 (EspForestTotals, MAX (self->n_inner, 1));

  for (EspNodeIx node = self->tree.n; node-- > 0;)
    {
      EspNodeIx parent = self->tree.parent[node];
      Sums *above = parent != ESP_NODE_NONE ? &sums[get_rank (self, parent)] : NULL;

      if (is_inner (self, node))
        {
          Sums *own = &sums[get_rank (self, node)];
          EspForestTotals *totals = &self->totals[get_rank (self, node)];
          guint32 n_seats = 0;

          if (esp_forest_get_head (self, node) != ESP_IX_NONE)
            add_own (own, self->head_flags[esp_forest_get_row (self, node)]);
          for (guint kind = 0; kind < ESP_PLACE_N_KINDS; kind++)
            {
              n_seats += own->seats[kind];
              if (own->seats[kind] > own->seats[totals->kind])
                totals->kind = kind;
              if (above != NULL)
                above->seats[kind] += own->seats[kind];
            }
          totals->total = own->total;
          totals->vacant = own->vacant;
          totals->seats = n_seats;
          if (above != NULL)
            {
              above->total += own->total;
              above->vacant += own->vacant;
            }
        }
      if (above != NULL && !esp_forest_is_unit (self, node))
        add_own (above, self->flags[node]);
    }
}

/**
 * esp_forest_get_color:
 * @kind: an #EspPlaceKind
 *
 * Returns: the colour of seats there
 */
EspColor
esp_forest_get_color (guint kind)
{
  switch ((EspPlaceKind) kind)
    {
    case ESP_PLACE_PMO:
      return ESP_COLOR_PMO;
    case ESP_PLACE_COE:
      return ESP_COLOR_COE;
    case ESP_PLACE_PROGRAM:
      return ESP_COLOR_PROGRAM;
    case ESP_PLACE_DEPARTMENT:
      return ESP_COLOR_DEPARTMENT;
    case ESP_PLACE_NONE:
    case ESP_PLACE_N_KINDS:
    default:
      return ESP_COLOR_COMPANY;
    }
}

/**
 * esp_forest_get_totals:
 * @self: a forest
 * @node: a node
 * @totals: (out caller-allocates): what is below it
 *
 * Time: O(1).
 */
void
esp_forest_get_totals (const EspForest *self,
                       EspNodeIx        node,
                       EspTotals       *totals)
{
  *totals = (EspTotals){ .direct = self->tree.n_children[node], .color = ESP_COLOR_WIRE };
  if (is_inner (self, node))
    {
      const EspForestTotals *own = &self->totals[get_rank (self, node)];

      totals->total = own->total;
      totals->seats = own->seats;
      totals->vacant = own->vacant;
      if (own->seats > 0)
        totals->color = esp_forest_get_color (own->kind);
    }
}

/**
 * esp_forest_get_level:
 * @self: a forest
 * @node: a node
 *
 * Time: O(log levels).
 *
 * Returns: 1 for roots
 */
guint
esp_forest_get_level (const EspForest *self,
                      EspNodeIx        node)
{
  guint low = 0;
  guint high = self->n_levels;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->level_starts[middle] <= node)
        low = middle;
      else
        high = middle;
    }
  return low + 1;
}

/**
 * esp_forest_get_size:
 * @self: a forest
 *
 * Returns: bytes of its arrays
 */
gsize
esp_forest_get_size (const EspForest *self)
{
  gsize per_node = 3 * sizeof (guint32) + sizeof (guint32) + sizeof (guint16);
  gsize n_words = self->tree.n / 64 + 1;

  return self->tree.n * per_node + (self->n_position_slots + 2 * (gsize) self->n_unit_slots) * sizeof (guint32)
         + self->n_unit_slots * sizeof (guint16) + (self->n_levels + 1) * sizeof (EspNodeIx)
         + n_words * (sizeof (guint64) + sizeof (guint32)) + self->n_inner * sizeof (EspForestTotals);
}
