/* esp-forest.c — the structure chart and the reporting chart as forests: rules 3 to 5, 8 and 9
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-scene"

#include "scene/esp-forest.h"

#include "scene/esp-forest-rules.h"

#include <string.h>

/* Siblings stand by group, then in the order of the document. */
typedef enum
{
  GROUP_ROOT,
  GROUP_LONE,
  GROUP_STAFF_OF_HEAD,
  GROUP_STAFF_TOP,
  GROUP_STAFF_UNIT,
  GROUP_OF_HEAD,
  GROUP_TOP,
  GROUP_UNIT,
  N_GROUPS,
  GROUP_ABSENT, /* no node of its own */
} Group;

#define STAFF_SHIFT (GROUP_OF_HEAD - GROUP_STAFF_OF_HEAD)
#define N_ROOTS_IN_ORDER 12

/* Elements are what may become a node: units by slot, then positions by slot. */
typedef struct
{
  const EspForestRules *rules;
  guint32               n_elements;
  guint32              *parents; /* by element: an element, ESP_NODE_NONE */
  guint8               *groups;  /* by element */
  guint8               *matches; /* by slot of positions: 1 or 0; NULL: nothing is asked for */
} Elements;

static void
elements_clear (Elements *self)
{
  g_free (self->parents);
  g_free (self->groups);
  g_free (self->matches);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Elements, elements_clear)

static gboolean
is_docked (const EspForestRules *rules,
           EspIx                 position)
{
  return rules->unit_of[position] != ESP_IX_NONE && rules->unit_head[rules->unit_of[position]] == position;
}

static void
set_element (Elements *self,
             guint32   element,
             guint32   parent,
             Group     group)
{
  self->parents[element] = parent;
  self->groups[element] = parent == ESP_NODE_NONE ? GROUP_ROOT : group;
}

static void
collect_structure (Elements *self,
                   gboolean  hide_empty_units)
{
  const EspForestRules *rules = self->rules;
  const guint32 *staff = esp_organization_peek_column (rules->organization, ESP_TABLE_POSITIONS, ESP_POSITION_STAFF);

  for (guint32 i = 0; i < rules->n_units; i++)
    {
      EspIx unit = rules->units[i];

      if (!hide_empty_units || (rules->unit_flags[unit] & ESP_NODE_EMPTY_UNIT) == 0)
        set_element (self, unit, rules->unit_parent[unit], rules->unit_staff[unit] ? GROUP_STAFF_UNIT : GROUP_UNIT);
    }

  for (guint32 i = 0; i < rules->n_positions; i++)
    {
      EspIx position = rules->positions[i];
      EspIx manager = rules->manager[position];
      EspIx unit = rules->unit_of[position];
      guint32 parent = ESP_NODE_NONE;
      Group group = GROUP_TOP;

      if (is_docked (rules, position))
        continue;

      if (manager != ESP_IX_NONE && rules->unit_of[manager] == unit)
        {
          parent = is_docked (rules, manager) ? unit : rules->n_unit_slots + manager;
          group = GROUP_OF_HEAD;
        }
      else if (unit != ESP_IX_NONE)
        {
          parent = unit;
        }
      else if (manager != ESP_IX_NONE)
        {
          parent = is_docked (rules, manager) ? rules->unit_of[manager] : rules->n_unit_slots + manager;
          group = is_docked (rules, manager) ? GROUP_TOP : GROUP_OF_HEAD;
        }
      if (staff != NULL && staff[position] == ESP_STAFF_YES)
        group -= STAFF_SHIFT;
      set_element (self, rules->n_unit_slots + position, parent, group);
    }
}

/* In the reporting chart a position is staff if it says so, or if it heads a staff unit and reports outside of it. */
static gboolean
is_staff_in_reporting (const EspForestRules *rules,
                       EspIx                 position)
{
  EspStaff staff = esp_organization_get (rules->organization, ESP_TABLE_POSITIONS, position, ESP_POSITION_STAFF);
  EspIx unit = rules->unit_of[position];

  if (staff != ESP_STAFF_DEFAULT)
    return staff == ESP_STAFF_YES;
  return is_docked (rules, position) && rules->unit_staff[unit]
         && (rules->manager[position] == ESP_IX_NONE || rules->unit_of[rules->manager[position]] != unit);
}

