/* esp-print.c — the chart on paper: on one page, or on several to be joined
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-app"

#include "app/esp-print.h"

#include <math.h>

#include "core/esp-i18n.h"
#include "render/esp-render.h"

#define POINTS_PER_PX 0.75
#define MARGIN        36.0 /* points, within what the printer leaves free */
#define FOOTER        18.0 /* points */
#define FOOTER_PT     8.0
#define LEAST_SCALE   0.45 /* smaller words cannot be read: then it takes several pages… */
#define MAX_PAGES     64   /* …but not more than these */

typedef struct
{
  EspScene         *scene;
  EspRenderOptions  options;
  char             *title;
  double            width;  /* of the chart, world px */
  double            height;
  double            page_width; /* of what a page shows, points */
  double            page_height;
  double            scale;  /* points per world px */
  guint             n_columns;
  guint             n_pages;
} Print;

static void
print_free (gpointer data)
{
  Print *print = data;

  esp_scene_unref (print->scene);
  g_free (print->title);
  g_free (print);
}

static guint
count_pages (double  chart_width,
             double  chart_height,
             double  page_width,
             double  page_height,
             double  scale,
             guint  *n_columns)
{
  *n_columns = MAX (ceil (chart_width * scale / page_width - 1e-6), 1);
  return *n_columns * (guint) MAX (ceil (chart_height * scale / page_height - 1e-6), 1);
}

/**
 * esp_print_arrange:
 * @chart_width: world px
 * @chart_height: world px
 * @page_width: points
 * @page_height: points
 * @scale: (out): points per world px
 * @n_columns: (out): pages beside each other
 *
 * One page, if words can be read on it, never larger than on the screen; else as many as it takes for that, but not more than 64.
 *
 * Returns: how many pages
 */
guint
esp_print_arrange (double  chart_width,
                   double  chart_height,
                   double  page_width,
                   double  page_height,
                   double *scale,
                   guint  *n_columns)
{
  double fit = MIN (page_width / chart_width, page_height / chart_height);
  guint n_pages;

  *scale = MIN (fit, POINTS_PER_PX);
  *n_columns = 1;
  if (*scale >= LEAST_SCALE * POINTS_PER_PX)
    return 1;
  *scale = LEAST_SCALE * POINTS_PER_PX;
  while ((n_pages = count_pages (chart_width, chart_height, page_width, page_height, *scale, n_columns)) > MAX_PAGES)
    *scale = MAX (*scale / 1.1, fit);
  return n_pages;
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Print             *print)
{
  print->page_width = gtk_print_context_get_width (context) - 2 * MARGIN;
  print->page_height = gtk_print_context_get_height (context) - 2 * MARGIN - FOOTER;
  print->n_pages = esp_print_arrange (print->width, print->height, print->page_width, print->page_height, &print->scale, &print->n_columns);
  gtk_print_operation_set_n_pages (operation, print->n_pages);
}

static void
draw_footer (Print           *print,
             GtkPrintContext *context,
             guint            page)
{
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");
  g_autofree char *text = NULL;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  if (print->n_pages == 1)
    return;
  /* Translators: at the foot of a printed page: the name of the organization, which page, of how many, in which row and column of the joined pages */
  text = g_strdup_printf (_("%s — page %u of %u, row %u, column %u"), print->title, page + 1, print->n_pages,
                          page / print->n_columns + 1, page % print->n_columns + 1);
  pango_font_description_set_absolute_size (font, FOOTER_PT * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, MARGIN, MARGIN + print->page_height + FOOTER - FOOTER_PT);
  cairo_set_source_rgb (cr, 0, 0, 0);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Print             *print)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  g_autoptr (GError) error = NULL;

  cairo_save (cr);
  cairo_rectangle (cr, MARGIN, MARGIN, print->page_width, print->page_height);
  cairo_clip (cr);
  cairo_translate (cr, MARGIN - page % print->n_columns * print->page_width, MARGIN - page / print->n_columns * print->page_height);
  if (print->n_pages == 1) /* in the middle */
    cairo_translate (cr, (print->page_width - print->width * print->scale) / 2, 0);
  cairo_scale (cr, print->scale, print->scale);
  if (!esp_render_draw (print->scene, &print->options, cr, &error))
    {
      g_warning ("The chart cannot be printed: %s", error->message);
      gtk_print_operation_cancel (operation);
    }
  cairo_restore (cr);
  draw_footer (print, context, page);
}

/**
 * esp_print_new:
 * @session: a session with a scene
 *
 * Makes an operation that prints what the chart shows, in light colours and without a ground, lying if the chart is broader than high.
 *
 * Returns: (transfer full): an operation, to be run
 */
GtkPrintOperation *
esp_print_new (EspSession *session)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  Print *print = g_new0 (Print, 1);

  print->scene = esp_scene_ref (esp_session_get_scene (session));
  print->options = (EspRenderOptions) ESP_RENDER_OPTIONS_INIT;
  print->options.is_transparent = TRUE;
  print->options.margin = 0;
  print->options.show_lines = esp_session_get_show_lines (session);
  print->title = g_strdup (esp_document_get_title (esp_session_get_document (session)));
  esp_render_measure (print->scene, &print->options, &print->width, &print->height);
  gtk_page_setup_set_orientation (setup, print->width > print->height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, print->title);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), print);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), print);
  g_object_set_data_full (G_OBJECT (operation), "print", print, print_free);
  return operation;
}
