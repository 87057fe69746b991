/* esp-chart-edit-private.h — what the files of editing on the chart share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart/esp-chart-private.h"
#include "session/esp-session-edit.h"

G_BEGIN_DECLS

#define ESP_CHART_MAX_ABOVE 16

typedef void (*EspChartFunc) (EspChart *self);

/* What is on its way to another place */
typedef enum
{
  ESP_CARRY_NONE,
  ESP_CARRY_CUT,  /* until it is pasted */
  ESP_CARRY_KEYS, /* picked up: it would go to the card at the keyboard */
  ESP_CARRY_HAND, /* held by the pointer */
} EspCarryMode;

/**
 * EspCarry:
 * @mode: how
 * @rows: (element-type EspRowKey): what, ascending
 * @title: @rows in words
 * @command: what would be done if it were let go now; its target is %ESP_ROW_KEY_NONE where nothing would
 * @is_allowed: it can be done
 * @words: (nullable): what would happen, or why it cannot be
 */
typedef struct
{
  EspCarryMode mode;
  GArray      *rows;
  char        *title;
  EspCommand   command;
  gboolean     is_allowed;
  char        *words;
} EspCarry;

typedef enum
{
  ESP_HAND_EMPTY,
  ESP_HAND_BAND,
  ESP_HAND_CARRY,
} EspHandMode;

/* The pointer with its button held */
typedef struct
{
  EspHandMode mode;
  guint64     item_key; /* the card it took hold of */
  EspPoint    start;    /* world */
  double      start_x;  /* view */
  double      start_y;
  double      view_x;   /* now */
  double      view_y;
  gboolean    keeps;    /* what was selected stays so */
  GArray     *before;   /* EspRowKey: that */
  gboolean    draws_line;
  guint       spring;   /* until a folded branch opens */
  guint64     spring_key;
  guint       tick;
  gint64      last_frame;
} EspHand;

/* How siblings stand: beside or above each other, in or against the direction of the coordinates */
typedef struct
{
  gboolean is_vertical;
  gboolean is_reversed;
} EspAxis;

struct _EspChartEdit
{
  guint64             above[ESP_CHART_MAX_ABOVE]; /* keys of the cards above the one at the keyboard, nearest first */
  guint               n_above;
  guint64             wanted_key;    /* of the row to look at as soon as the scene has it */
  gboolean            wanted_is_new; /* …and to name */
  GtkWidget          *rename;        /* EspRenamePopover */
  GtkWidget          *roles;         /* EspPicker */
  guint               opening;       /* one of these, as soon as the menu is closed… */
  EspChartFunc        open_func;     /* …by this */
  guint64             anchor_key;    /* where a range of what is selected begins */
  GArray             *banded;        /* EspRowKey: what the rubber band holds */
  EspCarry            carry;
  EspHand             hand;
  GSimpleActionGroup *fields;        /* actions that have a state: scope, state, level … */
};

/* esp-chart-edit.c */
gboolean _esp_chart_sync_selection  (EspChart         *self);
void     _esp_chart_send            (EspChart         *self,
                                     const EspCommand *command);
void     _esp_chart_say             (EspChart         *self,
                                     const char       *text,
                                     gboolean          stays);

/* esp-chart-select.c */
void     _esp_chart_click           (EspChart         *self,
                                     EspItem           item,
                                     GdkModifierType   state);
void     _esp_chart_walk_selecting  (EspChart         *self,
                                     EspItem           from);
void     _esp_chart_select_within   (EspChart         *self,
                                     const EspRect    *world,
                                     GArray           *before);
void     _esp_chart_install_select  (GtkWidgetClass   *widget_class);
void     _esp_chart_update_select_actions (EspChart   *self);

/* esp-chart-carry.c */
gboolean _esp_chart_carry_begin     (EspChart         *self,
                                     EspCarryMode      mode);
void     _esp_chart_carry_end       (EspChart         *self);
gboolean _esp_chart_carry_over      (EspChart         *self,
                                     EspCommandKind    kind,
                                     EspRowKey         target);
gboolean _esp_chart_carry_drop      (EspChart         *self);
void     _esp_chart_carry_follow_focus (EspChart      *self);
gboolean _esp_chart_carry_key       (EspChart         *self,
                                     guint             keyval);
void     _esp_chart_carry_check     (EspChart         *self);
void     _esp_chart_reorder         (EspChart         *self,
                                     gboolean          is_later);
void     _esp_chart_install_carry   (GtkWidgetClass   *widget_class);
void     _esp_chart_update_carry_actions (EspChart    *self);

/* esp-chart-hand.c */
void     _esp_chart_init_hand       (EspChart         *self);
void     _esp_chart_release_hand    (EspChart         *self);
void     _esp_chart_get_axis        (EspChart         *self,
                                     EspItem           item,
                                     const EspRect    *rect,
                                     EspAxis          *axis);
EspRect  _esp_chart_get_band        (EspChart         *self);

/* esp-chart-edit-menu.c */
void     _esp_chart_init_fields     (EspChart         *self);
void     _esp_chart_update_fields   (EspChart         *self);

G_END_DECLS
