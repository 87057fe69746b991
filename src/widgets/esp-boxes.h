/* esp-boxes.h — thousands of filled rectangles in one frame
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _EspBoxes EspBoxes;

EspBoxes *esp_boxes_new   (GtkWidget             *widget);
void      esp_boxes_free  (EspBoxes              *self);

void      esp_boxes_begin (EspBoxes              *self,
                           GtkSnapshot           *snapshot,
                           gboolean               are_many);
void      esp_boxes_add   (EspBoxes              *self,
                           const graphene_rect_t *box,
                           const GdkRGBA         *color);
void      esp_boxes_end   (EspBoxes              *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspBoxes, esp_boxes_free)

G_END_DECLS
