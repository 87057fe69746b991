/* esp-organization.h — one document: units, positions, views, in packed columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "core/esp-strings.h"
#include "organization/esp-fields.h"

G_BEGIN_DECLS

/**
 * EspIx:
 *
 * The slot of a row in its table. A slot keeps its number as long as the organization lives; a removed row's slot is dead and is used again only by
 * undo. What stands in the document, and in which order, says esp_organization_get_order().
 */
typedef guint32 EspIx;

#define ESP_IX_NONE G_MAXUINT32

#define ESP_TYPE_ORGANIZATION (esp_organization_get_type ())
G_DECLARE_FINAL_TYPE (EspOrganization, esp_organization, ESP, ORGANIZATION, GObject)

#define ESP_ORGANIZATION_ERROR (esp_organization_error_quark ())
GQuark esp_organization_error_quark (void);

typedef enum
{
  ESP_ORGANIZATION_ERROR_RING,      /* the edit would close a ring */
  ESP_ORGANIZATION_ERROR_REFERENCE, /* an id that does not exist, or is taken */
  ESP_ORGANIZATION_ERROR_VALUE,     /* a value that the field does not take */
} EspOrganizationError;

/**
 * EspChange:
 * @flags: what kind of thing changed, a union over the transaction
 * @positions: (element-type EspIx): positions touched, each once
 * @units: (element-type EspIx): units touched, each once
 *
 * What one transaction (or its undo) changed; the argument of #EspOrganization::changed. Valid during the emission.
 */
typedef enum
{
  ESP_CHANGE_TEXT      = 1 << 0, /* words on cards only */
  ESP_CHANGE_SHAPE     = 1 << 1, /* rows, their order, or what hangs from what */
  ESP_CHANGE_PLACEMENT = 1 << 2, /* role, level, scope, state, unit kind or function */
  ESP_CHANGE_LINES     = 1 << 3, /* secondary lines */
  ESP_CHANGE_DOCUMENT  = 1 << 4, /* name, setting, views */
} EspChangeFlags;

typedef struct
{
  EspChangeFlags flags;
  GArray        *positions;
  GArray        *units;
} EspChange;

EspOrganization *esp_organization_new                (void);

/* Strings */
EspStrings      *esp_organization_get_strings        (EspOrganization  *self);
const char      *esp_organization_get_string         (EspOrganization  *self,
                                                      EspStr            str);
EspStr           esp_organization_intern             (EspOrganization  *self,
                                                      const char       *text);

/* Rows: every table the same way (fields of each table: esp-fields.h) */
const EspIx     *esp_organization_get_order          (EspOrganization  *self,
                                                      EspTable          table,
                                                      guint32          *n);
guint32          esp_organization_get_n              (EspOrganization  *self,
                                                      EspTable          table);
guint32          esp_organization_get_n_slots        (EspOrganization  *self,
                                                      EspTable          table);
const guint32   *esp_organization_get_ranks          (EspOrganization  *self,
                                                      EspTable          table);
gboolean         esp_organization_is_live            (EspOrganization  *self,
                                                      EspTable          table,
                                                      EspIx             ix);
guint32          esp_organization_get                (EspOrganization  *self,
                                                      EspTable          table,
                                                      EspIx             ix,
                                                      EspField          field);
const guint32   *esp_organization_peek_column        (EspOrganization  *self,
                                                      EspTable          table,
                                                      EspField          field);
const char      *esp_organization_get_text           (EspOrganization  *self,
                                                      EspTable          table,
                                                      EspIx             ix,
                                                      EspField          field);
const guint32   *esp_organization_get_list           (EspOrganization  *self,
                                                      guint32           list,
                                                      guint32          *n);
EspIx            esp_organization_find               (EspOrganization  *self,
                                                      EspTable          table,
                                                      EspStr            id);
EspIx            esp_organization_find_id            (EspOrganization  *self,
                                                      EspTable          table,
                                                      const char       *id);

/* Positions, in words */
const char      *esp_position_get_title              (EspOrganization  *self,
                                                      EspIx             position);
EspState         esp_position_get_state              (EspOrganization  *self,
                                                      EspIx             position);
