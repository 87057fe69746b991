/* esp-chart-view.c — the chart with what lies over it: zoom, map, scrollbars, and what is said when there is nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-chart-view.h"

#include "esp-config.h"

#include <math.h>

#include "chart/esp-legend.h"
#include "core/esp-i18n.h"
#include "session/esp-session-edit.h"
#include "widgets/esp-minimap.h"

#define WAIT_MS   300 /* shorter waits are not shown */
#define MAP_WIDTH 600 /* a narrower view has no room for the map */
#define SAY_MS    5000
#define TELL_MS   250 /* until assistive technologies know of a label that has come */

/**
 * EspChartView:
 *
 * The chart of a session and its controls. The map is there when something lies outside of the view and there is room for it.
 *
 * Properties: `session` (#EspSession), `show-minimap` (boolean, %TRUE).
 *
 * # CSS nodes
 *
 * `chartview`, in it `chart`, `minimap`, `legend`, `box.zoom-pill`, `button.ghost-card`, `label.esp-say`.
 *
 * # Accessibility
 *
 * What the chart says stands in a label whose role is that of a status.
 */
struct _EspChartView
{
  AdwBin         parent_instance;

  /* template */
  EspChart      *chart;
  GtkScrollbar  *vertical_bar;
  GtkScrollbar  *horizontal_bar;
  EspMinimap    *minimap;
  EspLegend     *legend;
  GtkLabel      *zoom_label;
  GtkWidget     *zoom_box;
  GtkWidget     *zoom_in_button;
  GtkWidget     *zoom_out_button;
  GtkWidget     *wait_box;
  GtkSpinner    *wait_spinner;
  GtkWidget     *ghost_button;
  GtkRevealer   *say_revealer;
  GtkLabel      *say_label;

  EspSession    *session;
  gboolean       show_minimap;
  guint          wait; /* until a wait is shown */
  guint          saying; /* until what is said goes away */
  guint          telling; /* until screen readers are told */
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_SHOW_MINIMAP,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EspChartView, esp_chart_view, ADW_TYPE_BIN)

static char *
format_zoom (double zoom)
{
  double percent = zoom * 100;

  if (percent < 0.095)
    /* Translators: the zoom, when it is very small */
    return g_strdup (_("< 0.1 %"));
  /* Translators: the zoom in per cent, with or without a decimal */
  return percent < 9.95 ? g_strdup_printf (_("%.1f %%"), percent) : g_strdup_printf (_("%.0f %%"), percent);
}

static void
update_bar (GtkScrollbar *bar)
{
  GtkAdjustment *adjustment = gtk_scrollbar_get_adjustment (bar);
  double range = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_lower (adjustment);

  gtk_widget_set_visible (GTK_WIDGET (bar), range > gtk_adjustment_get_page_size (adjustment) + 1);
}

static void
update_minimap (EspChartView *self)
{
  const EspViewport *viewport = esp_canvas_get_viewport (ESP_CANVAS (self->chart));

  gtk_widget_set_visible (GTK_WIDGET (self->minimap),
                          self->show_minimap && viewport->width >= MAP_WIDTH && esp_chart_get_scene (self->chart) != NULL &&
                            !esp_rect_is_empty (&viewport->content) && !esp_viewport_shows (viewport, &viewport->content));
}

static void
view_changed_cb (EspChartView *self)
{
  const EspViewport *viewport = esp_canvas_get_viewport (ESP_CANVAS (self->chart));
  g_autofree char *text = format_zoom (viewport->zoom);

  gtk_label_set_label (self->zoom_label, text);
  gtk_widget_set_sensitive (self->zoom_in_button, viewport->zoom < ESP_VIEWPORT_MAX_ZOOM);
  gtk_widget_set_sensitive (self->zoom_out_button, viewport->zoom > esp_viewport_get_min_zoom (viewport) * 1.0001);
  update_bar (self->vertical_bar);
  update_bar (self->horizontal_bar);
  update_minimap (self);
}

/* Waiting, and nothing to show */

static gboolean
show_wait_cb (gpointer user_data)
{
  EspChartView *self = user_data;

  self->wait = 0;
  gtk_spinner_start (self->wait_spinner);
  gtk_widget_set_visible (self->wait_box, TRUE);
  return G_SOURCE_REMOVE;
}

