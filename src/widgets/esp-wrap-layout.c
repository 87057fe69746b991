/* esp-wrap-layout.c — children side by side, in as many lines as they need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-widgets"

#include "widgets/esp-wrap-layout.h"

/**
 * EspWrapLayout:
 *
 * Gives each child its natural width, begins a new line where the next does not fit, and centres the lines. A child that is wider than a line is made as
 * narrow as that.
 */
struct _EspWrapLayout
{
  GtkLayoutManager parent_instance;

  int              spacing; /* px between children and between lines */
};

G_DEFINE_FINAL_TYPE (EspWrapLayout, esp_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The children of one line: @first and those after it that fit into @width */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end; /* the first of the next line; NULL: none */
  int        width;
  int        height;
} Line;

static int
get_width (GtkWidget *child,
           int        most)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return most < 0 ? natural : CLAMP (natural, minimum, MAX (most, minimum));
}

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static Line
find_line (EspWrapLayout *self,
           GtkWidget     *first,
           int            width)
{
  Line line = { .first = first };
  GtkWidget *child;

  for (child = first; child != NULL; child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int child_width = get_width (child, width);
      int child_height;

      if (child != first && line.width + self->spacing + child_width > width)
        break;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &child_height, NULL, NULL);
      line.width += child_width + (child != first ? self->spacing : 0);
      line.height = MAX (line.height, child_height);
    }
  line.end = child;
  return line;
}

static GtkSizeRequestMode
esp_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
esp_wrap_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  EspWrapLayout *self = ESP_WRAP_LAYOUT (manager);
  GtkWidget *first = skip_hidden (gtk_widget_get_first_child (widget));

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      for (GtkWidget *child = first; child != NULL; child = skip_hidden (gtk_widget_get_next_sibling (child)))
        {
          *minimum = MAX (*minimum, get_width (child, 0));
          *natural += get_width (child, -1) + (child != first ? self->spacing : 0);
        }
      return;
    }
  for (GtkWidget *at = first; at != NULL;)
    {
      Line line = find_line (self, at, for_size < 0 ? G_MAXINT / 2 : for_size);

      *minimum += line.height + (at != first ? self->spacing : 0);
      at = line.end;
    }
  *natural = *minimum;
}

static void
allocate_line (EspWrapLayout *self,
               const Line    *line,
               int            width,
               int            y,
               gboolean       is_mirrored)
{
  int x = MAX ((width - line->width) / 2, 0);

  for (GtkWidget *child = line->first; child != line->end; child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int child_width = get_width (child, width);
      int at = is_mirrored ? width - x - child_width : x;

      gtk_widget_allocate (child, child_width, line->height, -1, gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (at, y)));
      x += child_width + self->spacing;
    }
}

static void
esp_wrap_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  EspWrapLayout *self = ESP_WRAP_LAYOUT (manager);
  int y = 0;

  for (GtkWidget *at = skip_hidden (gtk_widget_get_first_child (widget)); at != NULL;)
    {
      Line line = find_line (self, at, width);

      allocate_line (self, &line, width, y, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
      y += line.height + self->spacing;
      at = line.end;
    }
}

static void
esp_wrap_layout_class_init (EspWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = esp_wrap_layout_get_request_mode;
  manager_class->measure = esp_wrap_layout_measure;
  manager_class->allocate = esp_wrap_layout_allocate;
}

static void
esp_wrap_layout_init (EspWrapLayout *self)
{
}

/**
 * esp_wrap_layout_new:
 * @spacing: px between children and between lines
 *
 * Returns: (transfer full): a layout manager
 */
GtkLayoutManager *
esp_wrap_layout_new (int spacing)
{
  EspWrapLayout *self = g_object_new (ESP_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
