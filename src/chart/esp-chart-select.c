/* esp-chart-select.c — selecting several: with the pointer, with the keyboard, a branch, peers, all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-chart.h"

#include "chart/esp-chart-edit-private.h"

static void
append_item (EspChart *self,
             GArray   *rows,
             EspItem   item)
{
  EspRowKey key = _esp_chart_get_key (self, item);

  g_array_append_val (rows, key);
}

static void
append_node (EspChart  *self,
             GArray    *rows,
             EspNodeIx  node)
{
  append_item (self, rows, ESP_ITEM (node));
  if (esp_scene_get_head (self->scene, node) != ESP_IX_NONE)
    append_item (self, rows, ESP_ITEM_HEAD (node));
}

/* Everything from the one to the other in reading order. FALSE: @last does not come after @first. */
static gboolean
append_range (EspChart *self,
              GArray   *rows,
              EspItem   first,
              EspItem   last)
{
  guint n = rows->len;

  for (EspItem item = first; item != ESP_ITEM_NONE; item = esp_scene_after (self->scene, item))
    {
      append_item (self, rows, item);
      if (item == last)
        return TRUE;
    }
  g_array_set_size (rows, n);
  return FALSE;
}

/* Where a range begins: at what was chosen last, or else at what is selected */
static EspItem
get_anchor (EspChart *self)
{
  const guint64 keys[] = { self->edit->anchor_key, self->selected_key };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      EspItem item = _esp_chart_find_key (self, keys[i]);

      if (item != ESP_ITEM_NONE && esp_scene_is_shown (self->scene, item))
        return item;
    }
  return ESP_ITEM_NONE;
}

static void
select_to (EspChart *self,
           EspItem   item,
           gboolean  keeps)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (EspRowKey));
  EspItem anchor = get_anchor (self);

  if (anchor == ESP_ITEM_NONE)
    anchor = item;
  self->edit->anchor_key = _esp_chart_get_key (self, anchor);
  if (keeps)
    g_array_append_vals (rows, esp_session_get_selected (self->session)->data, esp_session_get_n_selected (self->session));
  if (!append_range (self, rows, anchor, item))
    append_range (self, rows, item, anchor);
  esp_session_set_selected (self->session, rows, _esp_chart_get_key (self, item));
}

static void
toggle (EspChart *self,
        EspItem   item)
{
  EspRowKey key = _esp_chart_get_key (self, item);

  self->edit->anchor_key = key;
  esp_session_toggle_selected (self->session, ESP_ROW_TABLE (key), ESP_ROW_IX (key));
}

/**
 * _esp_chart_click:
 * @self: a chart
 * @item: what was clicked; %ESP_ITEM_NONE for the ground
 * @state: the keys that were held
 *
 * Selects what was clicked: alone; with Control as well, or not any more; with Shift everything up to there, in reading order.
 */
void
_esp_chart_click (EspChart        *self,
                  EspItem          item,
                  GdkModifierType  state)
{
  gboolean adds = (state & GDK_CONTROL_MASK) != 0;

  if (self->scene == NULL || (item == ESP_ITEM_NONE && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0))
    return;
  if (item != ESP_ITEM_NONE && (state & GDK_SHIFT_MASK) != 0)
    select_to (self, item, adds);
  else if (item != ESP_ITEM_NONE && adds)
    toggle (self, item);
  else
    {
      self->edit->anchor_key = item != ESP_ITEM_NONE ? _esp_chart_get_key (self, item) : ESP_CHART_KEY_NONE;
      esp_chart_select (self, item);
    }
}

/**
 * _esp_chart_walk_selecting:
 * @self: a chart
 * @from: where the keyboard was; %ESP_ITEM_NONE for nowhere
 *
 * The keyboard went on with Shift held: everything from where that began is selected.
 */
void
_esp_chart_walk_selecting (EspChart *self,
                           EspItem   from)
{
  EspItem item = esp_chart_get_focus_item (self);
  EspRowKey key;

  if (from == ESP_ITEM_NONE || item == ESP_ITEM_NONE || item == from)
    return;
  key = _esp_chart_get_key (self, from);
  if (!esp_session_is_selected (self->session, ESP_ROW_TABLE (key), ESP_ROW_IX (key)))
    self->edit->anchor_key = key;
  select_to (self, item, FALSE);
}

/* The rubber band */

static gboolean
is_same (GArray *a,
         GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (EspRowKey)) == 0);
}

