/* esp-bench-window.c — measurements in the real window: open, frames, toggle, start
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "esp-bench"

#include "esp-bench.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "app/esp-application.h"
#include "app/esp-settings.h"
#include "chart/esp-chart.h"
#include "esp-generate.h"
#include "io/esp-io.h"

#define START_VARIABLE "ESP_BENCH_STARTED"
#define PATIENCE_US    (120 * G_USEC_PER_SEC)
#define FRAMES_A_ZOOM  90
#define N_ZOOMS        7
#define N_TOGGLED      25

typedef struct
{
  EspApplication *application;
  GtkWidget      *window;
  EspChart       *chart; /* once it shows a scene */
  gint64          started;
  gint64          mapped;
  gint64          loaded; /* the organization is there */
  gint64          built;  /* the scene is there */
  gint64          drawn;  /* a frame with the scene has been drawn */
  /* the frame being drawn, and those that were */
  guint64         n_frames;
  gint64          frame_work;  /* ns of the main thread */
  gint64          frame_ended; /* µs */
  GArray         *work_ms;
  GArray         *wall_ms;
  /* the main loop's longest silence */
  gint64          beat;
  gint64          longest_block;
} Bench;

static int
fail (const char *message)
{
  fprintf (stderr, "espalier-bench: %s\n", message);
  return 2;
}

static gint64
get_thread_ns (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1000000000ll + now.tv_nsec;
}

static EspChart *
find_chart (GtkWidget *widget)
{
  /* an explicit stack: the window's widgets in reading order */
  g_autoptr (GPtrArray) stack = g_ptr_array_new ();

  g_ptr_array_add (stack, widget);
  while (stack->len > 0)
    {
      GtkWidget *at = g_ptr_array_steal_index (stack, stack->len - 1);

      if (ESP_IS_CHART (at))
        return ESP_CHART (at);
      for (GtkWidget *child = gtk_widget_get_first_child (at); child != NULL; child = gtk_widget_get_next_sibling (child))
        g_ptr_array_add (stack, child);
    }
  return NULL;
}

static void
note_progress (Bench *self)
{
  EspDocument *document = esp_window_get_document (ESP_WINDOW (self->window));
  EspChart *chart;

  if (self->loaded == 0 && document != NULL && esp_document_get_organization (document) != NULL)
    self->loaded = g_get_monotonic_time ();
  if (self->built == 0 && (chart = find_chart (self->window)) != NULL && gtk_widget_get_mapped (GTK_WIDGET (chart)) &&
      esp_chart_get_scene (chart) != NULL)
    {
      self->built = g_get_monotonic_time ();
      self->chart = chart;
    }
}

static void
before_paint_cb (GdkFrameClock *clock,
                 Bench         *self)
{
  self->frame_work = get_thread_ns ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                Bench         *self)
{
  gint64 now = g_get_monotonic_time ();
  double work = (get_thread_ns () - self->frame_work) / 1e6;
  double wall = (now - self->frame_ended) / 1e3;

  if (self->frame_ended != 0)
    {
      g_array_append_val (self->work_ms, work);
      g_array_append_val (self->wall_ms, wall);
    }
  self->frame_ended = now;
  self->n_frames++;
  if (self->drawn == 0 && self->built != 0)
    self->drawn = now;
}

static void
map_cb (GtkWidget *window,
        Bench     *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  if (self->mapped != 0)
    return;
  self->mapped = g_get_monotonic_time ();
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window,
                 Bench          *self)
{
  if (self->window != NULL || !ESP_IS_WINDOW (window))
    return;
  self->window = GTK_WIDGET (window);
  gtk_window_set_default_size (window, 1280, 800);
  g_signal_connect (window, "map", G_CALLBACK (map_cb), self);
}

static gboolean
beat_cb (gpointer data)
{
  Bench *self = data;
  gint64 now = g_get_monotonic_time ();

  if (self->beat != 0)
    self->longest_block = MAX (self->longest_block, now - self->beat);
  self->beat = now;
  return G_SOURCE_CONTINUE;
}

