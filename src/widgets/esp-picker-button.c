/* esp-picker-button.c — a button that shows what was chosen and opens a picker to choose something else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-widgets"

#include "widgets/esp-picker-button.h"

#include "widgets/esp-text.h"

/**
 * EspPickerButton:
 *
 * Its text wraps, which that of a GtkMenuButton cannot: a menu button has one size whatever its width. The picker is made when the
 * button is first pressed.
 *
 * # CSS nodes
 *
 * `button.esp-picker-button`
 */
struct _EspPickerButton
{
  GtkButton      parent_instance;

  GtkWidget     *label;
  GtkWidget     *picker; /* NULL until it is first wanted */
  EspPickerFunc  func;
  gpointer       user_data;
};

G_DEFINE_FINAL_TYPE (EspPickerButton, esp_picker_button, GTK_TYPE_BUTTON)

static void
esp_picker_button_clicked (GtkButton *button)
{
  EspPickerButton *self = ESP_PICKER_BUTTON (button);

  if (self->picker == NULL && self->func != NULL)
    {
      self->picker = self->func (self->user_data);
      gtk_widget_set_parent (self->picker, GTK_WIDGET (self));
    }
  if (self->picker != NULL)
    gtk_popover_popup (GTK_POPOVER (self->picker));
}

static void
esp_picker_button_dispose (GObject *object)
{
  EspPickerButton *self = ESP_PICKER_BUTTON (object);

  g_clear_pointer (&self->picker, gtk_widget_unparent);
  self->func = NULL;

  G_OBJECT_CLASS (esp_picker_button_parent_class)->dispose (object);
}

static void
esp_picker_button_class_init (EspPickerButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = esp_picker_button_dispose;
  GTK_BUTTON_CLASS (klass)->clicked = esp_picker_button_clicked;
}

static void
esp_picker_button_init (EspPickerButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->label = esp_text_new (NULL, NULL);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", "pan-down-symbolic", "accessible-role",
                                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "esp-picker-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
}

GtkWidget *
esp_picker_button_new (void)
{
  return g_object_new (ESP_TYPE_PICKER_BUTTON, NULL);
}

/**
 * esp_picker_button_get_picker:
 * @self: a button
 *
 * Returns: (transfer none) (nullable): its picker; %NULL until it was first wanted
 */
EspPicker *
esp_picker_button_get_picker (EspPickerButton *self)
{
  g_return_val_if_fail (ESP_IS_PICKER_BUTTON (self), NULL);

  return (EspPicker *) self->picker;
}

const char *
esp_picker_button_get_text (EspPickerButton *self)
{
  g_return_val_if_fail (ESP_IS_PICKER_BUTTON (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->label));
}

/**
 * esp_picker_button_set_text:
 * @self: a button
 * @text: what was chosen
 */
void
esp_picker_button_set_text (EspPickerButton *self,
                            const char      *text)
{
  g_return_if_fail (ESP_IS_PICKER_BUTTON (self));

  gtk_label_set_text (GTK_LABEL (self->label), text);
}

/**
 * esp_picker_button_set_func:
 * @self: a button
 * @func: (scope notified): makes the picker
 * @user_data: for @func; must live as long as the button
 */
void
esp_picker_button_set_func (EspPickerButton *self,
                            EspPickerFunc    func,
                            gpointer         user_data)
{
  g_return_if_fail (ESP_IS_PICKER_BUTTON (self));

  self->func = func;
  self->user_data = user_data;
}
