/* window-fixture.h — a real window for tests: opened on a file or an example, waited for, looked into
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/esp-application.h"

G_BEGIN_DECLS

/* What the file of the fixture holds */
#define CANONICAL \
  "{ \"format\": \"espalier-organization\", \"version\": 1, \"name\": \"Two\",\n" \
  "  \"positions\": [\n" \
  "    { \"id\": \"a\", \"title\": \"Lead\" },\n" \
  "    { \"id\": \"b\", \"title\": \"Program Manager\", \"reports_to\": \"a\" } ] }\n"

typedef struct
{
  EspApplication *application;
  EspWindow      *window; /* borrowed: owned by GTK until it is closed */
  char           *folder;
  char           *path;
  GFile          *file;
} Fixture;

typedef            gboolean        (*Condition) (gpointer  data);

#define ADD_WINDOW_TEST(name, func) g_test_add ("/app/window/" name, Fixture, NULL, set_up, func, tear_down)

void               wait_until      (Condition              condition,
                                    gpointer               data);
gboolean           has_views       (gpointer               window);
gboolean           has_error       (gpointer               window);
gboolean           is_loading      (gpointer               window);
gboolean           is_gone         (gpointer               window_location);
gboolean           is_not_modified (gpointer               document);
gboolean           is_idle         (gpointer               unused);
gboolean           shows_file      (gpointer               data);
gboolean           has_recent      (gpointer               unused);
void               act             (EspWindow             *window,
                                    const char            *action);
gboolean           is_enabled      (EspWindow             *window,
                                    const char            *action);
void               open_window     (Fixture               *fixture,
                                    EspDocument           *document);
void               open_file       (Fixture               *fixture);
void               open_sample     (Fixture               *fixture);
void               set_up          (Fixture               *fixture,
                                    gconstpointer          data);
void               tear_down       (Fixture               *fixture,
                                    gconstpointer          data);
void               edit_title      (Fixture               *fixture,
                                    const char            *title);
void               edit            (Fixture               *fixture);
AdwMessageDialog  *find_dialog     (void);
gboolean           has_dialog      (gpointer               unused);
void               answer          (const char            *response);
gpointer           find_widget     (GtkWidget             *root,
                                    GType                  type);
gpointer           find_button     (GtkWidget             *root,
                                    const char            *action);
gpointer           find_styled     (GtkWidget             *root,
                                    const char            *style);

G_END_DECLS
