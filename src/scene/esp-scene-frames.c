/* esp-scene-frames.c — the outlines of units in the reporting chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-scene"

#include "scene/esp-scene-private.h"

#define PADDING 18.0 /* around cards */
#define STEP    6.0  /* around the frames inside of one */
#define TAB_HEIGHT 24.0
#define N_MAX_FILLED 3

/* Beyond this many shown nodes frames would be dust, and are not made. */
#define N_MAX_NODES 50000

/* So often parts are taken apart that have others between their own. */
#define N_MAX_ROUNDS 16

/* One frame in the making: part of a unit below one node, or below neighbours. */
typedef struct
{
  EspFrame frame;
  guint32  outer; /* the part of the unit above in which it begins, G_MAXUINT32 */
  guint32  first; /* the node it begins with */
  EspRect  inner; /* around the frames in it and their tabs; without a width: none */
} Part;

/* The parts that a node is in, of its unit and of those above, outermost last; as an index into an array of all. */
typedef struct
{
  guint32 first;
  guint32 n;
} PartsOfNode;

/* What is made while frames are looked for */
typedef struct
{
  PartsOfNode *of_nodes;
  GArray      *parts;  /* Part */
  GArray      *all;    /* guint32: parts of nodes */
  GArray      *units;  /* EspIx: around one node */
  GHashTable  *single; /* (node, unit) of parts that are one node, since others stand between what is below it */
} Frames;

static gpointer
get_part_key (guint32 first,
              EspIx   unit)
{
  return GSIZE_TO_POINTER ((gsize) first << 32 | unit);
}

static guint32
find_part (const GArray *parts,
           const GArray *all,
           PartsOfNode   of_node,
           EspIx         unit)
{
  for (guint32 i = 0; i < of_node.n; i++)
    {
      guint32 part = g_array_index (all, guint32, of_node.first + i);

      if (g_array_index (parts, Part, part).frame.unit == unit)
        return part;
    }
  return G_MAXUINT32;
}

/* The units around a position, innermost first; a ring ends where it comes round. */
static void
collect_units (EspScene *self,
               EspIx     position,
               GArray   *units)
{
  EspIx unit = esp_position_get_unit (self->organization, position);

  g_array_set_size (units, 0);
  while (unit != ESP_IX_NONE)
    {
      for (guint i = 0; i < units->len; i++)
        {
          if (g_array_index (units, EspIx, i) == unit)
            return;
        }
      g_array_append_val (units, unit);
      unit = esp_unit_get_parent (self->organization, unit);
    }
}

/* The part of another node that may be that of this one, too */
static guint32
find_open_part (Frames  *frames,
                guint32  ix,
                EspIx    unit)
{
  guint32 part = find_part (frames->parts, frames->all, frames->of_nodes[ix], unit);

  if (part == G_MAXUINT32 || g_hash_table_contains (frames->single, get_part_key (g_array_index (frames->parts, Part, part).first, unit)))
    return G_MAXUINT32;
  return part;
}

/* Puts a node into the parts its parent is in, or the neighbour before it, or begins new ones, from the outermost unit inwards. */
static void
add_node (EspScene *self,
          guint32   ix,
          Frames   *frames)
{
  const EspShown *shown = self->shown;
  GArray *parts = frames->parts, *all = frames->all, *units = frames->units;
  PartsOfNode *of_nodes = frames->of_nodes;
  guint32 parent = shown->tree.parent[ix];
  gboolean has_neighbour = parent != ESP_NODE_NONE && ix > shown->tree.first_child[parent];
  EspRect rect = esp_layout_get_rect (&shown->input, &shown->layout, ix);
  guint32 outer = G_MAXUINT32;

  collect_units (self, esp_forest_get_row (self->forest, esp_shown_get_node (shown, ix)), units);
  of_nodes[ix] = (PartsOfNode){ all->len, units->len };
  for (guint i = units->len; i-- > 0;)
    {
      EspIx unit = g_array_index (units, EspIx, i);
      guint32 part = parent != ESP_NODE_NONE ? find_open_part (frames, parent, unit) : G_MAXUINT32;

      if (part == G_MAXUINT32 && has_neighbour && find_part (parts, all, of_nodes[parent], unit) != G_MAXUINT32)
        part = find_open_part (frames, ix - 1, unit);
      if (part != G_MAXUINT32 && g_array_index (parts, Part, part).outer != outer)
        part = G_MAXUINT32; /* the part around it ended */
      if (part == G_MAXUINT32)
        {
          Part new_part = { .frame = { .unit = unit, .rect = rect }, .outer = outer, .first = ix };

          part = parts->len;
          g_array_append_val (parts, new_part);
        }
      g_array_index (parts, Part, part).frame.rect = esp_rect_union (&g_array_index (parts, Part, part).frame.rect, &rect);
      g_array_index (parts, Part, part).frame.n_positions++;
      g_array_append_val (all, part);
      outer = part;
    }
}

