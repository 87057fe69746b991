/* esp-canvas.h — a view on a large plane: pan, zoom, few widgets for many cards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "widgets/esp-card-pool.h"
#include "widgets/esp-viewport.h"

G_BEGIN_DECLS

#define ESP_TYPE_CANVAS (esp_canvas_get_type ())
G_DECLARE_DERIVABLE_TYPE (EspCanvas, esp_canvas, ESP, CANVAS, GtkWidget)

/**
 * EspPaint:
 * @origin: world px of the view's top left corner, on the grid of device pixels
 * @zoom: view px per world px
 * @scale: device px per view px
 * @visible: what part of the world is seen
 * @width: of the view, view px
 * @height: of the view, view px
 *
 * How one frame is drawn: view = (world − origin) × zoom.
 */
typedef struct
{
  EspPoint origin;
  double   zoom;
  double   scale;
  EspRect  visible;
  double   width;
  double   height;
} EspPaint;

/**
 * EspCanvasClass:
 * @get_content: how large the world is; asked after esp_canvas_content_changed()
 * @resized: the view has a size, or another one; @first: it had none before
 * @collect: appends to @wants what shall be a widget now, in reading order; no more than esp_canvas_get_card_budget()
 * @create_card: makes an empty card (transfer floating)
 * @bind_card: fills a card; returns early where nothing changed
 * @paint: draws what lies under the cards
 * @paint_over: draws what lies over them
 * @paint_overview: draws the whole world on a map. (nullable)
 * @activate: the focused thing is to be opened (Space)
 */
struct _EspCanvasClass
{
  GtkWidgetClass parent_class;

  void       (*get_content)    (EspCanvas         *self,
                                EspRect           *world);
  void       (*resized)        (EspCanvas         *self,
                                gboolean           first);
  void       (*collect)        (EspCanvas         *self,
                                GArray            *wants);
  GtkWidget *(*create_card)    (EspCanvas         *self);
  void       (*bind_card)      (EspCanvas         *self,
                                GtkWidget         *card,
                                const EspCardWant *want);
  void       (*paint)          (EspCanvas         *self,
                                GtkSnapshot       *snapshot,
                                const EspPaint    *paint);
  void       (*paint_over)     (EspCanvas         *self,
                                GtkSnapshot       *snapshot,
                                const EspPaint    *paint);
  void       (*paint_overview) (EspCanvas         *self,
                                GtkSnapshot       *snapshot,
                                const EspOverview *overview);
  void       (*activate)       (EspCanvas         *self);

  gpointer   padding[4];
};

/* Where one is */
const EspViewport *esp_canvas_get_viewport        (EspCanvas         *self);
double             esp_canvas_get_zoom            (EspCanvas         *self);
GtkAdjustment     *esp_canvas_get_hadjustment     (EspCanvas         *self);
GtkAdjustment     *esp_canvas_get_vadjustment     (EspCanvas         *self);
void               esp_canvas_get_paint           (EspCanvas         *self,
                                                   EspPaint          *paint);
gboolean           esp_canvas_is_moving           (EspCanvas         *self);

/* Going somewhere */
void               esp_canvas_set_place           (EspCanvas         *self,
                                                   const EspViewport *place,
                                                   gboolean           animate);
void               esp_canvas_pan                 (EspCanvas         *self,
                                                   double             view_dx,
                                                   double             view_dy,
                                                   gboolean           animate);
void               esp_canvas_zoom_at             (EspCanvas         *self,
                                                   double             zoom,
                                                   double             view_x,
                                                   double             view_y,
                                                   gboolean           animate);
void               esp_canvas_zoom_to             (EspCanvas         *self,
                                                   double             zoom);
void               esp_canvas_zoom_in             (EspCanvas         *self);
void               esp_canvas_zoom_out            (EspCanvas         *self);
void               esp_canvas_zoom_fit            (EspCanvas         *self);
void               esp_canvas_bring_into_view     (EspCanvas         *self,
                                                   const EspRect     *world,
                                                   gboolean           animate);
void               esp_canvas_center_on           (EspCanvas         *self,
                                                   const EspRect     *world,
                                                   gboolean           animate);
void               esp_canvas_stop                (EspCanvas         *self);

/* Cards */
guint              esp_canvas_get_card_budget     (EspCanvas         *self);
GtkWidget         *esp_canvas_get_card            (EspCanvas         *self,
                                                   guint64            key);
const EspCardWant *esp_canvas_get_wants           (EspCanvas         *self,
                                                   guint             *n_wants);
guint              esp_canvas_get_n_live          (EspCanvas         *self);
void               esp_canvas_update_now          (EspCanvas         *self);

/* Telling it */
void               esp_canvas_content_changed     (EspCanvas         *self);
void               esp_canvas_content_moved       (EspCanvas         *self,
                                                   const EspPoint    *world,
                                                   const EspPoint    *view);
void               esp_canvas_cards_changed       (EspCanvas         *self);
void               esp_canvas_queue_update        (EspCanvas         *self);
void               esp_canvas_animate             (EspCanvas         *self,
                                                   double             seconds);
double             esp_canvas_get_progress        (EspCanvas         *self);

G_END_DECLS
