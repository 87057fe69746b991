/* esp-print.h — the chart on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "session/esp-session.h"

G_BEGIN_DECLS

GtkPrintOperation *esp_print_new      (EspSession *session) G_GNUC_WARN_UNUSED_RESULT;
guint              esp_print_arrange  (double      chart_width,
                                       double      chart_height,
                                       double      page_width,
                                       double      page_height,
                                       double     *scale,
                                       guint      *n_columns);

G_END_DECLS
