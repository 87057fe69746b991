/* esp-notice.c — a bar above the document that says one thing and offers what can be done about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-notice.h"

#include "core/esp-i18n.h"

/**
 * EspNotice:
 *
 * As AdwBanner, which libadwaita 1.2 does not have, with more than one button.
 *
 * # CSS nodes
 *
 * `.notice` around text and buttons.
 *
 * # Accessibility
 *
 * Has the role alert, so that what it says is spoken when it comes.
 */
struct _EspNotice
{
  AdwBin       parent_instance;

  /* template widgets */
  GtkRevealer *revealer;
  GtkBox      *content;
  GtkLabel    *text_label;
  GtkFlowBox  *buttons;
  GtkWidget   *close_button;

  gboolean     is_wide;
  guint        n_buttons;
};

G_DEFINE_FINAL_TYPE (EspNotice, esp_notice, ADW_TYPE_BIN)

static void
esp_notice_class_init (EspNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/notice.ui");
  gtk_widget_class_bind_template_child (widget_class, EspNotice, revealer);
  gtk_widget_class_bind_template_child (widget_class, EspNotice, content);
  gtk_widget_class_bind_template_child (widget_class, EspNotice, text_label);
  gtk_widget_class_bind_template_child (widget_class, EspNotice, buttons);
  gtk_widget_class_bind_template_child (widget_class, EspNotice, close_button);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
esp_notice_init (EspNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A wide one is one line; in a narrow one the buttons stand below the text, as many beside each other as there is room for. */
static void
update_layout (EspNotice *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->content), self->is_wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_valign (self->close_button, self->is_wide ? GTK_ALIGN_CENTER : GTK_ALIGN_START);
  gtk_flow_box_set_min_children_per_line (self->buttons, self->is_wide ? MAX (self->n_buttons, 1) : 1);
}

static void
add_button (EspNotice             *self,
            const EspNoticeButton *button)
{
  GtkWidget *widget = gtk_button_new_with_mnemonic (_(button->label));
  GtkFlowBoxChild *child;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), button->action);
  gtk_flow_box_insert (self->buttons, widget, -1);
  /* the button itself is where the keyboard goes */
  child = GTK_FLOW_BOX_CHILD (gtk_widget_get_parent (widget));
  gtk_widget_set_focusable (GTK_WIDGET (child), FALSE);
}

/**
 * esp_notice_show:
 * @self: a notice
 * @text: a sentence
 * @buttons: (array length=n_buttons): what can be done
 * @n_buttons: how many
 *
 * Says @text in place of what was said before.
 */
void
esp_notice_show (EspNotice             *self,
                 const char            *text,
                 const EspNoticeButton *buttons,
                 guint                  n_buttons)
{
  GtkFlowBoxChild *child;

  g_return_if_fail (ESP_IS_NOTICE (self));

  while ((child = gtk_flow_box_get_child_at_index (self->buttons, 0)) != NULL)
    gtk_flow_box_remove (self->buttons, GTK_WIDGET (child));
  for (guint i = 0; i < n_buttons; i++)
    add_button (self, &buttons[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), n_buttons > 0);
  self->n_buttons = n_buttons;
  update_layout (self);
  gtk_label_set_text (self->text_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

void
esp_notice_hide (EspNotice *self)
{
  g_return_if_fail (ESP_IS_NOTICE (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

/**
 * esp_notice_set_wide:
 * @self: a notice
 * @is_wide: whether text and buttons have room beside each other
 */
void
esp_notice_set_wide (EspNotice *self,
                     gboolean   is_wide)
{
  g_return_if_fail (ESP_IS_NOTICE (self));

  self->is_wide = is_wide;
  update_layout (self);
}

/**
 * esp_notice_get_text:
 * @self: a notice
 *
 * Returns: (nullable): what it says; %NULL when it is hidden
 */
const char *
esp_notice_get_text (EspNotice *self)
{
  g_return_val_if_fail (ESP_IS_NOTICE (self), NULL);

  return gtk_revealer_get_reveal_child (self->revealer) ? gtk_label_get_text (self->text_label) : NULL;
}
