/* esp-canvas-private.h — what the files of the canvas share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "widgets/esp-canvas.h"
#include "widgets/esp-motion.h"

G_BEGIN_DECLS

#define ESP_CANVAS_ZOOM_STEP 1.25

typedef struct
{
  double x;
  double y;
  guint  time; /* ms */
} EspDragSample;

typedef struct
{
  EspViewport    viewport;
  EspViewport    shown; /* at the last view-changed */
  EspCardPool   *pool;
  GArray        *wants; /* EspCardWant */
  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;

  /* moving */
  EspFling       fling;
  EspFlight      flight;
  double         transition_seconds; /* 0: none */
  double         transition_elapsed;
  GskRenderNode *faded; /* picture of the place one jumped from, fading */
  guint          tick;
  gint64         last_frame; /* µs of the frame clock; 0: at rest before */

  /* what the next update has to do */
  guint          has_size : 1;
  guint          content_stale : 1;
  guint          adjusting : 1; /* the adjustments are being set by us */

  /* input */
  double         pointer_x;
  double         pointer_y;
  guint          space_held : 1;
  guint          space_panned : 1;
  guint          dragging : 1;
  double         drag_x; /* offset at the last update */
  double         drag_y;
  double         pinch_zoom; /* when the pinch began */
  EspDragSample  samples[8];
  guint          n_samples;
} EspCanvasPrivate;

EspCanvasPrivate *_esp_canvas_get_private (EspCanvas      *self);
void              _esp_canvas_init_input  (EspCanvas      *self);
void              _esp_canvas_install_input (GtkWidgetClass *widget_class);
void              _esp_canvas_pan_by_hand (EspCanvas      *self,
                                           double          view_dx,
                                           double          view_dy);
void              _esp_canvas_coast       (EspCanvas      *self,
                                           double          velocity_x,
                                           double          velocity_y);

G_END_DECLS
