/* esp-position-editor-private.h — what the files of the editor share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart/esp-position-editor.h"
#include "session/esp-session-edit.h"

G_BEGIN_DECLS

struct _EspPositionEditor
{
  AdwBin               parent_instance;

  /* template */
  AdwPreferencesGroup *fields_group;
  AdwEntryRow         *title_row;
  AdwActionRow        *role_row;
  AdwComboRow         *level_row;
  AdwComboRow         *scope_row;
  AdwComboRow         *state_row;
  AdwEntryRow         *posts_row;
  AdwComboRow         *staff_row;
  AdwComboRow         *arrange_row;
  AdwPreferencesGroup *people_group;
  AdwPreferencesGroup *lines_group;
  GtkWidget           *note_box;
  GtkTextBuffer       *note;

  EspSession          *session;   /* NULL: none */
  EspIx                position;  /* the one that is shown; ESP_IX_NONE: several, or none */
  GPtrArray           *people;    /* AdwEntryRow of each holder, and a last one to add another; borrowed */
  GPtrArray           *lines;     /* LineRow */
  GPtrArray           *levels;    /* const char *: ids by the order of the row; "" for none */
  GtkWidget           *roles;     /* EspPicker */
  gboolean             is_filling;
};

void _esp_position_editor_send      (EspPositionEditor *self,
                                     const EspCommand  *command);
void _esp_position_editor_set_text  (GtkEditable       *editable,
                                     const char        *text);
void _esp_position_editor_keep_text (EspPositionEditor *self,
                                     GtkWidget         *row);

/* esp-position-people.c */
void _esp_position_editor_show_people (EspPositionEditor *self,
                                       EspOrganization   *organization);

/* esp-position-lines.c */
void _esp_position_editor_show_lines  (EspPositionEditor *self,
                                       EspOrganization   *organization);
void _esp_position_editor_free_line   (gpointer           data);

G_END_DECLS