static void
update_state (EspChartView *self)
{
  gboolean has_scene = self->session != NULL && esp_session_get_scene (self->session) != NULL;
  gboolean waits = self->session != NULL && !has_scene && esp_session_get_building (self->session);
  gboolean is_empty = has_scene && esp_scene_get_n_nodes (esp_session_get_scene (self->session)) == 0;

  if (waits && self->wait == 0)
    self->wait = g_timeout_add (WAIT_MS, show_wait_cb, self);
  if (!waits)
    {
      g_clear_handle_id (&self->wait, g_source_remove);
      gtk_spinner_stop (self->wait_spinner);
      gtk_widget_set_visible (self->wait_box, FALSE);
    }
  gtk_widget_set_visible (self->ghost_button, is_empty);
  gtk_widget_set_visible (self->zoom_box, has_scene && !is_empty);
  gtk_widget_set_visible (GTK_WIDGET (self->legend), has_scene && !is_empty);
  update_minimap (self);
}

static void
on_add_first (GtkButton    *button,
              EspChartView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->chart));
  gtk_widget_activate_action (GTK_WIDGET (self->chart), "chart.add-top", NULL);
}

/* What the chart says */

static gboolean
stop_saying_cb (gpointer user_data)
{
  EspChartView *self = user_data;

  self->saying = 0;
  gtk_revealer_set_reveal_child (self->say_revealer, FALSE);
  return G_SOURCE_REMOVE;
}

/* Of words that a label had when it came no screen reader hears, only of other ones: a space that nobody sees makes them that. */
static gboolean
tell_cb (gpointer user_data)
{
  EspChartView *self = user_data;
  g_autofree char *text = g_strconcat (gtk_label_get_label (self->say_label), "\302\240", NULL);

  self->telling = 0;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->say_label), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return G_SOURCE_REMOVE;
}

static void
say_cb (EspChart     *chart,
        const char   *text,
        gboolean      stays,
        EspChartView *self)
{
  g_clear_handle_id (&self->saying, g_source_remove);
  g_clear_handle_id (&self->telling, g_source_remove);
  if (text != NULL)
    gtk_label_set_label (self->say_label, text);
  if (text != NULL && !gtk_revealer_get_reveal_child (self->say_revealer))
    self->telling = g_timeout_add (TELL_MS, tell_cb, self);
  gtk_revealer_set_reveal_child (self->say_revealer, text != NULL);
  if (text != NULL && !stays)
    self->saying = g_timeout_add (SAY_MS, stop_saying_cb, self);
}

static void
on_zoom_in (GtkButton    *button,
            EspChartView *self)
{
  esp_canvas_zoom_in (ESP_CANVAS (self->chart));
}

static void
on_zoom_out (GtkButton    *button,
             EspChartView *self)
{
  esp_canvas_zoom_out (ESP_CANVAS (self->chart));
}

static void
on_zoom_actual (GtkButton    *button,
                EspChartView *self)
{
  esp_canvas_zoom_to (ESP_CANVAS (self->chart), 1);
}

static void
on_zoom_fit (GtkButton    *button,
             EspChartView *self)
{
  esp_canvas_zoom_fit (ESP_CANVAS (self->chart));
}

static gboolean
esp_chart_view_grab_focus (GtkWidget *widget)
{
  EspChartView *self = ESP_CHART_VIEW (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->ghost_button) ? self->ghost_button : GTK_WIDGET (self->chart));
}

