/* esp-boxes.c — thousands of filled rectangles in one frame
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "Espalier-widgets"

#include "widgets/esp-boxes.h"

#include <math.h>
#include <string.h>

/* The frame before still holds its picture: writing into that would have cairo copy it first */
#define N_SURFACES 2

/**
 * EspBoxes:
 *
 * Draws rectangles on whole device pixels. Few, or on a graphics card, they are colour nodes. Many with GTK's cairo renderer cost half
 * a microsecond each for filling and ten times that for being a node: they are filled into one picture, which is drawn once.
 *
 * Use: begin, add …, end, within one snapshot; what is added later lies over what was added before.
 *
 * Threads: main.
 */
struct _EspBoxes
{
  GtkWidget       *widget;   /* borrowed: it owns the boxes */
  GtkSnapshot     *snapshot; /* borrowed, between begin and end */
  cairo_surface_t *surfaces[N_SURFACES]; /* (nullable) kept from frame to frame */
  guint            current;
  guchar          *pixels;   /* of the surface while it is being filled; NULL: colour nodes */
  int              width;    /* device px */
  int              height;
  int              stride;   /* bytes */
  int              scale;
};

static gboolean
is_cairo (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GskRenderer *renderer = native != NULL ? gtk_native_get_renderer (native) : NULL;

  return renderer != NULL && g_str_equal (G_OBJECT_TYPE_NAME (renderer), "GskCairoRenderer");
}

static void
drop_surfaces (EspBoxes *self)
{
  for (guint i = 0; i < N_SURFACES; i++)
    g_clear_pointer (&self->surfaces[i], cairo_surface_destroy);
  self->pixels = NULL;
}

/* An empty picture as large as the widget. Cairo copies what an older frame still holds before it is written to. */
static void
take_surface (EspBoxes *self)
{
  int scale = gtk_widget_get_scale_factor (self->widget);
  int width = gtk_widget_get_width (self->widget) * scale;
  int height = gtk_widget_get_height (self->widget) * scale;
  cairo_surface_t *surface;

  if (self->width != width || self->height != height || self->scale != scale)
    drop_surfaces (self);
  self->current = (self->current + 1) % N_SURFACES;
  surface = self->surfaces[self->current];
  if (surface == NULL)
    {
      surface = self->surfaces[self->current] = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (width, 1), MAX (height, 1));
      cairo_surface_set_device_scale (surface, scale, scale);
    }
  cairo_surface_flush (surface);
  self->width = width;
  self->height = height;
  self->scale = scale;
  self->stride = cairo_image_surface_get_stride (surface);
  self->pixels = cairo_image_surface_get_data (surface);
  if (self->pixels != NULL)
    memset (self->pixels, 0, (gsize) self->stride * MAX (height, 1));
}

static guint
to_byte (double part)
{
  return CLAMP (part * 255 + 0.5, 0, 255);
}

/* Premultiplied, as cairo has it */
static guint32
to_pixel (const GdkRGBA *color)
{
  return to_byte (color->alpha) << 24 | to_byte (color->red * color->alpha) << 16 | to_byte (color->green * color->alpha) << 8 |
         to_byte (color->blue * color->alpha);
}

/* Two channels at a time, each × rest / 255 rounded; premultiplied colours cannot overflow. No branches: the compiler makes vectors of the loop. */
static inline guint32
blend (guint32 over,
       guint32 under,
       guint32 rest)
{
  guint32 even = (under & 0x00ff00ff) * rest + 0x00800080;
  guint32 odd = (under >> 8 & 0x00ff00ff) * rest + 0x00800080;

  even = (even + (even >> 8 & 0x00ff00ff)) >> 8 & 0x00ff00ff;
  odd = (odd + (odd >> 8 & 0x00ff00ff)) & 0xff00ff00;
  return over + (even | odd);
}

static guint32 *
get_row (EspBoxes *self,
         int       x,
         int       y)
{
  return (guint32 *) (void *) (self->pixels + (gsize) y * self->stride) + x;
}

