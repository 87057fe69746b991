/* esp-diff.h — what one organization has that another has not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "organization/esp-organization.h"

G_BEGIN_DECLS

typedef enum
{
  ESP_DIFF_ADDED,
  ESP_DIFF_REMOVED,
  ESP_DIFF_MOVED,     /* another manager, another unit, another unit above */
  ESP_DIFF_RENAMED,   /* of a unit, a view, the organization */
  ESP_DIFF_RETITLED,
  ESP_DIFF_REORDERED, /* stands elsewhere among its like */
  ESP_DIFF_CHANGED,   /* any other field */
} EspDiffKind;

/**
 * EspDiffItem:
 * @kind: what is different
 * @table: of the row
 * @before: the row in the first organization; %ESP_IX_NONE if it was added
 * @after: the row in the second one; %ESP_IX_NONE if it was removed
 * @field: which field, if @kind is about one
 *
 * One difference. A row of which several fields differ has an item for each.
 */
typedef struct
{
  EspDiffKind kind;
  EspTable    table;
  EspIx       before;
  EspIx       after;
  EspField    field;
} EspDiffItem;

/**
 * EspDiff:
 *
 * The differences between two organizations: rows are matched by their id (the second row of an id with the second, and so on), what cannot be read as a row
 * by its text. Values are compared as written; how the file was formatted makes no difference.
 */
typedef struct _EspDiff EspDiff;

EspDiff           *esp_diff_new        (EspOrganization   *before,
                                        EspOrganization   *after);
void               esp_diff_free       (EspDiff           *self);

guint              esp_diff_get_n      (EspDiff           *self);
const EspDiffItem *esp_diff_get        (EspDiff           *self,
                                        guint              nth);

/* In words */
const char        *esp_diff_get_id     (EspDiff           *self,
                                        const EspDiffItem *item);
const char        *esp_diff_get_name   (EspDiff           *self,
                                        const EspDiffItem *item);
const char        *esp_diff_get_label  (const EspDiffItem *item);
char              *esp_diff_dup_value  (EspDiff           *self,
                                        const EspDiffItem *item,
                                        gboolean           is_after,
                                        gboolean           in_words) G_GNUC_WARN_UNUSED_RESULT;

const char        *esp_diff_kind_to_string (EspDiffKind    kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EspDiff, esp_diff_free)

G_END_DECLS
