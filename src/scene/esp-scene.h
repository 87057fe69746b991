/* esp-scene.h — a chart before it is drawn: forest, folds, rectangles, lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue/esp-catalogue.h"
#include "core/esp-geometry.h"
#include "core/esp-types.h"
#include "insight/esp-placement.h"
#include "organization/esp-organization.h"
#include "scene/esp-filter.h"

G_BEGIN_DECLS

/**
 * EspScene:
 *
 * The rules of the chart, applied to one organization: which node hangs where, what is folded, where every card stands, which wires and lines join them.
 * Only the scene knows how an organization becomes rectangles; the screen and the exporters draw the same scene.
 *
 * **Nodes** are numbered breadth first, siblings side by side in reading order; the number is an #EspNodeIx. Node numbers change when the forest is built
 * again (esp_scene_update() says so); the row behind an item (esp_scene_get_row()) does not.
 *
 * **Items** are what can be focused, selected and read: the card of a position or the plate of a unit. In the structure chart a unit with a head is one node
 * with two items: the plate, and the head's card docked below it (the unit's first child for focus and screen readers). An #EspItem is a plain number:
 * twice the node, plus one for a docked head.
 *
 * **Geometry** is laid out when it is first asked for after a fold: O(visible nodes). All rectangles are in world pixels; x grows to the right and y down
 * whatever the direction and the language.
 *
 * Threads: one at a time. esp_scene_new() may run in a worker if nobody changes the organization meanwhile.
 */
typedef struct _EspScene EspScene;

typedef guint32 EspItem;

/* A row as a small number: its slot, and whether it is a unit's */
#define ESP_SCENE_ROW_IS_UNIT  (1u << 31)
#define ESP_SCENE_ROW_TABLE(row) (((row) & ESP_SCENE_ROW_IS_UNIT) != 0 ? ESP_TABLE_UNITS : ESP_TABLE_POSITIONS)
#define ESP_SCENE_ROW_IX(row)  ((EspIx) ((row) & ~ESP_SCENE_ROW_IS_UNIT))

#define ESP_ITEM_NONE G_MAXUINT32

#define ESP_ITEM(node)         ((EspItem) (node) << 1)
#define ESP_ITEM_HEAD(node)    (((EspItem) (node) << 1) | 1u)
#define ESP_ITEM_NODE(item)    ((EspNodeIx) ((item) >> 1))
#define ESP_ITEM_IS_HEAD(item) (((item) & 1u) != 0)

typedef enum
{
  ESP_CHART_STRUCTURE, /* nodes are units and positions */
  ESP_CHART_REPORTING, /* nodes are positions; the solid line shapes the chart */
} EspChartKind;

typedef enum
{
  ESP_DENSITY_COMPACT,
  ESP_DENSITY_COMFORTABLE,
  ESP_DENSITY_SPACIOUS,
} EspDensity;

/* What the colours of cards and blocks stand for; see esp-lens.h */
typedef enum
{
  ESP_LENS_PLACEMENT, /* where program-management seats stand */
  ESP_LENS_UNIT_KIND,
  ESP_LENS_FUNCTION,
  ESP_LENS_SCOPE,
  ESP_LENS_ROLE_FAMILY,
  ESP_LENS_LEVEL,
  ESP_LENS_SPAN,
  ESP_LENS_VACANCY,
  ESP_N_LENSES
} EspLens;

/**
 * EspSceneOptions:
 * @chart: which forest
 * @direction: which way it grows
 * @arrange: for what hangs below a node that does not say itself; %ESP_ARRANGEMENT_DEFAULT lets the scene choose: a row, but a column or a block for many
 *   nodes without anything below them
 * @density: size of cards and gaps
 * @mirrored: right to left: first sibling at the right; directions right and left are swapped
 * @frames: unit frames (reporting chart)
 * @color_by: what the colours stand for; files keep to placement
 * @hide_empty_units: units without positions in their whole branch get no plate (structure chart)
 * @text_scale: size of the system's font relative to 11 pt; heights grow by whole 6 px steps
 * @aspect: width to height of the window, for groves and blocks
 * @n_cards_first: at first open everything is unfolded if it fits so many cards…
 * @n_cards_levels: …else as many whole levels as fit this number
 * @n_children_max: of what hangs from one node so many are shown at first, and a stand-in for the rest; 0: all
 */
