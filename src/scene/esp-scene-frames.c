/* esp-scene-frames.c — the outlines of units in the reporting chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-scene"

#include "scene/esp-scene-private.h"

#define PADDING 18.0
#define TAB_HEIGHT 24.0
#define N_MAX_FILLED 3

/* Beyond this many shown nodes frames would be dust, and are not made. */
#define N_MAX_NODES 50000

/* One frame in the making: part of a unit below one node. */
typedef struct
{
  EspFrame frame;
  guint32  outer; /* the part of the unit above in which it begins, G_MAXUINT32 */
} Part;

/* The parts that a node is in, of its unit and of those above, outermost last; as an index into an array of all. */
typedef struct
{
  guint32 first;
  guint32 n;
} PartsOfNode;

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

/* Puts a node into the parts its parent is in, or begins new ones, from the outermost unit inwards. */
static void
add_node (EspScene    *self,
          guint32      ix,
          PartsOfNode *of_nodes,
          GArray      *parts,
          GArray      *all,
          GArray      *units)
{
  const EspShown *shown = self->shown;
  guint32 parent = shown->tree.parent[ix];
  EspRect rect = esp_layout_get_rect (&shown->input, &shown->layout, ix);
  guint32 outer = G_MAXUINT32;

  collect_units (self, esp_forest_get_row (self->forest, esp_shown_get_node (shown, ix)), units);
  of_nodes[ix] = (PartsOfNode){ all->len, units->len };
  for (guint i = units->len; i-- > 0;)
    {
      EspIx unit = g_array_index (units, EspIx, i);
      guint32 part = parent != ESP_NODE_NONE ? find_part (parts, all, of_nodes[parent], unit) : G_MAXUINT32;

      if (part == G_MAXUINT32)
        {
          Part new_part = { .frame = { .unit = unit, .rect = rect }, .outer = outer };

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

      part->frame.rect = esp_rect_grow (&part->frame.rect, PADDING);
      if (part->outer != G_MAXUINT32)
        {
          EspRect *around = &g_array_index (parts, Part, part->outer).frame.rect;
          EspRect with_tab = part->frame.rect;

          with_tab.y -= TAB_HEIGHT;
          with_tab.height += TAB_HEIGHT;
          *around = esp_rect_union (around, &with_tab);
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

static void
make_frames (EspScene *self)
{
  const EspShown *shown = _esp_scene_get_shown (self);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (EspIx));
  g_autofree PartsOfNode *of_nodes = NULL;

  self->frames = g_array_new (FALSE, FALSE, sizeof (EspFrame));
  if (self->options.chart != ESP_CHART_REPORTING || !self->options.frames || shown->tree.n > N_MAX_NODES)
    return;

  of_nodes = g_new0 (PartsOfNode, MAX (shown->tree.n, 1));
  for (guint32 ix = 0; ix < shown->tree.n; ix++)
    add_node (self, ix, of_nodes, parts, all, units);
  pad_parts (parts);
  number_parts (self, parts);
}

/**
 * esp_scene_get_frames:
 * @self: a scene
 * @n: (out): how many there are
 *
 * Finds the frames of units in the reporting chart, if the options ask for them: one for each contiguous part of a unit, those of the units above around
 * it. Outer frames come before inner ones. A frame may reach beyond the bounds of the scene, by its padding.
 *
 * Time: O(shown nodes × nested units), the first time after a fold.
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
