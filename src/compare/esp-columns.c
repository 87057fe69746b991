/* esp-columns.c — a heading and equal columns beside it, below it, or one below the other, as the width allows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-compare"

#include "compare/esp-columns.h"

#define HEADING_WIDTH 186
#define BESIDE_LEAST  204 /* of a column, with the heading beside */
#define BELOW_LEAST   180
#define GAP           12
#define ROW_GAP       6

/**
 * EspColumns:
 *
 * One row of a table whose columns are equally wide. All rows of one width with as many columns stand in the same mode and have
 * their columns in the same places, whatever they contain; so a header outside of the scrolled part fits the rows in it.
 *
 * Captions are seen in %ESP_COLUMNS_STACKED alone, where the header is not above its column.
 *
 * # CSS nodes
 *
 * `columns`
 */
struct _EspColumns
{
  GtkWidget  parent_instance;

  GtkWidget *heading;
  GPtrArray *captions; /* borrowed; elements may be NULL */
  GPtrArray *columns;  /* borrowed */
};

G_DEFINE_FINAL_TYPE (EspColumns, esp_columns, GTK_TYPE_WIDGET)

static int
get_column_width (EspColumns     *self,
                  EspColumnsMode  mode,
                  int             width)
{
  int n = MAX (self->columns->len, 1);

  if (mode == ESP_COLUMNS_STACKED)
    return width;
  if (mode == ESP_COLUMNS_BESIDE)
    width -= HEADING_WIDTH + GAP;
  return (width - (n - 1) * GAP) / n;
}

static int
measure_height (GtkWidget *child,
                int        width)
{
  int minimum;

  if (child == NULL || !gtk_widget_get_visible (child))
    return 0;
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
get_least_width (EspColumns *self)
{
  int least = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      least = MAX (least, minimum);
    }
  return least;
}

static int
measure_stacked (EspColumns *self,
                 int         width)
{
  int height = measure_height (self->heading, width);

  for (guint i = 0; i < self->columns->len; i++)
    {
      int caption_height = measure_height (g_ptr_array_index (self->captions, i), width);

      height += ROW_GAP + caption_height + measure_height (g_ptr_array_index (self->columns, i), width);
    }
  return height;
}

static int
measure_side_by_side (EspColumns     *self,
                      EspColumnsMode  mode,
                      int             width)
{
  int column_width = get_column_width (self, mode, width);
  int height = 0;
  int heading_height;

  for (guint i = 0; i < self->columns->len; i++)
    height = MAX (height, measure_height (g_ptr_array_index (self->columns, i), column_width));
  if (mode == ESP_COLUMNS_BESIDE)
    return MAX (height, measure_height (self->heading, HEADING_WIDTH));
  heading_height = measure_height (self->heading, width);
  return heading_height + (heading_height > 0 ? ROW_GAP : 0) + height;
}

static void
allocate_at (EspColumns *self,
             GtkWidget  *child,
             int         x,
             int         y,
             int         width,
             int         height)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_widget_set_child_visible (child, TRUE);
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
allocate_stacked (EspColumns *self,
                  int         width)
{
  int y = 0;

  if (self->heading != NULL)
    {
      y = measure_height (self->heading, width);
      allocate_at (self, self->heading, 0, 0, width, y);
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      GtkWidget *caption = g_ptr_array_index (self->captions, i);
      GtkWidget *column = g_ptr_array_index (self->columns, i);
      int height = measure_height (column, width);

      y += ROW_GAP;
      if (caption != NULL)
        {
          int caption_height = measure_height (caption, width);

          allocate_at (self, caption, 0, y, width, caption_height);
          y += caption_height;
        }
      allocate_at (self, column, 0, y, width, height);
      y += height;
    }
}

static void
allocate_side_by_side (EspColumns     *self,
                       EspColumnsMode  mode,
                       int             width,
                       int             height)
{
  int column_width = get_column_width (self, mode, width);
  int x = 0;
  int y = 0;

  if (self->heading != NULL && mode == ESP_COLUMNS_BESIDE)
    allocate_at (self, self->heading, 0, 0, HEADING_WIDTH, height);
  else if (self->heading != NULL)
    {
      int heading_height = measure_height (self->heading, width);

      allocate_at (self, self->heading, 0, 0, width, heading_height);
      y = heading_height + (heading_height > 0 ? ROW_GAP : 0);
    }
  if (mode == ESP_COLUMNS_BESIDE)
    x = HEADING_WIDTH + GAP;
  for (guint i = 0; i < self->columns->len; i++)
    {
      GtkWidget *caption = g_ptr_array_index (self->captions, i);

      if (caption != NULL)
        gtk_widget_set_child_visible (caption, FALSE);
      allocate_at (self, g_ptr_array_index (self->columns, i), x, y, column_width, height - y);
      x += column_width + GAP;
    }
}