static void
esp_chart_view_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  EspChartView *self = ESP_CHART_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, esp_chart_view_get_session (self));
      break;
    case PROP_SHOW_MINIMAP:
      g_value_set_boolean (value, esp_chart_view_get_show_minimap (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
esp_chart_view_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  EspChartView *self = ESP_CHART_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      esp_chart_view_set_session (self, g_value_get_object (value));
      break;
    case PROP_SHOW_MINIMAP:
      esp_chart_view_set_show_minimap (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
esp_chart_view_dispose (GObject *object)
{
  EspChartView *self = ESP_CHART_VIEW (object);

  g_clear_handle_id (&self->wait, g_source_remove);
  g_clear_handle_id (&self->saying, g_source_remove);
  g_clear_handle_id (&self->telling, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), ESP_TYPE_CHART_VIEW);

  G_OBJECT_CLASS (esp_chart_view_parent_class)->dispose (object);
}

static void
esp_chart_view_class_init (EspChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = esp_chart_view_get_property;
  object_class->set_property = esp_chart_view_set_property;
  object_class->dispose = esp_chart_view_dispose;
  widget_class->grab_focus = esp_chart_view_grab_focus;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ESP_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SHOW_MINIMAP] = g_param_spec_boolean ("show-minimap", NULL, NULL, TRUE,
                                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ESP_TYPE_CHART);
  g_type_ensure (ESP_TYPE_LEGEND);
  g_type_ensure (ESP_TYPE_MINIMAP);
  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/chart-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EspChartView, chart);
  gtk_widget_class_bind_template_child (widget_class, EspChartView, vertical_bar);
  gtk_widget_class_bind_template_child (widget_class, EspChartView, horizontal_bar);
  gtk_widget_class_bind_template_child (widget_class, EspChartView, minimap);
  gtk_widget_class_bind_template_child (widget_class, EspChartView, legend);
  gtk_widget_class_bind_template_child (widget_class, EspChartView, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, EspChartView, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, EspChartView, zoom_in_button);
  gtk_widget_class_bind_template_child (widget_class, EspChartView, zoom_out_button);
  gtk_widget_class_bind_template_child (widget_class, EspChartView, wait_box);
  gtk_widget_class_bind_template_child (widget_class, EspChartView, wait_spinner);
  gtk_widget_class_bind_template_child (widget_class, EspChartView, ghost_button);
  gtk_widget_class_bind_template_child (widget_class, EspChartView, say_revealer);
  gtk_widget_class_bind_template_child (widget_class, EspChartView, say_label);
  gtk_widget_class_bind_template_callback (widget_class, on_add_first);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_actual);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_fit);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_in);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_out);
}

static void
esp_chart_view_init (EspChartView *self)
{
  EspCanvas *canvas;

  self->show_minimap = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  canvas = ESP_CANVAS (self->chart);
  gtk_scrollbar_set_adjustment (self->horizontal_bar, esp_canvas_get_hadjustment (canvas));
  gtk_scrollbar_set_adjustment (self->vertical_bar, esp_canvas_get_vadjustment (canvas));
  esp_minimap_set_canvas (self->minimap, canvas);
  esp_legend_set_chart (self->legend, self->chart);
  g_signal_connect_object (canvas, "view-changed", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "say", G_CALLBACK (say_cb), self, 0);
  update_state (self);
}

/**
 * esp_chart_view_new:
 *
 * Returns: (transfer floating): a view without a session
 */
GtkWidget *
esp_chart_view_new (void)
{
  return g_object_new (ESP_TYPE_CHART_VIEW, NULL);
}

/**
 * esp_chart_view_get_session:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): whose chart it shows
 */
EspSession *
esp_chart_view_get_session (EspChartView *self)
{
  g_return_val_if_fail (ESP_IS_CHART_VIEW (self), NULL);

  return self->session;
}

/**
 * esp_chart_view_set_session:
 * @self: a view
 * @session: (nullable): whose chart to show
 *
 * Shows the chart of a session.
 */
void
esp_chart_view_set_session (EspChartView *self,
                            EspSession   *session)
{
  g_return_if_fail (ESP_IS_CHART_VIEW (self));
  g_return_if_fail (session == NULL || ESP_IS_SESSION (session));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  esp_chart_set_session (self->chart, session);
  if (session != NULL)
    {
      g_signal_connect_swapped (session, "notify::scene", G_CALLBACK (update_state), self);
      g_signal_connect_swapped (session, "notify::building", G_CALLBACK (update_state), self);
    }
  update_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * esp_chart_view_get_show_minimap:
 * @self: a view
 *
 * Returns: whether the map is wanted
 */
gboolean
esp_chart_view_get_show_minimap (EspChartView *self)
{
  g_return_val_if_fail (ESP_IS_CHART_VIEW (self), FALSE);

  return self->show_minimap;
}

/**
 * esp_chart_view_set_show_minimap:
 * @self: a view
 * @show_minimap: whether the map is wanted; it is there only when it is of use
 *
 * Wants the map, or not.
 */
void
esp_chart_view_set_show_minimap (EspChartView *self,
                                 gboolean      show_minimap)
{
  g_return_if_fail (ESP_IS_CHART_VIEW (self));

  show_minimap = !!show_minimap;
  if (self->show_minimap == show_minimap)
    return;
  self->show_minimap = show_minimap;
  update_minimap (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_MINIMAP]);
}

/**
 * esp_chart_view_get_chart:
 * @self: a view
 *
 * Returns: (transfer none): the chart in it
 */
EspChart *
esp_chart_view_get_chart (EspChartView *self)
{
  g_return_val_if_fail (ESP_IS_CHART_VIEW (self), NULL);

  return self->chart;
}
