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
  GSimpleActionGroup *fields;        /* actions that have a state: scope, state, level … */
};

/* esp-chart-edit.c */
gboolean _esp_chart_sync_selection  (EspChart         *self);
void     _esp_chart_send            (EspChart         *self,
                                     const EspCommand *command);
void     _esp_chart_say             (EspChart         *self,
                                     const char       *text,
                                     gboolean          stays);

/* esp-chart-edit-menu.c */
void     _esp_chart_init_fields     (EspChart         *self);
void     _esp_chart_update_fields   (EspChart         *self);

G_END_DECLS
