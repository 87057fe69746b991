/* esp-metrics.c — sizes of cards, plates and gaps by density and text size: always multiples of 6
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-scene"

#include "scene/esp-scene-private.h"

#include <math.h>

#define GRID 6.0
#define BODY_PX (11.0 * 96.0 / 72.0) /* 11 pt */
#define CAPTION_PX 12.0
#define FRAME_ROOM 36.0

/* With fewer cards the table of titles would cost more than it saves. */
#define N_MIN_TO_REMEMBER 4096

static double
scale_line (double line,
            double text_scale)
{
  return line <= 0.0 ? 0.0 : ceil (line * text_scale / GRID - 1e-9) * GRID;
}

static double
to_grid (double gap)
{
  return MAX (GRID, round (gap / GRID) * GRID);
}

static const EspCardMetrics bases[] = {
  [ESP_DENSITY_COMPACT] = { .width = 204, .large_width = 228, .text_x = 18, .top = 6, .unit_line = 0, .serves_line = 0, .gap = 0, .bottom = 6,
                            .plate_height = 48, .title_lines = 1 },
  [ESP_DENSITY_COMFORTABLE] = { .width = 228, .large_width = 264, .text_x = 18, .top = 12, .unit_line = 18, .serves_line = 0, .gap = 6, .bottom = 12,
                                .plate_height = 60, .title_lines = 2 },
  [ESP_DENSITY_SPACIOUS] = { .width = 264, .large_width = 300, .text_x = 66, .top = 12, .unit_line = 18, .serves_line = 18, .gap = 6, .bottom = 12,
                             .plate_height = 60, .initials = 36, .title_lines = 2 },
};

/* Fills the sizes that all cards of these options share. */
void
_esp_metrics_init (EspCardMetrics        *metrics,
                   const EspSceneOptions *options)
{
  double scale = options->text_scale;
  double line = scale_line (18, scale);

  *metrics = bases[options->density];
  metrics->title_line = line;
  metrics->holder_line = line;
  metrics->unit_line = scale_line (metrics->unit_line, scale);
  metrics->serves_line = scale_line (metrics->serves_line, scale);
  metrics->plate_height += 2 * (line - 18);
  metrics->radius = 12;
  metrics->rail_x = 6;
  metrics->rail_inset = 12;
  metrics->title_px = BODY_PX * scale;
  metrics->holder_px = BODY_PX * scale;
  metrics->caption_px = CAPTION_PX * scale;
  metrics->mark = 18;
  metrics->pill_height = line;
  metrics->fold_height = line + GRID;
}

/* Distances of the layout; two thirds of them when compact, on the grid; with room for the padding of frames where there are any. */
void
_esp_metrics_get_gaps (EspGaps               *gaps,
                       const EspSceneOptions *options)
{
  *gaps = (EspGaps) ESP_GAPS_INIT;
  if (options->chart == ESP_CHART_REPORTING && options->frames)
    {
      gaps->sibling += FRAME_ROOM;
      gaps->cousin += 2 * FRAME_ROOM;
      gaps->level += 2 * FRAME_ROOM;
      gaps->staff_row += FRAME_ROOM;
      gaps->staff_side += FRAME_ROOM;
      gaps->root += FRAME_ROOM;
      gaps->column_top += FRAME_ROOM;
      gaps->column_gap += FRAME_ROOM;
      gaps->block_gap += FRAME_ROOM;
    }
  if (options->density == ESP_DENSITY_COMPACT)
    {
      double *gap = (double *) gaps;

      for (guint i = 0; i < sizeof (EspGaps) / sizeof (double); i++)
        gap[i] = to_grid (gap[i] * 2.0 / 3.0);
    }
}

/* The room that a title has; a scope mark takes the end of its first line. */
static double
get_title_width (const EspCardMetrics *metrics)
{
  return metrics->width - metrics->text_x - 12 - metrics->mark - GRID;
}

/* Where the second line of the position's title starts; 0 if one is enough. */
gsize
_esp_metrics_break_title (EspScene *self,
                          EspIx     position)
{
  return esp_text_break (esp_position_get_title (self->organization, position), self->metrics.title_px, TRUE,
                         get_title_width (&self->metrics));
}

