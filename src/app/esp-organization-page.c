/* esp-organization-page.c — the chart, what is found in it and the details of the selection beside it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-organization-page-private.h"

#include "app/esp-settings.h"
#include "chart/esp-inspector.h"
#include "core/esp-i18n.h"
#include "esp-config.h"

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_SHOW_INSPECTOR,
  PROP_SHOW_OUTLINE,
  PROP_COVER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EspOrganizationPage, esp_organization_page, ADW_TYPE_BIN)

static void
update_hint (EspOrganizationPage *self)
{
  EspDocument *document = esp_session_get_document (self->session);

  gtk_revealer_set_reveal_child (self->hint_revealer, g_settings_get_boolean (esp_settings_get_default (), "show-example-hint")
                                                          && esp_document_get_sample (document) != NULL);
  _esp_organization_page_update_inset (self);
}

static void
on_hint_closed (GtkButton           *button,
                EspOrganizationPage *self)
{
  g_settings_set_boolean (esp_settings_get_default (), "show-example-hint", FALSE);
  gtk_widget_grab_focus (self->chart_view);
}

void
_esp_organization_page_notify_outline (EspOrganizationPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_OUTLINE]);
}

void
_esp_organization_page_notify_cover (EspOrganizationPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COVER]);
}

static void
reveal_flap_cb (EspOrganizationPage *self)
{
  if (adw_flap_get_reveal_flap (self->flap) && self->width_class != ESP_WIDTH_CLASS_WIDE)
    _esp_organization_page_hide_side (self);
  _esp_organization_page_notify_cover (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_INSPECTOR]);
}

static void
set_session (EspOrganizationPage *self,
             EspSession          *session)
{
  g_return_if_fail (self->session == NULL);

  g_set_object (&self->session, session);
  esp_chart_view_set_session (ESP_CHART_VIEW (self->chart_view), session);
  esp_inspector_set_session (ESP_INSPECTOR (self->inspector), session);
  _esp_organization_page_follow_find (self);
  g_signal_connect_object (session, "notify::document", G_CALLBACK (update_hint), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (esp_settings_get_default (), "changed::show-example-hint", G_CALLBACK (update_hint), self, G_CONNECT_SWAPPED);
  update_hint (self);
}

static void
esp_organization_page_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  EspOrganizationPage *self = ESP_ORGANIZATION_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_SHOW_INSPECTOR:
      g_value_set_boolean (value, esp_organization_page_get_show_inspector (self));
      break;
    case PROP_SHOW_OUTLINE:
      g_value_set_boolean (value, self->show_outline);
      break;
    case PROP_COVER:
      g_value_set_static_string (value, esp_organization_page_get_cover (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
esp_organization_page_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  EspOrganizationPage *self = ESP_ORGANIZATION_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    case PROP_SHOW_INSPECTOR:
      esp_organization_page_set_show_inspector (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_OUTLINE:
      esp_organization_page_set_show_outline (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
esp_organization_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ESP_ORGANIZATION_PAGE (widget)->chart_view);
}

static void
esp_organization_page_dispose (GObject *object)
{
  EspOrganizationPage *self = ESP_ORGANIZATION_PAGE (object);

  g_clear_pointer (&self->filter_popover, gtk_widget_unparent);
  g_clear_pointer (&self->views_popover, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (esp_organization_page_parent_class)->dispose (object);
}

static void
esp_organization_page_class_init (EspOrganizationPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = esp_organization_page_get_property;
  object_class->set_property = esp_organization_page_set_property;
  object_class->dispose = esp_organization_page_dispose;
  widget_class->grab_focus = esp_organization_page_grab_focus;

  /**
   * EspOrganizationPage:session:
   *
   * What is shown; set once.
   */
  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, ESP_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * EspOrganizationPage:show-inspector:
   *
   * Whether the details of the selection are shown; in a wide window a preference.
   */
  properties[PROP_SHOW_INSPECTOR] =
      g_param_spec_boolean ("show-inspector", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /**
   * EspOrganizationPage:show-outline:
   *
   * Whether the outline is shown; in a wide window a preference.
   */
  properties[PROP_SHOW_OUTLINE] =
      g_param_spec_boolean ("show-outline", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /**
   * EspOrganizationPage:cover:
   *
   * Title of what covers the chart in a narrow window, %NULL if nothing does.
   */
  properties[PROP_COVER] = g_param_spec_string ("cover", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ESP_TYPE_CHART_VIEW);
  g_type_ensure (ESP_TYPE_INSPECTOR);
  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/organization-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EspOrganizationPage, flap);
  gtk_widget_class_bind_template_child (widget_class, EspOrganizationPage, chart_view);
  gtk_widget_class_bind_template_child (widget_class, EspOrganizationPage, inspector);
  gtk_widget_class_bind_template_child (widget_class, EspOrganizationPage, hint_revealer);
  gtk_widget_class_bind_template_callback (widget_class, on_hint_closed);
  _esp_organization_page_bind_find (widget_class);
}

