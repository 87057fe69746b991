/* esp-graph.h — the best simple paths of a small directed graph
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ESP_GRAPH_FAR G_MAXUINT64

/* Nodes are 0 … n - 1. Weights are positive; of parallel edges the first lightest counts. */
typedef struct
{
  guint    n;
  guint64 *weights; /* n × n, from × n + to; ESP_GRAPH_FAR: no edge */
} EspGraph;

EspGraph  *esp_graph_new        (guint           n) G_GNUC_WARN_UNUSED_RESULT;
void       esp_graph_free       (EspGraph       *self);
gboolean   esp_graph_add_edge   (EspGraph       *self,
                                 guint           from,
                                 guint           to,
                                 guint64         weight);
guint64    esp_graph_get_weight (const EspGraph *self,
                                 guint           from,
                                 guint           to);
guint64   *esp_graph_distances  (const EspGraph *self,
                                 guint           to,
                                 const gboolean *banned) G_GNUC_WARN_UNUSED_RESULT;
guint      esp_graph_follow     (const EspGraph *self,
                                 const guint64  *distances,
                                 guint           from);
GPtrArray *esp_graph_best_paths (const EspGraph *self,
                                 guint           from,
                                 guint           to,
                                 guint           n_most) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspGraph, esp_graph_free)

G_END_DECLS
