/* esp-chart.c — the chart of a session's scene
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-chart.h"

#include <math.h>

#include "chart/esp-chart-card.h"
#include "chart/esp-chart-private.h"
#include "core/esp-i18n.h"

#define SYSTEM_FONT_PX (11.0 * 96 / 72) /* what sizes in the scene are for */

/**
 * EspChart:
 *
 * Draws the scene of a session and lets people walk through it. Only what is in view costs anything: near, cards are widgets;
 * further away they are painted; from afar branches are blocks (#EspStage).
 *
 * The focused and the selected card are widgets wherever they are, so that neither focus nor what a screen reader is told of
 * gets lost by scrolling or zooming.
 *
 * Properties: `session` (#EspSession). Signals: those of #EspCanvas, `stage-changed`, and `say (const char *text, gboolean stays)`: what happens, in words,
 * for the eyes and for screen readers; %NULL: nothing more is to be said.
 *
 * Actions: `chart.select`, `chart.menu`, `chart.fold`, `chart.unfold`, `chart.toggle-fold`, `chart.unfold-below`, `chart.fold-below`,
 * `chart.isolate`, `chart.compare-role`, `chart.show-on-ladder`, `chart.copy-text`, `chart.copy-picture`, on the focused card; those of selecting,
 * editing and moving (esp-chart-select.c, esp-chart-edit.c, esp-chart-carry.c); and those of the canvas:
 * `canvas.zoom-in`, `canvas.zoom-out`, `canvas.zoom-fit`, `canvas.zoom-actual`.
 *
 * # CSS nodes
 *
 * `chart`; its children are `chartcard`.
 *
 * # Accessibility
 *
 * Role tree.
 */
enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EspChart, esp_chart, ESP_TYPE_CANVAS)

guint64
_esp_chart_get_key (EspChart *self,
                    EspItem   item)
{
  EspTable table;
  EspIx ix = esp_scene_get_row (self->scene, item, &table);

  return (guint64) table << 32 | ix;
}

EspItem
_esp_chart_find_key (EspChart *self,
                     guint64   key)
{
  if (self->scene == NULL || key == ESP_CHART_KEY_NONE)
    return ESP_ITEM_NONE;
  return esp_scene_find (self->scene, (EspTable) (key >> 32), (EspIx) key);
}

/* What a card shows, in the present scene: it may have been filled from the one before, whose items had other numbers */
EspItem
_esp_chart_get_card_item (EspChart     *self,
                          EspChartCard *card)
{
  EspIx ix;
  EspTable table = esp_chart_card_get_row (card, &ix);

  return _esp_chart_find_key (self, (guint64) table << 32 | ix);
}

/* Where an item is drawn now */
gboolean
_esp_chart_get_rect (EspChart *self,
                     EspItem   item,
                     EspRect  *rect)
{
  EspPoint offset;

  if (!esp_scene_get_item_rect (self->scene, item, rect))
    return FALSE;
  offset = _esp_chart_get_offset (self, ESP_ITEM_NODE (item));
  rect->x += offset.x;
  rect->y += offset.y;
  return TRUE;
}

/* What is drawn at a point of the view now, not where it is moving to */
EspItem
_esp_chart_hit (EspChart *self,
                double    view_x,
                double    view_y)
{
  EspPoint world = esp_viewport_to_world (esp_canvas_get_viewport (ESP_CANVAS (self)), view_x, view_y);

  if (self->scene == NULL)
    return ESP_ITEM_NONE;
  if (esp_canvas_get_progress (ESP_CANVAS (self)) >= 1)
    return esp_scene_hit (self->scene, world.x, world.y);
  for (guint i = self->visible->len; i > 0; i--)
    {
      EspNodeIx node = g_array_index (self->visible, EspVisible, i - 1).node;
      EspItem items[] = { ESP_ITEM_HEAD (node), ESP_ITEM (node) };

      for (guint k = esp_scene_get_head (self->scene, node) == ESP_IX_NONE; k < G_N_ELEMENTS (items); k++)
        {
          EspRect rect;

          if (_esp_chart_get_rect (self, items[k], &rect) && esp_rect_contains_point (&rect, world.x, world.y))
            return items[k];
        }
    }
  return ESP_ITEM_NONE;
}

