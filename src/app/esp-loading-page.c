/* esp-loading-page.c — how far reading a document is, and a way out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-loading-page.h"

#include "core/esp-i18n.h"

struct _EspLoadingPage
{
  AdwBin          parent_instance;

  /* template widgets */
  AdwStatusPage  *status_page;
  GtkProgressBar *progress_bar;
  GtkLabel       *rows_label;

  EspDocument    *document;
};

G_DEFINE_FINAL_TYPE (EspLoadingPage, esp_loading_page, ADW_TYPE_BIN)

static void
update (EspLoadingPage *self)
{
  gboolean is_read = esp_document_get_state (self->document) == ESP_DOCUMENT_STATE_READY;
  double fraction = esp_document_get_fraction (self->document);
  guint rows = esp_document_get_rows (self->document);
  g_autofree char *text = NULL;

  if (is_read)
    text = g_strdup (_("Drawing the chart…"));
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row read", "%'u rows read", rows), rows);
  if (is_read)
    gtk_progress_bar_set_fraction (self->progress_bar, 1.0);
  else if (fraction < 0.0)
    gtk_progress_bar_pulse (self->progress_bar);
  else
    gtk_progress_bar_set_fraction (self->progress_bar, fraction);
  gtk_label_set_text (self->rows_label, text);
}

static void
esp_loading_page_dispose (GObject *object)
{
  EspLoadingPage *self = ESP_LOADING_PAGE (object);

  esp_loading_page_set_document (self, NULL);

  G_OBJECT_CLASS (esp_loading_page_parent_class)->dispose (object);
}

static void
esp_loading_page_class_init (EspLoadingPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = esp_loading_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/loading-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EspLoadingPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, EspLoadingPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, EspLoadingPage, rows_label);
}

static void
esp_loading_page_init (EspLoadingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * esp_loading_page_set_document:
 * @self: a page
 * @document: (nullable): what is being read
 *
 * Shows how far @document is.
 */
void
esp_loading_page_set_document (EspLoadingPage *self,
                               EspDocument    *document)
{
  g_autofree char *title = NULL;

  g_return_if_fail (ESP_IS_LOADING_PAGE (self));

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document == NULL)
    return;
  title = g_strdup_printf (_("Opening “%s”"), esp_document_get_title (document));
  adw_status_page_set_title (self->status_page, title);
  g_signal_connect_swapped (document, "notify::fraction", G_CALLBACK (update), self);
  g_signal_connect_swapped (document, "notify::rows", G_CALLBACK (update), self);
  update (self);
}
