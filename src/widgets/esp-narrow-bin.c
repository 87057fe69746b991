/* esp-narrow-bin.c — one child, and a word for how wide it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-widgets"

#include "widgets/esp-narrow-bin.h"

#define MIN_WIDTH    360
#define MIN_HEIGHT   294
#define MEDIUM_WIDTH 600
#define WIDE_WIDTH   1080
#define HYSTERESIS   24

/**
 * EspNarrowBin:
 *
 * A window cannot be narrower than its content, and libadwaita 1.2 has no breakpoints. This bin asks for 360 × 294 whatever
 * its child needs, and says by [property@NarrowBin:width-class] how wide it is, so that the child can be made to fit.
 * Growing changes the class at 600 and 1080 px, shrinking 24 px below these, so that it never flickers.
 *
 * The property changes before the next frame, never inside of an allocation.
 *
 * # CSS nodes
 *
 * `narrowbin`, with one of the classes `.narrow`, `.medium`, `.wide`.
 */
struct _EspNarrowBin
{
  GtkWidget     parent_instance;

  GtkWidget    *child;
  EspWidthClass width_class;
  EspWidthClass next_class;
  guint         idle;
  gboolean      allocated;
};

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_WIDTH_CLASS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkBuildableIface *parent_buildable;

static void esp_narrow_bin_buildable_init (GtkBuildableIface *iface);

G_DEFINE_ENUM_TYPE (EspWidthClass, esp_width_class,
                    G_DEFINE_ENUM_VALUE (ESP_WIDTH_CLASS_NARROW, "narrow"),
                    G_DEFINE_ENUM_VALUE (ESP_WIDTH_CLASS_MEDIUM, "medium"),
                    G_DEFINE_ENUM_VALUE (ESP_WIDTH_CLASS_WIDE, "wide"))

G_DEFINE_FINAL_TYPE_WITH_CODE (EspNarrowBin, esp_narrow_bin, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, esp_narrow_bin_buildable_init))

static const char *
get_class_name (EspWidthClass width_class)
{
  static const char *const names[] = { "narrow", "medium", "wide" };

  return names[width_class];
}

static gboolean
change_class_cb (gpointer user_data)
{
  EspNarrowBin *self = user_data;

  self->idle = 0;
  if (self->next_class == self->width_class)
    return G_SOURCE_REMOVE;
  gtk_widget_remove_css_class (GTK_WIDGET (self), get_class_name (self->width_class));
  self->width_class = self->next_class;
  gtk_widget_add_css_class (GTK_WIDGET (self), get_class_name (self->width_class));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDTH_CLASS]);
  return G_SOURCE_REMOVE;
}

static void
esp_narrow_bin_add_child (GtkBuildable *buildable,
                          GtkBuilder   *builder,
                          GObject      *child,
                          const char   *type)
{
  if (GTK_IS_WIDGET (child))
    esp_narrow_bin_set_child (ESP_NARROW_BIN (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
esp_narrow_bin_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = esp_narrow_bin_add_child;
}

static void
esp_narrow_bin_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  EspNarrowBin *self = ESP_NARROW_BIN (widget);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_HEIGHT;
  *natural = *minimum;
  if (self->child != NULL)
    {
      int child_natural;

      gtk_widget_measure (self->child, orientation, -1, NULL, &child_natural, NULL, NULL);
      *natural = MAX (*natural, child_natural);
    }
}

static void
esp_narrow_bin_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  EspNarrowBin *self = ESP_NARROW_BIN (widget);
  int least_width, least_height;

  self->next_class = esp_width_class_of (width, self->allocated ? self->width_class : ESP_WIDTH_CLASS_NARROW);
  self->allocated = TRUE;
  if (self->next_class != self->width_class && self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH, change_class_cb, self, NULL);

  if (self->child == NULL)
    return;
  /* Too much for this width: cut off at the end for the one frame until the class has changed */
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  width = MAX (width, least_width);
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL, NULL);
  gtk_widget_allocate (self->child, width, MAX (height, least_height), baseline, NULL);
}

static void
esp_narrow_bin_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  EspNarrowBin *self = ESP_NARROW_BIN (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, esp_narrow_bin_get_child (self));
      break;
    case PROP_WIDTH_CLASS:
      g_value_set_enum (value, esp_narrow_bin_get_width_class (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
esp_narrow_bin_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_CHILD:
      esp_narrow_bin_set_child (ESP_NARROW_BIN (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
esp_narrow_bin_dispose (GObject *object)
{
  EspNarrowBin *self = ESP_NARROW_BIN (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (esp_narrow_bin_parent_class)->dispose (object);
}

static void
esp_narrow_bin_class_init (EspNarrowBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = esp_narrow_bin_get_property;
  object_class->set_property = esp_narrow_bin_set_property;
  object_class->dispose = esp_narrow_bin_dispose;

  widget_class->measure = esp_narrow_bin_measure;
  widget_class->size_allocate = esp_narrow_bin_size_allocate;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_WIDTH_CLASS] = g_param_spec_enum ("width-class", NULL, NULL, ESP_TYPE_WIDTH_CLASS, ESP_WIDTH_CLASS_WIDE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "narrowbin");
}

static void
esp_narrow_bin_init (EspNarrowBin *self)
{
  self->width_class = ESP_WIDTH_CLASS_WIDE;
  gtk_widget_add_css_class (GTK_WIDGET (self), get_class_name (self->width_class));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * esp_width_class_of:
 * @width: px
 * @present: the class until now
 *
 * Returns: the class of @width: a class is left only 24 px below the width at which it is entered
 */
EspWidthClass
esp_width_class_of (int           width,
                    EspWidthClass present)
{
  int medium = present >= ESP_WIDTH_CLASS_MEDIUM ? MEDIUM_WIDTH - HYSTERESIS : MEDIUM_WIDTH;
  int wide = present >= ESP_WIDTH_CLASS_WIDE ? WIDE_WIDTH - HYSTERESIS : WIDE_WIDTH;

  if (width >= wide)
    return ESP_WIDTH_CLASS_WIDE;
  return width >= medium ? ESP_WIDTH_CLASS_MEDIUM : ESP_WIDTH_CLASS_NARROW;
}

/**
 * esp_narrow_bin_new:
 *
 * Returns: (transfer floating): a bin without a child
 */
GtkWidget *
esp_narrow_bin_new (void)
{
  return g_object_new (ESP_TYPE_NARROW_BIN, NULL);
}

/**
 * esp_narrow_bin_get_child:
 * @self: a bin
 *
 * Returns: (transfer none) (nullable): what is in it
 */
GtkWidget *
esp_narrow_bin_get_child (EspNarrowBin *self)
{
  g_return_val_if_fail (ESP_IS_NARROW_BIN (self), NULL);

  return self->child;
}

/**
 * esp_narrow_bin_set_child:
 * @self: a bin
 * @child: (nullable): what shall be in it
 *
 * Puts something in, in place of what was there.
 */
void
esp_narrow_bin_set_child (EspNarrowBin *self,
                          GtkWidget    *child)
{
  g_return_if_fail (ESP_IS_NARROW_BIN (self));
  g_return_if_fail (child == NULL || GTK_IS_WIDGET (child));

  if (self->child == child)
    return;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

/**
 * esp_narrow_bin_get_width_class:
 * @self: a bin
 *
 * Returns: how wide it is
 */
EspWidthClass
esp_narrow_bin_get_width_class (EspNarrowBin *self)
{
  g_return_val_if_fail (ESP_IS_NARROW_BIN (self), ESP_WIDTH_CLASS_WIDE);

  return self->width_class;
}