/* Makes a widget of an item, at whatever zoom, and gives it the focus where it is */
void
_esp_chart_focus_card (EspChart *self,
                       EspItem   item)
{
  GtkWidget *card;

  self->focus_key = _esp_chart_get_key (self, item);
  esp_canvas_update_now (ESP_CANVAS (self));
  card = esp_chart_get_card (self, item);
  if (card != NULL)
    gtk_widget_grab_focus (card);
  _esp_chart_update_actions (self);
}

/* Keys go to the chart, and no card is brought into view for it */
void
_esp_chart_focus_self (EspChart *self)
{
  GTK_WIDGET_CLASS (esp_chart_parent_class)->grab_focus (GTK_WIDGET (self));
}

/* The colours and the font of the system */

static void
style_changed_cb (EspChart *self)
{
  esp_chart_colors_load (&self->colors, esp_chart_colors_get_palette (adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)))));
  if (self->scene != NULL)
    esp_canvas_content_changed (ESP_CANVAS (self));
}

static double
get_text_scale (EspChart *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  /* in steps of a twentieth: a hair's breadth more must not make every card a step higher */
  return size > 0 ? MAX (round (size / SYSTEM_FONT_PX * 20) / 20, 0.5) : 1;
}

static void
tell_display (EspChart *self)
{
  const EspViewport *viewport = esp_canvas_get_viewport (ESP_CANVAS (self));

  if (self->session != NULL && viewport->width > 0)
    esp_session_set_display (self->session, gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
                             get_text_scale (self), viewport->width / MAX (viewport->height, 1));
}

/* Canvas */

static void
esp_chart_get_content (EspCanvas *canvas,
                       EspRect   *world)
{
  EspChart *self = ESP_CHART (canvas);

  if (self->scene != NULL)
    esp_scene_get_bounds (self->scene, world);
}

static void
esp_chart_resized (EspCanvas *canvas,
                   gboolean   first)
{
  EspChart *self = ESP_CHART (canvas);

  if (self->needs_opening && self->scene != NULL)
    esp_chart_go_to_opening (self);
}

static void
esp_chart_collect (EspCanvas *canvas,
                   GArray    *wants)
{
  _esp_chart_collect (ESP_CHART (canvas), wants);
}

