/* esp-chart-trace.c — one branch alone, and the way from the selection to the top with the rest dimmed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-chart.h"

#include "chart/esp-chart-private.h"

static int
compare_nodes (gconstpointer a,
               gconstpointer b)
{
  EspNodeIx x = *(const EspNodeIx *) a;
  EspNodeIx y = *(const EspNodeIx *) b;

  return (x > y) - (x < y);
}

/**
 * _esp_chart_update_trace:
 * @self: a chart
 *
 * Finds the way again: the selection, the scene or the wish for it is another one.
 */
void
_esp_chart_update_trace (EspChart *self)
{
  EspItem item = ESP_ITEM_NONE;
  GArray *trace;

  g_clear_pointer (&self->trace, g_array_unref);
  if (self->scene != NULL && esp_session_get_trace (self->session))
    item = _esp_chart_find_key (self, self->selected_key);
  if (item == ESP_ITEM_NONE)
    return;
  trace = g_array_new (FALSE, FALSE, sizeof (EspNodeIx));
  for (EspNodeIx node = ESP_ITEM_NODE (item); node != ESP_NODE_NONE; node = esp_scene_get_parent (self->scene, node))
    g_array_append_val (trace, node);
  g_array_sort (trace, compare_nodes);
  self->trace = trace;
}

/**
 * _esp_chart_is_dimmed:
 * @self: a chart with a scene
 * @node: a node; %ESP_NODE_NONE for what is many nodes
 *
 * Time: O(log levels).
 *
 * Returns: whether it stands back: off the way that is traced
 */
gboolean
_esp_chart_is_dimmed (EspChart  *self,
                      EspNodeIx  node)
{
  return self->trace != NULL && (node == ESP_NODE_NONE || !g_array_binary_search (self->trace, &node, compare_nodes, NULL));
}

/**
 * _esp_chart_dim_card:
 * @self: a chart
 * @card: (inout): what a card says
 *
 * Dims a card that stands back.
 */
void
_esp_chart_dim_card (EspChart *self,
                     EspCard  *card)
{
  card->is_dimmed |= _esp_chart_is_dimmed (self, ESP_ITEM_NODE (card->item)) || _esp_chart_is_carried (self, _esp_chart_get_key (self, card->item));
  card->is_dimmed |= esp_chart_colors_is_dimmed (&self->colors, card->is_seat && !card->is_unit, card->color);
}

/**
 * esp_chart_toggle_isolated:
 * @self: a chart
 *
 * Shows the branch of the card at the keyboard, or else of the selected one, alone. Where that is alone already, everything is shown again.
 */
void
esp_chart_toggle_isolated (EspChart *self)
{
  EspItem item;
  EspNodeIx node;

  g_return_if_fail (ESP_IS_CHART (self));

  if (self->scene == NULL)
    return;
  item = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL ? esp_chart_get_focus_item (self) : _esp_chart_find_key (self, self->selected_key);
  node = item != ESP_ITEM_NONE ? ESP_ITEM_NODE (item) : ESP_NODE_NONE;
  self->held_key = item != ESP_ITEM_NONE ? _esp_chart_get_key (self, ESP_ITEM (node)) : ESP_CHART_KEY_NONE;
  esp_session_isolate (self->session, node == esp_scene_get_top (self->scene) ? ESP_NODE_NONE : node);
}
