/* esp-legend.c — what the colours of the chart mean, how much of each is in view, and a lens on one of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-legend.h"

#include "chart/esp-glyph-icon.h"
#include "core/esp-i18n.h"
#include "scene/esp-lens.h"

#define COUNT_MS 150 /* counts follow the view so far behind */

/**
 * EspLegend:
 *
 * A button that opens into a list: what the colours of the chart stand for (where program-management seats are, or another property of positions), and how
 * many of each are in view. Pressing an entry dims everything else; pressing it again, or another one, changes that.
 *
 * # CSS nodes
 *
 * `legend`, in it toggle buttons `.legend-entry`, in them `glyph` or `swatch`
 *
 * # Accessibility
 *
 * Entries are toggle buttons that say name and count.
 */
struct _EspLegend
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkWidget *list; /* borrowed */
  GtkWidget *entries[ESP_LENS_MAX_CLASSES]; /* toggle buttons, borrowed */
  GtkLabel  *counts[ESP_LENS_MAX_CLASSES];  /* borrowed */
  char      *names[ESP_LENS_MAX_CLASSES];
  guint      n;
  EspLens    lens; /* what the entries are of; ESP_N_LENSES: there are none yet */

  EspChart  *chart;
  guint      timeout;
};

G_DEFINE_FINAL_TYPE (EspLegend, esp_legend, GTK_TYPE_WIDGET)

static EspScene *
get_scene (EspLegend *self)
{
  return self->chart != NULL ? esp_chart_get_scene (self->chart) : NULL;
}

static gboolean
count_cb (gpointer user_data)
{
  EspLegend *self = user_data;
  EspScene *scene = get_scene (self);
  guint32 counts[ESP_LENS_MAX_CLASSES] = { 0 };

  self->timeout = 0;
  /* the entries are made again with the lens */
  if (scene != NULL && esp_scene_get_options (scene)->color_by == self->lens)
    {
      EspRect visible = esp_viewport_get_visible (esp_canvas_get_viewport (ESP_CANVAS (self->chart)), 0);

      esp_scene_count_classes (scene, &visible, counts);
    }
  for (guint i = 0; i < self->n; i++)
    {
      g_autofree char *text = g_strdup_printf ("%'u", counts[i]);
      /* Translators: the name of a kind of position, and how many of them are seen */
      g_autofree char *label = g_strdup_printf (_("%s, %'u in view"), self->names[i], counts[i]);

      gtk_label_set_label (self->counts[i], text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entries[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  return G_SOURCE_REMOVE;
}

static void
queue_count (EspLegend *self)
{
  if (self->timeout == 0 && gtk_widget_get_visible (self->list))
    self->timeout = g_timeout_add (COUNT_MS, count_cb, self);
}

static void
entry_toggled_cb (GtkToggleButton *entry,
                  EspLegend       *self)
{
  gboolean is_active = gtk_toggle_button_get_active (entry);
  EspColor color = ESP_N_COLORS;

  for (guint i = 0; i < self->n; i++)
    {
      if (is_active && self->entries[i] != GTK_WIDGET (entry))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->entries[i]), FALSE);
      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->entries[i])))
        color = esp_lens_get_color (self->lens, i);
    }
  if (self->chart != NULL)
    esp_chart_set_lens (self->chart, color);
}

/* Folding the legend takes the lens away: nothing stays dim without a reason to be seen */
static void
opened_cb (GtkToggleButton *button,
           EspLegend       *self)
{
  gboolean is_open = gtk_toggle_button_get_active (button);

  gtk_widget_set_visible (self->list, is_open);
  for (guint i = 0; i < self->n && !is_open; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->entries[i]), FALSE);
  queue_count (self);
}

/* The glyph of a class in its colour, or the colour alone where its name says the number */
static GtkWidget *
make_mark (EspLens lens,
           guint   nth)
{
  EspGlyph glyph = esp_lens_get_glyph (lens, nth);
  GtkWidget *mark = glyph != ESP_GLYPH_NONE ? esp_glyph_icon_new (glyph) : g_object_new (GTK_TYPE_BOX, "css-name", "swatch", NULL);

  gtk_widget_add_css_class (mark, esp_palette_get_css_name (esp_lens_get_color (lens, nth)));
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  return mark;
}