static void
collect_reporting (Elements *self)
{
  const EspForestRules *rules = self->rules;

  for (guint32 i = 0; i < rules->n_positions; i++)
    {
      EspIx position = rules->positions[i];
      EspIx manager = rules->manager[position];

      set_element (self, rules->n_unit_slots + position, manager == ESP_IX_NONE ? ESP_NODE_NONE : rules->n_unit_slots + manager,
                   is_staff_in_reporting (rules, position) ? GROUP_STAFF_OF_HEAD : GROUP_OF_HEAD);
    }
}

/* Keeps what matches and what is above it. */
static void
keep_matches (Elements *self)
{
  const EspForestRules *rules = self->rules;
  g_autofree guint8 *kept = g_new0 (guint8, MAX (self->n_elements, 1));

  for (guint32 i = 0; i < rules->n_positions; i++)
    {
      EspIx position = rules->positions[i];
      guint32 element = rules->n_unit_slots + position;

      if (!self->matches[position])
        continue;
      if (self->groups[element] == GROUP_ABSENT) /* docked */
        element = rules->unit_of[position];
      for (; element != ESP_NODE_NONE && !kept[element]; element = self->parents[element])
        kept[element] = 1;
    }
  for (guint32 i = 0; i < self->n_elements; i++)
    if (!kept[i])
      self->groups[i] = GROUP_ABSENT;
}

/* What matches the filter. If nobody does, everything stays to be seen, and nothing of it matches. */
static void
apply_filter (Elements      *self,
              EspFilter     *filter,
              EspPlacements *placements)
{
  guint32 n_matches;

  self->matches = esp_filter_match (filter, self->rules->organization, placements, &n_matches);
  if (n_matches > 0)
    keep_matches (self);
}

static gboolean
is_staff_group (guint group)
{
  return group >= GROUP_STAFF_OF_HEAD && group <= GROUP_STAFF_UNIT;
}

/* A node whose children are all staff has them as ordinary children; of more than twelve roots the lone ones come last. */
static void
settle_groups (Elements *self)
{
  g_autofree guint8 *has_line = g_new0 (guint8, MAX (self->n_elements, 1)); /* by element: 1 staff only, 2 line children */
  guint32 n_roots = 0;

  for (guint32 i = 0; i < self->n_elements; i++)
    {
      if (self->groups[i] == GROUP_ABSENT)
        continue;
      if (self->parents[i] == ESP_NODE_NONE)
        n_roots++;
      else
        has_line[self->parents[i]] |= is_staff_group (self->groups[i]) ? 1 : 2;
    }

  for (guint32 i = 0; i < self->n_elements; i++)
    {
      if (is_staff_group (self->groups[i]) && has_line[self->parents[i]] == 1)
        self->groups[i] += STAFF_SHIFT;
      else if (self->groups[i] == GROUP_ROOT && n_roots > N_ROOTS_IN_ORDER && has_line[i] == 0)
        self->groups[i] = GROUP_LONE;
    }
}

/* All elements that become nodes, by group and within it in document order: units before positions, as in the file. */
static guint32 *
sort_elements (const Elements *self,
               guint32        *n)
{
  const EspForestRules *rules = self->rules;
  guint32 starts[N_GROUPS + 2] = { 0 };
  guint32 *sorted;

  for (guint32 i = 0; i < self->n_elements; i++)
    {
      if (self->groups[i] != GROUP_ABSENT)
        starts[self->groups[i] + 1]++;
    }
  for (guint i = 0; i < N_GROUPS; i++)
    starts[i + 1] += starts[i];

  *n = starts[N_GROUPS];
  sorted = g_new (guint32, MAX (*n, 1));
  for (guint32 i = 0; i < rules->n_units; i++)
    {
      if (self->groups[rules->units[i]] != GROUP_ABSENT)
        sorted[starts[self->groups[rules->units[i]]]++] = rules->units[i];
    }
  for (guint32 i = 0; i < rules->n_positions; i++)
    {
      guint32 element = rules->n_unit_slots + rules->positions[i];

      if (self->groups[element] != GROUP_ABSENT)
        sorted[starts[self->groups[element]]++] = element;
    }
  return sorted;
}