static void
esp_organization_page_init (EspOrganizationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->width_class = ESP_WIDTH_CLASS_WIDE;
  adw_flap_set_reveal_flap (self->flap, g_settings_get_boolean (esp_settings_get_default (), "show-inspector"));
  g_settings_bind (esp_settings_get_default (), "show-minimap", self->chart_view, "show-minimap", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (reveal_flap_cb), self, G_CONNECT_SWAPPED);
  _esp_organization_page_init_find (self);
  esp_organization_page_set_show_outline (self, g_settings_get_boolean (esp_settings_get_default (), "show-outline"));
}

/**
 * esp_organization_page_set_width_class:
 * @self: a page
 * @width_class: how much room the window has
 *
 * Wide: details and results stand beside the chart if they are wanted. Medium: they lie over it when asked for. Narrow: they cover it.
 */
void
esp_organization_page_set_width_class (EspOrganizationPage *self,
                                       EspWidthClass        width_class)
{
  gboolean is_wide = width_class == ESP_WIDTH_CLASS_WIDE;

  g_return_if_fail (ESP_IS_ORGANIZATION_PAGE (self));

  if (self->width_class == width_class)
    return;
  self->width_class = width_class;
  adw_flap_set_fold_policy (self->flap, is_wide ? ADW_FLAP_FOLD_POLICY_NEVER : ADW_FLAP_FOLD_POLICY_ALWAYS);
  adw_flap_set_fold_policy (self->side_flap, is_wide ? ADW_FLAP_FOLD_POLICY_NEVER : ADW_FLAP_FOLD_POLICY_ALWAYS);
  gtk_widget_set_hexpand (self->inspector, width_class == ESP_WIDTH_CLASS_NARROW);
  gtk_widget_set_hexpand (GTK_WIDGET (self->side_stack), width_class == ESP_WIDTH_CLASS_NARROW);
  esp_outline_set_is_narrow (self->outline, width_class == ESP_WIDTH_CLASS_NARROW);
  if (!is_wide)
    esp_organization_page_set_show_outline (self, FALSE);
  else
    esp_organization_page_set_show_outline (self, g_settings_get_boolean (esp_settings_get_default (), "show-outline"));
  _esp_organization_page_update_side (self);
  adw_flap_set_reveal_flap (self->flap, is_wide && g_settings_get_boolean (esp_settings_get_default (), "show-inspector"));
}

gboolean
esp_organization_page_get_show_inspector (EspOrganizationPage *self)
{
  g_return_val_if_fail (ESP_IS_ORGANIZATION_PAGE (self), FALSE);

  return adw_flap_get_reveal_flap (self->flap);
}

void
esp_organization_page_set_show_inspector (EspOrganizationPage *self,
                                          gboolean             show)
{
  g_return_if_fail (ESP_IS_ORGANIZATION_PAGE (self));

  if (adw_flap_get_reveal_flap (self->flap) == show)
    return;
  if (self->width_class == ESP_WIDTH_CLASS_WIDE)
    g_settings_set_boolean (esp_settings_get_default (), "show-inspector", show);
  adw_flap_set_reveal_flap (self->flap, show);
  if (!show)
    gtk_widget_grab_focus (self->chart_view);
}

/**
 * esp_organization_page_get_cover:
 * @self: a page
 *
 * Returns: (nullable): the title of what covers the chart, so that a way back is wanted; %NULL if it can be seen
 */
const char *
esp_organization_page_get_cover (EspOrganizationPage *self)
{
  g_return_val_if_fail (ESP_IS_ORGANIZATION_PAGE (self), NULL);

  if (self->width_class != ESP_WIDTH_CLASS_NARROW)
    return NULL;
  if (adw_flap_get_reveal_flap (self->flap))
    return _("Details");
  if (!adw_flap_get_reveal_flap (self->side_flap))
    return NULL;
  return g_str_equal (gtk_stack_get_visible_child_name (self->side_stack), "outline") ? _("Outline") : _("Results");
}

/**
 * esp_organization_page_uncover:
 * @self: a page
 *
 * Takes away what covers the chart.
 */
void
esp_organization_page_uncover (EspOrganizationPage *self)
{
  g_return_if_fail (ESP_IS_ORGANIZATION_PAGE (self));

  esp_organization_page_set_show_inspector (self, FALSE);
  _esp_organization_page_hide_side (self);
  gtk_widget_grab_focus (self->chart_view);
}
