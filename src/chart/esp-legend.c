/* esp-legend.c — what the colours of the chart mean, how much of each is in view, and a lens on one of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-legend.h"

#include "chart/esp-glyph-icon.h"
#include "core/esp-i18n.h"
#include "scene/esp-palette.h"

#define COUNT_MS 150 /* counts follow the view so far behind */

/**
 * EspLegend:
 *
 * A button that opens into a list: where program-management seats stand, in the colours of the chart, and how many of each are in
 * view. Pressing an entry dims everything else; pressing it again, or another one, changes that.
 *
 * # CSS nodes
 *
 * `legend`, in it toggle buttons `.legend-entry`
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
  GtkWidget *entries[5]; /* toggle buttons, borrowed */
  GtkLabel  *counts[5];  /* borrowed */

  EspChart  *chart;
  guint      timeout;
};

G_DEFINE_FINAL_TYPE (EspLegend, esp_legend, GTK_TYPE_WIDGET)

static const struct
{
  EspColor    color;
  EspGlyph    glyph;
  const char *name;
} kinds[] = {
  { ESP_COLOR_PMO, ESP_GLYPH_PMO, N_("In a PMO") },
  { ESP_COLOR_COE, ESP_GLYPH_COE, N_("In a Center of Excellence") },
  { ESP_COLOR_PROGRAM, ESP_GLYPH_PROGRAM, N_("In a program") },
  { ESP_COLOR_DEPARTMENT, ESP_GLYPH_DEPARTMENT, N_("In a department") },
  { ESP_COLOR_COMPANY, ESP_GLYPH_COMPANY, N_("Elsewhere") },
};

static guint32
get_count (const EspSceneCounts *counts,
           EspColor              color)
{
  if (color == ESP_COLOR_PMO)
    return counts->seats_pmo;
  if (color == ESP_COLOR_COE)
    return counts->seats_coe;
  if (color == ESP_COLOR_PROGRAM)
    return counts->seats_program;
  return color == ESP_COLOR_DEPARTMENT ? counts->seats_department : counts->seats_elsewhere;
}

static gboolean
count_cb (gpointer user_data)
{
  EspLegend *self = user_data;
  EspScene *scene = self->chart != NULL ? esp_chart_get_scene (self->chart) : NULL;
  EspSceneCounts counts = { 0 };

  self->timeout = 0;
  if (scene != NULL)
    {
      EspRect visible = esp_viewport_get_visible (esp_canvas_get_viewport (ESP_CANVAS (self->chart)), 0);

      esp_scene_count_visible (scene, &visible, &counts);
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint32 n = get_count (&counts, kinds[i].color);
      g_autofree char *text = g_strdup_printf ("%'u", n);
      /* Translators: the name of a kind of place, and how many program managers are seen there */
      g_autofree char *label = g_strdup_printf (_("%s, %'u in view"), _(kinds[i].name), n);

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
  EspColor lens = ESP_N_COLORS;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (is_active && self->entries[i] != GTK_WIDGET (entry))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->entries[i]), FALSE);
      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->entries[i])))
        lens = kinds[i].color;
    }
  if (self->chart != NULL)
    esp_chart_set_lens (self->chart, lens);
}

/* Folding the legend takes the lens away: nothing stays dim without a reason to be seen */
static void
opened_cb (GtkToggleButton *button,
           EspLegend       *self)
{
  gboolean is_open = gtk_toggle_button_get_active (button);

  gtk_widget_set_visible (self->list, is_open);
  for (guint i = 0; i < G_N_ELEMENTS (kinds) && !is_open; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->entries[i]), FALSE);
  queue_count (self);
}

static GtkWidget *
make_entry (EspLegend *self,
            guint      i)
{
  GtkWidget *entry = gtk_toggle_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *glyph = esp_glyph_icon_new (kinds[i].glyph);
  GtkWidget *name = gtk_label_new (_(kinds[i].name));
  GtkWidget *count = gtk_label_new ("0");

  gtk_widget_add_css_class (glyph, esp_palette_get_css_name (kinds[i].color));
  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_box_append (GTK_BOX (row), glyph);
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

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_box_append (GTK_BOX (self->list), make_entry (self, i));
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
  g_signal_connect_swapped (chart, "content-changed", G_CALLBACK (queue_count), self);
}
