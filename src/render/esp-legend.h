/* esp-legend.h — what the colours, marks and lines of a picture mean; private to the room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "render/esp-pen.h"

G_BEGIN_DECLS

#define ESP_LEGEND_MAX 16

typedef enum
{
  ESP_LEGEND_WORDS, /* the heading */
  ESP_LEGEND_PLACE, /* @value: an EspColor */
  ESP_LEGEND_GLYPH, /* @value: an EspGlyph */
  ESP_LEGEND_LINE,  /* @value: an EspLineKind */
} EspLegendKind;

/**
 * EspLegend:
 *
 * The entries, in rows, each at its place from the start of the legend, in world px.
 */
typedef struct
{
  struct
  {
    EspLegendKind kind;
    guint         value;
    double        x;
    double        y;
    double        words; /* width of them */
    char          text[128];
  } entries[ESP_LEGEND_MAX];
  guint  n;
  double width;
  double height;
} EspLegend;

void esp_legend_init  (EspLegend       *self,
                       EspScene        *scene,
                       const EspStyles *styles,
                       gboolean         has_lines,
                       double           width);
void esp_legend_paint (const EspLegend *self,
                       EspPen          *pen,
                       double           x,
                       double           y);

G_END_DECLS
