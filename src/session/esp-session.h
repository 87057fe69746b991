/* esp-session.h — what one window looks at: a document, its scene, the selection, and what the three views are asked to show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "catalogue/esp-catalogue.h"
#include "scene/esp-scene.h"
#include "session/esp-document.h"
#include "session/esp-finder.h"
#include "session/esp-places.h"

G_BEGIN_DECLS

/**
 * EspSession:
 *
 * The views meet here and know nothing of each other. Lives on the main thread.
 *
 * Properties (with notify; RW = can be set and bound to a GPropertyAction):
 * - `document` RW: #EspDocument, never %NULL after construction
 * - `scene`: #EspScene or %NULL while there is none. Notified when a new one replaces the old, and when the present one was built again: node
 *   numbers and items from before are void then; rows (table and #EspIx) are not. It is never half built
 * - `building`: a scene is being made in a worker; the old one stays on screen
 * - scene options, all RW strings or booleans: `chart` ("structure", "reporting"), `direction` ("down", "up", "right", "left"),
 *   `density` ("compact", "comfortable", "spacious"), `arrange` ("auto", "row", "column", "block"), `color-by` ("placement", "unit-kind",
 *   "function", "scope", "role-family", "level", "span", "vacancy"), `show-lines`, `show-frames`
 * - `hidden-lines` RW: which kinds of secondary lines are not shown, bits 1 << #EspLineKind (uint)
 * - `trace` RW: everything but the way from the selection to the top is dimmed
 * - `view` RW: "organization", "compare", "career"
 * - `rung`, `from-rung` RW: rung ids ("tpm/senior") or %NULL: the rung looked at, the rung one stands on
 *
 * Signals:
 * - `selection-changed ()`: esp_session_get_selection(), esp_session_get_selected()
 * - `edited (EspTable table, EspIx ix, gboolean is_new)` (uint, uint, boolean): what was asked for by esp_session_edit() is done, and this row is what to
 *   look at. The scene may still be built: then the row is in the next one
 * - `refused (const char *reason)`: what was asked for by esp_session_edit() cannot be done
 * - `layout-changed ()`: same nodes, but rectangles or words of the present scene changed (a branch was folded, opened or isolated, a title edited)
 * - `reveal (EspTable table, EspIx ix)` (uint, uint): bring it into view; the chart view does so as soon as it has a scene
 * - `marks-changed ()`: esp_session_get_marks()
 * - `filter-changed ()`: esp_session_get_filter(); the scene follows, at once or from a worker
 * - `camera-asked (EspCamera *camera)` (pointer): the chart view says what is seen; nobody else does
 * - `camera-shown (const EspCamera *camera)` (pointer): the chart view shows that again
 * - `subjects-changed ()`: esp_session_get_subjects()
 */
#define ESP_TYPE_SESSION (esp_session_get_type ())
G_DECLARE_FINAL_TYPE (EspSession, esp_session, ESP, SESSION, GObject)

#define ESP_SESSION_MAX_SUBJECTS 4

EspSession         *esp_session_new                     (EspDocument        *document) G_GNUC_WARN_UNUSED_RESULT;

EspDocument        *esp_session_get_document            (EspSession         *self);
void                esp_session_set_document            (EspSession         *self,
                                                         EspDocument        *document);
EspOrganization    *esp_session_get_organization        (EspSession         *self);

/* Scene: (nullable), valid until the next notify::scene */
EspScene           *esp_session_get_scene               (EspSession         *self);
gboolean            esp_session_get_building            (EspSession         *self);
void                esp_session_set_display             (EspSession         *self,
                                                         gboolean            mirrored,
                                                         double              text_scale,
                                                         double              aspect);
gboolean            esp_session_get_show_lines          (EspSession         *self);
guint               esp_session_get_hidden_lines        (EspSession         *self);
void                esp_session_set_hidden_lines        (EspSession         *self,
                                                         guint               kinds);
gboolean            esp_session_get_trace               (EspSession         *self);

/* View */
const char         *esp_session_get_view                (EspSession         *self);
void                esp_session_set_view                (EspSession         *self,
                                                         const char         *view);

/**
 * EspRowKey:
 *
 * A unit or a position as one number.
 */
typedef guint64 EspRowKey;

#define ESP_ROW_KEY(table, ix) ((EspRowKey) (table) << 32 | (ix))
#define ESP_ROW_KEY_NONE       G_MAXUINT64
#define ESP_ROW_TABLE(key)     ((EspTable) ((key) >> 32))
#define ESP_ROW_IX(key)        ((EspIx) (key))

