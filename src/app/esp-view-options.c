/* esp-view-options.c — how the chart is drawn, in one popover
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-view-options.h"

#include "esp-config.h"

/* All its buttons name actions of the window. */
struct _EspViewOptions
{
  GtkPopover parent_instance;
};

G_DEFINE_FINAL_TYPE (EspViewOptions, esp_view_options, GTK_TYPE_POPOVER)

static void
esp_view_options_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ESP_TYPE_VIEW_OPTIONS);

  G_OBJECT_CLASS (esp_view_options_parent_class)->dispose (object);
}

static void
esp_view_options_class_init (EspViewOptionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = esp_view_options_dispose;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), ESP_APP_PATH "/ui/view-options.ui");
}

static void
esp_view_options_init (EspViewOptions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
