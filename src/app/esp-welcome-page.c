/* esp-welcome-page.c — what a window without a document shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-welcome-page.h"

#include "app/esp-sample-preview.h"
#include "catalogue/esp-catalogue.h"
#include "esp-config.h"

struct _EspWelcomePage
{
  AdwBin      parent_instance;

  /* template widgets */
  GtkFlowBox *examples_box;
};

G_DEFINE_FINAL_TYPE (EspWelcomePage, esp_welcome_page, ADW_TYPE_BIN)

static GtkWidget *
create_example (const EspSample *sample)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (sample->name);
  GtkWidget *text = gtk_label_new (sample->text);
  g_autofree char *uri = g_strconcat ("builtin:", sample->id, NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0.0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (text), 0.0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 34);
  gtk_widget_set_valign (text, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), esp_sample_preview_new (sample));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), text);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "esp-example");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", uri);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, sample->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sample->text,
                                  -1);
  return button;
}

/* The catalogue is only loaded once the page is looked at. */
static void
esp_welcome_page_map (GtkWidget *widget)
{
  EspWelcomePage *self = ESP_WELCOME_PAGE (widget);
  GPtrArray *samples = esp_catalogue_get_samples (esp_catalogue_get_default ());

  if (gtk_flow_box_get_child_at_index (self->examples_box, 0) == NULL)
    for (guint i = 0; i < samples->len; i++)
      {
        gtk_flow_box_append (self->examples_box, create_example (g_ptr_array_index (samples, i)));
        /* the button takes the focus, not the place it stands in */
        gtk_widget_set_focusable (GTK_WIDGET (gtk_flow_box_get_child_at_index (self->examples_box, i)), FALSE);
      }

  GTK_WIDGET_CLASS (esp_welcome_page_parent_class)->map (widget);
}

static void
esp_welcome_page_class_init (EspWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = esp_welcome_page_map;

  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EspWelcomePage, examples_box);
}

static void
esp_welcome_page_init (EspWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