static void
build_tree (EspForest      *self,
            const Elements *elements)
{
  g_autofree guint32 *sorted = NULL;
  g_autofree guint32 *numbers = g_new (guint32, MAX (elements->n_elements, 1)); /* of an element in sorted[] */
  g_autofree EspNodeIx *parents = NULL;
  g_autofree EspNodeIx *order = NULL;
  guint32 n;
  gboolean is_forest;

  sorted = sort_elements (elements, &n);
  for (guint32 i = 0; i < n; i++)
    numbers[sorted[i]] = i;

  parents = g_new (EspNodeIx, MAX (n, 1));
  order = g_new (EspNodeIx, MAX (n, 1));
  for (guint32 i = 0; i < n; i++)
    {
      guint32 parent = elements->parents[sorted[i]];

      parents[i] = parent == ESP_NODE_NONE ? ESP_NODE_NONE : numbers[parent];
    }
  is_forest = esp_tree_init_from_parents (&self->tree, parents, n, order);
  g_assert (is_forest);

  self->rows = g_new (guint32, MAX (n, 1));
  self->flags = g_new0 (guint16, MAX (n, 1));
  for (guint32 node = 0; node < n; node++)
    {
      guint32 element = sorted[order[node]];
      gboolean is_unit = element < elements->rules->n_unit_slots;

      self->rows[node] = is_unit ? element | ESP_FOREST_IS_UNIT : element - elements->rules->n_unit_slots;
      if (is_staff_group (elements->groups[element]))
        self->flags[node] |= ESP_NODE_STAFF;
    }
}

static void
index_rows (EspForest            *self,
            const EspForestRules *rules,
            gboolean              is_structure)
{
  self->n_unit_slots = rules->n_unit_slots;
  self->n_position_slots = rules->n_position_slots;
  self->nodes_of_units = g_new (EspNodeIx, MAX (self->n_unit_slots, 1));
  self->nodes_of_positions = g_new (EspNodeIx, MAX (self->n_position_slots, 1));
  memset (self->nodes_of_units, 0xff, sizeof (EspNodeIx) * self->n_unit_slots);
  memset (self->nodes_of_positions, 0xff, sizeof (EspNodeIx) * self->n_position_slots);
  self->heads = g_new (EspIx, MAX (self->n_unit_slots, 1));
  self->head_flags = g_new0 (guint16, MAX (self->n_unit_slots, 1));
  for (guint32 unit = 0; unit < self->n_unit_slots; unit++)
    self->heads[unit] = is_structure ? rules->unit_head[unit] : ESP_IX_NONE;

  for (EspNodeIx node = 0; node < self->tree.n; node++)
    {
      EspIx row = esp_forest_get_row (self, node);

      if (!esp_forest_is_unit (self, node))
        {
          self->nodes_of_positions[row] = node;
          continue;
        }
      self->nodes_of_units[row] = node;
      if (self->heads[row] != ESP_IX_NONE)
        self->nodes_of_positions[self->heads[row]] = node;
    }
}

static void
find_levels (EspForest *self)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (EspNodeIx));
  EspNodeIx first = 0;
  EspNodeIx end = self->tree.n_roots;

  while (first < end)
    {
      g_array_append_val (starts, first);
      esp_tree_descend (&self->tree, &first, &end);
    }
  self->n_levels = starts->len;
  g_array_append_val (starts, self->tree.n);
  self->level_starts = (EspNodeIx *) g_array_free (starts, FALSE);
}

/* What is read of positions, by slot */
typedef struct
{
  const guint32 *states;  /* NULL: none says */
  const guint32 *holders; /* NULL: none has any */
  const guint8  *matches; /* NULL: all do */
  guint8        *kinds;
  guint8        *seats;
  guint8        *serves;
} Columns;

