/* esp-glyphs.c — the paths of the glyphs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "espalier-scene"

#include "scene/esp-glyphs.h"

#include <string.h>

static const EspGlyphPath glyphs[ESP_N_GLYPHS] = {
  [ESP_GLYPH_NONE] = { "no", "none", "", "" },
  [ESP_GLYPH_COMPANY] = { "co", "company",
    "",
    "M3 14L3 2.5L10 2.5L10 14M10 7L13 7L13 14M1.5 14L14.5 14M5.5 5.5L7.5 5.5M5.5 8.25L7.5 8.25M5.5 11L7.5 11" },
  [ESP_GLYPH_DEPARTMENT] = { "de", "department",
    "",
    "M2 3.5L6.5 3.5L8 5.5L14 5.5L14 13L2 13Z" },
  [ESP_GLYPH_PMO] = { "pm", "pmo",
    "M2 2.5L14 2.5L14 5.5L2 5.5ZM2 6.5L14 6.5L14 9.5L2 9.5ZM2 10.5L14 10.5L14 13.5L2 13.5Z",
    "" },
  [ESP_GLYPH_COE] = { "ce", "coe",
    "M10 8C10 9.1 9.1 10 8 10C6.9 10 6 9.1 6 8C6 6.9 6.9 6 8 6C9.1 6 10 6.9 10 8Z",
    "M8 1.5L13.63 4.75L13.63 11.25L8 14.5L2.37 11.25L2.37 4.75Z" },
  [ESP_GLYPH_PROGRAM] = { "pr", "program",
    "M3.5 2L13.5 2L11 5.5L13.5 9L3.5 9Z",
    "M3.5 14.5L3.5 2" },
  [ESP_GLYPH_IT] = { "it", "it",
    "",
    "M2 2.5L14 2.5L14 10.5L2 10.5ZM5 13.5L11 13.5M8 10.5L8 13.5" },
  [ESP_GLYPH_ENGINEERING] = { "en", "engineering",
    "",
    "M5 4.5L1.5 8L5 11.5M11 4.5L14.5 8L11 11.5M9 3L7 13" },
  [ESP_GLYPH_INFRASTRUCTURE] = { "in", "infrastructure",
    "M6.15 4.75C6.15 5.25 5.75 5.65 5.25 5.65C4.75 5.65 4.35 5.25 4.35 4.75C4.35 4.25 4.75 3.85 5.25 3.85C5.75 3.85 6.15 4.25 6.15 4.75ZM6.15 11.25C6.15 11.75 5.75 12.15 5.25 12.15C4.75 12.15 4.35 11.75 4.35 11.25C4.35 10.75 4.75 10.35 5.25 10.35C5.75 10.35 6.15 10.75 6.15 11.25Z",
    "M2.25 2.5L13.75 2.5L13.75 7L2.25 7ZM2.25 9L13.75 9L13.75 13.5L2.25 13.5Z" },
  [ESP_GLYPH_PRODUCT] = { "pd", "product",
    "",
    "M8 1.75L13.75 4.75L13.75 11.25L8 14.25L2.25 11.25L2.25 4.75ZM2.25 4.75L8 7.75L13.75 4.75M8 7.75L8 14.25" },
  [ESP_GLYPH_SERVICES] = { "sv", "services",
    "",
    "M2 5L14 5L14 13L2 13ZM5.5 5L5.5 2.5L10.5 2.5L10.5 5M2 8.75L14 8.75" },
  [ESP_GLYPH_SUPPORT] = { "su", "support",
    "M1.75 8.5L5 8.5L5 13L1.75 13ZM11 8.5L14.25 8.5L14.25 13L11 13Z",
    "M2.25 8.25C2.25 5.07 4.82 2.5 8 2.5C11.18 2.5 13.75 5.07 13.75 8.25" },
  [ESP_GLYPH_SALES] = { "sa", "sales",
    "",
    "M1.75 12.5L6 8L9 10.5L14 4.5M10.25 4L14.25 4L14.25 8" },
  [ESP_GLYPH_LEGAL] = { "le", "legal",
    "",
    "M8 2L8 14M5 14L11 14M3.5 4L12.5 4M1.5 9.5L3.5 4.25L5.5 9.5ZM10.5 9.5L12.5 4.25L14.5 9.5Z" },
  [ESP_GLYPH_MARKETING] = { "ma", "marketing",
    "",
    "M2 6L5.5 6L12.5 2.75L12.5 12.25L5.5 9.5L2 9.5ZM5.25 9.75L6.25 13.5L8.25 13.5" },
  [ESP_GLYPH_HR] = { "hr", "hr",
    "",
    "M10.9 5C10.9 6.6 9.6 7.9 8 7.9C6.4 7.9 5.1 6.6 5.1 5C5.1 3.4 6.4 2.1 8 2.1C9.6 2.1 10.9 3.4 10.9 5ZM2.25 14C2.25 11 4.75 9.75 8 9.75C11.25 9.75 13.75 11 13.75 14" },
  [ESP_GLYPH_FINANCE] = { "fi", "finance",
    "M2 9L5 9L5 14L2 14ZM6.5 5.5L9.5 5.5L9.5 14L6.5 14ZM11 2L14 2L14 14L11 14Z",
    "" },
  [ESP_GLYPH_OPERATIONS] = { "op", "operations",
    "M9.5 8C9.5 8.83 8.83 9.5 8 9.5C7.17 9.5 6.5 8.83 6.5 8C6.5 7.17 7.17 6.5 8 6.5C8.83 6.5 9.5 7.17 9.5 8Z",
    "M12.25 8C12.25 10.35 10.35 12.25 8 12.25C5.65 12.25 3.75 10.35 3.75 8C3.75 5.65 5.65 3.75 8 3.75C10.35 3.75 12.25 5.65 12.25 8ZM12.9 8L14.5 8M11.46 11.46L12.6 12.6M8 12.9L8 14.5M4.54 11.46L3.4 12.6M3.1 8L1.5 8M4.54 4.54L3.4 3.4M8 3.1L8 1.5M11.46 4.54L12.6 3.4" },
  [ESP_GLYPH_INTERNAL] = { "si", "internal",
    "M10.75 8C10.75 9.52 9.52 10.75 8 10.75C6.48 10.75 5.25 9.52 5.25 8C5.25 6.48 6.48 5.25 8 5.25C9.52 5.25 10.75 6.48 10.75 8Z",
    "M14.25 8C14.25 11.45 11.45 14.25 8 14.25C4.55 14.25 1.75 11.45 1.75 8C1.75 4.55 4.55 1.75 8 1.75C11.45 1.75 14.25 4.55 14.25 8Z" },
  [ESP_GLYPH_EXTERNAL] = { "se", "external",
    "",
    "M11.68 7.45C10.69 4.73 7.68 3.32 4.95 4.32C2.23 5.31 0.82 8.32 1.82 11.05C2.81 13.77 5.82 15.18 8.55 14.18M6.75 9.25L14 2M9.5 2L14 2L14 6.5" },
  [ESP_GLYPH_USUAL] = { "sh", "usual",
    "",
    "M14.25 8C14.25 11.45 11.45 14.25 8 14.25C4.55 14.25 1.75 11.45 1.75 8C1.75 4.55 4.55 1.75 8 1.75C11.45 1.75 14.25 4.55 14.25 8Z" },
  [ESP_GLYPH_WARNING] = { "wa", "warning",
    "",
    "M8 2L14.5 13.5L1.5 13.5ZM8 6.25L8 9.25M8 11.4L8 11.5" },
  [ESP_GLYPH_UNFOLD] = { "fo", "unfold",
    "M3.5 5.5L12.5 5.5L8 11Z",
    "" },
  [ESP_GLYPH_FOLD] = { "fc", "fold",
    "M3.5 10.5L12.5 10.5L8 5Z",
    "" },
};

/**
 * esp_glyph_get_path:
 * @glyph: a glyph
 *
 * Returns: (transfer none): its paths
 */