/* The first row pixel by pixel, the others as copies of it */
static void
fill (EspBoxes *self,
      int       left,
      int       top,
      int       right,
      int       bottom,
      guint32   pixel)
{
  guint32 *first = get_row (self, left, top);
  int n = right - left;

  for (int i = 0; i < n; i++)
    first[i] = pixel;
  for (int y = top + 1; y < bottom; y++)
    memcpy (get_row (self, left, y), first, (gsize) n * sizeof pixel);
}

static void
fill_blended (EspBoxes *self,
              int       left,
              int       top,
              int       right,
              int       bottom,
              guint32   pixel)
{
  guint32 rest = 255 - (pixel >> 24);

  for (int y = top; y < bottom; y++)
    {
      guint32 *restrict row = get_row (self, left, y);

      for (int i = 0; i < right - left; i++)
        row[i] = blend (pixel, row[i], rest);
    }
}

/**
 * esp_boxes_new:
 * @widget: whose snapshot it is; not owned, must outlive the boxes
 *
 * Returns: (transfer full): nothing to draw yet
 */
EspBoxes *
esp_boxes_new (GtkWidget *widget)
{
  EspBoxes *self = g_new0 (EspBoxes, 1);

  self->widget = widget;
  return self;
}

/**
 * esp_boxes_free:
 * @self: (transfer full): boxes
 */
void
esp_boxes_free (EspBoxes *self)
{
  drop_surfaces (self);
  g_free (self);
}

/**
 * esp_boxes_begin:
 * @self: boxes
 * @snapshot: where; its origin is the widget's
 * @are_many: some hundreds or more will come
 *
 * Begins to draw.
 */
void
esp_boxes_begin (EspBoxes    *self,
                 GtkSnapshot *snapshot,
                 gboolean     are_many)
{
  self->snapshot = snapshot;
  if (are_many && is_cairo (self->widget))
    take_surface (self);
  else
    drop_surfaces (self);
}

/**
 * esp_boxes_add:
 * @self: boxes, between begin and end
 * @box: px of the widget; its edges on whole device px
 * @color: of it
 *
 * Fills a rectangle.
 *
 * Time: O(pixels) in a picture, O(1) else.
 */
void
esp_boxes_add (EspBoxes              *self,
               const graphene_rect_t *box,
               const GdkRGBA         *color)
{
  int left, top, right, bottom;
  guint32 pixel;

  if (self->pixels == NULL)
    {
      gtk_snapshot_append_color (self->snapshot, color, box);
      return;
    }

  left = CLAMP (floorf (box->origin.x * self->scale + 0.5f), 0, self->width);
  top = CLAMP (floorf (box->origin.y * self->scale + 0.5f), 0, self->height);
  right = CLAMP (floorf ((box->origin.x + box->size.width) * self->scale + 0.5f), left, self->width);
  bottom = CLAMP (floorf ((box->origin.y + box->size.height) * self->scale + 0.5f), top, self->height);
  pixel = to_pixel (color);
  if (left == right || top == bottom)
    return;
  if (pixel >> 24 == 255)
    fill (self, left, top, right, bottom, pixel);
  else
    fill_blended (self, left, top, right, bottom, pixel);
}

/**
 * esp_boxes_end:
 * @self: boxes
 *
 * Puts what was added into the snapshot.
 */
void
esp_boxes_end (EspBoxes *self)
{
  cairo_surface_t *surface = self->surfaces[self->current];
  cairo_t *cr;

  if (self->pixels != NULL)
    {
      self->pixels = NULL;
      cairo_surface_mark_dirty (surface);
      cr = gtk_snapshot_append_cairo (self->snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (self->widget),
                                                                           gtk_widget_get_height (self->widget)));
      cairo_set_source_surface (cr, surface, 0, 0);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
      cairo_paint (cr);
      cairo_destroy (cr);
    }
  self->snapshot = NULL;
}