/* Selection: units and positions, one of them the lead (the last that was chosen), or nothing */
gboolean            esp_session_get_selection           (EspSession         *self,
                                                         EspTable           *table,
                                                         EspIx              *ix);
void                esp_session_select                  (EspSession         *self,
                                                         EspTable            table,
                                                         EspIx               ix);
void                esp_session_clear_selection         (EspSession         *self);
guint               esp_session_get_n_selected          (EspSession         *self);
GArray             *esp_session_get_selected            (EspSession         *self);
gboolean            esp_session_is_selected             (EspSession         *self,
                                                         EspTable            table,
                                                         EspIx               ix);
void                esp_session_toggle_selected         (EspSession         *self,
                                                         EspTable            table,
                                                         EspIx               ix);
void                esp_session_set_selected            (EspSession         *self,
                                                         GArray             *rows,
                                                         EspRowKey           lead);
EspIx               esp_session_get_selected_position   (EspSession         *self);
EspIx               esp_session_get_selected_unit       (EspSession         *self);

/* Folds: through the session, so that a scene built anew in a worker has them too */
void                esp_session_set_folded              (EspSession         *self,
                                                         EspNodeIx           node,
                                                         gboolean            folded);
void                esp_session_fold_below              (EspSession         *self,
                                                         EspNodeIx           node,
                                                         gboolean            folded);
void                esp_session_fold_to_level           (EspSession         *self,
                                                         guint               level);

/* Very wide managers: shows what a stand-in stands for (esp_scene_get_n_more()) */
void                esp_session_show_more               (EspSession         *self,
                                                         EspNodeIx           node);

/* Isolation: one branch alone; ESP_NODE_NONE shows everything again */
void                esp_session_isolate                 (EspSession         *self,
                                                         EspNodeIx           node);

/* Filter: what the chart is about; NULL for everything */
EspFilter          *esp_session_get_filter              (EspSession         *self);
void                esp_session_set_filter              (EspSession         *self,
                                                         EspFilter          *filter);

/* Bringing cards into view: opens the way to them, selects, switches to the organization */
void                esp_session_reveal                  (EspSession         *self,
                                                         EspTable            table,
                                                         EspIx               ix);

/* Searching */
EspFinder          *esp_session_get_finder              (EspSession         *self);

/* Where one has been */
EspPlaces          *esp_session_get_places              (EspSession         *self);

/* Marks: positions that are drawn as hits, in document order (element-type EspIx) */
GArray             *esp_session_get_marks               (EspSession         *self);

/* From a card to its role and its rung */
const char         *esp_session_get_selected_role       (EspSession         *self);
const char         *esp_session_get_selected_rung       (EspSession         *self);

/* From anywhere to a view */
void                esp_session_show_role               (EspSession         *self,
                                                         const char         *role_id);
void                esp_session_show_rung               (EspSession         *self,
                                                         const char         *rung_id);
guint               esp_session_show_positions_of_role  (EspSession         *self,
                                                         const char         *role_id);
guint               esp_session_show_positions_of_rung  (EspSession         *self,
                                                         const char         *rung_id);
guint               esp_session_count_positions_of_role (EspSession         *self,
                                                         const char         *role_id);
guint               esp_session_count_positions_of_rung (EspSession         *self,
                                                         const char         *rung_id);

/* Compare: up to ESP_SESSION_MAX_SUBJECTS role ids, each once, in the order shown */
const char * const *esp_session_get_subjects            (EspSession         *self);
void                esp_session_set_subjects            (EspSession         *self,
                                                         const char * const *role_ids);
gboolean            esp_session_add_subject             (EspSession         *self,
                                                         const char         *role_id);
void                esp_session_remove_subject          (EspSession         *self,
                                                         const char         *role_id);

/* Career */
const char         *esp_session_get_rung                (EspSession         *self);
void                esp_session_set_rung                (EspSession         *self,
                                                         const char         *rung_id);
const char         *esp_session_get_from_rung           (EspSession         *self);
void                esp_session_set_from_rung           (EspSession         *self,
                                                         const char         *rung_id);

/* Escape: clears the innermost thing that is set (a search or its marks, then an isolated branch, then the selection) */
gboolean            esp_session_escape                  (EspSession         *self);

G_END_DECLS
