/* esp-sample-preview.c — the chart of a built-in example, small
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-sample-preview.h"

#include <adwaita.h>
#include <math.h>

#include "io/esp-io.h"
#include "scene/esp-card.h"

#define HEIGHT 96

/**
 * EspSamplePreview:
 *
 * Reads an example in a worker and paints the blocks of its chart: where its program managers sit, in colour.
 *
 * Accessibility: a picture that the words beside it describe; it has no role of its own.
 */
struct _EspSamplePreview
{
  GtkWidget  parent_instance;

  EspScene  *scene; /* NULL until it is read */
};

G_DEFINE_FINAL_TYPE (EspSamplePreview, esp_sample_preview, GTK_TYPE_WIDGET)

static EspPalette
get_palette (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (manager))
    return adw_style_manager_get_dark (manager) ? ESP_PALETTE_HIGH_CONTRAST_DARK : ESP_PALETTE_HIGH_CONTRAST_LIGHT;
  return adw_style_manager_get_dark (manager) ? ESP_PALETTE_DARK : ESP_PALETTE_LIGHT;
}

static void
append_rect (GtkSnapshot *snapshot,
             guint32      color,
             double       x,
             double       y,
             double       width,
             double       height)
{
  const GdkRGBA rgba = { (color >> 16 & 0xff) / 255.0, (color >> 8 & 0xff) / 255.0, (color & 0xff) / 255.0, 1.0 };
  const graphene_rect_t rect = GRAPHENE_RECT_INIT (x, y, MAX (width, 1.0), MAX (height, 1.0));

  gtk_snapshot_append_color (snapshot, &rgba, &rect);
}

static void
append_wires (EspSamplePreview *self,
              GtkSnapshot      *snapshot,
              EspPalette        palette,
              const EspRect    *bounds,
              double            scale)
{
  g_autoptr (GArray) wires = g_array_new (FALSE, FALSE, sizeof (EspWire));
  guint32 color = esp_palette_get (palette, ESP_COLOR_CARD_BORDER);

  esp_scene_query_wires (self->scene, bounds, 0.0, wires);
  for (guint i = 0; i < wires->len; i++)
    {
      const EspWire *wire = &g_array_index (wires, EspWire, i);

      for (guint j = 1; j < wire->n_points; j++)
        {
          const EspPoint *from = &wire->points[j - 1];
          const EspPoint *to = &wire->points[j];

          append_rect (snapshot, color, floor ((MIN (from->x, to->x) - bounds->x) * scale), floor ((MIN (from->y, to->y) - bounds->y) * scale),
                       fabs (to->x - from->x) * scale, fabs (to->y - from->y) * scale);
        }
    }
}

static void
append_item (EspSamplePreview *self,
             GtkSnapshot      *snapshot,
             EspPalette        palette,
             const EspRect    *bounds,
             double            scale,
             EspItem           item)
{
  EspCard card;
  EspRect rect;
  guint32 color;

  if (!esp_scene_get_item_rect (self->scene, item, &rect))
    return;
  esp_card_fill (&card, self->scene, item);
  if (card.is_seat)
    color = esp_palette_get (palette, card.color);
  else if (card.is_unit)
    color = esp_palette_get_tint (palette, ESP_TINT_BORDER, card.color);
  else
    color = esp_palette_get_tint (palette, ESP_TINT_BLOCK, ESP_COLOR_WIRE);
  append_rect (snapshot, color, (rect.x - bounds->x) * scale, (rect.y - bounds->y) * scale, rect.width * scale, rect.height * scale);
}

static void
esp_sample_preview_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  EspSamplePreview *self = ESP_SAMPLE_PREVIEW (widget);
  g_autoptr (GArray) visible = g_array_new (FALSE, FALSE, sizeof (EspVisible));
  EspPalette palette = get_palette ();
  EspRect bounds;
  double scale;

  if (self->scene == NULL)
    return;
  esp_scene_get_bounds (self->scene, &bounds);
  if (esp_rect_is_empty (&bounds))
    return;
  scale = MIN (gtk_widget_get_width (widget) / bounds.width, gtk_widget_get_height (widget) / bounds.height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((gtk_widget_get_width (widget) - bounds.width * scale) / 2.0,
                                                          (gtk_widget_get_height (widget) - bounds.height * scale) / 2.0));
  append_wires (self, snapshot, palette, &bounds, scale);
  esp_scene_query (self->scene, &bounds, 0.0, visible);
  for (guint i = 0; i < visible->len; i++)
    {
      EspNodeIx node = g_array_index (visible, EspVisible, i).node;

      append_item (self, snapshot, palette, &bounds, scale, ESP_ITEM (node));
      if (esp_scene_get_head (self->scene, node) != ESP_IX_NONE)
        append_item (self, snapshot, palette, &bounds, scale, ESP_ITEM_HEAD (node));
    }
  gtk_snapshot_restore (snapshot);
}

static void
esp_sample_preview_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 0;
  *minimum_baseline = *natural_baseline = -1;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (EspSamplePreview) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EspOrganization) organization = esp_io_load_finish (result, NULL, &error);
  EspSceneOptions options = ESP_SCENE_OPTIONS_INIT;

  if (organization == NULL)
    {
      g_warning ("An example does not load: %s", error->message);
      return;
    }
  options.density = ESP_DENSITY_COMPACT;
  self->scene = esp_scene_new (organization, esp_catalogue_get_default (), &options, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
esp_sample_preview_finalize (GObject *object)
{
  EspSamplePreview *self = ESP_SAMPLE_PREVIEW (object);

  g_clear_pointer (&self->scene, esp_scene_unref);

  G_OBJECT_CLASS (esp_sample_preview_parent_class)->finalize (object);
}

static void
esp_sample_preview_class_init (EspSamplePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = esp_sample_preview_finalize;
  widget_class->snapshot = esp_sample_preview_snapshot;
  widget_class->measure = esp_sample_preview_measure;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
esp_sample_preview_init (EspSamplePreview *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * esp_sample_preview_new:
 * @sample: an entry of esp_catalogue_get_samples()
 *
 * Returns: (transfer floating): a picture that appears as soon as the example is read
 */
GtkWidget *
esp_sample_preview_new (const EspSample *sample)
{
  EspSamplePreview *self = g_object_new (ESP_TYPE_SAMPLE_PREVIEW, NULL);
  g_autoptr (GFile) file = esp_io_file_for_builtin (sample->id);

  esp_io_load_async (file, NULL, NULL, NULL, loaded_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
