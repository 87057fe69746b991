/* esp-scene-private.h — what the parts of the scene share; private to the room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "insight/esp-placement.h"
#include "scene/esp-card.h"
#include "scene/esp-forest.h"
#include "scene/esp-shown.h"

G_BEGIN_DECLS

typedef struct _EspMarks EspMarks;
typedef struct _EspLensState EspLensState;

struct _EspScene
{
  gatomicrefcount  ref_count;
  EspOrganization *organization;
  EspCatalogue    *catalogue;
  EspPlacements   *placements;
  EspSceneOptions  options;
  EspFilter       *filter;     /* NULL: the chart is about everything */
  EspCardMetrics   metrics;
  EspForest       *forest;
  EspNodeIx        top;
  GHashTable      *wide;       /* rows of what all is shown of, although it is much; NULL: none */
  EspShown        *shown;      /* NULL: to be laid out again */
  guint            hidden_lines; /* bits 1 << EspLineKind */
  GArray          *routes;     /* EspRoute; NULL: to be found again */
  GArray          *bundles;    /* EspRoute; NULL: to be made again */
  GPtrArray       *route_points; /* EspPoint[], what those point to */
  EspPoint        *outside_points; /* of the one that was asked for last */
  GArray          *frames;     /* EspFrame; NULL: to be found again */
  EspMarks        *marks;      /* NULL: none */
  EspLensState    *lens;       /* NULL: to be worked out; never for placement */
  guint32          generation;
};

/* The layout of what is shown, made now if need be. */
EspShown *_esp_scene_get_shown  (EspScene              *self);
void      _esp_scene_invalidate (EspScene              *self);
guint16   _esp_scene_item_flags (EspScene              *self,
                                 EspItem                item);

/* esp-scene-bundles.c */
GArray   *_esp_scene_bundle     (EspScene              *self,
                                 const EspRoute        *routes,
                                 guint32                n,
                                 guint                  max);

/* esp-scene-routes.c */
void      _esp_scene_forget_routes (EspScene           *self);

/* esp-scene-more.c */
guint32   _esp_scene_get_n_open (EspScene              *self,
                                 EspNodeIx              node);
EspNodeIx _esp_scene_get_stand_in (EspScene            *self,
                                 EspNodeIx              node);
EspIx     _esp_scene_get_head   (EspScene              *self,
                                 EspNodeIx              node);
gboolean  _esp_scene_set_wide   (EspScene              *self,
                                 EspNodeIx              node,
                                 gboolean               is_wide);

/* esp-scene-marks.c */
void      _esp_marks_free       (EspMarks              *marks);
void      _esp_scene_forget_mark_sums (EspScene        *self,
                                 gboolean               has_new_forest);
guint32   _esp_scene_count_marks_shown (EspScene       *self,
                                 const EspShown        *shown,
                                 guint32                first,
                                 guint32                n);

/* esp-lens.c */
gsize     _esp_lens_get_size    (EspScene              *scene);
void      _esp_lens_forget      (EspScene              *scene,
                                 gboolean               has_new_rows);
void      _esp_lens_sum         (EspScene              *scene,
                                 const EspShown        *shown,
                                 guint32                first,
                                 guint32                n,
                                 guint32               *sums);
EspColor  _esp_lens_pick        (EspScene              *scene,
                                 const EspShown        *shown,
                                 guint32                first,
                                 guint32                n,
                                 guint32               *count);

void      _esp_metrics_init     (EspCardMetrics        *metrics,
                                 const EspSceneOptions *options);
void      _esp_metrics_get_gaps (EspGaps               *gaps,
                                 const EspSceneOptions *options);
void      _esp_metrics_get_size (EspScene              *self,
                                 EspNodeIx              node,
                                 float                 *width,
                                 float                 *height);
gsize     _esp_metrics_break_title (EspScene           *self,
                                 EspIx                  position);
void      _esp_metrics_measure_titles (EspScene         *self,
                                 const EspShown        *shown);
double    _esp_metrics_get_head (EspScene              *self,
                                 EspNodeIx              node);

G_END_DECLS