static void
columns_clear (Columns *self)
{
  g_free (self->kinds);
  g_free (self->seats);
  g_free (self->serves);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Columns, columns_clear)

static void
columns_init (Columns              *self,
              const EspForestRules *rules,
              EspPlacements        *placements)
{
  gsize n = MAX (rules->n_position_slots, 1);

  self->states = esp_organization_peek_column (rules->organization, ESP_TABLE_POSITIONS, ESP_POSITION_STATE);
  self->holders = esp_organization_peek_column (rules->organization, ESP_TABLE_POSITIONS, ESP_POSITION_HOLDERS);
  self->kinds = g_new0 (guint8, n);
  self->seats = g_new0 (guint8, n);
  self->serves = g_new0 (guint8, n);
  esp_placements_fill (placements, &(EspPlacementArrays){ .kinds = self->kinds, .seats = self->seats, .serves = self->serves });
}

/* 0 is the empty list of holders. */
static gboolean
is_vacant (const Columns *columns,
           EspIx          position)
{
  return esp_state_is_vacant (columns->states != NULL ? columns->states[position] : ESP_STATE_DEFAULT, columns->holders != NULL && columns->holders[position] != 0);
}

/* What a position adds to a node's flags. */
static guint16
describe_position (const EspForestRules *rules,
                   const Columns        *columns,
                   EspIx                 position)
{
  guint16 flags = rules->position_flags[position] | (guint16) (columns->kinds[position] << ESP_FOREST_KIND_SHIFT);

  /* what is there for others' sake is not counted as what was asked for */
  if (columns->matches != NULL && !columns->matches[position])
    return flags | ESP_NODE_CONTEXT;
  if (columns->seats[position])
    flags |= ESP_NODE_SEAT;
  if (is_vacant (columns, position))
    flags |= ESP_NODE_VACANT;
  return flags;
}

static void
count_position (EspSceneCounts *counts,
                guint           flags,
                guint           serves)
{
  if (flags & ESP_NODE_CONTEXT)
    return;
  counts->positions++;
  counts->vacant += (flags & ESP_NODE_VACANT) != 0;
  counts->orphans += (flags & ESP_NODE_ORPHAN) != 0;
  counts->rings += (flags & ESP_NODE_RING) != 0;
  counts->self_reports += (flags & ESP_NODE_SELF_REPORT) != 0;
  if ((flags & ESP_NODE_SEAT) == 0)
    return;

  counts->seats++;
  counts->internal += serves == ESP_SERVES_INTERNAL;
  counts->external += serves == ESP_SERVES_EXTERNAL;
  switch ((EspPlaceKind) ((flags & ESP_FOREST_KIND_MASK) >> ESP_FOREST_KIND_SHIFT))
    {
    case ESP_PLACE_PMO:
      counts->seats_pmo++;
      break;
    case ESP_PLACE_COE:
      counts->seats_coe++;
      break;
    case ESP_PLACE_PROGRAM:
      counts->seats_program++;
      break;
    case ESP_PLACE_DEPARTMENT:
      counts->seats_department++;
      break;
    case ESP_PLACE_NONE:
    case ESP_PLACE_N_KINDS:
    default:
      counts->seats_elsewhere++;
      break;
    }
}

/* Plates stand for themselves where a position of the unit matches; others are above such a unit. */
static guint8 *
find_units_with_matches (const EspForestRules *rules,
                         const guint8         *matches)
{
  guint8 *has_match = g_new0 (guint8, MAX (rules->n_unit_slots, 1));

  for (guint32 i = 0; i < rules->n_positions; i++)
    if (matches[rules->positions[i]] && rules->unit_of[rules->positions[i]] != ESP_IX_NONE)
      has_match[rules->unit_of[rules->positions[i]]] = 1;
  return has_match;
}

