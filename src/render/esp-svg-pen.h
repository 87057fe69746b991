/* esp-svg-pen.h — a pen that writes SVG; private to the room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "render/esp-pen.h"
#include "render/esp-svg-text.h"

G_BEGIN_DECLS

typedef struct
{
  EspPen      pen;
  EspSvgText  body;
  EspSvgText  stamps;     /* definitions of what recurs */
  EspSvgText  stamp;      /* the one being drawn */
  GHashTable *stamp_ids;  /* text of a stamp → its number */
  gint64      stamp_x;
  gint64      stamp_y;
  gboolean    in_stamp;
  gboolean    used_inks[ESP_N_INKS];
  gboolean    used_words[ESP_N_WORDS];
  gboolean    used_glyphs[ESP_N_GLYPHS];
  int         path_ink;   /* of the path that is still open, or -1 */
  gsize       path_start;
} EspSvgPen;

void    esp_svg_pen_init   (EspSvgPen       *self,
                            const EspStyles *styles,
                            gboolean         is_mirrored,
                            guint32          n_cards);
void    esp_svg_pen_clear  (EspSvgPen       *self);

/* Between the parts of the pen */
void    _esp_svg_pen_end_path (EspSvgPen    *self);

/* The file, when everything is drawn; in esp-svg-file.c */
GBytes *esp_svg_pen_finish (EspSvgPen       *self,
                            const char      *title,
                            const char      *description,
                            const EspRect   *page,
                            double           scale,
                            gboolean         has_ground) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
