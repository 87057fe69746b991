/* esp-session-private.h — the session's own state, shared by its source files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "session/esp-finder.h"
#include "session/esp-folds.h"
#include "session/esp-places.h"
#include "session/esp-session.h"

G_BEGIN_DECLS

typedef enum
{
  ESP_SESSION_PROP_0,
  ESP_SESSION_PROP_DOCUMENT,
  ESP_SESSION_PROP_SCENE,
  ESP_SESSION_PROP_BUILDING,
  ESP_SESSION_PROP_CHART,
  ESP_SESSION_PROP_DIRECTION,
  ESP_SESSION_PROP_DENSITY,
  ESP_SESSION_PROP_ARRANGE,
  ESP_SESSION_PROP_SHOW_LINES,
  ESP_SESSION_PROP_HIDDEN_LINES,
  ESP_SESSION_PROP_SHOW_FRAMES,
  ESP_SESSION_PROP_TRACE,
  ESP_SESSION_PROP_COLOR_BY,
  ESP_SESSION_PROP_VIEW,
  ESP_SESSION_PROP_RUNG,
  ESP_SESSION_PROP_FROM_RUNG,
  ESP_SESSION_N_PROPS
} EspSessionProp;

typedef enum
{
  ESP_SESSION_SELECTION_CHANGED,
  ESP_SESSION_LAYOUT_CHANGED,
  ESP_SESSION_EDITED,
  ESP_SESSION_REFUSED,
  ESP_SESSION_REVEAL,
  ESP_SESSION_MARKS_CHANGED,
  ESP_SESSION_FILTER_CHANGED,
  ESP_SESSION_CAMERA_ASKED,
  ESP_SESSION_CAMERA_SHOWN,
  ESP_SESSION_SUBJECTS_CHANGED,
  ESP_SESSION_N_SIGNALS
} EspSessionSignal;

typedef struct _EspSceneJob EspSceneJob;

struct _EspSession
{
  GObject          parent_instance;

  EspDocument     *document;
  EspCatalogue    *catalogue; /* borrowed: lives as long as the program */

  /* the scene and how it is made: esp-session-scene.c */
  EspSceneOptions  options;
  EspFilter       *filter;     /* NULL: none */
  EspFolds        *unfiltered; /* how the chart was folded before there was a filter; NULL: not known */
  EspCamera        unfiltered_camera;   /* what was seen before there was a filter… */
  EspRowKey        unfiltered_selected; /* …and what was selected */
  gboolean         show_lines;
  guint            hidden_lines; /* bits 1 << EspLineKind */
  gboolean         trace;
  EspScene        *scene;
  EspSceneJob     *job;       /* borrowed from its task */
  gboolean         is_stale;  /* the job's result must be made again */
  EspTable         pending_table;
  EspIx            pending_ix; /* to be revealed as soon as there is a scene */

  EspIx            saved_view; /* to be shown as soon as there is a scene; ESP_IX_NONE: none */
  gboolean         is_showing_view; /* just now */

  const char      *view;      /* interned */
  EspTable         selected_table;
  EspIx            selected_ix;
  GArray          *selected;  /* EspRowKey, ascending: all that is selected, the lead among them */
  GArray          *marks;     /* EspIx, ascending in the document's order */
  EspFinder       *finder;
  EspPlaces       *places;

  GPtrArray       *subjects;  /* interned role ids, NULL-terminated */
  const char      *rung;      /* interned */
  const char      *from_rung; /* interned */
  GHashTable      *role_counts; /* interned id → number of positions; NULL: to be counted */
  GHashTable      *rung_counts;
};

void _esp_session_notify         (EspSession       *self,
                                  EspSessionProp    prop);
void _esp_session_emit           (EspSession       *self,
                                  EspSessionSignal  signal);
void _esp_session_emit_reveal    (EspSession       *self,
                                  EspTable          table,
                                  EspIx             ix);

void _esp_session_emit_camera    (EspSession       *self,
                                  EspSessionSignal  signal,
                                  EspCamera        *camera);
void _esp_session_emit_edited    (EspSession       *self,
                                  EspTable          table,
                                  EspIx             ix,
                                  gboolean          is_new);
void _esp_session_emit_refused   (EspSession       *self,
                                  const char       *reason);

/* esp-session-selection.c */
void _esp_session_forget_dead_selection (EspSession *self,
                                  EspOrganization  *organization);

/* esp-session-scene.c */
void _esp_session_drop_scene     (EspSession       *self);
void _esp_session_build_scene    (EspSession       *self);
void _esp_session_update_scene   (EspSession       *self,
                                  const EspChange  *change);
void _esp_session_apply_options  (EspSession       *self,
                                  const EspSceneOptions *options);
void _esp_session_apply_filter   (EspSession       *self);

/* esp-session.c */
void _esp_session_set_marks      (EspSession       *self,
                                  GArray           *marks);

gboolean _esp_session_open_way   (EspSession       *self,
                                  EspTable          table,
                                  EspIx             ix);

/* esp-session-filter.c */
void _esp_session_restore_camera (EspSession       *self);
void _esp_session_forget_filter  (EspSession       *self);

/* esp-session-ways.c */
void _esp_session_note_folds     (EspSession       *self,
                                  EspTable          table,
                                  EspIx             ix,
                                  GArray           *folded);
void _esp_session_restore_folds  (EspSession       *self,
                                  GArray           *folded);

/* esp-session-views.c */
void _esp_session_view_scene_taken (EspSession *self);

/* esp-finder.c */
EspFinder *_esp_finder_new       (EspSession       *session);
void _esp_finder_drop_session    (EspFinder        *self);
void _esp_finder_reset           (EspFinder        *self);
void _esp_finder_organization_changed (EspFinder   *self,
                                  const EspChange  *change);
void _esp_finder_chart_changed   (EspFinder        *self);
void _esp_finder_take_marks      (EspFinder        *self);

/* esp-session-roles.c */
void _esp_session_drop_counts    (EspSession       *self);

/* esp-places.c */
EspPlaces *_esp_places_new       (EspSession       *session);
void _esp_places_drop_session    (EspPlaces        *self);
void _esp_places_reset           (EspPlaces        *self);
void _esp_places_begin           (EspPlaces        *self);
void _esp_places_end             (EspPlaces        *self);
void _esp_places_set_typing      (EspPlaces        *self,
                                  gboolean          is_typing);
void _esp_places_scene_taken     (EspPlaces        *self);

G_END_DECLS