static GtkWidget *
make_entry (EspLegend *self,
            guint      i)
{
  GtkWidget *entry = gtk_toggle_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *name = gtk_label_new (self->names[i]);
  GtkWidget *count = gtk_label_new ("0");

  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_box_append (GTK_BOX (row), make_mark (self->lens, i));
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), count);
  gtk_button_set_child (GTK_BUTTON (entry), row);
  gtk_widget_add_css_class (entry, "flat");
  gtk_widget_add_css_class (entry, "legend-entry");
  gtk_widget_set_tooltip_text (entry, _("Dim All Others"));
  g_signal_connect (entry, "toggled", G_CALLBACK (entry_toggled_cb), self);
  self->entries[i] = entry;
  self->counts[i] = GTK_LABEL (count);
  return entry;
}

static void
remove_entries (EspLegend *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      gtk_box_remove (GTK_BOX (self->list), self->entries[i]);
      g_clear_pointer (&self->names[i], g_free);
    }
  self->n = 0;
}

/* Entries for what the colours stand for now */
static void
follow_lens (EspLegend *self)
{
  EspScene *scene = get_scene (self);
  EspLens lens;

  if (scene == NULL)
    return;
  lens = esp_scene_get_options (scene)->color_by;
  if (lens != self->lens)
    {
      remove_entries (self);
      self->lens = lens;
      self->n = esp_lens_get_n_classes (lens);
      for (guint i = 0; i < self->n; i++)
        {
          self->names[i] = esp_lens_get_name (lens, i, esp_scene_get_catalogue (scene));
          gtk_box_append (GTK_BOX (self->list), make_entry (self, i));
        }
    }
  queue_count (self);
}

static void
drop_chart (EspLegend *self)
{
  if (self->chart != NULL)
    g_signal_handlers_disconnect_by_data (self->chart, self);
  g_clear_object (&self->chart);
}

static void
esp_legend_dispose (GObject *object)
{
  EspLegend *self = ESP_LEGEND (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  drop_chart (self);
  if (self->box != NULL)
    remove_entries (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (esp_legend_parent_class)->dispose (object);
}

static void
esp_legend_class_init (EspLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = esp_legend_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "legend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
esp_legend_init (EspLegend *self)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (_("Legend"));

  self->lens = ESP_N_LENSES;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_visible (self->list, FALSE);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "toggled", G_CALLBACK (opened_cb), self);
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_box_append (GTK_BOX (self->box), button);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Legend"), -1);
}

/**
 * esp_legend_new:
 *
 * Returns: (transfer floating): a legend of nothing yet
 */
GtkWidget *
esp_legend_new (void)
{
  return g_object_new (ESP_TYPE_LEGEND, NULL);
}

/**
 * esp_legend_get_chart:
 * @self: a legend
 *
 * Returns: (transfer none) (nullable): whose colours it explains
 */
EspChart *
esp_legend_get_chart (EspLegend *self)
{
  g_return_val_if_fail (ESP_IS_LEGEND (self), NULL);

  return self->chart;
}

/**
 * esp_legend_set_chart:
 * @self: a legend
 * @chart: (nullable): whose colours to explain
 *
 * Explains a chart, and follows what of it is in view.
 */
void
esp_legend_set_chart (EspLegend *self,
                      EspChart  *chart)
{
  g_return_if_fail (ESP_IS_LEGEND (self));
  g_return_if_fail (chart == NULL || ESP_IS_CHART (chart));

  if (self->chart == chart)
    return;
  drop_chart (self);
  g_set_object (&self->chart, chart);
  if (chart == NULL)
    return;
  g_signal_connect_swapped (chart, "view-changed", G_CALLBACK (queue_count), self);
  g_signal_connect_swapped (chart, "content-changed", G_CALLBACK (follow_lens), self);
  follow_lens (self);
}