typedef struct
{
  EspChartKind   chart;
  EspDirection   direction;
  EspArrangement arrange;
  EspDensity     density;
  gboolean       mirrored;
  gboolean       frames;
  EspLens        color_by;
  gboolean       hide_empty_units;
  double         text_scale;
  double         aspect;
  guint          n_cards_first;
  guint          n_cards_levels;
  guint          n_children_max;
} EspSceneOptions;

/* structure, down, default, comfortable, …, 1.0, 1.6, 400, 150 */
#define ESP_SCENE_OPTIONS_INIT \
  { .chart = ESP_CHART_STRUCTURE, .direction = ESP_DIRECTION_DOWN, .arrange = ESP_ARRANGEMENT_DEFAULT, .density = ESP_DENSITY_COMFORTABLE, \
    .text_scale = 1.0, .aspect = 1.6, .n_cards_first = 400, .n_cards_levels = 150 }

/* What a node or a position is, besides hanging somewhere */
typedef enum
{
  ESP_NODE_FOLDED      = 1 << 0,
  ESP_NODE_STAFF       = 1 << 1, /* stands beside its parent's line */
  ESP_NODE_ORPHAN      = 1 << 2, /* asks for a parent, unit or manager that is not in the file */
  ESP_NODE_RING        = 1 << 3, /* a ring was cut here */
  ESP_NODE_SELF_REPORT = 1 << 4,
  ESP_NODE_NO_UNIT     = 1 << 5, /* a position without a unit, or with one that does not exist */
  ESP_NODE_SEAT        = 1 << 6, /* a program-management seat (the head's, for a unit) */
  ESP_NODE_VACANT      = 1 << 7,
  ESP_NODE_OUTSIDE     = 1 << 8, /* its solid line leaves its unit (structure chart) and is not the way the chart hangs */
  ESP_NODE_EMPTY_UNIT  = 1 << 9, /* a unit without positions of its own or below */
  ESP_NODE_CONTEXT     = 1 << 15, /* does not match the filter: it is there for what is below it, and is no seat and no vacancy to be counted */
} EspNodeFlags;

/**
 * EspTotals:
 * @direct: nodes directly below; a docked head is not counted
 * @total: positions below, at any depth (a docked head is counted); with a filter, those that match
 * @seats: program-management seats among them
 * @vacant: vacant positions among them
 * @color: where most of the seats stand (%ESP_COLOR_WIRE if there is none): PMO, COE, PROGRAM, DEPARTMENT or COMPANY; an #EspColor
 */
typedef struct
{
  guint32 direct;
  guint32 total;
  guint32 seats;
  guint32 vacant;
  guint32 color;
} EspTotals;

/* Of everything in the scene or of what is shown; seats by where they stand. With a filter, of what matches. */
typedef struct
{
  guint32 units;
  guint32 positions;
  guint32 vacant;
  guint32 seats;
  guint32 seats_pmo;
  guint32 seats_coe;
  guint32 seats_program;
  guint32 seats_department;
  guint32 seats_elsewhere; /* no unit, or only in a company or division */
  guint32 internal;        /* seats that say so */
  guint32 external;
  guint32 empty_units;
  guint32 orphans;
  guint32 rings;
  guint32 self_reports;
} EspSceneCounts;

/* Building. @cancel: (nullable): set to non-zero from any thread to stop early; the result is then NULL. */
EspScene        *esp_scene_new               (EspOrganization       *organization,
                                              EspCatalogue          *catalogue,
                                              const EspSceneOptions *options,
                                              const gint            *cancel);
EspScene        *esp_scene_new_filtered      (EspOrganization       *organization,
                                              EspCatalogue          *catalogue,
                                              const EspSceneOptions *options,
                                              EspFilter             *filter,
                                              const gint            *cancel);
EspScene        *esp_scene_ref               (EspScene              *self);
void             esp_scene_unref             (EspScene              *self);
gboolean         esp_scene_update            (EspScene              *self,
                                              const EspChange       *change);
