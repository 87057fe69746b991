/* esp-glyphs.h — the small pictures of the chart as one table of paths, for the screen and for files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Order: kinds of units, functions of departments, what stands on a card. */
typedef enum
{
  ESP_GLYPH_NONE,
  ESP_GLYPH_COMPANY,    /* building; divisions too */
  ESP_GLYPH_DEPARTMENT, /* a department or team without a function */
  ESP_GLYPH_PMO,        /* three stacked bars */
  ESP_GLYPH_COE,        /* hexagon */
  ESP_GLYPH_PROGRAM,    /* flag */
  ESP_GLYPH_IT,
  ESP_GLYPH_ENGINEERING,
  ESP_GLYPH_INFRASTRUCTURE,
  ESP_GLYPH_PRODUCT,
  ESP_GLYPH_SERVICES,
  ESP_GLYPH_SUPPORT,
  ESP_GLYPH_SALES,
  ESP_GLYPH_LEGAL,
  ESP_GLYPH_MARKETING,
  ESP_GLYPH_HR,
  ESP_GLYPH_FINANCE,
  ESP_GLYPH_OPERATIONS,
  ESP_GLYPH_INTERNAL,   /* ring with a dot */
  ESP_GLYPH_EXTERNAL,   /* arrow leaving a ring */
  ESP_GLYPH_USUAL,      /* hollow ring, drawn in grey: what is only usual */
  ESP_GLYPH_WARNING,
  ESP_GLYPH_UNFOLD,     /* triangle on the pill of a folded node */
  ESP_GLYPH_FOLD,
  ESP_N_GLYPHS
} EspGlyph;

/* A glyph's box is 16 × 16; scope marks and the warning are drawn at 18 × 18. */
#define ESP_GLYPH_SIZE 16.0

/**
 * EspGlyphPath:
 * @id: a short id, unique, usable in XML
 * @name: the icon's name in themes: “esp-NAME-symbolic”
 * @fill: path to be filled with the even-odd rule, in the SVG grammar with absolute M L C Z only; "" if there is none
 * @stroke: path to be stroked 1.5 wide with round caps and joins; "" if there is none
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *fill;
  const char *stroke;
} EspGlyphPath;

const EspGlyphPath *esp_glyph_get_path        (EspGlyph    glyph);
EspGlyph            esp_glyph_of_function     (const char *function);

/* Reads one step of a path; see esp-glyphs.c */
char                esp_glyph_path_next       (const char **path,
                                               double       points[6]);

G_END_DECLS
