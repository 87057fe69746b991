/* esp-chart-edit-private.h — what the files of editing on the chart share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart/esp-chart-private.h"
#include "session/esp-session-edit.h"

G_BEGIN_DECLS

struct _EspChartEdit
{
  guint64             wanted_key;    /* of the row to look at as soon as the scene has it */
  gboolean            wanted_is_new; /* …and to name */
  GtkWidget          *rename;        /* EspRenamePopover */
  GtkWidget          *roles;         /* EspPicker */
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