gboolean         esp_scene_set_options       (EspScene              *self,
                                              const EspSceneOptions *options);

void             esp_scene_set_filter        (EspScene              *self,
                                              EspFilter             *filter);

EspFilter       *esp_scene_get_filter        (EspScene              *self);
gboolean         esp_scene_has_match         (EspScene              *self);
const EspSceneOptions *esp_scene_get_options (EspScene              *self);
EspOrganization *esp_scene_get_organization  (EspScene              *self);
EspCatalogue    *esp_scene_get_catalogue     (EspScene              *self);
EspPlacements   *esp_scene_get_placements    (EspScene              *self);
const EspSceneCounts *esp_scene_get_counts   (EspScene              *self);
gsize            esp_scene_get_size          (EspScene              *self);

/* Nodes, whether shown or not. All O(1) unless said otherwise. */
guint32          esp_scene_get_n_nodes       (EspScene              *self);
guint32          esp_scene_get_n_roots       (EspScene              *self); /* nodes 0 … n - 1 */
EspNodeIx        esp_scene_get_parent        (EspScene              *self,
                                              EspNodeIx              node);
EspNodeIx        esp_scene_get_children      (EspScene              *self,
                                              EspNodeIx              node,
                                              guint32               *n);
guint            esp_scene_get_level         (EspScene              *self,
                                              EspNodeIx              node);
guint            esp_scene_get_n_levels      (EspScene              *self);
EspNodeFlags     esp_scene_get_flags         (EspScene              *self,
                                              EspNodeIx              node);
EspIx            esp_scene_get_unit          (EspScene              *self,
                                              EspNodeIx              node);
EspIx            esp_scene_get_head          (EspScene              *self,
                                              EspNodeIx              node);
EspNodeFlags     esp_scene_get_item_flags    (EspScene              *self,
                                              EspItem                item); /* of the row behind it */
void             esp_scene_get_totals        (EspScene              *self,
                                              EspNodeIx              node,
                                              EspTotals             *totals);

/* Items: a position's card, a unit's plate, a docked head's card */
EspIx            esp_scene_get_row           (EspScene              *self,
                                              EspItem                item,
                                              EspTable              *table);
EspItem          esp_scene_find              (EspScene              *self,
                                              EspTable               table,
                                              EspIx                  ix);
guint            esp_scene_get_item_level    (EspScene              *self,
                                              EspItem                item);
guint32          esp_scene_get_item_position (EspScene              *self,
                                              EspItem                item,
                                              guint32               *n);

/* Steps in reading order among what is shown (nothing inside a folded branch); ESP_ITEM_NONE at the ends.
 * Next and previous are siblings; after and before walk through the whole chart, parents before what hangs from them. */
EspItem          esp_scene_first             (EspScene              *self);
EspItem          esp_scene_last              (EspScene              *self);
EspItem          esp_scene_parent            (EspScene              *self,
                                              EspItem                item);
EspItem          esp_scene_first_child       (EspScene              *self,
                                              EspItem                item);
EspItem          esp_scene_next              (EspScene              *self,
                                              EspItem                item);
EspItem          esp_scene_previous          (EspScene              *self,
                                              EspItem                item);
EspItem          esp_scene_after             (EspScene              *self,
                                              EspItem                item);
EspItem          esp_scene_before            (EspScene              *self,
                                              EspItem                item);
gboolean         esp_scene_is_shown          (EspScene              *self,
                                              EspItem                item);
void             esp_scene_list_shown        (EspScene              *self,
                                              GArray                *rows);
EspItem          esp_scene_get_shown         (EspScene              *self,
                                              EspItem                item);

/* Folding. The layout follows at the next question about geometry; keep the node still by its rectangle before and after. */
gboolean         esp_scene_can_fold          (EspScene              *self,
                                              EspNodeIx              node);
gboolean         esp_scene_is_folded         (EspScene              *self,
                                              EspNodeIx              node);
gboolean         esp_scene_set_folded        (EspScene              *self,
                                              EspNodeIx              node,
                                              gboolean               folded);