double           esp_position_get_posts              (EspOrganization  *self,
                                                      EspIx             position);
guint32          esp_position_get_n_holders          (EspOrganization  *self,
                                                      EspIx             position);
const char      *esp_position_get_holder             (EspOrganization  *self,
                                                      EspIx             position,
                                                      guint32           nth);
char            *esp_position_get_holders_text       (EspOrganization  *self,
                                                      EspIx             position);
EspIx            esp_position_get_manager            (EspOrganization  *self,
                                                      EspIx             position);
EspIx            esp_position_get_unit               (EspOrganization  *self,
                                                      EspIx             position);

/* Units */
const char      *esp_unit_get_name                   (EspOrganization  *self,
                                                      EspIx             unit);
EspUnitKind      esp_unit_get_kind                   (EspOrganization  *self,
                                                      EspIx             unit);
gboolean         esp_unit_is_staff                   (EspOrganization  *self,
                                                      EspIx             unit);
EspIx            esp_unit_get_parent                 (EspOrganization  *self,
                                                      EspIx             unit);

/* Loading: rows are appended without being recorded; ends with the indices built */
void             esp_organization_begin_load         (EspOrganization  *self,
                                                      guint32           n_positions_guess);
EspIx            esp_organization_append             (EspOrganization  *self,
                                                      EspTable          table);
void             esp_organization_load               (EspOrganization  *self,
                                                      EspTable          table,
                                                      EspIx             ix,
                                                      EspField          field,
                                                      guint32           value);
guint32          esp_organization_add_list           (EspOrganization  *self,
                                                      const guint32    *words,
                                                      guint32           n_words);
void             esp_organization_end_load           (EspOrganization  *self);

/* Transactions: every change between begin and commit is one step of undo; they nest. Outside of one, changing is a programming error. */
void             esp_organization_begin              (EspOrganization  *self,
                                                      const char       *name);
void             esp_organization_begin_typing       (EspOrganization  *self,
                                                      const char       *name);
void             esp_organization_commit             (EspOrganization  *self);
void             esp_organization_rollback           (EspOrganization  *self);
gboolean         esp_organization_is_in_transaction  (EspOrganization  *self);
void             esp_organization_set                (EspOrganization  *self,
                                                      EspTable          table,
                                                      EspIx             ix,
                                                      EspField          field,
                                                      guint32           value);
EspIx            esp_organization_insert             (EspOrganization  *self,
                                                      EspTable          table,
                                                      EspStr            id,
                                                      guint32           rank);
EspIx            esp_organization_insert_row         (EspOrganization  *self,
                                                      EspTable          table,
                                                      const guint32    *values,
                                                      guint             n_values,
                                                      guint32           rank);
void             esp_organization_remove             (EspOrganization  *self,
                                                      EspTable          table,
                                                      EspIx             ix);
void             esp_organization_remove_rows        (EspOrganization  *self,
                                                      EspTable          table,
                                                      GArray           *rows);
void             esp_organization_reorder            (EspOrganization  *self,
                                                      EspTable          table,
                                                      EspIx             ix,
                                                      guint32           rank);

/* Undo */
gboolean         esp_organization_can_undo           (EspOrganization  *self);
gboolean         esp_organization_can_redo           (EspOrganization  *self);
const char      *esp_organization_get_undo_name      (EspOrganization  *self);
const char      *esp_organization_get_redo_name      (EspOrganization  *self);
void             esp_organization_undo               (EspOrganization  *self);
void             esp_organization_redo               (EspOrganization  *self);
gboolean         esp_organization_is_modified        (EspOrganization  *self);
guint            esp_organization_get_n_unsaved      (EspOrganization  *self);
const char      *esp_organization_get_step_name      (EspOrganization  *self,
                                                      guint             nth);
gboolean         esp_organization_revert             (EspOrganization  *self);
void             esp_organization_mark_saved         (EspOrganization  *self);

/* What reading the file already found; owned by the organization (element-type EspFinding, esp-findings.h) */
GPtrArray       *esp_organization_get_import_findings (EspOrganization *self);

G_END_DECLS
