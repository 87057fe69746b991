/* chart-fixture.h — a chart on a screen to test: opening, waiting, clicking, keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>
#include <gdk/x11/gdkx.h>
#include <glib/gstdio.h>
#include <math.h>

#include "chart/esp-chart-card.h"
#include "chart/esp-chart-view.h"
#include "chart/esp-inspector.h"
#include "esp-config.h"
#include "organization/esp-edits.h"
#include "render/esp-render.h"
#include "scene/esp-card.h"

#define WAIT_SECONDS 60
#define STILL_FRAMES 4

#define SMALL \
  "{ \"format\": \"espalier-organization\", \"version\": 1, \"name\": \"Small\",\n" \
  "  \"units\": [ { \"id\": \"pmo\", \"name\": \"Delivery PMO\", \"kind\": \"pmo\" } ],\n" \
  "  \"positions\": [\n" \
  "    { \"id\": \"a\", \"title\": \"Lead\", \"holders\": [ { \"name\": \"Ada Quince\" } ] },\n" \
  "    { \"id\": \"b\", \"title\": \"Program Manager\", \"role\": \"program-manager\", \"level\": \"senior\", \"unit\": \"pmo\",\n" \
  "      \"scope\": \"internal\", \"reports_to\": \"a\" },\n" \
  "    { \"id\": \"c\", \"title\": \"Writer\", \"reports_to\": \"a\" },\n" \
  "    { \"id\": \"d\", \"title\": \"Engineer\", \"reports_to\": \"b\" },\n" \
  "    { \"id\": \"e\", \"title\": \"Analyst\", \"reports_to\": \"b\" } ] }\n"

typedef struct
{
  char         *path;
  GtkWidget    *window;
  EspSession   *session;
  EspChartView *view;
  EspChart     *chart;
  guint         n_frames;
  guint         n_still;
  gboolean      has_moved; /* the pointer */
} Fixture;

/* Waiting */

static gboolean
count_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  Fixture *fixture = user_data;
  EspCanvas *canvas = ESP_CANVAS (widget);

  fixture->n_frames++;
  if (esp_canvas_is_moving (canvas) || esp_canvas_get_progress (canvas) < 1)
    fixture->n_still = 0;
  else
    fixture->n_still++;
  return G_SOURCE_CONTINUE;
}

