/* esp-chart-private.h — what the files of the chart share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart/esp-chart-card.h"
#include "chart/esp-chart-colors.h"
#include "chart/esp-chart.h"
#include "scene/esp-card.h"
#include "widgets/esp-boxes.h"
#include "widgets/esp-text-cache.h"

G_BEGIN_DECLS

#define ESP_CHART_KEY_NONE G_MAXUINT64

/* Where something stood, by a name that outlives the numbers of a scene */
typedef struct
{
  guint64 key;
  EspRect rect;
} EspPlaced;

typedef struct _EspChartEdit EspChartEdit;

struct _EspChart
{
  EspCanvas       parent_instance;

  EspSession     *session;
  EspScene       *scene; /* the session's */
  EspChartColors  colors;
  EspTextCache   *texts;
  EspBoxes       *boxes;

  /* of the last update */
  EspStage        stage;
  double          min_px;  /* what is smaller is drawn with its neighbours */
  GArray         *visible; /* EspVisible */
  GArray         *wires;   /* EspWire */
  GArray         *chain;   /* EspWire, from the selection to its root; NULL: to be asked for */
  GArray         *trace;   /* EspNodeIx, ascending: what is not dimmed while the way to the top is traced; NULL: it is not */
  GArray         *names;   /* EspBranchName */
  GPtrArray      *routes;  /* EspRoute, borrowed from the scene */
  GPtrArray      *bundles; /* the same, of lines that are too many */
  EspItem         selected_end; /* where lines of the selection begin and end; ESP_ITEM_NONE: nowhere */
  gboolean        are_dashed;   /* so few are in view */
  guint           leading;      /* source that leads lines around cards; 0: none */

  /* things are known by table and row: numbers of items change */
  guint64         focus_key;
  guint64         selected_key;
  guint64         held_key; /* whose place on the screen a fold keeps */
  guint64         reveal_key;
  gboolean        needs_opening; /* has to go where a document opens */
  EspFilter      *filter;        /* of the last scene; NULL: none */
  EspViewport     opening;       /* where that was */
  double          top_inset;     /* view px that something covers at the top when it opens */

  /* a fold or an edit moved things */
  GArray         *placed;  /* EspPlaced: what was in view at the last update, and where */
  GHashTable     *offsets;   /* guint64 key → EspPoint: how far it is from its place when the transition begins */

  GtkWidget      *menu;
  EspChartEdit   *edit; /* esp-chart-edit-private.h */
};

/* esp-chart.c */
void     _esp_chart_focus_card    (EspChart          *self,
                                   EspItem            item);
void     _esp_chart_focus_self    (EspChart          *self);
guint64  _esp_chart_get_key       (EspChart          *self,
                                   EspItem            item);
EspItem  _esp_chart_find_key      (EspChart          *self,
                                   guint64            key);
EspPoint _esp_chart_get_offset    (EspChart          *self,
                                   EspNodeIx          node);
EspItem  _esp_chart_get_card_item (EspChart          *self,
                                   EspChartCard      *card);
gboolean _esp_chart_get_rect      (EspChart          *self,
                                   EspItem            item,
                                   EspRect           *rect);
EspItem  _esp_chart_hit           (EspChart          *self,
                                   double             view_x,
                                   double             view_y);

/* esp-chart-trace.c */
void     _esp_chart_update_trace  (EspChart          *self);
gboolean _esp_chart_is_dimmed     (EspChart          *self,
                                   EspNodeIx          node);
void     _esp_chart_dim_card      (EspChart          *self,
                                   EspCard           *card);

/* esp-chart-camera.c */
void     _esp_chart_follow_camera (EspChart          *self);

/* esp-chart-follow.c */
void     _esp_chart_follow        (EspChart          *self);

/* esp-chart-collect.c */
void     _esp_chart_collect       (EspChart          *self,
                                   GArray            *wants);
void     _esp_chart_begin_moving  (EspChart          *self,
                                   const EspPoint    *shift);

/* esp-chart-paint.c, esp-chart-lines.c, esp-chart-routes.c */
void     _esp_chart_paint         (EspChart          *self,
                                   GtkSnapshot       *snapshot,
                                   const EspPaint    *paint);
void     _esp_chart_paint_over    (EspChart          *self,
                                   GtkSnapshot       *snapshot,
                                   const EspPaint    *paint);
void     _esp_chart_paint_overview (EspChart         *self,
                                   GtkSnapshot       *snapshot,
                                   const EspOverview *overview);
gboolean _esp_chart_has_many_lines (EspChart         *self,
                                   const EspPaint    *paint);
void     _esp_chart_append_outline (GtkSnapshot      *snapshot,
                                   const graphene_rect_t *box,
                                   double             radius,
                                   double             width,
                                   const GdkRGBA     *color);
void     _esp_chart_append_box    (GtkSnapshot       *snapshot,
                                   const graphene_rect_t *box,
                                   double             top,
                                   double             bottom,
                                   const GdkRGBA     *fill,
                                   const GdkRGBA     *border);
void     _esp_chart_append_text   (EspChart          *self,
                                   GtkSnapshot       *snapshot,
                                   PangoLayout       *layout,
                                   double             x,
                                   double             y,
                                   const GdkRGBA     *color);
void     _esp_chart_paint_frames  (EspChart          *self,
                                   GtkSnapshot       *snapshot,
                                   const EspPaint    *paint);
void     _esp_chart_paint_lines   (EspChart          *self,
                                   GtkSnapshot       *snapshot,
                                   const EspPaint    *paint);
void     _esp_chart_paint_thin    (EspChart          *self,
                                   GtkSnapshot       *snapshot,
                                   const EspPaint    *paint);
void     _esp_chart_paint_dashed  (EspChart          *self,
                                   GtkSnapshot       *snapshot,
                                   const EspPaint    *paint);

/* esp-chart-input.c */
EspItem  _esp_chart_pick          (EspChart          *self,
                                   double             view_x,
                                   double             view_y);
void     _esp_chart_init_input    (EspChart          *self);
void     _esp_chart_install_input (GtkWidgetClass    *widget_class);

/* esp-chart-carry.c, esp-chart-hand.c */
gboolean _esp_chart_is_carried    (EspChart          *self,
                                   guint64            key);
void     _esp_chart_paint_hand    (EspChart          *self,
                                   GtkSnapshot       *snapshot,
                                   const EspPaint    *paint);

/* esp-chart-edit.c, esp-chart-edit-menu.c */
void     _esp_chart_install_edit  (GtkWidgetClass    *widget_class);
void     _esp_chart_init_edit     (EspChart          *self);
void     _esp_chart_drop_edit     (EspChart          *self);
void     _esp_chart_free_edit     (EspChart          *self);
void     _esp_chart_edit_follow   (EspChart          *self);
void     _esp_chart_edit_layout_taken (EspChart      *self);
EspItem  _esp_chart_find_above    (EspChart          *self);
void     _esp_chart_update_edit_actions (EspChart    *self);
GMenuModel *_esp_chart_create_menu (EspChart         *self,
                                   EspItem            item,
                                   GMenuModel        *common);
GMenuModel *_esp_chart_create_ground_menu (void);

/* esp-chart-actions.c */
gboolean _esp_chart_get_area      (EspChart          *self,
                                   EspItem            item,
                                   GdkRectangle      *area);
gboolean _esp_chart_has_menu      (EspChart          *self);
void     _esp_chart_open_ground_menu (EspChart       *self,
                                   double             view_x,
                                   double             view_y);
void     _esp_chart_install_actions (GtkWidgetClass  *widget_class);
void     _esp_chart_update_actions  (EspChart        *self);

G_END_DECLS