/* Starts the application on a file (NULL: on nothing) and runs it until the chart has been drawn. */
static gboolean
open_window (Bench *self,
             GFile *file,
             gint64 started)
{
  guint beat;

  self->started = started;
  self->work_ms = g_array_new (FALSE, FALSE, sizeof (double));
  self->wall_ms = g_array_new (FALSE, FALSE, sizeof (double));
  self->application = esp_application_new ();
  g_application_set_flags (G_APPLICATION (self->application),
                           g_application_get_flags (G_APPLICATION (self->application)) | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (self->application, "window-added", G_CALLBACK (window_added_cb), self);
  if (!g_application_register (G_APPLICATION (self->application), NULL, NULL))
    return FALSE;
  g_settings_set_boolean (esp_settings_get_default (), "import-ask", FALSE); /* nobody would answer */
  beat = g_timeout_add_full (G_PRIORITY_HIGH, 2, beat_cb, self, NULL);
  if (file != NULL)
    g_application_open (G_APPLICATION (self->application), &file, 1, "");
  else
    g_application_activate (G_APPLICATION (self->application));
  while (self->drawn == 0 && g_get_monotonic_time () - started < PATIENCE_US)
    {
      g_main_context_iteration (NULL, TRUE);
      if (self->window != NULL)
        note_progress (self);
    }
  g_source_remove (beat);
  return self->drawn != 0;
}

/* Draws the whole window once more and waits until that is done. */
static void
draw_frame (Bench *self)
{
  guint64 n = self->n_frames;

  gtk_widget_queue_draw (self->window);
  while (self->n_frames == n)
    g_main_context_iteration (NULL, TRUE);
}

static void
settle (Bench *self)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end)
    draw_frame (self);
}

static void
forget_frames (Bench *self)
{
  g_array_set_size (self->work_ms, 0);
  g_array_set_size (self->wall_ms, 0);
  self->frame_ended = 0;
}

static void
close_window (Bench *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (self->application);
  g_array_unref (self->work_ms);
  g_array_unref (self->wall_ms);
}

static GFile *
make_file (const EspBenchOptions *options,
           GError               **error)
{
  g_autoptr (EspOrganization) organization = esp_generate_organization (ESP_SHAPE_ORG, options->positions, options->lines, options->seed);
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  int fd = g_file_open_tmp ("espalier-bench-XXXXXX.espalier", &path, error);

  if (fd < 0)
    return NULL;
  close (fd);
  file = g_file_new_for_path (path);
  return esp_io_save (organization, ESP_FILE_DOCUMENT, file, NULL, NULL, NULL, NULL, NULL, error) ? g_steal_pointer (&file) : NULL;
}

/* Opens a generated organization, everything unfolded. */
static gboolean
open_generated (Bench                 *self,
                const EspBenchOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = make_file (options, &error);
  gboolean opened;

  if (file == NULL)
    {
      fail (error->message);
      return FALSE;
    }
  opened = open_window (self, file, g_get_monotonic_time ());
  g_file_delete (file, NULL, NULL);
  if (!opened)
    {
      fail ("the window did not come up");
      return FALSE;
    }
  esp_session_fold_to_level (esp_window_get_session (ESP_WINDOW (self->window)), G_MAXUINT);
  settle (self);
  return TRUE;
}

int
esp_bench_open (const EspBenchOptions *options)
{
  Bench self = { 0 };
  g_autoptr (GFile) file = NULL;
  EspOrganization *organization;

  if (options->argument == NULL)
    return fail ("open takes a file");
  file = g_file_new_for_commandline_arg (options->argument);
  if (!open_window (&self, file, g_get_monotonic_time ()))
    return fail ("the file did not come up");
  organization = esp_document_get_organization (esp_window_get_document (ESP_WINDOW (self.window)));
  printf ("{\"positions\": %u, \"parse_ms\": %.1f, \"layout_ms\": %.1f, \"usable_ms\": %.1f, \"longest_block_ms\": %.1f, \"rss_mb\": %.1f}\n",
          esp_organization_get_n (organization, ESP_TABLE_POSITIONS), (self.loaded - self.started) / 1e3, (self.built - self.loaded) / 1e3,
          (self.drawn - self.started) / 1e3, self.longest_block / 1e3, esp_bench_get_peak_mb ());
  close_window (&self);
  return 0;
}

/* A place in the chart that has cards around it: those of a node far down the list */
static void
go_to_cards (Bench *self,
             double zoom)
{
  EspScene *scene = esp_chart_get_scene (self->chart);
  EspRect rect;
  int width = gtk_widget_get_width (GTK_WIDGET (self->chart));
  int height = gtk_widget_get_height (GTK_WIDGET (self->chart));

  esp_canvas_zoom_at (ESP_CANVAS (self->chart), zoom, width / 2.0, height / 2.0, FALSE);
  if (esp_scene_get_node_rect (scene, esp_scene_get_n_nodes (scene) / 2, &rect))
    esp_canvas_center_on (ESP_CANVAS (self->chart), &rect, FALSE);
}

/* Two thirds of the frames pan to and fro, one third zooms in and out, as a hand does */
static void
move (Bench *self,
      guint  frame,
      double zoom)
{
  EspCanvas *canvas = ESP_CANVAS (self->chart);
  double width = gtk_widget_get_width (GTK_WIDGET (canvas));
  double height = gtk_widget_get_height (GTK_WIDGET (canvas));

  if (frame % 90 < 60)
    esp_canvas_pan (canvas, frame % 60 < 30 ? 37 : -37, frame % 40 < 20 ? 11 : -11, FALSE);
  else
    esp_canvas_zoom_at (canvas, zoom * pow (1.02, frame % 30 < 15 ? frame % 15 : 15 - frame % 15), width / 2, height / 2, FALSE);
}