void             esp_scene_fold_below        (EspScene              *self,
                                              EspNodeIx              node,
                                              gboolean               folded);
void             esp_scene_fold_to_level     (EspScene              *self,
                                              guint                  level);
void             esp_scene_fold_first        (EspScene              *self);
gboolean         esp_scene_reveal            (EspScene              *self,
                                              EspItem                item);

/* Very wide managers */
guint32          esp_scene_get_n_more        (EspScene              *self,
                                              EspNodeIx              node);
gboolean         esp_scene_show_more         (EspScene              *self,
                                              EspNodeIx              node);
GArray          *esp_scene_list_wide         (EspScene              *self);
void             esp_scene_take_wide         (EspScene              *self,
                                              GArray                *rows);

/* Isolating a branch: nothing else is shown. ESP_NODE_NONE shows everything again. */
EspNodeIx        esp_scene_get_top           (EspScene              *self);
void             esp_scene_set_top           (EspScene              *self,
                                              EspNodeIx              top);

/* Marks: positions that were found */
void             esp_scene_set_marks         (EspScene              *self,
                                              const EspIx           *positions,
                                              guint                  n);
guint            esp_scene_get_n_marks       (EspScene              *self);
gboolean         esp_scene_is_marked         (EspScene              *self,
                                              EspItem                item);
guint32          esp_scene_get_n_marked_below (EspScene             *self,
                                              EspNodeIx              node);
void             esp_scene_keep_present      (EspScene              *self,
                                              GArray                *positions);

/* Geometry of what is shown */
void             esp_scene_layout            (EspScene              *self);
guint32          esp_scene_get_generation    (EspScene              *self);
guint32          esp_scene_get_n_shown       (EspScene              *self); /* nodes */
void             esp_scene_get_bounds        (EspScene              *self,
                                              EspRect               *bounds);
gboolean         esp_scene_get_node_rect     (EspScene              *self,
                                              EspNodeIx              node,
                                              EspRect               *rect);
gboolean         esp_scene_get_item_rect     (EspScene              *self,
                                              EspItem                item,
                                              EspRect               *rect);
gboolean         esp_scene_get_branch_rect   (EspScene              *self,
                                              EspNodeIx              node,
                                              EspRect               *rect);
EspItem          esp_scene_hit               (EspScene              *self,
                                              double                 world_x,
                                              double                 world_y);
EspItem          esp_scene_nearest           (EspScene              *self,
                                              double                 world_x,
                                              double                 world_y);

/**
 * EspVisible:
 * @node: the first node
 * @count: 1: this node alone; more: a run of neighbours, too small to tell apart, to be painted as one block
 * @rect: around the boxes of these nodes (plate and docked head together)
 * @seats: program-management seats among these nodes; under another lens than placement the positions of the class in @color
 * @marks: marked positions among these nodes and inside of those that are folded
 * @color: where most of the seats stand, or the class that most have; %ESP_COLOR_WIRE without any: an #EspColor
 */
typedef struct
{
  EspNodeIx node;
  guint32   count;
  guint32   seats;
  guint32   marks;
  guint32   color;
  EspRect   rect;
} EspVisible;

/**
 * EspBranchName:
 * @item: the plate or card whose branch it is
 * @rect: around the whole branch
 * @text: (borrowed): name of the unit or of the manager
 */
typedef struct
{
  EspItem     item;
  EspRect     rect;
  const char *text;
} EspBranchName;

guint            esp_scene_query             (EspScene              *self,
                                              const EspRect         *world,
                                              double                 min_size,
                                              GArray                *out);
guint            esp_scene_query_names       (EspScene              *self,
                                              const EspRect         *world,
                                              double                 min_width,
                                              guint                  max,
                                              GArray                *out);

/**
 * EspWire:
 * @node: whose wire it is: the parent, for what its children share; the child, for its own last piece
 * @n_points: 2 … %ESP_WIRE_MAX_POINTS
 * @points: the bends; every piece is horizontal or vertical; inner bends may be rounded
 *
 * One stroke of the solid wires.
 */
#define ESP_WIRE_MAX_POINTS 8

typedef struct
{
  EspNodeIx node;
  guint32   n_points;
  EspPoint  points[ESP_WIRE_MAX_POINTS];
} EspWire;

