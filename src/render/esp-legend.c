/* esp-legend.c — the key below a chart: only what the chart shows, with counts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-render"

#include "render/esp-legend.h"

#include <math.h>

#include "core/esp-i18n.h"
#include "render/esp-painter.h"

#define ROW 24.0
#define GAP 24.0
#define SWATCH_GAP 6.0
#define SWATCH_HEIGHT 18.0

/* Fonts differ from the table; in a legend nothing needs to be cut for that. */
#define SLACK 1.2

static const double swatch_widths[] = {
  [ESP_LEGEND_WORDS] = 0.0,
  [ESP_LEGEND_PLACE] = 30.0,
  [ESP_LEGEND_GLYPH] = 18.0,
  [ESP_LEGEND_LINE] = 48.0,
};

static EspWords
get_words (EspLegendKind kind)
{
  return kind == ESP_LEGEND_WORDS ? ESP_WORDS_TAB : ESP_WORDS_CAPTION;
}

static void
add (EspLegend       *self,
     const EspStyles *styles,
     EspLegendKind    kind,
     guint            value,
     const char      *name,
     guint32          count)
{
  const EspWordStyle *style = &styles->words[get_words (kind)];
  guint n = self->n++;

  self->entries[n].kind = kind;
  self->entries[n].value = value;
  if (count > 0)
    g_snprintf (self->entries[n].text, sizeof self->entries[n].text, "%s · %u", name, count);
  else
    g_strlcpy (self->entries[n].text, name, sizeof self->entries[n].text);
  self->entries[n].words = ceil (esp_text_measure (self->entries[n].text, -1, style->size, style->is_bold));
}

static void
add_seats (EspLegend       *self,
           EspScene        *scene,
           const EspStyles *styles)
{
  EspSceneCounts counts;
  EspRect bounds;

  esp_scene_get_bounds (scene, &bounds);
  bounds = esp_rect_grow (&bounds, 1.0);
  esp_scene_count_visible (scene, &bounds, &counts);
  if (counts.seats == 0)
    return;

  add (self, styles, ESP_LEGEND_WORDS, 0, _("Program managers"), 0);
  if (counts.seats_pmo > 0)
    add (self, styles, ESP_LEGEND_PLACE, ESP_COLOR_PMO, _("PMO"), counts.seats_pmo);
  if (counts.seats_coe > 0)
    add (self, styles, ESP_LEGEND_PLACE, ESP_COLOR_COE, _("COE"), counts.seats_coe);
  if (counts.seats_program > 0)
    add (self, styles, ESP_LEGEND_PLACE, ESP_COLOR_PROGRAM, C_("place", "Program"), counts.seats_program);
  if (counts.seats_department > 0)
    add (self, styles, ESP_LEGEND_PLACE, ESP_COLOR_DEPARTMENT, C_("place", "Department"), counts.seats_department);
  if (counts.seats_elsewhere > 0)
    add (self, styles, ESP_LEGEND_PLACE, ESP_COLOR_COMPANY, C_("place", "Elsewhere"), counts.seats_elsewhere);
}

/* The marks that are in the picture, on whatever card. */
static void
add_marks (EspLegend       *self,
           EspScene        *scene,
           const EspStyles *styles)
{
  EspPlacements *placements = esp_scene_get_placements (scene);
  gboolean has_internal = FALSE, has_external = FALSE, has_usual = FALSE;

  for (EspItem item = esp_scene_first (scene); item != ESP_ITEM_NONE; item = esp_scene_after (scene, item))
    {
      EspTable table;
      EspIx row = esp_scene_get_row (scene, item, &table);
      EspServes serves = table == ESP_TABLE_POSITIONS ? esp_placements_get (placements, row).serves : ESP_SERVES_UNKNOWN;

      has_internal |= serves == ESP_SERVES_INTERNAL;
      has_external |= serves == ESP_SERVES_EXTERNAL;
      has_usual |= serves == ESP_SERVES_USUALLY_INTERNAL || serves == ESP_SERVES_USUALLY_EXTERNAL;
    }
  if (has_internal)
    add (self, styles, ESP_LEGEND_GLYPH, ESP_GLYPH_INTERNAL, _("Internal"), 0);
  if (has_external)
    add (self, styles, ESP_LEGEND_GLYPH, ESP_GLYPH_EXTERNAL, _("External"), 0);
  if (has_usual)
    /* Translators: a position does not say whether it works for the own company or for others, but its role usually does one of the two */
    add (self, styles, ESP_LEGEND_GLYPH, ESP_GLYPH_USUAL, _("As is usual for the role"), 0);
}