/* Until nothing has moved for some frames */
static void
settle (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + WAIT_SECONDS * G_USEC_PER_SEC;
  guint tick;

  fixture->n_still = 0;
  tick = gtk_widget_add_tick_callback (GTK_WIDGET (fixture->chart), count_frame_cb, fixture, NULL);
  while (fixture->n_still < STILL_FRAMES && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (GTK_WIDGET (fixture->chart), tick);
  g_assert_cmpuint (fixture->n_still, >=, STILL_FRAMES);
}

static void
wait_for_frame (Fixture *fixture)
{
  guint n = fixture->n_frames;
  guint tick = gtk_widget_add_tick_callback (GTK_WIDGET (fixture->chart), count_frame_cb, fixture, NULL);

  while (fixture->n_frames < n + 2)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (GTK_WIDGET (fixture->chart), tick);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  esp_document_load_finish (ESP_DOCUMENT (source), result, &error);
  g_assert_no_error (error);
}

static void
wait_for_scene (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + WAIT_SECONDS * G_USEC_PER_SEC;

  while (esp_session_get_scene (fixture->session) == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (esp_session_get_scene (fixture->session));
}

static void
open_text (Fixture    *fixture,
           const char *name,
           const char *text,
           const char *chart)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (EspDocument) document = NULL;

  fixture->path = g_strdup_printf ("%s/espalier-chart-%d-%s", g_get_tmp_dir (), (int) getpid (), name);
  g_file_set_contents (fixture->path, text, -1, &error);
  g_assert_no_error (error);
  file = g_file_new_for_path (fixture->path);
  document = esp_document_new_for_file (file);
  fixture->session = esp_session_new (document);
  g_object_set (fixture->session, "chart", chart, NULL);
  esp_document_load_async (document, NULL, loaded_cb, NULL);

  fixture->window = adw_window_new ();
  fixture->view = ESP_CHART_VIEW (esp_chart_view_new ());
  fixture->chart = esp_chart_view_get_chart (fixture->view);
  esp_chart_view_set_session (fixture->view, fixture->session);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_scene (fixture);
  settle (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  open_text (fixture, "small.espalier", SMALL, "reporting");
  esp_canvas_zoom_to (ESP_CANVAS (fixture->chart), 1);
  settle (fixture);
}

/* Finding */

static EspItem
find (Fixture    *fixture,
      const char *id)
{
  EspScene *scene = esp_session_get_scene (fixture->session);
  EspIx ix = esp_organization_find_id (esp_scene_get_organization (scene), ESP_TABLE_POSITIONS, id);

  return esp_scene_find (scene, ESP_TABLE_POSITIONS, ix);
}

static const char *
get_focused_id (Fixture *fixture)
{
  EspScene *scene = esp_session_get_scene (fixture->session);
  EspItem item = esp_chart_get_focus_item (fixture->chart);
  EspTable table;

  if (item == ESP_ITEM_NONE)
    return NULL;
  return esp_organization_get_text (esp_scene_get_organization (scene), ESP_TABLE_POSITIONS, esp_scene_get_row (scene, item, &table),
                                    ESP_POSITION_ID);
}

static G_GNUC_UNUSED graphene_rect_t
get_bounds (Fixture *fixture,
            EspItem  item)
{
  GtkWidget *card = esp_chart_get_card (fixture->chart, item);
  graphene_rect_t bounds;

  g_assert_nonnull (card);
  g_assert_true (gtk_widget_compute_bounds (card, GTK_WIDGET (fixture->chart), &bounds));
  return bounds;
}

static GtkWidget *
find_by_class (GtkWidget  *widget,
               const char *style)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_widget_has_css_class (child, style) ? child : find_by_class (child, style);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Hands */

static gboolean
has_hands (void)
{
  g_autofree char *path = g_find_program_in_path ("xdotool");

  if (path != NULL)
    return TRUE;
  g_test_skip ("no xdotool");
  return FALSE;
}

static void
play (Fixture    *fixture,
      const char *format,
      ...) G_GNUC_PRINTF (2, 3);

static void
play (Fixture    *fixture,
      const char *format,
      ...)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *arguments = NULL;
  g_autofree char *line = NULL;
  va_list list;

  va_start (list, format);
  arguments = g_strdup_vprintf (format, list);
  va_end (list);
  line = g_strconcat ("xdotool ", arguments, NULL);
  fixture->has_moved |= strstr (arguments, "mousemove") != NULL;
  g_spawn_command_line_sync (line, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    wait_for_frame (fixture);
  settle (fixture);
}

static void
press (Fixture    *fixture,
       const char *key)
{
  play (fixture, "key %s", key);
}

/* The middle of a widget on the screen; without a window manager the window stands at the corner */
static G_GNUC_UNUSED void
click (Fixture   *fixture,
       GtkWidget *widget,
       guint      button)
{
  double x, y, dx, dy;

  g_assert_true (gtk_widget_translate_coordinates (widget, fixture->window, gtk_widget_get_width (widget) / 2.0,
                                                   gtk_widget_get_height (widget) / 2.0, &x, &y));
  gtk_native_get_surface_transform (GTK_NATIVE (fixture->window), &dx, &dy);
  play (fixture, "mousemove --window %lu %d %d click %u",
        gdk_x11_surface_get_xid (gtk_native_get_surface (GTK_NATIVE (fixture->window))), (int) (x + dx), (int) (y + dy), button);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer chart = fixture->chart;

  if (fixture->has_moved) /* a window that goes away under its tooltip leaves GTK 4.8 with a tooltip of nobody */
    play (fixture, "mousemove 1279 799");
  g_object_add_weak_pointer (G_OBJECT (chart), &chart);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (chart); /* nobody keeps it */
  g_assert_finalize_object (fixture->session);
  g_unlink (fixture->path);
  g_free (fixture->path);
}