int
esp_bench_frames (const EspBenchOptions *options)
{
  Bench self = { 0 };
  double fit, worst = 0;

  if (options->positions == 0)
    return fail ("frames takes --positions=N");
  if (!open_generated (&self, options))
    return 2;

  esp_canvas_zoom_fit (ESP_CANVAS (self.chart));
  settle (&self);
  fit = esp_canvas_get_zoom (ESP_CANVAS (self.chart));
  printf ("{\"positions\": %u, \"lines\": %u, \"shown\": %u, \"zooms\": [", options->positions, options->lines,
          esp_scene_get_n_shown (esp_chart_get_scene (self.chart)));
  for (guint i = 0; i < N_ZOOMS; i++)
    {
      double zoom = fit * pow (1.0 / fit, i / (double) (N_ZOOMS - 1));
      double p99;

      go_to_cards (&self, zoom);
      for (guint k = 0; k < 10; k++)
        draw_frame (&self);
      forget_frames (&self);
      for (guint k = 0; k <= FRAMES_A_ZOOM; k++)
        {
          move (&self, k, zoom);
          draw_frame (&self);
        }
      p99 = esp_bench_percentile (self.work_ms, 99);
      worst = MAX (worst, p99);
      printf ("%s{\"zoom\": %.8f, \"frames\": %u, \"work_p50_ms\": %.2f, \"work_p99_ms\": %.2f, \"wall_p95_ms\": %.2f, \"wall_p99_ms\": %.2f}",
              i > 0 ? ", " : "", zoom, self.work_ms->len, esp_bench_percentile (self.work_ms, 50), p99,
              esp_bench_percentile (self.wall_ms, 95), esp_bench_percentile (self.wall_ms, 99));
    }
  printf ("], \"worst_work_p99_ms\": %.2f, \"rss_mb\": %.1f}\n", worst, esp_bench_get_peak_mb ());
  close_window (&self);
  return 0;
}

/* Nodes with something below them, from small branches to the largest */
static GArray *
pick_branches (EspScene *scene)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (EspNodeIx));
  guint32 n = esp_scene_get_n_nodes (scene);
  EspNodeIx next = 0;

  for (guint i = 0; i < N_TOGGLED; i++)
    {
      /* breadth first: a small number is a large branch */
      EspNodeIx node = MAX (next, pow (n, i / (double) N_TOGGLED));

      while (node < n && !esp_scene_can_fold (scene, node))
        node++;
      if (node < n)
        g_array_append_val (nodes, node);
      next = node + 1;
    }
  return nodes;
}

int
esp_bench_toggle (const EspBenchOptions *options)
{
  Bench self = { 0 };
  EspSession *session;
  g_autoptr (GArray) nodes = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  double p50;

  if (options->positions == 0)
    return fail ("toggle takes --positions=N");
  if (!open_generated (&self, options))
    return 2;

  session = esp_window_get_session (ESP_WINDOW (self.window));
  nodes = pick_branches (esp_chart_get_scene (self.chart));
  for (guint i = 0; i < nodes->len * 2; i++)
    {
      EspNodeIx node = g_array_index (nodes, EspNodeIx, i / 2);
      EspRect rect;
      gint64 start;
      double ms;

      go_to_cards (&self, 1.0);
      if (esp_scene_get_node_rect (esp_chart_get_scene (self.chart), node, &rect))
        esp_canvas_center_on (ESP_CANVAS (self.chart), &rect, FALSE);
      settle (&self);
      start = g_get_monotonic_time ();
      esp_session_set_folded (session, node, i % 2 == 0);
      draw_frame (&self);
      ms = (g_get_monotonic_time () - start) / 1e3;
      g_array_append_val (times, ms);
    }
  p50 = esp_bench_percentile (times, 50);
  printf ("{\"positions\": %u, \"toggles\": %u, \"p50_ms\": %.1f, \"p99_ms\": %.1f}\n", options->positions, times->len, p50,
          esp_bench_percentile (times, 99));
  close_window (&self);
  return 0;
}

/* Counts from before the program is loaded: it notes the time and executes itself once more. */
int
esp_bench_start (const EspBenchOptions *options)
{
  Bench self = { 0 };
  const char *noted = g_getenv (START_VARIABLE);

  if (noted == NULL)
    {
      g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());

      g_setenv (START_VARIABLE, now, TRUE);
      execl ("/proc/self/exe", "espalier-bench", "start", NULL);
      return fail ("could not start again");
    }
  if (!open_window (&self, NULL, g_ascii_strtoll (noted, NULL, 10)))
    return fail ("the window did not come up");
  printf ("{\"mapped_ms\": %.1f, \"drawn_ms\": %.1f}\n", (self.mapped - self.started) / 1e3, (self.drawn - self.started) / 1e3);
  close_window (&self);
  return 0;
}