static GtkSizeRequestMode
esp_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
esp_columns_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  EspColumns *self = ESP_COLUMNS (widget);
  int least = get_least_width (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = MAX (least, HEADING_WIDTH + (int) self->columns->len * (BESIDE_LEAST + GAP));
    }
  else
    {
      int width = MAX (for_size, least);
      EspColumnsMode mode = esp_columns_mode_for (width, self->columns->len);

      *minimum = mode == ESP_COLUMNS_STACKED ? measure_stacked (self, width) : measure_side_by_side (self, mode, width);
      *natural = *minimum;
    }
}

static void
esp_columns_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  EspColumns *self = ESP_COLUMNS (widget);
  EspColumnsMode mode = esp_columns_mode_for (width, self->columns->len);

  if (mode == ESP_COLUMNS_STACKED)
    allocate_stacked (self, width);
  else
    allocate_side_by_side (self, mode, width, height);
}

static void
esp_columns_dispose (GObject *object)
{
  EspColumns *self = ESP_COLUMNS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->heading = NULL;
  g_ptr_array_set_size (self->captions, 0);
  g_ptr_array_set_size (self->columns, 0);

  G_OBJECT_CLASS (esp_columns_parent_class)->dispose (object);
}

static void
esp_columns_finalize (GObject *object)
{
  EspColumns *self = ESP_COLUMNS (object);

  g_ptr_array_unref (self->captions);
  g_ptr_array_unref (self->columns);

  G_OBJECT_CLASS (esp_columns_parent_class)->finalize (object);
}

static void
esp_columns_class_init (EspColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = esp_columns_dispose;
  object_class->finalize = esp_columns_finalize;
  widget_class->get_request_mode = esp_columns_get_request_mode;
  widget_class->measure = esp_columns_measure;
  widget_class->size_allocate = esp_columns_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "columns");
}

static void
esp_columns_init (EspColumns *self)
{
  self->captions = g_ptr_array_new ();
  self->columns = g_ptr_array_new ();
}

/**
 * esp_columns_new:
 * @heading: (nullable): what the row is about
 *
 * Returns: (transfer full): a row without columns
 */
GtkWidget *
esp_columns_new (GtkWidget *heading)
{
  EspColumns *self = g_object_new (ESP_TYPE_COLUMNS, NULL);

  self->heading = heading;
  if (heading != NULL)
    gtk_widget_insert_before (heading, GTK_WIDGET (self), NULL);
  return GTK_WIDGET (self);
}

/**
 * esp_columns_add:
 * @self: a row
 * @caption: (nullable): whose column it is, seen where columns are stacked
 * @column: what stands in the column
 *
 * Appends a column.
 */
void
esp_columns_add (EspColumns *self,
                 GtkWidget  *caption,
                 GtkWidget  *column)
{
  g_return_if_fail (ESP_IS_COLUMNS (self));
  g_return_if_fail (GTK_IS_WIDGET (column));

  if (caption != NULL)
    gtk_widget_insert_before (caption, GTK_WIDGET (self), NULL);
  gtk_widget_insert_before (column, GTK_WIDGET (self), NULL);
  g_ptr_array_add (self->captions, caption);
  g_ptr_array_add (self->columns, column);
}

/**
 * esp_columns_mode_for:
 * @width: of a row, in px
 * @n_columns: how many columns it has
 *
 * Returns: how such a row stands
 */
EspColumnsMode
esp_columns_mode_for (int   width,
                      guint n_columns)
{
  int n = MAX (n_columns, 1);

  if (width >= HEADING_WIDTH + n * (BESIDE_LEAST + GAP))
    return ESP_COLUMNS_BESIDE;
  if (width >= n * (BELOW_LEAST + GAP) - GAP)
    return ESP_COLUMNS_BELOW;
  return ESP_COLUMNS_STACKED;
}
