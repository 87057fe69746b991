/* svg-reader.h — reads back what a picture says and where its boxes stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SvgWords:
 * @style: the class, "" without one
 * @text: what is seen, of both lines
 * @whole: the text before it was cut; @text if it was not
 */
typedef struct
{
  char *style;
  char *text;
  char *whole;
} SvgWords;

typedef struct
{
  GPtrArray  *words; /* SvgWords in document order */
  GHashTable *boxes; /* “x y width height” of rectangles with round corners, and “x y” where half round ones begin */
  GHashTable *ids;   /* defined */
  guint       n_uses;
  guint       n_missing_ids;
} SvgFile;

SvgFile *svg_file_read    (GBytes  *bytes,
                           GError **error);
void     svg_file_free    (SvgFile *self);
gboolean svg_file_has_box (SvgFile *self,
                           double   x,
                           double   y,
                           double   width,
                           double   height);
gboolean svg_file_starts  (SvgFile *self,
                           double   x,
                           double   y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SvgFile, svg_file_free)

G_END_DECLS
