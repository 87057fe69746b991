/* esp-history.h — undo and redo of recorded steps; knows no document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ESP_OP_SET,     /* a field went from before to after */
  ESP_OP_INSERT,  /* a row came in at place after */
  ESP_OP_REMOVE,  /* a row went from place before */
  ESP_OP_REORDER, /* a row went from place before to place after */
} EspOpKind;

/**
 * EspOp:
 *
 * The smallest change, with what is needed to take it back.
 */
typedef struct
{
  guint8  kind;
  guint8  table;
  guint8  field;
  guint32 ix;
  guint32 before;
  guint32 after;
} EspOp;

/* Carries out @op, or takes it back. */
typedef void (*EspHistoryApply) (const EspOp *op,
                                 gboolean     reverse,
                                 gpointer     user_data);

/* The change that takes @op back */
EspOp       esp_op_invert              (const EspOp     *op);

typedef struct _EspHistory EspHistory;

/* Changes of one field of one row that follow each other within this time, both typed, are one step */
#define ESP_HISTORY_TYPING_US (600 * 1000)

typedef enum
{
  ESP_COMMIT_NOTHING, /* nothing was recorded */
  ESP_COMMIT_STEP,    /* there is one more step */
  ESP_COMMIT_MERGED,  /* the last step has become another one */
  ESP_COMMIT_UNMADE,  /* the last step is gone: together they changed nothing */
} EspHistoryCommit;

EspHistory *esp_history_new            (EspHistoryApply  apply,
                                        gpointer         user_data);
void        esp_history_free           (EspHistory      *self);
void        esp_history_clear          (EspHistory      *self);
void        esp_history_begin          (EspHistory      *self,
                                        const char      *name);
void        esp_history_begin_typing   (EspHistory      *self,
                                        const char      *name,
                                        gint64           now);
void        esp_history_record         (EspHistory      *self,
                                        const EspOp     *op);
EspHistoryCommit esp_history_commit    (EspHistory      *self);
gboolean    esp_history_commit_undone  (EspHistory      *self);
void        esp_history_rollback       (EspHistory      *self);
gboolean    esp_history_is_open        (EspHistory      *self);
gboolean    esp_history_is_nested      (EspHistory      *self);
gboolean    esp_history_is_typing      (EspHistory      *self);
GArray     *esp_history_get_last_ops   (EspHistory      *self);
const char *esp_history_get_undo_name  (EspHistory      *self);
const char *esp_history_get_redo_name  (EspHistory      *self);
gboolean    esp_history_undo           (EspHistory      *self);
gboolean    esp_history_redo           (EspHistory      *self);
void        esp_history_forget_redo    (EspHistory      *self);
gboolean    esp_history_is_modified    (EspHistory      *self);
guint       esp_history_get_n_unsaved  (EspHistory      *self);
gboolean    esp_history_find_saved     (EspHistory      *self,
                                        int             *n_back);
void        esp_history_mark_saved     (EspHistory      *self);
const char *esp_history_get_step_name  (EspHistory      *self,
                                        guint            nth);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspHistory, esp_history_free)

G_END_DECLS