guint            esp_scene_query_wires       (EspScene              *self,
                                              const EspRect         *world,
                                              double                 min_size,
                                              GArray                *out);
guint            esp_scene_get_chain         (EspScene              *self,
                                              EspItem                item,
                                              GArray                *out);

#define ESP_ROUTE_MAX_POINTS 64

/**
 * EspRoute:
 * @kind: of the line
 * @from: the item shown for the position that has the line (itself, or the folded card it is inside of); ESP_ITEM_NONE: not in this view
 * @to: the item shown for the far end; ESP_ITEM_NONE: not in this view
 * @from_position: the position that has the line
 * @to_position: the far end
 * @count: lines drawn as this one: 1, or more at a folded card or where several ends are not in view
 * @is_folded: an end is inside a folded branch: drawn thinner, with @count
 * @is_stub: one end is not in this view: a stub of 18 px with the other end's name
 * @is_rough: how it runs was not looked for closely: it may run over cards
 * @n_points: 2 … %ESP_ROUTE_MAX_POINTS
 * @points: (borrowed): from the one end to the far end, every piece horizontal or vertical
 *
 * A secondary line as it is drawn.
 */
typedef struct
{
  EspLineKind kind;
  EspItem     from;
  EspItem     to;
  EspIx       from_position;
  EspIx       to_position;
  guint32     count;
  gboolean    is_folded;
  gboolean    is_stub;
  gboolean    is_rough;
  guint32     n_points;
  const EspPoint *points;
} EspRoute;

/* Which kinds of secondary lines are left out: bits 1 << #EspLineKind */
void             esp_scene_set_hidden_lines  (EspScene              *self,
                                              guint                  kinds);
void             esp_scene_count_lines       (EspScene              *self,
                                              guint32                counts[ESP_LINE_N_KINDS]);
guint32          esp_scene_get_n_routes      (EspScene              *self);
const EspRoute  *esp_scene_get_routes        (EspScene              *self,
                                              guint32               *n);
guint            esp_scene_query_routes      (EspScene              *self,
                                              const EspRect         *world,
                                              GPtrArray             *out);
void             esp_scene_lead_around       (EspScene              *self,
                                              EspRoute              *route);
guint            esp_scene_query_bundles     (EspScene              *self,
                                              const EspRect         *world,
                                              guint                  max,
                                              GPtrArray             *out);
guint            esp_scene_get_item_routes   (EspScene              *self,
                                              EspItem                item,
                                              GArray                *out);
char            *esp_scene_get_route_text    (EspScene              *self,
                                              const EspRoute        *route);
gboolean         esp_scene_get_outside_route (EspScene              *self,
                                              EspItem                item,
                                              EspRoute              *route);

/**
 * EspFrame:
 * @unit: the unit
 * @rect: outline of one contiguous part, the tab not included
 * @cards: around its cards alone
 * @part: 1 … @n_parts
 * @n_parts: how many parts the unit falls into
 * @n_positions: positions in this part
 * @depth: frames around it
 * @is_filled: at most three nested frames are
 *
 * A unit's frame in the reporting chart.
 */
typedef struct
{
  EspIx    unit;
  EspRect  rect;
  EspRect  cards;
  guint32  part;
  guint32  n_parts;
  guint32  n_positions;
  guint32  depth;
  gboolean is_filled;
} EspFrame;

const EspFrame  *esp_scene_get_frames        (EspScene              *self,
                                              guint32               *n);

/**
 * EspHeading:
 * @rect: where it stands
 * @count: how many nodes it is over
 *
 * Words over a part of the chart: the block of roots with nobody above or below.
 */
typedef struct
{
  EspRect rect;
  guint32 count;
} EspHeading;

gboolean         esp_scene_get_heading       (EspScene              *self,
                                              EspHeading            *heading);

/* Of what is within a rectangle: units, positions, vacant, seats and where they stand; the other counts are 0. */
void             esp_scene_count_visible     (EspScene              *self,
                                              const EspRect         *world,
                                              EspSceneCounts        *counts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspScene, esp_scene_unref)

G_END_DECLS