/* Whether the title of the node's position, or of its docked head, takes two lines; remembered in the node's flags. */
static gboolean
has_two_lines (EspScene  *self,
               EspNodeIx  node,
               EspIx      position)
{
  guint16 *flags = &self->forest->flags[node];

  if (self->metrics.title_lines < 2)
    return FALSE;
  if ((*flags & ESP_FOREST_MEASURED) == 0)
    *flags |= ESP_FOREST_MEASURED | (_esp_metrics_break_title (self, position) != 0 ? ESP_FOREST_TWO_LINES : 0);
  return (*flags & ESP_FOREST_TWO_LINES) != 0;
}

/* Measures the titles of all that is shown at once: equal titles once. */
void
_esp_metrics_measure_titles (EspScene       *self,
                             const EspShown *shown)
{
  const guint32 *titles = esp_organization_peek_column (self->organization, ESP_TABLE_POSITIONS, ESP_POSITION_TITLE);
  g_autofree guint8 *lines = NULL; /* by title: 0 not measured, else how many */

  if (self->metrics.title_lines < 2 || titles == NULL || shown->tree.n < N_MIN_TO_REMEMBER)
    return;

  lines = g_new0 (guint8, esp_strings_get_n (esp_organization_get_strings (self->organization)));
  for (guint32 i = 0; i < shown->tree.n; i++)
    {
      EspNodeIx node = esp_shown_get_node (shown, i);
      EspIx position = esp_forest_is_unit (self->forest, node) ? esp_forest_get_head (self->forest, node) : esp_forest_get_row (self->forest, node);

      if (position == ESP_IX_NONE || titles[position] == ESP_STR_NONE || (self->forest->flags[node] & ESP_FOREST_MEASURED) != 0)
        continue;
      if (lines[titles[position]] == 0)
        lines[titles[position]] = _esp_metrics_break_title (self, position) != 0 ? 2 : 1;
      self->forest->flags[node] |= ESP_FOREST_MEASURED | (lines[titles[position]] == 2 ? ESP_FOREST_TWO_LINES : 0);
    }
}

static double
get_card_height (EspScene  *self,
                 EspNodeIx  node,
                 EspIx      position)
{
  const EspCardMetrics *m = &self->metrics;
  double height = m->top + m->title_line * (has_two_lines (self, node, position) ? 2 : 1) + m->holder_line + m->bottom;

  if (m->unit_line > 0)
    height += m->gap + m->unit_line;
  if (m->serves_line > 0)
    height += m->gap + m->serves_line;
  return height;
}

/* Height of the docked head's card; 0 without one. */
double
_esp_metrics_get_head (EspScene  *self,
                       EspNodeIx  node)
{
  EspIx head = _esp_scene_get_head (self, node);

  return head != ESP_IX_NONE ? get_card_height (self, node, head) : 0.0;
}

/* Size of a node: a card, or a plate with the head docked to it. */
void
_esp_metrics_get_size (EspScene  *self,
                       EspNodeIx  node,
                       float     *width,
                       float     *height)
{
  const EspCardMetrics *m = &self->metrics;
  EspIx row = esp_forest_get_row (self->forest, node);
  EspUnitKind kind;

  if (esp_scene_get_n_more (self, node) > 0)
    {
      *width = (float) m->width;
      *height = (float) m->plate_height;
      return;
    }
  if (!esp_forest_is_unit (self->forest, node))
    {
      *width = (float) m->width;
      *height = (float) get_card_height (self, node, row);
      return;
    }
  kind = esp_unit_get_kind (self->organization, row);
  *width = (float) (kind == ESP_UNIT_KIND_COMPANY || kind == ESP_UNIT_KIND_DIVISION ? m->large_width : m->width);
  *height = (float) (m->plate_height + _esp_metrics_get_head (self, node));
}

/**
 * esp_scene_get_metrics:
 * @scene: a scene
 *
 * Returns: (transfer none): where the parts of its cards stand; changes with the options
 */
const EspCardMetrics *
esp_scene_get_metrics (EspScene *scene)
{
  g_return_val_if_fail (scene != NULL, NULL);

  return &scene->metrics;
}
