/* esp-career-view.c — ladders as a map, and the ways between their rungs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-career"

#include "career/esp-career-view.h"

#include "esp-config.h"

struct _EspCareerView
{
  GtkWidget   parent_instance;

  EspSession *session;
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

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ESP_TYPE_CAREER_VIEW);

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
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "careerview");
}

static void
esp_career_view_init (EspCareerView *self)
{
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

  return self->session;
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

  if (!g_set_object (&self->session, session))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