static void
card_focused_cb (GtkEventControllerFocus *controller,
                 EspChart                *self)
{
  EspChartCard *card = ESP_CHART_CARD (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
  EspIx ix;
  EspTable table = esp_chart_card_get_row (card, &ix);

  self->focus_key = (guint64) table << 32 | ix;
  _esp_chart_update_actions (self);
}

static void
card_folded_cb (EspChartCard *card,
                EspChart     *self)
{
  esp_chart_toggle_fold (self, _esp_chart_get_card_item (self, card));
}

static GtkWidget *
esp_chart_create_card (EspCanvas *canvas)
{
  EspChart *self = ESP_CHART (canvas);
  GtkWidget *card = esp_chart_card_new (&self->colors);
  GtkEventController *controller = gtk_event_controller_focus_new ();

  g_signal_connect (controller, "enter", G_CALLBACK (card_focused_cb), self);
  gtk_widget_add_controller (card, controller);
  g_signal_connect (card, "toggle-fold", G_CALLBACK (card_folded_cb), self);
  return card;
}

static void
esp_chart_bind_card (EspCanvas         *canvas,
                     GtkWidget         *card,
                     const EspCardWant *want)
{
  EspChart *self = ESP_CHART (canvas);
  gboolean is_selected = esp_session_is_selected (self->session, ESP_ROW_TABLE (want->key), ESP_ROW_IX (want->key));
  EspChartCardMarks marks = is_selected ? ESP_CHART_CARD_SELECTED : 0;

  if (esp_scene_is_marked (self->scene, want->item))
    marks |= ESP_CHART_CARD_HIT;
  if (_esp_chart_is_dimmed (self, ESP_ITEM_NODE (want->item)) || _esp_chart_is_carried (self, want->key))
    marks |= ESP_CHART_CARD_DIMMED;
  esp_chart_card_bind (ESP_CHART_CARD (card), self->scene, want->item, marks);
}

static void
esp_chart_paint (EspCanvas      *canvas,
                 GtkSnapshot    *snapshot,
                 const EspPaint *paint)
{
  _esp_chart_paint (ESP_CHART (canvas), snapshot, paint);
}

static void
esp_chart_paint_over (EspCanvas      *canvas,
                      GtkSnapshot    *snapshot,
                      const EspPaint *paint)
{
  _esp_chart_paint_over (ESP_CHART (canvas), snapshot, paint);
}

static void
esp_chart_paint_overview (EspCanvas         *canvas,
                          GtkSnapshot       *snapshot,
                          const EspOverview *overview)
{
  _esp_chart_paint_overview (ESP_CHART (canvas), snapshot, overview);
}

static void
esp_chart_activate (EspCanvas *canvas)
{
  gtk_widget_activate_action (GTK_WIDGET (canvas), "chart.activate", NULL);
}

/* Widget */

static gboolean
esp_chart_grab_focus (GtkWidget *widget)
{
  EspChart *self = ESP_CHART (widget);
  EspItem item = esp_chart_get_focus_item (self);

  if (item == ESP_ITEM_NONE)
    item = _esp_chart_find_key (self, self->selected_key);
  if (item == ESP_ITEM_NONE && self->scene != NULL)
    item = esp_scene_first (self->scene);
  if (item == ESP_ITEM_NONE || !esp_scene_is_shown (self->scene, item))
    return GTK_WIDGET_CLASS (esp_chart_parent_class)->grab_focus (widget);
  esp_chart_focus_item (self, item);
  /* there are no cards before there is room for them: the chart has the keys until then */
  if (gtk_widget_get_focus_child (widget) == NULL)
    _esp_chart_focus_self (self);
  return TRUE;
}

/* The chart is one stop of the Tab key; inside, arrows walk */
static gboolean
esp_chart_focus (GtkWidget        *widget,
                 GtkDirectionType  direction)
{
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (GTK_IS_POPOVER (child)) /* arrows walk in the menu */
    return gtk_widget_child_focus (child, direction);
  if (child != NULL || gtk_widget_is_focus (widget))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

static void
esp_chart_css_changed (GtkWidget         *widget,
                       GtkCssStyleChange *change)
{
  EspChart *self = ESP_CHART (widget);

  GTK_WIDGET_CLASS (esp_chart_parent_class)->css_changed (widget, change);
  esp_text_cache_clear (self->texts);
  tell_display (self);
}

static void
esp_chart_direction_changed (GtkWidget        *widget,
                             GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (esp_chart_parent_class)->direction_changed (widget, previous);
  tell_display (ESP_CHART (widget));
}

static void
esp_chart_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (esp_chart_parent_class)->map (widget);
  tell_display (ESP_CHART (widget));
  esp_canvas_queue_update (ESP_CANVAS (widget));
}

static void
esp_chart_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, esp_chart_get_session (ESP_CHART (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
esp_chart_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      esp_chart_set_session (ESP_CHART (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
drop_session (EspChart *self)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  self->scene = NULL;
}

static void
esp_chart_dispose (GObject *object)
{
  EspChart *self = ESP_CHART (object);

  g_clear_handle_id (&self->leading, g_source_remove);
  drop_session (self);
  _esp_chart_drop_edit (self);

  G_OBJECT_CLASS (esp_chart_parent_class)->dispose (object);
}

static void
esp_chart_finalize (GObject *object)
{
  EspChart *self = ESP_CHART (object);

  esp_text_cache_free (self->texts);
  esp_boxes_free (self->boxes);
  g_array_unref (self->visible);
  g_array_unref (self->placed);
  g_array_unref (self->wires);
  g_clear_pointer (&self->chain, g_array_unref);
  g_clear_pointer (&self->trace, g_array_unref);
  g_clear_pointer (&self->filter, esp_filter_unref);
  g_array_unref (self->names);
  g_ptr_array_unref (self->routes);
  g_ptr_array_unref (self->bundles);
  g_hash_table_unref (self->offsets);
  _esp_chart_free_edit (self);

  G_OBJECT_CLASS (esp_chart_parent_class)->finalize (object);
}

static void
esp_chart_class_init (EspChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  EspCanvasClass *canvas_class = ESP_CANVAS_CLASS (klass);

  object_class->get_property = esp_chart_get_property;
  object_class->set_property = esp_chart_set_property;
  object_class->dispose = esp_chart_dispose;
  object_class->finalize = esp_chart_finalize;

  widget_class->grab_focus = esp_chart_grab_focus;
  widget_class->focus = esp_chart_focus;
  widget_class->css_changed = esp_chart_css_changed;
  widget_class->direction_changed = esp_chart_direction_changed;
  widget_class->map = esp_chart_map;

  canvas_class->get_content = esp_chart_get_content;
  canvas_class->resized = esp_chart_resized;
  canvas_class->collect = esp_chart_collect;
  canvas_class->create_card = esp_chart_create_card;
  canvas_class->bind_card = esp_chart_bind_card;
  canvas_class->paint = esp_chart_paint;
  canvas_class->paint_over = esp_chart_paint_over;
  canvas_class->paint_overview = esp_chart_paint_overview;
  canvas_class->activate = esp_chart_activate;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ESP_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TREE);
  _esp_chart_install_input (widget_class);
  _esp_chart_install_actions (widget_class);
  _esp_chart_install_edit (widget_class);
}

static void
esp_chart_init (EspChart *self)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  self->texts = esp_text_cache_new (GTK_WIDGET (self));
  self->boxes = esp_boxes_new (GTK_WIDGET (self));
  self->visible = g_array_new (FALSE, FALSE, sizeof (EspVisible));
  self->placed = g_array_new (FALSE, FALSE, sizeof (EspPlaced));
  self->wires = g_array_new (FALSE, FALSE, sizeof (EspWire));
  self->names = g_array_new (FALSE, FALSE, sizeof (EspBranchName));
  self->routes = g_ptr_array_new ();
  self->bundles = g_ptr_array_new ();
  self->selected_end = ESP_ITEM_NONE;
  self->offsets = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->stage = ESP_STAGE_NONE;
  self->min_px = 4;
  self->colors.lens = ESP_N_COLORS;
  self->focus_key = self->selected_key = self->held_key = self->reveal_key = ESP_CHART_KEY_NONE;
  self->needs_opening = TRUE;

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Organization chart"), -1);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  esp_chart_colors_install (gtk_widget_get_display (GTK_WIDGET (self)));
  style_changed_cb (self);
  _esp_chart_init_input (self);
  _esp_chart_init_edit (self);
  _esp_chart_update_actions (self);
}

/**
 * esp_chart_new:
 *
 * Returns: (transfer floating): a chart without a session
 */
GtkWidget *
esp_chart_new (void)
{
  return g_object_new (ESP_TYPE_CHART, NULL);
}

/**
 * esp_chart_get_session:
 * @self: a chart
 *
 * Returns: (transfer none) (nullable): whose scene it shows
 */
EspSession *
esp_chart_get_session (EspChart *self)
{
  g_return_val_if_fail (ESP_IS_CHART (self), NULL);

  return self->session;
}

/**
 * esp_chart_set_session:
 * @self: a chart
 * @session: (nullable): whose scene to show
 *
 * Shows the scene of a session, and follows it.
 */
void
esp_chart_set_session (EspChart   *self,
                       EspSession *session)
{
  g_return_if_fail (ESP_IS_CHART (self));
  g_return_if_fail (session == NULL || ESP_IS_SESSION (session));

  if (self->session == session)
    return;
  drop_session (self);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      tell_display (self);
      _esp_chart_follow (self);
    }
  else
    {
      g_array_set_size (self->visible, 0);
      g_array_set_size (self->placed, 0);
      esp_canvas_content_changed (ESP_CANVAS (self));
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * esp_chart_get_top_inset:
 * @self: a chart
 *
 * Returns: what is left free at the top when a document opens, view px
 */
double
esp_chart_get_top_inset (EspChart *self)
{
  g_return_val_if_fail (ESP_IS_CHART (self), 0);

  return self->top_inset;
}

/**
 * esp_chart_set_top_inset:
 * @self: a chart
 * @top_inset: view px
 *
 * Says that something lies over the top of the chart when it opens, so that its first card is not hidden. A chart that nobody has moved since opens again.
 */
void
esp_chart_set_top_inset (EspChart *self,
                         double    top_inset)
{
  const EspViewport *viewport;

  g_return_if_fail (ESP_IS_CHART (self));

  if (self->top_inset == top_inset)
    return;
  viewport = esp_canvas_get_viewport (ESP_CANVAS (self));
  self->top_inset = top_inset;
  if (self->scene != NULL && viewport->width > 0 && viewport->x == self->opening.x && viewport->y == self->opening.y && viewport->zoom == self->opening.zoom)
    esp_chart_go_to_opening (self);
}

/**
 * esp_chart_get_lens:
 * @self: a chart
 *
 * Returns: the colour of the seats that are not dimmed; %ESP_N_COLORS if nothing is
 */
EspColor
esp_chart_get_lens (EspChart *self)
{
  g_return_val_if_fail (ESP_IS_CHART (self), ESP_N_COLORS);

  return self->colors.lens;
}

/**
 * esp_chart_set_lens:
 * @self: a chart
 * @lens: a colour; %ESP_N_COLORS for none
 *
 * Dims everything but the program-management seats that stand where @lens says.
 */
void
esp_chart_set_lens (EspChart *self,
                    EspColor  lens)
{
  g_return_if_fail (ESP_IS_CHART (self));

  if (self->colors.lens == lens)
    return;
  self->colors.lens = lens;
  esp_canvas_cards_changed (ESP_CANVAS (self));
}

/**
 * esp_chart_get_scene:
 * @self: a chart
 *
 * Returns: (transfer none) (nullable): what it shows
 */
EspScene *
esp_chart_get_scene (EspChart *self)
{
  g_return_val_if_fail (ESP_IS_CHART (self), NULL);

  return self->scene;
}

/**
 * esp_chart_get_stage:
 * @self: a chart
 *
 * Returns: how much of a card is drawn now
 */
EspStage
esp_chart_get_stage (EspChart *self)
{
  g_return_val_if_fail (ESP_IS_CHART (self), ESP_STAGE_NONE);

  return self->stage;
}

/**
 * esp_chart_get_card:
 * @self: a chart
 * @item: of its scene
 *
 * Returns: (transfer none) (nullable): the widget of @item, if it has one now
 */
GtkWidget *
esp_chart_get_card (EspChart *self,
                    EspItem   item)
{
  g_return_val_if_fail (ESP_IS_CHART (self), NULL);

  if (self->scene == NULL || item == ESP_ITEM_NONE)
    return NULL;
  return esp_canvas_get_card (ESP_CANVAS (self), _esp_chart_get_key (self, item));
}

/**
 * esp_chart_get_focus_item:
 * @self: a chart
 *
 * Returns: where the keyboard is, whether the chart has the focus or not; %ESP_ITEM_NONE for nowhere
 */
EspItem
esp_chart_get_focus_item (EspChart *self)
{
  g_return_val_if_fail (ESP_IS_CHART (self), ESP_ITEM_NONE);

  return _esp_chart_find_key (self, self->focus_key);
}

/**
 * esp_chart_focus_item:
 * @self: a chart
 * @item: of its scene, shown
 *
 * Gives an item the focus and brings it into view. Its card becomes a widget for it, at whatever zoom.
 */
void
esp_chart_focus_item (EspChart *self,
                      EspItem   item)
{
  EspRect rect;

  g_return_if_fail (ESP_IS_CHART (self));

  if (self->scene == NULL || item == ESP_ITEM_NONE || !esp_scene_is_shown (self->scene, item))
    return;
  _esp_chart_focus_card (self, item);
  if (esp_scene_get_item_rect (self->scene, item, &rect))
    esp_canvas_bring_into_view (ESP_CANVAS (self), &rect, TRUE);
}

/**
 * esp_chart_select:
 * @self: a chart
 * @item: of its scene; %ESP_ITEM_NONE for nothing
 *
 * Selects an item in the session; a stand-in makes way for what it stands for.
 */
void
esp_chart_select (EspChart *self,
                  EspItem   item)
{
  EspTable table;
  EspIx ix;

  g_return_if_fail (ESP_IS_CHART (self));

  if (self->session == NULL)
    return;
  if (item == ESP_ITEM_NONE)
    {
      esp_session_clear_selection (self->session);
      return;
    }
  if (esp_scene_get_n_more (self->scene, ESP_ITEM_NODE (item)) > 0)
    {
      esp_session_show_more (self->session, ESP_ITEM_NODE (item));
      return;
    }
  ix = esp_scene_get_row (self->scene, item, &table);
  esp_session_select (self->session, table, ix);
}

/**
 * esp_chart_toggle_fold:
 * @self: a chart
 * @item: of its scene
 *
 * Opens or closes what hangs from an item; the item keeps its place on the screen.
 */
void
esp_chart_toggle_fold (EspChart *self,
                       EspItem   item)
{
  EspNodeIx node = ESP_ITEM_NODE (item);

  g_return_if_fail (ESP_IS_CHART (self));

  if (self->scene == NULL || item == ESP_ITEM_NONE || !esp_scene_can_fold (self->scene, node))
    return;
  self->held_key = _esp_chart_get_key (self, ESP_ITEM (node));
  esp_session_set_folded (self->session, node, !esp_scene_is_folded (self->scene, node));
}