static void
describe_nodes (EspForest            *self,
                const EspForestRules *rules,
                EspPlacements        *placements,
                const guint8         *matches)
{
  const guint16 of_head = ESP_NODE_SEAT | ESP_NODE_VACANT | ESP_FOREST_KIND_MASK;
  g_autofree guint8 *has_match = matches != NULL ? find_units_with_matches (rules, matches) : NULL;
  g_auto (Columns) columns = { 0 };

  columns_init (&columns, rules, placements);
  columns.matches = matches;
  for (EspNodeIx node = 0; node < self->tree.n; node++)
    {
      EspIx row = esp_forest_get_row (self, node);
      EspIx head = esp_forest_get_head (self, node);

      if (!esp_forest_is_unit (self, node))
        {
          self->flags[node] |= describe_position (rules, &columns, row);
          count_position (&self->counts, self->flags[node], columns.serves[row]);
          continue;
        }
      self->flags[node] |= rules->unit_flags[row];
      if (has_match != NULL && !has_match[row])
        self->flags[node] |= ESP_NODE_CONTEXT;
      self->counts.units++;
      self->counts.empty_units += (rules->unit_flags[row] & ESP_NODE_EMPTY_UNIT) != 0;
      self->counts.orphans += (rules->unit_flags[row] & ESP_NODE_ORPHAN) != 0;
      self->counts.rings += (rules->unit_flags[row] & ESP_NODE_RING) != 0;
      self->counts.self_reports += (rules->unit_flags[row] & ESP_NODE_SELF_REPORT) != 0;
      if (head != ESP_IX_NONE)
        {
          self->head_flags[row] = describe_position (rules, &columns, head);
          self->flags[node] |= self->head_flags[row] & of_head;
          count_position (&self->counts, self->head_flags[row], columns.serves[head]);
        }
    }

  if (matches != NULL)
    return;
  /* without a filter units count whether they have a plate or not */
  self->counts.units = rules->n_units;
  self->counts.empty_units = 0;
  for (guint32 i = 0; i < rules->n_units; i++)
    self->counts.empty_units += (rules->unit_flags[rules->units[i]] & ESP_NODE_EMPTY_UNIT) != 0;
}

/**
 * esp_forest_new:
 * @organization: what hangs
 * @placements: of the same organization
 * @options: which chart
 * @filter: (nullable): what the chart is about
 * @cancel: (nullable): non-zero stops early
 *
 * Time: O(units + positions), without recursion.
 *
 * Returns: (transfer full) (nullable): the forest; %NULL if cancelled
 */
EspForest *
esp_forest_new (EspOrganization       *organization,
                EspPlacements         *placements,
                const EspSceneOptions *options,
                EspFilter             *filter,
                const gint            *cancel)
{
  g_autoptr (EspForestRules) rules = esp_forest_rules_new (organization);
  g_auto (Elements) elements = { .rules = rules };
  EspForest *self;

  if (cancel != NULL && g_atomic_int_get (cancel))
    return NULL;

  elements.n_elements = rules->n_unit_slots + rules->n_position_slots;
  elements.parents = g_new (guint32, MAX (elements.n_elements, 1));
  elements.groups = g_new (guint8, MAX (elements.n_elements, 1));
  memset (elements.groups, GROUP_ABSENT, elements.n_elements);
  if (options->chart == ESP_CHART_STRUCTURE)
    collect_structure (&elements, options->hide_empty_units);
  else
    collect_reporting (&elements);
  if (!esp_filter_is_empty (filter))
    apply_filter (&elements, filter, placements);
  settle_groups (&elements);
  if (cancel != NULL && g_atomic_int_get (cancel))
    return NULL;

  self = g_new0 (EspForest, 1);
  build_tree (self, &elements);
  index_rows (self, rules, options->chart == ESP_CHART_STRUCTURE);
  find_levels (self);
  describe_nodes (self, rules, placements, elements.matches);
  _esp_forest_sum (self);
  return self;
}

void
esp_forest_free (EspForest *self)
{
  esp_tree_clear (&self->tree);
  g_free (self->rows);
  g_free (self->flags);
  g_free (self->nodes_of_positions);
  g_free (self->nodes_of_units);
  g_free (self->heads);
  g_free (self->head_flags);
  g_free (self->level_starts);
  g_free (self->inner);
  g_free (self->inner_ranks);
  g_free (self->totals);
  g_free (self);
}
