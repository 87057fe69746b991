/* edit-fixture.h — a real window on a small organization, and hands that type and move the pointer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/esp-application.h"
#include "app/esp-window.h"
#include "chart/esp-chart.h"

G_BEGIN_DECLS

#define SMALL \
  "{ \"format\": \"espalier-organization\", \"version\": 1, \"name\": \"Small\",\n" \
  "  \"units\": [\n" \
  "    { \"id\": \"hq\", \"name\": \"Head Office\", \"kind\": \"company\" },\n" \
  "    { \"id\": \"pmo\", \"name\": \"Delivery PMO\", \"kind\": \"pmo\", \"parent\": \"hq\" },\n" \
  "    { \"id\": \"lab\", \"name\": \"Lab\", \"parent\": \"hq\" } ],\n" \
  "  \"positions\": [\n" \
  "    { \"id\": \"a\", \"title\": \"Lead\", \"unit\": \"hq\", \"holders\": [ { \"name\": \"Ada Quince\" } ] },\n" \
  "    { \"id\": \"b\", \"title\": \"Program Manager\", \"unit\": \"pmo\", \"role\": \"program-manager\", \"level\": \"senior\", \"reports_to\": \"a\" },\n" \
  "    { \"id\": \"c\", \"title\": \"Writer\", \"unit\": \"hq\", \"reports_to\": \"a\" },\n" \
  "    { \"id\": \"d\", \"title\": \"Engineer\", \"unit\": \"pmo\", \"reports_to\": \"b\" },\n" \
  "    { \"id\": \"e\", \"title\": \"Analyst\", \"unit\": \"pmo\", \"reports_to\": \"b\" } ] }\n"

typedef struct
{
  EspWindow *window;
  EspChart  *chart;
  char      *path;
} Fixture;

typedef gboolean (*Condition) (gpointer data);

gboolean wait_for (Condition condition, gpointer data);
void settle (Fixture *fixture);
gboolean has_views (gpointer window);
gpointer find_widget (GtkWidget *root, GType type);
GtkWidget *find_styled (GtkWidget *root, const char *style);
EspSession *get_session (Fixture *fixture);
EspOrganization *get_organization (Fixture *fixture);
void open_text (Fixture *fixture, const char *text, const char *chart);
void set_up (Fixture *fixture, gconstpointer chart);
void tear_down (Fixture *fixture, gconstpointer data);
EspIx find (Fixture *fixture, const char *id);
EspIx find_titled (Fixture *fixture, const char *title);
EspIx find_unit (Fixture *fixture, const char *name);
const char *get_manager_title (Fixture *fixture, EspIx position);
const char *get_field (Fixture *fixture, const char *id, EspField field);
const char *get_focused_words (Fixture *fixture);
void focus_row (Fixture *fixture, EspTable table, EspIx ix);
void focus (Fixture *fixture, const char *id);
void check_undo_name (Fixture *fixture, const char *name);
void check_said (Fixture *fixture, const char *text);
void play (Fixture *fixture, const char *format, ...) G_GNUC_PRINTF (2, 3);
gpointer find_dialog (GType type);
void press (Fixture *fixture, const char *keys);
void write_words (Fixture *fixture, const char *text);
gboolean has_message (gpointer unused);
gboolean has_row_dialog (gpointer unused);
void answer (Fixture *fixture, const char *response);

G_END_DECLS
