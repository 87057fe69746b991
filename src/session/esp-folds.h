/* esp-folds.h — what of a chart is folded, by what outlives its scene
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "scene/esp-scene.h"

G_BEGIN_DECLS

/* The folds and the isolated branch of a scene, by row: another scene has other node numbers. Immutable. Threads: any. */
typedef struct _EspFolds EspFolds;

EspFolds *_esp_folds_new   (EspScene *scene) G_GNUC_WARN_UNUSED_RESULT;
EspFolds *_esp_folds_ref   (EspFolds *self);
void      _esp_folds_unref (EspFolds *self);
void      _esp_folds_apply (EspFolds *self,
                            EspScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspFolds, _esp_folds_unref)

G_END_DECLS