const EspGlyphPath *
esp_glyph_get_path (EspGlyph glyph)
{
  g_return_val_if_fail (glyph < ESP_N_GLYPHS, &glyphs[ESP_GLYPH_NONE]);

  return &glyphs[glyph];
}

/**
 * esp_glyph_of_function:
 * @function: (nullable): id of a function of departments
 *
 * Returns: its glyph; the one of departments for what is not known
 */
EspGlyph
esp_glyph_of_function (const char *function)
{
  if (function == NULL)
    return ESP_GLYPH_DEPARTMENT;
  for (EspGlyph glyph = ESP_GLYPH_IT; glyph <= ESP_GLYPH_OPERATIONS; glyph++)
    {
      if (strcmp (glyphs[glyph].name, function) == 0)
        return glyph;
    }
  return ESP_GLYPH_DEPARTMENT;
}

/**
 * esp_glyph_path_next:
 * @path: (inout): where to read; moves on
 * @points: (out caller-allocates): coordinates of the step: two for M and L, six for C, none for Z
 *
 * Reads one step of a path of #EspGlyphPath. A step without its letter repeats the one before, which these paths never do.
 *
 * Returns: 'M', 'L', 'C', 'Z', or 0 at the end
 */
char
esp_glyph_path_next (const char **path,
                     double       points[6])
{
  char step = **path;
  guint n = step == 'C' ? 6 : step == 'Z' ? 0 : 2;

  if (step == '\0')
    return 0;

  (*path)++;
  for (guint i = 0; i < n; i++)
    {
      char *end;

      points[i] = g_ascii_strtod (*path, &end);
      *path = end;
    }
  return step;
}
