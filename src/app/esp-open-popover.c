/* esp-open-popover.c — recent files and built-in examples, behind the arrow of the Open button
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-open-popover.h"

#include "app/esp-recent.h"
#include "catalogue/esp-catalogue.h"
#include "esp-config.h"
#include "io/esp-lent-file.h"

#define N_RECENT 8

struct _EspOpenPopover
{
  GtkPopover  parent_instance;

  /* template widgets */
  GtkWidget  *recent_box;
  GtkListBox *recent_list;
  GtkListBox *examples_list;
};

G_DEFINE_FINAL_TYPE (EspOpenPopover, esp_open_popover, GTK_TYPE_POPOVER)

static GtkWidget *
create_line (const char *text,
             const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text,
                                   "xalign", 0.0f,
                                   "ellipsize", PANGO_ELLIPSIZE_END,
                                   "wrap", TRUE,
                                   "lines", 2,
                                   "width-chars", 36,
                                   "max-width-chars", 36,
                                   NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* A row that opens @uri; the whole of @detail (nullable) is in its tooltip. */
static void
append_row (GtkListBox *list,
            const char *title,
            const char *detail,
            const char *uri)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_box_append (GTK_BOX (box), create_line (title, NULL));
  if (detail != NULL)
    {
      GtkWidget *detail_label = create_line (detail, "caption");

      gtk_widget_add_css_class (detail_label, "dim-label");
      gtk_box_append (GTK_BOX (box), detail_label);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail != NULL ? detail : "",
                                  -1);
  g_object_set_data_full (G_OBJECT (row), "uri", g_strdup (uri), g_free);
  gtk_list_box_append (list, row);
}

static void
fill_recent (EspOpenPopover *self)
{
  g_autoptr (GPtrArray) infos = esp_recent_list (N_RECENT);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->recent_list, 0)) != NULL)
    gtk_list_box_remove (self->recent_list, GTK_WIDGET (row));
  for (guint i = 0; i < infos->len; i++)
    {
      GtkRecentInfo *info = g_ptr_array_index (infos, i);
      g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
      g_autofree char *name = esp_file_get_name (file);
      g_autofree char *place = esp_file_get_place (file);

      append_row (self->recent_list, name, place, gtk_recent_info_get_uri (info));
    }
  gtk_widget_set_visible (self->recent_box, infos->len > 0);
}

static void
fill_examples (EspOpenPopover *self)
{
  GPtrArray *samples = esp_catalogue_get_samples (esp_catalogue_get_default ());

  for (guint i = 0; i < samples->len; i++)
    {
      const EspSample *sample = g_ptr_array_index (samples, i);
      g_autofree char *uri = g_strconcat ("builtin:", sample->id, NULL);

      append_row (self->examples_list, sample->name, sample->text, uri);
    }
}

static void
on_activated (GtkListBox     *list,
              GtkListBoxRow  *row,
              EspOpenPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-uri", "s", g_object_get_data (G_OBJECT (row), "uri"));
}

static void
esp_open_popover_show (GtkWidget *widget)
{
  EspOpenPopover *self = ESP_OPEN_POPOVER (widget);

  fill_recent (self);
  if (gtk_list_box_get_row_at_index (self->examples_list, 0) == NULL)
    fill_examples (self);

  GTK_WIDGET_CLASS (esp_open_popover_parent_class)->show (widget);
}

static void
esp_open_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ESP_TYPE_OPEN_POPOVER);

  G_OBJECT_CLASS (esp_open_popover_parent_class)->dispose (object);
}

static void
esp_open_popover_class_init (EspOpenPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = esp_open_popover_dispose;
  widget_class->show = esp_open_popover_show;

  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/open-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, EspOpenPopover, recent_box);
  gtk_widget_class_bind_template_child (widget_class, EspOpenPopover, recent_list);
  gtk_widget_class_bind_template_child (widget_class, EspOpenPopover, examples_list);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
esp_open_popover_init (EspOpenPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
