/* esp-outline-cell.c — the first cell of a row of the outline: how deep it is, whether it is open, what it is called
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-chart"

#include "chart/esp-outline-cell.h"

#include "widgets/esp-compat.h"

#define INDENT     15 /* px a level */
#define MAX_INDENT 12 /* levels; what is deeper stands there too */
#define ARROW      24 /* px of the arrow's place; the arrow itself is 16 */
#define ICON       16
#define LEAST      60

/**
 * EspOutlineCell:
 *
 * Draws arrow and name itself: a list keeps about two hundred rows, and each widget in them costs a registration on the accessibility bus.
 *
 * Signal `toggle-fold ()`: the arrow was pressed.
 *
 * # CSS nodes
 *
 * `outlinecell` with `.unit`, `.context`, `.hit`
 *
 * # Accessibility
 *
 * Presentation: the row around it says what it stands for (esp_outline_cell_tell()).
 */
struct _EspOutlineCell
{
  GtkWidget    parent_instance;

  PangoLayout *layout;
  guint        depth;
  gboolean     can_fold;
  gboolean     is_folded;
};

enum
{
  TOGGLE_FOLD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EspOutlineCell, esp_outline_cell, GTK_TYPE_WIDGET)

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* From the start of the cell */
static int
get_arrow_x (EspOutlineCell *self)
{
  return (int) MIN (self->depth, MAX_INDENT) * INDENT;
}

static double
mirror (EspOutlineCell *self,
        double          x,
        double          width)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? gtk_widget_get_width (widget) - x - width : x;
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            EspOutlineCell  *self)
{
  double arrow_x = mirror (self, get_arrow_x (self), ARROW);

  if (!self->can_fold || x < arrow_x || x >= arrow_x + ARROW)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[TOGGLE_FOLD], 0);
}

static void
snapshot_arrow (EspOutlineCell *self,
                GtkSnapshot    *snapshot,
                const GdkRGBA  *color)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon =
      gtk_icon_theme_lookup_icon (theme, self->is_folded ? "pan-end-symbolic" : "pan-down-symbolic", NULL, ICON, gtk_widget_get_scale_factor (widget),
                                  gtk_widget_get_direction (widget), 0);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (mirror (self, get_arrow_x (self) + (ARROW - ICON) / 2, ICON),
                                                          (gtk_widget_get_height (widget) - ICON) / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON, ICON, color, 1);
  gtk_snapshot_restore (snapshot);
}

static void
esp_outline_cell_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  EspOutlineCell *self = ESP_OUTLINE_CELL (widget);
  int x = get_arrow_x (self) + ARROW;
  int width = MAX (gtk_widget_get_width (widget) - x, 0);
  int text_height;
  GdkRGBA color;

  esp_compat_get_color (widget, &color);
  if (self->can_fold)
    snapshot_arrow (self, snapshot, &color);
  pango_layout_set_width (self->layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, NULL, &text_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (mirror (self, x, width), (gtk_widget_get_height (widget) - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
esp_outline_cell_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  EspOutlineCell *self = ESP_OUTLINE_CELL (widget);
  int width, height;

  pango_layout_set_width (self->layout, -1);
  pango_layout_get_pixel_size (self->layout, &width, &height);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = MAX (height, ARROW);
      return;
    }
  *minimum = LEAST;
  *natural = MAX (get_arrow_x (self) + ARROW + width, LEAST);
}

static void
esp_outline_cell_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (esp_outline_cell_parent_class)->css_changed (widget, change);
  pango_layout_context_changed (ESP_OUTLINE_CELL (widget)->layout);
}

static void
esp_outline_cell_finalize (GObject *object)
{
  g_object_unref (ESP_OUTLINE_CELL (object)->layout);

  G_OBJECT_CLASS (esp_outline_cell_parent_class)->finalize (object);
}

static void
esp_outline_cell_class_init (EspOutlineCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = esp_outline_cell_finalize;
  widget_class->measure = esp_outline_cell_measure;
  widget_class->snapshot = esp_outline_cell_snapshot;
  widget_class->css_changed = esp_outline_cell_css_changed;
  signals[TOGGLE_FOLD] = g_signal_new ("toggle-fold", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "outlinecell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
esp_outline_cell_init (EspOutlineCell *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  g_signal_connect (gesture, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}

/**
 * esp_outline_cell_new:
 *
 * Returns: (transfer floating): a cell of nothing yet
 */
GtkWidget *
esp_outline_cell_new (void)
{
  return g_object_new (ESP_TYPE_OUTLINE_CELL, NULL);
}

/**
 * esp_outline_cell_show:
 * @self: a cell
 * @scene: a scene
 * @item: an item of it that is shown
 *
 * Shows an item.
 */
void
esp_outline_cell_show (EspOutlineCell *self,
                       EspScene       *scene,
                       EspItem         item)
{
  EspNodeIx node = ESP_ITEM_NODE (item);
  EspNodeIx top = esp_scene_get_top (scene);
  GtkWidget *widget = GTK_WIDGET (self);
  const char *name;

  g_return_if_fail (ESP_IS_OUTLINE_CELL (self));

  name = esp_card_get_name (scene, item);
  self->depth = esp_scene_get_item_level (scene, item) - (top != ESP_NODE_NONE ? esp_scene_get_level (scene, top) : 1);
  self->can_fold = !ESP_ITEM_IS_HEAD (item) && esp_scene_can_fold (scene, node);
  self->is_folded = self->can_fold && esp_scene_is_folded (scene, node);
  if (g_strcmp0 (pango_layout_get_text (self->layout), name) != 0)
    {
      pango_layout_set_text (self->layout, name, -1);
      gtk_widget_set_tooltip_text (widget, name);
    }
  set_class (widget, "unit", !ESP_ITEM_IS_HEAD (item) && esp_scene_get_unit (scene, node) != ESP_IX_NONE);
  set_class (widget, "context", (esp_scene_get_item_flags (scene, item) & ESP_NODE_CONTEXT) != 0);
  set_class (widget, "hit", esp_scene_is_marked (scene, item));
  gtk_widget_queue_draw (widget);
}

/**
 * esp_outline_cell_tell:
 * @self: a cell in a row
 * @scene: a scene
 * @item: the item it shows
 *
 * Tells screen readers what the row around the cell stands for, how deep it is and whether it is open.
 */
void
esp_outline_cell_tell (EspOutlineCell *self,
                       EspScene       *scene,
                       EspItem         item)
{
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *label = NULL;
  g_autofree char *description = NULL;

  g_return_if_fail (ESP_IS_OUTLINE_CELL (self));

  if (row == NULL)
    return;
  label = esp_card_get_label (scene, item);
  description = esp_card_get_description (scene, item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, esp_scene_get_item_level (scene, item), -1);
  if (self->can_fold)
    gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED, !self->is_folded, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED);
}