/* Inner parts have greater numbers than those around them: pads from the inside out, so that every frame has its room. */
static void
pad_parts (GArray *parts)
{
  for (guint i = parts->len; i-- > 0;)
    {
      Part *part = &g_array_index (parts, Part, i);

      part->frame.cards = part->frame.rect;
      part->frame.rect = esp_rect_grow (&part->frame.rect, PADDING);
      if (part->inner.width > 0)
        {
          EspRect inner = esp_rect_grow (&part->inner, STEP);

          part->frame.rect = esp_rect_union (&part->frame.rect, &inner);
        }
      if (part->outer != G_MAXUINT32)
        {
          EspRect *around = &g_array_index (parts, Part, part->outer).inner;
          EspRect with_tab = part->frame.rect;

          with_tab.y -= TAB_HEIGHT;
          with_tab.height += TAB_HEIGHT;
          *around = around->width > 0 ? esp_rect_union (around, &with_tab) : with_tab;
        }
    }
}

static void
number_parts (EspScene *self,
              GArray   *parts)
{
  g_autofree guint32 *n_parts = g_new0 (guint32, MAX (self->forest->n_unit_slots, 1));

  for (guint i = 0; i < parts->len; i++)
    {
      Part *part = &g_array_index (parts, Part, i);

      part->frame.part = ++n_parts[part->frame.unit];
      part->frame.depth = part->outer != G_MAXUINT32 ? g_array_index (parts, Part, part->outer).frame.depth + 1 : 0;
      part->frame.is_filled = part->frame.depth < N_MAX_FILLED;
    }
  for (guint i = 0; i < parts->len; i++)
    {
      EspFrame *frame = &g_array_index (parts, Part, i).frame;

      frame->n_parts = n_parts[frame->unit];
      g_array_append_vals (self->frames, frame, 1);
    }
}

/* Marks the parts around which a frame would hold cards of others; they are taken apart at their first node. */
static gboolean
find_broken (EspScene *self,
             Frames   *frames)
{
  const EspShown *shown = self->shown;
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (EspSpatialItem));
  gboolean found = FALSE;

  for (guint32 i = 0; i < frames->parts->len; i++)
    {
      const Part *part = &g_array_index (frames->parts, Part, i);
      gboolean is_whole = TRUE;

      if (part->frame.n_positions == 1)
        continue;
      g_array_set_size (items, 0);
      esp_spatial_query (shown->spatial, &part->frame.rect, 0.0, items);
      for (guint k = 0; k < items->len && is_whole; k++)
        {
          const EspSpatialItem *item = &g_array_index (items, EspSpatialItem, k);

          for (guint32 ix = item->first; ix < item->first + item->count && is_whole; ix++)
            is_whole = find_part (frames->parts, frames->all, frames->of_nodes[ix], part->frame.unit) == i;
        }
      if (!is_whole)
        found |= g_hash_table_add (frames->single, get_part_key (part->first, part->frame.unit));
    }
  return found;
}

static void
collect_parts (EspScene *self,
               Frames   *frames)
{
  guint rounds = 0;

  do
    {
      g_array_set_size (frames->parts, 0);
      g_array_set_size (frames->all, 0);
      for (guint32 ix = 0; ix < self->shown->tree.n; ix++)
        add_node (self, ix, frames);
    }
  while (find_broken (self, frames) && ++rounds < N_MAX_ROUNDS);
}

static void
make_frames (EspScene *self)
{
  const EspShown *shown = _esp_scene_get_shown (self);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (EspIx));
  g_autoptr (GHashTable) single = g_hash_table_new (NULL, NULL);
  g_autofree PartsOfNode *of_nodes = NULL;
  Frames frames;

  self->frames = g_array_new (FALSE, FALSE, sizeof (EspFrame));
  if (self->options.chart != ESP_CHART_REPORTING || !self->options.frames || shown->tree.n > N_MAX_NODES)
    return;

  of_nodes = g_new0 (PartsOfNode, MAX (shown->tree.n, 1));
  frames = (Frames){ of_nodes, parts, all, units, single };
  collect_parts (self, &frames);
  pad_parts (parts);
  number_parts (self, parts);
}

/**
 * esp_scene_get_frames:
 * @self: a scene
 * @n: (out): how many there are
 *
 * Finds the frames of units in the reporting chart, if the options ask for them: one for each contiguous part of a unit, those of the units above around
 * it. A part between whose cards others stand is several, so that no frame holds what is not of its unit. Outer frames come before inner ones. A frame may reach beyond the bounds of the scene, by its padding.
 *
 * Time: O(shown nodes × nested units) for each time that parts are taken apart, the first time after a fold.
 *
 * Returns: (transfer none) (array length=n): the frames; valid until the next fold or change
 */
const EspFrame *
esp_scene_get_frames (EspScene *self,
                      guint32  *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  _esp_scene_get_shown (self);
  if (self->frames == NULL)
    make_frames (self);
  *n = self->frames->len;
  return (const EspFrame *) self->frames->data;
}
