/* esp-picker.c — a popover to choose one of many by typing or by looking through groups
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-widgets"

#include "widgets/esp-picker.h"

#include "esp-config.h"

/**
 * EspPicker:
 *
 * A search entry over a list in groups. What is typed matches the beginnings of words, in the name or in the words given with it,
 * without regard to case and accents. Enter takes the first that matches; Down goes into the list.
 */
struct _EspPicker
{
  GtkPopover      parent_instance;

  GtkSearchEntry *entry;
  GtkListBox     *list;
};

/* What a row stands for */
typedef struct
{
  char *id;
  char *group;
  char *words; /* to be found by: the name and others */
} Item;

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EspPicker, esp_picker, GTK_TYPE_POPOVER)

static void
free_item (gpointer data)
{
  Item *item = data;

  g_free (item->id);
  g_free (item->group);
  g_free (item->words);
  g_free (item);
}

static Item *
get_item (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "esp-picker-item");
}

static gboolean
matches (GtkListBoxRow *row,
         gpointer       user_data)
{
  EspPicker *self = user_data;
  const char *term = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  return *term == '\0' || g_str_match_string (term, get_item (row)->words, TRUE);
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  const Item *item = get_item (row);
  GtkWidget *label;

  if (item->group == NULL || (before != NULL && g_strcmp0 (get_item (before)->group, item->group) == 0))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (item->group);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "esp-picker-group");
  gtk_list_box_row_set_header (row, label);
}

static GtkListBoxRow *
find_first (EspPicker *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_sensitive (GTK_WIDGET (row)) && matches (row, self))
      return row;
  return NULL;
}

/* The entry hears that it loses the keyboard only while it is still on screen. */
static void
close_picker (EspPicker *self)
{
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
pick (EspPicker     *self,
      GtkListBoxRow *row)
{
  g_autofree char *id = g_strdup (get_item (row)->id);

  close_picker (self);
  g_signal_emit (self, signals[PICKED], 0, id);
}

static void
on_search_changed (EspPicker *self)
{
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
}

static void
on_activate (EspPicker *self)
{
  GtkListBoxRow *row = find_first (self);

  if (row != NULL)
    pick (self, row);
}

static void
on_next_match (EspPicker *self)
{
  GtkListBoxRow *row = find_first (self);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
on_stop_search (EspPicker *self)
{
  close_picker (self);
}

static void
on_row_activated (EspPicker     *self,
                  GtkListBoxRow *row)
{
  pick (self, row);
}

static void
esp_picker_map (GtkWidget *widget)
{
  EspPicker *self = ESP_PICKER (widget);

  GTK_WIDGET_CLASS (esp_picker_parent_class)->map (widget);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
esp_picker_dispose (GObject *object)
{
  EspPicker *self = ESP_PICKER (object);

  if (self->list != NULL)
    gtk_list_box_set_filter_func (self->list, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ESP_TYPE_PICKER);

  G_OBJECT_CLASS (esp_picker_parent_class)->dispose (object);
}

static void
esp_picker_class_init (EspPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = esp_picker_dispose;
  widget_class->map = esp_picker_map;

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, ESP_APP_PATH "/ui/picker.ui");
  gtk_widget_class_bind_template_child (widget_class, EspPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, EspPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_next_match);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
esp_picker_init (EspPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, matches, self, NULL);
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self->list));
}

/**
 * esp_picker_new:
 * @placeholder: what is searched for, in words
 *
 * Returns: (transfer full): an empty picker
 */
GtkWidget *
esp_picker_new (const char *placeholder)
{
  EspPicker *self = g_object_new (ESP_TYPE_PICKER, NULL);

  g_object_set (self->entry, "placeholder-text", placeholder, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, placeholder, -1);
  return GTK_WIDGET (self);
}

/**
 * esp_picker_add:
 * @self: a picker
 * @id: what `picked` will say
 * @name: what is shown
 * @group: (nullable): items of one group are added one after the other
 * @words: (nullable) (array zero-terminated=1): further words to be found by
 *
 * Appends something to choose.
 */
void
esp_picker_add (EspPicker          *self,
                const char         *id,
                const char         *name,
                const char         *group,
                const char * const *words)
{
  g_autofree char *more = words != NULL ? g_strjoinv (" ", (char **) words) : NULL;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (name);
  Item *item = g_new (Item, 1);

  g_return_if_fail (ESP_IS_PICKER (self));
  g_return_if_fail (id != NULL && name != NULL);

  item->id = g_strdup (id);
  item->group = g_strdup (group);
  item->words = g_strjoin (" ", name, more, NULL);
  g_object_set_data_full (G_OBJECT (row), "esp-picker-item", item, free_item);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_append (self->list, row);
}

/**
 * esp_picker_set_disabled:
 * @self: a picker
 * @ids: (array zero-terminated=1): what cannot be chosen now
 */
void
esp_picker_set_disabled (EspPicker          *self,
                         const char * const *ids)
{
  GtkListBoxRow *row;

  g_return_if_fail (ESP_IS_PICKER (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    gtk_widget_set_sensitive (GTK_WIDGET (row), !g_strv_contains (ids, get_item (row)->id));
}