static void
add_lines (EspLegend       *self,
           EspScene        *scene,
           const EspStyles *styles)
{
  const char *names[ESP_LINE_N_KINDS] = {
    [ESP_LINE_SECOND] = C_("line", "Second manager"),
    [ESP_LINE_DOTTED] = C_("line", "Dotted line"),
    [ESP_LINE_FUNCTIONAL] = C_("line", "Functional line"),
    [ESP_LINE_PROGRAM] = C_("line", "Program line"),
    [ESP_LINE_VENDOR] = C_("line", "Vendor line"),
  };
  gboolean has_kind[ESP_LINE_N_KINDS] = { FALSE };
  guint32 n;
  const EspRoute *routes = esp_scene_get_routes (scene, &n);

  for (guint32 i = 0; i < n; i++)
    has_kind[routes[i].kind] = TRUE;
  for (EspLineKind kind = 0; kind < ESP_LINE_N_KINDS; kind++)
    {
      if (has_kind[kind])
        add (self, styles, ESP_LEGEND_LINE, kind, names[kind], 0);
    }
}

/**
 * esp_legend_init:
 * @self: (out caller-allocates): the legend
 * @scene: a scene
 * @styles: how things look
 * @has_lines: whether secondary lines are drawn
 * @width: where rows are to end; a single entry may be wider
 *
 * Finds what the picture shows that wants a word, and sets it in rows. Without program managers, marks and lines there is nothing, and no height.
 *
 * Time: O(shown).
 */
void
esp_legend_init (EspLegend       *self,
                 EspScene        *scene,
                 const EspStyles *styles,
                 gboolean         has_lines,
                 double           width)
{
  double x = 0.0;

  self->n = 0;
  self->width = 0.0;
  self->height = 0.0;
  add_seats (self, scene, styles);
  add_marks (self, scene, styles);
  if (has_lines)
    add_lines (self, scene, styles);
  for (guint i = 0; i < self->n; i++)
    {
      double swatch = swatch_widths[self->entries[i].kind];
      double entry = swatch + (swatch > 0.0 ? SWATCH_GAP : 0.0) + self->entries[i].words;

      if (x > 0.0 && x + entry > width)
        {
          x = 0.0;
          self->height += ROW;
        }
      self->entries[i].x = x;
      self->entries[i].y = self->height;
      self->width = MAX (self->width, x + entry);
      x += entry + GAP;
    }
  if (self->n > 0)
    self->height += ROW;
}

static void
paint_line (EspPen      *pen,
            EspLineKind  kind,
            double       x,
            double       y,
            double       width)
{
  EspPoint points[2] = { { x, y }, { x + width, y } };

  if (pen->is_mirrored)
    {
      points[0].x = x + width;
      points[1].x = x;
    }
  esp_painter_paint_line (pen, kind, FALSE, points, 2);
  esp_painter_paint_mark (pen, kind, &points[0], &points[1]);
}

static void
paint_swatch (EspPen        *pen,
              EspLegendKind  kind,
              guint          value,
              double         x,
              double         y,
              double         width)
{
  double top = y + (ROW - SWATCH_HEIGHT) / 2.0;

  switch (kind)
    {
    case ESP_LEGEND_PLACE:
      esp_painter_paint_place (pen, &(EspRect){ x, top, width, SWATCH_HEIGHT }, value);
      break;
    case ESP_LEGEND_GLYPH:
      esp_pen_glyph (pen, value == ESP_GLYPH_USUAL ? ESP_INK_GLYPH_USUAL : ESP_INK_GLYPH, value, x, top, SWATCH_HEIGHT);
      break;
    case ESP_LEGEND_LINE:
      paint_line (pen, value, x, y + ROW / 2.0, width);
      break;
    case ESP_LEGEND_WORDS:
    default:
      break;
    }
}

/**
 * esp_legend_paint:
 * @self: a legend
 * @pen: what to draw with
 * @x: where it starts: its left end, or its right one in a mirrored picture
 * @y: its top
 */
void
esp_legend_paint (const EspLegend *self,
                  EspPen          *pen,
                  double           x,
                  double           y)
{
  double sign = pen->is_mirrored ? -1.0 : 1.0;

  for (guint i = 0; i < self->n; i++)
    {
      EspLegendKind kind = self->entries[i].kind;
      double swatch = swatch_widths[kind];
      double start = x + sign * self->entries[i].x;
      double top = y + self->entries[i].y;
      EspWords words = get_words (kind);

      paint_swatch (pen, kind, self->entries[i].value, pen->is_mirrored ? start - swatch : start, top, swatch);
      esp_pen_words (pen, &(EspRun){ .style = words, .text = self->entries[i].text, .width = self->entries[i].words * SLACK,
                                     .x = start + sign * (swatch > 0.0 ? swatch + SWATCH_GAP : 0.0),
                                     .y = esp_painter_get_baseline (pen->styles, words, top, ROW) });
    }
}
