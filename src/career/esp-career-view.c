/* esp-career-view.c — ladders as a map, and the ways between their rungs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-career"

#include "career/esp-career-view.h"

#include <adwaita.h>

#include "career/esp-career-list.h"
#include "career/esp-career-panel.h"
#include "esp-config.h"

/**
 * EspCareerView:
 *
 * The ladders as a map with a panel about the rung looked at; where there is no room for both, as a list, and the panel as a page
 * with a way back. The map, the panel and the list are made when the view is first on screen.
 *
 * # CSS nodes
 *
 * `careerview`
 */
struct _EspCareerView
{
  GtkWidget       parent_instance;

  AdwLeaflet     *leaflet;
  GtkStack       *ladders_stack;
  GtkWidget      *back_bar;
  AdwBin         *panel_bin;

  EspCareerState *state;
  EspCareerMap   *map; /* borrowed; NULL until the view is first on screen */
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EspCareerView, esp_career_view, GTK_TYPE_WIDGET)

static void
update_folded (EspCareerView *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  gtk_widget_set_visible (self->back_bar, folded);
  if (self->map != NULL)
    gtk_stack_set_visible_child_name (self->ladders_stack, folded ? "list" : "map");
}

/* Where both are seen, the keyboard stays where it is. */
static void
show_rung (EspCareerView *self)
{
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child_name (self->leaflet, "rung");
}

/* Asked for from elsewhere: the page of the rung, where there is one page at a time */
static void
rung_changed_cb (EspCareerView *self)
{
  if (esp_career_state_get_rung (self->state) != NULL)
    show_rung (self);
}

static void
on_folded (EspCareerView *self)
{
  update_folded (self);
}

static void
on_back (EspCareerView *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "ladders");
}

static void
build (EspCareerView *self)
{
  GtkWidget *list = esp_career_list_new (self->state);

  self->map = ESP_CAREER_MAP (esp_career_map_new (self->state));
  gtk_stack_add_named (self->ladders_stack, GTK_WIDGET (self->map), "map");
  gtk_stack_add_named (self->ladders_stack, list, "list");
  adw_bin_set_child (self->panel_bin, esp_career_panel_new (self->state));
  g_signal_connect_object (list, "activated", G_CALLBACK (show_rung), self, G_CONNECT_SWAPPED);
  update_folded (self);
}

static void
esp_career_view_map (GtkWidget *widget)
{
  EspCareerView *self = ESP_CAREER_VIEW (widget);

  if (self->map == NULL)
    build (self);
  GTK_WIDGET_CLASS (esp_career_view_parent_class)->map (widget);
}

static void
esp_career_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, esp_career_view_get_session (ESP_CAREER_VIEW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
esp_career_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      esp_career_view_set_session (ESP_CAREER_VIEW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
esp_career_view_dispose (GObject *object)
{
  EspCareerView *self = ESP_CAREER_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ESP_TYPE_CAREER_VIEW);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (esp_career_view_parent_class)->dispose (object);
}

static void
esp_career_view_class_init (EspCareerViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = esp_career_view_get_property;
  object_class->set_property = esp_career_view_set_property;
  object_class->dispose = esp_career_view_dispose;
  widget_class->map = esp_career_view_map;

  /**
   * EspCareerView:session:
   *
   * What the window looks at.
   */
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, ESP_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/career-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EspCareerView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, EspCareerView, ladders_stack);
  gtk_widget_class_bind_template_child (widget_class, EspCareerView, back_bar);
  gtk_widget_class_bind_template_child (widget_class, EspCareerView, panel_bin);
  gtk_widget_class_bind_template_callback (widget_class, on_folded);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "careerview");
}

static void
esp_career_view_init (EspCareerView *self)
{
  self->state = esp_career_state_new (esp_catalogue_get_default ());
  g_signal_connect_object (self->state, "rung-changed", G_CALLBACK (rung_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * esp_career_view_new:
 * @session: (nullable): what the window looks at
 *
 * Returns: (transfer full): the view
 */
GtkWidget *
esp_career_view_new (EspSession *session)
{
  return g_object_new (ESP_TYPE_CAREER_VIEW, "session", session, NULL);
}

EspSession *
esp_career_view_get_session (EspCareerView *self)
{
  g_return_val_if_fail (ESP_IS_CAREER_VIEW (self), NULL);

  return esp_career_state_get_session (self->state);
}

/**
 * esp_career_view_set_session:
 * @self: a view
 * @session: (nullable): what the window looks at; a reference is kept
 */
void
esp_career_view_set_session (EspCareerView *self,
                              EspSession     *session)
{
  g_return_if_fail (ESP_IS_CAREER_VIEW (self));
  g_return_if_fail (session == NULL || ESP_IS_SESSION (session));

  if (esp_career_state_get_session (self->state) == session)
    return;
  esp_career_state_set_session (self->state, session);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * esp_career_view_get_state:
 * @self: a view
 *
 * Returns: (transfer none): what its parts share: the goal, and the ways to it
 */
EspCareerState *
esp_career_view_get_state (EspCareerView *self)
{
  g_return_val_if_fail (ESP_IS_CAREER_VIEW (self), NULL);

  return self->state;
}

/**
 * esp_career_view_get_map:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the map; %NULL before the view was on screen
 */
EspCareerMap *
esp_career_view_get_map (EspCareerView *self)
{
  g_return_val_if_fail (ESP_IS_CAREER_VIEW (self), NULL);

  return self->map;
}
