/* esp-error-page.c — why a file could not be opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-error-page.h"

#include "core/esp-i18n.h"

struct _EspErrorPage
{
  AdwBin         parent_instance;

  /* template widgets */
  AdwStatusPage *status_page;
  GtkLabel      *reason_label;
};

G_DEFINE_FINAL_TYPE (EspErrorPage, esp_error_page, ADW_TYPE_BIN)

static void
esp_error_page_class_init (EspErrorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/error-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EspErrorPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, EspErrorPage, reason_label);
}

static void
esp_error_page_init (EspErrorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * esp_error_page_set_error:
 * @self: a page
 * @name: the file's name
 * @error: why it could not be read
 *
 * Shows the reason as text that can be selected and copied.
 */
void
esp_error_page_set_error (EspErrorPage *self,
                          const char   *name,
                          const GError *error)
{
  g_autofree char *title = NULL;

  g_return_if_fail (ESP_IS_ERROR_PAGE (self));
  g_return_if_fail (name != NULL && error != NULL);

  title = g_strdup_printf (_("Could not open “%s”"), name);
  adw_status_page_set_title (self->status_page, title);
  gtk_label_set_text (self->reason_label, error->message);
}