/**
 * _esp_chart_select_within:
 * @self: a chart with a scene
 * @world: a rectangle
 * @before: (element-type EspRowKey): what stays selected
 *
 * Selects what a rectangle touches.
 */
void
_esp_chart_select_within (EspChart      *self,
                          const EspRect *world,
                          GArray        *before)
{
  g_autoptr (GArray) rows = g_array_copy (before);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (EspVisible));

  esp_scene_query (self->scene, world, 0, found);
  for (guint i = 0; i < found->len; i++)
    {
      EspNodeIx node = g_array_index (found, EspVisible, i).node;
      EspItem items[] = { ESP_ITEM (node), ESP_ITEM_HEAD (node) };
      guint n_items = esp_scene_get_head (self->scene, node) != ESP_IX_NONE ? 2 : 1;

      for (guint k = 0; k < n_items; k++)
        {
          EspRect rect;

          if (esp_scene_get_item_rect (self->scene, items[k], &rect) && esp_rect_overlaps (world, &rect))
            append_item (self, rows, items[k]);
        }
    }
  if (!is_same (rows, self->edit->banded))
    {
      g_array_set_size (self->edit->banded, 0);
      g_array_append_vals (self->edit->banded, rows->data, rows->len);
      esp_session_set_selected (self->session, rows, ESP_ROW_KEY_NONE);
    }
}

/* Branch, peers, all */

/* Breadth first, the nodes of a level of one branch stand side by side. */
static void
append_branch (EspChart  *self,
               GArray    *rows,
               EspNodeIx  top)
{
  EspNodeIx first = top;
  guint32 n = 1;

  while (n > 0)
    {
      EspNodeIx below = ESP_NODE_NONE;
      guint32 n_below = 0;

      for (guint32 i = 0; i < n; i++)
        {
          guint32 n_children;
          EspNodeIx children = esp_scene_get_children (self->scene, first + i, &n_children);

          append_node (self, rows, first + i);
          if (n_children > 0 && n_below == 0)
            below = children;
          n_below += n_children;
        }
      first = below;
      n = n_below;
    }
}

static void
append_peers (EspChart *self,
              GArray   *rows,
              EspItem   item)
{
  EspItem first = item, previous;

  while ((previous = esp_scene_previous (self->scene, first)) != ESP_ITEM_NONE)
    first = previous;
  for (EspItem peer = first; peer != ESP_ITEM_NONE; peer = esp_scene_next (self->scene, peer))
    append_item (self, rows, peer);
}

static void
select_many_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  EspChart *self = ESP_CHART (widget);
  EspItem item = esp_chart_get_focus_item (self);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (EspRowKey));

  if (g_str_equal (name, "chart.select-all"))
    append_range (self, rows, esp_scene_first (self->scene), esp_scene_last (self->scene));
  else if (item == ESP_ITEM_NONE)
    return;
  else if (g_str_equal (name, "chart.select-branch"))
    append_branch (self, rows, ESP_ITEM_NODE (item));
  else
    append_peers (self, rows, item);
  self->edit->anchor_key = ESP_CHART_KEY_NONE;
  esp_session_set_selected (self->session, rows, item != ESP_ITEM_NONE ? _esp_chart_get_key (self, item) : ESP_ROW_KEY_NONE);
}

static void
toggle_selected_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  EspChart *self = ESP_CHART (widget);
  EspItem item = esp_chart_get_focus_item (self);

  if (item != ESP_ITEM_NONE)
    toggle (self, item);
}

static const struct
{
  const char                 *name;
  gboolean                    needs_item;
  GtkWidgetActionActivateFunc func;
  guint                       keyval;
  GdkModifierType             modifiers;
} actions[] = {
  { "chart.toggle-selected", TRUE, toggle_selected_action, GDK_KEY_space, GDK_CONTROL_MASK },
  { "chart.select-branch", TRUE, select_many_action, GDK_KEY_b, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { "chart.select-peers", TRUE, select_many_action, GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { "chart.select-all", FALSE, select_many_action, GDK_KEY_a, GDK_CONTROL_MASK },
};

void
_esp_chart_install_select (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
      gtk_widget_class_add_binding_action (widget_class, actions[i].keyval, actions[i].modifiers, actions[i].name, NULL);
    }
}

void
_esp_chart_update_select_actions (EspChart *self)
{
  gboolean has_item = esp_chart_get_focus_item (self) != ESP_ITEM_NONE;
  gboolean has_any = self->scene != NULL && esp_scene_get_n_nodes (self->scene) > 0;

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, actions[i].needs_item ? has_item : has_any);
}
