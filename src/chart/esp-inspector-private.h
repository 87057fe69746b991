/* esp-inspector-private.h — what the files of the inspector share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "chart/esp-inspector.h"
#include "chart/esp-position-editor.h"
#include "chart/esp-unit-editor.h"
#include "scene/esp-scene.h"

G_BEGIN_DECLS

struct _EspInspector
{
  AdwBin               parent_instance;

  /* template */
  GtkStack            *stack;
  GtkBox              *overview_box;
  GtkWidget           *name_group;
  GtkEditable         *name_row;
  GtkLabel            *title_label;
  GtkLabel            *subtitle_label;
  GtkLabel            *place_label;
  GtkWidget           *finding_box;
  GtkLabel            *finding_label;
  GtkBox              *editor_box;
  EspPositionEditor   *position_editor; /* NULL: no position was shown yet */
  EspUnitEditor       *unit_editor;     /* NULL: no unit was shown yet */
  AdwPreferencesGroup *facts_group;
  GtkWidget           *role_box;
  GtkLabel            *role_label;
  GtkLabel            *role_text;
  GtkLabel            *stakeholders_label;
  GtkWidget           *role_buttons;
  GtkWidget           *compare_button;
  GtkWidget           *ladder_button;

  EspSession          *session;
  GPtrArray           *facts;   /* AdwActionRow in facts_group, borrowed */
  GSignalGroup        *document; /* of the session's document */
  gboolean             is_filling;
  guint                idle; /* until a change of the document is shown */
};

/* esp-inspector-facts.c */
void _esp_inspector_clear_facts    (EspInspector *self);
void _esp_inspector_show_position  (EspInspector *self,
                                    EspScene     *scene,
                                    EspIx         position);
void _esp_inspector_show_unit      (EspInspector *self,
                                    EspScene     *scene,
                                    EspIx         unit);
void _esp_inspector_show_several   (EspInspector *self,
                                    EspScene     *scene);
void _esp_inspector_show_overview  (EspInspector *self,
                                    EspScene     *scene);
void _esp_inspector_set_text       (GtkLabel     *label,
                                    const char   *text);

G_END_DECLS
